// Draws recorded pages into a PDF: tints, watermark, shapes, then texts in order.
import {
  appendBezierCurve,
  beginText,
  closePath,
  concatTransformationMatrix,
  drawObject,
  endPath,
  endText,
  fill,
  fillAndStroke,
  LineJoinStyle,
  lineTo,
  moveTo,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
  setCharacterSpacing,
  setDashPattern,
  setFillingRgbColor,
  setFontAndSize,
  setLineJoin,
  setLineWidth,
  setStrokingRgbColor,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  stroke,
  TextRenderingMode,
} from 'pdf-lib';
import { mayOpen, seam } from '../characters/signs.ts';
import type { Embedded } from './embed.ts';
import { type FontKey, type Fonts, type Run, runsOf } from './fonts.ts';
import type { DrawnText, Page } from './page.ts';
import type { Segment, Shape } from './shapes.ts';
import type { Element } from './structure.ts';
import { COLOR, MM, PAGE } from './tokens.ts';

const resourceOf = (key: FontKey): string => (key === 'song' ? 'Song' : key === 'hei' ? 'Hei' : `More${key + 1}`);

/** The marks of a page: each text and figure shape by the number of the sequence it is drawn in, and whose that is. */
export type Marks = { readonly of: ReadonlyMap<object, number>; readonly owners: readonly Element[] };

/** Adds one recorded page to the document. `watermark` is a form drawn between tints and shapes. */
export function drawPage(document: PDFDocument, page: Page, embedded: Embedded, watermark?: PDFRef): Marks {
  const sheet = document.addPage([PAGE.width * MM, PAGE.height * MM]);
  for (const [key, font] of embedded) sheet.node.setFontDictionary(PDFName.of(resourceOf(key)), font.ref);
  if (watermark) sheet.node.setXObject(PDFName.of('Mark'), watermark);
  const shift = page.shifted === 0 ? [] : [concatTransformationMatrix(1, 0, 0, 1, across(page.shifted), 0)];
  const { operators, ...marks } = marked([
    ...page.tints.map((tint) => ({ drawn: tint, operators: shapeOperators(tint) })),
    ...(watermark ? [{ drawn: {}, operators: [drawObject('Mark')] }] : []),
    ...page.shapes.map((shape) => ({ drawn: shape, of: page.figures.get(shape), operators: shapeOperators(shape) })),
    ...page.texts().map((text) => ({ drawn: text, of: text.of, operators: textOperators(text, page.fonts, embedded) })),
  ]);
  sheet.pushOperators(...shift, ...operators);
  return marks;
}

type Drawn = { readonly drawn: object; readonly of?: Element | undefined; readonly operators: readonly PDFOperator[] };

/** What follows each other in one element stands in one marked sequence; what is for the eye only is an artifact. */
function marked(all: readonly Drawn[]): Marks & { readonly operators: PDFOperator[] } {
  const operators: PDFOperator[] = [];
  const of = new Map<object, number>();
  const owners: Element[] = [];
  all.forEach(({ drawn, of: owner, operators: own }, index) => {
    const before = all[index - 1];
    if (before === undefined || before.of !== owner) {
      if (before !== undefined) operators.push(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
      operators.push(owner === undefined ? artifact() : sequence(owner.role, owners.push(owner) - 1));
    }
    if (owner !== undefined) of.set(drawn, owners.length - 1);
    for (const one of own) operators.push(one);
  });
  if (all.length > 0) operators.push(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  return { operators, of, owners };
}

const artifact = (): PDFOperator => PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]);
const sequence = (role: string, number: number): PDFOperator =>
  PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of(role), `<</MCID ${number}>>`]);

/** Operators of a path given in mm from the top left. */
export function pathOperators(path: readonly Segment[]): PDFOperator[] {
  return path.map((segment) => {
    if (segment.to === 'close') return closePath();
    if (segment.to === 'curve') {
      const [a, b, c, d, e, f] = segment.points;
      return appendBezierCurve(across(a), up(b), across(c), up(d), across(e), up(f));
    }
    return (segment.to === 'move' ? moveTo : lineTo)(across(segment.x), up(segment.y));
  });
}

function shapeOperators(shape: Shape): PDFOperator[] {
  const operators = [pushGraphicsState()];
  if (shape.fill) operators.push(setFillingRgbColor(...rgb(shape.fill)));
  if (shape.pen) {
    operators.push(setStrokingRgbColor(...rgb(shape.pen.color)), setLineWidth(shape.pen.width));
    if (shape.pen.dash) operators.push(setDashPattern([...shape.pen.dash], 0));
  }
  const paint = shape.fill ? (shape.pen ? fillAndStroke() : fill()) : shape.pen ? stroke() : endPath();
  return [...operators, ...pathOperators(shape.path), paint, popGraphicsState()];
}

