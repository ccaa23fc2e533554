// Beginning a dossier: what is written, what is carried over, what is taken, and what is never written over.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { matching } from '../../src/cli/prompts.ts';
import { Interrupted } from '../../src/intake/wizard/ask.ts';
import { parsed as parse } from '../support/dossier.ts';
import { ready } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';
import { person } from './asker.ts';

const id = 'jiangsu/2021/giant-innovation';
const examples = resolve(import.meta.dirname, '../../examples');
const read = (cwd: string, path = 'dossier.yaml'): string => readFileSync(join(cwd, path), 'utf8');

it('writes a blank dossier, the schema, settings for editors and a folder for each slot', async () => {
  const cwd = emptyFolder();
  const { code, stdout, stderr } = await zjtx(['init', '材料', '--category', id, '--yes'], { cwd });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('已写好 材料/dossier.yaml，10 个附件文件夹');
  expect(stdout).toContain('zjtx init 材料/dossier.yaml');
  const folder = join(cwd, '材料');
  expect(read(folder)).toMatch(
    /^# yaml-language-server: \$schema=\.\/\.zjtx\/jiangsu-2021-giant-innovation\.schema\.json\n/,
  );
  expect(JSON.parse(read(folder, '.zjtx/jiangsu-2021-giant-innovation.schema.json')).title).toBe(
    '小巨人企业认定(创新类)',
  );
  expect(JSON.parse(read(folder, '.vscode/extensions.json')).recommendations).toEqual(['redhat.vscode-yaml']);
  expect(read(folder, '附件/完税证明/说明.txt')).toContain('应有年度：2020');
  expect(readdirSync(join(folder, '附件'))).toHaveLength(10);
});

it('is told by validate of each missing thing once, and the notes are no attachments', async () => {
  const cwd = emptyFolder();
  await zjtx(['init', '--category', id, '--yes'], { cwd });
  const { code, stdout } = await zjtx(['validate', '-f', 'json'], { cwd });
  expect(code).toBe(1);
  const { findings } = JSON.parse(stdout).dossiers[0];
  const codes = new Set(findings.map((one: { code: string }) => one.code));
  expect(
    [...codes].filter(
      (one) => !['field-missing', 'enterprise-missing', 'slot-empty', 'section-open'].includes(one as string),
    ),
  ).toEqual([]);
  const places = findings.map((one: { code: string; at: { path: string } }) => `${one.code} ${one.at.path}`);
  expect(new Set(places).size).toBe(places.length);
});

it('fills in from a file of answers, by ids or printed labels, and asks nothing', async () => {
  const cwd = emptyFolder();
  const answers = `category: ${id}\nenterprise: 江苏示例精密机械有限公司\nform:\n  基本情况: {统一社会信用代码: "91320115MADEM0011B"}\nfacts: {former_names: []}\nnotes: x\n`;
  writeFileSync(join(cwd, 'answers.yaml'), answers);
  const { code, stdout } = await zjtx(['init', 'a', '--answers', 'answers.yaml'], { cwd });
  expect([code, stdout.includes('没有用上：notes')]).toEqual([1, true]);
  const dossier = parse(read(join(cwd, 'a')));
  expect(dossier).toMatchObject({ category: id, enterprise: '江苏示例精密机械有限公司', facts: { 曾用名: [] } });
  expect(dossier.form.基本情况.统一社会信用代码).toBe('91320115MADEM0011B');
});

