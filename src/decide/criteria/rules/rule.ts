// What a rule is: its name, what stands under it in a definition, and how it decides.
import type * as z from 'zod';
import type { Expression, Input } from '../../../expression/compile.ts';
import type { Problem, Scope } from '../../../expression/scope.ts';
import type { Citation } from '../../../findings/finding.ts';
import type { Language } from '../../../findings/sentence.ts';
import type { MetricLimit } from '../../metrics/result.ts';
import type { OpenedScorecard } from '../../scorecards/definition.ts';
import type { ScorecardResult } from '../../scorecards/result.ts';
import type { InWords, Telling } from '../../telling.ts';
import type { Decision } from '../result.ts';

/** What a criterion reads: facts, metrics, the day, and the points of the category's scorecard where it has one. */
export type CriterionInput = Input & { readonly scorecard?: ScorecardResult };

/** A rule of one criterion, ready to decide. */
export type OpenedRule = {
  /** Facts and metrics it reads, for `match` and for placing its finding. */
  readonly names: ReadonlySet<string>;
  /** Limits it sets on metrics (`metric op literal`), for their charts; `criterion` is filled in by the caller. */
  readonly limits: readonly (Omit<MetricLimit, 'criterion'> & { readonly metric: string })[];
  /** Clauses beside the criterion's own that its decision rests on: it is no firmer than the weakest of them. */
  readonly rests?: readonly (readonly Citation[])[];
  /** Kinds of titles of which one must hold on the day. */
  readonly inForce?: readonly string[];
  /** Expressions in which rows of a table may be counted, for the register of rights. */
  readonly counting?: readonly Expression<boolean>[];
  decide(input: CriterionInput): Decision;
};

/** What is wrong with a rule: a problem in the text under `key`, or deeper, at `inside`, where `text` stands. */
export type RuleProblem = {
  readonly key: string;
  readonly inside?: readonly (string | number)[];
  readonly text?: string;
  readonly problem: Problem;
};

/** The first name that nobody knows, which would decide for ever and say nothing; `at` is where it stands below `key`. */
export function misspelt(
  key: string,
  at: (index: number) => readonly (string | number)[],
  written: readonly string[],
  known: readonly string[],
): RuleProblem | undefined {
  const index = written.findIndex((one) => !known.includes(one));
  const found = written[index];
  if (found === undefined) return undefined;
  const problem = { kind: 'unknown-name', start: 0, end: found.length, found, known } as const;
  return { key, inside: at(index), text: found, problem };
}

export type Rule<Options> = {
  readonly name: string;
  /** What it asks. */
  readonly words: InWords<Options>;
  /** The words say all of it: two editions ask the same when these are the same, with years counted from theirs. */
  readonly wordsSayAll?: true;
  /** What stands under `rule:`; strict, so that a rule with two heads is refused. */
  readonly schema: z.ZodType<Options>;
  open(options: Options, scope: Scope, card: OpenedScorecard | undefined): OpenedRule | RuleProblem;
};

/** A rule of the list, its options checked by its own schema when it is opened. */
export type AnyRule = {
  readonly name: string;
  readonly wordsSayAll?: true;
  readonly schema: z.ZodType;
  /** Nothing when `value` is another rule's. */
  words(value: unknown, language: Language, telling: Telling): string | undefined;
  /** Nothing when `value` is another rule's. */
  open(value: unknown, scope: Scope, card?: OpenedScorecard): OpenedRule | RuleProblem | undefined;
};

/** Hides a rule's options from the list, keeping them typed inside the rule. */
export const defineRule = <Options>(rule: Rule<Options>): AnyRule => ({
  ...rule,
  words(value, language, telling) {
    const parsed = rule.schema.safeParse(value);
    return parsed.success ? rule.words[language](parsed.data, telling) : undefined;
  },
  open(value, scope, card) {
    const parsed = rule.schema.safeParse(value);
    return parsed.success ? rule.open(parsed.data, scope, card) : undefined;
  },
});
