// The rule `scored`: the scorecard of the category must be passed, or one of several routes hold instead of it.
import * as z from 'zod';
import { alike, joined, type Told } from '../../../expression/explain.ts';
import type { Scope } from '../../../expression/scope.ts';
import type { Points, ScorecardResult } from '../../scorecards/result.ts';
import { oneWay, shownAs } from '../../telling.ts';
import type { Decision } from '../result.ts';
import { openRoutes, type Route, route, routesInWords, tryRoutes } from './routes.ts';
import { type CriterionInput, defineRule } from './rule.ts';

export const scored = defineRule({
  name: 'scored',
  words: {
    zh({ scored: { or } }, telling) {
      const passed = `评价达标：${telling.passMarks()}`;
      return or.length === 0 ? passed : oneWay.zh([passed, ...routesInWords(or, 'zh', telling)]);
    },
    en({ scored: { or } }, telling) {
      const passed = `scorecard passed: ${telling.passMarks()}`;
      return or.length === 0 ? passed : oneWay.en([passed, ...routesInWords(or, 'en', telling)]);
    },
  },
  wordsSayAll: true,
  schema: z.strictObject({
    scored: z.strictObject({
      /** What stands instead of the points. */
      or: z.array(route).default([]),
    }),
  }),
  open({ scored: { or: written } }, scope, card) {
    if (card === undefined) {
      const problem = { kind: 'unknown-name', start: 0, end: 6, found: 'scored', known: [] } as const;
      return { key: 'scored', text: 'scored', problem };
    }
    const opened = openRoutes(written, 'scored', ['or'], scope);
    if ('problem' in opened) return opened;
    const { routes } = opened;
    return {
      names: new Set([...card.names, ...routes.flatMap(({ expression }) => [...expression.names])]),
      limits: [],
      counting: routes.map(({ expression }) => expression),
      rests: card.items.flatMap(({ cite }) => [cite]),
      decide: (input) => decide(routes, scope, input),
    };
  },
});

/** Whether points reach a mark, whatever the missing facts turn out to be; nothing while they matter. */
const reaches = ({ least, most }: Points, mark: number): boolean | undefined =>
  least >= mark ? true : most < mark ? false : undefined;

type Mark = { readonly label: Told; readonly points: Points; readonly pass: number };

function marksOf({ points, pass, groups }: ScorecardResult): readonly Mark[] {
  const ofGroups = groups.flatMap((group) =>
    group.pass === undefined ? [] : [{ ...group, label: alike(group.label), pass: group.pass }],
  );
  return [{ label: { zh: '总分', en: 'total' }, points, pass }, ...ofGroups];
}

/** `总分 64 ≥ 60；创新能力 15 < 20`; a range as `55–64`. */
const shownFor = ({ label, points, pass }: Mark): Told => {
  const reached = reaches(points, pass);
  const relation = reached === undefined ? { zh: '对', en: 'against' } : alike(reached ? '≥' : '<');
  return joined([label, alike(rangeOf(points)), relation, alike(`${pass}`)], alike(' '));
};
const rangeOf = ({ least, most }: Points): string => (least === most ? `${least}` : `${least}–${most}`);

/** Met by points or by a route; not met when neither can be; else undecided, with what could still tip it. */
function decide(routes: readonly Route[], scope: Scope, input: CriterionInput): Decision {
  const { scorecard } = input;
  if (scorecard === undefined) return { is: 'undecided', needs: [] };
  const marks = marksOf(scorecard);
  const reached = marks.map(({ points, pass }) => reaches(points, pass));
  const points = marks.map(shownFor);
  if (reached.every((one) => one === true)) return { is: 'met', ...shownAs(joined(points)) };
  const instead = tryRoutes(routes, scope, input);
  if (instead.met !== undefined) return { is: 'met', ...shownAs(instead.met) };
  const lost = reached.includes(false);
  const needs = [...(lost ? [] : scorecard.items.flatMap((item) => item.needs)), ...instead.needs];
  if (!lost || needs.length > 0) return { is: 'undecided', needs: [...new Set(needs)] };
  return { is: 'not met', ...shownAs(joined([...points, ...instead.shown])) };
}
