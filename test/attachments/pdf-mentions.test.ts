// Whom the texts of the attached PDFs name: a warning for a file that names somebody else, one note for all that cannot be read.
import { expect, test } from 'vitest';
import { checkMentions, wantedOf } from '../../src/attachments/evidence/check.ts';
import type { AttachedFile, Evidence, Inventory, Traits } from '../../src/attachments/inventory-types.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { citeWith } from '../../src/category/open.ts';
import { givenFacts } from '../../src/category/test.ts';
import { chinesePdf } from '../files/pdf/build.ts';
import { pdfSample } from '../files/pdf/samples.ts';
import { codesOf, folderOf, placeOf, slotOf, take } from './dossier.ts';

const { vocabulary, definition } = await (await openCatalog()).open('jiangsu/2021/product');
const enterprise = '江苏示例精密机械（集团）有限公司';
const uscc = '91320115MADEM0011B';
const { facts } = givenFacts({ uscc, former_names: ['南京示例减速器有限公司'] }, vocabulary);
const applicant = {
  enterprise,
  facts,
  vocabulary,
  asOf: '2021-08-16',
  reason: (row: string) => citeWith(definition.sources, `practice ${row}`),
};

const fileOf = (source: string, traits: Traits, evidence: Evidence = {}): AttachedFile => {
  const at = placeOf(`attachments.${source}`, 10);
  return { source, absolute: `/${source}`, name: source, bytes: 1, traits, evidence, at };
};
const inventoryOf = (files: readonly AttachedFile[], rows: readonly AttachedFile[] = []): Inventory => ({
  slots: [{ ...slotOf(), files, at: placeOf('attachments.other', 9) }],
  rows: rows.map((file, index) => ({ table: 'patents', row: index + 1, column: 'copy', file })),
});

test('the enterprise, its code and its former names are looked for, as far as they are known', () => {
  expect(wantedOf(applicant)).toEqual({ name: enterprise, code: uscc, former: ['南京示例减速器有限公司'] });
  expect(wantedOf({ enterprise, facts: new Map() })).toEqual({ name: enterprise });
  expect(wantedOf({ enterprise: '', facts })).toBeUndefined();
});

test.each(['name', 'code', 'former name', undefined] as const)('a file that names: %s', (mentions) => {
  const traits: Traits = { pages: 1, text: true, ...(mentions === undefined ? {} : { mentions }) };
  expect(checkMentions(inventoryOf([fileOf('a.pdf', traits)]), applicant)).toEqual([]);
});

test('a file that names nobody of them is a warning, in slots and in rows, once', () => {
  const traits: Traits = { pages: 1, text: true, mentions: 'none' };
  const [one, two] = [fileOf('a.pdf', traits), fileOf('b.pdf', traits)];
  const findings = checkMentions(inventoryOf([one, two], [two]), applicant);
  expect(findings).toMatchObject(
    ['a.pdf', 'b.pdf'].map((file) => ({
      code: 'pdf-other-name',
      severity: 'warning',
      args: { file, enterprise, uscc },
      cite: [{ source: 'practice' }],
    })),
  );
});

test('a file said to be somebody else’s is told of by its evidence', () => {
  const traits: Traits = { pages: 1, text: true, mentions: 'none' };
  expect(checkMentions(inventoryOf([fileOf('a.pdf', traits, { issued_to: '苏州别家' })]), applicant)).toEqual([]);
  const own = fileOf('a.pdf', traits, { issued_to: '江苏示例精密机械 (集团)有限公司' });
  expect(checkMentions(inventoryOf([own]), applicant)).toHaveLength(1);
});

test('each file that cannot be searched is told of', () => {
  const scan: Traits = { pages: 3, text: false, unread: 3 };
  const found: Traits = { pages: 3, text: true, unread: 1, mentions: 'name' };
  const files = [fileOf('a.pdf', found), fileOf('b.pdf', scan), fileOf('c.jpg', {}), fileOf('d.pdf', scan)];
  expect(checkMentions(inventoryOf(files, [fileOf('e.pdf', scan)]), applicant)).toMatchObject([
    { code: 'pdf-no-text', severity: 'note', args: { file: 'b.pdf' }, at: { path: 'attachments.b.pdf' } },
    { code: 'pdf-no-text', args: { file: 'd.pdf' } },
    { code: 'pdf-no-text', args: { file: 'e.pdf' } },
  ]);
  expect(checkMentions(inventoryOf(files), { ...applicant, enterprise: '' })).toEqual([]);
});

test('from files to findings', async () => {
  const folder = folderOf({
    'own.pdf': chinesePdf([['兹证明江苏示例精密', '机械(集团)有限公司']], 'GBK-EUC-H'),
    'code.pdf': chinesePdf([[uscc]]),
    'other.pdf': chinesePdf([['苏州另一家有限公司']]),
    'scan.pdf': pdfSample('scans/text.pdf'),
    'blank.pdf': pdfSample('scans/blank.pdf'),
  });
  const wanted = wantedOf(applicant);
  const lookFor = { deep: true, ...(wanted ? { wanted } : {}) };
  const taken = await take(folder, { entries: { other: ['*.pdf'] }, lookFor });
  const fonts = taken.findings.filter(({ code }) => code === 'pdf-font-missing').length;
  expect(fonts).toBeGreaterThan(0);
  expect(codesOf(taken).filter((code) => code !== 'pdf-font-missing')).toEqual(['pdf-blank', 'slot-several']);
  expect(checkMentions(taken.inventory, applicant)).toMatchObject([
    { code: 'pdf-other-name', args: { file: 'other.pdf', enterprise, uscc } },
    { code: 'pdf-no-text', args: { file: 'blank.pdf' } },
    { code: 'pdf-no-text', args: { file: 'scan.pdf' } },
  ]);
  expect(codesOf(await take(folder, { entries: { other: ['*.pdf'] } }))).not.toContain('pdf-blank');
});
