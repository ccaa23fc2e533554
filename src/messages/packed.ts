// What is said of the merged PDFs of a bundle, the same in each language.

/** Why a file is not in the merged PDF of its slot. */
export type Apart = 'type' | 'protected' | 'unreadable' | 'too many pixels';

/** What merging the files of slots came to. */
export type MergedWords = {
  readonly row: string;
  /** Slots of which a merged PDF was made, of those with files. */
  readonly slots: (merged: number, all: number) => string;
  /** Slots with one PDF, which is uploaded as it is. */
  readonly single: (slots: number) => string;
  readonly over: (slot: string, bytes: number, limit: number) => string;
  readonly unproved: (slot: string) => string;
  readonly apart: (slot: string, source: string, why: Apart) => string;
  readonly signed: (slot: string, source: string) => string;
};
