// What a field type is: how a value of it is read from the dossier, and what findings that can give.
import type { Node, Range } from '../../document/node.ts';
import type { Fact } from '../../expression/types.ts';
import type { FactValue } from '../../expression/values.ts';
import type { Args, Code } from '../../findings/codes/index.ts';
import type { Citation, Severity } from '../../findings/finding.ts';
import type { FilledValue } from '../filled.ts';
import type { List } from '../opened.ts';

/** What reading a value may use: the field it is for, the vocabularies, and a way to report. */
export type Reading = {
  readonly label: string;
  readonly fact: Fact;
  readonly options: readonly string[];
  readonly lists: ReadonlyMap<string, List>;
  readonly cite: readonly Citation[];
  /** The one year a plain value of a yearly fact is for, or the years of a row. */
  readonly years: readonly { readonly year: number; readonly forecast: boolean }[];
  readonly parts: Readonly<Record<string, string>>;
  report<C extends Code>(
    code: C,
    args: Args<C>,
    at: Range,
    more?: { cite?: readonly Citation[]; severity?: Severity },
  ): void;
};

/** What was read: as the form prints it, and as expressions see it. Either may be missing after findings. */
export type Read = { readonly value?: FilledValue; readonly fact?: FactValue };

export type FieldType = {
  /** Reads a node that is not empty; reports what is wrong with it. */
  read(node: Node, reading: Reading): Read;
};

/** A scalar's text, or a finding that something else stands there. */
export function scalarText(node: Node, reading: Reading): string | undefined {
  if (node.kind === 'scalar') return node.source.trim();
  reading.report('value-shape', { field: reading.label, expected: 'text', found: node.kind }, node.range);
  return undefined;
}

/** Nothing stands there: no value, `null`, `~` or an empty text. */
export const isEmpty = (node: Node | undefined): boolean =>
  node === undefined ||
  (node.kind === 'scalar' && ((node.value === null && !node.quoted) || node.source.trim() === '')) ||
  (node.kind === 'map' && node.entries.length === 0);
