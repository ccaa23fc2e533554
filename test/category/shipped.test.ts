// Every shipped definition opens and keeps its own tests; generated.test.ts holds its digest against the record.
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { runDefinitionTests } from '../../src/category/test.ts';

const catalog = await openCatalog();

/** Members of a definition that people read. */
const spoken = new Set(['hint', 'title', 'label', 'ask', 'note', 'message', 'reason', 'text', 'meaning']);
const entries = await catalog.list();

it('ships the categories of the manual', () => {
  expect(entries.map(({ id }) => id)).toContain('jiangsu/2021/product');
});

describe.each(entries.map(({ id }) => id))('%s', (id) => {
  it('keeps its own tests', async () => {
    const { passed, failures } = runDefinitionTests(await catalog.open(id));
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThan(0);
  });

  it('cites a clause for every metric, criterion, slot and checklist point', async () => {
    const { metrics, criteria, slots, checklist, files } = await catalog.open(id);
    for (const { cite } of [...metrics, ...criteria, ...slots, ...checklist, files])
      expect(cite.length).toBeGreaterThan(0);
  });

  it('speaks of facts by their names where it speaks Chinese', async () => {
    const { definition, vocabulary } = await catalog.open(id);
    const facts = [...vocabulary.values()].flatMap(({ id: fact, fields = new Map() }) => [fact, ...fields.keys()]);
    const ids = new Set(['facts', 'titles', 'attachments', ...facts]);
    const told: string[] = [];
    const walk = (value: unknown, key: string): void => {
      if (typeof value === 'string' && spoken.has(key) && /\p{Script=Han}/u.test(value))
        told.push(
          ...(value.match(/[a-z]\w*/g) ?? []).filter((word) => ids.has(word)).map((word) => `${word}: ${value}`),
        );
      else if (typeof value === 'object' && value !== null)
        for (const [below, one] of Object.entries(value)) walk(one, Array.isArray(value) ? key : below);
    };
    walk(definition, '');
    expect(told).toEqual([]);
  });

  it('freezes to the same text and digest twice', async () => {
    const again = await (await openCatalog()).open(id);
    const once = await catalog.open(id);
    expect(again.flattened).toBe(once.flattened);
    expect(again.sha256).toBe(once.sha256);
  });
});

/** A limit: a figure on one side of a comparison. */
const limit = /[<>]=?\s*-?\d|\d\s*[<>]/;

// Older editions have theirs where the text first stands.
describe.each(entries.flatMap(({ id, year }) => (year < 2026 ? [] : [id])))('%s', (id) => {
  it('tries the border of every numeric condition on both sides', async () => {
    const { definition } = await catalog.open(id);
    const sides = new Map<string, Set<unknown>>();
    for (const { criteria = {}, readings = {} } of definition.tests) {
      const tried = [
        ...Object.entries(criteria),
        ...Object.entries(readings).flatMap(([criterion, read]) =>
          Object.values(read).map((is) => [criterion, is] as const),
        ),
      ];
      for (const [criterion, is] of tried) sides.set(criterion, (sides.get(criterion) ?? new Set()).add(is));
    }
    const untried = Object.entries(definition.criteria).flatMap(([criterion, { rule }]) => {
      const found = sides.get(criterion);
      const isTried = found?.has('met') === true && found.has('not met');
      return limit.test(JSON.stringify(rule)) && !isTried ? [criterion] : [];
    });
    expect(untried).toEqual([]);
  });
});
