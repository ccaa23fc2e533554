// The code quality report of GitLab: a JSON list of findings; what is waived is left out.
import { createHash } from 'node:crypto';
import { jsonText } from '../characters/shown.ts';
import type { Severity } from '../findings/finding.ts';
import { cleanLine } from './clean.ts';
import { explained, listed, unreadText } from './listed.ts';
import type { Renderer } from './reporter.ts';

/** An error is what the applicant can still mend: `blocker` is only what could not be looked at. */
const severities: Record<Severity, string> = { error: 'major', warning: 'minor', note: 'info' };

/** The same for a finding while its dossier, rule and id path stay; GitLab drops the second of two equal ones. */
const fingerprint = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Renderer<string> = {
  render: ({ outcomes, unread = [], language }) => {
    const issues = outcomes
      .flatMap(listed)
      .filter(({ finding }) => finding.waived === undefined)
      .map(({ finding, rule, path, key }) => ({
        description: explained(finding, language),
        check_name: rule,
        fingerprint: fingerprint(path, key),
        severity: severities[finding.severity],
        location: { path: cleanLine(path), lines: { begin: finding.at.line } },
      }));
    const stopped = unread.map((one) => ({
      description: unreadText(one, language),
      check_name: one.code,
      fingerprint: fingerprint(one.path, one.code),
      severity: 'blocker',
      location: { path: cleanLine(one.path), lines: { begin: 1 } },
    }));
    return `${jsonText([...stopped, ...issues], 2)}\n`;
  },
};
