// The folders that may be read: names as they stand on disk, nothing outside the root, links followed only inside it.
import { join, relative, resolve, sep } from 'node:path';
import { codeOf, isFileFault } from '../files/fault.ts';
import { isBelow, isNothing, membersOf, realPath, see, stands } from '../files/folder.ts';
import type { FoundFile } from './inventory-types.ts';
import { nameKey, pathKey } from './names.ts';
import type { Tell } from './tell.ts';

/** The dossier's folder and the folder below which files may be read, both without links. */
export type Room = { readonly folder: string; readonly root: string };

/** Throws the system's error when one of the folders does not exist. */
export const openRoom = async (folder: string, root: string): Promise<Room> => ({
  folder: await realPath(folder),
  root: await realPath(root),
});

/** Whether an absolute path is the root or stands below it, by its spelling. */
export const isInside = (room: Room, path: string): boolean => isBelow(path, room.root);

/** A path as findings and bundles show it: relative to the dossier's folder, with `/`, NFC. */
export const sourceOf = (room: Room, path: string): string =>
  (relative(room.folder, path) || '.').split(sep).join('/').normalize('NFC');

/** The path without links; nothing when nothing stands there. Throws a FileFault when that cannot be told. */
export const real = (path: string): Promise<string | undefined> =>
  realPath(path).catch((error: unknown) => {
    if (isNothing(error)) return undefined;
    throw error;
  });

/** What a folder holds, as the disk spells it: by the letter, by what names come down to, and without case where that is one name. */
type Names = { readonly exact: ReadonlySet<string>; readonly other: (part: string) => string | undefined };
/** A folder without links that stands inside, and its names where it can be listed. */
type Listed = { readonly here: string; readonly names: Names | undefined } | 'nothing' | 'outside';
/** What folders hold, read once a run: a hostile dossier asks for thousands of paths that are not there. */
const read = new WeakMap<Room, Map<string, Promise<Listed>>>();

/** The form in which names are one name on a disk that knows no case. */
const caseKey = (name: string): string => nameKey(pathKey(name));

function namesOf(members: readonly string[]): Names {
  // Most paths are written as the disk has them.
  let asked: ReturnType<typeof foldedOf> | undefined;
  const other = (part: string): string | undefined => {
    asked ??= foldedOf(members);
    return asked.alike.get(pathKey(part)) ?? asked.folded.get(caseKey(part));
  };
  return { exact: new Set(members), other };
}

function foldedOf(members: readonly string[]) {
  const alike = new Map([...members].reverse().map((name) => [pathKey(name), name]));
  const folded = new Map<string, string | undefined>();
  // Of two that differ in case only, none is meant by a third spelling.
  for (const [key, name] of alike) folded.set(nameKey(key), folded.has(nameKey(key)) ? undefined : name);
  return { alike, folded };
}

function list(room: Room, folder: string): Promise<Listed> {
  const known = read.get(room) ?? new Map<string, Promise<Listed>>();
  read.set(room, known);
  const listed = known.get(folder) ?? listAnew(room, folder);
  known.set(folder, listed);
  return listed;
}

async function listAnew(room: Room, folder: string): Promise<Listed> {
  const here = await real(folder);
  if (here === undefined) return 'nothing';
  // What stands behind a link out of the root is not even listed.
  if (!isInside(room, here)) return 'outside';
  const names = await membersOf(here).then(
    (members) => namesOf(members.map(({ name }) => name)),
    () => undefined,
  );
  return { here, names };
}

/**
 * The path as the disk spells it, on every system alike, or none when nothing stands there: macOS keeps names in NFD, some
 * hold unseen characters, Windows takes any case, and short and trimmed names that no other system knows.
 */
export async function spelled(room: Room, path: string): Promise<string | undefined> {
  let at = room.root;
  for (const part of relative(room.root, path).split(sep).filter(Boolean)) {
    const listed = await list(room, at);
    if (listed === 'nothing') return undefined;
    if (listed === 'outside') return at;
    const { names } = listed;
    // What cannot be told is found out, and said, by who opens it.
    if (names === undefined) return (await stands(path).catch(isFileFault)) ? path : undefined;
    const name = names.exact.has(part) ? part : names.other(part);
    if (name === undefined) return (await stands(path).then(() => false, isFileFault)) ? path : undefined;
    at = join(at, name);
  }
  return at;
}

/** Whether two spellings of a path differ in more than what nobody sees. */
export const isOtherCase = (path: string, disk: string): boolean =>
  pathKey(path) !== pathKey(disk) && caseKey(path) === caseKey(disk);

/**
 * The plain file at a path that exists and stands below the root, without links; says why when there is none. `shown` is
 * how to name it.
 */
export async function settle(room: Room, path: string, shown: string, tell: Tell): Promise<FoundFile | undefined> {
  try {
    const absolute = await real(path);
    if (absolute === undefined) {
      // The disk has it under bytes that are no text, which no program can ask for by its name.
      if (shown.includes('\ufffd')) tell('file-unreadable', { file: shown, reason: 'name not UTF-8' });
      else tell('file-missing', { file: shown, glob: false });
      return undefined;
    }
    if (!isInside(room, absolute)) {
      tell('file-outside', { file: shown, why: 'link' });
      return undefined;
    }
    const { kind, bytes, identity } = await see(absolute);
    if (kind === 'file') return { source: sourceOf(room, path), absolute, bytes, identity };
    if (kind === 'folder') tell('file-is-folder', { file: shown });
    else tell('file-unreadable', { file: shown, reason: 'not a regular file' });
  } catch (error) {
    tell('file-unreadable', { file: shown, reason: codeOf(error) });
  }
  return undefined;
}

const byName = (a: string, b: string): number => {
  const [left, right] = [a.normalize('NFC'), b.normalize('NFC')];
  return left < right ? -1 : left > right ? 1 : a < b ? -1 : a > b ? 1 : 0;
};

/**
 * Paths of the files below a folder, relative to it, with `/`, spelled as on disk, in order. Names that begin with a
 * dot are left out; links are listed, never walked. `depth` 1 is the folder itself.
 */
export async function filesBelow(
  room: Room,
  folder: string,
  tell: Tell,
  depth = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const files: string[] = [];
  const open = [{ way: '', left: depth }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { way, left } = one;
    const path = resolve(folder, way);
    const members = await membersOf(path).catch((error: unknown) => {
      tell('file-unreadable', { file: sourceOf(room, path), reason: codeOf(error) });
      return [];
    });
    for (const { name, kind } of members) {
      if (name.startsWith('.')) continue;
      const inside = way === '' ? name : `${way}/${name}`;
      if (kind !== 'folder') files.push(inside);
      else if (left > 1) open.push({ way: inside, left: left - 1 });
    }
  }
  return files.sort(byName);
}
