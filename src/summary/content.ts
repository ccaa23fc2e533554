// What can stand in a cell: it is laid out for a width, then drawn into a box.
import { withoutRemark } from '../characters/folds.ts';
import { type Fonts, fits, widthOf } from './fonts.ts';
import { type Align, baselineIn, heightOf, type Page } from './page.ts';
import { rectangle } from './shapes.ts';
import type { Role } from './structure.ts';
import { type Breaking, breakAfter, breakLines, breakText, type Line, type Span, setLines } from './text.ts';
import { COLOR, LINE, MM, type Style, TYPE } from './tokens.ts';

export type Box = { readonly x: number; readonly top: number; readonly width: number; readonly height: number };

/** Content laid out for a width. `split` parts it at a height when that leaves something on both sides. */
export type Laid = {
  readonly height: number;
  draw(page: Page, box: Box): void;
  /** What it is, where it is more than a paragraph. */
  readonly role?: Role;
  split?(height: number): readonly [Laid, Laid] | undefined;
};

export type Content = (fonts: Fonts, width: number) => Laid;

/** The same content as a heading of its document. */
export const heading =
  (role: 'H2' | 'H3', content: Content): Content =>
  (fonts, width) => {
    const laid = content(fonts, width);
    return { ...laid, role, draw: (page, box) => page.structure.part(role, () => laid.draw(page, box)) };
  };

export const blank: Content = () => ({ height: 0, draw: () => {} });

/** Text in one style; line feeds part paragraphs. */
export const text =
  (value: string, style: Style, align: Align = 'left', how: Breaking = {}): Content =>
  (fonts, width) =>
    laidLines(breakText(fonts, value, style, width, how), style, align);

/** One paragraph of several styles, in lines as high as those of `style`. */
export const spans =
  (parts: readonly Span[], style: Style, align: Align = 'left'): Content =>
  (fonts, width) =>
    laidLines(breakLines(fonts, parts, width), style, align);

/** Lines already broken. */
export function laidLines(lines: readonly Line[], style: Style, align: Align): Laid {
  return {
    height: heightOf(style, lines.length),
    draw: (page, box) => setLines(page, lines, box, style, align),
    split: (height) => {
      const count = Math.floor(height / heightOf(style));
      if (count < 1 || count >= lines.length) return undefined;
      return [laidLines(lines.slice(0, count), style, align), laidLines(lines.slice(count), style, align)];
    },
  };
}

/** Two contents beside each other: `right` on one line at the right edge, `left` in what remains. */
export const sides =
  (left: Content, right: string, style: Style): Content =>
  (fonts, width) => {
    const taken = right === '' ? 0 : widthOf(fonts, right, style) + 2;
    const laid = left(fonts, width - taken);
    return {
      height: Math.max(laid.height, heightOf(style)),
      draw: (page, box) => {
        laid.draw(page, { ...box, width: box.width - taken });
        const top = box.top + (laid.height - heightOf(style)) / 2;
        if (right !== '') page.text(right, box.x + box.width, baselineIn(top, style), style, 'right');
      },
    };
  };

/** Contents below each other, `gap` mm apart. */
export const stack =
  (contents: readonly Content[], gap = 0): Content =>
  (fonts, width) => {
    const laid = contents.map((content) => content(fonts, width));
    const height = laid.reduce((sum, part) => sum + part.height, 0) + gap * Math.max(0, laid.length - 1);
    const draw = (page: Page, box: Box): void => {
      let top = box.top;
      for (const part of laid) {
        const own = { ...box, top, height: part.height };
        if (part.role === undefined) page.structure.paragraph(() => part.draw(page, own));
        else part.draw(page, own);
        top += part.height + gap;
      }
    };
    return { height, draw };
  };

/** A text with a small framed word after it (警告, 转载), on the same line where it fits. */
export const tagged =
  (value: string, style: Style, tag: string | undefined): Content =>
  (fonts, width) => {
    const lines = breakText(fonts, value, style, width);
    if (tag === undefined) return laidLines(lines, style, 'left');
    const wide = widthOf(fonts, tag, TYPE.tiny) + 1.2;
    const last = lines.at(-1);
    const beside = last !== undefined && last.width + 0.8 + wide <= width + 1e-6;
    const height = heightOf(style, lines.length + (beside ? 0 : 1));
    const draw = (page: Page, box: Box): void => {
      setLines(page, lines, box, style);
      const x = box.x + (beside ? last.width + 0.8 : 0);
      const top = box.top + height - heightOf(style);
      const frame = { pen: { color: COLOR.ink, width: LINE.inner } };
      page.shape(rectangle(x, top + heightOf(style) / 2 - 1.75, wide, 3.5, frame));
      const lift = (heightOf(style) - heightOf(TYPE.tiny)) / 2;
      page.text(tag, x + wide / 2, baselineIn(top + lift, TYPE.tiny), TYPE.tiny, 'center');
    };
    return { height, draw };
  };

/** pt */
export const SMALLEST = 7.5;

/** A figure, at the right edge of its cell unless told otherwise. */
export const figure =
  (value: string, style: Style, align: Align = 'right'): Content =>
  (fonts, width) => {
    const fitted = fittingStyle(fonts, [value], style, width);
    return laidLines(breakText(fonts, breakAfter(fonts, value, ',', fitted, width), fitted, width), fitted, align);
  };

/** The style, smaller where a value is wider than `width`: 8, then 7.5 pt. */
function fittingStyle(fonts: Fonts, values: readonly string[], style: Style, width: number): Style {
  const sizes = [style.size, 8, SMALLEST].filter((size) => size <= style.size);
  const allFit = (size: number): boolean => values.every((value) => fits(fonts, value, { ...style, size }, width));
  return { ...style, size: sizes.find(allFit) ?? SMALLEST };
}

/**
 * Printed labels: they break before a unit in brackets when both parts then fit, never inside the brackets. What takes
 * several lines takes them about equally, so that no last syllable stands alone.
 */
export const label =
  (value: string, style: Style, align: Align = 'center'): Content =>
  (fonts, width) => {
    const name = withoutRemark(value).trimEnd();
    const unit = value.slice(name.length).trimStart();
    const whole = (part: string): boolean => fits(fonts, part, style, width);
    if (name !== '' && unit !== '' && !whole(value) && whole(name) && whole(unit)) {
      return laidLines(breakText(fonts, `${name}\n${unit}`, style, width), style, align);
    }
    return laidLines(balanced(fonts, value, style, width), style, align);
  };

/** As few lines as the width allows, none much shorter than the others. */
function balanced(fonts: Fonts, value: string, style: Style, width: number): Line[] {
  const lines = breakText(fonts, value, style, width);
  if (lines.length < 2) return lines;
  const letter = style.size / MM;
  for (let narrower = widthOf(fonts, value, style) / lines.length; narrower < width; narrower += letter / 4) {
    const tried = breakText(fonts, value, style, narrower);
    if (tried.length <= lines.length && tried.every((line) => line.width <= narrower + 1e-6)) return tried;
  }
  return lines;
}
