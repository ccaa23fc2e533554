// Reads `data/assessment.json` of a bundle by its published schema.
import type * as z from 'zod';
import { assessment } from '../reporters/json-definition.ts';

export type BundleRecord = z.infer<typeof assessment>;

/** The record, or where it is not as the schema has it. */
export function readRecord(text: string): BundleRecord | { readonly detail: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { detail: 'JSON' };
  }
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
