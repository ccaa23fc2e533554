// Office files: which parts they need, damage inside, macros, and the encryption of old files.
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { formatOf } from '../../src/attachments/examine.ts';
import { cfbKind, readCfb } from '../../src/attachments/probes/cfb.ts';
import { lockOf, rc4 } from '../../src/attachments/probes/encryption.ts';
import { isXml } from '../../src/attachments/probes/office.ts';
import { rawZip } from '../bundle/raw-zip.ts';
import { compoundOf } from './build.ts';
import { codesOf, folderOf, sample, take } from './dossier.ts';

const look = async (name: string, content: Buffer) =>
  codesOf(await take(folderOf({ [name]: content }), { entries: { other: [name] } }));

const types = `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = (target: string, quote = '"') =>
  `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target=${quote}${target}${quote}/></Relationships>`;
const main = '<w:document/>';

type Parts = Readonly<Record<string, string>>;
const plain: Parts = {
  '[Content_Types].xml': types,
  '_rels/.rels': relations('word/document.xml'),
  'word/document.xml': main,
};

/** A zip of these parts; `bend` may change the headers of one before it is written. */
function zipOf(parts: Parts, bend: (name: string, fields: { bytes: number; crc: number }) => void = () => {}): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    // Some packers write nothing at all for an empty part, and call it deflated.
    const data = text === '' ? Buffer.alloc(0) : deflateRawSync(Buffer.from(text));
    const fields = { bytes: Buffer.byteLength(text), crc: crc32(text) };
    bend(name, fields);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(fields.crc, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(fields.bytes, 18);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const directory = Buffer.alloc(46);
    directory.write('PK\u0001\u0002', 'latin1');
    directory.writeUInt16LE(20, 4);
    common.copy(directory, 6);
    directory.writeUInt32LE(at, 42);
    local.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, Buffer.from(name), data);
    central.push(directory, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + data.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(Buffer.concat(central).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...central, end]);
}

test('a docx needs the part that its relations call the main one', async () => {
  expect(await look('a.docx', zipOf(plain))).toEqual([]);
  expect(await look('a.docx', zipOf({ ...plain, '_rels/.rels': relations('/Word/Document.xml', "'") }))).toEqual([]);
  expect(await look('a.docx', zipOf({ ...plain, '_rels/.rels': relations('word/other.xml') }))).toEqual([
    'file-broken',
  ]);
  const { '_rels/.rels': _, ...without } = plain;
  expect(await look('a.docx', zipOf(without))).toEqual(['file-broken']);
});

test('a docx needs the list of what its parts are, in whatever letters, as Word does', async () => {
  const { '[Content_Types].xml': list = '', ...untyped } = plain;
  const packed = (parts: Parts) => look('a.docx', zipOf({ 'word/settings.xml': '<a/>', ...parts }));
  expect(await packed({ ...untyped, '[content_types].xml': list })).toEqual([]);
  expect(await packed(untyped)).toEqual(['file-broken']);
});

test('a workbook needs the sheets that its relations name, wherever and however they are written', async () => {
  const book = (sheet: string, more: Parts = {}): Parts => ({
    '[Content_Types].xml': types
      .replaceAll('word/document', 'xl/workbook')
      .replace('wordprocessingml.document', 'spreadsheetml.sheet'),
    '_rels/.rels': relations('xl/workbook.xml'),
    'xl/workbook.xml': '<workbook/>',
    'xl/_rels/workbook.xml.rels': relations(sheet).replace('officeDocument"', 'worksheet"').replace('Id="a"', 'Id="b"'),
    'xl/worksheets/表 1.xml': '<worksheet/>',
    ...more,
  });
  for (const sheet of [
    'worksheets/表 1.xml',
    '/xl/worksheets/%E8%A1%A8%201.xml',
    './Worksheets/表 1.XML',
    '../xl/worksheets/表 1.xml',
  ])
    expect(await look('a.xlsx', zipOf(book(sheet)))).toEqual([]);
  expect(await look('a.xlsx', zipOf(book('worksheets/sheet2.xml')))).toEqual(['file-broken']);
  const one = book('worksheets/表 1.xml');
  const both = String(one['xl/_rels/workbook.xml.rels']).replace(
    /<Relationship [^>]*>/,
    (sheet) => sheet + sheet.replace('表 1', 'sheet2'),
  );
  expect(await look('a.xlsx', zipOf({ ...one, 'xl/_rels/workbook.xml.rels': both }))).toEqual(['file-broken']);
  const { 'xl/_rels/workbook.xml.rels': _, ...without } = book('worksheets/表 1.xml');
  expect(await look('a.xlsx', zipOf(without))).toEqual(['file-broken']);
});

test('relations that name no main part leave the question open', async () => {
  expect(await look('a.docx', zipOf({ ...plain, '_rels/.rels': '<Relationships/>' }))).toEqual([]);
});

test('damage inside a part', async () => {
  const spoil = (field: 'bytes' | 'crc') =>
    zipOf(plain, (name, fields) => {
      if (name === 'word/document.xml') fields[field] += 1;
    });
  expect(await look('a.docx', spoil('crc'))).toEqual(['file-broken']);
  expect(await look('a.docx', spoil('bytes'))).toEqual(['file-broken']);
  const real = Buffer.from(sample('word.docx'));
  const at = real.indexOf('word/document.xml') + 60;
  real.writeUInt8(real.readUInt8(at) ^ 0xff, at);
  expect(await look('a.docx', real)).toEqual(['file-broken']);
});

test('a program of Windows packs with its own separator, and Office reads it', async () => {
  const windows = Object.fromEntries(Object.entries(plain).map(([name, text]) => [name.replaceAll('/', '\\'), text]));
  expect(await look('a.docx', zipOf(windows))).toEqual([]);
  const { '_rels\\.rels': _, ...without } = windows;
  expect(await look('a.docx', zipOf(without))).toEqual(['file-broken']);
  expect(await look('a.docx', zipOf({ ...windows, 'word\\vbaProject.bin': 'x' }))).toEqual(['file-macros-inside']);
});

test('a part whose header says too much, or whose name is in an old encoding, is unpacked all the same', async () => {
  const packed = (flags: number, more: Parameters<typeof rawZip>[0] = []) =>
    look('a.docx', rawZip([...Object.entries(plain).map(([name, data]) => ({ name, data, flags })), ...more]));
  expect(await packed(0x800)).toEqual([]);
  // A bit that no program of today sets.
  expect(await packed(0x1800)).toEqual([]);
  // 图片, as Windows wrote it in China.
  expect(await packed(0x800, [{ name: Buffer.from([0xcd, 0xbc, 0xc6, 0xac]), data: 'x' }])).toEqual([]);
});

test.each([
  ['word/document.xml', { flags: 0x801 }, ['file-broken']],
  ['word/document.xml', { method: 9 }, ['file-broken']],
  ['word/styles.xml', { flags: 0x801 }, ['file-broken']],
  ['_rels/.rels', { flags: 0x801 }, ['file-broken']],
  // What was put in from outside is not needed to open it.
  ['word/media/a.bin', { flags: 0x801 }, []],
] as const)('a docx whose %s cannot be unpacked, %j, gives %j', async (locked, how, codes) => {
  const parts = { ...plain, 'word/styles.xml': '<w:styles/>', 'word/media/a.bin': 'x' };
  const entries = Object.entries(parts).map(([name, data]) => ({ name, data, ...(name === locked ? how : {}) }));
  expect(await look('a.docx', rawZip(entries))).toEqual(codes);
});

test('a part without a byte needs none to be unpacked', async () => {
  expect(await look('a.docx', zipOf({ ...plain, 'docProps/thumbnail.wmf': '' }))).toEqual([]);
  const claims = zipOf({ ...plain, 'word/styles.xml': '' }, (name, fields) => {
    if (name === 'word/styles.xml') fields.bytes = 1;
  });
  expect(await look('a.docx', claims)).toEqual(['file-broken']);
});

test('an Office file is known by the directory at its end, however much is streamed before the list of types', async () => {
  const { '[Content_Types].xml': last = '', ...parts } = plain;
  const data = Buffer.alloc(1_500_000, 'picture');
  const picture = { name: 'a/image1.png', data, method: 0, flags: 0x808, described: data.length };
  const entries = Object.entries({ ...parts, '[Content_Types].xml': last }).map(([name, text]) => ({
    name,
    data: text,
  }));
  const content = rawZip([picture, ...entries]);
  // A packer that does not know the sizes before leaves them at zero, and says them behind the data.
  content.fill(0, 14, 26);
  expect(await formatOf(content)).toBe('docx');
  expect(await look('a.docx', content)).toEqual([]);
  expect(await formatOf(rawZip([picture, { name: 'a/word/document.xml', data: main }]))).toBe('zip');
});

test('a part that claims to unpack to more than it can', async () => {
  const bomb = zipOf(plain, (name, fields) => {
    if (name === 'word/document.xml') fields.bytes = 0x7fffffff;
  });
  expect(await look('a.docx', bomb)).toEqual(['file-broken']);
});

test('macros in a file that does not say so', async () => {
  expect(await look('a.docx', zipOf({ ...plain, 'word/vbaProject.bin': 'x' }))).toEqual(['file-macros-inside']);
});

test.each([
  ['corpus/password.doc', 'doc'],
  ['corpus/password.xls', 'xls'],
  ['corpus/structure.xls', 'xls'],
  ['corpus/password.docx', 'encrypted'],
  ['corpus/password.xlsx', 'encrypted'],
  ['corpus/structure.xlsx', 'xlsx'],
  ['corpus/slides.pptx', 'pptx'],
])('%s is %s', async (name, format) => {
  expect(await formatOf(sample(name))).toBe(format);
});

test('a protected structure is told from a password by trying the one that Excel opens with', () => {
  const of = (name: string) => {
    const cfb = readCfb(sample(name));
    return cfb === undefined ? undefined : [cfbKind(cfb), lockOf(cfb, cfbKind(cfb))];
  };
  expect(of('sheet.xls')).toEqual(['xls', 'none']);
  expect(of('corpus/structure.xls')).toEqual(['xls', 'none']);
  expect(of('corpus/password.xls')).toEqual(['xls', 'password']);
});

/** The first records of a workbook: its beginning, then the one for a password. */
const xlsWith = (data: readonly number[]): Buffer =>
  compoundOf([{ name: 'Workbook', content: Buffer.from([0x09, 0x08, 2, 0, 0, 6, 0x2f, 0, data.length, 0, ...data]) }]);

test('every kind of password of an old workbook is one, but for that which Excel tries by itself', async () => {
  const silent = [0x0a, 0x9a];
  for (const data of [
    [1, 0, 2, 0, 2, 0],
    [1, 0, 4, 0, 2, 0],
    [0, 0, 1, 2, 3, 4],
    [1, 2, 3, 4],
  ])
    expect(await look('a.xls', xlsWith(data))).toEqual(['file-password']);
  for (const data of [
    [0, 0, 1, 2, ...silent],
    [1, 2, ...silent],
  ])
    expect(await look('a.xls', xlsWith(data))).toEqual([]);
});

/** The record of a password by a system library ([MS-OFFCRYPTO] 2.3.5); a length of 0 bits means 40. */
function libraryRecord(password: string, bits: number): readonly number[] {
  const u32 = (...values: readonly number[]) => Buffer.from(Uint32Array.from(values).buffer);
  const sha1 = (...parts: readonly Buffer[]) => createHash('sha1').update(Buffer.concat(parts)).digest();
  const [salt, verifier] = [Buffer.alloc(16, 3), Buffer.alloc(16, 5)];
  const hashed = sha1(sha1(salt, Buffer.from(password, 'utf16le')), u32(0));
  const key = bits === 128 ? hashed.subarray(0, 16) : Buffer.concat([hashed.subarray(0, 5), Buffer.alloc(11)]);
  const secret = rc4(key, Buffer.concat([verifier, sha1(verifier)]));
  const header = Buffer.concat([u32(4, 0, 0x6801, 0x8004, bits, 1, 0, 0), Buffer.from('CSP\0', 'utf16le')]);
  const verifiers = Buffer.concat([u32(16), salt, secret.subarray(0, 16), u32(20), secret.subarray(16)]);
  return [1, 0, 2, 0, 2, 0, ...u32(4, header.length), ...header, ...verifiers];
}

test.each([0, 40, 128])('so does one of %i bits by a system library', async (bits) => {
  expect(await look('a.xls', xlsWith(libraryRecord('VelvetSweatshop', bits)))).toEqual([]);
  expect(await look('a.xls', xlsWith(libraryRecord('VelvetSweatshop', bits).slice(0, -1)))).toEqual(['file-password']);
  expect(await look('a.xls', xlsWith(libraryRecord('1234', bits)))).toEqual(['file-password']);
});

test('an encryption of no known kind is left open', async () => {
  for (const data of [[9, 0, 2, 0, 2, 0], []]) expect(await look('a.xls', xlsWith(data))).toEqual(['file-encrypted']);
});

test('an old presentation says in its first atom whether it is encrypted', async () => {
  const atom = (token: number): Buffer => {
    const bytes = Buffer.alloc(24);
    bytes.writeUInt32LE(token, 12);
    return bytes;
  };
  const of = (token: number): string => {
    const cfb = readCfb(compoundOf([{ name: 'PowerPoint Document' }, { name: 'Current User', content: atom(token) }]));
    return cfb === undefined ? '' : lockOf(cfb, cfbKind(cfb));
  };
  expect([of(0xf3d1c4df), of(0xe391c05f)]).toEqual(['password', 'none']);
});

test('what a rights server locks is no password', async () => {
  const old = compoundOf([{ name: 'WordDocument' }, { name: '\u0009DRMContent' }]);
  expect(await look('a.doc', old)).toEqual(['file-rights']);
  expect(await look('a.docx', compoundOf([{ name: 'EncryptedPackage' }]))).toEqual(['file-rights']);
});

test('the password that Excel tries by itself opens no document of Word', async () => {
  const silent = sample('cases/velvet.xlsx');
  expect(await look('a.xlsx', silent)).toEqual([]);
  expect(await look('a.xls', silent)).toEqual(['file-content-differs']);
  expect(await look('a.docx', silent)).toEqual(['file-password']);
});

test.each([
  ['<a/>', true],
  ['\ufeff<?xml version="1.0"?>\n<!-- x --><a b="1" c=\'>\'><d:e/>text &amp; more<![CDATA[<]]></a>\n', true],
  ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', true],
  ['', false],
  ['text', false],
  ['<a>', false],
  ['<a></b>', false],
  ['<a/><b/>', false],
  ['<a b=1/>', false],
  ['<a/>x', false],
  ['<a><b</a>', false],
])('%s is one whole element: %s', (text, is) => {
  expect(isXml(Buffer.from(text))).toBe(is);
  expect(isXml(Buffer.from(`\ufeff${text.replace(/^\ufeff/, '')}`, 'utf16le'))).toBe(is);
});

test('XML of another encoding is not judged, broken UTF-8 is', () => {
  expect(isXml(Buffer.from('<?xml version="1.0" encoding="GBK"?><a>\u00c3\u00ff</a>', 'latin1'))).toBe(true);
  expect(isXml(Buffer.from('<?xml version="1.0" encoding="UTF-8"?><a>\u00c3\u00ff</a>', 'latin1'))).toBe(false);
  expect(isXml(Buffer.from('<a>\u00c3\u00ff</a>', 'latin1'))).toBe(false);
});

test('XML of two bytes a sign needs no mark in front', () => {
  for (const [text, told] of [
    ['<?xml version="1.0" encoding="UTF-16"?><甲/>', true] as const,
    ['<甲>', false] as const,
  ]) {
    const little = Buffer.from(text, 'utf16le');
    expect([isXml(little), isXml(Buffer.from(little).swap16())]).toEqual([told, told]);
  }
});

test('a part that a program needs must be whole XML; what was put in from outside need not', async () => {
  expect(await look('a.docx', zipOf({ ...plain, 'word/styles.xml': '<w:styles>' }))).toEqual(['file-broken']);
  expect(await look('a.docx', zipOf({ ...plain, '_rels/.rels': '<broken' }))).toEqual(['file-broken']);
  expect(await look('a.docx', zipOf({ ...plain, 'customXml/item1.xml': '<x' }))).toEqual([]);
});

test('bytes behind the end of a docx are passed over, as Word does', async () => {
  for (const bytes of [1, 300, 60_000])
    expect(await look('a.docx', Buffer.concat([zipOf(plain), Buffer.alloc(bytes, 7)]))).toEqual([]);
});

test('RC4 gives the published streams', () => {
  expect(rc4(Buffer.from('Key'), Buffer.from('Plaintext')).toString('hex')).toBe('bbf316e8d940af0ad3');
  expect(rc4(Buffer.from('Wiki'), Buffer.from('pedia')).toString('hex')).toBe('1021bf0420');
});

test('a compound file that has lost a sector it speaks of is not whole', () => {
  for (const name of ['word.doc', 'sheet.xls', 'corpus/password.doc', 'corpus/password.xlsx']) {
    const content = sample(name);
    expect(readCfb(content)?.isWhole).toBe(true);
    expect(readCfb(content.subarray(0, -512))?.isWhole ?? false).toBe(false);
  }
});

test('a compound file is whole with every sector of every large stream inside it, whatever is free', () => {
  const content = compoundOf([{ name: 'WordDocument' }, { name: '1Table' }]);
  const bent = (at: number, value: number): Buffer => {
    const copy = Buffer.from(content);
    copy.writeUInt32LE(value, at);
    return copy;
  };
  const [table, root] = [512, 1024];
  // The table, one sector of the directory, and eight sectors for each stream.
  const last = table + 17 * 4;
  expect(content.readUInt32LE(last)).toBe(0xfffffffe);
  expect(readCfb(content)?.isWhole).toBe(true);
  expect(readCfb(bent(last - 4, 9999))?.isWhole).toBe(false);
  // Room for a second table, which is not in use.
  expect(readCfb(bent(44, 2))?.isWhole).toBe(true);
  // What stands first is no root.
  const topless = Buffer.from(content);
  topless[root + 66] = 2;
  expect(readCfb(topless)).toBeUndefined();
});

test.each([
  [true, 'msi'],
  [false, 'cfb'],
])('a compound file of no document, an installer: %s, is a %s', (isInstaller, kind) => {
  const cfb = readCfb(compoundOf([{ name: 'Table' }], isInstaller));
  expect(cfb && cfbKind(cfb)).toBe(kind);
});