it('carries over another category’s facts, and says which and which not', async () => {
  const cwd = emptyFolder();
  const from = join(examples, 'jiangsu-2021-product/ready');
  const { code, stdout } = await zjtx(['init', '--category', id, '--from', from, '--yes'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/已带过来 \d+ 项：.*统一社会信用代码/);
  expect(stdout).toContain('这一类不问');
  expect(stdout).toContain('附件、数字出处、豁免、人工确认不带过来');
  expect(parse(read(cwd)).form.基本情况).toMatchObject({
    统一社会信用代码: '91320115MADEM0011B',
    '上年末职工人数(人)': 136,
  });
});

it('takes the category of an older dossier where none is given and nobody can be asked, and says so', async () => {
  const cwd = emptyFolder();
  const from = join(examples, 'jiangsu-2021-product/ready');
  const { code, stderr } = await zjtx(['init', '--from', from, '--yes'], { cwd });
  expect(code).toBe(0);
  expect(stderr.replace(/\s+/g, '')).toContain('：jiangsu/2021/product；另报一类的，加--category');
  expect(parse(read(cwd)).category).toBe('jiangsu/2021/product');
});

it('takes attachments from a folder by their names, moves none and writes over none', async () => {
  const cwd = emptyFolder();
  const papers = join(cwd, '收到');
  mkdirSync(papers);
  for (const name of ['营业执照.jpg', '2019年度审计报告.pdf', '2020年度完税证明.pdf', '不知道.pdf'])
    writeFileSync(join(papers, name), name);
  const { code, stdout } = await zjtx(['init', 'a', '--category', id, '--yes', '--take', '收到'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('找到 4 个文件：3 个可以放好，1 个要您定');
  expect(stdout).toContain('材料里还没有企业名称和信用代码，没有核对这些文件是谁的');
  expect(stdout).toContain('认不出是什么材料');
  expect(stdout).toContain('手工放：zjtx add 收到/不知道.pdf');
  expect(readdirSync(papers)).toHaveLength(4);
  expect(read(join(cwd, 'a'), '附件/企业营业执照原件扫描件/营业执照.jpg')).toBe('营业执照.jpg');
  expect(parse(read(join(cwd, 'a'))).attachments).toEqual({
    前三年财务审计报告: [
      { file: '附件/前三年财务审计报告/2019年度审计报告.pdf', covers: 2019, kind: 'audit', proposed: ['kind'] },
    ],
    完税证明: [{ file: '附件/完税证明/2020年度完税证明.pdf', covers: 2020 }],
  });
});

it('never writes over a dossier; with --force the old one stays beside it', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'dossier.yaml'), '旧的\n');
  const refused = await zjtx(['init', '--category', id, '--yes'], { cwd });
  expect([refused.code, read(cwd)]).toEqual([2, '旧的\n']);
  expect(refused.stderr).toContain('zjtx init');
  expect(existsSync(join(cwd, '附件'))).toBe(false);
  expect((await zjtx(['init', '--category', id, '--yes', '--force'], { cwd })).code).toBe(0);
  expect(read(cwd, 'dossier.yaml.bak')).toBe('旧的\n');
});

it.each([
  ['no terminal', ['init', '--category', id], ['不是终端', '--yes', '--answers']],
  ['no category', ['init', '--yes'], ['没有写申报类别', 'categories list']],
  ['a category nobody knows', ['init', '--category', 'jiangsu/2021/produkt', '--yes'], ['jiangsu/2021/product']],
  ['answers that are not there', ['init', '--category', id, '--answers', 'x.yaml'], ['x.yaml']],
  ['an older dossier that is not there', ['init', '--category', id, '--yes', '--from', 'x'], ['x 不能读']],
] as const)('refuses %s with exit 2, and writes nothing', async (_, argv, says) => {
  const cwd = emptyFolder();
  const { code, stdout, stderr } = await zjtx(argv, { cwd });
  expect([code, stdout]).toEqual([2, '']);
  for (const said of says) expect(stderr).toContain(said);
  expect(readdirSync(cwd)).toEqual([]);
});

it('asks for the category first, newest year first, then question after question', async () => {
  const cwd = emptyFolder();
  const { asker, asked, refused } = person([
    ['申报哪一类', '2021 小巨人企业认定(创新类)'],
    ['企业名称', '江苏示例精密机械有限公司'],
    ['级别', '省级'],
    ['注册地区', '江苏省 南京市 江宁区'],
    ['邮编', '2111'],
    ['联系人', '<'],
    ['法定代表人', '- 025-50000018 -'],
    ['所属重点产业链', ['工业机器人']],
    ['1、营业收入(万元)', '8600.00'],
    ['曾用名', '甲公司、乙公司'],
    ['所持称号', '无'],
  ]);
  const { code, stdout } = await zjtx(['init', '--lang', 'zh'], { cwd, asker });
  expect(code).toBe(0);
  expect(asked[0]).toContain('申报哪一类');
  expect(refused).toEqual([
    expect.stringContaining('2111'),
    '要写 5 个（2017年、2018年、2019年、2020年、2023年（预计）），现在是 1 个；空着的写 -',
  ]);
  const { enterprise, form, facts, titles } = parse(read(cwd));
  expect([enterprise, form.表头.级别, form.基本情况.注册地区]).toEqual([
    '江苏示例精密机械有限公司',
    '省级',
    ['江苏省', '南京市', '江宁区'],
  ]);
  expect(form.基本情况.法定代表人.电话).toBe('025-50000018');
  expect([form.基本情况.邮编, form.基本情况.所属重点产业链]).toEqual([null, ['工业机器人']]);
  expect(form.经营指标['营业收入(万元)']).toMatchObject({ 2019: null, 2020: null });
  expect([facts.曾用名, titles]).toEqual([['甲公司', '乙公司'], []]);
  expect(stdout).toContain('还没有填的必填项');
  expect(stdout).toMatch(/检查结果：错误 \d+ 项/);
});

