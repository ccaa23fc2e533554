// The function `size_class`: which size an enterprise is of by 工信部联企业〔2011〕300号, from a table that its category hands in.
import type { Decimal } from './decimal.ts';
import type { FunctionRow } from './functions.ts';
import type { YearlyReader } from './reader.ts';
import { Missing } from './values.ts';

/** The least figures of 大型, 中型 and 小型 for each indicator that counts in an industry. */
type Bounds = {
  readonly employees?: readonly number[];
  readonly revenue?: readonly number[];
  readonly assets_total?: readonly number[];
};

/** `schemas/lists/size-classes.yaml`, read. */
export type SizeTable = {
  /** Largest first; the last one is the rest and has no bounds: 大型, 中型, 小型, 微型. */
  readonly sizes: readonly string[];
  readonly classes: ReadonlyMap<string, Bounds>;
  /** Beginning of a GB/T 4754 code to the name of its class; null where the standard does not apply. */
  readonly mapping: ReadonlyMap<string, string | null>;
};

/** What the function gives for an industry outside the standard. */
export const notApplicable = 'not_applicable';

/** The row for a table. Figures that do not count in the industry are not read. */
export const sizeClassOf = (table: SizeTable): FunctionRow => ({
  name: 'size_class',
  signature: 'size_class(string, Yearly, Yearly, Yearly, int): string',
  meaning: {
    zh: '企业规模：行业代码、从业人员、营业收入、资产总额和年度；大型、中型、小型、微型或 not_applicable',
    en: 'size of an enterprise, from its industry code, head count, revenue, assets and the year',
  },
  words: { zh: () => '企业规模（按划型标准）', en: () => 'size of the enterprise (by the size standard)' },
  apply: (code: string, employees: YearlyReader, revenue: YearlyReader, assets: YearlyReader, year: bigint): string => {
    const bounds = boundsOf(code, table);
    if (bounds === null) return notApplicable;
    const figures = [
      [employees, bounds.employees],
      [revenue, bounds.revenue],
      [assets, bounds.assets_total],
    ] as const;
    const counted = figures.flatMap(([series, least]) => (least ? [{ figure: series.at(Number(year)), least }] : []));
    return sizeOf(counted, table.sizes);
  },
});

/** A size needs every figure at or above its bound (以下 excludes the number), else the next one down is tried. */
function sizeOf(
  counted: readonly { readonly figure: Decimal; readonly least: readonly number[] }[],
  sizes: readonly string[],
): string {
  const rank = sizes.findIndex((_, index) => counted.every(({ figure, least }) => figure.gte(least[index] ?? 0)));
  return sizes[rank] ?? '';
}

/** The longest beginning of the code decides; a code too short to decide (70, or a letter) is a missing fact. */
function boundsOf(code: string, table: SizeTable): Bounds | null {
  for (let length = code.length; length >= 2; length -= 1) {
    const name = table.mapping.get(code.slice(0, length));
    if (name === null) return null;
    const bounds = name === undefined ? undefined : table.classes.get(name);
    if (bounds) return bounds;
  }
  throw new Missing('industry.code');
}
