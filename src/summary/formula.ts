// Breaks a formula before an operator of the lowest depth, so that what belongs together stays together.
import { type Content, laidLines } from './content.ts';
import { type Fonts, widthOf } from './fonts.ts';
import { breakText } from './text.ts';
import type { Style } from './tokens.ts';

/** The weaker an operator binds, the rather a line begins with it. */
const BINDING: Record<string, number> = { '=': 0, '+': 1, '−': 1, '-': 1, '×': 2, '÷': 2 };

export const formula =
  (value: string, style: Style): Content =>
  (fonts, width) =>
    laidLines(
      formulaLines(fonts, value, style, width).flatMap((line) => breakText(fonts, line, style, width)),
      style,
      'left',
    );

/** A line is short below this part of the width. */
const SHORT = 4;

/** The lines of a formula; one without a fitting operator is left too long for the caller to break. */
export function formulaLines(fonts: Fonts, value: string, style: Style, width: number): string[] {
  const lines: string[] = [];
  let rest = value;
  let depth = 0;
  while (widthOf(fonts, rest, style) > width) {
    const cut = bestCut(fonts, rest, style, width, depth);
    if (cut === undefined) break;
    const line = rest.slice(0, cut.at);
    depth = cut.depth;
    lines.push(line.trimEnd());
    rest = rest.slice(cut.at);
  }
  return [...lines, rest];
}

/** The last fitting operator with a space before it that stands least deep and binds least. */
function bestCut(fonts: Fonts, text: string, style: Style, width: number, from: number) {
  let depth = from;
  const cuts: { at: number; depth: number; rank: number }[] = [];
  for (let at = 1; at < text.length; at++) {
    const character = text[at - 1] ?? '';
    if (character === '(') depth++;
    if (character === ')') depth--;
    const binding = BINDING[text[at] ?? ''];
    if (binding === undefined || character !== ' ') continue;
    if (widthOf(fonts, text.slice(0, at).trimEnd(), style) > width) break;
    cuts.push({ at, depth, rank: depth * 4 + binding });
  }
  const lowest = Math.min(...cuts.map(({ rank }) => rank));
  const best = cuts.filter(({ rank }) => rank === lowest);
  const last = best.at(-1);
  const before = best.at(-2);
  if (!last || !before) return last;
  // A mere `× 100` does not stand on a line of its own where more can go down with it.
  const short = widthOf(fonts, text.slice(last.at), style) < width / SHORT;
  return short && widthOf(fonts, text.slice(before.at), style) <= width ? before : last;
}
