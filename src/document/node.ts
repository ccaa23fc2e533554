// A YAML file as a tree in which every key and value knows where it stands and how it was written.
import type { KeyPlaces, Place } from '../findings/finding.ts';

/** Where something stands in a file: lines and columns from 1, columns in code points, the end exclusive. */
export type Range = {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Nothing stands there: it is where what is missing belongs. */
  readonly absent?: true;
};

/** Where something that is missing belongs. */
export const absentAt = <Where extends Range>(where: Where): Where => ({ ...where, absent: true });

/** A single value. `source` is the text as written, without quotes: `0512`, `9132…E43`, `10.00`. */
export type ScalarNode = {
  readonly kind: 'scalar';
  readonly source: string;
  /** What YAML 1.2 core makes of it; a float may have lost digits, so figures and codes read `source`. */
  readonly value: string | number | boolean | null;
  readonly quoted: boolean;
  readonly range: Range;
};

type ListNode = { readonly kind: 'list'; readonly items: readonly Node[]; readonly range: Range };

export type Entry = { readonly key: string; readonly keyRange: Range; readonly value: Node };

export type MapNode = { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly range: Range };

export type Node = ScalarNode | ListNode | MapNode;

/** A place for a finding, from a range of a file and the id path of what stands there. */
export const placeAt = (file: string, path: string, range: Range): Place => ({ file, path, ...range });

/** The entry of a map with one of the given keys. */
export const entryOf = (map: MapNode, ...keys: string[]): Entry | undefined =>
  map.entries.find((entry) => keys.includes(entry.key));

/** Plain JavaScript values of a tree, as zod wants them. */
export function toPlain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toPlain);
  return Object.fromEntries(node.entries.map((entry) => [entry.key, toPlain(entry.value)]));
}

/** All that stands in `node`, which is found at `path` of `file`. A key without a value is its own value. */
export function keyPlaces(node: Node, path: string, file: string): KeyPlaces {
  const found = new Map<string, { key: Place; value: Place }>();
  const walk = (at: Node, way: string): void => {
    if (at.kind === 'scalar') return;
    if (at.kind === 'map') for (const entry of at.entries) add(entry, way === '' ? entry.key : `${way}.${entry.key}`);
    else
      for (const [index, item] of at.items.entries()) {
        const place = placeAt(file, `${path}.${way}[${index}]`, item.range);
        found.set(`${way}[${index}]`, { key: place, value: place });
        walk(item, `${way}[${index}]`);
      }
  };
  const add = ({ keyRange, value }: Entry, way: string): void => {
    if (found.has(way)) return;
    const own = placeAt(file, `${path}.${way}`, keyRange);
    const isEmpty = value.kind === 'scalar' && value.source === '' && !value.quoted;
    found.set(way, { key: own, value: isEmpty ? own : placeAt(file, `${path}.${way}`, value.range) });
    walk(value, way);
  };
  walk(node, '');
  return found;
}
