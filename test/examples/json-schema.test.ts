// The JSON of reports and bundles against its published schemas, and read back without loss.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { rootFinder } from '../../src/batch/config.ts';
import { readDossier } from '../../src/batch/find.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { report } from '../../src/findings/report.ts';
import { reporters } from '../../src/reporters/index.ts';
import { assessmentDocument, json } from '../../src/reporters/json.ts';
import { assessmentSchema, reportSchema } from '../../src/reporters/json-definition.ts';
import { type NoReport, type ReadReport, reportReader } from '../../src/reporters/read-json.ts';
import { type Reported, reportedAssessment, reportedOf } from '../../src/reporters/reported.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import { fits } from '../support/ajv.ts';
import { at, program, unreadable } from '../support/assessment.ts';
import { cache } from '../support/looked.ts';
import { sample } from '../support/sample.ts';

/** Fed in pieces of so many bytes. */
function readReport(text: string, piece = 1000): ReadReport | NoReport {
  const bytes = Buffer.from(text);
  const reader = reportReader();
  for (let at = 0; at < bytes.length; at += piece) reader.feed(bytes.subarray(at, at + piece));
  return reader.end();
}

const [isReport, isAssessment] = [
  fits(reportSchema(), { allErrors: true }),
  fits(assessmentSchema(), { allErrors: true }),
];
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
    cache,
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
  it('holds all dossiers of all categories in one, and loses nothing', async () => {
    const all = await Promise.all(folders.map(assessed));
    const many = all.map(reportedOf);
    const report = { ...view, program: all[0]?.program ?? program, outcomes: [...many, ...many.slice(0, 2)] };
    const read = readBack(report);
    const plain = (value: Reported | undefined): unknown => ({ ...JSON.parse(JSON.stringify(value)), labels: {} });
    expect(read.outcomes.map(plain)).toEqual(report.outcomes.map(plain));
    for (const reporter of reporters)
      expect(await reporter.render({ ...report, outcomes: read.outcomes })).toBe(await reporter.render(report));
  });
  it.each(['zh', 'en'] as const)(
    'of which only %s was asked for says the same in that language, and nothing in the other',
    async (only) => {
      const all = (await Promise.all(folders.map(assessed))).map(reportedOf);
      const reason = { zh: '不能读', en: 'cannot be read' };
      const unread = [{ path: '某', code: 'cannot-read', message: reason, hint: reason }];
      const report = { ...view, program: all[0]?.program ?? program, language: only, outcomes: all, unread };
      const text = json.render({ ...report, only });
      const other = only === 'zh' ? /"(?:en|shownEn)": "/ : /"zh": "/;
      expect(other.exec(text)).toBeNull();
      const read = readBack({ ...report, only });
      const said = reason[only];
      expect(read.unread).toEqual([{ ...unread[0], message: { zh: said, en: said }, hint: { zh: said, en: said } }]);
      // A page names the digest of what it was made of.
      const plain = (page: string): string => page.replace(/[0-9a-f]{12}(?=<\/span>)/, '');
      for (const reporter of reporters.filter(({ name }) => name !== 'json')) {
        const again = await reporter.render({ ...report, outcomes: read.outcomes, unread: read.unread ?? [] });
        expect(plain(again), reporter.name).toBe(plain(await reporter.render(report)));
      }
      const both = json.render({ ...report, compact: true }).length;
      expect(json.render({ ...report, compact: true, only }).length).toBeLessThan(both);
    },
  );
  it('is refused where neither a dossier nor its category says something', () => {
    const text = json.render({ ...view, outcomes: [outcomes[0], outcomes[0]].flatMap((one) => one ?? []) });
    const data = JSON.parse(text);
    for (const common of [
      undefined,
      {},
      { [sample.category.id]: { ...data.categories[sample.category.id], criteria: {} } },
    ])
      expect(readReport(JSON.stringify({ ...data, categories: common })), JSON.stringify(common)).toHaveProperty(
        'wrong',
        'shape',
      );
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
  it('is the same in pieces of any size, and nothing but a report', () => {
    const text = json.render({ ...view, outcomes });
    const once = readReport(text, text.length * 3);
    for (const piece of [1, 2, 3, 7, 4096]) expect(readReport(text, piece)).toEqual(once);
    expect(readReport(json.render({ ...view, outcomes: [] }))).toMatchObject({ outcomes: [] });
    const list = text.slice(text.indexOf('['), text.lastIndexOf(']') + 1);
    for (const [from, to] of [
      ['    },\n    {\n      "path"', '    }\n    {\n      "path"'],
      [list, `${list}, "dossiers": ${list}`],
      [list, `${list.slice(0, -1)},]`],
      [list, '[1]'],
      [list, list.slice(0, -1)],
      ['"format"', '"more": 1, "format"'],
      ['\n}\n', '\n}\n}'],
    ] as const) {
      expect(text.includes(from), from.slice(0, 40)).toBe(true);
      expect(readReport(text.replace(from, () => to)), to.slice(-40)).toHaveProperty('wrong');
    }
  });
});

it.each(folders)('the assessment of %s fits its schema', async (folder) => {
  const outcome = await assessed(folder);
  if (outcome.kind !== 'assessed') return expect(outcome.kind).toBe('unreadable');
  isAssessment({ ...assessmentDocument(reportedAssessment(outcome)), files: [] });
  expect(isAssessment.errors).toBeNull();
});
