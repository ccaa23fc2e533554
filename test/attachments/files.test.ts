// Each fault of a file beside the same file without it. Samples were written by LibreOffice, ImageMagick and qpdf.
import { expect, test } from 'vitest';
import { compoundOf, pdfOf, pngOf, rarOf, zipOf } from './build.ts';
import { type Content, codesOf, folderOf, sample, take } from './dossier.ts';

type Named = readonly [name: string, content: Content];
type Row = { readonly what: string; readonly bad: Named; readonly codes: readonly string[]; readonly good: Named };

const cut = (content: Buffer, bytes: number): Buffer => content.subarray(0, bytes);

/** The content with one byte changed. */
function spoilt(content: Buffer, at: number): Buffer {
  const copy = Buffer.from(content);
  copy.writeUInt8((copy.readUInt8(at) + 1) % 256, at);
  return copy;
}

const jpg = sample('scan.jpg');
const docx = sample('word.docx');
const passwordDoc = Buffer.alloc(32);
passwordDoc.writeUInt16LE(0xa5ec, 0);
passwordDoc.writeUInt16LE(0x0100, 10);
/** The first records of a workbook: its beginning, then the one for a password. */
const passwordXls = Buffer.from('09080400000605002f000200ffff', 'hex');
const encrypted = compoundOf([{ name: 'EncryptionInfo' }, { name: 'EncryptedPackage' }]);
const html = Buffer.from('<html><table><tr><td>1</td></tr></table></html>');
const max = 50 * 1024 * 1024;

