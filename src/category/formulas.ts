// Compiles the metrics and criteria of a definition, orders the metrics, and gathers what is wrong with them.
import type { OpenedCriterion } from '../decide/criteria/definition.ts';
import { rules } from '../decide/criteria/rules/index.ts';
import type { OpenedRule } from '../decide/criteria/rules/rule.ts';
import type { OpenedMetric } from '../decide/metrics/definition.ts';
import type { MetricLimit } from '../decide/metrics/result.ts';
import type { OpenedScorecard } from '../decide/scorecards/definition.ts';
import { compile, type Expression } from '../expression/compile.ts';
import { Decimal } from '../expression/decimal.ts';
import type { Scope } from '../expression/scope.ts';
import { codes } from '../findings/areas/index.ts';
import type { Citation } from '../findings/finding.ts';
import { given } from '../given.ts';
import type { Definition } from './definition.ts';
import type { Faults } from './faults.ts';
import type { Cite } from './names.ts';

/** Metrics in the order in which they may be computed; a loop between them is a fault. */
export function openMetrics(
  definition: Definition,
  scope: Scope,
  cite: Cite,
  faults: Faults,
  criteria: readonly OpenedCriterion[],
): readonly OpenedMetric[] {
  const opened = new Map<string, OpenedMetric>();
  for (const [id, metric] of Object.entries(definition.metrics)) {
    const path = ['metrics', id];
    const formula = formulaAt(metric.formula, [...path, 'formula'], scope, faults);
    const others = (metric.readings ?? []).flatMap(({ label, formula: text }, index) => {
      const other = formulaAt(text, [...path, 'readings', index, 'formula'], scope, faults);
      return other === undefined ? [] : [{ label, formula: other }];
    });
    const clauses = cite(metric.cite, [...path, 'cite']);
    if (formula === undefined) continue;
    opened.set(id, {
      id,
      label: metric.label,
      unit: metric.unit,
      decimals: metric.decimals,
      formula,
      ...(metric.if_zero_divisor === undefined ? {} : { ifZeroDivisor: new Decimal(metric.if_zero_divisor) }),
      readings: metric.as === undefined ? [] : [{ label: metric.as, formula }, ...others],
      limits: criteria.flatMap((criterion) => limitsOf(criterion, id)),
      cite: clauses,
    });
  }
  return inComputingOrder(opened, scope, faults);
}

function formulaAt(
  text: string,
  path: readonly (string | number)[],
  scope: Scope,
  faults: Faults,
): Expression<Decimal> | undefined {
  const compiled = compile(text, scope, 'Decimal');
  if ('ok' in compiled) return compiled.ok;
  faults.problem(compiled.problem, text, path, scope, 'Decimal');
  return undefined;
}

const limitsOf = (criterion: OpenedCriterion, metric: string): readonly MetricLimit[] =>
  criterion.rule.limits
    .filter((limit) => limit.metric === metric)
    .map(({ operator, limit }) => ({ criterion: criterion.id, operator, limit }));

function inComputingOrder(
  metrics: ReadonlyMap<string, OpenedMetric>,
  scope: Scope,
  faults: Faults,
): readonly OpenedMetric[] {
  const order: OpenedMetric[] = [];
  const done = new Set<string>();
  const visit = (metric: OpenedMetric, trail: readonly string[]): void => {
    if (done.has(metric.id)) return;
    if (trail.includes(metric.id)) {
      faults.tell('metric-cycle', { metrics: [...trail.slice(trail.indexOf(metric.id)), metric.id] }, [
        'metrics',
        metric.id,
        'formula',
      ]);
      done.add(metric.id);
      return;
    }
    const names = [metric, ...metric.readings].flatMap(({ formula }) => [...formula.names]);
    for (const name of names) {
      const other = scope.metrics.has(name) ? metrics.get(name) : undefined;
      if (other) visit(other, [...trail, metric.id]);
    }
    if (!done.has(metric.id)) order.push(metric);
    done.add(metric.id);
  };
  for (const metric of metrics.values()) visit(metric, []);
  return order;
}

/** Criteria in the order of the definition, with the readings of their own rules; `withMetrics` adds those of metrics. */
export function openCriteria(
  definition: Definition,
  scope: Scope,
  cite: Cite,
  faults: Faults,
  card: OpenedScorecard | undefined,
): readonly OpenedCriterion[] {
  return Object.entries(definition.criteria).flatMap(([id, criterion]) => {
    const path = ['criteria', id];
    if (Object.hasOwn(codes, id)) faults.tell('code-taken', { code: id }, path);
    const clauses = cite(criterion.cite, [...path, 'cite']);
    const rule = openRule(criterion.rule, [...path, 'rule'], scope, faults, card);
    const others = (criterion.readings ?? []).flatMap(({ label, rule: other }, index) => {
      const opened = openRule(other, [...path, 'readings', index, 'rule'], scope, faults, card);
      return opened === undefined ? [] : [{ label, rule: opened, chosen: new Map() }];
    });
    for (const cited of [clauses, ...[rule, ...others.map((one) => one.rule)].flatMap((one) => one?.rests ?? [])]) {
      if (!checkStanding(id, criterion.severity, cited, path, faults)) break;
    }
    if (rule === undefined) return [];
    const readings = criterion.as === undefined ? [] : [{ label: criterion.as, rule, chosen: new Map() }, ...others];
    const hint = criterion.hint === undefined ? {} : { hint: criterion.hint };
    const { title, severity, at, unsettles } = criterion;
    const restated = severity === 'warning' && clauses.some(({ standing }) => standing === 'secondary');
    const binding = criterion.binding ?? (severity === 'error' || restated);
    return [{ id, title, severity, binding, rule, readings, cite: clauses, ...hint, ...given({ at, unsettles }) }];
  });
}

function openRule(
  value: unknown,
  path: readonly (string | number)[],
  scope: Scope,
  faults: Faults,
  card: OpenedScorecard | undefined,
): OpenedRule | undefined {
  for (const rule of rules) {
    const opened = rule.open(value, scope, card);
    if (opened === undefined) continue;
    if (!('problem' in opened)) return opened;
    const written = (value as Record<string, unknown>)[opened.key];
    const text = opened.text ?? (typeof written === 'string' ? written : opened.problem.found);
    faults.problem(opened.problem, text, [...path, opened.key, ...(opened.inside ?? [])], scope, 'bool');
    return undefined;
  }
  return undefined;
}

/** DESIGN §5: what stands only on restatements or proposals is at most a warning until somebody settles it. */
function checkStanding(
  id: string,
  severity: string,
  cite: readonly Citation[],
  path: readonly string[],
  faults: Faults,
): boolean {
  const weak = cite.length > 0 && cite.every(({ standing }) => standing === 'secondary' || standing === 'proposal');
  const [first] = cite;
  if (severity !== 'error' || !weak || !first) return true;
  faults.tell('severity-above-standing', { criterion: id, standing: first.standing }, [...path, 'cite']);
  return false;
}
