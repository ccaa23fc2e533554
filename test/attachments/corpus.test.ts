// The corpus: files as people have them, beside exactly what is said of each. Made by LibreOffice, ImageMagick, qpdf and rar.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examine } from '../../src/attachments/examine.ts';
import { compoundOf, pdfOf, pngOf, rarOfFiles, zipOf } from './build.ts';
import { type Content, codesOf, fileRule, folderOf, sample, take } from './dossier.ts';

type Row = readonly [name: string, content: Content, ...codes: string[]];

const of = (name: string): Buffer => sample(`corpus/${name}`);
const cut = (content: Buffer, share: number): Buffer => content.subarray(0, Math.floor(content.length * share));
const text = (content: string): Buffer => Buffer.from(content);
const exe = Buffer.concat([text('MZ'), Buffer.alloc(510)]);
const html = text('<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>');
const jpg = of('baseline.jpg');

const good: readonly Row[] = [
  ['完税证明.pdf', 'text.pdf'],
  ['一页.pdf', of('linearized.pdf')],
  ['objects.PDF', of('objects.pdf')],
  ['scan.jpg', 'scan.jpg'],
  ['baseline.jpeg', jpg],
  ['progressive.JPG', of('progressive.jpg')],
  ['grey.jpg', of('grey.jpg')],
  ['sampled.jpg', of('sampled.jpg')],
  ['trailer.jpg', Buffer.concat([jpg, Buffer.alloc(4000, 1)])],
  ['scan.png', 'scan.png'],
  ['colours.png', of('colours.png')],
  ['deep.png', of('deep.png')],
  ['palette.png', of('palette.png')],
  ['interlaced.png', of('interlaced.png')],
  ['interlaced-grey.png', of('interlaced-grey.png')],
  ['word.doc', 'word.doc'],
  ['word.docx', 'word.docx'],
  ['sheet.xls', 'sheet.xls'],
  ['sheet.xlsx', 'sheet.xlsx'],
  ['structure.xlsx', of('structure.xlsx')],
  ['good-4.rar', of('good-4.rar')],
  ['good-5.rar', of('good-5.rar')],
  ['solid-4.rar', of('solid-4.rar')],
  ['solid-5.RAR', of('solid-5.rar')],
  ['padded.rar', Buffer.concat([of('good-5.rar'), Buffer.alloc(512)])],
  ['例（1）－终稿.pdf', of('plain.pdf')],
  [`${'名'.repeat(80)}.pdf`, of('plain.pdf')],
];

const locked: readonly Row[] = [
  ...['r2', 'r3', 'r4', 'r5', 'r6'].flatMap((revision): Row[] => [
    [`password-${revision}.pdf`, of(`password-${revision}.pdf`), 'pdf-password'],
    [`restricted-${revision}.pdf`, of(`restricted-${revision}.pdf`), 'pdf-restricted'],
  ]),
  ['password.doc', of('password.doc'), 'file-password'],
  ['password.docx', of('password.docx'), 'file-password'],
  ['password.xls', of('password.xls'), 'file-password'],
  ['password.xlsx', of('password.xlsx'), 'file-password'],
  ['structure.xls', of('structure.xls')],
  ['password-4.rar', of('password-4.rar'), 'rar-password'],
  ['password-5.rar', of('password-5.rar'), 'rar-password'],
  ['headers-4.rar', of('headers-4.rar'), 'rar-password'],
  ['headers-5.rar', of('headers-5.rar'), 'rar-password'],
];

/** Every type cut off at several points. */
const cuts = [0.3, 0.5, 0.75, 0.9, 0.99];
const cutOff: readonly Row[] = [
  ...cuts.flatMap((share): Row[] => [
    ['a.jpg', cut(jpg, share), 'image-broken'],
    ['b.jpg', cut(of('progressive.jpg'), share), 'image-broken'],
    ['a.png', cut(of('colours.png'), share), 'image-broken'],
    ['b.png', cut(of('interlaced.png'), share), 'image-broken'],
    // What the last sector loses may be padding.
    ['a.doc', cut(sample('word.doc'), Math.min(share, 0.9)), 'file-broken'],
    ['a.xls', cut(sample('sheet.xls'), Math.min(share, 0.9)), 'file-broken'],
    ['a.docx', cut(sample('word.docx'), share), 'file-broken'],
    ['a.xlsx', cut(sample('sheet.xlsx'), share), 'file-broken'],
    ['a-4.rar', cut(of('good-4.rar'), share), 'rar-broken'],
    ['a-5.rar', cut(of('good-5.rar'), share), 'rar-broken'],
    ['solid-4.rar', cut(of('solid-4.rar'), share), 'rar-broken'],
    ['solid-5.rar', cut(of('solid-5.rar'), share), 'rar-broken'],
    ['mixed-5.rar', cut(of('mixed-5.rar'), share), 'rar-broken'],
  ]),
  ['half.pdf', cut(sample('text.pdf'), 0.5), 'pdf-broken'],
  ['a.pdf', sample('text.pdf').subarray(0, 9), 'pdf-broken'],
  ['three.jpg', jpg.subarray(0, 3), 'image-broken'],
  ['two.jpg', jpg.subarray(0, 2), 'file-content-differs'],
  ['four.docx', sample('word.docx').subarray(0, 4), 'file-broken'],
  ['eight.doc', sample('word.doc').subarray(0, 8), 'file-broken'],
  ['eight.rar', of('good-5.rar').subarray(0, 8), 'rar-broken'],
  ['closed.jpg', Buffer.concat([cut(jpg, 0.15), Buffer.from([0xff, 0xd9])]), 'image-broken'],
];

