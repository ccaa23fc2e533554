// The sheets of a category's workbook: a sheet a section, a sheet a table, then what stands beside the form.
import type { SlotRule } from '../../attachments/slot.ts';
import type { Category } from '../../category/category.ts';
import type { Fact, Vocabulary } from '../../expression/types.ts';
import { cleanLabel, factSteps, keyOf } from '../../form/keys.ts';
import type { OpenedTable } from '../../form/opened.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import { type NeededFact, neededFacts } from '../starter/carry.ts';
import { askedOf, type Column, type GridSheet, type Layout, type LinesSheet, pathText, type Sheet } from './asked.ts';
import { factLines, sectionLines, statedLines } from './lines.ts';
import { cellName } from './workbook.ts';

/** What a dossier has beyond what its category needs, so that its workbook has room for it. */
export type Room = {
  /** Facts that it gives, with the years of yearly ones. */
  readonly facts: ReadonlyMap<string, readonly number[]>;
  /** Keys below the sections of its form, by section. */
  readonly form?: ReadonlyMap<string, readonly string[]>;
};

const none: Room = { facts: new Map() };

/** All sheets beside the cover. Equal input gives equal sheets: export and import share them. */
export function layoutOf(category: Category, room: Room = none): Layout {
  const { form, metrics, vocabulary } = category;
  const printed = new Set(form.sections.flatMap(({ items }) => items).flatMap(({ fact }) => (fact ? [fact.id] : [])));
  const known = neededFacts(category);
  const more = [...room.facts].flatMap(([id, years]): NeededFact[] => {
    const fact = vocabulary.get(id);
    const asked = printed.has(id) || known.some((one) => one.fact.id === id);
    return fact === undefined || asked ? [] : [{ fact, years }];
  });
  const needed = [...known, ...more];
  const sections = form.sections.flatMap((section): Sheet[] => {
    const title = section.title ?? words.top;
    const lines = sectionLines(section, form, metrics, room.form?.get(section.id) ?? []);
    const tables = section.items.flatMap((item) => (item.kind === 'table' ? [tableSheet(item)] : []));
    return lines.length === 0 ? tables : [linesSheet(title, lines), ...tables];
  });
  const stated = form.sections.flatMap(statedLines);
  // What no source shows the fields of can be filled in when the portal is open only: it comes last.
  const isBlank = (sheet: Sheet): boolean =>
    sheet.kind === 'lines' && sheet.lines.every(({ kind }) => kind === 'free' || kind === 'heads');
  const beside = factLines(
    needed.filter(({ fact }) => fact.type !== 'table'),
    room.facts,
    category.definition.year,
  );
  const titles = vocabulary.get('titles');
  const sheets: Sheet[] = [
    ...sections.filter((sheet) => !isBlank(sheet)),
    ...(beside.length === 0 ? [] : [linesSheet(words.facts, beside)]),
    ...needed.flatMap(({ fact }) => (fact.type === 'table' ? [factSheet(fact, ['facts', fact.id])] : [])),
    ...(titles === undefined ? [] : [factSheet(titles, ['titles'])]),
    attachmentSheet(category.slots, vocabulary),
    ...sections.filter(isBlank),
    ...(stated.length === 0 ? [] : [{ ...linesSheet(words.statedTitle, stated), ours: true }]),
    ...besideSheets(),
  ];
  return {
    category: category.id,
    sheets: named(sheets),
    lists: {
      regions: form.lists.get('regions')?.options ?? [],
      industries: form.lists.get('industries')?.options ?? [],
    },
  };
}

/** Heads stand once above all lines: figures of fewer years leave the cells of the others empty. */
function linesSheet(title: string, lines: LinesSheet['lines']): LinesSheet {
  const found = new Map<number, boolean>();
  for (const line of lines) {
    if (line.kind === 'value' && line.year !== undefined) found.set(line.year, false);
    for (const { year, forecast } of line.kind === 'series' ? line.years : [])
      found.set(year, forecast && found.get(year) !== false);
  }
  const all = [...found].map(([year, forecast]) => ({ year, forecast })).sort((a, b) => a.year - b.year);
  // A single year that nothing but its own fields name stands in their labels.
  const years = all.length > 1 || lines.some(({ kind }) => kind === 'series') ? all : [];
  return { kind: 'lines', name: title, title, lines: [{ kind: 'heads', years }, ...lines], years };
}

/** Which of a sheet's columns of values a year has; the first where the sheet has no such year. */
export const yearColumn = ({ years }: Pick<LinesSheet, 'years'>, of: number | undefined): number =>
  Math.max(
    0,
    years.findIndex(({ year }) => year === of),
  );

const column = (fact: Fact, label: string, required: boolean, options: readonly string[]): Column => ({
  id: fact.id,
  label: cleanLabel(label),
  asked: askedOf(fact, [fact.id], options),
  required,
  hint: words.hints[fact.type] ?? '',
});

const tableSheet = (table: OpenedTable): GridSheet => ({
  kind: 'grid',
  name: table.title,
  title: table.title,
  hint: words.rows,
  path: ['form', table.section, table.id],
  columns: table.columns.map(({ fact, label, required, options }) => column(fact, label, required, options)),
  mayBeNone: false,
  ready: [],
});

const factSheet = (fact: Fact, path: readonly string[]): GridSheet => ({
  kind: 'grid',
  name: fact.meaning,
  title: fact.meaning,
  hint: words.rowsOrNone,
  path,
  columns: [...fact.fields.values()].map((field) => column(field, field.meaning, false, field.options ?? [])),
  mayBeNone: true,
  ready: [],
});

