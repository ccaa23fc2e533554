// Writes a starter dossier: every key of a category with its printed label, unit, limits and clause as comments, and what is known.
import { folderFor, noteName } from '../../attachments/convention.ts';
import type { SlotRule } from '../../attachments/slot.ts';
import type { Category } from '../../category/category.ts';
import { clauseLines, describeFact, describeField, describeSlot } from '../../category/schema/describe.ts';
import { isWithin } from '../../category/season.ts';
import { blockLines, Figure, type Writable, type WritableMap } from '../../document/edit-text.ts';
import type { Fact } from '../../expression/types.ts';
import { statedFact } from '../../form/field.ts';
import { names } from '../../form/keys.ts';
import {
  type OpenedColumn,
  type OpenedField,
  type OpenedSection,
  type OpenedTable,
  ownColumns,
} from '../../form/opened.ts';
import { starterWords as words } from '../../words/intake.ts';
import { schemaWords } from '../../words/schema.ts';
import { type NeededFact, neededFacts } from './carry.ts';
import { type Given, isBlank, isValues, type Value, type Values, writable, writableEvidence } from './given.ts';

/** `.zjtx/jiangsu-2021-product.schema.json`, relative to the dossier's folder. */
export const schemaPathFor = (id: string): string => `.zjtx/${id.replaceAll('/', '-')}.schema.json`;

export type StarterOptions = {
  /** Whether the editor schema is named in the first line; it is unless told otherwise. */
  readonly modeline?: boolean;
};

/** What is written for each key: comments above it, then the key with its value. */
type Lines = readonly string[];

const indented = (lines: Lines): Lines => lines.map((line) => (line === '' ? '' : `  ${line}`));
const hashed = (lines: Lines): Lines => lines.map((line) => (line.startsWith('#') ? line : `# ${line}`));

/**
 * The YAML text of a dossier of the category. Whatever is given is written, also under keys that the category does not
 * know: `validate` tells of them. What is not given stands as a key without a value.
 */
