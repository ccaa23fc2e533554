// What the rows of a table can have wrong: the sentences in English.
import type { rowCodes } from '../../findings/codes/rows.ts';
import type { Messages } from '../message.ts';

const noEntries = {
  total: 'is a total, no entry,',
  remark: 'is a remark, no entry,',
  signature: 'is the signature of whoever filled the table in, no entry,',
  heading: 'repeats the heads of the table, is no entry,',
  nameless: 'has no name',
} as const;

export const rows: Messages<typeof rowCodes> = {
  'patent-unreadable': ({ field, written }) => ({
    message: `${field}: “${written}” is no patent number`,
    hint: 'Write it as the certificate does, such as ZL201810000016.0, or the number of the grant, such as CN109876543B.',
  }),
  'patent-check': ({ field, written, expected }) => ({
    message: `${field}: wrong check character in ${written}, expected ${expected}`,
    hint: 'Compare every digit with the certificate.',
  }),
  'patent-check-missing': ({ field, written, expected }) => ({
    message: `${field}: ${written} lacks its check character`,
    hint: `Compare with the certificate; the digits give .${expected}`,
  }),
  'patent-type': ({ field, written, type, stated, taken }) => ({
    message: `${field}: ${written} is ${type}, not ${stated}`,
    hint: taken
      ? `Change it to ${type}, or check the number.`
      : `This table does not take ${type}: delete the row, or compare the number with the certificate.`,
  }),
  'patent-not-granted': ({ field, written }) => ({
    message: `${field}: ${written} is a published application, not yet granted`,
    hint: 'List granted patents only, with the number of the certificate.',
  }),
  'patent-expired': ({ field, written, last }) => ({
    message: `${field}: the term of ${written} ends on ${last} at the latest`,
    hint: 'Leave expired patents out.',
  }),
  'patent-dates': ({ field, written, granted, reason }) => ({
    message:
      reason === 'before filing'
        ? `${field}: ${written} was granted on ${granted}, before the year of its filing`
        : `${field}: ${written} was granted on ${granted}, after the day of application`,
    hint: 'Compare the date of grant with the certificate.',
  }),
  'row-expired': ({ table, row, name, until, asOf }) => ({
    message: `row ${row}${name === '' ? '' : ` “${name}”`} of ${table} was valid until ${until}, which is over on ${asOf}`,
    hint: 'Attach one that is valid; if it was extended, attach the proof and mend the date.',
  }),
  'patent-foreign': ({ field, written }) => ({
    message: `${field}: “${written}” is the number of a patent abroad, which cannot be checked here`,
    hint: 'Attach the grant of that patent office, and let a person see that it is granted and in force.',
  }),
  'patent-type-reserved': ({ field, written }) => ({
    message: `${field}: the type digit of ${written} stands for no kind of patent`,
    hint: 'Compare with the certificate: the digit after the year is 1, 2 or 3, or 8 or 9 for an international application.',
  }),
  'patent-term': ({ field, written, until, last }) => ({
    message: `${field}: ${until} is later than the term of ${written}, which ends on ${last} at the latest`,
    hint: 'Compare with the certificate; if the term was extended, attach the proof.',
  }),
  'layout-number-shape': ({ field, written }) => ({
    message: `${field}: “${written}” does not look like the number of a layout design`,
    hint: 'Compare with the certificate; such a number is BS.235000001',
  }),
  'row-twice': ({ table, row, first, by }) => ({
    message:
      by === undefined
        ? `rows ${first} and ${row} of ${table} say the same, and count once`
        : `rows ${first} and ${row} of ${table} have the same ${by.column} (${by.written}), and count once`,
    hint: `Delete row ${row}; if it is another one, mend what it says.`,
  }),
  'row-twice-likely': ({ table, row, first }) => ({
    message: `rows ${first} and ${row} of ${table} may be one`,
    hint: 'Compare with the certificates: one thing takes one row; two different ones need all their cells.',
  }),
  'row-none': ({ table, row, written }) => ({
    message:
      written === ''
        ? `row ${row} of ${table} is empty and does not count`
        : `row ${row} of ${table} says “${written}”, which is taken as none and does not count`,
    hint: 'Delete the row; for a table without any, write []',
  }),
  'row-no-entry': ({ table, row, written, is }) => ({
    message: `row ${row} of ${table}, “${written}”, ${noEntries[is]} and does not count`,
    hint: is === 'nameless' ? 'Give the name, or delete the row.' : 'List only the entries themselves: delete the row.',
  }),
  'paper-in-two-tables': ({ table, row, written, otherTable, otherRow }) => ({
    message: `“${written}” stands twice: in row ${otherRow} of ${otherTable} and in row ${row} of ${table}`,
    hint: 'One paper may stand in both tables; where they are counted together it counts once.',
  }),
};
