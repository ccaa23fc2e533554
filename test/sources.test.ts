// Labels are compared with the manual itself: sections 2.1 to 2.3 of 专精特新小巨人认定用户使用手册, as a scan was read.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../src/category/catalog.ts';

const manual = readFileSync(resolve(import.meta.dirname, 'sources/manual-2021.txt'), 'utf8');
/** Without tags and white space: the scan breaks labels over lines. */
const flat = (text: string): string => text.replace(/<[^>]*>/g, '').replace(/\s/g, '');
const [, product = '', manufacturing = '', innovation = ''] = manual.split(/^2\.[123]\. /m).map(flat);
const printed = { product, 'giant-manufacturing': manufacturing, 'giant-innovation': innovation } as const;
const names = Object.keys(printed) as (keyof typeof printed)[];

const catalog = await openCatalog();
const opened = new Map(
  await Promise.all(names.map(async (name) => [name, await catalog.open(`jiangsu/2021/${name}`)] as const)),
);
const slotsOf = (name: keyof typeof printed) => opened.get(name)?.slots ?? [];

/** A slot as the upload page prints it: a star when required, its label, the button. */
const onPage = (text: string, label: string, required: boolean): boolean =>
  ['浏览...', '[浏览...]'].some((button) => text.includes(`${required ? '*' : '-'}${flat(label)}${button}`));

describe.each(names)('%s', (name) => {
  const text = printed[name];

  it('has every slot that its page prints, and no other', () => {
    const slots = slotsOf(name);
    expect(slots.filter(({ label, required }) => !onPage(text, label, required))).toEqual([]);
    expect(text.split('浏览...').length - 1).toBe(slots.length);
  });

  it('prints no slot label of another page as its own', () => {
    const own = new Set(slotsOf(name).map(({ label }) => label));
    const others = names.flatMap((other) => slotsOf(other)).filter(({ label }) => !own.has(label));
    expect(others.filter(({ label }) => onPage(text, label, true) || onPage(text, label, false))).toEqual([]);
  });

  it('has the labels of its form verbatim', () => {
    const items = opened.get(name)?.form.sections.flatMap((section) => section.items) ?? [];
    const labels = items.flatMap((item) =>
      item.kind === 'field' ? [item.printed ?? item.label] : [item.title, ...item.columns.map(({ label }) => label)],
    );
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label) => !text.includes(flat(label)))).toEqual([]);
  });

  it('has its sections as printed or named', () => {
    const titles = opened.get(name)?.form.sections.flatMap(({ title }) => title ?? []) ?? [];
    expect(titles.filter((title) => !text.includes(flat(title)))).toEqual([]);
  });
});
