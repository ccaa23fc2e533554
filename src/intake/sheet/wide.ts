// The wide table, drawn and read: one enterprise a row, a column a value; tables and files do not fit there.
import type { Category } from '../../category/category.ts';
import type { Finding } from '../../findings/finding.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import type { Answers } from './answers.ts';
import { type Asked, type Layout, pathText } from './asked.ts';
import { textsOf } from './book.ts';
import { Dictionary } from './dictionary.ts';
import { answerCell } from './draw.ts';
import { type OwnHead, type SheetRead, tellLeft } from './left.ts';
import { type Heads, headAt, headsOf, isAside, mostHead, repeatsHeads, textsIn } from './place.ts';
import { tellRenamed } from './read.ts';
import { readerFor } from './reader.ts';
import { type Choice, type InSheet, type OutCell, type OutSheet, writeWorkbook } from './workbook.ts';

type WideColumn = {
  readonly id: string;
  readonly label: string;
  readonly also?: readonly string[];
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
export const isWide = (sheets: readonly InSheet[], layout: Layout): boolean =>
  sheets.some((sheet) => tableIn(sheet, wideColumns(layout)) !== undefined) &&
  !sheets.some((sheet) => sheet.name === words.cover);

/** The heads of a table of enterprises: one of them at least says whose row it is. */
function tableIn(sheet: InSheet, known: readonly WideColumn[]): Heads<WideColumn> | undefined {
  const heads = headsOf(sheet, known);
  return heads !== undefined && [...heads.columns.values()].some(isNaming) ? heads : undefined;
}

type WideRow = { readonly answers: Answers; readonly at: string };

/** One enterprise a row: a row that names none is not one. */
export function readWide(
  sheets: readonly InSheet[],
  category: Category,
  layout: Layout,
  file: string,
): { readonly rows: readonly WideRow[]; readonly findings: readonly Finding[] } {
  const known = wideColumns(layout);
  const reader = readerFor(file);
  const [table, lists] = drawWide(category, layout, []).map((sheet) => new Set(textsOf(sheet)));
  const printed = table ?? new Set<string>();
  const rows: WideRow[] = [];
  const read = sheets.map((sheet): SheetRead => {
    const heads = tableIn(sheet, known);
    if (heads === undefined) {
      const isLists = sheet.name === words.lists || sheet.hidden;
      return { sheet, own: [], printed: isLists ? new Set([...printed, ...(lists ?? [])]) : printed };
    }
    const columns = tellRenamed(sheet, heads, heads.renamed, reader);
    const own: OwnHead[] = [];
    for (let column = 0; column < sheet.columns; column += 1) {
      const head = headAt(sheet, heads.row, column);
      if (columns.has(column)) reader.saw(sheet, heads.row, column);
      else if (head !== '' && !head.startsWith(`${wideMark} `)) own.push({ row: heads.row, column, head });
    }
    for (let row = heads.row + 1; row < sheet.rows; row += 1) {
      const one = isAside(sheet, row) || repeatsHeads(sheet, row, columns) ? undefined : readRow(sheet, row, columns);
      if (one !== undefined) rows.push({ answers: one, at: `${sheet.name}!${row + 1}` });
    }
    return { sheet, known: known.map(({ label }) => label), own, printed };
  });
  tellLeft(read, [words.wide], reader);
  return { rows, findings: reader.findings };

  function readRow(sheet: InSheet, row: number, columns: ReadonlyMap<number, WideColumn>): Answers | undefined {
    const values = new Map<string, string>();
    // Whose the row is comes first: without it nothing of it is read, and all of it is told.
    const names = [...columns].some(([column, one]) => isNaming(one) && (sheet.at(row, column)?.value ?? '') !== '');
    if (!names) return undefined;
    for (const [column, { id, asked, label }] of columns) {
      const text = reader.text(sheet, row, column, asked, label);
      if (text !== '') values.set(id, text);
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
