// The rule `no_title`: no title of the named kinds is held and in force (FAQ 10: which titles exclude which applications).
import * as z from 'zod';
import type { Input } from '../../expression/compile.ts';
import type { Decision } from '../result.ts';
import { defineRule } from './rule.ts';
import { compareProducts, misspeltKind, textOf, titlesIn } from './titles.ts';

const options = z.strictObject({
  no_title: z.strictObject({
    kinds: z.array(z.string()).min(1),
    /** Only a title for the product that this dossier applies with. */
    same_product: z.boolean().default(false),
  }),
});

type Options = z.infer<typeof options>['no_title'];

export const noTitle = defineRule({
  name: 'no_title',
  schema: options,
  open: ({ no_title: rule }, scope) =>
    misspeltKind('no_title', rule.kinds, scope) ?? {
      names: new Set(rule.same_product ? ['titles', 'product_name'] : ['titles']),
      limits: [],
      decide: (input) => decide(rule, input),
    },
});

/** A title conflicts, does not, or lacks a fact to tell. */
function decide(rule: Options, input: Input): Decision {
  const titles = titlesIn(input);
  if (titles === undefined) return { is: 'undecided', needs: ['titles'] };
  const needs: string[] = [];
  for (const title of titles) {
    const kind = textOf(title, 'kind');
    if (kind !== undefined && !rule.kinds.includes(kind)) continue;
    const until = textOf(title, 'valid_until');
    if (until !== undefined && until < input.asOf) continue;
    const product = rule.same_product ? compareProducts(title, input) : 'same';
    if (product === 'different') continue;
    if (kind === undefined) needs.push(`${title.path}.kind`);
    else if (until === undefined) needs.push(`${title.path}.valid_until`);
    else if (product !== 'same') needs.push(product.needs);
    else return { is: 'not met', shown: `${kind}，有效期至 ${until}` };
  }
  return needs.length > 0 ? { is: 'undecided', needs } : { is: 'met' };
}
