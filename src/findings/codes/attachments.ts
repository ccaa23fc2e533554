// What an attachment or a slot can have wrong.
import { absent, error, hard, note, unread, warning } from './spec.ts';

/** `file` is the path relative to the dossier's folder, or as written when nothing was found there. */
type File = { readonly file: string };
type Sized = File & { readonly bytes: number; readonly mib: number };
type Typed = File & { readonly extension: string };
type Years = { readonly slot: string; readonly years: readonly number[]; readonly hint?: string };
type Month = { readonly slot: string; readonly month: string; readonly hint?: string };
type Kinds = File & {
  readonly slot: string;
  readonly expected: readonly string[];
  readonly refused: readonly string[];
  readonly hint?: string;
};

export const attachmentCodes = {
  'slot-empty': absent(hard<{ readonly slot: string; readonly folder: string; readonly hint?: string }>()),
  /** Only restatements or our own proposal ask for it. */
  'slot-empty-doubtful': absent(warning<{ readonly slot: string; readonly folder: string; readonly hint?: string }>()),
  'slot-several': note<{ readonly slots: readonly { readonly slot: string; readonly count: number }[] }>(),
  'slot-type-unexpected': warning<
    Typed & { readonly slot: string; readonly types: readonly string[]; readonly hint?: string }
  >(),
  /** `years` are those that no file covers, `covered` those that the files do cover. */
  'slot-years-missing': error<Years & { readonly covered: readonly string[] }>(),
  'slot-years-unknown': warning<Years & File>(),
  /** `covered` is what the files do cover. */
  'slot-month-missing': error<Month & { readonly covered: readonly string[] }>(),
  'slot-month-unknown': warning<Month & File>(),
  /** `expected` are the kinds asked for; none when only `kind` is refused. */
  'slot-kind-wrong': error<Kinds & { readonly kind: string }>(),
  'slot-kind-unknown': warning<Kinds>(),

  'file-missing': error<File & { readonly glob: boolean; readonly near?: string }>(),
  'file-outside': error<File & { readonly why: 'absolute' | 'above' | 'link' }>(),
  'file-is-folder': error<File>(),
  'file-unreadable': error<File & { readonly reason: string }>(),
  'file-empty': error<File>(),
  'file-too-large': hard<Sized & Typed>(),
  'file-size-doubtful': warning<Sized & Typed>(),
  'file-type-refused': hard<Typed & { readonly types: readonly string[] }>(),
  /** `found` is the type that the content shows; none when it shows no known one. */
  'file-content-differs': error<Typed & { readonly found?: string }>(),
  'file-broken': error<Typed>(),
  'file-password': error<File>(),
  'file-encrypted': warning<File>(),
  'file-macros': error<Typed & { readonly found: string }>(),
  'file-macros-inside': warning<File>(),
  'file-system': warning<File>(),
  'file-twice': warning<File & { readonly slot: string; readonly other: string; readonly otherSlot: string }>(),

  'name-twice': warning<File & { readonly slot: string; readonly other: string }>(),
  'name-refused': warning<
    File & { readonly why: 'characters' | 'ending' | 'reserved' | 'length'; readonly bad: string }
  >(),

  /** Reading it was given up, which says nothing of the file. */
  'not-inspected': unread<File>(),
  'probe-skipped': warning<File & { readonly bytes: number; readonly limit: number }>(),
};
