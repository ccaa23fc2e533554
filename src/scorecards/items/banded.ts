// Bands over a figure: the points of the best band it reaches. A value on the border of two bands takes the higher one.
import * as z from 'zod';
import type { Input } from '../../expression/compile.ts';
import type { Scope } from '../../expression/scope.ts';
import { type Figure, openFigure } from './figure.ts';
import type { KindProblem, OpenedKind, Scored, Substitutions } from './kind.ts';

/** A limit, and the points from there on. */
const band = z.tuple([z.number(), z.number().min(0).max(1000)]);
const ladder = z.array(band).min(1).max(30);
type Ladder = z.infer<typeof ladder>;

/** Each band must give less than the one before it, at a limit that is easier to reach. */
const falls = (bands: Ladder, easier: (limit: number, before: number) => boolean): boolean =>
  bands.every(([limit, points], at) => {
    const before = bands[at - 1];
    return before === undefined || (easier(limit, before[0]) && points < before[1]);
  });

/** The figure in CEL, with bands from the best down: `at_least: [[80, 5], [70, 3]]`, or `at_most` where less is better. */
export const bandsShape = {
  of: z.string(),
  at_least: ladder.refine((bands) => falls(bands, (limit, before) => limit < before)).optional(),
  at_most: ladder.refine((bands) => falls(bands, (limit, before) => limit > before)).optional(),
};
type Bands = { of: string; at_least?: Ladder | undefined; at_most?: Ladder | undefined };

/** Exactly one of the two ladders. */
export const oneLadder = ({ at_least, at_most }: Bands): boolean =>
  (at_least === undefined) !== (at_most === undefined);

const bandsOf = ({ at_least, at_most }: Bands): Ladder => at_least ?? at_most ?? [];

/** Points of the best band. */
export const mostOf = (bands: Bands): number => Math.max(0, ...bandsOf(bands).map(([, points]) => points));

/** `inside` is where the bands stand below the kind. */
export function openBands(bands: Bands, inside: readonly (string | number)[], scope: Scope): OpenedKind | KindProblem {
  const opened = openFigure(bands.of, [...inside, 'of'], scope);
  if ('problem' in opened) return opened;
  const figure = opened.ok;
  return { names: figure.names, score: (input, substitutions) => scored(bands, figure, input, substitutions) };
}

function scored(bands: Bands, figure: Figure, input: Input, substitutions: Substitutions): Scored {
  const outcome = figure.value(input);
  if (outcome.is === 'undecided') return { points: { least: 0, most: mostOf(bands) }, needs: outcome.needs };
  // A figure that does not exist (growth from a base of zero) reaches no band, as it meets no limit of a criterion.
  if (outcome.is === 'not computable') return { points: { least: 0, most: 0 }, shown: '不能计算', needs: [] };
  const { value } = outcome;
  const least = bands.at_least !== undefined;
  const ladderOf = bandsOf(bands);
  const reached = ladderOf.find(([limit]) => (least ? value.gte(limit) : value.lte(limit)));
  const last = ladderOf.at(-1)?.[0] ?? 0;
  const relation = reached === undefined ? `${least ? '<' : '>'} ${last}` : `${least ? '≥' : '≤'} ${reached[0]}`;
  const points = reached?.[1] ?? 0;
  return {
    points: { least: points, most: points },
    shown: `${figure.shown(input, substitutions, value)} ${relation}`,
    needs: [],
  };
}
