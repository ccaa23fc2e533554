// Findings in their one order, waivers with their limits, and the nearest known name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/findings/finding.ts';
import { nearest } from '../../src/findings/nearest.ts';
import { countOf, inOrder } from '../../src/findings/order.ts';
import { report } from '../../src/findings/report.ts';
import { applyWaivers, type WaiverAt } from '../../src/findings/waive.ts';
import { at, notMet } from '../support/assessment.ts';

const asOf = '2021-08-16';
const slot = 'attachments.business_license';
const small = (path: string, file = '附件/执照.jpg', line = 20): Finding =>
  report('image-small', { file, width: 800, height: 600, least: 1000 }, at(line, 3, 9, path));
const waiver = (more: Partial<WaiverAt> = {}): WaiverAt => ({
  code: 'image-small',
  at: slot,
  reason: '原件即如此',
  by: '张某',
  until: '2021-08-31',
  place: at(40, 3, 9, 'waivers[0]'),
  ...more,
});

describe('order', () => {
  const list: readonly Finding[] = [
    report('deadline-near', { deadline: asOf, asOf, days: 0 }, at(1, 1, 2)),
    report('file-empty', { file: 'a' }, at(9, 1, 2)),
    small(slot),
    report('file-empty', { file: 'b' }, at(2, 7, 9)),
    report('enterprise-missing', {}, at(2, 7, 9)),
    report('file-empty', { file: 'c' }, at(2, 3, 9)),
    report('file-empty', { file: 'd' }, { ...at(50, 1, 2), file: 'a.yaml' }),
    notMet('zeal', '条件', at(2, 7, 9)),
  ];
  const order = ['file-empty a.yaml:50:1', 'file-empty dossier.yaml:2:3', 'enterprise-missing dossier.yaml:2:7'].concat(
    ['file-empty dossier.yaml:2:7', 'zeal dossier.yaml:2:7', 'file-empty dossier.yaml:9:1'],
    ['image-small dossier.yaml:20:3', 'deadline-near dossier.yaml:1:1'],
  );

  it('errors, warnings, notes; each by file, line, column, code, however they came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...list], { minLength: list.length }), (shuffled) => {
        const said = inOrder(shuffled).map(
          ({ code, at: { file, line, column } }) => `${code} ${file}:${line}:${column}`,
        );
        expect(said).toEqual(order);
      }),
    );
  });

  it('counts what is not waived', () => {
    const [waived] = applyWaivers([small(slot)], [waiver()], asOf).findings;
    expect(waived).toBeDefined();
    const all = waived === undefined ? list : [...list, waived];
    expect([countOf(all, 'error'), countOf(all, 'warning'), countOf(all, 'note')]).toEqual([6, 1, 1]);
  });
});

