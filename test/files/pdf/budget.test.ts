// What is looked at of one PDF: a fixed count of pages, objects, characters and pixels, after which it is cut at a page.
import { expect, test } from 'vitest';
import { startPdfium } from '../../../src/files/pdf/module.js';
import { lookAt, mostOfFile, type Seen } from '../../../src/files/pdf/pages.js';
import { imageOf, pdfOfSheets, textOf } from './build.ts';

const pdfium = await startPdfium(200_000_000);
const text = textOf(['ten signs!'.repeat(10)]);

/** How many of six pages are looked at, and why no more. */
function seenOf(content: string, most: Partial<typeof mostOfFile>, deep = false) {
  const bytes = pdfOfSheets(
    Array.from({ length: 6 }, () => ({ content })),
    {
      xobjects: '/P 4 0 R',
      others: [imageOf(100, 100)],
    },
  );
  const at = pdfium.call.malloc(bytes.length);
  new Uint8Array(pdfium.memory.buffer).set(bytes, at);
  const document = pdfium.call.FPDF_LoadMemDocument(at, bytes.length, 0);
  const seen: Seen = { seen: 0, unread: 0 };
  const question = { leastSide: 1000, deep, wanted: { name: '江苏示例精密机械有限公司' } };
  const cut = lookAt(pdfium, document, pdfium.call.FPDF_GetPageCount(document), question, seen, {
    ...mostOfFile,
    ...most,
  });
  pdfium.call.FPDF_CloseDocument(document);
  pdfium.call.free(at);
  return { seen: seen.seen, cut, mentions: seen.mentions };
}

const picture = 'q 595 0 0 842 0 0 cm /P Do Q';

test('what is within the budget is looked at whole', () => {
  expect(seenOf(text, { pages: 6, characters: 600, objects: 6 })).toEqual({
    seen: 6,
    cut: undefined,
    mentions: 'none',
  });
});

test('a file is cut after the page that goes beyond, and nothing is said of the rest', () => {
  expect(seenOf(text, { pages: 4 })).toEqual({ seen: 4, cut: 'pages', mentions: undefined });
  expect(seenOf(text, { characters: 250 })).toEqual({ seen: 3, cut: 'content', mentions: undefined });
  expect(seenOf('0 0 m 9 9 l S\n'.repeat(50), { objects: 99 })).toMatchObject({ seen: 2, cut: 'content' });
  expect(seenOf(picture, { pixels: 15_000 }, true)).toMatchObject({ seen: 2, cut: 'content' });
  // Nothing is rendered unless asked for.
  expect(seenOf(picture, { pixels: 15_000 })).toMatchObject({ seen: 6, cut: undefined });
});
