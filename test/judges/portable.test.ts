// The zip that needs no installed Node: made, unpacked into a folder with an awkward name, and run with an empty environment.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { version } from '../../src/files/version.ts';
import { ready } from '../support/ready.ts';
import { emptyFolder } from '../support/terminal.ts';
import { ask } from './judges.ts';

const root = resolve(import.meta.dirname, '../..');
const pack = (node: string, output: string): string => {
  execFileSync(process.execPath, [join(root, 'scripts/portable.mjs'), '--node', node, '-o', output], { cwd: root });
  return join(output, readdirSync(output).find((name) => name.endsWith('.zip')) ?? '');
};

it('runs where nothing is installed', () => {
  const folder = emptyFolder();
  const zip = pack(process.execPath, join(folder, 'out'));
  const place = join(folder, '解压 到 这里');
  mkdirSync(place);
  expect(ask('unzip', ['-q', zip, '-d', place]).code).toBe(0);
  const program = join(place, readdirSync(place)[0] ?? '', 'zjtx');
  const env = { HOME: folder, LANG: 'zh_CN.UTF-8' };
  expect(execFileSync(program, ['--version'], { env, encoding: 'utf8' })).toBe(`${version}\n`);
  const example = join(place, readdirSync(place)[0] ?? '', '示例');
  expect(readFileSync(join(example, 'dossier.yaml'), 'utf8')).not.toMatch(/^ *(?!head\b)[a-z_]+:|\.\.\//m);
  expect(execFileSync(program, ['validate', example], { env, encoding: 'utf8' })).toContain('就绪');
  cpSync(ready(), join(place, '材料'), { recursive: true });
  const built = execFileSync(program, ['build', '材料', '-o', '输出'], { env, cwd: place, encoding: 'utf8' });
  expect(built).toContain('.zip');
  const [bundle = ''] = readdirSync(join(place, '输出'));
  expect(execFileSync(program, ['verify', join('输出', bundle)], { env, cwd: place, encoding: 'utf8' })).toContain(
    '完整',
  );
});

it('for Windows has a launcher that cmd.exe reads, and no native code beside node.exe', () => {
  const folder = emptyFolder();
  const node = join(folder, 'node.exe');
  writeFileSync(node, 'stands for node.exe');
  const zip = pack(node, join(folder, 'out'));
  const place = join(folder, 'unpacked');
  expect(ask('unzip', ['-q', zip, '-d', place]).code).toBe(0);
  const top = join(place, readdirSync(place)[0] ?? '');
  expect(readFileSync(join(top, 'zjtx.cmd'), 'utf8')).toBe(
    '@echo off\r\n"%~dp0node.exe" "%~dp0app\\bin\\zjtx.js" %*\r\n',
  );
  const files = readdirSync(top, { recursive: true }).map(String);
  expect(files).toEqual(expect.arrayContaining(['示例/dossier.yaml', 'app/start.mjs', 'app/dist/THIRD-PARTY.txt']));
  // What the program never opens stays out.
  expect(files.filter((file) => /base64|\.d\.ts$|\.map$/.test(file))).toEqual([]);
  const [start, guide] = ['开始.cmd', '使用说明.txt'].map((file) => readFileSync(join(top, file)));
  // cmd reads it in whatever code page the machine has.
  expect(start?.every((byte) => byte < 0x80)).toBe(true);
  expect(start?.toString()).toContain('\r\npause\r\n');
  expect(guide?.toString()).toMatch(/^\ufeff专精特新.*\r\n/);
  expect(guide?.toString()).not.toMatch(/(?<!\r)\n/);
  expect(files.filter((file) => /\.(?:node|so|dll|dylib|exe)$/.test(file))).toEqual(['node.exe']);
  // The menu, with what is dropped on it.
  const menu = (dropped: string, ...lines: readonly string[]) =>
    spawnSync(process.execPath, [join(top, 'app/start.mjs'), dropped], {
      encoding: 'utf8',
      env: { ...process.env, ZJTX_START_OPENS: 'no', ZJTX_LANG: 'zh' },
      input: [...lines, '0', ''].join('\n'),
    });
  const gone = menu(join(folder, '没有.zip'));
  expect(`${gone.stdout}${gone.stderr}`.match(/找不到/g)).toHaveLength(1);
  const papers = join(folder, '客户 资料.zip');
  execFileSync('python3', ['-m', 'zipfile', '-c', papers, '附件'], { cwd: ready() });
  const received = menu(papers, ready());
  expect(received.stdout).toContain('放进哪份材料');
  expect(received.stderr).not.toContain('材料包');
  // A bundle is verified, and nothing is asked.
  execFileSync(process.execPath, [join(root, 'bin/zjtx.js'), 'build', '-o', folder], { cwd: ready() });
  const [bundle = ''] = readdirSync(folder).filter((name) => /-2021-product\.zip$/.test(name));
  const verified = menu(join(folder, bundle));
  expect(verified.stdout).toContain('✓ 完整');
  expect(verified.stdout).not.toContain('放进哪份材料');
  // The Explorer of Windows unpacks no path of more than 260 signs; some of them are the folder's own.
  expect(files.filter((file) => file.length > 160)).toEqual([]);
});
