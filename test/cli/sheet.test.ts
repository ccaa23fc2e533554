// Workbooks out and back in from the command line: empty, filled, wide, results; nothing is overwritten unasked.
import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readWorkbook, writeWorkbook } from '../../src/intake/sheet/workbook.ts';
import { answer, sheetsWith } from '../intake/sheet/books.ts';
import { parsed as parse } from '../support/dossier.ts';
import { edited, ready, readyIn, readyText } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const enterprise = '江苏示例精密机械有限公司';

async function sheetsIn(path: string) {
  const book = await readWorkbook(new Uint8Array(readFileSync(path)));
  if (typeof book === 'string') throw new Error(book);
  return book.sheets;
}

it('exports an empty workbook and says how to go on; equal bytes are left alone', async () => {
  const cwd = emptyFolder();
  const args = ['sheet', 'export', '--category', 'jiangsu/2021/product', '-o', '空表.xlsx'];
  const { code, stdout, stderr } = await zjtx(args, { cwd });
  expect([code, stdout]).toEqual([0, '已写入 空表.xlsx：14 个工作表\n']);
  expect(stderr).toContain('zjtx sheet import 空表.xlsx');
  const names = (await sheetsIn(join(cwd, '空表.xlsx'))).map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['填写说明', '表头', '企业基本情况']);
  utimesSync(join(cwd, '空表.xlsx'), 1, 1);
  expect((await zjtx(args, { cwd })).stdout).toContain('与原来相同');
  expect(statSync(join(cwd, '空表.xlsx')).mtimeMs).toBe(1000);
  writeFileSync(join(cwd, '空表.xlsx'), 'mine');
  const refused = await zjtx(args, { cwd });
  expect([refused.code, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toContain('--force');
  expect(readFileSync(join(cwd, '空表.xlsx'), 'utf8')).toBe('mine');
  expect((await zjtx([...args, '--force'], { cwd })).code).toBe(0);
});

it('brings a dossier back that is judged as the first one is', async () => {
  const cwd = ready();
  expect((await zjtx(['sheet', 'export', '-o', 'a.xlsx'], { cwd })).code).toBe(0);
  const { code, stdout, stderr } = await zjtx(['sheet', 'import', 'a.xlsx', '-o', '材料'], { cwd });
  const path = join('材料', enterprise, 'dossier.yaml');
  expect([code, stdout]).toEqual([0, `已写入 ${path}：${enterprise}\n`]);
  expect(stderr).toBe(`下一步：zjtx validate ${path}\n`);
  expect(existsSync(join(cwd, '材料', enterprise, '.zjtx/jiangsu-2021-product.schema.json'))).toBe(true);
  writeFileSync(join(cwd, 'dossier.yaml'), readFileSync(join(cwd, path)));
  const judged = await zjtx(['validate', 'dossier.yaml', '--fail-on', 'warning'], { cwd });
  expect([judged.code, judged.stderr]).toEqual([0, '']);
});

it('updates a dossier only when told to, and keeps what was there', async () => {
  const cwd = ready();
  const path = join(cwd, 'in', enterprise, 'dossier.yaml');
  await zjtx(['sheet', 'export', '-o', 'a.xlsx'], { cwd });
  mkdirSync(join(cwd, 'in', enterprise), { recursive: true });
  writeFileSync(path, 'old: 1\n');
  const refused = await zjtx(['sheet', 'import', 'a.xlsx', '-o', 'in'], { cwd });
  expect([refused.code, readFileSync(path, 'utf8')]).toEqual([2, 'old: 1\n']);
  const forced = await zjtx(['sheet', 'import', 'a.xlsx', '-o', 'in', '--force'], { cwd });
  expect([forced.code, readFileSync(`${path}.bak`, 'utf8')]).toEqual([0, 'old: 1\n']);
  expect(readFileSync(path, 'utf8')).toContain(enterprise);
  expect((await zjtx(['sheet', 'import', 'a.xlsx', '-o', 'in'], { cwd })).stdout).toContain('与原来相同');
});

/** Another client, with a code and a name of its own. */
const other: readonly [string, string][] = [
  ['"91320115MADEM0011B"', '"91440305MADEM0038W"'],
  [`enterprise: ${enterprise}`, 'enterprise: 深圳示例精密机械有限公司'],
];

it('updates the dossier of the same credit code, wherever it lies, shows what changes, and keeps all else', async () => {
  const cwd = emptyFolder();
  const text = edited(readyText, 'postcode: "211100"', 'postcode: "211101" # 待核对');
  mkdirSync(join(cwd, '客户/改过名的'), { recursive: true });
  const path = join(cwd, '客户/改过名的/dossier.yaml');
  writeFileSync(path, text);
  writeFileSync(join(cwd, 'dossier.yaml'), readyText);
  for (const [file, wide] of [
    ['a.xlsx', []],
    ['w.xlsx', ['--wide']],
  ] as const)
    await zjtx(['sheet', 'export', 'dossier.yaml', '-o', file, ...wide], { cwd });
  const read = (file: string, ...more: string[]) => zjtx(['sheet', 'import', file, '-o', '客户', ...more], { cwd });
  const shown = join('客户', '改过名的', 'dossier.yaml');
  for (const file of ['a.xlsx', 'w.xlsx']) {
    const dry = await read(file, '--dry-run');
    expect([dry.code, dry.stdout]).toEqual([0, `${shown}：有 1 处不同\n  邮编：211101 → 211100\n`]);
    const unasked = await read(file);
    expect([unasked.code, unasked.stderr.includes('--yes'), readFileSync(path, 'utf8')]).toEqual([1, true, text]);
    const { code, stdout } = await read(file, '--yes');
    expect([code, stdout.includes(`已更新 ${shown}`)]).toEqual([0, true]);
    expect(readFileSync(path, 'utf8')).toBe(text.replace('"211101" #', '"211100" #'));
    expect(readFileSync(`${path}.bak`, 'utf8')).toBe(text);
    expect((await read(file, '--yes')).stdout).toBe(`${shown} 与原来相同，没有改动\n`);
    expect(existsSync(join(cwd, '客户', enterprise))).toBe(false);
    writeFileSync(path, text);
  }
});

it('changes and adds rows, and takes none away', async () => {
  const cwd = ready();
  await zjtx(['sheet', 'export', '-o', 'a.xlsx'], { cwd });
  mkdirSync(join(cwd, 'in/x'), { recursive: true });
  const path = join(cwd, 'in/x/dossier.yaml');
  const before = parse(readyText);
  const [first, ...others] = before.form.annex.patents;
  const fewer = {
    ...before,
    form: { ...before.form, annex: { ...before.form.annex, patents: [{ ...first, name: first.name }] } },
  };
  writeFileSync(path, stringify(fewer));
  const { code, stdout } = await zjtx(['sheet', 'import', 'a.xlsx', '-o', 'in', '--yes'], { cwd });
  expect([code, stdout.includes('（空） →')]).toEqual([0, others.length > 0]);
  expect(parse(readFileSync(path, 'utf8')).form.annex.patents).toHaveLength(1 + others.length);
});

it('refuses by name two rows of one code, and one name with two codes', async () => {
  const cwd = emptyFolder();
  readyIn(cwd, 'a');
  readyIn(cwd, 'b', [[`enterprise: ${enterprise}`, 'enterprise: 另一家有限公司']]);
  readyIn(cwd, 'c', [['"91320115MADEM0011B"', '"91440305MADEM0038W"']]);
  await zjtx(['sheet', 'export', 'a', 'b', '--wide', '-o', 'code.xlsx'], { cwd });
  await zjtx(['sheet', 'export', 'a', 'c', '--wide', '-o', 'name.xlsx'], { cwd });
  const code = await zjtx(['sheet', 'import', 'code.xlsx', '-o', 'in'], { cwd });
  expect([code.code, code.stdout]).toEqual([2, '']);
  expect(code.stderr).toContain('91320115MADEM0011B 出现两次：code.xlsx 企业情况表!3，code.xlsx 企业情况表!4');
  const name = await zjtx(['sheet', 'import', 'name.xlsx', '-o', 'in'], { cwd });
  expect([name.code, name.stdout]).toEqual([2, '']);
  expect(name.stderr).toContain(`“${enterprise}”出现两次`);
});

/** `企业名称,统一社会信用代码…` as Chinese Windows writes it. */
const gbk = Buffer.from(
  'xvPStcP7s8YszbPSu8nnu+HQxdPDtPrC6yzTqtK1ytXI6yjN8tSqKSAyMDIwxOossbjXogq819PQz965q8u+LDkxMzIwMTE1TUFERU0wMDExQiwiOCw2MDAuMDAiLMDPv827pwq6z7zGLCw4NjAwLArM7rHtyMujus31LCwsyNXG2qO6ONTCCg==',
  'base64',
);

it.each([
  ['UTF-8', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16', (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  ['GBK', () => gbk],
])('reads a table of clients in %s; sums, signatures and remarks are no clients', async (_, encoded) => {
  const cwd = emptyFolder();
  const text =
    '企业名称,统一社会信用代码,营业收入(万元) 2020年,备注\n甲有限公司,91320115MADEM0011B,"8,600.00",老客户\n合计,,8600,\n填表人：王,,,日期：8月\n';
  writeFileSync(join(cwd, 't.csv'), encoded(text));
  const args = ['sheet', 'import', 't.csv', '-o', 'in', '--category', 'jiangsu/2021/product'];
  const { code, stdout, stderr } = await zjtx(args, { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain(`已写入 ${join('in', '甲有限公司', 'dossier.yaml')}：甲有限公司\n`);
  for (const said of ['t!D2', '“备注”', 't!A3:C3', 't!A4']) expect(stderr).toContain(said);
  expect(parse(readFileSync(join(cwd, 'in/甲有限公司/dossier.yaml'), 'utf8')).facts.营业收入[2020]).toBe(8600);
});

it.each(['发展评价得分', '发展质量评价得分', '专精特新发展评价得分(平台给出)'])(
  'knows a head by each name that its field has: %s',
  async (head) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 't.csv'), `企业名称,统一社会信用代码,${head}\n甲有限公司,91320115MADEM0011B,71.5\n`);
    const args = ['sheet', 'import', 't.csv', '-o', 'in', '--category', 'national/2026/little-giant'];
    expect((await zjtx(args, { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'in/甲有限公司/dossier.yaml'), 'utf8')).toMatch(/^ +\S+: 71\.5$/m);
  },
);

it('tells once of one text in many sheets, with its cells counted', async () => {
  const cwd = emptyFolder();
  const sheets = (await sheetsWith([{ id: 'form.basics.postcode', cell: answer('211100') }])).map((sheet) =>
    sheet.hidden ? sheet : { ...sheet, rows: [...sheet.rows, [], [], [undefined, answer('待老板确认')]] },
  );
  writeFileSync(join(cwd, 't.xlsx'), await writeWorkbook('x', sheets));
  const { code, stderr } = await zjtx(['sheet', 'import', 't.xlsx', '-o', 'in'], { cwd });
  expect(code).toBe(1);
  const said = stderr.replace(/\s/g, '');
  expect(said).toMatch(/表头!B\d+、企业基本情况!B\d+、表外情况!B\d+：“待老板确认”没有读入/);
  expect(said.match(/待老板确认/g)).toHaveLength(1);
});

it('reads answers in YAML and JSON alike, and names what it does not know', async () => {
  for (const [file, text] of [
    ['a.yaml', `enterprise: 甲有限公司\nform:\n  企业基本情况: {邮编: "２１１１００", 邮编号: x}\n`],
    [
      'a.json',
      JSON.stringify({ enterprise: '甲有限公司', form: { 企业基本情况: { 邮编: '２１１１００', 邮编号: 'x' } } }),
    ],
  ] as const) {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, file), text);
    const { code, stdout } = await zjtx(['sheet', 'import', file, '-o', 'in', '--category', 'jiangsu/2021/product'], {
      cwd,
    });
    expect([code, stdout.includes('邮编号')]).toEqual([1, true]);
    expect(parse(readFileSync(join(cwd, 'in/甲有限公司/dossier.yaml'), 'utf8')).form.企业基本情况.邮编).toBe('211100');
  }
});

