// The PDFs that other programs made (make-pdf.sh beside them says how).
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../attachments/samples/pdf/', import.meta.url);

/** A sample by its path, such as `good/writer.pdf`. */
export const pdfSample = (name: string): Buffer => readFileSync(new URL(name, folder));

/** The paths of the samples in a folder, in order. */
export const pdfSamples = (kind: 'good' | 'encrypted' | 'scans'): string[] =>
  readdirSync(new URL(`${kind}/`, folder))
    .sort()
    .map((name) => `${kind}/${name}`);
