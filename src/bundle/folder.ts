// The same tree as a bundle, unzipped beside it: for a portal that takes files one by one.
import { basename, dirname, join } from 'node:path';
import { isSystemFile } from '../attachments/names.ts';
import { type FileFault, isFileFault } from '../files/fault.ts';
import { allBelow, entryAt, isBelow, membersOf } from '../files/folder.ts';
import { digestFile, readPlain } from '../files/read.ts';
import { makeFolder, removeTemporary, temporaryFolder } from '../files/temporary.ts';
import { exchangeFolder, fillNew } from '../files/write.ts';
import { openZip, type Zip } from '../files/zip/zip.ts';
import type { Stop } from '../findings/stop.ts';
import { cannotWrite } from '../findings/system-stop.ts';
import { readManifest } from './bag.ts';
import { longestText } from './inspect.ts';
import { paths } from './layout.ts';
import { outputExists, outputNoFolder, outputSetAside, readBackDiffers } from './stops.ts';

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
  const fresh = await temporaryFolder(output).catch((error: unknown) => {
    throw cannotWrite(output, error);
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
    await exchangeFolder(made, path, standing === 'bag');
    return { path, skipped: false };
  } catch (error) {
    throw isFileFault(error) ? notExchanged(path, error) : error;
  } finally {
    await removeTemporary(fresh);
  }
}

/** Why the folder could not be written: the file in it that is open elsewhere, or where the old folder is now. */
const notExchanged = (path: string, error: FileFault): Stop => {
  const named = error.path ?? path;
  if (error.code === 'set aside') return outputSetAside(path, named);
  return cannotWrite(error.code === 'EBUSY' && isBelow(named, path) ? named : path, error);
};

/** What stands at the path. Stops for what no force may remove: a file, a link, a folder that is no unpacked bundle. */
async function standingAt(path: string): Promise<'nothing' | 'bag'> {
  const unwritable = (error: unknown): never => {
    throw cannotWrite(path, error);
  };
  const found = await entryAt(path).catch(unwritable);
  if (found === undefined) return 'nothing';
  const names = found.isDirectory() ? (await membersOf(path).catch(unwritable)).map(({ name }) => name) : [];
  if (names.includes(paths.declaration) && names.includes(paths.info) && (await isOurs(path))) return 'bag';
  throw outputNoFolder(path);
}

/** Whether a tree holds nothing but what its manifest lists and its own tag files: what a person has put there stays. */
async function isOurs(folder: string): Promise<boolean> {
  const manifest = await readPlain(join(folder, paths.manifest), longestText, { plainName: true }).catch(
    () => undefined,
  );
  const listed = manifest === undefined ? { line: 0 } : readManifest(manifest.toString());
  if ('line' in listed) return false;
  const own = new Set([...listed.keys(), paths.declaration, paths.info, paths.manifest, paths.tagManifest]);
  const all = await allBelow(folder).catch(() => undefined);
  return all?.every(({ path }) => own.has(path.normalize('NFC')) || isSystemFile(basename(path))) === true;
}

async function unpackAll(zip: Zip, into: string, bundle: string, signal: AbortSignal | undefined): Promise<void> {
  for (const entry of zip.entries) {
    signal?.throwIfAborted();
    const file = join(into, ...entry.name.split('/'));
    // The zip is our own, but what is unpacked never leaves its folder.
    if (entry.faults.length > 0 || !isBelow(file, into)) throw readBackDiffers(bundle, entry.name);
    await makeFolder(dirname(file), into);
    const { is } = await fillNew(file, 0o644, (write) => zip.unpack(entry, write));
    if (is !== 'whole') throw readBackDiffers(bundle, entry.name);
  }
}

async function sameTree(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([allBelow(a), allBelow(b)]);
  const names = (all: typeof left): string => all.map(({ path, plain }) => `${path}${plain ? '' : '//'}`).join('\n');
  if (names(left) !== names(right)) return false;
  for (const { path } of left) {
    const [one, other] = await Promise.all([digestFile(join(a, path)), digestFile(join(b, path))]);
    if (one !== other) return false;
  }
  return true;
}
