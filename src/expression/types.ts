// The types of the facts, as the vocabulary `schemas/facts.yaml` names them and as expressions see them.

/** Every type a fact can have. */
export const factTypes = [
  'text',
  'long_text',
  'texts',
  'amount',
  'count',
  'percent',
  'number',
  'date',
  'term',
  'choice',
  'choices',
  'yes_no',
  'region',
  'industry',
  'uscc',
  'postcode',
  'phone',
  'mobile',
  'email',
  'patent_number',
  'person',
  'record',
  'table',
  'file',
] as const;
export type FactType = (typeof factTypes)[number];

/** A fact: one id, type, unit and meaning in every category (`schemas/facts.yaml`). */
export type Fact = {
  readonly id: string;
  readonly type: FactType;
  readonly unit?: string;
  readonly meaning: string;
  /** Whether it has a figure for each year. */
  readonly yearly: boolean;
  /** May be below zero (a profit may). */
  readonly negative: boolean;
  /** The fields of a record or the columns of a table. */
  readonly fields: ReadonlyMap<string, Fact>;
  /** The printed options of a choice, where the vocabulary fixes them. */
  readonly options?: readonly string[];
};

/** How long titles of a kind hold, for those whose end is not written. */
export type TitleTerm = {
  readonly years: number;
  /** The clause that says so, as reports print it: `63号“有效期三年”`. */
  readonly clause: string;
  /** The clause says only what is usual (“一般”). */
  readonly usual: boolean;
};

/** All facts by id. */
export type Vocabulary = ReadonlyMap<string, Fact>;

export const numeric: ReadonlySet<FactType> = new Set(['amount', 'count', 'percent', 'number']);
