// The comparisons of figures that a criterion is made of, and what each comes to on given facts.
import type { Category } from '../../category/category.ts';
import { withZeroDivisor } from '../../decide/metrics/compute.ts';
import { type Comparison, comparisonsIn } from '../../expression/comparisons.ts';
import { compile, type Evaluated, type Expression } from '../../expression/compile.ts';
import type { Decimal } from '../../expression/decimal.ts';
import type { Facts } from '../../expression/values.ts';

/** One way to meet a criterion: the whole rule, or one of its routes by the title that the source gives it. */
export type Route = {
  readonly title?: string;
  readonly expression: Expression<boolean>;
  readonly comparisons: readonly Comparison[];
};

type Written = { readonly title?: string; readonly assert: string };

/** All expressions of a rule: its own, or those of its routes. */
function expressionsIn(rule: unknown): readonly Written[] {
  if (typeof rule !== 'object' || rule === null) return [];
  if ('assert' in rule && typeof rule.assert === 'string') {
    const title = 'title' in rule && typeof rule.title === 'string' ? { title: rule.title } : {};
    return [{ ...title, assert: rule.assert }];
  }
  return Object.values(rule).flatMap(expressionsIn);
}

/** The routes of a criterion; none for rules that do not compare. */
export function routesOf({ definition, scope }: Category, criterion: string): readonly Route[] {
  return expressionsIn(definition.criteria[criterion]?.rule).flatMap(({ assert, ...title }) => {
    const compiled = compile(assert, scope, 'bool');
    if (!('ok' in compiled)) return [];
    return [{ ...title, expression: compiled.ok, comparisons: comparisonsIn(compiled.ok.tree, scope) }];
  });
}

/** The facts that an expression reads, also those that it reads through metrics. */
export function factsRead(category: Category, names: Iterable<string>): ReadonlySet<string> {
  const read = new Set<string>();
  const visit = (name: string): void => {
    const metric = category.metrics.find(({ id }) => id === name);
    if (metric === undefined) read.add(name);
    else for (const inner of metric.formula.names) visit(inner);
  };
  for (const name of names) visit(name);
  return read;
}

/** Evaluates an expression on any facts, with no more metrics than it needs. */
export function evaluator<T>(
  category: Category,
  expression: Expression<T>,
  asOf: string,
): (facts: Facts) => T | undefined {
  const needed = new Set<string>();
  const visit = (name: string): void => {
    const metric = category.metrics.find(({ id }) => id === name);
    if (metric === undefined || needed.has(name)) return;
    needed.add(name);
    for (const inner of metric.formula.names) visit(inner);
  };
  for (const name of expression.names) visit(name);
  const metrics = category.metrics.filter(({ id }) => needed.has(id));
  return (facts) => {
    const values = new Map<string, Evaluated<Decimal>>();
    for (const metric of metrics)
      values.set(metric.id, withZeroDivisor(metric, metric.formula.evaluate({ facts, metrics: values, asOf })));
    const outcome = expression.evaluate({ facts, metrics: values, asOf });
    return outcome.is === 'value' ? outcome.value : undefined;
  };
}
