// Annotations for GitHub Actions: one workflow command a finding; what is waived is left out.
import type { Severity } from '../findings/finding.ts';
import type { Language } from '../findings/sentence.ts';
import { cleanLine } from './clean.ts';
import { explained, type Listed, listed, unreadText } from './listed.ts';
import type { Renderer } from './reporter.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', note: 'notice' };

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (value: string | number): string =>
  escaped(cleanLine(String(value)))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');

function annotation({ finding, path, rule }: Listed, language: Language): string {
  const { line, column, endLine, endColumn } = finding.at;
  const properties = Object.entries({
    file: path,
    line,
    // GitHub refuses columns of an annotation over several lines.
    ...(line === endLine ? { col: column } : {}),
    endLine,
    ...(line === endLine ? { endColumn } : {}),
    title: rule,
  });
  const list = properties.map(([name, value]) => `${name}=${property(value)}`).join(',');
  return `::${commands[finding.severity]} ${list}::${escaped(explained(finding, language))}\n`;
}

/** Workflow commands, a line each; GitHub shows ten of each level a step. Nothing when nothing is found. */
export const github: Renderer<string> = {
  render: ({ outcomes, unread = [], language }) =>
    [
      ...unread.map(
        (one) =>
          `::error file=${property(one.path)},title=${property(one.code)}::${escaped(unreadText(one, language))}\n`,
      ),
      ...outcomes
        .flatMap(listed)
        .filter(({ finding }) => finding.waived === undefined)
        .map((each) => annotation(each, language)),
    ].join(''),
};
