// What an evaluation may throw on purpose: a fact that nobody gave, or a figure that does not exist.

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
