// JUnit XML for test views: a suite a dossier, a case a code that was found or a criterion; as Jenkins' schema has it.
import type { CriterionResult } from '../assessment.ts';
import { isCriterion } from '../findings/finding.ts';
import { type Language, ofDefinition } from '../findings/sentence.ts';
import { readingsText, shownIn } from '../words/readings.ts';
import { reportWords } from '../words/report.ts';
import { clauses } from './citation.ts';
import { cleanLine } from './clean.ts';
import {
  explained,
  type Listed,
  listed,
  messageOf,
  needsNames,
  pathIn,
  together,
  unreadText,
  waiverText,
} from './listed.ts';
import type { Reported, ReportedAssessment } from './reported.ts';
import type { Renderer, Unread } from './reporter.ts';

type Case = {
  readonly name: string;
  readonly is: 'passed' | 'failed' | 'skipped' | 'stopped';
  /** Of a failure its severity, of what was stopped the reason. */
  readonly type?: string;
  readonly message: string;
  readonly body: string;
};

/** What XML 1.0 cannot hold, also as a reference. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"]/g, (sign) => references[sign] ?? '');
const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(cleanLine(String(value)))}"`)
    .join('');

const placed = ({ finding, path }: Listed, language: Language): string =>
  `${cleanLine(path)}:${finding.at.line}:${finding.at.column} ${explained(finding, language)}`;

/** `all` share a code. Errors and warnings fail, notes pass with what they say, what is wholly waived is skipped. */
function findingCase(name: string, all: readonly Listed[], language: Language): Case {
  const live = all.filter(({ finding }) => finding.waived === undefined);
  const waived = all.filter(({ finding }) => finding.waived !== undefined);
  const { waived: waivedWord } = reportWords(language);
  const body = [
    ...live.map((each) => placed(each, language)),
    ...waived.map((each) => `${waivedWord} ${waiverText(each.finding, language)}\n${placed(each, language)}`),
  ].join('\n\n');
  const [first] = live;
  if (first === undefined) {
    const reasons = waived.map(({ finding }) => waiverText(finding, language));
    return { name, is: 'skipped', message: `${waivedWord} ${[...new Set(reasons)].join(' ')}`, body };
  }
  const { severity } = first.finding;
  const passes = severity === 'note' && !isCriterion(first.finding);
  const message = messageOf(first.finding, language) + (live.length > 1 ? ` (+${live.length - 1})` : '');
  return { name, is: passes ? 'passed' : 'failed', type: severity, message, body };
}

/** A criterion without a finding. */
function criterionCase(criterion: CriterionResult, assessment: ReportedAssessment, language: Language): Case {
  const { id, severity, decision, cite } = criterion;
  const title = ofDefinition(criterion.title, language);
  const words = reportWords(language);
  const name = `${id} ${title}`;
  const body = `${title}\n${clauses(cite, language)}`;
  const read = readingsText(criterion, language);
  const more = read === undefined ? '' : `\n${read}`;
  const figures = shownIn(decision, language);
  const shown = figures === undefined ? '' : ` (${figures})`;
  if (decision.is === 'met')
    return { name, is: 'passed', message: '', body: shown + more === '' ? '' : `${title}${shown}${more}` };
  if (decision.is === 'not met') return { name, is: 'failed', type: severity, message: `${title}${shown}`, body };
  if (decision.is === 'undecided') {
    const needs = needsNames(assessment, decision.needs, language).join(words.comma);
    return { name, is: 'skipped', message: `${words.undecided} ${words.labels.needs} ${needs}`, body };
  }
  return { name, is: 'skipped', message: words.unknown, body };
}

const unreadCase = (one: Unread, language: Language): Case => ({
  name: one.code,
  is: 'stopped',
  type: one.code,
  message: one.message[language],
  body: unreadText(one, language),
});

function casesOf(outcome: Reported, language: Language): readonly Case[] {
  const criteria = outcome.kind === 'assessed' ? outcome.criteria : [];
  const titles = new Map(criteria.map(({ id, title }) => [id, ofDefinition(title, language)]));
  const groups = together(listed(outcome), ({ finding }) => finding.code);
  const found = [...groups].map(([code, all]) => {
    const title = titles.get(code);
    return findingCase(title === undefined ? code : `${code} ${title}`, all, language);
  });
  if (outcome.kind !== 'assessed') return found;
  const quiet = outcome.criteria.filter(({ id }) => !groups.has(id));
  return [...found, ...quiet.map((each) => criterionCase(each, outcome, language))];
}

function caseXml(each: Case, path: string): string {
  const { name, is, type = '', message, body } = each;
  // Jenkins refuses `file` on a case; GitLab shows `classname` as the suite, so that the path is not lost.
  const open = `    <testcase${attributes({ name, classname: path })}`;
  if (is === 'passed' && body === '') return `${open}/>`;
  const inside =
    is === 'passed'
      ? `<system-out>${escaped(body)}</system-out>`
      : is === 'failed'
        ? `<failure${attributes({ message, type })}>${escaped(body)}</failure>`
        : is === 'stopped'
          ? `<error${attributes({ message, type })}>${escaped(body)}</error>`
          : `<skipped${attributes({ message })}/>\n      <system-out>${escaped(body)}</system-out>`;
  return `${open}>\n      ${inside}\n    </testcase>`;
}

const counts = (cases: readonly Case[]): Readonly<Record<string, number>> => ({
  tests: cases.length,
  failures: cases.filter(({ is }) => is === 'failed').length,
  errors: cases.filter(({ is }) => is === 'stopped').length,
});

const skipped = (cases: readonly Case[]): number => cases.filter(({ is }) => is === 'skipped').length;

/** A criterion that is met passes; undecided, advice and unknown are skipped, never passed. What could not be read is an error. */
export const junit: Renderer<string> = {
  render: ({ outcomes, unread = [], language }) => {
    const suites = [
      ...outcomes.map((outcome) => ({ path: pathIn(outcome), cases: casesOf(outcome, language) })),
      ...unread.map((one) => ({ path: one.path, cases: [unreadCase(one, language)] })),
    ];
    const all = suites.flatMap(({ cases }) => cases);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites${attributes({ name: 'zjtx', ...counts(all) })}>`,
      ...suites.flatMap(({ path, cases }) => [
        `  <testsuite${attributes({ name: path, file: path, ...counts(cases), skipped: skipped(cases) })}>`,
        ...cases.map((each) => caseXml(each, path)),
        '  </testsuite>',
      ]),
      '</testsuites>',
      '',
    ].join('\n');
  },
};
