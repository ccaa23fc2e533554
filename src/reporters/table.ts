// The one table of the terminal: columns as wide as their cells; where they do not fit, a few lines a row.
import stringWidth from 'fast-string-width';
import type { Paint } from './paint.ts';
import { wrap } from './wrap.ts';

export type Column = {
  readonly head?: string;
  /** Signs before each row; only the first column. */
  readonly mark?: true;
  /** At least so many cells, so that tables below one another agree. */
  readonly cells?: number;
  readonly right?: boolean;
  /** Where room is short, a text is cut to no fewer cells; in the last column, broken. */
  readonly least?: number;
  /** Left out where room is short. */
  readonly spare?: boolean;
  /** Never cut: what is too long has a line of its own, above its row. */
  readonly path?: boolean;
};
export type Cell = { readonly text: string; readonly stroke?: (text: string) => string };
/** Cells of a row; the lines above as they are, those below under the text of the row. */
export type Row = {
  readonly above?: readonly string[];
  readonly cells?: readonly Cell[];
  readonly below?: readonly string[];
};

/** Where a table stands. */
export type Place = { readonly paint: Paint; readonly width: number };

const gap = '  ';
/** Of a path, and of a last column that says nothing else. */
const leastPathCells = 24;
const leastTextCells = 16;
/** What is no longer has its neighbour beside it where the table is a list. */
const shortWordCells = 8;

/** Cells that a text takes on a terminal. */
export const cellsIn = (text: string): number => stringWidth(text);

/** Text of at most `width` cells; too long a text ends in `..`. */
export function clip(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const sign of text) {
    if (stringWidth(kept + sign) > width - 2) break;
    kept += sign;
  }
  return `${kept}..`;
}

/** Lines that hang below the first one by `indent`. */
export const indented = (lines: readonly string[], indent: number): string[] =>
  lines.map((line) => ' '.repeat(indent) + line);

const pad = (text: string, width: number): string => ' '.repeat(Math.max(0, width - stringWidth(text)));
const painted = ({ text, stroke }: Cell): string => (text === '' ? '' : (stroke?.(text) ?? text));

