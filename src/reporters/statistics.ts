// Figures over a batch: how many dossiers are in which state, by category, and how often each code was found in how many of them.
import * as z from 'zod';
import { states } from '../decide/state.ts';
import { count, id, severity } from '../findings/json.ts';
import type { Shape } from '../given.ts';
import { wordsOf } from '../words/of-finding.ts';
import type { Pen } from './block.ts';
import { cleanLine } from './clean.ts';
import type { Reported } from './reported.ts';
import { clip, table } from './table.ts';

const inStates = z.strictObject({ count, states: z.record(z.enum(states), count) });

export const statistics = z
  .strictObject({
    states: z.record(z.enum(states), count),
    categories: z.array(inStates.extend({ id: z.string().meta({ description: 'Empty for those that name none.' }) })),
    codes: z
      .array(z.strictObject({ code: id, severity, findings: count, dossiers: count, waived: count }))
      .meta({ description: 'What most dossiers have stands first.' }),
  })
  .meta({ description: 'With --statistics.' });

export type Statistics = Shape<typeof statistics>;

const byState = (outcomes: readonly Reported[]): Statistics['states'] =>
  Object.fromEntries(
    states.map((state) => [state, outcomes.filter((one) => one.state === state).length]),
  ) as Statistics['states'];

export function statisticsOf(outcomes: readonly Reported[]): Statistics {
  const categories = new Map<string, Reported[]>();
  const codes = new Map<string, Statistics['codes'][number]>();
  for (const outcome of outcomes) {
    const own = outcome.kind === 'assessed' ? outcome.category.id : '';
    categories.set(own, [...(categories.get(own) ?? []), outcome]);
    const seen = new Set<string>();
    for (const { code, severity: how, waived } of outcome.findings) {
      const before = codes.get(code) ?? { code, severity: how, findings: 0, dossiers: 0, waived: 0 };
      codes.set(code, {
        ...before,
        findings: before.findings + 1,
        dossiers: before.dossiers + (seen.has(code) ? 0 : 1),
        waived: before.waived + (waived === undefined ? 0 : 1),
      });
      seen.add(code);
    }
  }
  return {
    states: byState(outcomes),
    categories: [...categories]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([own, all]) => ({ id: own, count: all.length, states: byState(all) })),
    codes: [...codes.values()].sort(
      (a, b) => b.dossiers - a.dossiers || b.findings - a.findings || (a.code < b.code ? -1 : 1),
    ),
  };
}

/** Cells of the sentence that stands for a code. */
const leastSentenceCells = 24;
const mostSentenceCells = 70;

/** The same for a terminal: categories by state, then the codes, each with the sentence of the first finding that has it. */
export function statisticsLines(
  pen: Pen,
  { categories, codes }: Statistics,
  outcomes: readonly Reported[],
): readonly string[] {
  const { words, paint, language } = pen;
  const shown = states.filter((state) => outcomes.some((one) => one.state === state));
  const figure = (value: number) => ({ text: String(value), stroke: value === 0 ? paint.dim : paint.plain });
  const first = new Map(
    outcomes
      .flatMap(({ findings }) => findings)
      .reverse()
      .map((one) => [one.code as string, one]),
  );
  const strokes = { error: paint.error, warning: paint.warning, note: paint.plain };
  return [
    '',
    paint.bold(words.statistics.title),
    ...table(
      pen,
      [
        { head: words.columns.category },
        { head: words.statistics.dossiers, right: true },
        ...shown.map((state) => ({ head: words.state[state], right: true })),
      ],
      categories.map(({ id: own, count: all, states: each }) => ({
        cells: [
          { text: own === '' ? '-' : cleanLine(own) },
          figure(all),
          ...shown.map((state) => figure(each[state] ?? 0)),
        ],
      })),
    ),
    '',
    ...table(
      pen,
      [
        { head: words.statistics.dossiers, right: true },
        { head: words.statistics.findings, right: true },
        { head: words.statistics.code },
        { head: words.statistics.first, least: leastSentenceCells },
      ],
      codes.map(({ code, severity: how, findings, dossiers }) => {
        const one = first.get(code);
        return {
          cells: [
            { text: String(dossiers) },
            { text: String(findings) },
            { text: cleanLine(code), stroke: strokes[how] },
            { text: one === undefined ? '' : clip(cleanLine(wordsOf(one, language).message), mostSentenceCells) },
          ],
        };
      }),
    ),
  ];
}
