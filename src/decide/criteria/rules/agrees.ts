// The rule `agrees`: what a yes or no of the form says of titles is what the titles themselves say.
import * as z from 'zod';
import { inEnglishSigns } from '../../../characters/folds.ts';
import { joined } from '../../../expression/explain.ts';
import { factAt } from '../../../expression/reader.ts';
import { shownAs } from '../../telling.ts';
import { declaredAs, yesNoAt } from './declared.ts';
import { fitting, fittingInWords, openFitting } from './has-title.ts';
import { defineRule } from './rule.ts';

export const agrees = defineRule({
  name: 'agrees',
  words: {
    zh: ({ agrees: { fact, has_title: held } }, telling) =>
      `“${telling.label(fact)}”答“是”当且仅当${fittingInWords.zh(held, telling)}`,
    en: ({ agrees: { fact, has_title: held } }, telling) =>
      `“${telling.label(fact)}” is answered 是 exactly when the applicant ${fittingInWords.en(held, telling)}`,
  },
  schema: z.strictObject({
    agrees: z.strictObject({
      /** A fact that takes 是 or 否: 是 says that such a title is held. */
      fact: z.string(),
      has_title: fitting,
    }),
  }),
  open({ agrees: { fact, has_title: wanted } }, scope) {
    const wrong = yesNoAt('agrees', fact, scope);
    if (wrong) return wrong;
    const held = openFitting('agrees', ['has_title'], wanted, scope);
    if ('problem' in held) return held;
    return {
      names: new Set([fact, ...held.names]),
      limits: [],
      decide(input) {
        const answer = factAt(input.facts, fact);
        const titles = held.decide(input);
        const needs = titles.is === 'undecided' ? titles.needs : [];
        if (typeof answer !== 'boolean') return { is: 'undecided', needs: [fact, ...needs] };
        if (titles.is === 'undecided') return titles;
        const { shown, shownEn } = 'shown' in titles ? titles : {};
        const told = shown === undefined ? [] : [{ zh: shown, en: shownEn ?? inEnglishSigns(shown) }];
        return {
          is: answer === (titles.is === 'met') ? 'met' : 'not met',
          ...shownAs(joined([declaredAs(answer), ...told])),
        };
      },
    };
  },
});
