// A table saved as text: the encodings and signs that spreadsheets of Chinese Windows write, as a sheet of texts.
import { basename, extname } from 'node:path';
import type { InSheet } from './workbook.ts';

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

/** Of the signs that may part cells, the one that stands most often in the first line. */
function partedBy(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const count = (sign: string): number => line.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Rows of cells; a quoted cell may hold signs, line ends and doubled quotes. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const sign = partedBy(text);
  const rows: string[][] = [];
  let [row, cell, quoted, fresh]: [string[], string, boolean, boolean] = [[], '', false, true];
  const endCell = (): void => {
    row.push(cell);
    [cell, fresh] = ['', true];
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] ?? '';
    if (quoted && one === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (one === '"' && (quoted || fresh)) [quoted, fresh] = [!quoted, false];
    else if (!quoted && one === sign) endCell();
    else if (!quoted && one === '\n') endRow();
    else if (quoted || one !== '\r') [cell, fresh] = [cell + one, false];
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** A sheet of texts, in which nothing is merged or hidden. */
export function textSheet(name: string, rows: readonly (readonly string[])[]): InSheet {
  return {
    name,
    hidden: false,
    rows: rows.length,
    columns: rows.reduce((most, row) => Math.max(most, row.length), 0),
    hiddenRows: new Set(),
    isCovered: () => false,
    at: (row, column) => {
      const value = rows[row]?.[column];
      return value === undefined || value === '' ? undefined : { value, format: '@', formula: false };
    },
    filled: () =>
      rows.flatMap((cells, row) => cells.flatMap((text, column) => (text === '' ? [] : [[row, column] as const]))),
  };
}

/** A zip or a compound file is no text, whatever its name says. */
const isPacked = ([first, second]: Uint8Array): boolean =>
  (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);

/** The sheet of a file by the name of a table of texts; nothing when it is none. */
export function csvSheet(bytes: Uint8Array, file: string): InSheet | 'broken' | undefined {
  const end = extname(file);
  if (!['.csv', '.tsv'].includes(end.toLowerCase()) || isPacked(bytes)) return undefined;
  const text = textOf(bytes);
  if (text === undefined || text.includes('\0')) return 'broken';
  return textSheet(basename(file, end), rowsOf(text));
}
