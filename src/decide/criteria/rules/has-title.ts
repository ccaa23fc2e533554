// The rule `has_title`: at least one held title of the named kinds fits (a review rests on a title of certain years).
import * as z from 'zod';
import { compile, type Expression, type Input } from '../../../expression/compile.ts';
import { joined, type Told } from '../../../expression/explain.ts';
import type { Scope } from '../../../expression/scope.ts';
import { type InWords, listed, shownAs } from '../../telling.ts';
import type { Decision } from '../result.ts';
import { defineRule, type OpenedRule, type RuleProblem } from './rule.ts';
import {
  compareProducts,
  described,
  endYearOf,
  misspeltKind,
  misspeltLevel,
  type Title,
  textOf,
  titlesIn,
  untilOf,
  yearOf,
} from './titles.ts';

/** Which titles fit. */
export const fitting = z.strictObject({
  kinds: z.array(z.string()).min(1),
  levels: z.array(z.string()).min(1).optional(),
  /** Levels that count as well where an expression holds: a municipal title of a city that ranks as a province. */
  also: z
    .strictObject({
      levels: z.array(z.string()).min(1),
      when: z.string(),
    })
    .optional(),
  /** The years in which it may have been granted. */
  years: z.array(z.int()).min(1).optional(),
  /** Only a title that has not expired on the as-of date. */
  in_force: z.boolean().default(false),
  /** Only a title whose validity ends in the year of the category: it is due for review. */
  ends_in_year: z.literal(true).optional(),
  /** Only a title for the product that this dossier applies with. */
  same_product: z.boolean().default(false),
});

type Options = z.infer<typeof fitting>;
type When = Expression<boolean> | undefined;

export const fittingInWords: InWords<Options> = {
  zh: ({ kinds, levels = [], also, years = [], ...only }, { say }) =>
    [
      `持有${only.same_product ? '同一产品的' : ''}${listed.zh(kinds)}称号`,
      ...(levels.length === 0 ? [] : [`级别为${listed.zh(levels)}`]),
      ...(also === undefined ? [] : [`${say(also.when)} 的，${listed.zh(also.levels)}的也算`]),
      ...(years.length === 0 ? [] : [`${years.join('、')} 年认定`]),
      ...(only.in_force ? ['在有效期内'] : []),
      ...(only.ends_in_year ? ['有效期在类别所属年度届满'] : []),
    ].join('，'),
  en: ({ kinds, levels = [], also, years = [], ...only }, { say }) =>
    [
      `holds a title of ${listed.en(kinds)}${only.same_product ? ' for the same product' : ''}`,
      ...(levels.length === 0 ? [] : [`of level ${levels.join(' or ')}`]),
      ...(also === undefined ? [] : [`or of level ${also.levels.join(' or ')} where ${say(also.when)}`]),
      ...(years.length === 0 ? [] : [`granted in ${years.join(', ')}`]),
      ...(only.in_force ? ['in force'] : []),
      ...(only.ends_in_year ? ['whose validity ends in the year of the category'] : []),
    ].join(', '),
};

export const hasTitle = defineRule({
  name: 'has_title',
  words: {
    zh: ({ has_title: wanted }, telling) => fittingInWords.zh(wanted, telling),
    en: ({ has_title: wanted }, telling) => fittingInWords.en(wanted, telling),
  },
  schema: z.strictObject({ has_title: fitting }),
  open: ({ has_title: rule }, scope) => openFitting('has_title', [], rule, scope),
});

