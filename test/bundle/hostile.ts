// Zips that no honest program writes, made of a true bundle: each with the codes and places that verify must give.
import { type Parts, zipped } from './forge.ts';
import type { RawEntry, RawZip } from './raw-zip.ts';

/** What is done to a bundle, how, and what verify must say: `code place`. */
export type Hostile = readonly [what: string, make: (parts: Parts) => Buffer, ...codes: string[]];

const junk = Buffer.from('MZ junk');
const alias = Buffer.concat([Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0]), Buffer.from('a')]);
const unknown = Buffer.from([0x99, 0x99, 2, 0, 0x4d, 0x5a]);
/** A zip64 field that gives eight bytes of size where the header already has one. */
const wide = Buffer.concat([Buffer.from([1, 0, 8, 0]), Buffer.from([255, 255, 255, 255, 255, 0, 0, 0])]);

/** One more entry below the folder of the bundle. */
const one = (what: string, path: string, entry: Omit<RawEntry, 'name'>, code: string, shown = path): Hostile => [
  what,
  (parts) => zipped(parts, [{ ...entry, name: `${parts.top}/${path}` }]),
  `${code} ${shown}`,
];
const named = (what: string, name: string | Buffer, code: string, shown = String(name)): Hostile => [
  what,
  (parts) => zipped(parts, [{ name, data: 'x' }]),
  `${code} ${shown}`,
];
const unsafe = 'bundle-entry-unsafe';
const x = 'data/x.pdf';
const changed = (what: string, path: string, more: Partial<RawEntry>, ...codes: string[]): Hostile => [
  what,
  ({ top, files }) => {
    const own = files.get(path);
    files.delete(path);
    return zipped({ top, files }, [{ name: `${top}/${path}`, ...(own === undefined ? {} : { data: own }), ...more }]);
  },
  ...codes,
];
const around = (what: string, zip: RawZip, code: string): Hostile => [what, (parts) => zipped(parts, [], zip), code];
const stray = 'bundle-stray-bytes x.zip';
const top = '江苏示例精密机械有限公司-jiangsu-2021-product';

