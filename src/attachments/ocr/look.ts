// Looks for the applicant's name and credit code in scans, where no text can be searched; says so when it finds neither.

import { codeOf, isFileFault } from '../../files/fault.ts';
import { jpegsOf } from '../../files/pdf/scans.ts';
import type { Wanted } from '../../files/pdf/search.js';
import { readPlain } from '../../files/read.ts';
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import { folded } from '../evidence/fold.ts';
import type { AttachedFile, Inventory } from '../inventory-types.ts';
import { isNamed } from './named.ts';
import { openReader, type Reader } from './reader.ts';

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
  const own = new Set(names.map(folded));
  const files = [...slots.flatMap((slot) => slot.files), ...rows.map((row) => row.file)];
  const scans = [...new Map(files.map((file) => [file.source, file])).values()].filter(
    (file) => isScan(file) && (file.evidence.issued_to === undefined || own.has(folded(file.evidence.issued_to))),
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
