// The rule `any_of`: one of several routes must hold (the general conditions, or the direct route instead of them).
import * as z from 'zod';
import type { Input } from '../../../expression/compile.ts';
import { joined } from '../../../expression/explain.ts';
import type { Scope } from '../../../expression/scope.ts';
import { oneWay, shownAs } from '../../telling.ts';
import type { Decision } from '../result.ts';
import { openRoutes, type Route, route, routesInWords, tryRoutes } from './routes.ts';
import { defineRule } from './rule.ts';

export const anyOf = defineRule({
  name: 'any_of',
  words: {
    zh: ({ any_of: routes }, telling) => oneWay.zh(routesInWords(routes, 'zh', telling)),
    en: ({ any_of: routes }, telling) => oneWay.en(routesInWords(routes, 'en', telling)),
  },
  wordsSayAll: true,
  schema: z.strictObject({ any_of: z.array(route).min(2) }),
  open({ any_of: written }, scope) {
    const opened = openRoutes(written, 'any_of', [], scope);
    if ('problem' in opened) return opened;
    const { routes } = opened;
    return {
      names: new Set(routes.flatMap(({ expression }) => [...expression.names])),
      // A limit of one route is not the limit of the metric: another route may hold without it.
      limits: [],
      counting: routes.map(({ expression }) => expression),
      decide: (input) => decide(routes, scope, input),
    };
  },
});

/** Met by the first route that holds; else undecided while a route is. */
function decide(routes: readonly Route[], scope: Scope, input: Input): Decision {
  const { met, needs, shown } = tryRoutes(routes, scope, input);
  if (met !== undefined) return { is: 'met', ...shownAs(met) };
  if (needs.length > 0) return { is: 'undecided', needs };
  return { is: 'not met', ...shownAs(joined(shown)) };
}
