// Held titles as the rules about them read them: the rows of `titles`, how long each holds, and whether products are one.
import { unspaced } from '../../../characters/folds.ts';
import type { Input } from '../../../expression/compile.ts';
import { dayNumber, soonDays } from '../../../expression/day.ts';
import { Decimal } from '../../../expression/decimal.ts';
import { alike, joined, type Told } from '../../../expression/explain.ts';
import type { Scope } from '../../../expression/scope.ts';
import type { TitleTerm } from '../../../expression/types.ts';
import type { Facts, RecordValue } from '../../../expression/values.ts';
import type { Finding, Place } from '../../../findings/finding.ts';
import { report } from '../../../findings/report.ts';
import type { OpenedCriterion } from '../definition.ts';
import { misspelt, type RuleProblem } from './rule.ts';

/** A held title; `path` is `titles[1]`, counted from 1, as criteria name what they lack. */
export type Title = { readonly row: RecordValue; readonly path: string };

/** What of a category the titles are judged by. */
type Deciding = { readonly criteria: readonly Pick<OpenedCriterion, 'rule'>[]; readonly scope: Scope };

/** A misspelt kind would fit no title, and so be met or not met for ever. `key` is the rule's own. */
export function misspeltKind(key: string, kinds: readonly string[], scope: Scope): RuleProblem | undefined {
  const known = scope.vocabulary.get('titles')?.fields.get('kind')?.options ?? [];
  return misspelt(key, (index) => ['kinds', index], kinds, known);
}

/** Neither would a misspelt level. */
export function misspeltLevel(key: string, levels: readonly string[], scope: Scope): RuleProblem | undefined {
  const known = scope.vocabulary.get('titles')?.fields.get('level')?.options ?? [];
  return misspelt(key, (index) => ['levels', index], levels, known);
}

/** The titles that the dossier gives: `[]` when it says that there are none, nothing when it does not say. */
export function titlesIn({ facts }: Pick<Input, 'facts'>): readonly Title[] | undefined {
  const titles = facts.get('titles');
  if (typeof titles !== 'object' || !('kind' in titles) || titles.kind !== 'table') return undefined;
  return titles.rows.map((row, index) => ({ row, path: `titles[${row.row ?? index + 1}]` }));
}

/** A text or a date of a row. */
export const textOf = ({ row }: Title, field: string): string | undefined => {
  const value = row.fields.get(field);
  return typeof value === 'string' ? value : undefined;
};

/** The year it was granted in: as written, else that of the date it was granted on. */
export function yearOf(title: Title): number | undefined {
  const year = title.row.fields.get('year');
  if (year instanceof Decimal) return year.toNumber();
  const on = textOf(title, 'granted_on');
  return on === undefined ? undefined : Number(on.slice(0, 4));
}

/** Until when a title holds: as written, or derived from the day or year it was granted in and the term of its kind. */
export type Until = { readonly holds: boolean; readonly until: string; readonly derived?: TitleTerm };

/** Whether a title holds on the day; nothing while neither its end nor what it could be derived from decides that. */
export function untilOf(title: Title, scope: Scope, asOf: string): Until | undefined {
  const written = textOf(title, 'valid_until');
  if (written !== undefined) return { holds: written >= asOf, until: written };
  const derived = scope.terms.get(textOf(title, 'kind') ?? '');
  if (derived === undefined || title.row.unread?.has('valid_until')) return undefined;
  const on = textOf(title, 'granted_on');
  if (on !== undefined) {
    const until = endOf(on, derived.years);
    return { holds: until >= asOf, until, derived };
  }
  const year = yearOf(title);
  if (year === undefined) return undefined;
  // Of a title of 2022 for three years the earliest end is 2024-12-31, the latest 2025-12-30.
  const earliest = endOf(`${year}-01-01`, derived.years);
  const latest = endOf(`${year}-12-31`, derived.years);
  if (asOf <= earliest) return { holds: true, until: earliest, derived };
  return asOf > latest ? { holds: false, until: latest, derived } : undefined;
}

/**
 * The year in which a title ends, as written or derived; nothing while neither is said, or the term is only usual. By
 * its year alone a title of 2023 for three years ends in 2026: that one granted on the first day of a year would end
 * the day before is left out, no batch was.
 */
export function endYearOf(title: Title, scope: Scope): number | undefined {
  const written = textOf(title, 'valid_until');
  if (written !== undefined) return Number(written.slice(0, 4));
  const term = scope.terms.get(textOf(title, 'kind') ?? '');
  const on = textOf(title, 'granted_on');
  const year = yearOf(title);
  if (term === undefined || term.usual || year === undefined || title.row.unread?.has('valid_until')) return undefined;
  return on === undefined ? year + term.years : Number(endOf(on, term.years).slice(0, 4));
}

