// Reads `data/assessment.json` of a bundle by its published schema, as the program writes it and in no other way.
import type * as z from 'zod';
import { jsonText } from '../characters/shown.ts';
import { assessment } from '../reporters/json-definition.ts';

export type BundleRecord = z.infer<typeof assessment>;

/** Where a record is not as the schema has it. */
type Broken = { readonly detail: string };

/**
 * What nothing in a bundle gives, so that it is taken as the sender states it: the version, the day that the assessment
 * stands for, the name of the dossier's file. All else is derived and compared (docs/bundle.md).
 */
export const bySender: readonly (keyof BundleRecord)[] = ['program', 'asOf', 'dossier'];

/** The record of a value, or where it is none. */
export function parseRecord(json: unknown): BundleRecord | Broken {
  try {
    const checked = assessment.safeParse(json);
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    return { detail: issue === undefined ? '' : [...issue.path, issue.code].join('.') };
  } catch {
    // Nested so deep that the schema, which follows it, runs out of stack.
    return { detail: 'depth' };
  }
}

/**
 * The record of a text, or where it is none. The text must be the one that the program writes for it: no key stands
 * twice, and no two programs read it differently.
 */
export function readRecord(text: string): BundleRecord | Broken {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { detail: 'JSON' };
  }
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
