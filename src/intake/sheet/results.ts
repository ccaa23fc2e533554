// A batch's results as a workbook: who applies for what and how it stands, every finding, every metric.
import type { Finding } from '../../findings/finding.ts';
import { inOrder } from '../../findings/order.ts';
import type { Language } from '../../findings/sentence.ts';
import type { Reported, ReportedAssessment } from '../../reporters/reported.ts';
import type { Unread } from '../../reporters/reporter.ts';
import { type IntakeWords, intakeWords } from '../../words/intake.ts';
import { wordsOf } from '../../words/of-finding.ts';
import { reportWords } from '../../words/report.ts';
import { formatFor } from './draw.ts';
import { type OutCell, type OutSheet, writeWorkbook } from './workbook.ts';

const head = (value: string): OutCell => ({ value, look: 'head' });
const said = (value: string): OutCell => ({ value, look: 'label' });

/** A text that begins like a formula stays a text when somebody saves the sheet as CSV and opens that. */
const guarded = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);
const told = (text: string): OutCell => said(guarded(text));

function sheet(
  name: string,
  title: string,
  heads: readonly string[],
  rows: readonly (readonly OutCell[])[],
  widths: readonly number[],
): OutSheet {
  return {
    name,
    rows: [[{ value: title, look: 'title' }], heads.map(head), ...rows],
    widths,
    heights: new Map([[0, 30]]),
    merges: heads.length > 1 ? [[0, 0, heads.length - 1]] : [],
    frozen: { rows: 2, columns: 1 },
  };
}

const pathOf = ({ dossier: { folder, file } }: Reported, name = file): string =>
  folder === '.' ? name : `${folder}/${name}`;
const nameOf = (one: Reported): string => (one.enterprise === '' ? pathOf(one) : one.enterprise);
const categoryOf = (one: Reported): string => (one.kind === 'assessed' ? one.category.id : '—');
const usccOf = (one: Reported): string => (one.kind === 'assessed' ? one.uscc : '');

/** Sorted by name, whatever order they were assessed in. */
const ordered = (outcomes: readonly Reported[]): readonly Reported[] =>
  [...outcomes].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : pathOf(a) > pathOf(b) ? 1 : 0));

export function resultSheets(
  outcomes: readonly Reported[],
  unread: readonly Unread[],
  language: Language,
): readonly OutSheet[] {
  const { results: words } = intakeWords(language);
  const all = ordered(outcomes);
  return [matrix(all, words, language), findings(all, unread, words, language), metrics(all, words)];
}

type Words = IntakeWords['results'];

/** A row an enterprise, a column a category; two dossiers for one category stand below each other in a cell. */
function matrix(all: readonly Reported[], words: Words, language: Language): OutSheet {
  const { state } = reportWords(language);
  const categories = [...new Set(all.map(categoryOf))].sort();
  const titles = new Map(
    all.flatMap((one) => (one.kind === 'assessed' ? [[one.category.id, one.category.title]] : [])),
  );
  const rows = new Map<string, Reported[]>();
  for (const one of all) {
    const key = usccOf(one) === '' ? nameOf(one) : usccOf(one);
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  const cell = (one: Reported): string => {
    const { errors, warnings, undecided } = one.counts;
    const is = one.kind === 'unreadable' ? state.unreadable : state[one.state];
    return errors + warnings + undecided === 0 ? is : `${is}\n${words.counts(errors, warnings, undecided)}`;
  };
  return sheet(
    words.matrix,
    words.heading(all.length),
    [words.enterprise, words.uscc, ...categories.map((id) => `${titles.get(id) ?? ''}\n${id}`.trim())],
    [...rows.values()].map((own) => [
      told(own[0] === undefined ? '' : nameOf(own[0])),
      said(own[0] === undefined ? '' : usccOf(own[0])),
      ...categories.map((id) =>
        said(
          own
            .filter((one) => categoryOf(one) === id)
            .map(cell)
            .join('\n'),
        ),
      ),
    ]),
    [34, 22, ...categories.map(() => 28)],
  );
}

function findings(all: readonly Reported[], unread: readonly Unread[], words: Words, language: Language): OutSheet {
  const { severity } = reportWords(language);
  const row = (one: Reported, finding: Finding): OutCell[] => {
    const { message, hint = '' } = wordsOf(finding, language);
    const { at, waived } = finding;
    return [
      told(nameOf(one)),
      said(categoryOf(one)),
      said(severity[finding.severity]),
      said(finding.code),
      told(message),
      told(hint),
      told(`${pathOf(one, at.file)}:${at.line}`),
      told(waived === undefined ? '' : `${waived.reason}（${waived.by}，${waived.until}）`),
    ];
  };
  /** Of what could not be read there is no dossier to tell it. */
  const without = ({ path, code, message, hint }: Unread): OutCell[] => [
    ...[told(path), said('—'), said(severity.error), said(code)],
    ...[told(message[language]), told(hint?.[language] ?? ''), told(path), said('')],
  ];
  return sheet(
    words.findings,
    words.findings,
    [words.enterprise, words.category, words.severity, words.code, words.message, words.fix, words.place, words.waived],
    [...unread.map(without), ...all.flatMap((one) => inOrder(one.findings).map((finding) => row(one, finding)))],
    [30, 26, 8, 26, 56, 56, 40, 24],
  );
}

function metrics(all: readonly Reported[], words: Words): OutSheet {
  const figure = ({ outcome, decimals }: ReportedAssessment['metrics'][number]): OutCell =>
    outcome.is === 'value'
      ? {
          value: Number(outcome.shown.replaceAll(',', '').replace('−', '-')),
          format: formatFor(decimals),
          look: 'label',
        }
      : said('—');
  const assessed = all.filter((one) => one.kind === 'assessed');
  return sheet(
    words.metrics,
    words.metrics,
    [words.enterprise, words.category, words.metric, words.value, words.unit, words.substitution],
    assessed.flatMap((one) =>
      one.metrics.map((metric) => [
        told(nameOf(one)),
        said(categoryOf(one)),
        said(metric.label),
        figure(metric),
        said(metric.unit),
        told(metric.substitution ?? ''),
      ]),
    ),
    [30, 26, 40, 16, 8, 70],
  );
}

/** The bytes of the results of a batch. */
export const resultsWorkbook = async (
  outcomes: readonly Reported[],
  unread: readonly Unread[],
  language: Language,
): Promise<Uint8Array> =>
  writeWorkbook(intakeWords(language).results.heading(outcomes.length), resultSheets(outcomes, unread, language));
