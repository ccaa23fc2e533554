// Texts of a dossier at full size and in every shape: each is assessed to its end, or refused at the line where it is too much.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { maxBytes, readDocument } from '../../src/document/read.ts';
import { alternatives, matcher } from '../../src/files/glob.ts';
import { colonSlip } from '../../src/form/keys.ts';
import { secretsOf } from '../../src/redact/outcome.ts';
import { Redactor } from '../../src/redact/redactor.ts';
import { reportedOf } from '../../src/reporters/reported.ts';

const folder = mkdtempSync(join(tmpdir(), 'zjtx-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const catalog = await openCatalog();
const head = 'category: jiangsu/2021/product\nenterprise: 江苏示例精密机械有限公司\n';

const assessed = (text: string) =>
  assess(
    { folder, shown: '.', file: 'dossier.yaml', bytes: Buffer.from(text), root: folder },
    { catalog, today: '2021-08-16' },
  );
/** Repeated up to the most bytes that are read. */
const filled = (piece: string, before = ''): string =>
  head + before + piece.repeat(Math.floor((maxBytes - 1000 - before.length) / Buffer.byteLength(piece)));

describe('a word that every object of the language answers to', () => {
  const places = (word: string): readonly string[] => [
    `${word}: {a: 1}`,
    `${word}: [{a: 1}]`,
    `form: {${word}: {uscc: a}}`,
    `form: {basics: {${word}: {a: 1}, region: [${word}], industry: ${word}}}`,
    `form: {annex: {patents: [{${word}: 1}]}, operations: {revenue: {${word}: 1}}}`,
    `facts: {${word}: {2020: 1}}`,
    `titles: [{${word}: 1, kind: ${word}, level: ${word}}]`,
    `attachments: {${word}: [a.pdf], audit_reports_3y: [{file: a.${word}, kind: ${word}, covers: ${word}, ${word}: 1}]}`,
    `claims: [{fact: ${word}, file: ${word}, ${word}: 1}]`,
    `waivers: [{code: ${word}, at: ${word}, reason: a, by: b, until: 2021-09-01}]`,
    `attestations: [{item: ${word}, by: a, on: 2021-08-01, files: [{${word}: 1}]}]`,
  ];
  it.each(Object.getOwnPropertyNames(Object.prototype))('%s is one that nobody knows', async (word) => {
    for (const place of places(word)) {
      const assessment = await assessed(`${head}${place}\n`);
      const said = JSON.stringify(reportedOf(assessment));
      expect(said).toContain(word);
      expect(said).not.toContain('[native code]');
    }
  });
});

describe('five MiB of one shape', () => {
  it.each([
    ['keys that are lists', filled('? [a, b]\n: x\n'), 'lines'],
    ['one key again and again', filled('a: 1\n'), 'lines'],
    ['tabs', filled('\ta: 1\n'), 'lines'],
    ['a list on one line', filled('1,', 'a: ['), 'tokens'],
    ['items of a slot', filled('    - a.pdf\n', 'attachments:\n  tax_certificate:\n'), 'lines'],
    ['brackets', filled('[', 'a: '), 'tokens'],
    ['anchors', filled('b: &a 1\n'), 'lines'],
    ['comments', filled('# x\n'), 'lines'],
    ['empty lines', filled('\n'), 'lines'],
    ['block text', filled('  x\n', 'a: |\n'), 'lines'],
    ['long words', filled(`${'x'.repeat(900)}: "${'y'.repeat(40_000)}"\n`), 'text'],
    ['one word', filled('x', 'a: '), 'characters'],
    ['a word of many lines', filled(`  ${'x'.repeat(100)}\n`, 'a: x\n'), 'characters'],
    ['spaces', filled(' ', 'a: x'), 'characters'],
    ['a comment', filled('#'), 'characters'],
  ])('%s: refused before it is parsed', (_name, text, what) => {
    const { findings, node } = readDocument(Buffer.from(text), 'dossier.yaml');
    expect(findings).toMatchObject([{ code: 'yaml-too-many', args: { what }, severity: 'error' }]);
    expect(findings[0]?.at.line).toBeGreaterThan(1);
    expect(node).toBeUndefined();
  });

  it('a list or map is cut at five thousand members, where it stands', () => {
    const { findings } = readDocument(Buffer.from(`${head}form:\n  a: [${'1,'.repeat(5001)}]\n`), 'f');
    expect(findings).toMatchObject([{ code: 'yaml-too-many', args: { what: 'items', limit: 5000 }, at: { line: 4 } }]);
    expect(readDocument(Buffer.from(`a: [${'1,'.repeat(4999)}1]\n`), 'f').findings).toEqual([]);
  });

  it('a file of another encoding is told of as that', () => {
    const { findings } = readDocument(Buffer.alloc(maxBytes, 0xff), 'f');
    expect(findings).toMatchObject([{ code: 'yaml-encoding' }]);
  });
});

/** As much of a text as one value may have. */
const longest = 49_900;
const many = (piece: string): string => piece.repeat(Math.floor(longest / piece.length));

describe('one value as long as may be', () => {
  it.each([
    ['colons where fields are expected', `form:\n  basics:\n    a：b${many(' c')}\n`, 'yaml-wide-colon'],
    ['spaces where fields are expected', `form:\n  basics:\n    a：b${' '.repeat(longest)}c\n`, 'yaml-wide-colon'],
    ['braces and commas', `attachments:\n  tax_certificate: "${many('{,,,,')}"\n`, 'path-too-long'],
    ['stars', `attachments:\n  tax_certificate: "${many('**/')}x"\n`, 'path-too-long'],
    ['brackets', `attachments:\n  tax_certificate: "${many('[a')}"\n`, 'path-too-long'],
    ['the way up', `attachments:\n  tax_certificate: "${many('../')}x"\n`, 'path-too-long'],
    ['digits', `form:\n  basics:\n    employees: ${many('1')}x\n`, 'figure'],
    ['thousands', `form:\n  basics:\n    employees: ${many('1,')}x\n`, 'figure'],
  ])('%s', async (_name, text, code) => {
    const codes = (await assessed(head + text)).findings.map((finding) => finding.code);
    expect(
      codes.some((one) => one.includes(code)),
      codes.join(' '),
    ).toBe(true);
  });

  it('more paths than a dossier has files are not looked for', async () => {
    const text = `${head}attachments:\n  tax_certificate:\n${'    - "**/*"\n'.repeat(2001)}`;
    const codes = (await assessed(text)).findings.map(({ code }) => code);
    expect(codes).toContain('yaml-too-many');
  });

  it('patterns as long as may be, a thousand of them', async () => {
    const lines = ['{,,,,', '**/', '[a', '*a', '../'].map((piece) => `    - "${piece.repeat(1024 / piece.length)}"\n`);
    const text = `${head}attachments:\n  tax_certificate:\n${lines.join('').repeat(150)}`;
    const codes = (await assessed(text)).findings.map(({ code }) => code);
    expect(codes).toContain('file-missing');
    expect(codes).toContain('file-outside');
  });

  it.each([
    ['a word', 'a'],
    ['a number', '1'],
    ['the end of a name', '公司'],
    ['the begin of a mail address', 'a@'],
  ])('masked: %s', async (_name, piece) => {
    const outcome = await assessed(`category: jiangsu/2021/product\nenterprise: ${many(piece)}x\n`);
    expect(JSON.stringify(new Redactor().redact(reportedOf(outcome), secretsOf(outcome)))).not.toContain(
      piece.repeat(20),
    );
  });
});

it('a pattern of a thousand braces or stars is matched to its end', () => {
  expect(alternatives(`{${','.repeat(1000)}`)).toEqual([`{${','.repeat(1000)}`]);
  expect(alternatives(`{a}{b,c}`)).toEqual(['{a}b', '{a}c']);
  expect(matcher(`${'*a'.repeat(500)}b`)('a'.repeat(1000))).toBe(false);
  expect(matcher(`${'**/'.repeat(300)}x`)(`${'a/'.repeat(500)}x`)).toBe(true);
});

it('of a folded text only the first line is shown as it should be', () => {
  const { node } = readDocument(Buffer.from('a: 邮编：210001\n  电话：025-1 分机 2\n'), 'f');
  const [entry] = node?.kind === 'map' ? node.entries : [];
  expect(entry && colonSlip(entry.value)?.args.mended).toBe('邮编: 210001');
});
