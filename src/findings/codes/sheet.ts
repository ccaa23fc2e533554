// What a workbook that is read back can have wrong in its cells.
import { error, note, warning } from './spec.ts';

/** `label` is the printed item, `cell` as spreadsheets name it: `企业基本情况!D7`. */
type At = { readonly cell: string };
type About = At & { readonly label: string };

export const sheetCodes = {
  /** A sheet that the category does not have. */
  'sheet-unknown': warning<{ readonly sheet: string; readonly nearest?: string }>(),
  'sheet-missing': note<{ readonly sheet: string }>(),
  /** An item or a column that the category does not have. */
  'sheet-head-unknown': error<At & { readonly head: string; readonly nearest?: string }>(),
  /** The program that saved the workbook kept no result of a formula. */
  'sheet-formula-empty': error<About>(),
  /** `#REF!` and the like. */
  'sheet-cell-fault': error<About & { readonly fault: string }>(),
  /** A number of more digits than a spreadsheet keeps, where an identifier is asked for. */
  'sheet-identifier-lost': error<About & { readonly written: string }>(),
  /** A number where an identifier is asked for: noughts in front may be gone. */
  'sheet-identifier-number': warning<About & { readonly written: string }>(),
  /** Written otherwise, but with one reading only. */
  'sheet-value-read': note<About & { readonly written: string; readonly read: string }>(),
  'sheet-value-ambiguous': error<About & { readonly written: string; readonly readings: readonly string[] }>(),
  /** A unit that cannot be converted: 台 where 人 is asked for. */
  'sheet-figure-unit': error<About & { readonly written: string; readonly said: string; readonly unit: string }>(),
  'sheet-figure-unreadable': error<About & { readonly written: string }>(),
  /** A figure that has more places than its cell shows. */
  'sheet-figure-places': note<About & { readonly shown: string; readonly held: string }>(),
  'sheet-date-unreadable': error<About & { readonly written: string }>(),
  /** Something is written in a cell that a merge covers. */
  'sheet-merged': warning<At>(),
  'sheet-row-hidden': warning<At>(),
  /** A row says something of a file that it does not name. */
  'sheet-file-missing': warning<About>(),
  /** A code and a chain of names beside it. */
  'sheet-two-answers': note<About>(),
  /** Rows under a heading that says there are none. */
  'sheet-none-with-rows': error<At & { readonly sheet: string }>(),
};
