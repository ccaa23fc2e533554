// What every key of a definition file means, in both languages, as definition-words.yaml says it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const file = join(import.meta.dirname, 'definition-words.yaml');

/** Chinese and English, by the path of a key without the ids between: `attachments.covers`. */
export const meanings = z
  .record(z.string(), z.tuple([z.string().min(1), z.string().min(1)]))
  .parse(parse(readFileSync(file, 'utf8')));

/** Paths below which stands what stands elsewhere too. */
const same: readonly (readonly [path: string, as: string])[] = [
  ['criteria.readings.rule.', 'criteria.rule.'],
  ['criteria.rule.agrees.has_title', 'criteria.rule.has_title'],
  ['scorecard.items.better_of.', 'scorecard.items.bands.'],
];

/** What the key at a path means; nothing for one that nobody has put into words. */
export function meaningOf(path: string): readonly [zh: string, en: string] | undefined {
  const own = meanings[path];
  const [from, as] = same.find(([one]) => path.startsWith(one)) ?? [];
  if (own !== undefined || from === undefined || as === undefined)
    return own ?? meanings[`*.${path.slice(path.lastIndexOf('.') + 1)}`];
  return meaningOf(`${as}${path.slice(from.length)}`);
}