/** Types by another name. */
const renamed: readonly Row[] = (
  [
    ['docx', 'doc', sample('word.docx')],
    ['doc', 'docx', sample('word.doc')],
    ['xlsx', 'xls', sample('sheet.xlsx')],
    ['xls', 'xlsx', sample('sheet.xls')],
    ['xls', 'doc', sample('sheet.xls')],
    ['xlsx', 'docx', sample('sheet.xlsx')],
    ['pptx', 'docx', of('slides.pptx')],
    ['png', 'jpg', sample('scan.png')],
    ['jpg', 'png', sample('scan.jpg')],
    ['gif', 'png', text('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000')],
    ['pdf', 'docx', sample('text.pdf')],
    ['pdf', 'jpg', sample('text.pdf')],
    ['jpg', 'pdf', sample('scan.jpg')],
    ['docx', 'pdf', sample('word.docx')],
    ['exe', 'pdf', exe],
    ['exe', 'rar', exe],
    ['html', 'xls', html],
    ['html', 'pdf', html],
    ['txt', 'doc', text('营业收入 1')],
    ['zip', 'rar', zipOf()],
    ['zip', 'docx', zipOf()],
    ['7z', 'rar', Buffer.from('377abcaf271c00040000000000000000', 'hex')],
    ['rar', 'pdf', of('good-5.rar')],
    ['rar', 'docx', of('good-4.rar')],
    ['ppt', 'doc', compoundOf([{ name: 'PowerPoint Document' }])],
    ['msi', 'doc', compoundOf([{ name: 'x' }], true)],
    ['zeros', 'jpg', Buffer.alloc(4096)],
  ] as const
).map(([is, extension, content]): Row => [`${is}.${extension}`, content, 'file-content-differs']);

const wrong: readonly Row[] = [
  ['rar-named.zip', of('good-5.rar'), 'file-type-refused'],
  ['setup.exe', exe, 'file-type-refused'],
  ['a.docm', 'macros.docm', 'file-type-refused'],
  ['macros.docx', 'macros.docm', 'file-macros'],
  ['none', 'text.pdf', 'file-type-refused'],
  ['.pdf', 'text.pdf', 'file-type-refused'],
  ['nothing.pdf', Buffer.alloc(0), 'file-empty'],
  ['nothing.rar', Buffer.alloc(0), 'file-empty'],
  ['cmyk.jpg', of('cmyk.jpg'), 'image-cmyk'],
  ['small.png', pngOf(1400, 999), 'image-small'],
  ['empty.rar', rarOfFiles([]), 'rar-empty'],
  ['refused-4.rar', of('refused-4.rar'), 'rar-only-refused'],
  ['refused-5.rar', of('refused-5.rar'), 'rar-only-refused'],
  ['mixed-4.rar', of('mixed-4.rar'), 'rar-refused-inside'],
  ['mixed-5.rar', of('mixed-5.rar'), 'rar-refused-inside'],
  ['volume-4.rar', of('volume-4.rar'), 'rar-volume'],
  ['volume-5.rar', of('volume-5.rar'), 'rar-volume'],
  ['last-4.rar', of('volume-last-4.rar'), 'rar-volume'],
  ['last-5.rar', of('volume-last-5.rar'), 'rar-volume'],
];

const sizes: readonly Row[] = [
  ['a.jpg', { begins: jpg, bytes: 50_000_000 }],
  ['b.jpg', { begins: jpg, bytes: 50_000_001 }, 'file-size-doubtful'],
  ['c.jpg', { begins: jpg, bytes: 52_428_800 }, 'file-size-doubtful'],
  ['d.jpg', { begins: jpg, bytes: 52_428_801 }, 'file-too-large'],
  ['e.rar', { begins: of('good-5.rar'), bytes: 50_000_000 }],
  ['f.rar', { begins: of('good-5.rar'), bytes: 55_000_000 }, 'file-too-large'],
];

