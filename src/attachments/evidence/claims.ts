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

type Files = {
  readonly exact: ReadonlyMap<string, AttachedFile>;
  /** Nothing where several paths differ in case only. */
  readonly folded: ReadonlyMap<string, AttachedFile | undefined>;
};
/** Files by their paths: a dossier has a claim for each of its figures. */
const filesOf = new WeakMap<Inventory, Files>();

/** The file of the inventory that a claim means; else the only one whose path differs in case, as for attachments themselves. */
export function fileNamed(path: string, inventory: Inventory): AttachedFile | undefined {
  const known = filesOf.get(inventory) ?? byPath(inventory);
  filesOf.set(inventory, known);
  const source = sourceOf(path);
  return known.exact.get(source) ?? known.folded.get(nameKey(source));
}

function byPath({ slots, rows }: Inventory): Files {
  const exact = new Map<string, AttachedFile>();
  const folded = new Map<string, AttachedFile | undefined>();
  for (const file of [...slots.flatMap((slot) => slot.files), ...rows.map((row) => row.file)]) {
    const path = sourceOf(file.source);
    if (exact.has(path)) continue;
    exact.set(path, file);
    const key = nameKey(path);
    folded.set(key, folded.has(key) ? undefined : file);
  }
  return { exact, folded };
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
    return wrongPages(claim.pages, file, 'claim-pages-beyond', at);
  });
}

/** What is wrong with pages that somebody named: a range that ends before it begins, `4-3`, or a page that the file lacks. */
function wrongPages(
  named: number | string | undefined,
  { source, traits }: AttachedFile,
  beyond: 'claim-pages-beyond' | 'evidence-pages-beyond',
  at: Place,
): Finding[] {
  const ranges = String(named ?? '')
    .split(',')
    .map((range) => range.split('-').map(Number));
  const [first, last] = ranges.find(([from = 0, to = from]) => to < from) ?? [];
  if (first !== undefined && last !== undefined) return [report('pages-backward', { file: source, first, last }, at)];
  // Where it is not known how many there are, none is too far.
  const { pages = 0 } = traits;
  const signs = pages === 0 ? [] : (String(named ?? '').match(/\d+/g) ?? []);
  const page = signs.map(Number).find((one) => one < 1 || one > pages);
  return page === undefined ? [] : [report(beyond, { file: source, page, pages }, at)];
}

/** The pages that matter of a file must exist. */
export const checkPages = (file: AttachedFile): Finding[] =>
  wrongPages(file.evidence.pages, file, 'evidence-pages-beyond', valueAt(file, 'pages'));
