// Places a table on the page and carries it over page breaks (design.md A8).
import { type Flow, ONWARD } from './flow.ts';
import { DISC, DISC_GAP, numberDisc } from './marks.ts';
import type { Page } from './page.ts';
import { rectangle } from './shapes.ts';
import {
  grouped,
  innerWidth,
  type LaidCell,
  type LaidGroup,
  type LaidRow,
  layGroup,
  layLead,
  layRow,
  splitRow,
  sum,
  type Table,
} from './table.ts';
import { COLOR, LINE, PAGE } from './tokens.ts';

/** A row up to this height is never split, mm. */
const WHOLE_ROW = 120;
/** Rows sharing a lead stay together up to this many. */
const WHOLE_GROUP = 5;

/** Draws a table from the cursor on; the cursor then stands below it. */
export const placeTable = (flow: Flow, table: Table): void => flow.structure.part('Table', () => place(flow, table));

/** The height that a table needs to begin on a page, mm: its heads, and so many rows that none stands alone. */
export function beginning({ fonts }: Flow, table: Table): number {
  const total = table.groups.length;
  const heads = (table.heads?.({ first: true, from: 1, to: total, total }) ?? []).map((row) =>
    layRow(fonts, table, row),
  );
  const first: LaidGroup[] = [];
  for (const group of table.groups) {
    first.push(layGroup(fonts, table, group));
    const after = table.groups.slice(first.length).reduce((all, { rows }) => all + rows.length, 0);
    const rows = first.reduce((all, one) => all + one.rows.length, 0);
    if (rows >= 2 && after !== 1 && first.at(-1)?.rows.at(-1)?.keep !== true) break;
  }
  // A row that may be split begins with a part of it.
  const rows = first.some(({ height }) => height > WHOLE_ROW) ? Math.min(sum(first), WHOLE_ROW / 2) : sum(first);
  return sum(heads) + rows + (first.length < total ? ONWARD : 0);
}

function place(flow: Flow, table: Table): void {
  const total = table.groups.length;
  let waiting = table.groups.map((group) => layGroup(flow.fonts, table, group));
  let from = 1;
  let first = true;
  while (waiting.length > 0) {
    const headsFor = (to: number) =>
      (table.heads?.({ first, from, to, total }) ?? []).map((row) => layRow(flow.fonts, table, row));
    const room = flow.room - sum(headsFor(from));
    if (sum(waiting) <= room) {
      draw(flow, table, { rows: headsFor(total), first }, waiting);
      return;
    }
    const { now, later } = divide(flow, table, waiting, room - ONWARD);
    if (now.length === 0) {
      flow.next();
      table.again?.();
      continue;
    }
    const halved = now.at(-1)?.group === later[0]?.group;
    const to = from + now.length - 1;
    draw(flow, table, { rows: headsFor(to), first }, now);
    flow.onward();
    table.again?.();
    waiting = later;
    from = halved ? to : to + 1;
    first = false;
  }
}

/** Rows above a part of a table; those of a later part repeat what was read already. */
type Heads = { readonly rows: readonly LaidRow[]; readonly first: boolean };

function draw(flow: Flow, table: Table, heads: Heads, groups: readonly LaidGroup[]): void {
  flow.settle();
  let top = flow.y + sum(heads.rows);
  for (const { group, height } of groups) {
    if (group.bookmark !== undefined) flow.bookmark(group.bookmark);
    flow.settle(top);
    top += height;
  }
  flow.y += drawPart(flow.page, table, heads, groups, flow.y);
}

type Division = { readonly now: LaidGroup[]; readonly later: LaidGroup[] };

/** What of the waiting groups goes on this page; nothing when it is better to begin on the next. */
function divide(flow: Flow, table: Table, waiting: LaidGroup[], room: number): Division {
  let count = 0;
  while (count < waiting.length && sum(waiting.slice(0, count + 1)) <= room) count++;
  const halved = halve(flow, table, waiting[count], room - sum(waiting.slice(0, count)), count === 0 && flow.fresh);
  if (halved) {
    const [above, below] = halved;
    return { now: [...waiting.slice(0, count), above], later: [below, ...waiting.slice(count + 1)] };
  }
  const rowsIn = (groups: LaidGroup[]): number => groups.reduce((all, group) => all + group.rows.length, 0);
  let settled = count;
  while (settled > 1 && rowsIn(waiting.slice(settled)) < 2) settled--;
  while (settled > 0 && waiting[settled - 1]?.rows.at(-1)?.keep) settled--;
  if (!flow.fresh && rowsIn(waiting.slice(0, settled)) < 2) settled = 0;
  if (flow.fresh && settled === 0) settled = Math.max(1, count);
  return { now: waiting.slice(0, settled), later: waiting.slice(settled) };
}

