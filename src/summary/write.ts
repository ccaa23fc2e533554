// The summary PDF of an assessment: lays it out, draws it, reads it back, and only then hands it over.
import {
  fill,
  PDFDocument,
  type PDFOperator,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
  setFillingGrayscaleColor,
  setGraphicsState,
} from 'pdf-lib';
import type { Assessment } from '../assessment.ts';
import { savePdf } from '../files/pdf/document.ts';
import { type Stamp, stampWords } from '../findings/states.ts';
import { writeArchival } from './archival.ts';
import { blocks } from './blocks/index.ts';
import { titleOf } from './blocks/title.ts';
import { drawPage, pathOperators, turnAbout } from './draw.ts';
import { embedFonts } from './embed.ts';
import { Flow } from './flow.ts';
import { type Fonts, forgiving, runsOf, widthOf } from './fonts.ts';
import { underlineLinks, writeLinks, writePageLabels } from './links.ts';
import { type Bookmark, writeOutline } from './outline.ts';
import type { Page } from './page.ts';
import { cleaned, prove } from './proof.ts';
import { PREVIEW, type Properties, writeProperties } from './properties.ts';
import { numberErrors } from './setting.ts';
import type { Segment } from './shapes.ts';
import type { Element } from './structure.ts';
import { type Tagged, writeTags } from './tags.ts';
import { cut } from './text.ts';
import { COLOR, MM, PAGE, type Style, TYPE } from './tokens.ts';

export type SummaryOptions = {
  readonly fonts: Fonts;
  /** A draft has a watermark and marks at faulty cells; what is not formal lists what is open. */
  readonly stamp: Stamp;
  /** Of the program, `1.0.0`. */
  readonly version: string;
  /** The document says of itself that it is one to look at, so that the next one may replace it. */
  readonly preview?: boolean;
};

export type Summary = {
  readonly bytes: Uint8Array;
  readonly pages: number;
};

/**
 * Writes the summary. Equal assessment, options and fonts give equal bytes.
 * Throws `SummaryProblem`: `glyph-missing` (never for a draft), `proof-failed`.
 */
export async function writeSummary(assessment: Assessment, options: SummaryOptions): Promise<Summary> {
  const draft = options.stamp === 'draft';
  const clean = cleaned(assessment, draft);
  // A draft shows what is wrong; a character that no font has is a part of that.
  const fonts = draft ? forgiving(options.fonts) : options.fonts;
  const laying = lay(clean, { ...options, fonts });
  const bytes = await render(laying, fonts, propertiesOf(clean, options), draft);
  await prove(bytes, laying.pages);
  return { bytes, pages: laying.pages.length };
}

/** Lays the summary out without drawing it: all texts and shapes with their places. */
export function lay(assessment: Assessment, { fonts, stamp, version }: SummaryOptions): Laying {
  const flow = new Flow(fonts);
  const setting = { flow, assessment, stamp, errors: stamp === 'draft' ? numberErrors(assessment.findings) : [] };
  for (const block of blocks) block(setting);
  underlineLinks(flow.pages);
  frame(flow.pages, assessment, stamp, version);
  return { pages: flow.pages, bookmarks: flow.bookmarks, structure: flow.structure.root };
}

/** What the document says of itself; `title` is what it is. */
export const propertiesOf = (
  { category, enterprise, asOf }: Assessment,
  options: SummaryOptions,
  title = titleOf(category.title),
): Properties => ({
  title: `${title} – ${enterprise}`,
  author: enterprise,
  subject: category.id,
  keywords: ['专精特新', String(category.year), stampWords.zh[options.stamp], ...(options.preview ? [PREVIEW] : [])],
  creator: `zjtx ${options.version}`,
  date: asOf,
});

const HEADER = { baseline: 17.2, rule: 20, most: 80 } as const;
/** The foot of a page, mm. */
export const FOOTER = { rule: 280, baseline: 284.1, gap: 3 } as const;
/** Between the stamp and the number of the page. */
const GAP = 3;

/** Which data, which definition and which program a page comes from. */
export const digestsOf = ({ category, dossier }: Assessment, version: string): string =>
  `数据 ${dossier.sha256.slice(0, 12)} · 定义 ${category.sha256.slice(0, 12)} · zjtx ${version}`;

/** The head of a page: what it is, and whose. */
export function writeHeader(page: Page, { category, enterprise }: Assessment): void {
  const left = cut(page.fonts, `${titleOf(category.title)} · ${category.year} 年度`, TYPE.header, HEADER.most);
  page.write(page.header, left, PAGE.left, HEADER.baseline, TYPE.header);
  const right = cut(page.fonts, enterprise, TYPE.header, HEADER.most);
  page.write(page.header, right, PAGE.right, HEADER.baseline, TYPE.header, 'right');
  page.rule(PAGE.left, HEADER.rule, PAGE.right, HEADER.rule);
}

