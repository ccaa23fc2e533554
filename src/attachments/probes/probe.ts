// What a probe is: it reads one file format, gives traits, and says what is wrong with the file.
import type { Wanted } from '../../files/pdf/search.js';
import type { Pieces } from '../../files/pieces.ts';
import type { Traits } from '../inventory-types.ts';
import type { Tell } from '../tell.ts';

/** A file under examination. */
export type Opened = {
  /** How findings name it. */
  readonly source: string;
  /** Lower case, without a dot; empty when there is none. */
  readonly extension: string;
  readonly bytes: number;
  /** Extensions that the portal takes; empty when it does not say. */
  readonly types: readonly string[];
  readonly pieces: Pieces;
  /**
   * The whole content, in memory of its own; a probe may hand it over to a thread. Only its beginning for the formats
   * that are read by `pieces`, or that it shows `surely`.
   */
  readonly content: Uint8Array<ArrayBuffer>;
};

/** What is looked for beyond what a format asks. */
export type LookFor = {
  /** Names in the text of PDFs. */
  readonly wanted?: Wanted;
  /** Pages that are pictures are rendered, to find blank ones. */
  readonly deep?: boolean;
};

/** Never throws on any content, and ends in time that grows with the file at most. */
export type Probe = (file: Opened, tell: Tell, lookFor?: LookFor) => Traits | Promise<Traits>;

/** A format that shows in the content of its files; one without a mark of its own is none. */
export type Format = {
  /** Of its files. */
  readonly extensions: readonly string[];
  /** Whether a file that begins so has the format, where the package that knows them does not know this one. */
  readonly mark?: (head: Uint8Array) => boolean;
  readonly probe?: Probe;
  /** The probe reads piece by piece, and never needs the file whole. */
  readonly byPieces?: true;
  /** A file that begins so has the format whatever follows, and its probe reads it by itself. */
  readonly surely?: string;
};

/** A view for numbers in a file. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
