// One category on the facts of a dossier: every criterion with what fails, what is missing, and what would turn it.
import type { Category } from '../../category/category.ts';
import { type Decided, decideCategory } from '../../category/decided.ts';
import { isWithin } from '../../category/season.ts';
import type { CriterionResult } from '../../decide/criteria/result.ts';
import type { Points, ScorecardResult } from '../../decide/scorecards/result.ts';
import { holdsAt, type Side } from '../../expression/comparisons.ts';
import { Decimal } from '../../expression/decimal.ts';
import { factAt } from '../../expression/reader.ts';
import type { Facts } from '../../expression/values.ts';
import { agreement } from '../../findings/agreement.ts';
import { given } from '../../given.ts';
import type { MatchedCategory, MatchedCriterion } from '../../reporters/match-definition.ts';
import { evaluator, type Route, routesOf } from './clauses.ts';
import { named } from './figures.ts';
import { type IsMet, reachedBy } from './reached.ts';

type DecisionIs = MatchedCriterion['is'];
type Decision = {
  readonly is: DecisionIs;
  readonly needs: readonly string[];
  readonly shown?: string;
  readonly shownEn?: string;
};

/** `before` are the facts without those of `--set`. The same facts give the same result. */
export function weigh(category: Category, facts: Facts, asOf: string, before?: Facts): MatchedCategory {
  const decided = decideCategory(category, { facts, asOf });
  const earlier = before && decideCategory(category, { facts: before, asOf });
  const criteria = decided.criteria.map((result, index) => {
    const was = earlier?.criteria[index];
    return criterionOf(category, result, decided, facts, asOf, was && decisionOf(category, was, before ?? facts).is);
  });
  const was = earlier && verdictOf(countsOf(criteria.map((one) => ({ ...one, is: one.before ?? one.is }))));
  const { id, definition, season, superseded, once } = category;
  const counts = countsOf(criteria);
  const verdict = verdictOf(counts);
  return given({
    id,
    title: definition.title,
    year: definition.year,
    verdict,
    before: was === verdict ? undefined : was,
    counts,
    missing: missingOf(criteria),
    criteria,
    outside: isWithin(season, asOf) ? undefined : { from: season.from, until: season.until },
    superseded: superseded?.text,
    once: once && `${id.slice(0, id.lastIndexOf('/'))}/${once.group}`,
  });
}

/**
 * Readings that differ leave a criterion undecided. A declaration that nobody has answered is no refusal either: the
 * dossier of another category could not answer it.
 */
function decisionOf(category: Category, result: CriterionResult, facts: Facts): Decision {
  const { decision, readings, id } = result;
  const agreed = agreement({ readings });
  if (readings !== undefined && agreed !== 'every' && agreed !== 'none') {
    const needs = readings.flatMap((one) => (one.decision.is === 'undecided' ? one.decision.needs : []));
    return { is: 'undecided', needs: [...new Set(needs)] };
  }
  if (decision.is === 'not met' && ruleOf(category, id) === 'declared') {
    const [fact] = category.criteria.find((one) => one.id === id)?.rule.names ?? [];
    if (fact !== undefined && factAt(facts, fact) === undefined) return { is: 'undecided', needs: [fact] };
  }
  const { is } = decision;
  if (is !== 'met' && is !== 'not met') return { is, needs: is === 'undecided' ? decision.needs : [] };
  return given({ is, needs: [], shown: decision.shown, shownEn: decision.shownEn });
}

/** `assert`, `any_of`; a rule without options is its own name. */
function ruleOf({ definition }: Category, criterion: string): string {
  const rule = definition.criteria[criterion]?.rule;
  return typeof rule === 'string' ? rule : (Object.keys(rule ?? {})[0] ?? '');
}

/**
 * Errors decide, and what only restatements of the official text ask for: their weight is low because nobody has the
 * text, not because the requirement is. Other warnings and notes remind.
 */
const weighs = ({ severity, cite, decision }: CriterionResult): boolean =>
  decision.is !== 'advice' &&
  (severity === 'error' ||
    decision.is === 'unknown' ||
    (cite.length > 0 && cite.every(({ standing }) => standing === 'secondary')));

function criterionOf(
  category: Category,
  result: CriterionResult,
  decided: Decided,
  facts: Facts,
  asOf: string,
  before: DecisionIs | undefined,
): MatchedCriterion {
  const { id, title, severity, readings, cite, hint } = result;
  const { is, needs, shown, shownEn } = decisionOf(category, result, facts);
  const rule = ruleOf(category, id);
  const routes = is === 'not met' ? routesOf(category, id) : [];
  return given({
    id,
    title,
    severity,
    weighs: weighs({ ...result, severity: category.definition.criteria[id]?.severity ?? severity }),
    rule,
    is,
    before: before === is ? undefined : before,
    shown,
    shownEn,
    needs: needs.map((need) => named(need, category.scope)),
    readings: readings?.map(({ label, decision }) => ({ label, is: decision.is })),
    distances: distancesOf(category, routes, facts, asOf),
    reached: reachedBy(category, routes, facts, asOf, metBy(category, result, routes, asOf)),
    points: rule === 'scored' && is !== 'met' ? pointsOf(decided.scorecard) : [],
    hint,
    cite,
  });
}

