// What the rows of a table can have wrong: numbers, days, rows that are no rows, and rows that stand twice.
import { error, note, warning } from './spec.ts';

/** `field` is the printed title and head, `row` counts from 1. */
type Of = { field: string; written: string };
type In = { table: string; row: number };

export const rowCodes = {
  'patent-unreadable': error<Of>(),
  'patent-check': error<Of & { expected: string }>(),
  'patent-check-missing': warning<Of & { expected: string }>(),
  'patent-type': error<Of & { type: string; stated: string; taken: boolean }>(),
  'patent-not-granted': error<Of>(),
  'patent-expired': error<Of & { last: string }>(),
  'patent-dates': error<Of & { granted: string; reason: 'before filing' | 'after as-of' }>(),
  'patent-foreign': warning<Of>(),
  'patent-type-reserved': warning<Of>(),
  /** The day that the row states is later than the term allows. */
  'patent-term': warning<Of & { until: string; last: string }>(),
  'layout-number-shape': warning<Of>(),
  'row-expired': warning<In & { name: string; until: string; asOf: string }>(),
  /** `by` is the number that both rows hold; without it they say the same in every cell. */
  'row-twice': error<In & { first: number; by?: { column: string; written: string } }>(),
  'row-twice-likely': warning<In & { first: number }>(),
  /** A row that says that there is none, or nothing at all: `written` is then empty. */
  'row-none': note<In & { written: string }>(),
  'row-no-entry': error<In & { written: string; is: 'total' | 'remark' | 'signature' | 'heading' | 'nameless' }>(),
  'paper-in-two-tables': note<In & { written: string; otherTable: string; otherRow: number }>(),
};
