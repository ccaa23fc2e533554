// What lies between two assessments, as plain data: only what differs, each with both sides as text.

/** One thing that differs; a side that does not have it is absent. */
export type Change = { readonly a?: string; readonly b?: string };

export type HeadChange = Change & {
  readonly what: 'enterprise' | 'category' | 'title' | 'definition' | 'asOf';
};

export type FieldChange = Change & {
  readonly id: string;
  readonly label: string;
  /** A year of a yearly fact, or the label of a person's part. */
  readonly part?: string;
};

export type RowChange = {
  /** What tells a row from the others: its number or name. */
  readonly key: string;
  readonly is: 'added' | 'removed' | 'changed';
  /** Of an added or removed row all cells with a text. */
  readonly cells: readonly (Change & { readonly column: string; readonly label: string })[];
};

export type TableChange = { readonly id: string; readonly title: string; readonly rows: readonly RowChange[] };

/** A file by its path in the dossier. `renamed` keeps its bytes, `changed` its path. */
export type FileChange = Change & {
  readonly is: 'added' | 'removed' | 'changed' | 'renamed';
  /** SHA-256 of each side. */
  readonly digests: Change;
};

export type SlotChange = { readonly id: string; readonly label: string; readonly files: readonly FileChange[] };

export type NamedChange = Change & { readonly id: string; readonly label: string };

export type FindingChange = {
  /** Which side has it. */
  readonly only: 'a' | 'b';
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: { readonly zh: string; readonly en: string };
  readonly waived: boolean;
};

export type Difference = {
  readonly head: readonly HeadChange[];
  readonly fields: readonly FieldChange[];
  readonly tables: readonly TableChange[];
  readonly slots: readonly SlotChange[];
  readonly metrics: readonly NamedChange[];
  readonly points: readonly NamedChange[];
  readonly decisions: readonly NamedChange[];
  readonly findings: readonly FindingChange[];
};

/** How many things differ. */
export const changesIn = (found: Difference): number =>
  found.head.length +
  found.fields.length +
  found.tables.reduce((sum, table) => sum + table.rows.length, 0) +
  found.slots.reduce((sum, slot) => sum + slot.files.length, 0) +
  found.metrics.length +
  found.points.length +
  found.decisions.length +
  found.findings.length;

/** Members of both sides by key, in the order of `a`, then those that only `b` has. Keys are unique on each side. */
export function pairs<T>(a: readonly T[], b: readonly T[], key: (one: T) => string): { a?: T; b?: T }[] {
  const left = new Map(b.map((one) => [key(one), one]));
  const both = a.map((one): { a?: T; b?: T } => {
    const other = left.get(key(one));
    left.delete(key(one));
    return other === undefined ? { a: one } : { a: one, b: other };
  });
  return [...both, ...[...left.values()].map((one) => ({ b: one }))];
}

/** The sides that have a text. */
export const sides = (a: string | undefined, b: string | undefined): Change => ({
  ...(a === undefined ? {} : { a }),
  ...(b === undefined ? {} : { b }),
});
