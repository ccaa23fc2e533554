// The folders that may be read: names as they stand on disk, nothing outside the root, links followed only inside it.
import { join, relative, resolve, sep } from 'node:path';
import { codeOf, isFileFault } from '../files/fault.ts';
import { isNothing, membersOf, realPath, see, stands } from '../files/folder.ts';
import type { Identity } from '../files/read.ts';
import { isBelow } from '../files/write.ts';
import { pathKey } from './names.ts';
import type { Tell } from './tell.ts';

/** The dossier's folder and the folder below which files may be read, both without links. */
export type Room = { readonly folder: string; readonly root: string };

/** A file that exists, is a plain file and stands below the root. `absolute` has no links. */
export type FoundFile = {
  readonly source: string;
  readonly absolute: string;
  readonly bytes: number;
  readonly identity?: Identity;
};

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

type Names = Promise<ReadonlyMap<string, string>>;
/** What folders hold, read once a run: a hostile dossier asks for thousands of paths that are not there. */
const read = new WeakMap<Room, Map<string, Names>>();

/** The names in a folder as the disk spells them, by what they come down to; none when it cannot be listed. */
function namesIn(room: Room, folder: string): Names {
  const known = read.get(room) ?? new Map<string, Names>();
  read.set(room, known);
  const names =
    known.get(folder) ??
    membersOf(folder).then(
      (members) => new Map([...members].reverse().map(({ name }) => [pathKey(name), name])),
      () => new Map<string, string>(),
    );
  known.set(folder, names);
  return names;
}

/** The path as the disk spells it (macOS keeps names in NFD, some hold unseen characters), or none when nothing stands there. */
export async function spelled(room: Room, path: string): Promise<string | undefined> {
  // What cannot be told is found out, and said, by who opens it.
  if (await stands(path).catch(isFileFault)) return path;
  let at = room.root;
  for (const part of relative(room.root, path).split(sep).map(pathKey)) {
    const here = await real(at);
    // What stands behind a link out of the root is not even listed.
    if (here === undefined || !isInside(room, here)) return here === undefined ? undefined : at;
    const name = (await namesIn(room, here)).get(part);
    if (name === undefined) return undefined;
    at = join(at, name);
  }
  return at;
}

/** The plain file at a path that exists; says why when there is none. `shown` is how to name it. */
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
