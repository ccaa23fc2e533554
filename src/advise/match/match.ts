// One dossier against many categories: its facts are read once, by its own form, and weighed by the criteria of each.
import * as z from 'zod';
import type { DossierFile } from '../../assess.ts';
import type { Catalog } from '../../category/catalog.ts';
import type { Category } from '../../category/category.ts';
import { isWithin, nearestTo } from '../../category/season.ts';
import { fitting } from '../../decide/criteria/rules/has-title.ts';
import { described, endYearOf, type Title, textOf, titlesIn, untilOf } from '../../decide/criteria/rules/titles.ts';
import { openDossier, readForm } from '../../dossier/head.ts';
import type { Facts } from '../../expression/values.ts';
import { inOrder } from '../../findings/order.ts';
import type { FormResult } from '../../form/validate.ts';
import { given } from '../../given.ts';
import { findingData } from '../../reporters/json.ts';
import type { MatchedCategory, MatchedDossier } from '../../reporters/match-definition.ts';
import { layOver, noCategory, unreadable } from './set.ts';
import { weigh } from './weigh.ts';

type Due = NonNullable<MatchedDossier['due']>[number];

/** The titles of a dossier in its order, those whose end is not known left out; nothing where it does not say which it holds. */
export async function titlesDue(
  catalog: Catalog,
  any: Category,
  facts: Facts,
  asOf: string,
): Promise<readonly Due[] | undefined> {
  const titles = titlesIn({ facts });
  if (titles === undefined) return undefined;
  const reviews = reviewsOf(catalog);
  const due: Due[] = [];
  for (const title of titles) {
    const year = endYearOf(title, any.scope);
    if (year === undefined) continue;
    const end = untilOf(title, any.scope, asOf);
    const { zh, en } = described(title, end);
    due.push(
      given({
        title: zh,
        titleEn: en === zh ? undefined : en,
        year,
        until: textOf(title, 'valid_until'),
        review: await reviews(title, year),
      }),
    );
  }
  return due;
}

/** Finds the category by which a title that ends in a year is reviewed. */
function reviewsOf(catalog: Catalog) {
  const opened = new Map<number, Promise<readonly Category[]>>();
  const ofYear = async (year: number): Promise<readonly Category[]> => {
    const entries = (await catalog.list()).filter((entry) => entry.year === year);
    const categories = await Promise.all(entries.map(({ id }) => catalog.open(id)));
    return categories.filter(({ definition }) => definition.procedure === '复核');
  };
  return async (title: Title, year: number): Promise<Due['review']> => {
    const known = opened.get(year) ?? ofYear(year);
    opened.set(year, known);
    const category = (await known).find((one) => isReviewed(one, title));
    return category && { id: category.id, title: category.definition.title };
  };
}

/** Whether a criterion of the category rests on such a title that ends in its year. */
function isReviewed({ definition }: Category, title: Title): boolean {
  const [kind, level = ''] = [textOf(title, 'kind'), textOf(title, 'level')];
  return Object.values(definition.criteria).some(({ rule }) => {
    const { data } = restsOnTitle.safeParse(rule);
    if (data?.has_title.ends_in_year === undefined) return false;
    const { kinds, levels = [level] } = data.has_title;
    return kind !== undefined && kinds.includes(kind) && levels.includes(level);
  });
}

const restsOnTitle = z.object({ has_title: fitting });

export type MatchOptions = {
  readonly catalog: Catalog;
  /** Overrides the dossier's own `as_of`. */
  readonly asOf?: string;
  /** For a dossier without `as_of`. */
  readonly asOfHere?: string;
  /** The day when neither is given, in Asia/Shanghai. */
  readonly today: string;
  /** For a dossier that names no category. */
  readonly category?: string;
  /** Only these, whatever their year. */
  readonly categories?: readonly string[];
  /** Categories of every year; else those of the year of the day, or the nearest where it has none. */
  readonly all?: boolean;
  /** `fact=value`, laid over the facts of the dossier. */
  readonly set?: readonly string[];
};

