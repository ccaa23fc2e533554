// Where the entries of a zip lie: each byte of the file must belong to exactly one of them, or to the directory.
import type { Entry, ZipFile } from 'yauzl';
import { isFileFault } from '../fault.ts';
import { descriptorLength, type EntryFault, extrasIn, type Span, sameHeaders } from './entry.ts';

/** An entry with its place; no place when its local header cannot be read. `laden` as `ZipEntry` has it. */
export type Located = {
  readonly entry: Entry;
  readonly faults: EntryFault[];
  readonly laden: boolean;
  readonly span?: Span;
};

/** Reads the local header of an entry and finds where its bytes end; disagreement becomes the fault `header`. */
export async function locate(
  file: ZipFile,
  entry: Entry,
  faults: EntryFault[],
  bytes: (position: number, length: number) => Promise<Buffer>,
): Promise<Located> {
  const local = await file.readLocalFileHeaderPromise(entry).catch((error: unknown) => {
    if (isFileFault(error)) throw error;
  });
  const broken = (): EntryFault[] => (faults.includes('header') ? faults : [...faults, 'header']);
  const inDirectory = extrasIn(entry.extraFieldRaw);
  if (local === undefined) return { entry, faults: broken(), laden: inDirectory.laden };
  const beside = extrasIn(local.extraField);
  const laden = inDirectory.laden || beside.laden;
  // Programs that read a zip as it comes, without its directory, take the name from here.
  if (beside.alias && !faults.includes('alias')) faults.push('alias');
  const described = (entry.generalPurposeBitFlag & 0x8) !== 0;
  const data = local.fileDataStart;
  const end = data + entry.compressedSize;
  const length = described ? descriptorLength(entry, await bytes(end, 24)) : 0;
  const agrees = length !== undefined && sameHeaders(entry, local, described);
  const span = { start: entry.relativeOffsetOfLocalHeader, data, end: end + (length ?? 0) };
  return { entry, faults: agrees ? faults : broken(), laden, span };
}

const byStart = (a: { span: Span }, b: { span: Span }): number => a.span.start - b.span.start;
const placed = (listed: readonly Located[]): { faults: EntryFault[]; span: Span }[] =>
  listed.flatMap(({ faults, span }) => (span === undefined ? [] : [{ faults, span }])).sort(byStart);

/** Gives the fault `overlap` to every entry that begins inside another one. */
export function markOverlaps(listed: readonly Located[]): void {
  let reached = 0;
  for (const { faults, span } of placed(listed)) {
    if (span.start < reached) faults.push('overlap');
    reached = Math.max(reached, span.end);
  }
}

/** Whether there are bytes before the directory at `directory` that no entry owns, or entries that reach into it. */
export function straysOf(listed: readonly Located[], directory: number): boolean {
  let reached = 0;
  for (const { span } of placed(listed)) {
    if (span.start > reached) return true;
    reached = Math.max(reached, span.end);
  }
  return reached !== directory;
}

type Directory = { readonly start: number; readonly end: number; readonly size: number; readonly count: number };

/**
 * Whether the end record follows the directory at once, describes it truly and closes the file: no hidden entries, no
 * comment. The larger form for more than 4 GiB or 65,535 entries is a record, a locator and the end record.
 */
export async function endIsPlain(
  bytes: (position: number, length: number) => Promise<Buffer>,
  directory: Directory,
): Promise<boolean> {
  const { start, end, size, count } = directory;
  const wide = size - end === 98;
  if (!wide && size - end !== 22) return false;
  const tail = await bytes(end, size - end);
  const last = tail.subarray(tail.length - 22);
  const small = [
    [last.readUInt16LE(8), count, 0xffff],
    [last.readUInt16LE(10), count, 0xffff],
    [last.readUInt32LE(12), end - start, 0xffffffff],
    [last.readUInt32LE(16), start, 0xffffffff],
  ] as const;
  const plain = last.readUInt32LE(0) === 0x06054b50 && last.readUInt32LE(4) === 0 && last.readUInt16LE(20) === 0;
  if (!plain || !small.every(([is, due, mask]) => is === due || (wide && is === mask))) return false;
  if (!wide) return true;
  return (
    tail.readUInt32LE(0) === 0x06064b50 &&
    Number(tail.readBigUInt64LE(4)) === 44 &&
    Number(tail.readBigUInt64LE(24)) === count &&
    Number(tail.readBigUInt64LE(32)) === count &&
    Number(tail.readBigUInt64LE(40)) === end - start &&
    Number(tail.readBigUInt64LE(48)) === start &&
    tail.readUInt32LE(56) === 0x07064b50 &&
    Number(tail.readBigUInt64LE(64)) === end
  );
}

type Bytes = (position: number, length: number) => Promise<Buffer>;

/** Fields that one packer writes alike for every file: maker, attributes, disk (which the parser does not tell). */
const habitOf = (entry: Entry, disk: Buffer): string =>
  [entry.versionMadeBy, entry.internalFileAttributes, entry.externalFileAttributes, disk.toString('hex')].join(' ');

/** Offset of the disk number in a record of the directory, and the length of a record without its names and extras. */
const diskAt = 34;
const fixedLength = 46;

/**
 * Gives the fault `header` to the one file that differs from all others: a changed byte of the directory shows here
 * and nowhere else. A packer that writes a field differently for several files has no habit to compare with.
 */
export async function markOdd(listed: readonly Located[], directory: number, bytes: Bytes): Promise<void> {
  const habits: { faults: Located['faults']; habit: string }[] = [];
  let position = directory;
  for (const { entry, faults } of listed) {
    const disk = await bytes(position + diskAt, 2);
    if (entry.fileNameRaw.at(-1) !== 0x2f) habits.push({ faults, habit: habitOf(entry, disk) });
    position += fixedLength + entry.fileNameRaw.length + entry.extraFieldRaw.length + entry.fileCommentRaw.length;
  }
  const counts = new Map<string, number>();
  for (const { habit } of habits) counts.set(habit, (counts.get(habit) ?? 0) + 1);
  const odd = habits.filter(({ habit }) => counts.get(habit) === 1);
  if (habits.length < 3 || odd.length !== 1 || counts.size !== 2) return;
  for (const { faults } of odd) if (!faults.includes('header')) faults.push('header');
}