/** Parts a group that is too long for one page, or when `forced` any that can be parted at all. */
function halve(
  flow: Flow,
  table: Table,
  group: LaidGroup | undefined,
  room: number,
  forced: boolean,
): [LaidGroup, LaidGroup] | undefined {
  if (!group) return undefined;
  const { rows } = group;
  const again = () => layLead(flow.fonts, table, group.group, true);
  const [only] = rows;
  if (only && rows.length === 1) {
    if (!forced && (only.height <= WHOLE_ROW || room < WHOLE_ROW / 4)) return undefined;
    const parts = splitRow(only, room, table.pad.y);
    return (
      parts && [
        grouped(group.lead, [parts[0]], group.group, table.pad.y),
        grouped(again(), [parts[1]], group.group, table.pad.y),
      ]
    );
  }
  if (!forced && (rows.length <= WHOLE_GROUP || group.group.whole === true)) return undefined;
  let count = 0;
  while (count < rows.length && sum(rows.slice(0, count + 1)) <= room) count++;
  if (rows.length - count < 2) count = rows.length - 2;
  if (count < (forced ? 1 : 2)) return undefined;
  return [
    grouped(group.lead, rows.slice(0, count), group.group, table.pad.y),
    grouped(again(), rows.slice(count), group.group, table.pad.y),
  ];
}

/** `rows`: how many it takes. */
type Place = { readonly top: number; readonly height: number; readonly rows: number; readonly firstRow: boolean };

/** Draws heads and groups from `top`; answers the height used. */
function drawPart(page: Page, table: Table, heads: Heads, groups: readonly LaidGroup[], top: number): number {
  const { structure } = page;
  let y = top;
  const width = table.columns.reduce((all, column) => all + column, 0);
  const drawRow = (row: LaidRow, lead: readonly LaidCell[] = [], group = { height: 0, rows: 0 }): void =>
    structure.part('TR', () => {
      const place = (height: number, rows: number): Place => ({ top: y, height, rows, firstRow: y === top });
      for (const cell of lead) drawCell(page, table, cell, place(group.height, group.rows), width);
      for (const cell of row.cells) drawCell(page, table, cell, place(row.height, 1), width);
      y += row.height;
    });
  for (const row of heads.rows) heads.first ? drawRow(row) : structure.aside(() => drawRow(row));
  for (const { lead, rows, height } of groups)
    rows.forEach((row, index) => {
      if (index === 0) drawRow(row, lead, { height, rows: rows.length });
      else drawRow(row);
    });
  page.shape(
    rectangle(PAGE.left, top, width, y - top, { pen: { color: table.color ?? COLOR.ink, width: LINE.outer } }),
  );
  outlineErrors(page, heads.rows, groups, top);
  return y - top;
}

function drawCell(page: Page, table: Table, entry: LaidCell, place: Place, tableWidth: number): void {
  const { head, span = 1 } = entry.cell;
  const traits = { columns: span, rows: place.rows, ...(head === undefined ? {} : { scope: head }) };
  page.structure.part(head === undefined ? 'TD' : 'TH', () => fillCell(page, table, entry, place, tableWidth), traits);
}

function fillCell(page: Page, table: Table, entry: LaidCell, place: Place, tableWidth: number): void {
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
  const draw = (): void => laid.draw(page, { x: x + pad, top: top + offset, width: inner, height: laid.height });
  if (cell.link === undefined) draw();
  else page.structure.part('Link', draw);
  if (cell.link !== undefined)
    page.links.push({ x, top, width, height, to: cell.link, texts: page.body.slice(before) });
  errors.forEach((number, index) => {
    const from = x + width - 1.4 - DISC / 2 - (errors.length - 1 - index) * (DISC + DISC_GAP);
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
