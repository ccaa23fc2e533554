// A condition of an item: an expression that holds, does not, or cannot be told yet.
import { compile, type Input } from '../../../expression/compile.ts';
import type { Scope } from '../../../expression/scope.ts';
import type { KindProblem } from './kind.ts';

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
