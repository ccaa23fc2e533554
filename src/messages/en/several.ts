// How a sentence names several things of one kind, in English: all of a few, the first of many with how many more.
import type { InFiles } from '../../findings/codes/spec.ts';

/** More are not all named. */
const few = 4;
const shown = 3;

/** `a, b`; `a, b, c and 6 more`. */
export const andMore = (names: readonly string[]): string =>
  names.length <= few ? names.join(', ') : `${names.slice(0, shown).join(', ')} and ${names.length - shown} more`;

/** One file by its path, several as `a, b, c and 6 more`. */
export const named = ({ file, files = [file] }: InFiles): string => andMore(files);

/** The verb for one file, or for several. */
export const verb = ({ files = [] }: { readonly files?: readonly string[] }, one: string, several: string): string =>
  files.length > 1 ? several : one;

/** `“a”, “b”`. */
export const quoted = (key: string, keys: readonly string[] = [key]): string => andMore(keys.map((one) => `“${one}”`));

/** The end of a noun that several things share. */
export const plural = (several: readonly unknown[] | undefined): string => (several === undefined ? '' : 's');

export const near = (name: string | undefined): string => (name === undefined ? '' : `Did you mean “${name}”?`);

/** What is near is told of a single one only. */
export const nearOne = (keys: readonly string[] | undefined, name: string | undefined): string =>
  keys === undefined ? near(name) : '';