const rows: readonly Row[] = [
  { what: 'empty', bad: ['a.pdf', Buffer.alloc(0)], codes: ['file-empty'], good: ['a.pdf', pdfOf(1)] },
  {
    what: 'over 50 MiB by one byte',
    bad: ['a.rar', { begins: rarOf(), bytes: max + 1 }],
    codes: ['file-too-large'],
    good: ['a.rar', rarOf()],
  },
  {
    what: 'exactly 50 MiB',
    bad: ['a.rar', { begins: rarOf(), bytes: max }],
    codes: ['file-size-doubtful'],
    good: ['a.rar', rarOf()],
  },
  {
    what: 'over 50 million bytes by one',
    bad: ['a.rar', { begins: rarOf(), bytes: 50_000_001 }],
    codes: ['file-size-doubtful'],
    good: ['a.rar', { begins: rarOf(), bytes: 50_000_000 }],
  },
  { what: 'zip', bad: ['a.zip', zipOf()], codes: ['file-type-refused'], good: ['a.RAR', rarOf()] },
  { what: 'docm', bad: ['a.docm', 'macros.docm'], codes: ['file-type-refused'], good: ['a.docx', 'word.docx'] },
  { what: 'no extension', bad: ['a', pdfOf(1)], codes: ['file-type-refused'], good: ['a.PDF', pdfOf(1)] },
  { what: 'PNG named JPG', bad: ['a.jpg', 'scan.png'], codes: ['file-content-differs'], good: ['a.jpeg', 'scan.jpg'] },
  { what: 'zip named rar', bad: ['a.rar', zipOf()], codes: ['file-content-differs'], good: ['a.rar', rarOf()] },
  { what: 'web page named xls', bad: ['a.xls', html], codes: ['file-content-differs'], good: ['a.xls', 'sheet.xls'] },
  { what: 'xls named doc', bad: ['a.doc', 'sheet.xls'], codes: ['file-content-differs'], good: ['a.doc', 'word.doc'] },
  { what: 'docx named xlsx', bad: ['a.xlsx', docx], codes: ['file-content-differs'], good: ['a.xlsx', 'sheet.xlsx'] },
  { what: 'docx named doc', bad: ['a.doc', docx], codes: ['file-content-differs'], good: ['a.docx', docx] },
  {
    what: 'PowerPoint named doc',
    bad: ['a.doc', compoundOf([{ name: 'PowerPoint Document' }])],
    codes: ['file-content-differs'],
    good: ['a.doc', compoundOf([{ name: 'WordDocument' }])],
  },
  {
    what: 'installer named doc',
    bad: ['a.doc', compoundOf([{ name: 'x' }], true)],
    codes: ['file-content-differs'],
    good: ['a.doc', compoundOf([{ name: 'WordDocument' }])],
  },
  {
    what: 'bytes of no type',
    bad: ['a.pdf', Buffer.from([0, 1, 2])],
    codes: ['file-content-differs'],
    good: ['a.pdf', pdfOf(2)],
  },
  {
    what: 'doc cut off',
    bad: ['a.doc', cut(sample('word.doc'), 600)],
    codes: ['file-broken'],
    good: ['a.doc', 'word.doc'],
  },
  { what: 'docx cut off', bad: ['a.docx', cut(docx, 4000)], codes: ['file-broken'], good: ['a.docx', docx] },
  { what: 'docx with a password', bad: ['a.docx', encrypted], codes: ['file-password'], good: ['a.docx', docx] },
  {
    what: 'doc with a password',
    bad: ['a.doc', compoundOf([{ name: 'WordDocument', content: passwordDoc }])],
    codes: ['file-password'],
    good: ['a.doc', compoundOf([{ name: 'WordDocument' }])],
  },
  {
    what: 'xls that is encrypted',
    bad: ['a.xls', compoundOf([{ name: 'Workbook', content: passwordXls }])],
    codes: ['file-encrypted'],
    good: ['a.xls', compoundOf([{ name: 'Workbook', content: cut(passwordXls, 8) }])],
  },
  { what: 'docm named docx', bad: ['a.docx', 'macros.docm'], codes: ['file-macros'], good: ['a.docx', 'word.docx'] },
  {
    what: 'doc with macros',
    bad: ['a.doc', compoundOf([{ name: 'WordDocument' }, { name: 'Macros', storage: true }])],
    codes: ['file-macros-inside'],
    good: ['a.doc', compoundOf([{ name: 'WordDocument' }, { name: 'ObjectPool', storage: true }])],
  },
  {
    what: 'PDF cut off',
    bad: ['a.pdf', cut(sample('text.pdf'), 6000)],
    codes: ['pdf-broken'],
    good: ['a.pdf', 'text.pdf'],
  },
  {
    what: 'PDF with a password',
    bad: ['a.pdf', 'user-password.pdf'],
    codes: ['pdf-password'],
    good: ['a.pdf', 'all-allowed.pdf'],
  },
  {
    what: 'restricted PDF',
    bad: ['a.pdf', 'owner-only.pdf'],
    codes: ['pdf-restricted'],
    good: ['a.pdf', 'all-allowed.pdf'],
  },
  { what: 'PDF without pages', bad: ['a.pdf', 'no-pages.pdf'], codes: ['pdf-no-pages'], good: ['a.pdf', pdfOf(3)] },
  {
    what: 'PDF behind junk is a PDF',
    bad: ['a.png', Buffer.concat([Buffer.alloc(9, 0x31), pdfOf(1)])],
    codes: ['file-content-differs'],
    good: ['a.pdf', Buffer.concat([Buffer.alloc(9, 0x31), pdfOf(1)])],
  },
  {
    what: 'PNG cut off',
    bad: ['a.png', cut(pngOf(1000, 1400), 150)],
    codes: ['image-broken'],
    good: ['a.png', pngOf(1000, 1400)],
  },
  {
    what: 'PNG cut in its header',
    bad: ['a.png', cut(sample('scan.png'), 30)],
    codes: ['image-broken'],
    good: ['a.png', 'scan.png'],
  },
  {
    what: 'PNG with a wrong byte',
    bad: ['a.png', spoilt(pngOf(1000, 1400), 60)],
    codes: ['image-broken'],
    good: ['a.png', 'scan.png'],
  },
  { what: 'JPEG cut off', bad: ['a.jpg', cut(jpg, jpg.length - 100)], codes: ['image-broken'], good: ['a.jpg', jpg] },
  {
    what: 'JPEG cut in its header',
    bad: ['a.jpg', cut(jpg, 100)],
    codes: ['image-broken'],
    good: ['a.jpg', 'progressive.jpg'],
  },
  {
    what: 'JPEG without its end',
    bad: ['a.jpg', cut(jpg, jpg.length - 2)],
    codes: ['image-broken'],
    good: ['a.jpg', Buffer.concat([jpg, Buffer.from('trailer')])],
  },
  {
    what: 'short side 999',
    bad: ['a.png', pngOf(2000, 999)],
    codes: ['image-small'],
    good: ['a.png', pngOf(2000, 1000)],
  },
  { what: 'colon in the name', bad: ['a:b.pdf', pdfOf(1)], codes: ['name-refused'], good: ['a：b.pdf', pdfOf(1)] },
  { what: 'reserved name', bad: ['CON.pdf', pdfOf(1)], codes: ['name-refused'], good: ['CONTRACT.pdf', pdfOf(1)] },
  {
    what: '101 characters',
    bad: [`${'a'.repeat(97)}.pdf`, pdfOf(1)],
    codes: ['name-refused'],
    good: [`${'a'.repeat(96)}.pdf`, pdfOf(1)],
  },
  { what: 'control character', bad: ['a\tb.pdf', pdfOf(1)], codes: ['name-refused'], good: ['a b.pdf', pdfOf(1)] },
  {
    what: 'two causes',
    bad: ['a|b.pdf', 'user-password.pdf'],
    codes: ['name-refused', 'pdf-password'],
    good: ['a.pdf', pdfOf(1)],
  },
  {
    what: 'Word’s lock file',
    bad: ['~$word.docx', Buffer.alloc(162)],
    codes: ['file-system'],
    good: ['word.docx', docx],
  },
  { what: 'Thumbs.db', bad: ['Thumbs.db', Buffer.alloc(9)], codes: ['file-system'], good: ['thumbs.pdf', pdfOf(1)] },
  { what: '.DS_Store', bad: ['.DS_Store', Buffer.alloc(9)], codes: ['file-system'], good: ['store.pdf', pdfOf(1)] },
];

