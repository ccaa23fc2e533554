// What holds for every shipped category: thresholds are exact, a missing fact never fails, order changes nothing.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsRead, routesOf } from '../../../src/advise/match/clauses.ts';
import { factOf, withFigure } from '../../../src/advise/match/figures.ts';
import { match } from '../../../src/advise/match/match.ts';
import { weigh } from '../../../src/advise/match/weigh.ts';
import { rootFinder } from '../../../src/batch/config.ts';
import { readDossier } from '../../../src/batch/find.ts';
import { openCatalog } from '../../../src/category/catalog.ts';
import type { Category } from '../../../src/category/category.ts';
import { Decimal } from '../../../src/expression/decimal.ts';
import { type Fact, numeric } from '../../../src/expression/types.ts';
import type { Facts, FactValue } from '../../../src/expression/values.ts';

const catalog = await openCatalog();
const ids = (await catalog.list()).map(({ id }) => id);
const categories = await Promise.all(ids.map((id) => catalog.open(id)));
const examples = resolve(import.meta.dirname, '../../../examples');
const ready = readdirSync(examples).filter((name) => existsSync(join(examples, name, 'ready', 'dossier.yaml')));

const matched = async (name: string, ask: readonly string[], set: readonly string[] = []) => {
  const folder = join(examples, name, 'ready');
  const dossier = await readDossier({ folder, shown: name, file: 'dossier.yaml' }, rootFinder());
  return match(dossier, { catalog, today: '2026-11-21', categories: ask, set });
};

/** A value of a fact that is no figure, so that what compares figures is decided. */
function plainOf(fact: Fact | undefined): FactValue | undefined {
  if (fact?.type === 'yes_no') return false;
  if (fact?.type === 'table') return { kind: 'table', rows: [] };
  return fact?.type === 'texts' || fact?.type === 'choices' ? [] : undefined;
}

/** The category with one criterion only, and the facts that it reads. */
const numericCriteria = categories.flatMap((category) =>
  category.criteria.flatMap((criterion) => {
    const routes = routesOf(category, criterion.id);
    if (routes.every(({ comparisons }) => comparisons.length === 0)) return [];
    const read = [...factsRead(category, criterion.rule.names)];
    return [{ name: `${category.id} ${criterion.id}`, category: { ...category, criteria: [criterion] }, read }];
  }),
);

function factsOf(category: Category, read: readonly string[], figures: readonly number[]): Facts {
  let facts: Facts = new Map();
  for (const [index, id] of read.entries()) {
    const fact = factOf(id, category.scope);
    const whole = fact?.type === 'count';
    const value = new Decimal(figures[index % figures.length] ?? 0).div(whole ? 100 : 1).toDecimalPlaces(whole ? 0 : 2);
    const [name = id, field] = id.split('.');
    if (fact !== undefined && numeric.has(fact.type)) {
      if (category.vocabulary.get(name)?.type !== 'record') facts = withFigure(facts, id, value);
      else {
        const before = facts.get(name);
        const fields = typeof before === 'object' && 'kind' in before && before.kind === 'record' ? before.fields : [];
        facts = new Map(facts).set(name, { kind: 'record', fields: new Map([...fields, [field ?? '', value]]) });
      }
    } else {
      const plain = plainOf(fact);
      if (plain !== undefined && field === undefined) facts = new Map(facts).set(id, plain);
    }
  }
  return facts;
}

describe('the value that is reached', () => {
  it('meets the criterion, and one step nearer does not, in every shipped definition', () => {
    expect(numericCriteria.length).toBeGreaterThan(60);
    const reachedOnce = new Set<string>();
    const figure = fc.integer({ min: 0, max: 2_000_000 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(
        fc.constantFrom(...numericCriteria),
        fc.array(figure, { minLength: 9, maxLength: 9 }),
        ({ name, category, read }, figures) => {
          const facts = factsOf(category, read, figures);
          const asOf = `${category.definition.year}-06-01`;
          const [criterion] = weigh(category, facts, asOf).criteria;
          for (const { id, now, at } of criterion?.reached ?? []) {
            reachedOnce.add(name);
            const unit = new Decimal(factOf(id, category.scope)?.type === 'count' ? 1 : '0.01');
            const is = (value: Decimal) => weigh(category, withFigure(facts, id, value), asOf).criteria[0]?.is;
            const value = new Decimal(at);
            expect([name, id, is(value)]).toEqual([name, id, 'met']);
            const nearer = value.gt(now) ? value.minus(unit) : value.plus(unit);
            expect([name, id, is(nearer)]).not.toEqual([name, id, 'met']);
          }
        },
      ),
      { numRuns: 250 },
    );
    expect(reachedOnce.size).toBeGreaterThan(20);
  });
});

describe('every ready example against every category', () => {
  it.each(ready)('%s: no crash, and the order of the categories changes nothing', async (name) => {
    const { matched: found } = await matched(name, ids);
    expect(found.categories).toHaveLength(ids.length);
    expect(found.unread).toBe(0);
    const { matched: again } = await matched(name, [...ids].reverse());
    expect(again).toEqual(found);
    const own = found.categories.find(({ id }) => id === found.category);
    expect(own?.counts).toMatchObject({ notMet: 0, undecided: 0 });
  });
});

describe('a fact that is missing', () => {
  /** Conditions that ask whether figures are given at all: there absence is an answer. */
  const asksWhetherGiven = (category: Category, criterion: string): boolean =>
    JSON.stringify(category.definition.criteria[criterion]?.rule).includes('given(');

  it.each(['jiangsu-2021-giant-manufacturing', 'national-2025-little-giant'])(
    '%s: taking any fact away fails no criterion',
    async (name) => {
      const { form, matched: found } = await matched(name, ids);
      const failed = (category: Category, facts: Facts): readonly string[] =>
        weigh(category, facts, found.asOf)
          .criteria.filter((one) => one.is === 'not met' && !asksWhetherGiven(category, one.id))
          .map(({ id }) => id);
      let compared = 0;
      for (const category of categories) {
        const before = failed(category, form.facts);
        const read = new Set([
          ...factsRead(
            category,
            category.criteria.flatMap((one) => [...one.rule.names]),
          ),
        ]);
        for (const fact of form.facts.keys()) {
          if (![...read].some((id) => id.split('.')[0] === fact)) continue;
          const without = new Map(form.facts);
          without.delete(fact);
          compared += 1;
          expect([category.id, fact, failed(category, without).filter((id) => !before.includes(id))]).toEqual([
            category.id,
            fact,
            [],
          ]);
        }
      }
      expect(compared).toBeGreaterThan(100);
    },
  );
});
