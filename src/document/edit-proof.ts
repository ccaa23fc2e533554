// Proves an edit: the file reads as before, but for the one value, and has lost none of its comments but the one that showed it.
import { isDeepStrictEqual } from 'node:util';
import { Lexer } from 'yaml';
import { canonical } from '../characters/canonical.ts';
import { textCodes } from '../findings/areas/text.ts';
import { decode } from './decode.ts';
import { Figure, isMapping, isShown, keyText, type Writable } from './edit-text.ts';
import type { MapNode, Node } from './node.ts';
import { type DocumentRead, readDocument } from './read.ts';

/** How much is wrong with the YAML itself; what a value is made of is the business of who wrote it. */
export const slipsOf = ({ findings }: DocumentRead): number =>
  findings.filter(({ code }) => !Object.hasOwn(textCodes, code)).length;

type WantedAt = { readonly path: readonly (string | number)[]; readonly value: Writable; readonly append?: boolean };

/** Whether `after` is `before` with the value at its path, and nothing else changed. */
export function hasSet(before: Uint8Array, after: Uint8Array, wanted: WantedAt): boolean {
  const [old, fresh] = [readDocument(before, ''), readDocument(after, '')];
  if (old.node === undefined || fresh.node === undefined) return false;
  if (slipsOf(fresh) > slipsOf(old)) return false;
  const [said, left] = [commentsOf(before), commentsOf(after)];
  const isFor = (one: string): boolean =>
    wanted.path.some((key, at) => typeof key === 'string' && isShown(one, keyText(key), at === 0));
  const isKept = (at: number): boolean => isDeepStrictEqual(said.toSpliced(at, 1), left);
  if (!isDeepStrictEqual(said, left) && !said.some((one, at) => isFor(one) && isKept(at))) return false;
  return isSet(old.node, fresh.node, wanted);
}

function isSet(old: Node | undefined, fresh: Node | undefined, { path, value, append }: WantedAt): boolean {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (!append) return says(fresh, value);
    const [items, now] = [itemsOf(old), itemsOf(fresh)];
    const kept = isDeepStrictEqual(items.map(written), now.slice(0, -1).map(written));
    return kept && now.length === items.length + 1 && says(now.at(-1), value);
  }
  const more = append === undefined ? {} : { append };
  if (typeof key === 'number') {
    const [items, now] = [itemsOf(old), itemsOf(fresh)];
    const rows = (list: readonly Node[]) => list.flatMap((one, index) => (index === key ? [] : [written(one)]));
    const same = now.length === Math.max(items.length, key + 1) && isDeepStrictEqual(rows(items), rows(now));
    return same && isSet(items[key], now[key], { path: rest, value, ...more });
  }
  if (fresh?.kind !== 'map') return false;
  const before = old?.kind === 'map' ? old.entries : [];
  const others = (entries: MapNode['entries']) =>
    entries.flatMap((entry) => (entry.key === key ? [] : [[entry.key, written(entry.value)]]));
  if (!isDeepStrictEqual(others(before), others(fresh.entries))) return false;
  const at = (entries: MapNode['entries']) => entries.find((entry) => entry.key === key)?.value;
  return isSet(at(before), at(fresh.entries), { path: rest, value, ...more });
}

/** Whether a node is what was to be written. */
export function says(node: Node | undefined, value: Writable): boolean {
  if (value instanceof Figure) return node?.kind === 'scalar' && !node.quoted && node.source === value.source;
  if (typeof value === 'string') return node?.kind === 'scalar' && node.value === canonical(value).text;
  if (typeof value === 'number') return node?.kind === 'scalar' && node.value === value;
  if (!isMapping(value)) {
    return (
      node?.kind === 'list' &&
      node.items.length === value.length &&
      value.every((item: Writable, index) => says(node.items[index], item))
    );
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return node?.kind === 'map' && node.entries.length === 0;
  return (
    node?.kind === 'map' &&
    node.entries.length === entries.length &&
    entries.every(([key, inner]) => says(node.entries.find((entry) => entry.key === key)?.value, inner))
  );
}

const itemsOf = (node: Node | undefined): readonly Node[] => (node?.kind === 'list' ? node.items : []);

/** A tree without its places: values and how they are written. */
export function written(node: Node): unknown {
  if (node.kind === 'scalar') return [node.source, node.value, node.quoted];
  if (node.kind === 'list') return node.items.map(written);
  return { map: node.entries.map((entry) => [entry.key, written(entry.value)]) };
}

/** Every comment of a file, in its order. */
export function commentsOf(bytes: Uint8Array): readonly string[] {
  return [...new Lexer().lex(decode(bytes).text)].filter((token) => token.startsWith('#'));
}
