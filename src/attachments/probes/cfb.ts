// Reads the directory of a compound file (doc, xls, ppt, msi, Office with a password), which all begin alike.
import { viewOf } from './probe.ts';

type CfbEntry = { readonly start: number; readonly bytes: number };

export type Cfb = {
  /** Names directly below the root; what is embedded deeper says nothing of the file itself. */
  readonly root: ReadonlyMap<string, CfbEntry>;
  readonly isInstaller: boolean;
  /** Whether every sector that the file speaks of is there: a file that was cut off has lost some. */
  readonly isWhole: boolean;
  /** The first bytes of a stream, at most one sector. */
  readonly headOf: (name: string) => Uint8Array | undefined;
};

const lastSector = 0xfffffffa;
/** Length of the pieces that small streams lie in. */
const smallBytes = 64;
const freeSector = 0xffffffff;
const entryLength = 128;
/** The class of a Windows Installer package, first eight bytes. */
const installerClass = 0x000c1084n;
const mostEntries = 20_000;
const headerFatSectors = 109;

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
  /** The sector that is `steps` further in a chain. */
  const chained = (start: number, steps: number): number => {
    let index = start;
    for (let left = Math.min(steps, sectors); left > 0 && index < lastSector; left -= 1) index = nextOf(index);
    return index;
  };

  const directory: Uint8Array[] = [];
  let at = view.getUint32(48, true);
  for (; at < lastSector && directory.length * sectorBytes < mostEntries * entryLength; at = nextOf(at)) {
    if (directory.length > sectors) return undefined;
    directory.push(sector(at));
  }
  const entryAt = (index: number): DataView | undefined => {
    const perDirectory = sectorBytes / entryLength;
    const offset = (index % perDirectory) * entryLength;
    const bytes = directory[Math.floor(index / perDirectory)]?.subarray(offset, offset + entryLength);
    return bytes?.length === entryLength ? viewOf(bytes) : undefined;
  };

  const top = entryAt(0);
  if (top === undefined || top.getUint8(66) !== 5) return undefined;
  const root = new Map<string, CfbEntry>();
  const seen = new Set<number>();
  const open = [top.getUint32(76, true)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const entry = seen.has(id) ? undefined : entryAt(id);
    seen.add(id);
    if (entry === undefined) continue;
    root.set(nameOf(entry), { start: entry.getUint32(116, true), bytes: entry.getUint32(120, true) });
    open.push(entry.getUint32(68, true), entry.getUint32(72, true));
  }

  const headOf = (name: string): Uint8Array | undefined => {
    const entry = root.get(name);
    if (entry === undefined) return undefined;
    if (entry.bytes >= view.getUint32(56, true)) return sector(entry.start).subarray(0, entry.bytes);
    const parts: Uint8Array[] = [];
    for (let at = entry.start, left = sectorBytes / smallBytes; left > 0 && at < lastSector; left -= 1) {
      // Small streams lie in pieces inside the root's own stream.
      const holder = chained(top.getUint32(116, true), Math.floor((at * smallBytes) / sectorBytes));
      if (holder >= lastSector) break;
      const inside = (at * smallBytes) % sectorBytes;
      parts.push(sector(holder).subarray(inside, inside + smallBytes));
      const table = chained(view.getUint32(60, true), Math.floor(at / perSector));
      at = (table >= lastSector ? undefined : word(table, at % perSector)) ?? lastSector;
    }
    return parts.length === 0 ? undefined : Buffer.concat(parts).subarray(0, entry.bytes);
  };
  const tables = fat.slice(0, view.getUint32(44, true)).filter((table) => table < lastSector);
  const isInside = (index: number): boolean => (index + 1) * sectorBytes < content.length;
  const isWhole = tables.every((table, index) => {
    if (!isInside(table)) return false;
    // From the end: most sectors of a table are in use, and only the last of them can be missing.
    for (let position = perSector - 1; position >= 0; position -= 1) {
      if (word(table, position) !== freeSector) return isInside(index * perSector + position);
    }
    return true;
  });
  return { root, isInstaller: top.getBigUint64(80, true) === installerClass, isWhole, headOf };
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
  const { root } = cfb;
  if (root.has('EncryptedPackage')) return 'encrypted';
  if (root.has('WordDocument')) return 'doc';
  if (root.has('Workbook') || root.has('Book')) return 'xls';
  if (root.has('PowerPoint Document')) return 'ppt';
  return cfb.isInstaller ? 'msi' : 'cfb';
}
