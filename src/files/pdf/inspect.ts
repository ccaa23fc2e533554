// Looks into a PDF of a dossier on a thread of its own, which is ended when a file has made it run away.
import { patienceMs, threadOf } from '../thread.ts';
import type { Mention, Wanted } from './search.js';

/** Pages by number, from 1: how many, and the first stretches of them. */
export type PageSet = { readonly count: number; readonly ranges: readonly (readonly [number, number])[] };

/** What the pages have shown. A set is absent when no page belongs to it. */
export type PdfPages = {
  /** Pages looked at, from the first on; fewer than the file has when it was cut. */
  readonly seen: number;
  /** The first page, as shown, in mm; `varies` when a later one differs by more than 3 mm. */
  readonly paper?: { readonly width: number; readonly height: number; readonly varies: boolean };
  /** Degrees that the first page is turned clockwise when shown, when it is. */
  readonly rotation?: number;
  /** Whether there is any text; absent when none was found and pages are left. */
  readonly text?: boolean;
  /** Pages that show something which is not readable as text: pictures, and fonts that name no characters. */
  readonly unread: number;
  /** What was found of what was looked for; `none` only when all the text was read. */
  readonly mentions?: Mention | 'none';
  readonly unloadable?: PageSet;
  /** Nothing shows on them. */
  readonly empty?: PageSet;
  /** Larger than A3 or smaller than A6; the size is that of the first of them, in mm. */
  readonly odd?: PageSet & { readonly width: number; readonly height: number };
  /** A clear majority of their characters is shown turned; `turned` clockwise on the first of them. */
  readonly sideways?: PageSet & { readonly turned: number };
  /** One picture of too few pixels; `dpi` and `side` (pixels on the short side) of the coarsest. */
  readonly coarse?: PageSet & { readonly dpi: number; readonly side: number };
  /** A picture on them is cut off, or nothing can decode it. */
  readonly cutOff?: PageSet;
  /** Chinese on them is in a font that the file does not bring along; the name of the first such font, or nothing. */
  readonly strange?: PageSet & { readonly font: string };
  /** Pictures of an empty sheet; only looked for in depth. */
  readonly blank?: PageSet;
};

/**
 * Why not all pages of a file were looked at: it has too many, they hold too much in all, or one of them needs more
 * memory than a file is given, or makes the reader crash. Each is counted, so that it is the same everywhere.
 */
export type Cut = 'pages' | 'content' | 'memory' | 'crash';

/**
 * What a PDF is: too much when it needs more memory than a file is given; not inspected when its reader has run away or
 * was lost, which says nothing of the file. `damaged` means that its table had to be rebuilt, `destroyed` that its bytes were
 * taken for text and saved, `locked` that a certificate or a licence opens it.
 */
export type PdfReport =
  | (PdfPages & {
      readonly is: 'opened';
      readonly pages: number;
      readonly restricted: boolean;
      readonly damaged: boolean;
      /** The pages are no more than a cover: of a form that only Acrobat fills in, of a collection of files. */
      readonly cover?: 'form' | 'portfolio';
      readonly cut?: Cut;
    })
  | { readonly is: 'password' | 'locked' | 'destroyed' | 'broken' | 'not inspected' | 'too much' };

/** What is asked of a PDF. */
export type PdfQuestion = {
  /** Looked for in the text of all pages. */
  readonly wanted?: Wanted;
  /** Pictures that fill a page and have fewer pixels on their short side are coarse. */
  readonly leastSide: number;
  /** Pages that are pictures are rendered, to find empty ones. */
  readonly deep: boolean;
};

/** A file that the thread reads by itself, so that it is held once; it stays the caller's to close. */
export type OpenFile = { readonly fd: number; readonly bytes: number };

const thread = threadOf<PdfReport | Drawing | Reading>(new URL('./worker.js', import.meta.url));

/** Starts the thread ahead of the first PDF, so that loading pdfium costs no time of its own. */
export const warmUp = (): void => thread.warmUp();

/** Gives back the memory in which large PDFs were opened. */
export const easeMemory = (): Promise<void> => thread.ease();

/**
 * What a PDF is. Bytes are handed over to the thread and cannot be used afterwards. One file at a time; the thread
 * is used again for the next. `limit` in ms of work, for what has run away. Throws when the thread cannot be started at
 * all.
 */
export async function inspectPdf(
  content: Uint8Array<ArrayBuffer> | OpenFile,
  question: PdfQuestion,
  limit = question.deep ? 10 * patienceMs : patienceMs,
): Promise<PdfReport> {
  const handedOver = content instanceof Uint8Array ? [content.buffer] : [];
  const outcome = await thread.ask({ ...question, content }, limit, handedOver);
  return outcome.is === 'answered' ? (outcome.report as PdfReport) : { is: 'not inspected' };
}

/** What a page looks like, small and in grey; sides in points. */
export type DrawnPage = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };
/** Of the pages asked for; a page that cannot be drawn is nothing. */
type Drawing = { readonly is: 'drawn'; readonly pages: number; readonly drawn: readonly (DrawnPage | undefined)[] };

/** How many pages a PDF has, and what those look like, from 0; nothing when it cannot be told. The bytes are handed over. */
export async function drawPages(
  bytes: Uint8Array<ArrayBuffer>,
  pages: readonly number[],
): Promise<Omit<Drawing, 'is'> | undefined> {
  const outcome = await thread.ask({ content: bytes, drawn: pages }, patienceMs, [bytes.buffer]);
  return outcome.is === 'answered' && outcome.report.is === 'drawn' ? outcome.report : undefined;
}

type Reading = { readonly is: 'read'; readonly texts: readonly string[] };

/** The text of the first pages of a PDF, as far as so many characters of all; nothing when it cannot be opened. The bytes are handed over. */
export async function readPages(
  bytes: Uint8Array<ArrayBuffer>,
  wanted: { readonly pages: number; readonly characters: number },
): Promise<readonly string[] | undefined> {
  const outcome = await thread.ask({ content: bytes, read: wanted }, patienceMs, [bytes.buffer]);
  return outcome.is === 'answered' && outcome.report.is === 'read' ? outcome.report.texts : undefined;
}
