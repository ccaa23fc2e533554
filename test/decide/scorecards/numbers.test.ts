// Every number in an expression, band or cap of the definitions of 2022 to 2027 stands in the reading of the text it cites.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import type { Category } from '../../../src/category/category.ts';
import type { OpenedScorecard } from '../../../src/decide/scorecards/definition.ts';
import type { Citation } from '../../../src/findings/finding.ts';

const reading = readFileSync(resolve(import.meta.dirname, '../../sources/tiers-2022-2026.md'), 'utf8');
/** Sections by their number, `C.3.1`, each up to the next heading of its level or above. */
const sections = new Map(
  reading
    .split(/^(?=##+ C\.)/m)
    .slice(1)
    .map((text) => [/C\.[\d.]*\d/.exec(text)?.[0] ?? '', text] as const),
);

/** Which sections a clause was read in. */
const readIn: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^rules63 附件1 /, ['C.1']],
  [/^(rules63 附件2|scoring )/, ['C.2']],
  [/^(rules63 附件3|rules63 附件4|definitions |practice )/, ['C.4.1']],
  // The province's own items are told beside the table that they belong to.
  [/^notice2022 /, ['C.2']],
  [/^rules2026 第三十条/, ['C.1']],
  [/^rules2026 专精特新/, ['C.3.1']],
  [/^rules2026 小巨人/, ['C.3.2']],
  [/^rules2026 /, ['C.3.1', 'C.3.2']],
  [/^call2025 /, ['C.4.1', 'C.4.3']],
  [/^call2026 复核、63号 附件3 /, ['C.4.1']],
  [/^materials /, ['C.6']],
];
const sectionsOf = (cite: readonly Citation[]): readonly string[] =>
  cite.flatMap(({ source, clause }) => readIn.find(([clauses]) => clauses.test(`${source} ${clause}`))?.[1] ?? []);

/** Numbers of an expression that come from the text: no years, no words in quotes, no `* 100` of a percentage. */
const numbersIn = (text: string): string[] =>
  text
    .replace(/"[^"]*"/g, '')
    .replace(/\bY\s*[+-]\s*\d+/g, '')
    .replace(/\* 100\b/g, '')
    .match(/(?<![\w.])\d+(?:\.\d+)?/g) ?? [];

/** Expressions below a rule, and every number of an item. */
function numbersBelow(value: unknown, key = ''): string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return ['assert', 'when', 'of', 'stated'].includes(key) ? numbersIn(value) : [];
  if (Array.isArray(value)) return value.flatMap((one) => numbersBelow(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => numbersBelow(one, name));
}

/** The marks to pass; what a group gives at most follows from its items. */
const marksOf = ({ max, pass, groups }: OpenedScorecard): string[] =>
  [max, pass, ...groups.flatMap((group) => group.pass ?? [])].map(String);

type Used = { readonly where: string; readonly number: string; readonly cite: readonly Citation[] };

function usedIn({ id, definition, criteria, metrics, slots, scorecard }: Category): Used[] {
  const used = (where: string, numbers: readonly string[], cite: readonly Citation[]): Used[] =>
    numbers.map((number) => ({ where: `${id} ${where}`, number, cite }));
  return [
    ...criteria.flatMap((one) => used(one.id, numbersBelow(definition.criteria[one.id]?.rule), one.cite)),
    ...metrics.flatMap((one) => used(one.id, numbersIn(definition.metrics[one.id]?.formula ?? ''), one.cite)),
    ...slots.flatMap((one) => used(one.id, numbersIn(definition.attachments[one.id]?.required_when ?? ''), one.cite)),
    ...(scorecard?.items ?? []).flatMap((one) =>
      used(`item ${one.id}`, numbersBelow(definition.scorecard?.items[one.id]), one.cite),
    ),
    ...(scorecard === undefined ? [] : used('scorecard', marksOf(scorecard), scorecard.cite)),
  ];
}

const catalog = await openCatalog();
const ids = (await catalog.list()).map(({ id }) => id).filter((id) => /\/(2022|2025|2026|2027)\//.test(id));
const opened = await Promise.all(ids.map((id) => catalog.open(id)));
const used = opened.flatMap(usedIn);

it('has the sections', () => {
  expect([...sections.keys()]).toEqual(['C.1', 'C.2', 'C.3.1', 'C.3.2', 'C.4.1', 'C.4.3', 'C.6']);
});

it('finds the numbers of sixteen definitions', () => {
  expect(ids.length).toBe(16);
  expect(used.length).toBeGreaterThan(300);
  const of = (where: string) => used.filter((one) => one.where === where).map(({ number }) => number);
  expect(of('national/2026/little-giant rd-expense')).toEqual(['1200', '3', '3']);
  expect(of('national/2022/srdi-sme item segment-years')).toEqual(['5', '2', '1']);
});

/** What is told of the form of 2026 and of the practice of offices, beside the texts that were read. */
const toldElsewhere: Readonly<Record<string, string>> = {
  'product-code-digits': '10',
  'share-recomputed': '0.1',
  'class-two-as-listed': '2',
  'certificate-terms': '3',
};

it('finds each in the section that its clause was read in', () => {
  const missing = used.filter(({ where, number, cite }) => {
    if (toldElsewhere[where.split(' ')[1] ?? ''] === number) return false;
    const text = sectionsOf(cite)
      .map((name) => sections.get(name) ?? '')
      .join('\n');
    const printed: readonly string[] = text.match(/\d+(?:\.\d+)?/g) ?? [];
    return !printed.includes(number);
  });
  expect(missing.map(({ where, number, cite }) => `${where}: ${number} in ${sectionsOf(cite).join(', ')}`)).toEqual([]);
});

it('gives a group as many points as its items have together', () => {
  const cards = opened.flatMap(({ scorecard }) => scorecard ?? []);
  expect(cards.length).toBe(5);
  for (const { groups, items } of cards) {
    for (const { id, max } of groups) {
      const own = items.filter(({ group }) => group === id).map((item) => item.max);
      expect(own.reduce((sum, points) => sum + points, 0)).toBe(max);
    }
  }
});
