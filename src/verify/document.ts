// `data/assessment.json` as the dossier of a bundle gives it here, in the shape in which the bundle's own is read.
import type { Assessment } from '../assessment.ts';
import { fileList, type PlacedFile } from '../bundle/layout.ts';
import { assessmentDocument } from '../reporters/json.ts';
import { reportedAssessment } from '../reporters/reported.ts';
import { type BundleRecord, parseRecord } from './record.ts';

/** The document with where each attachment lies and what was merged. */
export function documentOf(
  assessment: Assessment,
  placed: readonly PlacedFile[],
  merged: readonly object[] | undefined,
): BundleRecord {
  const members = { ...assessmentDocument(reportedAssessment(assessment)), files: fileList(placed), merged };
  // As it is read from a bundle: without what has no value.
  const document = parseRecord(JSON.parse(JSON.stringify(members)));
  if ('detail' in document) throw new Error(`the assessment does not follow its own schema: ${document.detail}`);
  return document;
}
