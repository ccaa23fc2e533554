// The shipped forms at their largest: no text overlaps, crosses a line or leaves the page, and nothing is lost.
import { describe, expect, test } from 'vitest';
import { TYPE } from '../../src/summary/tokens.ts';
import { lay } from '../../src/summary/write.ts';
import { draft, final } from '../summary/faces.ts';
import { expectReadable, expectSound, idsOf, idsOn, smallFigures } from '../summary/geometry.ts';
import { FILES, FORMS, LETTERS, largeOf, longName, NAME, PROFILE, ROWS, readyOf, rowName } from '../summary/large.ts';

test('the measures are what they say', () => {
  expect([...NAME]).toHaveLength(40);
  expect([...PROFILE]).toHaveLength(LETTERS);
  expect([...longName(7)]).toHaveLength(80);
});

describe.each(FORMS)('%s', async (form) => {
  const large = largeOf(await readyOf(form));
  const { pages } = lay(large, final);
  const drawn = pages.flatMap((page) => page.body);

  test('is laid out without overlap, final and draft', () => {
    for (const each of [pages, lay(large, draft).pages]) {
      expectSound(each);
      expectReadable(each);
      expect(idsOn(each, idsOf(large))).toEqual([]);
      expect(smallFigures(each, large)).toEqual([]);
    }
  });

  test('has each row of its tables once, in order', () => {
    const items = large.form.sections.flatMap((section) => section.items);
    const tables = items.filter((item) => item.kind === 'table' && item.rows.length > 0);
    const rows = drawn.flatMap(({ text }) => /^行\d{4}$/.exec(text)?.[0] ?? []);
    const all = Array.from({ length: ROWS }, (_, index) => rowName(index));
    expect(rows).toEqual(tables.flatMap(() => all));
    if (form.endsWith('product') || form.startsWith('national')) expect(tables.length).toBeGreaterThan(1);
  });

  test('lists each file once, in order', () => {
    const files = drawn.flatMap(({ text }) => /(\d{4})\.pdf$/.exec(text)?.[1] ?? []).map(Number);
    expect(files).toEqual(Array.from({ length: FILES }, (_, index) => index));
  });

  test('has every character of its long texts', () => {
    const body = drawn.filter(({ style }) => style.leading === TYPE.body.leading).map(({ text }) => text);
    const texts = large.form.sections.flatMap(({ items }) =>
      items.filter((item) => item.kind === 'field' && item.type === 'long_text'),
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(body.join('').replace(/\s/g, '').split(PROFILE.replace(/\s/g, '')).length - 1).toBe(texts.length);
  });
});
