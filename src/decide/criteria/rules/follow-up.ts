// The rule `follow_up`: an answer that asks for another one has it, and without that answer the other is not given.
import * as z from 'zod';
import { alike, joined, type Told } from '../../../expression/explain.ts';
import { factAt } from '../../../expression/reader.ts';
import type { Scope } from '../../../expression/scope.ts';
import type { FactValue } from '../../../expression/values.ts';
import { listed, shownAs } from '../../telling.ts';
import { defineRule, misspelt, type RuleProblem } from './rule.ts';

const options = z.strictObject({
  follow_up: z.strictObject({
    /** A choice, or a fact that takes 是 or 否. */
    fact: z.string(),
    /** The answers that ask for more. */
    answers: z.array(z.string()).min(1),
    /** What they ask for. */
    asks: z.array(z.string()).min(1),
    /** They only allow it. */
    optional: z.boolean().default(false),
    /** Other answers leave it open as well. */
    also_without: z.boolean().default(false),
  }),
});

export const followUp = defineRule({
  name: 'follow_up',
  words: {
    zh: ({ follow_up: { fact, answers, asks } }, { label }) =>
      `“${label(fact)}”为${listed.zh(answers)}时才填${listed.zh(asks.map(label))}`,
    en: ({ follow_up: { fact, answers, asks } }, { label }) =>
      `${listed.en(asks.map(label))} go with “${label(fact)}” being ${answers.join(' or ')}`,
  },
  schema: options,
  open({ follow_up: rule }, scope) {
    const { fact, answers, asks, optional, also_without: alsoWithout } = rule;
    const wrong =
      unknownIn('fact', [fact], choosable(scope)) ??
      unknownIn('answers', answers, answersTo(fact, scope)) ??
      unknownIn('asks', asks, [...scope.vocabulary.keys()]);
    if (wrong) return wrong;
    const but = (said: Told, ids: readonly string[]): Told => {
      const labels = ids.map((id) => alike(scope.label(id)));
      return joined([said, joined(labels, { zh: '、', en: ', ' })], alike(''));
    };
    return {
      names: new Set([fact, ...asks]),
      limits: [],
      decide({ facts }) {
        const answer = said(factAt(facts, fact));
        if (answer === undefined) return { is: 'undecided', needs: [fact] };
        const given = asks.filter((id) => isGiven(factAt(facts, id)));
        const open = asks.filter((id) => !given.includes(id));
        const answered: Told = { zh: `${scope.label(fact)}：${answer}`, en: `${scope.label(fact)}: ${answer}` };
        if (answers.includes(answer)) {
          if (optional || open.length === 0) return { is: 'met', ...shownAs(answered) };
          return { is: 'not met', ...shownAs(joined([answered, but({ zh: '未填', en: 'not filled in: ' }, open)])) };
        }
        if (alsoWithout || given.length === 0) return { is: 'met', ...shownAs(answered) };
        return {
          is: 'not met',
          ...shownAs(joined([answered, but({ zh: '却填了', en: 'filled in all the same: ' }, given)])),
        };
      },
    };
  },
});

const said = (value: FactValue | undefined): string | undefined =>
  typeof value === 'boolean' ? (value ? '是' : '否') : typeof value === 'string' ? value : undefined;

const isGiven = (value: FactValue | undefined): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

const choosable = (scope: Scope): readonly string[] =>
  [...scope.vocabulary.values()].flatMap(({ id, type }) => (type === 'choice' || type === 'yes_no' ? [id] : []));

function answersTo(fact: string, scope: Scope): readonly string[] {
  const { type, options: known = [] } = scope.vocabulary.get(fact) ?? {};
  return type === 'yes_no' ? ['是', '否'] : known;
}

const unknownIn = (
  key: 'fact' | 'answers' | 'asks',
  written: readonly string[],
  known: readonly string[],
): RuleProblem | undefined => misspelt('follow_up', (index) => (key === 'fact' ? [key] : [key, index]), written, known);
