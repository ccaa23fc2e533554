// The folders that may be read: names as they stand on disk, nothing outside the root, links followed only inside it.
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathKey } from './names.ts';
import type { Tell } from './tell.ts';

/** The dossier's folder and the folder below which files may be read, both without links. */
export type Room = { readonly folder: string; readonly root: string };

/** A file that exists, is a plain file and stands below the root. `absolute` has no links. */
export type FoundFile = { readonly source: string; readonly absolute: string; readonly bytes: number };

/** Throws the system's error when one of the folders does not exist. */
export const openRoom = async (folder: string, root: string): Promise<Room> => ({
  folder: await realpath(folder),
  root: await realpath(root),
});

/** Whether an absolute path is the root or stands below it, by its spelling. */
export function isInside(room: Room, path: string): boolean {
  const way = relative(room.root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** A path as findings and bundles show it: relative to the dossier's folder, with `/`, NFC. */
export const sourceOf = (room: Room, path: string): string =>
  (relative(room.folder, path) || '.').split(sep).join('/').normalize('NFC');

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

async function real(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

/** The path as the disk spells it (macOS keeps names in NFD, some hold unseen characters), or none when nothing stands there. */
export async function spelled(room: Room, path: string): Promise<string | undefined> {
  if (await lstat(path).catch(() => undefined)) return path;
  let at = room.root;
  for (const part of relative(room.root, path).split(sep).map(pathKey)) {
    const here = await real(at);
    // What stands behind a link out of the root is not even listed.
    if (here === undefined || !isInside(room, here)) return here === undefined ? undefined : at;
    const names = await readdir(here).catch(() => []);
    const name = names.find((one) => pathKey(one) === part);
    if (name === undefined) return undefined;
    at = join(at, name);
  }
  return at;
}

/** The plain file at a path that exists; says why when there is none. `shown` is how to name it. */
export async function settle(room: Room, path: string, shown: string, tell: Tell): Promise<FoundFile | undefined> {
  const absolute = await real(path);
  if (absolute === undefined) {
    tell('file-missing', { file: shown, glob: false });
    return undefined;
  }
  if (!isInside(room, absolute)) {
    tell('file-outside', { file: shown, why: 'link' });
    return undefined;
  }
  try {
    const found = await stat(absolute);
    if (found.isFile()) return { source: sourceOf(room, path), absolute, bytes: found.size };
    if (found.isDirectory()) tell('file-is-folder', { file: shown });
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
    const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
      tell('file-unreadable', { file: sourceOf(room, path), reason: codeOf(error) });
      return [];
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const inside = way === '' ? entry.name : `${way}/${entry.name}`;
      if (!entry.isDirectory()) files.push(inside);
      else if (left > 1) open.push({ way: inside, left: left - 1 });
    }
  }
  return files.sort(byName);
}
