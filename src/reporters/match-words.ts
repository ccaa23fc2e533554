// What every form of `zjtx match` says in the same words: facts, distances, values to reach, points, readings.
import { thousands } from '../expression/decimal.ts';
import { type Language, ofDefinition } from '../findings/sentence.ts';
import { type Gap, matchWords } from '../words/match.ts';
import { shownIn } from '../words/readings.ts';
import { reportWords } from '../words/report.ts';
import { clauses } from './citation.ts';
import type { MatchedCategory, MatchedCriterion, MatchedDossier } from './match-definition.ts';

type Distance = MatchedCriterion['distances'][number];

/** `9800.5` → `9,800.5`. */
const grouped = (figure: string): string => thousands(figure).replace('-', '−');

/** A figure with its unit, `2.61%`, `312 万元`. */
const measured = (figure: string, unit: string): string =>
  `${grouped(figure)}${unit === '' || unit === '%' ? unit : ` ${unit}`}`;

/** The gap between percentages is counted in points. */
const pointsUnit: Readonly<Record<Language, string>> = { zh: ' 个百分点', en: ' percentage points' };

/** `研发费用占比 2.61%，要求不低于 3%，还差 0.39 个百分点`. */
function distanceText(language: Language, distance: Distance): string {
  const { label, value, unit, operator, limit, against, short } = distance;
  const gap: Gap = {
    label,
    value: measured(value, unit),
    limit: measured(limit, unit),
    against,
    short: unit === '%' ? `${grouped(short)}${pointsUnit[language]}` : measured(short, unit),
  };
  return matchWords(language).distance[operator](gap);
}

/** Of several routes those that the fewest figures keep from being met; with `all`, every one. */
function routesShown(criterion: MatchedCriterion, all: boolean): readonly (readonly [string, readonly Distance[]])[] {
  const routes = new Map<string, Distance[]>();
  for (const distance of criterion.distances) {
    const route = distance.route ?? '';
    routes.set(route, [...(routes.get(route) ?? []), distance]);
  }
  const fewest = Math.min(...[...routes.values()].map((distances) => distances.length));
  return [...routes].filter(([, distances]) => all || distances.length === fewest);
}

/** `其他不变，只改一项即符合：2020年研发费用达到 312 万元（现 260）；或 …`; nothing where no single fact can do it. */
function reachedText(language: Language, { reached }: MatchedCriterion): string | undefined {
  const words = matchWords(language);
  const parts = reached.map(({ label, year, unit, now, at }) => {
    const rises = Number(at) > Number(now);
    const fact = year === undefined ? label : words.ofYear(label, year);
    const sign = unit === '' || unit === '%' ? unit : ` ${unit}`;
    return words.reach(fact, grouped(now), grouped(at), sign, rises);
  });
  return parts.length === 0 ? undefined : `${words.reached}${parts.join(words.or)}`;
}

const range = (least: number, most: number): string => (least === most ? `${least}` : `${least}–${most}`);

/** Everything that is said of why a criterion came out as it did, a line each. */
export function whyLines(language: Language, criterion: MatchedCriterion, all: boolean): readonly string[] {
  const words = matchWords(language);
  const { points, readings, distances, is } = criterion;
  const shown = shownIn(criterion, language);
  const { and, colon } = reportWords(language);
  const reached = reachedText(language, criterion);
  return [
    ...routesShown(criterion, all).flatMap(([route, list]) => [
      `${route === '' ? '' : `${ofDefinition(route, language)}${colon}`}${list.map((one) => distanceText(language, one)).join(and)}`,
    ]),
    ...points.map(({ label, least, most, pass, short }) => words.points(label, range(least, most), pass, short)),
    // Where all come to the same, the line of the criterion has said it.
    ...(readings === undefined || readings.every((one) => one.is === is)
      ? []
      : readings.map((one) => words.readings(ofDefinition(one.label, language), words.is[one.is]))),
    ...(shown === undefined || (distances.length > 0 && !all) || (is === 'not met' && points.length > 0)
      ? []
      : [shown]),
    ...(reached === undefined ? [] : [reached]),
  ];
}

