// The kind `better_of`: several figures with bands of their own (an amount or a ratio); the one with more points counts.
import * as z from 'zod';
import { joined } from '../../../expression/explain.ts';
import { oneWay, way } from '../../telling.ts';
import { bandsInWords, bandsShape, mostOf, oneLadder, openBands } from './bands.ts';
import { defineKind, type OpenedKind, type Scored } from './kind.ts';

const bandsOfWay = z.strictObject({ title: z.string(), ...bandsShape }).refine(oneLadder);

export const betterOf = defineKind({
  name: 'better_of',
  words: {
    zh: (ways, telling) => oneWay.zh(ways.map((one) => way.zh(one.title, bandsInWords.zh(one, telling)))),
    en: (ways, telling) => oneWay.en(ways.map((one) => way.en(one.title, bandsInWords.en(one, telling)))),
  },
  schema: z.array(bandsOfWay).min(2).max(8),
  most: (ways) => Math.max(...ways.map(mostOf)),
  open(ways, scope) {
    const opened: { title: string; kind: OpenedKind }[] = [];
    for (const [index, { title, ...bands }] of ways.entries()) {
      const kind = openBands(bands, [index], scope);
      if ('problem' in kind) return kind;
      opened.push({ title, kind });
    }
    return {
      names: new Set(opened.flatMap(({ kind }) => [...kind.names])),
      score: (input, substitutions) =>
        better(opened.map(({ title, kind }) => ({ title, ...kind.score(input, substitutions) }))),
    };
  },
});

/** What a way lacks matters only while it could give more than another gives already. */
function better(ways: readonly (Scored & { readonly title: string })[]): Scored {
  const least = Math.max(...ways.map(({ points }) => points.least));
  const most = Math.max(...ways.map(({ points }) => points.most));
  const needs = ways.flatMap((way) => (way.points.most > least ? way.needs : []));
  const known = ways.flatMap(({ title, shown }) =>
    shown === undefined ? [] : [{ zh: `${title}：${shown.zh}`, en: `${title}: ${shown.en}` }],
  );
  return {
    points: { least, most },
    needs: [...new Set(needs)],
    ...(known.length === 0 ? {} : { shown: joined(known) }),
  };
}
