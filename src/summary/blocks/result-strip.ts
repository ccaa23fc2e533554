// The result in one line: form, attachments, criteria and checklist with their counts (design.md A3).
import type { Assessment, Decision } from '../../assessment.ts';
import { widthOf } from '../fonts.ts';
import { mark, WORDS } from '../marks.ts';
import { baselineIn, heightOf, type Page } from '../page.ts';
import type { Setting } from '../setting.ts';
import { rectangle } from '../shapes.ts';
import { COLOR, LINE, PAGE, type Style, TYPE } from '../tokens.ts';

type Item = { readonly text: string; readonly style: Style; readonly mark?: Decision['is'] };

const HEIGHT = 7.2;
const MARK = 3.3;
const GAP = 2.4;
const PAD = 2.6;

export function resultStrip({ flow, assessment }: Setting): void {
  const { page } = flow;
  const cells = fittingCells(page, assessment);
  const widths = cells.map((cell) => widthOfCell(page, cell));
  const spare = (PAGE.body - widths.reduce((all, width) => all + width, 0)) / cells.length;
  const pen = { color: COLOR.ink, width: LINE.inner };
  page.shape(rectangle(PAGE.left, flow.y, PAGE.body, HEIGHT, { pen }));
  let x: number = PAGE.left;
  cells.forEach((cell, index) => {
    if (index > 0) page.rule(x, flow.y, x, flow.y + HEIGHT);
    let at = x + PAD;
    for (const item of cell) {
      if (item.mark) page.shape(...mark(item.mark, at, flow.y + (HEIGHT - MARK) / 2, MARK));
      const from = at + (item.mark ? MARK + 0.9 : 0);
      const top = flow.y + (HEIGHT - heightOf(item.style)) / 2;
      at = from + page.text(item.text, from, baselineIn(top, item.style), item.style) + GAP;
    }
    x += (widths[index] ?? 0) + spare;
  });
  flow.y += HEIGHT + 5;
}

/** The widest form of the cells that fits: with all words, without 认定条件, then smaller. */
function fittingCells(page: Page, assessment: Assessment): Item[][] {
  const tries = [cellsOf(assessment, true, TYPE.code), cellsOf(assessment, false, TYPE.code)];
  const small = cellsOf(assessment, false, { ...TYPE.code, size: 8 });
  const width = (cells: Item[][]): number => cells.reduce((all, cell) => all + widthOfCell(page, cell), 0);
  return tries.find((cells) => width(cells) <= PAGE.body) ?? small;
}

const widthOfCell = (page: Page, cell: readonly Item[]): number =>
  cell.reduce((all, item) => all + widthOf(page.fonts, item.text, item.style) + (item.mark ? MARK + 0.9 : 0), 0) +
  GAP * (cell.length - 1) +
  2 * PAD;

function cellsOf({ form, inventory, counts, checklist }: Assessment, words: boolean, style: Style): Item[][] {
  const label = (text: string): Item => ({ text, style: TYPE.note });
  const value = (text: string): Item => ({ text, style });
  const slots = inventory.slots;
  const given = slots.filter((slot) => slot.files.length > 0).length;
  const complete = slots.every((slot) => !slot.required || slot.files.length > 0);
  const kinds: [Decision['is'], number][] = [
    ['met', counts.met],
    ['not met', counts.notMet],
    ['undecided', counts.undecided],
    ['advice', counts.advice],
    ['unknown', counts.unknown],
  ];
  const marks = kinds
    .filter(([, count]) => count > 0)
    .map(([is, count]): Item => ({ text: `${WORDS[is]} ${count}`, style, mark: is }));
  const attested = checklist.filter((item) => item.attested).length;
  return [
    [label('申请表'), value(`${form.filled} / ${form.required}`)],
    [label('附件'), value(`${given} / ${slots.length} 类${given < slots.length && complete ? '，必交齐' : ''}`)],
    [...(words ? [label('认定条件')] : []), ...(marks.length > 0 ? marks : [value('无')])],
    [label('人工核对'), value(`${attested} / ${checklist.length}`)],
  ];
}
