// The kind `each`: every condition that holds gives the same points, up to the cap of the item.
import * as z from 'zod';
import { listed, pointsIn } from '../../telling.ts';
import { type Condition, defineKind, openCondition } from './kind.ts';

const options = z.strictObject({
  points: z.number().positive().max(1000),
  /** Titles in the words of the source. */
  of: z
    .array(z.strictObject({ title: z.string(), when: z.string() }))
    .min(1)
    .max(30),
});

export const each = defineKind({
  name: 'each',
  words: {
    zh: ({ points, of }) => `每项得 ${pointsIn.zh(points)}：${listed.zh(of.map(({ title }) => title))}`,
    en: ({ points, of }) => `${pointsIn.en(points)} for each of: ${listed.en(of.map(({ title }) => title))}`,
  },
  schema: options,
  // The cap is what such an item is about.
  most: () => 0,
  open({ points, of }, scope, max) {
    const opened: { title: string; condition: Condition }[] = [];
    for (const [index, { title, when }] of of.entries()) {
      const condition = openCondition(when, ['of', index, 'when'], scope);
      if ('problem' in condition) return condition;
      opened.push({ title, condition: condition.ok });
    }
    return {
      names: new Set(opened.flatMap(({ condition }) => [...condition.names])),
      score: (input) => {
        const told = opened.map(({ title, condition }) => ({ title, holds: condition.holds(input) }));
        const held = told.flatMap(({ title, holds }) => (holds === true ? [title] : []));
        const open = told.flatMap(({ holds }) => (typeof holds === 'object' ? [holds] : []));
        const least = Math.min(max, held.length * points);
        const most = Math.min(max, (held.length + open.length) * points);
        const needs = most > least ? [...new Set(open.flatMap((one) => one.needs))] : [];
        const shown = held.length === 0 ? { zh: '无', en: 'none' } : { zh: listed.zh(held), en: listed.en(held) };
        return { points: { least, most }, needs, ...(most > least && held.length === 0 ? {} : { shown }) };
      },
    };
  },
});
