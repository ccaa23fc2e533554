// What may be read as a workbook: a zip that cannot fill the memory of whoever reads it, how far it is read, its sheets as
// they are asked, and tables saved as text.
import { basename, extname } from 'node:path';
import type { CellValue } from 'hucre/csv';
import type { Sheet } from 'hucre/xlsx';
import { openZip, partName, type Zip, type ZipEntry } from '../../files/zip/zip.ts';
import type { InSheet } from './workbook.ts';

/** Bytes of all parts of a workbook, unpacked; a form of thirty sheets has some two million. */
const largestBytes = 200 * 1024 * 1024;

/**
 * Tags of all parts: what is read takes time and memory by their number. A form has some ten thousand, a wide table of a
 * thousand enterprises less than a million; cells that are only formatted count.
 */
const mostTags = 3_000_000;
const tag = 0x3c;

/**
 * Faults of parts that nobody reads. Others (an odd name, or headers of a part that another program has put in) hurt
 * nobody here, where each part is unpacked and held against its size.
 */
const worthless: ReadonlySet<ZipEntry['faults'][number]> = new Set(['ratio', 'overlap', 'encrypted', 'method']);

const isXml = (name: string): boolean => name.toLowerCase().endsWith('.xml');
const ignore = (): void => undefined;

const compound = [0xd0, 0xcf, 0x11, 0xe0];

/** A compound file is an old .xls, or an encrypted .xlsx. */
const compoundKind = (bytes: Uint8Array): 'encrypted' | 'old' =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old';

/** `fits` when every part unpacks to the size that it declares, and all together to a size that can be read. */
export async function boundsOf(bytes: Uint8Array): Promise<'fits' | 'large' | 'broken' | 'encrypted' | 'old'> {
  if (compound.every((byte, at) => bytes[at] === byte)) return compoundKind(bytes);
  const zip = await openZip(bytes);
  if (zip.kind === 'no zip') return zip.why === 'too many' ? 'large' : 'broken';
  try {
    if (zip.entries.reduce((sum, entry) => sum + entry.bytes, 0) > largestBytes) return 'large';
    let tags = 0;
    const count = (chunk: Buffer): void => {
      for (const byte of chunk) if (byte === tag) tags += 1;
    };
    for (const entry of zip.entries) {
      if (entry.folder) continue;
      if (entry.faults.some((fault) => worthless.has(fault))) return 'broken';
      if ((await zip.unpack(entry, isXml(entry.name) ? count : ignore)).is === 'broken') return 'broken';
      if (tags > mostTags) return 'large';
    }
    return 'fits';
  } finally {
    await zip.close();
  }
}

/** Bytes of the part that names the sheets, and of the one that says what they are. */
const longestPart = 1024 * 1024;

/** Kinds of sheets, as a workbook relates to them. */
const cellless: ReadonlySet<string> = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet']);

