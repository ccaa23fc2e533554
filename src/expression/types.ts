// The types of the facts, as the vocabulary `schemas/facts.yaml` names them and as expressions see them.
import { isDay } from './day.ts';
import { Decimal } from './decimal.ts';

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

/**
 * What can be said of a fact in any category, as `schemas/facts.yaml` writes it. A name is that of another fact; of a
 * column, that of a column beside it.
 */
export type Plausible = {
  /** Outside it the value is impossible: `0..100`, `1..`, `..as_of`. */
  readonly range?: string | undefined;
  /** Outside it the value is hard to believe. */
  readonly usual?: string | undefined;
  /** It belongs to that figure of the same year and is never above it. */
  readonly part_of?: string | undefined;
  /** Above that figure of the same year it is hard to believe. */
  readonly not_above?: string | undefined;
  /** How many times that figure of the same year it usually is. */
  readonly per?: Readonly<Record<string, string>> | undefined;
  /** From one year to the next it does not grow or shrink hundreds of times. */
  readonly steady?: true | undefined;
  /** Of the year itself it is known before the year is over, as a score is that a platform gives: never a forecast. */
  readonly in_year?: true | undefined;
  /** It is the first figure less the second. */
  readonly difference_of?: readonly [string, string] | undefined;
  /** A rank that goes by this share: as many others have at least as much. */
  readonly ranked_by?: string | undefined;
  /** It counts years, at most those that have begun since that day. */
  readonly since?: string | undefined;
  /** Of these years only those that were whole at the end of last year. */
  readonly to_last_year?: true | undefined;
  /** A day that is never before that one. */
  readonly not_before?: string | undefined;
  readonly year_of?: string | undefined;
};

/** What a number may be the number of, where its shape is known; every other number is free text. */
export const numberKinds = ['patent', 'layout_design', 'software_copyright'] as const;
export type NumberKind = (typeof numberKinds)[number];

/** What the numbers of a column are of, and which columns of the row must agree with them. */
export type Identifies = {
  /** One kind for all rows, or the kind by what column `by` says; what is not listed is free text. */
  readonly as: NumberKind | Readonly<Record<string, NumberKind>>;
  /** The column that says what the row is: 发明专利. */
  readonly by?: string;
  /** The day of grant. */
  readonly granted?: string;
  /** The last day of its term. */
  readonly until?: string;
};

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
  readonly plausible?: Plausible;
  /** Columns of a table that no two rows may share. */
  readonly unique?: readonly string[];
  /** A column that there is only where a form prints it: categories without it are not changed by it. */
  readonly printedOnly?: true;
  /** For a column that holds numbers. */
  readonly identifies?: Identifies;
};

/** How long titles of a kind hold, for those whose end is not written. */
export type TitleTerm = {
  /** From the day of the grant; 0: until the end of its year. */
  readonly years: number;
  /** The clause that says so, as reports print it: `63号的转述(有效期三年)`. */
  readonly clause: string;
  /** The clause says only what is usual (“一般”). */
  readonly usual: boolean;
};

/** All facts by id. */
export type Vocabulary = ReadonlyMap<string, Fact>;

export const numeric: ReadonlySet<FactType> = new Set(['amount', 'count', 'percent', 'number']);

/** Both ends belong to it; `as_of` is the day (of a figure: the year) of the assessment. */
export type Bounds = { readonly least?: string; readonly most?: string };

const end = String.raw`-?\d+(?:\.\d+)?|\d{4}-\d{2}-\d{2}|as_of`;
const shape = new RegExp(`^(?<least>${end})?\\.\\.(?<most>${end})?$`);

/** What kind of value an end is for. */
export const kindOfEnd = (text: string): 'figure' | 'day' | 'as_of' =>
  text === 'as_of' ? 'as_of' : isDay(text) ? 'day' : 'figure';

/** Nothing when the text is none, names no end, an impossible day, or ends that exclude everything. */
export function readBounds(text: string): Bounds | undefined {
  const { least, most } = shape.exec(text)?.groups ?? {};
  const ends = [least, most].filter((one) => one !== undefined);
  if (ends.length === 0 || ends.some((one) => /^\d{4}-/.test(one) && !isDay(one))) return undefined;
  if (least !== undefined && most !== undefined && kindOfEnd(least) === kindOfEnd(most) && isAfter(least, most))
    return undefined;
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}

const isAfter = (least: string, most: string): boolean =>
  kindOfEnd(least) === 'figure' ? new Decimal(least).gt(most) : least > most;