const names: readonly Row[] = [
  [`${'a'.repeat(97)}.pdf`, pdfOf(1), 'name-refused'],
  ['NUL.pdf', pdfOf(1), 'name-refused'],
  ['com1.pdf', pdfOf(1), 'name-refused'],
  ['a?.pdf', pdfOf(1), 'name-refused'],
  ['a\\b.pdf', pdfOf(1), 'name-refused'],
  ['~$word.docx', Buffer.alloc(162, 1), 'file-system'],
  ['.DS_Store', Buffer.alloc(100, 1), 'file-system'],
  ['Thumbs.db', Buffer.alloc(100, 1), 'file-system'],
  ['._scan.jpg', jpg, 'file-system'],
];

const single: readonly Row[] = [...good, ...locked, ...cutOff, ...renamed, ...wrong, ...sizes, ...names];

test.each(single.map(([name, content, ...codes]) => ({ name, content, codes })))(
  '$name: $codes',
  async ({ name, content, codes }) => {
    // A backslash in an entry would be a separator, a question mark a pattern.
    const pattern = /[\\?]/.test(name) ? 'a*.pdf' : name;
    expect(codesOf(await take(folderOf({ [name]: content }), { entries: { other: [pattern] } }))).toEqual(codes);
  },
);

const nfc = '\u00e9.pdf';
const nfd = nfc.normalize('NFD');

type Named = readonly [what: string, files: Readonly<Record<string, Content>>, entry: string, ...codes: string[]];
const named: readonly Named[] = [
  ['a name in NFD', { [nfd]: pdfOf(1) }, nfc],
  ['two names that NFC makes one', { [nfc]: pdfOf(1), [nfd]: pdfOf(2) }, '*', 'name-same', 'slot-several'],
  [
    'two names that a folded case makes one',
    { 'a.pdf': pdfOf(1), 'A.PDF': pdfOf(2) },
    '*',
    'name-twice',
    'slot-several',
  ],
  ['no such file', {}, 'a.pdf', 'file-missing'],
  ['nothing that fits', { 'a.pdf': pdfOf(1) }, '*.jpg', 'file-missing'],
  ['a folder', { 'b/a.pdf': pdfOf(1) }, 'b', 'file-is-folder'],
  ['an absolute path', {}, '/etc/hosts.pdf', 'file-outside'],
  ['a drive', {}, 'C:\\files\\a.pdf', 'file-outside'],
  ['above the folder', {}, '../a.pdf', 'file-outside'],
  ['above it by a way round', { 'b/a.pdf': pdfOf(1) }, 'b/../../a.pdf', 'file-outside'],
];

test.each(named.map(([what, files, entry, ...codes]) => ({ what, files, entry, codes })))(
  '$what',
  async ({ files, entry, codes }) => {
    expect(codesOf(await take(folderOf(files), { entries: { other: [entry] } }))).toEqual(codes);
  },
);

test('links that lead out of the folder are not followed', async () => {
  const [folder, outside] = [folderOf({ 'in.pdf': pdfOf(1) }), folderOf({ 'out.pdf': pdfOf(2) })];
  symlinkSync(join(outside, 'out.pdf'), join(folder, 'file.pdf'));
  symlinkSync(outside, join(folder, 'folder'));
  symlinkSync('in.pdf', join(folder, 'inside.pdf'));
  const codes = async (entry: string) => codesOf(await take(folder, { entries: { other: [entry] } }));
  expect(await codes('file.pdf')).toEqual(['file-outside']);
  expect(await codes('folder/out.pdf')).toEqual(['file-outside']);
  expect(await codes('inside.pdf')).toEqual([]);
});

test('what is no file is not read: a folder named like one, a link to nothing', async () => {
  // Permissions do not hold for the administrator, whom tests often run as, so no file is made unreadable here.
  const folder = folderOf({});
  mkdirSync(join(folder, 'a.pdf'));
  symlinkSync('gone.pdf', join(folder, 'b.pdf'));
  writeFileSync(join(folder, 'c.pdf'), pdfOf(1));
  const { findings, inventory } = await take(folder, { entries: { other: ['a.pdf', 'b.pdf', 'c.pdf'] } });
  expect(findings.map(({ code }) => code)).toEqual(['file-is-folder', 'file-missing']);
  expect(inventory.slots[0]?.files.map(({ name }) => name)).toEqual(['c.pdf']);
});

test('files above 200 million bytes are not looked into, and said to be so', async () => {
  const folder = folderOf({
    'a.jpg': { begins: jpg, bytes: 200_000_001 },
    'b.rar': { begins: of('good-5.rar'), bytes: 200_000_001 },
    'c.rar': { begins: of('good-5.rar'), bytes: 200_000_000 },
  });
  const told: string[] = [];
  for (const [source, bytes] of [
    ['a.jpg', 200_000_001],
    ['b.rar', 200_000_001],
    ['c.rar', 200_000_000],
  ] as const) {
    const found = { source, absolute: join(folder, source), bytes };
    expect(
      (await examine(found, { types: fileRule.types, cite: [] }, (code) => told.push(`${source} ${code}`))).sound,
    ).toBe(true);
  }
  expect(told).toEqual(['a.jpg probe-skipped', 'b.rar probe-skipped']);
});
