// Routes of which one is enough: shared by the rules that offer several.
import * as z from 'zod';
import { compile, type Expression, type Input } from '../../../expression/compile.ts';
import { Decimal, thousands } from '../../../expression/decimal.ts';
import { afterFigure, shownOf } from '../../../expression/explain.ts';
import { factAt } from '../../../expression/reader.ts';
import type { Scope } from '../../../expression/scope.ts';
import type { FactType } from '../../../expression/types.ts';
import type { FactValue } from '../../../expression/values.ts';
import type { Language } from '../../../findings/sentence.ts';
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
): readonly string[] => routes.map(({ title, assert }) => way[language](title, say(assert)));

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
export type Outcome = { readonly met?: string; readonly needs: readonly string[]; readonly shown: readonly string[] };

/** A figure that does not exist holds no route. */
export function tryRoutes(routes: readonly Route[], scope: Scope, input: Input): Outcome {
  const outcomes = routes.map((one) => ({ ...one, outcome: one.expression.evaluate(input) }));
  const holding = outcomes.find(({ outcome }) => outcome.is === 'value' && outcome.value);
  const needs = outcomes.flatMap(({ outcome }) => (outcome.is === 'undecided' ? outcome.needs : []));
  return {
    ...(holding === undefined ? {} : { met: shownFor(holding, scope, input) }),
    needs: [...new Set(needs)],
    shown: routes.map((one) => shownFor(one, scope, input)),
  };
}

/** `上年度营业收入 1 亿元以上（12,000.00 ≥ 10000）` */
function shownFor({ title, expression }: Route, scope: Scope, input: Input): string {
  const figures = shownOf(expression.tree, scope, input) ?? factsShown(expression.names, scope, input);
  return figures === undefined ? title : `${title}（${figures}）`;
}

/** A longer value says nothing in a few words: how long it is, is all that is shown, characters. */
const longestSigns = 24;

function longText(value: string): string {
  const { length } = [...value];
  return length > longestSigns ? `共 ${length} 字` : value;
}

/** Facts without a short value are left out; nothing when none has one. */
export function factsShown(names: ReadonlySet<string>, scope: Scope, input: Input): string | undefined {
  const parts = [...names].flatMap((name) => {
    const value = factAt(input.facts, name);
    const text = value === undefined ? undefined : short(name, value, scope);
    return text === undefined ? [] : [`${labelOf(name, scope)}：${text}${unitAfter(name, value, scope)}`];
  });
  return parts.length === 0 ? undefined : [...new Set(parts)].join('；');
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
function labelOf(name: string, scope: Scope): string {
  const [id = name, field] = name.split('.');
  const fact = scope.vocabulary.get(id);
  const own = fact !== undefined && levelled.has(fact.type) ? undefined : fact?.fields.get(field ?? '')?.meaning;
  const label = own ?? scope.label(id);
  return fact?.yearly === true && !label.startsWith('上年') ? `${field}年${label}` : label;
}

function short(name: string, value: FactValue, scope: Scope): string | undefined {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return longText(value);
  if (value instanceof Decimal) return thousands(value.toFixed());
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.slice(0, 4).join('、');
  if (!('kind' in value) || value.kind === 'yearly') return undefined;
  if (value.kind === 'table') return value.rows.length === 0 ? '无' : `${value.rows.length} 项`;
  const fields = scope.vocabulary.get(name)?.fields;
  const texts = [...value.fields].flatMap(([id, inner]) => {
    const text = short(id, inner, scope);
    if (text === undefined) return [];
    if (typeof inner === 'string') return [text];
    const unit = inner instanceof Decimal ? afterFigure(fields?.get(id)?.unit) : '';
    return [`${fields?.get(id)?.meaning ?? id} ${text}${unit}`];
  });
  return texts.length === 0 ? undefined : texts.join(' ');
}
