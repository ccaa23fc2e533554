// Reads a zip through: every entry's digest as unpacked, small ones kept as text, in memory that no entry decides.
import { createHash } from 'node:crypto';
import type { Unpacked, Zip, ZipEntry } from '../files/zip/zip.ts';

/** What an entry held. */
export type Inspected = {
  readonly entry: ZipEntry;
  readonly sha256: string;
  readonly bytes: number;
  /** Why it could not be unpacked. */
  readonly broken?: (Unpacked & { readonly is: 'broken' })['why'];
  /** The content of an entry that was asked for. */
  readonly text?: string;
};

/** Most that is kept of an entry as text: a manifest of 20,000 long lines. */
export const longestText = 16 * 1024 * 1024;

/** Unpacks one entry to nowhere; keeps its text when `keep` says so and it is small. */
export async function inspect(zip: Zip, entry: ZipEntry, keep: boolean): Promise<Inspected> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let bytes = 0;
  const held = keep && entry.bytes <= longestText;
  const result = await zip.unpack(entry, (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
    if (held) chunks.push(Buffer.from(chunk));
  });
  const found = { entry, bytes, sha256: hash.digest('hex') };
  if (result.is === 'broken') return { ...found, broken: result.why };
  return held ? { ...found, text: Buffer.concat(chunks).toString('utf8') } : found;
}
