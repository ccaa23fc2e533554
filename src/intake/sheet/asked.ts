// What a workbook asks for, cell by cell: where the value stands in a dossier, and how it is written.
import type { Fact, FactType } from '../../expression/types.ts';
import type { ListOption } from '../../form/opened.ts';

/** A level of a cascade: its options depend on the cells of the levels before it. */
export type Cascade = { readonly list: 'regions' | 'industries'; readonly level: number };

/** One value. */
export type Asked = {
  /** Ids from the root of the dossier: `['form', 'basics', 'uscc']`; `#0` is the first of a list. */
  readonly path: readonly string[];
  readonly type: FactType;
  readonly unit?: string;
  readonly negative: boolean;
  /** Offered in a dropdown. */
  readonly options: readonly string[];
  /** Whether nothing but an option may stand there. */
  readonly closed: boolean;
  readonly cascade?: Cascade;
};

/** A year of a row of figures. */
export type Year = { readonly year: number; readonly forecast: boolean };

export type Told = {
  readonly label: string;
  /** Other names of it, by which a sheet of somebody else may know it. */
  readonly also?: readonly string[];
  /** How to fill it in, beside the cell. */
  readonly hint: string;
  /** Limits and clauses, in a note at the cell. */
  readonly note: string;
  readonly required: boolean;
};

/** A row of a sheet that asks for one thing after the other. */
export type Line =
  | { readonly kind: 'band'; readonly label: string }
  | { readonly kind: 'heads'; readonly years: readonly Year[] }
  /** With a year it stands below that year, where its sheet has heads of years. */
  | (Told & { readonly kind: 'value'; readonly asked: Asked; readonly year?: number })
  | (Told & { readonly kind: 'series'; readonly asked: Asked; readonly years: readonly Year[] })
  /** A figure that the workbook computes; nothing is read from it. */
  | (Told & { readonly kind: 'computed'; readonly metric: string; readonly unit: string; readonly decimals: number })
  /** Label and value are both the client's: a section whose fields no source shows. */
  | { readonly kind: 'free'; readonly path: readonly string[] };

export type Column = {
  readonly id: string;
  readonly label: string;
  readonly asked: Asked;
  readonly required: boolean;
  readonly hint: string;
  /** Whether it is hidden from a client as long as nothing stands in it. */
  readonly ours?: boolean;
};

export type LinesSheet = {
  readonly kind: 'lines';
  readonly name: string;
  readonly title: string;
  readonly lines: readonly Line[];
  /** Of all its figures, a column each; without any there is one column of values. */
  readonly years: readonly Year[];
  /** Whether no client fills it in. */
  readonly ours?: boolean;
};

export type GridSheet = {
  readonly kind: 'grid';
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  /** Ids from the root of the dossier: `['form', 'annex', 'patents']`, `['titles']`. */
  readonly path: readonly string[];
  readonly columns: readonly Column[];
  /** Whether an answer 没有 differs from no answer. */
  readonly mayBeNone: boolean;
  /** Rows that stand ready in an empty workbook: values by column. */
  readonly ready: readonly Readonly<Record<string, string>>[];
  /** Ids of slots with the labels that rows name them by. */
  readonly slots?: ReadonlyMap<string, string>;
  /** Ids of facts with the names that figures of papers stand by. */
  readonly facts?: ReadonlyMap<string, string>;
};

export type Sheet = LinesSheet | GridSheet;

/** All sheets of a category beside the cover, in the order of the tabs. */
export type Layout = {
  readonly category: string;
  readonly sheets: readonly Sheet[];
  readonly lists: Readonly<Record<'regions' | 'industries', readonly ListOption[]>>;
};

export const pathText = (path: readonly string[]): string => path.join('.');

/** What a fact asks for, without its years. */
export const askedOf = (
  fact: Pick<Fact, 'type' | 'unit' | 'negative'>,
  path: readonly string[],
  options: readonly string[],
): Asked => ({
  path,
  type: fact.type,
  ...(fact.unit === undefined ? {} : { unit: fact.unit }),
  negative: fact.negative,
  options: fact.type === 'yes_no' ? ['是', '否'] : options,
  closed: fact.type === 'yes_no' || (fact.type === 'choice' && options.length > 0),
});
