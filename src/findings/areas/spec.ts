// One code of the catalogue, all of it: severity, whether it may be waived, what it means for the state, its sentence in both languages, and samples of its arguments.
import type { Words } from '../sentence.ts';

/** How much a finding weighs. Only errors stop a bundle; a note is worth knowing and never blocks. */
export type Severity = 'error' | 'warning' | 'note';

/** What is said of a code, for the arguments `A`: the compiler keeps both languages in step. */
type Said<A extends object> = {
  readonly zh: (args: A) => Words;
  readonly en: (args: A) => Words;
  /** Each variant of a union, each optional argument given and left out; `explain` shows them, tests read them all. */
  readonly samples: readonly [A, ...A[]];
};

export type CodeSpec<A extends object> = Said<A> & {
  readonly severity: Severity;
  /** No waiver can lift it: the portal itself enforces it, or nobody knows what would be waived. */
  readonly hard: boolean;
  /**
   * What it says of the dossier beside its weight. `absent`: something that identifies the applicant, or that the
   * category lists as required, is not there. `unsettling`: the verdict does not hold for this day or these files.
   */
  readonly means?: 'absent' | 'unsettling';
};

/** The arguments of a code's sentence. */
export type ArgsOf<T> = T extends { readonly zh: (args: infer A) => Words } ? A : never;

/** `files` where several have the one cause, the first among them. */
export type InFiles = { readonly file: string; readonly files?: readonly string[] };
/** The same of slots. */
export type InSlots = { readonly slot: string; readonly slots?: readonly string[] };
/** The same of keys. */
export type OfKeys = { readonly key: string; readonly keys?: readonly string[] };

export const error = <A extends object>(said: Said<A>): CodeSpec<A> => ({ ...said, severity: 'error', hard: false });
export const warning = <A extends object>(said: Said<A>): CodeSpec<A> => ({
  ...said,
  severity: 'warning',
  hard: false,
});
export const note = <A extends object>(said: Said<A>): CodeSpec<A> => ({ ...said, severity: 'note', hard: false });
/** An error that the portal refuses by itself, so that no waiver can help. */
export const hard = <A extends object>(said: Said<A>): CodeSpec<A> => ({ ...said, severity: 'error', hard: true });

/** A code of something that should be there and is not: without an error, the dossier is incomplete. */
export const absent = <A extends object>(spec: CodeSpec<A>): CodeSpec<A> => ({ ...spec, means: 'absent' });
/** A code with which no verdict is settled. */
export const unsettling = <A extends object>(spec: CodeSpec<A>): CodeSpec<A> => ({ ...spec, means: 'unsettling' });
/** A code of a file that could not be looked into on this machine. Nobody can waive it: the next one may tell more. */
export const unread = <A extends object>(said: Said<A>): CodeSpec<A> => unsettling({ ...warning(said), hard: true });

/** One set of arguments for each value. */
export const each = <T extends string, A extends object>(
  values: readonly [T, ...T[]],
  make: (value: T) => A,
): [A, ...A[]] => {
  const [first, ...rest] = values;
  return [make(first), ...rest.map(make)];
};

export const file = '附件/营业执照.pdf';
/** Several, the first among them. */
export const files = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, at) => (at === 0 ? file : `附件/${name}.pdf`));
export const slot = '完税证明';
export const slots = [slot, '前三年财务审计报告', '企业营业执照'];
export const hint = '由社保系统下载。';
