// Routes of which one is enough: shared by the rules that offer several.
import * as z from 'zod';
import { compile, type Expression, type Input } from '../../../expression/compile.ts';
import { Decimal, thousands } from '../../../expression/decimal.ts';
import { afterFigure, alike, countedIn, inYear, joined, shownOf, type Told } from '../../../expression/explain.ts';
import { factAt } from '../../../expression/reader.ts';
import type { Scope } from '../../../expression/scope.ts';
import type { FactType } from '../../../expression/types.ts';
import type { FactValue } from '../../../expression/values.ts';
import { type Language, ofDefinition } from '../../../findings/sentence.ts';
import { some } from '../../../findings/several.ts';
import { type Telling, way } from '../../telling.ts';
import type { RuleProblem } from './rule.ts';

export const route = z.strictObject({
  /** The route in the words of the source. */
  title: z.string(),
  assert: z.string(),
});

/** Routes as a definition writes them, each in words. */
export const routesInWords = (
  routes: readonly z.infer<typeof route>[],
  language: Language,
  { say }: Telling,
): readonly string[] => routes.map(({ title, assert }) => way[language](ofDefinition(title, language), say(assert)));

export type Route = { readonly title: string; readonly expression: Expression<boolean> };

/** Compiles routes that stand under `key` of the rule, or deeper at `inside`. */
export function openRoutes(
  written: readonly z.infer<typeof route>[],
  key: string,
  inside: readonly string[],
  scope: Scope,
): { routes: readonly Route[] } | RuleProblem {
  const routes: Route[] = [];
  for (const [index, { title, assert }] of written.entries()) {
    const compiled = compile(assert, scope, 'bool');
    if ('problem' in compiled) {
      return { key, inside: [...inside, index, 'assert'], text: assert, problem: compiled.problem };
    }
    routes.push({ title, expression: compiled.ok });
  }
  return { routes };
}

/** How the routes came out: the first that holds, what the undecided ones lack, and all of them in words. */
export type Outcome = { readonly met?: Told; readonly needs: readonly string[]; readonly shown: readonly Told[] };

/** A figure that does not exist holds no route. */
export function tryRoutes(routes: readonly Route[], scope: Scope, input: Input): Outcome {
  const outcomes = routes.map((one) => ({ ...one, outcome: one.expression.evaluate(input) }));
  const holding = outcomes.find(({ outcome }) => outcome.is === 'value' && outcome.value);
  const needs = outcomes.flatMap(({ outcome }) => (outcome.is === 'undecided' ? outcome.needs : []));
  return {
    ...(holding === undefined ? {} : { met: shownFor(holding, true, scope, input) }),
    needs: [...new Set(needs)],
    shown: routes.map((one) => shownFor(one, false, scope, input)),
  };
}

/** `上年度营业收入 1 亿元以上（12,000.00 ≥ 10000）` */
function shownFor({ title, expression }: Route, isMet: boolean, scope: Scope, input: Input): Told {
  const figures = shownOf(expression.tree, scope, input) ?? factsShown(expression, isMet, scope, input);
  const en = ofDefinition(title, 'en');
  return figures === undefined ? { zh: title, en } : { zh: `${title}（${figures.zh}）`, en: `${en} (${figures.en})` };
}

/** A longer value says nothing in a few words: how long it is, is all that is shown, characters. */
const longestSigns = 24;

function longText(value: string): Told {
  const { length } = [...value];
  return length > longestSigns ? { zh: `共 ${length} 字`, en: `${length} characters` } : alike(value);
}

/**
 * Facts without a short value are left out; nothing when none has one. Where a condition is not met, it is said of a
 * table how many rows count, unless all do: how many there are would read as if they were enough.
 */
export function factsShown(
  { names, tree }: Pick<Expression<boolean>, 'names' | 'tree'>,
  isMet: boolean,
  scope: Scope,
  input: Input,
): Told | undefined {
  const counted = isMet ? undefined : countedIn(tree, scope, input);
  const parts = [...names].flatMap((name) => {
    const value = factAt(input.facts, name);
    const text = value === undefined ? undefined : short(value, counted?.get(name));
    if (text === undefined) return [];
    return [joined([joined([labelOf(name, scope), text], colon), alike(unitAfter(name, value, scope))], alike(''))];
  });
  return parts.length === 0 ? undefined : joined([...new Map(parts.map((part) => [part.zh, part])).values()]);
}

/** The unit of a figure, as it follows it. */
function unitAfter(name: string, value: FactValue | undefined, scope: Scope): string {
  const [id = name, field = ''] = name.split('.');
  const fact = scope.vocabulary.get(id);
  return value instanceof Decimal ? afterFigure(fact?.fields.get(field)?.unit ?? fact?.unit) : '';
}

/** Types whose fields are the levels of one answer: they go by its label. */
const levelled: ReadonlySet<FactType> = new Set(['region', 'industry']);

/** A field of a record by its own meaning, everything else by its printed label, a figure with its year. */
function labelOf(name: string, scope: Scope): Told {
  const [id = name, field] = name.split('.');
  const fact = scope.vocabulary.get(id);
  const own = fact !== undefined && levelled.has(fact.type) ? undefined : fact?.fields.get(field ?? '')?.meaning;
  return inYear(own ?? scope.label(id), fact?.yearly === true ? field : undefined);
}

const colon: Told = { zh: '：', en: ': ' };
const none: Told = { zh: '无', en: 'none' };

const noneCounts: Told = { zh: '，都不符合条件', en: ', none of which counts' };
const thatCount = (count: number): Told => ({
  zh: `，其中符合条件的 ${count} 项`,
  en: `, ${count} of which ${count === 1 ? 'counts' : 'count'}`,
});

function short(value: FactValue, counted: number | undefined): Told | undefined {
  if (typeof value === 'boolean') return alike(value ? '是' : '否');
  if (typeof value === 'string') return longText(value);
  if (value instanceof Decimal) return alike(thousands(value.toFixed()));
  if (Array.isArray(value))
    return value.length === 0 ? none : joined(value.slice(0, 4).map(alike), { zh: '、', en: ', ' });
  // Expressions name the fields of a record, hardly ever all of it.
  if (!('kind' in value) || value.kind !== 'table') return undefined;
  const { length } = value.rows;
  if (length === 0) return none;
  const all = { zh: `${length} 项`, en: some(length, 'row') };
  if (counted === undefined || counted === length) return all;
  return joined([all, counted === 0 ? noneCounts : thatCount(counted)], alike(''));
}
