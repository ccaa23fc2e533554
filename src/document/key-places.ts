// Where each key of a node stands, and its value, for checks that are made after the node itself is gone.
import type { KeyPlaces, Place } from '../findings/finding.ts';
import { type Entry, type Node, placeAt } from './node.ts';

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
