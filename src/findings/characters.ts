// Says of a text which of its characters do not stay as they were written: a finding each for what is wrong, unseen, or alike.
import { type Canonical, type Change, forbidden } from '../characters/canonical.ts';
import { codeOf } from '../characters/shown.ts';
import type { Forbidden } from './areas/text.ts';
import type { Finding, Place } from './finding.ts';
import { report } from './report.ts';

/** `placeOf` gives the place of a character of the text. */
export function characterFindings(
  { text, changes }: Canonical,
  where: 'value' | 'key' | 'file',
  placeOf: (character: string) => Place,
): Finding[] {
  const within = { where, text: excerpt(text) };
  const of = (test: (change: Change) => boolean) => {
    const found = changes.filter(test);
    const [first] = found;
    return first && { found, at: placeOf(first.from) };
  };
  const bad = of(({ kind }) => forbidden.has(kind));
  const unseen = of(({ kind }) => kind === 'invisible');
  const alike = of(({ kind }) => kind === 'look-alike');
  const sign = ({ from, times }: Change) => ({ code: codeOf(from), times });
  return [
    ...(bad === undefined
      ? []
      : [
          report(
            'text-forbidden',
            { ...within, signs: bad.found.map((one) => ({ ...sign(one), kind: one.kind as Forbidden })) },
            bad.at,
          ),
        ]),
    ...(unseen === undefined
      ? []
      : [report('text-invisible', { ...within, signs: unseen.found.map(sign) }, unseen.at)]),
    ...(alike === undefined
      ? []
      : [
          report(
            'text-look-alike',
            { ...within, signs: alike.found.map((one) => ({ ...sign(one), from: one.from, to: one.to })) },
            alike.at,
          ),
        ]),
  ];
}

/** A short text on one line; of a longer one nothing, since a part of it could tell what a redacted report must not. */
export const excerpt = (text: string): string => ([...text].length > 40 ? '' : text.replace(/\s+/g, ' ').trim());
