// The kind `stated`: points that somebody else gives (a province by a table of its own) and the dossier states.
import * as z from 'zod';
import { openFigure } from './figure.ts';
import { defineKind } from './kind.ts';

export const stated = defineKind({
  name: 'stated',
  /** The fact in CEL. */
  schema: z.string(),
  most: () => 0,
  open(of, scope, max) {
    const opened = openFigure(of, [], scope);
    if ('problem' in opened) return opened;
    const figure = opened.ok;
    return {
      names: figure.names,
      score: (input, substitutions) => {
        const outcome = figure.value(input);
        if (outcome.is === 'undecided') return { points: { least: 0, most: max }, needs: outcome.needs };
        if (outcome.is === 'not computable') return { points: { least: 0, most: 0 }, shown: '不能计算', needs: [] };
        const { value } = outcome;
        const given = Math.min(max, Math.max(0, value.toNumber()));
        const shown = `自述 ${figure.shown(input, substitutions, value)}`;
        return { points: { least: given, most: given }, shown, needs: [] };
      },
    };
  },
});
