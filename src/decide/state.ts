// The state of a dossier, from its findings and decisions: 有错误, 未齐, 待核实, 可提交, 就绪; its counts; and what may be built of it.
import { agreement } from '../findings/agreement.ts';
import { type Code, codes } from '../findings/areas/index.ts';
import type { Citation, Finding } from '../findings/finding.ts';
import { countOf } from '../findings/order.ts';
import { type Stamp, type State, states } from '../findings/states.ts';
import type { Counts, CriterionResult } from './criteria/result.ts';

export { type Stamp, type State, stamps, states } from '../findings/states.ts';

export function countsOf(findings: Judged['findings'], criteria: readonly Pick<CriterionResult, 'decision'>[]): Counts {
  const decisions = (is: CriterionResult['decision']['is']): number =>
    criteria.filter((criterion) => criterion.decision.is === is).length;
  return {
    errors: countOf(findings, 'error'),
    warnings: countOf(findings, 'warning'),
    notes: countOf(findings, 'note'),
    waived: findings.filter((finding) => finding.waived !== undefined).length,
    met: decisions('met'),
    notMet: decisions('not met'),
    undecided: decisions('undecided'),
    advice: decisions('advice'),
    unknown: decisions('unknown'),
  };
}

/** What a state asks of a finding. */
type Told = Pick<Finding, 'code' | 'severity' | 'waived'> & { readonly cite: readonly Pick<Citation, 'standing'>[] };

/** What a state is made of: plain enough that `verify` can take it from a record. */
type Judged = {
  readonly findings: readonly Told[];
  readonly criteria: readonly Pick<
    CriterionResult,
    'severity' | 'binding' | 'waived' | 'decision' | 'readings' | 'cite'
  >[];
};

/** What carries ids besides. */
type Assessed = Omit<Judged, 'criteria'> & { readonly criteria: readonly (Open & { readonly id: string })[] };

/** What a finding says of the dossier beside its weight. A file that is not what is asked for unsettles as a condition does. */
function meaningOf({ code, cite }: Told): 'absent' | 'unsettling' | undefined {
  const means = Object.hasOwn(codes, code) ? codes[code as Code].means : undefined;
  if (means !== 'other') return means;
  return cite.some(({ standing }) => standing === 'secondary') ? 'unsettling' : undefined;
}

/** Undecided under the preferred reading, or under one that could still turn the answer. */
export const isUndecided = ({ decision, readings = [] }: Pick<CriterionResult, 'decision' | 'readings'>): boolean =>
  [decision, ...readings.map((one) => one.decision)].some(({ is }) => is === 'undecided');

/** The one function that says how a dossier stands. */
export function stateOf({ findings, criteria }: Judged): State {
  const standing = findings.filter(({ waived }) => waived === undefined);
  if (standing.some(({ severity }) => severity === 'error')) return 'errors';
  const means = new Set(standing.map(meaningOf));
  if (means.has('absent')) return 'incomplete';
  if (means.has('unsettling') || criteria.some(isOpen)) return 'unsettled';
  const warned = standing.some(({ severity }) => severity === 'warning');
  return warned || criteria.some((one) => one.waived === undefined && isUndecided(one)) ? 'submittable' : 'ready';
}

type Open = Judged['criteria'][number];

/**
 * A condition that keeps a verdict open: undecided, unless it is only advisable or our own proposal; or not met, where
 * that could fail the application although it only warns, because its source is weak or its readings differ.
 */
export function isOpen(criterion: Open): boolean {
  const { severity, binding, waived, decision, cite } = criterion;
  if (waived !== undefined || severity === 'note') return false;
  if (isUndecided(criterion)) return !cite.every(({ standing }) => standing === 'proposal');
  return binding && (decision.is === 'not met' || agreement(criterion) === 'some');
}

/** Findings that keep a bundle from being formal, in their order; waived ones do not. */
export const blocking = <F extends Judged['findings'][number]>(findings: readonly F[]): readonly F[] =>
  findings.filter((one) => one.waived === undefined && (one.severity === 'error' || meaningOf(one) !== undefined));

/** Codes and ids of all that keeps a bundle from being formal, each once. */
export const openCodes = ({ findings, criteria }: Pick<Assessed, 'findings' | 'criteria'>): readonly string[] => [
  ...new Set([
    ...blocking(findings).map(({ code }) => code),
    ...criteria.filter((one) => isOpen(one)).map(({ id }) => id),
  ]),
];

/** Whether a formal bundle may be written. */
export const isSettled = (state: State): boolean => state === 'submittable' || state === 'ready';

/** Whether a state is `than` or worse. */
export const isAsBad = (state: State, than: State): boolean => states.indexOf(state) <= states.indexOf(than);

/** What a caller accepts beside formal bundles. */
export type Accepted = { readonly draft: boolean; readonly unsettled: boolean };

/**
 * The stamp of the bundle of a dossier in a state; nothing where none may be written. With `draft` alone everything
 * becomes a draft; with both, a draft is only what can be nothing better.
 */
export function stampOf(state: State, { draft, unsettled }: Accepted): Stamp | undefined {
  if (draft && !unsettled) return 'draft';
  if (isSettled(state)) return 'final';
  if (state === 'unsettled') return unsettled ? 'unsettled' : undefined;
  return draft ? 'draft' : undefined;
}

/** Whether a stamp promises no more than the state holds. */
export const isHonest = (stamp: Stamp, state: State): boolean =>
  stamp === 'draft' || isSettled(state) || (stamp === 'unsettled' && state === 'unsettled');
