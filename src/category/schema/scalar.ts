// Schemas of single values: texts, identifiers, dates and figures, as loose as their readers in src/form/types are.
import type { Fact } from '../../expression/types.ts';
import type { JsonSchema } from './spelling.ts';
import type { SchemaWords } from './words.ts';

/**
 * `offered` is what an editor explains and completes; beside it any value passes that is of none of the `refused`
 * types and fits `more`. A key without a value, `[]` and `{}` always pass: nothing is written there.
 */
export const orElse = (offered: JsonSchema, refused: readonly string[], more: JsonSchema = {}): JsonSchema => ({
  // The empty texts keep the two apart for yaml-language-server, whose hover joins the titles of all it takes for equal.
  anyOf: [
    { description: '', ...offered },
    { title: '', ...more, not: { type: refused, minItems: 1, minProperties: 1 } },
  ],
});

export const blank = '\\s*';
const all = ['string', 'number', 'boolean', 'object', 'array'] as const;

/** A map in whose place `[]`, an empty text or nothing may stand. */
export const mapOrNone = (message: string): JsonSchema => ({
  type: ['object', 'null', 'string', 'array'],
  pattern: `^${blank}$`,
  patternErrorMessage: message,
  maxItems: 0,
});

/** `then` for values of a type, else `otherwise`. */
export const when = (type: 'object' | 'array', then: JsonSchema, otherwise: JsonSchema): JsonSchema => ({
  if: { type },
  then,
  else: otherwise,
});

/** Any single value; `max` counts code points, ends trimmed, line breaks left out. */
export function text(words: SchemaWords, max?: number): JsonSchema {
  const limit =
    max === undefined
      ? {}
      : { pattern: `^\\s*(?:[\\r\\n]*[^\\r\\n]){0,${max}}\\s*$`, patternErrorMessage: words.wrong.tooLong(max) };
  return orElse({ type: 'string', ...limit, errorMessage: words.wrong.text }, ['string', 'object', 'array']);
}

/** A text of a shape, in quotes when it looks like a number. */
export const quoted = (shape: string, message: string, unquoted = message): JsonSchema =>
  orElse({ type: 'string', pattern: `^${shape}`, patternErrorMessage: message, errorMessage: unquoted }, all);

const pattern = (shape: string, message: string, unquoted = message): JsonSchema =>
  quoted(`${blank}(?:${shape})?${blank}$`, message, unquoted);

// People write numbers with full-width digits, brackets, dashes, 转 and ext between them.
const digit = '[0-9０-９]';
const between = '(?:[^\\p{L}\\p{Nd}]|转|[Ee][Xx][Tt])*';
const country = `(?:(?:[0０]${between}[0０]${between})?[8８]${between}[6６]${between})?`;
const space = '[\\s\\u200b-\\u200d\\ufeff]*';
const day = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const usccAlphabet = '[0-9A-HJ-NPQRTUWXY]';

const shapes = {
  uscc: `${usccAlphabet}{2}\\d{6}${usccAlphabet}{10}`,
  postcode: `${digit}(?:\\s*${digit}){5}`,
  phone: `${between}${digit}(?:${between}${digit}){6,23}${between}`,
  mobile: `${between}${country}[1１]${between}[3-9３-９](?:${between}${digit}){9}${between}`,
  email: '[^\\s@＠]+[@＠][^\\s@＠]+[.．][^\\s@＠]+',
  patent: `${space}(?:[A-Za-zＡ-Ｚａ-ｚ]${space}){0,2}[:：\\-－]?${space}${digit}(?:${space}${digit}){6,12}${space}[.．。]?${space}(?:[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]${space}){0,2}`,
} as const;

/** An identifier whose shape is known; what only a sum can tell (check characters) is left to `validate`. */
export const identifier = (kind: keyof typeof shapes, words: SchemaWords): JsonSchema =>
  pattern(shapes[kind], words.wrong[kind], words.wrong.identifier);

/** An identifier of any shape. */
export const anyIdentifier = (words: SchemaWords): JsonSchema =>
  orElse({ type: 'string', errorMessage: words.wrong.identifier }, all);

export const date = (words: SchemaWords): JsonSchema => pattern(day, words.wrong.date);
export const term = (words: SchemaWords): JsonSchema => pattern(`${day}|长期`, words.wrong.term);

/** A plain number, or one in quotes: without unit, sign or separator, at most four decimals. */
export function figure(fact: Pick<Fact, 'type' | 'unit' | 'negative'>, words: SchemaWords): JsonSchema {
  const whole = fact.type === 'count';
  const minus = fact.negative ? '-?' : '';
  const plain = whole ? '(?:\\d+(?:\\.0*)?|\\.0+)' : '(?:\\d+(?:\\.\\d{0,4}0*)?|\\.\\d{1,4}0*)';
  const message = whole ? words.wrong.whole(fact.unit) : words.wrong.figure(fact.unit);
  return orElse(
    { type: whole ? 'integer' : 'number', ...(fact.negative ? {} : { minimum: 0 }), errorMessage: message },
    ['number', 'boolean', 'object', 'array'],
    { pattern: `^${blank}(?:${minus}${plain})?${blank}$` },
  );
}
