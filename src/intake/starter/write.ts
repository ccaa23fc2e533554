// Writes a starter dossier: every key of a category with its printed label, unit, limits and clause as comments, and what is known.
import { folderFor, noteName } from '../../attachments/convention.ts';
import type { SlotRule } from '../../attachments/slot.ts';
import type { Category } from '../../category/category.ts';
import { clauseLines, describeFact, describeField, describeSlot } from '../../category/schema/describe.ts';
import { isWithin } from '../../category/season.ts';
import { blockLines, Figure, keyText, shownPath, type Writable, type WritableMap } from '../../document/edit-text.ts';
import { spelt } from '../../dossier/edit.ts';
import type { Fact } from '../../expression/types.ts';
import { ownLabel } from '../../findings/shapes.ts';
import { statedFact } from '../../form/field.ts';
import { cleanLabel, factSteps, keyOf, names, type Spelling, type Step } from '../../form/keys.ts';
import { type OpenedField, type OpenedSection, type OpenedTable, ownColumns } from '../../form/opened.ts';
import { personParts } from '../../form/types/person.ts';
import { starterWords as words } from '../../words/intake.ts';
import { schemaWords } from '../../words/schema.ts';
import { type NeededFact, neededFacts } from './carry.ts';
import {
  columnSteps,
  type Given,
  isBlank,
  isValues,
  itemSteps,
  personSteps,
  rowExample,
  type Spelt,
  sectionSteps,
  slotSteps,
  type Value,
  type Values,
  writable,
  writableEvidence,
} from './given.ts';

/** `.zjtx/jiangsu-2021-product.schema.json`, relative to the dossier's folder. */
export const schemaPathFor = (id: string): string => `.zjtx/${id.replaceAll('/', '-')}.schema.json`;

/** Without options the editor schema is named in the first line, and keys are printed labels. */
type StarterOptions = { readonly modeline?: boolean; readonly spelling?: Spelling };

/** What is written for each key: comments above it, then the key with its value. */
type Lines = readonly string[];

const indented = (lines: Lines): Lines => lines.map((line) => (line === '' ? '' : `  ${line}`));
const hashed = (lines: Lines): Lines => lines.map((line) => (line.startsWith('#') ? line : `# ${line}`));

/**
 * The YAML text of a dossier of the category. Whatever is given is written, also under keys that the category does not
 * know: `validate` tells of them. What is not given stands as a key without a value.
 */
