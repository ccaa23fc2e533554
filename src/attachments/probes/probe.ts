// What a probe is: it reads one file format, gives traits, and says what is wrong with the file.
import type { Traits } from '../inventory-types.ts';
import type { Tell } from '../tell.ts';

/** A file under examination. */
export type Opened = {
  /** How findings name it. */
  readonly source: string;
  /** Lower case, without a dot; empty when there is none. */
  readonly extension: string;
  readonly bytes: number;
  /** The whole content, in memory of its own; a probe may hand it over to a thread. */
  readonly content: Uint8Array<ArrayBuffer>;
};

/** Never throws on any content, and ends in time that grows with the file at most. */
export type Probe = (file: Opened, tell: Tell) => Traits | Promise<Traits>;

/** A view for numbers in a file. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
