// The rule `declared`: a declaration must be answered, and in the right sense; one left open is not met (E-01).
import * as z from 'zod';
import type { Input } from '../../expression/compile.ts';
import { factAt } from '../../expression/reader.ts';
import type { Scope } from '../../expression/scope.ts';
import type { Fact } from '../../expression/types.ts';
import type { Decision } from '../result.ts';
import { defineRule } from './rule.ts';

const options = z.strictObject({
  declared: z.strictObject({
    /** A fact that takes 是 or 否, or such a field of a record: `declarations.no_false_information`. */
    fact: z.string(),
    answer: z.enum(['是', '否']),
  }),
});

export const declared = defineRule({
  name: 'declared',
  schema: options,
  open({ declared: { fact, answer } }, scope) {
    if (factOf(fact, scope)?.type !== 'yes_no') {
      const problem = {
        kind: 'unknown-name',
        start: 0,
        end: fact.length,
        found: fact,
        known: answerable(scope),
      } as const;
      return { key: 'declared', inside: ['fact'], text: fact, problem };
    }
    return { names: new Set([fact]), limits: [], decide: (input) => decide(fact, answer, input) };
  },
});

function decide(fact: string, answer: '是' | '否', input: Input): Decision {
  const value = factAt(input.facts, fact);
  if (typeof value !== 'boolean') return { is: 'not met', shown: '未作答' };
  const said = value ? '是' : '否';
  return { is: said === answer ? 'met' : 'not met', shown: `答：${said}` };
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
