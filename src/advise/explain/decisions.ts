// Which decisions on the facts of one dossier are others under another category: the years stay those of the calendar.
import type { Category } from '../../category/category.ts';
import { decideCategory } from '../../category/decided.ts';
import type { CriterionResult, Decision } from '../../decide/criteria/result.ts';
import type { Facts } from '../../expression/values.ts';
import { type Language, ofDefinition } from '../../findings/sentence.ts';
import { shownIn } from '../../words/readings.ts';
import { named } from '../match/figures.ts';
import type { Member } from './member.ts';
import { membersOf } from './members.ts';
import { speechOf } from './speech.ts';

/** How a criterion came out, and what decided it or is missing, in words. */
export type Decided = { readonly is: Decision['is']; readonly shown?: string; readonly needs?: readonly string[] };

export type DecisionChange = {
  readonly id: string;
  readonly title: string;
  /** Absent where the category has no such criterion. */
  readonly a?: Decided;
  readonly b?: Decided;
};

export type PointsChange = {
  readonly label: string;
  readonly max: number;
  readonly pass: number;
  readonly points: string;
};

export type DossierDifference = {
  readonly decisions: readonly DecisionChange[];
  /** Points of a scorecard that only one of them has, or that differ. */
  readonly points: { readonly a?: PointsChange; readonly b?: PointsChange };
};

const counts = (decision: Decided | undefined): boolean =>
  decision !== undefined && decision.is !== 'advice' && decision.is !== 'unknown';

/** Criteria that only one category has are told where a program can decide them; advice is none. */
export function decisionsBetween(
  [a, b]: readonly [Category, Category],
  facts: Facts,
  asOf: string,
  language: Language,
): DossierDifference {
  const sides = [a, b].map((category) => {
    const under = decideCategory(category, { facts, asOf });
    const results = new Map(under.criteria.map((result) => [result.id, decidedOf(result, category, language)]));
    const members = membersOf(category, { language, relative: true }).filter(({ part }) => part === 'criterion');
    return { results, members, card: under.scorecard };
  });
  const [left, right] = sides;
  const decisions = paired(left?.members ?? [], right?.members ?? []).flatMap((pair): DecisionChange[] => {
    const now = pair.a && left?.results.get(pair.a.id);
    const then = pair.b && right?.results.get(pair.b.id);
    if (now?.is === then?.is || !(counts(now) || counts(then))) return [];
    const member = pair.b ?? pair.a;
    if (member === undefined) return [];
    return [
      { id: member.id, title: ofDefinition(member.label, language), ...(now && { a: now }), ...(then && { b: then }) },
    ];
  });
  const [before, after] = sides.map(({ card }) => {
    if (card === undefined) return undefined;
    const { least, most } = card.points;
    const { label, max, pass } = card;
    return { label, max, pass, points: least === most ? `${least}` : `${least}–${most}` };
  });
  const same = before?.points === after?.points && before?.pass === after?.pass;
  return { decisions, points: same ? {} : { ...(before && { a: before }), ...(after && { b: after }) } };
}

/** A criterion as decided, for people: figures put in, or the facts that are missing by their labels. */
export function decidedOf({ decision }: CriterionResult, category: Category, language: Language): Decided {
  if (decision.is === 'undecided') return { is: decision.is, needs: needsOf(decision.needs, category, language) };
  const shown = shownIn(decision, language);
  return { is: decision.is, ...(shown === undefined ? {} : { shown }) };
}

/** Missing facts by their labels: `2025年营业收入`, each once. */
export function needsOf(needs: readonly string[], category: Category, language: Language): readonly string[] {
  const { phrases } = speechOf(category, { language }).words;
  const labels = needs.map((id) => {
    const { label, year } = named(id, category.scope);
    return year === undefined ? label : phrases.inYear(label, year);
  });
  return [...new Set(labels)];
}

type Pair = { readonly a: Member; readonly b?: Member } | { readonly a?: undefined; readonly b: Member };

const keyOf = ({ part, id }: Member): string => (part === 'category' ? part : `${part} ${id}`);

/** What a criterion or metric asks, its figures left out; nothing where nothing is asked that could be told apart. */
function shapeOf({ part, aspects }: Member): string | undefined {
  if (part !== 'criterion') return undefined;
  const plain = aspects.find(({ key }) => key === 'rule')?.plain;
  if (plain === undefined || plain === 'advise' || plain === 'unknown') return undefined;
  return plain.replace(/\d+(\.\d+)?/g, '#');
}

/** In the order of `a`; what only `b` has follows the member of its part before it there. */
export function paired(a: readonly Member[], b: readonly Member[]): readonly Pair[] {
  const byKey = new Map(b.map((member) => [keyOf(member), member]));
  const ofA = new Map<Member, Member>();
  for (const member of a) {
    const other = byKey.get(keyOf(member));
    if (other !== undefined) ofA.set(member, other);
  }
  const restA = a.filter((member) => !ofA.has(member));
  const taken = new Set(ofA.values());
  const restB = b.filter((member) => !taken.has(member));
  for (const member of restA) {
    const shape = shapeOf(member);
    if (shape === undefined || restA.some((other) => other !== member && shapeOf(other) === shape)) continue;
    const fits = restB.filter((other) => shapeOf(other) === shape);
    if (fits.length === 1 && fits[0] !== undefined) ofA.set(member, fits[0]);
  }
  const used = new Set(ofA.values());
  const pairs: Pair[] = a.map((member) => {
    const other = ofA.get(member);
    return other === undefined ? { a: member } : { a: member, b: other };
  });
  for (const member of b) {
    if (used.has(member)) continue;
    const last = pairs.findLastIndex((pair) => (pair.a ?? pair.b)?.part === member.part);
    pairs.splice(last < 0 ? pairs.length : last + 1, 0, { b: member });
  }
  return pairs;
}
