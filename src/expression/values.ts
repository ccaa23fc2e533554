// The values that expressions read: figures, texts, yearly series, records and tables, each able to say it is missing, and what is thrown where one is.
import type { Decimal } from './decimal.ts';

/** A fact over years; figures of years that nobody gave are missing. */
export type YearlyValue = { readonly kind: 'yearly'; readonly years: ReadonlyMap<number, Decimal> };

/** A record or a row of a table: its known fields. */
export type RecordValue = {
  readonly kind: 'record';
  readonly fields: ReadonlyMap<string, FactValue>;
  /** Fields that are written, but cannot be read: nothing may be derived in their stead. */
  readonly unread?: ReadonlySet<string>;
  /** Its number in the dossier, from 1, where rows before it do not count. */
  readonly row?: number;
  /** The title of the condition that it does not meet by itself, so that it counts for nothing. */
  readonly against?: string;
};

/** A table: the rows that count, in the order of the dossier, and `left`, which are there but count for nothing. */
type TableValue = {
  readonly kind: 'table';
  readonly rows: readonly RecordValue[];
  readonly left?: readonly RecordValue[];
};

export type FactValue = Decimal | string | boolean | readonly string[] | YearlyValue | RecordValue | TableValue;

/** What an expression may ask for, by fact id; an absent id is a missing fact. */
export type Facts = ReadonlyMap<string, FactValue>;

/** A fact was read that the dossier does not give. */
export class Missing extends Error {
  readonly fact: string;
  constructor(fact: string) {
    super(`missing ${fact}`);
    this.fact = fact;
  }
}

/** `no-value` is every other operation without a result: an absent row, a text that is no date, a figure past all bounds. */
export type NotComputable = 'zero-divisor' | 'base-not-positive' | 'end-negative' | 'no-value';

/** All facts are there, and the formula still has no value (domain.md B.4: n/a, never NaN or Infinity). */
export class Undefined extends Error {
  readonly why: NotComputable;
  constructor(why: NotComputable) {
    super(why);
    this.why = why;
  }
}
