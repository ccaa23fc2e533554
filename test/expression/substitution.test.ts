// Properties of printed formulas: what is printed computes to the value, and what decided is printed as it is true.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, type Input } from '../../src/expression/compile.ts';
import { Decimal } from '../../src/expression/decimal.ts';
import { formulaOf, shownOf, substitutionOf } from '../../src/expression/explain.ts';
import type { FactValue } from '../../src/expression/values.ts';
import { scope } from './scope.ts';

const asOf = '2021-08-16';

/** Facts that are all positive, so that no divisor is zero and every root is real. */
const years = [2017, 2018, 2019, 2020] as const;
const amount = fc.integer({ min: 1, max: 99_999_999 }).map((cents) => new Decimal(cents).div(100));
const series = fc.array(amount, { minLength: 4, maxLength: 4 }).map((figures): FactValue => {
  return { kind: 'yearly', years: new Map(years.map((year, index) => [year, figures[index] ?? new Decimal(1)])) };
});
const names = ['revenue', 'profit_total', 'rd_expense'] as const;
const input = fc.tuple(series, series, series).map(
  (values): Input => ({
    facts: new Map(names.map((name, index) => [name, values[index] ?? ''] as const)),
    metrics: new Map(),
    asOf,
  }),
);

const { formula } = fc.letrec<{ formula: string; part: string; call: string; sign: string }>((tie) => ({
  part: fc
    .tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 4 }))
    .map(([name, back]) => `${name}.at(Y-${back})`),
  call: fc.constantFrom(
    'cagr(revenue, Y-4, Y-1)',
    'mean_growth(profit_total, Y-4, Y-1)',
    'growth(rd_expense, Y-1)',
    'mean(revenue, Y-3, Y-1)',
    'sum(profit_total, Y-3, Y-1)',
  ),
  sign: fc.constantFrom('+', '-', '*', '/'),
  formula: fc.oneof(
    { maxDepth: 4 },
    tie('part'),
    tie('call'),
    fc.tuple(tie('formula'), tie('sign'), tie('formula')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(tie('formula'), fc.integer({ min: 1, max: 100 })).map(([a, factor]) => `${a} * ${factor}`),
  ),
}));

/** Computes a printed substitution again: brackets, ^(1/n), × and ÷ before + and −, left to right. */
function recompute(text: string): Decimal {
  const tokens = text.replaceAll(',', '').match(/[\d.]+|[()+−×÷^/]/g) ?? [];
  let at = 0;
  const take = (token: string): boolean => {
    if (tokens[at] !== token) return false;
    at += 1;
    return true;
  };
  const atom = (): Decimal => {
    if (take('−')) return atom().neg();
    if (take('(')) {
      const inner = sum();
      expect(take(')')).toBe(true);
      return inner;
    }
    const value = new Decimal(tokens[at] ?? 'none');
    at += 1;
    return value;
  };
  const power = (): Decimal => {
    const base = atom();
    return take('^') ? base.pow(atom()) : base;
  };
  const product = (): Decimal => {
    let value = power();
    for (;;) {
      if (take('×')) value = value.times(power());
      else if (take('÷') || take('/')) value = value.div(power());
      else return value;
    }
  };
  const sum = (): Decimal => {
    let value = product();
    for (;;) {
      if (take('+')) value = value.plus(product());
      else if (take('−')) value = value.minus(product());
      else return value;
    }
  };
  const value = sum();
  expect(at).toBe(tokens.length);
  return value;
}

test('the substitution that is printed computes to the value', () => {
  fc.assert(
    fc.property(formula, input, (text, given) => {
      const compiled = compile(text, scope, 'Decimal');
      if ('problem' in compiled) throw new Error(`${text}: ${compiled.problem.kind}`);
      const outcome = compiled.ok.evaluate(given);
      const shown = substitutionOf(compiled.ok.tree, scope, given);
      expect(shown).toBeDefined();
      expect(formulaOf(compiled.ok.tree, text, scope)).not.toContain('.at(');
      if (outcome.is !== 'value') return;
      const again = recompute(shown ?? '');
      expect(again.minus(outcome.value).abs().lte(outcome.value.abs().plus(1).times('1e-25'))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('what decided a comparison is printed as it is true', () => {
  const holds: Record<string, (a: Decimal, b: Decimal) => boolean> = {
    '≥': (a, b) => a.gte(b),
    '<': (a, b) => a.lt(b),
  };
  fc.assert(
    fc.property(formula, fc.integer({ min: 0, max: 500 }), input, (text, limit, given) => {
      const compiled = compile(`${text} >= ${limit}`, scope, 'bool');
      if ('problem' in compiled) throw new Error(`${text}: ${compiled.problem.kind}`);
      const outcome = compiled.ok.evaluate(given);
      if (outcome.is !== 'value') return;
      const shown = shownOf(compiled.ok.tree, scope, given)?.zh ?? '';
      const [, left = '', sign = '', right = ''] =
        /^(?:\S*\p{Script=Han}\S* )?(.+?)(?: 万元)? ([≥<]) (\d+)(?: 万元)?$/u.exec(shown) ?? [];
      expect(sign).toBe(outcome.value ? '≥' : '<');
      const [substitution = '', value] = left.split(' = ');
      expect(holds[sign]?.(recompute(value === undefined ? substitution : substitution), new Decimal(right))).toBe(
        true,
      );
    }),
    { numRuns: 200 },
  );
});
