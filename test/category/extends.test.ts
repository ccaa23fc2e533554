// How definitions build on each other, and what they share: the chain of extends, loops, vocabularies, YAML faults.
import { expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { DefinitionFault, UnknownCategory } from '../../src/category/fault-stop.ts';
import { faultsIn, folderOf, openIn } from './folder.ts';
import { base, files, id, seedling } from './yunling.ts';

const extending = (parent: string, more = '') => `format: 1\nextends: ${parent}\ntitle: 复核\n${more}`;
const sapling = 'yunling/2021/sapling';
const withSapling = (more: string) => ({ ...files, [`${sapling}.yaml`]: extending(id, more) });

it('two steps of extends are taken, members merge by id, inside a member a key is replaced whole', async () => {
  const opened = await openIn(
    withSapling(
      'metrics:\n  revenue_cagr: {label: 增长率(%), decimals: 1}\ncriteria:\n  growth: {title: 10% 以上, rule: {assert: revenue_cagr >= 10}}\n',
    ),
    sapling,
  );
  expect(opened.metrics.map(({ id, label, decimals, formula }) => [id, label, decimals, formula.text])).toEqual([
    ['debt_ratio', '资产负债率(%)', 2, 'liabilities_total.at(Y-1) / assets_total.at(Y-1) * 100'],
    ['revenue_cagr', '增长率(%)', 1, 'cagr(revenue, Y-4, Y-1)'],
  ]);
  expect(opened.metrics[1]?.limits).toEqual([{ criterion: 'growth', operator: '>=', limit: '10' }]);
  expect(opened.criteria.map(({ id }) => id)).toEqual(['low-debt', 'growth', 'no-other-title']);
  expect(opened.definition.tests).toEqual([]);
});

it('null takes a member away', async () => {
  const opened = await openIn(withSapling('criteria:\n  growth: null\nform:\n  operations: null\n'), sapling);
  expect(opened.criteria.map(({ id }) => id)).toEqual(['low-debt', 'no-other-title']);
  expect(opened.form.sections.map(({ id }) => id)).toEqual(['basics']);
});

it('each member knows the file it comes from', async () => {
  const { origins } = await openIn(files, id);
  expect(origins.get('criteria.low-debt')).toMatch(/base\.yaml$/);
  expect(origins.get('criteria.growth')).toMatch(/seedling\.yaml$/);
});

it('a third step is refused where it is written', async () => {
  const third = { ...withSapling(''), 'yunling/2021/tree.yaml': extending(sapling) };
  expect(await faultsIn(third, 'yunling/2021/tree')).toEqual([
    'yunling/2021/seedling.yaml:3:10-27 extends-deep {"id":"yunling/2021/base"}',
  ]);
});

it('a definition that extends itself is refused', async () => {
  const circle = {
    'yunling/2021/a.yaml': extending('yunling/2021/b'),
    'yunling/2021/b.yaml': extending('yunling/2021/a'),
  };
  expect(await faultsIn(circle, 'yunling/2021/a')).toEqual([
    'yunling/2021/a.yaml:2:10-24 extends-deep {"id":"yunling/2021/b"}',
  ]);
});

it('metrics may build on later ones, also in their second reading, and not on themselves', async () => {
  const chained = seedling.replace(
    'metrics:\n',
    'metrics:\n  above: {label: 高出, formula: revenue_cagr - 8, as: 差, readings: [{label: 比, formula: revenue_cagr / 8 * 100}], cite: notice 三}\n',
  );
  const opened = await openIn({ ...files, 'yunling/2021/seedling.yaml': chained }, id);
  expect(opened.metrics.map((metric) => metric.id)).toEqual(['debt_ratio', 'revenue_cagr', 'above']);
  const circle = chained.replace('cagr(revenue, Y-4, Y-1)', 'above + 8');
  expect(await faultsIn({ ...files, 'yunling/2021/seedling.yaml': circle }, id)).toEqual([
    'yunling/2021/seedling.yaml:13:31-47 metric-cycle {"metrics":["above","revenue_cagr","above"]}',
  ]);
  // One that only leads into the circle is none of it.
  const led = circle.replace('metrics:\n', 'metrics:\n  before: {label: 先, formula: above + 1, cite: notice 三}\n');
  expect(await faultsIn({ ...files, 'yunling/2021/seedling.yaml': led }, id)).toEqual([
    'yunling/2021/seedling.yaml:14:31-47 metric-cycle {"metrics":["above","revenue_cagr","above"]}',
  ]);
});

it('a fault in YAML is told as in a dossier', async () => {
  const broken = base.replace('year: 2021', 'year： 2021');
  expect(await faultsIn({ ...files, 'yunling/2021/base.yaml': broken }, id)).toEqual([
    'yunling/2021/base.yaml:7:5-6 yaml-wide-colon {"mended":"year: 2021"}',
  ]);
  const twice = base.replace('year: 2021', 'year: 2021\nyear: 2022');
  expect((await faultsIn({ ...files, 'yunling/2021/base.yaml': twice }, id))[0]).toMatch(
    /^yunling\/2021\/base\.yaml:8:1-5 yaml-duplicate-key /,
  );
  expect((await faultsIn({ ...files, 'yunling/2021/base.yaml': '' }, id))[0]).toMatch(/base\.yaml:1:1-1 yaml-empty/);
});

it('every fault is told, not only the first, each in the file it stands in', async () => {
  const faulty = {
    'yunling/2021/base.yaml': base.replace('debt_ratio <= 70', 'dept_ratio <= 70'),
    'yunling/2021/seedling.yaml': seedling
      .replace('revenue_cagr >= 8', 'revenue_cagr >= "8"')
      .replace('notice 四', 'notic 四'),
  };
  expect(await faultsIn(faulty, id)).toEqual([
    'yunling/2021/base.yaml:41:20-30 expression-name-unknown {"text":"dept_ratio <= 70","name":"dept_ratio","nearest":"debt_ratio"}',
    'yunling/2021/seedling.yaml:21:20-39 expression-type {"text":"revenue_cagr >= \\"8\\"","part":"revenue_cagr >= \\"8\\""}',
    'yunling/2021/seedling.yaml:27:11-18 source-unknown {"source":"notic","nearest":"notice"}',
  ]);
});

it('columns count characters, and a folded expression is marked whole', async () => {
  const astral = seedling.replace('{assert: revenue_cagr >= 8}', `{assert: '"𠮷野家" == "𠮷" && revenu.at(Y-1) > 8'}`);
  expect(await faultsIn({ ...files, 'yunling/2021/seedling.yaml': astral }, id)).toEqual([
    expect.stringMatching(/^yunling\/2021\/seedling\.yaml:21:37-43 expression-name-unknown /),
  ]);
  const folded = seedling.replace(
    '{assert: revenue_cagr >= 8}',
    '\n      assert: >-\n        revenue_cagr >= 8\n        && revenu.at(Y-1) > 8',
  );
  expect(await faultsIn({ ...files, 'yunling/2021/seedling.yaml': folded }, id)).toEqual([
    expect.stringMatching(/^yunling\/2021\/seedling\.yaml:22:15-\d+:\d+ expression-name-unknown /),
  ]);
});

it('an expression with escapes is marked whole, since its columns are not those of its text', async () => {
  const doubled = seedling.replace('{assert: revenue_cagr >= 8}', `{assert: 'uscc == ''一'' && revenu.at(Y-1) > 8'}`);
  const line = doubled.split('\n')[20] ?? '';
  const column = line.indexOf("'uscc") + 1;
  expect(await faultsIn({ ...files, 'yunling/2021/seedling.yaml': doubled }, id)).toEqual([
    expect.stringContaining(`:21:${column}-${line.length} expression-name-unknown`),
  ]);
});

it('facts and lists of a folder are checked where they stand', async () => {
  const faulty = (facts: string) => faultsIn({ ...files, 'facts.yaml': `format: 1\nfacts:\n${facts}` }, id);
  expect(await faulty('  grade: {type: choice, list: chain, meaning: 等级}\n')).toEqual([
    'facts.yaml:3:31-36 list-unknown {"list":"chain","nearest":"chains"}',
  ]);
  expect((await faulty('  in: {type: text, meaning: 内}\n'))[0]).toMatch(/^facts\.yaml:3:\d+-\d+ \S+ /);
  expect((await faulty('  grade: {type: txt, meaning: 等级}\n'))[0]).toMatch(/^facts\.yaml:3:17-20 value-wrong /);
});

it('a definition of a folder may use facts and lists of its own', async () => {
  const own = {
    ...files,
    'facts.yaml':
      'format: 1\nfacts:\n  altitude: {type: number, unit: 米, meaning: 海拔}\n  zone: {type: choice, list: zones, meaning: 片区}\n',
    'lists/zones.yaml':
      'title: 片区\nsource: {title: 通知, standing: official}\noptions:\n  - {name: 东}\n  - {name: 西}\n',
    'yunling/2021/seedling.yaml': seedling.replace(
      'assert: revenue_cagr >= 8',
      `assert: 'altitude >= 1500 && zone == "东"'`,
    ),
  };
  const opened = await openIn(own, id);
  expect(opened.vocabulary.get('zone')?.options).toEqual(['东', '西']);
  expect(opened.flattened).toContain('"altitude"');
});

it('a fact or a list that a category does not use leaves its digest alone', async () => {
  const more = {
    ...files,
    'facts.yaml': 'format: 1\nfacts:\n  altitude: {type: number, unit: 米, meaning: 海拔}\n',
    'lists/zones.yaml': 'title: 片区\nsource: {title: 通知, standing: official}\noptions:\n  - {name: 东}\n',
  };
  const [added, without] = await Promise.all([openIn(more, id), openIn(files, id)]);
  expect(added.vocabulary.has('altitude')).toBe(true);
  expect(added.sha256).toBe(without.sha256);
  expect(Object.keys(JSON.parse(without.flattened).facts)).toEqual([
    'region',
    'founded',
    'uscc',
    'assets_total',
    'liabilities_total',
    // The yardstick of assets and revenue.
    'employees',
    'revenue',
    'titles',
  ]);
  expect(Object.keys(JSON.parse(without.flattened).lists)).toEqual(['regions', 'titles']);
});

it('a later folder takes the place of a shipped category', async () => {
  const own = folderOf({
    'jiangsu/2021/product.yaml': seedling.replace('yunling', 'jiangsu').replaceAll('notice', 'notice'),
  });
  const opened = await (await openCatalog([own])).open('jiangsu/2021/product');
  expect(opened.definition.title).toBe('种子企业认定');
});

it('an unknown category names the nearest', async () => {
  const catalog = await openCatalog([folderOf(files)]);
  const error = await catalog.open('yunling/2021/seedlings').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnknownCategory);
  expect(error).toMatchObject({ id: 'yunling/2021/seedlings', nearest: id });
  await expect(catalog.open('yunling/2021/base')).rejects.toBeInstanceOf(UnknownCategory);
});

