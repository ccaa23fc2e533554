// Which held titles end when, and which review each falls under, as far as a category of that year says so.
import * as z from 'zod';
import type { Catalog } from '../../category/catalog.ts';
import type { Category } from '../../category/category.ts';
import { fitting } from '../../decide/criteria/rules/has-title.ts';
import { described, endYearOf, type Title, textOf, titlesIn, untilOf } from '../../decide/criteria/rules/titles.ts';
import type { Facts } from '../../expression/values.ts';
import { given } from '../../given.ts';
import type { MatchedDossier } from '../../reporters/match-definition.ts';

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
    due.push(
      given({
        title: described(title, end),
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
