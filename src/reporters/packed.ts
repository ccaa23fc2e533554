// What `build` says while it writes: what files lost to fit, which merged PDFs grew too large, which files stay beside.

import type { Language } from '../findings/sentence.ts';
import { type Apart, buildWords } from '../words/build.ts';
import { cleanLine } from './clean.ts';
import { messageOf } from './listed.ts';
import type { Reported } from './reported.ts';

/** What merging a slot came to, as far as it is shown. */
export type MergeShown = {
  readonly label: string;
  readonly apart: readonly { readonly source: string; readonly why: Apart }[];
  readonly signed: readonly string[];
} & (
  | { readonly is: 'merged'; readonly bytes?: number }
  | { readonly is: 'single' | 'none' | 'unproved' }
  | { readonly is: 'over'; readonly bytes: number; readonly limit: number }
);

/** A line each; none when every file is in a merged PDF. */
export function mergedNotes(merged: readonly MergeShown[], language: Language): readonly string[] {
  const words = buildWords(language).merged;
  const single = merged.filter((one) => one.is === 'single' && one.apart.length === 0).length;
  const notes = merged.flatMap((one) => [
    ...(one.is === 'over' ? [words.over(one.label, one.bytes, one.limit)] : []),
    ...(one.is === 'unproved' ? [words.unproved(one.label)] : []),
    ...one.apart.map(({ source, why }) => words.apart(one.label, source, why)),
    ...one.signed.map((source) => words.signed(one.label, source)),
  ]);
  return [...(single === 0 ? [] : [words.single(single)]), ...notes].map(cleanLine);
}

/** What was made smaller, with its loss, and what could not be. */
export const fitNotes = ({ findings }: Pick<Reported, 'findings'>, language: Language): readonly string[] =>
  findings
    .filter(({ code }) => code === 'file-fitted' || code === 'fit-impossible')
    .map((one) => messageOf(one, language));
