// What can be wrong with the text of an expression, with its place in that text.

export type Problem = {
  readonly kind: 'syntax' | 'unknown-name' | 'type' | 'result' | 'int-division' | 'matches' | 'nested-macros';
  /** Offsets in the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The unknown name, or the type found. */
  readonly found: string;
  /** The names that an unknown one may be meant for. */
  readonly known?: readonly string[];
};