function frame(pages: readonly Page[], assessment: Assessment, stamp: Stamp, version: string): void {
  const digests = digestsOf(assessment, version);
  pages.forEach((page, index) => {
    if (index > 0) writeHeader(page, assessment);
    page.rule(PAGE.left, FOOTER.rule, PAGE.right, FOOTER.rule);
    const number = `第 ${index + 1} 页　共 ${pages.length} 页`;
    const most = PAGE.body / 2 - numberWidth(page.fonts, number, stamp) / 2 - FOOTER.gap;
    page.write(
      page.footer,
      cut(page.fonts, assessment.uscc, TYPE.footer, most),
      PAGE.left,
      FOOTER.baseline,
      TYPE.footer,
    );
    pageNumber(page, number, stamp);
    page.write(page.footer, digests, PAGE.right, FOOTER.baseline, TYPE.footer, 'right');
  });
}

function pageNumber(page: Page, number: string, stamp: Stamp): void {
  const style = TYPE.pageNumber;
  let x = PAGE.left + PAGE.body / 2 - numberWidth(page.fonts, number, stamp) / 2;
  if (stamp !== 'final') {
    const used = page.write(page.footer, stampWords.zh[stamp], x, FOOTER.baseline, style);
    const under = FOOTER.baseline + (0.16 * style.size) / MM;
    page.rule(x, under, x + used, under, 0.5, COLOR.ink);
    x += used + GAP;
  }
  page.write(page.footer, number, x, FOOTER.baseline, style);
}

function numberWidth(fonts: Fonts, number: string, stamp: Stamp): number {
  const before = stamp === 'final' ? 0 : widthOf(fonts, stampWords.zh[stamp], TYPE.pageNumber) + GAP;
  return before + widthOf(fonts, number, TYPE.pageNumber);
}

/** What was laid out: pages in order, the bookmarks into them, and what their texts are parts of. */
export type Laying = {
  readonly pages: readonly Page[];
  readonly bookmarks: readonly Bookmark[];
  readonly structure: Element;
};

/** Pages of others: by the page, from 0, that the first of each file comes to stand on, and what is done when all are there. */
export type Inserted = {
  readonly at: ReadonlyMap<number, { readonly pages: number; add(document: PDFDocument): Promise<void> }>;
  finish(document: PDFDocument): void;
};

const nothingInserted: Inserted = { at: new Map(), finish: () => {} };

/** Draws all pages; `draft` puts the watermark on each. Equal input gives equal bytes. */
export async function render(
  { pages, bookmarks, structure }: Laying,
  fonts: Fonts,
  properties: Properties,
  draft: boolean,
  inserted: Inserted = nothingInserted,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const texts = pages.flatMap((page) => page.texts());
  const used = texts.flatMap(({ style, text }) => runsOf(fonts, style.face, text).map(({ key }) => key));
  const embedded = await embedFonts(document, fonts, used);
  const mark = draft ? watermark(document, fonts) : undefined;
  const drawn: Tagged[] = [];
  for (let index = 0; index < pages.length; index += 1) {
    const file = inserted.at.get(index);
    if (file !== undefined) {
      await file.add(document);
      index += file.pages - 1;
      continue;
    }
    const page = pages[index];
    if (page === undefined) continue;
    const marks = drawPage(document, page, embedded, mark);
    drawn.push({ page: document.getPage(index), marks });
  }
  const links = writeLinks(document, pages);
  writePageLabels(document);
  writeOutline(document, bookmarks);
  writeProperties(document, properties);
  writeTags(document, structure, drawn, links);
  writeArchival(
    document,
    properties,
    texts.map(({ text }) => text),
    // What others have made is as it is: nobody here vouches for it.
    inserted.at.size === 0,
  );
  inserted.finish(document);
  return await savePdf(document);
}

const LINES: readonly { text: string; style: Style; below: number }[] = [
  { text: '草　稿', style: { face: 'hei', size: 132, leading: 132 }, below: 0 },
  { text: '未通过检查，不得报送', style: { face: 'hei', size: 24, leading: 24, tracking: 0.2 }, below: 36 },
];
const TURN = 35;
const OPACITY = 0.075;

/** A form that every draft page draws; registered once. */
function watermark(document: PDFDocument, fonts: Fonts): PDFRef {
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
