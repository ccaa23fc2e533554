// What is known of dossiers as plain data: for other programs, for shards to be merged, and for the bundle.
import { jsonText } from '../characters/shown.ts';
import type { CriterionResult } from '../decide/criteria/result.ts';
import { type Finding, isCriterion } from '../findings/finding.ts';
import type { Language } from '../findings/sentence.ts';
import { given } from '../given.ts';
import { wordsOf } from '../words/of-finding.ts';
import type { Reported, ReportedAssessment, ReportedFile } from './reported.ts';
import { pathOf, type Renderer, type Report } from './reporter.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

export function findingData(finding: Finding) {
  const zh = wordsOf(finding, 'zh');
  const en = wordsOf(finding, 'en');
  const { code, severity, at, also, more, cite, waived, fix } = finding;
  return {
    code,
    severity,
    message: { zh: zh.message, en: en.message },
    hint: zh.hint === undefined ? undefined : { zh: zh.hint, en: en.hint ?? zh.hint },
    at,
    also,
    more,
    cite,
    waived,
    fix,
    ...(isCriterion(finding) ? { criterion: finding.criterion } : { args: finding.args }),
  };
}

const rowsOf = ({ inventory }: Pick<ReportedAssessment, 'inventory'>) =>
  inventory.rows.map(({ file, ...row }) => ({ ...row, ...file }));

/** What both documents hold; what is new in a report of dossiers comes along by itself. */
function body(outcome: Reported) {
  const { kind, program: _, dossier, findings, ...rest } = outcome;
  const { sha256, bytes } = dossier;
  const found = findings.map(findingData);
  const common = { sha256, bytes, readable: kind === 'assessed', findings: found };
  if (!('inventory' in rest)) return { ...rest, ...common };
  const { inventory, ...assessed } = rest;
  return { ...assessed, ...common, attachments: { slots: inventory.slots, rows: rowsOf(rest) } };
}

/** Without members that have no value, and sharing nothing with what it was made of. */
const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

/** What only a report of several dossiers needs. */
const ofReports: ReadonlySet<string> = new Set(['built', 'usccAt', 'labels', 'region', 'waiversUsed']);

/** Everything about one dossier, for its bundle: no folder, no absolute path, nothing of this machine or moment. */
export function assessmentDocument(assessment: ReportedAssessment): JsonObject {
  const { program, dossier } = assessment;
  const members = Object.entries(body(assessment)).filter(([name]) => !ofReports.has(name));
  // Edits are for the dossier that somebody works on.
  const findings = assessment.findings.map(({ fix: _, ...finding }) => findingData(finding as Finding));
  return plain({ format: 1, program, dossier: dossier.file, ...Object.fromEntries(members), findings });
}

/** The lines that code frames show, by number. */
const linesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line, index) => [String(index + 1), line] as const)
      .filter(([, line]) => line !== ''),
  );

/** More lines than a dossier may have bytes. */
const mostLines = 10_000_000;

/** The text as far as its lines are known; nothing where one has no place in it. */
export function textOf(lines: Readonly<Record<string, string>>): string | undefined {
  const text: string[] = [];
  for (const [number, line] of Object.entries(lines)) {
    if (!(Number(number) >= 1 && Number(number) <= mostLines)) return undefined;
    text[Number(number) - 1] = line;
  }
  return Array.from(text, (line) => line ?? '').join('\n');
}

/**
 * What a category says of an item, by the list that it stands in. Of several dossiers it is written once, for their category;
 * an item of which a dossier says something else has all of it, and so has the only dossier of a report.
 */
export const said = {
  criteria: { title: true, severity: true, binding: true, hint: true, cite: true },
  metrics: { label: true, unit: true, decimals: true, formula: true, limits: true, cite: true },
  checklist: { text: true, asked: true, slot: true, cite: true },
  slots: { label: true, order: true, required: true, cite: true },
} as const;
type List = keyof typeof said;
type Item = { readonly id: string };

