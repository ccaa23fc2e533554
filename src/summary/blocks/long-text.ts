// Long text in a box that stays open over page breaks (design.md A7, A8).
import type { FilledField } from '../../assessment.ts';
import { ONWARD } from '../flow.ts';
import { type Fonts, fits, widthOf } from '../fonts.ts';
import { DISC, mark, numberDisc } from '../marks.ts';
import { baselineIn, heightOf, type Page } from '../page.ts';
import { naming } from '../problem.ts';
import { errorsAt, type Setting } from '../setting.ts';
import { rectangle } from '../shapes.ts';
import type { Element } from '../structure.ts';
import { breakLines, breakText, justify, type Line, type Span, setLine, setLines } from '../text.ts';
import { COLOR, LINE, MM, PAGE, type Style, TYPE } from '../tokens.ts';
import { grouped } from '../words.ts';

const PAD = { x: 3, top: 2.2, bottom: 2.6 } as const;
const WIDTH = PAGE.body - 2 * PAD.x;
const INDENT = (2 * TYPE.body.size) / MM;
const PART = /^[一二三四五六七八九十]+、\S{0,18}(?=\s|$)/u;

/** A line of the text; `indent` in mm, `paragraph` from 0. */
type TextLine = { readonly line: Line; readonly indent: number; readonly paragraph: number };

export function longText(setting: Setting, field: FilledField, path: string): void {
  const { flow } = setting;
  const { structure } = flow;
  /** A paragraph may go over to the next page. */
  const parts: Element[] = [];
  const value = field.value?.kind === 'text' ? field.value.text : '';
  const errors = errorsAt(setting.errors, path) ?? [];
  const lines = naming(field.label, () =>
    value.trim() === '' ? emptyLine(flow.fonts, field.required) : linesOf(flow.fonts, value),
  );
  const height = heightOf(TYPE.body);
  flow.bookmark(field.label, 2);
  let rest = lines;
  let first = true;
  while (rest.length > 0) {
    const head = layHead(flow.fonts, field, first, errors);
    const room = flow.room - head.height - PAD.top;
    const all = rest.length * height + PAD.bottom <= room;
    const count = all ? rest.length : Math.min(Math.floor((room - ONWARD) / height), Math.max(1, rest.length - 2));
    if (!all && count < 2 && !flow.atTop) {
      flow.next();
      continue;
    }
    const now = Math.max(1, count);
    flow.settle();
    const bottom = flow.y + head.height + PAD.top + now * height + (all ? PAD.bottom : 0);
    frame(setting, head.height, bottom, all, errors.length > 0);
    if (first) head.draw(flow.page, flow.y);
    else structure.aside(() => head.draw(flow.page, flow.y));
    rest.slice(0, now).forEach(({ line, indent, paragraph }, index) => {
      const top = flow.y + head.height + PAD.top + index * height;
      const spacing = justify(line, WIDTH - indent, TYPE.body.size);
      const part = parts[paragraph] ?? structure.begin('P');
      parts[paragraph] = part;
      structure.more(part, () => setLine(flow.page, line, PAGE.left + PAD.x + indent, top, TYPE.body, spacing));
    });
    flow.y = bottom;
    rest = rest.slice(now);
    first = false;
    if (!all) flow.onward();
  }
}

/** The applicant's lines as paragraphs, empty ones dropped, the leading words of a part in bold. */
function linesOf(fonts: Fonts, text: string): TextLine[] {
  const paragraphs = text.split('\n').map((paragraph) => paragraph.trim());
  return paragraphs
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph, number) => {
      const lead = PART.exec(paragraph)?.[0] ?? '';
      const body: Span = { text: paragraph.slice(lead.length), style: TYPE.body };
      const spans = lead === '' ? [body] : [{ text: lead, style: TYPE.bodyLead }, body];
      const lines = breakLines(fonts, spans, WIDTH, { indent: INDENT });
      return lines.map((line, index) => ({ line, indent: index === 0 ? INDENT : 0, paragraph: number }));
    });
}

