// The rule `assert`: an expression over facts and metrics must hold.
import * as z from 'zod';
import { limitsIn } from '../../../expression/comparisons.ts';
import { compile, type Expression, type Input } from '../../../expression/compile.ts';
import { shownOf } from '../../../expression/explain.ts';
import { factAt } from '../../../expression/reader.ts';
import type { Scope } from '../../../expression/scope.ts';
import type { Decision } from '../result.ts';
import { factsShown } from './routes.ts';
import { defineRule } from './rule.ts';

export const assert = defineRule({
  name: 'assert',
  words: { zh: ({ assert: text }, { say }) => say(text), en: ({ assert: text }, { say }) => say(text) },
  wordsSayAll: true,
  schema: z.strictObject({ assert: z.string().describe('CEL: 必须成立的表达式') }),
  open({ assert: text }, scope) {
    const compiled = compile(text, scope, 'bool');
    if ('problem' in compiled) return { key: 'assert', problem: compiled.problem };
    const { ok } = compiled;
    return {
      names: ok.names,
      limits: limitsIn(ok.tree, scope),
      counting: [ok],
      decide: (input) => decide(ok, scope, input),
    };
  },
});

/** A figure that does not exist (growth from a base of zero) cannot meet a limit: not met, with the reason shown. */
function decide(expression: Expression<boolean>, scope: Scope, input: Input): Decision {
  const outcome = expression.evaluate(input);
  if (outcome.is === 'undecided') return { is: 'undecided', needs: outcome.needs };
  const figures = shownOf(expression.tree, scope, input);
  // Of `rank <= 5 || supply_chain` the figures alone would not say what decided it.
  const names = [...expression.names].filter(
    (name) => figures === undefined || typeof factAt(input.facts, name) === 'boolean',
  );
  const parts = [figures, factsShown(new Set(names), scope, input)].filter((part) => part !== undefined);
  const shown = parts.length === 0 ? undefined : parts.join('；');
  const is = outcome.is === 'value' && outcome.value ? 'met' : 'not met';
  return shown === undefined ? { is } : { is, shown };
}
