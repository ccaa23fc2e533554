// What the values of a form can have wrong: the sentences in English.
import type { formCodes } from '../../findings/codes/form.ts';
import type { Messages } from '../message.ts';
import { andMore, near, nearOne, plural, quoted } from './several.ts';
import { lookUp, shapeHints } from './shapes.ts';

/** `[江苏省, 南京市]` for a list; `none` for an empty one. */
const takenText = (taken: string | readonly string[], none: string): string =>
  typeof taken === 'string' ? taken : taken.length === 0 ? none : `[${taken.join(', ')}]`;

/** `企业基本情况 lacks 邮编, 成立时间; …` */
function lacking(fields: readonly { readonly field: string; readonly section: string }[]): string {
  const sections = [...new Set(fields.map(({ section }) => section))];
  const of = (section: string) => fields.filter((one) => one.section === section).map(({ field }) => field);
  return sections.map((section) => `${section} lacks ${andMore(of(section))}`).join('; ');
}

const shapes = {
  text: 'a text',
  list: 'a list',
  map: 'lines of “name: value”',
  years: 'a figure for each year, such as {2019: 12, 2020: 13}',
  figure: 'one figure',
  person: 'name, phone and mobile',
  rows: 'the columns of a row',
  'yes or no': '是 or 否',
} as const;
const found = { scalar: 'a single value', list: 'a list', map: 'lines of “name: value”' } as const;

