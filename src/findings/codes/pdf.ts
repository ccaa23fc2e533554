// What a PDF among the attachments can have wrong.
import { error, note } from './spec.ts';

/** `file` is the path relative to the dossier's folder. */
type File = { readonly file: string };

export const pdfCodes = {
  'pdf-broken': error<File>(),
  'pdf-password': error<File>(),
  'pdf-restricted': note<File>(),
  'pdf-no-pages': error<File>(),
};
