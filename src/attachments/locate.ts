// Finds the files that a path or a pattern of the dossier means.

import { dirname, join, resolve } from 'node:path';
import { alternatives, isGlob, longestPath, matcher } from '../files/glob.ts';
import { distance } from '../findings/nearest.ts';
import { filesBelow, isInside, isOtherCase, type Room, settle, sourceOf, spelled } from './disk.ts';
import type { FoundFile } from './inventory-types.ts';
import { isSystemFile, nameKey, pathKey } from './names.ts';
import type { Tell } from './tell.ts';

const isAbsolutePath = (path: string): boolean => /^([A-Za-z]:)?[\\/]/.test(path);
const silent: Tell = () => {};

/** The path on disk of a path as written; says why when there is none that may be read. */
async function pathOf(room: Room, written: string, dossier: string, tell: Tell): Promise<string[]> {
  const path = resolve(room.folder, written);
  if (!isInside(room, path)) {
    tell('file-outside', { file: written, why: 'above' });
    return [];
  }
  const found = await spelled(room, path);
  if (found !== undefined) return [asOnDisk(room, path, found, tell)];
  const near = await nearTo(room, written, dossier);
  const folder = await missingFolder(room, path);
  tell('file-missing', {
    file: written,
    glob: false,
    ...(near === undefined ? {} : { near: near.path }),
    ...(near?.sole ? { sole: true as const } : {}),
    ...(folder === undefined ? {} : { folder }),
  });
  return [];
}

/** The path as the disk spells it; says so where that is another case. */
function asOnDisk(room: Room, path: string, disk: string, tell: Tell): string {
  if (isOtherCase(path, disk)) tell('file-case-differs', { file: sourceOf(room, path), disk: sourceOf(room, disk) });
  return disk;
}

/** The folder on the way to a path that is not there, the outermost one; none when only the file is missing. */
async function missingFolder(room: Room, path: string): Promise<string | undefined> {
  let missing: string | undefined;
  for (let at = dirname(path); isInside(room, at) && (await spelled(room, at)) === undefined; at = dirname(at)) {
    missing = at;
  }
  return missing === undefined ? undefined : sourceOf(room, missing);
}

/** Paths that are compared with what is there; of further ones nobody wants to know what was meant. */
const mostComparedPaths = 100;
type Known = { readonly files: Promise<readonly string[]>; asked: number };
const knownIn = new WeakMap<Room, Known>();

/** Listings of a run, by folder and depth: a hostile dossier has thousands of patterns. */
const listed = new WeakMap<Room, Map<string, Promise<readonly string[]>>>();

/** Names that patterns of a dossier are compared with, together; two hundred patterns for ten thousand files. */
const mostFittedNames = 2_000_000;
const fitted = new WeakMap<Room, number>();

/** The same as `filesBelow`; what cannot be listed is told of once. */
function listBelow(room: Room, folder: string, tell: Tell, depth: number): Promise<readonly string[]> {
  const known = listed.get(room) ?? new Map<string, Promise<readonly string[]>>();
  listed.set(room, known);
  const key = `${depth} ${folder}`;
  const listing = known.get(key) ?? filesBelow(room, folder, tell, depth);
  known.set(key, listing);
  return listing;
}

/** The file that was probably meant, and whether no other has the name that is written. What is there is listed once. */
async function nearTo(
  room: Room,
  written: string,
  dossier: string,
): Promise<{ readonly path: string; readonly sole: boolean } | undefined> {
  const known = knownIn.get(room) ?? { files: filesBelow(room, room.folder, silent), asked: 0 };
  knownIn.set(room, known);
  known.asked += 1;
  if (known.asked > mostComparedPaths) return undefined;
  const others = (await known.files).filter((file) => file !== dossier);
  const near = nearest(written, others);
  if (near === undefined) return undefined;
  const alike = others.filter((file) => sameKind(nameOf(file)) === sameKind(nameOf(written)));
  return { path: near.normalize('NFC'), sole: alike.length === 1 && alike[0] === near };
}

/** The spellings of an extension are one. */
const sameKind = (name: string): string => name.replace(/\.jpeg$/, '.jpg').replace(/\.tiff$/, '.tif');

/** Whether a path is a folder that may be listed; says so when it stands outside or cannot be read. */
async function isListable(room: Room, path: string, shown: string, tell: Tell): Promise<boolean> {
  let isFolder = false;
  await settle(room, path, shown, (code, args) => {
    if (code === 'file-is-folder') isFolder = true;
    else if (code === 'file-outside' || code === 'file-unreadable') tell(code, args);
  });
  return isFolder;
}

