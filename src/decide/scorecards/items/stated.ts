// The kind `stated`: points that somebody else gives (a province by a table of its own) and the dossier states.
import * as z from 'zod';
import { defineKind } from './kind.ts';
import { scoredFigure } from './scored-figure.ts';

export const stated = defineKind({
  name: 'stated',
  words: { zh: (of, { say }) => `按自报的${say(of)}计`, en: (of, { say }) => `as stated: ${say(of)}` },
  /** The fact in CEL. */
  schema: z.string(),
  most: () => 0,
  open: (of, scope, max) =>
    scoredFigure(of, [], scope, max, (value) => ({
      points: value.toNumber(),
      shown: (figure) => ({ zh: `自述 ${figure}`, en: `as stated: ${figure}` }),
    })),
});
