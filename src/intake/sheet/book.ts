// A category's intake workbook: cover, a sheet a section, a sheet a table, and the hidden lists behind the dropdowns.
import type { Category } from '../../category/category.ts';
import { unspaced } from '../../characters/folds.ts';
import type { Entry, MapNode, Node } from '../../document/node.ts';
import { type CellOf, spreadsheetFormula } from '../../expression/explain.ts';
import type { Fact } from '../../expression/types.ts';
import { statedFact } from '../../form/field.ts';
import { names } from '../../form/keys.ts';
import type { OpenedColumn, OpenedField } from '../../form/opened.ts';
import { takeValue } from '../../form/take-value.ts';
import { isEmpty } from '../../form/types/type.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import { isValues, type Value, type Values } from '../starter/given.ts';
import { type Answers, answersOf } from './answers.ts';
import { type Layout, pathText } from './asked.ts';
import { Dictionary } from './dictionary.ts';
import { drawGrid, drawLines, type Formulas, isOurs } from './draw.ts';
import { addressesOf, layoutOf, type Room, reference } from './layout.ts';
import type { Printed } from './read.ts';
import { type OutCell, type OutSheet, writeWorkbook } from './workbook.ts';

/** Gives the id of a key, and how what stands below is read. */
type Naming = (key: string) => { readonly id: string; readonly below?: Naming; readonly fact?: Fact } | undefined;

const keep: Naming = () => undefined;

type Lists = Category['form']['lists'];

/** Keys that name one thing twice keep the second as written, so that nothing is lost. */
function plainValue(node: Node, naming: Naming, lists: Lists, fact?: Fact): Value {
  if (node.kind !== 'map' && fact !== undefined && !isEmpty(node)) {
    const { taken } = takeValue(node, { fact, lists });
    if (taken !== undefined) return typeof taken === 'string' ? taken : [...taken];
  }
  if (node.kind === 'list') {
    const own = fact?.type === 'choices' || fact?.type === 'table' ? fact : undefined;
    return node.items.map((item) => plainValue(item, naming, lists, own));
  }
  if (node.kind === 'scalar') {
    if (node.value === null && !node.quoted) return '';
    if (typeof node.value === 'boolean' && fact?.type === 'yes_no') return node.value ? '是' : '否';
    return node.source.trim();
  }
  const made: Record<string, Value> = {};
  for (const entry of node.entries) {
    const named = naming(entry.key);
    const id = named === undefined || Object.hasOwn(made, named.id) ? entry.key : named.id;
    made[id] = plainValue(entry.value, named?.below ?? keep, lists, named?.fact);
  }
  return made;
}

const yearOf = (key: string): string => /^(\d{4})\s*年?$/u.exec(key.trim())?.[1] ?? key;
const years: Naming = (key) => ({ id: yearOf(key) });

/** The keys of a record, of a row, or of a person. */
function below(fact: Fact | undefined, parts: Readonly<Record<string, string>> = {}): Naming {
  if (fact?.yearly) return years;
  if (fact?.type === 'person') {
    const printed = { name: '姓名', phone: '电话', mobile: '手机' };
    return (key) => {
      const found = Object.entries(printed).find(([id, label]) => names(key, id, label, parts[id]));
      return found === undefined ? undefined : { id: found[0] };
    };
  }
  return columnsOf([...(fact?.fields.values() ?? [])].map((one) => ({ fact: one, label: one.meaning })));
}

const columnsOf =
  (columns: readonly Pick<OpenedColumn, 'fact' | 'label'>[]): Naming =>
  (key) => {
    const found = columns.find(({ fact, label }) => names(key, fact.id, label, fact.meaning));
    return found === undefined ? undefined : { id: found.fact.id, below: below(found.fact), fact: found.fact };
  };

const fieldNaming = (field: OpenedField) => ({
  id: field.id,
  below: below(field.fact, field.parts),
  fact: field.fact ?? statedFact,
});

/** The namings of the parts of a dossier; parts without one are kept as they are. */
function partsOf({ form, vocabulary, slots }: Category): Readonly<Record<string, Naming>> {
  const stamped: Naming = (key) => (key === 'stamped' ? { id: key, fact: yesNo } : undefined);
  return {
    form: (key) => {
      const section = form.sections.find((one) => names(key, one.id, one.called));
      if (section === undefined) return undefined;
      const inside: Naming = (name) => {
        for (const item of section.items) {
          if (!names(name, item.id, ...item.called)) continue;
          return item.kind === 'field' ? fieldNaming(item) : { id: item.id, below: columnsOf(item.columns) };
        }
        return undefined;
      };
      return { id: section.id, below: inside };
    },
    facts: (key) => {
      const fact = vocabulary.get(key) ?? [...vocabulary.values()].find((one) => names(key, one.id, one.meaning));
      return fact === undefined ? undefined : { id: fact.id, below: below(fact), fact };
    },
    titles: below(vocabulary.get('titles')),
    attachments: (key) => {
      const slot = slots.find((one) => names(key, one.id, one.label));
      return slot === undefined ? undefined : { id: slot.id, below: stamped };
    },
  };
}

