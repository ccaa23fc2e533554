// Merges the attachments of a bundle again: what a portal is given instead of them must be made of them.
import { createHash } from 'node:crypto';
import type { Assessment } from '../assessment.ts';
import { addMerged, type PlacedMerge } from '../bundle/merged/slot.ts';
import type { BundleRecord } from './record.ts';

/** The merges of a bundle built with `--merge-slots`, with place, size and digest; nothing for any other. */
export async function mergedAgain(
  assessment: Assessment,
  { merged }: BundleRecord,
): Promise<readonly PlacedMerge[] | undefined> {
  if (merged === undefined) return undefined;
  const { merger } = await import('../bundle/merged/merge.ts');
  return addMerged(assessment.inventory.slots, merger(assessment), async (_, bytes) =>
    createHash('sha256').update(bytes).digest('hex'),
  );
}
