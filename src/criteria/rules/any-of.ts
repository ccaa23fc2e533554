// The rule `any_of`: one of several routes must hold (the general conditions, or the direct route instead of them).
import * as z from 'zod';
import { compile, type Expression, type Input } from '../../expression/compile.ts';
import { shownOf } from '../../expression/explain.ts';
import type { Scope } from '../../expression/scope.ts';
import { factsShown } from '../facts-shown.ts';
import type { Decision } from '../result.ts';
import { defineRule } from './rule.ts';

const route = z.strictObject({
  /** The route in the words of the source. */
  title: z.string(),
  assert: z.string().describe('CEL: 这条途径成立的表达式'),
});

type Route = { readonly title: string; readonly expression: Expression<boolean> };

export const anyOf = defineRule({
  name: 'any_of',
  schema: z.strictObject({ any_of: z.array(route).min(2) }),
  open({ any_of: written }, scope) {
    const routes: Route[] = [];
    for (const [index, { title, assert }] of written.entries()) {
      const compiled = compile(assert, scope, 'bool');
      if ('problem' in compiled) {
        return { key: 'any_of', inside: [index, 'assert'], text: assert, problem: compiled.problem };
      }
      routes.push({ title, expression: compiled.ok });
    }
    return {
      names: new Set(routes.flatMap(({ expression }) => [...expression.names])),
      // A limit of one route is not the limit of the metric: another route may hold without it.
      limits: [],
      decide: (input) => decide(routes, scope, input),
    };
  },
});

/** Met by the first route that holds; else undecided while a route is; a figure that does not exist holds no route. */
function decide(routes: readonly Route[], scope: Scope, input: Input): Decision {
  const outcomes = routes.map((one) => ({ ...one, outcome: one.expression.evaluate(input) }));
  const holding = outcomes.find(({ outcome }) => outcome.is === 'value' && outcome.value);
  if (holding) return { is: 'met', shown: shownFor(holding, scope, input) };
  const needs = outcomes.flatMap(({ outcome }) => (outcome.is === 'undecided' ? outcome.needs : []));
  if (needs.length > 0) return { is: 'undecided', needs: [...new Set(needs)] };
  return { is: 'not met', shown: routes.map((one) => shownFor(one, scope, input)).join('；') };
}

/** `上年度营业收入 1 亿元以上（12,000.00 ≥ 10000）` */
function shownFor({ title, expression }: Route, scope: Scope, input: Input): string {
  const figures = shownOf(expression.tree, scope, input) ?? factsShown(expression.names, scope, input);
  return figures === undefined ? title : `${title}（${figures}）`;
}
