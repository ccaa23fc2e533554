// Editing a list in place: the item is there afterwards, and not one other byte has moved.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { type Edit, edited as editedBytes } from '../../src/document/edit.ts';
import { says } from '../../src/document/edit-proof.ts';
import { Figure, flowText, type Writable, type WritableMap } from '../../src/document/edit-text.ts';
import { readDocument } from '../../src/document/read.ts';
import { Stop } from '../../src/findings/stop.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const edited = (text: string, edit: Edit) => textOf(editedBytes(bytesOf(text), edit, 'dossier.yaml'));

const item = { code: 'x', at: 'a.b' };
/** How many items a list has, for what comes after them. */
const count = (text: string, key: string): number => parse(text, { logLevel: 'silent' })?.[key]?.length ?? 0;
const add = (text: string) => edited(text, { path: ['waivers', count(text, 'waivers')], value: item });
const block = '  - code: x\n    at: a.b\n';

describe('a new item', () => {
  test.each([
    ['a key that is missing', 'a: 1\n', `a: 1\nwaivers:\n${block}`],
    ['no line end at the end', 'a: 1', `a: 1\nwaivers:\n${block}`],
    ['an indented file', '  a: 1\n', '  a: 1\n  waivers:\n    - code: x\n      at: a.b\n'],
    ['an empty list', 'waivers: []   # none\nb: 2\n', `waivers:   # none\n${block}b: 2\n`],
    ['nothing', 'waivers:   # none\nb: 2\n', `waivers:   # none\n${block}b: 2\n`],
    ['nothing, and no line end', 'waivers:', `waivers:\n${block}`],
    ['null', 'waivers: null\nb: 2\n', `waivers:\n${block}b: 2\n`],
    ['an empty list with a comment', 'waivers: [ # c\n ]\n', 'waivers: [ # c\n {code: x, at: a.b}]\n'],
    ['a list in brackets', 'waivers: [{code: y}]\n', 'waivers: [{code: y}, {code: x, at: a.b}]\n'],
    ['a trailing comma', 'waivers: [{code: y},]\n', 'waivers: [{code: y}, {code: x, at: a.b},]\n'],
    [
      'items in brackets',
      'waivers:\n- {code: y} # c\n# d\nb: 2\n',
      'waivers:\n- {code: y} # c\n- {code: x, at: a.b}\n# d\nb: 2\n',
    ],
    [
      'items in lines',
      'waivers:\n    - code: y # c\nb: 2\n',
      'waivers:\n    - code: y # c\n    - code: x\n      at: a.b\nb: 2\n',
    ],
    [
      'block text at the end',
      'waivers:\n  - code: |\n      y\n\nb: 2\n',
      `waivers:\n  - code: |\n      y\n${block}\nb: 2\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(add(before)).toBe(after);
  });

  it('keeps a BOM and the line ends of Windows', () => {
    const after = '\ufeffa: 1\r\nwaivers:\r\n  - code: x\r\n    at: a.b\r\n';
    expect(add('\ufeffa: 1\r\n')).toBe(after);
    expect(add('\ufeffa: 1\r\nwaivers: []\r\n')).toBe(after);
  });
});

describe('another item', () => {
  const replace = (text: string, fresh: WritableMap) => edited(text, { path: ['words', 0], value: fresh });
  const files = [{ file: 'b.pdf', sha256: 'c' }];

  it('changes only the values that differ', () => {
    const before = 'words:\n  - item: x   # 甲\n    by: "张三"  # 乙\n    on: 2020-01-01\n# 丙\nb: 2\n';
    expect(replace(before, { item: 'x', by: '李四', on: '2021-01-01' })).toBe(
      'words:\n  - item: x   # 甲\n    by: 李四  # 乙\n    on: 2021-01-01\n# 丙\nb: 2\n',
    );
  });
  it.each([
    [
      'lines',
      'words:\n  - item: x\n    files:\n      - {file: a}\n      - {file: b}\n    by: y\n',
      'words:\n  - item: x\n    files:\n      - {file: b.pdf, sha256: c}\n    by: y\n',
    ],
    [
      'brackets',
      'words:\n  - {item: x, files: [{file: a}], by: y}\n',
      'words:\n  - {item: x, files: [{file: b.pdf, sha256: c}], by: y}\n',
    ],
  ])('changes a list inside, in %s', (_, before, after) => {
    expect(replace(before, { item: 'x', files, by: 'y' })).toBe(after);
  });
  it.each([
    [
      'lines',
      'words:\n  - item: x\n    by: y # c\n',
      'words:\n  - item: x\n    by: y # c\n    files:\n      - {file: b.pdf, sha256: c}\n',
    ],
    [
      'brackets',
      'words:\n  - {item: x, by: y} # c\n',
      'words:\n  - {item: x, by: y, files: [{file: b.pdf, sha256: c}]} # c\n',
    ],
  ])('adds a key that is new, in %s', (_, before, after) => {
    expect(replace(before, { item: 'x', by: 'y', files })).toBe(after);
  });
});

describe('nothing is written, and the lines to add are named, for', () => {
  it.each([
    ['a file in brackets', '{a: 1}\n'],
    ['an end of the document', 'a: 1\n...\n'],
    ['a text where the list belongs', 'a: 1\nwaivers: 无\n'],
    ['a file that is not UTF-8', undefined],
    ['a fault of syntax', 'a: [1\n'],
  ])('%s', (_, text) => {
    const bytes = text === undefined ? Uint8Array.of(0x61, 0x3a, 0x20, 0xb0, 0xa1, 0x0a) : bytesOf(text);
    try {
      editedBytes(bytes, { path: ['waivers', 0], value: item }, 'dossier.yaml');
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      expect(error.zh.message).toContain('dossier.yaml');
      expect(error.zh.hint).toContain(`waivers:\n${block.trimEnd()}`);
    }
  });
  it('a comment that would be lost', () => {
    const text = 'words:\n  - item: x\n    files:\n      - {file: a}  # 原件\n      - {file: b}\n';
    const fresh = { item: 'x', files: [{ file: 'c' }] };
    expect(() => edited(text, { path: ['words', 0], value: fresh })).toThrow(Stop);
  });
  it('an item that is not there', () => {
    expect(() => edited('waivers: [a]\n', { path: ['waivers', 2], value: item })).toThrow(Stop);
  });
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[ :：,，#'"“”\][{}&*!|>%@`~?-]{1,6}$/),
  fc.constantFrom(
    '是',
    'null',
    '~',
    '1e3',
    '0x1f',
    '2021-08-31',
    'a: b',
    '- a',
    '江苏（示例）有限公司',
    '1',
    '.inf',
    '# c',
  ),
);

it('writes any text so that YAML reads the same', () => {
  fc.assert(
    fc.property(text, (value) => {
      fc.pre(!/\p{Surrogate}/u.test(value));
      expect(parse(flowText({ a: value, b: [value] }))).toEqual({ a: value, b: [value] });
    }),
  );
});

it('writes signs that YAML does not allow, or that turn the order of reading, as their codes', () => {
  const value = '甲\u0085\u2028\u202e\ufeff乙';
  const text = flowText({ a: value });
  expect(text).toBe('{a: "甲\\u0085\\u2028\\u202e\\ufeff乙"}');
  expect(parse(text)).toEqual({ a: value });
});

const figure = new Figure('8.50');

it.each<[Writable, string, string]>([
  ['甲', '甲', '乙'],
  [1, '1', '2'],
  [1, '1', '甲'],
  [1, '1', '[1]'],
  [figure, '8.50', '8.5'],
  [figure, '8.50', '"8.50"'],
  [['甲'], '[甲]', '[甲, 乙]'],
  [['甲'], '[甲]', '[乙]'],
  [['甲'], '[甲]', '甲'],
  [{}, '{}', '{甲: 1}'],
  [{}, '{}', '[]'],
  [{ 甲: 1 }, '{甲: 1}', '{乙: 1}'],
  [{ 甲: 1 }, '{甲: 1}', '{甲: 2}'],
  [{ 甲: 1 }, '{甲: 1}', '{甲: 1, 乙: 1}'],
])('reads %j back from %s, and not from %s', (value, same, other) => {
  const read = (text: string) => {
    const { node } = readDocument(Buffer.from(`a: ${text}\n`), 'dossier.yaml');
    return node?.kind === 'map' ? node.entries[0]?.value : undefined;
  };
  expect([same, other].map((text) => says(read(text), value))).toEqual([true, false]);
});

/** A line of a dossier, with what an editor and a person leave in it. */
const comment = fc.constantFrom('', '  # 说明', '   # waivers: []', '# 顶格');
const line = fc.oneof(
  fc.tuple(fc.nat(9999), comment).map(([n, tail]) => `键${n}: ${n}.50${tail.startsWith('#') ? '' : tail}`),
  fc.tuple(fc.nat(9999), fc.nat(3)).map(([n, depth]) => `form${n}:\n${' '.repeat(depth + 1)}内: "0512"\n`),
  fc.nat(9999).map((n) => `text${n}: |\n  一、概况 # 不是注释\n\n  二、主营`),
  fc.nat(9999).map((n) => `list${n}:\n- {a: 1, b: [x, y]}   # 行尾\n- b`),
  fc.constantFrom('# 整行注释', '', '   # 缩进的注释'),
);
const list = fc.constantFrom(
  [],
  ['waivers:'],
  ['waivers: []  # 没有'],
  ['waivers: [{code: y, at: z}]'],
  ['waivers:', '  - {code: y, at: z}  # 甲', '  # 乙'],
  ['waivers:', '- code: y', '  # 内', '  at: z'],
);
const dossier = fc
  .tuple(
    fc.uniqueArray(line, { minLength: 1, selector: (one) => one.replace(/:.*/s, '') }),
    list,
    fc.nat(),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([others, own, position, windows, mark]) => {
    const at = position % (others.length + 1);
    const lines = ['a: 1', ...others.slice(0, at), ...own, ...others.slice(at)].join('\n').split('\n');
    return { own: own.length, text: (mark ? '\ufeff' : '') + lines.join(windows ? '\r\n' : '\n') };
  });
const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !/\p{Surrogate}/u.test(one));

it('moves no other byte of any dossier', () => {
  fc.assert(
    fc.property(dossier, value, value, ({ text: before }, reason, by) => {
      const fresh = { code: 'x', at: 'a.b', reason, by, until: '2021-08-31' };
      const after = edited(before, { path: ['waivers', count(before, 'waivers')], value: fresh });
      const [old, now] = [parse(before), parse(after)];
      expect(now).toEqual({ ...old, waivers: [...(old.waivers ?? []), fresh] });
      // What was there is there still, in its order: the edit has only put something in between, or emptied `[]`.
      const kept = before.replace(/waivers: \[\](?= )/, 'waivers:').trimEnd();
      let at = 0;
      for (const sign of kept) {
        at = after.indexOf(sign, at) + sign.length;
        expect(at).toBeGreaterThan(0);
      }
      expect(after.includes('\r\n')).toBe(before.includes('\r\n'));
      if (before.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/);
    }),
    { numRuns: 200 },
  );
});
