// The report for a terminal: everything about one dossier, or a table of several.
import type { CriterionResult, Points, ScoredItem } from '../assessment.ts';
import { ofDefinition } from '../findings/sentence.ts';
import { marketWords, regionSaid, rowSaid } from '../words/market.ts';
import { readingsText, shownIn } from '../words/readings.ts';
import { countedBy, registerWords, totalOf } from '../words/register.ts';
import { batchLines } from './batch-lines.ts';
import { head, labelled, type Pen, penOf } from './block.ts';
import { clauses } from './citation.ts';
import { cleanLine } from './clean.ts';
import { findingBlocks } from './findings.ts';
import { needsNames, unreadText } from './listed.ts';
import type { Reported, ReportedAssessment } from './reported.ts';
import { pathOf, type Renderer, type Report, supersededIn, type Unread } from './reporter.ts';
import { statisticsLines } from './statistics.ts';
import { joined, named, summaryLines } from './summary-lines.ts';
import { indented, type Row, table } from './table.ts';
import { wrap } from './wrap.ts';

/** More of one kind become one line, unless asked for. */
const fewOpen = 3;
const fewFacts = 12;

type Labels = ReportedAssessment['labels'];

/** In Chinese by their labels, which a dossier may be written in; in English by id, with the label. */
function needsText(pen: Pick<Pen, 'words' | 'verbose' | 'language'>, labels: Labels, needs: readonly string[]): string {
  const { words, language, verbose } = pen;
  const plain = needs.filter((id) => id !== 'titles');
  const labelOf = (id: string): string | undefined => labels[id] ?? labels[id.split('.')[0] ?? ''];
  const factOf = (id: string): string => {
    const label = labelOf(id);
    const [name] = language === 'zh' && label !== undefined ? needsNames({ labels }, [id], language) : [];
    return name ?? words.fact(cleanLine(id), label === undefined ? undefined : cleanLine(label));
  };
  const facts = [...new Set(plain.map(factOf))];
  const shown = verbose ? facts : facts.slice(0, fewFacts);
  const isCut = facts.length > shown.length;
  const titles = needs.includes('titles') ? [words.titlesNeeded] : [];
  if (!isCut) return [...shown, ...titles].join(words.comma);
  return [`${shown.join(words.comma)}${words.moreFacts(facts.length)}`, ...titles].join(words.and);
}

function undecided(pen: Pen, assessment: ReportedAssessment, criteria: readonly CriterionResult[]): string[][] {
  const { marks, words, paint, language } = pen;
  const open = criteria.flatMap((criterion) =>
    criterion.decision.is === 'undecided' ? [{ criterion, needs: criterion.decision.needs }] : [],
  );
  if (open.length > fewOpen && !pen.verbose) {
    const needs = [...new Set(open.flatMap((each) => each.needs))];
    return [
      [
        ...head(pen, marks.undecided, words.undecided, paint.undecided, words.manyUndecided(open.length)),
        ...labelled(pen, 'needs', needsText(pen, assessment.labels, needs)),
      ],
    ];
  }
  return open.map(({ criterion, needs }) => [
    ...head(
      pen,
      marks.undecided,
      words.undecided,
      paint.undecided,
      cleanLine(ofDefinition(criterion.title, pen.language)),
      criterion.id,
    ),
    ...labelled(pen, 'needs', needsText(pen, assessment.labels, needs)),
    ...labelled(pen, 'clause', clauses(criterion.cite, language)),
  ]);
}

function unknown(pen: Pen, criteria: readonly CriterionResult[]): string[][] {
  const { marks, words, paint, language } = pen;
  const open = criteria.filter((criterion) => criterion.decision.is === 'unknown');
  if (open.length > fewOpen && !pen.verbose) {
    return [head(pen, marks.note, words.unknown, paint.plain, words.manyUnknown(open.length))];
  }
  return open.map((criterion) => [
    ...head(
      pen,
      marks.note,
      words.unknown,
      paint.plain,
      cleanLine(ofDefinition(criterion.title, pen.language)),
      criterion.id,
    ),
    ...labelled(pen, 'clause', clauses(criterion.cite, language)),
  ]);
}

