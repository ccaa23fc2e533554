// Reads the directory of a compound file (doc, xls, ppt, msi, Office with a password), which all begin alike.
import { viewOf } from './probe.ts';

type CfbEntry = { readonly start: number; readonly bytes: number };

export type Cfb = {
  /** Whether a stream or storage of this name stands directly below the root; what is embedded deeper says nothing of the file itself. */
  readonly has: (name: string) => boolean;
  readonly isInstaller: boolean;
  /** Whether every sector that its streams lie in is there: a file that was cut off has lost some. */
  readonly isWhole: boolean;
  /** The first `most` bytes of a stream, fewer when it is shorter or damaged. */
  readonly bytesOf: (name: string, most: number) => Uint8Array | undefined;
};

/** Sectors below it are sectors of the file; what stands above ends a chain or marks a sector of tables. */
const lastSector = 0xfffffffa;
/** Length of the pieces that small streams lie in. */
const smallBytes = 64;
const entryBytes = 128;
const [rootType, streamType] = [5, 2];
/** The class of a Windows Installer package, first eight bytes. */
const installerClass = 0x000c1084n;
const mostEntries = 20_000;
const headerFatSectors = 109;

/** Names in a compound file do not differ by case ([MS-CFB] 2.6.4). */
const keyOf = (name: string): string => name.toUpperCase();

/** The directory of a compound file; none when it is cut off or damaged. Loops are bounded by the file's own size. */
export function readCfb(content: Uint8Array): Cfb | undefined {
  if (content.length < 512) return undefined;
  const view = viewOf(content);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const sectorBytes = 2 ** shift;
  const sectors = Math.ceil(content.length / sectorBytes);
  const perSector = sectorBytes / 4;
  const sector = (index: number): Uint8Array => content.subarray((index + 1) * sectorBytes, (index + 2) * sectorBytes);
  const isInside = (index: number): boolean => (index + 1) * sectorBytes < content.length;
  const word = (index: number, position: number): number | undefined => {
    const at = (index + 1) * sectorBytes + position * 4;
    return at + 4 <= content.length ? view.getUint32(at, true) : undefined;
  };

  const fat: number[] = [];
  for (let index = 0; index < headerFatSectors; index += 1) fat.push(view.getUint32(76 + index * 4, true));
  let more = view.getUint32(68, true);
  for (let left = Math.min(view.getUint32(72, true), sectors); left > 0 && more < lastSector; left -= 1) {
    for (let index = 0; index < perSector - 1; index += 1) fat.push(word(more, index) ?? lastSector);
    more = word(more, perSector - 1) ?? lastSector;
  }
  const nextOf = (index: number): number => {
    const table = fat[Math.floor(index / perSector)];
    return (table === undefined || table >= lastSector ? undefined : word(table, index % perSector)) ?? lastSector;
  };
  /** The first `most` sectors of a chain, as far as it goes. */
  const chainOf = (start: number, most: number): number[] => {
    const chain: number[] = [];
    const end = Math.min(most, sectors);
    for (let at = start; at < lastSector && chain.length < end; at = nextOf(at)) chain.push(at);
    return chain;
  };

  const directory = chainOf(view.getUint32(48, true), Math.ceil((mostEntries * entryBytes) / sectorBytes)).map(sector);
  const entryAt = (index: number): DataView | undefined => {
    const perDirectory = sectorBytes / entryBytes;
    const offset = (index % perDirectory) * entryBytes;
    const bytes = directory[Math.floor(index / perDirectory)]?.subarray(offset, offset + entryBytes);
    return bytes?.length === entryBytes ? viewOf(bytes) : undefined;
  };
  const placeOf = (entry: DataView): CfbEntry => ({
    start: entry.getUint32(116, true),
    bytes: entry.getUint32(120, true),
  });

  const top = entryAt(0);
  if (top === undefined || top.getUint8(66) !== rootType) return undefined;
  const root = new Map<string, CfbEntry>();
  const streams: CfbEntry[] = [];
  const below: number[] = [];
  const seen = new Set<number>();
  const visit = (first: number, isTop: boolean): void => {
    const open = [first];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const entry = seen.has(id) ? undefined : entryAt(id);
      seen.add(id);
      if (entry === undefined) continue;
      if (isTop) root.set(keyOf(nameOf(entry)), placeOf(entry));
      if (entry.getUint8(66) === streamType) streams.push(placeOf(entry));
      open.push(entry.getUint32(68, true), entry.getUint32(72, true));
      // Below the first storage nothing stands at the top.
      if (!isTop) open.push(entry.getUint32(76, true));
      else below.push(entry.getUint32(76, true));
    }
  };
  visit(top.getUint32(76, true), true);
  for (const first of below) visit(first, false);

  const leastLarge = view.getUint32(56, true);
  const holder = placeOf(top);
  const bytesOf = (name: string, most: number): Uint8Array | undefined => {
    const entry = root.get(keyOf(name));
    if (entry === undefined) return undefined;
    const bytes = Math.min(entry.bytes, most);
    const joined = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts).subarray(0, bytes);
    if (entry.bytes >= leastLarge) return joined(chainOf(entry.start, Math.ceil(bytes / sectorBytes)).map(sector));
    // Small streams lie in pieces inside the root's own stream.
    const holders = chainOf(holder.start, sectors);
    const tables = chainOf(view.getUint32(60, true), sectors);
    const parts: Uint8Array[] = [];
    for (let at = entry.start, left = Math.ceil(bytes / smallBytes); left > 0 && at < lastSector; left -= 1) {
      const inside = holders[Math.floor((at * smallBytes) / sectorBytes)];
      if (inside === undefined) break;
      const offset = (at * smallBytes) % sectorBytes;
      parts.push(sector(inside).subarray(offset, offset + smallBytes));
      const table = tables[Math.floor(at / perSector)];
      at = (table === undefined ? undefined : word(table, at % perSector)) ?? lastSector;
    }
    return parts.length === 0 ? undefined : joined(parts);
  };
  // What a table says of sectors that no stream has is of no account: some programs fill it with marks of any kind.
  const isThere = ({ start, bytes }: CfbEntry): boolean => {
    const due = Math.ceil(bytes / sectorBytes);
    const chain = chainOf(start, due);
    return chain.length === due && chain.every(isInside);
  };
  const isWhole =
    fat.slice(0, view.getUint32(44, true)).every((table) => table >= lastSector || isInside(table)) &&
    chainOf(view.getUint32(48, true), sectors).every(isInside) &&
    chainOf(view.getUint32(60, true), sectors).every(isInside) &&
    [holder, ...streams.filter(({ bytes }) => bytes >= leastLarge)].every(isThere);
  return {
    has: (name) => root.has(keyOf(name)),
    isInstaller: top.getBigUint64(80, true) === installerClass,
    isWhole,
    bytesOf,
  };
}

function nameOf(entry: DataView): string {
  const units = Math.max(0, Math.min(entry.getUint16(64, true), 64) / 2 - 1);
  let name = '';
  for (let index = 0; index < Math.floor(units); index += 1) {
    name += String.fromCharCode(entry.getUint16(index * 2, true));
  }
  return name;
}

/** `doc`, `xls`, `ppt`, `msi`, `encrypted` for Office with a password, `cfb` for anything else. */
export function cfbKind(cfb: Cfb): string {
  if (cfb.has('EncryptedPackage')) return 'encrypted';
  if (cfb.has('WordDocument')) return 'doc';
  if (cfb.has('Workbook') || cfb.has('Book')) return 'xls';
  if (cfb.has('PowerPoint Document')) return 'ppt';
  return cfb.isInstaller ? 'msi' : 'cfb';
}
