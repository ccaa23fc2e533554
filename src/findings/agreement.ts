// Whether the readings of an ambiguous clause come to the same: met under every one, under some, or under none.

/** A reading by its label, and how the criterion came out under it: `met`, `not met`, `undecided` … */
export type Read = { readonly label: string; readonly decision: { readonly is: string } };

export type Agreement = 'every' | 'some' | 'none';

/**
 * Nothing where there is one reading only, or where an undecided reading could still turn the answer; `some` as soon as
 * one is met and another is not, whatever is still undecided.
 */
export function agreement({ readings }: { readonly readings?: readonly Read[] | undefined }): Agreement | undefined {
  if (readings === undefined || readings.length === 0) return undefined;
  const met = readings.filter(({ decision }) => decision.is === 'met').length;
  const notMet = readings.filter(({ decision }) => decision.is === 'not met').length;
  if (met > 0 && notMet > 0) return 'some';
  if (met === readings.length) return 'every';
  return notMet === readings.length ? 'none' : undefined;
}

/** Every reading has a label of its own, the first one too; `as` stands only beside `readings`. */
export function namedReadings({
  as,
  readings,
}: {
  readonly as?: string | undefined;
  readonly readings?: readonly { readonly label: string }[] | undefined;
}): boolean {
  if (readings === undefined) return as === undefined;
  const labels = [as, ...readings.map(({ label }) => label)];
  return as !== undefined && new Set(labels).size === labels.length;
}
