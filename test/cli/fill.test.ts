// Going on with a dossier: only what is open is asked, each answer is on disk at once, and not a comment is lost.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { parsed as parse } from '../support/dossier.ts';
import { edited, ready } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';
import { person } from './asker.ts';

const id = 'jiangsu/2021/giant-innovation';
const read = (cwd: string, path = 'dossier.yaml'): string => readFileSync(join(cwd, path), 'utf8');

/** As people write them: labels for keys, comments, blank lines, an order of their own. */
const byHand = `category: ${id}   # 类别
enterprise: 江苏示例精密机械有限公司

form:
  基本情况:
    # 营业执照上的
    统一社会信用代码: "91320115MADEM0011B"   # 已核对
    邮编:        # 待查
    法定代表人: {姓名: 周明远, 手机: "13900000018"}

  经营指标:
    1、营业收入(万元):
      2019: 7350.00   # 审计报告第 3 页
      2020: 8600.00
# 完
`;

it('writes answers into a dossier by hand, in its own spelling, and keeps all else', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'dossier.yaml'), byHand);
  const { asker, asked } = person([
    ['邮编', '211100'],
    ['法定代表人 电话', '025-50000018'],
    ['1、营业收入(万元)', '- 6100.00 -'],
  ]);
  const { code } = await zjtx(['fill'], { cwd, asker });
  expect(code).toBe(0);
  expect(read(cwd)).toBe(
    byHand
      .replace('邮编:        # 待查', '邮编: "211100"        # 待查')
      .replace('手机: "13900000018"}', '手机: "13900000018", 电话: "025-50000018"}')
      .replace('2020: 8600.00\n', '2020: 8600.00\n      2018: 6100.00\n'),
  );
  expect(asked.filter((message) => /信用代码|法定代表人 (?:姓名|手机)|营业收入.*2019/.test(message))).toEqual([]);
  // What is open of a thing is asked in one line.
  expect(asked).toContainEqual(expect.stringContaining('依次写 2017年 2018年 2023年（预计），'));
  expect(read(cwd, 'dossier.yaml.bak')).toBe(byHand);
});

it('asks in a ready dossier nothing that is answered', async () => {
  const cwd = ready();
  const before = read(cwd);
  const { asker, asked } = person([]);
  const { code, stdout } = await zjtx(['fill'], { cwd, asker });
  expect(code).toBe(0);
  expect(stdout).toContain('生成材料：zjtx build dossier.yaml -o 输出\n');
  expect(stdout).not.toContain('接着填写：');
  expect(asked.filter((message) => message.includes('（必填）'))).toEqual([]);
  expect(read(cwd)).toBe(before);
});

it('is interrupted with everything saved, says how to go on, and goes on where it was', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', id, '--yes'], { cwd });
  const first = person([
    ['企业名称', '江苏示例精密机械有限公司'],
    ['注册通讯地址', '江宁区示例路18号'],
    ['邮编', 'Ctrl-C'],
  ]);
  const { code, stdout } = await zjtx(['fill'], { cwd, asker: first.asker });
  expect(code).toBe(130);
  // A line each: what is to be typed can be copied.
  expect(stdout).toContain('\n已存盘：dossier.yaml\n接着填写：zjtx init dossier.yaml\n');
  expect(parse(read(cwd)).form.基本情况.注册通讯地址).toBe('江宁区示例路18号');
  const second = person([['邮编', '211100']]);
  await zjtx(['fill'], { cwd, asker: second.asker });
  expect(second.asked.some((message) => message.startsWith('注册通讯地址'))).toBe(false);
  expect(parse(read(cwd)).form.基本情况.邮编).toBe('211100');
});

it('goes to a section, changes and clears answers there, and leaves', async () => {
  const cwd = ready();
  const { asker } = person([
    ['企业所属重点领域', '>'],
    ['传真', '>'],
    ['到哪一部分', '1、企业基本情况'],
    ['邮编', '210000'],
    ['注册通讯地址', '-'],
    ['成立时间', '>'],
    ['到哪一部分', '存盘退出'],
  ]);
  writeFileSync(
    join(cwd, 'dossier.yaml'),
    edited(read(cwd), /key_field:.*\n/.exec(read(cwd))?.[0] ?? 'key_field', 'key_field:\n'),
  );
  const { code, stdout } = await zjtx(['fill'], { cwd, asker });
  expect([code, stdout.includes('已存盘')]).toEqual([0, true]);
  const { basics } = parse(read(cwd)).form;
  expect([basics.postcode, basics.address]).toEqual(['210000', null]);
});