const text = (
  id: string,
  type: 'text' | 'texts' | 'date' | 'yes_no' | 'file' = 'text',
  options: readonly string[] = [],
): Column => ({
  id,
  label: words.columns[id] ?? id,
  asked: { ...askedOf({ type, negative: false }, [id], options), closed: false },
  required: false,
  hint: words.columnHints[id] ?? '',
});

/** A row a file; a slot that asks for papers of several years has a row for each. */
function attachmentSheet(slots: readonly SlotRule[], vocabulary: Vocabulary): GridSheet {
  const ids = new Map(slots.map(({ id, label }) => [id, label]));
  const labels = [...ids.values()];
  // What is read from the papers is for whoever reads them.
  const ours = (column: Column): Column => ({ ...column, ours: true });
  const columns = [
    { ...text('slot', 'text', labels), required: true },
    { ...text('file', 'file'), required: true },
    text('covers'),
    ours(text('kind')),
    ours(text('issued_to')),
    ours(text('issuer')),
    text('valid_until', 'date'),
    text('stamped', 'yes_no'),
    ours(text('basis')),
    ours(text('pages')),
    ours(text('figures')),
    ours(text('proposed', 'texts')),
  ];
  const ready = slots.flatMap(({ label, covers, coversMonth }): Record<string, string>[] => {
    const years = covers?.years.map(String) ?? (coversMonth === undefined ? [] : [coversMonth.month]);
    return years.length === 0 ? [{ slot: label }] : years.map((year) => ({ slot: label, covers: year }));
  });
  const { attachments: title, attachmentsHint: hint } = words;
  return {
    kind: 'grid',
    name: title,
    title,
    hint,
    path: ['attachments'],
    columns,
    mayBeNone: false,
    ready,
    slots: ids,
    facts: factNames(vocabulary),
  };
}

/** What facts are called in a cell: a name that leads back to its fact, without a sign that parts figures. */
function factNames(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const steps = factSteps(vocabulary);
  return new Map(
    [...vocabulary.keys()].flatMap((id): [string, string][] => {
      const name = keyOf(steps.of(id), 'labels');
      return steps.named(name)?.id === id && !/[.=＝:：;；\n]/u.test(name) ? [[id, name]] : [];
    }),
  );
}

function besideSheets(): GridSheet[] {
  const grid = (id: 'claims' | 'waivers' | 'attestations' | 'rest', columns: readonly Column[]): GridSheet => ({
    kind: 'grid',
    name: words.beside[id].title,
    title: words.beside[id].title,
    hint: words.beside[id].hint,
    path: [id],
    columns,
    mayBeNone: false,
    ready: [],
  });
  return [
    grid('claims', [
      text('fact'),
      text('table'),
      text('row'),
      text('title'),
      text('year'),
      text('file', 'file'),
      text('pages'),
    ]),
    grid('waivers', [text('code'), text('at'), text('reason'), text('by'), text('until', 'date')]),
    grid('attestations', [text('item'), text('by'), text('on', 'date'), text('files')]),
    grid('rest', [text('path'), text('content')]),
  ];
}

/** Excel takes 31 characters without `[]:*?/\`, each name once whatever its case. */
function named(sheets: readonly Sheet[]): Sheet[] {
  const taken = new Set<string>([words.cover, words.lists]);
  return sheets.map((sheet) => {
    const plain = sheet.name
      .replace(/^[\d一二三四五六七八九十]+[、.．]\s*/u, '')
      .replace(/[(（][^()（）]*[)）]$/u, '')
      .replace(/[[\]:*?/\\：？]/gu, '')
      .replace(/^'|'$/g, '')
      .trim();
    const whole = plain === '' ? words.top : plain;
    let name = [...whole].slice(0, 28).join('');
    for (let count = 2; taken.has(name); count += 1) name = `${[...whole].slice(0, 26).join('')}${count}`;
    taken.add(name);
    return { ...sheet, name };
  });
}

/** Hidden ids, item and unit stand before the values, what is asked behind them. */
export const valueColumn = 3;
/** Title and remark stand above the lines. */
export const firstLine = 2;

/** The rows of a sheet's grid: title, remark, whether there is any, hidden ids, heads. */
export const gridRows = { state: 2, ids: 3, heads: 4, first: 5 } as const;

/** Sheet and cell of each value that a workbook asks for in lines, by its id path: `form.basics.uscc` → `D6`. */
type Address = { readonly sheet: string; readonly row: number; readonly column: number };

/** Addresses of the values of lines; figures over years by year: `form.operations.revenue.2018`. */
export function addressesOf(layout: Layout): ReadonlyMap<string, Address> {
  const found = new Map<string, Address>();
  for (const sheet of layout.sheets) {
    if (sheet.kind === 'lines') for (const [path, at] of linesOf(sheet)) found.set(path, at);
  }
  return found;
}

function* linesOf(sheet: LinesSheet): Generator<[string, Address]> {
  const at = (index: number, year?: number): Address => ({
    sheet: sheet.name,
    row: firstLine + index,
    column: valueColumn + yearColumn(sheet, year),
  });
  for (const [index, line] of sheet.lines.entries()) {
    if (line.kind === 'value') yield [pathText(line.asked.path), at(index, line.year)];
    if (line.kind !== 'series') continue;
    for (const { year } of line.years) yield [pathText([...line.asked.path, String(year)]), at(index, year)];
  }
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** `'经营指标'!D5`, as formulas name a cell of any sheet. */
export const reference = ({ sheet, row, column }: Address): string => `${quoted(sheet)}!${cellName(row, column)}`;

/** `'字典'!$A$1:$A$30`. */
export const range = (sheet: string, column: number, from: number, to: number): string => {
  const fixed = (row: number): string => cellName(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  return `${quoted(sheet)}!${fixed(from)}:${fixed(to)}`;
};
