// From recorded pages to the bytes of a PDF.
import { PDFDocument } from 'pdf-lib';
import { drawPage } from './draw.ts';
import { embedFaces } from './embed.ts';
import type { Fonts } from './fonts.ts';
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
  const faces = await embedFaces(document, fonts);
  const mark = draft ? watermark(document, fonts) : undefined;
  for (const page of pages) drawPage(document, page, faces, mark);
  writeOutline(document, bookmarks);
  writeProperties(document, properties);
  return await document.save({ useObjectStreams: true, addDefaultPage: false });
}
