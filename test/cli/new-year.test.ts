// The edition of another year: written from the one before, expected until its call is out, whole after three edited lines.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { forget } from '../../src/batch/task.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { newEdition } from '../../src/category/new-year.ts';
import { runDefinitionTests } from '../../src/category/test.ts';
import { edited } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

// The folder of definitions grows between two runs.
beforeEach(forget);

const examples = resolve(import.meta.dirname, '../../examples');
const call = '  call2028: {title: 关于组织2028年度申报的通知(示例〔2028〕1号), short: 2028 通知, standing: official}';

it('a made-up call of 2028: three edited lines, and the whole program works on it', async () => {
  const cwd = emptyFolder();
  const made = await zjtx(['categories', 'new-year', 'national/2027/little-giant'], { cwd });
  expect([made.code, made.stderr]).toEqual([0, '']);
  const file = join(cwd, 'schemas/national/2028/little-giant.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('extends: national/2027/little-giant\n');
  expect(text).toContain('title: "国家级专精特新“小巨人”企业(2028 年度，按 2026 年口径预计)"\n');
  expect(made.stdout.replace(/\n */g, '')).toContain('2号 附件2（二）：上年度营业收入不低于 5000 万元；');

  // As it is written it is only expected, and says so.
  const folder = join(cwd, '材料');
  cpSync(join(examples, 'national-2027-little-giant/expected'), folder, { recursive: true });
  const dossier = readFileSync(join(folder, 'dossier.yaml'), 'utf8')
    .replace('national/2027/little-giant', 'national/2028/little-giant')
    .replace('as_of: 2027-05-10', 'as_of: 2028-05-10')
    .replace('{2024: 16180.00, 2025: 18250.00, 2026: 20610.00}', '{2025: 18250.00, 2026: 20610.00, 2027: 23200.00}')
    .replace('{2025: 1190.00, 2026: 1360.00}', '{2026: 1360.00, 2027: 1530.00}')
    .replace('segment_years: 10 ', 'segment_years: 11 ')
    // Files of other examples come along.
    .replace(/\.\.\/\.\.\/([^,}\n]+)/g, (_, path: string) => {
      cpSync(join(examples, path), join(folder, '附件', basename(path)));
      return `附件/${basename(path)}`;
    });
  writeFileSync(join(folder, 'dossier.yaml'), dossier);
  const schemas = ['--schemas', 'schemas'];
  const expected = await zjtx(['validate', '材料', ...schemas], { cwd });
  expect(expected.stdout).toContain('2028 年度的申报通知还没有发布：按 2026 年口径预计，以正式通知为准');

  // The call raises one figure and is named: `expected` gives way to it.
  const title = /^title: .*$/m.exec(text)?.[0] ?? '';
  const stated = /^expected: .*$/m.exec(text)?.[0] ?? '';
  writeFileSync(
    file,
    [
      [title, 'title: 国家级专精特新“小巨人”企业(第十批)'],
      [stated, `sources:\n${call}\nseason: {from: 2028-04-20, until: 2028-05-20, cite: call2028 二}`],
      [
        '\ntests:\n',
        `\ncriteria:\n  revenue: {title: 上年度营业收入不低于 6000 万元, rule: {assert: revenue.at(Y-1) >= 6000}, severity: error, cite: call2028 三}\n\ntests:\n`,
      ],
    ].reduce((soFar, [from = '', to = '']) => edited(soFar, from, to), text),
  );
  forget();
  const tested = await zjtx(['categories', 'test', 'national/2028/little-giant', ...schemas], { cwd });
  // The test of the old border is the one that the new figure breaks.
  expect(tested.code).toBe(1);
  expect(tested.stdout).toMatch(/项测试，1 项未通过\n.*条件 revenue 应为 met，得到 not met/);
  const ran = await zjtx(['validate', '材料', ...schemas, '-f', 'json'], { cwd });
  const [one] = JSON.parse(ran.stdout).dossiers;
  expect(ran.stderr).toBe('');
  expect(JSON.stringify(one)).not.toContain('edition-expected');
  for (const argv of [
    ['categories', 'show', 'national/2028/little-giant', ...schemas],
    ['categories', 'diff', 'national/2027/little-giant', 'national/2028/little-giant', ...schemas],
    ['match', '材料', '--category', 'national/2028/little-giant', ...schemas],
    ['explain', 'revenue', '--category', 'national/2028/little-giant', ...schemas],
    ['sheet', 'export', '--category', 'national/2028/little-giant', '-o', '表.xlsx', ...schemas],
    ['init', '新', '--yes', '--category', 'national/2028/little-giant', '--from', '材料', ...schemas],
    ['build', '材料', '--draft', '-o', '输出', ...schemas],
  ]) {
    const { code, stdout, stderr } = await zjtx(argv, { cwd });
    expect([code, stderr], stdout).toEqual([0, expect.not.stringContaining('错误')]);
  }
  const [zip = ''] = readdirSync(join(cwd, '输出'));
  const checked = await zjtx(['verify', join('输出', zip), ...schemas], { cwd });
  expect([checked.code, checked.stderr], checked.stdout).toEqual([0, '']);
}, 120_000);

