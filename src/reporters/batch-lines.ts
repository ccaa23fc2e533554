// Many dossiers at a glance: a table, or three lines each where the terminal is narrow, and the totals.
import { states } from '../decide/state.ts';
import type { Pen } from './block.ts';
import { cleanLine } from './clean.ts';
import type { Reported } from './reported.ts';
import { pathOf, type Report } from './reporter.ts';
import { counted, slotsOf } from './summary-lines.ts';
import { type Cell, clip, table } from './table.ts';
import { wrap } from './wrap.ts';

/** Cells of the widest table; the names give way first. */
const fixed = { mark: 1, count: 4, slots: 5, state: 11, gaps: 14 };
const names = { enterprise: 26, category: 32 };

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

/** The name, or where it has none the path. */
const nameOf = (outcome: Reported): string =>
  cleanLine(outcome.enterprise === '' ? pathOf(outcome) : outcome.enterprise);

/** The path, which one opens: never cut, since its end is what tells it from others. */
const pathLine = (pen: Pen, outcome: Reported, indent: number): string[] =>
  outcome.enterprise === '' ? [] : [`${' '.repeat(indent)}${pen.paint.dim(cleanLine(pathOf(outcome)))}`];

/** The lines of a table with the path below each row. */
function withPaths(pen: Pen, lines: readonly string[], outcomes: readonly Reported[]): string[] {
  const head = lines.length - outcomes.length;
  return lines.flatMap((line, index) => {
    const outcome = outcomes[index - head];
    return outcome === undefined ? [line] : [line, ...pathLine(pen, outcome, 3)];
  });
}

function asTable(pen: Pen, outcomes: readonly Reported[]): string[] {
  const { words, paint, width } = pen;
  const room = width - fixed.mark - 3 * fixed.count - fixed.slots - fixed.state - fixed.gaps;
  const enterprise = Math.min(
    names.enterprise,
    Math.floor((room * names.enterprise) / (names.enterprise + names.category)),
  );
  const category = Math.min(names.category, room - enterprise);
  const { columns } = words;
  const count = (value: number, stroke: (text: string) => string): Cell => ({
    text: String(value),
    stroke: value === 0 ? paint.dim : stroke,
  });
  const lines = table(
    [
      { head: '', width: fixed.mark },
      { head: columns.enterprise, width: enterprise },
      { head: columns.category, width: category },
      { head: columns.errors, width: fixed.count, right: true },
      { head: columns.warnings, width: fixed.count, right: true },
      { head: columns.undecided, width: fixed.count, right: true },
      { head: columns.slots, width: fixed.slots, right: true },
      { head: columns.state, width: fixed.state },
    ],
    outcomes.map((outcome) => [
      markOf(pen, outcome),
      { text: nameOf(outcome) },
      { text: cleanLine(categoryOf(outcome)) },
      count(outcome.counts.errors, paint.error),
      count(outcome.counts.warnings, paint.warning),
      count(outcome.counts.undecided, paint.undecided),
      { text: slotsText(outcome) },
      { text: stateOf(pen, outcome) },
    ]),
    paint,
  );
  return withPaths(pen, lines, outcomes);
}

function asEntries(pen: Pen, outcomes: readonly Reported[]): string[] {
  const { words, paint, width } = pen;
  return outcomes.flatMap((outcome) => {
    const { errors, warnings, undecided } = outcome.counts;
    const parts = words.entry(errors, warnings, undecided, slotsText(outcome));
    const strokes = [
      errors === 0 ? paint.dim : paint.error,
      warnings === 0 ? paint.dim : paint.warning,
      undecided === 0 ? paint.dim : paint.undecided,
      paint.plain,
    ];
    const mark = markOf(pen, outcome);
    return [
      `${mark.stroke(mark.text)} ${clip(nameOf(outcome), width - 2)}`,
      `  ${clip(cleanLine(categoryOf(outcome)), width - 2)}`,
      ...pathLine(pen, outcome, 2),
      `  ${mark.stroke(stateOf(pen, outcome))}`,
      `  ${parts.map((part, at) => (strokes[at] ?? paint.plain)(part)).join('  ')}`,
    ];
  });
}

/** The table and its totals. */
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
    ...(pen.narrow ? asEntries(pen, outcomes) : asTable(pen, outcomes)),
    '',
    ...wrap(words.checked(outcomes.length, files, parts), pen.width),
    `${words.inAll}  ${totals.join('  ')}`,
  ];
}
