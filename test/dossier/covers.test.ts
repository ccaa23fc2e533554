// What a file covers, as people write it: years, months, lists and spans, in every place where evidence takes them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/document/read.ts';
import { readAttachments, readCovers } from '../../src/dossier/attachments.ts';
import { slotOf } from '../attachments/dossier.ts';

const read = (written: string) => {
  const { node } = readDocument(new TextEncoder().encode(`covers: ${written}\n`), 'dossier.yaml');
  if (node?.kind !== 'map' || node.entries[0] === undefined) throw new Error('no map');
  return readCovers(node.entries[0].value);
};

const three = ['2018', '2019', '2020'];
const december = ['2020-12'];

describe('reads', () => {
  it.each([
    ['2020', ['2020']],
    ['"2020"', ['2020']],
    ['2020年', ['2020']],
    ['２０２０年度', ['2020']],
    ['2018-2020', three],
    ['2018—2020', three],
    ['2018–2020', three],
    ['2018——2020', three],
    ['2018－2020', three],
    ['2018～2020', three],
    ['2018 至 2020', three],
    ['2018至2020', three],
    ['2018年到2020年', three],
    ['2018年-2020年度', three],
    ['"2018,2019,2020"', three],
    ['2018，2019，2020', three],
    ['2018、2019、2020', three],
    ['2018年、2019年和2020年', three],
    ['2018/2019/2020', three],
    ['2018年度/2019年度/2020年度', three],
    ['[2018, 2019, 2020]', three],
    ['[2018, "2019-2020"]', three],
    ['[2018年, 2018, 2019, 2020]', three],
    ['2020-12', december],
    ['"2020-12"', december],
    ['2020年12月', december],
    ['2020年12月份', december],
    ['2020/12', december],
    ['2020.12', december],
    ['202012', december],
    ['[2020-12]', december],
    ['2020年11月至2020年12月', ['2020-11', '2020-12']],
    ['2020年11-12月', ['2020-11', '2020-12']],
    ['2020-12至2021-01', ['2020-12', '2021-01']],
    ['2020-12-01至2020-12-31', december],
    ['2020年12月1日—2020年12月31日', december],
  ] as const)('%s', (written, covers) => {
    expect(read(written)).toEqual(covers);
  });

  it('every span of years, with every dash', () => {
    const year = fc.integer({ min: 1990, max: 2060 });
    const dash = fc.constantFrom('-', '—', '–', '~', '～', '至', '到', ' 至 ', '－');
    fc.assert(
      fc.property(year, fc.integer({ min: 0, max: 10 }), dash, (first, more, between) => {
        const expected = Array.from({ length: more + 1 }, (_, index) => String(first + index));
        expect(read(`"${first}${between}${first + more}"`)).toEqual(expected);
      }),
    );
  });
});

it.each([
  '去年',
  '20',
  '20188',
  '2020-13',
  '2020-00',
  '2020-2018',
  '2018-20',
  '1960-2020',
  '近三年',
  '[2018, 去年]',
  '{a: 1}',
  'true',
  '1.5',
  '[]',
])('reads nothing in %s', (written) => {
  expect(read(written)).toBeUndefined();
});

describe('in a dossier', () => {
  const slots = [slotOf({ id: 'audits', label: '审计报告' })];
  function attached(yaml: string) {
    const { node } = readDocument(new TextEncoder().encode(`attachments:\n  审计报告: ${yaml}\n`), 'dossier.yaml');
    if (node?.kind !== 'map') throw new Error('no map');
    return readAttachments(node.entries[0]?.value, node, slots, [], 'dossier.yaml');
  }

  it('also without quotes where YAML takes the comma for the end', () => {
    const { entries, findings } = attached('{file: a.pdf, covers: 2018,2019,2020, kind: audit}');
    expect(findings).toEqual([]);
    expect(entries.entries).toMatchObject([{ pattern: 'a.pdf', evidence: { covers: three, kind: 'audit' } }]);
  });

  it('what it cannot read is told at its key; the rest of the evidence holds', () => {
    const { entries, findings } = attached('{file: a.pdf, covers: 去年, kind: audit}');
    expect(findings).toMatchObject([
      { code: 'covers-unreadable', args: { written: '去年' }, at: { path: 'attachments.audits[0].covers' } },
    ]);
    expect(entries.entries[0]?.evidence).toEqual({ covers: [], kind: 'audit' });
  });

  it('nothing written is nothing said', () => {
    const { entries, findings } = attached('{file: a.pdf, covers: }');
    expect(findings).toEqual([]);
    expect(entries.entries[0]?.evidence).toEqual({});
  });
});
