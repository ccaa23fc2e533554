// The heads of tables as clients write them: read where they say one thing, named where they do not, and nothing guessed.
import { expect, it } from 'vitest';
import { openWorkbook } from '../../../src/intake/sheet/open.ts';
import { catalog } from './books.ts';

const category = 'jiangsu/2021/giant-innovation';
const own = ['甲有限公司', '91320115MADEM0011B'];

/** What a table with these rows gives, and `code cell` of what it tells. */
async function table(rows: readonly (readonly string[])[]) {
  const quoted = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  const opened = await openWorkbook(Buffer.from(quoted), 't.csv', await catalog, category);
  if (opened.is !== 'read') throw new Error(opened.why);
  const form = (opened.dossiers[0]?.given.form ?? {}) as Record<string, Record<string, unknown>>;
  const { uscc: _, ...basics } = form.basics ?? {};
  const said = opened.findings.map(({ code, at }) => `${code} ${at.path}`);
  return { basics, operations: form.operations ?? {}, said, dossiers: opened.dossiers.length };
}
const read = (head: string, cell: string) =>
  table([
    ['企业名称', '统一社会信用代码', head],
    [...own, cell],
  ]);

it.each([
  ...[
    '2019年营业收入',
    '2019年度营业收入（万元）',
    '营业收入(2019年)',
    '营业收入（万元，2019年）',
    '营业收入2019',
    '2019营收',
  ],
  ...[
    '营业收入/万元 2019年',
    '*营业收入 （ 万元 ）2019 年',
    '2019年\n营业收入',
    '２０１９年营业收入(万元)*',
    '1、营业收入 2019年',
  ],
])('a figure with its year: %s', async (head) => {
  expect(await read(head, '7350')).toMatchObject({ operations: { revenue: { 2019: '7350' } }, said: [] });
});

it.each([
  ['2020年末资产总额', { assets_total: '9800' }],
  ['上年末资产总额', { assets_total: '9800' }],
  ['上年末资产总额（万元）*', { assets_total: '9800' }],
])('a figure as of the end of last year: %s', async (head, basics) => {
  expect(await read(head, '9800')).toMatchObject({ basics, said: [] });
});

it.each([
  ...['上年营收', '营业收入', '营业收入(元)2019年', '2016年营业收入', '2019年资产总额', '企业规模', '地址', '2019年'],
])('is named and not guessed: %s', async (head) => {
  expect(await read(head, '7350')).toEqual({
    basics: {},
    operations: {},
    said: ['sheet-head-unknown t!C2'],
    dossiers: 1,
  });
});

it.each([
  ['注册地', '江苏省南京市江宁区', { region: '江苏省南京市江宁区' }],
  ['注册地区', '江苏省 南京市 江宁区', { region: '江苏省 南京市 江宁区' }],
  ['联系人', '林晓雯', { contact: { name: '林晓雯' } }],
  ['联系人及电话', '林晓雯 13900000026', { contact: { name: '林晓雯', mobile: '13900000026' } }],
  ['联系人/联系方式', '林晓雯，025-50000026', { contact: { name: '林晓雯', phone: '025-50000026' } }],
  ['联系人、电话', '林晓雯13900000026', { contact: { name: '林晓雯', mobile: '13900000026' } }],
  ['法人代表', '周明远', { legal_rep: { name: '周明远' } }],
  ['成立日期', '2016年3月18日', { founded: '2016-03-18' }],
  ['邮政编码', '211100', { postcode: '211100' }],
])('one column for what the form asks in several: %s', async (head, cell, basics) => {
  expect((await read(head, cell)).basics).toEqual(basics);
});

it.each(['林晓雯、周明远 13900000026', '13900000026 13900000027', '林晓雯 1390'])(
  'a cell that cannot be parted is named: %s',
  async (cell) => {
    expect(await read('联系人及电话', cell)).toMatchObject({ basics: {}, said: ['sheet-left t!C2'] });
  },
);

it('tells of what is said twice and otherwise', async () => {
  const heads = ['企业名称', '统一社会信用代码', '注册地', '注册地区　市', '联系人及电话', '联系人手机'];
  const { basics, said } = await table([
    heads,
    [...own, '江苏省南京市江宁区', '苏州市', '林晓雯 13900000026', '13900000027'],
  ]);
  expect(basics).toEqual({
    region: '江苏省南京市江宁区',
    contact: { name: '林晓雯', mobile: '13900000026' },
  });
  expect(said).toEqual(['sheet-value-twice t!F2', 'sheet-value-twice t!D2']);
});

