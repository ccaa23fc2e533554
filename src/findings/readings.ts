// How a definition names the readings of an ambiguous clause: its own by `as`, the others by their labels.

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
