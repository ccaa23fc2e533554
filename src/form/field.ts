// Reads one field of a form: its value by type, its limits, and whether it is missing.
import { absentAt, type Entry, type MapNode, type Node, placeAt, type Range } from '../document/node.ts';
import type { Fact } from '../expression/types.ts';
import { isWeak } from '../findings/finding.ts';
import { given } from '../given.ts';
import type { FilledField, FilledValue } from './filled.ts';
import { type Gather, type More, placeYears, reporter } from './gather.ts';
import { cleanLabel, names } from './keys.ts';
import type { OpenedField } from './opened.ts';
import { figure } from './types/figure.ts';
import { fieldTypes } from './types/index.ts';
import { missingParts, personParts } from './types/person.ts';
import { isEmpty, type Read, saysNone } from './types/type.ts';

/** Characters as the limit counts them: code points, ends trimmed, line breaks not counted (domain.md F.3). */
export const countCharacters = (text: string): number => [...text.trim().replace(/[\r\n]/g, '')].length;

const lists: ReadonlySet<string> = new Set(['texts', 'choices']);

/** `[]`, or 无, says that there is none, which is no answer to a list that must be filled in; `[]` none to a single value. */
function isNone(node: Node, field: OpenedField): boolean {
  const list = lists.has(field.fact?.type ?? '');
  const empty = node.kind === 'list' && node.items.length === 0;
  return empty ? field.required || !list : field.required && list && saysNone(node);
}

/** The map that a field should stand in, with its id path and the title of the section. */
export type Home = { readonly map: MapNode; readonly path: string; readonly title: string };

/** `entry` is what the dossier writes for the field. */
export function readField(field: OpenedField, entry: Entry | undefined, home: Home, gather: Gather): FilledField {
  const path = `form.${field.section}.${field.id}`;
  const years = field.years.map(({ year }) => year);
  const written =
    entry !== undefined &&
    !isEmpty(entry.value) &&
    !isUntouched(entry.value, field.fact, years) &&
    !isNone(entry.value, field);
  const range: Range = written ? entry.value.range : (entry?.keyRange ?? absentAt(home.map.range));
  const at = placeAt(gather.file, path, range);
  const { value, fact, years: ranges } = written ? read(field, entry, path, gather) : ({} as Read);
  if (field.fact) {
    gather.places.set(field.fact.id, at);
    if (fact !== undefined) gather.facts.set(field.fact.id, fact);
    placeYears(gather, field.fact.id, path, ranges ?? new Map());
  }
  if (!written && field.required) missing(field, entry, home, path, gather);
  if (written && field.required) missingInside(field, value, entry, path, gather);
  if (written && !field.required) openLast(field, value, entry, path, gather);
  const count = value?.kind === 'text' && field.max !== undefined ? countCharacters(value.text) : undefined;
  if (count !== undefined && field.max !== undefined && count > field.max) {
    const code = field.maxInferred ? 'text-length-doubtful' : 'text-too-long';
    reporter(gather, path, field.rests)(code, { field: field.label, count, max: field.max }, range);
  }
  const { fact: asked, section: _, printed: __, en: ___, rests, maxInferred, optionsBy, ...shown } = field;
  const { id = '', type = 'percent', unit } = asked ?? {};
  return given({ ...shown, fact: id, type, unit, count, value, at });
}

function read(field: OpenedField, entry: Entry, path: string, gather: Gather): Read {
  const { fact } = field;
  const report = reporter(gather, path, field.rests);
  const base = {
    label: field.label,
    options: field.options,
    lists: gather.lists,
    cite: field.cite,
    years: field.years,
    parts: field.parts,
    ...(field.required ? { required: weight(field) } : {}),
    report,
  };
  if (field.computed !== undefined)
    return readStated(field, field.computed, entry, { ...base, fact: statedFact }, gather);
  if (fact === undefined || fact.type === 'record' || fact.type === 'table') return {};
  return fieldTypes[fact.type].read(entry.value, { ...base, fact });
}

/** How a computed cell is read: a plain percentage, which may be below zero. */
export const statedFact: Fact = {
  id: '',
  type: 'percent',
  unit: '%',
  meaning: '',
  yearly: false,
  negative: true,
  fields: new Map(),
};

/** The portal computes this cell; a figure that the dossier states is only compared. */
function readStated(
  field: OpenedField,
  metric: string,
  entry: Entry,
  reading: Parameters<typeof figure.read>[1],
  gather: Gather,
): Read {
  const { value } = figure.read(entry.value, reading);
  if (value?.kind === 'number') {
    const at = placeAt(gather.file, `form.${field.section}.${field.id}`, entry.value.range);
    gather.stated.set(metric, { value: value.value, source: value.source, at });
  }
  return {};
}

