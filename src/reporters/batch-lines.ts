// Many dossiers at a glance: a table, the path below each row, and the totals.
import { argument } from '../characters/shown.ts';
import { states } from '../decide/state.ts';
import type { Pen } from './block.ts';
import { cleanLine } from './clean.ts';
import type { Reported } from './reported.ts';
import { pathOf, type Report } from './reporter.ts';
import { counted, slotsOf } from './summary-lines.ts';
import { type Cell, table } from './table.ts';
import { wrap } from './wrap.ts';

/** Cells to which the name of an enterprise is cut. */
const leastNameCells = 16;
/** So that the counts of one table stand as in the next. */
const countCells = 4;
const leastStateCells = 6;

const categoryOf = (outcome: Reported): string => (outcome.kind === 'assessed' ? outcome.category.id : '-');
const slotsText = (outcome: Reported): string => {
  const { filled, all } = slotsOf(outcome);
  return outcome.kind === 'assessed' ? `${filled}/${all}` : '-';
};

/** The state's one word, or that it could not be read. */
const stateOf = (pen: Pen, outcome: Reported): string =>
  outcome.kind === 'unreadable' ? pen.words.state.unreadable : pen.words.state[outcome.state];

function markOf({ marks, paint }: Pen, { state }: Reported): Required<Cell> {
  if (state === 'errors' || state === 'incomplete') return { text: marks.error, stroke: paint.error };
  if (state === 'unsettled') return { text: marks.undecided, stroke: paint.undecided };
  return state === 'ready'
    ? { text: marks.ready, stroke: paint.ready }
    : { text: marks.warning, stroke: paint.warning };
}

/** A row a dossier, below it the path, which one opens. */
function asTable(pen: Pen, outcomes: readonly Reported[]): string[] {
  const { words, paint } = pen;
  const { columns } = words;
  const count = (value: number, stroke: (text: string) => string): Cell => ({
    text: String(value),
    stroke: value === 0 ? paint.dim : stroke,
  });
  return table(
    pen,
    [
      { mark: true, cells: 1 },
      { head: columns.enterprise, least: leastNameCells },
      { head: columns.category },
      { head: columns.errors, cells: countCells, right: true },
      { head: columns.warnings, cells: countCells, right: true },
      // Its state says it too, and so do the totals.
      { head: columns.undecided, cells: countCells, right: true, spare: true },
      { head: columns.slots, cells: countCells, right: true },
      { head: columns.state, least: leastStateCells },
    ],
    outcomes.map((outcome) => ({
      cells: [
        markOf(pen, outcome),
        { text: outcome.enterprise === '' ? '-' : cleanLine(outcome.enterprise) },
        { text: cleanLine(categoryOf(outcome)) },
        count(outcome.counts.errors, paint.error),
        count(outcome.counts.warnings, paint.warning),
        count(outcome.counts.undecided, paint.undecided),
        { text: slotsText(outcome) },
        { text: stateOf(pen, outcome) },
      ],
      // Never cut: its end is what tells it from others.
      below: [paint.dim(cleanLine(pathOf(outcome)))],
    })),
  );
}

/** The command that tells all of the worst one; nothing where each is ready. */
function closer(pen: Pen, outcomes: readonly Reported[]): string[] {
  const worst = states.map((state) => outcomes.find((one) => one.state === state)).find((one) => one !== undefined);
  if (worst === undefined || worst.state === 'ready') return [];
  return wrap(pen.words.closer(`zjtx validate ${argument(cleanLine(pathOf(worst)))}`), pen.width);
}

/** The table and its totals, or the totals of nothing. */
export function batchLines(pen: Pen, report: Report): string[] {
  const { words } = pen;
  const outcomes = [...report.outcomes].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : pathOf(a) > pathOf(b) ? 1 : 0));
  const sum = (of: (outcome: Reported) => number): number =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const counts = states.toReversed().map((state) => {
    return { state, count: outcomes.filter((outcome) => outcome.state === state).length };
  });
  // 就绪 and 有错误 always, so that nothing looks forgotten; the states between where some dossier is in them.
  const parts = counts
    .filter(({ state, count }) => count > 0 || state === 'ready' || state === 'errors')
    .map(({ state, count }) => words.stateCount(words.state[state], count));
  const totals = [
    counted(
      pen,
      'errors',
      sum((outcome) => outcome.counts.errors),
    ),
    counted(
      pen,
      'warnings',
      sum((outcome) => outcome.counts.warnings),
    ),
    counted(
      pen,
      'undecided',
      sum((outcome) => outcome.counts.undecided),
    ),
  ];
  const files = sum((outcome) => slotsOf(outcome).files);
  return [
    ...(outcomes.length === 0 ? [] : [...asTable(pen, outcomes), '']),
    ...wrap(words.checked(outcomes.length, files, parts), pen.width),
    `${words.inAll}  ${totals.join('  ')}`,
    ...closer(pen, outcomes),
  ];
}
