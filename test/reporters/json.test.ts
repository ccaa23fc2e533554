// The JSON of a run and of one assessment: complete, plain, and free of anything that belongs to one machine.
import assert from 'node:assert/strict';
import { expect, test } from 'vitest';
import { assessmentDocument, json } from '../../src/reporters/json.ts';
import { reportedAssessment, reportedOf } from '../../src/reporters/reported.ts';
import { assessment, attached, program, unreadable } from '../support/assessment.ts';
import { sample } from '../support/sample.ts';

const report = {
  program,
  language: 'zh',
  width: 80,
  colour: false,
  unicode: true,
  verbose: false,
} as const;

test('the document of an assessment', async () => {
  await expect(`${JSON.stringify(assessmentDocument(reportedAssessment(sample)), null, 2)}\n`).toMatchFileSnapshot(
    'assessment.json',
  );
});

test('it is plain data and holds no path of the machine', () => {
  const moved = { ...sample, dossier: { ...sample.dossier, folder: '/home/somebody/材料' } };
  const data = assessmentDocument(reportedAssessment(moved));
  expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  expect(data).toEqual(assessmentDocument(reportedAssessment(sample)));
  expect(JSON.stringify(data)).not.toMatch(/somewhere|somebody/);
});

test('files of rows stand beside those of slots', () => {
  const row = { table: 'patents', row: 2, column: 'file', file: attached('附件/专利.pdf', { sha256: 'e'.repeat(64) }) };
  const data = assessmentDocument(reportedAssessment(assessment({ inventory: { slots: [], rows: [row] } })));
  expect(data.attachments).toEqual({
    slots: [],
    rows: [
      {
        table: 'patents',
        row: 2,
        column: 'file',
        source: '附件/专利.pdf',
        bytes: 1_000_000,
        sha256: 'e'.repeat(64),
        format: 'pdf',
        traits: { pages: 3 },
        evidence: {},
      },
    ],
  });
});

test('a report holds each dossier with its path, also one that cannot be read', () => {
  const outcomes = [sample, unreadable('坏', '', [])].map(reportedOf);
  const data = JSON.parse(json.render({ ...report, outcomes }));
  expect(data).toMatchObject({
    format: 2,
    program: { name: 'zjtx', version: '1.2.3' },
    dossiers: [
      {
        path: '示例精密/创新类/dossier.yaml',
        state: 'errors',
        readable: true,
        category: { id: 'jiangsu/2021/giant-innovation' },
      },
      { path: '坏/dossier.yaml', state: 'errors', readable: false },
    ],
  });
});

test('where no person looks, a dossier stands on a line, and says the same', () => {
  for (const outcomes of [[], [sample], [sample, unreadable('坏', '', [])]]) {
    const reported = { ...report, outcomes: outcomes.map(reportedOf) };
    const compact = json.render({ ...reported, compact: true });
    expect(JSON.parse(compact)).toEqual(JSON.parse(json.render(reported)));
    expect(compact.split('\n')).toHaveLength(outcomes.length === 0 ? 2 : outcomes.length + 3);
  }
});

test('what dossiers of a category have in common is said once, and what one has for itself is said there', () => {
  const [first = assert.fail()] = sample.criteria;
  const other = { ...sample, criteria: [{ ...first, title: '另一年的条件' }, ...sample.criteria.slice(1)] };
  const told = JSON.parse(json.render({ ...report, outcomes: [sample, other].map(reportedOf) }));
  const [one, two] = told.dossiers;
  const common = told.categories['jiangsu/2021/giant-innovation'];
  expect(one.category).toEqual({ id: 'jiangsu/2021/giant-innovation' });
  expect(one.criteria[0]).toEqual({ id: first.id, decision: first.decision });
  expect({ ...common.criteria[first.id], ...one.criteria[0] }).toEqual(JSON.parse(JSON.stringify(first)));
  expect(two.criteria[0]).toMatchObject({ title: '另一年的条件', cite: first.cite });
  expect(two.criteria[1]).not.toHaveProperty('title');
});

test('the only dossier of a report has everything itself', () => {
  const told = JSON.parse(json.render({ ...report, outcomes: [reportedOf(sample)] }));
  const document = assessmentDocument(reportedAssessment(sample));
  expect(told).not.toHaveProperty('categories');
  expect(told.dossiers[0]).toMatchObject({ criteria: document.criteria, attachments: document.attachments });
});
