// The schema of `form:`, its sections, fields and tables under their ids and printed labels.
import type { Fact, Vocabulary } from '../../expression/types.ts';
import type { OpenedField, OpenedForm, OpenedSection, OpenedTable } from '../../form/opened.ts';
import { snippets } from './cascade.ts';
import { clauseLines, describedText, describeFact, describeField, offeredFor } from './describe.ts';
import { figure, mapOrNone } from './scalar.ts';
import { type JsonSchema, keyed, type Named } from './spelling.ts';
import { type Asked, type Define, rows, schemaOf } from './value.ts';
import type { SchemaWords } from './words.ts';

export function formSchema(form: OpenedForm, define: Define, words: SchemaWords): JsonSchema {
  const sections = form.sections.map((section) => ({
    id: section.id,
    labels: [section.called],
    schema: define(`form.${section.id}`, sectionSchema(section, form, define, words)),
  }));
  return { type: ['object', 'null'], ...keyed(sections) };
}

function sectionSchema(section: OpenedSection, form: OpenedForm, define: Define, words: SchemaWords): JsonSchema {
  const items = section.items.map((item): Named => {
    const name = `form.${section.id}.${item.id}`;
    const schema =
      item.kind === 'table' ? tableSchema(item, form, define, words) : fieldSchema(item, form, define, words);
    return { id: item.id, labels: item.called, schema: define(name, schema) };
  });
  return {
    title: section.called,
    // Where the source shows no fields, a text or a list may stand for all of them.
    ...(section.open ? { description: words.open } : { type: ['object', 'null'] }),
    ...keyed(items, section.open),
  };
}

function fieldSchema(field: OpenedField, form: OpenedForm, define: Define, words: SchemaWords): JsonSchema {
  return {
    title: field.label,
    description: describedText(describeField(field, words)),
    ...valueSchema(field, form, define, words),
  };
}

function valueSchema(field: OpenedField, form: OpenedForm, define: Define, words: SchemaWords): JsonSchema {
  const { fact, computed, options, parts, max } = field;
  if (computed !== undefined) return figure({ type: 'percent', unit: '%', negative: true }, words);
  // A record or a table in a field's place is not read.
  if (fact === undefined || fact.type === 'record' || fact.type === 'table') return {};
  const years = field.years.map(({ year }) => year);
  const path = `form.${field.section}.${field.id}`;
  const limit = max === undefined ? {} : { max };
  const asked: Asked = { path, define, options, years, parts, lists: form.lists, words, ...limit };
  return { ...schemaOf(fact, asked), ...offered(field, form) };
}

function offered(field: OpenedField, form: OpenedForm): JsonSchema {
  const options = field.options.length > 0 ? [] : offeredFor(field, form);
  return options.length === 0 ? {} : { defaultSnippets: snippets(options) };
}

function tableSchema(table: OpenedTable, form: OpenedForm, define: Define, words: SchemaWords): JsonSchema {
  const path = `form.${table.section}.${table.id}`;
  const asked = { path, define, options: [], years: [], parts: {}, lists: form.lists, words, patents: true };
  const clauses = clauseLines(table.cite, words);
  return {
    title: table.title,
    ...(clauses.length === 0 ? {} : { description: clauses.join('\n') }),
    ...rows(table.columns, asked),
  };
}

type Beside = { readonly facts: JsonSchema; readonly titles: JsonSchema };

/** A fact that the form prints stands there and not here. */
export function factSchemas(form: OpenedForm, vocabulary: Vocabulary, define: Define, words: SchemaWords): Beside {
  const printed = new Set(
    form.sections.flatMap((section) => section.items).flatMap((item) => (item.fact ? [item.fact.id] : [])),
  );
  const asked = { define, years: [], parts: {}, lists: form.lists, words };
  const valueSchema = (fact: Fact, path: string): JsonSchema =>
    schemaOf(fact, { ...asked, path, options: fact.options ?? [] });
  const others = [...vocabulary.values()].filter(({ id }) => id !== 'titles');
  const beside = others.filter(({ id }) => !printed.has(id));
  const taken = new Set(others.filter(({ id }) => printed.has(id)).map(({ meaning }) => meaning));
  const named = beside.map((fact) => ({
    id: fact.id,
    labels: taken.has(fact.meaning) ? [] : [fact.meaning],
    schema: define(`facts.${fact.id}`, { ...described(fact, words), ...valueSchema(fact, `facts.${fact.id}`) }),
  }));
  const titles = vocabulary.get('titles');
  return {
    facts: { ...mapOrNone(words.wrong.fields), ...keyed(named) },
    titles: titles === undefined ? {} : valueSchema(titles, 'titles'),
  };
}

function described(fact: Fact, words: SchemaWords): JsonSchema {
  const lines = describeFact(fact, words);
  return { title: fact.meaning, ...(lines.length === 0 ? {} : { description: lines.join('\n') }) };
}
