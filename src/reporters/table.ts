// A table for the terminal: two spaces between columns, dim heads, no frame, Chinese counted as two cells.
import stringWidth from 'fast-string-width';
import type { Paint } from './paint.ts';
import { wrap } from './wrap.ts';

export type Column = { readonly head: string; readonly width: number; readonly right?: boolean };
export type Cell = { readonly text: string; readonly stroke?: (text: string) => string };

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

const pad = (text: string, width: number): string => ' '.repeat(Math.max(0, width - stringWidth(text)));

/** The lines of a table. The last column wraps and hangs; the others are cut. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], paint: Paint): string[] {
  const last = columns.length - 1;
  const line = (cells: readonly Cell[]): string =>
    columns
      .map(({ width, right = false }, at) => {
        const text = cells[at]?.text ?? '';
        const painted = text === '' ? '' : (cells[at]?.stroke ?? paint.plain)(text);
        if (at === last && !right) return painted;
        return right ? pad(text, width) + painted : painted + pad(text, width);
      })
      .join('  ')
      .trimEnd();
  const rowLines = (cells: readonly Cell[]): string[] => {
    const hung = wrap(cells[last]?.text ?? '', columns[last]?.width ?? 0);
    const cut = cells.map((cell, at) => ({
      ...cell,
      text: at === last ? (hung[0] ?? '') : clip(cell.text, columns[at]?.width ?? 0),
    }));
    const rest = hung
      .slice(1)
      .map((text) => line(columns.map((_, at) => (at === last ? { ...cells[last], text } : { text: '' }))));
    return [line(cut), ...rest];
  };
  const dim = { stroke: paint.dim };
  return [
    line(columns.map(({ head }) => ({ text: head, ...dim }))),
    line(columns.map(({ width }) => ({ text: '-'.repeat(width), ...dim }))),
    ...rows.flatMap(rowLines),
  ];
}