/** Opens what stands under `key` of a rule, or deeper, at `inside`. */
export function openFitting(
  key: string,
  inside: readonly string[],
  rule: Options,
  scope: Scope,
): OpenedRule | RuleProblem {
  const levels = [...(rule.levels ?? []), ...(rule.also?.levels ?? [])];
  const misspelt = misspeltKind(key, rule.kinds, scope) ?? misspeltLevel(key, levels, scope);
  if (misspelt) return { ...misspelt, inside: [...inside, ...(misspelt.inside ?? [])] };
  const when = rule.also && compile(rule.also.when, scope, 'bool');
  if (when && 'problem' in when) {
    return { key, inside: [...inside, 'also', 'when'], text: rule.also?.when ?? '', problem: when.problem };
  }
  const named = when === undefined ? [] : [...when.ok.names];
  return {
    names: new Set(['titles', ...(rule.same_product ? ['product_name'] : []), ...named]),
    limits: [],
    ...(rule.in_force && !rule.ends_in_year ? { inForce: rule.kinds } : {}),
    decide: (input) => decide(rule, when?.ok, scope, input),
  };
}

/** One title fits; or one might, and what is missing to tell is named; or none does. */
function decide(rule: Options, when: When, scope: Scope, input: Input): Decision {
  const titles = titlesIn(input);
  if (titles === undefined) return { is: 'undecided', needs: ['titles'] };
  const needs: string[] = [];
  for (const title of titles) {
    const lacks = fits(rule, when, title, scope, input);
    if (lacks?.length === 0) return { is: 'met', ...shownAs(shownOf(rule, title, scope, input)) };
    for (const one of lacks ?? []) needs.push(one);
  }
  if (needs.length > 0) return { is: 'undecided', needs: [...new Set(needs)] };
  if (titles.length === 0) return { is: 'not met', ...shownAs({ zh: '无称号', en: 'no title' }) };
  const held = joined(titles.map((title) => shownOf(rule, title, scope, input)));
  return { is: 'not met', ...shownAs({ zh: `所持：${held.zh}`, en: `held: ${held.en}` }) };
}

const shownOf = (rule: Options, title: Title, scope: Scope, { asOf }: Input): Told =>
  described(title, rule.in_force || rule.ends_in_year ? untilOf(title, scope, asOf) : undefined);

/** What is missing to tell whether a title fits: `[]` when it does, nothing when it does not. */
function fits(rule: Options, when: When, title: Title, scope: Scope, input: Input): readonly string[] | undefined {
  const kind = textOf(title, 'kind');
  const year = yearOf(title);
  const end = untilOf(title, scope, input.asOf);
  // By what is only usual a title is neither proved nor denied.
  const holds = end?.derived?.usual ? undefined : end?.holds;
  const needs: string[] = [];
  const hold = (is: boolean | undefined, need: string): boolean => {
    if (is === undefined) needs.push(`${title.path}.${need}`);
    return is !== false;
  };
  const could =
    hold(kind === undefined ? undefined : rule.kinds.includes(kind), 'kind') &&
    levelFits(rule, when, title, input, needs) &&
    (rule.years === undefined || hold(year === undefined ? undefined : rule.years.includes(year), 'year')) &&
    (!rule.in_force || hold(holds, 'valid_until')) &&
    (!rule.ends_in_year || hold(endsIn(title, scope), 'valid_until'));
  if (!could) return undefined;
  if (!rule.same_product) return needs;
  const product = compareProducts(title, input);
  if (product === 'different') return undefined;
  return product === 'same' ? needs : [...needs, product.needs];
}

function endsIn(title: Title, scope: Scope): boolean | undefined {
  const end = endYearOf(title, scope);
  return end === undefined ? undefined : end === scope.year;
}

/** Whether its level counts, or still may; what that hangs on goes to `needs`. */
function levelFits({ levels, also }: Options, when: When, title: Title, input: Input, needs: string[]): boolean {
  if (levels === undefined) return true;
  const level = textOf(title, 'level');
  if (level === undefined) {
    needs.push(`${title.path}.level`);
    return true;
  }
  if (levels.includes(level)) return true;
  if (when === undefined || !also?.levels.includes(level)) return false;
  const outcome = when.evaluate(input);
  if (outcome.is === 'undecided') {
    for (const one of outcome.needs) needs.push(one);
    return true;
  }
  return outcome.is === 'value' && outcome.value;
}
