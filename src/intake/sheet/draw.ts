// Draws the sheets of a layout with what is known of an enterprise: labels, dropdowns, units, notes, formulas, values.
import { numeric } from '../../expression/types.ts';
import { isPlainFigure } from '../../values/figure.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import type { Answers } from './answers.ts';
import { type Asked, type Column, type GridSheet, type Layout, type Line, type LinesSheet, pathText } from './asked.ts';
import type { Dictionary } from './dictionary.ts';
import { firstLine, gridRows, valueColumn, yearColumn } from './layout.ts';
import type { Row } from './rows.ts';
import { type Choice, cellName, type OutCell, type OutSheet } from './workbook.ts';

/** A number keeps this many digits in a spreadsheet. */
const mostDigits = 15;

const places = (text: string): number => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;

/** `#,##0.00` for two places. */
export const formatFor = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`);

/** Places that a number format shows, nothing where it does not say. */
export function placesOf(format: string): number | undefined {
  const [first = ''] = format.split(';');
  if (!/^[#,0.]+$/.test(first)) return undefined;
  return places(first.replaceAll('#', '').replaceAll('0', '9'));
}

/** A cell to be filled in, with what is known. `note` is shown at the cell. */
export function answerCell(asked: Asked, text: string, note = ''): OutCell {
  const noted = note === '' ? {} : { note };
  if (!numeric.has(asked.type)) return { look: 'answer', ...(text === '' ? {} : { value: text }), ...noted };
  const amount = asked.type === 'amount' || asked.type === 'percent' ? 2 : 0;
  if (text === '') return { look: 'answer', format: asked.type === 'number' ? 'General' : formatFor(amount), ...noted };
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '').length;
  if (!isPlainFigure(text) || digits > mostDigits) return { look: 'answer', value: text, ...noted };
  return { look: 'answer', value: Number(text), format: formatFor(places(text)), ...noted };
}

/** Gives the formula of a metric, and nothing where it is more than arithmetic over cells. */
export type Formulas = (metric: string) => string | undefined;

const widths = { id: 4, item: 34, unit: 8, single: 62, year: 14, years: 48, remark: 44 };
/** Points, so that a long text is given a place to be written in. */
const longText = 160;
const types = { lines: '#lines', table: '#table' };

/** The first cell of a sheet says what it holds. */
export const markOf = (kind: keyof typeof types, path: string): string => `${types[kind]} ${path}`;

const label = (text: string, required: boolean): string => (required ? `${text} ${words.required}` : text);
const inner = (look: OutCell['look'], value?: string): OutCell => (value === undefined ? { look } : { look, value });

/** Row by row what a sheet of lines shows. */
export function drawLines(sheet: LinesSheet, answers: Answers, lists: Dictionary, formulas: Formulas): OutSheet {
  const wide = Math.max(1, sheet.years.length);
  const remark = valueColumn + wide;
  const merges: [number, number, number][] = [];
  const heights = new Map<number, number>([[0, 30]]);
  const choices: Choice[] = [];
  const free = new Map<string, number>();
  const rows: (OutCell | undefined)[][] = [
    [
      { value: markOf('lines', sheet.name), look: 'plain' },
      { value: sheet.title, look: 'title' },
    ],
    [
      undefined,
      { value: words.keepColumns(sheet.lines.some((line) => 'required' in line && line.required)), look: 'remark' },
    ],
  ];
  for (const [index, line] of sheet.lines.entries()) {
    const row = firstLine + index;
    const cells = lineCells(line, sheet, answers, formulas, free);
    rows.push([...cells.values, cells.remark]);
    if (cells.single && wide > 1) merges.push([row, valueColumn, remark - 1]);
    if (line.kind === 'band') merges.push([row, 1, remark]);
    if (line.kind === 'value') {
      const choice = lists.choiceFor(line.asked, row, valueColumn + yearColumn(sheet, line.year));
      if (choice) choices.push(choice);
    }
    if (line.kind === 'value' && line.asked.type === 'long_text') heights.set(row, longText);
  }
  const values =
    wide === 1
      ? [widths.single]
      : sheet.years.map((_, at) => Math.max(widths.year, widths.years / wide, figureWidth(rows, valueColumn + at)));
  return {
    name: sheet.name,
    rows,
    widths: [widths.id, widths.item, widths.unit, ...values, widths.remark],
    hiddenColumns: [0],
    heights,
    merges: [[0, 1, remark], [1, 1, remark], ...merges],
    frozen: { rows: firstLine + 1, columns: valueColumn },
    choices,
    locked: true,
    ...(isOurs(sheet) ? { hidden: true } : {}),
  };
}

/** What the widest figure of a column takes; too narrow a cell shows #### in its place. */
const figureWidth = (rows: readonly (readonly (OutCell | undefined)[])[], column: number): number =>
  Math.max(0, ...rows.map((row) => figureSigns(row[column])));

/** Digits, commas and decimals of a figure, and the space beside them. */
function figureSigns(cell: OutCell | undefined): number {
  if (typeof cell?.value !== 'number') return 0;
  const [whole = '', decimals = ''] = String(cell.value).split('.');
  const shown = Math.max(decimals.length, /\.(0+)/u.exec(cell.format ?? '')?.[1]?.length ?? 0);
  return whole.length + Math.floor((whole.length - 1) / 3) + (shown === 0 ? 0 : shown + 1) + 3;
}

type Cells = {
  readonly values: readonly (OutCell | undefined)[];
  readonly remark: OutCell | undefined;
  /** Whether one answer takes all the columns of values. */
  readonly single: boolean;
};

function lineCells(
  line: Line,
  sheet: LinesSheet,
  answers: Answers,
  formulas: Formulas,
  free: Map<string, number>,
): Cells {
  const wide = Math.max(1, sheet.years.length);
  const fillers = (look: OutCell['look']): OutCell[] => Array.from({ length: wide - 1 }, () => inner(look));
  const text = (path: readonly string[]): string => answers.values.get(pathText(path)) ?? '';
  switch (line.kind) {
    case 'band':
      return {
        values: [undefined, inner('band', line.label), inner('band'), inner('band'), ...fillers('band')],
        remark: inner('band'),
        single: false,
      };
    case 'heads': {
      const years = line.years.map(({ year, forecast }) => inner('head', words.year(year, forecast)));
      const heads = years.length === 0 ? [inner('head', words.value), ...fillers('head')] : years;
      return {
        values: [inner('plain', '#heads'), inner('head', words.item), inner('head', words.unit), ...heads],
        remark: inner('head', words.remark),
        single: years.length === 0,
      };
    }
    case 'free': {
      const path = pathText(line.path);
      const at = free.get(path) ?? 0;
      free.set(path, at + 1);
      const [name = '', value = ''] = answers.free.get(path)?.[at] ?? [];
      const answer = answerCell({ type: 'text', path: [], options: [], closed: false, negative: false }, value);
      return {
        values: [
          inner('plain', `${path}.*`),
          { look: 'answer', value: name },
          inner('label'),
          answer,
          ...fillers('answer'),
        ],
        remark: inner('remark', at === 0 ? words.freeLabel : ''),
        single: true,
      };
    }
    case 'computed': {
      const formula = formulas(line.metric);
      const format = line.decimals === 0 ? '0' : `0.${'0'.repeat(line.decimals)}`;
      const cell: OutCell =
        formula === undefined ? inner('computed', words.byProgram) : { look: 'computed', formula, format };
      return {
        values: [undefined, inner('label', line.label), inner('label', line.unit), cell, ...fillers('computed')],
        remark: inner('remark', line.hint),
        single: true,
      };
    }
    case 'value':
    case 'series': {
      const { asked } = line;
      const single = line.kind === 'value' && (line.year === undefined || sheet.years.length === 0);
      const first = line.kind === 'series' ? line.years[0]?.year : line.year;
      const answerAt = (year: number): OutCell => {
        const note = year === first ? line.note : '';
        if (line.kind === 'value') return year === first ? answerCell(asked, text(asked.path), note) : inner('label');
        const isAsked = line.years.some((one) => one.year === year);
        return isAsked ? answerCell(asked, text([...asked.path, String(year)]), note) : inner('label');
      };
      const cells = single
        ? [answerCell(asked, text(asked.path), line.note), ...fillers('answer')]
        : sheet.years.map(({ year }) => answerAt(year));
      return {
        values: [
          inner('plain', pathText(asked.path)),
          inner('label', label(line.label, line.required)),
          inner('label', asked.unit ?? ''),
          ...cells,
        ],
        remark: inner('remark', line.hint),
        single,
      };
    }
  }
}

/** Empty rows below those that are known or stand ready. */
const spare = 10;

/** A sheet of rows under heads. */
export function drawGrid(sheet: GridSheet, answers: Answers, lists: Dictionary): OutSheet {
  const { columns } = sheet;
  const given = answers.rows.get(pathText(sheet.path)) ?? [];
  const known = given === 'none' ? [] : withReady(given, sheet);
  const rows: (OutCell | undefined)[][] = [
    [
      { value: markOf('table', pathText(sheet.path)), look: 'plain' },
      { value: sheet.title, look: 'title' },
    ],
    [undefined, { value: sheet.hint, look: 'remark' }],
    sheet.mayBeNone
      ? [
          inner('plain', '#state'),
          inner('label', words.state),
          { look: 'answer', value: given === 'none' ? words.someOrNone[1] : '' },
        ]
      : [],
    [inner('plain', '#ids'), ...columns.map(({ id }) => inner('plain', id))],
    [undefined, ...columns.map((column) => headCell(column))],
    ...[...known, ...Array.from({ length: spare }, (): Row => ({}))].map((row) => [
      undefined,
      ...columns.map(({ id, asked }) => answerCell(asked, row[id] ?? '')),
    ]),
  ];
  const unseen = columns.flatMap(({ ours, id }, at) => (ours && known.every((row) => !row[id]) ? [at + 1] : []));
  const count = rows.length - gridRows.first;
  const choices = columns.flatMap(({ asked }, at) => {
    const choice = lists.choiceFor(asked, gridRows.first, at + 1, count);
    return choice === undefined ? [] : [choice];
  });
  if (sheet.mayBeNone)
    choices.push({ range: cellName(gridRows.state, 2), source: lists.list(words.someOrNone), only: words.choose });
  return {
    name: sheet.name,
    rows,
    widths: [widths.id, ...columns.map((column) => Math.max(widthOf(column), longestCode(known, column)))],
    hiddenColumns: [0, ...unseen],
    hiddenRows: [gridRows.ids],
    heights: new Map([[0, 30]]),
    merges: [
      [0, 1, Math.max(2, columns.length)],
      [1, 1, Math.max(2, columns.length)],
    ],
    frozen: { rows: gridRows.first, columns: 2 },
    choices,
    ...(isOurs(sheet) ? { hidden: true } : {}),
  };
}

/** What no client fills in: sheets that only bring back what was there. */
export const isOurs = (sheet: Layout['sheets'][number]): boolean =>
  sheet.kind === 'grid' ? Object.hasOwn(words.beside, sheet.path[0] ?? '') : sheet.ours === true;

function headCell({ label: text, required, hint }: Column): OutCell {
  const value = label(text, required);
  return hint === '' ? { look: 'head', value } : { look: 'head', value, note: hint };
}

/** Rows of a dossier, then those that stand ready and that it does not answer. */
function withReady(rows: readonly Row[], { ready }: GridSheet): readonly Row[] {
  const answered = new Set(rows.map(({ slot }) => slot));
  return [...rows, ...ready.filter(({ slot }) => !answered.has(slot))];
}

/** Most that a code may claim for its column. */
const widestCode = 30;

/** What the longest number or code of a column takes: such a text is not to be broken. */
const longestCode = (rows: readonly Row[], { id, asked: { type } }: Column): number =>
  type === 'file' || type === 'long_text'
    ? 0
    : Math.max(
        0,
        ...rows
          .map((row) => row[id] ?? '')
          .filter((value) => /^[\x21-\x7E]+$/.test(value))
          .map((value) => Math.min(widestCode, value.length + 3)),
      );

function widthOf({ label: text, asked: { type }, id }: Column): number {
  const own: Readonly<Record<string, number>> = {
    slot: 42,
    file: 46,
    content: 60,
    reason: 40,
    figures: 40,
    path: 40,
    files: 60,
  };
  const byType = type === 'text' || type === 'long_text' ? 24 : type === 'file' ? 34 : 14;
  // A long head breaks into lines; what stands below it needs no more room.
  return own[id] ?? Math.max(byType, Math.min(28, [...text].length * 2 + 4));
}
