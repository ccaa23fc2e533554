// A person's word on points of the checklist, as it is written into a dossier: bound to the files that were looked at.
import { digestOf } from '../attachments/inventory.ts';
import type { AttachedFile, Inventory } from '../attachments/inventory-types.ts';
import type { ChecklistItem } from '../decide/criteria/result.ts';
import type { Edit } from '../document/edit.ts';
import type { WritableMap } from '../document/edit-text.ts';
import { entryOf, type Node } from '../document/node.ts';
import { readDocument } from '../document/read.ts';
import type { WaiverAt } from '../findings/waive.ts';
import { byIds, editedDossier } from '../form/keys.ts';

/** Who has looked, and on which day (`2021-08-15`). */
export type Witness = { readonly by: string; readonly on: string };

/** The files that one looks at for a point; none for a point without a slot. */
export const filesFor = ({ slot }: ChecklistItem, inventory: Inventory): readonly AttachedFile[] =>
  slot === undefined ? [] : (inventory.slots.find(({ id }) => id === slot)?.files ?? []);

/**
 * The dossier with the word of `witness` on each point; a word given before on the same point is renewed. Throws a Stop
 * where the file cannot be edited, the system's error when a file cannot be read.
 */
export async function attested(
  dossier: Uint8Array,
  points: readonly ChecklistItem[],
  inventory: Inventory,
  { by, on }: Witness,
  file: string,
): Promise<Uint8Array> {
  let bytes = dossier;
  for (const point of points) {
    const files: { file: string; sha256: string }[] = [];
    for (const attached of filesFor(point, inventory)) {
      files.push({ file: attached.source, sha256: attached.sha256 ?? (await digestOf(attached)) });
    }
    const item = { item: point.id, by, on, ...(files.length === 0 ? {} : { files }) };
    bytes = editedDossier(
      bytes,
      editOf(bytes, 'attestations', item, (one) => textAt(one, 'item') === point.id),
      file,
    );
  }
  return bytes;
}

/** The edit that puts an item into a list of a dossier: in place of the last one that is the same, else after all. */
export function editOf(bytes: Uint8Array, key: string, item: WritableMap, isSame: (one: Node) => boolean): Edit {
  const { node } = readDocument(bytes, '');
  const list = node?.kind === 'map' ? entryOf(byIds(node).node, key)?.value : undefined;
  const items = list?.kind === 'list' ? list.items : [];
  const same = items.findLastIndex(isSame);
  return { path: [key, same < 0 ? items.length : same], value: item };
}

/** The text under a key of a map. */
export function textAt(node: Node, key: string): string | undefined {
  const value = node.kind === 'map' ? entryOf(node, key)?.value : undefined;
  return value?.kind === 'scalar' ? String(value.value) : undefined;
}

/** The dossier with the waiver in it. Throws a Stop where the file cannot be edited. */
export function waived(dossier: Uint8Array, waiver: Omit<WaiverAt, 'place' | 'keys'>, file: string): Uint8Array {
  const { code, at, reason, by, until } = waiver;
  const isSame = (one: Parameters<typeof textAt>[0]) => textAt(one, 'code') === code && textAt(one, 'at') === at;
  return editedDossier(dossier, editOf(dossier, 'waivers', { code, at, reason, by, until }, isSame), file);
}
