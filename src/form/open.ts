// Opens the form of a definition: looks up facts, vocabularies and clauses, and says which of them are not there.
import { yearsOf } from '../expression/day.ts';
import type { Fact, Vocabulary } from '../expression/types.ts';
import type { CiteSpec } from '../findings/cite.ts';
import type { Citation } from '../findings/finding.ts';
import { given } from '../given.ts';
import type { Field, FormDefinition, Section, Table } from './definition.ts';
import { cleanLabel } from './keys.ts';
import type { List, OpenedColumn, OpenedField, OpenedForm, OpenedSection, OpenedTable } from './opened.ts';

/** What opening may look things up in. `missing` is told what a path of the definition names in vain. */
export type FormContext = {
  readonly vocabulary: Vocabulary;
  readonly lists: ReadonlyMap<string, List>;
  readonly year: number;
  cite(spec: CiteSpec | undefined): readonly Citation[];
  missing(what: 'fact' | 'list' | 'column', name: string, path: readonly string[]): void;
};

export function openForm(form: FormDefinition, context: FormContext): OpenedForm {
  const sections = Object.entries(form).map(([id, section]) => openSection(id, section, context));
  return { sections, lists: context.lists };
}

/** What a section is called that is printed without a heading. */
const untitled = '表头';

function openSection(id: string, section: Section, context: FormContext): OpenedSection {
  const cite = context.cite(section.cite);
  const fields = Object.entries(section.fields).flatMap(
    ([key, field]) => openField(id, key, field, cite, context) ?? [],
  );
  const tables = Object.entries(section.tables).flatMap(
    ([key, table]) => openTable(id, key, table, cite, context) ?? [],
  );
  const called = section.title ?? untitled;
  return given({ id, title: section.title, called, open: section.open, items: [...fields, ...tables], cite });
}

function openField(
  section: string,
  id: string,
  field: Field,
  around: readonly Citation[],
  context: FormContext,
): OpenedField | undefined {
  const path = ['form', section, 'fields', id];
  const filledIn = field.computed === undefined && field.shows === undefined;
  const fact = filledIn ? factOf(field.fact ?? id, path, context) : undefined;
  if (filledIn && fact === undefined) return undefined;
  const { list: named, open: _, options_by, max_inferred: maxInferred, also = [], ...printed } = field;
  const list = named === undefined ? undefined : listOf(named, path, context);
  const cite = context.cite(field.cite);
  const by = options_by && listOf(options_by.list, path, context);
  return given({
    ...printed,
    kind: 'field',
    id,
    section,
    label: cleanLabel(field.label),
    called: [cleanLabel(field.label), ...(field.printed === undefined ? [] : [field.printed]), ...also],
    fact,
    required: field.required && filledIn,
    rests: cite.length > 0 ? cite : around,
    parts: field.parts ?? {},
    years: (field.years ?? []).flatMap((spec) =>
      yearsOf(spec, context.year).map((year) => ({ year, forecast: isForecast(year, fact, context) })),
    ),
    maxInferred,
    options: optionsOf(field, fact, list),
    optionsBy: by && options_by && { field: options_by.field, list: by, cite: context.cite(options_by.cite) },
    cite,
  });
}

const isForecast = (year: number, fact: Fact | undefined, { year: now }: FormContext): boolean =>
  fact?.plausible?.in_year === true ? year > now : year >= now;

/** The form's own options, else the vocabulary's, else the fact's; none for an open choice. */
function optionsOf(field: Field, fact: Fact | undefined, list: List | undefined): readonly string[] {
  if (field.open) return [];
  if (field.options) return field.options;
  if (list) return list.options.map((option) => option.name);
  return fact?.type === 'yes_no' ? ['是', '否'] : (fact?.options ?? []);
}

function openTable(
  section: string,
  id: string,
  table: Table,
  around: readonly Citation[],
  context: FormContext,
): OpenedTable | undefined {
  const path = ['form', section, 'tables', id];
  const fact = factOf(table.fact ?? id, path, context);
  if (fact === undefined) return undefined;
  const columns = Object.entries(table.columns).flatMap(([key, column]): OpenedColumn[] => {
    const field = fact.fields.get(key);
    if (field === undefined) {
      context.missing('column', key, [...path, 'columns', key]);
      return [];
    }
    const options = column.options ?? field.options ?? [];
    const { required, max } = column;
    return [given({ fact: field, label: cleanLabel(column.label), required, options, max })];
  });
  const cite = context.cite(table.cite);
  const rests = cite.length > 0 ? cite : around;
  return { kind: 'table', id, section, title: table.title, called: [table.title], fact, columns, cite, rests };
}

function factOf(name: string, path: readonly string[], context: FormContext): Fact | undefined {
  const fact = context.vocabulary.get(name);
  if (fact === undefined) context.missing('fact', name, path);
  return fact;
}

function listOf(name: string, path: readonly string[], context: FormContext): List | undefined {
  const list = context.lists.get(name);
  if (list === undefined) context.missing('list', name, path);
  return list;
}