/** A missing fact by its label and years: `研发费用 2019、2020 年`; with `verbose` its id, too. */
export function missingText(
  language: Language,
  { id, label, years }: Pick<MatchedCategory['missing'][number], 'id' | 'label' | 'years'>,
  verbose: boolean,
): string {
  const words = matchWords(language);
  if (id === 'titles') return words.stand.titles;
  const what = years === undefined ? label : words.ofYears(label, years);
  return verbose && what !== id ? `${what} (${id})` : what;
}

/** What an enterprise lacks for a category; the held titles last, with what to write when there are none. */
export function missingNames(
  language: Language,
  missing: MatchedCategory['missing'],
  nameOf: (fact: MatchedCategory['missing'][number]) => string,
): readonly string[] {
  const others = missing.filter(({ id }) => id !== 'titles').map(nameOf);
  return others.length === missing.length ? others : [...others, reportWords(language).titlesNeeded];
}

/** The values that could not be read, at most `most` of them. */
export function errorLines(
  language: Language,
  { unread, errors = [] }: MatchedDossier,
  most = errors.length,
): readonly string[] {
  const words = matchWords(language);
  if (unread === 0) return [];
  const lines = errors
    .slice(0, most)
    .map(({ at, message, hint }) => words.error(at.line, message[language] ?? '', hint?.[language] ?? ''));
  const more = errors.length - lines.length;
  return [words.unread(unread), ...lines, ...(more > 0 ? [words.moreErrors(more)] : [])];
}

/** Undecided conditions that are told at once. */
const mostWaiting = 3;

/**
 * Tells, each time it is asked, how the conditions of one category stand now: their counts, those that are met or missed
 * otherwise than before, and of the undecided those that something was answered to; at the `last` those nearest to it.
 */
export function conditionTeller(language: Language) {
  const words = matchWords(language);
  let told = new Map<string, string>();
  let waited = new Map<string, number>();
  return (criteria: readonly MatchedCriterion[], last: boolean): readonly string[] => {
    const weighing = criteria.filter(({ weighs }) => weighs);
    const of = (is: MatchedCriterion['is']) => weighing.filter((one) => one.is === is);
    const [met, missed, open] = [of('met'), of('not met'), of('undecided')];
    const why = (one: MatchedCriterion): string =>
      words.stand.missed(one.title, whyLines(language, one, false)[0] ?? words.is['not met']);
    const now = new Map([
      ...met.map(({ id }) => [id, ''] as const),
      ...missed.map((one) => [one.id, why(one)] as const),
    ]);
    const isNews = ({ id }: MatchedCriterion): boolean => told.get(id) !== now.get(id);
    const [reached, short] = [met.filter(isNews).map(({ title }) => title), missed.filter(isNews).map(why)];
    const waiting = open
      .filter(({ id, needs }) => last || needs.length < (waited.get(id) ?? 0))
      .sort((a, b) => a.needs.length - b.needs.length);
    [told, waited] = [now, new Map(open.map(({ id, needs }) => [id, needs.length]))];
    if (reached.length + short.length + waiting.length === 0) return [];
    const lacks = waiting
      .slice(0, mostWaiting)
      .map(({ title, needs }) => words.stand.waits(title, needsText(language, needs)));
    const more = waiting.length - lacks.length;
    return [
      words.stand.counts(met.length, missed.length, open.length, of('unknown').length),
      ...(reached.length === 0 ? [] : [words.stand.met(reached)]),
      ...short,
      ...lacks,
      ...(more > 0 ? [words.stand.more(more)] : []),
    ];
  };
}

