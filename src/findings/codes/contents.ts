// What an image, an archive or an Office file among the attachments can have wrong inside.
import { error, warning } from './spec.ts';

/** `file` is the path relative to the dossier's folder. */
type File = { readonly file: string };

export const contentCodes = {
  'image-broken': error<File>(),
  'image-small': warning<File & { readonly width: number; readonly height: number; readonly least: number }>(),
};
