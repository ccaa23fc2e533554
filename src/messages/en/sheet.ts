// What a workbook that is read back can have wrong: the sentences in English.
import type { sheetCodes } from '../../findings/codes/sheet.ts';
import type { Messages } from '../message.ts';

const near = (nearest: string | undefined): string => (nearest === undefined ? '' : `; did you mean “${nearest}”?`);

export const sheet: Messages<typeof sheetCodes> = {
  'sheet-unknown': ({ sheet, nearest }) => ({
    message: `the sheet “${sheet}” is none of this category and was not read${near(nearest)}`,
    hint: 'Move what should be read to the sheet it belongs to; leave the names of sheets as they are.',
  }),
  'sheet-missing': ({ sheet }) => ({
    message: `the sheet “${sheet}” is not there; nothing of it counts as filled in`,
    hint: 'If it was deleted by mistake, export the workbook again with zjtx sheet export and fill it in.',
  }),
  'sheet-head-unknown': ({ cell, head, nearest }) => ({
    message: `${cell}: there is no item “${head}”; it was not read${near(nearest)}`,
    hint: 'Write items as they were printed; delete those of your own.',
  }),
  'sheet-formula-empty': ({ cell, label }) => ({
    message: `${cell}: “${label}” is a formula without a stored result`,
    hint: 'Open it in Excel, WPS or LibreOffice, recalculate and save; or type the figure.',
  }),
  'sheet-cell-fault': ({ cell, label, fault }) => ({
    message: `${cell}: the formula of “${label}” fails (${fault})`,
    hint: 'Mend the formula, or type the value, and import again.',
  }),
  'sheet-identifier-lost': ({ cell, label, written }) => ({
    message: `${cell}: “${label}” was stored as the number ${written}; its last digits are gone`,
    hint: "Type it again from the paper: make the cell text first, or begin with an apostrophe '.",
  }),
  'sheet-identifier-number': ({ cell, label, written }) => ({
    message: `${cell}: “${label}” was stored as a number and read as ${written}; noughts in front may be gone`,
    hint: 'Check it; if something is missing, make the cell text and type it again.',
  }),
  'sheet-value-read': ({ cell, label, written, read }) => ({
    message: `${cell}: “${label}” says “${written}” and was read as ${read}`,
    hint: 'If that is wrong, mend the cell and import again.',
  }),
  'sheet-value-ambiguous': ({ cell, label, written, readings }) => ({
    message: `${cell}: “${label}” says “${written}”, which can be read as ${readings.join(' or ')}`,
    hint: `Write ${readings.join(', or ')}, and import again.`,
  }),
  'sheet-figure-unit': ({ cell, label, written, said, unit }) => ({
    message: `${cell}: “${label}” says “${written}” in ${said}; ${unit} is asked for`,
    hint: 'Convert it and write the plain number. Nothing was converted for you.',
  }),
  'sheet-figure-unreadable': ({ cell, label, written }) => ({
    message: `${cell}: “${label}” says “${written}”, which is no number`,
    hint: 'Write the plain number, without unit, remark or separators.',
  }),
  'sheet-figure-places': ({ cell, label, shown, held }) => ({
    message: `${cell}: “${label}” shows ${shown} and holds ${held}, which was read`,
    hint: 'To use what is shown, type that figure instead of a formula.',
  }),
  'sheet-date-unreadable': ({ cell, label, written }) => ({
    message: `${cell}: “${label}” says “${written}”, which is no date`,
    hint: 'Write it like 2016-03-18.',
  }),
  'sheet-merged': ({ cell }) => ({
    message: `${cell} lies below merged cells; what it holds was not read`,
    hint: 'Undo the merge and write each value in its own cell.',
  }),
  'sheet-row-hidden': ({ cell }) => ({
    message: `${cell} is in a hidden row, which was read all the same`,
    hint: 'Unhide it and look; delete what is not wanted.',
  }),
  'sheet-file-missing': ({ cell, label }) => ({
    message: `${cell}: “${label}” is described but names no file; the row was not read`,
    hint: 'Write the path of the file, or delete the description.',
  }),
  'sheet-two-answers': ({ cell, label }) => ({
    message: `${cell}: “${label}” has a code; the names beside it were not used`,
    hint: 'If they disagree, mend the code, or delete it and keep the names.',
  }),
  'sheet-none-with-rows': ({ cell, sheet }) => ({
    message: `${cell} says that there are none, but “${sheet}” has rows below; they were not read`,
    hint: 'Delete the rows if there are none; else clear this cell.',
  }),
};
