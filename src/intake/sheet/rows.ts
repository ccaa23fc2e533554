// The rows of a table sheet as values of a dossier, and back: a row a record, a file of a slot, a claim.
import { workbookWords as words } from '../../words/workbook.ts';
import { isValues, type Value, type Values } from '../starter/given.ts';
import type { GridSheet } from './asked.ts';

export type Row = Readonly<Record<string, string>>;

const part = /[;；\n]/u;

/** `甲；乙` of a list, `无` of an empty one; nothing when a text could not be told apart again. */
export function listText(value: Value): string | undefined {
  if (typeof value === 'string') return part.test(value) || value === words.no ? undefined : value;
  if (!Array.isArray(value)) return undefined;
  if (value.length === 0) return words.no;
  const texts = value.filter((one): one is string => typeof one === 'string' && one !== '' && !part.test(one));
  return texts.length < value.length || (texts.length === 1 && texts[0] === words.no) ? undefined : texts.join('；');
}

/** The list that a cell says. */
export function listOf(text: string): readonly string[] {
  if (text.trim() === words.no) return [];
  return text
    .split(part)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

type Taken = { readonly rows: readonly Row[] | 'none'; readonly left?: Value };

/** The rows of a sheet from what a dossier says there; what fits no column is left. */
export function rowsFrom(value: Value, sheet: GridSheet): Taken | undefined {
  if (sheet.path[0] === 'attachments') return isValues(value) ? slotRows(value, sheet) : undefined;
  const items = Array.isArray(value) ? value : [value];
  if (value === '' || (items.length === 0 && !sheet.mayBeNone)) return { rows: [] };
  if (items.length === 0) return { rows: 'none' };
  const rows = items.map((item) => (isValues(item) ? rowFrom(item, sheet) : undefined));
  // A row that does not fit keeps all of them together: their numbers count.
  const fitting = rows.filter((row) => row !== undefined);
  return fitting.length < rows.length ? undefined : { rows: fitting };
}

function rowFrom(item: Values, { columns, path, facts }: GridSheet): Row | undefined {
  const row: Record<string, string> = {};
  for (const [key, value] of Object.entries(item)) {
    const column = columns.find(({ id }) => id === key);
    const text = column === undefined ? undefined : cellText(value, key, column.asked.type, path[0] ?? '', facts);
    if (text === undefined) return undefined;
    row[key] = text;
  }
  return row;
}

function cellText(
  value: Value,
  key: string,
  type: string,
  part: string,
  facts: GridSheet['facts'],
): string | undefined {
  if (type === 'choices' || type === 'texts' || (part === 'attachments' && key === 'covers')) return listText(value);
  if (part === 'attachments' && key === 'figures') return figuresText(value, facts);
  if (part === 'attestations' && key === 'files') return digestsText(value);
  return typeof value === 'string' ? value : undefined;
}

/** `{main_revenue: {2020: 8330.00}}` → `主营业务收入.2020=8330.00`. */
function figuresText(value: Value, facts: GridSheet['facts'] = new Map()): string | undefined {
  if (!isValues(value)) return undefined;
  const parts = Object.entries(value).flatMap(([fact, figure]) =>
    isValues(figure) ? Object.entries(figure).map(([year, one]) => [`${fact}.${year}`, one]) : [[fact, figure]],
  );
  const fits = parts.every(
    ([name, text]) => typeof text === 'string' && !/[=;；\n]/u.test(text) && !/[=;；\n]|\..*\./u.test(String(name)),
  );
  const named = (name: string): string => name.replace(/^[^.]+/u, (fact) => facts.get(fact) ?? fact);
  return fits ? parts.map(([name, text]) => `${named(String(name))}=${text}`).join('；') : undefined;
}

function figuresOf(text: string, facts: GridSheet['facts'] = new Map()): Value {
  const ids = new Map([...facts].map(([id, name]) => [name, id]));
  const made: Record<string, Value> = {};
  for (const one of listOf(text)) {
    const at = one.search(/[=＝:：]/u);
    const [name, figure] = at < 0 ? [one, ''] : [one.slice(0, at).trim(), one.slice(at + 1).trim()];
    const dot = name.lastIndexOf('.');
    const [said, year] = dot < 0 ? [name, undefined] : [name.slice(0, dot).trim(), name.slice(dot + 1).trim()];
    const fact = ids.get(said) ?? said;
    if (year === undefined) made[fact] = figure;
    else {
      const before = made[fact];
      made[fact] = { ...(isValues(before) ? before : {}), [year]: figure };
    }
  }
  return made;
}

function digestsText(value: Value): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const lines = value.map((one) => {
    if (!isValues(one)) return undefined;
    const { file, sha256, ...more } = one;
    const fits = typeof file === 'string' && typeof sha256 === 'string' && Object.keys(more).length === 0;
    return fits && !/[\n]/.test(file) ? `${file} ${sha256}` : undefined;
  });
  return lines.includes(undefined) ? undefined : lines.join('\n');
}

