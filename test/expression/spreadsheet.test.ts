// Formulas of a category as a spreadsheet computes them.
import { expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { compile } from '../../src/expression/compile.ts';
import { spreadsheetFormula } from '../../src/expression/explain.ts';

const formula = async (text: string, ifZeroDivisor?: string): Promise<string | undefined> => {
  const { scope } = await (await openCatalog([])).open('jiangsu/2021/product');
  const compiled = compile(text, scope, 'Decimal');
  if (!('ok' in compiled)) throw new Error(compiled.problem.kind);
  const shown = ifZeroDivisor === undefined ? {} : { ifZeroDivisor };
  const cellOf = (fact: string, year?: number) =>
    fact === 'net_profit' ? undefined : `${fact.slice(0, 3)}${year ?? ''}`;
  return spreadsheetFormula(compiled.ok.tree, scope, cellOf, { decimals: 2, ...shown });
};

it.each([
  [
    'liabilities_total.at(Y-1) / assets_total.at(Y-1) * 100',
    '0',
    'IF(OR(NOT(ISNUMBER(lia2020)),NOT(ISNUMBER(ass2020))),"",IFERROR(ROUND(((lia2020/ass2020)*100),2),0))',
  ],
  [
    'cagr(revenue, Y-4, Y-1)',
    undefined,
    'IF(OR(NOT(ISNUMBER(rev2017)),NOT(ISNUMBER(rev2020))),"",IFERROR(ROUND((IF(rev2017>0,(rev2020/rev2017)^(1/3),NA())-1)*100,2),"—"))',
  ],
  [
    'mean(revenue, Y-2, Y-1)',
    undefined,
    'IF(OR(NOT(ISNUMBER(rev2019)),NOT(ISNUMBER(rev2020))),"",IFERROR(ROUND((rev2019+rev2020)/2,2),"—"))',
  ],
  [
    'growth(revenue, Y-1)',
    undefined,
    'IF(OR(NOT(ISNUMBER(rev2019)),NOT(ISNUMBER(rev2020))),"",IFERROR(ROUND(IF(rev2019>0,(rev2020-rev2019)/rev2019,NA())*100,2),"—"))',
  ],
  [
    'sum(revenue, Y-2, Y-1) - main_revenue.at(Y-1)',
    undefined,
    'IF(OR(NOT(ISNUMBER(rev2019)),NOT(ISNUMBER(rev2020)),NOT(ISNUMBER(mai2020))),"",IFERROR(ROUND(((rev2019+rev2020)-mai2020),2),"—"))',
  ],
])('writes %s', async (text, zero, expected) => {
  expect(await formula(text, zero)).toBe(expected);
});

it.each([
  ['what no cell holds', 'net_profit.at(Y-1) / revenue.at(Y-1)'],
  ['a choice', 'listed ? revenue.at(Y-1) : revenue.at(Y-2)'],
])('leaves out %s', async (_, text) => {
  expect(await formula(text)).toBeUndefined();
});