export const hostile: readonly Hostile[] = [
  named('a path that climbs out', '../../x', unsafe),
  one('a path that climbs out of data', 'data/../../x', {}, unsafe, 'data/../../x'),
  one('an empty part in a path', 'data//x', {}, unsafe),
  one('a dot as a part', 'data/./x', {}, unsafe),
  named('an absolute path', '/etc/x', unsafe),
  named('a drive letter', 'C:/x', unsafe),
  named('a network share', '\\\\server\\x', unsafe),
  one('a backslash', 'data\\x', {}, unsafe, `${top}/data\\x`),
  one('a way up by backslash', '..\\x', {}, unsafe, `${top}/..\\x`),
  one('a stream of Windows', 'data/x.pdf:y', {}, unsafe),
  one('a name that ends in a dot', 'data/x.', {}, unsafe),
  one('a device of Windows', 'data/con.pdf', {}, unsafe),
  one('a name that speaks to the terminal', 'data/\u001b[2Jx', {}, unsafe, 'data/\ufffd[2Jx'),
  one('a name that turns the text round', 'data/x\u202efdp.exe', {}, unsafe, 'data/x\ufffdfdp.exe'),
  one('a name that is not NFC', 'data/e\u0301', {}, unsafe),
  one('a link', x, { data: '/etc/passwd', mode: 0o120777 }, unsafe),
  one('a device', x, { data: '', mode: 0o020644 }, unsafe),
  one('a program that runs as its owner', x, { data: 'x', mode: 0o104755 }, unsafe),
  one('a sticky file', x, { data: 'x', mode: 0o101644 }, unsafe),
  one('a hidden file', x, { data: 'x', dos: 2 }, unsafe),
  one('a comment that speaks to the terminal', x, { data: 'x', note: '\u001b[2J' }, unsafe),
  [
    'an encrypted entry',
    (parts) => zipped(parts, [{ name: `${parts.top}/${x}`, data: 'x', flags: 0x801 }]),
    `${unsafe} x.zip`,
  ],
  one('a Chinese name without the UTF-8 flag', x, { data: 'x', flags: 0 }, unsafe),
  named('a GBK name with the flag', Buffer.from([0xd6, 0xd0]), unsafe, '中'),
  one('another name in the local header', x, { data: 'x', localName: 'y' }, unsafe),
  one('another method in the local header', x, { data: 'x', localMethod: 0 }, unsafe),
  one('a stored entry of another size', x, { data: 'x', method: 0, size: 2 }, unsafe),
  one('an unknown method', x, { data: 'x', method: 12 }, unsafe),
  one('more than deflate can hold', x, { data: 'x', size: 0x7fffffff }, unsafe),
  one('a second name', x, { data: 'x', extra: alias }, unsafe),
  changed(
    'a second name in the local header only',
    'data/dossier.yaml',
    { localExtra: alias },
    `${unsafe} data/dossier.yaml`,
  ),
  changed(
    'bytes that no packer writes beside a name',
    'data/dossier.yaml',
    { extra: unknown },
    `${unsafe} data/dossier.yaml`,
  ),
  changed('the same in the local header', 'data/dossier.yaml', { localExtra: unknown }, `${unsafe} data/dossier.yaml`),
  changed(
    'bytes beside a name that are no field',
    'data/dossier.yaml',
    { localExtra: junk.subarray(0, 3) },
    `${unsafe} data/dossier.yaml`,
  ),
  one('a folder without files', 'data/已审核/', { data: '', mode: 0o40755 }, 'bundle-file-extra'),
  one('a data descriptor that lies', x, { data: 'x', flags: 0x808, described: 7 }, unsafe),
  [
    'a zip64 size that lies',
    (parts) => zipped(parts, [{ name: `${parts.top}/${x}`, data: 'x', size: 0xffffffff, extra: wide }]),
    'bundle-too-large x.zip',
    `${unsafe} ${x}`,
  ],
  one('a folder with content', 'data/y/', { data: 'x' }, unsafe),
  [
    'an entry that lies in another',
    ({ files, top: folder }) =>
      zipped({ top: folder, files }, [
        { name: `${folder}/${x}`, data: 'x' },
        { name: `${folder}/${x}`, data: 'x', shares: files.size },
      ]),
    `bundle-entry-twice ${x}`,
    `${unsafe} ${x}`,
  ],
  one('a name that is there twice', 'data/dossier.yaml', { data: 'x' }, 'bundle-entry-twice'),
  one('a twin in capitals', 'data/Dossier.YAML', { data: 'x' }, 'bundle-entry-twice'),
  one('a folder that is a twin in capitals', 'DATA/x.pdf', { data: 'x' }, 'bundle-entry-twice', `${top}/DATA/`),
  one('a file that is also a folder', 'bagit.txt/x', { data: 'x' }, 'bundle-entry-twice', `${top}/bagit.txt/`),
  around('bytes before the first entry', { leading: junk }, stray),
  ['bytes between entries', (parts) => zipped(parts, [{ name: `${parts.top}/${x}`, data: 'x', before: junk }]), stray],
  around('a comment', { comment: 'hello' }, stray),
  [
    'an entry that the end record does not count',
    (parts) => zipped(parts, [{ name: `${parts.top}/${x}`, data: 'x' }], { hidden: 1 }),
    stray,
  ],
  around('bytes behind the end', { trailing: junk }, 'bundle-not-zip x.zip'),
  changed(
    'bytes inside the packed data',
    'data/dossier.yaml',
    { padding: junk },
    'bundle-entry-broken data/dossier.yaml',
  ),
  changed('a size that is too small', 'data/dossier.yaml', { size: 100 }, 'bundle-entry-broken data/dossier.yaml'),
  changed('a CRC that is wrong', 'data/dossier.yaml', { crc: 1 }, 'bundle-entry-broken data/dossier.yaml'),
  named('a second folder on top', '另一个/x', 'bundle-folder-broken', 'x.zip'),
  named('a file on top', 'x', 'bundle-folder-broken', 'x.zip'),
  [
    'more than a disk holds',
    (parts) => {
      const packed = Buffer.alloc(5_000_000);
      const huge = { data: packed, padding: packed, size: 4.2e9 };
      return zipped(
        parts,
        Array.from({ length: 5 }, (_, at) => ({ ...huge, name: `${parts.top}/${at}` })),
      );
    },
    'bundle-too-large x.zip',
  ],
  [
    'more entries than anybody has',
    (parts) =>
      zipped(
        parts,
        Array.from({ length: 20_001 }, (_, at) => ({ name: `${parts.top}/${at}`, method: 0 })),
      ),
    'bundle-too-large x.zip',
  ],
  one('a true bomb of 100 MB', 'data/bomb.bin', { data: Buffer.alloc(100_000_000) }, 'bundle-file-extra'),
  changed(
    'a manifest of 17 MB',
    'manifest-sha256.txt',
    { data: Buffer.alloc(17 * 1024 * 1024, '\n') },
    'bundle-digest-differs manifest-sha256.txt',
    'bundle-too-large manifest-sha256.txt',
  ),
  ['no zip at all', () => Buffer.from('PK\u0003\u0004 and nothing'), 'bundle-not-zip x.zip'],
  ['a zip that is cut off', (parts) => zipped(parts).subarray(0, -500), 'bundle-not-zip x.zip'],
  ['one byte changed in an attachment', flipped, 'bundle-entry-broken data/申请表.pdf'],
];

function flipped(parts: Parts): Buffer {
  const bytes = zipped(parts);
  const name = Buffer.from(`${parts.top}/data/申请表.pdf`);
  const at = bytes.indexOf(name) + name.length + 5000;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}
