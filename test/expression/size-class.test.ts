// The size of an enterprise by 300号: the vectors of the standard's borders, industries outside it, and missing figures.
import { expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { givenFacts } from '../../src/category/test.ts';
import { compile } from '../../src/expression/compile.ts';

const { scope, vocabulary } = await (await openCatalog()).open('national/2023/little-giant');

/** Which of the answers the function gives, or how it is undecided. `x` 人, `y` and `z` 万元, of 2022. */
function sizeOf(code: string | undefined, x?: number, y?: number, z?: number): unknown {
  const { facts, wrong } = givenFacts(
    {
      ...(code === undefined ? {} : { industry: { code } }),
      ...(x === undefined ? {} : { employees: { 2022: x } }),
      ...(y === undefined ? {} : { revenue: { 2022: y } }),
      ...(z === undefined ? {} : { assets_total: { 2022: z } }),
    },
    vocabulary,
  );
  expect(wrong).toEqual([]);
  const found = ['大型', '中型', '小型', '微型', 'not_applicable'].map((size) => {
    const compiled = compile(
      `size_class(industry.code, employees, revenue, assets_total, Y-1) == "${size}"`,
      scope,
      'bool',
    );
    if ('problem' in compiled) throw new Error(compiled.problem.kind);
    const outcome = compiled.ok.evaluate({ facts, metrics: new Map(), asOf: '2023-03-28' });
    return outcome.is === 'value' ? (outcome.value ? size : undefined) : outcome;
  });
  const told = found.filter((one) => one !== undefined);
  // Every comparison is undecided for the same reason, or exactly one holds.
  expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  return told[0];
}

const industrial = '3453';
const software = '6513';
const testing = '7452';
it.each([
  ['工业', industrial, 1200, 30000, undefined, '中型'],
  ['工业', industrial, 1000, 40000, undefined, '大型'],
  ['工业', industrial, 999, 40000, undefined, '中型'],
  ['工业', industrial, 188, 14000, undefined, '小型'],
  ['工业', industrial, 188, 14, undefined, '微型'],
  ['工业', industrial, 299, 500000, undefined, '小型'],
  ['工业', industrial, 19, 500000, undefined, '微型'],
  ['软件和信息技术服务业', software, 300, 10000, undefined, '大型'],
  ['软件和信息技术服务业', software, 300, 9999, undefined, '中型'],
  ['其他未列明行业', testing, 299, undefined, undefined, '中型'],
  ['其他未列明行业', testing, 300, undefined, undefined, '大型'],
  ['租赁和商务服务业', '7211', 500, undefined, 100000, '中型'],
  ['房地产开发经营', '7010', undefined, 200000, 9999, '中型'],
  ['装卸搬运', '5910', 1000, 30000, undefined, '大型'],
  ['仓储业', '5920', 199, 30000, undefined, '中型'],
  ['two digits are enough', '34', 20, 300, undefined, '小型'],
  ['农、林、牧、渔业', '0111', undefined, 19999.99, undefined, '中型'],
] as const)('%s %s: %s 人, %s 万元, %s 万元 → %s', (_, code, x, y, z, size) => {
  expect(sizeOf(code, x, y, z)).toBe(size);
});

it.each(['5310', '7040', '6610', '8310', '8411', '9011', '9110', '9710'])('%s', (code) => {
  expect(sizeOf(code, 10, 10, 10)).toBe(code === '9011' ? '小型' : 'not_applicable');
});

it('reads only the figures that count in the industry', () => {
  expect(sizeOf(testing, 300)).toBe('大型');
  expect(sizeOf(industrial, 300)).toMatchObject({ is: 'undecided', needs: expect.arrayContaining(['revenue.2022']) });
});

it('is undecided without facts, and names them by their year', () => {
  const needs = ['industry.code', 'employees.2022', 'revenue.2022', 'assets_total.2022'];
  expect(sizeOf(undefined)).toEqual({ is: 'undecided', needs });
});

it('is undecided by a code too short to decide', () => {
  expect(sizeOf('70', 10, 10, 10)).toEqual({ is: 'undecided', needs: ['industry.code'] });
  expect(sizeOf('C', 10, 10, 10)).toEqual({ is: 'undecided', needs: ['industry.code'] });
});
