// Setting one value in place: it is there afterwards, and not one other byte has moved.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/characters/canonical.ts';
import { type Edit, edited as editedBytes } from '../../src/document/edit.ts';
import { Figure } from '../../src/document/edit-text.ts';
import { type MapNode, type Node, toPlain } from '../../src/document/node.ts';
import { readDocument } from '../../src/document/read.ts';
import { Stop } from '../../src/findings/stop.ts';

const edited = (text: string, edit: Edit): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(editedBytes(Buffer.from(text), edit, 'dossier.yaml'));
const set = (text: string, path: string, value: Edit['value']): string =>
  edited(text, { path: path.split('.'), value });

describe('a value', () => {
  it.each([
    [
      'where there is none',
      'form:\n  # 邮编\n  postcode:   # 六位\nb: 2\n',
      'form.postcode',
      '211100',
      'form:\n  # 邮编\n  postcode: "211100"   # 六位\nb: 2\n',
    ],
    ['at the end of a file', 'a:', 'a', 'x', 'a: x'],
    ['in place of another', 'a: "x" # c\n', 'a', 'z', 'a: z # c\n'],
    ['in place of null', 'a: ~ # c\n', 'a', 'z', 'a: z # c\n'],
    ['in place of a list in brackets', 'a: [x, y] # c\n', 'a', ['z'], 'a: [z] # c\n'],
    ['in place of a list of lines', 'a:\n  - x\n  - y\nb: 1\n', 'a', ['z'], 'a: [z]\nb: 1\n'],
    ['in place of a block text', 'a: |\n  x\n  y\nb: 1\n', 'a', 'z', 'a: z\nb: 1\n'],
    ['in place of a block text with a remark', 'a: |  # 说明\n  x\nb: 1\n', 'a', 'z', 'a: z  # 说明\nb: 1\n'],
    ['of several lines', 'a:   # 说明\nb: 1\n', 'a', '甲\n乙\n', 'a: |   # 说明\n  甲\n  乙\nb: 1\n'],
    [
      'of several lines in place of one',
      'x:\n  a: 旧  # 说明\nb: 1\n',
      'x.a',
      '甲\n\n乙',
      'x:\n  a: |-  # 说明\n    甲\n\n    乙\nb: 1\n',
    ],
    [
      'of several lines in place of others',
      'x:\n  a: |\n    甲\n\n    乙\n  c: 1\n',
      'x.a',
      '丙\n丁\n',
      'x:\n  a: |\n    丙\n    丁\n  c: 1\n',
    ],
    ['in brackets', 'a: {2017: , 2018: }  # c\n', 'a.2018', new Figure('12.50'), 'a: {2017: , 2018: 12.50}  # c\n'],
    ['that is new in brackets', 'a: {2017: 1}\n', 'a.2018', new Figure('12.50'), 'a: {2017: 1, 2018: 12.50}\n'],
    ['in empty brackets', 'a: {}\n', 'a.2018', new Figure('12.50'), 'a:\n  2018: 12.50\n'],
    ['that is new in a block', 'f:\n  a: 1\n  # 尾注\n\nb: 1\n', 'f.c', 'x', 'f:\n  a: 1\n  c: x\n  # 尾注\n\nb: 1\n'],
    [
      'that is new after a block text',
      'f:\n  a: |\n    甲\n\nb: 1\n',
      'f.c',
      'x',
      'f:\n  a: |\n    甲\n  c: x\n\nb: 1\n',
    ],
    ['below keys that are not there', 'a: 1\n', 'form.basics.uscc', '91', 'a: 1\nform:\n  basics:\n    uscc: "91"\n'],
    [
      'below a key without a value',
      'form:\n  basics:   # 基本\nb: 1\n',
      'form.basics.uscc',
      '91',
      'form:\n  basics:   # 基本\n    uscc: "91"\nb: 1\n',
    ],
    ['of rows', 'a:\nb: 1\n', 'a', [{ x: 'z' }], 'a:\n  - {x: z}\nb: 1\n'],
    ['that says none', 'a:   # c\n', 'a', [], 'a: []   # c\n'],
    [
      'with the line ends of Windows',
      '\ufeffa:\r\n  b:\r\nc: 1\r\n',
      'a.b',
      '甲\n乙',
      '\ufeffa:\r\n  b: |-\r\n    甲\r\n    乙\r\nc: 1\r\n',
    ],
    ['of none, where there was one', 'a: 12 # c\n', 'a', new Figure(''), 'a: # c\n'],
  ] as const)('%s', (_, before, path, value, after) => {
    expect(set(before, path, value)).toBe(after);
  });
  it.each([
    [
      'after the others',
      'f:\n  rows:\n    - {a: 1}  # 甲\n    # 乙\nb: 1\n',
      'f:\n  rows:\n    - {a: 1}  # 甲\n    - {a: x}\n    # 乙\nb: 1\n',
    ],
    ['as the first', 'f:\n  rows: []  # 甲\nb: 1\n', 'f:\n  rows:  # 甲\n    - {a: x}\nb: 1\n'],
    ['where there is nothing', 'f:\n  rows:\n', 'f:\n  rows:\n    - {a: x}\n'],
  ])('adds a row %s', (_, before, after) => {
    expect(edited(before, { path: ['f', 'rows'], value: { a: 'x' }, append: true })).toBe(after);
  });
});

