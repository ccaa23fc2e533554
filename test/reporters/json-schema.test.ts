// The JSON of reports and bundles against its published schemas, and read back without loss.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it, test } from 'vitest';
import { assess } from '../../src/assess.ts';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { report } from '../../src/findings/report.ts';
import { type Reported, reportedAssessment, reportedOf } from '../../src/reported.ts';
import { reporters } from '../../src/reporters/index.ts';
import { assessmentDocument, json } from '../../src/reporters/json.ts';
import { assessmentSchema, diffSchema, matchSchema, reportSchema } from '../../src/reporters/json-schema.ts';
import { readReport } from '../../src/reporters/read-json.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import { at, program, unreadable } from '../support/assessment.ts';
import { sample } from '../support/sample.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
const [isReport, isAssessment] = [ajv.compile(reportSchema()), ajv.compile(assessmentSchema())];
const view = {
  program,
  language: 'zh',
  width: 100,
  colour: false,
  unicode: true,
  verbose: false,
} as const;

const root = resolve(import.meta.dirname, '../../examples');
const folders = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === 'dossier.yaml')
  .map((entry) => entry.parentPath.slice(root.length + 1))
  .sort();
const catalog = await openCatalog();
const findRoot = rootFinder();
const assessed = async (folder: string) =>
  assess(await readDossier({ folder: join(root, folder), shown: folder, file: 'dossier.yaml' }, findRoot), {
    catalog,
    today: '2026-11-21',
  });

test('the schemas are in step with the program', async () => {
  const written = (schema: object) => `${JSON.stringify(schema, null, 1)}\n`;
  await expect(written(reportSchema())).toMatchFileSnapshot('../../schemas/report.schema.json');
  await expect(written(assessmentSchema())).toMatchFileSnapshot('../../schemas/assessment.schema.json');
  await expect(written(diffSchema())).toMatchFileSnapshot('../../schemas/diff.schema.json');
  await expect(written(matchSchema())).toMatchFileSnapshot('../../schemas/match.schema.json');
});

const readBack = (report: Report) => {
  const text = json.render(report);
  const valid = isReport(JSON.parse(text));
  expect(isReport.errors).toBeNull();
  expect(valid).toBe(true);
  const read = readReport(text);
  if ('wrong' in read) throw new Error(`${read.wrong} ${read.at}`);
  return read;
};

describe('a report read back', () => {
  const outcomes = [sample, unreadable('坏', 'a: 1\nb: 2\n', [])].map(reportedOf);
  it('gives the same text in every format', async () => {
    const read = readBack({ ...view, outcomes, shard: { index: 1, of: 2 } });
    expect(read).toMatchObject({ shard: { index: 1, of: 2 }, program });
    for (const reporter of reporters) {
      for (const language of ['zh', 'en'] as const) {
        const again = await reporter.render({ ...view, language, outcomes: read.outcomes });
        expect(again).toBe(await reporter.render({ ...view, language, outcomes }));
      }
    }
  });
  it.each(folders)('%s', async (folder) => {
    const outcome = reportedOf(await assessed(folder));
    const [again] = readBack({ ...view, program: outcome.program, outcomes: [outcome] }).outcomes;
    const plain = (value: Reported | undefined): unknown => JSON.parse(JSON.stringify(value));
    expect(plain(again)).toEqual(plain(outcome));
  });
  it('is refused when it is no report', () => {
    const text = json.render({ ...view, outcomes });
    const told = reportedOf(unreadable('坏', 'a: 1\n', [report('enterprise-missing', {}, at(1, 1, 2))]));
    expect(readReport('{')).toEqual({ wrong: 'json', at: '' });
    expect(readReport('{}')).toMatchObject({ wrong: 'shape' });
    expect(readReport(text.replace('"state": "errors"', '"state": "fine"'))).toMatchObject({
      wrong: 'shape',
      at: 'dossiers.0.state',
    });
    const other = json.render({ ...view, outcomes: [told] }).replace('enterprise-missing', 'code-of-tomorrow');
    expect(readReport(other)).toEqual({ wrong: 'code', at: 'code-of-tomorrow' });
  });
});

it.each(folders)('the assessment of %s fits its schema', async (folder) => {
  const outcome = await assessed(folder);
  if (outcome.kind !== 'assessed') return expect(outcome.kind).toBe('unreadable');
  isAssessment({ ...assessmentDocument(reportedAssessment(outcome)), files: [] });
  expect(isAssessment.errors).toBeNull();
});
