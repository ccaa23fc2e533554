// The expression language: every case of semantics.yaml, its bounds, and properties of decimals and printed formulas.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { givenFacts } from '../../src/category/test.ts';
import { comparisonsIn } from '../../src/expression/comparisons.ts';
import { compile, type Input } from '../../src/expression/compile.ts';
import { showRounded } from '../../src/expression/decimal.ts';
import { precise } from '../../src/expression/explain.ts';
import type { Problem } from '../../src/expression/scope.ts';
import { nearest } from '../../src/findings/nearest.ts';
import { scope, vocabulary } from './scope.ts';

type Case = {
  expression: string;
  result?: 'Decimal' | 'bool';
  shown?: string;
  exact?: string;
  value?: boolean;
  needs?: string[];
  why?: string;
  problem?: Partial<Problem> & { nearest?: string };
};
type Group = { title: string; facts: Record<string, unknown>; cases: Case[] };

const groups: Group[] = parse(readFileSync(new URL('semantics.yaml', import.meta.url), 'utf8'));
const asOf = '2021-08-16';

/** A problem as data; the nearest name only where one is expected. */
function problemOf(found: Problem, text: string, expected: NonNullable<Case['problem']>): unknown {
  const near = nearest(found.found, found.known ?? vocabulary.keys());
  const whole = { kind: found.kind, start: found.start, end: found.end, found: found.found, nearest: near };
  if (found.kind !== 'result') expect(found.found).toBe(text.slice(found.start, found.end));
  return Object.fromEntries(Object.entries(whole).filter(([key]) => key in expected));
}

describe.each(groups)('$title', ({ facts: given, cases }) => {
  const { facts, wrong } = givenFacts(given, vocabulary);
  const input: Input = { facts, metrics: new Map(), asOf };

  it('is given facts that fit', () => {
    expect(wrong).toEqual([]);
  });

  it.each(cases)('$expression', ({ expression, result, shown, exact, value, needs, why, problem }) => {
    const wanted = result ?? (shown === undefined ? guess(expression) : 'Decimal');
    const compiled = compile(expression, scope, wanted);
    if ('problem' in compiled) {
      expect(problem, JSON.stringify(compiled.problem)).toBeDefined();
      expect(problemOf(compiled.problem, expression, problem ?? {})).toEqual(problem);
      return;
    }
    expect(problem).toBeUndefined();
    const outcome = compiled.ok.evaluate(input);
    if (needs) expect(outcome).toEqual({ is: 'undecided', needs });
    else if (why) expect(outcome).toEqual({ is: 'not computable', why });
    else if (outcome.is !== 'value') expect(outcome).toBe('a value');
    else if (typeof outcome.value === 'boolean') expect(outcome.value).toBe(value);
    else {
      expect(showRounded(outcome.value, 2)).toBe(shown);
      if (exact !== undefined) expect(precise(outcome.value)).toBe(exact);
    }
  });
});

/** A case that gives no figure is of the type that its text compiles to. */
const guess = (text: string): 'Decimal' | 'bool' => ('ok' in compile(text, scope, 'bool') ? 'bool' : 'Decimal');

it.each([
  ['revenue.at(Y-1) - profit_total.at(Y-1)', '万元'],
  ['revenue.at(Y-1) + profit_total.at(Y-1)', '万元'],
  ['growth(revenue, Y-1) - growth(profit_total, Y-1)', '%'],
  ['revenue.at(Y-1) - employees.at(Y-1)', ''],
  ['revenue.at(Y-1) * profit_total.at(Y-1)', ''],
])('the side %s of a comparison has the unit %s', (side, unit) => {
  const compiled = compile(`${side} >= 3`, scope, 'bool');
  if ('problem' in compiled) throw new Error(compiled.problem.kind);
  expect(comparisonsIn(compiled.ok.tree, scope).map(({ left, right }) => [left.unit, right.unit])).toEqual([
    [unit, ''],
  ]);
});

describe('bounds', () => {
  const nested = (depth: number): string => `${'('.repeat(depth)}true${')'.repeat(depth)}`;
  const long = (terms: number): string => Array.from({ length: terms }, () => 'true').join(' && ');
  const refused = (text: string) => {
    const compiled = compile(text, scope, 'bool');
    return 'problem' in compiled ? compiled.problem.kind : 'compiled';
  };

  it('takes a formula of any sensible size', () => {
    expect(refused(nested(30))).toBe('compiled');
    expect(refused(long(50))).toBe('compiled');
    expect(refused(`[${Array.from({ length: 100 }, (_, index) => index).join(', ')}].exists(n, n == 7)`)).toBe(
      'compiled',
    );
  });

  it('refuses depth, nodes, list elements and arguments without end', () => {
    expect(refused(nested(100))).toBe('syntax');
    expect(refused('!('.repeat(5000))).toBe('syntax');
    expect(refused(long(3000))).toBe('syntax');
    expect(refused(`[${'1, '.repeat(300)}1].exists(n, n == 7)`)).toBe('syntax');
    expect(refused(`size(${'1, '.repeat(20)}1) == 1`)).toBe('syntax');
  });
});
