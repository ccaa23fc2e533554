// The draft watermark as glyph outlines: as text it would stand between the lines of the form when copied.
import {
  fill,
  type PDFDocument,
  type PDFOperator,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
  setFillingGrayscaleColor,
  setGraphicsState,
} from 'pdf-lib';
import { pathOperators, turnAbout } from './draw.ts';
import { type Fonts, widthOf } from './fonts.ts';
import type { Segment } from './shapes.ts';
import { MM, PAGE, type Style } from './tokens.ts';

const LINES: readonly { text: string; style: Style; below: number }[] = [
  { text: '草　稿', style: { face: 'hei', size: 132, leading: 132 }, below: 0 },
  { text: '未通过检查，不得报送', style: { face: 'hei', size: 24, leading: 24, tracking: 0.2 }, below: 36 },
];
const TURN = 35;
const OPACITY = 0.075;

/** A form that every draft page draws; registered once. */
export function watermark(document: PDFDocument, fonts: Fonts): PDFRef {
  const middle = { x: PAGE.width / 2, y: PAGE.height / 2 };
  const operators: PDFOperator[] = [
    pushGraphicsState(),
    setGraphicsState('Faint'),
    setFillingGrayscaleColor(0),
    turnAbout(middle.x, middle.y, TURN),
  ];
  for (const { text, style, below } of LINES) {
    const left = middle.x - widthOf(fonts, text, style) / 2;
    const outlines = outlineOf(fonts, text, style, left, middle.y + (0.38 * style.size) / MM + below);
    for (const one of pathOperators(outlines)) operators.push(one);
    operators.push(fill());
  }
  operators.push(popGraphicsState());
  const { context } = document;
  const faint = context.obj({ Type: 'ExtGState', ca: OPACITY, CA: OPACITY });
  const form = context.formXObject(operators, {
    BBox: context.obj([0, 0, PAGE.width * MM, PAGE.height * MM]),
    Resources: { ExtGState: { Faint: faint } },
  });
  return context.register(form);
}

/** The outlines of a text in mm from the top left of the page. */
function outlineOf(fonts: Fonts, text: string, style: Style, x: number, baseline: number): Segment[] {
  const font = fonts.font[style.face];
  const scale = style.size / font.unitsPerEm / MM;
  const segments: Segment[] = [];
  let left = x;
  for (const character of text) {
    const across = (value: number): number => left + value * scale;
    const down = (value: number): number => baseline - value * scale;
    let pen: readonly [number, number] = [0, 0];
    for (const { command, args } of font.glyphForCodePoint(character.codePointAt(0) ?? 0).path.commands) {
      const [a = 0, b = 0, c = 0, d = 0] = args;
      if (command === 'closePath') segments.push({ to: 'close' });
      else if (command === 'moveTo') segments.push({ to: 'move', x: across(a), y: down(b) });
      else if (command === 'lineTo') segments.push({ to: 'line', x: across(a), y: down(b) });
      else if (command === 'quadraticCurveTo') {
        // A quadratic curve as a cubic: both handles two thirds of the way to the control point.
        const handle = (end: number, control: number): number => end + (2 / 3) * (control - end);
        const [x1, y1] = [handle(pen[0], a), handle(pen[1], b)];
        const [x2, y2] = [handle(c, a), handle(d, b)];
        segments.push({ to: 'curve', points: [across(x1), down(y1), across(x2), down(y2), across(c), down(d)] });
      }
      if (command !== 'closePath') pen = [args.at(-2) ?? 0, args.at(-1) ?? 0];
    }
    left += widthOf(fonts, character, style);
  }
  return segments;
}
