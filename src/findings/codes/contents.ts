// What an image, an archive or an Office file among the attachments can have wrong inside.
import { error, note, unread, warning } from './spec.ts';

/** `file` is the path relative to the dossier's folder. */
type File = { readonly file: string };
/** `count` files in an archive that the portal would not take, the first of them by name; `types` are those it takes. */
type Refused = File & {
  readonly count: number;
  readonly names: readonly string[];
  readonly types: readonly string[];
};

export const contentCodes = {
  'image-broken': error<File>(),
  'image-small': warning<File & { readonly width: number; readonly height: number; readonly least: number }>(),
  /** `orientation` is that of EXIF, 2 to 8. */
  'image-turned': note<File & { readonly orientation: number }>(),
  'image-cmyk': note<File>(),

  'rar-broken': error<File>(),
  'rar-password': error<File>(),
  'rar-empty': error<File>(),
  'rar-only-refused': error<Refused>(),
  'rar-refused-inside': warning<Refused>(),
  /** A part of an archive in several volumes. */
  'rar-volume': warning<File>(),
  /** More entries than are looked at, which `count` tells. */
  'rar-many': note<File & { readonly count: number }>(),
  /** The reader of RAR is not installed. */
  'rar-unchecked': unread<File>(),
};
