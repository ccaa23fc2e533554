// The kind `bands`: points by the band that one figure reaches.
import * as z from 'zod';
import { alike } from '../../../expression/explain.ts';
import type { Scope } from '../../../expression/scope.ts';
import { type InWords, pointsIn } from '../../telling.ts';
import { defineKind, type KindProblem, type OpenedKind } from './kind.ts';
import { scoredFigure } from './scored-figure.ts';

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

const signOf = ({ at_least }: Bands): string => (at_least === undefined ? '≤' : '≥');

export const bandsInWords: InWords<Bands> = {
  zh: (bands, { say }) =>
    `${say(bands.of)}：${bandsOf(bands)
      .map(([limit, points]) => `${signOf(bands)} ${limit} 得 ${pointsIn.zh(points)}`)
      .join('，')}`,
  en: (bands, { say }) =>
    `${say(bands.of)}: ${bandsOf(bands)
      .map(([limit, points]) => `${signOf(bands)} ${limit} gives ${pointsIn.en(points)}`)
      .join(', ')}`,
};

/** `inside` is where the bands stand below the kind. */
export function openBands(bands: Bands, inside: readonly (string | number)[], scope: Scope): OpenedKind | KindProblem {
  const least = bands.at_least !== undefined;
  const ladderOf = bandsOf(bands);
  const last = ladderOf.at(-1)?.[0] ?? 0;
  return scoredFigure(bands.of, [...inside, 'of'], scope, mostOf(bands), (value) => {
    const reached = ladderOf.find(([limit]) => (least ? value.gte(limit) : value.lte(limit)));
    const relation = reached === undefined ? `${least ? '<' : '>'} ${last}` : `${least ? '≥' : '≤'} ${reached[0]}`;
    return { points: reached?.[1] ?? 0, shown: (figure) => alike(`${figure} ${relation}`) };
  });
}

export const bands = defineKind({
  name: 'bands',
  words: bandsInWords,
  schema: z.strictObject(bandsShape).refine(oneLadder),
  most: mostOf,
  open: (options, scope) => openBands(options, [], scope),
});
