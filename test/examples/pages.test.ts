// Every form that is shipped, filled in: what an official sees on its pages, and what he never does.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lay } from '../../src/summary/write.ts';
import { draft, final } from '../summary/faces.ts';
import { expectReadable, expectSound, idsOf, idsOn, lonelyHeads, smallFigures } from '../summary/geometry.ts';
import { readyOf } from '../summary/large.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const forms = readdirSync(examples).flatMap((name) =>
  ['ready', 'expected'].flatMap((variant) =>
    existsSync(resolve(examples, name, variant, 'dossier.yaml')) ? [[name, variant] as const] : [],
  ),
);

test('all of them', () => expect(forms.length).toBeGreaterThanOrEqual(22));

describe.each(forms)('%s/%s', async (form, variant) => {
  const ready = await readyOf(form, variant);
  const { pages } = lay(ready, final);
  const drafted = lay(ready, draft).pages;
  const texts = pages.map((page) => page.texts().map(({ text }) => text));

  test('is laid out soundly, final and draft', () => {
    expectSound(pages);
    expectSound(drafted);
    expect(lonelyHeads([...pages, ...drafted])).toEqual([]);
  });

  test('has no id of ours, and no figure of a year below 9 pt', () => {
    const ids = idsOf(ready);
    expect(ids.length).toBeGreaterThan(8);
    for (const each of [pages, drafted]) {
      expect(idsOn(each, ids)).toEqual([]);
      expect(smallFigures(each, ready)).toEqual([]);
    }
  });

  test('breaks no text in a table after two or three characters', () => {
    const lines = new Set(texts.flat().map((text) => text.replace(/[\s,]/gu, '')));
    const values = ready.form.sections
      .flatMap(({ items }) => items.flatMap((item) => (item.kind === 'table' ? item.rows : [])))
      .flatMap(({ cells }) => Object.values(cells))
      .map((value) => value.replace(/[\s,]/gu, ''))
      .filter((value) => value.length >= 8 && !value.includes('/'));
    const isBroken = (value: string) => ![...lines].some((line) => line.length > 3 && value.startsWith(line));
    expect(values.filter(isBroken)).toEqual([]);
  });

  test('goes on only where a page ended, leaves none nearly empty, and breaks no line at a wrong place', () => {
    expectReadable(pages);
    expectReadable(drafted);
  });

  test('shows no verdict without what it rests on', () => {
    const empty = ready.criteria.filter(({ decision }) => decision.is === 'met' && decision.shown === undefined);
    expect(empty.map(({ id }) => id)).toEqual([]);
  });
});