/** The blocks of what is undecided, then of what is not checked. */
export const openPoints = (pen: Pen, assessment: ReportedAssessment): string[][] => [
  ...undecided(pen, assessment, assessment.criteria),
  ...unknown(pen, assessment.criteria),
];

function title(pen: Pen, outcome: Reported): string[] {
  const { paint, words } = pen;
  const assessed = outcome.kind === 'assessed' ? outcome.category : undefined;
  const behind = assessed === undefined ? [] : [cleanLine(assessed.title)];
  const first = outcome.enterprise === '' ? behind : named(pen, outcome.enterprise, behind);
  const second = [
    cleanLine(pathOf(outcome)),
    ...(assessed === undefined ? [] : [cleanLine(assessed.id)]),
    words.asOf(cleanLine(outcome.asOf)),
  ];
  const superseded = supersededIn(outcome, pen.language);
  const third = superseded === undefined ? [] : wrap(cleanLine(words.superseded(superseded)), pen.width);
  return [...first, ...joined(second, pen.width, 2).map(paint.dim), ...third];
}

/** The whole report of a dossier: title, findings, what is open or read in several ways, points, summary. */
function one(pen: Pen, outcome: Reported): string[] {
  const open =
    outcome.kind === 'assessed'
      ? [
          ...openPoints(pen, outcome),
          ...readingBlocks(pen, outcome),
          ...registerBlocks(pen, outcome),
          ...marketBlocks(pen, outcome),
          ...scorecardBlocks(pen, outcome),
        ]
      : [];
  const blocks = [title(pen, outcome), ...findingBlocks(pen, outcome), ...open];
  return [
    ...blocks.flatMap((block) => [...block, '']),
    pen.paint.dim('-'.repeat(pen.width)),
    ...summaryLines(pen, outcome),
  ];
}

/** One dossier in full; several as a table, with `verbose` each in full before it. */
export const text: Renderer<string> = {
  render: (report: Report) => {
    const pen = penOf(report);
    const [first, ...rest] = report.outcomes;
    const unread = unreadLines(pen, report.unread ?? []);
    // Of what was built without anything to tell there is no table; that none was checked would be wrong.
    if (first === undefined && report.statistics === undefined && unread.length > 0)
      return `${unread.slice(1).join('\n')}\n`;
    const lines =
      first !== undefined && rest.length === 0
        ? one(pen, first)
        : [
            ...(pen.verbose ? report.outcomes.flatMap((outcome) => [...one(pen, outcome), '', '']) : []),
            ...batchLines(pen, report),
          ];
    const figures = report.statistics === undefined ? [] : statisticsLines(pen, report.statistics, report.outcomes);
    return `${[...lines, ...figures, ...unread].join('\n')}\n`;
  },
};

/** What no dossier of the report tells: each path, its reason below. */
function unreadLines({ words, paint, marks, language, width }: Pen, unread: readonly Unread[]): string[] {
  if (unread.length === 0) return [];
  const below = unread.flatMap((one) => [
    `  ${cleanLine(one.path)}`,
    ...unreadText(one, language)
      .split('\n')
      .flatMap((line) => wrap(line, width - 4))
      .map((line) => `    ${line}`),
  ]);
  return ['', paint.error(`${marks.error} ${words.unread(unread.length)}`), ...below];
}

/** A block a criterion; those that nobody could decide under any reading stand among the undecided ones. */
function readingBlocks(pen: Pen, { criteria, findings }: ReportedAssessment): string[][] {
  const { marks, words, paint, language } = pen;
  const told = new Set(findings.map(({ code }) => code));
  return criteria.flatMap((criterion) => {
    const { id, title, readings, cite } = criterion;
    const read = readingsText(criterion, language);
    const decided = readings?.some(({ decision }) => decision.is === 'met' || decision.is === 'not met') ?? false;
    if (read === undefined || !decided || told.has(id)) return [];
    return [
      [
        ...head(
          pen,
          marks.note,
          words.readings.name,
          paint.plain,
          cleanLine(words.readings.of(read, ofDefinition(title, language))),
          id,
        ),
        ...labelled(pen, 'clause', clauses(cite, language)),
      ],
    ];
  });
}

