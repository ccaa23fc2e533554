// Bookmarks: pdf-lib has no call for them, so the dictionaries are written here.
import { type PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib';
import { MM, PAGE } from './tokens.ts';

/**
 * A bookmark at a height (mm from the top of an A4 page; none for the whole of a page of any size) of a page (from 0).
 * Level 2 hangs below the last of level 1.
 */
export type Bookmark = {
  readonly title: string;
  readonly page: number;
  readonly top?: number;
  readonly level: 1 | 2;
};

type Node = { readonly mark: Bookmark; readonly ref: PDFRef; readonly children: Node[] };

/** Writes the outline of a document whose pages are already added; level 1 stands open, level 2 is folded away. */
export function writeOutline(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const { context } = document;
  const roots: Node[] = [];
  for (const mark of bookmarks) {
    const siblings = mark.level === 2 ? (roots.at(-1)?.children ?? roots) : roots;
    siblings.push({ mark, ref: context.nextRef(), children: [] });
  }
  const top = context.nextRef();
  writeNodes(document, roots, top);
  context.assign(
    top,
    context.obj({ Type: 'Outlines', First: roots[0]?.ref, Last: roots.at(-1)?.ref, Count: roots.length }),
  );
  document.catalog.set(PDFName.of('Outlines'), top);
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function writeNodes(document: PDFDocument, nodes: readonly Node[], parent: PDFRef): void {
  nodes.forEach(({ mark, ref, children }, index) => {
    const page = document.getPage(mark.page);
    const entry = document.context.obj({
      Title: PDFHexString.fromText(mark.title),
      Parent: parent,
      Dest: [page.ref, ...viewOf(mark)],
      Prev: nodes[index - 1]?.ref,
      Next: nodes[index + 1]?.ref,
      First: children[0]?.ref,
      Last: children.at(-1)?.ref,
      Count: children.length === 0 ? undefined : -children.length,
    });
    document.context.assign(ref, entry);
    writeNodes(document, children, ref);
  });
}

/** Where on its page a reader goes to: the end of a destination. */
export function viewOf({ top }: Pick<Bookmark, 'top'>): (string | number | null)[] {
  if (top === undefined) return ['Fit'];
  // A page's top margin is left in view, so that a heading does not stick to the window's edge.
  const height = (PAGE.height - Math.max(0, top - 3)) * MM;
  return ['XYZ', null, Math.round(height * 100) / 100, null];
}
