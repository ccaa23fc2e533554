// Writes the bundle of an assessment: attachments first, then what is told of them, then the bag's own texts.
import { join } from 'node:path';
import { type Assessment, type AttachedFile, filesOf } from '../assessment.ts';
import { jsonText } from '../characters/shown.ts';
import type { Stamp } from '../decide/state.ts';
import { entryAt } from '../files/folder.ts';
import { digestFile } from '../files/read.ts';
import { makeFolder } from '../files/temporary.ts';
import { openZip } from '../files/zip/zip.ts';
import { cannotWrite } from '../findings/system-stop.ts';
import { type Added, type Archive, type Content, type Digest, openArchive } from './archive.ts';
import { type BagFile, declaration, infoText, manifestText, readManifest } from './bag.ts';
import type { FolderWritten } from './folder.ts';
import { inspect } from './inspect.ts';
import { byPath, fileList, type PlacedFile, paths, placeFiles } from './layout.ts';
import type { PaperWritten } from './merged/paper.ts';
import { addMerged, type Merger, type PlacedMerge } from './merged/slot.ts';
import { bundleName } from './names.ts';
import { bundleUnreadable, outputExists, outputNoFile, readBackDiffers } from './stops.ts';
import { verifyBundle } from './verify.ts';

export type WriteOptions = {
  /** The folder for the bundle; made when it is not there. */
  readonly output: string;
  /** Replaces a bundle of other content. */
  readonly force: boolean;
  readonly stamp: Stamp;
  /** Makes the summary PDF of the assessment, in which every attachment has its digest. */
  readonly summary: (assessment: Assessment) => Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;
  /** The assessment as plain JSON, an object; `files` is added to it. */
  readonly assessmentDocument: (assessment: Assessment) => unknown;
  /** The page that helps to fill in the portal, naming the files by their places. */
  readonly guide: (placed: readonly PlacedFile[], merged: readonly PlacedMerge[]) => Promise<string>;
  /** Merges the files of each slot into a PDF that stands beside them; without it there are none. */
  readonly merge?: Merger;
  /** Makes the paper set and adds it; without it there is none. */
  readonly paper?: (
    assessment: Assessment,
    put: (path: string, content: Uint8Array) => Promise<string>,
  ) => Promise<PaperWritten>;
  /** `done` and `total` in bytes of attachments; `name` is the path of the attachment being read. */
  readonly onProgress?: (done: number, total: number, name: string) => void;
  /** Aborting it ends the build as soon as the chunk in hand is read, removes the file, and throws its reason. */
  readonly signal?: AbortSignal;
};

export type BundleWritten = {
  readonly path: string;
  readonly stamp: Stamp;
  /** Size of the zip. */
  readonly bytes: number;
  /** SHA-256 of the zip. */
  readonly sha256: string;
  /** Files inside, tag files included. */
  readonly files: number;
  /** Pages of the summary. */
  readonly pages: number;
  /** The bundle was there already with the same content, and was left alone. */
  readonly skipped: boolean;
  /** SHA-256 of the tag manifest: equal for bundles of equal content, on every platform. */
  readonly content: string;
  /** The same tree unzipped, when it was asked for. */
  readonly unpacked?: FolderWritten;
  /** The signature beside it, when it was asked for: its path, the number of the key. */
  readonly signature?: { readonly path: string; readonly key: string; readonly skipped: boolean };
  /** What merging came to, for each slot with files, when it was asked for. */
  readonly merged?: readonly PlacedMerge[];
  /** The paper set, when it was asked for. */
  readonly paper?: PaperWritten;
};

const json = (value: unknown): Uint8Array => Buffer.from(`${jsonText(value, 2)}\n`);

/** The same assessment, in which every attachment has its digest. */
function withDigests(assessment: Assessment, digests: ReadonlyMap<AttachedFile, string>): Assessment {
  const digested = (file: AttachedFile): AttachedFile => {
    const sha256 = digests.get(file);
    return sha256 === undefined ? file : { ...file, sha256 };
  };
  const { slots, rows } = assessment.inventory;
  return {
    ...assessment,
    inventory: {
      slots: slots.map((slot) => ({ ...slot, files: slot.files.map(digested) })),
      rows: rows.map((row) => ({ ...row, file: digested(row.file) })),
    },
  };
}

/** A file of the bag as it was given to the zip. */
type Packed = BagFile & Added;

