// The files a dossier names: where each stands, what it is, and what the dossier says of it.
import type { Identity } from '../files/read.ts';
import type { Citation, KeyPlaces, Place } from '../findings/finding.ts';

/** What the dossier says of a file (DESIGN §4: the evidence keys of an attachment). */
export type Evidence = {
  /** Years (2018), or months (2022-12). */
  readonly covers?: readonly string[];
  readonly kind?: string;
  readonly issued_to?: string;
  readonly issuer?: string;
  readonly valid_until?: string;
  readonly stamped?: boolean;
  readonly basis?: string;
  /** The pages that matter, `3`, `3-4` or `3-4, 7`. */
  readonly pages?: string;
  /** Fact to the value the paper states, as written. */
  readonly figures?: Readonly<Record<string, string>>;
};

/** What a probe reads from a file. */
export type Traits = {
  readonly pages?: number;
  /** Opens without a password but restricts printing or copying. */
  readonly restricted?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** EXIF orientation of an image, 1 to 8, when stated; 1 is upright. */
  readonly orientation?: number;
  /** An image in the colours of a printing press. */
  readonly cmyk?: boolean;
  /** Files in an archive. */
  readonly files?: number;
  /** First page of a PDF as shown, in mm; `varies` when another differs. */
  readonly paper?: { readonly width: number; readonly height: number; readonly varies: boolean };
  /** Degrees that the first page of a PDF is turned clockwise when shown, when it is. */
  readonly rotation?: number;
  /** Whether a PDF has any text that can be extracted. */
  readonly text?: boolean;
  /** Pages of a PDF that show something that cannot be read as text, when there are any. */
  readonly unread?: number;
  /** Whom the text of a PDF names; absent when nobody was looked for, or none found and not all could be read. */
  readonly mentions?: 'name' | 'former name' | 'code' | 'none';
};

/** A file in a slot, or the file of a table's row. */
export type AttachedFile = {
  /** Path as found, relative to the dossier's folder, with `/`, NFC. */
  readonly source: string;
  /** Where it is on this machine; never written into a bundle. */
  readonly absolute: string;
  /** As it was found: what is read later has to be the same. None for a file that was made meanwhile. */
  readonly identity?: Identity;
  /** Last part of `source`. */
  readonly name: string;
  readonly bytes: number;
  /** The type its content shows: `pdf`, `jpg`, `docx`, `cfb` …; none when unknown. */
  readonly format?: string;
  readonly traits: Traits;
  readonly evidence: Evidence;
  /** SHA-256 in hex; in `validate` only where a comparison needed it. */
  readonly sha256?: string;
  /** The value in the dossier that names it. */
  readonly at: Place;
  /** Each evidence key in the dossier; none where only a path is written. */
  readonly keys?: KeyPlaces;
};

/** A slot with what the dossier puts into it. */
export type FilledSlot = {
  readonly id: string;
  /** Position in the printed list, from 1. */
  readonly order: number;
  readonly label: string;
  readonly required: boolean;
  readonly cite: readonly Citation[];
  readonly files: readonly AttachedFile[];
  readonly at: Place;
};

/** The file of a row of a sub-table. */
export type RowFile = {
  readonly table: string;
  readonly row: number;
  readonly column: string;
  readonly file: AttachedFile;
};

export type Inventory = {
  readonly slots: readonly FilledSlot[];
  /** In the order of the tables and rows. */
  readonly rows: readonly RowFile[];
};

/** A file in a slot while it is checked: what will be shown of it, and whether it has an error. */
export type Held = { readonly file: AttachedFile; readonly sound: boolean };
