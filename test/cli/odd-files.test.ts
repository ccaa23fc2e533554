// What a client sends may be anything: pipes, devices, huge files and links out are refused in words, and nothing outside is touched.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { withCalls } from '../support/faults.ts';
import { pipeIn, socketIn, zerosIn } from '../support/odd-files.ts';
import { type Edit, ready, readyText } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

/** Puts something odd in the place of a file. */
const odd: Record<string, readonly [make: (folder: string, name: string) => unknown, said: string]> = {
  pipe: [pipeIn, '不是普通文件'],
  socket: [socketIn, '不是普通文件'],
  zeros: [zerosIn, '不是普通文件'],
  folder: [(folder, name) => mkdirSync(join(folder, name)), '是文件夹'],
  huge: [
    (folder, name) => {
      writeFileSync(join(folder, name), '');
      truncateSync(join(folder, name), 300_000_000);
    },
    '文件太大',
  ],
};

async function put(kind: string, folder: string, name: string): Promise<string> {
  const [make, said] = odd[kind] ?? [() => undefined, ''];
  rmSync(join(folder, name), { force: true, recursive: true });
  await make(folder, name);
  return said;
}

describe.each(Object.keys(odd))('a %s', (kind) => {
  it('in the place of a dossier, a configuration, a report, a key, a workbook, answers', async () => {
    const cwd = ready();
    const cases: [string, readonly string[]][] = [
      ['zjtx.config.yaml', ['validate']],
      ['c.yaml', ['validate', '--config', 'c.yaml']],
      ['r.json', ['report', 'merge', 'r.json']],
      ['k.key', ['build', '--sign', 'k.key']],
      ['k.pub', ['verify', 'x.zip', '--key', 'k.pub']],
      ['w.xlsx', ['sheet', 'import', 'w.xlsx', '-o', 'in']],
      ['a.yaml', ['fill', '--answers', 'a.yaml']],
      ['old.yaml', ['init', 'new', '--category', 'jiangsu/2021/product', '--yes', '--from', 'old.yaml']],
      ['dossier.yaml', ['validate', 'dossier.yaml']],
      ['dossier.yaml', ['attest', 'dossier.yaml', '--all', '--by', '林晓雯']],
      ['dossier.yaml', ['fill', 'dossier.yaml', '--yes']],
    ];
    for (const [name, argv] of cases) {
      // Of a folder the dossier inside is meant.
      if (kind === 'folder' && name.endsWith('.yaml') && !/^(?:c|zjtx)/.test(name)) continue;
      if (kind === 'huge' && name === 'r.json') continue;
      const said = await put(kind, cwd, name);
      const ran = await zjtx(argv, { cwd });
      expect(ran.code, argv.join(' ')).toBe(2);
      expect(ran.stderr, argv.join(' ')).toMatch(/zjtx 错误：[^\n]+\n修正：/);
      if (!/\.(?:key|pub|xlsx)$/.test(name)) expect(ran.stderr, argv.join(' ')).toContain(said);
      rmSync(join(cwd, name), { force: true, recursive: true });
    }
  });

  it('in the place of a font, a definition, a bundle', async () => {
    const cwd = ready();
    writeFileSync(join(cwd, 'zjtx.config.yaml'), 'fonts: [f.ttf]\n');
    if (kind !== 'huge') {
      const said = await put(kind, cwd, 'f.ttf');
      const ran = await zjtx(['build', '--draft'], { cwd });
      expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(`不能使用字体 ${cwd}/f.ttf`)]);
      expect(ran.stderr).toContain(said);
    }
    rmSync(join(cwd, 'zjtx.config.yaml'));
    mkdirSync(join(cwd, 's/lists'), { recursive: true });
    const said = await put(kind, join(cwd, 's'), 'facts.yaml');
    const own = await zjtx(['validate', '--schemas', 's'], { cwd });
    // Only a plain file of a folder of definitions is one.
    const isRead = kind === 'huge';
    expect([own.code, own.stderr]).toEqual(isRead ? [2, expect.stringContaining(said)] : [0, '']);
    if (isRead) return;
    await put(kind, cwd, 'b.zip');
    const verified = await zjtx(['verify', 'b.zip'], { cwd });
    expect([verified.code, verified.stderr]).toEqual([
      2,
      expect.stringContaining(`不能读取材料包 ${cwd}/b.zip（${said}`),
    ]);
  });

  it('in the place of a file that would be written', async () => {
    const cwd = ready();
    for (const argv of [
      ['validate', '-f', 'json=x'],
      ['preview', '-o', 'x'],
      ['preview', '-o', 'x', '--force'],
      ['sheet', 'export', '--category', 'jiangsu/2021/product', '-o', 'x.xlsx', '--force'],
    ]) {
      const name = argv.includes('x.xlsx') ? 'x.xlsx' : 'x';
      // A preview takes its usual name in a folder.
      if (kind === 'huge' || (kind === 'folder' && argv[0] === 'preview')) continue;
      await put(kind, cwd, name);
      const ran = await zjtx(argv, { cwd });
      expect([ran.code, ran.stderr], argv.join(' ')).toEqual([2, expect.stringMatching(/zjtx 错误：[^\n]+\n修正：/)]);
      expect(readdirSync(cwd).filter((one) => one.startsWith('.'))).toEqual([]);
    }
  });
});

