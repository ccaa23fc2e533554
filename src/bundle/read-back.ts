// Reads a finished zip again before it gets its name: every entry as it was written, and nothing else.
import { openZip } from '../files/zip/zip.ts';
import type { BagFile } from './bag.ts';
import { inspect } from './inspect.ts';
import { readBackDiffers } from './stops.ts';

/** Stops at the first entry of the zip at `temporary` that differs; `path` is the name it is going to have. */
export async function readBack(
  temporary: string,
  {
    path,
    top,
    written,
    signal,
  }: { path: string; top: string; written: readonly BagFile[]; signal?: AbortSignal | undefined },
): Promise<void> {
  const zip = await openZip(temporary);
  if (zip.kind === 'no zip') throw readBackDiffers(path, zip.detail);
  try {
    if (zip.strays || zip.entries.length !== written.length) throw readBackDiffers(path, 'zip');
    for (const [index, expected] of written.entries()) {
      signal?.throwIfAborted();
      const entry = zip.entries[index];
      if (entry?.name !== `${top}/${expected.path}` || entry.faults.length > 0)
        throw readBackDiffers(path, expected.path);
      const found = await inspect(zip, entry, false);
      const same = found.broken === undefined && found.sha256 === expected.sha256 && found.bytes === expected.bytes;
      if (!same) throw readBackDiffers(path, expected.path);
    }
  } finally {
    await zip.close();
  }
}
