// The part `scorecard` of a definition: groups, items and the points to pass, as a zod schema.
import * as z from 'zod';
import { cite, code, id } from '../../findings/cite.ts';
import type { Citation } from '../../findings/finding.ts';
import { kinds } from './items/index.ts';
import type { AnyKind, OpenedKind } from './items/kind.ts';

const points = z.number().min(0).max(10_000);

const common = {
  /** The item in the words of the source. */
  label: z.string(),
  /** Id of a group. */
  group: id,
  /** Most points the item can give: the cap. */
  max: points,
  cite,
};
const kindShape = Object.fromEntries(kinds.map(({ name, schema }) => [name, schema.optional()]));
type Written = z.infer<z.ZodObject<typeof common>> & { readonly [kind: string]: unknown };

/** The one kind that an item names. */
export function kindOf(item: object): { kind: AnyKind; options: unknown } | undefined {
  const written = item as Readonly<Record<string, unknown>>;
  const [first, ...others] = kinds.filter(({ name }) => written[name] !== undefined);
  return first === undefined || others.length > 0 ? undefined : { kind: first, options: written[first.name] };
}

/** One kind, and no more points than the cap. */
function fits(item: object): boolean {
  const found = kindOf(item);
  return found !== undefined && found.kind.most(found.options) <= (item as Written).max;
}

const item = z.strictObject({ ...common, ...kindShape }).refine(fits);

const group = z.strictObject({
  label: z.string(),
  max: points,
  /** Fewest points that the group must have. */
  pass: points.optional(),
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const scorecard = z
  .strictObject({
    label: z.string(),
    /** Full marks. */
    max: points,
    /** Fewest points in all; a province may ask for more. */
    pass: points,
    groups: z.record(id, group).refine((groups) => Object.keys(groups).length <= 30),
    items: z.record(code, item).refine((items) => Object.keys(items).length <= 100),
    cite,
  })
  .refine(({ max, groups }) => sum(Object.values(groups).map((one) => one.max)) === max, { path: ['max'] })
  .superRefine(({ groups, items }, context) => {
    for (const [name, one] of Object.entries(items)) {
      if (!Object.hasOwn(groups, (one as Written).group)) {
        context.addIssue({ code: 'custom', message: 'group', path: ['items', name, 'group'] });
      }
    }
  });

/** An item of a checked definition, whatever its kind. */
export type ItemDefinition = z.infer<z.ZodObject<typeof common>>;

/** A scorecard of an opened category: its expressions typed, its clauses looked up. */
export type OpenedItem = {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly max: number;
  readonly kind: OpenedKind;
  readonly cite: readonly Citation[];
};

export type OpenedScorecard = {
  readonly label: string;
  readonly max: number;
  readonly pass: number;
  readonly groups: readonly {
    readonly id: string;
    readonly label: string;
    readonly max: number;
    readonly pass?: number;
  }[];
  readonly items: readonly OpenedItem[];
  /** Facts and metrics that its items read. */
  readonly names: ReadonlySet<string>;
  readonly cite: readonly Citation[];
};
