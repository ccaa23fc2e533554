// The example's bundle before outside judges: zip readers, digest tools, PDF tools, and a reader of the printed page.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './judges.ts';

const root = resolve(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'zjtx-judges-'));
let zip = '';
let bag = '';
let pdf = '';

const build = (output: string, options: { env?: NodeJS.ProcessEnv; cwd?: string } = {}): string => {
  const example = join(root, 'examples/jiangsu-2021-product/ready');
  const run = spawnSync(process.execPath, [join(root, 'bin/zjtx.js'), 'build', example, '-o', output, '--quiet'], {
    encoding: 'utf8',
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
  });
  expect(run.status, run.stderr + run.stdout).toBe(0);
  const [name] = readdirSync(output).filter((file) => file.endsWith('.zip'));
  return join(output, name ?? '');
};

beforeAll(() => {
  zip = build(join(work, 'out'));
  expect(ask('unzip', ['-q', zip, '-d', join(work, 'bag')]).code).toBe(0);
  bag = join(work, 'bag', readdirSync(join(work, 'bag'))[0] ?? '');
  pdf = join(bag, 'data', '申请表.pdf');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the zip', () => {
  it('passes unzip', () => expect(ask('unzip', ['-tqq', zip]).code).toBe(0));

  it('passes 7z, every name flagged UTF-8', () => {
    expect(ask('7z', ['t', zip]).code).toBe(0);
    const listed = ask('7z', ['l', '-slt', zip]).out.split('----------')[1] ?? '';
    const entries = listed.split('\n\n').filter((entry) => entry.includes('Path = '));
    expect(entries.length).toBeGreaterThan(20);
    for (const entry of entries.filter((text) => /[^ -~\s]/.test(/Path = (.*)/.exec(text)?.[1] ?? ''))) {
      expect(entry).toMatch(/Characteristics = .*UTF8/);
    }
  });

  it('passes bsdtar, which reads every byte', () => expect(ask('bsdtar', ['-xOf', zip]).code).toBe(0));

  it("passes Java's ZipInputStream", () => {
    expect(ask('javac', ['-d', work, join(root, 'test/judges/ReadZip.java')]).code).toBe(0);
    const read = ask('java', ['-Dsun.jnu.encoding=UTF-8', '-cp', work, 'ReadZip', zip]);
    expect(read.err).toBe('');
    expect(Number(read.out)).toBeGreaterThan(20);
  });
});

describe('the bag', () => {
  it('agrees with sha256sum', () => {
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      expect(ask('sha256sum', ['-c', '--strict', '--quiet', manifest], { cwd: bag }).code).toBe(0);
    }
  });

  it('agrees with hashdeep, which also sees added files', () => {
    const lines = readFileSync(join(bag, 'manifest-sha256.txt'), 'utf8').trim().split('\n');
    const sized = lines.map((line) => {
      const [digest = '', path = ''] = line.split(/ {2}(.*)/s);
      return `${readFileSync(join(bag, path)).length},${digest},${path}`;
    });
    const known = join(work, 'known.txt');
    writeFileSync(known, `%%%% HASHDEEP-1.0\n%%%% size,sha256,filename\n${sized.join('\n')}\n`);
    expect(ask('hashdeep', ['-r', '-l', '-c', 'sha256', '-a', '-k', known, 'data'], { cwd: bag }).code).toBe(0);
  });
});

describe('the summary', () => {
  it('passes qpdf', () => expect(ask('qpdf', ['--check', pdf]).code).toBe(0));

  it('embeds every font as a subset with a text layer', () => {
    const fonts = ask('pdffonts', [pdf]).out.trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/\byes\s+yes\s+yes\b/);
  });

  it('renders without a complaint', () => {
    const drawn = ask('mutool', ['draw', '-N', '-q', '-r', '60', '-o', join(work, 'm%d.png'), pdf]);
    expect(drawn.err).toBe('');
    const second = ask('pdftoppm', ['-r', '60', '-png', pdf, join(work, 'p')]);
    expect(second.err).toBe('');
  });

  it('is read by a reader of page 1', () => {
    ask('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-png', pdf, join(work, 'page')]);
    const page = readdirSync(work).find((file) => file.startsWith('page'));
    const read = ask('tesseract', [join(work, page ?? ''), '-', '-l', 'chi_sim', '--psm', '3']);
    const text = read.out.replace(/\s/g, '');
    expect(text).toContain('江苏示例精密机械有限公司');
    expect(text).toContain('专精特新产品认定申请表');
  });
});

describe('the same build', () => {
  it('gives the same bytes under other zones, locales, umasks and folders', () => {
    const reference = readFileSync(zip);
    const settings = [
      { env: { TZ: 'America/Los_Angeles', LC_ALL: 'C' } },
      { env: { TZ: 'Asia/Shanghai', LC_ALL: 'en_US.UTF-8', ZJTX_LANG: 'en' } },
      { env: { TZ: 'Pacific/Kiritimati' }, cwd: work },
    ];
    const before = process.umask();
    for (const [index, setting] of settings.entries()) {
      process.umask(index === 0 ? 0o077 : 0o002);
      try {
        expect(readFileSync(build(join(work, `again${index}`), setting)).equals(reference)).toBe(true);
      } finally {
        process.umask(before);
      }
    }
  });
});
