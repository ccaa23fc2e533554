// One code of the catalogue, all of it: severity, whether it may be waived, what it means for the state, its sentence in both languages, and samples of its arguments.
import { typed } from '../../characters/folds.ts';
import type { Words } from '../sentence.ts';

/** How much a finding weighs. Only errors stop a bundle; a note is worth knowing and never blocks. */
export type Severity = 'error' | 'warning' | 'note';

/** What stands at the place of a finding, and on its lines before and behind it. */
type Around = { readonly stands: string; readonly before: string; readonly after: string };

/**
 * What should stand there. `safe`: it says what was meant, for certain. `value` is written as YAML needs it, `bare` without
 * quotes, `key` as a name; `text` as it is, from one offset of what stands to another, where that is not all of it.
 */
export type Mend = { readonly is: 'safe' | 'doubtful' } & (
  | { readonly value: string | readonly string[]; readonly bare?: boolean }
  | { readonly key: string }
  | { readonly text: string; readonly from?: number; readonly to?: number }
);

/** What is said of a code, for the arguments `A`: the compiler keeps both languages in step. */
type Said<A extends object> = {
  readonly zh: (args: A) => Words;
  readonly en: (args: A) => Words;
  /** Of a code whose mend is a literal; nothing where these arguments leave several, or none. */
  readonly mend?: (args: A, around: Around) => Mend | undefined;
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
   * `other`: a file is said to be another than what is asked for; where restatements ask, that is no error, and
   * no verdict is settled with it.
   */
  readonly means?: 'absent' | 'unsettling' | 'other';
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
/** A code of a file that is another than what its slot asks for. */
export const other = <A extends object>(said: Said<A>): CodeSpec<A> => ({ ...error(said), means: 'other' });
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

/** What stands in quotes, without them. */
const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/su, '$2');

/** The nearest known value in the place of one that is not known; nothing where more than it stands there. */
export const instead = (written: string, nearest: string | undefined, { stands }: Around): Mend | undefined =>
  nearest === undefined || unquoted(stands) !== written ? undefined : { is: 'doubtful', value: nearest };

/** The nearest known name; certain where only space, width, case or hyphens differ. */
export const renamed = (key: string, nearest: string | undefined, { stands }: Around): Mend | undefined =>
  nearest === undefined || unquoted(stands) !== key
    ? undefined
    : { is: typed(key) === typed(nearest) ? 'safe' : 'doubtful', key: nearest };

/** What the name of a file says that it covers, as a key of its entry, which may be a bare path still. */
export function covering(file: string, named: string | undefined, { stands, before }: Around): Mend | undefined {
  if (named === undefined || unquoted(stands) !== file) return undefined;
  const covers = `covers: ${named}`;
  const key = /(?:"file"|'file'|file): +$/.exec(before);
  const plain = /^["']/.test(stands) || /^[\p{L}\p{N}_./()（）-]+$/u.test(stands) ? stands : JSON.stringify(file);
  if (key === null) return { is: 'safe', text: `{file: ${plain}, ${covers}}` };
  const inBrackets = before.lastIndexOf('{') > before.lastIndexOf('}');
  return { is: 'safe', text: `${stands}${inBrackets ? ', ' : `\n${' '.repeat(key.index)}`}${covers}` };
}