/** Fills the archive; everything that was put in, in order. */
async function fill(archive: Archive, top: string, assessment: Assessment, options: WriteOptions) {
  const written: Packed[] = [];
  const add = async (path: string, content: Content): Promise<string> => {
    const digest = await archive.add(`${top}/${path}`, content);
    written.push({ path, ...digest });
    return digest.sha256;
  };
  const placed = placeFiles(assessment, top);
  const digests = new Map<AttachedFile, string>();
  for (const { file, path } of [...placed].sort(byPath)) digests.set(file, await add(path, file));
  await add(paths.category, Buffer.from(assessment.category.flattened));
  await add(paths.dossier, assessment.dossier.bytes);

  const complete = withDigests(assessment, digests);
  const merged = options.merge && (await addMerged(complete.inventory.slots, options.merge, add));
  const paper = options.paper && (await options.paper(complete, add));
  const document = options.assessmentDocument(complete) as object;
  await add(paths.assessment, json({ ...document, files: fileList(placeFiles(complete, top)), merged, paper }));
  const summary = await options.summary(complete);
  await add(paths.summary, summary.bytes);
  await add(paths.guide, Buffer.from(await options.guide(placed, merged ?? [])));

  const payload = [...written];
  await add(paths.info, Buffer.from(infoText(assessment, options.stamp, payload)));
  await add(paths.declaration, Buffer.from(declaration));
  await add(paths.manifest, Buffer.from(manifestText(payload)));
  const content = await add(paths.tagManifest, Buffer.from(manifestText(written.slice(payload.length))));
  return {
    written,
    pages: summary.pages,
    content,
    ...(merged === undefined ? {} : { merged }),
    ...(paper === undefined ? {} : { paper }),
  };
}

function meter(assessment: Assessment, onProgress: NonNullable<WriteOptions['onProgress']>) {
  const total = filesOf(assessment.inventory).reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  return (bytes: number, name: string): void => {
    done += bytes;
    onProgress(done, total, name);
  };
}

/**
 * Writes the bundle `<enterprise>-<category>[-待核实|-草稿].zip` into a folder. Equal input gives equal bytes on one platform,
 * and equal `content` on all. Until it is whole and read back it has a temporary name; whatever goes wrong, nothing is
 * left. Stops when an attachment is not as assessed, when the output cannot be written, or is taken by another bundle.
 */
export async function writeBundle(assessment: Assessment, options: WriteOptions): Promise<BundleWritten> {
  const { output, force, stamp, signal } = options;
  const top = bundleName(assessment.enterprise, assessment.category.id, stamp);
  const path = join(output, `${top}.zip`);
  signal?.throwIfAborted();
  if ((await stands(path)) && !force && (await isAnother(path, assessment))) throw outputExists(path);
  await makeFolder(output).catch((error: unknown) => {
    throw cannotWrite(output, error);
  });
  const archive = await openArchive({
    folder: output,
    date: assessment.asOf,
    ...(options.onProgress === undefined ? {} : { step: meter(assessment, options.onProgress) }),
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    const { written, ...filled } = await fill(archive, top, assessment, options);
    const digest: Digest = await archive.finish();
    await readBack(archive.path, { path, top, written, signal });
    signal?.throwIfAborted();
    const common = { path, stamp, files: written.length, ...filled };
    // Another run may write the same bundle meanwhile: whoever comes second looks again.
    for (;;) {
      const taken = await stands(path);
      const same = taken ? await sameBundle(path, filled.content) : undefined;
      if (same !== undefined) return { ...common, ...same, skipped: true };
      if (taken && !force) throw outputExists(path);
      if (await archive.keep(path, force)) return { ...common, ...digest, skipped: false };
    }
  } finally {
    await archive.abort();
  }
}

/** Whether a file stands there. Stops for what no bundle may replace: a folder, a link, a device. */
async function stands(path: string): Promise<boolean> {
  const stat = await entryAt(path).catch((error: unknown) => {
    throw bundleUnreadable(path, error);
  });
  if (stat !== undefined && !stat.isFile()) throw outputNoFile(path);
  return stat !== undefined;
}

/** Whether what stands there is certainly another bundle: told from its manifest, without reading the attachments. */
async function isAnother(path: string, assessment: Assessment): Promise<boolean> {
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
async function sameBundle(path: string, content: string): Promise<Digest | undefined> {
  const verified = await verifyBundle(path);
  if (verified.findings.length > 0 || verified.content !== content) return undefined;
  return { sha256: await digestFile(path), bytes: verified.bytes };
}

/** Stops at the first entry of the zip at `temporary` that differs; `path` is the name it is going to have. */
async function readBack(
  temporary: string,
  {
    path,
    top,
    written,
    signal,
  }: { path: string; top: string; written: readonly Packed[]; signal?: AbortSignal | undefined },
): Promise<void> {
  const zip = await openZip(temporary);
  if (zip.kind === 'no zip') throw readBackDiffers(path, zip.detail);
  try {
    if (zip.strays || zip.entries.length !== written.length) throw readBackDiffers(path, 'zip');
    for (const [index, expected] of written.entries()) {
      signal?.throwIfAborted();
      const entry = zip.entries[index];
      if (entry?.name !== `${top}/${expected.path}` || entry.faults.length > 0)
        throw readBackDiffers(path, expected.path);
      // Against a fault of the disk or of the packer the checksum is enough, and it costs a quarter of a digest.
      const same = entry.crc32 === expected.crc32 && entry.bytes === expected.bytes;
      const unpacked = same && (await zip.unpack(entry, () => {}));
      if (unpacked === false || unpacked.is === 'broken') throw readBackDiffers(path, expected.path);
    }
  } finally {
    await zip.close();
  }
}
