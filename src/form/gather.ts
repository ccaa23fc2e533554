// What reading a form gathers: facts with their places, findings, files of rows, and figures stated for computed cells.
import type { RowEntry } from '../attachments/entry.ts';
import { type Entry, placeAt, type Range } from '../document/node.ts';
import type { Decimal } from '../expression/decimal.ts';
import type { FactValue } from '../expression/values.ts';
import type { Args, Code } from '../findings/areas/index.ts';
import type { Citation, Finding, Place, Severity } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { List } from './opened.ts';
import type { Looked } from './rows/looked.ts';

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