/** The last day of a term: 2025-11-30 for three years from 2022-12-01, 2022-12-31 for the year. */
function endOf(granted: string, years: number): string {
  if (years === 0) return `${granted.slice(0, 4)}-12-31`;
  const [year = 0, month = 1, day = 1] = granted.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, day - 1)).toISOString().slice(0, 10);
}

/** Days by which a certificate may round its last day, or count from a later one than that of the grant. */
const roundedByDays = 183;

/** A title that must hold and soon will not (E-10); of several that would do, the one that holds longest. */
export function checkEnds(
  { criteria, scope }: Deciding,
  facts: Facts,
  asOf: string,
  places: ReadonlyMap<string, Place>,
): Finding[] {
  const titles = titlesIn({ facts }) ?? [];
  const groups = new Map(
    criteria.flatMap(({ rule }) => (rule.inForce ? [[rule.inForce.join(), rule.inForce] as const] : [])),
  );
  return [...groups.values()].flatMap((kinds): Finding[] => {
    const held = titles.flatMap((title, index) => {
      const kind = textOf(title, 'kind') ?? '';
      const until = kinds.includes(kind) ? untilOf(title, scope, asOf)?.until : undefined;
      return until === undefined ? [] : [{ kind, until, path: `titles[${(title.row.row ?? index + 1) - 1}]` }];
    });
    const [last] = held.sort((a, b) => (a.until < b.until ? 1 : -1));
    const at = last && (places.get(`${last.path}.valid_until`) ?? places.get(last.path) ?? places.get('titles'));
    if (last === undefined || at === undefined) return [];
    const { kind, until, path } = last;
    const days = (dayNumber(until) ?? 0) - (dayNumber(asOf) ?? 0);
    if (days < 0 || days >= soonDays) return [];
    return [report('title-expires-soon', { kind, until, days }, { ...at, path: `${path}.valid_until` })];
  });
}

/** Titles that are said to hold for longer than the term of their kind, or for less: one that was renewed was granted anew. */
export function checkTerms({ criteria, scope }: Deciding, facts: Facts, places: ReadonlyMap<string, Place>): Finding[] {
  if (!criteria.some(({ rule }) => rule.names.has('titles'))) return [];
  return (titlesIn({ facts }) ?? []).flatMap((title, index): Finding[] => {
    const [kind = '', on, until] = ['kind', 'granted_on', 'valid_until'].map((field) => textOf(title, field));
    const term = scope.terms.get(kind);
    const year = yearOf(title);
    if (term === undefined || until === undefined || year === undefined) return [];
    // The year of a list may be the one before its day.
    const last = endOf(on ?? `${year + 1}-12-31`, term.years);
    const beyond = (dayNumber(until) ?? 0) - (dayNumber(last) ?? 0);
    const path = `titles[${(title.row.row ?? index + 1) - 1}].valid_until`;
    const at = places.get(path) ?? places.get('titles');
    // A term that is only usual may be shorter, and of a year alone nothing shorter is known.
    const isShort = on !== undefined && !term.usual && beyond < -roundedByDays;
    if ((beyond <= roundedByDays && !isShort) || at === undefined) return [];
    return [report('title-beyond-term', { kind, until, last, clause: term.clause }, { ...at, path })];
  });
}

/** `专精特新产品，2018 年认定，有效期至 2021-11-30，JX系列高精度行星减速器`; a derived end with the clause it is derived by. */
export function described(title: Title, end?: Until): Told {
  const year = yearOf(title);
  const written = textOf(title, 'valid_until');
  const { derived } = end ?? {};
  const named = (field: string): readonly Told[] => {
    const text = textOf(title, field);
    return text === undefined ? [] : [alike(text)];
  };
  const parts = [
    ...named('kind'),
    ...named('level'),
    ...(year === undefined ? [] : [{ zh: `${year} 年认定`, en: `granted in ${year}` }]),
    ...(written === undefined ? [] : [{ zh: `有效期至 ${written}`, en: `valid until ${written}` }]),
    ...(end && derived
      ? [
          {
            zh: `未写有效期，按${derived.clause}由认定日期推算至 ${end.until}`,
            en: `no end stated; by ${derived.clause}, counted from its grant, until ${end.until}`,
          },
        ]
      : []),
    ...named('product'),
  ];
  return joined(parts, { zh: '，', en: ', ' });
}

/**
 * Whether the title is for the product that the dossier applies with, by its name without spaces and case; else what is
 * missing to tell.
 */
export function compareProducts(title: Title, input: Input): 'same' | 'different' | { readonly needs: string } {
  const held = textOf(title, 'product');
  const applied = input.facts.get('product_name');
  if (typeof applied !== 'string') return { needs: 'product_name' };
  if (held === undefined) return { needs: `${title.path}.product` };
  return unspaced(held).toLowerCase() === unspaced(applied).toLowerCase() ? 'same' : 'different';
}