it('goes from the first question to where it is sent, or leaves', async () => {
  const begun = async (chosen: string) => {
    const cwd = emptyFolder();
    await zjtx(['init', '--category', id, '--yes'], { cwd });
    const { asker, asked } = person([
      ['企业名称', '>'],
      ['到哪一部分', chosen],
      ['企业名称', 'Ctrl-C'],
    ]);
    const { code, stdout } = await zjtx(['fill'], { cwd, asker });
    return { code, saved: stdout.includes('已存盘'), third: asked[2] };
  };
  expect(await begun('存盘退出')).toEqual({ code: 0, saved: true, third: undefined });
  expect((await begun('1、基本情况')).third).toMatch(/^注册地区/);
  expect((await begun('附件')).third).toMatch(/^收到的材料在哪个文件夹/);
});

it.each(['否', '暂无', 'XXX'])('takes %s for no name of an enterprise', async (name) => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', id, '--yes'], { cwd });
  const { asker, refused } = person([['企业名称', name]]);
  await zjtx(['fill'], { cwd, asker });
  expect(refused).toEqual([expect.stringContaining(`企业名称 写的是“${name}”，等于没有填`)]);
  expect(parse(read(cwd)).企业名称 ?? '').toBe('');
});

it('asks again for a paper that is not in the folder of the dossier', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '甲', '--category', 'national/2026/little-giant', '--yes'], { cwd });
  writeFileSync(join(cwd, '外面.pdf'), '');
  writeFileSync(join(cwd, '甲/附件/证书.pdf'), '');
  const row = '专精特新中小企业 省级 2025 - - 2025-12-20 2028-12-19';
  const cell = '所持称号 第 1 项 证书';
  const { asker, asked } = person([
    ['所持称号：现有 0 项', row],
    [cell, '没有这个文件.pdf'],
    [cell, join(cwd, '外面.pdf')],
    [cell, `'${join(cwd, '甲/附件/证书.pdf')}'`],
  ]);
  await zjtx(['init', '甲'], { cwd, asker });
  const again = asked.filter((one) => one.includes('材料文件夹里没有'));
  expect(again.map((one) => /没有这个文件|外面/.exec(one)?.[0])).toEqual(['没有这个文件', '外面']);
  // A wrong path costs no Enter of its own.
  expect(again.every((one) => one.startsWith(cell))).toBe(true);
  expect(parse(read(join(cwd, '甲'))).titles[0].证书).toBe('附件/证书.pdf');
});

it('takes a place that no list has as it was typed to find it, in the province that the category is for', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '甲', '--category', 'guangdong/2021/srdi-sme', '--yes'], { cwd });
  const { asker, asked, refused } = person([['注册地', '东莞市松山湖']]);
  await zjtx(['init', '甲'], { cwd, asker });
  expect(asked.filter((one) => one.startsWith('注册地'))).toHaveLength(2);
  expect(refused).toEqual([]);
  expect(read(join(cwd, '甲'))).toContain('注册地: "广东省 东莞市松山湖"\n');
  // Where a list has it, it is that.
  await zjtx(['init', '乙', '--category', 'guangdong/2021/srdi-sme', '--yes'], { cwd });
  const nanshan = person([['注册地', '南山']]);
  await zjtx(['init', '乙'], { cwd, asker: nanshan.asker });
  expect(nanshan.asked.filter((one) => one.startsWith('注册地'))).toHaveLength(1);
});

it('takes at a list the words and signs that a text takes', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', 'jiangsu/2021/product', '--yes'], { cwd });
  const { asker, asked } = person([
    ['认定级别', '不清楚'],
    ['所属市', '《'],
    ['认定级别', '省级'],
  ]);
  await zjtx(['init'], { cwd, asker });
  expect(asked.filter((one) => one.startsWith('认定级别'))).toHaveLength(2);
  expect(read(cwd)).toContain('认定级别: 省级\n');
});

