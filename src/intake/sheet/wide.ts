// The wide table, drawn and read: one enterprise a row, a column a value; tables and files do not fit there.

import type { Category } from '../../category/category.ts';
import { unspaced } from '../../characters/folds.ts';
import type { Finding } from '../../findings/finding.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import type { Answers } from './answers.ts';
import { type Asked, type Layout, pathText } from './asked.ts';
import { textsOf } from './book.ts';
import { Dictionary } from './dictionary.ts';
import { answerCell } from './draw.ts';
import { isAside, type OwnHead, type SheetRead, tellLeft } from './left.ts';
import { byLabel, type Heads, headAt, headsOf, labelOf, mostHead, repeatsHeads, textsIn } from './place.ts';
import { tellRenamed } from './read.ts';
import { plain, readerFor } from './reader.ts';
import { type Choice, cellName, type InSheet, type OutCell, type OutSheet, writeWorkbook } from './workbook.ts';

type WideColumn = {
  readonly id: string;
  readonly label: string;
  readonly also?: readonly string[];
  readonly asked: Asked;
  readonly required: boolean;
  /** Holds a person with the telephones, which the form asks for one by one. */
  readonly person?: true;
};

const head = (id: 'enterprise' | 'as_of', type: 'text' | 'date'): WideColumn => ({
  id,
  label: words.head[id],
  asked: { path: [id], type, negative: false, options: [], closed: false },
  required: id === 'enterprise',
});

/** A column for each value of a layout's lines: `1、营业收入(万元) 2018年`. */
function wideColumns(layout: Layout): readonly WideColumn[] {
  const columns = layout.sheets.flatMap((sheet) => {
    if (sheet.kind !== 'lines') return [];
    let band = '';
    return sheet.lines.flatMap((line): WideColumn[] => {
      if (line.kind === 'band') band = `${line.label}　`;
      if (line.kind !== 'value' && line.kind !== 'series') return [];
      const { asked, required, label, also = [] } = line;
      const column = (id: readonly string[], after = ''): WideColumn => {
        const named = (name: string): string => {
          const unit = asked.unit === undefined || name.includes(asked.unit) ? '' : `(${asked.unit})`;
          return `${band}${name}${unit}${after}`;
        };
        return { id: pathText(id), label: named(label), also: also.map(named), asked, required };
      };
      if (line.kind === 'value') return [column(asked.path)];
      return line.years.map(({ year, forecast }) =>
        column([...asked.path, String(year)], ` ${words.year(year, forecast)}`),
      );
    });
  });
  return [head('enterprise', 'text'), head('as_of', 'date'), ...columns];
}

/**
 * What a table may hold in one column and the form asks for in several: a region, a person with the telephones. Nobody's
 * cell is parted where it is not certain what its parts are.
 */
function wholeColumns(columns: readonly WideColumn[]): readonly WideColumn[] {
  return columns.flatMap((column): WideColumn[] => {
    const { id, label, asked } = column;
    const base = label.split('　')[0] ?? label;
    const path = asked.path.slice(0, -1);
    const whole = { id: pathText(path), label: base, required: false };
    if (asked.cascade?.list === 'regions' && asked.cascade.level === 0) {
      const also = [...(base.endsWith('区') ? [base.slice(0, -1)] : []), ...words.region];
      return [{ ...whole, also, asked: { path, type: 'region', negative: false, options: [], closed: false } }];
    }
    const isPerson = id.endsWith('.name') && columns.some((one) => one.id === `${whole.id}.phone`);
    if (!isPerson) return [];
    const also = ['', ...words.joins].flatMap((sign) => words.telephones.map((word) => `${base}${sign}${word}`));
    const asksText = { path, type: 'text', negative: false, options: [], closed: false } as const;
    return [
      {
        ...whole,
        also: also.filter((one) => !columns.some((known) => known.label.replace('　', '') === one)),
        person: true,
        asked: asksText,
      },
    ];
  });
}

/** Who a cell names and how to call them; nothing where a part could be either, or stands twice. */
function personIn(text: string): Readonly<Record<string, string>> | undefined {
  const found: Record<string, string> = {};
  // A number may follow a name at once.
  const spaced = text.normalize('NFKC').replace(/(?<=\p{Script=Han})(?=\d)/gu, ' ');
  for (const one of spaced.split(/[\s,、;:/()]+/u)) {
    const digits = one.replaceAll('-', '');
    if (one === '' || words.telephones.includes(one)) continue;
    const isNumber = /^\d+$/.test(digits);
    if (isNumber ? digits.length < 7 || digits.length > 12 : /\d/.test(one)) return undefined;
    const part = !isNumber ? 'name' : /^1\d{10}$/.test(digits) ? 'mobile' : 'phone';
    if (found[part] !== undefined) return undefined;
    found[part] = one;
  }
  return found;
}

