// What the catalogue says of a code: its severity, whether it may be waived, and the arguments its sentence takes.
import type { Severity } from '../severity.ts';

export type CodeSpec<A extends object> = {
  readonly severity: Severity;
  /** A rule the portal itself enforces: no waiver can lift it. */
  readonly hard: boolean;
  /** Never set; carries the type of the arguments. */
  readonly args?: A;
};

type None = Record<never, never>;

export const error = <A extends object = None>(): CodeSpec<A> => ({ severity: 'error', hard: false });
export const warning = <A extends object = None>(): CodeSpec<A> => ({ severity: 'warning', hard: false });
export const note = <A extends object = None>(): CodeSpec<A> => ({ severity: 'note', hard: false });
/** An error that the portal refuses by itself, so that no waiver can help. */
export const hard = <A extends object = None>(): CodeSpec<A> => ({ severity: 'error', hard: true });
