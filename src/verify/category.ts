// The definition that came with a bundle beside the one that is known here under its name.
import { paths } from '../bundle/layout.ts';
import { placeIn } from '../bundle/verify-zip.ts';
import type { Catalog } from '../category/catalog.ts';
import type { Category } from '../category/category.ts';
import { UnknownCategory } from '../category/fault-stop.ts';
import { thaw } from '../category/thaw.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';

export type CategoryCompared = { readonly category?: Category; readonly findings: readonly Finding[] };

const at = placeIn(paths.category);

async function knownAs(catalog: Catalog, id: string): Promise<Category | undefined> {
  try {
    return await catalog.open(id);
  } catch (error) {
    if (error instanceof UnknownCategory) return undefined;
    throw error;
  }
}

/**
 * The category to assess by: the known one when both are the same to the byte, else the one of the bundle, if it opens
 * and freezes to the same text again. `own`: this program version wrote it. `stated`: its sender was told that it is
 * another than the shipped one, so that the assessment is told again.
 */
export async function compareCategory(
  catalog: Catalog,
  frozen: { readonly id: string; readonly text: string; readonly sha256: string },
  { own, stated }: { readonly own: boolean; readonly stated: boolean },
): Promise<CategoryCompared> {
  const { id, text, sha256 } = frozen;
  const known = await knownAs(catalog, id);
  if (known?.sha256 === sha256) return { category: known, findings: [] };
  const told: Finding =
    known === undefined
      ? report('category-unproved', { category: id }, at)
      : report('category-altered', { category: id, known: known.sha256, found: sha256, where: 'bundle' }, at);
  const thawed = thaw(text, await catalog.known());
  const broken = (detail: string): CategoryCompared => ({
    findings: [...(known === undefined ? [] : [told]), report('category-broken', { category: id, detail }, at)],
  });
  if ('detail' in thawed) return broken(thawed.detail);
  if (thawed.id !== id) return broken('id');
  if (own && thawed.sha256 !== sha256) return broken('');
  if (known === undefined || !stated) return { category: thawed, findings: [told] };
  return { category: { ...thawed, shipped: known.shipped ?? known.sha256 }, findings: [told] };
}
