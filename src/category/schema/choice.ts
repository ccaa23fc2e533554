// Schemas of choices: the printed options, and the same in other widths and spaces.
import { orElse, text, when } from './scalar.ts';
import { type JsonSchema, literal, tolerant } from './spelling.ts';
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
  return `${tolerant(options, exact)}|^\\s*$`;
}

/** 是 and 否 as printed; YAML's own true and false are the same. */
export const yesNo = (words: SchemaWords): JsonSchema =>
  orElse({ enum: ['是', '否'], errorMessage: words.wrong.choice(['是', '否']) }, ['number', 'object', 'array'], {
    pattern: otherwise(['是', '否']),
  });

/** A list of `item`, or one alone. */
export const several = (item: JsonSchema): JsonSchema => when('array', { items: item }, item);