const digestsOf = (text: string): Value =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.lastIndexOf(' ');
      return at < 0 ? { file: line } : { file: line.slice(0, at).trim(), sha256: line.slice(at + 1) };
    });

/** A slot of one file without more to say is its path; `[]` is a slot that is named and has no file. */
function slotRows(slots: Values, sheet: GridSheet): Taken {
  const rows: Row[] = [];
  const left: Record<string, Value> = {};
  const known = sheet.columns.find(({ id }) => id === 'slot')?.asked.options ?? [];
  for (const [slot, value] of Object.entries(slots)) {
    const label = sheet.slots?.get(slot);
    const items = Array.isArray(value) ? value : [value];
    const made = items.map((item) => {
      if (typeof item === 'string') return item === words.no ? undefined : { file: item };
      return isValues(item) && item.file !== words.no ? rowFrom(item, sheet) : undefined;
    });
    if (label === undefined || !known.includes(label) || made.includes(undefined) || value === '') left[slot] = value;
    else if (items.length === 0) rows.push({ slot: label, file: words.no });
    else for (const one of made.flatMap((row) => (row === undefined ? [] : [{ slot: label, ...row }]))) rows.push(one);
  }
  return { rows, ...(Object.keys(left).length === 0 ? {} : { left }) };
}

/** The value of a cell of a row. */
function valueIn(text: string, key: string, type: string, part: string, facts: GridSheet['facts']): Value {
  if (type === 'choices' || type === 'texts') return listOf(text);
  if (part === 'attachments' && key === 'covers') {
    const years = listOf(text);
    return years.length === 1 ? (years[0] ?? '') : years;
  }
  if (part === 'attachments' && key === 'figures') return figuresOf(text, facts);
  if (part === 'attestations' && key === 'files') return digestsOf(text);
  return text;
}

const recordOf = (row: Row, { columns, path, facts }: GridSheet): Values =>
  Object.fromEntries(
    columns.flatMap(({ id, asked }): [string, Value][] => {
      const text = row[id] ?? '';
      return text === '' ? [] : [[id, valueIn(text, id, asked.type, path[0] ?? '', facts)]];
    }),
  );

/** What a dossier says of the rows of a sheet, nothing when there is nothing to say. */
export function valueFrom(rows: readonly Row[] | 'none', sheet: GridSheet): Value | undefined {
  if (rows === 'none') return [];
  if (rows.length === 0) return undefined;
  if (sheet.path[0] !== 'attachments') return rows.map((row) => recordOf(row, sheet));
  const ids = new Map([...(sheet.slots ?? [])].map(([id, label]) => [label, id]));
  const made: Record<string, Value[]> = {};
  for (const { slot = '', ...row } of rows) {
    const { file = '' } = row;
    // A row that stands ready and names no file says nothing of its slot.
    if (file === '') continue;
    const id = ids.get(slot) ?? slot;
    const list = made[id] ?? [];
    made[id] = list;
    if (file === words.no) continue;
    list.push(Object.values(row).filter((text) => text !== '').length === 1 ? file : recordOf(row, sheet));
  }
  return Object.fromEntries(
    Object.entries(made).map(([slot, list]) => [
      slot,
      list.length === 1 && typeof list[0] === 'string' ? list[0] : list,
    ]),
  );
}
