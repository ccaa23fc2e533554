// A metric of an opened category: its formula typed, its clauses looked up.
import type { Expression } from '../expression/compile.ts';
import type { Decimal } from '../expression/decimal.ts';
import type { Citation } from '../findings/finding.ts';
import type { MetricLimit } from './result.ts';

export type OpenedMetric = {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly formula: Expression<Decimal>;
  readonly ifZeroDivisor?: Decimal;
  readonly reading?: { readonly label: string; readonly formula: Expression<Decimal> };
  /** Limits that criteria set on it. */
  readonly limits: readonly MetricLimit[];
  readonly cite: readonly Citation[];
};
