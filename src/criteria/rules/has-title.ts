// The rule `has_title`: at least one held title of the named kinds fits (a review rests on a title of certain years).
import * as z from 'zod';
import type { Input } from '../../expression/compile.ts';
import type { Decision } from '../result.ts';
import { defineRule } from './rule.ts';
import { compareProducts, misspeltKind, type Title, textOf, titlesIn, yearOf } from './titles.ts';

const options = z.strictObject({
  has_title: z.strictObject({
    kinds: z.array(z.string()).min(1),
    levels: z.array(z.string()).min(1).optional(),
    /** The years in which it may have been granted. */
    years: z.array(z.int()).min(1).optional(),
    /** Only a title that has not expired on the as-of date. */
    in_force: z.boolean().default(false),
    /** Only a title for the product that this dossier applies with. */
    same_product: z.boolean().default(false),
  }),
});

type Options = z.infer<typeof options>['has_title'];

export const hasTitle = defineRule({
  name: 'has_title',
  schema: options,
  open: ({ has_title: rule }, scope) =>
    misspeltKind('has_title', rule.kinds, scope) ?? {
      names: new Set(rule.same_product ? ['titles', 'product_name'] : ['titles']),
      limits: [],
      decide: (input) => decide(rule, input),
    },
});

/** One title fits; or one might, and what is missing to tell is named; or none does. */
function decide(rule: Options, input: Input): Decision {
  const titles = titlesIn(input);
  if (titles === undefined) return { is: 'undecided', needs: ['titles'] };
  const needs: string[] = [];
  for (const title of titles) {
    const lacks = fits(rule, title, input);
    if (lacks?.length === 0) return { is: 'met', shown: described(title) };
    needs.push(...(lacks ?? []));
  }
  if (needs.length > 0) return { is: 'undecided', needs: [...new Set(needs)] };
  return { is: 'not met', shown: titles.length === 0 ? '无称号' : `所持：${titles.map(described).join('；')}` };
}

/** What is missing to tell whether a title fits: `[]` when it does, nothing when it does not. */
function fits(rule: Options, title: Title, input: Input): readonly string[] | undefined {
  const needs: string[] = [];
  const hold = (holds: boolean | undefined, field: string): boolean => {
    if (holds === undefined) needs.push(`${title.path}.${field}`);
    return holds !== false;
  };
  const given = <T>(value: T | undefined, test: (value: T) => boolean) =>
    value === undefined ? undefined : test(value);
  const { levels, years } = rule;
  const could =
    hold(
      given(textOf(title, 'kind'), (kind) => rule.kinds.includes(kind)),
      'kind',
    ) &&
    (levels === undefined ||
      hold(
        given(textOf(title, 'level'), (level) => levels.includes(level)),
        'level',
      )) &&
    (years === undefined ||
      hold(
        given(yearOf(title), (year) => years.includes(year)),
        'year',
      )) &&
    (!rule.in_force ||
      hold(
        given(textOf(title, 'valid_until'), (until) => until >= input.asOf),
        'valid_until',
      ));
  if (!could) return undefined;
  if (!rule.same_product) return needs;
  const product = compareProducts(title, input);
  if (product === 'different') return undefined;
  return product === 'same' ? needs : [...needs, product.needs];
}

/** `专精特新产品，2018 年认定，有效期至 2021-11-30，JX系列高精度行星减速器` */
function described(title: Title): string {
  const year = yearOf(title);
  const until = textOf(title, 'valid_until');
  const parts = [
    textOf(title, 'kind'),
    year === undefined ? undefined : `${year} 年认定`,
    until === undefined ? undefined : `有效期至 ${until}`,
    textOf(title, 'product'),
  ];
  return parts.filter((part) => part !== undefined).join('，');
}
