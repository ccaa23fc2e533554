// The wide table: one enterprise a row, a column a value; tables and files do not fit there.
import type { Category } from '../../category/category.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import type { Answers } from './answers.ts';
import { type Asked, type Layout, pathText } from './asked.ts';
import { Dictionary } from './dictionary.ts';
import { answerCell } from './figures.ts';
import { type Choice, type OutCell, type OutSheet, writeWorkbook } from './workbook.ts';

export type WideColumn = {
  readonly id: string;
  readonly label: string;
  readonly asked: Asked;
  readonly required: boolean;
};

const head = (id: 'enterprise' | 'as_of', type: 'text' | 'date'): WideColumn => ({
  id,
  label: words.head[id],
  asked: { path: [id], type, negative: false, options: [], closed: false },
  required: id === 'enterprise',
});

/** A column for each value of a layout's lines: `1、营业收入(万元) 2018年`. */
export function wideColumns(layout: Layout): readonly WideColumn[] {
  const columns = layout.sheets.flatMap((sheet) => {
    if (sheet.kind !== 'lines') return [];
    let band = '';
    return sheet.lines.flatMap((line): WideColumn[] => {
      if (line.kind === 'band') band = `${line.label}　`;
      if (line.kind !== 'value' && line.kind !== 'series') return [];
      const { asked, required } = line;
      const unit = asked.unit === undefined || line.label.includes(asked.unit) ? '' : `(${asked.unit})`;
      const label = `${band}${line.label}${unit}`;
      if (line.kind === 'value') return [{ id: pathText(asked.path), label, asked, required }];
      return line.years.map(({ year, forecast }) => ({
        id: pathText([...asked.path, String(year)]),
        label: `${label} ${words.year(year, forecast)}`,
        asked,
        required,
      }));
    });
  });
  return [head('enterprise', 'text'), head('as_of', 'date'), ...columns];
}

/** The heads, then hidden ids, then a row an enterprise. */
export const wideRows = { heads: 0, ids: 1, first: 2 } as const;
export const wideMark = '#wide';
const spare = 50;

export function drawWide(category: Category, layout: Layout, enterprises: readonly Answers[]): readonly OutSheet[] {
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
    landscape: true,
  };
  return [sheet, lists.sheet()];
}

export const wideWorkbook = async (
  category: Category,
  layout: Layout,
  enterprises: readonly Answers[],
): Promise<Uint8Array> => writeWorkbook(category.definition.title, drawWide(category, layout, enterprises));
