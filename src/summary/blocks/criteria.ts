// Appendix two: every criterion with its decision, clause and the fact that decided it (design.md A11).
import type { Assessment, CriterionResult, Decision } from '../../assessment.ts';
import { agreement } from '../../findings/agreement.ts';
import { readingsShown, readingsText } from '../../words/readings.ts';
import { type Content, stack, tagged, text } from '../content.ts';
import { widthOf } from '../fonts.ts';
import { decided, mark, WORDS } from '../marks.ts';
import { baselineIn, heightOf } from '../page.ts';
import type { Block } from '../setting.ts';
import type { Cell, Row, Table } from '../table.ts';
import { COLOR, PAGE, type Style, TYPE } from '../tokens.ts';
import { clauseOf, lackingText, standingOf } from '../words.ts';
import { type Aside, tabled } from './appendix.ts';

const COLUMNS = [8, 18, 56, 41, 47] as const;
const HEADS = ['序号', '状态', '要求', '依据条款', '数据'];
const ADVICE_COLUMNS = [8, 121, 41] as const;
const ADVICE_HEADS = ['序号', `${WORDS.advice}（由人判断，程序不作结论）`, '依据条款'];
const LEAST = 5.8;
const KINDS: readonly Decision['is'][] = ['met', 'not met', 'undecided', 'advice', 'unknown'];

const HEADING = '附二　条件核对';

export const criteria: Block = (setting) => {
  const { assessment } = setting;
  if (assessment.criteria.length === 0) return;
  const isAdvice = ({ decision }: CriterionResult): boolean => decision.is === 'advice';
  const conditions = assessment.criteria.filter((criterion) => !isAdvice(criterion));
  const advice = assessment.criteria.filter(isAdvice);
  const table = (columns: readonly number[], heads: readonly string[], rows: readonly Row[]): Table => ({
    columns,
    pad: { x: 1.4, y: 0.75 },
    groups: rows.map((row) => ({ rows: [row] })),
    heads: () => [headRow(heads)],
  });
  const rows = conditions.map((criterion, index) => rowOf(assessment, criterion, index + 1));
  tabled(setting, HEADING, counted(assessment), [
    ...(rows.length > 0 ? [table(COLUMNS, HEADS, rows)] : []),
    ...(advice.length > 0 ? [table(ADVICE_COLUMNS, ADVICE_HEADS, advice.map(adviceRow))] : []),
  ]);
};

/** What a person weighs is no condition that was decided. */
function adviceRow({ title, cite }: CriterionResult, index: number): Row {
  const cells: Cell[] = [
    { pad: 0.4, content: text(String(index + 1), TYPE.small, 'center') },
    { content: text(title, TYPE.smallText) },
    { content: clausesOf(cite) },
  ];
  return { least: LEAST, cells: cells.map((cell) => ({ ...cell, field: title })) };
}

const clausesOf = (cite: CriterionResult['cite']): Content =>
  cite.length === 0
    ? text('程序检查', TYPE.small)
    : stack(cite.map((each) => tagged(clauseOf(each), TYPE.small, standingOf(each, 'short'))));

/** Column heads of the tables of the appendices. */
export const headRow = (heads: readonly string[]): Row => ({
  least: 6.2,
  keep: true,
  cells: heads.map((head) => ({
    tint: COLOR.label,
    head: 'Column',
    pad: 0.4,
    content: text(head, TYPE.small, 'center'),
  })),
});

/** Marks with words and counts at the right of the heading. */
const counted =
  ({ criteria: all }: Assessment): Aside =>
  (page, _left, top) => {
    const kinds = KINDS.map((is) => ({ is, count: all.filter(({ decision }) => decision.is === is).length }));
    const shown = kinds
      .filter(({ count }) => count > 0)
      .map(({ is, count }) => ({ is, words: `${WORDS[is]} ${count}` }));
    const style: Style = TYPE.small;
    const [size, gap] = [3.3, 3.4];
    const width = (words: string): number => size + 1 + widthOf(page.fonts, words, style);
    let x = PAGE.right - shown.reduce((sum, { words }) => sum + width(words) + gap, -gap);
    const line = top + heightOf(TYPE.appendix) - heightOf(style);
    for (const { is, words } of shown) {
      page.shape(...mark(is, x, line + (heightOf(style) - size) / 2, size));
      page.text(words, x + size + 1, baselineIn(line, style), style);
      x += width(words) + gap;
    }
    return 0;
  };

function rowOf(assessment: Assessment, criterion: CriterionResult, number: number): Row {
  const { decision, severity, title, cite } = criterion;
  const light = agreement(criterion) === 'some' || (decision.is === 'not met' && severity !== 'error');
  const warning = light ? '警告' : undefined;
  const read = readingsText(criterion, 'zh');
  const cells: Cell[] = [
    { pad: 0.4, content: text(String(number), TYPE.small, 'center') },
    { content: decided(decision.is, TYPE.small, 3) },
    {
      content:
        read === undefined
          ? tagged(title, TYPE.smallText, warning)
          : stack([tagged(title, TYPE.smallText, warning), text(read, TYPE.small)]),
    },
    { content: clausesOf(cite) },
    { content: fact(assessment, criterion) },
  ];
  return { least: LEAST, cells: cells.map((cell) => ({ ...cell, field: title })) };
}

function fact(assessment: Assessment, { decision, readings }: CriterionResult): Content {
  switch (decision.is) {
    case 'met':
    case 'not met':
      return text(readings === undefined ? (decision.shown ?? '—') : readingsShown(readings, 'zh'), TYPE.smallText);
    case 'undecided':
      return text(lackingText(assessment, decision.needs), TYPE.smallText);
    case 'advice':
      return text('由人判断', TYPE.smallText);
    case 'unknown':
      return text('原文未载，不作符合', TYPE.smallText);
  }
}