/** The tags of a part by name, each with its attributes (without the prefix of a namespace), in order. */
async function tagsIn(zip: Zip, part: string, name: string): Promise<readonly ReadonlyMap<string, string>[]> {
  const entry = zip.entries.find((one) => partName(one).toLowerCase() === part);
  if (entry === undefined || entry.bytes > longestPart) return [];
  const chunks: Buffer[] = [];
  await zip.unpack(entry, (chunk) => void chunks.push(Buffer.from(chunk)));
  // A comment is no part of the list; by pieces, since a pattern would go to the end anew from each mark that opens one.
  const [first = '', ...others] = Buffer.concat(chunks).toString().split('<!--');
  const text = [first, ...others.map((one) => one.split('-->').slice(1).join(''))].join('');
  return [...text.matchAll(/<(?:\w+:)?(\w+)\s([^<>]*)>/g)]
    .filter(([, tag]) => tag === name)
    .map(([, , said = '']) => {
      const attributes = ` ${said}`.matchAll(/\s(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
      return new Map([...attributes].map(([, key = '', double, single]) => [key, double ?? single ?? '']));
    });
}

/** Sheets as a workbook lists them; one that relates to nothing, as old modules of macros do, is none. */
type Listed = {
  /** How many; 0 when the list is not where it is looked for. */
  readonly sheets: number;
  /** The places of those without cells, such as a chart on a page of its own. */
  readonly aside: ReadonlySet<number>;
  /** Whether there are cells in a part that no sheet relates to. */
  readonly lost: boolean;
};

/** What hucre does not say: it takes a workbook with a sheet of a chart for broken, and drops a sheet that it cannot relate. */
export async function listedIn(bytes: Uint8Array): Promise<Listed> {
  const zip = await openZip(bytes);
  if (zip.kind === 'no zip') return { sheets: 0, aside: new Set(), lost: false };
  const related = await tagsIn(zip, 'xl/_rels/workbook.xml.rels', 'Relationship');
  const kinds = related.map((one) => [one.get('Id') ?? '', one.get('Type')?.split('/').at(-1) ?? ''] as const);
  const sheets = (await tagsIn(zip, 'xl/workbook.xml', 'sheet')).flatMap((one) => one.get('id') || []);
  await zip.close();
  const kind = new Map(kinds);
  return {
    sheets: sheets.length,
    aside: new Set(sheets.flatMap((id, at) => (cellless.has(kind.get(id) ?? '') ? [at] : []))),
    lost: sheets.length > 0 && kinds.some(([id, kind]) => kind === 'worksheet' && !sheets.includes(id)),
  };
}

/** How much of a sheet is read. */
export type Size = { readonly rows: number; readonly columns: number };

/** Rows and columns of a form, and of a wide table, which has a row an enterprise and a column a figure. */
export const form: Size = { rows: 2_000, columns: 100 };
export const wide: Size = { rows: 20_000, columns: 600 };

type Corner = { readonly row: number; readonly column: number };

/** Cells beyond what is read: the text of the first, and the corners around all. */
export type Beyond = { readonly text: string; readonly from: Corner; readonly to: Corner };

/** What stands in a sheet beyond a size; its rows come one by one, and no row is made that the file does not have. */
export async function beyondOf(
  rows: AsyncIterable<{ readonly index: number; readonly values: readonly unknown[] }>,
  size: Size,
): Promise<Beyond | undefined> {
  let found: Beyond | undefined;
  for await (const { index: row, values } of rows)
    for (const [column, value] of values.entries()) {
      const said = value === null || value === undefined ? '' : String(value).trim();
      if (said === '' || (row < size.rows && column < size.columns)) continue;
      const { text, from, to } = found ?? { text: said, from: { row, column }, to: { row, column } };
      found = {
        text,
        from: { row: from.row, column: Math.min(from.column, column) },
        to: { row, column: Math.max(to.column, column) },
      };
    }
  return found;
}

/** UTF-8 or UTF-16 by their marks, else UTF-8 where it is that, else what Chinese Windows writes. */
function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  for (const encoding of marked === '' ? ['utf-8', 'gb18030'] : [marked])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  return undefined;
}

/** A sheet of texts, in which nothing is merged or hidden. */
function textSheet(name: string, rows: readonly (readonly CellValue[])[]): InSheet {
  return {
    name,
    hidden: false,
    rows: rows.length,
    columns: rows.reduce((most, row) => Math.max(most, row.length), 0),
    hiddenRows: new Set(),
    isCovered: () => false,
    at: (row, column) => {
      const value = rows[row]?.[column];
      return typeof value === 'string' && value !== '' ? { value, format: '@', formula: false } : undefined;
    },
    filled: () =>
      rows.flatMap((cells, row) => cells.flatMap((text, column) => (text === '' ? [] : [[row, column] as const]))),
  };
}

/** A zip or a compound file is no text, whatever its name says. */
const isPacked = ([first, second]: Uint8Array): boolean =>
  (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);

/** The sheet of a file by the name of a table of texts; nothing when it is none. */
export async function csvSheet(bytes: Uint8Array, file: string): Promise<InSheet | 'broken' | undefined> {
  const end = extname(file);
  if (!['.csv', '.tsv'].includes(end.toLowerCase()) || isPacked(bytes)) return undefined;
  const text = textOf(bytes);
  if (text === undefined || text.includes('\0')) return 'broken';
  const { parseCsv } = await import('hucre/csv');
  return textSheet(basename(file, end), parseCsv(text));
}

export const isValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const faults = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;
/** Cells that hold something without a value. */
const odd: ReadonlySet<string> = new Set(['formula', 'error']);

/** A sheet as the other parts ask for it. */
export function inSheet(sheet: Sheet): InSheet {
  const merges = sheet.merges ?? [];
  return {
    filled: () =>
      sheet.rows.flatMap((cells, row) =>
        cells.flatMap((value, column) =>
          isValue(value) || odd.has(sheet.cells?.get(`${row},${column}`)?.type ?? '') ? [[row, column] as const] : [],
        ),
      ),
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: sheet.rows.length,
    columns: sheet.rows.reduce((most, row) => Math.max(most, row.length), 0),
    hiddenRows: new Set([...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : []))),
    // Asked of single cells: one merge may cover the seventeen thousand million cells of a sheet.
    isCovered: (row, column) =>
      merges.some(
        ({ startRow, endRow, startCol, endCol }) =>
          row >= startRow &&
          row <= endRow &&
          column >= startCol &&
          column <= endCol &&
          (row !== startRow || column !== startCol),
      ),
    at(row, column) {
      const cell = sheet.cells?.get(`${row},${column}`);
      const value = cell?.value ?? sheet.rows[row]?.[column] ?? null;
      if (cell === undefined && value === null) return undefined;
      const formula = cell?.formula !== undefined || cell?.type === 'formula';
      const fault =
        typeof value === 'string' && (cell?.type === 'error' || formula) && faults.test(value) ? value : undefined;
      return {
        value,
        format: cell?.style?.numFmt ?? 'General',
        formula,
        ...(fault === undefined && cell?.type !== 'error' ? {} : { fault: fault ?? String(value) }),
      };
    },
  };
}
