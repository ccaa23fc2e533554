// Makes the paper set of a bundle: the pages of ours with those of the attachments behind their dividers, and says what stays beside it.
import { type PDFDict, type PDFDocument, PDFName } from 'pdf-lib';
import type { Assessment, AttachedFile } from '../../assessment.ts';
import { type PaperOptions, type PaperPart, writePaper } from '../../summary/paper/paper.ts';
import type { Inserted } from '../../summary/write.ts';
import { wholeOf } from '../archive.ts';
import { paperPath } from '../layout.ts';
import { addLayers, type Layers } from './layers.ts';
import { add, apartOf, changedIn } from './merge.ts';
import type { Apart } from './slot.ts';

/** All that is merged is held in memory at once, bytes. */
const mostBytes = 256 * 1024 * 1024;

/** Why a file is not in the paper set; `size`: all before it are as much as one file of ours may hold. */
export type PaperApart = Apart | 'size';

/** What the record of a bundle says of its paper set. */
export type PaperWritten = {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly pages: number;
  readonly sides: 'both' | 'single';
  readonly apart: readonly { readonly source: string; readonly why: PaperApart }[];
};

const words: Readonly<Record<PaperApart, string>> = {
  type: '另附（不是 PDF 或图片）',
  protected: '另附（有密码或限制）',
  unreadable: '另附（读不完整）',
  'too many pixels': '另附（像素太多）',
  changed: '另附（合并后显示不同）',
  size: '另附（本册已满）',
};

type Behind = { readonly name: string; readonly label: string; readonly files: readonly AttachedFile[] };

/** Slots in their order, then the files of each table of the form. */
function divisionsOf({ inventory, form }: Assessment): Behind[] {
  const slots = inventory.slots.map(({ order, label, files }) => ({ name: `附件 ${order}`, label, files }));
  const tables = form.sections
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.kind === 'table' ? [item] : []))
    .map(({ id, title }, index) => {
      const rows = inventory.rows.filter(({ table }) => table === id);
      return { name: `附证 ${index + 1}`, label: title, files: rows.map(({ file }) => file) };
    });
  return [...slots, ...tables].filter(({ files }) => files.length > 0);
}

const pagesOf = ({ format, traits }: AttachedFile): number =>
  format === 'jpg' || format === 'png' ? 1 : (traits.pages ?? 0);

/** A file that could not be put in after all. */
class Kept extends Error {
  readonly source: string;
  readonly why: Apart;

  constructor(source: string, why: Apart) {
    super(source);
    this.source = source;
    this.why = why;
  }
}

/** Marks of the structure of another file mean nothing here. */
function unmark({ node }: ReturnType<PDFDocument['getPage']>): void {
  node.delete(PDFName.of('StructParents'));
  const annotations = node.Annots();
  for (let index = 0; index < (annotations?.size() ?? 0); index += 1)
    (annotations?.lookup(index) as PDFDict | undefined)?.delete?.(PDFName.of('StructParent'));
}

/** Makes the paper set; `put` adds it to the bundle and gives its digest. Equal files give equal bytes. */
export async function addPaper(
  assessment: Assessment,
  options: PaperOptions,
  put: (path: string, content: Uint8Array) => Promise<string>,
): Promise<PaperWritten> {
  const divisions = divisionsOf(assessment);
  const all = divisions.flatMap(({ files }) => files);
  const read = async (file: AttachedFile): Promise<Uint8Array> => (await wholeOf(file, () => undefined)).content;
  const apart = new Map<string, PaperApart>();
  let held = 0;
  for (const file of all) {
    const why = apartOf(file);
    if (why === undefined) held += file.bytes;
    if (why !== undefined || held > mostBytes) apart.set(file.source, why ?? 'size');
  }
  // Each time round there is one file fewer.
  for (;;) {
    const parts = divisions.map(({ name, label, files }): PaperPart => {
      const own = files.map((file) => {
        const why = apart.get(file.source);
        return { name: file.name, pages: pagesOf(file), ...(why === undefined ? {} : { apart: words[why] }) };
      });
      return { name, label, files: own };
    });
    try {
      const { bytes, laying } = await writePaper(assessment, options, parts, (laid) =>
        insertedIn(all, laid.files, read),
      );
      const pages = laying.pages.length;
      const placed = all.flatMap((file, index) => {
        const at = laying.files[index];
        return at === undefined ? [] : [{ source: file.source, first: at + 1, last: at + pagesOf(file) }];
      });
      const changed =
        placed.length === 0 ? new Set<string>() : await changedIn({ bytes, pages, parts: placed }, all, read);
      const faulty = changed ?? new Set(placed.map(({ source }) => source));
      if (faulty.size > 0) {
        for (const source of faulty) apart.set(source, changed === undefined ? 'unreadable' : 'changed');
        continue;
      }
      const sha256 = await put(paperPath, bytes);
      const sides = options.singleSided ? 'single' : 'both';
      const left = [...apart].map(([source, why]) => ({ source, why }));
      return { path: paperPath, bytes: bytes.length, sha256, pages, sides, apart: left };
    } catch (error) {
      if (!(error instanceof Kept)) throw error;
      apart.set(error.source, error.why);
    }
  }
}

/** The files at the pages where they come to stand. */
function insertedIn(
  all: readonly AttachedFile[],
  places: readonly (number | undefined)[],
  read: (file: AttachedFile) => Promise<Uint8Array>,
): Inserted {
  const layers: Layers[] = [];
  const at = new Map<number, { readonly pages: number; add(document: PDFDocument): Promise<void> }>();
  all.forEach((file, index) => {
    const place = places[index];
    if (place === undefined) return;
    at.set(place, {
      pages: pagesOf(file),
      add: async (document) => {
        const before = document.getPageCount();
        const added = await add(document, layers, file, await read(file));
        if (added.apart !== undefined) throw new Kept(file.source, added.apart);
        for (const page of document.getPages().slice(before)) unmark(page);
      },
    });
  });
  return { at, finish: (document) => addLayers(document, layers) };
}
