// Schemas of choices: the printed options, and the same in other widths and spaces.

import { noneWords } from '../../form/types/type.ts';
import { noWords, yesWords } from '../../values/yes-no.ts';
import { orElse, text, when } from './scalar.ts';
import { type JsonSchema, literal, tolerantChoice } from './spelling.ts';
import type { SchemaWords } from './words.ts';

/** One of the printed options; without any the choice is open and takes every text. */
export function choice(options: readonly string[], words: SchemaWords): JsonSchema {
  if (options.length === 0) return text(words);
  return orElse(
    { enum: options, errorMessage: words.wrong.choice(options) },
    ['number', 'boolean', 'object', 'array'],
    { pattern: otherwise(options) },
  );
}

/** The options in another spelling, or nothing; the printed spelling is the editor's. */
function otherwise(options: readonly string[]): string {
  const exact = `(?!(?:${options.map(literal).join('|')})$)`;
  return `${tolerantChoice(options, exact)}|^\\s*$`;
}

/** 是 and 否 as printed; YAML's own true and false, and the marks and words for them, are the same. */
export const yesNo = (words: SchemaWords): JsonSchema =>
  orElse({ enum: ['是', '否'], errorMessage: words.wrong.choice(['是', '否']) }, ['number', 'object', 'array'], {
    pattern: `${tolerantChoice([...yesWords, ...noWords], '(?![是否]$)')}|^\\s*$|^\\s*[√✓✔☑■□☐]\\s*是\\s*[√✓✔☑■□☐]\\s*否\\s*$`,
  });

/** A list of `item`, or one alone. */
export const several = (item: JsonSchema): JsonSchema => when('array', { items: item }, item);

/** A list of options, one alone, several in one text, or a word for none. */
export function severalChoices(options: readonly string[], words: SchemaWords): JsonSchema {
  const item = choice(options, words);
  if (options.length === 0) return several(item);
  const joined = { type: 'string', pattern: `[、，,;；/／\\n]|^\\s*(?:${noneWords.join('|')})\\s*$` };
  return when('array', { items: item }, { if: joined, else: item });
}
