// Breaks text into lines of a width and sets them: ragged or justified.
import { isScript, notFirst, notLast, overhang, seam } from '../characters/signs.ts';
import { type Fonts, fits, widthOf } from './fonts.ts';
import { type Align, baselineIn, heightOf, openings, type Page } from './page.ts';
import { MM, type Style } from './tokens.ts';

/** A piece of text in one style. */
export type Span = { readonly text: string; readonly style: Style };

/** A line ready to be set; `width` in mm without trailing spaces; `hangs` as far before its edge, mm. */
export type Line = {
  readonly spans: readonly Span[];
  readonly width: number;
  readonly hangs: number;
  readonly last: boolean;
};

export type Breaking = {
  /** Indent of the first line, mm. */
  readonly indent?: number;
  /** Break between any two characters (file names), but not inside an extension at the end. */
  readonly anywhere?: boolean;
};

/** `before`: room to the glyph before it on a line; `hangs`: how far it may begin before the edge of one; mm. */
type Glyph = {
  readonly text: string;
  readonly style: Style;
  readonly width: number;
  readonly before: number;
  readonly hangs: number;
};

/** A run that is wider than the line may be broken when at least so many characters stand before the break. */
const RUN_PART = 12;
/** A justified line may open by at most this much at each place where it may, em. */
export const MOST_SPACING = 0.12;

/** Lines of one paragraph. Always at least one. */
export function breakLines(fonts: Fonts, spans: readonly Span[], width: number, how: Breaking = {}): Line[] {
  const glyphs = spans.flatMap(({ text, style }) => {
    let last: string | undefined;
    return Array.from(text, (character): Glyph => {
      const em = fonts.advance(style.face, character) + (style.tracking ?? 0);
      const room = last === undefined ? 0 : seam(last, character);
      last = character;
      const mm = style.size / MM;
      return { text: character, style, width: em * mm, before: room * mm, hangs: overhang(character) * mm };
    });
  });
  const characters = glyphs.map((glyph) => glyph.text);
  const free = how.anywhere ? anywhere(characters) : breakable(characters);
  const lines: Line[] = [];
  let start = 0;
  do {
    const room = width - (start === 0 ? (how.indent ?? 0) : 0);
    const end = endOfLine(glyphs, free, start, room, width);
    lines.push(asLine(glyphs.slice(start, end), end >= glyphs.length));
    start = end;
  } while (start < glyphs.length);
  return lines;
}

/** Lines of a text in one style; line feeds part paragraphs. */
export function breakText(fonts: Fonts, text: string, style: Style, width: number, how: Breaking = {}): Line[] {
  return text.split('\n').flatMap((paragraph) => breakLines(fonts, [{ text: paragraph, style }], width, how));
}

function endOfLine(glyphs: Glyph[], free: boolean[], start: number, room: number, full: number): number {
  const fit = fitting(glyphs, start, room);
  if (fit >= glyphs.length) return glyphs.length;
  let end = fit;
  while (end > start && !free[end]) end--;
  const next = free.indexOf(true, end + 1);
  const runEnd = next === -1 ? glyphs.length : next;
  const overlong = total(glyphs, end, runEnd) > full;
  if (end > start && !(overlong && fit - end >= RUN_PART)) return end;
  let forced = Math.max(fit, start + 1);
  while (forced > start + 1 && offends(glyphs[forced - 1]?.text ?? '', glyphs[forced]?.text ?? '')) forced--;
  return forced;
}

/** Index after the last glyph that fits; spaces that follow it hang over. */
function fitting(glyphs: Glyph[], start: number, room: number): number {
  let used = 0;
  let index = start;
  for (; index < glyphs.length; index++) {
    const glyph = glyphs[index];
    if (!glyph) break;
    used += index === start ? glyph.width - glyph.hangs : glyph.before + glyph.width;
    if (used > room + 1e-6 && !isSpace(glyph)) break;
  }
  return index;
}

const isSpace = (glyph: Glyph): boolean => glyph.text === ' ' || glyph.text === '\u3000';
/** Width of glyphs as they stand on a line of their own. */
const total = (glyphs: Glyph[], from: number, to: number): number =>
  glyphs
    .slice(from, to)
    .reduce((sum, glyph, index) => sum + (index === 0 ? glyph.width - glyph.hangs : glyph.before + glyph.width), 0);

function asLine(glyphs: Glyph[], last: boolean): Line {
  let end = glyphs.length;
  while (end > 0 && isSpace(glyphs[end - 1] as Glyph)) end--;
  const kept = glyphs.slice(0, end);
  const spans: Span[] = [];
  for (let from = 0; from < kept.length; ) {
    const { style } = kept[from] as Glyph;
    let to = from + 1;
    while (kept[to]?.style === style) to++;
    const texts = kept.slice(from, to).map(({ text }) => text);
    spans.push({ text: texts.join(''), style });
    from = to;
  }
  return { spans, width: total(kept, 0, kept.length), hangs: kept[0]?.hangs ?? 0, last };
}

