// Appendix one, second part: the points of every item of a scorecard by group, with what decided them and its clause.
import type { Assessment, Points, ScoredItem } from '../../assessment.ts';
import { stack, tagged, text } from '../content.ts';
import type { Block } from '../setting.ts';
import type { Cell, Row } from '../table.ts';
import { COLOR, TYPE } from '../tokens.ts';
import { clauseOf, lackingText, standingOf } from '../words.ts';
import { noteAside, tabled } from './appendix.ts';
import { headRow } from './criteria.ts';

const COLUMNS = [8, 50, 12, 12, 48, 40] as const;
const HEADS = ['序号', '项目', '满分', '得分', '数据', '依据条款'];
const LEAST = 5.8;

/** `8`, or `4–12` while facts are missing. */
const range = ({ least, most }: Points): string => (least === most ? String(least) : `${least}–${most}`);

const HEADING = '附一之二　评分';

export const scorecard: Block = (setting) => {
  const { assessment } = setting;
  const card = assessment.scorecard;
  if (card === undefined) return;
  let number = 0;
  const groups = card.groups.map((group) => {
    const least = group.pass === undefined ? '' : `，不低于 ${group.pass}`;
    const words = `${group.label}　${range(group.points)} 分（满分 ${group.max}${least}）`;
    const head: Row = {
      least: LEAST,
      keep: true,
      cells: [
        {
          span: COLUMNS.length,
          head: 'Row',
          tint: COLOR.label,
          content: text(words, TYPE.smallText),
          field: group.label,
        },
      ],
    };
    const rows = card.items
      .filter((item) => item.group === group.id)
      .map((item) => {
        number += 1;
        return rowOf(assessment, item, number);
      });
    return { rows: [head, ...rows] };
  });
  const note = noteAside(`${card.label}：${range(card.points)} 分（满分 ${card.max}，合格 ${card.pass}）`);
  tabled(setting, HEADING, note, [
    {
      columns: COLUMNS,
      pad: { x: 1.2, y: 0.75 },
      // One row a group to the table, so that a long group may go over a page.
      groups: groups.flatMap(({ rows: [head, first, ...rest] }) =>
        head === undefined || first === undefined
          ? []
          : [{ rows: [head, first] }, ...rest.map((row) => ({ rows: [row] }))],
      ),
      heads: () => [headRow(HEADS)],
    },
  ]);
};

function rowOf(assessment: Assessment, item: ScoredItem, number: number): Row {
  const { label, max, points, shown, needs, cite } = item;
  const lacking = needs.length === 0 ? '—' : lackingText(assessment, needs);
  const clauses = cite.map((each) => tagged(clauseOf(each), TYPE.small, standingOf(each, 'short')));
  const cells: Cell[] = [
    { pad: 0.4, content: text(String(number), TYPE.small, 'center') },
    { content: text(label, TYPE.smallText) },
    { content: text(String(max), TYPE.small, 'right') },
    { content: text(range(points), TYPE.small, 'right') },
    { content: text(shown ?? lacking, TYPE.smallText) },
    { content: stack(clauses) },
  ];
  return { least: LEAST, cells: cells.map((cell) => ({ ...cell, field: label })) };
}
