// Writes the structure of a document for who listens to it: the tree of its elements, and which marks of the pages are theirs.
import { type PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef } from 'pdf-lib';
import type { Marks } from './draw.ts';
import type { Link } from './links.ts';
import { type Element, isElement, type Traits } from './structure.ts';

/** A page that was drawn, with its marks. */
export type Tagged = { readonly page: PDFPage; readonly marks: Marks };

/** What keeps its place though nothing stands in it. */
const cells: ReadonlySet<Element['role']> = new Set(['TR', 'TH', 'TD']);

type Spot = { readonly page: PDFPage; readonly mark: number };

/** Writes the tree; `links` are the annotations of links that lead somewhere. Equal input gives equal bytes. */
export function writeTags(
  document: PDFDocument,
  root: Element,
  pages: readonly Tagged[],
  links: ReadonlyMap<Link, PDFRef>,
): void {
  const { context, catalog } = document;
  const tree = context.nextRef();
  const spots = new Map<object, Spot>();
  for (const { page, marks } of pages) for (const [drawn, mark] of marks.of) spots.set(drawn, { page, mark });
  const ofElement = new Map<Element, PDFRef>();
  const linked: { readonly annotation: PDFRef; readonly element: PDFRef }[] = [];
  const annotationOf = annotationsBy(links);

  const write = (element: Element, parent: PDFRef): PDFRef | undefined => {
    const first = firstSpot(element, spots);
    if (first === undefined && !cells.has(element.role)) return undefined;
    const ref = context.nextRef();
    const annotation = element.role === 'Link' ? annotationOf(element) : undefined;
    const kids = kidsOf(document, element, spots, first?.page, (kid) => write(kid, ref));
    if (annotation !== undefined && first !== undefined) {
      kids.push(context.obj({ Type: 'OBJR', Pg: first.page.ref, Obj: annotation }));
      linked.push({ annotation, element: ref });
    }
    const entry = context.obj({
      Type: 'StructElem',
      // A link that leads nowhere is text like any other.
      S: element.role === 'Link' && annotation === undefined ? 'Span' : element.role,
      P: parent,
      ...(first === undefined ? {} : { Pg: first.page.ref }),
      ...attributesOf(element.traits),
      ...(kids.length === 0 ? {} : { K: context.obj(kids) }),
    });
    if (element.traits.alt !== undefined) entry.set(PDFName.of('Alt'), PDFHexString.fromText(element.traits.alt));
    context.assign(ref, entry);
    ofElement.set(element, ref);
    return ref;
  };
  const top = write(root, tree);

  const numbers: (number | PDFRef | (PDFRef | null)[])[] = [];
  pages.forEach(({ page, marks }, index) => {
    numbers.push(
      index,
      marks.owners.map((owner) => ofElement.get(owner) ?? null),
    );
    page.node.set(PDFName.of('StructParents'), context.obj(index));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  });
  linked.forEach(({ annotation, element }, index) => {
    numbers.push(pages.length + index, element);
    (context.lookup(annotation) as PDFDict).set(PDFName.of('StructParent'), context.obj(pages.length + index));
  });
  context.assign(
    tree,
    context.obj({
      Type: 'StructTreeRoot',
      K: top,
      ParentTree: { Nums: numbers },
      ParentTreeNextKey: pages.length + linked.length,
    }),
  );
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('StructTreeRoot'), tree);
}

/** Where the text of an element begins. */
function firstSpot(element: Element, spots: ReadonlyMap<object, Spot>): Spot | undefined {
  for (const kid of element.kids) {
    const spot = isElement(kid) ? firstSpot(kid, spots) : spots.get(kid);
    if (spot !== undefined) return spot;
  }
  return undefined;
}

type Kid = number | PDFRef | PDFDict;

/** Elements in an element, and its marks: plain numbers on its own page, with their page on others. */
function kidsOf(
  { context }: PDFDocument,
  element: Element,
  spots: ReadonlyMap<object, Spot>,
  own: PDFPage | undefined,
  write: (kid: Element) => PDFRef | undefined,
): Kid[] {
  const kids: Kid[] = [];
  const taken = new Set<string>();
  for (const kid of element.kids) {
    if (isElement(kid)) {
      const ref = write(kid);
      if (ref !== undefined) kids.push(ref);
      continue;
    }
    const spot = spots.get(kid);
    const name = spot && `${spot.page.ref} ${spot.mark}`;
    if (spot === undefined || name === undefined || taken.has(name)) continue;
    taken.add(name);
    kids.push(spot.page === own ? spot.mark : context.obj({ Type: 'MCR', Pg: spot.page.ref, MCID: spot.mark }));
  }
  return kids;
}

const attributesOf = ({ scope, columns = 1, rows = 1 }: Traits): object =>
  scope === undefined && columns === 1 && rows === 1
    ? {}
    : {
        A: {
          O: 'Table',
          ...(scope === undefined ? {} : { Scope: scope }),
          ...(columns === 1 ? {} : { ColSpan: columns }),
          ...(rows === 1 ? {} : { RowSpan: rows }),
        },
      };

/** The annotation over the texts of a link's element. */
function annotationsBy(links: ReadonlyMap<Link, PDFRef>): (element: Element) => PDFRef | undefined {
  const byText = new Map<object, PDFRef>();
  for (const [{ texts }, ref] of links) for (const text of texts) byText.set(text, ref);
  return ({ kids }) => kids.map((kid) => byText.get(kid)).find((ref) => ref !== undefined);
}
