// What a kind of item is: its name, what stands under it in a definition, and how it gives points.
import type * as z from 'zod';
import { compile, type Input } from '../../../expression/compile.ts';
import type { Told } from '../../../expression/explain.ts';
import type { Problem, Scope } from '../../../expression/scope.ts';
import type { Language } from '../../../findings/sentence.ts';
import type { InWords, Telling } from '../../telling.ts';
import type { Points } from '../result.ts';

/** Substitutions of metrics by id, `8,000 ÷ 10,000 × 100`: an item on a metric shows how its figure came about. */
export type Substitutions = ReadonlyMap<string, string>;

/** Points before the cap of the item. */
export type Scored = { readonly points: Points; readonly shown?: Told; readonly needs: readonly string[] };

/** A kind with the expressions of one item, ready to give points. */
export type OpenedKind = {
  readonly names: ReadonlySet<string>;
  score(input: Input, substitutions: Substitutions): Scored;
};

/** An expression that is wrong, at `inside` below the name of the kind. */
export type KindProblem = {
  readonly inside: readonly (string | number)[];
  readonly text: string;
  readonly expected: 'Decimal' | 'bool';
  readonly problem: Problem;
};

export type Kind<Options> = {
  readonly name: string;
  /** What it gives points for. */
  readonly words: InWords<Options>;
  /** What stands under the name. */
  readonly schema: z.ZodType<Options>;
  /** Most points that the options give, where they say so by themselves: no item may promise more than its `max`. */
  most(options: Options): number;
  open(options: Options, scope: Scope, max: number): OpenedKind | KindProblem;
};

/** A kind of the list, its options checked by its own schema when it is opened. */
export type AnyKind = {
  readonly name: string;
  words(options: unknown, language: Language, telling: Telling): string;
  readonly schema: z.ZodType;
  most(options: unknown): number;
  open(options: unknown, scope: Scope, max: number): OpenedKind | KindProblem;
};

/** Hides a kind's options from the list, keeping them typed inside the kind. */
export const defineKind = <Options>(kind: Kind<Options>): AnyKind => ({
  name: kind.name,
  schema: kind.schema,
  words: (options, language, telling) => kind.words[language](kind.schema.parse(options), telling),
  // Asked of options that may be wrong in other ways, which their own schema tells.
  most: (options) => {
    const parsed = kind.schema.safeParse(options);
    return parsed.success ? kind.most(parsed.data) : 0;
  },
  open: (options, scope, max) => kind.open(kind.schema.parse(options), scope, max),
});

export type Condition = {
  readonly names: ReadonlySet<string>;
  /** `needs` are the facts that are missing. */
  holds(input: Input): boolean | { readonly needs: readonly string[] };
};

/** Compiles `text`, which stands at `inside` below the kind; what cannot be computed does not hold. */
export function openCondition(
  text: string,
  inside: readonly (string | number)[],
  scope: Scope,
): { ok: Condition } | KindProblem {
  const compiled = compile(text, scope, 'bool');
  if ('problem' in compiled) return { inside, text, expected: 'bool', problem: compiled.problem };
  const { ok } = compiled;
  const holds = (input: Input) => {
    const outcome = ok.evaluate(input);
    if (outcome.is === 'undecided') return { needs: outcome.needs };
    return outcome.is === 'value' && outcome.value;
  };
  return { ok: { names: ok.names, holds } };
}