export function starterText(category: Category, given: Given, options: StarterOptions = {}): string {
  const { definition, id } = category;
  const lateSummer = `${definition.year}-08-31`;
  const modeline = `# yaml-language-server: $schema=./${schemaPathFor(id)}`;
  const parts: readonly Lines[] = [
    [
      ...((options.modeline ?? true) ? [modeline] : []),
      ...hashed(words.head(definition.title, definition.scheme, definition.year)),
      'format: 1',
      ...blockLines('category', id),
      ...hashed([words.enterprise]),
      ...line('enterprise', given.enterprise),
      ...hashed([words.asOf]),
      ...(given.as_of === undefined
        ? [`# as_of: ${isWithin(category.season, lateSummer) ? lateSummer : category.season.until}`]
        : line('as_of', given.as_of)),
    ],
    [...hashed([words.form]), 'form:', ...indented(formLines(category, given.form ?? {}))],
    factsPart(category, given.facts ?? {}),
    titlesPart(category.vocabulary.get('titles'), given.titles),
    attachmentsPart(category.slots, given.attachments ?? {}),
    ...(['claims', 'waivers', 'attestations'] as const).flatMap((name) => {
      const items = given[name];
      return items === undefined ? [] : [[...hashed([words[name]]), ...line(name, writableEvidence(items))]];
    }),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const line = (key: string, value: Writable | undefined): Lines =>
  value === undefined || value === '' ? [`${key}:`] : blockLines(key, value);

const written = (key: string, value: Value | undefined, fact: Fact | undefined): Lines =>
  line(key, value === undefined ? undefined : writable(value, fact));

/** Parts that have no value yet stand blank beside those that have: `{2019: 7350.00, 2020: }`. */
function withParts(key: string, value: Value | undefined, fact: Fact, parts: readonly string[]): Lines {
  if (parts.length < 2 || !(value === undefined || isValues(value))) return written(key, value, fact);
  const given = isValues(value) ? (writable(value, fact) as WritableMap) : {};
  const blank = Object.fromEntries(parts.filter((part) => !(part in given)).map((part) => [part, new Figure('')]));
  return blockLines(key, { ...blank, ...given });
}

/** Whether a person's parts are named by their ids, so that the others can be too. */
const personParts = ['name', 'phone', 'mobile'];

/** Takes values by id or printed label; the rest is what nobody asked for. */
function taker(values: Readonly<Record<string, Value>>) {
  const left = new Map(Object.entries(values).filter(([, value]) => !isBlank(value)));
  return {
    take(id: string, ...labels: (string | undefined)[]): Value | undefined {
      const key = [...left.keys()].find((one) => names(one, id, ...labels));
      const value = key === undefined ? undefined : left.get(key);
      if (key !== undefined) left.delete(key);
      return value;
    },
    rest: (written: (value: Value) => Writable = (value) => writable(value, undefined)): Lines =>
      [...left].flatMap(([key, value]) => blockLines(key, written(value))),
  };
}

function formLines({ form }: Category, given: Readonly<Record<string, Value>>): Lines {
  const sections = taker(given);
  const lines = form.sections.map((section) =>
    sectionLines(section, sections.take(section.id, section.title)).join('\n'),
  );
  return [...lines.join('\n\n').split('\n'), ...sections.rest()];
}

function sectionLines(section: OpenedSection, given: Value | undefined): Lines {
  const head = section.title === undefined ? [] : [`# ${section.title}`];
  const open = section.open ? [...head, `# ${words.open}`] : head;
  if (given !== undefined && !isValues(given)) return [...open, ...blockLines(section.id, writable(given, undefined))];
  const values = taker(given ?? {});
  const items = section.items.flatMap((item) => itemLines(item, values));
  const inside = [...items, ...values.rest()];
  return [...open, `${section.id}:`, ...indented(inside)];
}

function itemLines(item: OpenedField | OpenedTable, values: ReturnType<typeof taker>): Lines {
  if (item.kind === 'table') {
    const rows = values.take(item.id, item.title);
    return [...hashed(tableComment(item)), ...written(item.id, rows, item.fact)];
  }
  if (item.shows !== undefined) return [];
  const value = values.take(item.id, item.label, item.printed);
  if (item.computed !== undefined && value === undefined) return hashed([...fieldComment(item), `${item.id}:`]);
  const fact = item.fact ?? statedFact;
  const byId = !isValues(value) || Object.keys(value).every((part) => personParts.includes(part));
  const parts = fact.type === 'person' && byId ? personParts : item.years.map(({ year }) => String(year));
  return [...hashed(fieldComment(item)), ...withParts(item.id, value, fact, parts)];
}

function factsPart(category: Category, given: Readonly<Record<string, Value>>): Lines {
  const values = taker(given);
  const facts = neededFacts(category).flatMap((needed) => factLines(needed, values));
  const others = [...category.vocabulary.values()].flatMap((fact) => {
    const value = values.take(fact.id, fact.meaning);
    return value === undefined ? [] : [...hashed([fact.meaning]), ...blockLines(fact.id, writable(value, fact))];
  });
  const inside = [...facts, ...others, ...values.rest()];
  return inside.length === 0 ? [] : [...hashed([words.facts]), 'facts:', ...indented(inside)];
}

function factLines(needed: NeededFact, values: ReturnType<typeof taker>): Lines {
  const { fact, years } = needed;
  const value = values.take(fact.id, fact.meaning);
  const head = hashed(factComment(needed));
  if (fact.type !== 'record' || !(value === undefined || isValues(value)))
    return [...head, ...withParts(fact.id, value, fact, years.map(String))];
  return [...head, `${fact.id}:`, ...indented(recordLines(fact, value ?? {}))];
}

function recordLines(fact: Fact, given: Values): Lines {
  const values = taker(given);
  const parts = [...fact.fields.values()].flatMap((part) => {
    const value = values.take(part.id, part.meaning);
    return [...hashed(partComment(part)), ...written(part.id, value, part)];
  });
  return [...parts, ...values.rest()];
}

const titlesPart = (fact: Fact | undefined, given: readonly Value[] | undefined): Lines => [
  ...hashed(titlesComment(fact)),
  ...written('titles', given, fact),
];

function attachmentsPart(slots: readonly SlotRule[], given: Readonly<Record<string, Value>>): Lines {
  const values = taker(given);
  const lines = slots.flatMap((slot) => {
    const value = values.take(slot.id, slot.label);
    const head = hashed(slotComment(slot));
    return value === undefined
      ? [...head, `# ${slot.id}: ${words.file}`]
      : [...head, ...blockLines(slot.id, writableEvidence(value))];
  });
  return [...hashed([words.attachments]), 'attachments:', ...indented([...lines, ...values.rest(writableEvidence)])];
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

/** The label with short remarks on one line; longer ones and clauses below, and those that come `last`. */
function comment(label: string, remarks: Lines, clauses: Lines = [], last: Lines = []): Lines {
  const [first, end] = [parted(remarks), parted(last)];
  const beside = [...first, ...end].filter(isShort);
  const below = [first, parted(clauses), end].flatMap((parts, at) =>
    parts.filter((part) => at === 1 || !isShort(part)),
  );
  return [beside.length === 0 ? label : `${label}　${beside.join('；')}`, ...below];
}

function fieldComment(field: OpenedField): Lines {
  if (field.computed !== undefined) return [words.computed(field.label)];
  const { remarks, clauses } = describeField(field, schemaWords);
  const isOpen = field.options.length === 0 || field.fact?.type === 'yes_no';
  return comment(field.label, [...remarks, ...(isOpen ? [] : [words.options(field.options)])], clauses);
}

/** The title, and a row that shows its columns. */
function tableComment({ title, columns, cite }: OpenedTable): Lines {
  return [...comment(title, [words.tableRows], clauseLines(cite, schemaWords)), rowExample(columns)];
}

const titlesComment = (fact: Fact | undefined): readonly string[] => [
  words.titles,
  ...(fact === undefined ? [] : [rowExample(ownColumns(fact))]),
];

function factComment({ fact, years }: NeededFact): Lines {
  const { unit: _, ...plain } = fact;
  const remarks = [
    ...(fact.unit === undefined ? [] : [schemaWords.unit(fact.unit)]),
    ...(years.length === 0 ? [] : [words.years(years)]),
    ...(fact.type === 'texts' ? [words.texts] : []),
    ...describeFact(plain, schemaWords),
    ...optionsOf(fact),
    ...(fact.type === 'table' ? [words.rows] : []),
  ];
  return [...comment(fact.meaning, remarks), ...(fact.type === 'table' ? [rowExample(ownColumns(fact))] : [])];
}

/** A field of a record: `# 审核通过日期　写成 2016-03-18`. */
const partComment = (fact: Fact): Lines =>
  comment(fact.meaning, [...describeFact(fact, schemaWords), ...optionsOf(fact)]);

const optionsOf = (fact: Fact): Lines =>
  fact.type === 'yes_no' || fact.options === undefined ? [] : [words.options(fact.options)];

function slotComment(slot: SlotRule): Lines {
  const { remarks, clauses } = describeSlot(slot, schemaWords);
  return comment(slot.label, remarks, clauses, [words.slot(folderFor(slot))]);
}

/** `  - {name: 专利名称, type: 专利类型（发明专利／…）}`: what to write is said where it stands. */
function rowExample(columns: readonly OpenedColumn[]): string {
  const cells = columns.map(({ fact, label, options }) => {
    const choices = options.length === 0 || options.length > 6 ? '' : `（${options.join('／')}）`;
    return `${fact.id}: ${label}${choices}`;
  });
  return `  - {${cells.join(', ')}}`;
}

/** A file by its path below the folder of the dossier, with `/`. */
export type FreshFile = { readonly path: string; readonly text: string };

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What lies around the dossier. `schema` is its JSON Schema; the extension is the one that reads it. */
export function filesAround(category: Category, schema: object): readonly FreshFile[] {
  return [
    { path: schemaPathFor(category.id), text: `${JSON.stringify(schema, null, 1)}\n` },
    { path: '.vscode/extensions.json', text: json({ recommendations: ['redhat.vscode-yaml'] }) },
    {
      path: '.vscode/settings.json',
      text: json({
        'yaml.schemas': { [schemaPathFor(category.id)]: 'dossier.yaml' },
        'yaml.format.enable': false,
        '[yaml]': {
          'editor.tabSize': 2,
          'editor.insertSpaces': true,
          'editor.wordWrap': 'on',
          'editor.quickSuggestions': { other: true, comments: false, strings: true },
        },
        'files.encoding': 'utf8',
      }),
    },
    ...category.slots.map((slot) => ({
      path: `${folderFor(slot)}${noteName}`,
      text: words.note(slot.label, Object.values(describeSlot(slot, schemaWords)).flat()),
    })),
  ];
}