/** A block a condition: the rights that it does not count, and why; with `verbose` all of them. */
function registerBlocks(pen: Pen, { register = [], findings }: ReportedAssessment): string[][] {
  const { marks, paint, language, width, verbose } = pen;
  const words = registerWords(language);
  const signs = { counted: marks.ready, 'not counted': marks.note, undecided: marks.undecided } as const;
  return countedBy(register, findings, language).flatMap((condition) => {
    const rights = condition.rights.filter(({ is }) => verbose || is !== 'counted');
    if (condition.criteria.length === 0 ? !verbose : rights.length === 0) return [];
    const title = cleanLine(totalOf(condition, language));
    const rows = rights.flatMap(({ title: table, row, name, is, because }) => {
      const what = words.line(words.is[is], `${words.row(table, row)} ${name}`.trim());
      const lines = [what, because].flatMap((part) => wrap(cleanLine(part), width - 4));
      return lines.map((line, at) => (at === 0 ? `  ${signs[is]} ${line}` : `    ${line}`));
    });
    return [
      [...head(pen, marks.note, words.name, paint.plain, title, condition.criteria.join(' ') || undefined), ...rows],
    ];
  });
}

/** One block: the share of each year as it is worked out; with `verbose` the sales by region too. */
function marketBlocks(pen: Pen, { market }: ReportedAssessment): string[][] {
  if (market === undefined) return [];
  const { marks, paint, language, width, verbose } = pen;
  const words = marketWords(language);
  const rows = market.rows.map((row) => rowSaid(row, market, words));
  const regions = verbose ? market.regions.map((one) => regionSaid(one, words)) : [];
  const lines = [...rows, ...regions].flatMap((line) => wrap(cleanLine(line), width - 4));
  return [
    [
      ...head(pen, marks.note, words.name, paint.plain, words.total(market.rows.length, market.main ?? '')),
      ...lines.map((line) => `    ${line}`),
    ],
  ];
}

const range = ({ least, most }: Points): string => (least === most ? `${least}` : `${least}–${most}`);

/** `   8/10  上年度研发费用：按金额：150 < 200；按占比：…`. */
function itemRow({ words, paint, language }: Pen, item: ScoredItem): Row {
  const how = shownIn(item, language) ?? (item.needs.length > 0 ? words.scorecard.lacking : '');
  const stroke = item.points.least === item.points.most ? paint.plain : paint.undecided;
  const text = cleanLine(`${item.label}${how === '' ? '' : `${words.colon}${how}`}`);
  return { cells: [{ text: `${range(item.points)}/${item.max}`, stroke }, { text }] };
}

/** One block, or none where the category gives no points. Items with full points are counted unless all are asked for. */
function scorecardBlocks(pen: Pen, { scorecard, labels }: ReportedAssessment): string[][] {
  if (scorecard === undefined) return [];
  const { marks, words, paint } = pen;
  const { label, points, max, pass, groups, items } = scorecard;
  const shown = pen.verbose ? items : items.filter((item) => item.points.least < item.max);
  const rows = shown.map((item) => itemRow(pen, item));
  const needs = [...new Set(items.flatMap((item) => item.needs))];
  const ofGroups = groups.map((group) =>
    words.scorecard.group(cleanLine(group.label), range(group.points), group.max, group.pass),
  );
  const left = items.length - shown.length;
  return [
    [
      ...head(
        pen,
        marks.note,
        words.scorecard.name,
        paint.plain,
        words.scorecard.total(cleanLine(label), range(points), max, pass),
      ),
      ...wrap(ofGroups.join(words.comma), pen.width - 2).map((line) => `  ${line}`),
      ...indented(table({ paint, width: pen.width - 2 }, [{ right: true }, {}], rows), 2),
      ...(left === 0 ? [] : [`  ${paint.dim(words.scorecard.full(left))}`]),
      ...(needs.length === 0 ? [] : labelled(pen, 'needs', needsText(pen, labels, needs))),
    ],
  ];
}
