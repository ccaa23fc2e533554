// Every form that is shipped, filled in: what an official sees on its pages, and what he never does.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { notFirst, notLast } from '../../src/characters/signs.ts';
import type { Page } from '../../src/summary/page.ts';
import { PAGE } from '../../src/summary/tokens.ts';
import { lay } from '../../src/summary/write.ts';
import { draft, final } from './faces.ts';
import { expectSound } from './geometry.ts';
import { readyOf } from './large.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const forms = readdirSync(examples).flatMap((name) =>
  ['ready', 'expected'].flatMap((variant) =>
    existsSync(resolve(examples, name, variant, 'dossier.yaml')) ? [[name, variant] as const] : [],
  ),
);

test('all of them', () => expect(forms.length).toBeGreaterThanOrEqual(22));

/** How far down its body a page is used, of 1. */
const usedOf = ({ body, shapes }: Page): number => {
  const ends = shapes.flatMap(({ path }) => path.flatMap((step) => (step.to === 'line' ? [step.y] : [])));
  return (
    (Math.max(...body.map(({ baseline }) => baseline), ...ends.filter((y) => y < PAGE.bottom)) - PAGE.top) /
    (PAGE.bottom - PAGE.top)
  );
};

describe.each(forms)('%s/%s', async (form, variant) => {
  const ready = await readyOf(form, variant);
  const { pages } = lay(ready, final);
  const texts = pages.map((page) => page.texts().map(({ text }) => text));

  test('is laid out soundly, final and draft', () => {
    expectSound(pages);
    expectSound(lay(ready, draft).pages);
  });

  test('has no id of ours', () => {
    const { sections } = ready.form;
    const items = sections.flatMap((section) => section.items);
    const members = [
      ready.category,
      ...sections,
      ...items,
      ...ready.metrics,
      ...ready.criteria,
      ...ready.inventory.slots,
    ];
    // What is a word of its own may stand on a page: E-mail, 5G.
    const ids = members.map(({ id }) => id).filter((id) => /[_/-]/.test(id));
    expect(ids.length).toBeGreaterThan(8);
    expect(texts.flat().filter((text) => ids.some((id) => text.includes(id)))).toEqual([]);
  });

  test('breaks no text in a table after two or three characters', () => {
    const lines = new Set(texts.flat().map((text) => text.replace(/\s/gu, '')));
    const values = ready.form.sections
      .flatMap(({ items }) => items.flatMap((item) => (item.kind === 'table' ? item.rows : [])))
      .flatMap(({ cells }) => Object.values(cells))
      .map((value) => value.replace(/\s/gu, ''))
      .filter((value) => value.length >= 8 && !value.includes('/'));
    const isBroken = (value: string) => ![...lines].some((line) => line.length > 3 && value.startsWith(line));
    expect(values.filter(isBroken)).toEqual([]);
  });

  test('goes on only where a page ended, and leaves none nearly empty but the last', () => {
    pages.forEach((page, index) => {
      const tops = page.body.filter(({ text }) => text.includes('（续）') || text.includes('（续表）'));
      for (const { text, baseline } of tops)
        expect([index > 0, baseline < PAGE.top + 20, text]).toEqual([true, true, text]);
      if (index < pages.length - 1) expect(usedOf(page), `page ${index + 1}`).toBeGreaterThan(0.25);
    });
  });

  test('breaks no line at a wrong place', () => {
    // — stands for what is empty, and an extension goes down whole.
    const lines = pages
      .flatMap(({ body }) => body.map(({ text }) => text.trim()))
      .filter((text) => [...text].length > 1 && !/^(?:— |\.[a-z]+$)/.test(text));
    const wrong = lines.filter((text) => notFirst.has([...text][0] ?? '') || notLast.has([...text].at(-1) ?? ''));
    expect(wrong).toEqual([]);
  });

  test('shows no verdict without what it rests on', () => {
    const empty = ready.criteria.filter(({ decision }) => decision.is === 'met' && decision.shown === undefined);
    expect(empty.map(({ id }) => id)).toEqual([]);
  });
});
