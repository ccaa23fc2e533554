// Lays the attachments of a bundle into a folder of their own, as the dossier names them, for as long as they are looked at.
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unpackedUnwritable } from '../bundle/stops.ts';
import type { OpenBundle } from '../bundle/verify-open.ts';
import { placeIn, shown } from '../bundle/verify-zip.ts';
import { isFileFault } from '../files/fault.ts';
import { isBelow } from '../files/folder.ts';
import { makeFolder, removeTemporary, temporaryFolder } from '../files/temporary.ts';
import { fillNew, hollowNew } from '../files/write.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { type ListedFile, upOf } from './list.ts';

/** More than this is not laid out, in bytes: 80 files of the 50 MiB that a portal takes. */
export const mostLaidOut = 4 * 1024 ** 3;

/** What the disk says of a name that it does not take, or that is a file and a folder. */
const badName: ReadonlySet<string> = new Set([
  'EEXIST',
  'ENOTDIR',
  'EISDIR',
  'ENAMETOOLONG',
  'EINVAL',
  'EILSEQ',
  'ENOENT',
]);

export type LaidOut = {
  /** The folder that stands for the dossier's, and the one above it below which files may be read; both absolute. */
  readonly folder: string;
  readonly root: string;
  /** By absolute path. */
  readonly digests: ReadonlyMap<string, string>;
  /** Sources that have their size here and not their content: there was no room for it. */
  readonly hollow: ReadonlySet<string>;
};

/** `names` are those of the dossier's folder and the ones above it, as far as they are known. */
type How = {
  readonly names: readonly (string | undefined)[];
  /** A file of more bytes is refused by its size: nobody looks into it, and it takes no room. */
  readonly largest: number;
  /** Bytes of all that is laid out. */
  readonly most?: number;
  /** Ends it early. */
  readonly signal?: AbortSignal | undefined;
};

/**
 * Calls `use` with the attachments laid out, and removes them whatever happens. Gives a finding instead when a source
 * has no place of its own. Nothing outside one new folder of the system's temporary folder is written. Throws a Stop
 * when that cannot be written.
 */
export async function withLaidOut<T>(
  bundle: OpenBundle,
  files: readonly ListedFile[],
  { names, largest, most = mostLaidOut, signal }: How,
  use: (laid: LaidOut) => Promise<T>,
): Promise<T | { readonly refused: Finding }> {
  const root = await temporaryFolder(tmpdir()).catch((error: unknown) => {
    throw unpackedUnwritable(error);
  });
  try {
    const up = files.reduce((most, { source }) => Math.max(most, upOf(source) ?? 0), names.length);
    const above = Array.from({ length: up }, (_, level) => names[level] ?? `.zjtx-${level}`);
    const folder = join(root, ...above.reverse());
    await makeFolder(folder, root).catch((error: unknown) => {
      throw unpackedUnwritable(error);
    });
    const laid = new Map<string, string>();
    const hollow = new Set<string>();
    let room = most;
    for (const file of files) {
      signal?.throwIfAborted();
      const path = resolve(folder, file.source);
      const known = laid.get(path);
      if (known === file.sha256) continue;
      const taken = known !== undefined || path === root || !isBelow(path, root);
      const isSized = file.bytes <= largest;
      const isFitting = isSized && file.bytes <= room;
      if (isFitting) room -= file.bytes;
      else if (isSized) hollow.add(file.source);
      if (taken || !(await layOut(bundle, file, path, root, isFitting))) {
        const name = shown(file.source);
        return { refused: report('bundle-list-broken', { file: name, why: 'source' }, placeIn(name)) };
      }
      laid.set(path, file.sha256);
    }
    return await use({ folder, root, digests: laid, hollow });
  } finally {
    await removeTemporary(root);
  }
}

/** Whether the disk took the file: its content, or a file that only has its size. */
async function layOut(
  bundle: OpenBundle,
  { path: from, bytes }: ListedFile,
  to: string,
  root: string,
  isWhole: boolean,
): Promise<boolean> {
  try {
    await makeFolder(dirname(to), root);
    if (isWhole) await fillNew(to, 0o600, (write) => bundle.copy(from, write));
    else hollowNew(to, 0o600, bytes);
    return true;
  } catch (error) {
    // What the bundle itself cannot be read for is said of it.
    if (!isFileFault(error) || error.path === undefined || !isBelow(error.path, root)) throw error;
    if (badName.has(error.code)) return false;
    throw unpackedUnwritable(error);
  }
}
