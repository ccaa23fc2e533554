// Finds what a word means: a code of the engine, members of categories by id or printed label, facts of the vocabulary.
import type { Category } from '../../category/category.ts';
import { asked, withoutRemark } from '../../characters/folds.ts';
import type { Fact } from '../../expression/types.ts';
import { type Area, areas, type Code, codes } from '../../findings/areas/index.ts';
import type { Severity } from '../../findings/areas/spec.ts';
import type { Place } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import { report } from '../../findings/report.ts';
import type { Language, Words } from '../../findings/sentence.ts';
import { exampleOf } from '../../form/field.ts';
import type { AspectKey } from '../../words/explain.ts';
import { wordsOf } from '../../words/of-finding.ts';
import type { Member } from './member.ts';
import { membersOf } from './members.ts';
import { type Speech, type SpeechOptions, speechOf } from './speech.ts';
import type { Standing } from './value.ts';

export type MemberExplained = Member & {
  readonly is: 'member';
  readonly category: { readonly id: string; readonly title: string; readonly year: number };
  readonly examples: readonly Example[];
  /** How a dossier writes it. */
  readonly write?: string;
  /** Other categories in which it says the same. */
  readonly also: readonly string[];
};

export type FactExplained = {
  readonly is: 'fact';
  readonly id: string;
  readonly fact: Fact;
  /** Forms that print it, with their labels. */
  readonly printed: readonly { readonly category: string; readonly label: string }[];
  /** Criteria and metrics that read it, by their titles. */
  readonly readBy: readonly { readonly category: string; readonly id: string; readonly label: string }[];
};

export type Subject = CodeExplained | MemberExplained | FactExplained;

/** The members of a word in several categories; one `version` for each that says something else. */
export type Explained = { readonly subjects: readonly Subject[]; readonly versions: readonly MemberExplained[] };

/** Without the number before a label, and the unit in brackets after it. */
const bare = (label: string): string => withoutRemark(asked(label).replace(/^(?:\d+、|其中)/u, ''));

const isNamed = ({ id, label }: { id: string; label: string }, wanted: string): boolean =>
  asked(id) === wanted || asked(label) === wanted || bare(label) === wanted;

/** `categories` are those to look in: one where it is named, else all. Nothing is found for an unknown word. */
export function lookUp(what: string, categories: readonly Category[], language: Language): Explained {
  if (isCode(what)) return { subjects: [explainCode(what, language)], versions: [] };
  const wanted = asked(what);
  const facts = factsNamed(wanted, categories);
  const found = distinct(categories.flatMap((category) => membersIn(category, wanted, language)));
  const printed = (one: MemberExplained): boolean => one.part === 'field' || one.part === 'table';
  const versions = found.some((one) => !printed(one)) ? found.filter((one) => !printed(one)) : found;
  // One that says the same wherever it stands is explained in full, with the fact or the cell that prints it.
  const differs = (one: MemberExplained): boolean => versions.some((other) => other !== one && other.part === one.part);
  if (versions.some(differs)) return { subjects: versions.every(printed) ? facts : [], versions };
  const homes = new Set(versions.map(({ category }) => category.id));
  const cells = versions.every(printed) ? [] : found.filter((one) => printed(one) && homes.has(one.category.id));
  return { subjects: [...versions, ...cells, ...(versions.length === 0 ? facts : [])], versions };
}

function membersIn(category: Category, wanted: string, language: Language): readonly MemberExplained[] {
  const { id, definition } = category;
  return membersOf(category, { language })
    .filter((member) => member.part !== 'category' && isNamed(member, wanted))
    .sort((a, b) => rank(a) - rank(b))
    .map((member) => ({
      ...member,
      is: 'member',
      category: { id, title: definition.title, year: definition.year },
      examples: examplesOf(member, category, { language }),
      ...writtenAs(member, category),
      also: [],
    }));
}

/** A line of a dossier with it, or the command that answers it. */
function writtenAs({ part, id, label }: Member, { form }: Category): { readonly write?: string } {
  if (part === 'slot') return { write: `${label}: 附件/${label.replace(/[\\/:*?"<>|\s]/g, '')}.pdf` };
  if (part === 'checklist') return { write: `zjtx record attest --item ${id}` };
  if (part !== 'field') return {};
  const field = form.sections.flatMap(({ items }) => items).find((item) => item.kind === 'field' && item.id === id);
  if (field?.kind !== 'field' || field.computed !== undefined || field.shows !== undefined) return {};
  const example = exampleOf(field);
  return example === '…' ? {} : { write: `${label}: ${example}` };
}

/** What decides comes before the cell that shows it. */
const rank = ({ part }: Member): number => ['criterion', 'metric', 'item', 'slot', 'field'].indexOf(part) + 1 || 9;

/** Each category says these in its own way of the same thing. */
const aside: ReadonlySet<AspectKey> = new Set(['cite', 'quote', 'hint', 'section']);

/** Those that say the same become one, of the newest category, with the others beside it. */
function distinct(found: readonly MemberExplained[]): readonly MemberExplained[] {
  const groups = new Map<string, MemberExplained[]>();
  for (const one of [...found].sort((a, b) => b.category.year - a.category.year)) {
    const asks = one.aspects.filter(({ key }) => !aside.has(key));
    const key = JSON.stringify([one.part, one.label, asks]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, also: others.map(({ category }) => category.id) }],
  );
}

