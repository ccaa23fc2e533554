// Puts the merged PDFs of slots into a bundle, one slot at a time, each beside the files that it was made of.
import type { FilledSlot } from '../assessment.ts';
import { mergedPath } from './layout.ts';
import type { Merger, SlotMerge } from './merged/slot.ts';
import { wholeOf } from './source.ts';

/** A merge with the place, size and digest of its PDF in the bundle, when there is one. */
export type PlacedMerge = SlotMerge & { readonly path?: string; readonly bytes?: number; readonly sha256?: string };

/**
 * Merges the slots that have files, and adds what comes of it; `slots` have the digests of what was packed. Stops when
 * a file is not the one that was packed.
 */
export async function addMerged(
  slots: readonly FilledSlot[],
  merge: Merger,
  add: (path: string, content: Uint8Array) => Promise<string>,
): Promise<readonly PlacedMerge[]> {
  const placed: PlacedMerge[] = [];
  for (const slot of slots) {
    if (slot.files.length === 0) continue;
    const merged = await merge(slot, async (file) => (await wholeOf(file, () => undefined)).content);
    if (merged.bytes === undefined) {
      placed.push(merged.merge);
      continue;
    }
    const path = mergedPath(slot);
    const sha256 = await add(path, merged.bytes);
    placed.push({ ...merged.merge, path, bytes: merged.bytes.length, sha256 });
  }
  return placed;
}
