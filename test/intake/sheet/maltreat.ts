// Maltreats a workbook as people do: what is done follows from a seed, and every cell that says something is followed.
import type { Category } from '../../../src/category/category.ts';
import type { MapNode } from '../../../src/document/node.ts';
import { sheetsOf } from '../../../src/intake/sheet/book.ts';
import type { InSheet, OutCell } from '../../../src/intake/sheet/workbook.ts';

/** A cell that can be followed wherever it goes. */
export type Cell = {
  value: string | number | Date | null;
  format: string;
  formula: boolean;
  /** What somebody filled in, not what an empty workbook holds. */
  filled: boolean;
  /** Whether it is no label of ours that somebody changed, but a value. */
  label?: boolean;
};

export type Sheet = {
  name: string;
  hidden: boolean;
  rows: (Cell | undefined)[][];
  /** First and last row, first and last column. */
  merges: [number, number, number, number][];
  hiddenRows: Set<number>;
  lists: boolean;
};

/** Numbers from 0 to 1, the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const blank = (out: OutCell | undefined): boolean => out?.value === undefined || out.value === '';

/** The workbook of a dossier, with the cells in which it differs from an empty one. */
export function bookOf(category: Category, root: MapNode): Sheet[] {
  const empty = sheetsOf(category, '1.0.0');
  const slots = new Set(category.slots.map(({ label }) => label));
  return sheetsOf(category, '1.0.0', root).map((sheet) => {
    const other = empty.find(({ name }) => name === sheet.name);
    return {
      name: sheet.name,
      hidden: sheet.hidden === true,
      lists: sheet.name === '字典',
      hiddenRows: new Set(sheet.hiddenRows ?? []),
      merges: (sheet.merges ?? []).map(([row, from, to]) => [row, row, from, to]),
      rows: sheet.rows.map((cells, row) =>
        cells.map((out, column): Cell | undefined => {
          if (out === undefined || (blank(out) && out.formula === undefined)) return undefined;
          const isAnswer =
            out.look === 'answer' && String(out.value) !== String(other?.rows[row]?.[column]?.value ?? '');
          return {
            value: out.value ?? null,
            format: out.format ?? '@',
            formula: out.formula !== undefined,
            // Which slots there are, an empty workbook says as well.
            filled: isAnswer && sheet.name !== '字典' && !slots.has(String(out.value)),
          };
        }),
      ),
    };
  });
}

/** The sheet as the reader of a file would give it. */
export const inSheet = ({ name, hidden, rows, merges, hiddenRows }: Sheet): InSheet => ({
  name,
  hidden,
  rows: rows.length,
  columns: rows.reduce((most, row) => Math.max(most, row.length), 0),
  hiddenRows,
  isCovered: (row, column) =>
    merges.some(
      ([top, bottom, left, right]) =>
        row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
    ),
  at: (row, column) => {
    const cell = rows[row]?.[column];
    return cell === undefined ? undefined : { value: cell.value, format: cell.format, formula: cell.formula };
  },
  filled: () =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        cell === undefined || (cell.value === null && !cell.formula) || cell.value === ''
          ? []
          : [[row, column] as const],
      ),
    ),
});

const typed = (value: string | number, label = false): Cell => ({
  value,
  format: '@',
  formula: false,
  filled: true,
  label,
});

function insertRow(sheet: Sheet, at: number, row: (Cell | undefined)[]): void {
  sheet.rows.splice(at, 0, row);
  sheet.merges = sheet.merges.map(([top, bottom, left, right]) => [
    top >= at ? top + 1 : top,
    bottom >= at ? bottom + 1 : bottom,
    left,
    right,
  ]);
  sheet.hiddenRows = new Set([...sheet.hiddenRows].map((one) => (one >= at ? one + 1 : one)));
}

function insertColumn(sheet: Sheet, at: number, cells: ReadonlyMap<number, Cell>): void {
  for (const [index, row] of sheet.rows.entries()) {
    while (row.length < at) row.push(undefined);
    row.splice(at, 0, cells.get(index));
  }
  sheet.merges = sheet.merges.map(([top, bottom, left, right]) => [
    top,
    bottom,
    left >= at ? left + 1 : left,
    right >= at ? right + 1 : right,
  ]);
}

const rowsWithLabels = ({ rows }: Sheet): number[] =>
  rows.flatMap((row, at) => (row.filter((cell) => typeof cell?.value === 'string').length >= 2 ? [at] : []));

export type Chance = {
  readonly below: (count: number) => number;
  readonly one: <T>(of: readonly T[]) => T | undefined;
};