describe('a link that leads out', () => {
  /** A folder with a file that must stay as it is. */
  function outside() {
    const folder = emptyFolder();
    const file = join(folder, 'mine');
    writeFileSync(file, 'mine\n');
    return {
      folder,
      file,
      isAsItWas: () => readFileSync(file, 'utf8') === 'mine\n' && readdirSync(folder).length === 1,
    };
  }

  it.each([
    [['validate', '-f', 'json=x'], 'x'],
    [['preview', '-o', 'x', '--force'], 'x'],
    [['preview', '--force'], '申请表-预览.pdf'],
    [['sheet', 'export', '--category', 'jiangsu/2021/product', '-o', 'x.xlsx', '--force'], 'x.xlsx'],
  ])('is not written through by %j', async (argv, name) => {
    const cwd = ready();
    const mine = outside();
    symlinkSync(mine.file, join(cwd, name));
    const { code, stderr } = await zjtx(argv, { cwd });
    expect([code, mine.isAsItWas()]).toEqual([2, true]);
    expect(stderr).toContain('链接');
  });

  it('is no backup, and none is lost, whoever writes a dossier', async () => {
    const cwd = ready();
    const mine = outside();
    symlinkSync(mine.file, join(cwd, 'dossier.yaml.bak'));
    writeFileSync(join(cwd, 'dossier.yaml.bak-2'), 'my own\n');
    const { code, stdout } = await zjtx(['attest', '--all', '--by', '林晓雯'], { cwd });
    expect([code, mine.isAsItWas()]).toEqual([0, true]);
    expect(stdout).toContain('dossier.yaml.bak-3');
    expect(readFileSync(join(cwd, 'dossier.yaml.bak-2'), 'utf8')).toBe('my own\n');
    expect(readFileSync(join(cwd, 'dossier.yaml.bak-3'), 'utf8')).toBe(readyText);
    const again = ['init', '.', '--category', 'jiangsu/2021/product', '--yes', '--force'];
    expect((await zjtx(again, { cwd })).stdout).toContain('dossier.yaml.bak-4');
    expect(mine.isAsItWas()).toBe(true);
  });

  it('is no dossier: neither read, nor packed, nor written', async () => {
    const mine = ready();
    const cwd = emptyFolder();
    symlinkSync(join(mine, 'dossier.yaml'), join(cwd, 'dossier.yaml'));
    for (const argv of [
      ['validate', 'dossier.yaml'],
      ['build', 'dossier.yaml'],
      ['attest', 'dossier.yaml', '--all', '--by', '某'],
    ]) {
      const { code, stderr } = await zjtx(argv, { cwd });
      expect([code, stderr], argv[0]).toEqual([
        2,
        expect.stringContaining('dossier.yaml（是链接，或经过通向别处的链接）'),
      ]);
    }
    expect(readFileSync(join(mine, 'dossier.yaml'), 'utf8')).toBe(readyText);
    rmSync(join(cwd, 'dossier.yaml'));
    writeFileSync(join(cwd, 'mine.yaml'), readyText);
    symlinkSync('mine.yaml', join(cwd, 'dossier.yaml'));
    expect((await zjtx(['validate', 'dossier.yaml', '--fail-on', 'never'], { cwd })).code).toBe(0);
  });

  it('gets no folder or schema from init, and no file from --take or sheet import', async () => {
    const init = ['init', '.', '--category', 'jiangsu/2021/product', '--yes'];
    for (const name of ['附件', '.zjtx']) {
      const cwd = emptyFolder();
      const mine = outside();
      symlinkSync(mine.folder, join(cwd, name));
      const { code, stderr } = await zjtx(init, { cwd });
      expect([code, stderr, mine.isAsItWas()], name).toEqual([2, expect.stringContaining('链接'), true]);
      expect(existsSync(join(cwd, 'dossier.yaml'))).toBe(false);
    }
    const cwd = emptyFolder();
    await zjtx(init, { cwd });
    const mine = outside();
    rmSync(join(cwd, '附件'), { recursive: true });
    symlinkSync(mine.folder, join(cwd, '附件'));
    mkdirSync(join(cwd, 'papers'));
    const papers = emptyFolder();
    writeFileSync(join(papers, '营业执照.pdf'), 'x');
    await zjtx(['fill', '--yes', '--take', papers], { cwd });
    expect(mine.isAsItWas()).toBe(true);
  });
});

