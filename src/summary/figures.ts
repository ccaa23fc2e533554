// A figure in a cell: on one line in the size of its style, else smaller, else parted after a comma.
import type { Content } from './content.ts';
import { laidLines } from './content.ts';
import { type Fonts, widthOf } from './fonts.ts';
import { breakAfter, breakText } from './text.ts';
import type { Style } from './tokens.ts';

/** pt */
export const SMALLEST = 7.5;

/** A figure at the right edge of its cell. */
export const figure =
  (value: string, style: Style): Content =>
  (fonts, width) => {
    const fitted = fittingStyle(fonts, [value], style, width);
    return laidLines(breakText(fonts, breakAfter(fonts, value, ',', fitted, width), fitted, width), fitted, 'right');
  };

/** The style, smaller where a value is wider than `width`: 8, then 7.5 pt. */
function fittingStyle(fonts: Fonts, values: readonly string[], style: Style, width: number): Style {
  const sizes = [style.size, 8, SMALLEST].filter((size) => size <= style.size);
  const fits = (size: number): boolean => values.every((value) => widthOf(fonts, value, { ...style, size }) <= width);
  return { ...style, size: sizes.find(fits) ?? SMALLEST };
}
