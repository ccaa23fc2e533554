// What a PDF among the attachments can have wrong: the sentences in English.
import type { PageSet, pdfCodes } from '../../findings/codes/pdf.ts';
import type { Messages } from '../message.ts';
import { named } from './several.ts';

/** `page 2`, `pages 2, 4-6`; only the first ones of very many. */
function numbered({ count, ranges }: PageSet): string {
  const named = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
  const told = ranges.reduce((all, [from, to]) => all + to - from + 1, 0);
  if (count === 1) return `page ${named}`;
  return told < count ? `pages ${named} … (${count} in all)` : `pages ${named}`;
}

const first = ({ ranges }: PageSet): number => ranges[0]?.[0] ?? 1;

const isAre = ({ count }: PageSet): string => (count === 1 ? 'is' : 'are');

export const pdf: Messages<typeof pdfCodes> = {
  'pdf-broken': ({ file }) => ({
    message: `${file} cannot be parsed; the PDF is cut off or damaged`,
    hint: 'Export, download or scan it again; if a reader opens it, print it to PDF.',
  }),
  'pdf-password': ({ file }) => ({
    message: `${file} needs a password; the reviewers cannot open it`,
    hint: 'Open it with the password and print it to PDF, or ask its issuer for a file without one.',
  }),
  'pdf-restricted': (about) => ({
    message: `${named(about)} opens, but restricts printing or copying`,
    hint: 'Usually this may be submitted; if it must be printed, print it to PDF or ask its issuer for an open file.',
  }),
  'pdf-no-pages': ({ file }) => ({ message: `${file} has no page`, hint: 'Export or scan it again.' }),
  'pdf-damaged': ({ file, pages }) => ({
    message: pages
      ? `${file} is damaged: ${numbered(pages)} cannot be opened`
      : `${file} is damaged; a reader has to repair it before it opens`,
    hint: 'Export, download or scan it again; else open it in WPS, Acrobat or a browser, look at every page, and print it to PDF.',
  }),
  'pdf-empty': ({ file }) => ({
    message: `${file} is empty: no text, picture or line on any page`,
    hint: 'Open it in WPS, Acrobat or a browser; if it is empty there, export or scan it again.',
  }),
  'pdf-empty-pages': ({ file, pages }) => ({
    message: `${file}: ${numbered(pages)} ${isAre(pages)} empty, without text, picture or line`,
    hint: 'Delete what is not needed in WPS or Acrobat; export the file again if something should be there.',
  }),
  'pdf-paper': ({ file, pages, width, height }) => ({
    message:
      pages.count === 1
        ? `${file}: ${numbered(pages)} is ${width}×${height} mm, which no office printer prints`
        : `${file}: ${numbered(pages)} are too large or too small for office printers (page ${first(pages)}: ${width}×${height} mm)`,
    hint: 'Print with “fit to page”; to change the file, print it to PDF on A4 in a browser or WPS.',
  }),
  'pdf-sideways': ({ file, pages, turned }) => ({
    message: `${file}: the text on ${numbered(pages)} ${turned === 180 ? 'stands on its head' : 'lies on its side'}`,
    hint: `Turn the page ${turned === 180 ? 'by 180°' : turned === 90 ? '90° counterclockwise' : '90° clockwise'} in WPS or Acrobat (“Rotate pages”) and save it.`,
  }),
  'pdf-coarse': ({ file, pages, dpi, side, least }) => ({
    message: `${file}: ${numbered(pages)} ${isAre(pages)} scanned too coarsely (${pages.count === 1 ? '' : 'at worst '}${dpi} dpi, ${side} pixels on the short side, fewer than ${least}) to be read with certainty`,
    hint: 'Scan again at 200 dpi or more; do not use screenshots or pictures that a chat program has compressed.',
  }),
  'pdf-blank': ({ file, pages }) => ({
    message: `${file}: ${numbered(pages)} ${isAre(pages)} a scan of blank paper`,
    hint: 'Scan it again if the sheet lay face down; delete pages that are not needed in WPS or Acrobat.',
  }),
  'pdf-partly-seen': ({ file, seen, all, why }) => ({
    message: {
      pages: `${file}: only the first ${seen} of ${all} pages were inspected, for they are too many`,
      content: `${file}: only the first ${seen} of ${all} pages were inspected, for they hold too much`,
      memory: `${file}: only ${seen} of ${all} pages were inspected, for the file takes too much memory`,
      crash: `${file}: only ${seen} of ${all} pages were inspected; a page after them cannot be`,
    }[why],
    hint: 'Look at the others yourself; split the file if you can, or print it to PDF.',
  }),
  'pdf-too-heavy': ({ file }) => ({
    message: `${file} takes too much memory to open and was not inspected`,
    hint: 'Open it yourself; save a smaller copy in WPS or Acrobat, or print it to PDF.',
  }),
  'pdf-other-name': ({ enterprise, uscc, ...about }) => ({
    message: `the text of ${named(about)} names neither ${enterprise}${uscc === undefined ? ' nor a former name' : ` nor its credit code ${uscc}`}`,
    hint: 'See whether it is the applicant’s own paper; if it bears a former name, add that to former_names in facts.',
  }),
  'pdf-no-text': ({ file, files }) => ({
    message:
      files === undefined
        ? `${file} is a scan without text; the enterprise’s name in it is not checked`
        : `${files.length} PDFs (${named({ file, files })}) are scans without text; the enterprise’s name in them is not checked`,
    hint: 'Scans may be submitted; see whether each is issued to the applicant.',
  }),
};