it('says what each of several statements takes, and takes one answer for all', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', 'national/2026/little-giant', '--yes'], { cwd });
  const { asker, asked, refused } = person([['承诺与声明', '全部是']]);
  await zjtx(['init'], { cwd, asker });
  expect(refused).toEqual([]);
  const question = asked.find((one) => one.startsWith('承诺与声明'));
  expect(question).toContain('承诺与声明　是／否　依次写 1. 申请过程中没有提供虚假信息 2. ');
  expect(question).toMatch(/；全都相同的可以写 都是 或 都否$/);
  expect([...new Set(Object.values(parse(read(cwd)).facts.承诺与声明))]).toEqual(['是']);
});

it('adds rows in a line or cell by cell', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', id, '--yes'], { cwd });
  const { asker, refused } = person([['研发机构：现有 0 项', '南京市工程技术研究中心 县里 - 2019-11-08']]);
  expect((await zjtx(['fill'], { cwd, asker })).code).toBe(0);
  expect(refused).toEqual([expect.stringContaining('县里')]);
  const again = person([
    ['研发机构：现有 0 项', '南京市工程技术研究中心 市级 - 2019-11-08'],
    ['研发机构：现有 1 项', '+'],
    ['研发机构 第 2 项 名称', '省中心'],
    ['研发机构 第 2 项 认定级别', 'Ctrl-C'],
  ]);
  expect((await zjtx(['fill'], { cwd, asker: again.asker })).code).toBe(130);
  expect(parse(read(cwd)).facts.研发机构).toEqual([
    { 名称: '南京市工程技术研究中心', 认定级别: '市级', 认定日期: '2019-11-08' },
    { 名称: '省中心' },
  ]);
});

it('fills in from a file without asking', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'dossier.yaml'), byHand);
  writeFileSync(
    join(cwd, 'a.yaml'),
    `form:
  basics: {postcode: "211100"}
  operations: {revenue: {2017: 5200.00}}
attachments:
  完税证明: [{file: 附件/完税.pdf, covers: 2020, figures: {taxes_paid: {2020: 12.50}}}]
claims:
  - {fact: revenue, year: 2020, file: 附件/审计.pdf, pages: 3-5}
  - {fact: revenue, year: 2019, file: 附件/审计.pdf, pages: "4"}
`,
  );
  const first = await zjtx(['fill', '--answers', 'a.yaml'], { cwd });
  expect(first.code).toBe(0);
  expect(first.stdout).toContain('已写入 5 项');
  expect(read(cwd)).toContain('邮编: "211100"        # 待查');
  expect(read(cwd)).toContain('      2017: 5200.00\n');
  expect(read(cwd)).toContain('{file: 附件/完税.pdf, covers: 2020, figures: {实缴税金: {2020: 12.50}}}');
  expect(read(cwd)).toContain('{fact: 营业收入, year: 2019, file: 附件/审计.pdf, pages: 4}');
  for (const before of [read(cwd), read(cwd).replace('{fact: 营业收入, year: 2019', '{fact: revenue, year: 2019')]) {
    writeFileSync(join(cwd, 'dossier.yaml'), before);
    expect((await zjtx(['fill', '--answers', 'a.yaml'], { cwd })).stdout).toContain('已写入 0 项');
    expect(read(cwd)).toBe(before);
  }
});

it.each([
  ['no terminal', byHand, '不是终端'],
  ['a fault of syntax', 'a: [1\n', '还不能读'],
  ['no category', 'enterprise: 甲\n', '没有写申报类别'],
])('refuses %s', async (why, text, said) => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'dossier.yaml'), text);
  const { code, stderr } = await zjtx(['fill'], why === 'no terminal' ? { cwd } : { cwd, asker: person([]).asker });
  expect([code, read(cwd)]).toEqual([2, text]);
  expect(stderr).toContain(said);
});

it('says what to write by hand where the file cannot be edited, and goes on', async () => {
  const cwd = emptyFolder();
  writeFileSync(
    join(cwd, 'dossier.yaml'),
    byHand.replace('邮编:        # 待查', '邮编: *p').replace('# 类别', '').replace('enterprise: ', 'enterprise: &p '),
  );
  const { asker } = person([
    ['传真', '025-50000018'],
    ['到哪一部分', '存盘退出'],
  ]);
  const { code } = await zjtx(['fill'], { cwd, asker });
  expect(code).toBe(0);
  expect(read(cwd)).toContain('传真: "025-50000018"');
});

