// What the catalogue says of a code: its severity, whether it may be waived, what it means for the state, and the arguments its sentence takes.
import type { Severity } from '../severity.ts';

export type CodeSpec<A extends object> = {
  readonly severity: Severity;
  /** No waiver can lift it: the portal itself enforces it, or nobody knows what would be waived. */
  readonly hard: boolean;
  /**
   * What it says of the dossier beside its weight. `absent`: something that identifies the applicant, or that the
   * category lists as required, is not there. `unsettling`: the verdict does not hold for this day or these files.
   */
  readonly means?: 'absent' | 'unsettling';
  /** Never set; carries the type of the arguments. */
  readonly args?: A;
};

/** `files` where several have the one cause, the first among them. */
export type InFiles = { readonly file: string; readonly files?: readonly string[] };
/** The same of slots. */
export type InSlots = { readonly slot: string; readonly slots?: readonly string[] };
/** The same of keys. */
export type OfKeys = { readonly key: string; readonly keys?: readonly string[] };

type None = Record<never, never>;

export const error = <A extends object = None>(): CodeSpec<A> => ({ severity: 'error', hard: false });
export const warning = <A extends object = None>(): CodeSpec<A> => ({ severity: 'warning', hard: false });
export const note = <A extends object = None>(): CodeSpec<A> => ({ severity: 'note', hard: false });
/** An error that the portal refuses by itself, so that no waiver can help. */
export const hard = <A extends object = None>(): CodeSpec<A> => ({ severity: 'error', hard: true });

/** A code of something that should be there and is not: without an error, the dossier is incomplete. */
export const absent = <A extends object>(spec: CodeSpec<A>): CodeSpec<A> => ({ ...spec, means: 'absent' });
/** A code with which no verdict is settled. */
export const unsettling = <A extends object>(spec: CodeSpec<A>): CodeSpec<A> => ({ ...spec, means: 'unsettling' });
/** A code of a file that could not be looked into on this machine. Nobody can waive it: the next one may tell more. */
export const unread = <A extends object>(): CodeSpec<A> => unsettling({ ...warning<A>(), hard: true });
