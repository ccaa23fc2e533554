// Check boxes, decision marks and number discs: drawn, because the faces have no glyphs for them.
import type { Decision } from '../assessment.ts';
import { decisionWords } from '../findings/states.ts';
import type { Content } from './content.ts';
import { baselineIn, heightOf, type Page } from './page.ts';
import { circle, closed, halfDisc, line, polyline, rectangle, type Shape } from './shapes.ts';
import { COLOR, MM, type Style, TYPE } from './tokens.ts';

export const WORDS: Record<Decision['is'], string> = decisionWords.zh;

/** Shapes of a mark in a square of `size` mm, designed on 12 units; `line` widths there are 1 unit ≈ 0.78 pt at 3.3 mm. */
export function mark(is: Decision['is'], x: number, top: number, size: number): Shape[] {
  const unit = size / 12;
  const at = (px: number, py: number): [number, number] => [x + px * unit, top + py * unit];
  const width = (units: number): number => units * unit * MM;
  const [cx, cy] = at(6, 6);
  const ring = (color: string, dash?: number[]): Shape =>
    circle(cx, cy, 5.2 * unit, { pen: { color, width: width(1), ...(dash ? { dash: dash.map(width) } : {}) } });
  switch (is) {
    case 'met': {
      const pen = { color: COLOR.accent, width: width(1.3) };
      return [ring(COLOR.accent), polyline([at(3.3, 6.2), at(5.3, 8.3), at(8.8, 3.9)], pen)];
    }
    case 'not met': {
      const pen = { color: COLOR.white, width: width(1.4) };
      const disc = circle(cx, cy, 5.7 * unit, { fill: COLOR.red });
      return [disc, polyline([at(3.7, 3.7), at(8.3, 8.3)], pen), polyline([at(8.3, 3.7), at(3.7, 8.3)], pen)];
    }
    case 'undecided':
      return [halfDisc(cx, cy, 5.2 * unit, COLOR.ochre), ring(COLOR.ochre)];
    case 'advice': {
      const pen = { color: COLOR.quiet, width: width(1) };
      return [closed([at(6, 0.8), at(11.2, 6), at(6, 11.2), at(0.8, 6)], { pen })];
    }
    case 'unknown': {
      const [left, middle] = at(3.9, 6);
      const bar = line(left, middle, left + 4.2 * unit, middle, { color: COLOR.quiet, width: width(1.2) });
      return [ring(COLOR.quiet, [1.6, 1.35]), bar];
    }
  }
}

/** A mark and its word, the mark in the middle of the line. */
export const decided =
  (is: Decision['is'], style: Style, size: number, more = '', says = WORDS[is]): Content =>
  () => ({
    height: heightOf(style),
    draw: (page, box) => {
      page.shape(...mark(is, box.x, box.top + (heightOf(style) - size) / 2, size));
      const word = page.text(says, box.x + size + 1, baselineIn(box.top, style), style);
      if (more !== '') page.text(more, box.x + size + 4.5 + word, baselineIn(box.top, style), style);
    },
  });

/** An empty or ticked box of `size` mm whose middle stands at `middle`; the tick is a glyph, so that it can be copied. */
export function checkBox(page: Page, x: number, middle: number, size: number, ticked: boolean): void {
  const inset = 0.2;
  const side = size - 2 * inset;
  page.shape(rectangle(x + inset, middle - side / 2, side, side, { pen: { color: COLOR.ink, width: 0.66 } }));
  if (!ticked) return;
  const style: Style = { face: 'hei', size: (9 * size) / 3.1, leading: 0, stroke: 0.06 };
  page.text('✓', x + size / 2, middle + (0.38 * style.size) / MM, style, 'center');
}

/** Diameter of a number disc, mm. */
export const DISC = 3.6;
/** Beside a disc, mm. */
export const DISC_GAP = 0.8;

/** A red disc with the number of an error, its centre at x, y. */
export function numberDisc(page: Page, x: number, y: number, number: number): void {
  page.shape(circle(x, y, DISC / 2, { fill: COLOR.red }));
  const text = String(number);
  // White digits are seen on the disc alone, and two of full size fill it.
  const size = TYPE.tiny.size * Math.min(1, 2.2 / text.length);
  const style: Style = { ...TYPE.tiny, size, color: COLOR.white, stroke: 0.024 };
  // Hei digits stand 0.733 em high, so their middle lies a little below that of the Han body.
  page.text(text, x, y + (0.366 * size) / MM, style, 'center');
}