it('names every answer that it does not write, and takes the others as the wizard does', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', 'jiangsu/2021/product', '--yes', '--ids'], { cwd });
  writeFileSync(
    join(cwd, 'a.yaml'),
    `form:
  head: {认定等级: 市县}
  basics:
    成立时间: 2012年5月8日
    上年末资产总额(万元): 98,000,000.00元
    hi_tech: 对
    listed: 也许
    region: 江苏省南京市江宁区
    legal_rep: 周明远
    contact: {姓名: 林晓雯, 手机: 139 0000 0026}
  annex:
    patents: [{name: 一种方法, numbr: ZL201819900016.3}]
facts: {main_revenu: {2020: 8330}, software_copyrights: 三}
attachments: {tax_certificat: 附件/完税.pdf, business_license: 附件/执照.pdf}
waivers: [{code: x}]
notes: x
category: jiangsu/2021/giant-innovation
`,
  );
  const { code, stdout } = await zjtx(['fill', '--answers', 'a.yaml'], { cwd });
  const { form, attachments } = parse(read(cwd));
  expect(form.basics).toMatchObject({
    founded: '2012-05-08',
    assets_total: 9800,
    hi_tech: '是',
    region: ['江苏省', '南京市', '江宁区'],
    contact: { name: '林晓雯', mobile: '13900000026' },
  });
  expect(attachments.business_license).toBe('附件/执照.pdf');
  for (const line of [
    '已写入 7 项',
    'form.head.认定等级，这一类没有这一项；这里可写：认定级别',
    '没有“也许”这一选项',
    'form.basics.legal_rep，要分项写：姓名、电话、手机',
    'form.annex.patents 第 1 项 numbr，这一类没有这一项；是否指“number”？',
    'facts.main_revenu，这一类没有这一项；是否指“main_revenue”？',
    '应填数字，现为“三”',
    'attachments.tax_certificat，这一类没有这一项；是否指“tax_certificate”？',
    '没有写入：waivers，用 zjtx record waive',
    '没有写入：notes',
    '没有写入：category，这份材料申报的是 jiangsu/2021/product',
  ])
    expect(stdout.replaceAll('\n', '')).toContain(line);
  expect(code).toBe(1);
});

it('says of an answer in the wrong place where it belongs', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', 'jiangsu/2021/product', '--yes'], { cwd });
  const answers =
    '认定级别: 省级\n申请表: {1、企业基本情况: {认定级别: 省级, 姓名: 甲}}\n已有称号: [{称号: 高新技术企业, 级别: 国, 认定年度: 2020年}]\n';
  writeFileSync(join(cwd, 'a.yaml'), answers);
  const { code, stdout } = await zjtx(['init', '.', '--answers', 'a.yaml'], { cwd });
  for (const line of [
    '没有写入：认定级别，要写在“申请表 → 表头”下',
    '没有写入：申请表.1、企业基本情况.认定级别，要写在“申请表 → 表头”下',
    '没有写入：申请表.1、企业基本情况.姓名，这一类没有这一项',
    '没有写入：已有称号 第 1 项 级别；级别 没有“国”这一选项',
  ])
    expect(stdout.replaceAll('\n', '')).toContain(line);
  expect(code).toBe(1);
});

it('names what it does not write as the dossier spells it, whatever the answers are spelt by', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', 'jiangsu/2021/product', '--yes'], { cwd });
  const answers = 'form: {basics: {postcode: "21110", contact: 甲}}\ntitles: [{title: 高新技术企业, level: 国}]\n';
  writeFileSync(join(cwd, 'a.yaml'), answers);
  const { stdout } = await zjtx(['init', '.', '--answers', 'a.yaml'], { cwd });
  for (const line of [
    '没有写入：申请表.企业基本情况.邮编；',
    '没有写入：申请表.企业基本情况.联系人，要分项写',
    '没有写入：已有称号 第 1 项 级别；',
  ])
    expect(stdout.replaceAll('\n', '')).toContain(line);
});

it('shows in the wizard what an answer was taken for', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', 'jiangsu/2021/product', '--yes', '--ids'], { cwd });
  const { asker, refused } = person([
    ['成立时间', '2012年5月8日'],
    ['上年末资产总额', '9,800.00'],
  ]);
  const { stdout } = await zjtx(['fill'], { cwd, asker });
  expect(refused).toEqual([]);
  expect(stdout).toContain('2012年5月8日 按 2012-05-08 写入');
  expect(read(cwd)).toContain('assets_total: 9800.00');
});