it('writes a wide table of several dossiers and a dossier for each row of it', async () => {
  const cwd = emptyFolder();
  const folder = join(examples, 'jiangsu-2021-product');
  const out = await zjtx(
    ['sheet', 'export', join(folder, 'ready'), readyIn(cwd, 'other', other), '--wide', '-o', 'w.xlsx'],
    { cwd },
  );
  expect(out.code).toBe(0);
  expect(out.stderr).toMatch(/子表、附件等 \d+ 项不在宽表中/);
  const [sheet] = await sheetsIn(join(cwd, 'w.xlsx'));
  expect([sheet?.at(1, 1)?.value, sheet?.at(2, 1)?.value]).toEqual(['enterprise', enterprise]);
  const { code, stdout } = await zjtx(['sheet', 'import', 'w.xlsx', '-o', 'in'], { cwd });
  expect(code).toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(2);
  expect(readFileSync(join(cwd, 'in', enterprise, 'dossier.yaml'), 'utf8')).toMatch(/邮编: "211100"/);
  const mixed = await zjtx(['sheet', 'export', examples, '--wide', '-o', 'm.xlsx'], { cwd });
  expect([mixed.code, existsSync(join(cwd, 'm.xlsx'))]).toEqual([2, false]);
});

it('writes a workbook for each of several dossiers, and not all into one', async () => {
  const cwd = emptyFolder();
  const folder = join(examples, 'jiangsu-2021-review-product');
  const { code, stdout } = await zjtx(['sheet', 'export', folder, '-o', 'out'], { cwd });
  expect([code, stdout.trim().split('\n').length]).toEqual([0, 2]);
  expect(existsSync(join(cwd, 'out', `${enterprise}-2.xlsx`))).toBe(true);
  const one = await zjtx(['sheet', 'export', folder, '-o', 'one.xlsx'], { cwd });
  expect([one.code, existsSync(join(cwd, 'one.xlsx'))]).toEqual([2, false]);
});

