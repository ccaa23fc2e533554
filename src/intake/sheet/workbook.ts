// The door to hucre for workbooks: writes a workbook from plain rows, and reads one back cell by cell.
import stringWidth from 'fast-string-width';
import type { Cell, CellStyle, Sheet as HucreSheet, WriteSheet } from 'hucre/xlsx';
import { type Beyond, beyondOf, boundsOf, form, inSheet, isValue, listedIn, type Size, wide } from './bounds.ts';

/** How a cell looks and what may be typed in it. */
export type Look = 'title' | 'remark' | 'head' | 'band' | 'label' | 'answer' | 'computed' | 'plain';

export type OutCell = {
  readonly value?: string | number;
  readonly look: Look;
  /** A number format; `@`, text, unless told otherwise. */
  readonly format?: string;
  /** Without `=`; `value` is what it comes to. */
  readonly formula?: string;
  /** Shown when the pointer rests on the cell. */
  readonly note?: string;
};

/** A dropdown over a range such as `D5:D9`; `source` is a formula, or a range of another sheet. */
export type Choice = {
  readonly range: string;
  readonly source: string;
  /** Whether nothing else may be typed, and what is then said. */
  readonly only?: { readonly title: string; readonly text: string };
};

export type OutSheet = {
  readonly name: string;
  readonly hidden?: boolean;
  readonly rows: readonly (readonly (OutCell | undefined)[])[];
  /** In characters of half width. */
  readonly widths: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly hiddenRows?: readonly number[];
  /** Least heights in points by row; rows grow with their texts. */
  readonly heights?: ReadonlyMap<number, number>;
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Row, first and last column; all from 0. */
  readonly merges?: readonly (readonly [row: number, from: number, to: number])[];
  readonly choices?: readonly Choice[];
  /** Only answers may be typed in; there is no password. */
  readonly locked?: boolean;
};

/** Points of paper within the margins, the long and the short side of A4; a character of half width takes this many. */
const paper = { long: 770, short: 509, character: 5.3 };
/** Pages are made smaller to hold all rows, or all columns, down to this; what needs more takes another page. */
const smallest = 0.6;

/** How a sheet is printed: pages side by side, and one page for all rows where they fit when they are made smaller. */
export function pagesOf(sheet: OutSheet): {
  readonly landscape: boolean;
  readonly across: number;
  readonly down: number;
} {
  const shown = sheet.widths.filter((_, at) => !sheet.hiddenColumns?.includes(at));
  const wide = shown.reduce((sum, one) => sum + one, 0) * paper.character;
  let high = 1;
  for (const [row, points] of heightsOf(sheet)) if (!sheet.hiddenRows?.includes(row)) high += points;
  const [lying, standing] = [Math.min(1, paper.long / wide), Math.min(1, paper.short / wide)];
  const whole = { lying: Math.min(lying, paper.short / high), standing: Math.min(standing, paper.long / high) };
  const landscape = whole.standing <= whole.lying || whole.standing < smallest;
  const across = landscape ? Math.max(1, Math.ceil(smallest / lying)) : 1;
  return { landscape, across, down: across === 1 && Math.max(whole.lying, whole.standing) >= smallest ? 1 : 0 };
}

const thin = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const border = { top: thin, right: thin, bottom: thin, left: thin };
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const wrapped = { vertical: 'center', wrapText: true } as const;

const looks: Readonly<Record<Look, CellStyle>> = {
  title: { font: { bold: true, size: 16 }, alignment: { vertical: 'center' } },
  remark: { font: { size: 10, color: { rgb: '595959' } }, alignment: { ...wrapped, horizontal: 'left', indent: 1 } },
  head: { font: { bold: true }, fill: fill('E7ECF3'), border, alignment: { ...wrapped, horizontal: 'center' } },
  band: { font: { bold: true }, fill: fill('F3F5F8'), border, alignment: wrapped },
  label: { border, alignment: wrapped },
  answer: {
    fill: fill('FFF8DC'),
    border,
    alignment: { ...wrapped, horizontal: 'left' },
    protection: { locked: false },
  },
  computed: {
    font: { color: { rgb: '404040' } },
    fill: fill('E3E3E3'),
    border,
    alignment: { vertical: 'center', horizontal: 'right' },
  },
  plain: { alignment: wrapped },
};

