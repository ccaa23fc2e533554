// What else a bundle holds that its assessment would write again: the portal guide, which a browser opens, and merged PDFs.
import { createHash } from 'node:crypto';
import type { Assessment } from '../assessment.ts';
import { guidePage } from '../bundle/guide/page.ts';
import { paths, placeFiles } from '../bundle/layout.ts';
import { addMerged, type PlacedMerge } from '../bundle/merged/slot.ts';
import type { OpenBundle } from '../bundle/verify-open.ts';
import { placeIn } from '../bundle/verify-zip.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { readAssets } from '../reporters/html/assets.ts';
import type { BundleRecord } from './record.ts';

/** The page must be the same to the byte; where another version wrote it, one that differs is not proved. */
export async function guideFindings(
  bundle: OpenBundle,
  assessment: Assessment,
  { merged = [] }: BundleRecord,
  own: boolean,
): Promise<Finding[]> {
  const made = merged.map(({ path, ...merge }) => (path === undefined ? merge : { ...merge, path }));
  const due = guidePage(assessment, placeFiles(assessment, bundle.name), made, await readAssets('guide'));
  const stated = await bundle.read(paths.guide);
  if (stated?.equals(Buffer.from(due)) === true) return [];
  const at = placeIn(paths.guide);
  return [
    own ? report('bundle-guide-differs', {}, at) : report('bundle-unproved', { file: paths.guide, why: 'version' }, at),
  ];
}

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
