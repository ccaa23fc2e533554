// The rule `declared`: a declaration must be answered, and in the right sense; one left open is undecided (E-01).
import * as z from 'zod';
import type { Input } from '../../../expression/compile.ts';
import type { Told } from '../../../expression/explain.ts';
import { factAt } from '../../../expression/reader.ts';
import type { Scope } from '../../../expression/scope.ts';
import type { Fact } from '../../../expression/types.ts';
import { shownAs } from '../../telling.ts';
import type { Decision } from '../result.ts';
import { defineRule, type RuleProblem } from './rule.ts';

const options = z.strictObject({
  declared: z.strictObject({
    /** A fact that takes 是 or 否, or such a field of a record: `declarations.no_false_information`. */
    fact: z.string(),
    answer: z.enum(['是', '否']),
  }),
});

export const declared = defineRule({
  name: 'declared',
  words: {
    zh: ({ declared: { fact, answer } }, { label }) => `“${label(fact)}”须答“${answer}”，不能空着`,
    en: ({ declared: { fact, answer } }, { label }) => `“${label(fact)}” must be answered “${answer}”`,
  },
  schema: options,
  open({ declared: { fact, answer } }, scope) {
    const wrong = yesNoAt('declared', fact, scope);
    if (wrong) return wrong;
    return { names: new Set([fact]), limits: [], decide: (input) => decide(fact, answer, input) };
  },
});

function decide(fact: string, answer: '是' | '否', input: Input): Decision {
  const value = factAt(input.facts, fact);
  if (typeof value !== 'boolean') return { is: 'undecided', needs: [fact] };
  return { is: value === (answer === '是') ? 'met' : 'not met', ...shownAs(declaredAs(value)) };
}

export const declaredAs = (answer: boolean): Told => {
  const said = answer ? '是' : '否';
  return { zh: `申报单位声明：${said}`, en: `the applicant declares: ${said}` };
};

/** What is wrong with the name of a fact, under `fact` of a rule, that must take 是 or 否. */
export function yesNoAt(key: string, fact: string, scope: Scope): RuleProblem | undefined {
  if (factOf(fact, scope)?.type === 'yes_no') return undefined;
  const known = answerable(scope);
  const problem = { kind: 'unknown-name', start: 0, end: fact.length, found: fact, known } as const;
  return { key, inside: ['fact'], text: fact, problem };
}

function factOf(id: string, scope: Scope): Fact | undefined {
  const [name = id, field] = id.split('.');
  const fact = scope.vocabulary.get(name);
  return field === undefined ? fact : fact?.fields.get(field);
}

/** Every fact, and field of a record, that a declaration can be about. */
const answerable = (scope: Scope): readonly string[] =>
  [...scope.vocabulary.values()].flatMap((fact) => [
    ...(fact.type === 'yes_no' ? [fact.id] : []),
    ...(fact.type === 'record' ? [...fact.fields.values()] : [])
      .filter((field) => field.type === 'yes_no')
      .map((field) => `${fact.id}.${field.id}`),
  ]);