it('sets a cell of a row, in brackets and in lines', () => {
  const rows = 'f:\n  rows:\n    - {a: 1}  # 甲\n    - a: 2\n      # 乙\n';
  const first = edited(rows, { path: ['f', 'rows', 0, 'b'], value: 'x' });
  expect(first).toBe('f:\n  rows:\n    - {a: 1, b: x}  # 甲\n    - a: 2\n      # 乙\n');
  expect(edited(first, { path: ['f', 'rows', 1, 'b'], value: 'z' })).toContain('    - a: 2\n      b: z\n');
  expect(() => edited(rows, { path: ['f', 'rows', 2, 'b'], value: 'x' })).toThrow(Stop);
  const none = 'f: {rows: , c: 1}\n';
  expect(edited(none, { path: ['f', 'rows', 0, 'b'], value: 'x' })).toBe('f: {rows: [{b: x}], c: 1}\n');
});

it.each([
  ['a comment that would be lost', 'a:\n  - x  # 甲\n  - y\n', 'a', ['z']],
  ['a key inside a text', 'a: x\n', 'a.b', 'z'],
  ['a file with a fault', 'a: [x\n', 'a', 'z'],
  ['a file in brackets', '{a: x}\n', 'a', 'z'],
  ['an alias', 'a: &x {b: 1}\nc: *x\n', 'c.b', 'z'],
] as const)('writes nothing for %s, and says what to write', (_, text, path, value) => {
  try {
    set(text, path, value);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    expect(error.zh.hint).toContain('z');
  }
});

const examples = resolve(import.meta.dirname, '../../examples');
const texts = readdirSync(examples, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('dossier.yaml'))
  .map((path) => readFileSync(join(examples, path), 'utf8'));

/** The paths of all values below maps. */
function leaves(node: Node, path: readonly string[] = []): { path: readonly string[]; node: Node }[] {
  if (node.kind !== 'map') return [{ path, node }];
  return node.entries.flatMap(({ key, value }) => leaves(value, [...path, key]));
}
const treeOf = (text: string): MapNode => {
  const { node } = readDocument(Buffer.from(text), 'dossier.yaml');
  if (node?.kind !== 'map') throw new Error('no map');
  return node;
};
const put = (tree: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): unknown => ({
  ...tree,
  [key]: rest.length === 0 ? value : put((tree[key] ?? {}) as Record<string, unknown>, rest, value),
});

it('sets any single value of any example, and new ones beside it', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !/\p{Surrogate}/u.test(one)),
    fc.constantFrom('甲\n乙\n', '一、\n\n 二', '12.50', 'a: b # c', '是'),
  );
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.boolean(), value, (text, at, beside, written) => {
      const places = leaves(treeOf(text)).filter(({ node }) => node.kind === 'scalar');
      const { path = [] } = places[at % places.length] ?? {};
      const target = beside ? [...path.slice(0, -1), '新的一项'] : path;
      const after = edited(text, { path: target, value: written });
      const read = canonical(written).text;
      expect(toPlain(treeOf(after))).toEqual(put(toPlain(treeOf(text)) as Record<string, unknown>, target, read));
      expect(after.split('\n').filter((line) => line.trim().startsWith('#'))).toEqual(
        text.split('\n').filter((line) => line.trim().startsWith('#')),
      );
    }),
    { numRuns: 150 },
  );
});
