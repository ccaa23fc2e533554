// What `verify` says of a bundle: whole, or refused with each problem, and what was derived again.
import { uncompared } from '../findings/areas/proved.ts';
import type { Finding } from '../findings/finding.ts';
import { countOf } from '../findings/order.ts';
import type { Stamp } from '../findings/states.ts';
import { given } from '../given.ts';
import { type DerivedWord, verifyWords } from '../words/verify.ts';
import { penOf, type View } from './block.ts';
import { cleanLine } from './clean.ts';
import { findingsText } from './findings.ts';
import { findingData } from './json.ts';
import type { Result } from './results.ts';
import { joined, sizeText } from './summary-lines.ts';
import { wrap } from './wrap.ts';

/** What verifying found out, as far as it is shown. */
export type Verified = {
  readonly findings: readonly Finding[];
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly status?: Stamp;
  readonly category?: string;
  readonly signed?: { readonly key: string; readonly comment: string };
  /** What follows from the dossier inside and was compared; absent when it did not come so far. */
  readonly derived?: readonly DerivedWord[];
};

const isRefused = ({ findings }: Verified): boolean =>
  findings.some(({ code, severity }) => severity === 'error' && !uncompared.has(code));

/** The same for other programs. */
export function verifiedData(path: string, verified: Verified): Result<'verify'>['bundles'][number] {
  const { findings, name, files, bytes, status, category, signed, derived } = verified;
  const open = countOf(findings, 'error') > 0 ? 'not compared' : 'whole';
  const verdict = isRefused(verified) ? 'refused' : open;
  const data = { path, verdict, name, files, bytes, ...given({ status, category, signed, derived }) } as const;
  return { ...data, findings: findings.map(findingData) as Result<'verify'>['bundles'][number]['findings'] };
}

/** `path` is the bundle as the caller named it. */
export function verifiedText(path: string, verified: Verified, view: View): string {
  const words = verifyWords(view.language);
  const { paint, marks } = penOf({ ...view, verbose: true });
  const { findings, files, bytes, status, category, signed, derived = [] } = verified;
  const errors = countOf(findings, 'error');
  const told = findings.length === 0 ? '' : `\n${findingsText(findings, new Map(), view)}`;
  if (isRefused(verified))
    return `${paint.error(`${marks.error} ${words.bad(errors)}`)}  ${paint.bold(cleanLine(path))}\n${told}`;
  const about = [status === undefined ? '' : words.stamp[status], category ?? '']
    .filter((part) => part !== '')
    .join('  ');
  const verdict =
    errors > 0
      ? paint.error(`${marks.error} ${words.uncompared(errors)}`)
      : `${paint.ready(marks.ready)} ${words.whole(files, sizeText(bytes))}`;
  const parts = [verdict, ...(about === '' ? [] : [paint.dim(cleanLine(about))]), paint.bold(cleanLine(path))];
  const whole = joined(parts, view.width - 2, 2)
    .map((line, at) => `${at === 0 ? '' : '  '}${line}\n`)
    .join('');
  const proved = derived.map((part) => words.derived[part]);
  const facts = [
    ...(signed === undefined ? [] : [words.signed(signed.key, cleanLine(signed.comment))]),
    ...(proved.length === 0 ? [] : [words.again(proved)]),
  ];
  const lines = facts.flatMap((text) => wrap(text, view.width - 2)).map((line) => `  ${line}\n`);
  return `${whole}${lines.map(paint.dim).join('')}${told}`;
}