function textOperators(drawn: DrawnText, fonts: Fonts, embedded: Embedded): PDFOperator[] {
  const { style } = drawn;
  const color = rgb(style.color ?? COLOR.ink);
  const operators = [pushGraphicsState(), setFillingRgbColor(...color)];
  if (style.stroke) {
    operators.push(
      setTextRenderingMode(TextRenderingMode.FillAndOutline),
      setLineWidth(rounded(style.stroke * style.size)),
      setLineJoin(LineJoinStyle.Round),
      setStrokingRgbColor(...color),
    );
  }
  const tracking = (style.tracking ?? 0) * style.size;
  if (tracking !== 0) operators.push(setCharacterSpacing(rounded(tracking)));
  operators.push(beginText());
  operators.push(setTextMatrix(1, 0, 0, 1, across(drawn.x), up(drawn.baseline)));
  for (const one of runOperators(drawn, runsOf(fonts, style.face, drawn.text), tracking, embedded)) operators.push(one);
  operators.push(endText());
  // Restoring the graphics state also resets character spacing and rendering mode.
  return [...operators, popGraphicsState()];
}

/** Shows runs one after the other. A sign leaves the line, so that what follows it begins at a place of its own. */
function runOperators(drawn: DrawnText, runs: readonly Run[], tracking: number, embedded: Embedded): PDFOperator[] {
  const { size } = drawn.style;
  const [left, base] = [drawn.x * MM, (PAGE.height - drawn.baseline) * MM];
  let at = left;
  let moved = false;
  return runs.flatMap(({ key, text, width, parts }, index) => {
    const from = at;
    const pieces = piecesOf(text, runs[index + 1]?.text, drawn);
    at += width * size + Array.from(text).length * tracking + pieces.reduce((all, { room }) => all + room, 0);
    if (parts === undefined) {
      const there = moved ? [setTextMatrix(1, 0, 0, 1, rounded(from), rounded(base))] : [];
      moved = false;
      return [...there, ...show(embedded, key, pieces, size)];
    }
    moved = true;
    return asSign(
      text,
      parts.flatMap((part) => [
        setTextMatrix(1, 0, 0, 1, rounded(from + part.x * size), rounded(base + part.rise * size)),
        ...show(embedded, part.key, [{ text: part.text, room: 0 }], part.scale * size),
      ]),
    );
  });
}

/** What is shown without a seam, and the room after it, pt. */
type Closed = { readonly text: string; readonly room: number };

/** A run parted where more or less room than the font's own stands between two characters; `next` follows it. */
function piecesOf(text: string, next: string | undefined, { style, spacing }: DrawnText): readonly Closed[] {
  const pieces: Closed[] = [];
  let open = '';
  const characters = Array.from(text);
  characters.forEach((character, index) => {
    open += character;
    const following =
      characters[index + 1] ?? (next === undefined ? undefined : String.fromCodePoint(next.codePointAt(0) ?? 0));
    if (following === undefined) return;
    const room = seam(character, following) * style.size + (mayOpen(character, following) ? spacing : 0);
    if (room === 0) return;
    pieces.push({ text: open, room });
    open = '';
  });
  return open === '' ? pieces : [...pieces, { text: open, room: 0 }];
}

function show(embedded: Embedded, key: FontKey, pieces: readonly Closed[], size: number): readonly PDFOperator[] {
  const font = embedded.get(key);
  if (font === undefined) return [];
  const set = setFontAndSize(resourceOf(key), rounded(size));
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1 && only.room === 0) return [set, showText(font.encodeText(only.text))];
  // Of a thousandth of the size, to the left.
  const move = (room: number): string => (room === 0 ? '' : ` ${-Math.round((1000 * room) / size)}`);
  const shown = pieces.map(({ text, room }) => `${font.encodeText(text)}${move(room)}`).join(' ');
  return [set, PDFOperator.of(PDFOperatorNames.ShowTextAdjusted, [`[${shown}]`])];
}

/**
 * What is drawn of several parts is one character to a reader that copies it. Beyond the first plane pdfium takes the
 * two halves of an actual text for two characters: there the one glyph says what it is.
 */
const asSign = (sign: string, operators: readonly PDFOperator[]): readonly PDFOperator[] =>
  sign.length > 1
    ? operators
    : [
        PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [
          PDFName.of('Span'),
          `<</ActualText ${PDFHexString.fromText(sign)}>>`,
        ]),
        ...operators,
        PDFOperator.of(PDFOperatorNames.EndMarkedContent),
      ];

/** A rotation by `degrees` about a point given in mm from the top left. */
export function turnAbout(x: number, y: number, degrees: number): PDFOperator {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const [cx, cy] = [across(x), up(y)];
  return concatTransformationMatrix(cos, sin, -sin, cos, cx - cx * cos + cy * sin, cy - cx * sin - cy * cos);
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const across = (mm: number): number => rounded(mm * MM);
const up = (mm: number): number => rounded((PAGE.height - mm) * MM);

function rgb(hex: string): [number, number, number] {
  const part = (from: number): number => rounded(Number.parseInt(hex.slice(from, from + 2), 16) / 255);
  return [part(1), part(3), part(5)];
}