/** Columns with the width that each has in the room, or nothing where it is too narrow for them, or for most paths. */
function widthsOf(columns: readonly Column[], rows: readonly Row[], room: number): number[] | undefined {
  const last = columns.length - 1;
  const widths = columns.map(({ head = '', cells = 0 }, at) =>
    rows.reduce(
      (most, row) => Math.max(most, stringWidth(row.cells?.[at]?.text ?? '')),
      Math.max(cells, stringWidth(head)),
    ),
  );
  const least = columns.map(({ least: asked, path, right, head = '' }, at) => {
    const own = widths[at] ?? 0;
    const soft = asked ?? (path ? leastPathCells : at === last && !right ? leastTextCells : own);
    return Math.max(stringWidth(head), Math.min(own, soft));
  });
  let over = widths.reduce((sum, width) => sum + width, gap.length * last) - room;
  for (; over > 0; over--) {
    const spare = widths.map((width, at) => width - (least[at] ?? 0));
    const widest = spare.indexOf(Math.max(...spare));
    if ((spare[widest] ?? 0) <= 0) return undefined;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const paths = columns.findIndex(({ path }) => path);
  const long = rows.filter(({ cells }) => stringWidth(cells?.[paths]?.text ?? '') > (widths[paths] ?? room)).length;
  return 3 * long > rows.filter(({ cells }) => cells !== undefined).length ? undefined : widths;
}

/** The table in columns. The last one breaks its text and hangs; the others cut theirs, but for paths. */
function asColumns(
  columns: readonly Column[],
  widths: readonly number[],
  rows: readonly Row[],
  paint: Paint,
): string[] {
  const last = columns.length - 1;
  const line = (cells: readonly Cell[]): string =>
    columns
      .map(({ right = false }, at) => {
        const cell = cells[at] ?? { text: '' };
        const room = pad(cell.text, widths[at] ?? 0);
        return right ? room + painted(cell) : painted(cell) + (at === last ? '' : room);
      })
      .join(gap)
      .trimEnd();
  const isMark = columns[0]?.mark === true;
  const hang = isMark ? (widths[0] ?? 0) + gap.length : 0;
  const rowLines = ({ above = [], cells, below = [] }: Row): string[] => {
    if (cells === undefined) return [...above];
    const long = cells.findIndex(({ text }, at) => columns[at]?.path && stringWidth(text) > (widths[at] ?? 0));
    const shown = cells.map((cell, at) => (long >= 0 && at <= long ? { text: '' } : cell));
    const hung = columns[last]?.right ? [shown[last]?.text ?? ''] : wrap(shown[last]?.text ?? '', widths[last] ?? 0);
    const first = shown.map((cell, at) => ({
      ...cell,
      text: at === last ? (hung[0] ?? '') : clip(cell.text, widths[at] ?? 0),
    }));
    const rest = hung
      .slice(1)
      .map((text) => line(columns.map((_, at) => (at === last ? { ...shown[last], text } : { text: '' }))));
    const whole = long < 0 ? [] : [line(cells.slice(0, long + 1))];
    return [...above, ...whole, line(first), ...rest, ...indented(below, hang)];
  };
  const dim = { stroke: paint.dim };
  const heads = columns.every(({ head = '' }) => head === '')
    ? []
    : [
        line(columns.map(({ head = '' }) => ({ text: head, ...dim }))),
        line(columns.map((_, at) => ({ text: '-'.repeat(widths[at] ?? 0), ...dim }))),
      ];
  return [...heads, ...rows.flatMap(rowLines)];
}

/** A few lines a row: a figure with its head; what is long begins a line, what is not known is left out. */
function asList(columns: readonly Column[], rows: readonly Row[], room: number): string[] {
  const isMark = columns[0]?.mark === true;
  const hang = isMark ? 1 + gap.length : gap.length;
  const rowLines = ({ above = [], cells, below = [] }: Row): string[] => {
    if (cells === undefined) return [...above];
    const lines: string[] = [];
    let used = 0;
    let open = false;
    for (const [at, { right = false, head = '', mark, path }] of columns.entries()) {
      const cell = cells[at] ?? { text: '' };
      if (mark || cell.text === '' || cell.text === '-') continue;
      const label = right && head !== '' ? `${head} ` : '';
      const own = stringWidth(cell.text);
      const width = stringWidth(label) + own;
      if (open && used + gap.length + width <= room - hang) {
        lines[lines.length - 1] += gap + label + painted(cell);
        used += gap.length + width;
      } else {
        const parts = path ? [cell.text] : wrap(label + cell.text, room - hang);
        for (const text of parts) lines.push(painted({ ...cell, text }));
        used = width;
      }
      open = right || own <= shortWordCells;
    }
    const [title = '', ...rest] = lines;
    const mark = isMark ? `${painted(cells[0] ?? { text: '' }) || ' '}${gap}` : '';
    return [...above, mark + title, ...indented([...rest, ...below], hang)];
  };
  return rows.flatMap(rowLines);
}

/** The lines of a table: in columns; without what is spare; or, where that is too wide, as a list. */
export function table({ paint, width }: Place, columns: readonly Column[], rows: readonly Row[]): string[] {
  const whole = widthsOf(columns, rows, width);
  if (whole !== undefined) return asColumns(columns, whole, rows, paint);
  const kept = columns.flatMap(({ spare }, at) => (spare ? [] : [at]));
  const few = kept.map((at) => columns[at] ?? {});
  const fewRows = rows.map((row) =>
    row.cells === undefined ? row : { ...row, cells: kept.map((at) => row.cells?.[at] ?? { text: '' }) },
  );
  const without = widthsOf(few, fewRows, width);
  return without === undefined ? asList(few, fewRows, width) : asColumns(few, without, fewRows, paint);
}
