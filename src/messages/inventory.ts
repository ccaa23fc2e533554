// What the inventory of attachments says around its files, the same in each language.
import { inventoryWords as en } from './en/inventory.ts';
import type { Language } from './message.ts';
import { inventoryWords as zh } from './zh/inventory.ts';

export type InventoryWords = {
  readonly columns: {
    readonly file: string;
    readonly type: string;
    readonly pages: string;
    readonly size: string;
    readonly traits: string;
  };
  /** A slot, after its label. */
  readonly required: string;
  readonly optional: string;
  /** In the place of files. */
  readonly missing: string;
  readonly none: string;
  /** A row of a sub-table. */
  readonly row: (table: string, row: number) => string;
  /** The type of a file that shows none. */
  readonly unknown: string;
  readonly pages: (count: number) => string;
  readonly lacking: (slots: number) => string;
  readonly inAll: (dossiers: number, files: number, size: string) => string;
  /** A dossier whose YAML cannot be read has no inventory. */
  readonly unreadable: (path: string) => string;
  readonly unreadableFix: (path: string) => string;
  readonly and: string;
  readonly traits: {
    readonly restricted: string;
    readonly paper: (width: number, height: number, varies: boolean) => string;
    readonly pixels: (width: number, height: number) => string;
    /** Degrees clockwise that a reader turns it. */
    readonly turned: (degrees: number) => string;
    /** EXIF says it is mirrored. */
    readonly mirrored: string;
    readonly cmyk: string;
    readonly files: (count: number) => string;
    readonly text: string;
    readonly noText: string;
    readonly unread: (pages: number) => string;
    readonly mentions: Readonly<Record<'name' | 'former name' | 'code' | 'none', string>>;
  };
};

const words: Readonly<Record<Language, InventoryWords>> = { zh, en };

/** The words of the inventory in a language. */
export const inventoryWords = (language: Language): InventoryWords => words[language];
