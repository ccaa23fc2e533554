// Single figures among the facts: named as criteria name them, read and put in, without touching the facts themselves.
import { Decimal } from '../../expression/decimal.ts';
import { factAt } from '../../expression/reader.ts';
import type { Scope } from '../../expression/scope.ts';
import { type Fact, numeric } from '../../expression/types.ts';
import type { Facts, FactValue } from '../../expression/values.ts';
import type { MatchedFact } from '../../reporters/match-definition.ts';

/** The fact, or the field of a record, that a name is about. */
export function factOf(id: string, { vocabulary }: Pick<Scope, 'vocabulary'>): Fact | undefined {
  const [, name = id, field] = /^([^.[]+)(?:\[\d+\])?(?:\.(.+))?$/.exec(id) ?? [];
  const fact = vocabulary.get(name);
  return field === undefined || fact?.yearly === true ? fact : fact?.fields.get(field);
}

/** A fact as one reads it: `2020年营业收入` is a label and a year, `市场占有率证明：占有率` a record and its field. */
export function named(id: string, scope: Scope): MatchedFact {
  const [, name = id, row, part] = /^([^.[]+)(?:\[(\d+)\])?(?:\.(.+))?$/.exec(id) ?? [];
  const fact = scope.vocabulary.get(name);
  if (fact?.yearly === true && part !== undefined) return { id, label: scope.label(name), year: Number(part) };
  const field = fact?.fields.get(part ?? '');
  const place = row === undefined ? scope.label(name) : `${scope.label(name)}第${row}项`;
  return { id, label: field === undefined ? place : `${place}：${field.meaning}` };
}

/** The figure of `revenue.2020`, `segment_years` or `market_share.share`; nothing when it is none, or is missing. */
export function figureAt(facts: Facts, id: string): Decimal | undefined {
  const value = factAt(facts, id);
  return value instanceof Decimal ? value : undefined;
}

/** Whether a name is about one figure. */
export const isFigure = (id: string, scope: Scope): boolean => {
  const fact = factOf(id, scope);
  return fact !== undefined && numeric.has(fact.type) && (!fact.yearly || id.includes('.'));
};

/** The facts with one figure put in. */
export function withFigure(facts: Facts, id: string, figure: Decimal): Facts {
  const [name = id, part] = id.split('.');
  return new Map(facts).set(name, part === undefined ? figure : within(facts.get(name), part, figure));
}

function within(value: FactValue | undefined, part: string, figure: Decimal): FactValue {
  if (typeof value === 'object' && 'kind' in value && value.kind === 'record')
    return { kind: 'record', fields: new Map(value.fields).set(part, figure) };
  const years = typeof value === 'object' && 'kind' in value && value.kind === 'yearly' ? value.years : undefined;
  return { kind: 'yearly', years: new Map(years).set(Number(part), figure) };
}

export const unitOf = (fact: Fact | undefined): string => fact?.unit ?? (fact?.type === 'percent' ? '%' : '');

/** Decimals in which a fact is written. */
export const placesOf = (fact: Fact | undefined): number => (fact?.type === 'count' ? 0 : 2);
