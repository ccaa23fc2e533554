// The one order in which findings and their further places are shown, and their counts.
import { allPlaces, type Finding, type Place, type Severity } from './finding.ts';

const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Errors, warnings, notes; each by file, line, column, then code, so that equal input gives equal output. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      text(a.at.file, b.at.file) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      text(a.code, b.code),
  );
}

/** Findings of a severity that no waiver lifts. */
export const countOf = (findings: readonly Pick<Finding, 'severity' | 'waived'>[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity && finding.waived === undefined).length;

/** More positions fill a screen and are only counted. */
const shown = 60;

/** Positions beside the first, and how many there are in all. */
export function furtherPlaces(finding: Finding): { readonly places: readonly Place[]; readonly count: number } {
  const key = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;
  const places = new Map(allPlaces(finding).map((place) => [key(place), place]));
  places.delete(key(finding.at));
  return { places: [...places.values()].slice(0, shown), count: places.size + (finding.more ?? 0) };
}
