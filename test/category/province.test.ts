// Another province is added without touching the program: its folder opens, and a dossier is assessed against it.
import { expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { runDefinitionTests } from '../../src/category/test.ts';
import { folderOf } from './folder.ts';
import { dossier, files, id } from './yunling.ts';

async function outcomeOf(text: string) {
  const catalog = await openCatalog([folderOf(files)]);
  const folder = folderOf({ 'dossier.yaml': text, '附件/营业执照/执照.pdf': '' });
  const bytes = new TextEncoder().encode(text);
  const outcome = await assess(
    { folder, root: folder, shown: '云岭', file: 'dossier.yaml', bytes },
    { catalog, asOf: '2021-08-16', today: '2026-11-21' },
  );
  if (outcome.kind !== 'assessed') throw new Error(JSON.stringify(outcome.findings));
  return outcome;
}

it('is listed beside the shipped ones and keeps its own tests', async () => {
  const catalog = await openCatalog([folderOf(files)]);
  expect((await catalog.list()).find((entry) => entry.id === id)).toEqual({
    id,
    title: '种子企业认定',
    scheme: '云岭省专精特新认定',
    year: 2021,
    season: { from: '2021-01-01', until: '2021-12-31' },
    standings: ['official', 'secondary'],
  });
  expect(runDefinitionTests(await catalog.open(id))).toEqual({ passed: 1, failed: 0, failures: [], inherited: [] });
});

it('assesses a dossier', async () => {
  const outcome = await outcomeOf(dossier);
  expect(outcome.metrics.map(({ id, outcome: { is }, precise }) => [id, is, precise])).toEqual([
    ['debt_ratio', 'value', '38.0765…'],
    ['revenue_cagr', 'value', '18.2583…'],
  ]);
  expect(outcome.criteria.map(({ id, decision }) => [id, decision.is])).toEqual([
    ['low-debt', 'met'],
    ['growth', 'met'],
    ['no-other-title', 'met'],
  ]);
  expect(outcome.findings.map(({ code }) => code)).toEqual(['file-empty', 'region-as-written']);
  expect(outcome.category).toMatchObject({ title: '种子企业认定', authority: '云岭省工业和信息化厅', year: 2021 });
});

it('says what is missing and not met, with the clause', async () => {
  const poor = dossier
    .replace('3731.50', '9000')
    .replace('38.08', '91.84')
    .replace(', 2019: 7350, 2020: 8600', '')
    .replace('titles: []\n', '');
  const outcome = await outcomeOf(poor);
  expect(
    outcome.findings.map(({ code, cite }) => [code, cite.map(({ short, clause }) => `${short} ${clause}`)]),
  ).toContainEqual(['low-debt', ['通知 二']]);
  expect(outcome.criteria.map(({ decision }) => decision)).toEqual([
    { is: 'not met', shown: '资产负债率 91.8367…% > 70%' },
    { is: 'undecided', needs: ['revenue.2020'] },
    { is: 'undecided', needs: ['titles'] },
  ]);
});