export const form: Messages<typeof formCodes> = {
  'field-missing': ({ field, section, example, empty, fields }) =>
    fields === undefined
      ? {
          message: `${section}: ${field} is missing`,
          hint: empty
            ? `The line is empty: fill it in, such as  ${example}`
            : `Add a line under ${section}, such as  ${example}`,
        }
      : {
          message: lacking(fields),
          hint: `Fill in all ${fields.length}, or answer them one by one with zjtx fill. The first is such as  ${example}`,
        },
  'field-unknown': ({ key, keys, section, nearest, elsewhere }) => ({
    message: `${section} has no field${plural(keys)} ${quoted(key, keys)}`,
    hint:
      elsewhere === undefined || keys !== undefined
        ? nearOne(keys, nearest) || 'Use the printed label or the English id.'
        : `It belongs to ${elsewhere}: move it there.`,
  }),
  'field-twice': ({ field, first, second }) => ({
    message: `${field} is given twice: ${first} and ${second}`,
    hint: 'The English id and the printed label mean the same field: keep one.',
  }),
  'section-unknown': ({ key, keys, nearest }) => ({
    message: `the form has no section${plural(keys)} ${quoted(key, keys)}`,
    hint: nearOne(keys, nearest) || 'Use the printed title or the English id.',
  }),
  'section-open': ({ section, sections }) => ({
    message:
      sections === undefined
        ? `${section} is empty; the source names this section without showing its fields, so nothing can be checked`
        : `${sections.join(', ')} are empty; the source names these sections without showing their fields, so nothing can be checked`,
    hint: `Fill in what the portal shows; to keep it with the dossier, write it under ${sections === undefined ? section : 'each'} in form, with the portal's labels.`,
  }),
  'fact-unknown': ({ key, keys, nearest }) => ({
    message: `${quoted(key, keys)} in facts ${keys === undefined ? 'is no known fact' : 'are no known facts'}`,
    hint: nearOne(keys, nearest) || lookUp,
  }),
  'fact-in-form': ({ field, fact, section, fields }) => ({
    message: `${andMore(fields ?? [field])} ${fields === undefined ? 'belongs' : 'belong'} into the form, not into facts`,
    hint: `Move ${fields === undefined ? fact : 'them'} to ${section} under form.`,
  }),
  'cell-missing': ({ table, row, columns }) => ({
    message: `${table}: row ${row} lacks ${columns.join(', ')}`,
    hint: 'Fill it in, or delete the whole row.',
  }),
  'value-shape': ({ field, expected, found: kind }) => ({
    message: `${field} takes ${shapes[expected]}, this is ${found[kind]}`,
    hint: shapeHints[expected],
  }),
  'value-taken': ({ field, written, taken }) => ({
    message: `${field}: “${written}” is taken as ${takenText(taken, '无 (none)')}`,
    hint: `Mend it if that is wrong; the file may say  ${takenText(taken, '[]')}`,
  }),
  'value-ambiguous': ({ field, written, readings }) => ({
    message: `${field}: “${written}” can be read as ${readings.join(' or ')}`,
    hint: `Write ${readings.join(', or ')}`,
  }),
  'name-with-number': ({ field, written }) => ({
    message: `${field} takes a name only, this is “${written}”`,
    hint: 'Telephone, mobile and e-mail each have a field of their own.',
  }),
  'identifier-unquoted': ({ field, written }) => ({
    message: `${field}: ${written} has no quotes, so YAML reads a number and may lose digits`,
    hint: `Put it in quotes: "${written}"`,
  }),
  'text-too-long': ({ field, count, max }) => ({
    message: `${field} has ${count} characters, more than ${max}`,
    hint: `Cut at least ${count - max}. Punctuation counts, line breaks do not.`,
  }),
  'text-length-doubtful': ({ field, count, max }) => ({
    message: `${field} has ${count} characters; forms of this kind allow ${max}`,
    hint: 'This form prints no limit; better stay below it. Punctuation counts, line breaks do not.',
  }),
  'figure-unreadable': ({ field, written, unit }) => ({
    message: `${field} takes a figure, this is “${written}”`,
    hint: `Write only the number${unit === '' ? '' : ` in ${unit}, without the unit`}, such as 9800.00`,
  }),
  'figure-with-sign': ({ field, written, sign, plain, unit }) => ({
    message:
      unit === ''
        ? `${field} takes a number without “${sign}”, this is “${written}”`
        : `${field} is in ${unit}; “${written}” is in another unit and cannot be converted`,
    hint: unit === '' ? `Write ${plain}` : `Write the number alone, in ${unit}.`,
  }),
  'figure-separated': ({ field, written, plain }) => ({
    message: `${field}: “${written}” is not in groups of three; a digit may be missing or one too many`,
    hint: `Compare every digit with the original; if they are right, write ${plain}`,
  }),
  'figure-decimals': ({ field, written, most }) => ({
    message: `${field} takes at most ${most} decimals, this is ${written}`,
    hint: `Round to at most ${most} decimals.`,
  }),
  'figure-whole': ({ field, written }) => ({
    message: `${field} takes a whole number, this is ${written}`,
    hint: 'Write the head count or number of pieces.',
  }),
  'figure-negative': ({ field, written }) => ({
    message: `${field} cannot be negative, this is ${written}`,
    hint: 'Compare with the audit report.',
  }),
  'figure-differs': ({ field, stated, computed, formula, slightly }) => ({
    message: `${field} is stated as ${stated}, the formula gives ${computed}`,
    hint: `${formula}. ${slightly ? 'A difference of 0.01 comes from rounding. ' : ''}The portal computes this cell: delete the stated figure or write ${computed}.`,
  }),
  'figure-by-reading': ({ field, stated, reading, preferred, computed }) => ({
    message: `${field} is stated as ${stated}, which is the figure by the reading “${reading}”${computed === undefined ? '' : ` (by “${preferred}” it is ${computed})`}`,
  }),
  'years-beyond': ({ field, beyond, years }) => ({
    message: `${field} also has ${beyond.join(', ')}; its years are ${years.join(', ')}, and the others are neither computed with nor compared`,
  }),
  'year-unknown': ({ field, written, years }) => ({
    message: `${field} has no year “${written}”`,
    hint: years.length === 0 ? 'Write the year with four digits, such as 2020.' : `Its years are ${years.join(', ')}.`,
  }),
  'date-unreadable': ({ field, written }) => ({
    message: `${field} is no date: “${written}”`,
    hint: 'Write dates as 2020-09-04, with year, month and day.',
  }),
  'choice-unknown': ({ field, written, nearest, options }) => ({
    message: `${field} has no option “${written}”`,
    hint: `${near(nearest)} ${options.length > 12 ? 'The form prints the options.' : `Options: ${options.join(', ')}`}`.trim(),
  }),
  'choice-twice': ({ field, written }) => ({ message: `${field} has “${written}” twice`, hint: 'Delete one of them.' }),
  'choice-outside-group': ({ field, written, group, options }) => ({
    message: `${field}: “${written}” does not belong to ${group}`,
    hint: `Under ${group} the portal offers ${options.join(', ')}. Choose one of these or another cluster.`,
  }),
  'region-unknown': ({ field, written, within, nearest }) => ({
    message: `${field}: there is no “${written}” in ${within}`,
    hint: near(nearest) || 'Write province, city and county in full, such as [江苏省, 南京市, 江宁区]',
  }),
  'region-incomplete': ({ field, written, within, nearest }) => ({
    message:
      within === ''
        ? `${field} is only “${written}”, without province and city`
        : `${field} stops at ${written}; ${within} has more to choose`,
    hint: `Write province, city and county, such as  ${nearest ?? '[江苏省, 南京市, 江宁区]'}`,
  }),
  'region-zone': ({ field, written }) => ({
    message: `${field}: “${written}” is a functional zone without a division code`,
    hint: 'Write the county of registration, or ask the local authority.',
  }),
  'region-as-written': ({ field, written }) => ({
    message: `${field}: “${written}” is in no list and taken as written`,
    hint: 'Check the full name.',
  }),
  'industry-unknown': ({ field, written, nearest }) => ({
    message: `${field}: there is no industry “${written}”`,
    hint: `${near(nearest)} Write the four-digit code, such as "3453", or the names from 门类 down.`.trim(),
  }),
  'industry-as-written': ({ field, written }) => ({
    message: `${field}: the group “${written}” is taken as written, not compared with the standard`,
    hint: 'With the four-digit code section and division can be checked.',
  }),
  'uscc-length': ({ field, length }) => ({
    message: `${field} has ${length} characters instead of 18`,
    hint: 'Compare with the business licence.',
  }),
  'uscc-character': ({ field, character, position }) => ({
    message: `${field}: “${character}” cannot stand at position ${position}`,
    hint: 'The code has no I, O, S, V, Z, and digits at 3 to 8. Compare with the business licence.',
  }),
  'uscc-check': ({ field, found: last, expected, corrected }) => ({
    message: `${field}: wrong check character: ends in ${last}, expected ${expected}`,
    hint: `Compare with the business licence; if only the last character is wrong, write ${corrected}`,
  }),
  'uscc-kind': ({ field, kind }) => ({
    message: `${field} belongs to a ${kind}, not to an enterprise`,
    hint: 'The applicant is an enterprise with legal personality; its code begins with 91. Compare with the licence.',
  }),
  'postcode-shape': ({ field, written }) => ({
    message: `${field} takes 6 digits, this is “${written}”`,
    hint: 'Such as "211100"',
  }),
  'postcode-place': ({ field, written, city, expected }) => ({
    message: `${field} ${written} does not fit ${city}`,
    hint: `Postcodes of ${city} usually begin with ${expected.join(' or ')}; please check.`,
  }),
  'phone-shape': ({ field, written }) => ({
    message: `${field}: “${written}” does not look like a telephone number`,
    hint: 'Write "025-50000000" or a mobile number.',
  }),
  'phone-area-code': ({ field, written }) => ({
    message: `${field}: “${written}” has no area code`,
    hint: 'Add it, such as "025-50000000"',
  }),
  'mobile-shape': ({ field, written }) => ({
    message: `${field}: “${written}” is no mobile number`,
    hint: '11 digits, such as "13900000000"',
  }),
  'email-shape': ({ field, written }) => ({
    message: `${field}: “${written}” is no e-mail address`,
    hint: 'Such as name@example.com',
  }),
};
