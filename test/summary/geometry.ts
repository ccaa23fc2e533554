// What may not happen on a page: texts that overlap, leave the margins, cross a line of a table, or are too small.
import { expect } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { notFirst, notLast, overhang } from '../../src/characters/signs.ts';
import type { DrawnText, Page } from '../../src/summary/page.ts';
import type { Shape } from '../../src/summary/shapes.ts';
import { COLOR, LINE, MM, PAGE, TYPE } from '../../src/summary/tokens.ts';

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** The body of the letters of a text, mm. */
export const boxOf = ({ text, x, baseline, width, style }: DrawnText): Box => ({
  // An opening mark at a line's beginning hangs out with its empty half.
  left: x + (overhang(text[0] ?? '') * style.size) / MM,
  right: x + width,
  top: baseline - (0.8 * style.size) / MM,
  bottom: baseline + (0.08 * style.size) / MM,
});

/** What counts as touching, mm. */
const slight = 0.15;

function overlaps(page: Page): string[] {
  const boxes = page.texts().map((drawn) => ({ drawn, box: boxOf(drawn) }));
  const found: string[] = [];
  boxes.forEach((a, index) => {
    for (const b of boxes.slice(index + 1)) {
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (wide > slight && high > slight) found.push(`${a.drawn.text} × ${b.drawn.text}`);
    }
  });
  return found;
}

/** Frames and inner lines of tables and boxes: the sides of their paths, mm. */
function linesOf({ path, pen }: Shape): Box[] {
  const widths: readonly number[] = [LINE.inner, LINE.outer, LINE.bad];
  if (pen === undefined || !widths.includes(pen.width) || pen.color === COLOR.quiet) return [];
  const points = path.flatMap((segment) => (segment.to === 'move' || segment.to === 'line' ? [segment] : []));
  const sides = points.map((point, index) => [
    point,
    points[index + 1] ?? (path.at(-1)?.to === 'close' ? points[0] : undefined),
  ]);
  return sides.flatMap(([from, to]) =>
    from === undefined || to === undefined || (from.x !== to.x && from.y !== to.y)
      ? []
      : [
          {
            left: Math.min(from.x, to.x),
            right: Math.max(from.x, to.x),
            top: Math.min(from.y, to.y),
            bottom: Math.max(from.y, to.y),
          },
        ],
  );
}

/** Texts through which a line of a table runs: they have left their cell. */
export function crossings(page: Page): string[] {
  const lines = page.shapes.flatMap(linesOf);
  return page.texts().flatMap((drawn) => {
    const box = boxOf(drawn);
    const cut = lines.some(
      (line) =>
        line.left < box.right - slight &&
        line.right > box.left + slight &&
        line.top < box.bottom - slight &&
        line.bottom > box.top + slight,
    );
    return cut ? [drawn.text] : [];
  });
}

/** Fails where a page shows one of them. */
export function expectSound(pages: readonly Page[]): void {
  for (const page of pages) {
    expect(overlaps(page)).toEqual([]);
    expect(crossings(page)).toEqual([]);
    for (const drawn of page.texts()) {
      const box = boxOf(drawn);
      expect(box.left, drawn.text).toBeGreaterThanOrEqual(PAGE.left - 0.1);
      expect(box.right, drawn.text).toBeLessThanOrEqual(PAGE.right + 0.1);
      expect(box.top, drawn.text).toBeGreaterThanOrEqual(12);
      expect(box.bottom, drawn.text).toBeLessThanOrEqual(286);
      expect(drawn.style.size, drawn.text).toBeGreaterThanOrEqual(7);
    }
    const lowest = Math.max(0, ...page.body.map((drawn) => drawn.baseline));
    expect(lowest).toBeLessThanOrEqual(PAGE.bottom);
  }
}

/** How far down its body a page is used, of 1. */
const usedOf = ({ body, shapes }: Page): number => {
  const ends = shapes.flatMap(({ path }) => path.flatMap((step) => (step.to === 'line' ? [step.y] : [])));
  const lowest = Math.max(...body.map(({ baseline }) => baseline), ...ends.filter((y) => y < PAGE.bottom));
  return (lowest - PAGE.top) / (PAGE.bottom - PAGE.top);
};