it('writes the results of a batch; texts that begin like a formula are harmless', async () => {
  const cwd = ready([`enterprise: ${enterprise}`, `enterprise: "=HYPERLINK(1)"`]);
  const { code, stdout } = await zjtx(['sheet', 'export', '--results', '.', '没有', '-o', 'r.xlsx'], { cwd });
  expect([code, stdout]).toEqual([2, '已写入 r.xlsx：3 个工作表\n']);
  const [matrix, findings, metrics] = await sheetsIn(join(cwd, 'r.xlsx'));
  expect(matrix?.at(2, 0)).toMatchObject({ value: "'=HYPERLINK(1)", formula: false });
  expect(matrix?.at(1, 2)?.value).toContain('jiangsu/2021/product');
  expect(matrix?.at(2, 2)?.value).toContain('有错误');
  // What could not be read stands first.
  expect([0, 3, 4].map((column) => findings?.at(2, column)?.value)).toEqual(['没有', 'path-missing', '找不到 没有']);
  expect(findings?.at(3, 3)?.value).toEqual(expect.any(String));
  const ratio = [...Array(metrics?.rows ?? 0).keys()].find((row) => metrics?.at(row, 2)?.value === '资产负债比(%)');
  expect(metrics?.at(ratio ?? -1, 3)?.value).toBe(38.08);
});