/** The heads, then hidden ids, then a row an enterprise. */
const wideRows = { heads: 0, ids: 1, first: 2 } as const;
const wideMark = '#wide';
const spare = 50;

function drawWide(category: Category, layout: Layout, enterprises: readonly Answers[]): readonly OutSheet[] {
  const columns = wideColumns(layout);
  const lists = new Dictionary(layout.lists);
  const count = enterprises.length + spare;
  const text = (one: Answers | undefined, { id, asked }: WideColumn): string => {
    if (one === undefined) return '';
    if (id === 'enterprise') return one.enterprise;
    return id === 'as_of' ? one.asOf : (one.values.get(pathText(asked.path)) ?? one.values.get(id) ?? '');
  };
  const rows: (OutCell | undefined)[][] = [
    [
      { value: `${wideMark} ${category.id}`, look: 'plain' },
      ...columns.map(({ label, required, asked }, at): OutCell => {
        const note = at === 0 ? words.wideHint : (words.hints[asked.type] ?? '');
        return {
          value: required ? `${label} ${words.required}` : label,
          look: 'head',
          ...(note === '' ? {} : { note }),
        };
      }),
    ],
    [{ value: '#ids', look: 'plain' }, ...columns.map(({ id }): OutCell => ({ value: id, look: 'plain' }))],
    ...Array.from({ length: count }, (_, row) => [
      undefined,
      ...columns.map((column) => answerCell(column.asked, text(enterprises[row], column))),
    ]),
  ];
  const choices = columns.flatMap(({ asked }, at): Choice[] => {
    // The options of a chain's lower levels depend on cells of the same row, which another column order would break.
    if (asked.cascade !== undefined && asked.cascade.level > 0) return [];
    const choice = lists.choiceFor(asked, wideRows.first, at + 1, count);
    return choice === undefined ? [] : [choice];
  });
  const sheet: OutSheet = {
    name: words.wide,
    rows,
    widths: [4, ...columns.map(({ id }) => (id === 'enterprise' ? 32 : 18))],
    hiddenColumns: [0],
    hiddenRows: [wideRows.ids],
    heights: new Map([[wideRows.heads, 64]]),
    frozen: { rows: wideRows.first, columns: 2 },
    choices,
  };
  return [sheet, lists.sheet()];
}

/** The sheet that says that it is a wide table, with the category that it names. */
export function wideIn(sheets: readonly InSheet[]): { readonly sheet: InSheet; readonly category: string } | undefined {
  for (const sheet of sheets)
    for (let row = 0; row < Math.min(sheet.rows, mostHead); row += 1)
      for (const text of textsIn(sheet, row).values())
        if (text.startsWith(`${wideMark} `)) return { sheet, category: text.slice(wideMark.length + 1) };
  return undefined;
}

const isNaming = ({ id }: WideColumn): boolean => id === 'enterprise' || id.endsWith('.uscc');

/** Whether a workbook that says nothing of itself holds a table of enterprises: a head names them, others what is asked. */
export function isWide(sheets: readonly InSheet[], layout: Layout): boolean {
  if (sheets.some((sheet) => sheet.name === words.cover)) return false;
  const tableIn = tableFinder(readColumns(layout));
  return sheets.some((sheet) => tableIn(sheet) !== undefined);
}

/** Every column that a table may have. */
function readColumns(layout: Layout): readonly WideColumn[] {
  const columns = wideColumns(layout);
  return [...columns, ...wholeColumns(columns)];
}

const headOver = (sheet: InSheet, { row, grouped }: Heads<WideColumn>, column: number): string =>
  headAt(sheet, row, column) || (grouped ? headAt(sheet, row - 1, column) : '');

/** The columns, with those whose head only says how somebody is reached: they are about the person right before them. */
function withTelephones(
  sheet: InSheet,
  heads: Heads<WideColumn>,
  columns: ReadonlyMap<number, WideColumn>,
  known: readonly WideColumn[],
): ReadonlyMap<number, WideColumn> {
  const all = new Map(columns);
  let person: WideColumn | undefined;
  for (let column = 0; column < sheet.columns; column += 1) {
    const one = columns.get(column);
    const head = unspaced(headOver(sheet, heads, column));
    const isTelephone = head !== '' && words.telephones.includes(head);
    if (one !== undefined) person = known.find((whole) => whole.person && `${one.id}.`.startsWith(`${whole.id}.`));
    else if (isTelephone && person !== undefined) all.set(column, person);
    else if (head !== '') person = undefined;
  }
  return all;
}

/** Finds the heads of a table of enterprises in a sheet: one of them at least says whose row it is. */
function tableFinder(known: readonly WideColumn[]): (sheet: InSheet) => Heads<WideColumn> | undefined {
  const find = byLabel(known, labelOf);
  return (sheet) => {
    const heads = headsOf(sheet, known, find);
    return heads !== undefined && [...heads.columns.values()].some(isNaming) ? heads : undefined;
  };
}

