// A scorecard of an opened category: its expressions typed, its clauses looked up.
import type { Citation } from '../../findings/finding.ts';
import type { OpenedKind } from './items/kind.ts';

export type OpenedItem = {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly max: number;
  readonly kind: OpenedKind;
  /** Figures, limits and points as `categories show` prints them. */
  readonly lines: readonly string[];
  readonly cite: readonly Citation[];
};

export type OpenedScorecard = {
  readonly label: string;
  readonly max: number;
  readonly pass: number;
  readonly groups: readonly {
    readonly id: string;
    readonly label: string;
    readonly max: number;
    readonly pass?: number;
  }[];
  readonly items: readonly OpenedItem[];
  /** Facts and metrics that its items read. */
  readonly names: ReadonlySet<string>;
  readonly cite: readonly Citation[];
};
