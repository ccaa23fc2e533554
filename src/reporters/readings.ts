// Criteria whose clause is read in several ways and that no finding tells of: met under every reading, or partly undecided.
import { readingsText } from '../words/readings.ts';
import { head, labelled, type Pen } from './block.ts';
import { clauses } from './citation.ts';
import { cleanLine } from './clean.ts';
import type { ReportedAssessment } from './reported.ts';

/** A block a criterion; those that nobody could decide under any reading stand among the undecided ones. */
export function readingBlocks(pen: Pen, { criteria, findings }: ReportedAssessment): string[][] {
  const { marks, words, paint, language } = pen;
  const told = new Set(findings.map(({ code }) => code));
  return criteria.flatMap((criterion) => {
    const { id, title, readings, cite } = criterion;
    const read = readingsText(criterion, language);
    const decided = readings?.some(({ decision }) => decision.is === 'met' || decision.is === 'not met') ?? false;
    if (read === undefined || !decided || told.has(id)) return [];
    return [
      [
        ...head(pen, marks.note, words.readings.name, paint.plain, cleanLine(words.readings.of(read, title)), id),
        ...labelled(pen, 'clause', clauses(cite, language)),
      ],
    ];
  });
}
