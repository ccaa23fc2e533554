// The words that an expression in prose is made of; whoever prints one brings those of a language.

export type Phrases = {
  readonly and: string;
  readonly or: string;
  readonly not: (condition: string) => string;
  /** A yes-or-no fact. */
  readonly holds: (label: string) => string;
  readonly fails: (label: string) => string;
  readonly equals: (label: string, value: string) => string;
  readonly differs: (label: string, value: string) => string;
  readonly oneOf: (label: string, options: readonly string[]) => string;
  readonly includes: (label: string, option: string) => string;
  readonly filled: (label: string) => string;
  readonly empty: (label: string) => string;
  /** Entries of a table or a list. */
  readonly count: (label: string) => string;
  /** Characters of a text. */
  readonly length: (label: string) => string;
  readonly some: (label: string, condition: string) => string;
  readonly none: (label: string, condition: string) => string;
  readonly every: (label: string, condition: string) => string;
  readonly where: (label: string, condition: string) => string;
  /** A field of a record. */
  readonly part: (label: string, part: string) => string;
  readonly quote: (text: string) => string;
  readonly asOf: string;
  readonly year: (year: number) => string;
  /** A yearly fact of a year. */
  readonly ofYear: (label: string, year: number) => string;
  /** What `size_class` gives for an industry that no standard covers. */
  readonly noSize: string;
  readonly unit: (figure: string, unit: string) => string;
};
