// Files that other programs open without a word and that were refused, or the other way round: what is said of each.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examine, formatOf } from '../../src/attachments/examine.ts';
import { hasOneLineEnd } from '../../src/files/jpeg.js';
import { fileCodes } from '../../src/findings/areas/index.ts';
import { report } from '../../src/findings/report.ts';
import { wordsOf } from '../../src/words/of-finding.ts';
import { rawZip } from '../bundle/raw-zip.ts';
import { codesOf, folderOf, sample, take } from './dossier.ts';

type Row = readonly [name: string, ...codes: string[]];

const rows: readonly Row[] = [
  ['doc-fat-padded-endofchain.doc'],
  ['docx-rels-garbage.docx', 'file-broken'],
  ['docx-trailing.docx'],
  ['drm-security-handler.pdf', 'pdf-locked'],
  ['gb1-not-embedded.pdf', 'pdf-font-missing'],
  ['page-of-shading-pattern.pdf'],
  ['scan-jpeg-truncated-inside.pdf', 'pdf-picture-broken'],
  ['scan-outside-cropbox.pdf', 'pdf-empty'],
  ['scan-undecodable-filter.pdf', 'pdf-picture-broken'],
  ['scan-with-smask-transparent.pdf', 'pdf-empty'],
  ['text-visible-maps-to-ideographic-space.pdf'],
  ['text-visible-maps-to-space.pdf'],
  ['xfa-please-wait.pdf', 'pdf-cover'],
  ['xref-19-bytes.pdf'],
  ['jpg-junk-between-segments.jpg'],
  ['tsv-utf16.xls', 'file-content-differs'],
  ['velvet.xlsx'],
  ['xls-WORKBOOK.xls'],
];

test.each(rows.map(([name, ...codes]) => ({ name, codes })))('$name: $codes', async ({ name, codes }) => {
  const folder = folderOf({ [name]: sample(`cases/${name}`) });
  expect(codesOf(await take(folder, { entries: { other: [name] } }))).toEqual(codes);
});

test.each([
  ['bytes lost to U+FFFD', (bytes: Buffer) => Buffer.from(bytes.toString('utf8'))],
  ['seven bits of each byte kept', (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte & 0x7f))],
  [
    'a question mark for each byte that is no ASCII',
    (bytes: Buffer) => Buffer.from(bytes.map((byte) => (byte < 0x80 ? byte : 0x3f))),
  ],
  ['each byte taken for a letter', (bytes: Buffer) => Buffer.from(bytes.toString('latin1'), 'utf8')],
])('a scan that was saved as text is destroyed: %s', async (_, mangled) => {
  const content = mangled(sample('cases/scan-outside-cropbox.pdf'));
  expect(codesOf(await take(folderOf({ 'a.pdf': content }), { entries: { other: ['a.pdf'] } }))).toEqual([
    'pdf-destroyed',
  ]);
});

/** Bytes as evenly spread as packed data are. */
function packedBytes(length: number): Buffer {
  let state = 1;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state * 48_271) % 0x7fffffff;
      return state >> 8;
    }),
  );
}

/** The same bytes after a transfer in text mode. */
const retyped: readonly (readonly [string, (bytes: string) => string])[] = [
  ['a carriage return before each line feed', (bytes) => bytes.replace(/\r?\n/g, '\r\n')],
  ['line feeds for carriage returns', (bytes) => bytes.replace(/\r/g, '\n')],
  ['carriage returns for line feeds', (bytes) => bytes.replace(/\n/g, '\r')],
];
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

test.each(retyped)('a scan that was sent as text is destroyed: %s', async (_, change) => {
  const scan = sample('cases/scan-outside-cropbox.pdf').toString('latin1');
  const packed = packedBytes(20_000).toString('latin1');
  const whole = `${scan}% /DCTDecode\n${packed}`;
  expect(hasOneLineEnd(packedBytes(20_000))).toBe(false);
  expect(hasOneLineEnd(latin(change(packed)))).toBe(true);
  // A text has one kind of line end, too, and lacks other bytes besides.
  expect(hasOneLineEnd(latin(change('a text\n'.repeat(20_000))))).toBe(false);
  const inside = { entries: { other: ['a.pdf'] } };
  expect(codesOf(await take(folderOf({ 'a.pdf': latin(change(whole)) }), inside))).toEqual(['pdf-destroyed']);
  expect(codesOf(await take(folderOf({ 'a.pdf': latin(whole) }), inside))).not.toContain('pdf-destroyed');
});

test.each(retyped)('a photograph that was sent as text is broken: %s', async (_, change) => {
  const photo = readFileSync(
    new URL('../../examples/jiangsu-2021-product/ready/附件/营业执照/企业营业执照原件扫描件.jpg', import.meta.url),
  );
  const entries = { other: ['a.jpg'] };
  expect(codesOf(await take(folderOf({ 'a.jpg': photo }), { entries }))).toEqual([]);
  const sent = latin(change(photo.toString('latin1')));
  expect(codesOf(await take(folderOf({ 'a.jpg': sent }), { entries }))).toEqual(['image-broken']);
});

