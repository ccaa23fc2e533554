// Properties of reading YAML: it never throws, its ranges cut out what was written, and legal text is never found fault with.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Node, type Range, toPlain } from '../../src/document/node.ts';
import { readDocument } from '../../src/document/read.ts';

const read = (text: string) => readDocument(new TextEncoder().encode(text), 'f');

/** Cuts a range out of a text by lines and code points. */
function cut(text: string, range: Range): string {
  const lines = text.split('\n').map((line) => [...line]);
  const picked = lines.slice(range.line - 1, range.endLine);
  const last = picked.length - 1;
  return picked
    .map((line, at) =>
      line.slice(at === 0 ? range.column - 1 : 0, at === last ? range.endColumn - 1 : undefined).join(''),
    )
    .join('\n');
}

const signs = fc.constantFrom(
  ...'：，“”‘’　:,"\'#-[]{}|>&*!%@`? \t\n\n  ab12邮编其中𠮷é😀\\<=.'.split(/(?:)/u),
  ': ',
  '\n  ',
  '\n- ',
  ' #',
);
const soup = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(''));

test('never throws, and never gives a root that is not a map', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const { node, findings } = read(text);
      expect(node === undefined ? findings.length > 0 : node.kind === 'map').toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('never throws on bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const { node, findings } = readDocument(bytes, 'f');
      expect(node !== undefined || findings.length > 0).toBe(true);
    }),
  );
});

test('one finding a cause: places lie inside the text', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const { text: kept, findings } = read(text);
      const lines = kept.split('\n');
      for (const { at } of findings) {
        expect(at.line).toBeLessThanOrEqual(lines.length);
        expect(at.column).toBeLessThanOrEqual([...(lines[at.line - 1] ?? '')].length + 1);
      }
    }),
    { numRuns: 1000 },
  );
});

const word = fc.string({
  unit: fc.constantFrom(...'邮编其中：，“”（）𠮷a1 .-'.split(/(?:)/u)),
  minLength: 1,
  maxLength: 12,
});
const paragraph = fc.string({
  unit: fc.constantFrom(...'他说：好，“是”　:#-[] \n𠮷a\'"'.split(/(?:)/u)),
  maxLength: 80,
});
const key = fc.string({ unit: fc.constantFrom(...'邮编其中研发ab𠮷('.split(/(?:)/u)), minLength: 1, maxLength: 6 });
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    word,
    paragraph,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const document = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5, noNullPrototype: true });

/** Plain values that a reader must ask about: whole values in Chinese quotes. */
const asksBack = /^(?:“[^“”]*["”]|"?‘[^‘’]*’)$/;
const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(strings)
      : [];

test('legal YAML reads back as what was written, without any finding', () => {
  fc.assert(
    fc.property(document, fc.constantFrom(20, 80), (value, lineWidth) => {
      fc.pre(!strings(value).some((text) => asksBack.test(text)));
      const text = stringify(value, { lineWidth, version: '1.2' });
      const { node, findings } = read(text);
      expect(findings).toEqual([]);
      expect(node && toPlain(node)).toEqual(parse(text));
    }),
    { numRuns: 2000 },
  );
});

const each = (node: Node, visit: (source: string, range: Range, quoted: boolean) => void): void => {
  if (node.kind === 'scalar') visit(node.source, node.range, node.quoted);
  else if (node.kind === 'list') for (const item of node.items) each(item, visit);
  else
    for (const entry of node.entries) {
      visit(entry.key, entry.keyRange, false);
      each(entry.value, visit);
    }
};

test('ranges cut out the source as written', () => {
  fc.assert(
    fc.property(document, (value) => {
      const text = stringify(value, { lineWidth: 0, version: '1.2' });
      const { node, text: kept, findings } = read(text);
      fc.pre(node !== undefined && findings.length === 0);
      if (node === undefined) return;
      each(node, (source, range, quoted) => {
        const written = cut(kept, range);
        if (!quoted) expect(written.replace(/\s*\n\s*/g, ' ')).toBe(source);
        else if (/^"/.test(written)) expect(parse(written, { version: '1.2' })).toBe(source);
        else expect(written).toMatch(/^['|>"]/);
      });
    }),
    { numRuns: 1000 },
  );
});

test('a full-width colon for the mapping colon gives exactly its own finding', () => {
  const pairs = fc.uniqueArray(key, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(pairs, fc.nat(), fc.boolean(), (keys, pick, nested) => {
      const at = pick % keys.length;
      const indent = nested ? '  ' : '';
      const lines = keys.map((name, row) => `${indent}${name}${row === at ? '：' : ': '}x${row}`);
      const { findings } = read(`${nested ? 'form:\n' : ''}${lines.join('\n')}\n`);
      const line = at + (nested ? 2 : 1);
      const column = [...`${indent}${keys[at]}`].length + 1;
      expect(findings).toMatchObject([{ code: 'yaml-wide-colon', at: { line, column } }]);
    }),
  );
});
