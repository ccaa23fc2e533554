// What the dossier says of its files (names, dates, figures, pages) can have wrong.
import { error, type InFiles, type InSlots, note, warning } from './spec.ts';

/** `file` is the path relative to the dossier's folder. */
type File = { readonly file: string };
/** `issued` is the name that the file bears. */
type Named = InFiles & { readonly issued: string; readonly enterprise: string };
/** `stated` is the figure of the file, `given` that of the dossier, both without unit. */
type Compared = File & {
  readonly fact: string;
  readonly year?: number;
  readonly stated: string;
  readonly given: string;
  readonly unit?: string;
};

export const evidenceCodes = {
  'evidence-other-name': error<Named>(),
  'evidence-former-name': warning<Named>(),
  /** Dates as `2021-08-15`. */
  'evidence-expired': error<File & { readonly until: string; readonly asOf: string }>(),
  /** `days` from the as-of day to the last day; 0 when that is the last. */
  'evidence-expires-soon': warning<File & { readonly until: string; readonly days: number }>(),
  'evidence-date-unknown': error<File & { readonly until: string }>(),
  'evidence-figure-differs': error<Compared>(),
  /** Within the tolerance of rounding, and not the same. */
  'evidence-figure-near': note<Compared>(),
  /** `larger` is the side that is ten thousand times the other. */
  'evidence-unit': error<Compared & { readonly larger: 'file' | 'dossier' }>(),
  'evidence-fact-unknown': error<InFiles & { readonly fact: string; readonly nearest?: string }>(),
  'evidence-figure-unreadable': error<File & { readonly figure: string; readonly written: string }>(),
  /** The fact needs a year, has another key than one, has none, or is no figure at all. */
  'evidence-figure-misplaced': error<
    File & { readonly figure: string; readonly fact: string; readonly why: 'no-year' | 'year' | 'plain' | 'kind' }
  >(),
  'evidence-unstamped': warning<InFiles>(),
  /** Consolidated figures only, of `years` where the files say which. */
  'evidence-basis-missing': warning<
    File & { readonly slot: string; readonly years: readonly string[]; readonly hint?: string }
  >(),
  'evidence-issuer-unknown': warning<InFiles & InSlots & { readonly hint?: string }>(),
  /** `word` stands in the file's name and belongs to the slot `other`. */
  'slot-misplaced-name': warning<File & { readonly slot: string; readonly word: string; readonly other: string }>(),
  'evidence-pages-beyond': error<File & { readonly page: number; readonly pages: number }>(),
  /** `page` is the first that does not exist. */
  'claim-pages-beyond': error<File & { readonly page: number; readonly pages: number }>(),
};
