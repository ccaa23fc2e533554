// The points of a dossier: the total, the groups, and the items in which points are lost or still open.
import type { Points, ScoredItem } from '../assessment.ts';
import { head, labelled, type Pen } from './block.ts';
import { cleanLine } from './clean.ts';
import { needsText } from './open-points.ts';
import type { ReportedAssessment } from './reported.ts';
import { cellsIn } from './table.ts';
import { wrap } from './wrap.ts';

const range = ({ least, most }: Points): string => (least === most ? `${least}` : `${least}–${most}`);

/** `   8/10  上年度研发费用：按金额：150 < 200；按占比：…`, its further lines below the label. */
function itemLines(pen: Pen, item: ScoredItem, cells: number): string[] {
  const { words, paint, width } = pen;
  const points = `${range(item.points)}/${item.max}`;
  const how = item.shown ?? (item.needs.length > 0 ? words.scorecard.lacking : '');
  const text = cleanLine(`${item.label}${how === '' ? '' : `：${how}`}`);
  const hang = 2 + cells + 2;
  const stroke = item.points.least === item.points.most ? paint.plain : paint.undecided;
  return wrap(text, Math.max(16, width - hang)).map((line, at) =>
    at === 0 ? `  ${' '.repeat(cells - cellsIn(points))}${stroke(points)}  ${line}` : ' '.repeat(hang) + line,
  );
}

/** One block, or none where the category gives no points. Items with full points are counted unless all are asked for. */
export function scorecardBlocks(pen: Pen, { scorecard, labels }: ReportedAssessment): string[][] {
  if (scorecard === undefined) return [];
  const { marks, words, paint } = pen;
  const { label, points, max, pass, groups, items } = scorecard;
  const shown = pen.verbose ? items : items.filter((item) => item.points.least < item.max);
  const cells = Math.max(0, ...shown.map((item) => cellsIn(`${range(item.points)}/${item.max}`)));
  const needs = [...new Set(items.flatMap((item) => item.needs))];
  const ofGroups = groups.map((group) =>
    words.scorecard.group(cleanLine(group.label), range(group.points), group.max, group.pass),
  );
  const left = items.length - shown.length;
  return [
    [
      ...head(
        pen,
        marks.note,
        words.scorecard.name,
        paint.plain,
        words.scorecard.total(cleanLine(label), range(points), max, pass),
      ),
      ...wrap(ofGroups.join(words.comma), pen.width - 2).map((line) => `  ${line}`),
      ...shown.flatMap((item) => itemLines(pen, item, cells)),
      ...(left === 0 ? [] : [`  ${paint.dim(words.scorecard.full(left))}`]),
      ...(needs.length === 0 ? [] : labelled(pen, 'needs', needsText(pen, labels, needs))),
    ],
  ];
}
