// What a PDF among the attachments can have wrong: the sentences in English.
import type { pdfCodes } from '../../findings/codes/pdf.ts';
import type { Messages } from '../message.ts';

export const pdf: Messages<typeof pdfCodes> = {
  'pdf-broken': ({ file }) => ({
    message: `${file} cannot be parsed; the PDF is cut off or damaged`,
    hint: 'Export, download or scan it again; if a reader opens it, print it to PDF.',
  }),
  'pdf-password': ({ file }) => ({
    message: `${file} needs a password; the reviewers cannot open it`,
    hint: 'Open it with the password and print it to PDF, or ask its issuer for a file without one.',
  }),
  'pdf-restricted': ({ file }) => ({
    message: `${file} opens, but restricts printing or copying`,
    hint: 'Usually this may be submitted; if it must be printed, print it to PDF or ask its issuer for an open file.',
  }),
  'pdf-no-pages': ({ file }) => ({ message: `${file} has no page`, hint: 'Export or scan it again.' }),
};