function metBy(category: Category, { id, readings }: CriterionResult, routes: readonly Route[], asOf: string): IsMet {
  const criteria = category.criteria.filter((one) => one.id === id);
  const surely = (facts: Facts): boolean => {
    const [again] = decideCategory({ ...category, criteria }, { facts, asOf }).criteria;
    return again !== undefined && decisionOf(category, again, facts).is === 'met';
  };
  const holds = routes.map(({ expression }) => evaluator(category, expression, asOf));
  // Of several readings the expressions of one say too little.
  return { surely, likely: readings === undefined ? (facts) => holds.some((one) => one(facts) === true) : surely };
}

function countsOf(criteria: readonly Pick<MatchedCriterion, 'is' | 'weighs'>[]): MatchedCategory['counts'] {
  const count = (is: DecisionIs): number => criteria.filter((one) => one.weighs && one.is === is).length;
  return { met: count('met'), notMet: count('not met'), undecided: count('undecided'), unknown: count('unknown') };
}

function verdictOf({ met, notMet, undecided, unknown }: MatchedCategory['counts']): MatchedCategory['verdict'] {
  if (notMet > 0) return 'not met';
  if (undecided > 0) return 'undecided';
  return unknown > 0 || met === 0 ? 'unknown' : 'met';
}

/** In the order of the criteria. Only of those that weigh. */
function missingOf(criteria: readonly MatchedCriterion[]): MatchedCategory['missing'] {
  const found = new Map<string, { label: string; years: Set<number>; criteria: Set<string> }>();
  for (const criterion of criteria) {
    if (!criterion.weighs || criterion.is !== 'undecided') continue;
    for (const { id, label, year } of criterion.needs) {
      const name = year === undefined ? id : id.slice(0, id.indexOf('.'));
      const fact = found.get(name) ?? { label, years: new Set<number>(), criteria: new Set<string>() };
      if (year !== undefined) fact.years.add(year);
      fact.criteria.add(criterion.id);
      found.set(name, fact);
    }
  }
  return [...found].map(([id, { label, years, criteria: waiting }]) =>
    given({
      id,
      label,
      years: years.size === 0 ? undefined : [...years].sort((a, b) => a - b),
      criteria: [...waiting],
    }),
  );
}

/** Figures are shown with two decimals, and more of them where two would say that the limit is met. */
const places = 2;
const mostPlaces = 12;

/** The comparisons that do not hold, one entry each; those without a figure (a growth from zero) are left out. */
function distancesOf(
  category: Category,
  routes: readonly Route[],
  facts: Facts,
  asOf: string,
): MatchedCriterion['distances'] {
  const all = routes.flatMap(({ title, comparisons }) => comparisons.map((comparison) => ({ title, ...comparison })));
  return all.flatMap(({ title, ...comparison }) => {
    const { operator, left, right } = comparison;
    const gap = evaluator(category, comparison.gap, asOf)(facts);
    const value = comparison.figure && evaluator(category, comparison.figure, asOf)(facts);
    if (gap === undefined || value === undefined || holdsAt(operator, gap)) return [];
    const limit = right.literal ?? value.minus(gap);
    return given({
      route: title,
      label: left.formula,
      value: shown(value, limit),
      unit: unitOf(left, category) || unitOf(right, category),
      operator,
      limit: limit.toDecimalPlaces(places).toFixed(),
      against: right.literal === undefined ? right.formula : undefined,
      short: gap.abs().toDecimalPlaces(places, Decimal.ROUND_UP).toFixed(),
    });
  });
}

/** A figure that misses its limit never looks as if it met it: 2.9996 is not 3. */
function shown(value: Decimal, limit: Decimal): string {
  for (let at = places; at < mostPlaces; at += 1) {
    const rounded = value.toDecimalPlaces(at);
    if (rounded.comparedTo(limit) === value.comparedTo(limit)) return rounded.toFixed();
  }
  return value.toDecimalPlaces(mostPlaces, value.lt(limit) ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL).toFixed();
}

const unitOf = (side: Side, category: Category): string =>
  category.metrics.find(({ id }) => id === side.metric)?.unit ?? side.unit;

/** The marks that a scorecard sets and does not certainly reach: of the total, and of groups with one of their own. */
function pointsOf(card: ScorecardResult | undefined): MatchedCriterion['points'] {
  if (card === undefined) return [];
  const marks: readonly { readonly label: string; readonly points: Points; readonly pass?: number }[] = [
    card,
    ...card.groups,
  ];
  return marks.flatMap(({ label, points: { least, most }, pass }) => {
    if (pass === undefined || least >= pass) return [];
    return [{ label, least, most, pass, short: Math.max(0, new Decimal(pass).minus(most).toNumber()) }];
  });
}