/** Named in every style: a font without a name is another one in each program. */
const face = { name: '等线', size: 11 } as const;

function styleOf({ look, format, value }: OutCell): CellStyle {
  const style = { ...looks[look], font: { ...face, ...looks[look].font } };
  const figure = look === 'answer' && format !== undefined && format !== '@';
  return {
    ...style,
    numFmt: format ?? '@',
    ...(figure || typeof value === 'number' ? { alignment: { ...style.alignment, horizontal: 'right' as const } } : {}),
  };
}

/**
 * Text is always written as a text cell with the format of text: `=1+1` stays what it says, also after it was edited.
 * Nothing is put in front of it, since an intake workbook must give back what it was given.
 */
function cellOf(out: OutCell): Partial<Cell> {
  const { value, formula, note } = out;
  const style = styleOf(out);
  const comment = note === undefined || note === '' ? {} : { comment: { author: 'zjtx', text: note } };
  if (formula !== undefined)
    return { value: null, type: 'formula', formula, formulaResult: value ?? '', style, ...comment };
  if (value === undefined || value === '') return { value: null, type: 'empty', style, ...comment };
  return { value, type: typeof value === 'number' ? 'number' : 'string', style, ...comment };
}

function sheetOf(sheet: OutSheet): WriteSheet {
  const pages = pagesOf(sheet);
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, line] of sheet.rows.entries())
    for (const [at, out] of line.entries()) if (out !== undefined) cells.set(`${row},${at}`, cellOf(out));
  const rowDefs = new Map<number, { height?: number; hidden?: boolean }>();
  for (const [row, height] of heightsOf(sheet)) if (height > 0) rowDefs.set(row, { height });
  for (const row of sheet.hiddenRows ?? []) rowDefs.set(row, { hidden: true });
  return {
    name: sheet.name,
    rows: [],
    cells,
    columns: sheet.widths.map((width, at) => ({
      width,
      ...(sheet.hiddenColumns?.includes(at) ? { hidden: true } : {}),
    })),
    rowDefs,
    merges: (sheet.merges ?? []).map(([row, from, to]) => ({ startRow: row, endRow: row, startCol: from, endCol: to })),
    dataValidations: (sheet.choices ?? []).map(({ range, source, only }) => ({
      type: 'list',
      range,
      formula1: source,
      allowBlank: true,
      showErrorMessage: only !== undefined,
      ...(only === undefined ? {} : { errorTitle: only.title, errorMessage: only.text, errorStyle: 'stop' as const }),
    })),
    ...(sheet.frozen === undefined ? {} : { freezePane: sheet.frozen }),
    ...(sheet.hidden ? { hidden: true } : {}),
    ...(sheet.locked
      ? { protection: { sheet: true, formatCells: false, formatColumns: false, formatRows: false, insertRows: false } }
      : {}),
    view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: pages.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: pages.across,
      fitToHeight: pages.down,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6 },
      // The heads that stay on a screen stand on every page.
      ...(sheet.frozen === undefined ? {} : { printTitlesRow: `$1:$${sheet.frozen.rows}` }),
      // Columns that go on on another page stand beside the name of their row.
      ...(pages.across === 1 ? {} : { printTitlesColumn: '$A:$B' }),
    },
    headerFooter: { oddFooter: '&L&A&C第 &P 页，共 &N 页' },
  };
}

/** The bytes of an xlsx file: equal sheets give equal bytes. */
export async function writeWorkbook(title: string, sheets: readonly OutSheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const day = new Date(0);
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { title, creator: 'zjtx', created: day, modified: day },
    defaultFont: face,
  });
}

/** A cell as it was read. A formula counts for what the program that saved it made of it. */
export type InCell = {
  readonly value: string | number | boolean | Date | null;
  readonly format: string;
  readonly formula: boolean;
  /** `#REF!` and the like. */
  readonly fault?: string;
};

export type InSheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly hiddenRows: ReadonlySet<number>;
  /** Whether a cell lies below the first one of a merge. */
  isCovered(row: number, column: number): boolean;
  at(row: number, column: number): InCell | undefined;
  /** Cells in which something stands, row by row. */
  filled(): readonly (readonly [row: number, column: number])[];
  /** What stands beyond the rows and columns that are read: the first of it, and its corners. */
  readonly beyond?: Beyond | undefined;
};

