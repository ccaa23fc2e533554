// Whatever goes wrong, no message of a masked run tells a name, a folder, a file or a word of a dossier or configuration.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { zjtx } from '../support/terminal.ts';

const cwd = mkdtempSync(join(tmpdir(), 'zjtx-moumou-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const name = '江苏某某科技有限公司';
/** None of them may be told; the temporary folder bears a name too. */
const secrets = ['某某', '张三丰', '三丰', 'zhangsan', 'moumou', '9132011', '13812345678', '飞轮', 'Acme'];

const formats = ['json', 'sarif', 'junit', 'github', 'gitlab', 'html'];

const put = (path: string, text: string): void => {
  mkdirSync(join(cwd, path, '..'), { recursive: true });
  writeFileSync(join(cwd, path), text);
};
const head = `category: jiangsu/2021/product\nenterprise: ${name}\n`;

put('某某/类别/dossier.yaml', `category: ${name}\nenterprise: ${name}\n`);
put('某某/pinyin/dossier.yaml', `category: moumou/2021/product\nenterprise: ${name}\n`);
put('某某/全角/dossier.yaml', `${head}form:\n  basics:\n    邮箱：zhangsan@moumou.com\n    电话：13812345678\n`);
put('某某/制表/dossier.yaml', `${head}form:\n\tprofile: ${name}的飞轮\n`);
put('某某/引号/dossier.yaml', `${head}form: "张三丰\n`);
put('某某/别名/dossier.yaml', `${head}form: *某某\n`);
put('某某/标签/dossier.yaml', `${head}form: !某某 {}\n`);
put('某某/括号/dossier.yaml', `${head}form: {basics: [张三丰\n`);
put('某某/列表/dossier.yaml', `- ${name}\n- 张三丰\n`);
put('某某/空/dossier.yaml', '');
put('某某/无类别/dossier.yaml', `enterprise: ${name}\n`);
put(
  '某某/各处/dossier.yaml',
  `${head}某某说明: 1
enterprise: 江苏某某
form:
  某某部分: {a: 1}
  basics: {某某网址: www.moumou.com, uscc: 9132011MADEM0011B, contact: {name: 张三丰 13812345678}, address: "某某路\n    飞轮大厦"}
facts: {某某: 1, product_name: 飞轮, former_names: [Acme Flywheel Co., ＡＣＭＥ飞轮]}
titles: [{kind: 某某称号, level: 省级, year: 2020, product: 飞轮, number: 某某证字001}]
attachments:
  某某证书: 某某/证书.pdf
  business_license: [附件/某某执照.pdf, /home/zhangsan/某某.pdf, ../../../某某.pdf]
  tax_certificate: {file: 某某/*.pdf, kind: 某某证, issued_to: 张三丰, covers: 某某年}
  other: "某某:飞轮?.pdf"
waivers: [{code: 某某, at: attachments.某某, reason: 某某说可以, by: 张三丰, until: 2021-09-01}]
attestations: [{item: zhangsan, by: 张三丰, on: 2021-08-01, files: [{file: 某某.pdf, sha256: x}]}]
claims: [{fact: 某某, file: 某某.pdf}, {title: 某某称号, file: 飞轮.pdf}, {table: patents, row: 飞轮, file: 某某.pdf}]
`,
);
put('某某/坏配置/dossier.yaml', head);
put('某某/坏配置/zjtx.config.yaml', `redact: true\n某某: 1\nfolders:\n  - {path: ${name}, 类别: 张三丰}\n`);
put('某某/坏定义/moumou/2021/product.yaml', 'format: 1\ntitle: 某某的类别\n张三丰: 1\n');
put(
  '某某/旧/dossier.yaml',
  `${head}form:\n  basics:\n    contact: {name: 张三丰, phone: 025-87654321, mobile: "13812345678"}\nfacts: {product_name: 飞轮}\nattachments: {business_license: 附件/某某.pdf}\n`,
);
put('某某/旧/附件/某某.pdf', '飞轮');
put('某某/飞轮.zip', name);
put('某某.yaml/内', '');
put('空的某某/说明.txt', name);
symlinkSync('/etc/hostname', join(cwd, '某某/链接.yaml'));

const commands: readonly (readonly string[])[] = [
  ['validate', '某某', '-v', '-f', 'text', ...formats.flatMap((format) => ['-f', `${format}=${format}.out`])],
  ['validate', '某某/类别', '某某/pinyin', join(cwd, '某某/空')],
  ['validate', '某某/没有', '空的某某', '某某.yaml', '*飞轮*'],
  ['validate', '某某/链接.yaml'],
  ['validate', '某某/列表', '--config', '某某/坏配置/zjtx.config.yaml'],
  ['validate', '某某/列表', '--config', '某某/没有.yaml'],
  ['validate', '某某/坏配置'],
  ['validate', '某某/各处', '--schemas', '某某/坏定义'],
  ['validate', '某某/各处', '--schemas', '某某/没有'],
  ['validate', '某某/列表', '-f', 'json=某某/飞轮.zip/某某.json'],
  ['validate', '某某/列表', '-f', '某某'],
  ['validate', '某某/列表', '--as-of', '某某'],
  ['validate', '某某/列表', '--某某'],
  ['validate', '某某/列表', '--shard', '飞轮'],
  ['某某', '飞轮'],
  ['attachments', '某某'],
  ['attachments', '某某', '--json'],
  ['match', '某某', '--category', 'jiangsu/2021/product'],
  ['match', '某某/各处', '--category', '某某'],
  ['match', '某某/各处', '--category', 'moumou/2021/product'],
  ['match', '某某/各处', '--set', '某某=飞轮'],
  [
    'match',
    '某某/各处',
    '--category',
    'jiangsu/2021/product',
    '--set',
    'product_name=飞轮',
    '-v',
    '-f',
    'html=html.out',
    '-f',
    'json',
  ],
  ['diff', '某某/各处', '某某/旧', '--as-of', '2021-08-16'],
  ['diff', '某某/旧', '某某/各处', '--as-of', '2021-08-16', '--json'],
  ['diff', '某某/旧', '某某/没有'],
  ['explain', 'contact', '--dossier', '某某/各处'],
  ['explain', 'business_license', '--dossier', '某某/旧', '--json'],
  ['explain', '某某', '--dossier', '某某/旧'],
  ['verify', '某某/飞轮.zip', '某某/没有.zip'],
  ['build', '某某/各处'],
  ['preview', '某某/各处'],
  ['sheet', 'export', '某某/各处', '-o', '某某.xlsx'],
  ['sheet', 'import', '某某.xlsx', '-o', '飞轮'],
];

/** What a masked command has written, its files too. */
async function said(argv: readonly string[], lang: string): Promise<string> {
  const out = (format: string) => join(cwd, `${format}.out`);
  for (const format of formats) rmSync(out(format), { force: true });
  const ran = await zjtx([...argv, '--redact', '--lang', lang], { cwd });
  const files = formats.filter((format) => existsSync(out(format))).map((format) => readFileSync(out(format), 'utf8'));
  return [ran.stdout, ran.stderr, ...files].join('\n');
}

// The batch in both languages; of the rest every other one.
const cases = commands.flatMap((argv, at) =>
  (at === 0 ? ['zh', 'en'] : [at % 2 === 0 ? 'zh' : 'en']).map((lang) => [argv.join(' '), lang, argv] as const),
);

it.each(cases)('%s, %s', async (_name, lang, argv) => {
  const text = await said(argv, lang);
  expect(text.length).toBeGreaterThan(20);
  for (const secret of secrets) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(encodeURIComponent(secret));
  }
});

it('a configuration that asks for masks is heeded even where it cannot be read', async () => {
  const { stdout, stderr } = await zjtx(['validate', '某某/坏配置'], { cwd });
  expect(stdout).toBe('');
  expect(stderr).toContain('zjtx.config.yaml');
  for (const secret of secrets) expect(stderr).not.toContain(secret);
});

it('the test sees what it looks for', async () => {
  // Not the folder of a configuration that asks for masks: the whole run would be masked.
  const { stdout } = await zjtx(['validate', '某某/各处', '某某/全角', '-f', 'json'], { cwd });
  for (const secret of secrets.filter((one) => one !== '三丰')) expect(stdout).toContain(secret);
  const { stdout: masked } = await zjtx(['validate', '某某', '-f', 'json'], { cwd });
  for (const secret of secrets) expect(masked).not.toContain(secret);
});