it('a fault carries the texts of the files, for code frames', async () => {
  const folder = folderOf({ ...files, 'yunling/2021/base.yaml': base.replace('year: 2021', 'yaer: 2021') });
  const error = await (await openCatalog([folder])).open(id).catch((thrown: unknown) => thrown);
  if (!(error instanceof DefinitionFault)) throw new Error('no fault');
  const unknown = error.findings.find(({ code }) => code === 'key-unknown');
  expect(error.texts.get(unknown?.at.file ?? '')).toContain('yaer: 2021');
});

it('the days of an edition, and what came after it, are not those of another year', async () => {
  const dated =
    'season: {from: 2021-03-01, until: 2021-04-30, cite: notice 一}\nsuperseded: {text: 见新通知, cite: notice 一}\n';
  const older = { ...files, 'yunling/2021/old.yaml': extending('yunling/2021/base', dated) };
  const next = async (more: string) =>
    openIn({ ...older, 'yunling/2022/old.yaml': extending('yunling/2021/old', more) }, 'yunling/2022/old');
  expect(await next('year: 2022\n')).toMatchObject({ season: { from: '2022-01-01', until: '2022-12-31', cite: [] } });
  expect((await next('year: 2022\n')).superseded).toBeUndefined();
  expect(await next('')).toMatchObject({
    season: { from: '2021-03-01', until: '2021-04-30' },
    superseded: { text: '见新通知' },
  });
});