it('offers what the papers say behind a label, and writes it only when a person takes it', async () => {
  const cwd = emptyFolder();
  const reports = join(examples, 'jiangsu-2021-product/ready/附件/审计报告');
  cpSync(reports, join(cwd, '收到'), { recursive: true });
  const walk = (said: string) =>
    person([
      ['企业名称', '江苏示例精密机械有限公司'],
      ['收到的材料在哪个文件夹', '收到'],
      ['统一社会信用代码', said],
    ]);
  const [taking, passing] = [walk('＝'), walk('')];
  await zjtx(['init', '甲', '--category', id], { cwd, asker: taking.asker });
  await zjtx(['init', '乙', '--category', id], { cwd, asker: passing.asker });
  const codeIn = (folder: string) => parse(read(join(cwd, folder))).form.基本情况.统一社会信用代码;
  expect([codeIn('甲'), codeIn('乙')]).toEqual(['91320115MADEM0011B', null]);
  expect(taking.asked.find((one) => one.startsWith('统一社会信用代码'))).toMatch(
    /2018年度.*\.pdf 第 \d 页写的是 91320115MADEM0011B，输入 = 采用/,
  );
  // Of another enterprise nothing is offered.
  const other = person([
    ['企业名称', '南京别家机械有限公司'],
    ['收到的材料在哪个文件夹', '收到'],
    ['统一社会信用代码', '='],
  ]);
  await zjtx(['init', '丙', '--category', id], { cwd, asker: other.asker });
  expect(other.refused).toHaveLength(1);
  expect(codeIn('丙')).toBe(null);
});

it('reads the long text of a file, and says in English what it asks', async () => {
  const cwd = emptyFolder();
  cpSync(join(examples, 'jiangsu-2021-product/ready/附件/营业执照'), join(cwd, 'papers'), { recursive: true });
  writeFileSync(join(cwd, 'profile.txt'), '一、概况\r\n\r\n二、主营\r\n');
  const { asker } = person([
    ['企业简介', '@profile.txt'],
    ['10 slots without a file', 'papers'],
  ]);
  const { code, stdout } = await zjtx(['init', '--category', id, '--lang', 'en'], { cwd, asker });
  expect(code).toBe(0);
  expect(parse(read(cwd)).form.企业简介.企业简介).toBe('一、概况\n\n二、主营');
  expect(stdout).toContain('written papers/企业营业执照原件扫描件.jpg → ');
  expect(stdout).toMatch(/check: \d+ errors/);
});

it('begins no dossier in the place of one that stands, and asks nothing, where a category is named', async () => {
  const cwd = ready();
  const before = read(cwd);
  const { asker, asked } = person([]);
  const refused = await zjtx(['init', '--category', id], { cwd, asker });
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('dossier.yaml') });
  expect([asked, read(cwd)]).toEqual([[], before]);
});

it.each([
  ['the code of a class', '3453', undefined, '"3453"'],
  ['the code with its letter, as the list prints it', 'ｃ3453', undefined, '"3453"'],
  ['a division and a class below it', '34 ', '3453', '"3453"'],
  ['a division alone', '34 ', '', '[制造业, 通用设备制造业]'],
  ['a class of another division, which is refused', '34 ', '3553', '[制造业, 通用设备制造业]'],
])('takes for the industry %s', async (_, said, code, written) => {
  const cwd = emptyFolder();
  const { asker, refused } = person([
    ['所属国民经济行业', said],
    ...(code === undefined ? [] : [['小类代码，四位数字，如 3411', code] as const]),
  ]);
  await zjtx(['init', '--category', id], { cwd, asker });
  expect(read(cwd)).toContain(`所属国民经济行业: ${written}`);
  expect(refused).toEqual(code === '3553' ? ['代码要以所选大类 34 开头，三位或四位数字'] : []);
});

it('ends with 2 where nobody is asked and there are no papers to take', async () => {
  const cwd = emptyFolder();
  const argv = ['--yes', '--take', '没有'];
  const begun = await zjtx(['init', '甲', '--category', id, ...argv], { cwd });
  expect([begun.code, begun.stdout.includes('不能从')]).toEqual([2, true]);
  expect((await zjtx(['init', '甲', ...argv], { cwd })).code).toBe(2);
});

