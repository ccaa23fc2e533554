// Makes the edits that findings carry, in the bytes of a file: each is read again, and made only if nothing else has changed.
import { isDeepStrictEqual } from 'node:util';
import type { Fix } from '../findings/finding.ts';
import { commentsOf, slipsOf, written } from './edit-proof.ts';
import type { MapNode, Node, Range } from './node.ts';
import { type DocumentRead, readDocument } from './read.ts';

export type Made = {
  readonly bytes: Uint8Array;
  readonly made: readonly Fix[];
  /** Those that did not stand the proof, or lie inside of another. */
  readonly left: readonly Fix[];
};

/** The bytes with the edits in them; BOM, line ends and all that no edit is about stay. */
export function mended(bytes: Uint8Array, fixes: readonly Fix[]): Made {
  let now = bytes;
  /** As many as stand the proof together; from the end of the file, so that places before stay what they are. */
  const make = (some: readonly Fix[]): readonly Fix[] => {
    const after = putAll(now, some);
    if (after !== undefined && isProved(now, after, some)) {
      now = after;
      return some;
    }
    if (some.length < 2) return [];
    const half = Math.ceil(some.length / 2);
    const behind = make(some.slice(half));
    return [...make(some.slice(0, half)), ...behind];
  };
  const apart = separate(fixes);
  const made = apart.length === 0 ? [] : make(apart);
  return { bytes: now, made, left: fixes.filter((fix) => !made.includes(fix)) };
}

/** Nothing where one of them finds something else at its place. */
function putAll(bytes: Uint8Array, fixes: readonly Fix[]): Uint8Array | undefined {
  const after = fixes.reduceRight((text, fix) => (text === undefined ? undefined : put(text, fix)), textOf(bytes));
  return after === undefined ? undefined : bytesOf(after);
}

type Spot = { readonly line: number; readonly column: number };
const isBefore = (a: Spot, b: Spot): boolean => a.line < b.line || (a.line === b.line && a.column < b.column);
const start = ({ line, column }: Range): Spot => ({ line, column });
const end = ({ endLine, endColumn }: Range): Spot => ({ line: endLine, column: endColumn });
const isAt = (a: Range, b: Range): boolean => isDeepStrictEqual([start(a), end(a)], [start(b), end(b)]);
/** Whether two ranges share more than a border; an empty one stands inside of what it touches. */
const overlap = (a: Range, b: Range): boolean =>
  isAt(a, b) || (isBefore(start(a), end(b)) && isBefore(start(b), end(a)));

/** In the order of the file, each once; of two that overlap only the first. */
function separate(fixes: readonly Fix[]): readonly Fix[] {
  const sorted = [...fixes].sort((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0));
  return sorted.filter((fix, index) => !sorted.slice(0, index).some((one) => overlap(one.at, fix.at)));
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text with one edit made; nothing where something else stands at its place. */
function put(text: string, fix: Fix): string | undefined {
  const [from, to] = [offsetOf(text, start(fix.at)), offsetOf(text, end(fix.at))];
  if (text.slice(from, to).replace(/\r\n?/g, '\n') !== fix.stands) return undefined;
  const eol = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  return text.slice(0, from) + fix.put.replaceAll('\n', eol) + text.slice(to);
}

/** Whatever ends a line, and with a BOM or without, columns count code points of the line. */
function offsetOf(text: string, { line, column }: Spot): number {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const ends = /\r\n?|\n/g;
  ends.lastIndex = at;
  for (let number = 1; number < line; number += 1) {
    if (ends.exec(text) === null) return text.length;
    at = ends.lastIndex;
  }
  for (let points = 1; points < column && at < text.length; points += 1)
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

/** Whether nothing but what stands at the places of the edits reads otherwise than before. */
function isProved(bytes: Uint8Array, after: Uint8Array, fixes: readonly Fix[]): boolean {
  const [old, fresh] = [readDocument(bytes, ''), readDocument(after, '')];
  if (!isDeepStrictEqual(commentsOf(bytes), commentsOf(after))) return false;
  // What could not be read has fewer slips now, or can be.
  if (old.node === undefined)
    return fresh.node !== undefined || slipsOf(fresh) < slipsOf(old) || goesFurther(old, fresh, fixes);
  return fresh.node !== undefined && slipsOf(fresh) <= slipsOf(old) && isSame(old.node, fresh.node, fixes);
}

/** The parser tells one fault at a time: with the first one mended it tells the next. */
function goesFurther(
  { findings: before }: DocumentRead,
  { findings: fresh }: DocumentRead,
  fixes: readonly Fix[],
): boolean {
  const [was, is] = [before[0]?.at, fresh[0]?.at];
  if (was === undefined || is === undefined || isBefore(was, is)) return true;
  // It tells nothing while slips of the keyboard are left: its fault was there above them all the while.
  const isOfParser = ({ code }: { readonly code: string }): boolean => code === 'yaml-syntax';
  return (
    !before.some(isOfParser) &&
    fresh.every(isOfParser) &&
    !fixes.some(({ at }) => at.line <= is.line && is.line <= at.endLine)
  );
}

function isSame(old: Node, fresh: Node, fixes: readonly Fix[]): boolean {
  const within = fixes.filter(({ at }) => overlap(old.range, at));
  const [only] = within;
  if (only === undefined) return isDeepStrictEqual(written(old), written(fresh));
  if (isAt(old.range, only.at)) return isMeant(fresh, only);
  if (old.kind === 'scalar') return true;
  if (old.kind === 'list')
    return (
      fresh.kind === 'list' &&
      fresh.items.length === old.items.length &&
      old.items.every((item, index) => isSame(item, fresh.items[index] ?? item, within))
    );
  return fresh.kind === 'map' && sameEntries(old, fresh, within);
}

/** The same keys with the same values, but for those of the edits; behind a value that stays an edit may put a key. */
function sameEntries(old: MapNode, fresh: MapNode, fixes: readonly Fix[]): boolean {
  const adds = (value: Node): boolean =>
    fixes.some(
      (fix) =>
        isAt(value.range, fix.at) &&
        fix.put.startsWith(fix.stands) &&
        /^(?:\n|, )/.test(fix.put.slice(fix.stands.length)),
    );
  let at = 0;
  for (const { key, keyRange, value } of old.entries) {
    const now = fresh.entries[at];
    if (now === undefined) return false;
    if (now.key !== key && !fixes.some((fix) => overlap(keyRange, fix.at))) return false;
    const same = adds(value) ? isDeepStrictEqual(written(value), written(now.value)) : isSame(value, now.value, fixes);
    if (!same) return false;
    at += adds(value) ? 2 : 1;
  }
  return at === fresh.entries.length;
}

/** What an edit writes reads as it would alone. */
function isMeant(fresh: Node, { put: text }: Fix): boolean {
  const alone = readDocument(bytesOf(`value: ${text}\n`), '').node;
  const value = alone?.kind === 'map' ? alone.entries[0]?.value : undefined;
  return value !== undefined && isDeepStrictEqual(written(value), written(fresh));
}