function emptyLine(fonts: Fonts, required: boolean): TextLine[] {
  const style: Style = { ...TYPE.body, color: required ? COLOR.red : COLOR.quiet };
  return breakText(fonts, required ? '未填' : '—', style, WIDTH).map((line) => ({ line, indent: 0, paragraph: 0 }));
}

/** The box: closed below only where the text ends. */
function frame({ flow: { page, y } }: Setting, head: number, bottom: number, end: boolean, faulty: boolean): void {
  page.tint(PAGE.left, y, PAGE.body, head, COLOR.section);
  page.rule(PAGE.left, y + head, PAGE.right, y + head);
  const [color, width] = faulty ? [COLOR.red, LINE.bad] : [COLOR.ink, LINE.outer];
  const pen = { color, width };
  if (end) {
    page.shape(rectangle(PAGE.left, y, PAGE.body, bottom - y, { pen }));
    return;
  }
  page.shape({
    path: [
      { to: 'move', x: PAGE.left, y: bottom },
      { to: 'line', x: PAGE.left, y },
      { to: 'line', x: PAGE.right, y },
      { to: 'line', x: PAGE.right, y: bottom },
    ],
    pen,
  });
}

type Head = { readonly height: number; draw(page: Page, top: number): void };

const LEAST = 8;
const HEAD_PAD = 2.1;
const MARK = 3.3;

/** `first` is false where the text goes on: then it says so, and the prompt is not repeated. */
function layHead(fonts: Fonts, field: FilledField, first: boolean, errors: readonly number[]): Head {
  const { count, over } = countOf(field);
  const countStyle: Style = over ? { ...TYPE.number, color: COLOR.red } : TYPE.number;
  const countWidth = widthOf(fonts, count, countStyle);
  const inner = PAGE.body - 2 * HEAD_PAD;
  const taken = countWidth + (over ? MARK + 1 : 0) + errors.length * (DISC + 1) + 4;
  const names = breakText(fonts, first ? field.label : `${field.label}（续）`, TYPE.section, inner - taken);
  const nameWidth = names[0]?.width ?? 0;
  const prompt = first ? (field.prompt ?? '') : '';
  const beside = names.length === 1 && fits(fonts, prompt, TYPE.tinyQuiet, inner - taken - nameWidth - 3);
  const below = prompt === '' || beside ? [] : breakText(fonts, prompt, TYPE.tinyQuiet, inner);
  const nameHeight = LEAST + heightOf(TYPE.section, names.length - 1);
  const height = nameHeight + (below.length > 0 ? heightOf(TYPE.tiny, below.length) + 0.6 : 0);
  const draw = (page: Page, top: number): void => {
    const base = (style: Style): number => baselineIn(top + (LEAST - heightOf(style)) / 2, style);
    const x = PAGE.left + HEAD_PAD;
    page.structure.part('H3', () =>
      setLines(page, names, { x, top: top + (LEAST - heightOf(TYPE.section)) / 2, width: inner }, TYPE.section),
    );
    if (beside && prompt !== '') page.text(prompt, x + nameWidth + 3, base(TYPE.tinyQuiet), TYPE.tinyQuiet);
    const right = PAGE.right - HEAD_PAD - errors.length * (DISC + 1);
    if (over) page.shape(...mark('not met', right - countWidth - MARK - 1, top + (LEAST - MARK) / 2, MARK));
    if (count !== '') page.text(count, right, base(countStyle), countStyle, 'right');
    errors.forEach((number, index) => {
      numberDisc(page, right + 1 + DISC / 2 + index * (DISC + 1), top + LEAST / 2, number);
    });
    page.structure.paragraph(() => setLines(page, below, { x, top: top + nameHeight - 0.6, width: inner }, TYPE.tiny));
  };
  return { height, draw };
}

/** `534 / 3,000 字` */
function countOf({ count, max }: FilledField): { count: string; over: boolean } {
  if (count === undefined) return { count: '', over: false };
  const limit = max === undefined ? '' : ` / ${grouped(String(max))}`;
  return { count: `${grouped(String(count))}${limit} 字`, over: max !== undefined && count > max };
}