/** Paths on disk of the files that match a pattern without braces. */
async function pathsOf(room: Room, pattern: string, dossier: string, tell: Tell): Promise<string[]> {
  const segments = pattern.split('/');
  const first = segments.findIndex(isGlob);
  const rest = segments.slice(first);
  const start = resolve(room.folder, segments.slice(0, first).join('/'));
  // A way up behind a wildcard could leave the root, and would be walked before it could be refused.
  if (rest.includes('..') || !isInside(room, start)) {
    tell('file-outside', { file: pattern, why: 'above' });
    return [];
  }
  const folder = await spelled(room, start);
  if (folder === undefined || !(await isListable(room, folder, pattern, tell))) return [];
  asOnDisk(room, start, folder, tell);
  const depth = rest.includes('**') ? Number.POSITIVE_INFINITY : rest.length;
  const below = await listBelow(room, folder, tell, depth);
  const compared = (fitted.get(room) ?? 0) + below.length;
  if (compared > mostFittedNames) {
    tell('patterns-too-many', { pattern, limit: mostFittedNames });
    return [];
  }
  fitted.set(room, compared);
  const fits = matcher(rest.join('/'));
  return below
    .filter((file) => fits(pathKey(file)))
    .map((file) => join(folder, file))
    .filter((path) => sourceOf(room, path) !== dossier);
}

/** Files that were found plain, by path: several patterns may take the same one. */
const settled = new WeakMap<Room, Map<string, FoundFile>>();

/** The plain files at paths on disk, without those that a system put there; says what is wrong with the others. */
async function settleAll(room: Room, paths: readonly string[], tell: Tell): Promise<FoundFile[]> {
  const known = settled.get(room) ?? new Map<string, FoundFile>();
  settled.set(room, known);
  const files: FoundFile[] = [];
  for (const path of paths) {
    const before = known.get(path);
    if (before !== undefined) {
      files.push(before);
      continue;
    }
    const source = sourceOf(room, path);
    if (isSystemFile(source.slice(source.lastIndexOf('/') + 1))) {
      tell('file-system', { file: source });
      continue;
    }
    const file = await settle(room, path, source, tell);
    if (file === undefined) continue;
    known.set(path, file);
    files.push(file);
  }
  return files;
}

/**
 * The files of one entry, in order. A path that exists is taken as it is, whatever characters it holds; else `*`, `?`,
 * `[…]`, `{a,b}` and `**` are expanded. `dossier` is the name of the dossier's own file, which no pattern takes.
 */
export async function locate(room: Room, written: string, dossier: string, tell: Tell): Promise<FoundFile[]> {
  if (written.length > longestPath) {
    tell('path-too-long', { length: written.length, limit: longestPath });
    return [];
  }
  if (isAbsolutePath(written)) {
    tell('file-outside', { file: written, why: 'absolute' });
    return [];
  }
  const literal = resolve(room.folder, written);
  const found = isInside(room, literal) ? await spelled(room, literal) : undefined;
  if (found !== undefined) return settleAll(room, [asOnDisk(room, literal, found, tell)], tell);
  // Written on Windows.
  const pattern = written.replaceAll('\\', '/');
  const paths: string[] = [];
  let told = 0;
  const counting: Tell = (code, args) => {
    told += 1;
    tell(code, args);
  };
  for (const one of alternatives(pattern)) {
    for (const path of await (isGlob(one) ? pathsOf : pathOf)(room, one, dossier, counting)) paths.push(path);
  }
  if (paths.length === 0 && told === 0) {
    const first = pattern.split('/').findIndex(isGlob);
    const folder = await missingFolder(room, resolve(room.folder, ...pattern.split('/').slice(0, first), '*'));
    tell('file-missing', { file: written, glob: true, ...(folder === undefined ? {} : { folder }) });
  }
  return settleAll(room, [...new Set(paths)], tell);
}

/** The files below a folder, at any depth. */
export async function locateBelow(room: Room, folder: string, tell: Tell): Promise<FoundFile[]> {
  if (!(await isListable(room, folder, sourceOf(room, folder), tell))) return [];
  const paths = (await filesBelow(room, folder, tell)).map((file) => join(folder, file));
  return settleAll(room, paths, tell);
}

/** Characters of a path that are compared. */
const longestComparedSigns = 300;
const mostCandidates = 2000;

const between = (a: string, b: string): number =>
  distance(a.slice(0, longestComparedSigns), b.slice(0, longestComparedSigns));

const nameOf = (path: string): string => nameKey(path.slice(path.lastIndexOf('/') + 1));

/**
 * The one of `paths` whose name is nearest to that of `path`, then whose folder is; none when more than a third of the
 * name differs.
 */
function nearest(path: string, paths: readonly string[]): string | undefined {
  const name = nameOf(path);
  let best: { readonly path: string; readonly names: number; readonly paths: number } | undefined;
  for (const candidate of paths.slice(0, mostCandidates)) {
    const names = between(name, nameOf(candidate));
    if (names > Math.max(1, Math.floor([...name].length / 3)) || names > (best?.names ?? names)) continue;
    const whole = between(nameKey(path), nameKey(candidate));
    if (best === undefined || names < best.names || whole < best.paths) best = { path: candidate, names, paths: whole };
  }
  return best?.path;
}
