// A bundle that was changed by one byte, or made to harm, is refused with the file named; nothing is written.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { manifestText } from '../../src/bundle/bag.ts';
import { inspect } from '../../src/bundle/inspect.ts';
import { verifyBundle } from '../../src/bundle/verify.ts';
import { wordsOf } from '../../src/messages/words.ts';
import { openZip } from '../../src/zip/zip.ts';
import { dataSpans, type RawEntry, type RawZip, rawZip } from './raw-zip.ts';
import { build, scratch, sha256 } from './support.ts';

const top = '江苏示例精密机械有限公司-jiangsu-2021-product/';
let whole: Buffer;
/** The true content of every entry, by its path below the top folder. */
let content: Map<string, Buffer>;

beforeAll(async () => {
  whole = await readFile((await build()).path);
  const zip = await openZip(whole);
  if (zip.kind === 'no zip') throw new Error(zip.detail);
  content = new Map();
  for (const entry of zip.entries) {
    const chunks: Buffer[] = [];
    await zip.unpack(entry, (chunk) => chunks.push(chunk));
    content.set(entry.name.slice(top.length), Buffer.concat(chunks));
  }
});

async function verifyBytes(bytes: Buffer) {
  const folder = await scratch();
  const path = join(folder, '收到的.zip');
  await writeFile(path, bytes);
  const verified = await verifyBundle(path);
  expect(await readdir(folder)).toEqual(['收到的.zip']);
  return verified;
}

const entriesOf = (changed: ReadonlyMap<string, string | Buffer> = new Map()): RawEntry[] =>
  [...content].map(([path, data]) => ({ name: `${top}${path}`, data: changed.get(path) ?? data }));

const codesOf = async (entries: readonly RawEntry[], zip?: RawZip): Promise<string[]> =>
  (await verifyBytes(rawZip(entries, zip))).findings.map(({ code, at }) => `${code} ${at.file}`);

describe('a sound bundle', () => {
  it('has no findings, packed by us or by another program', async () => {
    const ours = await verifyBytes(whole);
    const theirs = await verifyBytes(rawZip([{ name: top, method: 0, mode: 0o40755 }, ...entriesOf()]));
    const said = { findings: [], name: top.slice(0, -1), files: 15, status: 'final', category: 'jiangsu/2021/product' };
    expect(ours).toMatchObject({ ...said, bytes: whole.length });
    expect(theirs).toMatchObject(said);
    expect(theirs.content).toBe(ours.content);
  });
});

describe('one changed byte', () => {
  it('in the packed data of any entry is refused, naming the entry', async () => {
    for (const { name, start, end } of dataSpans(whole)) {
      const file = name.slice(top.length);
      const step = Math.max(1, Math.floor((end - start) / 5));
      for (let at = start; at < end; at += step) {
        const changed = Buffer.from(whole);
        changed.writeUInt8(changed.readUInt8(at) ^ 0xff, at);
        const { findings } = await verifyBytes(changed);
        expect(
          findings.map((finding) => finding.at.file),
          `${file} at ${at - start}`,
        ).toEqual([file]);
      }
    }
  });

  it('in a file that was packed again is refused, naming the file', async () => {
    for (const [path, data] of content) {
      if (data.length === 0 || path === 'tagmanifest-sha256.txt') continue;
      const changed = Buffer.from(data);
      changed.writeUInt8(changed.readUInt8(data.length >> 1) ^ 1, data.length >> 1);
      const codes = await codesOf(entriesOf(new Map([[path, changed]])));
      expect(codes).toContain(`bundle-digest-differs ${path}`);
      expect(new Set(codes.map((code) => code.split(' ').slice(1).join(' ')))).toEqual(new Set([path]));
    }
  });

  it('in the tag manifest is refused', async () => {
    const text = String(content.get('tagmanifest-sha256.txt'));
    const codes = await codesOf(entriesOf(new Map([['tagmanifest-sha256.txt', text.replace(/^./, '~')]])));
    expect(codes).toContain('bundle-manifest-broken tagmanifest-sha256.txt');
  });
});

