// How a value is written into a YAML file: quoted where YAML, or a Chinese input method, would make something else of it.

/** What an edit can write: texts, whole numbers, lists, maps. */
export type Writable = string | number | readonly Writable[] | { readonly [key: string]: Writable };

export type WritableMap = { readonly [key: string]: Writable };

export const isMapping = (value: Writable): value is WritableMap => typeof value === 'object' && !Array.isArray(value);

/** Begins with a letter and holds nothing that is syntax, in or out of brackets. */
const plain = /^[\p{L}_][\p{L}\p{N}_./()（）-]*$/u;
const day = /^\d{4}-\d{2}-\d{2}$/;
/** A digest; one without these letters might be a number. */
const digest = /^(?=.*[a-df])[0-9a-f]{64}$/;
/** Words that some reader of YAML takes for yes, no or nothing. */
const word = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** Signs that YAML does not allow, or that would turn the order of reading. */
const unsafe = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\p{Bidi_Control}]/gu;
const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

function scalarText(value: string | number): string {
  if (typeof value === 'number') return String(value);
  if ((plain.test(value) || day.test(value) || digest.test(value)) && !word.test(value)) return value;
  // JSON escapes lone surrogates and control signs by itself.
  return JSON.stringify(value).replace(unsafe, escaped);
}

/** On one line, in brackets: `{code: x, at: y}`. */
export function flowText(value: Writable): string {
  if (typeof value === 'string' || typeof value === 'number') return scalarText(value);
  if (!isMapping(value)) return `[${value.map(flowText).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${flowText(inner)}`);
  return `{${pairs.join(', ')}}`;
}

/** Lines of one key of a map, without the indent of the map itself; a list stands below, an item a line. */
export function pairLines(key: string, value: Writable): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) return [`${key}: ${flowText(value)}`];
  return [`${key}:`, ...value.map((item: Writable) => `  - ${flowText(item)}`)];
}

/** Lines of an item of a list, its dash included. */
export function itemLines(item: WritableMap): readonly string[] {
  const lines = Object.entries(item).flatMap(([key, value]) => pairLines(key, value));
  return lines.map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`));
}
