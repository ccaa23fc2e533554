// What merging the files of a slot comes to: one PDF, or why there is none, and the files that stay beside it.
import type { AttachedFile, FilledSlot } from '../../assessment.ts';
import { wholeOf } from '../archive.ts';
import { mergedPath } from '../layout.ts';

/** Why a file is not in the merged PDF. */
export type Apart =
  /** No PDF and no picture. */
  | 'type'
  /** Opens with a password only, or restricts what may be done with it. */
  | 'protected'
  /** Cannot be taken apart page by page, or has an error already. */
  | 'unreadable'
  /** A picture of too many pixels. */
  | 'too many pixels'
  /** A copy of its pages looks otherwise. */
  | 'changed';

/** Pages of the merged PDF, from 1, that a file became. */
export type Part = { readonly source: string; readonly first: number; readonly last: number };

/** What became of a slot. */
export type Ending =
  | { readonly is: 'merged'; readonly pages: number }
  /** A PDF that can be uploaded as it is. */
  | { readonly is: 'single'; readonly source: string }
  /** Larger than the portal takes; both in bytes. */
  | { readonly is: 'over'; readonly bytes: number; readonly limit: number }
  /** Nothing that can be merged. */
  | { readonly is: 'none' }
  /** The PDF made did not read back. */
  | { readonly is: 'unproved' };

export type SlotMerge = {
  readonly slot: string;
  readonly label: string;
  /** Of a merged PDF. */
  readonly parts: readonly Part[];
  readonly apart: readonly { readonly source: string; readonly why: Apart }[];
  /** Files whose electronic signature does not hold in a copy of their pages. */
  readonly signed: readonly string[];
} & Ending;

/** The merge of a slot, and the PDF when there is one. */
export type Merged = { readonly merge: SlotMerge; readonly bytes?: Uint8Array };

/** Merges the files of a slot that has any; reads one file at a time through `read`. */
export type Merger = (slot: FilledSlot, read: (file: AttachedFile) => Promise<Uint8Array>) => Promise<Merged>;

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