/** What people do to a sheet; each leaves every cell findable by the object that it is. */
const maltreatments: Readonly<Record<string, (sheet: Sheet, by: Chance, sheets: Sheet[]) => void>> = {
  'a blank row put in': (sheet, { below }) => insertRow(sheet, below(sheet.rows.length + 1), []),
  'rows put in above': (sheet, { below }) => {
    for (let count = 1 + below(3); count > 0; count -= 1) insertRow(sheet, 0, []);
  },
  'a title put in above': (sheet) => insertRow(sheet, 0, [undefined, typed('江苏示例集团内部资料')]),
  'a blank column put in': (sheet, { below }) => insertColumn(sheet, below(6), new Map()),
  'a column put in on the left': (sheet) => insertColumn(sheet, 0, new Map()),
  'a column of remarks': (sheet, { below }) => {
    const rows = rowsWithLabels(sheet);
    const at = 2 + below(5);
    const head = sheet.rows.findIndex((row) =>
      row.some((cell) => cell?.value === '项目' || cell?.value === '附件名称'),
    );
    const cells = new Map([[head < 0 ? (rows[0] ?? 0) : head, typed('备注', true)]]);
    for (const row of rows.slice(3, 6)) if (!cells.has(row)) cells.set(row, typed(`待核实${row}`));
    insertColumn(sheet, at, cells);
  },
  'the hidden column deleted': (sheet) => {
    for (const row of sheet.rows) row.shift();
    sheet.merges = sheet.merges.map(([top, bottom, left, right]) => [top, bottom, Math.max(0, left - 1), right - 1]);
  },
  'another name for the sheet': (sheet, { one }) => {
    sheet.name =
      one([`${sheet.name}（修改）`, `Sheet-${sheet.name.length}-${sheet.rows.length}`, `${sheet.name} 2`]) ?? '';
  },
  'the sheet hidden': (sheet) => {
    sheet.hidden = true;
  },
  'rows hidden': (sheet, { below }) => {
    sheet.hiddenRows.add(below(sheet.rows.length));
  },
  'a sum and a signature below': (sheet) => {
    sheet.rows.push([undefined, typed('合计'), undefined, typed('12345.67')]);
    sheet.rows.push([undefined, typed('填表人：王小明'), undefined, typed('日期：2021-08-16')]);
  },
  'a remark in a free cell': (sheet, { below }) => {
    const at = below(sheet.rows.length);
    const row = sheet.rows[at];
    const covered = sheet.merges.some(([top, bottom]) => at >= top && at <= bottom);
    if (row !== undefined && !covered) row[row.length + below(3)] = typed('这里请再核对一次');
  },
  'heads merged with the row below': (sheet, { below }) => {
    const at = sheet.rows.findIndex((row) => row.some((cell) => cell?.value === '项目'));
    const column = 1 + below(3);
    if (at >= 0 && sheet.rows[at + 1]?.[column] === undefined) sheet.merges.push([at, at + 1, column, column]);
  },
  'two answers merged': (sheet, { below }) => {
    const at = below(sheet.rows.length);
    const column = 3 + below(2);
    const lower = sheet.rows[at + 1];
    if (sheet.rows[at]?.[column]?.filled !== true || lower?.[column]?.filled === true) return;
    if (lower !== undefined && sheet.merges.every(([top, bottom]) => at + 1 < top || at > bottom))
      sheet.merges.push([at, at + 1, column, column]);
  },
  'years merged': (sheet, { below }) => {
    const at = below(sheet.rows.length);
    const row = sheet.rows[at];
    if (row?.[3]?.filled !== true || row[4] === undefined) return;
    if (sheet.merges.some(([top, bottom]) => at >= top && at <= bottom)) return;
    row[4] = undefined;
    sheet.merges.push([at, at, 3, 4]);
  },
  'two columns change places': (sheet, { below }) => {
    const [one, other] = [3 + below(2), 5 + below(3)];
    for (const row of sheet.rows) {
      while (row.length <= other) row.push(undefined);
      [row[one], row[other]] = [row[other], row[one]];
    }
    // Whoever moves columns has to undo merges first.
    sheet.merges = [];
  },
  'two rows change places': (sheet, { below }) => {
    const at = 3 + below(Math.max(1, sheet.rows.length - 4));
    const [one, other] = [sheet.rows[at], sheet.rows[at + 1]];
    const isHeads = (row: typeof one): boolean =>
      row?.some((cell) => cell?.value === '项目' || cell?.value === '#ids') === true;
    if (one === undefined || other === undefined || isHeads(one) || isHeads(other)) return;
    [sheet.rows[at], sheet.rows[at + 1]] = [other, one];
    sheet.merges = sheet.merges.filter(([top, bottom]) => bottom < at || top > at + 1);
  },
  'a label written anew': (sheet, { below, one }) => {
    const row = sheet.rows[2 + below(Math.max(1, sheet.rows.length - 2))];
    const cell = row?.[1];
    if (cell === undefined || cell.filled || typeof cell.value !== 'string') return;
    const { value } = cell;
    const alike = [value.replace(/^\d+、/u, ''), `${value} `, value.replace(/[(（](?:万元|人|%)[)）]/u, '')];
    const written = one([...alike, `本单位${value}`, '其他']);
    if (written === undefined || written === value) return;
    row?.splice(1, 1, { ...cell, value: written, filled: alike.indexOf(written) < 0, label: true });
  },
  'figures as text': (sheet, { below, one }) => {
    for (const row of sheet.rows)
      for (const [at, cell] of row.entries()) {
        if (cell?.filled !== true || typeof cell.value !== 'number' || below(2) === 0) continue;
        const text = cell.value.toFixed(2);
        const wide = text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        const grouped = cell.value.toLocaleString('en-US', { minimumFractionDigits: 2 });
        const unit = row.find((one) => one?.value === '万元' || one?.value === '人' || one?.value === '%')?.value ?? '';
        const written = one([text, wide, grouped, `${text}${unit}`, ` ${text}　`]) ?? text;
        Object.assign(cell, { value: written, format: '@' });
        row[at] = cell;
      }
  },
  'days as figures or words': (sheet, { below }) => {
    for (const cell of sheet.rows.flat()) {
      const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(cell?.value ?? '')) ?? [];
      if (cell?.filled !== true || year === undefined) continue;
      const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
      const serial = at.getTime() / 86_400_000 + 25_569;
      const written = [
        serial,
        at,
        `${year}年${Number(month)}月${Number(day)}日`,
        `${year}/${Number(month)}/${Number(day)}`,
        `${year}${month}${day}`,
      ][below(5)];
      Object.assign(cell, { value: written ?? serial, format: 'General' });
    }
  },
  'a sheet of their own': (_, { below }, sheets) => {
    const name = `工作底稿${sheets.length}`;
    const rows = [
      [typed('序号'), typed('事项')],
      [typed('1'), typed('补充合同')],
      [undefined, typed(below(9_000))],
    ];
    sheets.push({ name, hidden: below(2) === 0, rows, merges: [], hiddenRows: new Set(), lists: false });
  },
  'a copy of the sheet': (sheet, { below }, sheets) => {
    const rows = sheet.rows.map((row) => row.map((cell) => (cell === undefined ? undefined : { ...cell })));
    // Sums and signatures that somebody put below are no answers.
    const own = rows
      .slice(0, -2)
      .flat()
      .filter((cell) => cell?.filled === true && typeof cell.value === 'string');
    const one = own[below(Math.max(1, own.length))];
    // A stale copy, in which one answer is another.
    if (one !== undefined && !sheet.lists) one.value = `${one.value}旧`;
    let number = 2;
    while (sheets.some(({ name }) => name === `${sheet.name} (${number})`)) number += 1;
    sheets.push({
      ...sheet,
      name: `${sheet.name} (${number})`,
      rows,
      merges: [...sheet.merges],
      hiddenRows: new Set(sheet.hiddenRows),
    });
  },
  'sheets in another order': (_, { below }, sheets) => {
    for (let at = sheets.length - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      const [a, b] = [sheets[at], sheets[other]];
      if (a !== undefined && b !== undefined) [sheets[at], sheets[other]] = [b, a];
    }
  },
};

/** Does some of it to a workbook; gives what was done. */
export function maltreat(sheets: Sheet[], seed: number): readonly string[] {
  const next = chance(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const one = <T>(of: readonly T[]): T | undefined => of[below(of.length)];
  const kinds = Object.keys(maltreatments);
  return Array.from({ length: 2 + below(5) }, () => {
    const kind = one(kinds) ?? '';
    // The lists behind the dropdowns are hidden, and nobody's to change.
    const sheet = one(sheets.filter(({ lists }) => !lists));
    if (sheet !== undefined) maltreatments[kind]?.(sheet, { below, one }, sheets);
    return `${kind}: ${sheet?.name}`;
  });
}
