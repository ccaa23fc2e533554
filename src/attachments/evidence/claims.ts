// Whether the file and the pages that a claim names exist among the attachments.
import { posix } from 'node:path';
import type { Finding, Place } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { AttachmentEntries } from '../entry.ts';
import type { Inventory } from '../inventory-types.ts';

/** Where a figure is proved; `pages` as `3`, `3-4` or `3-4, 7`. */
export type Proof = { readonly file: string; readonly pages?: number | string | undefined; readonly place: Place };

/** A path as the inventory writes sources, also when it was written on Windows. */
const sourceOf = (path: string): string => posix.normalize(path.normalize('NFC').replaceAll('\\', '/'));

const pagesOf = (pages: number | string): number[] =>
  typeof pages === 'number' ? [pages] : (pages.match(/\d+/g) ?? []).map(Number);

/** A file that `entries` name and that was not found is a finding already, so that it is not told again. */
export function checkClaims(claims: readonly Proof[], inventory: Inventory, entries: AttachmentEntries): Finding[] {
  const files = new Map(
    [...inventory.slots.flatMap((slot) => slot.files), ...inventory.rows.map((row) => row.file)].map((file) => [
      sourceOf(file.source),
      file,
    ]),
  );
  const named = new Set([...entries.entries, ...entries.rows].map(({ pattern }) => sourceOf(pattern)));
  return claims.flatMap((claim): Finding[] => {
    const file = files.get(sourceOf(claim.file));
    if (file === undefined) {
      return named.has(sourceOf(claim.file)) ? [] : [report('claim-file-missing', { file: claim.file }, claim.place)];
    }
    const { pages = 0 } = file.traits;
    if (claim.pages === undefined || pages === 0) return [];
    const page = pagesOf(claim.pages).find((one) => one < 1 || one > pages);
    return page === undefined ? [] : [report('claim-pages-beyond', { file: file.source, page, pages }, claim.place)];
  });
}
