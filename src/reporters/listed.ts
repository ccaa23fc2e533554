// The findings of dossiers one by one, as reports for other programs list them: order, rule, file, lasting key, words.
import { type Finding, type Fix, isCriterion } from '../findings/finding.ts';
import { inOrder } from '../findings/order.ts';
import type { Language } from '../findings/sentence.ts';
import { htmlWords } from '../words/html.ts';
import { wordsOf } from '../words/of-finding.ts';
import { reportWords } from '../words/report.ts';
import { clauses, furtherText, hintOf } from './citation.ts';
import { cleanLine, cleanText } from './clean.ts';
import type { Reported, ReportedAssessment } from './reported.ts';
import { pathOf, type Unread } from './reporter.ts';

export type Listed = {
  readonly outcome: Reported;
  readonly finding: Finding;
  /** The engine's code, or `<category>#<criterion>`: two categories may share a criterion's id. */
  readonly rule: string;
  /** The file as a report shows it, with `/`, without a leading `./`. */
  readonly path: string;
  /** Rule and id path, then a number where they repeat: the same after lines have moved. */
  readonly key: string;
};

/** The path of a file of a dossier, from where the program was called. */
export const pathIn = (outcome: Reported, file?: string): string =>
  pathOf(outcome, file === '' ? undefined : file).replace(/^(?:\.\/+)+(?=.)/, '');

export const ruleOf = (outcome: Reported, finding: Finding): string =>
  isCriterion(finding) && outcome.kind === 'assessed' ? `${outcome.category.id}#${finding.code}` : finding.code;

/** What is waived stands last, as in the text report. */
export function listed(outcome: Reported): readonly Listed[] {
  const times = new Map<string, number>();
  const all = inOrder(outcome.findings).map((finding): Listed => {
    const rule = ruleOf(outcome, finding);
    const key = finding.at.path === '' ? rule : `${rule} ${cleanLine(finding.at.path)}`;
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    return {
      outcome,
      finding,
      rule,
      path: pathIn(outcome, finding.at.file),
      key: count === 1 ? key : `${key} ${count}`,
    };
  });
  const isWaived = ({ finding }: Listed): boolean => finding.waived !== undefined;
  return [...all.filter((each) => !isWaived(each)), ...all.filter(isWaived)];
}

/** Findings by a name that they share, in the order of the first of each. */
export function together(all: readonly Listed[], by: (each: Listed) => string): ReadonlyMap<string, readonly Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const each of all) {
    const group = groups.get(by(each));
    if (group === undefined) groups.set(by(each), [each]);
    else group.push(each);
  }
  return groups;
}

/** What is wrong, in one line. */
export const messageOf = (finding: Finding, language: Language): string =>
  cleanLine(wordsOf(finding, language).message);

const colon = (language: Language): string => (language === 'zh' ? '：' : ': ');

/** What is wrong, where else, what asks for it, how to mend it: a line each. */
export function explained(finding: Finding, language: Language): string {
  const { labels } = reportWords(language);
  const hint = hintOf(finding, language);
  const further = furtherText(finding, language, ({ file }) => cleanLine(file));
  return [
    messageOf(finding, language),
    ...(further === undefined ? [] : [further]),
    `${labels.clause}${colon(language)}${clauses(finding.cite, language)}`,
    ...(hint === undefined ? [] : [`${labels.fix}${colon(language)}${cleanText(hint)}`]),
  ].join('\n');
}

/** The reason of a waiver with its author and end; empty for a finding that none covers. */
export function waiverText({ waived }: Finding, language: Language): string {
  return waived === undefined ? '' : cleanLine(reportWords(language).waiver(waived.reason, waived.by, waived.until));
}

/** What a mend writes, and whether a person must look first. */
export function mendText(fix: readonly Fix[], language: Language): string {
  const { mend } = reportWords(language);
  const [first] = fix;
  return first === undefined
    ? ''
    : mend(
        cleanLine(first.put),
        fix.length,
        fix.some(({ is }) => is === 'doubtful'),
      );
}

/** Why something could not be read, and what to do: a line each. */
export function unreadText({ message, hint }: Unread, language: Language): string {
  const { labels } = reportWords(language);
  return [
    cleanLine(message[language]),
    ...(hint === undefined ? [] : [`${labels.fix}${colon(language)}${cleanText(hint[language])}`]),
  ].join('\n');
}

const unit = /(?<!\s)\s*[(（](?:万元|%|人|年|项|件|台)[)）]$/u;

/** Missing facts, each once, by their labels without number and unit; the held titles last, with what to write when there are none. */
export function needsNames(
  { labels }: Pick<ReportedAssessment, 'labels'>,
  needs: readonly string[],
  language: Language,
): readonly string[] {
  const words = htmlWords(language).needs;
  const names = needs
    .filter((id) => id !== 'titles')
    .map((id) => {
      const [root = '', part = ''] = id.split(/[.[]/);
      const label = labels[id] ?? labels[`${root}.${part}`] ?? labels[root];
      const name =
        label === undefined ? words.noName : cleanLine(label.replace(/^(?:\d+、|其中：)/u, '').replace(unit, ''));
      return /^\d{4}$/.test(part) && !name.startsWith('上年') ? words.ofYear(name, part) : name;
    });
  return [...new Set(names), ...(needs.includes('titles') ? [reportWords(language).titlesNeeded] : [])];
}
