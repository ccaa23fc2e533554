// The attachments of two dossiers, slot by slot: files are known by their bytes, then by their path.
import type { Assessment, AttachedFile } from '../../assessment.ts';
import { type FileChange, pairs, type SlotChange, sides } from './difference.ts';

type Held = { readonly id: string; readonly label: string; readonly files: readonly AttachedFile[] };

/** Slots, and each table whose rows have files. */
function heldIn({ inventory, form }: Assessment): Held[] {
  const titles = new Map(form.sections.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
  const rows = new Map<string, AttachedFile[]>();
  for (const { table, file } of inventory.rows) rows.set(table, [...(rows.get(table) ?? []), file]);
  const tables = [...rows].map(([table, files]) => {
    const item = titles.get(table);
    return { id: `form.${table}`, label: item?.kind === 'table' ? item.title : table, files };
  });
  return [...inventory.slots, ...tables];
}

/** Takes out of `from` the first that fits, and gives it. */
function take(from: AttachedFile[], fits: (file: AttachedFile) => boolean): AttachedFile | undefined {
  const at = from.findIndex(fits);
  return at < 0 ? undefined : from.splice(at, 1)[0];
}

function fileChanges(a: readonly AttachedFile[], b: readonly AttachedFile[]): FileChange[] {
  const left = [...b];
  const change = (is: FileChange['is'], was?: AttachedFile, now?: AttachedFile): FileChange => ({
    is,
    ...sides(was?.source, now?.source),
    digests: sides(was?.sha256, now?.sha256),
  });
  const same = (one: AttachedFile) => (other: AttachedFile) =>
    other.source === one.source && other.sha256 === one.sha256;
  const open = a.filter((one) => take(left, same(one)) === undefined);
  // Those that kept their place first, whichever side is asked: else a swap of names would be told in two ways.
  const moved: FileChange[] = [];
  const others = open.filter((one) => {
    const now = take(left, ({ source }) => source === one.source);
    if (now !== undefined) moved.push(change('changed', one, now));
    return now === undefined;
  });
  const gone = others.filter((one) => {
    const now = take(left, ({ sha256 }) => sha256 !== undefined && sha256 === one.sha256);
    if (now !== undefined) moved.push(change('renamed', one, now));
    return now === undefined;
  });
  return [
    ...moved,
    ...gone.map((one) => change('removed', one)),
    ...left.map((one) => change('added', undefined, one)),
  ];
}

/** Every file must have its digest. */
export function slotChanges(a: Assessment, b: Assessment): SlotChange[] {
  return pairs(heldIn(a), heldIn(b), ({ id }) => id).flatMap((both) => {
    const files = fileChanges(both.a?.files ?? [], both.b?.files ?? []);
    const { id = '', label = '' } = both.a ?? both.b ?? {};
    return files.length === 0 ? [] : [{ id, label, files }];
  });
}
