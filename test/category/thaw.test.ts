// The frozen definition of a bundle opens again as the same category; a stranger's is refused without harm.
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { thaw } from '../../src/category/thaw.ts';

const catalog = await openCatalog();
const categories = await catalog.list();
const known = await catalog.known();

describe('a shipped category', () => {
  it.each(categories.map(({ id }) => id))('%s freezes, opens again and freezes to the same text', async (id) => {
    const { flattened, sha256 } = await catalog.open(id);
    expect(thaw(flattened, known)).toMatchObject({ id, flattened, sha256 });
  });
});

describe('a stranger', () => {
  it.each([
    ['text that is no JSON', '{', 'JSON'],
    ['a list ten thousand deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'depth'],
    ['half a million values', JSON.stringify(Array.from({ length: 500_000 }, () => 0)), 'size'],
    ['another shape', '{"id":"a/2021/b","definition":{},"facts":[],"lists":{}}', 'facts'],
    ['an id with a way up', '{"id":"../2021/b","definition":{},"facts":{},"lists":{}}', 'id'],
    [
      'a definition with nothing in it',
      '{"id":"a/2021/b","definition":{},"facts":{},"lists":{}}',
      'key-missing format',
    ],
  ])('gives %s: refused', (_, text, detail) => {
    expect(thaw(text, known)).toEqual({ detail });
  });

  it('gives an expression that would take for ever: refused', async () => {
    const { flattened } = await catalog.open('jiangsu/2021/product');
    const frozen = JSON.parse(flattened) as { definition: { criteria: Record<string, { rule: unknown }> } };
    const first = Object.values(frozen.definition.criteria)[0];
    if (first === undefined) throw new Error('no criterion');
    first.rule = { assert: `[1].all(a, [1].all(b, [1].all(c, [1].all(d, true))))` };
    const thawed = thaw(JSON.stringify(frozen), known);
    expect('detail' in thawed && thawed.detail).toMatch(/^[a-z-]+ criteria\./);
  });
});
