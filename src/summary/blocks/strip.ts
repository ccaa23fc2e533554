// The strips below the title: the result, or the errors of a draft, and what is open where it is not formal (design.md A3, A13).
import type { Assessment, CriterionResult, Decision } from '../../assessment.ts';
import { blocking, isOpen } from '../../decide/state.ts';
import { furtherPlaces } from '../../findings/order.ts';
import { wordsOf } from '../../words/of-finding.ts';
import { blank, type Content, text } from '../content.ts';
import { widthOf } from '../fonts.ts';
import { mark, numberDisc, WORDS } from '../marks.ts';
import { baselineIn, heightOf, type Page } from '../page.ts';
import type { Block, NumberedError, Setting } from '../setting.ts';
import { rectangle } from '../shapes.ts';
import type { Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { COLOR, LINE, PAGE, type Style, TYPE } from '../tokens.ts';
import { clauseOf } from '../words.ts';

export const strip: Block = (setting) => {
  if (setting.stamp === 'draft') errorStrip(setting);
  else resultStrip(setting);
  if (setting.stamp !== 'final') openStrip(setting);
};

const RED: Style = { ...TYPE.section, color: COLOR.red };
const MESSAGE: Style = { face: 'song', size: 9.5, leading: 13 };
const PLACE: Style = { ...TYPE.tiny };

function errorStrip({ flow, assessment, errors }: Setting): void {
  const { errors: wrong, warnings } = assessment.counts;
  const rows: Row[] = [
    {
      least: 7.4,
      keep: true,
      cells: [{ span: 4, head: 'Column', content: head(wrong, errors.length - wrong, warnings) }],
    },
    ...errors.map(rowOf),
  ];
  placeTable(flow, {
    columns: [7, 103, 26, 34],
    pad: { x: 1, y: 0.8 },
    color: COLOR.red,
    groups: rows.map((row) => ({ rows: [row] })),
  });
  flow.y += 5;
}

const head =
  (errors: number, absent: number, warnings: number): Content =>
  () => ({
    height: heightOf(RED),
    draw: (page, box) => {
      page.shape(...mark('not met', box.x + 1, box.top + (heightOf(RED) - 3.3) / 2, 3.3));
      const found = [...(errors > 0 ? [`错误 ${errors} 项`] : []), ...(absent > 0 ? [`待补 ${absent} 项`] : [])];
      const until = errors > 0 ? '改正前' : '补齐前';
      const line = found.length === 0 ? '草稿：没有错误' : `${found.join('，')}，${until}不能生成正式材料`;
      page.text(line, box.x + 5.6, baselineIn(box.top, RED), RED);
      const note = `序号与表内标记对应${warnings > 0 ? `；另有警告 ${warnings} 项` : ''}`;
      const top = box.top + (heightOf(RED) - heightOf(TYPE.tiny)) / 2;
      page.text(note, box.x + box.width - 1, baselineIn(top, TYPE.tiny), TYPE.tiny, 'right');
    },
  });

function rowOf({ number, finding }: NumberedError): Row {
  const disc: Content = () => ({
    height: 3.6,
    draw: (page, box) => numberDisc(page, box.x + box.width / 2, box.top + box.height / 2, number),
  });
  const [cite] = finding.cite;
  const { file, line, column, absent } = finding.at;
  const position = absent ? `${file}:${line}` : `${file}:${line}:${column}`;
  const { count } = furtherPlaces(finding);
  const place = text(count === 0 ? position : `${position} 等 ${count + 1} 处`, PLACE, 'left', { anywhere: true });
  return {
    least: 6,
    cells: [
      { content: disc },
      { content: text(wordsOf(finding, 'zh').message, MESSAGE), field: file },
      { content: text(cite ? clauseOf(cite) : '程序检查', PLACE) },
      { content: place },
    ],
  };
}

const HEAD: Style = { ...TYPE.section, color: COLOR.ochre };
const TITLE: Style = { face: 'song', size: 9.5, leading: 13 };

type Open = { readonly is: 'undecided' | 'not met'; readonly what: string; readonly clause: string };

/** Nothing where all that is open is an error, which has its own strip. */
function openStrip({ flow, assessment, stamp }: Setting): void {
  const open = [
    ...(stamp === 'draft' ? [] : findingsOpen(assessment)),
    ...assessment.criteria.filter(isOpen).map(openOf),
  ];
  if (open.length === 0) return;
  placeTable(flow, {
    columns: [7, 119, 44],
    pad: { x: 1, y: 0.8 },
    color: COLOR.ochre,
    groups: [
      { least: 7.4, keep: true, cells: [{ span: 3, head: 'Column' as const, content: openHead(open.length) }] },
      ...open.map(openRow),
    ].map((row) => ({ rows: [row] })),
  });
  flow.y += 5;
}

/** Findings that unsettle the whole dossier: another season, a file that could not be looked into. */
const findingsOpen = ({ findings }: Setting['assessment']): readonly Open[] =>
  blocking(findings).map((finding) => {
    const [cite] = finding.cite;
    return { is: 'undecided', what: wordsOf(finding, 'zh').message, clause: cite ? clauseOf(cite) : '程序检查' };
  });

function openOf({ title, decision, cite: [cite] }: CriterionResult): Open {
  const is = decision.is === 'undecided' ? 'undecided' : 'not met';
  return { is, what: title, clause: cite ? clauseOf(cite) : '程序检查' };
}

const openHead =
  (count: number): Content =>
  () => ({
    height: heightOf(HEAD),
    draw: (page, box) => {
      page.shape(...mark('undecided', box.x + 1, box.top + (heightOf(HEAD) - MARK) / 2, MARK));
      page.text(`待核实 ${count} 项，核实前不作为正式材料`, box.x + 5.6, baselineIn(box.top, HEAD), HEAD);
    },
  });

const sign =
  (is: Open['is']): Content =>
  () => ({
    height: MARK,
    draw: (page, box) =>
      page.shape(...mark(is, box.x + (box.width - MARK) / 2, box.top + (box.height - MARK) / 2, MARK)),
  });

const openRow = ({ is, what, clause }: Open): Row => ({
  least: 6,
  cells: [
    { content: sign(is) },
    { content: what === '' ? blank : text(what, TITLE), field: what },
    { content: text(clause, TYPE.tiny) },
  ],
});

type Item = { readonly text: string; readonly style: Style; readonly mark?: Decision['is'] };

const HEIGHT = 7.2;
const MARK = 3.3;
const GAP = 2.4;
const PAD = 2.6;

function resultStrip({ flow, assessment }: Setting): void {
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
    const draw = (item: Item): void => {
      if (item.mark) page.shape(...mark(item.mark, at, flow.y + (HEIGHT - MARK) / 2, MARK));
      const from = at + (item.mark ? MARK + 0.9 : 0);
      const top = flow.y + (HEIGHT - heightOf(item.style)) / 2;
      at = from + page.text(item.text, from, baselineIn(top, item.style), item.style) + GAP;
    };
    flow.structure.part('P', () => cell.forEach(draw));
    x += (widths[index] ?? 0) + spare;
  });
  flow.y += HEIGHT + 5;
}

/** The widest form of the cells that fits: with all words, without 申报条件, then smaller. */
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
    [...(words ? [label('申报条件')] : []), ...(marks.length > 0 ? marks : [value('无')])],
    [label('人工核对'), value(`${attested} / ${checklist.length}`)],
  ];
}
