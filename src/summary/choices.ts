// Printed options with their check boxes: in the line up to eight, in five columns up to sixty (design.md A4).
import { blank, type Content, type Laid, stack, text } from './content.ts';
import type { Fonts } from './fonts.ts';
import { checkBox } from './marks.ts';
import { heightOf } from './page.ts';
import { breakText, type Line, setLines } from './text.ts';
import { MM, type Style, TYPE } from './tokens.ts';

const MOST_IN_LINE = 8;
const MOST_PRINTED = 60;
const COLUMNS = 5;

type Placed = { readonly lines: readonly Line[]; readonly x: number; readonly row: number };
type Look = { readonly style: Style; readonly box: number; readonly gap: number };

const LINE_LOOK: Look = { style: { ...TYPE.value, leading: 6 * MM }, box: 3.1, gap: 4.5 };
const GRID_LOOK: Look = { style: { face: 'song', size: 9, leading: 13.6 }, box: 2.7, gap: 1 };
/** Between a box and its option, mm. */
const SPACE = 0.9;

/** All options with the chosen ones ticked; more than sixty: only the chosen, and how many there are. */
export const choices =
  (options: readonly string[], chosen: readonly string[]): Content =>
  (fonts, width) => {
    if (options.length > MOST_PRINTED) {
      const note = text(`（共 ${options.length} 项可选）`, TYPE.value);
      return stack([chosen.length === 0 ? blank : choices(chosen, chosen), note])(fonts, width);
    }
    const look = options.length > MOST_IN_LINE ? GRID_LOOK : LINE_LOOK;
    const step = options.length > MOST_IN_LINE ? width / COLUMNS : undefined;
    const placed = flow(fonts, width, options, look, step);
    const rows = Math.max(...placed.map(({ row, lines }) => row + lines.length));
    const line = heightOf(look.style);
    const draw: Laid['draw'] = (page, box) => {
      placed.forEach(({ lines, x, row }, index) => {
        const top = box.top + row * line;
        checkBox(page, box.x + x, top + line / 2, look.box, chosen.includes(options[index] ?? ''));
        setLines(page, lines, { x: box.x + x + look.box + SPACE, top, width }, look.style);
      });
    };
    return { height: rows * line, draw };
  };

/** Places options one after another, in columns of `step` mm where given; one wider than the cell takes lines of its own. */
function flow(fonts: Fonts, width: number, options: readonly string[], look: Look, step: number | undefined): Placed[] {
  let x = 0;
  let row = 0;
  let high = 1;
  return options.map((option) => {
    const lines = breakText(fonts, option, look.style, width - look.box - SPACE);
    const own = look.box + SPACE + Math.max(...lines.map((line) => line.width));
    const wide = step === undefined ? own : Math.ceil((own + 0.4) / step - 1e-6) * step;
    if (x > 0 && x + Math.min(wide, width) > width + 1e-6) {
      x = 0;
      row += high;
      high = 1;
    }
    const place = { lines, x, row };
    x += wide + (step === undefined ? look.gap : 0);
    high = Math.max(high, lines.length);
    return place;
  });
}
