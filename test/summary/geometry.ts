// What may not happen on a page: texts that overlap, leave the margins, cross a line of a table, or are too small.
import { expect } from 'vitest';
import { overhang } from '../../src/characters/signs.ts';
import type { DrawnText, Page } from '../../src/summary/page.ts';
import type { Shape } from '../../src/summary/shapes.ts';
import { COLOR, LINE, MM, PAGE } from '../../src/summary/tokens.ts';

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
