// Edits of findings in the bytes of a file: nothing else may change, and what does not stand the proof is not made.
import { expect, it } from 'vitest';
import { mended } from '../../src/document/mend.ts';
import type { Fix } from '../../src/findings/finding.ts';

/** An edit at the first place where `stands` is found. */
function fixAt(text: string, stands: string, put: string): Fix {
  const before = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const lines = before.slice(0, before.indexOf(stands)).split('\n');
  const inside = stands.split('\n');
  const column = [...(lines.at(-1) ?? '')].length + 1;
  const last = [...(inside.at(-1) ?? '')].length;
  const endColumn = inside.length === 1 ? column + last : last + 1;
  const at = { line: lines.length, column, endLine: lines.length + inside.length - 1, endColumn };
  return { at: { file: 'dossier.yaml', path: '', ...at }, stands, put, is: 'safe' };
}

function after(text: string, ...edits: readonly (readonly [string, string])[]) {
  const fixes = edits.map(([stands, put]) => fixAt(text, stands, put));
  const { bytes, made, left } = mended(Buffer.from(text), fixes);
  return { text: Buffer.from(bytes).toString(), made: made.length, left: left.length };
}

it.each([
  ['a value', 'a: 1\nb: x\n', ['1', '"1"'], 'a: "1"\nb: x\n'],
  ['a name', 'aa: 1 # c\nb: x\n', ['aa', 'a'], 'a: 1 # c\nb: x\n'],
  ['a value behind signs of two units', 'k: 𠮷\n𠮷: {b: 0512}\n', ['0512', '"0512"'], 'k: 𠮷\n𠮷: {b: "0512"}\n'],
  ['a text as a list', 'a: 甲乙\n', ['甲乙', '[甲, 乙]'], 'a: [甲, 乙]\n'],
  [
    'a key behind a value',
    'a:\n  - file: x # c\n    b: 1\n',
    ['x', 'x\n    c: 2'],
    'a:\n  - file: x\n    c: 2 # c\n    b: 1\n',
  ],
  ['CRLF and BOM', '\ufeffa: 1\r\nb: y\r\n', ['y', 'z'], '\ufeffa: 1\r\nb: z\r\n'],
] as const)('makes %s', (_, text, edit, wanted) => {
  expect(after(text, edit)).toEqual({ text: wanted, made: 1, left: 0 });
});

it.each([
  ['what makes another value', 'a: 1\nb: x\n', ['1', '2\nc: 3']],
  ['what takes a comment', 'a: x # c\n', ['x # c', 'x']],
  ['what breaks the file', 'a: x\n', ['x', 'y: z: w']],
  ['what reads otherwise than alone', 'a: {b: x}\n', ['x', 'y, c: 1']],
  ['what gives a name twice', 'a: 1\nb: 2\n', ['b', 'a']],
] as const)('makes nothing of %s', (_, text, edit) => {
  expect(after(text, edit)).toEqual({ text, made: 0, left: 1 });
});

it('makes an edit behind which the parser tells a fault further up', () => {
  const list = 'a:\n  - b: 1\n - b: 2\n';
  expect(after(`${list}c: {d: 1，e: 2}\n`, ['，', ', '])).toEqual({
    text: `${list}c: {d: 1, e: 2}\n`,
    made: 1,
    left: 0,
  });
});

it('makes of two edits that overlap the first, and both where they only touch', () => {
  expect(after('abc: 1\n', ['abc', 'x'], ['bc', 'y'])).toEqual({ text: 'x: 1\n', made: 1, left: 1 });
  expect(after('a: [x, y]\n', ['x', '"1"'], ['y', '"2"'])).toEqual({ text: 'a: ["1", "2"]\n', made: 2, left: 0 });
});

it('makes nothing where something else stands meanwhile', () => {
  const fix = fixAt('a: 1\n', '1', '2');
  expect(mended(Buffer.from('a: 3\n'), [fix]).made).toEqual([]);
  expect(mended(Buffer.from([0xff, 0xfe, 0x61]), [fix]).made).toEqual([]);
});

it('mends a file that cannot be read as a whole', () => {
  expect(after('a：1\nb：2\n', ['：1', ': 1'], ['：2', ': 2'])).toEqual({ text: 'a: 1\nb: 2\n', made: 2, left: 0 });
  // The first fault still stands, and there is one fewer.
  expect(after('a：1\nb：2\n', ['：2', ': 2'])).toEqual({ text: 'a：1\nb: 2\n', made: 1, left: 0 });
});
