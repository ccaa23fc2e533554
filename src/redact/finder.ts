// Finds any of many folded words in a text, in time that grows with the text and not with the words; and the words of a definition, which tell nothing of who applies.
import { fold } from './fold.ts';

/** Longest word that is looked for as a whole, in UTF-16 units; longer ones are looked for in pieces. */
const longestUnits = 32;

/** A word in pieces of about the same length, none longer than is looked for. */
export function piecesOf(word: string): readonly string[] {
  const count = Math.ceil(word.length / longestUnits);
  const each = Math.ceil(word.length / count);
  return Array.from({ length: count }, (_, at) => word.slice(at * each, (at + 1) * each));
}

/** A word that was found, its end exclusive. */
export type Hit<T> = { readonly start: number; readonly end: number; readonly value: T };

/** Words with what each stands for; of two equal ones the first counts. */
export class Finder<T> {
  readonly #values = new Map<string, T>();
  /** Lengths of the words that begin with two signs, or are this one sign; the longest first. */
  readonly #lengths = new Map<string, number[]>();

  constructor(words: Iterable<readonly [string, T]>) {
    for (const [word, value] of words) {
      if (word === '' || this.#values.has(word)) continue;
      this.#values.set(word, value);
      const head = word.slice(0, 2);
      const lengths = this.#lengths.get(head);
      if (lengths === undefined) this.#lengths.set(head, [word.length]);
      else if (!lengths.includes(word.length)) lengths.push(word.length);
    }
    for (const lengths of this.#lengths.values()) lengths.sort((a, b) => b - a);
  }

  get size(): number {
    return this.#values.size;
  }

  /** All words that begin at a place, the longest first. */
  *at(text: string, start: number): Generator<Hit<T>> {
    for (const head of [text.slice(start, start + 2), text.slice(start, start + 1)]) {
      for (const length of this.#lengths.get(head) ?? []) {
        if (head.length === 1 && length !== 1) continue;
        const value = this.#values.get(text.slice(start, start + length));
        if (value !== undefined && start + length <= text.length) yield { start, end: start + length, value };
      }
      if (head.length < 2) return;
    }
  }
}

/** Every text and key of a definition, folded, between quotes. */
export type Corpus = string;

const known = new Map<string, Corpus>();

/** `flattened` is JSON; its digest tells whether it was folded before. */
export function corpusOf({ flattened, sha256 }: { readonly flattened: string; readonly sha256: string }): Corpus {
  const before = known.get(sha256);
  if (before !== undefined) return before;
  const corpus = joined(textsIn(JSON.parse(flattened)));
  known.set(sha256, corpus);
  return corpus;
}

/** Texts as one corpus. */
export const joined = (texts: Iterable<string>): Corpus =>
  [...new Set([...texts].map(fold))].map((text) => `"${text}"`).join('');

/** All texts and keys of plain data. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield key;
    yield* textsIn(inner);
  }
}

/** Which of the finder's words the corpus has: as a whole text or key of it, or within one. */
export function foundIn(corpus: Corpus, finder: Finder<string>): ReadonlyMap<string, 'whole' | 'within'> {
  const found = new Map<string, 'whole' | 'within'>();
  for (let at = 0; at < corpus.length; at += 1) {
    for (const { value: word, start } of finder.at(corpus, at)) {
      // Of a long word the finder knows the first piece only.
      if (piecesOf(word).length > 1 && !corpus.startsWith(word, start)) continue;
      const isWhole = corpus[start - 1] === '"' && corpus[start + word.length] === '"';
      if (isWhole || !found.has(word)) found.set(word, isWhole ? 'whole' : 'within');
    }
  }
  return found;
}