it('tells below each section what its answers have decided, once each, and how far off it is', async () => {
  const cwd = ready();
  const emptied = /^( *)(assets_total|liabilities_total|product_sales|titles|founded):.*$/gmu;
  writeFileSync(join(cwd, 'dossier.yaml'), read(cwd).replace(emptied, '$1$2:'));
  const { asker } = person([
    ['成立时间', '2019-03-18'],
    ['申报产品销售收入', '3000'],
    ['所持称号', '无'],
  ]);
  const { stdout } = await zjtx(['fill'], { cwd, asker });
  const told = stdout.replaceAll('\n  ', '').split('\n');
  const counts = told.filter((line) => line.startsWith('申报条件：'));
  expect(counts).toEqual(
    [
      '申报条件：符合 5，不符合 0，待定 2',
      '申报条件：符合 5，不符合 1，待定 1',
      '申报条件：符合 6，不符合 1，待定 0',
    ].map((line) => expect.stringContaining(line)),
  );
  const missed = stdout.replace(/\s/gu, '').match(/不符合：.*?还差23\.99个百分点/gu);
  expect(missed).toEqual([expect.stringContaining('占主营业务收入比重36.01%，要求不低于60%')]);
});

it('reads a long text from a .docx, and says of a file without text, or none, why it cannot', async () => {
  const cwd = ready();
  const profile = / {4}profile: \|.*\n(?: {6}.*\n|\n)+/u;
  writeFileSync(join(cwd, 'dossier.yaml'), read(cwd).replace(profile, '    profile:\n\n'));
  const papers = join(cwd, '附件/企业管理及信息化建设情况说明');
  const scan = join(cwd, '附件/营业执照/企业营业执照原件扫描件.jpg');
  const [docx = ''] = readdirSync(papers).filter((name) => name.endsWith('.docx'));
  const path = (file: string): string => relative(cwd, file);
  for (const [said, refused] of [
    [path(scan), '读不出文字'],
    ['没有.txt', '没有找到'],
    [path(join(papers, docx)), undefined],
  ] as const) {
    const { asker, asked } = person([['企业简介', `@${said}`]]);
    await zjtx(['fill'], { cwd, asker });
    expect([said, refused === undefined || asked.some((message) => message.includes(refused))]).toEqual([said, true]);
  }
  expect(read(cwd)).toContain('一、管理体系\n');
  expect(read(cwd)).not.toContain('PK');
});

it('writes a key in place of the comment of a starter that shows it, and below one that a person has changed', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', 'jiangsu/2021/product', '--yes'], { cwd });
  const own = '  # 企业营业执照原件扫描件: 附件/旧执照.jpg\n';
  const before = read(cwd).replace('  # 企业营业执照原件扫描件: 文件路径\n', own);
  expect(before).toContain(own);
  writeFileSync(join(cwd, 'dossier.yaml'), before);
  const files = '{完税证明: 附件/完税.pdf, 企业营业执照原件扫描件: 附件/执照.jpg}';
  writeFileSync(join(cwd, 'a.yaml'), `判断日期: 2021年8月16日\n附件: ${files}\n`);
  await zjtx(['init', '.', '--answers', 'a.yaml'], { cwd });
  expect(read(cwd)).toBe(
    before
      .replace('# 判断日期: 2021-08-31\n', '判断日期: 2021-08-16\n')
      .replace('  # 完税证明: 文件路径\n', '  完税证明: 附件/完税.pdf\n')
      .replace(own, `${own}  企业营业执照原件扫描件: 附件/执照.jpg\n`),
  );
});

it.each([
  ['第3名', '2020年', 3, 2020],
  ['３名', '2020 年度', 3, 2020],
  ['第 12 位', '2020', 12, 2020],
  ['前3名', '20年', undefined, undefined],
  ['3年', '第2020名', undefined, undefined],
])('takes a place and a year as they are written: %s, %s', async (place, year, rank, taken) => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', 'jiangsu/2021/product', '--yes', '--ids'], { cwd });
  const answers = `facts: {share_rank_national: ${place}}\ntitles: [{kind: 高新技术企业, year: ${year}}]\n`;
  writeFileSync(join(cwd, 'a.yaml'), answers);
  await zjtx(['init', '.', '--answers', 'a.yaml'], { cwd });
  const { facts, titles } = parse(read(cwd));
  expect([facts.share_rank_national ?? undefined, titles?.[0].year]).toEqual([rank, taken]);
});