describe('a bag', () => {
  /** The bag with other files and manifests that agree with them: what only the rules of a bag can refuse. */
  function remade(change: (files: Map<string, Buffer>) => void): RawEntry[] {
    const files = new Map(content);
    change(files);
    const told = (of: (path: string) => boolean): Buffer =>
      Buffer.from(
        manifestText(
          [...files].filter(([path]) => of(path)).map(([path, data]) => ({ path, sha256: sha256(data), bytes: 0 })),
        ),
      );
    files.set(
      'manifest-sha256.txt',
      told((path) => path.startsWith('data/')),
    );
    files.set(
      'tagmanifest-sha256.txt',
      told((path) => !/^data\/|^tagmanifest/.test(path)),
    );
    return [...files].map(([path, data]) => ({ name: `${top}${path}`, data }));
  }
  const edit = (path: string, from: string | RegExp, to: string) => (files: Map<string, Buffer>) => {
    files.set(path, Buffer.from(String(files.get(path)).replace(from, to)));
  };

  it('is refused with a file missing or extra, below data or beside it', async () => {
    const licence = 'data/附件/01-企业营业执照原件扫描件/营业执照.pdf';
    const without = (path: string): RawEntry[] => entriesOf().filter(({ name }) => name !== `${top}${path}`);
    expect(await codesOf(without(licence))).toEqual([`bundle-file-missing ${licence}`]);
    expect(await codesOf(without('data/申请表.pdf'))).toEqual(['bundle-file-missing data/申请表.pdf']);
    expect(await codesOf(without('bagit.txt'))).toEqual(['bundle-file-missing bagit.txt']);
    expect(await codesOf([...entriesOf(), { name: `${top}data/多.pdf`, data: 'x' }])).toEqual([
      'bundle-file-extra data/多.pdf',
    ]);
    expect(await codesOf([...entriesOf(), { name: `${top}fetch.txt`, data: 'x' }])).toEqual([
      'bundle-file-extra fetch.txt',
    ]);
    expect(await codesOf(remade((files) => files.delete('data/dossier.yaml')))).toContain(
      'bundle-file-missing data/dossier.yaml',
    );
  });

  it.each([
    ['bagit.txt', '1.0', '0.97', 'bundle-bag-broken bagit.txt'],
    ['bag-info.txt', 'Zjtx-Status: final', 'Zjtx-Status: maybe', 'bundle-bag-broken bag-info.txt'],
    ['bag-info.txt', /Zjtx-Category: .*\n/, '', 'bundle-bag-broken bag-info.txt'],
    ['bag-info.txt', /Payload-Oxum: .*\n/, '', 'bundle-bag-broken bag-info.txt'],
    ['bag-info.txt', /Zjtx-Category-Sha256: ./, 'Zjtx-Category-Sha256: ~', 'bundle-bag-broken bag-info.txt'],
    ['bag-info.txt', /Zjtx-Dossier-Sha256: ./, 'Zjtx-Dossier-Sha256: ~', 'bundle-bag-broken bag-info.txt'],
    ['bag-info.txt', /^/, '\n???\n', 'bundle-bag-broken bag-info.txt'],
    ['bag-info.txt', /Payload-Oxum: \d/, 'Payload-Oxum: 9', 'bundle-size-differs bag-info.txt'],
  ])('is refused when %s has %s as %s', async (path, from, to, expected) => {
    expect(await codesOf(remade(edit(path, from, to)))).toEqual([expected]);
  });

  it('is refused when a manifest names a path twice, or one outside', async () => {
    const manifest = String(content.get('manifest-sha256.txt'));
    for (const line of [
      manifest.split('\n')[0],
      `${'0'.repeat(64)}  data/../../x`,
      `${'0'.repeat(64)}  bagit.txt`,
      '???',
    ]) {
      const entries = remade(() => {}).map((entry) => {
        const changed = Buffer.from(`${line}\n${manifest}`);
        if (entry.name === `${top}manifest-sha256.txt`) return { ...entry, data: changed };
        if (entry.name !== `${top}tagmanifest-sha256.txt`) return entry;
        const old = sha256(content.get('manifest-sha256.txt') ?? '');
        return { ...entry, data: String(entry.data).replace(old, sha256(changed)) };
      });
      expect(await codesOf(entries)).toContain('bundle-manifest-broken manifest-sha256.txt');
    }
  });
});