export function starterText(category: Category, given: Given, options: StarterOptions = {}): string {
  const { definition, id, vocabulary } = category;
  const spelling = options.spelling ?? 'labels';
  const about = { vocabulary, spelling };
  const top = (part: string): string => topKey(part, spelling);
  const lateSummer = `${definition.year}-08-31`;
  const modeline = `# yaml-language-server: $schema=./${schemaPathFor(id)}`;
  const parts: readonly Lines[] = [
    [
      ...((options.modeline ?? true) ? [modeline] : []),
      ...hashed(words.head(definition.title, definition.scheme, definition.year)),
      ...blockLines(top('format'), 1),
      ...blockLines(top('category'), id),
      ...hashed([words.enterprise]),
      ...line(top('enterprise'), given.enterprise),
      ...hashed([words.asOf]),
      ...(given.as_of === undefined
        ? [`# ${top('as_of')}: ${isWithin(category.season, lateSummer) ? lateSummer : category.season.until}`]
        : line(top('as_of'), given.as_of)),
    ],
    [...hashed([words.form]), `${top('form')}:`, ...indented(formLines(category, given.form ?? {}, spelling))],
    factsPart(category, given.facts ?? {}, spelling),
    titlesPart(category.vocabulary.get('titles'), given.titles, spelling),
    attachmentsPart(category, given.attachments ?? {}, spelling),
    ...(['claims', 'waivers', 'attestations'] as const).flatMap((name) => {
      const items = given[name];
      return items === undefined
        ? []
        : [[...hashed([words[name]]), ...line(top(name), spelt(writableEvidence(items, about), name, spelling))]];
    }),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const topKey = (id: string, spelling: Spelling): string => (spelling === 'ids' ? id : ownLabel('dossier', id));

const line = (key: string, value: Writable = ''): Lines =>
  value === '' ? [`${keyText(key)}:`] : blockLines(key, value);

const written = (key: string, value: Value | undefined, fact: Fact | undefined, how: Spelt): Lines =>
  line(key, value === undefined ? undefined : writable(value, fact, how));

/** Parts that have no value yet stand blank beside those that have: `{2019: 7350.00, 2020: }`. */
function withParts(key: string, value: Value | undefined, fact: Fact, parts: readonly string[], how: Spelt): Lines {
  if (parts.length < 2 || !(value === undefined || isValues(value))) return written(key, value, fact, how);
  const given = isValues(value) ? (writable(value, fact, how) as WritableMap) : {};
  // Beside the phone under a name of its own, a blank phone would be a second one.
  const isKnown = fact.yearly || Object.keys(given).every((one) => parts.includes(one));
  const blank = isKnown ? parts.filter((part) => !(part in given)).map((part) => [part, new Figure('')]) : [];
  return blockLines(key, { ...Object.fromEntries(blank), ...given });
}

/** Takes values by id or printed label; the rest is what nobody asked for. */
function taker(values: Values) {
  const left = new Map(Object.entries(values).filter(([, value]) => !isBlank(value)));
  return {
    take({ id, labels }: Step): Value | undefined {
      const key = [...left.keys()].find((one) => names(one, id, ...labels));
      const value = key === undefined ? undefined : left.get(key);
      if (key !== undefined) left.delete(key);
      return value;
    },
    rest: (written: (value: Value) => Writable = (value) => writable(value, undefined)): Lines =>
      [...left].flatMap(([key, value]) => blockLines(key, written(value))),
  };
}

function formLines({ form }: Category, given: Values, spelling: Spelling): Lines {
  const sections = taker(given);
  const steps = sectionSteps(form);
  const lines = form.sections.map((section) => {
    const step = steps.of(section.id);
    return sectionLines(section, keyOf(step, spelling), sections.take(step), spelling).join('\n');
  });
  return [...lines.join('\n\n').split('\n'), ...sections.rest()];
}

function sectionLines(section: OpenedSection, key: string, given: Value | undefined, spelling: Spelling): Lines {
  const { title = key } = section;
  const head = title === key ? [] : [`# ${title}`];
  const open = section.open ? [...head, `# ${words.open}`] : head;
  if (given !== undefined && !isValues(given)) return [...open, ...blockLines(key, writable(given, undefined))];
  const values = taker(given ?? {});
  const steps = itemSteps(section);
  const items = section.items.flatMap((item) => itemLines(item, steps.of(item.id), values, spelling));
  const inside = [...items, ...values.rest()];
  return [...open, `${keyText(key)}:`, ...indented(inside)];
}

function itemLines(
  item: OpenedField | OpenedTable,
  step: Step,
  values: ReturnType<typeof taker>,
  spelling: Spelling,
): Lines {
  const key = keyOf(step, spelling);
  if (item.kind === 'table') {
    const rows = values.take(step);
    const how = { spelling, steps: columnSteps(item.columns) };
    return [...hashed(tableComment(item, key, spelling)), ...written(key, rows, item.fact, how)];
  }
  if (item.shows !== undefined) return [];
  const value = values.take(step);
  if (item.computed !== undefined && value === undefined)
    return hashed([...fieldComment(item, key), `${keyText(key)}:`]);
  const fact = item.fact ?? statedFact;
  const person = personSteps(item.parts);
  const isPerson = fact.type === 'person';
  const parts = isPerson
    ? personParts.map(({ id }) => keyOf(person.of(id), spelling))
    : item.years.map(({ year }) => String(year));
  const how = { spelling, ...(isPerson ? { steps: person } : {}) };
  return [...hashed(fieldComment(item, key)), ...withParts(key, value, fact, parts, how)];
}

function factsPart(category: Category, given: Values, spelling: Spelling): Lines {
  const values = taker(given);
  const steps = factSteps(category.vocabulary);
  const needed = neededFacts(category).map((one) => ({ ...one, step: steps.of(one.fact.id) }));
  const facts = needed.flatMap((one) => factLines(one, one.step, values, spelling));
  const others = [...category.vocabulary.values()].flatMap((fact) => {
    const step = steps.of(fact.id);
    const value = values.take(step);
    const key = keyOf(step, spelling);
    return value === undefined
      ? []
      : [...hashed(comment(fact.meaning, key, [])), ...blockLines(key, writable(value, fact, { spelling }))];
  });
  const inside = [...facts, ...others, ...values.rest()];
  return inside.length === 0 ? [] : [...hashed([words.facts]), `${topKey('facts', spelling)}:`, ...indented(inside)];
}

function factLines(needed: NeededFact, step: Step, values: ReturnType<typeof taker>, spelling: Spelling): Lines {
  const { fact, years } = needed;
  const value = values.take(step);
  const key = keyOf(step, spelling);
  const head = hashed(factComment(needed, key, spelling));
  if (fact.type !== 'record' || !(value === undefined || isValues(value)))
    return [...head, ...withParts(key, value, fact, years.map(String), { spelling })];
  return [...head, `${keyText(key)}:`, ...indented(recordLines(fact, value ?? {}, spelling))];
}

function recordLines(fact: Fact, given: Values, spelling: Spelling): Lines {
  const values = taker(given);
  const steps = factSteps(fact.fields);
  const parts = [...fact.fields.values()].flatMap((part) => {
    const step = steps.of(part.id);
    const value = values.take(step);
    const key = keyOf(step, spelling);
    const remarks = [...describeFact(part, schemaWords), ...optionsOf(part)];
    return [...hashed(comment(part.meaning, key, remarks)), ...written(key, value, part, { spelling })];
  });
  return [...parts, ...values.rest()];
}

const titlesPart = (fact: Fact | undefined, given: readonly Value[] | undefined, spelling: Spelling): Lines => [
  ...hashed([words.titles, ...(fact === undefined ? [] : [rowExample(ownColumns(fact), spelling)])]),
  ...written(topKey('titles', spelling), given, fact, { spelling }),
];

function attachmentsPart({ slots, vocabulary }: Category, given: Values, spelling: Spelling): Lines {
  const values = taker(given);
  const steps = slotSteps(slots);
  const said = (value: Value): Writable =>
    spelt(writableEvidence(value, { vocabulary, spelling }), 'evidence', spelling);
  const lines = slots.flatMap((slot) => {
    const step = steps.of(slot.id);
    const value = values.take(step);
    const key = keyOf(step, spelling);
    const lines = value === undefined ? [`# ${keyText(key)}: ${shownPath}`] : blockLines(key, said(value));
    return [...hashed(slotComment(slot, key)), ...lines];
  });
  return [
    ...hashed([words.attachments]),
    `${topKey('attachments', spelling)}:`,
    ...indented([...lines, ...values.rest(said)]),
  ];
}

/** Characters of a remark that shares the first line. */
const short = 40;

/** A line each; one that may share another loses its full stop. */
const parted = (texts: Lines): Lines =>
  texts
    .flatMap((text) => text.split('\n'))
    .filter((part) => part.trim() !== '')
    .map((part) => (isShort(part) ? part.replace(/。$/u, '') : part));

const isShort = (part: string): boolean => [...part].length <= short;

/** The label, unless the key says it, with short remarks on one line; longer ones and clauses below, and those that come `last`. */
function comment(label: string, key: string, remarks: Lines, clauses: Lines = [], last: Lines = []): Lines {
  const [first, end] = [parted(remarks), parted(last)];
  const beside = [...first, ...end].filter(isShort).join('；');
  const below = [first, parted(clauses), end].flatMap((parts, at) =>
    parts.filter((part) => at === 1 || !isShort(part)),
  );
  const head = [...(cleanLabel(label) === key ? [] : [label]), ...(beside === '' ? [] : [beside])].join('　');
  return head === '' ? below : [head, ...below];
}

function fieldComment(field: OpenedField, key: string): Lines {
  if (field.computed !== undefined) return comment(field.label, key, [words.computed]);
  const { remarks, clauses } = describeField(field, schemaWords);
  const isOpen = field.options.length === 0 || field.fact?.type === 'yes_no';
  return comment(field.label, key, [...remarks, ...(isOpen ? [] : [words.options(field.options)])], clauses);
}

/** The title, and a row that shows its columns. */
function tableComment({ title, columns, cite }: OpenedTable, key: string, spelling: Spelling): Lines {
  return [...comment(title, key, [words.tableRows], clauseLines(cite, schemaWords)), rowExample(columns, spelling)];
}

function factComment({ fact, years }: NeededFact, key: string, spelling: Spelling): Lines {
  const { unit: _, ...plain } = fact;
  const remarks = [
    ...(fact.unit === undefined ? [] : [schemaWords.unit(fact.unit)]),
    ...(years.length === 0 ? [] : [words.years(years)]),
    ...(fact.type === 'texts' ? [words.texts] : []),
    ...describeFact(plain, schemaWords),
    ...optionsOf(fact),
    ...(fact.type === 'table' ? [words.rows] : []),
  ];
  const row = fact.type === 'table' ? [rowExample(ownColumns(fact), spelling)] : [];
  return [...comment(fact.meaning, key, remarks), ...row];
}

const optionsOf = (fact: Fact): Lines =>
  fact.type === 'yes_no' || fact.options === undefined ? [] : [words.options(fact.options)];

function slotComment(slot: SlotRule, key: string): Lines {
  const { remarks, clauses } = describeSlot(slot, schemaWords);
  return comment(slot.label, key, remarks, clauses, [words.slot(folderFor(slot))]);
}

/** A file by its path below the folder of the dossier, with `/`. */
export type FreshFile = { readonly path: string; readonly text: string };

/** What lies in the folder of a slot. */
export const noteFor = (slot: SlotRule): FreshFile => ({
  path: `${folderFor(slot)}${noteName}`,
  text: words.note(slot.label, Object.values(describeSlot(slot, schemaWords)).flat()),
});
