// Whether the file and the pages that a claim names exist among the attachments.
import { posix } from 'node:path';
import type { Finding, Place } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { AttachmentEntries } from '../entry.ts';
import type { AttachedFile, Inventory } from '../inventory-types.ts';
import { pathKey } from '../names.ts';
import { pageBeyond } from './pages.ts';

/** Where a figure is proved; `pages` as `3`, `3-4` or `3-4, 7`. */
export type Proof = { readonly file: string; readonly pages?: number | string | undefined; readonly place: Place };

/** A path as the inventory writes sources, also when it was written on Windows. */
const sourceOf = (path: string): string => posix.normalize(pathKey(path).replaceAll('\\', '/'));

/** The file of the inventory that a claim means. */
export const fileNamed = (path: string, { slots, rows }: Inventory): AttachedFile | undefined =>
  [...slots.flatMap((slot) => slot.files), ...rows.map((row) => row.file)].find(
    (file) => sourceOf(file.source) === sourceOf(path),
  );

/** A file that `entries` name and that was not found is a finding already, so that it is not told again. */
export function checkClaims(claims: readonly Proof[], inventory: Inventory, entries: AttachmentEntries): Finding[] {
  const named = new Set([...entries.entries, ...entries.rows].map(({ pattern }) => sourceOf(pattern)));
  return claims.flatMap((claim): Finding[] => {
    const file = fileNamed(claim.file, inventory);
    if (file === undefined) {
      return named.has(sourceOf(claim.file)) ? [] : [report('claim-file-missing', { file: claim.file }, claim.place)];
    }
    const beyond = pageBeyond(claim.pages, file);
    return beyond === undefined ? [] : [report('claim-pages-beyond', { file: file.source, ...beyond }, claim.place)];
  });
}