/** Lines that begin or end with a sign that no line may begin or end with. */
export const wrongBreaks = (pages: readonly Page[]): string[] =>
  pages
    .flatMap(({ body }) => body.map(({ text }) => text.trim()))
    // — stands for what is empty, and an extension goes down whole.
    .filter((text) => [...text].length > 1 && !/^(?:— |\.[a-z]+$)/.test(text))
    .filter((text) => notFirst.has([...text][0] ?? '') || notLast.has([...text].at(-1) ?? ''));

/** mm; below the heads that every page of a table repeats, and between two lines of a cell. */
const HEADS = 20;
const LINE_APART = 6;

/** Whether nothing of its column stands above it: a name in the middle of a cell that goes on begins at the page's top. */
function isFirst({ x, baseline }: DrawnText, { body }: Page): boolean {
  const above = body
    .filter((other) => Math.abs(other.x - x) < 0.5 && other.baseline < baseline - slight)
    .map((other) => other.baseline)
    .sort((a, b) => b - a);
  let top = baseline;
  for (const next of above) if (top - next < LINE_APART) top = next;
  return top < PAGE.top + HEADS || above.every((other) => other >= top || other < PAGE.top + HEADS);
}

/** Fails where a line is broken at a wrong place, something goes on where no page ended, or a page is nearly empty. `ends` are the last pages of their parts. */
export function expectReadable(pages: readonly Page[], ends: ReadonlySet<number> = new Set([pages.length - 1])): void {
  expect(wrongBreaks(pages)).toEqual([]);
  pages.forEach((page, index) => {
    for (const drawn of page.body.filter(({ text }) => text.includes('（续）') || text.includes('（续表）')))
      expect([index > 0, isFirst(drawn, page), drawn.text]).toEqual([true, true, drawn.text]);
    if (!ends.has(index) && page.body.length > 0) expect(usedOf(page), `page ${index + 1}`).toBeGreaterThan(0.25);
  });
}

/** Ids of ours that an assessment knows, but for words of their own that may stand on a page: E-mail, 5G. */
export function idsOf({ category, form, metrics, criteria, inventory, checklist }: Assessment): readonly string[] {
  const items = form.sections.flatMap((section) => section.items);
  const columns = items.flatMap((item) => (item.kind === 'table' ? item.columns : []));
  const members = [
    category,
    ...form.sections,
    ...items,
    ...columns,
    ...metrics,
    ...criteria,
    ...inventory.slots,
    ...checklist,
  ];
  return [...new Set(members.map(({ id }) => id))].filter((id) => /[_/-]/.test(id));
}

/** Texts of pages that show an id of ours. */
export const idsOn = (pages: readonly Page[], ids: readonly string[]): string[] =>
  pages.flatMap((page) => page.texts().map(({ text }) => text)).filter((text) => ids.some((id) => text.includes(id)));

/** Figures of a year in the form that are smaller than 9 pt: what is drawn before the appendices. */
export function smallFigures(pages: readonly Page[], { form }: Assessment): string[] {
  const figures = new Set(
    form.sections
      .flatMap(({ items }) =>
        items.flatMap((item) => (item.kind === 'field' && item.value?.kind === 'years' ? item.value.cells : [])),
      )
      .map(({ value }) => value?.toFixed(2) ?? ''),
  );
  const drawn = pages.flatMap(({ body }) => body);
  const end = drawn.findIndex(({ text }) => text.startsWith('附一'));
  return drawn
    .slice(0, end < 0 ? undefined : end)
    .filter(
      ({ text, style }) =>
        style.size < 9 && /^−?[\d,]+\.\d\d$/.test(text) && figures.has(text.replaceAll(',', '').replace('−', '-')),
    )
    .map(({ text }) => text);
}

/** Headings of appendices below which, on their page, less than a row of a table or two lines stand. */
export const lonelyHeads = (pages: readonly Page[]): string[] =>
  pages.flatMap((page) => {
    const texts = page.texts().filter(({ baseline }) => baseline < PAGE.bottom + 3);
    const lowest = Math.max(...texts.filter(({ text }) => text !== '（接下页）').map(({ baseline }) => baseline));
    const heads = texts.filter(({ text, style }) => /^附[一二三四五]/u.test(text) && style.size === TYPE.appendix.size);
    return heads.filter(({ baseline }) => lowest - baseline < leastBelow).map(({ text }) => text);
  });
/** The heads of a table and a row of one line, mm. */
const leastBelow = 12;
