// Whether the file and the pages that a claim names exist among the attachments.
import { posix } from 'node:path';
import type { Finding, KeyPlaces, Place } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import { type AttachmentEntries, valueAt } from '../entry.ts';
import type { AttachedFile, Inventory } from '../inventory-types.ts';
import { nameKey, pathKey } from '../names.ts';

/** Where a figure is proved; `pages` as `3`, `3-4` or `3-4, 7`. */
export type Proof = {
  readonly file: string;
  readonly pages?: number | string | undefined;
  readonly place: Place;
  readonly keys?: KeyPlaces;
};

/** A path as the inventory writes sources, also when it was written on Windows. */
const sourceOf = (path: string): string => posix.normalize(pathKey(path).replaceAll('\\', '/'));

/** The file of the inventory that a claim means. */
export const fileNamed = (path: string, { slots, rows }: Inventory): AttachedFile | undefined =>
  fitting(
    [...slots.flatMap((slot) => slot.files), ...rows.map((row) => row.file)],
    ({ source }) => sourceOf(source),
    sourceOf(path),
  );

/** The one of this path; else the only one whose path differs in case, as for attachments themselves. */
function fitting<T>(all: readonly T[], pathOf: (one: T) => string, path: string): T | undefined {
  const exact = all.find((one) => pathOf(one) === path);
  const other = exact ?? all.find((one) => nameKey(pathOf(one)) === nameKey(path));
  const isOnly = all.every((one) => pathOf(one) === (other && pathOf(other)) || nameKey(pathOf(one)) !== nameKey(path));
  return exact ?? (isOnly ? other : undefined);
}

/** A file that `entries` name and that was not found is a finding already, so that it is not told again. */
export function checkClaims(claims: readonly Proof[], inventory: Inventory, entries: AttachmentEntries): Finding[] {
  const named = new Set([...entries.entries, ...entries.rows].map(({ pattern }) => sourceOf(pattern)));
  return claims.flatMap((claim): Finding[] => {
    const file = fileNamed(claim.file, inventory);
    if (file === undefined) {
      const at = claim.keys?.get('file')?.value ?? claim.place;
      return named.has(sourceOf(claim.file)) ? [] : [report('claim-file-missing', { file: claim.file }, at)];
    }
    const at = claim.keys?.get('pages')?.value ?? claim.place;
    const backward = rangeBackward(claim.pages);
    if (backward !== undefined) return [report('pages-backward', { file: file.source, ...backward }, at)];
    const beyond = pageBeyond(claim.pages, file);
    return beyond === undefined ? [] : [report('claim-pages-beyond', { file: file.source, ...beyond }, at)];
  });
}

/** The first page named that the file does not have; nothing where its pages are not known. */
function pageBeyond(
  named: number | string | undefined,
  { traits }: AttachedFile,
): { readonly page: number; readonly pages: number } | undefined {
  const { pages = 0 } = traits;
  if (named === undefined || pages === 0) return undefined;
  const page = (String(named).match(/\d+/g) ?? []).map(Number).find((one) => one < 1 || one > pages);
  return page === undefined ? undefined : { page, pages };
}

/** The first range of pages that ends before it begins, `4-3`. */
function rangeBackward(
  named: number | string | undefined,
): { readonly first: number; readonly last: number } | undefined {
  const ranges = String(named ?? '')
    .split(',')
    .map((range) => range.split('-').map(Number));
  const backward = ranges.find(([first = 0, last = first]) => last < first);
  return backward && { first: backward[0] ?? 0, last: backward[1] ?? 0 };
}

/** The pages that matter of a file must exist. */
export function checkPages(file: AttachedFile): Finding[] {
  const { pages } = file.evidence;
  const at = valueAt(file, 'pages');
  const backward = rangeBackward(pages);
  if (backward !== undefined) return [report('pages-backward', { file: file.source, ...backward }, at)];
  const beyond = pageBeyond(pages, file);
  return beyond === undefined ? [] : [report('evidence-pages-beyond', { file: file.source, ...beyond }, at)];
}