/** By id; never what every object of the language has. */
type ById<T> = Record<string, T>;
const byId = <T>(): ById<T> => Object.create(null) as ById<T>;

type Common = { readonly about: object; readonly labels: ById<string> } & Readonly<Record<List, ById<object>>>;

const listsOf = ({ criteria, metrics, checklist, inventory }: ReportedAssessment) => ({
  criteria,
  metrics,
  checklist,
  slots: inventory.slots,
});
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const members = (item: object, chosen: (member: string) => boolean): object =>
  Object.fromEntries(Object.entries(item).filter(([member]) => chosen(member)));
const saidOf = (list: List, item: Item): object => members(item, (member) => Object.hasOwn(said[list], member));

/** By the id of the category: what is said first. */
function commonOf(outcomes: readonly Reported[]): ById<Common> {
  const all = byId<Common>();
  for (const outcome of outcomes) {
    if (outcome.kind !== 'assessed') continue;
    const { id, ...about } = outcome.category;
    const lists = {
      criteria: byId<object>(),
      metrics: byId<object>(),
      checklist: byId<object>(),
      slots: byId<object>(),
    };
    all[id] ??= { about, labels: byId(), ...lists };
    const common = all[id];
    for (const [fact, label] of Object.entries(outcome.labels)) common.labels[fact] ??= label;
    for (const [list, items] of Object.entries(listsOf(outcome)) as [List, readonly Item[]][])
      for (const item of items) common[list][item.id] ??= saidOf(list, item);
  }
  return all;
}

/** By code: the first hint, where each of its findings has one. */
type Hints = ById<{ readonly hint: object | undefined }>;

function hintsOf(outcomes: readonly Reported[]): Hints {
  const all: Hints = byId();
  for (const { findings } of outcomes)
    for (const finding of findings) {
      const { code, hint } = findingData(finding);
      if (all[code] === undefined || hint === undefined) all[code] = { hint };
    }
  for (const [code, { hint }] of Object.entries(all)) if (hint === undefined) delete all[code];
  return all;
}

/** What holds nothing needs no place. */
const filled = <Held extends object>(value: Held): Held | undefined =>
  Object.keys(value).length > 0 ? value : undefined;

/** A file of which nothing is said or seen needs no place for it, and one whose pages are of one size not to say so. */
function fileData({ evidence, traits, ...file }: ReportedFile): object {
  const paper = traits.paper?.varies === false ? { ...traits.paper, varies: undefined } : traits.paper;
  const seen = paper === undefined ? traits : { ...traits, paper };
  return { ...file, traits: filled(seen), evidence: filled(evidence) };
}

