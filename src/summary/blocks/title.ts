// The head of page 1: notice, status, title, double rule and the cover lines (design.md A3).
import { type Stamp, stampWords, stateWords } from '../../findings/states.ts';
import { type Fonts, fits } from '../fonts.ts';
import { baselineIn, heightOf, type Page } from '../page.ts';
import { naming } from '../problem.ts';
import type { Setting } from '../setting.ts';
import { rectangle } from '../shapes.ts';
import { breakText, cut, type Line, setLines } from '../text.ts';
import { COLOR, LINE, PAGE, type Style, TYPE } from '../tokens.ts';
import { longDate } from '../words.ts';

const STATUS = { width: 37, height: 13 } as const;
const NOTICE_WIDTH = PAGE.body - STATUS.width - 6;
const TITLE_TOP = 34.5;
const TITLE_WIDTH = 154;
const COVER = { label: 19, value: 69, gap: 5, label2: 31, value2: 46, row: 8 } as const;

export function title({ flow, assessment, stamp }: Setting): void {
  const { page, fonts, structure } = flow;
  const { category } = assessment;
  const notice: Style = { ...TYPE.coverLabel, leading: 14.4 };
  // The notice keeps clear of the status box and of the title: two lines at most.
  const scheme = cut(fonts, category.scheme, notice, 2 * NOTICE_WIDTH - 12);
  const above = [scheme, `${category.year} 年度 · ${category.procedure}`];
  const lines = above.flatMap((line) => breakText(fonts, line, notice, NOTICE_WIDTH));
  structure.part('P', () =>
    setLines(page, lines.slice(0, 3), { x: PAGE.left, top: PAGE.topFirst, width: NOTICE_WIDTH }, notice),
  );
  structure.part('P', () => statusBox(page, stamp, assessment));

  const { lines: heading, style } = headingLines(fonts, titleOf(category.title), [TYPE.title, SMALLER], TITLE_WIDTH);
  structure.part('H1', () =>
    setLines(page, heading, { x: PAGE.left, top: TITLE_TOP, width: PAGE.body }, style, 'center'),
  );
  const rule = TITLE_TOP + heightOf(style, heading.length) + 4.4;
  page.rule(PAGE.left, rule, PAGE.right, rule, 1.5);
  page.rule(PAGE.left, rule + 1.6, PAGE.right, rule + 1.6, 0.4);
  flow.y = cover(page, rule + 5, [
    ['申报单位', assessment.enterprise, '统一社会信用代码', assessment.uscc],
    ['认定机关', category.authority, '申报年度', `${category.year} 年`],
    ['生成日期', longDate(assessment.asOf), '', ''],
  ]);
  supersededLine(flow, category.superseded);
  flow.y += 5;
}

/** That later rules have replaced those of the category. */
function supersededLine(flow: Setting['flow'], words: string | undefined): void {
  if (words === undefined) return;
  const style: Style = { ...TYPE.note, color: COLOR.ink };
  const lines = breakText(flow.fonts, `本版已被取代：${words}`, style, PAGE.body);
  flow.y += 2;
  flow.structure.part('P', () => setLines(flow.page, lines, { x: PAGE.left, top: flow.y, width: PAGE.body }, style));
  flow.y += heightOf(style, lines.length);
}

/** `小巨人企业认定(创新类)` → `小巨人企业认定(创新类)申请表`. */
export const titleOf = (categoryTitle: string): string => `${categoryTitle}申请表`;

const SMALLER: Style = { ...TYPE.title, size: 18, leading: 27 };

/**
 * A title in the first style in which it stands on one line; else in the first in which it stands on two, the second
 * beginning with the brackets; else broken anywhere, in the last.
 */
export function headingLines(
  fonts: Fonts,
  text: string,
  styles: readonly [Style, ...Style[]],
  width: number,
): { readonly lines: readonly Line[]; readonly style: Style } {
  const at = text.indexOf('(');
  const ways = at > 0 ? [[text], [text.slice(0, at), text.slice(at)]] : [[text]];
  for (const parts of ways)
    for (const style of styles)
      if (parts.every((part) => fits(fonts, part, style, width)))
        return { lines: parts.flatMap((part) => breakText(fonts, part, style, width)), style };
  const style = styles.at(-1) ?? styles[0];
  return { lines: breakText(fonts, text, style, width), style };
}

