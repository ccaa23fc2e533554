// What `verify` says of a bundle: whole, or refused with each problem.

import type { Finding } from '../findings/finding.ts';
import { cliWordsOf } from '../messages/cli.ts';
import { penOf, type View } from './block.ts';
import { cleanLine } from './clean.ts';
import { findingsText } from './loose.ts';
import { sizeText } from './summary-lines.ts';

/** What verifying found out, as far as it is shown. */
export type Verified = {
  readonly findings: readonly Finding[];
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly status?: 'final' | 'draft';
  readonly category?: string;
};

/** `path` is the bundle as the caller named it. */
export function verifiedText(path: string, verified: Verified, view: View): string {
  const words = cliWordsOf(view.language).verified;
  const { paint, marks } = penOf({ ...view, verbose: true });
  const { findings, files, bytes, status, category } = verified;
  if (findings.length > 0) {
    const text = findingsText(findings, new Map(), view);
    return `${paint.error(`${marks.error} ${words.bad(findings.length)}`)}  ${paint.bold(cleanLine(path))}\n\n${text}`;
  }
  const about = [status === undefined ? '' : words[status], category ?? ''].filter((part) => part !== '').join('  ');
  return `${paint.ready(marks.ready)} ${words.whole(files, sizeText(bytes))}  ${paint.dim(cleanLine(about))}  ${paint.bold(cleanLine(path))}\n`;
}