it.each([
  ['no place', ['sheet', 'export', '--category', 'jiangsu/2021/product'], '--output'],
  [
    'a category that nobody knows',
    ['sheet', 'export', '--category', 'jiangsu/2021/produkt', '-o', 'a.xlsx'],
    'jiangsu/2021/product',
  ],
  ['no dossier', ['sheet', 'export', '-o', 'a.xlsx'], '没有申报材料'],
  ['--redact', ['sheet', 'export', '--category', 'jiangsu/2021/product', '-o', 'a.xlsx', '--redact'], '--redact'],
  ['--redact of an import', ['sheet', 'import', 'a.xlsx', '-o', 'in', '--redact'], '--redact'],
  ['a workbook that is not there', ['sheet', 'import', 'a.xlsx', '-o', 'in'], '找不到'],
])('refuses %s', async (_, args, says) => {
  const cwd = emptyFolder();
  const { code, stdout, stderr } = await zjtx(args, { cwd });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(says);
});

const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

it.each([
  ['an old workbook', Buffer.concat([compound, Buffer.alloc(600)]), '另存为 .xlsx'],
  ['a workbook with a password', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), '去掉密码'],
  ['no workbook', Buffer.from('name,code\n'), '不是完好的 .xlsx'],
  ['a file that is far too large', Buffer.alloc(21 * 1024 * 1024), '太大'],
])('says what to do with %s, and reads the others', async (_, bytes, says) => {
  const cwd = ready();
  await zjtx(['sheet', 'export', '-o', 'good.xlsx'], { cwd });
  writeFileSync(join(cwd, 'bad.xlsx'), bytes);
  const { code, stdout, stderr } = await zjtx(['sheet', 'import', 'bad.xlsx', 'good.xlsx', '-o', 'in'], { cwd });
  expect([code, stdout]).toEqual([2, `已写入 ${join('in', enterprise, 'dossier.yaml')}：${enterprise}\n`]);
  expect(stderr).toContain(says);
});