type WideRow = { readonly answers: Answers; readonly at: string };

/** One enterprise a row: a row that names none is not one. */
export function readWide(
  sheets: readonly InSheet[],
  category: Category,
  layout: Layout,
  file: string,
): { readonly rows: readonly WideRow[]; readonly findings: readonly Finding[] } {
  const known = readColumns(layout);
  const tableIn = tableFinder(known);
  const reader = readerFor(file);
  const [table, lists] = drawWide(category, layout, []).map((sheet) => new Set(textsOf(sheet)));
  const printed = table ?? new Set<string>();
  const rows: WideRow[] = [];
  const read = sheets.map((sheet): SheetRead => {
    const heads = tableIn(sheet);
    if (heads === undefined) {
      const isLists = sheet.name === words.lists || sheet.hidden;
      return { sheet, own: [], printed: isLists ? new Set([...printed, ...(lists ?? [])]) : printed };
    }
    const columns = withTelephones(sheet, heads, tellRenamed(sheet, heads, heads.renamed, reader), known);
    const own: OwnHead[] = [];
    const above = heads.grouped ? heads.row - 1 : heads.row;
    for (let column = 0; column < sheet.columns; column += 1) {
      const head = headOver(sheet, heads, column);
      // Of a head of somebody's own that goes over both rows the text stands in the upper one.
      const row = plain(sheet, heads.row, column) === '' ? above : heads.row;
      const isOwn = !columns.has(column) && head !== '' && !head.startsWith(`${wideMark} `);
      if (isOwn) own.push({ row, column, head });
      if (heads.grouped && !(isOwn && row === above)) reader.saw(sheet, above, column);
      if (columns.has(column)) reader.saw(sheet, heads.row, column);
    }
    for (let row = heads.row + 1; row < sheet.rows; row += 1) {
      const one = isAside(sheet, row) || repeatsHeads(sheet, row, columns) ? undefined : readRow(sheet, row, columns);
      if (one !== undefined) rows.push({ answers: one, at: `${sheet.name}!${row + 1}` });
    }
    return { sheet, known: known.map(({ label }) => label), top: above, own, printed };
  });
  tellLeft(read, [words.wide], reader);
  return { rows, findings: reader.findings };

  function readRow(sheet: InSheet, row: number, columns: ReadonlyMap<number, WideColumn>): Answers | undefined {
    const values = new Map<string, string>();
    // Whose the row is comes first: without it nothing of it is read, and all of it is told.
    const names = [...columns].some(([column, one]) => isNaming(one) && (sheet.at(row, column)?.value ?? '') !== '');
    if (!names) return undefined;
    const origins = new Map<string, number>();
    const take = (id: string, text: string, label: string, column: number): void => {
      const [used, before] = [values.get(id), origins.get(id)];
      if (text === '' || used === text) return;
      if (used !== undefined && before !== undefined) {
        const other = `${sheet.name}!${cellName(row, before)}`;
        reader.tell('sheet-value-twice', { label, other, used }, sheet, row, column);
        return;
      }
      values.set(id, text);
      origins.set(id, column);
    };
    for (const [column, { id, asked, label, person }] of columns) {
      const text = reader.text(sheet, row, column, asked, label);
      const parts = person === undefined ? undefined : personIn(text);
      if (person === undefined) take(id, text, label, column);
      else if (parts === undefined) reader.forget(sheet, row, column);
      for (const [part, one] of Object.entries(parts ?? {})) take(`${id}.${part}`, one, label, column);
    }
    // Of a region that stands there whole, and in levels too, the whole counts.
    for (const [column, { id, label, asked }] of columns) {
      if (asked.cascade?.list !== 'regions') continue;
      const used = values.get(id.slice(0, Math.max(0, id.lastIndexOf('.#'))));
      const level = values.get(id);
      if (used === undefined || level === undefined || used.includes(level)) continue;
      const other = `${sheet.name}!${cellName(row, origins.get(id.slice(0, id.lastIndexOf('.#'))) ?? 0)}`;
      reader.tell('sheet-value-twice', { label, other, used }, sheet, row, column);
    }
    const [enterprise = '', asOf = ''] = [values.get('enterprise'), values.get('as_of')];
    for (const id of ['enterprise', 'as_of']) values.delete(id);
    return { enterprise, asOf, values, free: new Map(), rows: new Map() };
  }
}

export const wideWorkbook = async (
  category: Category,
  layout: Layout,
  enterprises: readonly Answers[],
): Promise<Uint8Array> => writeWorkbook(category.definition.title, drawWide(category, layout, enterprises));
