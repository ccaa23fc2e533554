// The names and types that the expressions of a category may use: facts, metrics, the year, the as-of date.
import { Environment } from '@marcbachmann/cel-js';
import { callable } from './calls.ts';
import { Decimal } from './decimal.ts';
import { type FunctionRow, functions } from './functions.ts';
import { registerOperators } from './operators.ts';
import { type RecordClass, recordClass, YearlyReader } from './reader.ts';
import { type Fact, type FactType, numeric, type TitleTerm, type Vocabulary } from './types.ts';

/** Names that CEL, or the category itself, has taken: no fact and no metric can be called so. */
export const reserved: ReadonlySet<string> = new Set(
  (
    'as_of as break const continue else for function if import let loop package namespace return var void while ' +
    'prototype in true false null int uint double string bytes bool list map type optional cel google null_type'
  ).split(' '),
);

/** Bounds that keep a stranger's definition harmless (DESIGN §5). */
const limits = { maxAstNodes: 2000, maxDepth: 64, maxListElements: 200, maxMapEntries: 50, maxCallArguments: 8 };

export type Scope = {
  readonly environment: Environment;
  readonly vocabulary: Vocabulary;
  readonly shapes: ReadonlyMap<string, RecordClass>;
  /** Functions, macros and methods that an expression may call. */
  readonly callable: readonly string[];
  /** The functions of ours among them, by name. */
  readonly functions: ReadonlyMap<string, FunctionRow>;
  /** Metrics that a formula may name, each a Decimal. */
  readonly metrics: ReadonlySet<string>;
  /** The category's year, `Y`. */
  readonly year: number;
  /** Printed labels of facts and metrics, for explanations. */
  readonly label: (id: string) => string;
  /** How long titles hold, by their kind. */
  readonly terms: ReadonlyMap<string, TitleTerm>;
};

const texts: ReadonlySet<FactType> = new Set(['texts', 'choices']);
const records: ReadonlySet<FactType> = new Set(['record', 'person', 'region', 'industry']);

/** The CEL type of a fact. */
function celType(fact: Fact): string {
  if (fact.yearly) return 'Yearly';
  if (numeric.has(fact.type)) return 'Decimal';
  if (fact.type === 'yes_no') return 'bool';
  if (texts.has(fact.type)) return 'list<string>';
  if (fact.type === 'table') return `list<${shapeName(fact)}>`;
  if (records.has(fact.type)) return shapeName(fact);
  return 'string';
}

const shapeName = (fact: Fact): string => `${fact.id}_row`;

/** Builds the scope of a category. `label` gives printed names for explanations, `own` functions that need its lists. */
export function openScope(
  vocabulary: Vocabulary,
  year: number,
  metrics: readonly string[],
  label: (id: string) => string,
  own: readonly FunctionRow[] = [],
  terms: Scope['terms'] = new Map(),
): Scope {
  const environment = new Environment({ unlistedVariablesAreDyn: false, homogeneousAggregateLiterals: true, limits });
  environment.registerType('Decimal', { ctor: Decimal, fields: {} });
  environment.registerType('Yearly', { ctor: YearlyReader, fields: {} });
  registerOperators(environment);
  environment.registerFunction('Yearly.at(int): Decimal', (series: YearlyReader, at: bigint) => series.at(Number(at)));
  const rows = [...functions, ...own];
  for (const row of rows) environment.registerFunction(row.signature, row.apply as never);
  const shapes = new Map<string, RecordClass>();
  for (const fact of vocabulary.values()) {
    if (fact.fields.size > 0) {
      const shape = recordClass(fact);
      shapes.set(fact.id, shape);
      const fields = Object.fromEntries([...fact.fields.values()].map((field) => [field.id, celType(field)]));
      environment.registerType(shapeName(fact), { ctor: shape, fields });
    }
    environment.registerVariable(fact.id, celType(fact));
  }
  for (const metric of metrics) environment.registerVariable(metric, 'Decimal');
  environment.registerVariable('Y', 'int');
  environment.registerVariable('as_of', 'string');
  return {
    environment,
    vocabulary,
    shapes,
    callable: callable(environment),
    functions: new Map(rows.map((row) => [row.name, row])),
    metrics: new Set(metrics),
    year,
    label,
    terms,
  };
}
