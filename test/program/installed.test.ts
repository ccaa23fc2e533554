// The package as it is installed: what `npm pack` packs beside the packages that package.json has installed, and no others.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installedFrom } from '../../scripts/notices.mjs';

const root = resolve(import.meta.dirname, '../..');
/** Most file systems give room in pieces of so many bytes. */
const pieceBytes = 4096;
const mostBytes = 100_000_000;

const home = mkdtempSync(join(tmpdir(), 'zjtx-installed-'));
const modules = join(home, 'node_modules');

const shell = process.platform === 'win32';
beforeAll(() => {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', home];
  execFileSync('npm', args, { cwd: root, stdio: 'ignore', shell });
  mkdirSync(modules);
  const [tarball = ''] = readdirSync(home).filter((name) => name.endsWith('.tgz'));
  execFileSync('tar', ['-xzf', join(home, tarball), '-C', modules]);
  cpSync(join(modules, 'package'), join(modules, 'zjtx'), { recursive: true });
  for (const folder of [join(modules, 'package'), join(home, tarball)]) rmSync(folder, { recursive: true });
  // What lies in a package is a package of its own.
  for (const place of installedFrom(root).keys()) {
    const below = (path: string): string => path.slice(join(root, place).length);
    const filter = (path: string): boolean => !/[\\/]node_modules$/.test(below(path));
    cpSync(join(root, place), join(home, place), { recursive: true, filter });
  }
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('takes at most 100 MB with all that it needs', () => {
  const sizes = readdirSync(modules, { recursive: true }).map((path) => statSync(join(modules, String(path))).size);
  const taken = sizes.reduce((sum, size) => sum + Math.ceil(size / pieceBytes) * pieceBytes, 0);
  expect(taken).toBeGreaterThan(50_000_000);
  expect(taken).toBeLessThanOrEqual(mostBytes);
});

it('has no native code, and nothing that runs when it is installed', () => {
  const files = readdirSync(modules, { recursive: true }).map(String);
  expect(files.filter((file) => /\.(?:node|bare|so|dll|dylib|exe)$/.test(file))).toEqual([]);
  const scripts = files
    .filter((file) => /(?:^|[\\/])package\.json$/.test(file) && !file.startsWith('zjtx'))
    .flatMap((file) => Object.keys(JSON.parse(readFileSync(join(modules, file), 'utf8')).scripts ?? {}));
  expect(scripts.filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
});

it('runs where nothing else is installed', () => {
  const ends = (code: number, ...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(modules, 'zjtx/bin/zjtx.js'), ...args], {
      cwd: home,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: join(home, 'home'), ZJTX_LANG: 'zh' },
    });
    expect(status, `${args.join(' ')}: ${stderr}`).toBe(code);
    return `${stdout}${stderr}`;
  };
  const zjtx = (...args: readonly string[]): string => ends(0, ...args);
  cpSync(join(root, 'examples/jiangsu-2021-product/ready'), join(home, '甲'), { recursive: true });
  cpSync(join(home, '甲'), join(home, '乙'), { recursive: true });
  zjtx('validate', '甲', '乙', '--deep', '--jobs', '2', '--no-cache');
  zjtx('build', '甲', '--merge-slots', '-o', '输出');
  zjtx('preview', '甲', '-o', '预览.pdf');
  const [bundle = ''] = readdirSync(join(home, '输出'));
  zjtx('verify', '--final', join('输出', bundle));
  zjtx('diff', '甲', '乙');
  zjtx('fix', '甲', '--dry-run');
  zjtx('sheet', 'export', '甲', '-o', '表.xlsx');
  zjtx('sheet', 'import', '表.xlsx', '-o', '收回');
  zjtx('categories', 'test', 'jiangsu/2021/product');
  zjtx('completion', 'bash');
  zjtx('init', '丙', '--category', 'jiangsu/2021/product', '--yes');
  const samples = join(root, 'test/attachments/samples');
  mkdirSync(join(home, '来件'));
  for (const [name, sample] of [
    ['2020年度审计报告.docx', 'word.docx'],
    ['营业执照.xlsx', 'sheet.xlsx'],
    ['完税证明.rar', 'corpus/good-5.rar'],
    ['企业简介.pdf', 'text.pdf'],
  ] as const)
    copyFileSync(join(samples, sample), join(home, '来件', name));
  // Which slot some of them are for is left to a person.
  const taken = ends(1, 'add', '来件', '--to', '丙', '--dry-run');
  for (const name of readdirSync(join(home, '来件'))) expect(taken).toContain(name);
});

it('says in package.json what is joined into it, each of one version', () => {
  const { joined, dependencies, devDependencies } = JSON.parse(
    readFileSync(join(modules, 'zjtx/package.json'), 'utf8'),
  );
  for (const name of joined) expect(devDependencies[name], name).toMatch(/^\d+\.\d+\.\d+$/);
  for (const name of 'archiver chalk commander file-type inquirer pdf-lib yaml zod'.split(' '))
    expect(dependencies[name], name).toMatch(/\d+\.\d+\.\d+$/);
});
