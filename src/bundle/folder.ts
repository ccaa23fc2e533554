// The same tree as a bundle, unzipped beside it: for a portal that takes files one by one.
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, mkdirSync, openSync, writeSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { openZip, type Zip } from '../zip/zip.ts';
import { paths } from './layout.ts';
import { outputExists, outputNoFolder, outputUnwritable, readBackDiffers } from './stops.ts';

export type FolderWritten = {
  readonly path: string;
  /** It was there already with the same content, and was left alone. */
  readonly skipped: boolean;
};

/**
 * Unpacks a bundle that was written and read back into a folder of its name beside it: whole or not at all. Stops when
 * a folder of other content stands there, unless `force`, which replaces an unpacked bundle and nothing else.
 */
export async function writeFolder(
  bundle: string,
  { force, signal }: { readonly force: boolean; readonly signal?: AbortSignal | undefined },
): Promise<FolderWritten> {
  const path = bundle.replace(/\.zip$/, '');
  const output = dirname(bundle);
  const standing = await standingAt(path);
  const fresh = await mkdtemp(join(output, '.zjtx-')).catch((error: unknown) => {
    throw outputUnwritable(output, error);
  });
  try {
    const zip = await openZip(bundle);
    if (zip.kind === 'no zip') throw readBackDiffers(bundle, zip.detail);
    try {
      await unpackAll(zip, fresh, bundle, signal);
    } finally {
      await zip.close();
    }
    const made = join(fresh, basename(path));
    if (standing === 'bag' && (await sameTree(path, made))) return { path, skipped: true };
    if (standing !== 'nothing' && !force) throw outputExists(path);
    // The old tree goes into the temporary folder, so that its name is free for a moment only.
    if (standing === 'bag') await rename(path, join(fresh, 'before'));
    await rename(made, path);
    return { path, skipped: false };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** What stands at the path. Stops for what no force may remove: a file, a link, a folder that is no unpacked bundle. */
async function standingAt(path: string): Promise<'nothing' | 'bag'> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return 'nothing';
  const names = found.isDirectory() ? await readdir(path) : [];
  if (names.includes(paths.declaration) && names.includes(paths.info)) return 'bag';
  throw outputNoFolder(path);
}

async function unpackAll(zip: Zip, into: string, bundle: string, signal: AbortSignal | undefined): Promise<void> {
  for (const entry of zip.entries) {
    signal?.throwIfAborted();
    const file = join(into, ...entry.name.split('/'));
    // The zip is our own, but what is unpacked never leaves its folder.
    if (entry.faults.length > 0 || relative(into, file).startsWith('..')) throw readBackDiffers(bundle, entry.name);
    try {
      mkdirSync(dirname(file), { recursive: true });
      const handle = openSync(file, 'wx', 0o644);
      try {
        const { is } = await zip.unpack(entry, (chunk) => writeWhole(handle, chunk));
        if (is !== 'whole') throw readBackDiffers(bundle, entry.name);
      } finally {
        closeSync(handle);
      }
    } catch (error) {
      throw error instanceof Error && 'code' in error ? outputUnwritable(file, error) : error;
    }
  }
}

function writeWhole(handle: number, chunk: Buffer): void {
  for (let at = 0; at < chunk.length; ) at += writeSync(handle, chunk, at);
}

async function sameTree(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([filesIn(a), filesIn(b)]);
  if (left.join('\n') !== right.join('\n')) return false;
  for (const name of left) {
    const [one, other] = await Promise.all([digestOf(join(a, name)), digestOf(join(b, name))]);
    if (one !== other) return false;
  }
  return true;
}

/** Paths of everything that is no folder, sorted. */
async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
  return hash.digest('hex');
}
