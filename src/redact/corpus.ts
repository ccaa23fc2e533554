// The words of a definition, folded: what stands in the law, or is an option of it, tells nothing of who applies.
import { type Finder, piecesOf } from './finder.ts';
import { fold } from './fold.ts';

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