/** What is said of the dossier alone. */
function apart(outcome: ReportedAssessment, { about, labels, ...common }: Common, hints: Hints): object {
  const { id, ...own } = outcome.category;
  const rest = (list: List, item: Item): object =>
    same(saidOf(list, item), common[list][item.id])
      ? members(item, (member) => !Object.hasOwn(said[list], member))
      : item;
  const lists = listsOf(outcome);
  const points = lists.checklist.map(({ id, ...item }) => [id, item]);
  const data = body(outcome);
  /** A condition is named in findings and in the register, too. */
  const named = (criterion: string) => (common.criteria[criterion] ?? {}) as Partial<CriterionResult>;
  const untitled = <T extends { readonly title: string }>(of: T, title: string | undefined): object =>
    of.title === title ? members(of, (member) => member !== 'title') : of;
  const found = (finding: (typeof data.findings)[number]): object => {
    const { title, hint, cite = [] } = named(finding.code);
    const left = { cite: same(finding.cite, cite), hint: same(finding.hint, hints[finding.code]?.hint) };
    const rest = members(finding, (member) => !(left as ById<boolean>)[member]);
    if (!('criterion' in finding)) return rest;
    const { title: own, hint: help, ...shown } = finding.criterion;
    return { ...rest, criterion: own === title && help === hint ? shown : finding.criterion };
  };
  return {
    ...data,
    category: same(own, about) ? { id } : outcome.category,
    labels: filled(
      Object.fromEntries(Object.entries(outcome.labels).filter(([fact, label]) => labels[fact] !== label)),
    ),
    waiversUsed: filled(outcome.waiversUsed),
    findings: data.findings.map(found),
    criteria: lists.criteria.map((item) => rest('criteria', item)),
    metrics: lists.metrics.map((item) => rest('metrics', item)),
    checklist: same(points, Object.entries(common.checklist))
      ? undefined
      : lists.checklist.map((item) => rest('checklist', item)),
    ...given({
      register: outcome.register?.map((row) => {
        const [first, ...others] = row.counted;
        // A row says most often the same to all of its conditions.
        const alike = others.length > 0 && others.every(({ because }) => same(because, first?.because));
        const counted = row.counted.map(({ because, ...one }) => ({
          ...untitled(one, named(one.criterion).title),
          ...(alike ? {} : { because }),
        }));
        return { ...untitled(row, labels[row.table]), ...(alike ? { because: first?.because } : {}), counted };
      }),
    }),
    attachments: {
      slots: lists.slots.map((item) => ({ ...rest('slots', item), files: item.files.map(fileData) })),
      rows: rowsOf(outcome).map(fileData),
    },
  };
}

function dossierData(outcome: Reported, all: ById<Common> = {}, hints: Hints = {}): object {
  const common = outcome.kind === 'assessed' ? all[outcome.category.id] : undefined;
  return {
    path: pathOf(outcome),
    ...(outcome.kind === 'assessed' && common !== undefined ? apart(outcome, common, hints) : body(outcome)),
    lines: linesOf(outcome.dossier.text),
  };
}

/** Sentences in one language alone, where only it is asked for; `shown` stays, since English may go by it. */
export const spokenIn =
  (language: Language) =>
  (key: string, value: unknown): unknown => {
    if (['shownEn', 'titleEn', 'labelEn'].includes(key)) return language === 'en' ? value : undefined;
    const said = (one: unknown): unknown =>
      typeof one === 'object' && one !== null && language in one
        ? { [language]: (one as Record<Language, string>)[language] }
        : one;
    if (key === 'reasons' && Array.isArray(value)) return value.map(said);
    return ['message', 'hint', 'because'].includes(key) ? said(value) : value;
  };

/** The report of a run, a dossier at a time, so that one of a thousand is never held as a whole. */
export function* jsonPieces(report: Report): Generator<string> {
  const { program, shard, statistics, unread, outcomes, only } = report;
  const replacer = only && spokenIn(only);
  const indent = report.compact === true ? 0 : 2;
  const [inner, end] = indent === 0 ? ['\n', '\n]}\n'] : ['\n    ', '\n  ]\n}\n'];
  const [all, codes] = outcomes.length < 2 ? [] : [commonOf(outcomes), hintsOf(outcomes)];
  const categories =
    all && Object.fromEntries(Object.entries(all).map(([id, { about, ...common }]) => [id, { ...about, ...common }]));
  const head = jsonText(
    { format: 2, program, shard, statistics, unread, codes, categories, dossiers: [] },
    indent,
    replacer,
  );
  if (outcomes.length === 0) {
    yield `${head}\n`;
    return;
  }
  yield head.slice(0, head.lastIndexOf('[') + 1);
  for (const [index, outcome] of outcomes.entries()) {
    const text = jsonText(dossierData(outcome, all, codes), indent, replacer);
    yield `${index === 0 ? '' : ','}${inner}${text.replaceAll('\n', inner)}`;
  }
  yield end;
}

export const json: Renderer<string> = {
  render: (report) => [...jsonPieces(report)].join(''),
  pieces: jsonPieces,
};
