// What a PDF among the attachments can have wrong.
import { error, type InFiles, note, warning } from './spec.ts';

/** Pages by number, from 1: how many, and the first stretches of them. */
export type PageSet = { readonly count: number; readonly ranges: readonly (readonly [number, number])[] };

/** `file` is the path relative to the dossier's folder. */
type File = { readonly file: string };
type OfPages = File & { readonly pages: PageSet };

export const pdfCodes = {
  'pdf-broken': error<File>(),
  'pdf-password': error<File>(),
  'pdf-restricted': note<InFiles>(),
  'pdf-no-pages': error<File>(),
  /** `pages` are those that cannot be opened; without them the table of the file's parts had to be rebuilt. */
  'pdf-damaged': warning<File & { readonly pages?: PageSet }>(),
  /** Nothing shows on any page. */
  'pdf-empty': error<File>(),
  'pdf-empty-pages': note<OfPages>(),
  /** Sides in mm of the first of the pages. */
  'pdf-paper': note<OfPages & { readonly width: number; readonly height: number }>(),
  /** Degrees clockwise on the first of the pages. */
  'pdf-sideways': warning<OfPages & { readonly turned: number }>(),
  /** Of the coarsest page: dots per inch, and pixels on its short side, of which `least` are wanted. */
  'pdf-coarse': warning<OfPages & { readonly dpi: number; readonly side: number; readonly least: number }>(),
  'pdf-blank': warning<OfPages>(),
  /** `seen` of `all` pages were looked at; then there were too many, or they held too much, or one asked too much or could not be looked at. */
  'pdf-partly-seen': warning<
    File & {
      readonly seen: number;
      readonly all: number;
      readonly why: 'pages' | 'content' | 'memory' | 'crash';
    }
  >(),
  'pdf-too-heavy': warning<File>(),
  /** The text of every page was read. */
  'pdf-other-name': warning<InFiles & { readonly enterprise: string; readonly uscc?: string }>(),
  /** Its text cannot be searched for a name. */
  'pdf-no-text': note<InFiles>(),
};
