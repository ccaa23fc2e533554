// Values as people write them reach criteria, report, guide and workbook in their canonical form, each with one note.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import type { Assessment } from '../../src/assessment.ts';
import { guidePage } from '../../src/bundle/guide/page.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { readDocument } from '../../src/document/read.ts';
import type { EngineFinding } from '../../src/findings/finding.ts';
import { valuesOf } from '../../src/intake/sheet/book.ts';
import { starterText } from '../../src/intake/starter/write.ts';
import { readAssets } from '../../src/reporters/html/assets.ts';
import { cache } from '../support/looked.ts';

const folder = resolve(import.meta.dirname, '../../examples/jiangsu-2021-product/ready');
const ready = readFileSync(join(folder, 'dossier.yaml'), 'utf8');
const catalog = await openCatalog();
const category = await catalog.open('jiangsu/2021/product');

/** What stands in the ready example, how somebody else writes it, and what it is taken for. */
const written: readonly (readonly [was: string, now: string, taken: unknown])[] = [
  ['as_of: 2021-08-16', 'as_of: 2021年8月16日', '2021-08-16'],
  ['region: [江苏省, 南京市, 江宁区]', 'region: 江苏省南京市江宁区', ['江苏省', '南京市', '江宁区']],
  ['postcode: "211100"', 'postcode: "２１１１００"', '211100'],
  ['mobile: "13900000018"', 'mobile: "139 0000 0018"', '13900000018'],
  ['founded: 2016-03-18', 'founded: 42447', '2016-03-18'],
  ['uscc: "91320115MADEM0011B"', 'uscc: 91320115 madem0011b', '91320115MADEM0011B'],
  ['industry: "3453"', 'industry: C3453', '3453'],
  ['chains: [工业机器人, 高档数控机床]', 'chains: 工业机器人、高档数控机床', ['工业机器人', '高档数控机床']],
  ['listed: 否', 'listed: ×', '否'],
  ['hi_tech: 是', 'hi_tech: √', '是'],
  ['assets_total: 9800.00', 'assets_total: 9,800.00万元', '9800.00'],
  ['liabilities_total: 3731.50', 'liabilities_total: 3731.50 万', '3731.50'],
  ['employees: 136', 'employees: 136人', '136'],
  ['debt_ratio: 38.08', 'debt_ratio: 38.08%', '38.08'],
  ['titles: []', 'titles: 无', []],
];

const assessed = async (text: string): Promise<Assessment> => {
  const dossier = { folder, shown: folder, file: 'dossier.yaml', bytes: Buffer.from(text), root: folder };
  const outcome = await assess(dossier, { catalog, today: '2021-08-16', cache });
  if (outcome.kind !== 'assessed') throw new Error('not assessed');
  return outcome;
};

const otherwise = written.reduce((text, [was, now]) => {
  expect(text.split(was)).toHaveLength(2);
  return text.replace(was, now);
}, ready);

/** A form without where its values stand. */
const bare = (form: Assessment['form']): unknown =>
  JSON.parse(JSON.stringify(form, (key, value: unknown) => (key === 'at' || key === 'cite' ? undefined : value)));

it('gives the same form, decisions and guide as the plain spelling, and a note for each', async () => {
  const [plain, other] = [await assessed(ready), await assessed(otherwise)];
  const notes = other.findings.filter(({ code }) => code === 'value-taken') as EngineFinding[];
  const taken = notes.map((note) => (note.code === 'value-taken' ? JSON.stringify(note.args.taken) : ''));
  expect(taken.toSorted()).toEqual(written.map(([, , one]) => JSON.stringify(one)).toSorted());
  expect(notes.every(({ severity }) => severity === 'note')).toBe(true);
  const codes = (one: Assessment) => one.findings.map(({ code }) => code).filter((code) => code !== 'value-taken');
  expect(codes(other)).toEqual(codes(plain));
  expect(bare(other.form)).toEqual(bare(plain.form));
  expect(other.criteria.map(({ id, decision }) => [id, decision.is])).toEqual(
    plain.criteria.map(({ id, decision }) => [id, decision.is]),
  );
  const page = guidePage(other, [], [], await readAssets('guide'));
  const shown = [...page.matchAll(/<span class="value">([^<]*)<\/span>/g)].map(([, value]) => value);
  for (const value of ['江宁区', '211100', '13900000018', '2016-03-18', '91320115MADEM0011B', '9800.00', '3731.50'])
    expect(shown).toContain(value);
  expect(page).not.toMatch(/２１１１００|139 0000|madem/);
});

it('fills the workbook, and what is written from it, with the plain spelling', () => {
  const entriesOf = (text: string) => {
    const { node } = readDocument(Buffer.from(text), 'dossier.yaml');
    if (node?.kind !== 'map') throw new Error('no dossier');
    return node.entries;
  };
  const values = valuesOf(entriesOf(otherwise), category) as { form: { basics: Record<string, unknown> } };
  expect(values.form.basics).toMatchObject({
    region: ['江苏省', '南京市', '江宁区'],
    postcode: '211100',
    founded: '2016-03-18',
    assets_total: '9800.00',
    liabilities_total: '3731.50',
  });
});

it('writes answers as a dossier writes them', () => {
  const text = starterText(category, {
    form: { basics: { founded: '2012年5月8日', listed: '对', assets_total: '9,800.00万元', postcode: '２１１１００' } },
    titles: [],
  });
  for (const line of ['成立时间: 2012-05-08', '企业是否上市: 是', '上年末资产总额(万元): 9800.00', '邮编: "211100"'])
    expect(text).toContain(line);
  const vague = starterText(category, { form: { basics: { founded: '03/04/2012', assets_total: '3,5' } } });
  for (const line of ['成立时间: "03/04/2012"', '上年末资产总额(万元): "3,5"']) expect(vague).toContain(line);
});
