// What an editor shows of a field, table or slot: its need, unit, limits and years, how to write it, and its clauses.
import type { Citation } from '../../findings/finding.ts';
import type { OpenedField } from '../../form/opened.ts';
import type { SchemaWords } from './words.ts';

/** `手册 2.1.2（来源原文）：“…”`, a line each. */
export const clauseLines = (cites: readonly Citation[], words: SchemaWords): string[] =>
  cites.map(({ short, clause, standing, quote }) => {
    const name = clause === '' ? short : `${short} ${clause}`;
    return `${words.basis} ${words.clause(name, words.standing(standing), quote)}`;
  });

/** The lines below the title of a field, the most needed first. */
export function fieldText(field: OpenedField, words: SchemaWords): string {
  const { fact, years, max, prompt } = field;
  const hint = fact && words.hints[fact.type];
  return [
    needOf(field, words),
    ...(fact?.unit === undefined ? [] : [words.unit(fact.unit)]),
    ...(years.length === 0 ? [] : [words.years(years)]),
    ...(max === undefined ? [] : [words.limit(max)]),
    ...(prompt === undefined ? [] : [prompt]),
    ...(hint === undefined ? [] : [hint]),
    ...clauseLines(field.cite, words),
  ].join('\n');
}

function needOf({ computed, shows, required }: OpenedField, words: SchemaWords): string {
  if (shows !== undefined) return words.filledByProgram;
  if (computed !== undefined) return words.computed;
  return required ? words.required : words.optional;
}
