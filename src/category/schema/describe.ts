// What there is to say of a field, a fact or a slot, as data: how to fill it in, and its clauses; each speaker lays it out.
import type { SlotRule } from '../../attachments/slot.ts';
import type { Fact } from '../../expression/types.ts';
import type { Citation } from '../../findings/finding.ts';
import type { OpenedField, OpenedForm } from '../../form/opened.ts';
import type { SchemaWords } from './words.ts';

/** A line each, the most needed first. */
export type Described = { readonly remarks: readonly string[]; readonly clauses: readonly string[] };

export const describedText = ({ remarks, clauses }: Described): string => [...remarks, ...clauses].join('\n');

/** `手册 2.1.2（来源原文）：“…”`, a line each. */
export const clauseLines = (
  cites: readonly Citation[],
  words: Pick<SchemaWords, 'basis' | 'clause' | 'standing'>,
): string[] =>
  cites.map(({ short, clause, standing, quote }) => {
    const name = clause === '' ? short : `${short} ${clause}`;
    return `${words.basis} ${words.clause(name, words.standing(standing), quote)}`;
  });

const known = (lines: readonly (string | undefined)[]): readonly string[] => lines.filter((line) => line !== undefined);

/** Unit, and how a value is written. */
export const describeFact = ({ unit, type }: Fact, words: SchemaWords): readonly string[] =>
  known([unit === undefined ? undefined : words.unit(unit), words.hints[type]]);

/** Who fills a field in, and whether it must be. */
export function needOf({ computed, shows, required }: OpenedField) {
  if (shows !== undefined) return 'filledByProgram';
  if (computed !== undefined) return 'computed';
  return required ? 'required' : 'optional';
}

export function describeField(field: OpenedField, words: SchemaWords): Described {
  const { fact, years, max, prompt, cite } = field;
  const remarks = known([
    words[needOf(field)],
    fact?.unit === undefined ? undefined : words.unit(fact.unit),
    years.length === 0 ? undefined : words.years(years),
    max === undefined ? undefined : words.limit(max),
    prompt,
    fact && words.hints[fact.type],
  ]);
  return { remarks, clauses: clauseLines(cite, words) };
}

export function describeSlot({ order, required, covers, expect, hint, cite }: SlotRule, words: SchemaWords): Described {
  const remarks = known([
    words.slot(order, required),
    covers && words.covers(covers.years),
    expect && words.expected(expect.types),
    hint,
  ]);
  return { remarks, clauses: clauseLines(cite, words) };
}

/** Options that another field's vocabulary names for an open choice: offered, never asked for. */
export function offeredFor({ id }: OpenedField, { sections }: OpenedForm): readonly string[] {
  const fields = sections.flatMap(({ items }) => items).filter((item) => item.kind === 'field');
  return fields.find(({ optionsBy }) => optionsBy?.field === id)?.optionsBy?.list.options.map(({ name }) => name) ?? [];
}
