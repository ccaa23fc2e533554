// Reads `data/assessment.json` of a bundle by its published schema, as the program writes it and in no other way.
import type { Assessment } from '../assessment.ts';
import { fileList, type PlacedFile } from '../bundle/layout.ts';
import { jsonText } from '../characters/shown.ts';
import { type Bounds, checkJson, parseJson } from '../files/json.ts';
import type { Shape } from '../given.ts';
import { assessmentDocument } from '../reporters/json.ts';
import { assessment } from '../reporters/json-definition.ts';
import { reportedAssessment } from '../reporters/reported.ts';

export type BundleRecord = Shape<typeof assessment>;

/** Where a record is not as the schema has it. */
type Broken = { readonly detail: string };

/**
 * What nothing in a bundle gives, so that it is taken as the sender states it: the version, the day that the assessment
 * stands for, the name of the dossier's file. All else is derived and compared (docs/bundle.md).
 */
export const bySender: readonly (keyof BundleRecord)[] = ['program', 'asOf', 'dossier'];

/** The record of a value, or where it is none. */
function parseRecord(json: unknown): BundleRecord | Broken {
  const checked = checkJson(assessment, json);
  if ('data' in checked) return checked.data;
  const { at, kind } = checked.fault;
  return { detail: at === '' ? kind : `${at}.${kind}` };
}

/** What the program writes has nine levels at the most, and a record of two thousand attachments some 60,000 values. */
const bounds: Bounds = { levels: 32, values: 400_000 };

/** As the program writes a key: at the beginning of a line. */
const hiddenKey = /^ *"__proto__": /m;

/**
 * The record of a text, or where it is none. The text must be the one that the program writes for it: no key stands
 * twice, and no two programs read it differently.
 */
export function readRecord(text: string): BundleRecord | Broken {
  const parsed = parseJson(text, bounds);
  if ('wrong' in parsed) return { detail: parsed.wrong };
  // No copy of a map has this key: what stands there would be compared with nothing.
  if (hiddenKey.test(text)) return { detail: '__proto__' };
  const { json } = parsed;
  const record = parseRecord(json);
  if ('detail' in record) return record;
  // A file of the dossier's folder: nothing follows a path out of it.
  if (record.dossier === '' || record.dossier.includes('/')) return { detail: 'dossier' };
  const written = `${jsonText(json, 2)}\n`;
  if (written === text) return record;
  const lines = written.split('\n');
  const apart = text.split('\n').findIndex((line, index) => line !== lines[index]);
  return { detail: `JSON ${apart + 1}` };
}

/** The document with where each attachment lies and what was merged; the paper set is compared by itself. */
export function documentOf(
  assessment: Assessment,
  placed: readonly PlacedFile[],
  { merged, paper }: { readonly merged: readonly object[] | undefined; readonly paper: BundleRecord['paper'] },
): BundleRecord {
  const members = { ...assessmentDocument(reportedAssessment(assessment)), files: fileList(placed), merged, paper };
  // As it is read from a bundle: without what has no value.
  const document = parseRecord(JSON.parse(JSON.stringify(members)));
  if ('detail' in document) throw new Error(`the assessment does not follow its own schema: ${document.detail}`);
  return document;
}
