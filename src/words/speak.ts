// How words stand in both languages side by side: Chinese says what there is, and the compiler keeps English in step.
import type { Language } from '../findings/sentence.ts';

/** A text in both languages. */
export type Both = Readonly<Record<Language, string>>;

/** What a second language has to say where the first says T: the same keys, and sentences of the same arguments. */
export type Said<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Said<R>
    : { readonly [K in keyof T]: Said<T[K]> };

/** Gives the words in the language asked for. */
export const speak =
  <T>(words: Readonly<Record<Language, T>>) =>
  (language: Language): T =>
    words[language];

export { some } from '../findings/several.ts';