const yesNo: Fact = { id: '', type: 'yes_no', meaning: '', yearly: false, negative: false, fields: new Map() };

/** Every part of a dossier but what a workbook says of itself. */
export function valuesOf(entries: readonly Entry[], category: Category): Values {
  const parts = partsOf(category);
  const made: Record<string, Value> = {};
  for (const { key, value } of entries) made[key] = plainValue(value, parts[key] ?? keep, category.form.lists);
  return made;
}

export const noAnswers: Answers = { enterprise: '', asOf: '', values: new Map(), free: new Map(), rows: new Map() };

/** What of a dossier needs room in its workbook: facts with the years of those that have some, and keys of its form. */
export function roomOf(dossier: Values): Room {
  const facts = isValues(dossier.facts) ? dossier.facts : {};
  const years = (value: unknown): readonly number[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value).flatMap((key) => (/^\d{4}$/.test(key) ? [Number(key)] : []))
      : [];
  const form = isValues(dossier.form) ? dossier.form : {};
  return {
    facts: new Map(Object.entries(facts).map(([id, value]) => [id, years(value)])),
    form: new Map(Object.entries(form).map(([id, section]) => [id, isValues(section) ? Object.keys(section) : []])),
  };
}

/** What a dossier answers of its category's workbook, with the layout that has room for it. */
export function answered(root: MapNode, category: Category) {
  const values = valuesOf(root.entries, category);
  const room = roomOf(values);
  const layout = layoutOf(category, room);
  return { answers: answersOf(values, layout), layout, room };
}

/** The sheets of a workbook, empty or with what a dossier says. */
export function sheetsOf(category: Category, version: string, root?: MapNode): readonly OutSheet[] {
  const { answers, layout } =
    root === undefined ? { answers: noAnswers, layout: layoutOf(category) } : answered(root, category);
  const lists = new Dictionary(layout.lists);
  const formulas = formulasOf(category, layout);
  const sheets = layout.sheets.map((sheet) =>
    sheet.kind === 'grid' ? drawGrid(sheet, answers, lists) : drawLines(sheet, answers, lists, formulas),
  );
  const cover = drawCover(category, version, answers, layout);
  return [cover, ...sheets, lists.sheet()];
}

/** What an empty workbook with this layout holds of itself. */
export function printedIn(category: Category, layout: Layout): Printed {
  const lists = new Dictionary(layout.lists);
  const none = (): undefined => undefined;
  const sheets = layout.sheets.map((sheet) =>
    sheet.kind === 'grid' ? drawGrid(sheet, noAnswers, lists) : drawLines(sheet, noAnswers, lists, none),
  );
  const form = new Set([drawCover(category, '', noAnswers, layout), ...sheets].flatMap(textsOf));
  return { form, lists: new Set([...form, ...textsOf(lists.sheet())]) };
}

/** The texts of a sheet but for its answers, folded by `unspaced`. */
export const textsOf = ({ rows }: OutSheet): readonly string[] =>
  rows.flatMap((cells) =>
    cells.flatMap((cell) =>
      cell === undefined || cell.look === 'answer' || cell.value === undefined ? [] : [unspaced(String(cell.value))],
    ),
  );

/** The bytes of the workbook of a category, empty or with what a dossier says. */
export const workbookOf = async (category: Category, version: string, root?: MapNode): Promise<Uint8Array> =>
  writeWorkbook(category.definition.title, sheetsOf(category, version, root));

/** Formulas by metric; nothing for one that is more than arithmetic, or reads what stands in no cell. */
function formulasOf(category: Category, layout: Layout): Formulas {
  const cellOf = cellsOf(category, layout);
  return (id) => {
    const metric = category.metrics.find((one) => one.id === id);
    if (metric === undefined) return undefined;
    const { formula, decimals, ifZeroDivisor } = metric;
    const shown = ifZeroDivisor === undefined ? {} : { ifZeroDivisor: ifZeroDivisor.toString() };
    return spreadsheetFormula(formula.tree, category.scope, cellOf, { decimals, ...shown });
  };
}

