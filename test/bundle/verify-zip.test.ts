// A zip that was made to harm is refused with the entry named; nothing is written.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/bundle/inspect.ts';
import { verifyBundle } from '../../src/bundle/verify.ts';
import { endIsPlain } from '../../src/files/zip/layout.ts';
import { openZip } from '../../src/files/zip/zip.ts';
import { wordsOf } from '../../src/words/of-finding.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';
import { scratch } from './support.ts';
import { codesOf, entriesOf, top, verifyBytes, whole } from './whole.ts';

const bad = `${top}data/x.pdf`;
const whyOf = async (entries: readonly RawEntry[]): Promise<string[]> => {
  const { findings } = await verifyBytes(rawZip(entries));
  return findings.map((finding) => {
    const { why = finding.code } = ('args' in finding ? finding.args : {}) as { why?: string };
    return `${why} ${finding.at.file}`;
  });
};

describe('a hostile zip', () => {
  const unsafe = (why: string, file = bad): string => `${why} ${file}`;
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
    ['is encrypted', { name: bad, data: 'x', flags: 0x801 }, unsafe('encrypted', '收到的.zip')],
    ['has a Chinese name without the UTF-8 flag', { name: bad, data: 'x', flags: 0 }, unsafe('encoding')],
    [
      'has a GBK name with the flag',
      { name: Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), data: 'x' },
      unsafe('encoding', '中文'),
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

  it('is one finding when another program has written all its names in its own way (verify-rezipped-with-gbk-names.zip)', async () => {
    const gbk = (name: string) => ({
      name: Buffer.concat([Buffer.from(`${top}data/${name}`), Buffer.from([0xd6, 0xd0])]),
      flags: 0,
    });
    const found = await whyOf([...entriesOf(), ...['1', '2', '3'].map((name) => ({ ...gbk(name), data: 'x' }))]);
    expect(found).toEqual([expect.stringMatching(/^bundle-rezipped .*data\/1中$/u)]);
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

describe('what the world does to a bundle', () => {
  it('is named as what it is, once', async () => {
    const part = Buffer.from(whole);
    part.writeUInt16LE(3, part.length - 18);
    for (const [bytes, why] of [
      [Buffer.from('7z\xbc\xaf\x27\x1c and more', 'latin1'), 'other'],
      [Buffer.from('%PDF-1.7'), 'other'],
      [Buffer.alloc(0), 'broken'],
      [whole.subarray(0, -30), 'broken'],
      [part, 'split'],
    ] as const)
      expect((await verifyBytes(bytes)).findings).toMatchObject([{ code: 'bundle-not-zip', args: { why } }]);
    for (const [more, why] of [
      [{ flags: 0x801 }, 'encrypted'],
      [{ method: 14 }, 'method'],
    ] as const) {
      const { findings } = await verifyBytes(rawZip(entriesOf().map((entry) => ({ ...entry, ...more }))));
      expect(findings).toMatchObject([{ code: 'bundle-entry-unsafe', args: { why } }]);
    }
  });
});

describe('a zip that is no bundle', () => {
  const zip = (...names: string[]) => names.map((name) => ({ name, data: 'x' }));
  const said = async (entries: readonly RawEntry[]) =>
    (await verifyBytes(rawZip(entries))).findings.map((one) => wordsOf(one, 'zh').message);

  it.each([
    ['of bundles', zip('甲.zip', '乙.zip', '乙.zip.minisig'), '不是材料包，里面是别的 zip：甲.zip、乙.zip'],
    ['of a dossier', zip('甲/dossier.yaml', '甲/附件/执照.pdf'), '不是材料包，是压缩起来的申报材料：甲/dossier.yaml'],
    [
      'of papers, one of them a zip, as Windows writes their names',
      zip('执照.pdf', '审计.zip', '简介.docx', '证书.jpg').map((one) => ({ ...one, flags: 0 })),
      '不是材料包，里面是别的文件：执照.pdf、审计.zip、简介.docx 等 4 个',
    ],
    [
      'of a bundle in another folder',
      entriesOf().map((one) => ({ ...one, name: `收到/${String(one.name)}` })),
      `被解开后重新压缩过：多或少了一层文件夹（收到/${top}bagit.txt）`,
    ],
    [
      'of what was in the folder of a bundle',
      entriesOf().map((one) => ({ ...one, name: String(one.name).slice(top.length) })),
      '被解开后重新压缩过：多或少了一层文件夹（bagit.txt）',
    ],
    [
      'with a password, as Info-ZIP writes it',
      entriesOf().map((one) => ({ ...one, flags: 1 })),
      '收到的.zip：设有密码，不能核对',
    ],
  ] as const)('%s is told as such, once', async (_, entries, message) => {
    expect(await said(entries)).toEqual([message]);
  });

  it('that would do harm is told as that', async () => {
    expect(await codesOf(zip('甲/dossier.yaml', '../x'))).toEqual(['bundle-entry-unsafe ../x']);
    expect(await codesOf(zip('甲.zip', '甲.ZIP'))).toEqual(['bundle-entry-twice 甲.ZIP']);
  });
});

describe('what usual packers write beside a name', () => {
  const field = (id: number, length: number): Buffer =>
    Buffer.concat([Buffer.from([id & 0xff, id >> 8, length, 0]), Buffer.alloc(length)]);
  const both = (extra: Buffer): RawEntry[] => entriesOf().map((entry) => ({ ...entry, extra, localExtra: extra }));

  it('is taken: times, owners, sizes', async () => {
    for (const [id, length] of [
      [0x000a, 32],
      [0x5455, 13],
      [0x5455, 5],
      [0x5855, 12],
      [0x7855, 4],
      [0x7875, 11],
      [0xcafe, 0],
    ] as const)
      expect(await codesOf(both(field(id, length)))).toEqual([]);
    expect(await codesOf(both(Buffer.concat([field(0x5455, 9), field(0x7875, 11)])))).toEqual([]);
  });

  it('is not taken longer, twice, or cut off', async () => {
    const time = field(0x5455, 13);
    for (const localExtra of [field(0x5455, 14), Buffer.concat([time, time]), time.subarray(0, -1), field(0x6375, 9)])
      expect(await whyOf([{ name: bad, data: 'x', localExtra }])).toEqual([`laden ${bad}`]);
  });

  it('is a folder above its files', async () => {
    const folders = [top, `${top}data/`].map((name) => ({ name, data: '', mode: 0o40755 }));
    expect(await codesOf([...folders, ...entriesOf()])).toEqual([]);
    expect(await codesOf([...entriesOf(), { name: `${top}data/已审核/`, data: '', mode: 0o40755 }])).toEqual([
      'bundle-file-extra data/已审核/',
    ]);
  });
});

describe('the larger form of the end', () => {
  const plain = rawZip(entriesOf());
  const end = plain.length - 22;
  const [count, start] = [plain.readUInt16LE(end + 8), plain.readUInt32LE(end + 16)];
  /** The record of 56 bytes, the locator of 20, and an end record that leaves its figures to them. */
  const wide = Buffer.concat([plain.subarray(0, end), Buffer.alloc(76), plain.subarray(end)]);
  for (const [value, at] of [
    [44, 4],
    [count, 24],
    [count, 32],
    [end - start, 40],
    [start, 48],
    [end, 64],
  ] as const)
    wide.writeBigUInt64LE(BigInt(value), end + at);
  wide.writeUInt32LE(0x06064b50, end);
  wide.writeUInt32LE(0x07064b50, end + 56);
  wide.writeUInt32LE(1, end + 72);
  wide.fill(0xff, end + 84, end + 96);
  const isPlain = (zip: Buffer) =>
    endIsPlain(async (at, length) => zip.subarray(at, at + length), { start, end, size: zip.length, count });

  it('is one of more than 4 GiB, and may stand elsewhere too', async () => {
    expect((await verifyBytes(wide)).findings).toEqual([]);
    expect(await isPlain(wide)).toBe(true);
  });

  it.each([0, 4, 24, 32, 40, 48, 56, 64])('describes the directory truly at byte %i', async (at) => {
    const lying = Buffer.from(wide);
    lying[end + at] = (lying[end + at] ?? 0) ^ 1;
    expect(await isPlain(lying)).toBe(false);
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
