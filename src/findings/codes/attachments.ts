// What an attachment or a slot can have wrong.
import { absent, error, hard, type InFiles, type InSlots, note, unread, warning } from './spec.ts';

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
  'slot-empty': absent(hard<InSlots & { readonly folder: string; readonly hint?: string }>()),
  /** Only restatements or our own proposal ask for it. */
  'slot-empty-doubtful': absent(warning<InSlots & { readonly folder: string; readonly hint?: string }>()),
  'slot-several': note<{ readonly slots: readonly { readonly slot: string; readonly count: number }[] }>(),
  'slot-type-unexpected': warning<
    InFiles & Typed & { readonly slot: string; readonly types: readonly string[]; readonly hint?: string }
  >(),
  /** `years` are those that no file covers, `covered` those that the files do cover. */
  'slot-years-missing': error<Years & { readonly covered: readonly string[] }>(),
  'slot-years-unknown': warning<Years & InSlots & InFiles>(),
  /** `covered` is what the files do cover. */
  'slot-month-missing': error<Month & { readonly covered: readonly string[] }>(),
  'slot-month-unknown': warning<Month & InSlots & InFiles>(),
  /** `expected` are the kinds asked for; none when only `kind` is refused. */
  'slot-kind-wrong': error<Kinds & InFiles & { readonly kind: string }>(),
  'slot-kind-unknown': warning<Kinds & InSlots & InFiles>(),

  /** `folder` is one on the way that does not exist. */
  'file-missing': error<InFiles & { readonly glob: boolean; readonly near?: string; readonly folder?: string }>(),
  /** In characters. */
  'patterns-too-many': error<{ readonly pattern: string; readonly limit: number }>(),
  'path-too-long': error<{ readonly length: number; readonly limit: number }>(),
  'file-outside': error<InFiles & { readonly why: 'absolute' | 'above' | 'link' }>(),
  'file-is-folder': error<File>(),
  'file-unreadable': error<InFiles & { readonly reason: string }>(),
  'file-empty': error<File>(),
  'file-too-large': hard<Sized & Typed>(),
  'file-size-doubtful': warning<Sized & Typed>(),
  'file-type-refused': hard<InFiles & Typed & { readonly types: readonly string[] }>(),
  /** `found` is the type that the content shows; none when it shows no known one. */
  'file-content-differs': error<InFiles & Typed & { readonly found?: string }>(),
  'file-broken': error<Typed>(),
  'file-password': error<File>(),
  'file-encrypted': warning<File>(),
  'file-macros': error<Typed & { readonly found: string }>(),
  'file-macros-inside': warning<File>(),
  'file-system': warning<InFiles>(),
  'file-twice': warning<InFiles & InSlots & { readonly other: string; readonly otherSlot: string }>(),

  'name-twice': warning<File & { readonly slot: string; readonly other: string }>(),
  'name-refused': warning<
    InFiles & { readonly why: 'characters' | 'ending' | 'reserved' | 'length'; readonly bad: string }
  >(),

  /** Reading it was given up, which says nothing of the file. */
  'not-inspected': unread<File>(),
  'probe-skipped': warning<File & { readonly bytes: number; readonly limit: number }>(),
};
