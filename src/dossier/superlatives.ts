// Whether the big words of a dossier are backed (E-24): in every text of the form, by a claim on it or a row of evidence that uses them.
import type { Category } from '../category/category.ts';
import type { Facts } from '../expression/values.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { FilledField, FilledForm, FilledTable } from '../form/filled.ts';
import type { At } from './beside.ts';
import type { Claim } from './definition.ts';

/** A text as the dossier writes it; `fact` of a claim that would back it. */
type Written = { readonly fact: string; readonly label: string; readonly text: string; readonly at: Place };

/** One warning for each text with words that nothing backs. */
export function checkSuperlatives(
  { superlatives: rule, scope, vocabulary }: Category,
  form: FilledForm,
  facts: Facts,
  places: ReadonlyMap<string, Place>,
  claims: readonly At<Claim>[],
): Finding[] {
  if (rule === undefined) return [];
  const items = form.sections.flatMap((section) => section.items);
  const tables = items.filter((item): item is FilledTable => item.kind === 'table');
  const evidence = tables.filter(({ id }) => rule.tables.includes(id)).flatMap(textsOf);
  const printed = new Set(items.flatMap((item) => (item.kind === 'field' ? [item.fact] : [item.id])));
  const beside = [...facts].flatMap(([id, value]): Written[] => {
    const type = vocabulary.get(id)?.type;
    const at = places.get(id);
    if (printed.has(id) || at === undefined || typeof value !== 'string') return [];
    return type === 'text' || type === 'long_text' ? [{ fact: id, label: scope.label(id), text: value, at }] : [];
  });
  const texts = [
    ...items.flatMap((item) => (item.kind === 'field' ? fieldText(item) : [])),
    ...tables.filter(({ id }) => !rule.tables.includes(id)).flatMap(textsOf),
    ...beside,
  ];
  return texts.flatMap(({ fact, label, text, at }) => {
    const words = rule.words.filter((word) => text.includes(word) && !evidence.some((row) => row.text.includes(word)));
    if (words.length === 0 || claims.some((claim) => claim.fact !== undefined && claim.fact === fact)) return [];
    const { hint, cite } = rule;
    const about = { field: label, words, ...(hint === undefined ? {} : { hint }) };
    return [report('superlative-unproved', about, at, { cite })];
  });
}

function fieldText({ fact, label, value, options, at }: FilledField): readonly Written[] {
  if (value?.kind === 'text') return [{ fact, label, text: value.text, at }];
  // Of a printed choice the form itself chose the words.
  if (value?.kind === 'chosen' && options.length === 0) return [{ fact, label, text: value.chosen.join('、'), at }];
  return [];
}

/** The texts of a table row by row; paths of files are none. */
const textsOf = ({ id, title, columns, rows }: FilledTable): readonly Written[] =>
  rows.map(({ number, cells, at }) => ({
    fact: id,
    label: `${title}第 ${number} 行`,
    text: columns.flatMap((column) => (column.type === 'file' ? [] : [cells[column.id] ?? ''])).join('\n'),
    at,
  }));
