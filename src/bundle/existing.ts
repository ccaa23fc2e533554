// What already stands where a bundle is to be written: whether it may be replaced, and whether it is the same bundle.
import type { Assessment } from '../assessment.ts';
import { entryAt } from '../files/folder.ts';
import { digestFile } from '../files/read.ts';
import { openZip } from '../files/zip/zip.ts';
import type { Digest } from './archive.ts';
import { readManifest } from './bag.ts';
import { inspect } from './inspect.ts';
import { paths } from './layout.ts';
import { bundleUnreadable, outputNoFile } from './stops.ts';
import { verifyBundle } from './verify.ts';

/** Whether a file stands there. Stops for what no bundle may replace: a folder, a link, a device. */
export async function stands(path: string): Promise<boolean> {
  const stat = await entryAt(path).catch((error: unknown) => {
    throw bundleUnreadable(path, error);
  });
  if (stat !== undefined && !stat.isFile()) throw outputNoFile(path);
  return stat !== undefined;
}

/** Whether what stands there is certainly another bundle: told from its manifest, without reading the attachments. */
export async function isAnother(path: string, assessment: Assessment): Promise<boolean> {
  const zip = await openZip(path).catch((error: unknown) => {
    throw bundleUnreadable(path, error);
  });
  if (zip.kind === 'no zip') return true;
  try {
    const entry = zip.entries.find(({ name }) => name.endsWith(`/${paths.manifest}`));
    if (entry === undefined || entry.faults.length > 0) return true;
    const { text } = await inspect(zip, entry, true);
    const listed = text === undefined ? { line: 0 } : readManifest(text);
    if ('line' in listed) return true;
    return (
      listed.get(paths.dossier) !== assessment.dossier.sha256 ||
      listed.get(paths.category) !== assessment.category.sha256
    );
  } finally {
    await zip.close();
  }
}

/** The size and digest of the bundle that stands there, if it is whole and has this content. */
export async function sameBundle(path: string, content: string): Promise<Digest | undefined> {
  const verified = await verifyBundle(path);
  if (verified.findings.length > 0 || verified.content !== content) return undefined;
  return { sha256: await digestFile(path), bytes: verified.bytes };
}
