// zjtx categories: the list, and one in full, as text and as JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, zjtx } from '../support/terminal.ts';

test('list has every category with its title and what it stands on', async () => {
  const ran = await zjtx(['categories', 'list']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toMatch(/^- jiangsu\/2021\/product\n {2}专精特新产品认定\n {2}已有后续 .*\n {2}来源原文/m);
  expect(ran.stdout).toContain('国家级专精特新“小巨人”企业(第八批)\n  最新一版');
  expect(ran.stdout).not.toContain('/base');
});

test('list and show say which days a category is for, and what came after', async () => {
  const wide = { env: { COLUMNS: '200' } };
  const list = (await zjtx(['categories', 'list'], wide)).stdout.replace(/\s+/g, '');
  for (const said of [
    '已有后续national/2026/srdi-sme；适用2022-08-01至2022-12-31',
    '已有后续jiangsu/2022/srdi-sme；适用2021-01-01至2021-11-05',
    '最新一版；适用2026-04-25至2026-05-25',
  ])
    expect(list).toContain(said);
  const show = (await zjtx(['categories', 'show', 'jiangsu/2021/product'], wide)).stdout;
  expect(show).toContain('适用日期：2021-01-01 至 2021-11-05（起日按年度）');
  expect(show).toContain('本版已被取代：');
});

test('list --json is a list', async () => {
  const list = JSON.parse((await zjtx(['categories', 'list', '--json'])).stdout) as unknown[];
  expect(list).toContainEqual(
    expect.objectContaining({
      id: 'jiangsu/2021/product',
      year: 2021,
      season: { from: '2021-01-01', until: '2021-11-05' },
      supersededBy: 'jiangsu/2022/srdi-sme',
    }),
  );
});

test('show has fields, slots, metrics and criteria, each with its clause and, in full, where it is written', async () => {
  const short = await zjtx(['categories', 'show', 'jiangsu/2021/product']);
  expect(short.stdout).not.toContain('出自');
  const ran = await zjtx(['categories', 'show', 'jiangsu/2021/product', '--verbose']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  for (const text of [
    '统一社会信用代码',
    '完税证明',
    '编号 product_sales_share，',
    '编号 registered-in-province，',
    '产品销售收入 ÷ 2020年主营业务收入 × 100',
    '手册 2.1.2',
    '出自 schemas/jiangsu/2021/base.yaml',
  ])
    expect(ran.stdout).toContain(text);
  expect(Math.max(...ran.stdout.split('\n').map((line) => line.length))).toBeLessThan(200);
});

test('show has the readings of metrics and criteria, each with its formula or routes', async () => {
  const innovation = await zjtx(['categories', 'show', 'jiangsu/2021/giant-innovation']);
  expect(innovation.stdout).toContain('口径“各年增长率的平均值”');
  expect(innovation.stdout).toContain('口径“复合增长率”  ((2020年利润总额 ÷ 2017年利润总额)^(1/3) − 1) × 100');
  const giant = (await zjtx(['categories', 'show', 'national/2022/little-giant'])).stdout;
  for (const label of ['3000 万元为两年合计，压线归上一档', '3000 万元为每年', '压线归下一档']) {
    expect(giant).toContain(`口径“${label}”`);
  }
  expect(giant).not.toContain('"any_of"');
});

test('show has the scorecard: groups, caps, pass marks, items and bands with their points', async () => {
  const show = async (...more: string[]) =>
    (await zjtx(['categories', 'show', 'national/2022/srdi-sme', ...more])).stdout;
  const text = await show();
  for (const line of [
    /^评分 \/ .*（满分 100，达标 60）$/m,
    /^专业化（满分 25）$/m,
    /^ {6}.*：≥ 80 得 5 分，≥ 70 得 3 分，≥ 60 得 1 分$/m,
    /^ {6}从事特定细分市场年限每满 2 得 1 分$/m,
    /^ {6}补短板\/锻长板\/填空白取得实效 得 5 分；/m,
  ]) {
    expect(text).toMatch(line);
  }
  expect((await zjtx(['categories', 'show', 'national/2022/innovative-sme'])).stdout).toContain(
    '创新能力（满分 40，至少 20）',
  );
  const english = await show('--lang', 'en');
  for (const said of ['专业化 (25 at most)', '三级以上 gives 5 points (', 'usual checks E-05 (our proposal)'])
    expect(english).toContain(said);
});

test('show --json is the frozen definition', async () => {
  const ran = await zjtx(['categories', 'show', 'jiangsu/2021/product', '--json']);
  expect(JSON.parse(ran.stdout)).toMatchObject({ id: 'jiangsu/2021/product' });
});

test('show speaks English around the printed labels', async () => {
  const ran = await zjtx(['categories', 'show', 'jiangsu/2021/product', '--lang', 'en']);
  expect(ran.stdout).toContain('统一社会信用代码');
  expect(ran.stdout).toContain('required');
});

test('show writes its JSON to a file as every command does, and its text beside it', async () => {
  const cwd = emptyFolder();
  const ran = await zjtx(['categories', 'show', 'jiangsu/2021/product', '-f', 'json=c.json', '-f', 'text'], { cwd });
  expect(ran).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('完税证明') });
  expect(JSON.parse(readFileSync(join(cwd, 'c.json'), 'utf8'))).toMatchObject({ id: 'jiangsu/2021/product' });
});

test.each([
  ['national/little-giant', 'national/2026/little-giant'],
  ['national/2019/little-giant', 'national/2026/little-giant'],
  ['national/litle-giant', 'national/2026/little-giant'],
  ['jiangsu/product', 'jiangsu/2021/product'],
  ['national/nothing', undefined],
])('%s, which nobody knows, is answered with %s: the newest edition that is out', async (id, near) => {
  const { code, stderr } = await zjtx(['categories', 'show', id]);
  const asked = near === undefined ? '' : `是否指 ${near}？`;
  expect([code, stderr]).toEqual([2, `zjtx 错误：没有类别 ${id}\n修正：${asked}已知类别见 zjtx categories list\n`]);
});
