// Asks for a PDF what the probe asks, and names the findings that it tells.

import type { Traits } from '../../../src/attachments/inventory-types.ts';
import { pdf } from '../../../src/attachments/probes/pdf.ts';
import type { LookFor } from '../../../src/attachments/probes/probe.ts';

/** What a probe tells of a PDF: codes with their arguments, in order, and the traits. */
export async function probed(
  content: Uint8Array,
  lookFor: LookFor = {},
): Promise<{
  readonly codes: string[];
  readonly told: readonly (readonly [string, Record<string, unknown>])[];
  readonly traits: Traits;
}> {
  const told: [string, Record<string, unknown>][] = [];
  // The probe hands its bytes over to a thread.
  const copy = new Uint8Array(content);
  const traits = await pdf(
    { source: 'a.pdf', content: copy },
    (code, args) => {
      const { file: _, ...more } = args as Record<string, unknown>;
      told.push([code, more]);
    },
    lookFor,
  );
  return { codes: told.map(([code]) => code), told, traits };
}
