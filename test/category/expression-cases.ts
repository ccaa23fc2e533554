// Definitions with an expression wrong: what is replaced, and what is told of it where.
import type { Case } from './fault-cases.ts';

export const expressionCases: readonly Case[] = [
  {
    title: 'a name that a formula does not know',
    from: 'cagr(revenue, Y-4, Y-1)',
    to: 'cagr(revenues, Y-4, Y-1)',
    part: 'revenues',
    told: 'expression-name-unknown {"text":"cagr(revenues, Y-4, Y-1)","name":"revenues","nearest":"revenue"}',
  },
  {
    title: 'a name in a quoted expression',
    from: 'rule: {assert: revenue_cagr >= 8}',
    to: 'rule: {assert: "revenue_cagr >= 8 && fonded < as_of"}',
    part: 'fonded',
    told: 'expression-name-unknown {"text":"revenue_cagr >= 8 && fonded < as_of","name":"fonded","nearest":"founded"}',
  },
  {
    title: 'a name in the condition of a slot',
    from: '{label: 营业执照, required: true, cite: notice 附件}',
    to: '{label: 营业执照, required: true, required_when: fonded < as_of, cite: notice 附件}',
    part: 'fonded',
    told: 'expression-name-unknown {"text":"fonded < as_of","name":"fonded","nearest":"founded"}',
  },
  {
    title: 'a function that does not exist',
    from: 'cagr(revenue, Y-4, Y-1)',
    to: 'cagrr(revenue, Y-4, Y-1)',
    part: 'cagrr',
    told: 'expression-name-unknown {"text":"cagrr(revenue, Y-4, Y-1)","name":"cagrr","nearest":"cagr"}',
  },
  {
    title: 'a text compared with a number',
    from: 'assert: revenue_cagr >= 8',
    to: 'assert: revenue_cagr >= 8 && founded > 3',
    part: 'founded > 3',
    told: 'expression-type {"text":"revenue_cagr >= 8 && founded > 3","part":"founded > 3"}',
  },
  {
    title: 'a formula that gives no figure',
    from: 'formula: cagr(revenue, Y-4, Y-1)',
    to: 'formula: revenue',
    part: 'revenue\n    cite',
    told: 'expression-result {"text":"revenue","expected":"Decimal","found":"Yearly"}',
  },
  {
    title: 'a condition that gives a figure',
    from: 'assert: revenue_cagr >= 8',
    to: 'assert: revenue_cagr + 8',
    part: 'revenue_cagr + 8',
    told: 'expression-result {"text":"revenue_cagr + 8","expected":"bool","found":"Decimal"}',
  },
  {
    title: 'two whole numbers divided',
    from: 'assert: revenue_cagr >= 8',
    to: 'assert: revenue_cagr >= 8 || (Y / 2) > 3',
    part: 'Y / 2)',
    told: 'expression-int-division {"text":"revenue_cagr >= 8 || (Y / 2) > 3","part":"Y / 2"}',
  },
  {
    title: 'a regular expression',
    from: 'assert: revenue_cagr >= 8',
    to: `assert: 'uscc.matches("9.*")'`,
    part: 'uscc.matches("9.*")',
    told: 'expression-matches {"text":"uscc.matches(\\"9.*\\")","part":"uscc.matches(\\"9.*\\")"}',
  },
  {
    title: 'macros nested three deep',
    from: 'assert: revenue_cagr >= 8',
    to: 'assert: "titles.all(a, titles.all(b, titles.all(c, true)))"',
    part: 'titles.all(c, true)',
    told: 'expression-nested {"text":"titles.all(a, titles.all(b, titles.all(c, true)))","part":"titles.all(c, true)"}',
  },
  {
    title: 'an expression that cannot be read',
    from: 'assert: revenue_cagr >= 8',
    to: 'assert: revenue_cagr >= )',
    part: ')}',
    told: 'expression-syntax {"text":"revenue_cagr >= )"}',
  },
];
