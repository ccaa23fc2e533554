// The JSON of a run and of one assessment: complete, plain, and free of anything that belongs to one machine.
import { expect, test } from 'vitest';
import { assessmentDocument, json, reportDocument } from '../../src/reporters/json.ts';
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
  const data = reportDocument({ ...report, outcomes });
  expect(data).toMatchObject({
    format: 1,
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
  expect(JSON.parse(json.render({ ...report, outcomes }))).toEqual(data);
});

test('where no person looks, a dossier stands on a line, and says the same', () => {
  for (const outcomes of [[], [sample], [sample, unreadable('坏', '', [])]]) {
    const reported = { ...report, outcomes: outcomes.map(reportedOf) };
    const compact = json.render({ ...reported, compact: true });
    expect(JSON.parse(compact)).toEqual(JSON.parse(json.render(reported)));
    expect(compact.split('\n')).toHaveLength(outcomes.length === 0 ? 2 : outcomes.length + 3);
  }
});
