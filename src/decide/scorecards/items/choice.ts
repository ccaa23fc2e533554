// The kind `choice`: the first option that holds gives its points; none gives none.
import * as z from 'zod';
import type { Input } from '../../../expression/compile.ts';
import { alike } from '../../../expression/explain.ts';
import { pointsIn, type Telling } from '../../telling.ts';
import { type Condition, defineKind, openCondition, type Scored } from './kind.ts';

const option = z.strictObject({
  /** In the words of the source. */
  title: z.string(),
  points: z.number().min(0).max(1000),
  /** CEL; only the last option may do without, and then holds otherwise. */
  when: z.string().optional(),
});
type Option = z.infer<typeof option>;

const ordered = (options: readonly Option[]): boolean =>
  options.every(({ points, when }, at) => {
    const before = options[at - 1];
    return (before === undefined || points < before.points) && (when !== undefined || at === options.length - 1);
  });

/** When an option holds, where its title, which may be the answer itself, does not say so. */
function unsaid({ title, when }: Option, { say }: Telling, inBrackets: (when: string) => string): string {
  const said = when === undefined ? '' : say(when);
  return said === '' || said.endsWith(`“${title}”`) ? '' : inBrackets(said);
}

type Opened = { readonly title: string; readonly points: number; readonly condition: Condition | undefined };

export const choice = defineKind({
  name: 'choice',
  words: {
    zh: (options, telling) =>
      options
        .map((one) => `${one.title} 得 ${pointsIn.zh(one.points)}${unsaid(one, telling, (when) => `（${when}）`)}`)
        .join('；'),
    en: (options, telling) =>
      options
        .map((one) => `${one.title} gives ${pointsIn.en(one.points)}${unsaid(one, telling, (when) => ` (${when})`)}`)
        .join('; '),
  },
  schema: z.array(option).min(1).max(30).refine(ordered),
  most: (options) => options[0]?.points ?? 0,
  open(options, scope) {
    const opened: Opened[] = [];
    for (const [index, { title, points, when }] of options.entries()) {
      const condition = when === undefined ? undefined : openCondition(when, [index, 'when'], scope);
      if (condition !== undefined && 'problem' in condition) return condition;
      opened.push({ title, points, condition: condition?.ok });
    }
    return {
      names: new Set(opened.flatMap(({ condition }) => [...(condition?.names ?? [])])),
      score: (input) => scored(opened, input),
    };
  },
});

/** An option above the first that holds, which nobody can decide yet, leaves its points within reach. */
function scored(options: readonly Opened[], input: Input): Scored {
  const needs = new Set<string>();
  let most: number | undefined;
  for (const { title, points, condition } of options) {
    const holds = condition?.holds(input) ?? true;
    if (holds === false) continue;
    if (holds === true) {
      const shown = most === undefined ? { shown: alike(title) } : {};
      return { points: { least: points, most: most ?? points }, needs: [...needs], ...shown };
    }
    most ??= points;
    for (const need of holds.needs) needs.add(need);
  }
  return {
    points: { least: 0, most: most ?? 0 },
    needs: [...needs],
    ...(most === undefined ? { shown: { zh: '均不符合', en: 'none holds' } } : {}),
  };
}
