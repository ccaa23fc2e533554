// The report for a terminal: everything about one dossier, or a table of several.

import { batchLines } from './batch-lines.ts';
import { type Pen, penOf } from './block.ts';
import { cleanLine } from './clean.ts';
import { findingBlocks } from './findings.ts';
import { openPoints } from './open-points.ts';
import { readingBlocks } from './readings.ts';
import type { Reported } from './reported.ts';
import { pathOf, type Report, type Reporter, supersededIn } from './reporter.ts';
import { scorecardBlocks } from './scorecard.ts';
import { summaryLines } from './summary-lines.ts';
import { wrap } from './wrap.ts';

function title(pen: Pen, outcome: Reported): string[] {
  const { paint, words } = pen;
  const assessed = outcome.kind === 'assessed' ? outcome.category : undefined;
  const name = outcome.enterprise === '' ? [] : [paint.bold(cleanLine(outcome.enterprise))];
  const first = [...name, ...(assessed === undefined ? [] : [cleanLine(assessed.title)])];
  const second = [
    cleanLine(pathOf(outcome)),
    ...(assessed === undefined ? [] : [cleanLine(assessed.id)]),
    words.asOf(cleanLine(outcome.asOf)),
  ];
  const superseded = supersededIn(outcome);
  const third = superseded === undefined ? [] : wrap(cleanLine(words.superseded(superseded)), pen.width);
  if (pen.narrow) return [...first, ...second.map(paint.dim), ...third];
  return [...(first.length === 0 ? [] : [first.join('  ')]), paint.dim(second.join('  ')), ...third];
}

/** The whole report of a dossier: title, findings, what is open or read in several ways, points, summary. */
function one(pen: Pen, outcome: Reported): string[] {
  const open =
    outcome.kind === 'assessed'
      ? [...openPoints(pen, outcome), ...readingBlocks(pen, outcome), ...scorecardBlocks(pen, outcome)]
      : [];
  const blocks = [title(pen, outcome), ...findingBlocks(pen, outcome), ...open];
  return [
    ...blocks.flatMap((block) => [...block, '']),
    pen.paint.dim('-'.repeat(pen.width)),
    ...summaryLines(pen, outcome),
  ];
}

/** One dossier in full; several as a table, with `verbose` each in full before it. */
export const text: Reporter<string> = {
  name: 'text',
  render: (report: Report) => {
    const pen = penOf(report);
    const [first, ...rest] = report.outcomes;
    const lines =
      first !== undefined && rest.length === 0
        ? one(pen, first)
        : [
            ...(pen.verbose ? report.outcomes.flatMap((outcome) => [...one(pen, outcome), '', '']) : []),
            ...batchLines(pen, report),
          ];
    return `${lines.join('\n')}\n`;
  },
};
