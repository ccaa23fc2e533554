// What is wrong with a definition is told with file, line and column, and the nearest known name.
import { describe, expect, it } from 'vitest';
import { expressionCases } from './expression-cases.ts';
import { nameCases } from './fault-cases.ts';
import { faultsIn } from './folder.ts';
import { base, files, id, seedling } from './yunling.ts';

/** Line and columns of the first `part` of a text. */
const at = (text: string, part: string, length = part.length): string => {
  const offset = text.indexOf(part);
  const before = text.slice(0, offset).split('\n');
  const column = [...(before.at(-1) ?? '')].length + 1;
  return `${before.length}:${column}-${column + length}`;
};

/** Where a `part` is longer than what is marked. */
const marked = new Map<string, number>(
  Object.entries({
    '小巨人企业(制造)]': '小巨人企业(制造)'.length,
    'cluste,': 'cluste'.length,
    'revenue\n    cite': 'revenue'.length,
    'cite: {}': 'cite'.length,
    'Y / 2)': 'Y / 2'.length,
    ')}': 1,
    'revenue:\n    label: 复': 'revenue'.length,
    'as_of:': 'as_of'.length,
    'title\n\ntests': 'title'.length,
  }),
);

describe('a definition with an error', () => {
  it('is whole before any is made', async () => {
    expect(await faultsIn(files, id)).toEqual([]);
  });

  it.each([...nameCases, ...expressionCases])('$title', async ({ from, to, part, told }) => {
    const path = base.includes(from) ? 'yunling/2021/base.yaml' : 'yunling/2021/seedling.yaml';
    const text = (base.includes(from) ? base : seedling).replace(from, to);
    expect(text).not.toBe(base.includes(from) ? base : seedling);
    const faults = await faultsIn({ ...files, [path]: text }, id);
    expect(faults[0]).toBe(`${path}:${at(text, part, marked.get(part))} ${told}`);
  });
});
