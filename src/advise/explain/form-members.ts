// The form of a category in words: its sections, fields and tables, each with type, limits and years.
import type { OpenedField, OpenedSection, OpenedTable } from '../../form/opened.ts';
import { type Aspect, aspect, type Member } from './member.ts';
import type { Speech } from './speech.ts';

export const formMembers = (speech: Speech): readonly Member[] =>
  speech.category.form.sections.flatMap((section) => [
    sectionMember(section, speech),
    ...section.items.map((item) =>
      item.kind === 'field' ? fieldMember(item, section, speech) : tableMember(item, section, speech),
    ),
  ]);

const headed = ({ title }: OpenedSection, { own, words }: Speech): string =>
  title === undefined ? words.untitled : own(title);

const sectionMember = (section: OpenedSection, speech: Speech): Member => ({
  part: 'section',
  id: section.id,
  label: headed(section, speech),
  cite: section.cite,
  ...speech.origin(`form.${section.id}`),
  aspects: [
    ...aspect('title', headed(section, speech)),
    ...aspect('open', section.open ? speech.words.yes : undefined),
  ],
});

const fieldMember = (field: OpenedField, section: OpenedSection, speech: Speech): Member => ({
  part: 'field',
  id: field.id,
  label: field.label,
  cite: field.cite,
  ...speech.origin(`form.${section.id}.fields.${field.id}`),
  aspects: [
    ...aspect('title', field.label),
    ...aspect('section', headed(section, speech)),
    ...(field.computed === undefined && field.shows === undefined ? asked(field, speech) : computed(field, speech)),
  ],
});

const computed = ({ computed: metric }: OpenedField, { words, category }: Speech): readonly Aspect[] =>
  aspect('computed', metric === undefined ? words.yes : category.scope.label(metric), metric ?? 'program');

function asked(field: OpenedField, { words, year, category }: Speech): readonly Aspect[] {
  const { fact, required, years, max, maxInferred, options, optionsBy, prompt } = field;
  const type = fact && [words.types[fact.type], ...(fact.unit === undefined ? [] : [fact.unit])].join(' ');
  const by = optionsBy && category.scope.label(optionsBy.field);
  return [
    ...aspect('type', type),
    ...aspect('required', required ? words.required : words.optional),
    ...aspect(
      'years',
      years.map((one) => year(one.year)),
    ),
    ...aspect('limit', max === undefined ? undefined : words.characters(max, maxInferred)),
    ...aspect('options', [...options, ...(by === undefined ? [] : [by])]),
    ...aspect('prompt', prompt),
  ];
}

const tableMember = (table: OpenedTable, section: OpenedSection, speech: Speech): Member => ({
  part: 'table',
  id: table.id,
  label: table.title,
  cite: table.cite,
  ...speech.origin(`form.${section.id}.tables.${table.id}`),
  aspects: [
    ...aspect('title', table.title),
    ...aspect('section', headed(section, speech)),
    ...aspect(
      'columns',
      table.columns.map(({ label, required }) => speech.words.column(label, required)),
    ),
  ],
});
