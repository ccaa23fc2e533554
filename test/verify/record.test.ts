// Every member of a bundle's record is compared with what the dossier gives, or is listed as stated by the sender.
import { expect, it } from 'vitest';
import { placeFiles } from '../../src/bundle/layout.ts';
import { summaryFonts } from '../../src/summary/spare.ts';
import { writeSummary } from '../../src/summary/write.ts';
import { findingFindings } from '../../src/verify/again.ts';
import { recordFindings } from '../../src/verify/compare.ts';
import { bySender, documentOf } from '../../src/verify/record.ts';
import { summaryFindings } from '../../src/verify/summary.ts';
import { assessed } from '../bundle/cheat.ts';

/** The same with the keys of every map in another order. */
const turned = <T>(value: T): T =>
  (Array.isArray(value)
    ? value.map(turned)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .map(([key, one]) => [key, turned(one)] as const)
            .reverse(),
        )
      : value) as T;

it('says the same with its keys in any order', async () => {
  const assessment = await assessed();
  const document = documentOf(assessment, placeFiles(assessment, 'x'), { merged: [], paper: undefined });
  expect(document.findings.length).toBeGreaterThan(0);
  for (const words of [true, false]) {
    expect(recordFindings(turned(document), document, { words })).toEqual([]);
    const about = { words, dossier: document.dossier };
    expect(findingFindings(turned(document.findings), document.findings, about)).toEqual([]);
  }
});

it('no member can be changed unnoticed, under this version or another', async () => {
  const assessment = await assessed();
  const document = documentOf(assessment, placeFiles(assessment, 'x'), { merged: [], paper: undefined });
  const names = Object.keys(document).filter((name) => !(bySender as readonly string[]).includes(name));
  expect(names.length).toBeGreaterThan(15);
  for (const words of [true, false])
    for (const name of names) {
      const value = document[name as keyof typeof document];
      const other = Array.isArray(value)
        ? [...value, { id: 'x', label: 'x', title: 'x', outcome: { is: 'undecided' }, decision: { is: 'met' } }]
        : typeof value === 'object'
          ? { ...value, id: 1 }
          : `${value}1`;
      const found = recordFindings({ ...document, [name]: other } as typeof document, document, {
        words,
        apart: bySender,
      });
      expect(found.length, name).toBeGreaterThan(0);
    }
  expect(recordFindings(document, document, { words: true })).toEqual([]);
});

it('a form that another version laid out is told not to be proved, and a figure that it lacks is', async () => {
  const assessment = await assessed();
  const made = { stamp: 'final', own: false, spare: [] } as const;
  const fonts = await summaryFonts();
  // Its words may be others, its figures and what the foot says of the dossier may not.
  const before = { ...assessment, criteria: assessment.criteria.map((one) => ({ ...one, title: `${one.title}等` })) };
  const { bytes } = await writeSummary(before, { fonts, stamp: 'final', version: '9.9.9' });
  const told = async (one: typeof assessment, version: string) =>
    (await summaryFindings(one, Buffer.from(bytes), { ...made, version })).map((finding) => [
      finding.code,
      'args' in finding && finding.args,
    ]);
  expect(await told(assessment, '9.9.9')).toEqual([['bundle-unproved', { file: 'data/申请表.pdf', why: 'version' }]]);
  expect(await told(assessment, '9.9.8')).toEqual([
    ['bundle-summary-differs', { why: 'figure', text: expect.stringContaining('zjtx 9.9.8') }],
  ]);
});
