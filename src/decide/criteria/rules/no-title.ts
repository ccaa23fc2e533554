// The rule `no_title`: no title of the named kinds and levels is held and in force (FAQ 10: which titles exclude which applications).
import * as z from 'zod';
import type { Input } from '../../../expression/compile.ts';
import { joined, type Told } from '../../../expression/explain.ts';
import type { Scope } from '../../../expression/scope.ts';
import { listed, shownAs } from '../../telling.ts';
import type { Decision } from '../result.ts';
import { defineRule } from './rule.ts';
import {
  compareProducts,
  described,
  misspeltKind,
  misspeltLevel,
  type Title,
  textOf,
  titlesIn,
  untilOf,
} from './titles.ts';

const options = z.strictObject({
  no_title: z.strictObject({
    kinds: z.array(z.string()).min(1),
    /** Only titles of these levels. */
    levels: z.array(z.string()).min(1).optional(),
    /** A title whose end is not written and not to be derived counts as held: the clause asks for no term. */
    open_ended: z.boolean().default(false),
    /** Only a title for the product that this dossier applies with. */
    same_product: z.boolean().default(false),
  }),
});

type Options = z.infer<typeof options>['no_title'];

export const noTitle = defineRule({
  name: 'no_title',
  words: {
    zh: ({ no_title: { kinds, levels = [], same_product: same } }) =>
      `没有在有效期内的${same ? '同一产品的' : ''}${listed.zh(levels)}${listed.zh(kinds)}称号`,
    en: ({ no_title: { kinds, levels = [], same_product: same } }) =>
      `no title in force of ${listed.en(kinds)}${levels.length === 0 ? '' : ` of level ${levels.join(' or ')}`}${same ? ' for the same product' : ''}`,
  },
  schema: options,
  open: ({ no_title: rule }, scope) =>
    misspeltKind('no_title', rule.kinds, scope) ??
    misspeltLevel('no_title', rule.levels ?? [], scope) ?? {
      names: new Set(rule.same_product ? ['titles', 'product_name'] : ['titles']),
      limits: [],
      decide: (input) => decide(rule, scope, input),
    },
});

/** What a title comes to: it excludes (firmly, or by a usual term only), it may for all that is known, or it does not. */
type Weighed =
  | { readonly excludes: 'firmly' | 'usually'; readonly shown: Told }
  | { readonly lacks: string }
  | { readonly ended?: Told };

function decide(rule: Options, scope: Scope, input: Input): Decision {
  const titles = titlesIn(input);
  if (titles === undefined) return { is: 'undecided', needs: ['titles'] };
  const weighed = titles.map((title) => weigh(rule, title, scope, input));
  const excluding = weighed.flatMap((one) => ('excludes' in one ? [one] : []));
  const [worst] = [...excluding].sort((a, b) => Number(a.excludes === 'usually') - Number(b.excludes === 'usually'));
  if (worst)
    return { is: 'not met', ...shownAs(worst.shown), ...(worst.excludes === 'usually' ? { usual: true } : {}) };
  const needs = weighed.flatMap((one) => ('lacks' in one ? [one.lacks] : []));
  if (needs.length > 0) return { is: 'undecided', needs };
  const ended = weighed.flatMap((one) => ('ended' in one && one.ended !== undefined ? [one.ended] : []));
  const none =
    titles.length === 0
      ? { zh: '申报单位填写：没有称号', en: 'the applicant states that it holds no title' }
      : { zh: '所填称号中没有这类有效称号', en: 'no title in force of this kind among those stated' };
  return { is: 'met', ...shownAs(ended.length === 0 ? none : joined(ended)) };
}

function weigh(rule: Options, title: Title, scope: Scope, input: Input): Weighed {
  const { path } = title;
  const kind = textOf(title, 'kind');
  if (kind !== undefined && !rule.kinds.includes(kind)) return {};
  const level = textOf(title, 'level');
  if (rule.levels && level !== undefined && !rule.levels.includes(level)) return {};
  const end = untilOf(title, scope, input.asOf);
  const shown = described(title, end);
  if (end?.holds === false) return end.derived ? { ended: shown } : {};
  const product = rule.same_product ? compareProducts(title, input) : 'same';
  if (product === 'different') return {};
  if (kind === undefined) return { lacks: `${path}.kind` };
  if (end === undefined && !rule.open_ended) return { lacks: `${path}.valid_until` };
  if (rule.levels && level === undefined) return { lacks: `${path}.level` };
  if (product !== 'same') return { lacks: product.needs };
  return { excludes: end?.derived?.usual ? 'usually' : 'firmly', shown };
}
