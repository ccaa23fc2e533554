// Criteria that nobody could decide, and those whose text nobody has: no findings, but never to be taken for met.
import type { CriterionResult } from '../assessment.ts';
import { head, labelled, type Pen } from './block.ts';
import { clauses } from './citation.ts';
import { cleanLine } from './clean.ts';
import type { ReportedAssessment } from './reported.ts';

/** More of one kind become one line, unless asked for. */
const fewOpen = 3;
const fewFacts = 12;

type Labels = ReportedAssessment['labels'];

/** Facts by id and label, `revenue.2018（1、营业收入(万元)）`; the held titles last, with what to write when there are none. */
export function needsText(pen: Pick<Pen, 'words' | 'verbose'>, labels: Labels, needs: readonly string[]): string {
  const { words } = pen;
  const plain = needs.filter((id) => id !== 'titles');
  const shown = pen.verbose ? plain : plain.slice(0, fewFacts);
  const facts = shown.map((id) => {
    const label = labels[id] ?? labels[id.split('.')[0] ?? ''];
    return words.fact(cleanLine(id), label === undefined ? undefined : cleanLine(label));
  });
  const more = plain.length > shown.length ? [words.moreFacts(plain.length)] : [];
  return [...facts, ...more, ...(needs.includes('titles') ? [words.titlesNeeded] : [])].join(words.comma);
}

function undecided(pen: Pen, assessment: ReportedAssessment, criteria: readonly CriterionResult[]): string[][] {
  const { marks, words, paint, language } = pen;
  const open = criteria.flatMap((criterion) =>
    criterion.decision.is === 'undecided' ? [{ criterion, needs: criterion.decision.needs }] : [],
  );
  if (open.length > fewOpen && !pen.verbose) {
    const needs = [...new Set(open.flatMap((each) => each.needs))];
    return [
      [
        ...head(pen, marks.undecided, words.undecided, paint.undecided, words.manyUndecided(open.length)),
        ...labelled(pen, 'needs', needsText(pen, assessment.labels, needs)),
      ],
    ];
  }
  return open.map(({ criterion, needs }) => [
    ...head(pen, marks.undecided, words.undecided, paint.undecided, cleanLine(criterion.title), criterion.id),
    ...labelled(pen, 'needs', needsText(pen, assessment.labels, needs)),
    ...labelled(pen, 'clause', clauses(criterion.cite, language)),
  ]);
}

function unknown(pen: Pen, criteria: readonly CriterionResult[]): string[][] {
  const { marks, words, paint, language } = pen;
  const open = criteria.filter((criterion) => criterion.decision.is === 'unknown');
  if (open.length > fewOpen && !pen.verbose) {
    return [head(pen, marks.note, words.unknown, paint.plain, words.manyUnknown(open.length))];
  }
  return open.map((criterion) => [
    ...head(pen, marks.note, words.unknown, paint.plain, cleanLine(criterion.title), criterion.id),
    ...labelled(pen, 'clause', clauses(criterion.cite, language)),
  ]);
}

/** The blocks of what is undecided, then of what is not checked. */
export const openPoints = (pen: Pen, assessment: ReportedAssessment): string[][] => [
  ...undecided(pen, assessment, assessment.criteria),
  ...unknown(pen, assessment.criteria),
];
