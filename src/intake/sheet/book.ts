// A category's intake workbook: cover, a sheet a section, a sheet a table, and the hidden lists behind the dropdowns.
import type { Category } from '../../category/category.ts';
import type { MapNode } from '../../document/node.ts';
import { type CellOf, spreadsheetFormula } from '../../expression/in-words.ts';
import { isValues, type Values } from '../starter/given.ts';
import { type Answers, answersOf } from './answers.ts';
import { type Layout, pathText } from './asked.ts';
import { valuesOf } from './canonical.ts';
import { drawCover } from './cover.ts';
import { Dictionary } from './dictionary.ts';
import { drawGrid, drawLines, type Formulas } from './draw.ts';
import { addressesOf, layoutOf, type Room, reference } from './layout.ts';
import { type OutSheet, writeWorkbook } from './workbook.ts';

export const noAnswers: Answers = { enterprise: '', asOf: '', values: new Map(), free: new Map(), rows: new Map() };

/** Facts of a dossier, with the years of those that have some. */
export function roomOf(dossier: Values): Room {
  const facts = isValues(dossier.facts) ? dossier.facts : {};
  const years = (value: unknown): readonly number[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value).flatMap((key) => (/^\d{4}$/.test(key) ? [Number(key)] : []))
      : [];
  return { facts: new Map(Object.entries(facts).map(([id, value]) => [id, years(value)])) };
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
