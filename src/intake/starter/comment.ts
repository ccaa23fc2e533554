// The comments above the keys of a starter dossier: label, need, unit, limits, choices, how to write it, and clauses.
import { folderFor } from '../../attachments/convention.ts';
import type { SlotRule } from '../../attachments/slot.ts';
import { clauseLines, fieldText } from '../../category/schema/describe.ts';
import type { Fact } from '../../expression/types.ts';
import type { OpenedColumn, OpenedField, OpenedTable } from '../../form/opened.ts';
import { schemaWords } from '../../words/schema.ts';
import { starterWords as words } from '../../words/starter.ts';
import type { NeededFact } from './needed.ts';

/** Characters of a remark that shares the first line. */
const short = 40;

/** The label with short remarks on one line, longer ones below; line breaks inside a remark part it. */
function comment(label: string, remarks: readonly string[]): readonly string[] {
  const lines = remarks.flatMap((remark) => remark.split('\n')).filter((part) => part.trim() !== '');
  const parts = lines.map((part) => ([...part].length <= short ? part.replace(/。$/u, '') : part));
  const beside = parts.filter((part) => [...part].length <= short && !part.startsWith(schemaWords.basis));
  const below = parts.filter((part) => !beside.includes(part));
  return [beside.length === 0 ? label : `${label}　${beside.join('；')}`, ...below];
}

export function fieldComment(field: OpenedField): readonly string[] {
  if (field.computed !== undefined) return [words.computed(field.label)];
  const text = fieldText(field, schemaWords).split('\n');
  const clauses = text.filter((line) => line.startsWith(schemaWords.basis));
  return comment(field.label, [
    ...text.filter((line) => !clauses.includes(line)),
    ...(field.options.length === 0 || field.fact?.type === 'yes_no' ? [] : [words.options(field.options)]),
    ...clauses,
  ]);
}

/** The title, and a row that shows its columns. */
export function tableComment({ title, columns, cite }: OpenedTable): readonly string[] {
  return [...comment(title, [words.tableRows, ...clauseLines(cite, schemaWords)]), rowExample(columns)];
}

export const titlesComment = (fact: Fact | undefined): readonly string[] => [
  words.titles,
  ...(fact === undefined ? [] : [rowExample(columnsOf(fact))]),
];

export function factComment({ fact, years }: NeededFact): readonly string[] {
  const remarks = [
    ...(fact.unit === undefined ? [] : [schemaWords.unit(fact.unit)]),
    ...(years.length === 0 ? [] : [words.years(years)]),
    ...(fact.type === 'texts' ? [words.texts] : []),
    ...hintOf(fact),
    ...(fact.type === 'table' ? [words.rows] : []),
  ];
  return [...comment(fact.meaning, remarks), ...(fact.type === 'table' ? [rowExample(columnsOf(fact))] : [])];
}

/** A field of a record: `# 审核通过日期　写成 2016-03-18`. */
export const partComment = (fact: Fact): readonly string[] =>
  comment(fact.meaning, [...(fact.unit === undefined ? [] : [schemaWords.unit(fact.unit)]), ...hintOf(fact)]);

function hintOf(fact: Fact): readonly string[] {
  const hint: string | undefined = schemaWords.hints[fact.type as keyof typeof schemaWords.hints];
  const options = fact.type === 'yes_no' || fact.options === undefined ? [] : [words.options(fact.options)];
  return [...(hint === undefined ? [] : [hint]), ...options];
}

export function slotComment(slot: SlotRule): readonly string[] {
  const { order, required, covers, expect, hint, cite } = slot;
  return comment(slot.label, [
    schemaWords.slot(order, required),
    ...(covers === undefined ? [] : [schemaWords.covers(covers.years)]),
    ...(expect === undefined ? [] : [schemaWords.expected(expect.types)]),
    ...(hint === undefined ? [] : [hint]),
    ...clauseLines(cite, schemaWords),
    words.slot(folderFor(slot)),
  ]);
}

const columnsOf = (fact: Fact): readonly OpenedColumn[] =>
  [...fact.fields.values()].map((field) => ({
    fact: field,
    label: field.meaning,
    required: false,
    options: field.options ?? [],
  }));

/** `  - {name: 专利名称, type: 专利类型（发明专利／…）}`: what to write is said where it stands. */
function rowExample(columns: readonly OpenedColumn[]): string {
  const cells = columns.map(({ fact, label, options }) => {
    const choices = options.length === 0 || options.length > 6 ? '' : `（${options.join('／')}）`;
    return `${fact.id}: ${label}${choices}`;
  });
  return `  - {${cells.join(', ')}}`;
}
