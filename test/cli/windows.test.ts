// What a Windows machine hands in: drives and backslashes in paths, and dossiers whose lines end with CRLF.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { argument } from '../../src/characters/shown.ts';
import { withoutQuotes } from '../../src/cli/process.ts';
import { readFormats } from '../../src/cli/reporting.ts';
import { faultHint } from '../../src/findings/system-stop.ts';
import { withFault } from '../support/faults.ts';
import { ready } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const textOf = (cwd: string): string => readFileSync(join(cwd, 'dossier.yaml'), 'utf8');

it('a report goes to a path with a drive, whatever signs the path holds', () => {
  const read = (value: string) => readFormats(['json', 'html'], [value], 'zjtx validate');
  expect(read('json=C:\\x\\y.json')).toEqual([{ name: 'json', file: 'C:\\x\\y.json' }]);
  expect(read('html=\\\\server\\报告\\a=b:c.html')).toEqual([{ name: 'html', file: '\\\\server\\报告\\a=b:c.html' }]);
});

it('waive keeps CRLF and the BOM', async () => {
  const cwd = ready([
    '企业简介(盖章).pdf\n      issued_to: 江苏示例精密机械有限公司\n      stamped: true',
    '企业简介(盖章).pdf\n      stamped: false',
  ]);
  const text = `\ufeff${textOf(cwd)}`.replaceAll('\n', '\r\n');
  writeFileSync(join(cwd, 'dossier.yaml'), text);
  const found = {
    code: 'evidence-unstamped',
    at: 'attachments.profile_stamped',
    reason: '补',
    by: '甲',
    until: '2021-08-31',
  };
  const ran = await zjtx(['waive', ...Object.entries(found).flatMap(([key, value]) => [`--${key}`, value])], { cwd });
  expect(ran.stderr).toBe('');
  const after = textOf(cwd);
  expect(after.startsWith(text.trimEnd())).toBe(true);
  expect(after).toContain('\r\nwaivers:\r\n  - code: evidence-unstamped\r\n');
  expect(after).not.toMatch(/[^\r]\n/);
});

it('fill keeps CRLF and the comments', async () => {
  const cwd = emptyFolder();
  expect((await zjtx(['init', '.', '--category', 'jiangsu/2021/product', '--yes'], { cwd })).code).toBe(0);
  const begun = textOf(cwd);
  writeFileSync(join(cwd, 'dossier.yaml'), begun.replaceAll('\n', '\r\n'));
  writeFileSync(
    join(cwd, 'answers.yaml'),
    'form:\r\n  basics:\r\n    address: 南京市江宁区示例路18号\r\n    employees: 136\r\n',
  );
  expect((await zjtx(['fill', '.', '--answers', 'answers.yaml'], { cwd })).code).toBe(0);
  const after = textOf(cwd);
  expect(after).not.toMatch(/[^\r]\n/);
  expect(after.replaceAll('\r\n', '\n')).toBe(
    begun
      .replace('    注册通讯地址:\n', '    注册通讯地址: 南京市江宁区示例路18号\n')
      .replace('    上年末职工人数(人):\n', '    上年末职工人数(人): 136\n'),
  );
  expect(readFileSync(join(cwd, 'dossier.yaml.bak'), 'utf8')).toBe(begun.replaceAll('\n', '\r\n'));
});

it('a quote that Windows left in an argument is no part of a path', () => {
  const read = (...argv: string[]) => withoutQuotes(argv, 'win32');
  expect(read('validate', 'D:\\材料"')).toEqual(['validate', 'D:\\材料']);
  expect(read('validate', '材料"')).toEqual(['validate', '材料']);
  expect(read('build', 'D:\\申报 材料" --draft -o out')).toEqual(['build', 'D:\\申报 材料', '--draft', '-o', 'out']);
  expect(read('build', '\\\\server\\a" -o D:\\b"')).toEqual(['build', '\\\\server\\a', '-o', 'D:\\b']);
  expect(read('validate', '“D:\\材料”', "'D:\\材料'")).toEqual(['validate', 'D:\\材料', 'D:\\材料']);
  // What a person says may hold quotes, and so may any name elsewhere.
  expect(read('waive', '--reason', '见"说明"一节')).toEqual(['waive', '--reason', '见"说明"一节']);
  expect(withoutQuotes(['validate', 'D:\\材料"'], 'linux')).toEqual(['validate', 'D:\\材料"']);
});