test.each([
  ['zip', 'pdf', '解压后放入里面的文件'],
  ['7z', 'rar', '解压后放入里面的文件'],
  ['docx', 'rar', '用 WinRAR 把原来的文件压缩为 RAR'],
  ['docx', 'pdf', '“另存为”PDF，或打印为 PDF'],
])('%s under the name of %s comes with a way that there is', (found, extension, way) => {
  const at = { file: 'dossier.yaml', path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const finding = report('file-content-differs', { file: 'a', found, extension }, at);
  expect(wordsOf(finding, 'zh').hint).toContain(way);
});

const chinese = '企业名称\t营业收入\r\n榕数智联（福州）科技有限公司\t1200.5\r\n';
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
/** 江苏省,1 in the encodings of the mainland and of Taiwan. */
const [gbk, big5] = [Buffer.from('bdadcbd5caa12c31', 'hex'), Buffer.from('a6bfc4acacd92c31', 'hex')];

test.each([
  ['UTF-8', Buffer.from(chinese)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${chinese}`)],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${chinese}`, 'utf16le')],
  ['UTF-16 the other way', utf16be(`\ufeff${chinese}`)],
  ['UTF-16 with a mark and few signs of ours', Buffer.from('\ufeffПредприятие ①②③', 'utf16le')],
  ['UTF-16 without a mark', Buffer.from(chinese, 'utf16le')],
  ['UTF-16 the other way without a mark', utf16be(chinese)],
  ['GBK', gbk],
  ['Big5', big5],
  ['a text that begins as a picture may', Buffer.from('BM,1\r\n')],
])('a text in %s is a text', async (_, content) => {
  expect(await formatOf(content)).toBe('txt');
});

test.each([
  ['a web page in UTF-16', Buffer.from('\ufeff<html><table></table></html>', 'utf16le'), 'html'],
  ['a sheet as XML', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'officexml'],
  ['a document as XML', Buffer.from('<?xml version="1.0"?>\n<w:wordDocument xmlns:w="x"/>'), 'officexml'],
  ['a flat ODS', Buffer.from('<?xml version="1.0"?>\n<office:document/>'), 'officexml'],
  ['other XML', Buffer.from('<?xml version="1.0"?><Workbooks/>'), 'xml'],
  ['an electronic invoice', Buffer.from('\ufeff<?xml version="1.0"?>\n<EInvoice><Header/></EInvoice>'), 'einvoice'],
  ['an OFD', rawZip([{ name: 'Doc_0/a.jpg', data: 'x' }, { name: 'OFD.xml' }]), 'ofd'],
  ['a zip of an OFD', rawZip([{ name: '发票.ofd', data: rawZip([{ name: 'OFD.xml' }]), method: 0 }]), 'zip'],
  ['a zip with a part of such a name further down', rawZip([{ name: 'a/OFD.xml' }]), 'zip'],
  ['a TIFF whose directory stands at its end', Buffer.from('49492a00ffffff7f0102', 'hex'), 'tif'],
  ['a TIFF the other way round', Buffer.from('4d4d002a7fffffff0102', 'hex'), 'tif'],
  ['a scan with as many tags as photographs of a camera', Buffer.from('49492a00080000001c00fe000400', 'hex'), 'tif'],
  ['a PDF behind as much junk as readers pass over', Buffer.from(`${'<'.repeat(1024)}%PDF-1.4`), 'pdf'],
  ['a PDF behind more junk', Buffer.from(`${'<'.repeat(1025)}%PDF-1.4`), 'txt'],
  ['noise', Buffer.from([0, 1, 2, 0xff, 0xff, 0xd8]), undefined],
])('%s', async (_, content, format) => {
  expect(await formatOf(content)).toBe(format);
});

test('an OFD is known by the directory at its end, however much stands before that', async () => {
  const content = rawZip([
    { name: 'Doc_0/字体.ttf', data: Buffer.alloc(100_000, 'x'), method: 0 },
    { name: 'OFD.xml' },
  ]);
  const absolute = join(folderOf({ 'a.ofd': content }), 'a.ofd');
  const found = { source: 'a.ofd', absolute, bytes: content.length };
  const { format, sound } = await examine(found, { types: ['ofd'], cite: [] }, () => {});
  expect({ format, sound }).toEqual({ format: 'ofd', sound: true });
});

test('each kind of file that no portal takes comes with its way to one that keeps what it shows', () => {
  const { zh } = fileCodes['file-content-differs'];
  const { zh: refused } = fileCodes['file-type-refused'];
  for (const found of ['ofd', 'einvoice'])
    expect(zh({ file: 'a.pdf', extension: 'pdf', found }).hint).toContain('印章');
  expect(zh({ file: 'a.jpg', extension: 'jpg', found: 'heic' }).hint).toContain('兼容性最佳');
  for (const extension of ['ofd', 'xml']) expect(refused({ file: 'a', extension, types: [] }).hint).toContain('印章');
});
