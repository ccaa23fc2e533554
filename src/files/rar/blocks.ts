// Walks the blocks of a RAR to its end: unrar takes a file that was cut off for a shorter one, and a bold size for a true one.
import { patienceMs, threadOf } from '../thread.ts';

/** What a RAR lists. `names` are the files in it, folders left out, each cut to its last 260 characters. */
export type RarListing = {
  readonly is: 'listed';
  readonly names: readonly string[];
  /** Some or all of its files need a password. */
  readonly encrypted: boolean;
  /** It is one part of several, and cannot be unpacked without the others. */
  readonly volume: boolean;
  /** There are more entries than are looked at. */
  readonly more: boolean;
};

/**
 * `password`: not even the names can be read; `not inspected`: its reader has run away or was lost, which says nothing
 * of the file; `unchecked`: the reader is not installed.
 */
export type RarReport = RarListing | { readonly is: 'password' | 'broken' | 'not inspected' | 'unchecked' };

/** An open file and its length. It stays open until the report is there; the caller closes it. */
export type RarFile = {
  readonly fd: number;
  readonly bytes: number;
  /** Its files are listed and not unpacked: that would take more memory than a file is given. */
  readonly listOnly?: boolean;
};

/** What a RAR is; throws nothing. `limit` in ms of work, for what has run away. */
export type InspectRar = (file: RarFile, limit?: number) => Promise<RarReport>;

/** Inspects with the reader that `script`, the code of the thread, finds beside it. */
export function inspectorOf(script: URL): InspectRar {
  const thread = threadOf<RarReport>(script);
  return async ({ fd, bytes, listOnly = false }, limit = patienceMs) => {
    const outcome = await thread.ask({ fd, bytes, listOnly }, limit).catch(() => undefined);
    if (outcome === undefined) return { is: 'unchecked' };
    return outcome.is === 'answered' ? outcome.report : { is: 'not inspected' };
  };
}

const script = new URL('./worker.js', import.meta.url);

export const inspectRar: InspectRar = inspectorOf(script);

/** The files of a RAR with what is in them, folders left out; or why they cannot be had. */
export type RarFiles =
  | { readonly is: 'unpacked'; readonly files: readonly { readonly name: string; readonly content: Uint8Array }[] }
  | { readonly is: 'password' | 'broken' | 'volume' | 'large' | 'not inspected' | 'unchecked' };

/** Unpacks an open RAR into memory, within bounds; throws nothing. */
export async function unpackRar({ fd, bytes }: RarFile): Promise<RarFiles> {
  const outcome = await threadOf<RarFiles>(script)
    .ask({ fd, bytes, listOnly: false, unpack: true }, patienceMs)
    .catch(() => undefined);
  if (outcome === undefined) return { is: 'unchecked' };
  return outcome.is === 'answered' ? outcome.report : { is: 'not inspected' };
}

const version4 = 'Rar!\u001a\u0007\u0000';
const version5 = 'Rar!\u001a\u0007\u0001\u0000';

/** Part of a file: at least `least` bytes from `position` on, fewer only where it ends; and its whole length. */
export type Parts = { readonly bytes: number; at(position: number, least: number): Buffer };

/** More than the numbers at the start of a block take, and its name. */
const blockStart = 4096;

/**
 * What the blocks of a RAR say: whether they reach to the end they announce; the memory in bytes that unpacking asks for;
 * the names of its files where some are not UTF-8, read as the GBK of a Chinese Windows.
 */
export type Blocks = { whole: boolean; memory: number; foreign: string[]; names: string[] };

/** A name as its bytes say it, and whether they are UTF-8. */
function nameOf(bytes: Buffer, blocks: Blocks): void {
  const name = bytes.toString('utf8');
  const isForeign = name.includes('\ufffd');
  const read = isForeign ? new TextDecoder('gb18030').decode(bytes) : name;
  blocks.names.push(read);
  if (isForeign) blocks.foreign.push(read);
}

/** A number of RAR 5, seven bits a byte, and where it ends; none when the content ends inside. */
function numberAt(content: Buffer, at: number): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  for (let index = 0; index < 10; index += 1) {
    const byte = content[at + index];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  return undefined;
}