describe('of every category', () => {
  it.each([
    ['national/2025/little-giant', 0],
    ['national/2026/srdi-sme', 0],
    ['national/2022/srdi-sme', 0],
    ['jiangsu/2021/product', 0],
    // Reviews name the years of the titles they are for.
    ['jiangsu/2021/review-product', 5],
  ])('%s opens as a later year, with its tests moved', async (id, fixed) => {
    const cwd = emptyFolder();
    const { code, stdout } = await zjtx(['categories', 'new-year', id, '--year', '2031'], { cwd });
    expect(code).toBe(0);
    // What was left out is named by its title.
    const left = /不随年度移动，须核对：2012-2016及2018年度被认定为省级专精特新小巨人企业/;
    expect(left.test(stdout.replace(/\s/g, ''))).toBe(fixed > 0);
    const catalog = await openCatalog([join(cwd, 'schemas')]);
    const from = await catalog.open(id);
    const made = await catalog.open(id.replace(/\d{4}/, '2031'));
    expect(made.expected?.text).toBe(`按 ${from.definition.year} 年口径预计，以正式通知为准`);
    expect(made.definition.tests.length).toBe(from.definition.tests.length - fixed);
    expect(runDefinitionTests(made).failures).toEqual([]);
  });
});

it('moves what is a year and leaves what only looks like one', async () => {
  const from = await (await openCatalog()).open('jiangsu/2021/product');
  const tests = [
    {
      given: {
        revenue: { 2020: 2020, 2019: '2019.50' },
        founded: '2016-02-29',
        titles: [{ kind: '专精特新产品', year: 2018, valid_until: '2021-12-02', number: '2018-0012' }],
        pool: { enrolled: true },
      },
      criteria: { x: 'met' as const },
    },
  ];
  const changed = { ...from, definition: { ...from.definition, tests } };
  const { text } = newEdition(changed, { year: 2022, basis: 2021 });
  expect(text).toContain('revenue: {2020: "2019.50", 2021: 2020}');
  expect(text).toContain('founded: 2017-02-28');
  expect(text).toContain('year: 2019, valid_until: 2022-12-02, number: "2018-0012"');
  expect(text).toContain('pool: {enrolled: 是}');
});

it('writes over nothing, and says which year it cannot be', async () => {
  const cwd = emptyFolder();
  const id = 'national/2027/review';
  const made = await zjtx(['categories', 'new-year', id, '-o', '定义/'], { cwd });
  expect(made.code).toBe(0);
  const file = join(cwd, '定义/national/2028/review.yaml');
  // The words of a condition do not move with its rule.
  expect(made.stdout.replace(/\s/g, '')).toContain('没有顺移，须改写：2024年认定的第六批');
  writeFileSync(file, 'mine');
  const again = await zjtx(['categories', 'new-year', id, '-o', '定义'], { cwd });
  expect([again.code, readFileSync(file, 'utf8')]).toEqual([2, 'mine']);
  expect(again.stderr).toContain('已有 定义/national/2028/review.yaml，没有改动');
  expect((await zjtx(['categories', 'new-year', id, '-o', '定义', '--force'], { cwd })).code).toBe(0);
  for (const [more, said] of [
    [['--year', '2027'], '选项 --year 的值 2027 不对，可用：2028–2100'],
    [['--schemas', '定义'], '已有类别 national/2028/review'],
  ] as const) {
    const { code, stderr } = await zjtx(['categories', 'new-year', id, ...more], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  }
});
