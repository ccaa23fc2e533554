// What the dossier says of its files can have wrong: the sentences in English.
import type { evidenceCodes } from '../../findings/codes/evidence.ts';
import type { Messages } from '../message.ts';
import { named, verb } from './several.ts';
import { lookUp } from './shapes.ts';

type Compared = { readonly fact: string; readonly year?: number };
type Figures = { readonly stated: string; readonly given: string; readonly unit?: string };

const factOf = ({ fact, year }: Compared): string => (year === undefined ? fact : `${fact} of ${year}`);
const both = ({ stated, given, unit = '' }: Figures): string => {
  const spaced = unit === '' || unit === '%' ? unit : ` ${unit}`;
  return `${stated}${spaced}, the dossier ${given}${spaced}`;
};

const misplaced = {
  'no-year': (fact: string, figure: string) => [
    `${fact} has a figure for each year, and none is named`,
    `Name the year:  figures: {${figure}: {2020: …}} , or say with covers which year the file covers.`,
  ],
  year: (fact: string) => [`${fact} has a figure for each year, and this is no year`, 'Write the year as 2020.'],
  plain: (fact: string) => [`${fact} has no years`, 'Leave out the year and write the figure itself.'],
  kind: (fact: string) => [`${fact} is no figure`, 'Remove it from figures; only figures are compared.'],
} as const;

export const evidence: Messages<typeof evidenceCodes> = {
  'evidence-other-name': ({ issued, enterprise, ...about }) => ({
    message: `${named(about)} ${verb(about, 'was', 'were')} issued to “${issued}”, not to the applicant “${enterprise}”`,
    hint: 'Attach the applicant’s own paper, or mend issued_to; after a change of name, add the old one to former_names in facts and attach the change notice.',
  }),
  'evidence-former-name': ({ issued, enterprise, ...about }) => ({
    message: `${named(about)} ${verb(about, 'bears', 'bear')} the former name “${issued}” of “${enterprise}”`,
    hint: 'Attach the notice of the change of name, or a paper under the new name.',
  }),
  'evidence-expired': ({ file, until, asOf }) => ({
    message: `${file} was valid until ${until}, which is over on ${asOf}`,
    hint: 'Attach one that is valid; if it was extended, attach the proof and mend valid_until.',
  }),
  'evidence-expires-soon': ({ file, until, days }) => ({
    message:
      days === 0
        ? `${file} is valid until ${until}, which is the last day`
        : `${file} is valid until ${until}, for ${days} more ${days === 1 ? 'day' : 'days'}`,
    hint: 'Submit before that day, or have it renewed first.',
  }),
  'evidence-date-unknown': ({ file, until }) => ({
    message: `${file} is said to be valid until ${until}, which no calendar has`,
    hint: 'Mend valid_until by the certificate, for example 2023-12-01.',
  }),
  'evidence-figure-differs': ({ file, ...about }) => ({
    message: `${factOf(about)} differs: ${file} says ${both(about)}`,
    hint: 'Look into the file and mend the wrong one; take both on the same basis (consolidated or single).',
  }),
  'evidence-figure-near': ({ file, ...about }) => ({
    message: `${factOf(about)} is not quite the same: ${file} says ${both(about)}; as rounding it is let pass`,
    hint: 'Better copy the figure of the audit report to the last digit.',
  }),
  'evidence-unit': ({ file, larger, ...about }) => ({
    message: `${factOf(about)} differs about ten thousand times: ${file} says ${both(about)}; is one in 元, the other in 万元?`,
    hint:
      larger === 'file'
        ? 'If the file counts in 元, divide by 10000 before writing it into figures; check the form too.'
        : 'If the form was filled in 元, divide by 10000 to get 万元; check the unit in figures too.',
  }),
  'evidence-fact-unknown': ({ fact, nearest, ...about }) => ({
    message: `“${fact}” in the figures of ${named(about)} is no known fact`,
    hint: nearest === undefined ? lookUp : `Did you mean “${nearest}”?`,
  }),
  'evidence-figure-unreadable': ({ file, figure, written }) => ({
    message: `${figure} in the figures of ${file} is written “${written}”, which is no figure`,
    hint: 'Write the bare number, without unit, % or thousands separator: 8330.00; amounts are in 万元.',
  }),
  'evidence-figure-misplaced': ({ file, figure, fact, why }) => {
    const [what, hint] = misplaced[why](fact, figure);
    return { message: `${figure} in the figures of ${file}: ${what}`, hint: hint ?? '' };
  },
  'evidence-unstamped': (about) => ({
    message: `${named(about)} ${verb(about, 'is', 'are')} said to bear no seal`,
    hint: 'Have it sealed and scanned again, then write stamped: 是; where no seal is needed, remove stamped.',
  }),
  'evidence-basis-missing': ({ file, slot, years, hint }) => ({
    message: `${slot}${years.length === 0 ? '' : ` of ${years.join(', ')}`} has consolidated statements only (${file}), no single ones`,
    hint: hint ?? 'Add the audit report on the single statements and write basis: 单体.',
  }),
  'evidence-issuer-unknown': ({ file, files, slot, slots = [slot], hint }) => ({
    message:
      files === undefined
        ? `nothing says who issued ${file} in ${slot}`
        : `nothing says who issued ${files.length} files: ${slots.join(', ')}`,
    hint: hint ?? 'Write issuer for that file, as it is signed.',
  }),
  'slot-misplaced-name': ({ file, slot, word, other }) => ({
    message: `${file} is in “${slot}”; the “${word}” of its name looks like “${other}”`,
    hint: `Look into the file; move it to “${other}” if it belongs there, else rename it after its slot.`,
  }),
  'evidence-pages-beyond': ({ file, page, pages }) => ({
    message: `${file} has no page ${page}, it has ${pages} in all`,
    hint: 'Open the PDF and mend pages of that file; they count from 1, as the PDF does.',
  }),
  'claim-pages-beyond': ({ file, page, pages }) => ({
    message: `${file} has no page ${page}, it has ${pages} in all`,
    hint: 'Open the PDF and mend pages in claims; they count from 1, as the PDF does.',
  }),
};
