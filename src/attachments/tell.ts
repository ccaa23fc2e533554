// How a check says something about the file or slot before it: the place and the clause are already known.
import type { Args, fileCodes } from '../findings/areas/index.ts';
import { type Citation, type Finding, isWeak, type Place, type Severity } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { FileRule } from './slot.ts';

/** Says one thing; the finding is kept by whoever made the function. */
export type Tell = <C extends keyof typeof fileCodes>(code: C, args: Args<C>) => void;

/** A Tell that adds to `findings`, all at one place and with one set of clauses. */
export const tellAt =
  (findings: Finding[], at: Place, cite: readonly Citation[], more: { readonly severity?: Severity } = {}): Tell =>
  (code, args) => {
    findings.push(report(code, args, at, { cite, ...more }));
  };

/** What the sentence about all files asks for: types and a size. Its clause says nothing of passwords, pages or paper. */
const asked: ReadonlySet<string> = new Set<keyof typeof fileCodes>([
  'file-too-large',
  'file-size-doubtful',
  'file-type-refused',
  'file-content-differs',
  'rar-only-refused',
  'rar-refused-inside',
]);

/** A Tell about the content of a file, which cites the rule for all files where that is what asks for it. */
export const tellOfFile =
  (findings: Finding[], at: Place, { cite }: Pick<FileRule, 'cite'>): Tell =>
  (code, args) =>
    tellAt(findings, at, asked.has(code) ? cite : [])(code, args);

/** A Tell for an error that is a warning when its clauses are weak. */
export const tellByStanding = (findings: Finding[], at: Place, cite: readonly Citation[]): Tell =>
  tellAt(findings, at, cite, isWeak(cite) ? { severity: 'warning' } : {});
