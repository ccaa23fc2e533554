// Whole enterprises, their points added up by hand, and how a report shows them.
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { assess } from '../../../src/assess.ts';
import type { Assessment } from '../../../src/assessment.ts';
import { rootFinder } from '../../../src/batch/config.ts';
import { readDossier } from '../../../src/batch/find.ts';
import { openCatalog } from '../../../src/category/catalog.ts';
import { assessmentDocument } from '../../../src/reporters/json.ts';
import { assessment as assessmentSchema } from '../../../src/reporters/json-definition.ts';
import { reportedOf } from '../../../src/reporters/reported.ts';
import type { Report } from '../../../src/reporters/reporter.ts';
import { text } from '../../../src/reporters/text.ts';
import { cache } from '../../support/looked.ts';

const root = resolve(import.meta.dirname, '../../../examples');
const catalog = await openCatalog();
const findRoot = rootFinder();

async function assessed(folder: string): Promise<Assessment> {
  const dossier = await readDossier({ folder: join(root, folder), shown: folder, file: 'dossier.yaml' }, findRoot);
  const outcome = await assess(dossier, { catalog, today: '2026-11-21', cache });
  if (outcome.kind !== 'assessed') throw new Error(`${folder} cannot be assessed`);
  return outcome;
}

const pointsOf = ({ scorecard }: Assessment) => ({
  items: scorecard?.items.map(({ points }) => points.least),
  groups: scorecard?.groups.map(({ points }) => points.least),
  total: scorecard?.points,
});
const decisionOf = ({ criteria }: Assessment) => criteria.find(({ id }) => id === 'evaluated')?.decision;

// The figures of 2019 to 2021 are those of the example: revenue 10,320, main revenue 7,105, 8,330 and 10,010,
// net profit 756.20, R&D 640, assets 11,650, liabilities 4,430, 152 employees of whom 47 in R&D.
it('srdi-sme 2022: 75 points', async () => {
  const outcome = await assessed('national-2022-srdi-sme/ready');
  expect(pointsOf(outcome)).toEqual({
    items: [
      5, // 10,010 / 10,320 = 96.99 %, at least 80
      10, // (17.24 + 20.17) / 2 = 18.70 %, at least 10
      2, // 5 years: two whole steps of 2
      3, // 工业六基
      3, // 二级
      5, // three of the four options, 9 points capped at 5
      6, // 756.20 / 10,320 = 7.33 %, at least 6
      5, // 4,430 / 11,650 = 38.03 %, at most 50
      9, // stated
      8, // 自主研发Ⅰ类
      10, // 640 万元, at least 500 (6.20 % alone would be 6)
      5, // 47 / 152 = 30.92 %, at least 20
      4, // 市级
    ],
    groups: [20, 19, 9, 27],
    total: { least: 75, most: 75 },
  });
  expect(decisionOf(outcome)).toEqual({ is: 'met', shown: '总分 75 ≥ 60', shownEn: 'total 75 ≥ 60' });
});

it('srdi-sme 2022, a poor applicant: 29 points', async () => {
  const outcome = await assessed('national-2022-srdi-sme/faulty-points');
  // 100 %: 5; (1.43 + 40.84) / 2 = 21.14 %: 10; 1 year: 0; 其他: 0; 一级: 0; none: 0; 1.00 %: 0; 70.001 %: 0;
  // 4 stated; Ⅱ类: 2; 99.99 万元 gives 0, 9.99 % gives 8; 4 %: 0; none: 0
  expect(pointsOf(outcome)).toEqual({
    items: [5, 10, 0, 0, 0, 0, 0, 0, 4, 2, 8, 0, 0],
    groups: [15, 0, 4, 10],
    total: { least: 29, most: 29 },
  });
  expect(decisionOf(outcome)).toMatchObject({ is: 'not met', shown: expect.stringMatching(/^总分 29 < 60；/) });
});

it('innovative-sme 2022: 95 points', async () => {
  const outcome = await assessed('national-2022-innovative-sme/ready');
  // 自主研发Ⅰ类 15; 640 / 10,320 = 6.20 %: 20; 10,010 / 8,330 = +20.17 %: 20; 38.03 %: 10; strategic: 10; 96.99 %: 20
  expect(pointsOf(outcome)).toEqual({
    items: [15, 20, 20, 10, 10, 20],
    groups: [35, 30, 30],
    total: { least: 95, most: 95 },
  });
});

it('innovative-sme 2022: 75 points in all do not help when 创新能力 has 15 of 20', async () => {
  const outcome = await assessed('national-2022-innovative-sme/faulty-groups');
  // 无 0; 3 %: 15; +20 %: 20; 55 %: 10; strategic 10; 75 %: 20
  expect(pointsOf(outcome)).toEqual({
    items: [0, 15, 20, 10, 10, 20],
    groups: [15, 30, 30],
    total: { least: 75, most: 75 },
  });
  expect(decisionOf(outcome)).toMatchObject({ is: 'not met', shown: expect.stringContaining('创新能力 15 < 20') });
});

it('Jiangsu 2022 puts its own items in the place of the national one', async () => {
  const outcome = await assessed('jiangsu-2022-srdi-sme/ready');
  // As above, with 11.8 %: 6 and 3 stated
  expect(pointsOf(outcome)).toEqual({
    items: [5, 10, 2, 3, 3, 5, 6, 5, 6, 3, 8, 10, 5, 4],
    groups: [20, 19, 9, 27],
    total: { least: 75, most: 75 },
  });
  expect(outcome.scorecard?.items.slice(7, 11).map(({ id }) => id)).toEqual([
    'debt-ratio',
    'share-and-rank',
    'local-rest',
    'intellectual-property',
  ]);
});

const view = { language: 'zh', width: 100, colour: false, unicode: true, verbose: false } as const;
const shown = (outcome: Assessment, more: Partial<Report> = {}) =>
  text.render({
    ...view,
    program: outcome.program,
    outcomes: [reportedOf(outcome)],
    ...more,
  } as Report);
const block = (rendered: string, word: string) =>
  rendered
    .split('\n\n')
    .find((part) => part.startsWith(`- ${word} `))
    ?.split('\n');

it('a report shows the total, the groups and where points are lost; in full when asked', async () => {
  const outcome = await assessed('national-2022-srdi-sme/ready');
  const lines = block(shown(outcome), '评分');
  expect(lines?.slice(0, 2)).toEqual([
    '- 评分  专精特新中小企业评价指标：75 分（满分 100，达标 60）',
    '  专业化 20/25、精细化 19/25、特色化 9/15、创新能力 27/35',
  ]);
  expect(lines).toContain('  6/10  上年度净利润率：756.20 ÷ 10,320.00 × 100 = 7.3275… ≥ 6');
  expect(lines?.at(-1)).toBe('  其余 6 项满分；--verbose 逐项列出');
  expect(block(shown(outcome, { verbose: true }), '评分')?.join('\n')).toContain(
    '10,010.00 ÷ 10,320.00 × 100 = 96.9961… ≥',
  );
  expect(block(shown(outcome, { language: 'en' }), 'points')?.[0]).toContain('75 of 100 points, 60 to pass');
});

it('the JSON of an assessment holds the scorecard as its schema says', async () => {
  const outcome = await assessed('national-2022-innovative-sme/faulty-groups');
  const reported = reportedOf(outcome);
  if (reported.kind !== 'assessed') throw new Error('not assessed');
  const document = assessmentDocument(reported);
  expect(assessmentSchema.omit({ files: true }).safeParse(document).error).toBeUndefined();
  expect(document.scorecard).toMatchObject({ max: 100, pass: 60, points: { least: 75, most: 75 } });
});
