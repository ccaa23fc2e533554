// A form as a dossier fills it in: sections, fields and tables in printed order, each with its value or none.
import type { Decimal } from '../expression/decimal.ts';
import type { FactType } from '../expression/types.ts';
import type { Place } from '../findings/finding.ts';
import type { OpenedField } from './opened.ts';

/** One year of a yearly fact. */
export type YearCell = {
  readonly year: number;
  readonly forecast: boolean;
  readonly value?: Decimal;
  readonly source?: string;
};

/** A level of a cascade: 制造业 with its code C. */
export type Level = { readonly name: string; readonly code?: string };

export type FilledValue =
  | { readonly kind: 'text'; readonly text: string }
  /** `source` is the figure as written, so that `10.00` prints with its two places. */
  | { readonly kind: 'number'; readonly value: Decimal; readonly source: string }
  | { readonly kind: 'years'; readonly cells: readonly YearCell[] }
  /** Chosen options of a closed list; an open choice comes as text. */
  | { readonly kind: 'chosen'; readonly chosen: readonly string[] }
  | { readonly kind: 'levels'; readonly levels: readonly Level[] }
  | { readonly kind: 'person'; readonly name?: string; readonly phone?: string; readonly mobile?: string };

export type FilledField = Omit<
  OpenedField,
  'section' | 'printed' | 'called' | 'en' | 'fact' | 'rests' | 'maxInferred' | 'optionsBy'
> & {
  readonly fact: string;
  readonly type: FactType;
  readonly unit?: string;
  /** Characters of a text as counted against `max`. */
  readonly count?: number;
  readonly value?: FilledValue;
  /** The value, or its nearest parent when it is missing. */
  readonly at: Place;
};

/** A cell of a sub-table as it prints. */
export type FilledRow = {
  /** From 1. */
  readonly number: number;
  /** Text by column id; a file column holds the path as the dossier writes it. */
  readonly cells: Readonly<Record<string, string>>;
  readonly at: Place;
};

export type FilledTable = {
  readonly kind: 'table';
  readonly id: string;
  readonly title: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly type: FactType }[];
  readonly rows: readonly FilledRow[];
  readonly at: Place;
};

export type FilledSection = {
  readonly id: string;
  /** None for what the form prints above its first heading. */
  readonly title?: string;
  /** The source shows no fields; whatever the dossier gives is kept as text. */
  readonly open: boolean;
  readonly items: readonly (FilledField | FilledTable)[];
};

export type FilledForm = {
  readonly sections: readonly FilledSection[];
  /** Inputs that the form asks for, and how many have a value (computed cells do not count). */
  readonly required: number;
  readonly filled: number;
};
