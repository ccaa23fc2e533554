// Bordered tables: cells in columns, rows in groups, laid out for their columns.
import type { Content, Laid } from './content.ts';
import type { Fonts } from './fonts.ts';
import { DISC, DISC_GAP } from './marks.ts';
import { naming } from './problem.ts';

export type Cell = {
  readonly content: Content;
  /** Columns it takes, 1 when left out. */
  readonly span?: number;
  readonly tint?: string;
  /** It names the cells below it or those beside it. */
  readonly head?: 'Column' | 'Row';
  /** Numbers of the errors in this cell; an empty list outlines it without a number. */
  readonly errors?: readonly number[];
  /** Printed label of what stands here, for a character that cannot be set. */
  readonly field?: string;
  readonly stand?: 'middle' | 'bottom';
  /** Inner space at the sides, mm; the table's when left out. */
  readonly pad?: number;
  /** No line to the cell at its right. */
  readonly open?: boolean;
  /** Name of the target it leads to. */
  readonly link?: string;
  /** Names under which links find it. */
  readonly targets?: readonly string[];
};

export type Row = {
  readonly cells: readonly Cell[];
  /** Least height, mm. */
  readonly least: number;
  /** Never the last row of a page. */
  readonly keep?: boolean;
};

/** Rows that share their first cells (`lead`); `again` is true for the part after a page break. */
export type Group = {
  readonly rows: readonly Row[];
  readonly lead?: (again: boolean) => readonly Cell[];
  /** Never parted by the end of a page, if it fits on one. */
  readonly whole?: boolean;
  /** Title of a bookmark to the group. */
  readonly bookmark?: string;
};

/** The part of a table on one page: groups from 1. */
export type Part = { readonly first: boolean; readonly from: number; readonly to: number; readonly total: number };

export type Table = {
  /** mm */
  readonly columns: readonly number[];
  /** Inner space of a cell, mm. */
  readonly pad: { readonly x: number; readonly y: number };
  readonly groups: readonly Group[];
  /** Of frame and inner lines; ink when left out. */
  readonly color?: string;
  /** Rows above each part: title and column heads. Their height may not depend on `to`. */
  readonly heads?: (part: Part) => readonly Row[];
  /** Called at the top of each page that it begins, before the heads. */
  readonly again?: () => void;
};

export type LaidCell = { readonly cell: Cell; readonly x: number; readonly width: number; readonly laid: Laid };
export type LaidRow = { readonly cells: readonly LaidCell[]; readonly height: number; readonly keep: boolean };
export type LaidGroup = {
  readonly lead: readonly LaidCell[];
  readonly rows: readonly LaidRow[];
  readonly height: number;
  readonly group: Group;
};

/** Width for the content of a cell: without the space at the sides and the room for number discs, mm. */
export const innerWidth = (table: Table, cell: Cell, width: number): number =>
  width - 2 * (cell.pad ?? table.pad.x) - (cell.errors?.length ?? 0) * (DISC + DISC_GAP);

/** The first cells that the rows of a group share; `again` after a page break. */
export const layLead = (fonts: Fonts, table: Table, group: Group, again: boolean): readonly LaidCell[] =>
  layCells(fonts, table, group.lead?.(again) ?? [], 0);

export function layGroup(fonts: Fonts, table: Table, group: Group): LaidGroup {
  const lead = layLead(fonts, table, group, false);
  const skip = lead.reduce((sum, { cell }) => sum + (cell.span ?? 1), 0);
  const rows = group.rows.map((row) => layRow(fonts, table, row, skip));
  return grouped(lead, rows, group, table.pad.y);
}

/** A group of rows already laid; a lead that is higher than they are makes the last one higher. */
export function grouped(lead: readonly LaidCell[], rows: readonly LaidRow[], group: Group, padY: number): LaidGroup {
  const own = sum(rows);
  const height = Math.max(own, ...lead.map(({ laid }) => laid.height + 2 * padY));
  const share = (height - own) / Math.max(1, rows.length);
  // A group of ten thousand rows is parted on each of its pages.
  const raised = share === 0 ? rows : rows.map((row) => ({ ...row, height: row.height + share }));
  return { lead, rows: raised, height, group };
}

export function layRow(fonts: Fonts, table: Table, row: Row, skip = 0): LaidRow {
  const cells = layCells(fonts, table, row.cells, skip);
  const height = Math.max(row.least, ...cells.map(({ laid }) => laid.height + 2 * table.pad.y));
  return { cells, height, keep: row.keep ?? false };
}

function layCells(fonts: Fonts, table: Table, cells: readonly Cell[], skip: number): LaidCell[] {
  let column = skip;
  return cells.map((cell) => {
    const x = size(table.columns.slice(0, column));
    const width = size(table.columns.slice(column, column + (cell.span ?? 1)));
    column += cell.span ?? 1;
    const inner = innerWidth(table, cell, width);
    return { cell, x, width, laid: naming(cell.field ?? '', () => cell.content(fonts, inner)) };
  });
}

const nothing: Laid = { height: 0, draw: () => {} };

/** For the eye only: who listens has heard it where the row began. */
const named = ({ height, draw }: Laid): Laid => ({
  height,
  draw: (page, box) => page.structure.aside(() => draw(page, box)),
});

/** Parts a row at a height: what can be split goes on below, the rest stays above; its first cell names it once more. */
export function splitRow(row: LaidRow, height: number, padY: number): [LaidRow, LaidRow] | undefined {
  const parts = row.cells.map((entry) => ({ entry, parts: entry.laid.split?.(height - 2 * padY) }));
  if (!parts.some(({ parts: both }) => both)) return undefined;
  const side = (index: 0 | 1): LaidRow => {
    const cells = parts.map(({ entry, parts: both }) => {
      const laid = both ? both[index] : index === 0 ? entry.laid : entry.x === 0 ? named(entry.laid) : nothing;
      return { ...entry, laid };
    });
    return { cells, height: Math.max(...cells.map(({ laid }) => laid.height + 2 * padY)), keep: false };
  };
  const [above, below] = [side(0), side(1)];
  return above.height > height + 1e-6 ? undefined : [above, below];
}

export const sum = (rows: readonly { readonly height: number }[]): number => size(rows.map((row) => row.height));
const size = (lengths: readonly number[]): number => lengths.reduce((all, length) => all + length, 0);
