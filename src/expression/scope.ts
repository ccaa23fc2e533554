// The names and types that the expressions of a category may use: facts, metrics, the year, the as-of date.
import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { Decimal } from './decimal.ts';
import { type FunctionRow, functions } from './functions.ts';
import { type RecordClass, recordClass, YearlyReader } from './reader.ts';
import { arithmetic, relations } from './signs.ts';
import { childrenOf } from './tree.ts';
import { type Fact, type FactType, numeric, type TitleTerm, type Vocabulary } from './types.ts';
import { Undefined } from './values.ts';

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
  /** Metrics that a formula may name, each a Decimal, with their units. */
  readonly metrics: ReadonlyMap<string, string>;
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
  metrics: ReadonlyMap<string, string>,
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
  for (const metric of metrics.keys()) environment.registerVariable(metric, 'Decimal');
  environment.registerVariable('Y', 'int');
  environment.registerVariable('as_of', 'string');
  return {
    environment,
    vocabulary,
    shapes,
    callable: callable(environment),
    functions: new Map(rows.map((row) => [row.name, row])),
    metrics,
    year,
    label,
    terms,
  };
}

type Operand = Decimal | bigint | number;

/** A double of CEL may be Infinity or NaN (`1.0 / 0.0`); no figure may come of it. */
function decimal(operand: Operand): Decimal {
  if (operand instanceof Decimal) return operand;
  const value = new Decimal(operand.toString());
  if (!value.isFinite()) throw new Undefined('no-value');
  return value;
}

/** CEL makes `!=` of `==`, which it mirrors by itself: it refuses the other side as a duplicate. */
const registered = (sign: string, left: string): boolean => sign !== '!=' && (sign !== '==' || left === 'Decimal');

const sides = [
  ['Decimal', 'Decimal'],
  ['Decimal', 'int'],
  ['int', 'Decimal'],
  ['Decimal', 'double'],
  ['double', 'Decimal'],
] as const;

/** Registers every mix of Decimal with the literals of CEL; int with int stays CEL's own. */
function registerOperators(environment: Environment): void {
  for (const [left, right] of sides) {
    for (const [sign, { apply }] of Object.entries(arithmetic)) {
      environment.registerOperator(`${left} ${sign} ${right}: Decimal`, (a: Operand, b: Operand) =>
        apply(decimal(a), decimal(b)),
      );
    }
    for (const [sign, { holds }] of Object.entries(relations)) {
      if (!registered(sign, left)) continue;
      environment.registerOperator(`${left} ${sign} ${right}: bool`, (a: Operand, b: Operand) =>
        holds(decimal(a).comparedTo(decimal(b))),
      );
    }
  }
}

/** Known to CEL, unknown here: they hide types, or copy values without bound. */
const outside: ReadonlySet<string> = new Set(['dyn', 'bind', 'none', 'of', 'or', 'orValue', 'hasValue', 'value']);

/** Names of functions, macros and methods that an expression may call. */
const callable = (environment: Environment): readonly string[] =>
  [...new Set(environment.getDefinitions().functions.map(({ name }) => name))].filter((name) => !outside.has(name));

/** The first call of an unknown name in reading order. */
export function unknownCall(node: ASTNode, text: string, known: readonly string[]): Problem | undefined {
  if (node.op === 'call' || node.op === 'rcall') {
    const [found] = node.args;
    if (!known.includes(found)) {
      const from = node.op === 'call' ? node.range.start : node.args[1].range.end;
      const start = Math.max(text.indexOf(found, from), 0);
      return { kind: 'unknown-name', start, end: start + found.length, found, known };
    }
  }
  for (const child of childrenOf(node)) {
    const problem = unknownCall(child, text, known);
    if (problem) return problem;
  }
  return undefined;
}

/** What can be wrong with the text of an expression, with its place in that text. */
export type Problem = {
  readonly kind: 'syntax' | 'unknown-name' | 'type' | 'result' | 'int-division' | 'matches' | 'nested-macros';
  /** Offsets in the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The unknown name, or the type found. */
  readonly found: string;
  /** The names that an unknown one may be meant for. */
  readonly known?: readonly string[];
};
