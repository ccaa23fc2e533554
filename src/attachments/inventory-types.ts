// The files a dossier names, as zod schemas: what each is, and what the dossier says of it; and where it stands here.
import * as z from 'zod';
import type { Identity } from '../files/read.ts';
import type { KeyPlaces, Place } from '../findings/finding.ts';
import { cite, count, id, sha256 } from '../findings/json.ts';
import type { Shape } from '../given.ts';

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
  /** Keys of the above that a program has read and no person has compared with the paper. */
  readonly proposed?: readonly string[];
  /** Fact to the value the paper states, as written. */
  readonly figures?: Readonly<Record<string, string>>;
};

/** mm */
const side = z.number().positive();

/** What a probe reads from a file. */
export const traits = z.strictObject({
  pages: count.exactOptional(),
  /** Opens without a password but restricts printing or copying. */
  restricted: z.boolean().exactOptional(),
  width: count.exactOptional(),
  height: count.exactOptional(),
  /** EXIF orientation of an image, 1 to 8, when stated; 1 is upright. */
  orientation: count.exactOptional(),
  /** An image in the colours of a printing press. */
  cmyk: z.boolean().exactOptional(),
  /** Files in an archive. */
  files: count.exactOptional(),
  /** First page of a PDF as shown; `varies` when another differs. */
  paper: z.strictObject({ width: side, height: side, varies: z.boolean() }).exactOptional(),
  /** Degrees that the first page of a PDF is turned clockwise when shown, when it is. */
  rotation: z.number().exactOptional(),
  /** Whether a PDF has any text that can be extracted. */
  text: z.boolean().exactOptional(),
  /** Pages of a PDF that show something that cannot be read as text, when there are any. */
  unread: count.exactOptional(),
  /** Whom the text of a PDF names; absent when nobody was looked for, or none found and not all could be read. */
  mentions: z.enum(['name', 'former name', 'code', 'none']).exactOptional(),
});
export type Traits = Shape<typeof traits>;

/** Open in JSON: a later version may read more from a file. */
const open = <T extends object>() => z.record(z.string(), z.unknown()) as z.ZodType as z.ZodType<T>;

/** A file in a slot, or the file of a table's row. */
export const file = z.strictObject({
  /** Path as found, relative to the dossier's folder, with `/`, NFC. */
  source: z.string(),
  bytes: count,
  /** In `validate` only where a comparison needed it. */
  sha256: sha256.exactOptional(),
  /** The type its content shows: `pdf`, `jpg`, `docx`, `cfb` …; none when unknown. */
  format: z.string().exactOptional(),
  traits: open<Traits>(),
  evidence: open<Evidence>(),
});

/** A slot with what the dossier puts into it. `order`: its position in the printed list, from 1. */
export const slot = z.strictObject({
  id,
  order: count,
  label: z.string(),
  required: z.boolean(),
  cite,
  files: z.array(file),
});

/** The file of a row of a sub-table. */
export const row = z.strictObject({ table: id, row: count, column: id, ...file.shape });

export type AttachedFile = Shape<typeof file> & {
  /** Where it is on this machine; never written into a bundle. */
  readonly absolute: string;
  /** As it was found: what is read later has to be the same. None for a file that was made meanwhile. */
  readonly identity?: Identity;
  /** Last part of `source`. */
  readonly name: string;
  /** The value in the dossier that names it. */
  readonly at: Place;
  /** Each evidence key in the dossier; none where only a path is written. */
  readonly keys?: KeyPlaces;
};

export type FilledSlot = Omit<Shape<typeof slot>, 'files'> & {
  readonly files: readonly AttachedFile[];
  readonly at: Place;
};

export type RowFile = Pick<Shape<typeof row>, 'table' | 'row' | 'column'> & { readonly file: AttachedFile };

export type Inventory = {
  readonly slots: readonly FilledSlot[];
  /** In the order of the tables and rows. */
  readonly rows: readonly RowFile[];
};

/** A file as it is found on disk. */
export type FoundFile = Pick<AttachedFile, 'source' | 'absolute' | 'bytes' | 'identity'>;

/** A file in a slot while it is checked: `sound` unless it has an error. */
export type Held = AttachedFile & { readonly sound: boolean };
