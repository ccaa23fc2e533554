// From recorded pages to the bytes of a PDF.
import { PDFDocument } from 'pdf-lib';
import { drawPage } from './draw.ts';
import { embedFonts } from './embed.ts';
import { type Fonts, runsOf } from './fonts.ts';
import { writeLinks, writePageLabels } from './links.ts';
import { type Bookmark, writeOutline } from './outline.ts';
import type { Page } from './page.ts';
import { type Properties, writeProperties } from './properties.ts';
import { watermark } from './watermark.ts';

/** What was laid out: pages in order and the bookmarks into them. */
export type Laying = { readonly pages: readonly Page[]; readonly bookmarks: readonly Bookmark[] };

/** Draws all pages; `draft` puts the watermark on each. Equal input gives equal bytes. */
export async function render(
  { pages, bookmarks }: Laying,
  fonts: Fonts,
  properties: Properties,
  draft: boolean,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const texts = pages.flatMap((page) => page.texts());
  const used = texts.flatMap(({ style, text }) => runsOf(fonts, style.face, text).map(({ key }) => key));
  const embedded = await embedFonts(document, fonts, used);
  const mark = draft ? watermark(document, fonts) : undefined;
  for (const page of pages) drawPage(document, page, embedded, mark);
  writeLinks(document, pages);
  writePageLabels(document);
  writeOutline(document, bookmarks);
  writeProperties(document, properties);
  return await document.save({ useObjectStreams: true, addDefaultPage: false });
}
