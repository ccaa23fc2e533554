// Rare characters: in the faces, in a spare font, in none.
import { readFile } from 'node:fs/promises';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { expect, test } from 'vitest';
import { pageTexts } from '../../src/files/pdf/library.ts';
import { helpedBy, unfitFor } from '../../src/summary/fonts.ts';
import { writeSummary } from '../../src/summary/write.ts';
import { draft, final } from './faces.ts';
import { basics, operations, profile, sample, text } from './sample.ts';

const rare = new Uint8Array(await readFile(new URL('rare.ttf', import.meta.url)));
const spared = { ...final, fonts: helpedBy(final.fonts, [rare]) };

const namesIn = async (bytes: Uint8Array): Promise<string[]> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((dict) => dict.get(PDFName.of('Type')) === PDFName.of('Font'))
    .flatMap((dict) => dict.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.asString() ?? []);
};

const address = (value: string) => {
  const section = basics();
  const items = section.items.map((item) =>
    item.kind === 'field' && item.id === 'address' ? { ...item, value: text(value) } : item,
  );
  const sections = [{ ...section, items }, operations(), profile(`一、概况 ${value}`)];
  return { form: { sections, required: 1, filled: 1 } };
};

test('𬭎, 㙦, 䶮 and 㛃 are in the faces, and are read back', async () => {
  const { bytes } = await writeSummary(sample(address('𬭎㙦䶮㛃路 8 号')), final);
  expect((await pageTexts(bytes)).join('')).toContain('𬭎㙦䶮㛃路 8 号');
});

test('what they lack is drawn from a spare font, among its neighbours, as a subset, and is read back', async () => {
  const name = '江苏𠮷林𠮟机械有限公司';
  const { bytes } = await writeSummary(sample({ ...address('𠮷祥路 18 号𠮟'), enterprise: name }), spared);
  const pages = await pageTexts(bytes);
  expect(pages[0]).toContain(name);
  expect(pages[1]).toContain(name);
  expect(pages[0]).toContain('𠮷祥路 18 号𠮟');
  expect(pages.join('').replace(/\s/g, '')).toContain('一、概况𠮷祥路18号𠮟');
  expect((await namesIn(bytes)).filter((each) => each.includes('Rare'))).toEqual([
    '/ABCDEH+ZjtxRare-Regular-1',
    '/ABCDEH+ZjtxRare-Regular-1',
  ]);
});

test('a spare font that nothing needs changes no byte', async () => {
  const [plain, other] = await Promise.all([
    writeSummary(sample(), draft),
    writeSummary(sample(), { ...spared, stamp: 'draft' }),
  ]);
  expect(Buffer.compare(plain.bytes, other.bytes)).toBe(0);
});

test('what no font has is refused with its code point and the field', async () => {
  await expect(writeSummary(sample(address('𪚥路')), spared)).rejects.toMatchObject({
    code: 'glyph-missing',
    field: '注册通讯地址',
    detail: '𪚥 U+2A6A5',
  });
});

test('only a TrueType font of one face that may be embedded can help out', () => {
  expect(unfitFor(rare)).toBeUndefined();
  expect(unfitFor(Buffer.from('no font'))).toBe('kind');
  const closed = Uint8Array.from(rare);
  const tables = Buffer.from(closed.buffer);
  const entry = tables.indexOf('OS/2');
  tables.writeUInt16BE(2, tables.readUInt32BE(entry + 8) + 8);
  expect(unfitFor(closed)).toBe('licence');
});