it('refuses a table of another kind by its name, and says how to go on', async () => {
  for (const file of ['a.ods', 'a.numbers']) {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, file), 'x');
    const { code, stderr } = await zjtx(['sheet', 'import', file, '-o', 'in'], { cwd });
    expect([code, stderr.includes(`${file} 不是 .xlsx 工作簿`), stderr.includes('另存为 .xlsx')]).toEqual([
      2,
      true,
      true,
    ]);
  }
});

it('changes nothing where a place stands whole in the table and in levels in the dossier', async () => {
  const cwd = emptyFolder();
  const text =
    '企业名称,统一社会信用代码,注册地,通讯地址\n甲有限公司,91320115MADEM0011B,江苏省南京市江宁区,示例路18号\n';
  writeFileSync(join(cwd, 't.csv'), text);
  const args = ['sheet', 'import', 't.csv', '-o', 'in', '--category', 'national/2026/srdi-sme', '--yes'];
  expect((await zjtx(args, { cwd })).code).toBe(0);
  const file = join(cwd, 'in/甲有限公司/dossier.yaml');
  const written = readFileSync(file, 'utf8');
  expect((await zjtx(args, { cwd })).stdout).not.toContain('→');
  expect(readFileSync(file, 'utf8')).toBe(written);
  const inLevels = written.replace(/注册地: .*/, '注册地: [江苏省, 南京市, 江宁区]');
  writeFileSync(file, inLevels);
  expect((await zjtx(args, { cwd })).stdout).not.toContain('→');
  expect(readFileSync(file, 'utf8')).toBe(inLevels);
});

it('leaves the dossier of a client for another category alone, and says which it is', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 't.csv'), '企业名称,统一社会信用代码\n甲公司,91320115MADEM0011B\n');
  const read = (category: string) =>
    zjtx(['sheet', 'import', 't.csv', '--category', category, '-o', '客户', '--yes'], { cwd });
  expect((await read('national/2026/srdi-sme')).code).toBe(0);
  const path = join(cwd, '客户/甲公司/dossier.yaml');
  const before = readFileSync(path, 'utf8');
  const { code, stderr } = await read('national/2026/little-giant');
  expect(code).toBe(2);
  expect(stderr).toMatch(/是另一类别 national\/2026\/srdi-sme 的材料，没有改动\n修正：换一个文件夹/);
  expect(stderr).not.toContain('--force');
  expect(readFileSync(path, 'utf8')).toBe(before);
});