function factsNamed(wanted: string, categories: readonly Category[]): readonly FactExplained[] {
  const [any] = categories;
  const facts = [...(any?.vocabulary.values() ?? [])].filter(({ id, meaning }) =>
    isNamed({ id, label: meaning }, wanted),
  );
  return facts.map((fact) => ({
    is: 'fact',
    id: fact.id,
    fact,
    printed: categories.flatMap(({ id: category, form }) =>
      form.sections
        .flatMap(({ items }) => items)
        .filter((item) => item.fact?.id === fact.id)
        .map((item) => ({ category, label: item.kind === 'field' ? item.label : item.title })),
    ),
    readBy: categories.flatMap(({ id: category, criteria, metrics }) =>
      [
        ...criteria.map(({ id, title, rule }) => ({ id, label: title, names: rule.names })),
        ...metrics.map(({ id, label, formula }) => ({ id, label, names: formula.names })),
      ]
        .filter(({ names }) => [...names].some((name) => name.split('.')[0] === fact.id))
        .map(({ id, label }) => ({ category, id, label })),
    ),
  }));
}

/** The known word nearest to one that nobody knows: an id or a printed label. */
export function nearestKnown(what: string, categories: readonly Category[], language: Language): string | undefined {
  const words = categories.flatMap((category) =>
    membersOf(category, { language }).flatMap(({ id, label }) => [id, label]),
  );
  const facts = [...(categories[0]?.vocabulary.values() ?? [])].flatMap(({ id, meaning }) => [id, meaning]);
  return nearest(what, new Set([...Object.keys(codes), ...words, ...facts]));
}

type Example = {
  readonly given: string;
  /** A decision, a figure or points. */
  readonly gives: string;
};

/** One example of each outcome that the definition's tests have for a criterion, metric or item. */
function examplesOf({ part, id }: Member, category: Category, options: SpeechOptions): readonly Example[] {
  const speech = speechOf(category, options);
  const shown = new Map<string, Example>();
  const unit = category.metrics.find((metric) => metric.id === id)?.unit ?? '';
  for (const test of category.definition.tests) {
    const gives = outcomeIn(test, part, id, unit, speech);
    if (gives === undefined) continue;
    const first = part === 'criterion' ? gives : part;
    if (!shown.has(first)) shown.set(first, { given: givenInWords(test.given, speech), gives });
  }
  return [...shown.values()];
}

function outcomeIn(
  { criteria = {}, metrics = {}, points = {} }: Category['definition']['tests'][number],
  part: Member['part'],
  id: string,
  unit: string,
  { words }: Speech,
): string | undefined {
  if (part === 'criterion') {
    const is = criteria[id];
    return is === undefined ? undefined : words.explain.decided[is];
  }
  if (part === 'metric') return metrics[id] === undefined ? undefined : words.phrases.unit(metrics[id], unit);
  if (part === 'item') return points[id] === undefined ? undefined : words.pointsText(points[id]);
  return undefined;
}

/** `2024年营业收入 5000，所持称号 无`. */
function givenInWords(given: Readonly<Record<string, unknown>>, { category, words, language }: Speech): string {
  const { vocabulary, scope } = category;
  const wide = words.sentenceComma;
  const said = Object.entries(given).flatMap(([id, value]) => {
    const fact = vocabulary.get(id);
    const label = scope.label(id);
    if (fact?.yearly === true && isMap(value)) {
      return Object.entries(value).map(
        ([year, figure]) => `${words.phrases.inYear(label, Number(year))} ${String(figure)}`,
      );
    }
    return [`${label}${language === 'zh' ? ' ' : ': '}${valueInWords(value, fact, wide, words.none)}`];
  });
  return said.join(wide);
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueInWords(value: unknown, fact: Fact | undefined, comma: string, none: string): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? none : value.map((one) => valueInWords(one, fact, comma, none)).join(' + ');
  }
  if (!isMap(value)) return value === true ? '是' : value === false ? '否' : String(value);
  const cells = Object.entries(value).map(([id, one]) => {
    const field = fact?.fields.get(id);
    return `${field?.meaning ?? id} ${valueInWords(one, field, comma, none)}`;
  });
  return `{${cells.join(comma)}}`;
}

type Shown = Explained & { readonly what: string; readonly standings?: readonly Standing[] };

/** Maps become lists, and what is only for comparing is left out. */
export function explainData({ what, subjects, versions, standings }: Shown): object {
  return {
    what,
    subjects: subjects.map((subject, at) => ({ ...subjectData(subject), ...(standings?.[at] ?? {}) })),
    ...(subjects.length === 0 ? { versions: versions.map(memberData) } : {}),
  };
}

function subjectData(subject: Subject): object {
  if (subject.is === 'member') return memberData(subject);
  return subject.is === 'fact' ? { ...subject, fact: factData(subject.fact) } : subject;
}

const memberData = ({ aspects, ...member }: MemberExplained): object => ({
  ...member,
  aspects: aspects.map(({ key, text }) => ({ key, text })),
});

const factData = ({ fields, ...fact }: Fact): object => ({
  ...fact,
  ...(fields.size === 0 ? {} : { fields: [...fields.values()].map(factData) }),
});

export type CodeExplained = {
  readonly is: 'code';
  readonly code: Code;
  readonly area: Area;
  readonly severity: Severity;
  /** The portal refuses it by itself: no waiver helps. */
  readonly hard: boolean;
  /** What findings with this code say, each variant once. */
  readonly examples: readonly Words[];
};

/** The area of the catalogue that a code stands in. */
export const areaOf = (code: Code): Area =>
  (Object.keys(areas) as Area[]).find((area) => Object.hasOwn(areas[area], code)) ?? 'dossier';

const isCode = (what: string): what is Code => Object.hasOwn(codes, what);

const nowhere: Place = { file: '', path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

export function explainCode(code: Code, language: Language): CodeExplained {
  const { severity, hard } = codes[code];
  const examples = codes[code].samples.map((args) => wordsOf(report(code, args as never, nowhere), language));
  return { is: 'code', code, area: areaOf(code), severity, hard, examples };
}
