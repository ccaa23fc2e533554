// Looks for the applicant's name and credit code in scans, where no text can be searched; says so when it finds neither.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { codeOf, isFileFault } from '../../files/fault.ts';
import { jpegsOf } from '../../files/pdf/document.ts';
import { printed } from '../../files/pdf/fold.js';
import type { Wanted } from '../../files/pdf/search.js';
import { readPlain } from '../../files/read.ts';
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import { Stop } from '../../findings/stop.ts';
import type { AttachedFile, Inventory } from '../inventory-types.ts';

/** Pages of a PDF that are read: whom a paper is issued to stands in front. */
const mostPages = 3;
/** Larger pictures and files take too long. */
const mostPixels = 40_000_000;
const mostBytes = 60_000_000;

type Looking = {
  readonly signal?: AbortSignal;
  readonly open?: () => Promise<Reader>;
};

/** Whether a file is a scan that stands upright and is small enough to be read. */
function isScan({ format, traits, bytes }: AttachedFile): boolean {
  const { width, height, orientation = 1, rotation, text } = traits;
  if (bytes > mostBytes || orientation !== 1) return false;
  if (format === 'pdf') return text === false && rotation === undefined;
  return (format === 'jpg' || format === 'png') && width !== undefined && width * (height ?? 0) <= mostPixels;
}

async function picturesOf({ absolute, identity, format }: AttachedFile): Promise<readonly Uint8Array[]> {
  const bytes = await readPlain(absolute, mostBytes, { plainName: true, as: identity });
  return format === 'pdf' ? jpegsOf(bytes, { most: mostPages, mostPixels }) : [bytes];
}

/** What one file has to be told of. */
async function look(reader: Reader, file: AttachedFile, names: readonly string[]): Promise<Finding[]> {
  let read = 0;
  let pictures: readonly Uint8Array[];
  try {
    pictures = await picturesOf(file);
  } catch (error) {
    if (!isFileFault(error)) throw error;
    return [report('file-unreadable', { file: file.source, reason: codeOf(error) }, file.at)];
  }
  for (const picture of pictures) {
    const reading = await reader.read(picture);
    if (reading.is === 'not inspected') return [report('not-inspected', { file: file.source }, file.at)];
    if (reading.is === 'unreadable') continue;
    read += 1;
    if (isNamed(reading.text, names)) return [];
  }
  // Where nothing could be read, nothing is known to be absent.
  return read === 0 ? [] : [report('ocr-name-absent', { file: file.source, pages: read }, file.at)];
}

/** Notes on the scans of an inventory; of what was read never more than notes, because machines misread. `open` gives the reader. */
export async function lookAtScans(
  { slots, rows }: Inventory,
  { name, code, former = [] }: Wanted,
  { signal, open = openReader }: Looking = {},
): Promise<Finding[]> {
  const names = [name, code, ...former].filter((one) => one !== undefined);
  const own = new Set(names.map(printed));
  const files = [...slots.flatMap((slot) => slot.files), ...rows.map((row) => row.file)];
  const scans = [...new Map(files.map((file) => [file.source, file])).values()].filter(
    (file) => isScan(file) && (file.evidence.issued_to === undefined || own.has(printed(file.evidence.issued_to))),
  );
  if (scans.length === 0) return [];
  const reader = await open();
  try {
    const findings: Finding[] = [];
    for (const file of scans) {
      signal?.throwIfAborted();
      for (const one of await look(reader, file, names)) findings.push(one);
    }
    return findings;
  } finally {
    await reader.close();
  }
}

/** Share of the characters that may be misread; a short name must be read in full. */
const misreadShare = 0.15;
const shortestSigns = 4;

/** Fewest edits that turn `name` into some stretch of `text` (Sellers 1980). */
export function distanceIn(name: string, text: string): number {
  const wanted = [...name];
  let row = wanted.map((_, index) => index + 1);
  let best = wanted.length;
  for (const sign of text) {
    let diagonal = 0;
    let left = 0;
    row = row.map((above, index) => {
      const edits = Math.min(above + 1, left + 1, diagonal + (wanted[index] === sign ? 0 : 1));
      diagonal = above;
      left = edits;
      return edits;
    });
    best = Math.min(best, row.at(-1) ?? best);
  }
  return best;
}

/** Whether any of the names, or the code, stands in the text. */
export function isNamed(text: string, names: readonly string[]): boolean {
  const read = printed(text);
  return names.map(printed).some((name) => {
    const { length } = [...name];
    const allowed = length < shortestSigns ? 0 : Math.round(length * misreadShare);
    return length > 0 && distanceIn(name, read) <= allowed;
  });
}

/** How long one picture may take, in ms: the last defence against an engine that hangs. Pixels bound what is read. */
const patienceMs = 1_800_000;

/** What reads pictures: a worker of tesseract.js. */
type Engine = {
  recognize(image: Buffer): Promise<{ readonly data: { readonly text: string } }>;
  terminate(): Promise<unknown>;
};

export type Reading =
  | { readonly is: 'text'; readonly text: string }
  /** Its reader has run away. */
  | { readonly is: 'not inspected' }
  | { readonly is: 'unreadable' };

/** Reads one picture at a time; `close` ends its worker. */
export type Reader = { read(image: Uint8Array): Promise<Reading>; close(): Promise<void> };

/** The model stands in a package of its own, so that nothing is fetched from anywhere. */
async function start(): Promise<Engine> {
  const model = createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json');
  const { createWorker, OEM } = await import('tesseract.js');
  return createWorker(['chi_sim'], OEM.LSTM_ONLY, {
    langPath: join(dirname(model), '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined,
  });
}

const install = 'npm install -g tesseract.js @tesseract.js-data/chi_sim';

async function started(from: () => Promise<Engine>): Promise<Engine> {
  try {
    return await from();
  } catch (cause) {
    throw new Stop(
      'tesseract-missing',
      { message: '识别扫描件的文字（--ocr）要用 tesseract.js 和中文模型，还没有安装。', hint: `运行  ${install}` },
      {
        message: 'reading scans (--ocr) needs tesseract.js and its Chinese model, which are not installed.',
        hint: `Run  ${install}`,
      },
      { cause },
    );
  }
}

/** The answer, or `not inspected` when the limit comes first. */
async function within<T>(limit: number, answer: Promise<T>): Promise<T | 'not inspected'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'not inspected'>((resolve) => {
    timer = setTimeout(resolve, limit, 'not inspected');
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens a reader with one worker; one that has run away is ended and the next picture gets a fresh one. */
export async function openReader(limit = patienceMs, from: () => Promise<Engine> = start): Promise<Reader> {
  let engine: Engine | undefined = await started(from);
  return {
    async read(image) {
      engine ??= await started(from);
      const answer = engine.recognize(Buffer.from(image)).then(
        ({ data }): Reading => ({ is: 'text', text: data.text }),
        (): Reading => ({ is: 'unreadable' }),
      );
      const reading = await within(limit, answer);
      if (reading !== 'not inspected') return reading;
      await engine.terminate();
      engine = undefined;
      return { is: 'not inspected' };
    },
    async close() {
      await engine?.terminate();
      engine = undefined;
    },
  };
}
