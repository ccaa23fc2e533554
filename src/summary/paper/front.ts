// The front of the paper set: its cover, what is our layout and not the office's, and the contents with page numbers.
import { headingLines, statusBox, titleOf } from '../blocks/title.ts';
import { Flow } from '../flow.ts';
import { widthOf } from '../fonts.ts';
import { baselineIn, heightOf } from '../page.ts';
import { naming } from '../problem.ts';
import type { Setting } from '../setting.ts';
import { line } from '../shapes.ts';
import type { Element } from '../structure.ts';
import { breakText, setLines } from '../text.ts';
import { COLOR, LINE, PAGE, type Style, TYPE } from '../tokens.ts';
import { longDate } from '../words.ts';

const HEADING: Style = { ...TYPE.title, size: 18, leading: 27 };
const COVER_TITLE: Style = { ...TYPE.title, size: 26, leading: 40 };
const COVER = { title: 84, lines: 176, label: 46, value: 96, row: 13 } as const;
const COVER_LABEL: Style = { ...TYPE.coverLabel, size: 12, leading: 17 };
const COVER_VALUE: Style = { ...TYPE.coverValue, size: 13, leading: 17 };

/** The title of the form as its sources print it; else as it stands on the form here. */
export const paperTitle = ({ category }: Setting['assessment']): string =>
  category.paper?.title ?? titleOf(category.title);

/** 第八批, where the category is one of a batch. */
const batchOf = (title: string): string => /第[一二三四五六七八九十]{1,3}批/.exec(title)?.[0] ?? '';

/** Page 1: what it is, of which year and batch, who applies, who recommends; room for their seals. */
export function cover({ flow, assessment, stamp }: Setting): void {
  const { page, structure, fonts } = flow;
  const { category, enterprise, uscc, asOf } = assessment;
  const { paper } = category;
  flow.bookmark('封面');
  flow.settle();
  if (stamp !== 'final') structure.part('P', () => statusBox(page, stamp, assessment));
  const year = [`${category.year} 年度`, batchOf(category.title), category.procedure].filter((part) => part !== '');
  structure.part('P', () => {
    // The title of a form that bears the name of its category says it already.
    const named = paperTitle(assessment).startsWith(category.title) ? [] : [category.title];
    const lines = [...named, year.join(' · ')].flatMap((each) => breakText(fonts, each, COVER_VALUE, PAGE.body - 20));
    const top = COVER.title - 12 - heightOf(COVER_VALUE, lines.length);
    setLines(page, lines, { x: PAGE.left, top, width: PAGE.body }, COVER_VALUE, 'center');
  });
  structure.part('H1', () => {
    const styles = [COVER_TITLE, { ...COVER_TITLE, size: 22, leading: 34 }] as const;
    const { lines, style } = headingLines(fonts, paperTitle(assessment), styles, PAGE.body - 10);
    setLines(page, lines, { x: PAGE.left, top: COVER.title, width: PAGE.body }, style, 'center');
  });
  const rows: readonly (readonly [string, string])[] = [
    [paper?.applicant ?? '申报单位（盖章）', enterprise],
    ['统一社会信用代码', uscc],
    ...(paper?.recommended === true ? [[paper.recommender ?? '推荐单位（盖章）', ''] as const] : []),
    // Whoever recommends writes the date of the recommendation.
    paper?.date === undefined ? ['申报日期', longDate(asOf)] : [paper.date, '年　　月　　日'],
  ];
  let top: number = COVER.lines;
  const left = PAGE.left + (PAGE.body - COVER.label - COVER.value) / 2;
  for (const [label, value] of rows) {
    const lines = naming(label, () => breakText(fonts, value, COVER_VALUE, COVER.value - 4));
    const height = Math.max(COVER.row, heightOf(COVER_VALUE, lines.length) + 4);
    structure.part('P', () => {
      const base = top + height - 1.4 - heightOf(COVER_LABEL);
      page.text(label, left + COVER.label - 4, baselineIn(base, COVER_LABEL), COVER_LABEL, 'right');
      const box = {
        x: left + COVER.label,
        top: top + height - 1.4 - heightOf(COVER_VALUE, lines.length),
        width: COVER.value,
      };
      setLines(page, lines, box, COVER_VALUE, 'center');
    });
    page.rule(left + COVER.label, top + height, left + COVER.label + COVER.value, top + height);
    top += height;
  }
}

