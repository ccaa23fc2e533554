// The formulas of a workbook's computed cells: the category's own, over the cells that the figures are typed into.
import type { Category } from '../../category/category.ts';
import { type CellOf, spreadsheetFormula } from '../../expression/spreadsheet.ts';
import { addressesOf, reference } from './arrange.ts';
import { type Layout, pathText } from './asked.ts';
import type { Formulas } from './draw.ts';

/** Formulas by metric; nothing for one that is more than arithmetic, or reads what stands in no cell. */
export function formulasOf(category: Category, layout: Layout): Formulas {
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
