// A metric after computing: its figure with formula and substitution, or why there is none.
import type { Decimal } from '../../expression/decimal.ts';
import type { Citation, Place } from '../../findings/finding.ts';

/** Why a formula has no value though nothing is missing. */
export type NotComputable = 'zero-divisor' | 'base-not-positive' | 'end-negative' | 'no-value';

export type MetricOutcome =
  | { readonly is: 'value'; readonly value: Decimal; readonly shown: string }
  /** Fact ids, yearly ones as `revenue.2017`. */
  | { readonly is: 'undecided'; readonly needs: readonly string[] }
  | { readonly is: 'not computable'; readonly why: NotComputable };

/** A limit that a criterion sets on a metric: `>= 8`. */
export type MetricLimit = {
  readonly criterion: string;
  readonly operator: '>=' | '<=' | '>' | '<';
  readonly limit: string;
};

/** What a chart of a metric may draw. */
export type MetricChart =
  | { readonly kind: 'part'; readonly part: Charted; readonly whole: Charted }
  | {
      readonly kind: 'bars';
      readonly label: string;
      readonly unit: string;
      readonly bars: readonly { readonly year: number; readonly forecast: boolean; readonly value?: Decimal }[];
    };
export type Charted = { readonly label: string; readonly unit: string; readonly value: Decimal };

export type MetricResult = {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly outcome: MetricOutcome;
  /** With the labels of facts: `上年末负债总额 ÷ 上年末资产总额 × 100`. */
  readonly formula: string;
  /** With the values of the form: `3,731.50 ÷ 9,800.00 × 100`; none when something is missing. */
  readonly substitution?: string;
  /** Digits cut, not rounded, with `…` when more follow: `38.0765…`. */
  readonly precise?: string;
  readonly limits: readonly MetricLimit[];
  /** Two or more, only where the clause is read in several ways: that of `formula` first. */
  readonly readings?: readonly { readonly label: string; readonly outcome: MetricOutcome }[];
  /** What the dossier states for the same cell, and whether it agrees with the figure, or with that of another reading. */
  readonly stated?: {
    readonly value: Decimal;
    readonly source: string;
    readonly agrees: boolean;
    /** Where it agrees with another reading than the first. */
    readonly reading?: string;
    readonly at: Place;
  };
  readonly chart?: MetricChart;
  readonly cite: readonly Citation[];
};
