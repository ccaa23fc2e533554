// The last lines of the report of one dossier: counts, slots, and what to do now.
import stringWidth from 'fast-string-width';
import { argument } from '../characters/shown.ts';
import { isCriterion } from '../findings/finding.ts';
import { countOf } from '../findings/order.ts';
import type { Tally } from '../words/report.ts';
import type { Pen } from './block.ts';
import { cleanLine } from './clean.ts';
import { type Reported, reportedFiles } from './reported.ts';
import { pathOf } from './reporter.ts';
import { wrap } from './wrap.ts';

/** Megabytes of 10⁶ bytes with one decimal; below a tenth, kilobytes. */
export const sizeText = (bytes: number): string =>
  bytes >= 100_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} KB`;

/** Slots with at least one file, of all: `9/10`. */
export function slotsOf(outcome: Reported): { filled: number; all: number; files: number; bytes: number } {
  if (outcome.kind === 'unreadable') return { filled: 0, all: 0, files: 0, bytes: 0 };
  const { slots } = outcome.inventory;
  const files = reportedFiles(outcome.inventory);
  return {
    filled: slots.filter((slot) => slot.files.length > 0).length,
    all: slots.length,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
  };
}

/** A count in its colour; nought is dim. */
export function counted(pen: Pen, tally: Tally, count: number): string {
  const { paint } = pen;
  const strokes = { errors: paint.error, warnings: paint.warning, undecided: paint.undecided };
  const stroke = tally === 'errors' || tally === 'warnings' || tally === 'undecided' ? strokes[tally] : paint.plain;
  return (count === 0 ? paint.dim : stroke)(pen.words.count(tally, count));
}

const escapes = /\u001b\[\d+m/g;

/** Parts on one line, four spaces apart, as many as fit. */
export function joined(parts: readonly string[], width: number, spaces = 4): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const line = `${lines.at(-1)}${' '.repeat(spaces)}${part}`;
    if (lines.length === 0 || stringWidth(line.replace(escapes, '')) > width) lines.push(part);
    else lines[lines.length - 1] = line;
  }
  return lines;
}

/** The name of an enterprise, broken where the width ends, and what stands behind it. */
export const named = (
  { paint, width }: Pick<Pen, 'paint' | 'width'>,
  name: string,
  behind: readonly string[],
): string[] => joined([...wrap(cleanLine(name), width).map(paint.bold), ...behind], width, 2);

/** Parts side by side, broken where one is too long: the first line begins `indent` cells in, the others `hang`. */
export const flowing = (parts: readonly string[], width: number, indent: number, hang: number): string[] =>
  joined(
    parts.flatMap((part) => wrap(part, width - hang)),
    width - hang,
    2,
  ).map((line, at) => ' '.repeat(at === 0 ? indent : hang) + line);

function next(pen: Pen, outcome: Reported): string {
  const { words } = pen;
  const path = pathOf(outcome).replace(/\/?dossier\.yaml$/, '');
  const build = `zjtx build ${path === '' ? '' : `${argument(cleanLine(path))} `}-o ${words.out}`;
  if (outcome.state === 'incomplete') return words.next.incomplete(`${build} --draft`);
  if (outcome.state === 'unsettled') return words.next.unsettled(`${build} --unsettled`);
  if (outcome.state !== 'errors') return words.next[outcome.state](build);
  return words.next.errors(countOf(outcome.findings, 'error'), explainOf(outcome));
}

/** What tells more of the first error; a criterion's code is known in its category only. */
function explainOf(outcome: Reported): string {
  const first = outcome.findings.find(({ severity, waived }) => severity === 'error' && waived === undefined);
  if (first === undefined) return 'zjtx explain';
  const own = isCriterion(first) && outcome.kind === 'assessed' ? ` --category ${outcome.category.id}` : '';
  return `zjtx explain ${cleanLine(`${first.code}${own}`)}`;
}

/** Counts (noughts too, so that nothing looks forgotten) and slots; then what now. */
export function summaryLines(pen: Pen, outcome: Reported): string[] {
  const { counts } = outcome;
  const shown: [Tally, number][] = [
    ['errors', counts.errors],
    ['warnings', counts.warnings],
    ['undecided', counts.undecided],
    ['unknown', counts.unknown],
  ];
  const extra: [Tally, number][] = [
    ['notes', counts.notes],
    ['waived', counts.waived],
  ];
  const tallies = [...shown, ...extra.filter(([, count]) => count > 0)].map(([tally, count]) =>
    counted(pen, tally, count),
  );
  const slots = slotsOf(outcome);
  const parts = [
    tallies.join('  '),
    ...(outcome.kind === 'unreadable'
      ? []
      : [pen.words.slots(slots.filled, slots.all, slots.files, sizeText(slots.bytes))]),
  ];
  return [...joined(parts, pen.width), ...wrap(next(pen, outcome), pen.width), ...mendLines(pen, outcome)];
}

/** What the program can mend by itself of what is wrong. */
function mendLines(pen: Pen, outcome: Reported): readonly string[] {
  const places = outcome.findings.flatMap(({ severity, waived, fix = [] }) =>
    severity === 'note' || waived !== undefined ? [] : fix.filter(({ is }) => is === 'safe'),
  ).length;
  const path = argument(cleanLine(pathOf(outcome)));
  return places === 0 ? [] : wrap(pen.words.mendable(places, `zjtx fix ${path}`), pen.width);
}