/** Sets lines below each other from `top`, all in boxes of the height of `style`. */
export function setLines(
  page: Page,
  lines: readonly Line[],
  box: { x: number; top: number; width: number },
  style: Style,
  align: Align = 'left',
): void {
  lines.forEach((line, index) => {
    const slack = align === 'left' ? 0 : align === 'right' ? box.width - line.width : (box.width - line.width) / 2;
    setLine(page, line, box.x + slack, box.top + heightOf(style, index), style, 0);
  });
}

/** Sets one line; `spacing` in pt opens it where it may open. */
export function setLine(page: Page, line: Line, x: number, top: number, style: Style, spacing: number): void {
  let at = x - line.hangs;
  for (const span of line.spans) at += page.text(span.text, at, baselineIn(top, style), span.style, 'left', spacing);
}

/** Spacing (pt) that fills `width` (mm), or 0 when the line is the last or would open too far. */
export function justify(line: Line, width: number, size: number): number {
  const count = line.spans.reduce((sum, span) => sum + openings(span.text), 0);
  if (line.last || count === 0) return 0;
  const spacing = ((width - line.width) * MM) / count;
  return spacing > 0 && spacing <= MOST_SPACING * size ? spacing : 0;
}

/** The text with line feeds after some of its separators, so that each line fits where that is possible. */
export function breakAfter(fonts: Fonts, text: string, separator: string, style: Style, width: number): string {
  const parts = text.split(separator).map((part, index, all) => (index < all.length - 1 ? part + separator : part));
  const lines: string[] = [];
  for (const part of parts) {
    const open = lines.at(-1);
    if (open !== undefined && fits(fonts, open + part, style, width)) lines[lines.length - 1] = open + part;
    else lines.push(part);
  }
  return lines.join('\n');
}

/** The text, cut with … where it is wider than `most` mm. */
export function cut(fonts: Fonts, text: string, style: Style, most: number): string {
  if (fits(fonts, text, style, most)) return text;
  const characters = Array.from(text);
  while (characters.length > 0 && widthOf(fonts, `${characters.join('')}…`, style) > most) characters.pop();
  return `${characters.join('')}…`;
}

/** Letters, digits and the signs among them; Han has letters too, but breaks between any two. */
const RUN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}.,/:@_+\-%±≤≥<>≈~°′″×·]/u;
const WORD = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;
const SPACE = /[ \u3000]/;
const MARK = /\p{M}|\u200D/u;
const QUANTITY =
  /(?<![0-9.,])[.,]*[0-9][0-9.,]*[ \u00A0]?(?:[%％‰℃]|[万亿]?(?:元|年|月|日|件|项|人|台|个|名|家|次|号)|[万亿])|〔[0-9]{4}〕(?:第?[0-9]+号)?/gu;
/** A sign and the figure after it. */
const SIGNED = /[≥≤<>] (?=\S)/gu;

/**
 * For each character whether a line may begin with it. The first is always true.
 * @param characters code points of one paragraph
 */
export function breakable(characters: readonly string[]): boolean[] {
  const free = characters.map((next, index) => index === 0 || mayPart(characters[index - 1] ?? '', next));
  for (const match of characters.join('').matchAll(QUANTITY)) {
    const from = Array.from(match.input.slice(0, match.index)).length;
    const length = Array.from(match[0]).length;
    for (let index = from + 1; index < from + length; index++) free[index] = false;
  }
  for (const { index, input } of characters.join('').matchAll(SIGNED))
    free[Array.from(input.slice(0, index)).length + 2] = false;
  return free;
}

/** The same for a file name, which may be broken anywhere but in its extension and beside marks. */
export function anywhere(characters: readonly string[]): boolean[] {
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(characters.join(''))?.[0].length ?? 0;
  return characters.map(
    (next, index) =>
      index === 0 ||
      index === characters.length - extension ||
      (index < characters.length - extension && !offends(characters[index - 1] ?? '', next)),
  );
}

/** Whether a line may end after `last` and the next begin with `first`. */
function mayPart(last: string, first: string): boolean {
  if (isScript(first) || SPACE.test(first) || MARK.test(first) || first === '\u00A0' || last === '\u00A0') return false;
  if (offends(last, first)) return false;
  // What is raised or lowered belongs to the run: Pa·m³/s.
  if ((RUN.test(last) || isScript(last)) && RUN.test(first)) return false;
  if (WORD.test(last) && first === '(') return false;
  return !(last === ')' && WORD.test(first));
}

/** Whether a forced break here would offend the rules for the ends of lines. */
const offends = (last: string, first: string): boolean => notFirst.has(first) || notLast.has(last);
