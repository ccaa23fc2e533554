// An editor's own YAML server judges the schemas: nothing marked that is right, and what is wrong on the lines of `validate`.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { definitionSchema } from '../../scripts/generate/definition-schema.ts';
import { assess } from '../../src/assess.ts';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { dossierSchema } from '../../src/dossier/json-schema.ts';
import { schemaWords } from '../../src/words/schema.ts';
import { Editor } from './editor.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'zjtx-editor-'));
const catalog = await openCatalog();
const examples = readdirSync(join(root, 'examples'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === 'dossier.yaml')
  .map((entry) => entry.parentPath.slice(join(root, 'examples').length + 1))
  .sort();

/** What an editor must mark: unknown names, wrong types, choices and shapes. What it need not: sums, files, other fields. */
const marked: ReadonlySet<string> = new Set([
  ...['section-unknown', 'field-unknown', 'fact-unknown', 'fact-in-form', 'slot-unknown', 'key-unknown', 'value-wrong'],
  ...['value-shape', 'identifier-unquoted', 'choice-unknown', 'region-unknown', 'industry-unknown', 'year-unknown'],
  ...[
    'figure-unreadable',
    'figure-with-sign',
    'figure-separated',
    'value-ambiguous',
    'figure-whole',
    'figure-negative',
  ],
  ...['date-unreadable', 'uscc-length', 'uscc-character', 'postcode-shape', 'mobile-shape', 'email-shape'],
  ...['patent-unreadable', 'text-too-long', 'claim-fact-unknown', 'attestation-unknown'],
]);

const slug = (text: string): string => text.replaceAll('/', '-');
let editor: Editor;

beforeAll(async () => {
  const schemas: Record<string, string> = {};
  for (const { id } of await catalog.list()) {
    const path = join(folder, `${slug(id)}.schema.json`);
    writeFileSync(path, JSON.stringify(dossierSchema(await catalog.open(id), schemaWords)));
    schemas[path] = `${slug(id)}--*.yaml`;
  }
  const path = join(folder, 'definition.schema.json');
  writeFileSync(path, JSON.stringify(definitionSchema()));
  schemas[path] = 'definition--*.yaml';
  editor = await Editor.open(schemas);
});

afterAll(() => {
  editor.close();
  rmSync(folder, { recursive: true });
});

describe('examples', () => {
  test.each(examples)('%s', async (example) => {
    const at = join(root, 'examples', example);
    const text = readFileSync(join(at, 'dossier.yaml'), 'utf8');
    const dossier = await readDossier({ folder: at, shown: example, file: 'dossier.yaml' }, rootFinder());
    const outcome = await assess(dossier, { catalog, today: '2026-11-21' });
    if (outcome.kind !== 'assessed') throw new Error('not assessed');
    const found = await editor.marks(`${slug(outcome.category.id)}--${slug(example)}.yaml`, text);
    const told = new Set(outcome.findings.map((finding) => finding.at.line));
    expect(found.filter(({ line }) => !told.has(line))).toEqual([]);
    const must = outcome.findings.filter(({ code }) => marked.has(code)).map((finding) => finding.at.line);
    const lines = new Set(found.map(({ line }) => line));
    expect([...new Set(must)].filter((line) => !lines.has(line))).toEqual([]);
    if (example.endsWith('/faulty-form')) expect(must.length).toBeGreaterThan(12);
  });
});

describe('while typing', () => {
  const text = `category: jiangsu/2021/product
enterprise: 江苏示例精密机械有限公司
form:
  basics:
    listed: 
    region: [江苏省, 南京市, ]
    统一社会信用代码: "91320115MADEM0011B"
    上年末资产总额(万元): 9800.00
    
attachments:
  完税证明: 附件/完税证明.pdf
`;
  const lines = text.split('\n');
  const name = 'jiangsu-2021-product--typing.yaml';
  const on = (part: string, after = 1) => {
    const line = lines.findIndex((one) => one.includes(part));
    return { line, character: (lines[line] ?? '').indexOf(part) + after };
  };

  beforeAll(() => editor.marks(name, text));

  test('ids and printed labels are offered, and choices as printed', async () => {
    const keys = await editor.offered(name, { line: 8, character: 4 });
    expect(keys).toEqual(expect.arrayContaining(['uscc', '注册通讯地址', '上年末负债总额(万元)']));
    expect(await editor.offered(name, on('listed:', 'listed: '.length))).toEqual(['是', '否']);
  });

  test('resting on a key shows its label, need, unit and clause, once', async () => {
    expect(await editor.shown(name, on('上年末资产总额'))).toMatch(
      /^#### 上年末资产总额\(万元\)\n\n必填\n\n单位：万元/,
    );
    expect(await editor.shown(name, on('统一社会信用代码'))).toMatch(/^#### 统一社会信用代码\n/);
    expect(await editor.shown(name, on('完税证明:'))).toMatch(
      /^#### 完税证明\n.*应有年度：2020.*手册 2\.1\.2-4（来源原文）/s,
    );
  });
});

describe('definition files', () => {
  const files = ['base.yaml', 'product.yaml', 'giant-innovation.yaml', 'review-product.yaml'];

  test.each(files)('%s has no mark', async (file) => {
    const text = readFileSync(join(root, 'schemas/jiangsu/2021', file), 'utf8');
    // The schema it names stands beside it only on disk; the server is given the fresh one by name.
    const found = await editor.marks(`definition--${file}`, text.replace(/^# yaml-language-server:.*$/m, '#'));
    expect(found).toEqual([]);
  });

  test('an unknown key is marked at its line', async () => {
    const text = 'format: 1\nextends: jiangsu/2021/base\ntitle: 试\ncriteria:\n  a:\n    severty: error\n';
    expect((await editor.marks('definition--wrong.yaml', text)).map(({ line }) => line)).toEqual([6]);
  });
});
