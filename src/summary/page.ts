// One page while it is laid out: tints, shapes and texts are recorded in mm and drawn later.
import { mayOpen } from '../characters/signs.ts';
import { type Fonts, widthOf } from './fonts.ts';
import type { Link, Target } from './links.ts';
import { line, rectangle, type Shape } from './shapes.ts';
import { type Element, Structure } from './structure.ts';
import { COLOR, LINE, MM, type Style } from './tokens.ts';

/** A text as drawn: one text operator. Lengths in mm, `spacing` in pt. */
export type DrawnText = {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly style: Style;
  /** Extra room wherever the line may open, which justifies it. */
  readonly spacing: number;
  /** What it is a part of; nothing where it is there for the eye only. */
  readonly of: Element | undefined;
};

export type Align = 'left' | 'center' | 'right';

/** Layers of a page in drawing order: tints, (watermark,) shapes, header, body, footer. */
export class Page {
  readonly tints: Shape[] = [];
  readonly shapes: Shape[] = [];
  readonly header: DrawnText[] = [];
  readonly body: DrawnText[] = [];
  readonly footer: DrawnText[] = [];
  readonly links: Link[] = [];
  /** How far all of it stands right of where it was laid out, mm: the inner margin of an even page is on the other side. */
  shifted = 0;
  readonly targets: Target[] = [];
  /** The figures that shapes belong to. */
  readonly figures = new Map<Shape, Element>();
  readonly fonts: Fonts;
  readonly structure: Structure;

  constructor(fonts: Fonts, structure = new Structure()) {
    this.fonts = fonts;
    this.structure = structure;
  }

  tint(x: number, y: number, width: number, height: number, fill: string): void {
    this.tints.push(rectangle(x, y, width, height, { fill }));
  }

  shape(...shapes: Shape[]): void {
    for (const one of shapes) {
      this.shapes.push(one);
      const figure = this.structure.draw(one);
      if (figure !== undefined) this.figures.set(one, figure);
    }
  }

  rule(x1: number, y1: number, x2: number, y2: number, width: number = LINE.inner, color: string = COLOR.ink): void {
    this.shape(line(x1, y1, x2, y2, { color, width }));
  }

  /** Sets a text with its start, middle or end at `x`; answers its width in mm. */
  text(text: string, x: number, baseline: number, style: Style, align: Align = 'left', spacing = 0): number {
    return this.write(this.body, text, x, baseline, style, align, spacing);
  }

  /** The same on a layer of choice. */
  write(
    layer: DrawnText[],
    text: string,
    x: number,
    baseline: number,
    style: Style,
    align: Align = 'left',
    spacing = 0,
  ): number {
    const opened = spacing === 0 ? 0 : (openings(text) * spacing) / MM;
    const width = widthOf(this.fonts, text, style) + opened;
    // Tracking after the last character is not seen, so it must not shift what is centred or right.
    const seen = width - ((style.tracking ?? 0) * style.size) / MM;
    const start = align === 'left' ? x : align === 'right' ? x - seen : x - seen / 2;
    if (text.trim() === '') return width;
    const drawn = { text: text.replaceAll('\n', ' '), x: start, baseline, width: seen, style, spacing };
    // Headers and footers are for the eye: whoever listens knows them from the first page.
    layer.push(layer === this.body ? this.structure.take((of) => ({ ...drawn, of })) : { ...drawn, of: undefined });
    return width;
  }

  /** Moves the page's content to the right. */
  shift(by: number): void {
    this.shifted += by;
  }

  /** All texts in drawing order. */
  texts(): readonly DrawnText[] {
    return [...this.header, ...this.body, ...this.footer];
  }
}

/** Baseline of a line whose box begins at `top` (mm): the middle of the Han body stands in the middle of the box. */
export const baselineIn = (top: number, style: Style): number => top + (style.leading / 2 + 0.38 * style.size) / MM;

/** Height of `lines` lines in mm. */
export const heightOf = (style: Style, lines = 1): number => (style.leading * lines) / MM;

/** How many places of a text may open. */
export function openings(text: string): number {
  const characters = Array.from(text);
  return characters.filter((next, index) => index > 0 && mayOpen(characters[index - 1] ?? '', next)).length;
}