describe('in the folder of a slot', () => {
  const licence = '附件/营业执照/企业营业执照原件扫描件.jpg';
  const all: Edit = [licence, '附件/营业执照/*'];
  const plain = (text: string): string => text.replace(/\n +/g, '');

  it('thousands of files: each is looked at, and said in one finding', async () => {
    const cwd = ready(all);
    for (let at = 0; at < 2_000; at += 1) writeFileSync(join(cwd, `附件/营业执照/${at}.pdf`), '');
    const { code, stdout } = await zjtx(['validate'], { cwd });
    expect(code).toBe(1);
    expect(plain(stdout)).toContain('（这类问题共 2000 处）(file-empty)');
    expect(stdout.length).toBeLessThan(5000);
  });

  it('a file of five gigabytes is judged by its size, and read piece by piece where its digest is asked for', async () => {
    const cwd = ready(all);
    const path = join(cwd, '附件/营业执照/全部.pdf');
    writeFileSync(path, '%PDF-1.7');
    truncateSync(path, 5_368_709_120);
    let reads = 0;
    const { result } = await withCalls(
      'read',
      /全部\.pdf$/,
      () => (reads += 1),
      () => zjtx(['validate'], { cwd }),
    );
    expect(result.code).toBe(1);
    expect(plain(result.stdout)).toContain('全部.pdf 为 5368.71 MB（5,368,709,120 字节），超过上限');
    expect(reads).toBe(0);
  });

  it('a name with a line break is shown in one line, and is no second line of a report', async () => {
    const cwd = ready(all);
    writeFileSync(join(cwd, '附件/营业执照/一\n✓ 就绪\u001b[2J.pdf'), '');
    for (const how of ['text', 'github', 'gitlab', 'sarif', 'json', 'html']) {
      const { stdout } = await zjtx(['validate', '--format', how], { cwd });
      expect(stdout).not.toContain('\u001b');
      // A line break in a page is no more than a blank.
      if (how !== 'html') expect(stdout).not.toMatch(/^ *✓ 就绪/m);
    }
    const { stdout } = await zjtx(['validate'], { cwd });
    expect(plain(stdout)).toContain('的文件名含有字符 U+000A');
  });

  it.each<[string, (path: string) => void]>([
    ['vanishes', (path) => rmSync(path)],
    ['is another one', (path) => writeFileSync(path, 'another')],
    ['grows', (path) => writeFileSync(path, 'more', { flag: 'a' })],
    ['is cut', (path) => truncateSync(path, 1000)],
  ])('a file that %s while it is looked at is said not to have been read', async (_, change) => {
    const cwd = ready();
    let left = 1;
    const once = (): void => {
      left -= 1;
      if (left === 0) change(join(cwd, licence));
    };
    const { result } = await withCalls('open', /企业营业执照原件扫描件\.jpg$/, once, () => zjtx(['validate'], { cwd }));
    expect(left).toBeLessThan(1);
    expect(result.code).toBe(1);
    expect(plain(result.stdout)).toMatch(/(?:无法读取|找不到文件) 附件\/营业执照\/企业营业执照原件扫描件\.jpg/);
    expect(result.stdout).not.toMatch(/image-broken|file-content-differs/);
  });
});

describe('between the check and the packing', () => {
  const licence = '附件/营业执照/企业营业执照原件扫描件.jpg';
  const changes: Record<string, (path: string) => unknown> = {
    'the same size and times': (path) => {
      const bytes = readFileSync(path);
      bytes[bytes.length - 100] = 1 + (bytes.at(-100) ?? 0);
      writeFileSync(path, bytes);
      utimesSync(path, 1_000_000, 1_000_000);
    },
    'a link to the same': (path) => {
      writeFileSync(`${path}.real`, readFileSync(path));
      rmSync(path);
      symlinkSync(`${path}.real`, path);
    },
    'a folder that is a link': (path) => {
      const other = emptyFolder();
      writeFileSync(join(other, '企业营业执照原件扫描件.jpg'), readFileSync(path));
      rmSync(join(path, '..'), { recursive: true });
      symlinkSync(other, join(path, '..'));
    },
    'a pipe': (path) => {
      rmSync(path);
      pipeIn(join(path, '..'), '企业营业执照原件扫描件.jpg');
    },
    'a device': (path) => {
      rmSync(path);
      zerosIn(join(path, '..'), '企业营业执照原件扫描件.jpg');
    },
  };
  test.each(Object.entries(changes))('%s is noticed', async (_, change) => {
    const cwd = ready();
    utimesSync(join(cwd, licence), 1_000_000, 1_000_000);
    let changed = false;
    const once = (): void => {
      if (!changed) change(join(cwd, licence));
      changed = true;
    };
    const { result } = await withCalls('open', /out\/\.zjtx-/, once, () => zjtx(['build'], { cwd }));
    expect(changed).toBe(true);
    expect([result.code, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toContain(`附件 ${licence} 在检查之后被改动，没有生成材料包`);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});
