// Draws a part of a table: tints, contents, inner lines, the frame, and the red outlines of faulty cells.
import { DISC, numberDisc } from './marks.ts';
import type { Page } from './page.ts';
import { rectangle } from './shapes.ts';
import { innerWidth, type LaidCell, type LaidGroup, type LaidRow, type Table } from './table.ts';
import { COLOR, LINE, PAGE } from './tokens.ts';

type Place = { readonly top: number; readonly height: number; readonly firstRow: boolean };

/** Draws heads and groups from `top`; answers the height used. */
export function drawPart(
  page: Page,
  table: Table,
  heads: readonly LaidRow[],
  groups: readonly LaidGroup[],
  top: number,
): number {
  let y = top;
  const width = table.columns.reduce((all, column) => all + column, 0);
  const drawRow = (row: LaidRow): void => {
    for (const cell of row.cells) {
      drawCell(page, table, cell, { top: y, height: row.height, firstRow: y === top }, width);
    }
    y += row.height;
  };
  for (const row of heads) drawRow(row);
  for (const group of groups) {
    for (const cell of group.lead) {
      drawCell(page, table, cell, { top: y, height: group.height, firstRow: y === top }, width);
    }
    for (const row of group.rows) drawRow(row);
  }
  page.shape(
    rectangle(PAGE.left, top, width, y - top, { pen: { color: table.color ?? COLOR.ink, width: LINE.outer } }),
  );
  outlineErrors(page, heads, groups, top);
  return y - top;
}

function drawCell(page: Page, table: Table, entry: LaidCell, place: Place, tableWidth: number): void {
  const { cell, laid, width } = entry;
  const x = PAGE.left + entry.x;
  const { top, height } = place;
  if (cell.tint) page.tint(x, top, width, height, cell.tint);
  if (!place.firstRow) page.rule(x, top, x + width, top, LINE.inner, table.color);
  if (entry.x + width < tableWidth - 1e-6 && !table.color && !cell.open)
    page.rule(x + width, top, x + width, top + height);
  for (const name of cell.targets ?? []) page.targets.push({ name, top });
  const errors = cell.errors ?? [];
  const inner = innerWidth(table, cell, width);
  const pad = cell.pad ?? table.pad.x;
  const slack = height - laid.height;
  const offset = cell.stand === 'bottom' ? slack - table.pad.y : slack / 2;
  const before = page.body.length;
  laid.draw(page, { x: x + pad, top: top + offset, width: inner, height: laid.height });
  if (cell.link !== undefined)
    page.links.push({ x, top, width, height, to: cell.link, texts: page.body.slice(before) });
  errors.forEach((number, index) => {
    const from = x + width - 1.4 - DISC / 2 - (errors.length - 1 - index) * (DISC + 0.8);
    numberDisc(page, from, top + height / 2, number);
  });
}

function outlineErrors(page: Page, heads: readonly LaidRow[], groups: readonly LaidGroup[], top: number): void {
  let y = top;
  const outline = ({ cell, x, width }: LaidCell, height: number): void => {
    if (!cell.errors) return;
    page.shape(rectangle(PAGE.left + x, y, width, height, { pen: { color: COLOR.red, width: LINE.bad } }));
  };
  const rows = (all: readonly LaidRow[]): void => {
    for (const row of all) {
      for (const cell of row.cells) outline(cell, row.height);
      y += row.height;
    }
  };
  rows(heads);
  for (const group of groups) {
    for (const cell of group.lead) outline(cell, group.height);
    rows(group.rows);
  }
}