/** `营业收入 2019、2020 年、研发机构`: what is missing, without ids. */
function needsText(language: Language, needs: MatchedCriterion['needs']): readonly string[] {
  const words = matchWords(language);
  const years = new Map<string, number[]>();
  for (const { id, label, year } of needs) {
    const name = id === 'titles' ? words.stand.titles : label;
    years.set(name, [...(years.get(name) ?? []), ...(year === undefined ? [] : [year])]);
  }
  return [...years].map(([label, of]) =>
    of.length === 0
      ? label
      : words.ofYears(
          label,
          of.sort((a, b) => a - b),
        ),
  );
}

type Step = { readonly category: string; readonly facts: readonly string[] };

/** Which facts decide which category, the fewest first; each step counts on the facts of the steps before. */
export function stepsOf({ categories }: MatchedDossier, most: number): readonly Step[] {
  const given = new Set<string>();
  const open = new Map(
    categories
      .filter(({ verdict, missing }) => verdict === 'undecided' && missing.length > 0)
      .map((one) => [one.id, one]),
  );
  const steps: Step[] = [];
  while (open.size > 0 && steps.length < most) {
    const [next] = [...open.values()]
      .map(({ id, missing }) => ({
        category: id,
        facts: missing.map((one) => one.id).filter((one) => !given.has(one)),
      }))
      .sort((a, b) => a.facts.length - b.facts.length || (a.category < b.category ? -1 : 1));
    if (next === undefined) break;
    steps.push(next);
    for (const fact of next.facts) given.add(fact);
    open.delete(next.category);
  }
  return steps;
}

/** That no category is of the year of a dossier's day; once for dossiers of one year. */
export const noEditionLines = (language: Language, dossiers: readonly MatchedDossier[]): readonly string[] => [
  ...new Set(
    dossiers.flatMap(({ nearest }) =>
      nearest === undefined ? [] : [matchWords(language).noEdition(nearest.year, nearest.years)],
    ),
  ),
];

/** Categories that are not for the day, and what came after them; on their own days they are what one goes by. */
export function editionLines(language: Language, { nearest, categories }: MatchedDossier): readonly string[] {
  const words = matchWords(language);
  const later = new Map<string, string[]>();
  const alone: string[] = [];
  for (const { id, outside, superseded } of categories) {
    if (outside === undefined) continue;
    if (superseded !== undefined) later.set(superseded, [...(later.get(superseded) ?? []), id]);
    else if (nearest === undefined) alone.push(words.outside(id, outside.from, outside.until));
  }
  return [
    ...alone,
    ...[...later].map(([text, ids]) => words.superseded([...ids].sort(), ofDefinition(text, language))),
  ];
}

/** Held titles by the year in which they end; of one that has ended only that. */
export function dueLines(language: Language, { due = [], asOf }: MatchedDossier): readonly string[] {
  const words = matchWords(language);
  const end = language === 'zh' ? '。' : '.';
  return [...due]
    .sort((a, b) => a.year - b.year)
    .map(({ title, titleEn = title, year, until, review }) => {
      const isPast = until === undefined ? year < Number(asOf.slice(0, 4)) : until < asOf;
      const what = review === undefined ? words.noReview : words.review(review.title);
      return `${words.due({ zh: title, en: titleEn }[language], year, isPast)}${isPast ? '' : what}${end}`;
    });
}

/** The groups of which several categories stand in the table: an enterprise applies for one only. */
export function onceGroups({ categories }: MatchedDossier): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const { id, once } of categories) if (once !== undefined) groups.set(once, [...(groups.get(once) ?? []), id]);
  return [...groups.values()].filter((ids) => ids.length > 1).map((ids) => [...ids].sort());
}

/** The line that says what asks for a criterion. */
export const clausesOf = (language: Language, { cite }: MatchedCriterion): string =>
  clauses(
    cite.map(({ quote, ...clause }) => (quote === undefined ? clause : { ...clause, quote })),
    language,
  );
