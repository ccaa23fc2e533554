// What a bundle can have wrong.
import type { Stamp, State } from '../states.ts';
import { hard, note, unsettling, warning } from './spec.ts';

/** `file` is the path of the entry inside the zip, control characters replaced. */
type File = { readonly file: string };

/** Why an entry must not be unpacked. */
export type UnsafeEntry =
  | 'traversal'
  | 'absolute'
  | 'backslash'
  | 'name'
  | 'link'
  | 'encrypted'
  | 'encoding'
  | 'header'
  | 'method'
  | 'ratio'
  | 'alias'
  | 'mode'
  | 'comment'
  | 'overlap';

/** What is wrong with the file list of `assessment.json`: beside a file in the bundle, or in itself. */
export type ListFault = 'missing' | 'digest' | 'twice' | 'source' | 'place';

/** A part of `assessment.json` that is told of as a whole. */
export type RecordPart =
  | 'head'
  | 'counts'
  | 'category'
  | 'scorecard'
  | 'criteria'
  | 'metrics'
  | 'checklist'
  | 'claims'
  | 'attachments';

/** How the summary is not the one of this assessment. */
export type SummaryFault = 'unreadable' | 'pages' | 'text' | 'drawing' | 'figure' | 'foreign';

/** A decision; `none` where the criterion is not even listed. */
export type Decided = 'met' | 'not met' | 'undecided' | 'advice' | 'unknown' | 'none';

/** Something that was read from a bundle, beside what follows from its dossier; both as shown. */
type Compared = { readonly stated: string; readonly found: string };
/** The sentence of a finding in both languages. */
type Said = { readonly said: { readonly zh: string; readonly en: string } };

export const bundleCodes = {
  /** `detail` is the parser's own sentence, in English. */
  'bundle-not-zip': hard<{ readonly detail: string }>(),
  'bundle-too-large': hard<{ readonly what: 'entries' | 'bytes'; readonly limit: number }>(),
  'bundle-stray-bytes': hard(),
  'bundle-entry-unsafe': hard<File & { readonly why: UnsafeEntry }>(),
  /** `other` is the entry that would be the same file on Windows or macOS. */
  'bundle-entry-twice': hard<File & { readonly other: string }>(),
  'bundle-folder-broken': hard<{ readonly folders: readonly string[] }>(),
  'bundle-entry-broken': hard<File & { readonly why: 'data' | 'size' | 'crc' }>(),
  /** `label` is the line of the tag file that is missing or wrong. */
  'bundle-bag-broken': hard<File & { readonly label: string }>(),
  'bundle-manifest-broken': hard<File & { readonly line: number }>(),
  /** Without `manifest`: every bundle has it. */
  'bundle-file-missing': hard<File & { readonly manifest?: string }>(),
  'bundle-file-extra': hard<File & { readonly manifest: string }>(),
  'bundle-digest-differs': hard<File & { readonly expected: string; readonly found: string }>(),
  /** Both as `octets.files`, the `Payload-Oxum` of BagIt. */
  'bundle-size-differs': hard<{ readonly expected: string; readonly found: string }>(),

  'bundle-name-differs': hard<{ readonly expected: string; readonly found: string }>(),
  /** `detail` is the place of the first thing that is not as the published schema has it. */
  'bundle-record-broken': hard<File & { readonly detail: string }>(),
  'bundle-list-broken': hard<File & { readonly why: ListFault }>(),
  'bundle-dossier-broken': hard<{ readonly detail: string }>(),
  'bundle-metric-differs': hard<Compared & { readonly metric: string }>(),
  'bundle-points-differ': hard<Compared & { readonly item: string }>(),
  'bundle-decision-differs': hard<{ readonly criterion: string; readonly stated: Decided; readonly found: Decided }>(),
  'bundle-finding-left-out': hard<Said>(),
  'bundle-finding-invented': hard<Said>(),
  /** Under another version, or about what only the sender's disk could tell. */
  'bundle-finding-changed': note<Said & { readonly why: 'version' | 'disk' }>(),
  'bundle-waiver-outside': warning<Said & { readonly by: string; readonly reason: string }>(),
  'bundle-record-differs': hard<{ readonly part: RecordPart; readonly what: string }>(),
  /** `page` from 1; `text` is the first that should be there and is not; of something foreign, its name in the file. */
  'bundle-summary-differs': hard<{ readonly why: SummaryFault; readonly page?: number; readonly text?: string }>(),
  'bundle-guide-differs': hard(),
  'bundle-version-other': note<{ readonly version: string; readonly own: string }>(),
  /** `files` attachments were not looked into, because all of them have more than `limit` bytes. */
  'bundle-not-derived': hard<{ readonly files: number; readonly limit: number }>(),
  /**
   * A file that could not be compared to the end: it differs from what is made here, and another version, or a font that
   * has `text`, may be why.
   */
  'bundle-unproved': hard<File & { readonly why: 'version' | 'font'; readonly text?: string }>(),
  /** `file` could not be looked into by the sender or here. */
  'bundle-not-inspected': hard<{ readonly file: string }>(),
  'bundle-not-final': hard<{ readonly status: 'unsettled' | 'draft' }>(),
  /** Its stamp promises more than the state of its dossier. */
  'bundle-stamp-flatters': hard<{ readonly status: Stamp; readonly state: State }>(),

  'category-broken': hard<{ readonly category: string; readonly detail: string }>(),
  /**
   * An error where a bundle brought it; a warning where folders of definitions redefine what comes with the program
   * (`where`). `known` and `found` are digests.
   */
  'category-altered': unsettling(
    hard<{
      readonly category: string;
      readonly known: string;
      readonly found: string;
      readonly where: 'bundle' | 'schemas';
    }>(),
  ),
  'category-unproved': warning<{ readonly category: string }>(),
};

/** What keeps a bundle from being accepted only because not all of it could be compared here. */
export const uncompared: ReadonlySet<string> = new Set<keyof typeof bundleCodes>([
  'bundle-not-derived',
  'bundle-not-inspected',
  'bundle-unproved',
]);
