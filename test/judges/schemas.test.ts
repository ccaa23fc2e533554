// The schemas that `zjtx categories schema` prints, before ajv and python3-jsonschema: both give one verdict on every dossier.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { zjtx } from '../support/terminal.ts';
import { ask } from './judges.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const folder = mkdtempSync(join(tmpdir(), 'zjtx-schemas-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What one wrong value makes of a dossier: identifiers, codes, days and choices that readers of patterns see differently. */
const breaks: readonly (readonly [RegExp, string])[] = [
  [/^( +uscc: ).*$/m, '$1"９１３２"'],
  [/^( +postcode: ).*$/m, '$1"２１１１００"'],
  [/^( +founded: ).*$/m, '$12008年3月'],
  [/^( +industry: ).*$/m, '$1["不是", "行业"]'],
  [/^( +(?:phone|mobile): ).*$/m, '$1"电话是一二三"'],
  [/^( +)(\d{4}): .*$/m, '$1$2: 很多'],
  [/^category:/m, '类别：:'],
];

const dossiers = readdirSync(examples, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === 'dossier.yaml' && /(?:ready|expected|faulty-form|labels)$/.test(entry.parentPath))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

/** Reads every instance by every schema; keys are numbers where YAML has them, as Python's own reader gives them. */
const check = `
import json, sys, jsonschema
numbered = lambda x: {int(k) if k.isdigit() else k: numbered(v) for k, v in x.items()} if isinstance(x, dict) else [numbered(v) for v in x] if isinstance(x, list) else x
for schema, instances in json.load(open(sys.argv[1])):
    jsonschema.Draft7Validator.check_schema(schema)
    reader = jsonschema.Draft7Validator(schema)
    for one in instances:
        print(int(reader.is_valid(one)), int(reader.is_valid(numbered(one))))
`;

import { fits } from '../support/ajv.ts';

test('ajv and python3-jsonschema agree on whole and on broken dossiers', async () => {
  const schemas = new Map<string, { readonly schema: object; readonly instances: unknown[] }>();
  for (const file of dossiers) {
    const text = readFileSync(file, 'utf8');
    const id = /^(?:category|申报类别): (\S+)$/m.exec(text)?.[1] ?? '';
    if (!schemas.has(id)) {
      const { stdout } = await zjtx(['categories', 'schema', id], { cwd: dirname(file) });
      schemas.set(id, { schema: JSON.parse(stdout) as object, instances: [] });
    }
    const texts = [text, ...breaks.map(([from, to]) => text.replace(from, to))];
    for (const one of texts) schemas.get(id)?.instances.push(JSON.parse(JSON.stringify(parse(one))));
  }
  const editions = [
    'national/2026/review',
    'national/2027/review',
    'national/2027/little-giant',
    'jiangsu/2027/srdi-sme',
  ];
  expect([...schemas.keys()]).toEqual(expect.arrayContaining(editions));
  const verdicts = [...schemas.values()].flatMap(({ schema, instances }) => {
    const takes = fits(schema);
    return instances.map((one) => (takes(one) ? '1 1' : '0 0'));
  });
  const file = join(folder, 'all.json');
  writeFileSync(file, JSON.stringify([...schemas.values()].map(({ schema, instances }) => [schema, instances])));
  const { code, out, err } = ask('/usr/bin/python3', ['-c', check, file]);
  expect([code, err]).toEqual([0, '']);
  expect(out.trim().split('\n')).toEqual(verdicts);
  expect(new Set(verdicts)).toEqual(new Set(['1 1', '0 0']));
});
