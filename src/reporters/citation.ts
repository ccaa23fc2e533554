// The line below a finding that says what asks for it.
import type { Citation } from '../findings/finding.ts';
import type { Language } from '../findings/sentence.ts';
import { reportWords } from '../words/report.ts';
import { standingName } from '../words/standing.ts';
import { cleanLine } from './clean.ts';

/** `手册 2.1.2（来源原文）：“…”；…`, or that the program asks for it itself. */
export function clauses(cites: readonly Citation[], language: Language): string {
  const words = reportWords(language);
  if (cites.length === 0) return words.programCheck;
  return cites
    .map(({ short, clause, standing, quote }) => {
      const name = cleanLine(clause === '' ? short : `${short} ${clause}`);
      return words.clause(name, standingName(standing, language), quote === undefined ? undefined : cleanLine(quote));
    })
    .join(words.and);
}
