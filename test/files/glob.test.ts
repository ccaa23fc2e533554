// Patterns: what they match, and that none blows up.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alternatives, matcher } from '../../src/files/glob.ts';

test.each([
  ['*.pdf', 'a.pdf', true],
  ['*.pdf', 'a/b.pdf', false],
  ['*.pdf', 'a.pdf.doc', false],
  ['**/*.pdf', 'a.pdf', true],
  ['**/*.pdf', 'a/b/c.pdf', true],
  ['a/**', 'a/b/c', true],
  ['a/**/z', 'a/z', true],
  ['a/**/z', 'a/b/y', false],
  ['审计?.pdf', '审计𠮷.pdf', true],
  ['20[12][0-9].pdf', '2019.pdf', true],
  ['20[!12]9.pdf', '2019.pdf', false],
  ['20[!12]9.pdf', '2039.pdf', true],
  ['20[^12]9.pdf', '2019.pdf', false],
  ['20[^12]9.pdf', '2039.pdf', true],
  ['a[', 'a[', true],
  ['a*b*c', 'aXbYbZc', true],
  ['a*b*c', 'aXbYbZ', false],
  ['', 'a', false],
])('%s and %s: %s', (pattern, path, is) => {
  expect(matcher(pattern)(path)).toBe(is);
});

test('braces stand for each of their parts; too many stand for themselves', () => {
  expect(alternatives('a{1,2}b{x,}')).toEqual(['a1bx', 'a1b', 'a2bx', 'a2b']);
  expect(alternatives('{a}')).toEqual(['{a}']);
  expect(alternatives('{a,{b,c}}d')).toEqual(['ad', 'bd', 'cd']);
  const many = '{a,b}'.repeat(20);
  expect(alternatives(many)).toEqual([many]);
});

test('a path without signs matches itself alone', () => {
  const segment = fc.string({ minLength: 1, maxLength: 6 }).filter((text) => !/[*?[\]{}/]/.test(text));
  const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(path, path, (one, other) => {
      expect(matcher(one)(one)).toBe(true);
      expect(matcher(one)(other)).toBe(one.normalize('NFC') === other.normalize('NFC'));
      expect(matcher('**')(one)).toBe(true);
    }),
  );
});

test('no pattern blows up', () => {
  // With a matcher that goes back and tries again these would not end within a lifetime.
  expect(matcher(`${'*a'.repeat(100)}b`)('a'.repeat(255))).toBe(false);
  expect(matcher(`${'**/a/'.repeat(200)}b`)('a/'.repeat(500))).toBe(false);
  expect(alternatives('{'.repeat(5000))).toHaveLength(1);
});
