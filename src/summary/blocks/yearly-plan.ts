// Columns of a table of years: how wide, in which size of figures, and whether the computed pair has room.
import type { FilledField, YearCell } from '../../assessment.ts';
import { SMALLEST } from '../figures.ts';
import { type Fonts, widthOf } from '../fonts.ts';
import { count, fixed, placesForRow, placesOf } from '../numbers.ts';
import { PAGE, type Style, TYPE } from '../tokens.ts';
import type { SectionField } from './form-runs.ts';

/** A row of the table with the computed cells that stand in it. */
export type YearlyLine = { readonly entry: SectionField; readonly metrics: FilledField[] };
export type Year = { readonly year: number; readonly forecast: boolean };

/** Inner space of a cell at its sides, mm. */
export const PAD = 1.4;
const COMPUTED = { label: 20.5, value: 13 } as const;
const USUAL = { year: 15.8, forecast: 20.8 } as const;
const LEAST_LABEL = 40;
const SIZES = [9, 8, SMALLEST] as const;
const NUMBER: Style = { ...TYPE.number, size: 9 };

/** All years of the rows, ascending. */
export function yearsOf(lines: readonly YearlyLine[]): Year[] {
  const years = new Map<number, Year>();
  for (const { entry } of lines) for (const year of entry.field.years) years.set(year.year, year);
  return [...years.values()].sort((a, b) => a.year - b.year);
}

/** `computed` tells whether the computed pair stands in two columns of its own. */
export type Plan = { readonly columns: readonly number[]; readonly number: Style; readonly computed: boolean };

/** Widths of the columns and the size of figures; without room the computed pair moves to rows of its own. */
export function planColumns(fonts: Fonts, lines: readonly YearlyLine[], years: readonly Year[]): Plan {
  const figures = lines.flatMap(({ entry }) => [...cellTexts(entry.field)]);
  const any = lines.some(({ metrics }) => metrics.length > 0);
  const usual = years.filter((year) => !year.forecast).length === 4 && years.length <= 5;
  const widest = Math.max(0, ...figures.map(([, value]) => widthOf(fonts, value, NUMBER)));
  const wished = usual ? USUAL.year : Math.min(22, Math.max(13, widest + 2 * PAD));
  const plan = (year: number, computed: boolean): number[] => {
    const own = years.map(({ forecast }) => (forecast ? Math.max(USUAL.forecast, year) : year));
    const taken = own.reduce((all, width) => all + width, 0) + (computed ? COMPUTED.label + COMPUTED.value : 0);
    return [PAGE.body - taken, ...own, ...(computed ? [COMPUTED.label, COMPUTED.value] : [])];
  };
  /** The largest size in which every figure fits the column of its year; the smallest when none does. */
  const sized = (columns: readonly number[]): { style: Style; fits: boolean } => {
    const fits = ([year, value]: readonly [number, string], style: Style): boolean =>
      widthOf(fonts, value, style) <= (columns[1 + years.findIndex((each) => each.year === year)] ?? 0) - 2 * PAD;
    const styles = SIZES.map((size) => ({ ...NUMBER, size }));
    const style = styles.find((each) => figures.every((entry) => fits(entry, each)));
    return { style: style ?? { ...NUMBER, size: SMALLEST }, fits: style !== undefined };
  };
  const columns = plan(wished, any);
  const { style, fits } = sized(columns);
  if (fits && (columns[0] ?? 0) >= LEAST_LABEL) return { columns, number: style, computed: any };
  const roomy = plan((PAGE.body - LEAST_LABEL) / Math.max(1, years.length), false);
  return { columns: roomy, number: sized(roomy).style, computed: false };
}

/** The figures of a row by year, as they print. */
export function cellTexts(field: FilledField): Map<number, string> {
  const cells: readonly YearCell[] = field.value?.kind === 'years' ? field.value.cells : [];
  const sources = cells.flatMap((cell) => (cell.source === undefined ? [] : [cell.source]));
  const places = placesForRow(sources);
  const shown = ({ value, source }: YearCell): string | undefined => {
    if (!value) return undefined;
    if (field.type === 'count') return count(value);
    return fixed(value, field.type === 'amount' ? places : placesOf(source ?? ''));
  };
  return new Map(cells.flatMap((cell) => (cell.value ? [[cell.year, shown(cell) ?? ''] as const] : [])));
}
