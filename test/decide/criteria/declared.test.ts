// The rule `declared`: silence leaves it undecided (E-01), and the wrong answer is not met.
import { expect, it } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { givenFacts } from '../../../src/category/test.ts';
import { declared } from '../../../src/decide/criteria/rules/declared.ts';

const category = await (await openCatalog()).open('national/2023/little-giant');

function decided(fact: string, answer: string, given: Record<string, unknown>) {
  const rule = declared.open({ declared: { fact, answer } }, category.scope);
  if (rule === undefined || 'problem' in rule) throw new Error('the rule of the test does not open');
  expect([...rule.names]).toEqual([fact]);
  const { facts, wrong } = givenFacts(given, category.vocabulary);
  expect(wrong).toEqual([]);
  return rule.decide({ facts, metrics: new Map(), asOf: '2023-03-28' });
}

const field = 'declarations.no_false_information';

it.each([
  ['answered rightly', field, '是', { declarations: { no_false_information: '是' } }, 'met', '申报单位声明：是'],
  ['answered wrongly', field, '是', { declarations: { no_false_information: '否' } }, 'not met', '申报单位声明：否'],
  ['a fact of its own', 'controls_giant', '否', { controls_giant: '否' }, 'met', '申报单位声明：否'],
  ['a fact ticked by mistake', 'controls_giant', '否', { controls_giant: '是' }, 'not met', '申报单位声明：是'],
] as const)('%s', (_, fact, answer, given, is, shown) => {
  const shownEn = shown.replace('申报单位声明：', 'the applicant declares: ');
  expect(decided(fact, answer, given)).toEqual({ is, shown, shownEn });
});

it.each([
  ['another one answered', field, '是', { declarations: { reports_on_time: '是' } }],
  ['nothing answered', field, '是', {}],
  ['a fact left open', 'controls_giant', '否', {}],
] as const)('%s: undecided, and what is to be answered is named', (_, fact, answer, given) => {
  expect(decided(fact, answer, given)).toEqual({ is: 'undecided', needs: [fact] });
});

it.each(['declarations.no_false_informations', 'revenue', 'declarations'])('refuses %s', (fact) => {
  const rule = declared.open({ declared: { fact, answer: '是' } }, category.scope);
  expect(rule).toMatchObject({
    key: 'declared',
    inside: ['fact'],
    text: fact,
    problem: { kind: 'unknown-name', found: fact },
  });
  const known = rule && 'problem' in rule ? (rule.problem.known ?? []) : [];
  expect(known).toContain(field);
  expect(known).toContain('controls_giant');
  expect(known).not.toContain('revenue');
});

it('takes no other answer than 是 or 否', () => {
  expect(declared.open({ declared: { fact: field, answer: true } }, category.scope)).toBeUndefined();
});
