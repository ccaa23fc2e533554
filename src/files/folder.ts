// Looks at the disk without reading files: what stands at a path, what a folder holds, where links lead.
import * as fs from 'node:fs';
import { readdir } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { type Identity, identityOf } from './read.ts';

/** Whether a path is written as that of a folder. */
export const isFolderWritten = (path: string): boolean => path.endsWith('/') || path.endsWith(sep);

/** What stands at a path. */
export type Seen = {
  readonly kind: 'file' | 'folder' | 'other';
  readonly bytes: number;
  readonly identity: Identity;
};

/** What stands at a path, links followed. Throws a FileFault, `ENOENT` when nothing stands there. Asked at once, as files are opened. */
export async function see(path: string): Promise<Seen> {
  const found = fs.statSync(path, { bigint: true });
  const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  return { kind, bytes: Number(found.size), identity: identityOf(found) };
}

/** Whether an error says that nothing stands at a path. */
export const isNothing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** What stands at a path, links followed; nothing when nothing does. Throws a FileFault when that cannot be told. */
export const seen = (path: string): Promise<Seen | undefined> =>
  see(path).catch((error: unknown) => {
    if (isNothing(error)) return undefined;
    throw error;
  });

/** What stands at a path, a link as a link; nothing when nothing does. Throws a FileFault when that cannot be told. */
export async function entryAt(path: string): Promise<fs.BigIntStats | undefined> {
  try {
    return fs.lstatSync(path, { bigint: true });
  } catch (error) {
    if (isNothing(error)) return undefined;
    throw error;
  }
}

/** Whether something stands at a path, be it a link that leads nowhere. Throws a FileFault when that cannot be told. */
export const stands = async (path: string): Promise<boolean> => (await entryAt(path)) !== undefined;

/** The path without links. Throws a FileFault. */
export async function realPath(path: string): Promise<string> {
  try {
    return fs.realpathSync.native(path);
  } catch (error) {
    if (process.platform !== 'win32' || isNothing(error)) throw error;
    try {
      // Step by step, as Node itself does: some disks of Windows (in memory, in the network) cannot tell where a path leads.
      return fs.realpathSync(path);
    } catch {
      throw error;
    }
  }
}

/** Whether a path is a folder or lies below it, by its spelling; never on another drive or share. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The way from a folder to what lies below it, with slashes, `.` for the folder itself; else the path as it is. */
export const seenFrom = (folder: string, path: string): string =>
  isBelow(path, folder) ? (relative(folder, path) || '.').split(sep).join('/') : path;

/** A name in a folder, as the disk spells it. */
export type Member = { readonly name: string; readonly kind: 'file' | 'folder' | 'other' };

/** What a folder holds, in no order; a link is `other`. Throws a FileFault. */
export async function membersOf(folder: string): Promise<readonly Member[]> {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  return entries.map((entry) => ({
    name: entry.name,
    kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
  }));
}

/** Everything below a folder that is no folder, paths with `/`, sorted; links are not followed. Throws a FileFault. */
export async function allBelow(folder: string): Promise<readonly { readonly path: string; readonly plain: boolean }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
      plain: entry.isFile(),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