test.each(rows)('$what', async ({ bad, codes, good }) => {
  const found = await take(folderOf({ [bad[0]]: bad[1] }), { entries: { other: [bad[0]] } });
  expect(codesOf(found)).toEqual(codes);
  const mended = await take(folderOf({ [good[0]]: good[1] }), { entries: { other: [good[0]] } });
  expect(codesOf(mended)).toEqual([]);
  expect(mended.inventory.slots[0]?.files).toHaveLength(1);
});

const paper = { width: 210, height: 297, varies: false };

test('a row’s file is checked like that of a slot', async () => {
  const folder = folderOf({ 'a.pdf': 'user-password.pdf', 'b.pdf': pdfOf(2) });
  const { inventory, findings } = await take(folder, { rows: ['a.pdf', 'b.pdf', 'c.jpg'] });
  expect(findings.map(({ code, at }) => [code, at.line])).toEqual([
    ['pdf-password', 50],
    ['file-missing', 52],
  ]);
  expect(inventory.rows.map(({ row, column, file }) => [row, column, file.name, file.traits])).toEqual([
    [1, 'copy', 'a.pdf', {}],
    [2, 'copy', 'b.pdf', { pages: 2, paper, text: false, unread: 2 }],
  ]);
});

test('traits say what the files are', async () => {
  const folder = folderOf({
    'a.pdf': 'text.pdf',
    'b.pdf': 'owner-only.pdf',
    'c.png': 'scan.png',
    'd.jpg': 'scan.jpg',
    'e.doc': 'word.doc',
  });
  const { inventory } = await take(folder, { entries: { other: ['*'] } });
  expect(inventory.slots[0]?.files.map(({ format, traits }) => [format, traits])).toEqual([
    ['pdf', { pages: 1, paper, text: true }],
    ['pdf', { pages: 1, restricted: true, paper, text: true }],
    ['png', { width: 1000, height: 1400 }],
    ['jpg', { width: 1000, height: 1400 }],
    ['doc', {}],
  ]);
});

test('a finding cites the rule for files and stands at the value', async () => {
  const { findings } = await take(folderOf({ 'a.zip': zipOf() }), { entries: { other: ['a.zip'] } });
  expect(findings[0]?.cite[0]?.clause).toBe('2.1.2-4');
  expect(findings[0]?.at).toMatchObject({ line: 10, path: 'attachments.other[0]' });
});

test('a file in two places is spoken of once', async () => {
  const folder = folderOf({ 'a.pdf': 'user-password.pdf' });
  expect(codesOf(await take(folder, { entries: { other: ['a.pdf'] }, rows: ['a.pdf', 'a.pdf'] }))).toEqual([
    'pdf-password',
  ]);
});