describe('a waiver', () => {
  const applied = (finding: Finding, ...waivers: WaiverAt[]) => {
    const [first, ...own] = applyWaivers([finding], waivers, asOf).findings;
    return { waived: first?.waived, own: own.map(({ code }) => code), places: own.map(({ at }) => at) };
  };
  const waived = { reason: '原件即如此', by: '张某', until: '2021-08-31' };

  it.each([slot, `${slot}[0]`, `${slot}.file`, `${slot}[0].file`])('covers its place and all below: %s', (path) => {
    expect(applied(small(path), waiver())).toEqual({ waived, own: [], places: [] });
  });

  it.each(['attachments', 'attachments.business_license_2', 'attachments.profile[0]', 'form.business_license'])(
    'does not cover a place beside or above: %s',
    (path) => {
      expect(applied(small(path), waiver())).toMatchObject({ waived: undefined, own: ['waiver-unused'] });
    },
  );

  it('may name the file that a finding is about', () => {
    expect(applied(small(`${slot}[0]`), waiver({ at: '附件/执照.jpg' })).waived).toEqual(waived);
    expect(applied(small(`${slot}[0]`), waiver({ at: '附件/其他.jpg' })).waived).toBeUndefined();
  });

  it('covers criteria by their id', () => {
    const finding = notMet('rd-staff', '研发人员', at(9, 1, 4, 'form.basics.rd_staff'));
    expect(applied(finding, waiver({ code: 'rd-staff', at: 'form.basics' })).waived).toEqual(waived);
  });

  it('covers nothing with another code', () => {
    expect(applied(small(slot), waiver({ code: 'image-broken' }))).toMatchObject({
      waived: undefined,
      own: ['waiver-unused'],
    });
  });

  it('holds through its last day', () => {
    expect(applied(small(slot), waiver({ until: asOf })).waived).toBeDefined();
    expect(applied(small(slot), waiver({ until: '2021-08-15' }))).toMatchObject({
      waived: undefined,
      own: ['waiver-expired'],
    });
  });

  it.each([
    ['2021-08-30', []],
    ['2021-08-29', [13]],
    [asOf, [0]],
  ])('that ends on %s is told of in its last two weeks', (until, days) => {
    const { findings } = applyWaivers([small(slot)], [waiver({ until })], asOf);
    const soon = findings.filter(({ code }) => code === 'waiver-ends-soon');
    expect(soon.map((one) => 'args' in one && one.args)).toEqual(
      days.map((left) => ({ code: 'image-small', until, days: left })),
    );
    expect(soon.map(({ severity, at }) => [severity, at.path])).toEqual(days.map(() => ['note', 'waivers[0]']));
  });

  it('of a configuration covers too, is told of in its own file, but not when it covers nothing here', () => {
    const place = { ...at(3, 5, 9, 'waivers[0]'), file: 'zjtx.config.yaml' };
    const further = [
      waiver({ place }),
      waiver({ at: 'attachments.other', place }),
      waiver({ until: '2021-08-01', place }),
    ];
    const { findings, used } = applyWaivers([small(slot)], [], asOf, further);
    expect(findings.map(({ code, waived: by, at: { file } }) => [code, by?.by, file])).toEqual([
      ['image-small', '张某', 'dossier.yaml'],
      ['waiver-expired', undefined, 'zjtx.config.yaml'],
    ]);
    expect(used).toEqual([further[0]]);
  });

  it.each(['*', 'attachments.*', '附件/*.jpg'])('is over-broad with %s', (path) => {
    expect(applied(small(slot), waiver({ at: path }))).toMatchObject({ waived: undefined, own: ['waiver-overbroad'] });
  });

  it.each(['slot-empty', 'file-too-large', 'yaml-syntax', 'covers-unreadable'] as const)(
    'lifts no rule of the portal, nor what keeps from looking: %s',
    (code) => {
      const finding = report(code, { slot: '', folder: '' } as never, at(9, 1, 2, slot));
      expect(applied(finding, waiver({ code }))).toMatchObject({ waived: undefined, own: ['waiver-hard'] });
    },
  );

  it('is told of at its own place', () => {
    expect(applied(small('attachments.other'), waiver()).places).toEqual([at(40, 3, 9, 'waivers[0]')]);
  });

  it('covers several findings at once, and the first that covers wins', () => {
    const all = applyWaivers(
      [small(`${slot}[0]`), small(`${slot}[1]`)],
      [waiver(), waiver({ by: '李某' })],
      asOf,
    ).findings;
    expect(all.map(({ code, waived }) => [code, waived?.by])).toEqual([
      ['image-small', '张某'],
      ['image-small', '张某'],
      ['waiver-unused', undefined],
    ]);
  });

  it('named like a property of every object is only unused', () => {
    expect(applied(small(slot), waiver({ code: 'constructor' })).own).toEqual(['waiver-unused']);
  });
});

describe('nearest', () => {
  const known = ['revenue', 'main_revenue', 'rd_expense', '邮编', '统一社会信用代码', 'jiangsu/2021/product'];
  it.each([
    ['revenu', 'revenue'],
    ['Revenue', 'revenue'],
    ['rd-expense', 'rd_expense'],
    ['rdexpence', 'rd_expense'],
    ['邮 编', '邮编'],
    ['统一社会信用代玛', '统一社会信用代码'],
    ['jiangsu/2021/produkt', 'jiangsu/2021/product'],
    ['profit', undefined],
    ['x', undefined],
    ['', undefined],
    ['邮政', '邮编'],
  ])('%s is meant for %s', (written, meant) => {
    expect(nearest(written, known)).toBe(meant);
  });

  it('is not guessed where two are equally near, and takes a swap for one slip', () => {
    expect(nearest('县级', ['市级', '省级', '国家级'])).toBeUndefined();
    expect(nearest('市及', ['市级', '省级', '国家级'])).toBe('市级');
    expect(nearest('--fromat', ['--from', '--format'])).toBe('--format');
  });

  it('takes a remark that is left out or added for one slip', () => {
    expect(nearest('上年末职工人数', ['上年末职工人数(人)', '上年末研发人数'])).toBe('上年末职工人数(人)');
    expect(nearest('完税证明（复印件）', ['完税证明', '付款证明'])).toBe('完税证明');
    expect(nearest('营业收入', ['营业收入(万元)', '营业收入(元)'])).toBeUndefined();
    expect(nearest('(甲乙丙丁)', ['(戊己庚辛)'])).toBeUndefined();
  });

  it('is the name itself where it is known, and nothing where nothing is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), (name) => {
        expect(nearest(name, known)).toBe(name);
        expect(nearest(name, [])).toBeUndefined();
      }),
    );
  });
});
