// Lets the dossiers of a batch share what they have in common, which threads have copied for each.

/** Members that many dossiers have in common as a whole: clauses, the category, the labels of its form. */
const whole: ReadonlySet<string> = new Set(['cite', 'category', 'labels', 'limits', 'sources']);

/** Shorter texts take less room than looking them up. */
const shortestSigns = 12;

/** Gives the same dossier, made of texts and members that were seen before wherever they are equal. */
export function sharing(): <T>(reported: T) => T {
  const texts = new Map<string, string>();
  const members = new Map<string, unknown>();
  const first = <T>(all: Map<string, T>, key: string, value: T): T => {
    const before = all.get(key);
    if (before !== undefined) return before;
    all.set(key, value);
    return value;
  };
  const shared = (value: unknown): unknown => {
    if (typeof value === 'string') return value.length < shortestSigns ? value : first(texts, value, value);
    if (Array.isArray(value)) return value.map(shared);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        whole.has(key) ? first(members, JSON.stringify(inner) ?? '', inner) : shared(inner),
      ]),
    );
  };
  return <T>(reported: T) => shared(reported) as T;
}
