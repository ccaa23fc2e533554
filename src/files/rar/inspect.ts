// Looks into a RAR of a dossier on a thread of its own, with a reader that need not be installed.
import { patience, threadOf } from '../thread.ts';

/** What a RAR lists. `names` are the files in it, folders left out, each cut to its last 260 characters. */
export type RarListing = {
  readonly is: 'listed';
  readonly names: readonly string[];
  /** Some or all of its files need a password. */
  readonly encrypted: boolean;
  /** It is one part of several, and cannot be unpacked without the others. */
  readonly volume: boolean;
  /** There are more entries than are looked at. */
  readonly more: boolean;
};

/**
 * `password`: not even the names can be read; `not inspected`: its reader has run away or was lost, which says nothing
 * of the file; `unchecked`: the reader is not installed.
 */
export type RarReport = RarListing | { readonly is: 'password' | 'broken' | 'not inspected' | 'unchecked' };

/** An open file and its length. It stays open until the report is there; the caller closes it. */
export type RarFile = {
  readonly fd: number;
  readonly bytes: number;
  /** Its files are listed and not unpacked: that would take more memory than a file is given. */
  readonly listOnly?: boolean;
};

/** What a RAR is; throws nothing. `limit` in ms of work, for what has run away. */
export type InspectRar = (file: RarFile, limit?: number) => Promise<RarReport>;

/** Inspects with the reader that `script`, the code of the thread, finds beside it. */
export function inspectorOf(script: URL): InspectRar {
  const thread = threadOf<RarReport>(script);
  return async ({ fd, bytes, listOnly = false }, limit = patience) => {
    const outcome = await thread.ask({ fd, bytes, listOnly }, limit).catch(() => undefined);
    if (outcome === undefined) return { is: 'unchecked' };
    return outcome.is === 'answered' ? outcome.report : { is: 'not inspected' };
  };
}

export const inspectRar: InspectRar = inspectorOf(new URL('./worker.js', import.meta.url));
