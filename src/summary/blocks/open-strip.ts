// What is open where a summary is not formal: every condition that is undecided, or not met on a weak source (design.md A3).
import type { CriterionResult } from '../../assessment.ts';
import { blocking, isOpen } from '../../decide/state.ts';
import { wordsOf } from '../../words/of-finding.ts';
import { blank, type Content, text } from '../content.ts';
import { mark } from '../marks.ts';
import { baselineIn, heightOf } from '../page.ts';
import type { Setting } from '../setting.ts';
import type { Row } from '../table.ts';
import { placeTable } from '../table-break.ts';
import { COLOR, type Style, TYPE } from '../tokens.ts';
import { clauseOf } from '../words.ts';

const HEAD: Style = { ...TYPE.section, color: COLOR.ochre };
const TITLE: Style = { face: 'song', size: 9.5, leading: 13 };
const MARK = 3.3;

type Open = { readonly is: 'undecided' | 'not met'; readonly what: string; readonly clause: string };

/** Nothing where all that is open is an error, which has its own strip. */
export function openStrip({ flow, assessment, stamp }: Setting): void {
  const open = [
    ...(stamp === 'draft' ? [] : findingsOpen(assessment)),
    ...assessment.criteria.filter(isOpen).map(openOf),
  ];
  if (open.length === 0) return;
  placeTable(flow, {
    columns: [7, 119, 44],
    pad: { x: 1, y: 0.8 },
    color: COLOR.ochre,
    groups: [{ least: 7.4, keep: true, cells: [{ span: 3, content: head(open.length) }] }, ...open.map(rowOf)].map(
      (row) => ({ rows: [row] }),
    ),
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

const head =
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

const rowOf = ({ is, what, clause }: Open): Row => ({
  least: 6,
  cells: [
    { content: sign(is) },
    { content: what === '' ? blank : text(what, TITLE), field: what },
    { content: text(clause, TYPE.tiny) },
  ],
});
