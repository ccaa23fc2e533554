// Folds findings of one cause into one with all its places. Once a run, when waivers have been laid over the single ones.
import { type Citation, type EngineFinding, type Finding, isCriterion, type Place } from './finding.ts';
import { type Fold, folds } from './folds.ts';

/** Places that a finding keeps, and what its sentence can name of them; the rest is only counted. */
const mostPlaces = 1000;
/** Causes of one code that are told one by one. Beyond, a code has one finding: nobody reads more of a kind. */
const flood = 200;

/** Findings in their order; each stands at the first place of its cause. */
export function foldFindings(findings: readonly Finding[]): Finding[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) add(kinds, kindOf(finding), finding);
  const folded = new Map<Finding, Finding>();
  for (const kind of kinds.values()) {
    for (const [first, ...others] of causesOf(kind)) {
      if (first !== undefined) folded.set(first, others.length === 0 ? first : together(first, others));
    }
  }
  return findings.flatMap((finding) => folded.get(finding) ?? []);
}

const add = <T>(groups: Map<string, T[]>, key: string, one: T): void => {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
};

/** What only findings of one kind can share. */
const kindOf = ({ code, severity, waived }: Finding): string => JSON.stringify([code, severity, waived]);

/** The findings of one kind by their causes. */
function causesOf(kind: readonly Finding[]): readonly (readonly Finding[])[] {
  if (kind.length === 1 || kind.some(isCriterion)) return kind.map((one) => [one]);
  if (kind.length > mostPlaces) return [kind];
  const causes = new Map<string, Finding[]>();
  for (const finding of kind) {
    const cause = isCriterion(finding) ? finding.code : foldOf(finding).cause(finding.args, finding.at);
    add(causes, JSON.stringify(cause), finding);
  }
  return causes.size > flood ? [kind] : [...causes.values()];
}

/** Without an entry of its own a code has one cause for each set of arguments. */
const plain: Fold<object> = { cause: (args) => args };
const foldOf = ({ code }: EngineFinding): Fold<object> => (folds[code] as Fold<object> | undefined) ?? plain;

const same = (a: Place, b: Place): boolean => a.path === b.path && a.line === b.line && a.column === b.column;

function together(first: Finding, others: readonly Finding[]): Finding {
  if (isCriterion(first)) return first;
  const engine = others.filter((one): one is EngineFinding => !isCriterion(one));
  // A check that spoke twice of one thing at one place.
  const further = engine.filter(
    (one) => !same(one.at, first.at) || JSON.stringify(one.args) !== JSON.stringify(first.args),
  );
  if (further.length === 0) return first;
  const kept = further.slice(0, mostPlaces - 1);
  const { many } = foldOf(first);
  const fix = [first, ...kept].flatMap((one) => one.fix ?? []);
  const args = many === undefined ? first.args : { ...first.args, ...many([first, ...kept].map((one) => one.args)) };
  return {
    ...first,
    args,
    cite: cited([first, ...kept]),
    also: kept.map(({ at }) => at),
    ...(fix.length > 0 ? { fix } : {}),
    ...(further.length > kept.length ? { more: further.length - kept.length } : {}),
  } as Finding;
}

/** The clauses of all, each once. */
function cited(findings: readonly Finding[]): readonly Citation[] {
  const found = new Map<string, Citation>();
  for (const one of findings.flatMap(({ cite }) => cite)) found.set(`${one.source} ${one.clause} ${one.quote}`, one);
  return [...found.values()];
}
