// The rule `assert`: an expression over facts and metrics must hold.
import * as z from 'zod';
import { limitsIn } from '../../../expression/comparisons.ts';
import { compile, type Expression, type Input } from '../../../expression/compile.ts';
import { joined, shownOf } from '../../../expression/explain.ts';
import { factAt } from '../../../expression/reader.ts';
import type { Scope } from '../../../expression/scope.ts';
import type { Facts } from '../../../expression/values.ts';
import { listed, shownAs } from '../../telling.ts';
import type { Decision } from '../result.ts';
import { factsShown } from './routes.ts';
import { defineRule, misspelt } from './rule.ts';

export const assert = defineRule({
  name: 'assert',
  words: {
    zh: ({ assert: text, given: asked = [] }, { say, label }) =>
      asked.length === 0 ? say(text) : `填了${listed.zh(asked.map(label))}的：${say(text)}`,
    en: ({ assert: text, given: asked = [] }, { say, label }) =>
      asked.length === 0 ? say(text) : `where ${listed.en(asked.map(label))} is given: ${say(text)}`,
  },
  wordsSayAll: true,
  schema: z.strictObject({
    assert: z.string(),
    /** Decided only where these facts are given; `table.column`: only on rows with that cell. */
    given: z.array(z.string()).min(1).optional(),
  }),
  open({ assert: text, given: asked = [] }, scope) {
    const unknown = misspelt('given', (index) => ['given', index], asked, knownTo(scope));
    if (unknown !== undefined) return unknown;
    const compiled = compile(text, scope, 'bool');
    if ('problem' in compiled) return { key: 'assert', problem: compiled.problem };
    const { ok } = compiled;
    return {
      names: ok.names,
      limits: limitsIn(ok.tree, scope),
      counting: [ok],
      decide: (input) => {
        const facts = givenIn(asked, input.facts);
        return facts === undefined ? { is: 'advice' } : decide(ok, scope, { ...input, facts });
      },
    };
  },
});

const knownTo = ({ vocabulary }: Scope): readonly string[] =>
  [...vocabulary.values()].flatMap(({ id, fields }) => [id, ...[...fields.keys()].map((column) => `${id}.${column}`)]);

/** The facts, of a table only the rows that fill the named column in; nothing where one of them is not given. */
function givenIn(asked: readonly string[], facts: Facts): Facts | undefined {
  const left = new Map(facts);
  for (const name of asked) {
    const [id = name, column] = name.split('.');
    const value = left.get(id);
    if (value === undefined) return undefined;
    if (typeof value !== 'object' || !('kind' in value) || value.kind !== 'table') continue;
    // A table that a form prints is there without a row, too; one whose rows do not count says something all the same.
    if (value.rows.length + (value.left?.length ?? 0) === 0) return undefined;
    if (column === undefined) continue;
    const rows = value.rows
      .map((row, index) => ({ row: index + 1, ...row }))
      .filter(({ fields }) => fields.has(column));
    if (rows.length === 0) return undefined;
    left.set(id, { kind: 'table', rows });
  }
  return left;
}

/** A figure that does not exist (growth from a base of zero) cannot meet a limit: not met, with the reason shown. */
function decide(expression: Expression<boolean>, scope: Scope, input: Input): Decision {
  const outcome = expression.evaluate(input);
  if (outcome.is === 'undecided') return { is: 'undecided', needs: outcome.needs };
  const figures = shownOf(expression.tree, scope, input);
  // Of `rank <= 5 || supply_chain` the figures alone would not say what decided it.
  const names = [...expression.names].filter(
    (name) => figures === undefined || typeof factAt(input.facts, name) === 'boolean',
  );
  const is = outcome.is === 'value' && outcome.value ? 'met' : 'not met';
  const told = factsShown({ names: new Set(names), tree: expression.tree }, is === 'met', scope, input);
  const parts = [figures, told].filter((part) => part !== undefined);
  return parts.length === 0 ? { is } : { is, ...shownAs(joined(parts)) };
}