const strokes: Readonly<Record<Stamp, string>> = { final: COLOR.ink, unsettled: COLOR.ochre, draft: COLOR.red };

/** The stamp, and below it what is open, with the dossier's state in its one word. */
export function statusBox(page: Page, stamp: Stamp, { counts, state }: Setting['assessment']): void {
  const color = strokes[stamp];
  const dash = stamp === 'final' ? {} : { dash: [2.4, 1.6] };
  const [x, y] = [PAGE.right - STATUS.width, PAGE.topFirst];
  const inset = 0.6;
  page.shape(
    rectangle(x, y, STATUS.width, STATUS.height, { pen: { color, width: LINE.outer, ...dash } }),
    rectangle(x + inset, y + inset, STATUS.width - 2 * inset, STATUS.height - 2 * inset, {
      pen: { color, width: LINE.inner, ...dash },
    }),
  );
  const word: Style = { ...TYPE.status, color };
  const middle = x + STATUS.width / 2;
  page.text(
    [...stampWords.zh[stamp]].join(stamp === 'unsettled' ? ' ' : '　'),
    middle,
    baselineIn(y + 2.2, word),
    word,
    'center',
  );
  // Where there is no room for both the counts say it.
  const [all, open] = [`${stateWords.zh[state]}：${openCounts(counts)}`, openCounts(counts)];
  page.text(
    fits(page.fonts, all, TYPE.tiny, STATUS.width - 4 * inset) ? all : open,
    middle,
    baselineIn(y + 7.8, TYPE.tiny),
    { ...TYPE.tiny, color },
    'center',
  );
}

const openCounts = ({ errors, warnings, undecided }: Setting['assessment']['counts']): string => {
  const open = [
    ...(errors === 0 ? [] : [`错误 ${errors}`]),
    ...(warnings === 0 ? [] : [`警告 ${warnings}`]),
    ...(undecided === 0 ? [] : [`待定 ${undecided}`]),
  ];
  return open.length === 0 ? '无警告' : open.join('，');
};

/** Draws the cover lines from `from`; answers where they end. */
function cover(page: Page, from: number, rows: readonly (readonly [string, string, string, string])[]): number {
  const { fonts } = page;
  const x2 = PAGE.left + COVER.label + COVER.value + COVER.gap;
  let top = from;
  for (const [label, value, label2, value2] of rows) {
    const left = naming(label, () => breakText(fonts, value || '—', styleOf(value), COVER.value - 1.2));
    const right = naming(label2, () => breakText(fonts, value2 || '—', styleOf(value2), COVER.value2 - 1.2));
    const height = Math.max(COVER.row, 1.6 + heightOf(VALUE, Math.max(left.length, right.length)));
    const write = (text: string, x: number, align: 'left' | 'right'): number =>
      page.text(text, x, baselineIn(top + height - 0.8 - heightOf(VALUE), LABEL), LABEL, align);
    const set = (lines: Line[], value_: string, x: number, width: number): void => {
      const box = { x: x + 1.2, top: top + height - 0.8 - heightOf(VALUE, lines.length), width };
      setLines(page, lines, box, styleOf(value_));
      page.rule(x, top + height, x + width, top + height);
    };
    page.structure.part('P', () => {
      write(label, PAGE.left, 'left');
      set(left, value, PAGE.left + COVER.label, COVER.value);
    });
    if (label2 !== '')
      page.structure.part('P', () => {
        write(label2, x2 + COVER.label2 - 3, 'right');
        set(right, value2, x2 + COVER.label2, COVER.value2);
      });
    top += height;
  }
  return top;
}

const LABEL: Style = { ...TYPE.coverLabel, leading: 16 };
const VALUE: Style = { ...TYPE.coverValue, leading: 16 };
/** Codes and ids stand in the face with even digits. */
const styleOf = (value: string): Style => (/^[\x21-\x7E]+$/.test(value) ? { ...TYPE.coverCode, leading: 16 } : VALUE);
