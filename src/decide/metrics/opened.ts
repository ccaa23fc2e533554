// A metric of an opened category: its formula typed, its clauses looked up.
import type { Expression } from '../../expression/compile.ts';
import type { Decimal } from '../../expression/decimal.ts';
import type { Citation } from '../../findings/finding.ts';
import type { MetricLimit } from './result.ts';

/** A formula that the clause may mean. */
export type MetricReading = { readonly label: string; readonly formula: Expression<Decimal> };

/** The formula that is taken for a metric instead of its own, by its id. */
export type Chosen = ReadonlyMap<string, Expression<Decimal>>;

export type OpenedMetric = {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly formula: Expression<Decimal>;
  readonly ifZeroDivisor?: Decimal;
  /** None, or two and more: that of `formula` first. */
  readonly readings: readonly MetricReading[];
  /** Limits that criteria set on it. */
  readonly limits: readonly MetricLimit[];
  readonly cite: readonly Citation[];
};