it.each([
  ['season: {from: 2021-05-01, until: 2021-04-30, cite: notice 一}', 'season-ends-first'],
  ['season: {from: 2022-01-01, cite: notice 一}', 'season-ends-first'],
  ['season: {until: 2021-02-31, cite: notice 一}', 'value-wrong'],
  ['season: {until: 2021-04-30}', 'key-missing'],
  ['superseded: {text: 见新通知, by: yunling/2021/sedling, cite: notice 一}', 'superseded-unknown'],
  ['superseded: {text: 见新通知, by: seedling, cite: notice 一}', 'value-wrong'],
])('%s is told: %s', async (line, code) => {
  const told = await faultsIn(withSapling(`${line}\n`), sapling);
  expect(told).toEqual([expect.stringMatching(new RegExp(`sapling.yaml:4:\\S+ ${code} `))]);
});

it('what came after an edition is suggested where its id is nearly right', async () => {
  const told = (by: string) =>
    faultsIn(withSapling(`superseded: {text: 见新通知, by: ${by}, cite: notice 一}\n`), sapling);
  expect(await told('yunling/2021/sedling')).toEqual([expect.stringContaining(`"nearest":"${id}"`)]);
  expect(await told('elsewhere/1999/thing')).toEqual([expect.not.stringContaining('nearest')]);
});
