// What the parts of a dossier, or of a definition, can have wrong with their shape: the sentences in English.
import type { dossierCodes, Expected } from '../../findings/codes/dossier.ts';
import type { Messages } from '../message.ts';
import { andMore, near, nearOne, plural, quoted } from './several.ts';
import { lookUp, shapeHints } from './shapes.ts';

const expectedWords: Record<Expected, string> = {
  text: 'a text',
  'whole number': 'a whole number',
  number: 'a number',
  list: 'a list',
  map: 'lines of “name: value”',
  'yes or no': '是 or 否',
  date: 'a date, such as 2021-08-31',
  id: 'an id in small letters, such as tax_certificate',
  year: 'a year, such as 2020 (in a definition Y-1)',
  path: 'the path of a file',
  bounds: 'bounds, such as 0..100, 1.. or ..as_of',
  option: 'one of the options',
  rule: 'one rule and only one, such as {assert: …}',
  value: 'written as the format says',
};

const hintOf = (expected: Expected): string => (expected === 'option' ? '' : shapeHints[expected]);

export const dossier: Messages<typeof dossierCodes> = {
  'key-unknown': ({ key, keys, within, nearest }) => ({
    message: `${within === '' ? 'the file' : within} has no key${plural(keys)} ${quoted(key, keys)}`,
    hint: nearOne(keys, nearest) || 'Delete the line, or use a known name.',
  }),
  'key-missing': ({ key, keys = [key], within }) => ({
    message: `${within === '' ? 'the file' : within} lacks ${andMore(keys)}`,
    hint: `Add a line  ${key}: …`,
  }),
  'value-wrong': ({ key, expected, options }) => ({
    message: `${key} should be ${expectedWords[expected]}`,
    hint: options === undefined ? hintOf(expected) : `Possible: ${options.join(', ')}`,
  }),
  'category-missing': ({ categories }) => ({
    message: 'the dossier names no category',
    hint: `Add a line at the top, such as  category: ${categories[0] ?? 'jiangsu/2021/product'}`,
  }),
  'slot-unknown': ({ key, keys, nearest }) => ({
    message: `this category has no attachment slot${plural(keys)} ${quoted(key, keys)}`,
    hint: nearOne(keys, nearest) || 'Use the printed label or the English id of a slot.',
  }),
  'slot-named-twice': ({ slot, first, second }) => ({
    message: `the slot ${slot} stands twice: ${first} and ${second}`,
    hint: 'Join them; several files make a list.',
  }),
  'covers-unreadable': ({ written }) => ({
    message:
      written === undefined
        ? 'covers names neither years nor months'
        : `covers: “${written}” names neither years nor months`,
    hint: 'Write years as 2020, 2018-2020 or [2018, 2019, 2020], a month as 2020-12.',
  }),
  'enterprise-missing': () => ({
    message: 'the dossier does not name the applicant',
    hint: 'Add a line at the top  enterprise: the full name, as on the business licence',
  }),
  'identity-missing': ({ missing }) => ({
    message: `${missing.join(', ')} not given: nothing says who applies`,
    hint: `Add ${missing.join(', ')} under form; what the form does not print, under facts.`,
  }),
  'claim-about-unclear': ({ count }) => ({
    message: count === 0 ? 'this claim does not say what it proves' : 'a claim proves one thing only',
    hint: 'Write fact for a figure, table and row for a row, title for a title; one of the three.',
  }),
  'claim-row-missing': ({ table, row, rows }) => ({
    message: `${table} has no row “${row}” as a claim says, it has ${rows} in all`,
    hint: 'Write the number of the row, from 1, or a name that stands in it.',
  }),
  'claim-value-missing': ({ what, year }) => ({
    message: `a claim says where ${what}${year === undefined ? '' : ` of ${year}`} is proved, and the dossier gives no such value`,
    hint: 'Fill in the value, or mend or remove the claim.',
  }),
  'claim-title-missing': ({ title, year }) => ({
    message: `the title “${title}”${year === undefined ? '' : ` of ${year}`} of a claim is not in titles`,
    hint: 'Write the title into titles first, under the same name.',
  }),
  'claims-missing': ({ missing, hint }) => ({
    message: `nothing says where these figures are proved: ${missing.map(({ label, years }) => (years.length === 0 ? label : `${label} (${years.join(', ')})`)).join('; ')}`,
    hint:
      hint ??
      'Write the figures that the audit report of the year states into its figures, or add claims with file and pages.',
  }),
  'superlative-unproved': ({ field, words, hint }) => ({
    message: `${field} says ${words.map((word) => `“${word}”`).join(', ')} without evidence`,
    hint:
      hint ??
      'Attach a paper that says so, or name its file and pages in claims; without any, give plain figures instead.',
  }),
  'claim-fact-unknown': ({ fact, nearest }) => ({
    message: `“${fact}” in claims is no known fact`,
    hint: near(nearest) || lookUp,
  }),
  'claim-file-missing': ({ file, files }) => ({
    message:
      files === undefined
        ? `the file ${file} of a claim is no attachment`
        : `the files ${andMore(files)} of claims are no attachments`,
    hint: 'Write the path of a file that stands in attachments.',
  }),
  'attestation-unknown': ({ item, nearest }) => ({
    message: `the checklist has no item “${item}”`,
    hint: near(nearest) || 'zjtx categories show lists the items.',
  }),
  'attestation-open': ({ item, items = [item] }) => ({
    message: `nobody has confirmed yet: ${items.join('; ')}`,
    hint: 'Let the person in charge look, then say so with zjtx attest.',
  }),
  'attestation-void': ({ item, file }) => ({
    message: `the confirmation is void: ${item}; the file ${file} was changed since`,
    hint: 'Look at the file again and confirm it with zjtx attest.',
  }),
  'attestation-unbound': ({ item }) => ({
    message: `the confirmation of “${item}” names no file`,
    hint: 'Confirm it again with zjtx attest, which writes the files and their SHA-256.',
  }),
  'waiver-hard': ({ code }) => ({
    message: `${code} cannot be waived`,
    hint: 'The portal itself enforces it, or nobody could read the file: mend the dossier.',
  }),
  'waiver-expired': ({ code, until }) => ({
    message: `the waiver of ${code} ended on ${until}`,
    hint: 'Mend the fault, or give a reason again with a new date.',
  }),
  'waiver-ends-soon': ({ code, until, days }) => ({
    message:
      days === 0
        ? `the waiver of ${code} ends today (${until})`
        : `the waiver of ${code} ends on ${until}, in ${days} ${days === 1 ? 'day' : 'days'}`,
    hint: 'Mend the fault before; if it cannot be mended, give a reason and a new date with zjtx waive.',
  }),
  'waiver-unused': ({ code }) => ({ message: `the waiver of ${code} matches no finding`, hint: 'Delete it.' }),
  'waiver-overbroad': ({ code }) => ({
    message: `the waiver of ${code} is too broad`,
    hint: 'Name one place in at, such as attachments.tax_certificate, without *.',
  }),
  'applied-twice': ({ enterprise, first, title, hint }) => ({
    message: `${enterprise} stands in this run already: ${title} (${first})`,
    hint: hint ?? 'An enterprise applies for one of these only: keep one dossier.',
  }),
};
