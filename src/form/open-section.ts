// Reads what a dossier writes in an open section, whose fields no source shows: everything is kept as text.
import { unspaced, withoutRemark } from '../characters/folds.ts';
import { absentAt, type Entry, type MapNode, type Node, placeAt, type Range } from '../document/node.ts';
import { Decimal, readDecimal } from '../expression/decimal.ts';
import { factAt } from '../expression/reader.ts';
import { type Fact, numeric, type Vocabulary } from '../expression/types.ts';
import type { Facts } from '../expression/values.ts';
import type { Citation, Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { agree, takeFigure } from '../values/figure.ts';
import { textTaken } from '../values/taken.ts';
import { unitOf } from '../values/units.ts';
import type { FilledField, FilledTable } from './filled.ts';
import { type Free, type Gather, reporter } from './gather.ts';
import { names } from './keys.ts';
import type { OpenedField, OpenedForm, OpenedSection, OpenedTable } from './opened.ts';
import { isPlaceholder } from './rows/entries.ts';
import { readRows } from './rows/read.ts';
import { isEmpty, type Reading } from './types/type.ts';

/** A longer text takes the width of the page instead of a cell. */
const longestSigns = 120;

/** Whether an entry of a dossier is this section of the form. */
export const isSection = (entry: Entry, { id, called }: OpenedSection): boolean => names(entry.key, id, called);

/** Whether an entry of a section is this field or table. */
export const isItem = (entry: Entry, { id, called }: OpenedField | OpenedTable): boolean =>
  names(entry.key, id, ...called);

export const labelOf = (item: OpenedField | OpenedTable): string => (item.kind === 'field' ? item.label : item.title);

/** The entries of an open section, nothing when it is empty; a text or a list in place of them is one entry, named by the section's title. */
export function openEntries(section: OpenedSection, entry: Entry | undefined): MapNode | undefined {
  if (entry === undefined || isEmpty(entry.value)) return undefined;
  if (entry.value.kind === 'map') return entry.value;
  const only: Entry = { key: section.called, keyRange: entry.keyRange, value: entry.value };
  return { kind: 'map', entries: [only], range: entry.value.range };
}

/** An entry that no known field of the section takes, as a field of kind text. */
export function readFree(section: OpenedSection, entry: Entry, gather: Gather): FilledField {
  const text = textOf(entry.value);
  const long = text.includes('\n') || [...text].length > longestSigns;
  const range = isEmpty(entry.value) ? entry.keyRange : entry.value.range;
  tellPlaceholders(entry.value, entry.key, reporter(gather, `form.${section.id}.${entry.key}`, section.cite));
  return {
    kind: 'field',
    id: entry.key,
    fact: '',
    label: entry.key,
    type: long ? 'long_text' : 'text',
    required: false,
    beside: false,
    parts: {},
    options: [],
    years: [],
    ...(text === '' ? {} : { value: { kind: 'text', text } }),
    cite: section.cite,
    at: placeAt(gather.file, `form.${section.id}.${entry.key}`, range),
  };
}

/** Texts that only hold the place of an answer, however deep; after others of a list 同上 says which. */
function tellPlaceholders(node: Node, field: string, report: Reading['report'], inList = false, inRow = false): void {
  if (node.kind === 'map')
    for (const [index, { key, value }] of node.entries.entries())
      tellPlaceholders(value, key, report, inList, inRow || (inList && index > 0));
  else if (node.kind === 'list')
    for (const [index, item] of node.items.entries()) tellPlaceholders(item, field, report, true, inRow || index > 0);
  else if (isPlaceholder(node.source, inRow)) {
    const args = { field, written: node.source.trim() };
    report('value-placeholder', args, node.range, { severity: 'warning' });
  }
}

/** Kept as text where it stands, a field of another section answers nothing; told where it does not stand there as well. */
export function tellElsewhere(
  entry: Entry,
  section: OpenedSection,
  form: MapNode | undefined,
  { sections }: OpenedForm,
  gather: Gather,
): void {
  if (isEmpty(entry.value)) return;
  const own = (other: OpenedSection, item: OpenedField | OpenedTable): boolean =>
    (form?.entries ?? []).some(
      ({ key, value, keyRange }) =>
        isSection({ key, value, keyRange }, other) &&
        value.kind === 'map' &&
        value.entries.some((one) => isItem(one, item) && !isEmpty(one.value)),
    );
  for (const other of sections) {
    const item = other === section ? undefined : other.items.find((one) => isItem(entry, one));
    if (item === undefined) continue;
    const args = { field: labelOf(item), section: section.called, elsewhere: other.called };
    if (!own(other, item))
      reporter(gather, `form.${section.id}.${entry.key}`, [])('field-elsewhere', args, entry.keyRange);
    return;
  }
}

/** Nothing is written: the source shows no fields, so that nobody can say what is missing. */
export function tellOpen(section: OpenedSection, at: Range, gather: Gather): void {
  const args = { section: section.called };
  reporter(gather, `form.${section.id}`, section.cite)('section-open', args, at);
}

/** `2019：410；2020：512` for a map, `甲、乙` for a list of single values, a line a row for a list of maps. */
function textOf(node: Node): string {
  if (node.kind === 'scalar') return isEmpty(node) ? '' : node.source.trim();
  if (node.kind === 'map' || node.items.every((item) => item.kind === 'scalar')) return inLine(node);
  return node.items.map((item, index) => `${index + 1}. ${inLine(item)}`).join('\n');
}

/** The same on one line; what could be read two ways stands in brackets. */
function inLine(node: Node): string {
  if (node.kind === 'scalar') return textOf(node).replace(/(?<!\s)\s*\n\s*/gu, ' ');
  const bracketed = (item: Node): string => `（${inLine(item)}）`;
  if (node.kind === 'list') {
    return node.items.map((item) => (item.kind === 'scalar' ? inLine(item) : bracketed(item))).join('、');
  }
  return node.entries
    .map(({ key, value }) => `${key}：${value.kind === 'map' ? bracketed(value) : inLine(value)}`)
    .join('；');
}

/** Reads the rows under `node`; nothing written means no rows (暂无记录). */
export function readTable(
  { id, title, fact, columns, rests }: OpenedTable,
  node: Node | undefined,
  path: string,
  gather: Gather,
  parent: Node,
): FilledTable {
  const at = placeAt(gather.file, path, node?.range ?? absentAt(parent.range));
  gather.places.set(fact.id, at);
  const rows = readRows({ fact, title: withoutRemark(title), columns, cite: rests }, node, path, gather);
  const heads = columns.map(({ fact: { id: column, type }, label }) => ({ id: column, label, type }));
  return { kind: 'table', id, title, columns: heads, rows, at };
}

/** Figures under a key of the dossier's own that is named as a fact it gives: both must be one (E-05). */
export function checkFree(
  free: readonly Free[],
  { facts, vocabulary, cite }: { facts: Facts; vocabulary: Vocabulary; cite: readonly Citation[] },
): Finding[] {
  const findings: Finding[] = [];
  for (const { file, path, entry } of free) {
    const fact = namedBy(entry.key, vocabulary);
    const { value } = entry;
    if (fact === undefined || (value.kind === 'map') !== fact.yearly) continue;
    const cells =
      value.kind === 'map' ? value.entries.map((one) => [one.key, one.value] as const) : [['', value] as const];
    for (const [year, node] of cells) {
      const written = node.kind === 'scalar' ? textTaken(takeFigure(node.source.trim(), unitOf(fact))) : undefined;
      const stated = written === undefined ? undefined : readDecimal(written);
      const given = factAt(facts, year === '' ? fact.id : `${fact.id}.${Number.parseInt(year, 10)}`);
      if (stated === undefined || !(given instanceof Decimal) || agree(stated, given, fact)) continue;
      const field = year === '' ? entry.key : `${entry.key} ${year}`;
      const args = { field, stated: stated.toFixed(), given: given.toFixed(), unit: fact.unit ?? '' };
      findings.push(report('free-figure-differs', args, placeAt(file, path, node.range), { cite }));
    }
  }
  return findings;
}

/** The figure that a key names, without the unit in brackets at its end; another unit is another figure. */
function namedBy(key: string, vocabulary: Vocabulary): Fact | undefined {
  const name = withoutRemark(key);
  const remark = unspaced(key).slice(unspaced(name).length);
  return [...vocabulary.values()].find(
    ({ type, meaning, unit = '' }) =>
      numeric.has(type) && unspaced(name) === unspaced(meaning) && (remark === '' || remark === `(${unit})`),
  );
}