function cellsOf({ form }: Category, layout: Layout): CellOf {
  const addresses = addressesOf(layout);
  const fields = new Map(
    form.sections.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'field' && item.fact ? [[item.fact.id, item] as const] : [])),
    ),
  );
  return (fact, year) => {
    const field = fields.get(fact);
    const path = field === undefined ? ['facts', fact] : ['form', field.section, field.id];
    const [only] = field?.years ?? [];
    // A field that prints one year takes its plain value.
    const single = field?.years.length === 1;
    if (single && year !== undefined && only?.year !== year) return undefined;
    const address = addresses.get(pathText(year === undefined || single ? path : [...path, String(year)]));
    return address === undefined ? undefined : reference(address);
  };
}

/** Of workbooks: one that is newer cannot be read by this program. */
export const workbookFormat = 1;

/** What only the program reads. */
const kept: ReadonlySet<string> = new Set(['category', 'year', 'format', 'program']);

type Rows = (OutCell | undefined)[][];

function drawCover(category: Category, version: string, answers: Answers, layout: Layout): OutSheet {
  const { definition } = category;
  const { head } = words;
  const line = (id: keyof typeof head, value: string, hint: string, mine = false): Rows[number] => [
    { value: id, look: 'plain' },
    { value: head[id], look: 'label' },
    { value, look: mine ? 'answer' : 'label' },
    { value: hint, look: 'remark' },
  ];
  const { routing, papers } = words;
  const own = (label: string, hint: string): Rows[number] => [
    undefined,
    { value: label, look: 'label' },
    { look: 'answer' },
    { value: hint, look: 'remark' },
  ];
  const slots = category.slots.map(({ label, required }): Rows[number] => [
    undefined,
    { value: required ? papers.required : papers.optional, look: 'label' },
    { value: label, look: 'label' },
    { value: '', look: 'remark' },
  ]);
  const rows: Rows = [
    [
      { value: '#cover', look: 'plain' },
      { value: words.heading(definition.title), look: 'title' },
    ],
    [undefined, { value: definition.scheme, look: 'remark' }],
    line('enterprise', answers.enterprise, words.enterpriseHint, true),
    line('as_of', answers.asOf, words.asOfHint, true),
    [],
    [undefined, { value: routing.title, look: 'band' }, { look: 'band' }, { look: 'band' }],
    own(routing.filledBy, ''),
    own(routing.sendTo, ''),
    own(
      routing.by,
      definition.season?.until === undefined ? routing.noDeadline : routing.deadline(definition.season.until),
    ),
    [],
    [undefined, { value: papers.title, look: 'band' }, { look: 'band' }, { look: 'band' }],
    ...(category.slots.length === 0 ? [[undefined, { value: papers.none, look: 'plain' as const }]] : slots),
    line('category', category.id, words.keep),
    line('year', String(definition.year), words.keep),
    line('format', String(workbookFormat), words.keep),
    line('program', `zjtx ${version}`, words.keep),
    [],
    [undefined, { value: words.guideTitle, look: 'band' }, { look: 'band' }, { look: 'band' }],
    ...words.guide(definition.title).map((text): Rows[number] => [undefined, { value: text, look: 'plain' }]),
    [],
    [undefined, { value: words.colours, look: 'band' }, { look: 'band' }, { look: 'band' }],
    [undefined, { look: 'answer' }, { value: words.colourNames.text, look: 'plain' }],
    [undefined, { look: 'computed' }, { value: words.colourNames.computed, look: 'plain' }],
    [undefined, { look: 'label' }, { value: words.colourNames.label, look: 'plain' }],
    [],
    [undefined, { value: words.sheetsTitle, look: 'band' }, { look: 'band' }, { look: 'band' }],
    ...layout.sheets
      .filter((sheet) => !isOurs(sheet))
      .map(({ name, title }): Rows[number] => [
        undefined,
        { value: name, look: 'plain' },
        { value: title === name ? '' : title, look: 'remark' },
      ]),
  ];
  const spread = rows.flatMap((row, at): [number, number, number][] =>
    row.length === 2 || row[1]?.look === 'band' ? [[at, 1, 3]] : [],
  );
  return {
    name: words.cover,
    rows,
    widths: [4, 24, 50, 34],
    hiddenColumns: [0],
    hiddenRows: rows.flatMap(([id], at) => (kept.has(String(id?.value)) ? [at] : [])),
    heights: new Map([[0, 34]]),
    merges: spread,
  };
}