describe('a hostile zip', () => {
  const bad = `${top}data/x.pdf`;
  const unsafe = (why: string, file = bad): string => `${why} ${file}`;
  const whyOf = async (entries: readonly RawEntry[]): Promise<string[]> => {
    const { findings } = await verifyBytes(rawZip(entries));
    return findings.map((finding) => {
      const { why = finding.code } = ('args' in finding ? finding.args : {}) as { why?: string };
      return `${why} ${finding.at.file}`;
    });
  };
  const alias = Buffer.concat([Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0]), Buffer.from('a')]);

  it.each<[string, RawEntry, string]>([
    ['climbs out', { name: `${top}../../x` }, unsafe('traversal', `${top}../../x`)],
    ['has an empty part', { name: `${top}data//x` }, unsafe('traversal', `${top}data//x`)],
    ['is absolute', { name: '/etc/x' }, unsafe('absolute', '/etc/x')],
    ['names a drive', { name: 'C:/x' }, unsafe('absolute', 'C:/x')],
    ['names a share', { name: '\\\\server\\x' }, unsafe('absolute', '\\\\server\\x')],
    ['has a backslash', { name: `${top}data\\x` }, unsafe('backslash', `${top}data\\x`)],
    ['climbs by backslash', { name: `${top}..\\x` }, unsafe('traversal', `${top}..\\x`)],
    ['has a stream of Windows', { name: `${top}x.pdf:y` }, unsafe('name', `${top}x.pdf:y`)],
    ['ends in a dot', { name: `${top}x.` }, unsafe('name', `${top}x.`)],
    ['speaks to the terminal', { name: `${top}\u001b[2Jx` }, unsafe('name', `${top}\ufffd[2Jx`)],
    ['turns the text round', { name: `${top}x\u202efdp.exe` }, unsafe('name', `${top}x\ufffdfdp.exe`)],
    ['is not NFC', { name: `${top}e\u0301` }, unsafe('name', `${top}e\u0301`)],
    ['is a link', { name: bad, data: '/etc/passwd', mode: 0o120777 }, unsafe('link')],
    ['is encrypted', { name: bad, data: 'x', flags: 0x801 }, unsafe('encrypted')],
    ['has a Chinese name without the UTF-8 flag', { name: bad, data: 'x', flags: 0 }, unsafe('encoding')],
    [
      'has a GBK name with the flag',
      { name: Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), data: 'x' },
      unsafe('encoding', '\ufffd\ufffd\ufffd\ufffd'),
    ],
    ['has another name in its local header', { name: bad, data: 'x', localName: `${top}data/y.pdf` }, unsafe('header')],
    ['has another method in its local header', { name: bad, data: 'x', localMethod: 0 }, unsafe('header')],
    ['is stored with another size', { name: bad, data: 'x', method: 0, size: 2 }, unsafe('header')],
    ['is packed with an unknown method', { name: bad, data: 'x', method: 12 }, unsafe('method')],
    ['claims more than deflate can hold', { name: bad, data: 'x', size: 0x7fffffff }, unsafe('ratio')],
    ['carries a second name', { name: bad, data: 'x', extra: alias }, unsafe('alias')],
    ['is a folder with content', { name: `${top}data/`, data: 'x' }, unsafe('header', `${top}data/`)],
  ])('is refused when an entry %s', async (_, entry, expected) => {
    expect(await whyOf([...entriesOf(), entry])).toEqual([expected]);
  });

  it('is refused when an entry lies in another', async () => {
    const entries = [
      { name: bad, data: 'x', method: 0 },
      { name: bad.replace('x', 'y'), data: 'x', method: 0, shares: 0 },
    ];
    expect(await whyOf([...entriesOf(), ...entries])).toContain(`header ${bad.replace('x', 'y')}`);
    expect(
      await whyOf([
        { name: bad, data: 'x' },
        { name: bad, data: 'x', shares: 0 },
      ]),
    ).toContain(`overlap ${bad}`);
  });

  it('is refused when two entries are one file', async () => {
    const twice = async (name: string): Promise<string[]> =>
      codesOf([...entriesOf(), { name: `${top}${name}`, data: 'x' }]);
    expect(await twice('data/dossier.yaml')).toEqual([`bundle-entry-twice ${top}data/dossier.yaml`]);
    expect(await twice('data/Dossier.YAML')).toEqual([`bundle-entry-twice ${top}data/Dossier.YAML`]);
    expect(await twice('DATA/x.pdf')).toEqual([`bundle-entry-twice ${top}DATA/`]);
    expect(await twice('bagit.txt/x')).toEqual([`bundle-entry-twice ${top}bagit.txt/`]);
  });

  it('is refused when bytes stand where no program looks', async () => {
    const junk = Buffer.from('MZ junk');
    const stray = ['bundle-stray-bytes 收到的.zip'];
    const [first, ...others] = entriesOf();
    if (first === undefined) throw new Error('no entries');
    expect(await codesOf([{ ...first, before: junk }, ...others])).toEqual(stray);
    expect(await codesOf([first, ...others.map((entry) => ({ ...entry, before: junk }))])).toEqual(stray);
    expect(await codesOf(entriesOf(), { comment: 'hello' })).toEqual(stray);
    expect(await codesOf([...entriesOf(), { name: bad, data: 'x' }], { hidden: 1 })).toEqual(stray);
    expect(await codesOf(entriesOf(), { trailing: junk })).toEqual(['bundle-not-zip 收到的.zip']);
    const padded = entriesOf().map((entry) =>
      String(entry.name).endsWith('.yaml') ? { ...entry, padding: junk } : entry,
    );
    expect(await codesOf(padded)).toEqual(['bundle-entry-broken data/dossier.yaml']);
  });

  it('is refused when an entry unpacks to more or less than it says, or has another CRC', async () => {
    const lying = (more: Partial<RawEntry>): RawEntry[] =>
      entriesOf().map((entry) => (String(entry.name).endsWith('category.json') ? { ...entry, ...more } : entry));
    for (const more of [{ size: 100 }, { size: 100_000, data: 'x'.repeat(99_999) }, { crc: 1 }]) {
      expect(await codesOf(lying(more))).toEqual(['bundle-entry-broken data/category.json']);
    }
  });

  it('is refused with more or fewer than one folder on top', async () => {
    expect(await codesOf([])).toEqual(['bundle-folder-broken 收到的.zip']);
    expect(await codesOf([...entriesOf(), { name: '另一个/x', data: 'x' }])).toEqual([
      'bundle-folder-broken 收到的.zip',
    ]);
    expect(await codesOf([...entriesOf(), { name: 'x', data: 'x' }])).toEqual(['bundle-folder-broken 收到的.zip']);
  });

  it('is refused when it would unpack to more than a disk holds, without unpacking it', async () => {
    const packed = Buffer.alloc(5_000_000);
    const huge = Array.from({ length: 5 }, (_, index) => ({
      name: `${top}${index}`,
      data: packed,
      method: 8,
      padding: packed,
      size: 4.2e9,
    }));
    expect(await codesOf(huge)).toEqual(['bundle-too-large 收到的.zip']);
  });

  it('is refused when a tag file is too large to be read', async () => {
    const long = new Map([['manifest-sha256.txt', Buffer.alloc(17 * 1024 * 1024, '\n')]]);
    expect(await codesOf(entriesOf(long))).toContain('bundle-too-large manifest-sha256.txt');
  });

  it('is refused when it is no zip, or cut off anywhere', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('PK'),
      ...[1, 30, 500, 5000].map((cut) => whole.subarray(0, -cut)),
    ]) {
      const { findings } = await verifyBytes(bytes);
      expect(findings.map(({ code }) => code)).toEqual(['bundle-not-zip']);
    }
  });
});

describe('a refusal', () => {
  it('says in both languages what is wrong and what to do', async () => {
    const { findings } = await verifyBytes(rawZip([...entriesOf(), { name: `${top}../x` }]));
    for (const finding of findings) {
      expect(wordsOf(finding, 'zh')).toMatchObject({
        message: expect.stringContaining('..'),
        hint: expect.stringContaining('不要解压'),
      });
      expect(wordsOf(finding, 'en').hint).toContain('Do not unpack');
    }
    expect(findings[0]).toMatchObject({ severity: 'error', at: { line: 1, column: 1 } });
  });

  it('is a Stop when there is nothing to read', async () => {
    await expect(verifyBundle(join(await scratch(), 'none.zip'))).rejects.toMatchObject({ name: 'Stop' });
  });

  it('reads what is inside only where it must', async () => {
    const zip = await openZip(whole);
    if (zip.kind === 'no zip') throw new Error(zip.detail);
    const [first] = zip.entries;
    if (first === undefined) throw new Error('no entries');
    expect((await inspect(zip, first, false)).text).toBeUndefined();
  });
});