/** Said once: what of the paper set is not of the office. */
export function layoutNote({ flow, assessment }: Setting): void {
  const { paper } = assessment.category;
  const [cite] = paper?.cite ?? [];
  const printed = [paper?.title && '标题', paper?.applicant && '封面各栏', paper?.recommendation && '推荐一项'].filter(
    Boolean,
  );
  const source =
    cite === undefined || printed.length === 0
      ? ''
      : `${printed.join('、')}的名称依“${cite.short}”（${cite.clause}）；`;
  const note = `说明：${source}${source === '' ? '' : '此外，'}封面、目录、声明、推荐意见和附件隔页的版式为本程序所拟，不是主管部门印发的格式；受理单位另有规定的，以其规定为准。`;
  const lines = breakText(flow.fonts, note, TYPE.note, PAGE.body);
  flow.structure.part('P', () =>
    setLines(flow.page, lines, { x: PAGE.left, top: flow.y, width: PAGE.body }, TYPE.note),
  );
  flow.y += heightOf(TYPE.note, lines.length);
}

/** A line of the contents: where it leads, or in words why it is not in this file. */
export type Entry = { readonly title: string; readonly level: 1 | 2; readonly at: number | string };

/** How the entries stand below each other; `spread` opens or closes the lines. */
const entryStyle = (level: Entry['level'], spread: number): Style =>
  level === 1 ? { ...TYPE.section, leading: 20 * spread } : { ...TYPE.value, size: 9.5, leading: 15 * spread };
/** The last page of the contents is filled at least so far, of 1: lines stand closer, or further apart, until it is. */
const LEAST_FILLED = 0.3;
const SPREADS = [1, 0.9, 0.82, 1.1, 1.2, 1.3, 1.4] as const;
const NUMBER: Style = { ...TYPE.number, leading: 15 };
/** Room for a number, and for a word that stands instead, mm. */
const NUMBERS = 14;
const INSET = 6;

/** Places in the structure for the contents, which are drawn when all else has its page. */
export type ContentsPlace = { readonly heading: Element; readonly list: Element };

/** How far the entries are opened so that no page of theirs is nearly empty. */
function spreadOf(setting: Setting, entries: readonly Entry[]): number {
  const filled = (spread: number): boolean => {
    const flow = new Flow(setting.flow.fonts);
    flow.y = PAGE.top + heightOf(HEADING) + 4;
    for (const entry of entries) entryLine(flow, entry, spread);
    return flow.pages.length === 1 || flow.y - PAGE.top >= LEAST_FILLED * (PAGE.bottom - PAGE.top);
  };
  return SPREADS.find(filled) ?? 1;
}

/** The contents from the cursor on; `note` says once what our layout is, where no page of its own does. */
export function contents(
  setting: Setting,
  entries: readonly Entry[],
  { heading, list }: ContentsPlace,
  note: boolean,
): void {
  const { flow } = setting;
  const { structure } = flow;
  flow.y = PAGE.top;
  flow.bookmark('目录');
  flow.settle();
  structure.more(heading, () =>
    flow.page.text('目　录', PAGE.left + PAGE.body / 2, baselineIn(flow.y, HEADING), HEADING, 'center'),
  );
  flow.y += heightOf(HEADING) + 4;
  const spread = spreadOf(setting, entries);
  for (const entry of entries) structure.more(list, () => structure.part('TOCI', () => entryLine(flow, entry, spread)));
  if (!note) return;
  flow.y += 8;
  flow.need(12);
  layoutNote(setting);
}

function entryLine(flow: Flow, { title, level, at }: Entry, spread: number): void {
  const { fonts } = flow;
  const style = entryStyle(level, spread);
  const shown = String(at);
  const inset = level === 1 ? 0 : INSET;
  const taken = Math.max(NUMBERS, widthOf(fonts, shown, NUMBER) + 4);
  const lines = naming(title, () =>
    breakText(fonts, title, style, PAGE.body - inset - taken, { anywhere: level === 2 }),
  );
  const height = heightOf(style, lines.length);
  flow.need(height);
  setLines(flow.page, lines, { x: PAGE.left + inset, top: flow.y, width: PAGE.body }, style);
  const last = flow.y + height - heightOf(style);
  const base = baselineIn(last, style);
  flow.page.text(shown, PAGE.right, base, NUMBER, 'right');
  const from = PAGE.left + inset + (lines.at(-1)?.width ?? 0) + 2;
  const to = PAGE.right - widthOf(fonts, shown, NUMBER) - 2;
  if (to > from)
    flow.page.shape(
      line(from, base - 0.6, to, base - 0.6, { color: COLOR.quiet, width: LINE.inner, dash: [0.4, 2.6] }),
    );
  flow.y += height;
}

/** A heading over a page of its own. */
export function pageHeading(flow: Flow, title: string): void {
  flow.y = PAGE.top + 4;
  flow.bookmark(title);
  flow.settle();
  flow.structure.part('H2', () => {
    const lines = breakText(flow.fonts, title, HEADING, PAGE.body);
    setLines(flow.page, lines, { x: PAGE.left, top: flow.y, width: PAGE.body }, HEADING, 'center');
    flow.y += heightOf(HEADING, lines.length) + 8;
  });
}