it('reads heads in two rows: years below what they are of, and the other way round', async () => {
  const under = [
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '', '联系人', ''],
    ['', '', '2018年', '2019年', '姓名', '手机'],
    [...own, '6100', '7350', '林晓雯', '13900000026'],
  ];
  const above = [
    ['企业名称', '统一社会信用代码', '2018年', '', '2019年', '我方备注'],
    ['', '', '营业收入', '利润总额', '营业收入', ''],
    [...own, '6100', '500', '7350', '加急'],
  ];
  expect(await table(under)).toEqual({
    basics: { contact: { name: '林晓雯', mobile: '13900000026' } },
    operations: { revenue: { 2018: '6100', 2019: '7350' } },
    said: [],
    dossiers: 1,
  });
  const { operations, said, dossiers } = await table(above);
  expect(operations).toEqual({ revenue: { 2018: '6100', 2019: '7350' }, profit_total: { 2018: '500' } });
  expect([said, dossiers]).toEqual([['sheet-head-unknown t!F3'], 1]);
});

it('reads the year of a head that says more over several', async () => {
  const rows = (...groups: readonly string[]) => [
    ['企业名称', '统一社会信用代码', groups[0] ?? '', '', groups[1] ?? '', '', '备注'],
    ['', '', '营业收入', '利润总额', '营业收入', '资产总额', ''],
    [...own, '6100', '500', '7350', '9800', '加急'],
  ];
  const { basics, operations, said } = await table(rows('2018年经营情况', '2020年度财务数据（单位：万元）'));
  expect([basics, operations]).toEqual([
    { assets_total: '9800' },
    { revenue: { 2018: '6100', 2020: '7350' }, profit_total: { 2018: '500' } },
  ]);
  expect(said).toEqual(['sheet-aside t!G3']);
  // In another unit, or of several years, nothing is read, and all is named.
  for (const group of ['2018年经营情况（元）', '2018、2019年经营情况'])
    expect((await table(rows(group, '2020年度财务数据'))).operations).toEqual({ revenue: { 2020: '7350' } });
});

it('names by its head what nobody asks for under heads in two rows, and knows titles, numbers and remarks', async () => {
  const rows = [
    ['2021年申报企业汇总表'],
    ['序号', '企业名称', '统一社会信用代码', '营业收入（万元）', '', '我方负责人', '备注', '行业代码'],
    ['', '', '', '2018年', '2019年', '', '', ''],
    ['1', ...own, '6100', '7350', '李四', '加急', '3453'],
  ];
  const { operations, basics, said } = await table(rows);
  expect([operations, basics]).toEqual([{ revenue: { 2018: '6100', 2019: '7350' } }, { industry: '3453' }]);
  expect(said.sort()).toEqual(['sheet-aside t!A1', 'sheet-aside t!A4', 'sheet-aside t!G4', 'sheet-head-unknown t!F4']);
});

it('takes telephones for those of the person right before them', async () => {
  const rows = [
    ['企业名称', '统一社会信用代码', '法定代表人', '手机', '联系人', '联系电话', '手机', '是否上市', '电话'],
    [...own, '周明远', '13900000018', '林晓雯', '025-50000026', '13900000026', '', '025-50000027'],
  ];
  const { basics, said } = await table(rows);
  expect(basics).toEqual({
    legal_rep: { name: '周明远', mobile: '13900000018' },
    contact: { name: '林晓雯', phone: '025-50000026', mobile: '13900000026' },
  });
  // Behind a column of something else it is nobody's.
  expect(said).toEqual(['sheet-head-unknown t!H1', 'sheet-head-unknown t!I2']);
});

it('reads a region under the word of another form, and suggests the only name that a head is a part of', async () => {
  const rows = [
    ['企业名称', '统一社会信用代码', '注册地区', '职工人数', '收入', '主导产品'],
    [...own, '广东省佛山市顺德区', '60', '7350', '光模块'],
  ];
  const csv = Buffer.from(rows.map((row) => row.join(',')).join('\n'));
  const opened = await openWorkbook(csv, 't.csv', await catalog, 'guangdong/2021/srdi-sme');
  if (opened.is !== 'read') throw new Error(opened.why);
  const form = (opened.dossiers[0]?.given.form ?? {}) as Record<string, Record<string, unknown>>;
  expect(Object.values(form).flatMap(({ region }) => region ?? [])).toEqual(['广东省佛山市顺德区']);
  expect(opened.findings.map((one) => ('args' in one ? one.args : {}))).toEqual([
    { cell: 't!D2', head: '职工人数', nearest: '上年末职工人数(人)' },
    // Of two that have it as a part neither is suggested.
    { cell: 't!E2', head: '收入' },
    // But the one of several that begins with it is.
    { cell: 't!F2', head: '主导产品', nearest: '主导产品名称' },
  ]);
});

it('a column of somebody’s own holds no values where years have theirs', async () => {
  const rows = [
    ['#lines 基本情况'],
    ['#heads', '项目', '单位', '2019年', '2020年', '集团口径'],
    ['', '上年末资产总额(万元)', '万元', '', '9800', '12345'],
    ['', '注册资本(万元)', '万元', '', '', '777'],
  ];
  const { basics, said } = await table(rows);
  expect(basics).toEqual({ assets_total: '9800' });
  expect(said).toContain('sheet-head-unknown t!F3:F4');
});
