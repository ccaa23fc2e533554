// Links inside the document: pdf-lib has no call for them, so the annotations are written here.
import { type PDFDocument, PDFName, type PDFRef } from 'pdf-lib';
import { viewOf } from './outline.ts';
import type { DrawnText, Page } from './page.ts';
import { COLOR, LINE, MM, PAGE } from './tokens.ts';

/** A place on a page that leads to a target; mm from the top left. */
export type Link = {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Name of the target. */
  readonly to: string;
  /** The texts in it, which show that it leads somewhere. */
  readonly texts: readonly DrawnText[];
};

/** A named height of a page, mm from the top. */
export type Target = { readonly name: string; readonly top: number };

/** Where each name leads to; of two targets of one name, the first of the document. */
export function targetsOf(
  pages: readonly Page[],
): ReadonlyMap<string, { readonly page: number; readonly top: number }> {
  const places = new Map<string, { page: number; top: number }>();
  pages.forEach((page, index) => {
    for (const { name, top } of page.targets) if (!places.has(name)) places.set(name, { page: index, top });
  });
  return places;
}

/** Underlines the texts of links. A link whose target was not drawn leads nowhere, and looks like any text. */
export function underlineLinks(pages: readonly Page[]): void {
  const targets = targetsOf(pages);
  for (const page of pages) {
    for (const { x, baseline, width, style } of page.links.flatMap(({ to, texts }) => (targets.has(to) ? texts : []))) {
      const y = baseline + (0.17 * style.size) / MM;
      page.rule(x, y, x + width, y, LINE.link, COLOR.accent);
    }
  }
}

/** Writes the links of all pages, which are already added: their annotations. One whose target was not drawn has none. */
export function writeLinks(document: PDFDocument, pages: readonly Page[]): ReadonlyMap<Link, PDFRef> {
  const targets = targetsOf(pages);
  const written = new Map<Link, PDFRef>();
  pages.forEach((page, index) => {
    const links = page.links.flatMap((link): PDFRef[] => {
      const target = targets.get(link.to);
      if (target === undefined) return [];
      const annotation = document.context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [
          link.x + page.shifted,
          PAGE.height - link.top - link.height,
          link.x + page.shifted + link.width,
          PAGE.height - link.top,
        ].map(points),
        Border: [0, 0, 0],
        // Flag 4: a reader that checks for archiving wants every annotation printable.
        F: 4,
        Dest: [document.getPage(target.page).ref, ...viewOf(target)],
      });
      const ref = document.context.register(annotation);
      written.set(link, ref);
      return [ref];
    });
    if (links.length > 0) document.getPage(index).node.set(PDFName.of('Annots'), document.context.obj(links));
  });
  return written;
}

/** Numbers pages for a reader as their feet do: 1, 2, 3 … */
export function writePageLabels(document: PDFDocument): void {
  const { context, catalog } = document;
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, { S: 'D', St: 1 }] }));
}

const points = (mm: number): number => Math.round(mm * MM * 100) / 100;
