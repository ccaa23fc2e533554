// A scorecard after adding up: points of every item and group, and the total, as a range while facts are missing.
import type { Citation } from '../../findings/finding.ts';

/** Fewest and most points that the known facts allow; equal when nothing that counts is missing. */
export type Points = { readonly least: number; readonly most: number };

export type ScoredItem = {
  readonly id: string;
  /** Id of its group. */
  readonly group: string;
  readonly label: string;
  /** Most points the item can give. */
  readonly max: number;
  readonly points: Points;
  /** The figure with its substitution and the limit it meets, or the option that holds: `8,000 ÷ 10,000 × 100 = 80 ≥ 80`. */
  readonly shown?: string;
  /** Facts that are missing, when the points are a range. */
  readonly needs: readonly string[];
  readonly cite: readonly Citation[];
};

export type ScoredGroup = {
  readonly id: string;
  readonly label: string;
  readonly max: number;
  /** Fewest points that the group must have. */
  readonly pass?: number;
  readonly points: Points;
};

export type ScorecardResult = {
  readonly label: string;
  readonly max: number;
  /** Fewest points in all. */
  readonly pass: number;
  readonly points: Points;
  readonly groups: readonly ScoredGroup[];
  /** In the order of the definition. */
  readonly items: readonly ScoredItem[];
  readonly cite: readonly Citation[];
};
