// Proves an edit: the file reads as before, but for the one item, and has lost none of its comments.
import { isDeepStrictEqual } from 'node:util';
import { Lexer } from 'yaml';
import { decode } from './decode.ts';
import type { WritableMap } from './edit-text.ts';
import { type MapNode, type Node, toPlain } from './node.ts';
import { readDocument } from './read.ts';

type Wanted = { readonly key: string; readonly item: WritableMap; readonly replace?: number };

/** Whether `after` is `before` with the item under its key, and nothing else changed. */
export function isFaithful(before: Uint8Array, after: Uint8Array, { key, item, replace }: Wanted): boolean {
  const [old, fresh] = [readDocument(before, ''), readDocument(after, '')];
  if (old.node?.kind !== 'map' || fresh.node?.kind !== 'map') return false;
  if (fresh.findings.length !== old.findings.length) return false;
  if (!isDeepStrictEqual(commentsOf(before), commentsOf(after))) return false;
  const kept = (node: MapNode) => node.entries.filter((entry) => entry.key !== key);
  const named = (node: MapNode) => node.entries.find((entry) => entry.key === key)?.value;
  const rest = (node: MapNode) => kept(node).map((entry) => [entry.key, written(entry.value)]);
  if (!isDeepStrictEqual(rest(old.node), rest(fresh.node))) return false;
  const items = itemsOf(named(old.node));
  const now = itemsOf(named(fresh.node));
  const at = replace ?? items.length;
  const changed = now[at];
  if (changed === undefined || !isDeepStrictEqual(sorted(toPlain(changed)), sorted(item))) return false;
  const others = (list: readonly Node[]) => list.flatMap((one, index) => (index === at ? [] : [written(one)]));
  return now.length === Math.max(items.length, at + 1) && isDeepStrictEqual(others(items), others(now));
}

const itemsOf = (node: Node | undefined): readonly Node[] => (node?.kind === 'list' ? node.items : []);

/** A tree without its places: values and how they are written. */
function written(node: Node): unknown {
  if (node.kind === 'scalar') return [node.source, node.value, node.quoted];
  if (node.kind === 'list') return node.items.map(written);
  return { map: node.entries.map((entry) => [entry.key, written(entry.value)]) };
}

/** The order of keys in an item says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Every comment of a file, in its order. */
function commentsOf(bytes: Uint8Array): readonly string[] {
  return [...new Lexer().lex(decode(bytes).text)].filter((token) => token.startsWith('#'));
}
