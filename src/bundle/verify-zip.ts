// What makes a zip hostile or ambiguous before a byte of it is unpacked.
import type { Zip, ZipEntry } from '../files/zip/zip.ts';
import type { UnsafeEntry } from '../findings/areas/bundle.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { safeName, twinKey } from './names.ts';

/** More than this is not unpacked: 300 files of the 50 MiB that a portal takes are 15 GiB. */
const mostBytes = 16 * 1024 ** 3;

/** Findings about a bundle point into it: the path of an entry, at its start. */
export const placeIn = (file: string): Place => ({ file, path: '', line: 1, column: 1, endLine: 1, endColumn: 1 });

/** A name that a terminal shows as it is. */
export const shown = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');

/** Why a path must not be unpacked, if so. */
export function pathFault(path: string): UnsafeEntry | undefined {
  if (path.startsWith('/') || path.startsWith('\\\\') || /^[A-Za-z]:/.test(path)) return 'absolute';
  const parts = path.split(/[\\/]/);
  if (parts.some((part) => part === '..' || part === '.' || part === '')) return 'traversal';
  if (path.includes('\\')) return 'backslash';
  return parts.every((part) => safeName(part) === part) ? undefined : 'name';
}

/** Of Unix: runs as its owner, as its group, sticky; of DOS: hidden, system, a disk's label. No document has them. */
const odd = (0o7000 << 16) | 0x0e;

function faultOf(entry: ZipEntry): UnsafeEntry | undefined {
  const path = entry.folder ? entry.name.slice(0, -1) : entry.name;
  const filled = entry.folder && entry.bytes > 0;
  const fault = pathFault(path) ?? entry.faults[0] ?? (filled ? 'header' : undefined);
  if (fault !== undefined) return fault;
  if ((entry.attributes & odd) !== 0) return 'mode';
  if (entry.commented) return 'comment';
  return entry.laden ? 'laden' : undefined;
}

/** Files and folders, named or only implied, that are one on Windows or macOS; a file and a folder too. */
function twins(entries: readonly ZipEntry[]): Finding[] {
  const folders = new Set<string>();
  for (const { name } of entries) {
    const parts = name.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) folders.add(`${parts.slice(0, depth).join('/')}/`);
  }
  const files = entries.filter((entry) => !entry.folder).map(({ name }) => name);
  const seen = new Map<string, string>();
  const found: Finding[] = [];
  for (const name of [...files, ...folders]) {
    const key = twinKey(name.replace(/\/$/, ''));
    const other = seen.get(key);
    if (other === undefined) seen.set(key, name);
    else {
      const args = { file: shown(name), other: shown(other) };
      found.push(report('bundle-entry-twice', args, placeIn(args.file)));
    }
  }
  return found;
}

/**
 * How many names are written as another program writes them, when that is all that is wrong: every name that is not
 * UTF-8 by its flag is a plain path, and no entry has another fault.
 */
function rezipped(entries: readonly ZipEntry[]): Finding | undefined {
  const names: string[] = [];
  for (const entry of entries) {
    const name = entry.foreign ?? entry.name;
    if (!entry.faults.includes('encoding')) {
      if (faultOf(entry) !== undefined) return undefined;
      continue;
    }
    const path = entry.folder ? name.slice(0, -1) : name;
    const isPlain = entry.faults.length === 1 && (entry.attributes & odd) === 0 && !entry.commented && !entry.laden;
    if (!isPlain || pathFault(path.normalize('NFC')) !== undefined) return undefined;
    names.push(shown(name));
  }
  const [first] = names;
  if (first === undefined || names.length < 2) return undefined;
  return report('bundle-rezipped', { file: first, count: names.length }, placeIn(first));
}

/** Of what a zip holds instead. */
const mostNamed = 3;

/** What packers do to any zip, without harm in mind. */
const usual: ReadonlySet<UnsafeEntry | undefined> = new Set([undefined, 'encoding', 'method', 'name']);

/** Whether a name is one of those that every bundle has, wherever its folder lies. */
const isOfBag = (name: string): boolean => /(?:^|\/)(?:bagit\.txt|manifest-sha256\.txt|assessment\.json)$/.test(name);

/** What a harmless zip holds instead of a bundle, or where it holds it. */
function otherwise(zip: Zip, file: string): Finding | undefined {
  const names = zip.entries.flatMap(({ folder, name, foreign }) => (folder ? [] : [shown(foreign ?? name)]));
  const bag = names.filter((name) => name.endsWith('bagit.txt'));
  const [only] = bag;
  const isElsewhere = bag.length === 1 && only !== undefined && only.split('/').length !== 2;
  if (isElsewhere) return report('bundle-rezipped', { file: only }, placeIn(file));
  if (names.length === 0 || names.some(isOfBag)) return undefined;
  const none = (what: 'zips' | 'dossier' | 'papers', files: readonly string[]): Finding =>
    report('bundle-none', { what, files: files.slice(0, mostNamed), count: files.length }, placeIn(file));
  const dossiers = names.filter((name) => /(?:^|\/)dossier\.yaml$/.test(name));
  if (dossiers.length > 0) return none('dossier', dossiers);
  const zips = names.filter((name) => /\.zip$/i.test(name));
  const isOfZips = zips.length > 0 && names.every((name) => /\.(?:zip|minisig|txt)$/i.test(name));
  return isOfZips ? none('zips', zips) : none('papers', names);
}

/** Everything for which a zip is refused unread. `file` is the name of the zip itself. */
export function structureFindings(zip: Zip, file: string): Finding[] {
  const total = zip.entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const faults = zip.entries.map((entry) => [shown(entry.foreign ?? entry.name), faultOf(entry)] as const);
  const doubles = twins(zip.entries);
  const other = otherwise(zip, file);
  if (other !== undefined && doubles.length === 0 && total <= mostBytes && faults.every(([, why]) => usual.has(why)))
    return [other];
  const again = rezipped(zip.entries);
  if (again !== undefined) return [again];
  // Who locks a zip locks all of it, and writes its names in a way of their own.
  const locked = faults.some(([, why]) => why === 'encrypted');
  const unsafe = faults.flatMap(([name, why]) =>
    why === undefined || (locked && (why === 'encrypted' || why === 'encoding'))
      ? []
      : [report('bundle-entry-unsafe', { file: name, why }, placeIn(name))],
  );
  const password = locked ? [report('bundle-entry-unsafe', { file, why: 'encrypted' }, placeIn(file))] : [];
  const found: Finding[] = [...password, ...unsafe, ...doubles];
  if (zip.strays && found.length === 0) found.push(report('bundle-stray-bytes', {}, placeIn(file)));
  if (total > mostBytes) found.push(report('bundle-too-large', { what: 'bytes', limit: mostBytes }, placeIn(file)));
  return found;
}
