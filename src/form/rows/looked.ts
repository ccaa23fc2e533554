// What a table and its rows are while they are looked at: the cells as read, and whether a row counts.
import type { MapNode } from '../../document/node.ts';
import type { Fact } from '../../expression/types.ts';
import type { FactValue } from '../../expression/values.ts';
import { type Citation, isWeak } from '../../findings/finding.ts';
import { type Gather, reporter } from '../gather.ts';
import type { OpenedColumn } from '../opened.ts';
import type { Cell } from '../record.ts';

/** A table as the form prints it, or as the vocabulary describes it where no form does. */
export type Asked = {
  readonly fact: Fact;
  /** What findings call it. */
  readonly title: string;
  readonly columns: readonly OpenedColumn[];
  readonly cite: readonly Citation[];
};

export type Row = {
  /** From 1, as it stands in the dossier. */
  readonly number: number;
  readonly node: MapNode;
  readonly path: string;
  /** By column id; a number is put into the spelling that everything downstream shows. */
  readonly cells: Map<string, Cell>;
  readonly fields: Map<string, FactValue>;
  /** Cells of numbers in which a word for “none” stands. */
  readonly none: Map<string, Cell>;
  /** Whether conditions may count it. */
  counts: boolean;
};

/** The rows of a table that was read. */
export type Looked = { readonly asked: Asked; readonly rows: readonly Row[] };

/** What is wrong in itself, whoever asks for the table, does not stand on a clause that could not carry an error. */
export const firm = ({ cite }: Asked): readonly Citation[] => (isWeak(cite) ? [] : cite);

/** A way to report about a cell of a row, or about the whole row. */
export const teller = (asked: Asked, { path }: Row, gather: Gather, column?: string): ReturnType<typeof reporter> =>
  reporter(gather, column === undefined ? path : `${path}.${column}`, firm(asked));

/** What findings call a column. */
export const headOf = ({ title, columns }: Asked, id: string): string =>
  `${title} ${columns.find(({ fact }) => fact.id === id)?.label ?? id}`;
