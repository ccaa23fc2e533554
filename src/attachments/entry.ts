// What a dossier writes under `attachments`, and in the file columns of its tables.
import type { KeyPlaces, Place } from '../findings/finding.ts';
import type { Evidence } from './inventory-types.ts';

/** One path or glob of a slot, with what is said of its files. */
export type AttachmentEntry = {
  readonly slot: string;
  /** A path or a glob, relative to the dossier's folder, as written. */
  readonly pattern: string;
  readonly evidence: Evidence;
  /** The path or glob. */
  readonly at: Place;
  /** Each evidence key; none where only a path is written. */
  readonly keys?: KeyPlaces;
};

/** The file that a row of a table names. */
export type RowEntry = {
  readonly table: string;
  /** What findings call the table. */
  readonly title: string;
  /** From 1. */
  readonly row: number;
  readonly column: string;
  readonly pattern: string;
  readonly at: Place;
};

/** All that a dossier says of its files. */
export type AttachmentEntries = {
  readonly entries: readonly AttachmentEntry[];
  /** Where each slot that the dossier mentions stands, even with no file (`完税证明: []`). */
  readonly mentioned: ReadonlyMap<string, Place>;
  readonly rows: readonly RowEntry[];
  /** Where `attachments:` stands, or the end of the file when it is missing. */
  readonly at: Place;
};

type Said = { readonly at: Place; readonly keys?: KeyPlaces };

/** The value under an evidence key, `issued_to` or `figures.revenue.2020`. */
export const valueAt = ({ at, keys }: Said, key: string): Place => keys?.get(key)?.value ?? at;

/** The evidence key itself. */
export const keyAt = ({ at, keys }: Said, key: string): Place => keys?.get(key)?.key ?? at;