it('a printed command is quoted for the shell that reads it', () => {
  for (const shell of ['posix', 'cmd', 'powershell'] as const) {
    expect(argument('申报/某公司-2021.zip', shell)).toBe('申报/某公司-2021.zip');
    expect(argument('申报 材料', shell)).toBe('"申报 材料"');
    expect(argument('-x', shell)).toBe('./-x');
  }
  expect(argument('a$b c', 'posix')).toBe("'a$b c'");
  expect(argument("it's `x`", 'posix')).toBe("'it'\\''s `x`'");
  expect(argument('D:\\申报 材料\\', 'cmd')).toBe('"D:\\申报 材料"');
  expect(argument('D:\\a\\b', 'cmd')).toBe('D:\\a\\b');
  expect(argument('a&b', 'cmd')).toBe('"a&b"');
  expect(argument('“甲”$公司', 'powershell')).toBe("'“甲”$公司'");
  expect(argument('a,b', 'powershell')).toBe('"a,b"');
});

it('folders and globs stand for the files in them, where no shell expands them', async () => {
  const cwd = ready();
  expect((await zjtx(['build'], { cwd })).code).toBe(0);
  const [zip = ''] = readdirSync(join(cwd, 'out'));
  writeFileSync(join(cwd, 'out', '~$x.zip'), '');
  for (const path of ['out', 'out/*.zip', 'o*', join(cwd, 'out', '*.ZIP').replace('ZIP', 'zip')]) {
    const { code, stdout } = await zjtx(['verify', path], { cwd });
    expect([code, stdout.includes(`out/${zip}`)], path).toEqual([0, true]);
  }
  expect((await zjtx(['diff', '.', 'out/*.zip'], { cwd })).code).toBe(0);
  const none = await zjtx(['verify', '附件', 'out'], { cwd });
  expect([none.code, none.stdout.includes(zip), none.stderr]).toEqual([
    2,
    true,
    expect.stringContaining('附件 中没有材料包（.zip）'),
  ]);
  mkdirSync(join(cwd, '报告'));
  expect((await zjtx(['validate', '-f', 'json=报告/1.json'], { cwd })).code).toBe(0);
  for (const path of ['报告', '报告/*.json'])
    expect((await zjtx(['report', 'merge', path], { cwd })).stdout, path).toContain('江苏示例精密机械有限公司');
  expect((await zjtx(['sheet', 'export', '-o', '表'], { cwd })).code).toBe(0);
  expect((await zjtx(['sheet', 'import', '表', '-o', '回'], { cwd })).code).toBe(0);
});

it('an old preview that another program holds is not taken for somebody else’s file', async () => {
  const cwd = ready();
  expect((await zjtx(['preview'], { cwd })).code).toBe(0);
  const { stderr } = await withFault('open', /预览\.pdf$/, 'EBUSY', () => zjtx(['preview'], { cwd }));
  expect(stderr).toContain('正被别的程序使用');
});

it('names the ways of Windows to more room and more open files', () => {
  const { platform } = process;
  const hints = () => ['ENOSPC', 'EMFILE'].map((code) => faultHint(code));
  expect(JSON.stringify(hints())).toMatch(/TMPDIR.*ulimit/);
  Object.defineProperty(process, 'platform', { value: 'win32' });
  try {
    expect(JSON.stringify(hints())).toContain('变量 TEMP 另指');
    expect(JSON.stringify(hints())).not.toMatch(/TMPDIR|ulimit/);
  } finally {
    Object.defineProperty(process, 'platform', { value: platform });
  }
});
