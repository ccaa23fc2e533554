// Schemas of single values: texts, identifiers, dates and figures, as loose as their readers in src/form/types are.
import type { Fact } from '../../expression/types.ts';
import { unitOf, unitsLike } from '../../values/units.ts';
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
// Letters and digits in ranges: Python, which reads the same schema, has no `\p`, and means other digits by `\d`.
const written =
  '0-9A-Za-z０-９Ａ-Ｚａ-ｚ\\u00c0-\\u024f\\u0370-\\u052f\\u3005\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff';
const between = `(?:[^${written}]|转|[Ee][Xx][Tt])*`;
const country = `(?:(?:[0０]${between}[0０]${between})?[8８]${between}[6６]${between})?`;
const space = '[\\s\\u200b-\\u200d\\ufeff]*';
const day = '[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])';
// Small and full-width letters are taken; I, O, S, V and Z are in no code.
const usccAlphabet = '[0-9０-９A-HJ-NPQRTUWXYa-hj-npqrtuwxyＡ-ＨＪ-ＮＰＱＲＴＵＷＸＹａ-ｈｊ-ｎｐｑｒｔｕｗｘｙ]';
const times = (one: string, count: number): string => `${one}(?:${space}${one}){${count - 1}}`;

const shapes = {
  uscc: `${space}${times(usccAlphabet, 2)}${space}${times(digit, 6)}${space}${times(usccAlphabet, 10)}${space}`,
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

// Year first or last, signs or 年月日 between, or a bare number: which of them is a day only `validate` can tell.
const dash = '[\\s\\u3000]*(?:[-./。－．／\\u2010-\\u2015\\u2212]|[\\s\\u3000])[\\s\\u3000]*';
const after = (mark: string): string => `(?:[\\s\\u3000]*${mark}[\\s\\u3000]*|${dash})`;
const anyDay = [
  `${digit}{4}${after('年')}${digit}{1,2}${after('月')}${digit}{1,2}[\\s\\u3000]*[日号]?(?:[T\\s]+0?0:00[0:.]*Z?)?`,
  `${digit}{1,2}${dash}${digit}{1,2}${dash}${digit}{4}`,
  `${digit}{8}|${digit}{5}`,
].join('|');

/** A day as a dossier writes it, offered; days in other spellings pass, numbers of spreadsheets among them. */
const dayOr = (shape: string, more: string, message: string): JsonSchema =>
  orElse(
    { type: 'string', pattern: `^${blank}(?:${shape})?${blank}$`, patternErrorMessage: message, errorMessage: message },
    ['boolean', 'object', 'array'],
    {
      type: ['string', 'integer', 'null', 'object', 'array'],
      pattern: `^${blank}(?:${more})${blank}$`,
      minimum: 18_264,
    },
  );

export const date = (words: SchemaWords): JsonSchema => dayOr(day, anyDay, words.wrong.date);
export const term = (words: SchemaWords): JsonSchema =>
  dayOr(`${day}|长期`, `${anyDay}|长\\s*期(?:有\\s*效)?`, words.wrong.term);

/** A number, or a text that is one without its separators and its unit; what else is wrong with it `validate` says. */
export function figure(fact: Pick<Fact, 'type' | 'unit' | 'negative'>, words: SchemaWords): JsonSchema {
  const whole = fact.type === 'count';
  const message = whole ? words.wrong.whole(fact.unit) : words.wrong.figure(fact.unit);
  return orElse(
    { type: whole ? 'integer' : 'number', ...(fact.negative ? {} : { minimum: 0 }), errorMessage: message },
    ['number', 'boolean', 'object', 'array'],
    { pattern: `^${blank}(?:${figureShape(fact, whole)})?${blank}$` },
  );
}

/** Decimals are counted where no unit can move the point. */
function figureShape(fact: Pick<Fact, 'type' | 'unit' | 'negative'>, whole: boolean): string {
  const gap = '[\\s\\u3000]*';
  const point = '[.．。]';
  const groups = ['[,，]', '[ \\u3000]+', '[_＿]']
    .map((sign) => `[1-9１-９]${digit}{0,2}(?:${sign}${digit}{3})+`)
    .join('|');
  const before = `(?:${groups}|${digit}+)`;
  const places = whole ? `(?:${point}[0０]*)?` : `(?:${point}${digit}{0,4}[0０]*)?`;
  const bare = whole ? `${before}${places}|${point}[0０]+` : `${before}${places}|${point}${digit}{1,4}[0０]*`;
  const units = unitsLike(unitOf(fact)).map((word) => [...word].map(wideOr).join(gap));
  const sign = `[+＋${fact.negative ? '\\-－\\u2010-\\u2015\\u2212\\ufe58\\ufe63' : ''}]?${gap}`;
  const unit =
    units.length === 0
      ? []
      : [`${sign}(?:${before}(?:${point}${digit}*)?|${point}${digit}+)${gap}(?:${units.join('|')})`];
  // A year and a place in a ranking.
  const counted = whole && fact.unit === undefined ? [`第?${gap}${digit}{1,4}${gap}(?:年|年度|名|位)?`] : [];
  const currency = `(?:(?:人民币|[Rr][Mm][Bb]|[Cc][Nn][Yy]|[¥￥])${gap})?`;
  return `${currency}(?:${[`${sign}(?:${bare})`, ...unit, ...counted, '[-－]0+(?:\\.0*)?'].join('|')})`;
}

/** A sign in either width. */
const wideOr = (sign: string): string =>
  sign >= '!' && sign <= '~' ? `[${sign}${String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)}]` : sign;