function missing(
  field: OpenedField,
  entry: Entry | undefined,
  { map, path: home, title }: Home,
  path: string,
  gather: Gather,
): void {
  const at = entry?.keyRange ?? headOf(map);
  const args = {
    field: field.label,
    section: title,
    home,
    example: `${entry?.key ?? cleanLabel(field.label)}: ${exampleOf(field)}`,
    empty: entry !== undefined,
  };
  reporter(gather, path, field.rests)('field-missing', args, at, weight(field));
}

/** What only restatements or our own proposal ask for is missed with a warning. */
const weight = ({ rests }: OpenedField): More => (isWeak(rests) ? { severity: 'warning' } : {});

/** The first line of a map: a missing key points there, not at the whole block. */
const headOf = (map: MapNode): Range => absentAt(map.entries[0]?.keyRange ?? map.range);

/** A person without a part, or a row of years with a gap (a forecast counts too). */
function missingInside(
  field: OpenedField,
  value: FilledValue | undefined,
  entry: Entry,
  path: string,
  gather: Gather,
): void {
  const lacks = (id: string, label: string, example: string): void =>
    reporter(gather, `${path}.${id}`, field.rests)(
      'field-missing',
      { field: label, section: field.label, example, home: path },
      entry.keyRange,
      weight(field),
    );
  for (const part of missingParts(value, field.parts)) {
    const example =
      part.id === 'name'
        ? `${part.label}: …`
        : `${part.label}: "${part.id === 'mobile' ? '13900000000' : '025-50000000'}"`;
    lacks(part.id, part.label, example);
  }
  if (value?.kind !== 'years' || entry.value.kind !== 'map') return;
  const written = entry.value.entries.filter((year) => !isEmpty(year.value)).map((year) => year.key);
  const gaps = value.cells.filter(
    (cell) => cell.value === undefined && !written.some((key) => key.startsWith(String(cell.year))),
  );
  for (const { year } of gaps) lacks(String(year), `${year}年`, `${year}: …`);
}

/** Years that may stay open; but whoever writes earlier ones and not the last has slipped by a year. */
function openLast(
  field: OpenedField,
  value: FilledValue | undefined,
  entry: Entry,
  path: string,
  gather: Gather,
): void {
  // A score of the year itself may not be there yet.
  if (value?.kind !== 'years' || entry.value.kind !== 'map' || field.fact?.plausible?.in_year === true) return;
  const past = value.cells.filter(({ forecast }) => !forecast);
  const last = String(past.at(-1)?.year);
  const given = past.flatMap((cell) => (cell.value === undefined ? [] : [String(cell.year)]));
  // What is written and cannot be read is told by itself.
  const isWritten = entry.value.entries.some((year) => !isEmpty(year.value) && year.key.startsWith(last));
  if (isWritten || given.length === 0) return;
  reporter(gather, path, field.rests)('year-last-open', { field: field.label, year: last, given }, entry.keyRange);
}

/** What a value of the field looks like, for the hint. */
export function exampleOf(field: OpenedField): string {
  const [first] = field.options;
  if (field.fact?.type === 'choices') return `[${first ?? '…'}]`;
  if (first !== undefined) return first;
  switch (field.fact?.type) {
    case 'uscc':
      return '"91320115MADEM0011B"';
    case 'postcode':
      return '"211100"';
    case 'person':
      return '{姓名: …, 电话: "025-50000000", 手机: "13900000000"}';
    case 'date':
      return '2016-03-18';
    case 'region':
      return '[江苏省, 南京市, 江宁区]';
    case 'industry':
      return '"3453"';
    case 'amount':
      return field.years.length > 1 ? `{${field.years.map(({ year }) => `${year}: …`).join(', ')}}` : '9800.00';
    case 'count':
      return '136';
    default:
      return '…';
  }
}

/** A key that nobody knows is no part, and is told. `years` are those that are asked for; without them any year is. */
export const isUntouched = (node: Node, fact: Fact | undefined, years: readonly number[] = []): boolean =>
  fact !== undefined &&
  node.kind === 'map' &&
  node.entries.every(({ key, value }) => isEmpty(value) && isPart(key, fact, years));

function isPart(key: string, fact: Fact, years: readonly number[]): boolean {
  if (fact.yearly) return years.length === 0 ? /^\d{4}$/.test(key) : years.includes(Number(key));
  if (fact.type === 'person') return personParts.some(({ id, label }) => names(key, id, label));
  return fact.type === 'record' && [...fact.fields.values()].some(({ id, meaning }) => names(key, id, meaning));
}
