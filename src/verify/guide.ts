// What else a bundle holds that its assessment would write again: the portal guide, which a browser opens, merged PDFs, the paper set.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Assessment } from '../assessment.ts';
import { guidePage } from '../bundle/guide/page.ts';
import { paperPath, paths, placeFiles } from '../bundle/layout.ts';
import { addMerged, type PlacedMerge } from '../bundle/merged/slot.ts';
import type { OpenBundle } from '../bundle/verify-open.ts';
import { placeIn } from '../bundle/verify-zip.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { readAssets } from '../reporters/html/assets.ts';
import { SummaryProblem } from '../summary/problem.ts';
import { summaryFonts } from '../summary/spare.ts';
import type { BundleRecord } from './record.ts';
import type { Made } from './summary.ts';

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

/**
 * The paper set must be the same to the byte. `made` as for the summary: where another version drew it, or with a font that
 * is not here, one that differs is not proved.
 */
export async function paperFindings(
  assessment: Assessment,
  { paper }: BundleRecord,
  { stamp, version, own, spare }: Made,
): Promise<Finding[]> {
  if (paper === undefined) return [];
  const at = placeIn(paperPath);
  const { addPaper } = await import('../bundle/merged/paper.ts');
  const fonts = await summaryFonts(spare);
  const how = { fonts, stamp, version, singleSided: paper.sides === 'single' };
  try {
    const again = await addPaper(assessment, how, async (_, bytes) => createHash('sha256').update(bytes).digest('hex'));
    if (isDeepStrictEqual(again, paper)) return [];
  } catch (error) {
    if (!(error instanceof SummaryProblem)) throw error;
    const text = error.detail;
    return [report('bundle-unproved', { file: paperPath, why: 'font', text }, at)];
  }
  return [
    own ? report('bundle-paper-differs', {}, at) : report('bundle-unproved', { file: paperPath, why: 'version' }, at),
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