it('asks again for a folder that is not there, and takes one as a terminal writes it that it is dragged into', async () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, '收到 的'));
  writeFileSync(join(cwd, '收到 的/营业执照.pdf'), 'a');
  const { asker, asked } = person([
    ['企业名称', '江苏示例精密机械有限公司'],
    ['收到的材料在哪个文件夹', '收倒'],
    ['收到的材料在哪个文件夹', process.platform === 'win32' ? '"收到 的"' : '收到\\ 的/'],
  ]);
  const { stdout } = await zjtx(['init', '--category', id], { cwd, asker });
  expect(asked.filter((one) => one.startsWith('收到的材料')).length).toBe(2);
  expect(stdout).toContain('收倒 取文件（找不到）');
  expect(stdout).toContain('收到 的/营业执照.pdf');
});

it('takes a sign to go elsewhere for no day and for no folder', async () => {
  const cwd = emptyFolder();
  const { asker, asked, refused } = person([
    ['企业名称', '江苏示例精密机械有限公司'],
    ['今天不在这一类的适用日期', '＞'],
    ['收到的材料在哪个文件夹', '<'],
  ]);
  const { stdout } = await zjtx(['init', '--category', 'national/2023/little-giant'], { cwd, asker });
  // Back from the papers it is asked again.
  expect([refused, asked.filter((one) => one.startsWith('今天不在')).length]).toEqual([[], 2]);
  expect(stdout).not.toContain('不能从');
  expect(parse(read(cwd)).判断日期).toBe(undefined);
});

it('warns of an edition that is not for the day, and names the one that is', async () => {
  const cwd = emptyFolder();
  writeFileSync(
    join(cwd, 'answers.yaml'),
    `category: ${id}\nenterprise: 江苏示例精密机械有限公司\nas_of: 2026-11-28\n`,
  );
  const late = await zjtx(['init', '甲', '--answers', 'answers.yaml'], { cwd });
  expect(late.code).toBe(0);
  expect(late.stderr).toContain('注意：判断日期 2026-11-28 不在 2021 年度这一版的适用日期之内');
  expect(late.stderr).toContain('“申报类别”写 national/2026/srdi-sme');
  // The clock of the terminal stands in August 2021.
  const early = await zjtx(['init', '乙', '--category', 'national/2023/little-giant', '--yes'], { cwd });
  expect(early.stderr).toContain('2023-03-15 起才适用');
  expect(read(join(cwd, '乙'))).toContain('# 判断日期: 2023-04-10');
});

it('names a command for scripts with the folder and the category that were given', async () => {
  const { code, stderr } = await zjtx(['init', '甲 公司', '--category', 'national/2026/srdi-sme']);
  expect(code).toBe(2);
  expect(stderr.replace(/\s+/g, ' ')).toContain('zjtx init "甲 公司" --category national/2026/srdi-sme --yes');
});

it('offers what can be applied for on the day above what is to come and what is over', async () => {
  const offered: string[] = [];
  const { asker } = person([]);
  const find: typeof asker.find = async (_, choices) => {
    offered.push(...choices.map(({ name }) => name));
    throw new Interrupted();
  };
  const { code } = await zjtx(['init'], { cwd: emptyFolder(), asker: { ...asker, find } });
  expect(code).toBe(130);
  const years = offered.map((name) => name.slice(0, 4));
  const open = years.filter((year) => year === '2021').length;
  expect(open).toBeGreaterThan(5);
  expect(years.slice(0, open).every((year) => year === '2021')).toBe(true);
  expect(years[open]).toBe('2027');
});

it.each([
  ['江苏', ['jiangsu']],
  ['江苏省 小巨人', ['jiangsu']],
  ['广东', ['guangdong']],
  ['江苏小巨人', ['jiangsu']],
  ['江苏2021复核', ['jiangsu']],
  ['63号', ['national', 'guangdong', 'shenzhen']],
])('a search for a category by %s finds what its scheme says', async (term, lines) => {
  const { asker } = person([]);
  let found: readonly string[] = [];
  const find: typeof asker.find = async (_, choices) => {
    found = matching(choices, term).map(({ name }) => name.replace(/^.*　/, ''));
    throw new Interrupted();
  };
  await zjtx(['init'], { cwd: emptyFolder(), asker: { ...asker, find } });
  expect(found.length).toBeGreaterThan(1);
  for (const line of lines) expect(found.some((id) => id.startsWith(`${line}/`))).toBe(true);
  for (const id of found) expect(lines).toContain(id.split('/')[0]);
});