export type Unread = 'old' | 'encrypted' | 'broken' | 'large';

/** Bytes of a workbook, and of what is inside: a form of a few sheets has some hundred kilobytes. */
export const largestFile = 20 * 1024 * 1024;

/** Merged ranges of a sheet; a form has some hundred. */
const mostMerges = 2_000;

/** Of all cells: a text is stored once, and thousands of cells may name it. */
const mostCharacters = 200_000_000;

const charactersIn = ({ rows }: HucreSheet): number =>
  rows.reduce(
    (sum, cells) => cells.reduce<number>((some, value) => some + (typeof value === 'string' ? value.length : 1), sum),
    0,
  );

/** Reads the sheets of an xlsx file, or says why it cannot be read. */
export async function readWorkbook(bytes: Uint8Array): Promise<{ readonly sheets: readonly InSheet[] } | Unread> {
  if (bytes.byteLength > largestFile) return 'large';
  const [{ readXlsx, streamXlsxRows }, { EncryptedFileError }] = await Promise.all([
    import('hucre/xlsx'),
    import('hucre'),
  ]);
  const bounds = await boundsOf(bytes);
  if (bounds !== 'fits') return bounds;
  try {
    const { sheets: listed, aside, lost } = await listedIn(bytes);
    const names = new Map<number, string>();
    // A stray cell at the foot of a sheet would have all rows above it made: what lies beyond a form is only named.
    const within = async ({ rows, columns }: Size) =>
      (
        await readXlsx(bytes, {
          readStyles: true,
          range: `A1:${cellName(rows - 1, columns - 1)}`,
          sheets: ({ name }, at) => names.set(at, name) && !aside.has(at),
        })
      ).sheets;
    const read = await within(form);
    if (lost || (listed > 0 && names.size !== listed)) return 'broken';
    const size = read.some(goesOn) ? wide : form;
    const sheets = size === form ? read : await within(size);
    if (sheets.some(({ merges = [] }) => merges.length > mostMerges)) return 'large';
    if (sheets.reduce((sum, sheet) => sum + charactersIn(sheet), 0) > mostCharacters) return 'large';
    const places = Array.from({ length: sheets.length + aside.size }, (_, at) => at).filter((at) => !aside.has(at));
    const beyond = await Promise.all(places.map((at) => beyondOf(streamXlsxRows(bytes, { sheet: at }), size)));
    // Not read, and told as a sheet of its name: one of old macros may have cells.
    const unread = [...aside].map((at) => inSheet({ name: names.get(at) ?? '', rows: [[null]] }));
    return { sheets: [...sheets.map((sheet, at) => ({ ...inSheet(sheet), beyond: beyond[at] })), ...unread] };
  } catch (error) {
    return error instanceof EncryptedFileError ? 'encrypted' : 'broken';
  }
}

/** Whether something stands at the end of what was read as a form; cells that are only formatted are nothing. */
const goesOn = ({ rows }: HucreSheet): boolean =>
  (rows[form.rows - 1] ?? []).some(isValue) || rows.some((row) => isValue(row[form.columns - 1]));
/** `D5` from row and column, both from 0. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Points of a line of text, around the lines of a row, and of the highest row of any spreadsheet. */
const [line, around, mostPoints] = [15, 6, 400];

/** Lines that a text takes in a column as wide as so many characters. */
const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, one) => sum + Math.max(1, Math.ceil(stringWidth(one) / Math.max(1, width - 1))), 0);

/** Heights in points by row: what the texts need, and at least what the sheet asks for. */
export function heightsOf({
  rows,
  widths,
  merges = [],
  heights,
  hiddenColumns = [],
}: OutSheet): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [row, cells] of rows.entries()) {
    const merged = merges.filter(([at]) => at === row);
    const lines = cells.map((cell, column) => {
      if (cell?.value === undefined || cell.look === 'title' || hiddenColumns.includes(column)) return 1;
      const [, from = column, to = column] = merged.find(([, first]) => first === column) ?? [];
      return linesIn(
        String(cell.value),
        widths.slice(from, to + 1).reduce((sum, width) => sum + width, 0),
      );
    });
    const fitting = cells.length === 0 ? 0 : Math.max(1, ...lines) * line + around;
    found.set(row, Math.min(mostPoints, Math.max(fitting, heights?.get(row) ?? 0)));
  }
  return found;
}
