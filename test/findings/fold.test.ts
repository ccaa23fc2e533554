// Folding: what has one cause becomes one finding at its first place, and no place or waiver is lost on the way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allPlaces, type Finding, filesAbout } from '../../src/findings/finding.ts';
import { foldFindings } from '../../src/findings/fold.ts';
import { furtherPlaces, inOrder } from '../../src/findings/order.ts';
import { report } from '../../src/findings/report.ts';
import { wordsOf } from '../../src/words/of-finding.ts';
import { at, cite, notMet } from '../support/assessment.ts';

const other = (
  line: number,
  issued = '别家',
  more: Partial<Pick<Finding, 'waived' | 'severity' | 'cite' | 'at' | 'also' | 'more'>> = {},
): Finding =>
  ({
    ...report(
      'evidence-other-name',
      { file: `${line}.pdf`, issued, enterprise: '本企业' },
      at(line, 3, 9, `a[${line}]`),
    ),
    ...more,
  }) as Finding;
const waived = { reason: '已说明', by: '林晓雯', until: '2021-12-31' };

describe('findings', () => {
  it('of one cause stand at the first place, with the others in order', () => {
    const [one, ...rest] = foldFindings([other(2), other(5), other(9)]);
    expect(rest).toEqual([]);
    expect(one?.at.line).toBe(2);
    expect(one?.also?.map(({ line }) => line)).toEqual([5, 9]);
    expect(one && filesAbout(one)).toEqual(['2.pdf', '2.pdf', '5.pdf', '9.pdf']);
  });
  it('of other causes, waivers or severities stay apart', () => {
    const all = [other(2), other(5, '另一家'), other(6, '别家', { waived }), other(7, '别家', { severity: 'warning' })];
    expect(foldFindings(all)).toEqual(all);
  });
  it('of criteria are never folded', () => {
    const all = [notMet('zeal', '条件', at(2, 7, 9)), notMet('zeal', '条件', at(3, 7, 9))];
    expect(foldFindings(all)).toEqual(all);
  });
  it('that say one thing twice at one place are one', () => {
    expect(foldFindings([other(2), other(2)])).toEqual([other(2)]);
  });
  it('without a fold of their own fold when their arguments are equal, and count the places', () => {
    const key = (line: number) => report('yaml-key', {}, at(line, 1, 2));
    const [one, ...rest] = foldFindings([key(1), key(2), key(3)]);
    expect(rest).toEqual([]);
    expect(one && wordsOf(one, 'zh').message).toMatch(/（这类问题共 3 处）$/u);
    expect(one && wordsOf(one, 'en').message).toMatch(/ \(3 places of this kind\)$/u);
  });
  it('of unknown keys are one in a dossier, and one a key in a configuration, each with what it might have been', () => {
    const unknown = (file: string, key: string, line: number, nearest?: string) =>
      report(
        'key-unknown',
        { key, within: '', ...(nearest === undefined ? {} : { nearest }) },
        { ...at(line, 1, 2), file },
      );
    const [own, ...rest] = foldFindings([
      unknown('dossier.yaml', 'enterprize', 1, 'enterprise'),
      unknown('dossier.yaml', 'x', 2),
    ]);
    expect(rest).toEqual([]);
    expect(own && wordsOf(own, 'zh').message).toContain('没有“enterprize”、“x”这几项');
    expect(wordsOf(unknown('dossier.yaml', 'x', 2), 'zh').message).toBe('没有“x”这一项');
    const config = 'zjtx.config.yaml';
    const told = foldFindings([
      unknown(config, 'rot', 1, 'root'),
      unknown(config, 'folder', 2, 'folders'),
      unknown(config, 'x', 3),
      unknown(config, 'y', 4),
    ]);
    expect(told.map(({ at: { line }, also = [] }) => [line, ...also.map((one) => one.line)])).toEqual([
      [1],
      [2],
      [3, 4],
    ]);
    expect(told.every((one) => !('fix' in one))).toBe(true);
  });
  it('keep every clause once', () => {
    const slot = (name: string, clause: string) =>
      report('slot-empty', { slot: name, folder: '' }, at(1, 1, 2, `attachments.${name}`), {
        cite: [cite({ clause })],
      });
    const [one] = foldFindings([slot('a', '1'), slot('b', '2'), slot('c', '1')]);
    expect(one?.cite.map(({ clause }) => clause)).toEqual(['1', '2']);
  });
  it('of very many causes are one, whose further places are only counted', () => {
    const many = Array.from({ length: 5000 }, (_, index) => other(index + 1, `第${index}家`));
    const [one, ...rest] = foldFindings(many);
    expect(rest).toEqual([]);
    expect(one?.also).toHaveLength(999);
    expect(one?.more).toBe(4000);
    expect(one && furtherPlaces(one).count).toBe(4999);
    expect(one && wordsOf(one, 'zh').message).toMatch(/（这类问题共 5000 处）$/u);
  });

  it('lose no place and gain none', () => {
    const one = fc.record({ line: fc.nat(30), issued: fc.constantFrom('甲', '乙', '丙'), waives: fc.boolean() });
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { selector: ({ line, issued }) => `${line} ${issued}`, maxLength: 40 }),
        (given) => {
          const all = inOrder(
            given.map(({ line, issued, waives }) => other(line + 1, issued, waives ? { waived } : {})),
          );
          const folded = foldFindings(all);
          const places = (findings: readonly Finding[]) =>
            findings
              .flatMap((finding) => allPlaces(finding).map(({ line }) => `${line} ${finding.waived !== undefined}`))
              .sort();
          expect(places(folded)).toEqual(places(all));
          expect(folded).toEqual(inOrder(folded));
          expect(folded.length).toBeLessThanOrEqual(6);
        },
      ),
    );
  });
});