/** What was found, and what of the dossier it was read from, for masks. */
export type Match = {
  readonly matched: MatchedDossier;
  /** @internal */
  readonly form: FormResult;
  readonly text: string;
};

/**
 * Weighs a dossier without looking at its attachments. Throws a Stop when it cannot be read, when its category or one
 * that is asked for is unknown, and for a wrong `set`.
 */
export async function match(dossier: DossierFile, options: MatchOptions): Promise<Match> {
  const { file, shown } = dossier;
  const path = shown === '.' || shown === '' ? file : `${shown}/${file}`;
  const { head, text } = openDossier(dossier);
  if (head === undefined) throw unreadable(path);
  const asOf = options.asOf ?? head.asOf ?? options.asOfHere ?? options.today;
  const { categories, nearest } = await asked(options, asOf);
  const id = head.category ?? options.category;
  const own = id === undefined ? undefined : await options.catalog.open(id);
  const any = own ?? categories[0];
  if (any === undefined || (own === undefined && head.part('form') !== undefined)) throw noCategory(path);
  // A dossier that names no category may still give facts and titles; any category knows their vocabulary.
  const { vocabulary, form: asks } = own ?? { ...any, form: { ...any.form, sections: [] } };
  const form = readForm({ vocabulary, form: asks }, head, { asOf });
  const wanted = options.set ?? [];
  const laid = layOver(form.facts, wanted, own === undefined ? categories : [own, ...categories]);
  const before = wanted.length === 0 ? undefined : form.facts;
  return {
    matched: given({
      path,
      enterprise: head.enterprise,
      category: own?.id,
      asOf,
      nearest,
      ...unreadIn(form),
      set: laid.set,
      due: await titlesDue(options.catalog, any, laid.facts, asOf),
      categories: categories.map((category) => weigh(category, laid.facts, asOf, before)).sort(nearestFirst),
    }),
    form,
    text,
  };
}

type Asked = { readonly categories: readonly Category[]; readonly nearest?: MatchedDossier['nearest'] };

/** The categories to weigh, each opened. */
async function asked({ catalog, categories, all }: MatchOptions, asOf: string): Promise<Asked> {
  const open = (ids: Iterable<string>) => Promise.all([...ids].map((id) => catalog.open(id)));
  if (categories?.length) return { categories: await open(new Set(categories)) };
  const entries = await catalog.list();
  const year = Number(asOf.slice(0, 4));
  const now = entries.filter((entry) => all || entry.year === year || isWithin(entry.season, asOf));
  if (now.length > 0) return { categories: await open(now.map(({ id }) => id)) };
  const near = nearestTo(entries, year);
  const years = [...new Set(near.map((entry) => entry.year))].sort();
  return { categories: await open(near.map(({ id }) => id)), nearest: { year, years } };
}

/** Values with an error: they are not among the facts. What is only missing is no such value. */
function unreadIn({ findings }: FormResult): Pick<MatchedDossier, 'unread' | 'errors'> {
  const wrong = findings.filter(({ code, severity }) => severity === 'error' && !missing.has(code));
  const errors = inOrder(wrong).map((finding) => {
    const { at, message, hint } = findingData(finding);
    return given({ at, message, hint });
  });
  return { unread: errors.length, ...(errors.length === 0 ? {} : { errors }) };
}

const missing: ReadonlySet<string> = new Set(['field-missing', 'cell-missing']);

const ranks: Readonly<Record<MatchedCategory['verdict'], number>> = { met: 0, unknown: 1, undecided: 2, 'not met': 3 };

/** Met first, then by what is still missing, then by what fails; alike ones by their id, whatever the catalogue's order. */
function nearestFirst(a: MatchedCategory, b: MatchedCategory): number {
  return (
    ranks[a.verdict] - ranks[b.verdict] ||
    a.counts.notMet - b.counts.notMet ||
    a.missing.length - b.missing.length ||
    a.counts.undecided - b.counts.undecided ||
    (a.id < b.id ? -1 : 1)
  );
}
