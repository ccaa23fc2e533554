// Text and scope to a typed, ready expression, or the problem with its place in the text: this folder's one entry.
import { type ASTNode, EvaluationError, ParseError } from '@marcbachmann/cel-js';
import { Decimal } from './decimal.ts';
import { mostSteps } from './functions.ts';
import { factAt, factReaders } from './reader.ts';
import { type Problem, type Scope, unknownCall } from './scope.ts';
import { childrenOf, constantInt, inBrackets, namedFacts } from './tree.ts';
import { type Facts, Missing, type NotComputable, Undefined } from './values.ts';

/** What an expression must give. */
export type Result = { Decimal: Decimal; bool: boolean; int: bigint };

export type Evaluated<T> =
  | { readonly is: 'value'; readonly value: T }
  | { readonly is: 'undecided'; readonly needs: readonly string[] }
  | { readonly is: 'not computable'; readonly why: NotComputable };

/** What an evaluation reads: facts, metrics already computed, and the as-of date. */
export type Input = {
  readonly facts: Facts;
  /** Computed metrics; one that has no value throws what it lacks. */
  readonly metrics: ReadonlyMap<string, Evaluated<Decimal>>;
  readonly asOf: string;
};

export type Expression<T> = {
  readonly text: string;
  readonly tree: ASTNode;
  /** Facts and metrics it names. */
  readonly names: ReadonlySet<string>;
  evaluate(input: Input): Evaluated<T>;
};

export type Compiled<T> = { readonly ok: Expression<T> } | { readonly problem: Problem };

/** What was compiled of a category: parts of its conditions are asked for again with every row and every dossier. */
const compiled = new WeakMap<Scope, { readonly [R in keyof Result]: Map<string, Compiled<Result[R]>> }>();

/** Compiles an expression that must give that; once for each scope. */
export function compile<R extends keyof Result>(text: string, scope: Scope, result: R): Compiled<Result[R]> {
  const known = compiled.get(scope) ?? { Decimal: new Map(), bool: new Map(), int: new Map() };
  compiled.set(scope, known);
  const ready = known[result].get(text) ?? compileAnew(text, scope, result);
  known[result].set(text, ready);
  return ready;
}

function compileAnew<R extends keyof Result>(text: string, scope: Scope, result: R): Compiled<Result[R]> {
  const parsed = parse(text, scope);
  if ('problem' in parsed) return parsed;
  const { run, tree } = parsed;
  const unknown = unknownCall(tree, text, scope.callable);
  if (unknown) return { problem: unknown };
  const checked = run.check();
  if (!checked.valid) return { problem: problemOf(checked.error, text, scope) };
  // After checking, when every node knows its type.
  const forbidden = lint(tree, scope);
  if (forbidden) return { problem: widened(forbidden, text) };
  if (checked.type !== result) {
    return { problem: { kind: 'result', start: 0, end: text.length, found: checked.type ?? '' } };
  }
  const names = namedFacts(tree, scope);
  const read = { ...scope, ...narrowed(scope, names) };
  return { ok: { text, tree, names, evaluate: (input) => evaluate(run, names, read, input) } };
}

/** The facts and metrics that an expression names: making a reader for every other one would take most of the time. */
function narrowed({ vocabulary, metrics }: Scope, names: ReadonlySet<string>): Pick<Scope, 'vocabulary' | 'metrics'> {
  const named = new Set([...names].map((name) => name.split('.')[0] ?? name));
  return {
    vocabulary: new Map([...vocabulary].filter(([id]) => named.has(id))),
    metrics: new Map([...metrics].filter(([id]) => named.has(id))),
  };
}

type Run = ReturnType<Scope['environment']['parse']>;

function parse(text: string, scope: Scope): { run: Run; tree: ASTNode } | { problem: Problem } {
  try {
    const run = scope.environment.parse(text);
    return { run, tree: run.ast };
  } catch (error) {
    return { problem: problemOf(error, text, scope) };
  }
}

/** CEL's own errors carry a code and a range; an unknown name is worth a kind of its own. */
function problemOf(error: unknown, text: string, scope: Scope): Problem {
  const { code, range } = error as { code?: string; range?: { start: number; end: number } };
  const start = Math.min(range?.start ?? 0, text.length);
  const end = Math.max(range?.end ?? text.length, start);
  const found = text.slice(start, end);
  if (code === 'unknown_variable') return { kind: 'unknown-name', start, end, found };
  if (code === 'no_such_key') {
    const known = [...scope.vocabulary.values()].flatMap((fact) => [...fact.fields.keys()]);
    return { kind: 'unknown-name', start, end, found, known };
  }
  if (error instanceof ParseError) return { kind: 'syntax', start, end, found };
  return widened({ kind: 'type', start, end }, text);
}

