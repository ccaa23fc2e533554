// One entry of a zip as its headers describe it, and everything in those headers that an honest zip never has.
import type { Entry, LocalFileHeader } from 'yauzl';

/**
 * Why the headers of an entry are refused: `encrypted`, `method` (neither stored nor deflated), `encoding` (a name
 * beyond ASCII without the UTF-8 flag, or broken UTF-8), `header` (local and central header disagree, or point outside
 * the file), `link` (neither file nor folder), `ratio` (claims to unpack to more than deflate can), `alias` (an extra
 * field gives another name), `overlap` (shares its bytes with another entry).
 */
export type EntryFault = 'encrypted' | 'method' | 'encoding' | 'header' | 'link' | 'ratio' | 'alias' | 'overlap';

/** A file or folder of a zip. Sizes in bytes; `bytes` unpacked, as declared. */
export type ZipEntry = {
  /** As stored, with whatever separators it has; unreadable bytes as U+FFFD. */
  readonly name: string;
  /** The name as a Chinese Windows writes it, when its bytes are no UTF-8 and read as GBK: to be shown, not to be believed. */
  readonly foreign?: string;
  readonly folder: boolean;
  readonly bytes: number;
  readonly packed: number;
  /** As declared; what is unpacked is held against it. */
  readonly crc32: number;
  /** Whether its header carries a comment, which some programs show. */
  readonly commented: boolean;
  /** Whether one of its headers carries bytes that no packer writes: they unpack to nothing, and nobody sees them. */
  readonly laden: boolean;
  /** Permissions and kind as Unix writes them, and below them the attributes of DOS. */
  readonly attributes: number;
  readonly faults: readonly EntryFault[];
};

/** Where an entry lies in the zip, from its local header to the end of its data descriptor. */
export type Span = { readonly start: number; readonly data: number; readonly end: number };

const encryptedBit = 0x1;
const utf8Bit = 0x800;
/** Flag bits without a meaning: nobody sets them. */
const reservedBits = 0xd780;
/** The bits that change how an entry is read; the rest says how hard the packer tried. */
const readingBits = 0x1 | 0x8 | 0x40 | 0x800 | 0x2000 | 0xd780;
const unicodePath = 0x7075;
/** What packers write beside a name, with the most bytes each has: sizes beyond 4 GiB, times, owners, the mark of a jar. */
const usualExtras: ReadonlyMap<number, number> = new Map([
  [0x0001, 28],
  [0x000a, 32],
  [0x5455, 13],
  [0x5855, 12],
  [0x7855, 4],
  [0x7875, 19],
  [0xcafe, 0],
]);
/** Deflate packs at most 1032 bytes into one; the rest is room for tiny files. */
const greatestRatio = 1032;
const masked = 0xffffffff;

/** The name of an entry, and whether its bytes and flag allow only one reading. */
export function nameOf(entry: Entry): { name: string; foreign?: string; certain: boolean } {
  const raw = entry.fileNameRaw;
  const name = raw.toString('utf8');
  if (name.includes('\ufffd')) {
    const foreign = new TextDecoder('gb18030').decode(raw);
    if (!foreign.includes('\ufffd')) return { name, foreign, certain: false };
  }
  const ascii = raw.every((byte) => byte < 0x80);
  const flagged = (entry.generalPurposeBitFlag & utf8Bit) !== 0;
  return { name, certain: ascii || (flagged && Buffer.from(name, 'utf8').equals(raw)) };
}

function isLink(entry: Entry): boolean {
  const type = (entry.externalFileAttributes >>> 16) & 0xf000;
  return type !== 0 && type !== 0x8000 && type !== 0x4000;
}

/** The fields beside a name in one header: whether one gives another name, and whether one holds what no packer writes. */
export function extrasIn(area: Buffer): { readonly alias: boolean; readonly laden: boolean } {
  const seen = new Set<number>();
  let laden = false;
  let at = 0;
  while (area.length - at >= 4) {
    const [id, length] = [area.readUInt16LE(at), area.readUInt16LE(at + 2)];
    laden ||= seen.has(id) || length > (usualExtras.get(id) ?? -1);
    seen.add(id);
    at += 4 + length;
  }
  return { alias: seen.has(unicodePath), laden: laden || at !== area.length };
}

/** What is wrong with the central header alone. */
export function centralFaults(entry: Entry): EntryFault[] {
  const found: EntryFault[] = [];
  if ((entry.generalPurposeBitFlag & encryptedBit) !== 0) found.push('encrypted');
  else if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) found.push('method');
  else if (entry.compressionMethod === 0 && entry.compressedSize !== entry.uncompressedSize) found.push('header');
  if (!nameOf(entry).certain) found.push('encoding');
  if ((entry.generalPurposeBitFlag & reservedBits) !== 0) found.push('header');
  if (isLink(entry)) found.push('link');
  if (entry.uncompressedSize > entry.compressedSize * greatestRatio + 1024) found.push('ratio');
  if (extrasIn(entry.extraFieldRaw).alias) found.push('alias');
  return found;
}

/**
 * Whether both headers of an entry say the same. Before a data descriptor the local header may leave sizes at zero; a
 * size that needs eight bytes is masked in either; the version may grow to 4.5 when a stream turns out that large.
 */
export function sameHeaders(entry: Entry, local: LocalFileHeader, described: boolean): boolean {
  const same = (inLocal: number, inCentral: number): boolean =>
    inLocal === inCentral || inLocal === masked || (described && inLocal === 0);
  const version = local.versionNeededToExtract;
  return (
    local.fileName.equals(entry.fileNameRaw) &&
    local.compressionMethod === entry.compressionMethod &&
    (local.generalPurposeBitFlag & readingBits) === (entry.generalPurposeBitFlag & readingBits) &&
    local.lastModFileDate === entry.lastModFileDate &&
    local.lastModFileTime === entry.lastModFileTime &&
    (version === entry.versionNeededToExtract || (version < 45 && entry.versionNeededToExtract === 45)) &&
    (local.crc32 === entry.crc32 || (described && local.crc32 === 0)) &&
    same(local.compressedSize, entry.compressedSize) &&
    same(local.uncompressedSize, entry.uncompressedSize)
  );
}

/**
 * Length of the data descriptor at the start of `tail` (12, 16, 20 or 24 bytes: with or without its signature, sizes in
 * 4 or 8 bytes), or nothing when none of the four agrees with the central header.
 */
export function descriptorLength(entry: Entry, tail: Buffer): number | undefined {
  for (const signed of [true, false]) {
    for (const wide of [false, true]) {
      const at = signed ? 4 : 0;
      const length = at + (wide ? 20 : 12);
      if (tail.length < length || (signed && tail.readUInt32LE(0) !== 0x08074b50)) continue;
      const size = (offset: number): number =>
        wide ? Number(tail.readBigUInt64LE(offset)) : tail.readUInt32LE(offset);
      const agrees =
        tail.readUInt32LE(at) === entry.crc32 &&
        size(at + 4) === entry.compressedSize &&
        size(at + (wide ? 12 : 8)) === entry.uncompressedSize;
      if (agrees) return length;
    }
  }
  return undefined;
}
