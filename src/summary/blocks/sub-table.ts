// A table of rows such as the three of 产品附证, with the file of each row (design.md A9).

import type { FilledRow, FilledTable, RowFile } from '../../assessment.ts';
import { standsAt } from '../../findings/finding.ts';
import { type Content, sides, text } from '../content.ts';
import { label } from '../label.ts';
import { errorsAt, type Setting } from '../setting.ts';
import type { Cell, Part, Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { COLOR, type Style, TYPE } from '../tokens.ts';
import { dash } from '../words.ts';
import { claimOf, fieldIn, fileIn } from './claims.ts';
import { columnWidths, isCode, PAD } from './sub-table-columns.ts';

type Column = FilledTable['columns'][number];

const LEAST = 6.6;
const FILE_NAME: Style = { ...TYPE.tableCode, size: 8.5 };

/** `order` is the position of the table in the form, from 1; it names the folder of a row's file. */
export function subTable(setting: Setting, table: FilledTable, path: string, order: number): void {
  const { flow } = setting;
  const total = table.rows.length;
  const columns = columnWidths(flow.fonts, table);
  const bodies: Row[] =
    total === 0 ? [emptyRow(columns.length)] : table.rows.map((row) => rowOf(setting, table, row, path, order));
  const errors = setting.errors.filter(({ finding }) => standsAt(finding, path)).map(({ number }) => number);
  flow.bookmark(table.title, 2);
  placeTable(flow, {
    columns,
    pad: { x: PAD, y: 0.9 },
    groups: bodies.map((row) => ({ rows: [row] })),
    heads: (part) => [titleRow(table, columns.length, part, part.first ? errors : []), headRow(table)],
  });
}

function titleRow(table: FilledTable, span: number, part: Part, errors: readonly number[]): Row {
  const { title, rows } = table;
  const { first, from, to, total } = part;
  const name = first ? title : `${title}（续表）`;
  const range = from === to ? `第 ${from} 行，共 ${total} 行` : `第 ${from}—${to} 行，共 ${total} 行`;
  const count = rows.length === 0 ? '暂无记录' : first ? `${rows.length} 行` : range;
  const content = sides(text(name, TYPE.tableTitle), count, TYPE.tiny);
  return {
    least: LEAST,
    keep: true,
    cells: [
      {
        span,
        tint: COLOR.section,
        content,
        field: title,
        targets: [fieldIn(title)],
        ...(errors.length > 0 ? { errors } : {}),
      },
    ],
  };
}

const headRow = ({ columns }: FilledTable): Row => ({
  least: LEAST,
  keep: true,
  cells: [{ label: '序号' }, ...columns].map((column) => ({
    tint: COLOR.label,
    pad: 0.8,
    content: label(column.label, TYPE.tableHead),
    field: column.label,
  })),
});

const emptyRow = (span: number): Row => ({
  least: LEAST,
  cells: [{ span, content: text('暂无记录', { ...TYPE.tableText, color: COLOR.quiet }, 'center') }],
});

function rowOf(setting: Setting, table: FilledTable, row: FilledRow, path: string, order: number): Row {
  const own = `${path}[${row.number - 1}]`;
  const files = setting.assessment.inventory.rows.filter((file) => file.table === table.id && file.row === row.number);
  const exact = setting.errors.filter(({ finding }) => standsAt(finding, own)).map(({ number }) => number);
  const gap = table.columns.find((column) => (row.cells[column.id] ?? '') === '')?.id ?? table.columns[0]?.id;
  const cells = table.columns.map((column): Cell => {
    const below = errorsAt(setting.errors, `${own}.${column.id}`) ?? [];
    const errors = column.id === gap ? [...exact, ...below] : below;
    const file = files.find((candidate) => candidate.column === column.id);
    const content = cellOf(column, row.cells[column.id] ?? '', file, `${order}-${row.number}`);
    const links = file ? { targets: [fileIn(file.file.source)], link: claimOf(file.file.source) } : {};
    return { content, field: `${column.label} ${row.number}`, ...links, ...(errors.length > 0 ? { errors } : {}) };
  });
  return { least: LEAST, cells: [{ pad: 0.4, content: text(String(row.number), TYPE.tableCode, 'center') }, ...cells] };
}

function cellOf(column: Column, value: string, file: RowFile | undefined, folder: string): Content {
  if (file) {
    const { pages } = file.file.traits;
    const reference = pages === undefined ? folder : `${folder} · ${pages} 页`;
    return sides(text(file.file.name, FILE_NAME, 'left', { anywhere: true }), reference, TYPE.tiny);
  }
  if (value === '') return dash(TYPE.tableText, 'center');
  if (column.type === 'file') return text(value, FILE_NAME, 'left', { anywhere: true });
  if (column.type === 'date' || column.type === 'term') return text(value, TYPE.tableCode, 'center');
  if (isCode(value)) return text(value, TYPE.tableCode, 'left', { anywhere: true });
  return text(value, TYPE.tableText, column.type === 'choice' ? 'center' : 'left');
}