function widened(problem: Omit<Problem, 'found'>, text: string): Problem {
  const { start, end } = inBrackets(text, problem.start, problem.end);
  return { ...problem, start, end, found: text.slice(start, end) };
}

/** No figure of a form has as many digits; larger ones come of a formula that multiplies without end. */
const mostDigits = 40;

/** Runs a compiled expression. Anything thrown but not on purpose, by us or by CEL, is a fault of the program and goes up. */
function evaluate<T>(run: Run, names: ReadonlySet<string>, scope: Scope, input: Input): Evaluated<T> {
  const lacking = new Set<string>();
  const context = factReaders(scope.vocabulary, scope.shapes, input.facts, lacking);
  for (const metric of scope.metrics.keys()) {
    Object.defineProperty(context, metric, { enumerable: true, get: () => metricValue(metric, input, lacking) });
  }
  context.Y = BigInt(scope.year);
  context.as_of = input.asOf;
  try {
    const value: unknown = run(context);
    const boundless = value instanceof Decimal && !(value.isFinite() && value.e < mostDigits);
    return boundless ? { is: 'not computable', why: 'no-value' } : { is: 'value', value: value as T };
  } catch (error) {
    const told = error instanceof Undefined || error instanceof EvaluationError || error instanceof Missing;
    if (!told) throw error;
    // Beside a figure that does not exist (growth from zero) a missing one may still turn the answer.
    if (!(error instanceof Missing) && lacking.size === 0) {
      return { is: 'not computable', why: error instanceof Undefined ? error.why : 'no-value' };
    }
    const needs = [...names].filter((name) => !scope.metrics.has(name) && factAt(input.facts, name) === undefined);
    return {
      is: 'undecided',
      needs: narrowest(new Set([...needs, ...lacking, ...(error instanceof Missing ? [error.fact] : [])])),
    };
  }
}

/** `pool` says nothing beside `pool.enrolled`. */
const narrowest = (needs: ReadonlySet<string>): string[] =>
  [...needs].filter((need) => ![...needs].some((other) => other.startsWith(`${need}.`)));

/** A metric inside an expression: its value, or the same lack that it has itself. */
function metricValue(metric: string, input: Input, lacking: Set<string>): Decimal {
  const outcome = input.metrics.get(metric);
  if (outcome?.is === 'value') return outcome.value;
  if (outcome?.is === 'not computable') throw new Undefined(outcome.why);
  const needs = outcome?.needs ?? [metric];
  for (const fact of needs) lacking.add(fact);
  throw new Missing(needs[0] ?? metric);
}

type LintProblem = {
  readonly kind: 'int-division' | 'matches' | 'nested-macros' | 'type';
  readonly start: number;
  readonly end: number;
};

const macros: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);
const mostNested = 2;

/** Division of these cuts its result; `dyn` may hide one. */
const whole: ReadonlySet<string> = new Set(['int', 'uint', 'dyn']);

/** What checking found a node to be; cel-js keeps it on the node and does not declare it. */
const typeOf = (node: ASTNode): string =>
  (node as { readonly checkedType?: { readonly name: string } }).checkedType?.name ?? '';

/** The first thing in a checked expression that a definition must not do. */
function lint(node: ASTNode, scope: Scope, depth = 0): LintProblem | undefined {
  const at = { start: node.range.start, end: node.range.end };
  if ((node.op === '/' || node.op === '%') && whole.has(typeOf(node))) return { kind: 'int-division', ...at };
  const called = node.op === 'call' || node.op === 'rcall' ? node.args[0] : '';
  if (called === 'matches') return { kind: 'matches', ...at };
  if (node.op === 'call' && !runsForward(node.args[0], node.args[1], scope)) return { kind: 'type', ...at };
  const inside = macros.has(called) ? depth + 1 : depth;
  if (inside > mostNested) return { kind: 'nested-macros', ...at };
  for (const child of childrenOf(node)) {
    const problem = lint(child, scope, inside);
    if (problem) return problem;
  }
  return undefined;
}

/** Whether a function over years, called with fixed ones, takes them from an earlier to a later one. */
function runsForward(name: string, operands: readonly ASTNode[], scope: Scope): boolean {
  const least = scope.functions.get(name)?.least;
  const [from, to] = operands.slice(1).map((operand) => constantInt(operand, scope.year));
  if (least === undefined || from === undefined || to === undefined) return true;
  return to - from >= least && to - from <= mostSteps;
}
