// What reading a form gathers: facts with their places, tables and their rows, findings, files, figures stated for computed cells.
import type { RowEntry } from '../attachments/entry.ts';
import { type Entry, type MapNode, placeAt, type Range } from '../document/node.ts';
import type { Decimal } from '../expression/decimal.ts';
import type { Fact } from '../expression/types.ts';
import type { FactValue } from '../expression/values.ts';
import type { Args, Code } from '../findings/areas/index.ts';
import { type Citation, type Finding, isWeak, type Place, type Severity } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { List, OpenedColumn } from './opened.ts';
import type { Cell } from './record.ts';

/** A figure that the dossier states for a cell the program computes. */
export type Stated = { readonly value: Decimal; readonly source: string; readonly at: Place };

/** An entry of an open section, and where it stands. */
export type Free = { readonly file: string; readonly path: string; readonly entry: Entry };

export type More = { cite?: readonly Citation[]; severity?: Severity };

export type Gather = {
  readonly file: string;
  readonly asOf: string;
  readonly lists: ReadonlyMap<string, List>;
  readonly facts: Map<string, FactValue>;
  /** Where each fact stands, or the parent where it is missing; a figure of a year as `revenue.2020`. */
  readonly places: Map<string, Place>;
  readonly findings: Finding[];
  readonly rows: RowEntry[];
  /** The tables that were read, for what stands in two of them. */
  readonly tables: Looked[];
  /** The clauses of the category about a known reason for rejection: E-10. */
  readonly reason: (row: string) => readonly Citation[];
  /** What open sections hold under keys of their own. */
  readonly free: Free[];
  /** By metric id. */
  readonly stated: Map<string, Stated>;
};

/** Notes where each figure of a yearly fact stands; `path` is the fact's. */
export function placeYears(gather: Gather, fact: string, path: string, years: ReadonlyMap<number, Range>): void {
  for (const [year, range] of years)
    gather.places.set(`${fact}.${year}`, placeAt(gather.file, `${path}.${year}`, range));
}

/** A way to report at ranges below an id path. */
export const reporter =
  (gather: Gather, path: string, cite: readonly Citation[]) =>
  <C extends Code>(code: C, args: Args<C>, at: Range, more: More = {}): void => {
    const clauses = more.cite ?? cite;
    const severity = more.severity === undefined ? {} : { severity: more.severity };
    gather.findings.push(report(code, args, placeAt(gather.file, path, at), { cite: clauses, ...severity }));
  };

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
  readonly unread?: ReadonlySet<string>;
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