const [file5, encryption5, end5] = [2, 4, 5];
const leastDictionary5 = 128 * 1024;

/** Reads what the header of a file says behind the numbers that each block has: `at` is where they end. */
function readFile5(block: Buffer, at: number, blocks: Blocks): void {
  const flags = numberAt(block, at);
  const size = flags && numberAt(block, flags.end);
  const attributes = size && numberAt(block, size.end);
  if (flags === undefined || attributes === undefined) return;
  const method = numberAt(
    block,
    attributes.end + ((flags.value & 2) === 0 ? 0 : 4) + ((flags.value & 4) === 0 ? 0 : 4),
  );
  const system = method && numberAt(block, method.end);
  const length = system && numberAt(block, system.end);
  if (method === undefined || length === undefined) return;
  // Four bits of a power of two, a fifth since version 7.
  blocks.memory = Math.max(blocks.memory, leastDictionary5 * 2 ** ((method.value >> 10) & 31));
  const name = block.subarray(length.end, length.end + length.value);
  if ((flags.value & 1) === 0 && name.length === length.value) nameOf(name, blocks);
}

function walk5(parts: Parts, blocks: Blocks): boolean {
  let at = version5.length;
  while (at < parts.bytes) {
    const block = parts.at(at, blockStart);
    const size = numberAt(block, 4);
    const type = size && numberAt(block, size.end);
    const flags = type && numberAt(block, type.end);
    if (size === undefined || type === undefined || flags === undefined) return false;
    const header = at + size.end + size.value;
    if (header > parts.bytes) return false;
    if (type.value === encryption5 || type.value === end5) return true;
    const extra = (flags.value & 1) === 0 ? flags : numberAt(block, flags.end);
    const data = extra === undefined || (flags.value & 2) === 0 ? undefined : numberAt(block, extra.end);
    const told = (flags.value & 2) === 0 ? extra : data;
    if (type.value === file5 && told !== undefined) readFile5(block, told.end, blocks);
    at = header + (data?.value ?? 0);
  }
  return false;
}

const main4 = 0x73;
const file4 = 0x74;
const end4 = 0x7b;
/** Flags of a file: larger than 4 GiB, a name in two forms; a folder has all bits of the size of a dictionary. */
const [large4, unicode4, folder4] = [0x100, 0x200, 0xe0];

function walk4(parts: Parts, blocks: Blocks): boolean {
  let at = version4.length;
  for (let block = parts.at(at, blockStart); block.length >= 7; block = parts.at(at, blockStart)) {
    const type = block.readUInt8(2);
    const flags = block.readUInt16LE(3);
    const size = block.readUInt16LE(5);
    if (size < 7 || at + size > parts.bytes) return false;
    if (type === end4 || (type === main4 && (flags & 0x80) !== 0)) return true;
    const low = (flags & 0x8000) !== 0 && size >= 11 ? block.readUInt32LE(7) : 0;
    const high = type === file4 && (flags & large4) !== 0 && size >= 36 ? block.readUInt32LE(32) : 0;
    const start = (flags & large4) === 0 ? 32 : 40;
    if (type === file4 && size >= start && (flags & folder4) !== folder4) {
      const name = block.subarray(start, start + block.readUInt16LE(26));
      // The first of two forms is of the system that packed it, the second is read by unrar.
      if ((flags & unicode4) === 0) nameOf(name, blocks);
      else blocks.names.push('');
    }
    at += size + low + high * 2 ** 32;
  }
  // Before version 3, and with a switch today, nothing marks the end.
  return at === parts.bytes && at > version4.length;
}

/** What the blocks of a RAR say; when its headers are encrypted, whether they begin. */
export function blocksOf(parts: Parts): Blocks {
  const blocks: Blocks = { whole: false, memory: 0, foreign: [], names: [] };
  const start = parts.at(0, blockStart).subarray(0, version5.length).toString('latin1');
  if (start === version5) blocks.whole = walk5(parts, blocks);
  else if (start.startsWith(version4)) blocks.whole = walk4(parts, blocks);
  return blocks;
}
