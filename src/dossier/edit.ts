// Writes into a dossier in the file's own way of naming things: any edit, a waiver, a person's word on the checklist.
import { digestOf } from '../attachments/inventory.ts';
import type { AttachedFile, Inventory } from '../attachments/inventory-types.ts';
import type { ChecklistItem } from '../decide/criteria/result.ts';
import { type Edit, edited } from '../document/edit.ts';
import { isMapping, type Writable, type WritableMap } from '../document/edit-text.ts';
import { type Entry, entryOf, type MapNode, type Node } from '../document/node.ts';
import { readDocument } from '../document/read.ts';
import { kindLabels, type OwnMap, ownLabel } from '../findings/shapes.ts';
import type { WaiverAt } from '../findings/waive.ts';
import type { Spelling } from '../form/keys.ts';
import { given } from '../given.ts';
import { below, byIds, ownKeyOf, ownSpellingOf } from './own-keys.ts';

/** How a dossier names its parts, by most of its keys; one that has none yet will be in labels. */
export function spellingOf(root: MapNode): Spelling {
  const maps = root.entries.flatMap(({ key, value }) =>
    named.includes(ownKeyOf(key, 'dossier') ?? '') && value.kind === 'map' ? [value] : [],
  );
  const below = maps.flatMap(({ entries }) => entries.flatMap(({ value }) => (value.kind === 'map' ? [value] : [])));
  const keys = [...maps, ...below].flatMap(({ entries }) => entries.map(({ key }) => key));
  const ids = keys.filter((key) => key >= 'a' && key < '{').length;
  return ids * 2 > keys.length ? 'ids' : 'labels';
}

const named = ['form', 'facts', 'attachments'];

/** What is said of files, claims, waivers and attestations, with its keys as a file spells them. */
export function spelt(value: Writable, map: OwnMap, spelling: Spelling): Writable {
  if (spelling === 'ids') return value;
  if (Array.isArray(value)) return value.map((one: Writable) => spelt(one, map, spelling));
  if (!isMapping(value)) return value;
  const pairs = Object.entries(value).map(([key, one]): [string, Writable] => {
    const named = (each: Writable): Writable => (typeof each === 'string' ? ownLabel('evidence', each) : each);
    const inner =
      map === 'evidence' && key === 'proposed' && Array.isArray(one)
        ? one.map(named)
        : map === 'attestations' && key === 'files'
          ? spelt(one, 'files', spelling)
          : map === 'evidence' && key === 'kind' && typeof one === 'string'
            ? (kindLabels.get(one) ?? one)
            : one;
    return [ownLabel(map, key), inner];
  });
  return Object.fromEntries(pairs);
}

/** What is said in a part of a dossier, with its keys as the file spells them. */
export function speltIn(part: string | undefined, value: Writable, root: MapNode | undefined): Writable {
  const map = part === 'attachments' ? 'evidence' : below.get(part ?? '');
  return map === undefined ? value : spelt(value, map, ownSpellingOf(root));
}

/** Edits a dossier as `edited` does; our own keys of the path, by their ids, and of the value are written in the file's way. */
export function editedDossier(bytes: Uint8Array, { path, value, append }: Edit, file: string): Uint8Array {
  const { node } = readDocument(bytes, '');
  const root = node?.kind === 'map' ? node : undefined;
  const spelling = ownSpellingOf(root);
  const part = ownKeyOf(String(path[0]), 'dossier') ?? '';
  const map = part === 'attachments' ? 'evidence' : below.get(part);
  let at: Node | undefined = root;
  const way = path.map((step, depth) => {
    const kind = depth === 0 ? 'dossier' : depth >= 2 ? map : undefined;
    const id = typeof step === 'string' && kind !== undefined ? ownKeyOf(step, kind) : undefined;
    const there: Entry | undefined =
      at?.kind === 'map'
        ? at.entries.find(({ key }) => key === step || (id !== undefined && kind && ownKeyOf(key, kind) === id))
        : undefined;
    at = at?.kind === 'list' && typeof step === 'number' ? at.items[step] : there?.value;
    return there?.key ?? (id === undefined || kind === undefined || spelling === 'ids' ? step : ownLabel(kind, id));
  });
  return edited(bytes, given({ path: way, value: speltIn(part, value, root), append }), file);
}

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
