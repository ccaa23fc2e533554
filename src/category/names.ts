// Checks the names by which the parts of a definition speak of each other, each at its own place.
import { reserved } from '../expression/scope.ts';
import type { Vocabulary } from '../expression/types.ts';
import type { CiteSpec } from '../findings/cite.ts';
import type { Citation } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import type { OpenedField, OpenedForm } from '../form/opened.ts';
import type { Definition } from './definition.ts';
import type { Faults } from './faults.ts';

/** Looks the clauses of a path of the definition up, and tells of those it names in vain. */
export type Cite = (spec: CiteSpec | undefined, path: readonly string[]) => readonly Citation[];

type Unknown = 'source-unknown' | 'list-unknown' | 'fact-name-unknown' | 'slot-name-unknown' | 'metric-unknown';

/** An unknown name, with the nearest of those that are known. */
export function tellUnknown(
  faults: Faults,
  code: Unknown,
  what: string,
  name: string,
  known: Iterable<string>,
  path: readonly string[],
): void {
  const near = nearest(name, known);
  faults.tell(code, { [what]: name, ...(near === undefined ? {} : { nearest: near }) } as never, path);
}

/** Clauses of sections, fields, dependent options and tables. */
export function checkFormClauses(definition: Definition, cite: Cite): void {
  for (const [id, section] of Object.entries(definition.form)) {
    cite(section.cite, ['form', id, 'cite']);
    for (const [key, field] of Object.entries(section.fields)) {
      cite(field.cite, ['form', id, 'fields', key, 'cite']);
      cite(field.options_by?.cite, ['form', id, 'fields', key, 'options_by', 'cite']);
    }
    for (const [key, table] of Object.entries(section.tables)) cite(table.cite, ['form', id, 'tables', key, 'cite']);
  }
}

/** Metrics against facts, computed cells, dependent options, a fact printed once, where criteria point. */
export function checkNames(definition: Definition, form: OpenedForm, vocabulary: Vocabulary, faults: Faults): void {
  for (const metric of Object.keys(definition.metrics)) {
    const taken = vocabulary.has(metric) || reserved.has(metric);
    if (taken) faults.tell('metric-named-as-fact', { metric }, ['metrics', metric]);
  }
  const printed = new Map<string, string>();
  for (const section of form.sections) {
    for (const item of section.items) {
      const path = ['form', section.id, item.kind === 'field' ? 'fields' : 'tables', item.id];
      if (item.kind === 'field') checkField(item, definition, form, path, faults);
      if (!item.fact) continue;
      const here = `${section.id}.${item.id}`;
      const before = printed.get(item.fact.id);
      if (before !== undefined)
        faults.tell('fact-printed-twice', { fact: item.fact.id, first: before, second: here }, path);
      printed.set(item.fact.id, here);
    }
  }
  for (const [id, { at, unsettles }] of Object.entries(definition.criteria)) {
    if (unsettles !== undefined && !vocabulary.has(unsettles))
      tellUnknown(
        faults,
        'fact-name-unknown',
        'fact',
        unsettles,
        [...vocabulary.keys()],
        ['criteria', id, 'unsettles'],
      );
    if (at === undefined || vocabulary.has(at) || Object.hasOwn(definition.attachments, at)) continue;
    const known = [...vocabulary.keys(), ...Object.keys(definition.attachments)];
    tellUnknown(faults, 'fact-name-unknown', 'fact', at, known, ['criteria', id, 'at']);
  }
}

function checkField(
  field: OpenedField,
  definition: Definition,
  form: OpenedForm,
  path: readonly string[],
  faults: Faults,
): void {
  const { computed, optionsBy } = field;
  if (computed !== undefined && !Object.hasOwn(definition.metrics, computed)) {
    const known = Object.keys(definition.metrics);
    tellUnknown(faults, 'metric-unknown', 'metric', computed, known, [...path, 'computed']);
  }
  const fields = form.sections.flatMap(({ items }) => items.filter(({ kind }) => kind === 'field').map(({ id }) => id));
  if (optionsBy !== undefined && !fields.includes(optionsBy.field)) {
    tellUnknown(faults, 'fact-name-unknown', 'fact', optionsBy.field, fields, [...path, 'options_by', 'field']);
  }
}
