// Appendix two, second part: every right that is listed, which conditions count it and which do not, and why.
import { type CountedBy, type CountedRight, countedBy, registerWords, totalOf } from '../../words/register.ts';
import { text } from '../content.ts';
import { decided } from '../marks.ts';
import type { Block } from '../setting.ts';
import type { Cell, Row } from '../table.ts';
import { COLOR, TYPE } from '../tokens.ts';
import { dash } from '../words.ts';
import { noteAside, tabled } from './appendix.ts';
import { headRow } from './criteria.ts';

const COLUMNS = [10, 46, 34, 18, 62] as const;
const LEAST = 5.8;
const HEADING = '附二之二　知识产权登记与计数';
const NOTE = '每一项知识产权对每一条计数的条件：计入或不计入，及其理由';

const words = registerWords('zh');
const { right, number, is, because } = words.heads;
const HEADS = ['行', right, number, is, because];
const marks = { counted: 'met', 'not counted': 'not met', undecided: 'undecided' } as const;

export const register: Block = (setting) => {
  const { assessment } = setting;
  if (assessment.register === undefined) return;
  tabled(setting, HEADING, noteAside(NOTE), [
    {
      columns: COLUMNS,
      pad: { x: 1.2, y: 0.75 },
      // The head of a condition stays with its first row, so that a long one may go over a page.
      groups: countedBy(assessment.register, assessment.findings, 'zh').flatMap((condition) => {
        const [first, ...rest] = condition.rights.map(rowOf);
        return first === undefined
          ? []
          : [{ rows: [headOf(condition), first] }, ...rest.map((row) => ({ rows: [row] }))];
      }),
      heads: () => [headRow(HEADS)],
    },
  ]);
};

const headOf = (condition: CountedBy): Row => ({
  least: LEAST,
  keep: true,
  cells: [
    {
      span: COLUMNS.length,
      head: 'Row',
      tint: COLOR.label,
      content: text(totalOf(condition, 'zh'), TYPE.smallText),
      field: condition.title,
    },
  ],
});

function rowOf(one: CountedRight): Row {
  const cells: Cell[] = [
    { pad: 0.4, content: text(String(one.row), TYPE.small, 'center') },
    { content: text(one.name, TYPE.smallText) },
    { content: one.number === undefined ? dash(TYPE.small) : text(one.number, TYPE.small, 'left', { anywhere: true }) },
    { content: decided(marks[one.is], TYPE.small, 3, '', words.is[one.is]) },
    { content: text(one.because, TYPE.smallText) },
  ];
  return { least: LEAST, cells: cells.map((cell) => ({ ...cell, field: one.name })) };
}
