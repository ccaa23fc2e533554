// Reads one value as `validate` would, outside a dossier: the reading that workbooks, answers and starters share.
import type { Node, ScalarNode } from '../document/node.ts';
import type { Fact } from '../expression/types.ts';
import type { EngineFinding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { List } from './opened.ts';
import { fieldTypes } from './types/index.ts';

/** What the reading of a value goes by; nothing but the fact for most types. */
export type ValueAsked = {
  readonly fact: Fact;
  readonly label?: string;
  readonly options?: readonly string[];
  readonly lists?: ReadonlyMap<string, List>;
  readonly parts?: Readonly<Record<string, string>>;
};

export type ValueTaken = {
  /** How a dossier writes it, where it was written otherwise and has one reading. */
  readonly taken?: string | readonly string[];
  readonly findings: readonly EngineFinding[];
};

const range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
const at = { file: '', path: '', ...range };

/** A text as YAML gives it in quotes. */
export const quotedScalar = (text: string): ScalarNode => ({
  kind: 'scalar',
  source: text,
  value: text,
  quoted: true,
  range,
});

/** Figures over years are read year by year, records and tables by their columns: none of them is one value. */
export function takeValue(node: Node, { fact, label = fact.meaning, options, lists, parts }: ValueAsked): ValueTaken {
  const findings: EngineFinding[] = [];
  if (fact.type === 'record' || fact.type === 'table') return { findings };
  fieldTypes[fact.type].read(node, {
    label,
    fact: fact.yearly ? { ...fact, yearly: false } : fact,
    options: options ?? fact.options ?? [],
    lists: lists ?? new Map(),
    cite: [],
    years: [],
    parts: parts ?? {},
    report: (code, args, _, more = {}) => {
      findings.push(report(code, args, at, more) as EngineFinding);
    },
  });
  const [only, another] = findings.filter(({ code }) => code === 'value-taken');
  if (only?.code !== 'value-taken' || another !== undefined) return { findings };
  const { taken } = only.args;
  // A text is what an item of a list was taken for, not the list.
  return node.kind === 'list' && typeof taken === 'string' ? { findings } : { taken, findings };
}
