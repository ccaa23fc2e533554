// How a value is written into a YAML file: quoted where YAML, or a Chinese input method, would make something else of it.

/** A figure as its text, which stands without quotes: `12.50`, where a number would lose its last zero. */
export class Figure {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** What an edit can write: texts, figures, whole numbers, lists, maps. */
export type Writable = string | number | Figure | readonly Writable[] | { readonly [key: string]: Writable };

export type WritableMap = { readonly [key: string]: Writable };

export const isMapping = (value: Writable): value is WritableMap =>
  typeof value === 'object' && !Array.isArray(value) && !(value instanceof Figure);

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

function scalarText(value: string | number | Figure): string {
  if (value instanceof Figure) return value.source;
  if (typeof value === 'number') return String(value);
  if ((plain.test(value) || day.test(value) || digest.test(value)) && !word.test(value)) return value;
  return quotedText(value);
}

/** Signs of printed labels that are no syntax; ：, ， and “ are left to quotes, for people type them as such. */
const label = /^[\p{L}\p{Nl}_][\p{L}\p{N}_./()（）%、《》 -]*$/u;
const isLabel = (key: string): boolean => label.test(key) && !key.endsWith(' ') && !/^(?:true|false|null)$/i.test(key);

/** A key: a year stands plain, and so does what is a key to every reader of YAML 1.2. */
export const keyText = (key: string): string => (/^\d{1,9}$/.test(key) || isLabel(key) ? key : quotedText(key));

// JSON escapes lone surrogates and control signs by itself.
const quotedText = (text: string): string => JSON.stringify(text).replace(unsafe, escaped);

/** On one line, in brackets: `{code: x, at: y}`. */
export function flowText(value: Writable): string {
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Figure) return scalarText(value);
  if (!isMapping(value)) return `[${value.map(flowText).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, inner]) => `${keyText(key)}: ${flowText(inner)}`);
  return `{${pairs.join(', ')}}`;
}

/** Cells of a line in brackets; a longer one is written below each other. */
const widestCells = 110;

/** Text of several lines that can stand as it is below a `|`. */
const asBlock = (text: string): boolean =>
  /^\S/.test(text) && /\n./u.test(text) && !/\n\n$|\r|\n[ \t]+(?:\n|$)|\t/.test(text) && !isUnsafe(text);

const isUnsafe = (text: string): boolean => /[\p{Cs}\p{Co}]/u.test(text) || quotedText(text).includes('\\u');

/**
 * A key and its value as a block, without the indent of the map it stands in: text of several lines below a `|`, rows a
 * line each, the rest in brackets on one line while they are short enough.
 */
export function blockLines(key: string, value: Writable): readonly string[] {
  const head = `${keyText(key)}:`;
  const [first = '', ...rest] = valueLines(value);
  return [first === '' ? head : `${head} ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))];
}

/** What stands behind a colon, and on the lines below it. */
export function valueLines(value: Writable): readonly string[] {
  if (typeof value === 'string' && asBlock(value)) {
    const ends = value.endsWith('\n');
    return [ends ? '|' : '|-', ...(ends ? value.slice(0, -1) : value).split('\n')];
  }
  if (Array.isArray(value) && value.some((item: Writable) => isMapping(item))) {
    return ['', ...value.flatMap((item: Writable) => rowLines(item))];
  }
  const line = flowText(value);
  if (!isMapping(value) || (line.length <= widestCells && !line.includes('\\n'))) return [line];
  return ['', ...Object.entries(value).flatMap(([key, inner]) => blockLines(key, inner))];
}

/** A row of a list with its dash, in brackets while it is short enough. */
function rowLines(item: Writable): readonly string[] {
  const line = flowText(item);
  return isMapping(item) && (line.length > widestCells || line.includes('\\n')) ? itemLines(item) : [`- ${line}`];
}

/** An item of a list with its dash, a key a line. */
export const itemLines = (item: WritableMap): readonly string[] =>
  dashed(Object.entries(item).flatMap(([key, inner]) => blockLines(key, inner)));

const dashed = (lines: readonly string[]): readonly string[] =>
  lines.map((line, at) => (at === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`));

type Path = readonly (string | number)[];

/** `[a, 0, b]` and a value as `{a: [{b: value}]}`. */
export const under = (path: Path, value: Writable): Writable =>
  path.reduceRight<Writable>((inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }), value);

/** The same in lines, a key a line. */
export function pathLines([key = '', ...rest]: Path, value: Writable): readonly string[] {
  if (typeof key === 'number') {
    if (rest.length > 0) return dashed(pathLines(rest, value));
    return isMapping(value) ? itemLines(value) : [`- ${flowText(value)}`];
  }
  if (rest.length === 0) return blockLines(key, value);
  return [
    ...blockLines(key, new Figure('')),
    ...pathLines(rest, value).map((line) => (line === '' ? '' : `  ${line}`)),
  ];
}

/** What a starter shows as the path of a file. */
export const shownPath = '文件路径';

/** Whether a comment is a starter's, which shows a key with a path, a day (`isTop`) or nothing: no word of a person. */
export function isShown(comment: string, key: string, isTop: boolean): boolean {
  if (!comment.startsWith(`# ${key}:`)) return false;
  const value = comment.slice(key.length + 3).trim();
  return value === '' || value === shownPath || (isTop && day.test(value));
}
