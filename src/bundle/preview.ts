// Writes only the summary PDF of an assessment, to look at: stamped as its dossier stands, never over another file.
import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { Assessment } from '../assessment.ts';
import { type Stamp, stampOf } from '../decide/state.ts';
import { codeOf } from '../files/fault.ts';
import { stands } from '../files/folder.ts';
import { readPlain } from '../files/read.ts';
import { version } from '../files/version.ts';
import { writeWhole } from '../files/write.ts';
import { Stop } from '../findings/stop.ts';
import { cannotWrite } from '../findings/system-stop.ts';
import type { Fonts } from '../summary/fonts.ts';
import { isPreview } from '../summary/properties.ts';
import { summaryFonts } from '../summary/spare.ts';
import { writeSummary } from '../summary/write.ts';
import { previewWords } from '../words/build.ts';
import { asStop } from './build.ts';

/** The file beside the dossier, when no other is named. */
export const previewName = '申请表-预览.pdf';

/** A previous preview is read to be known; nothing of this size is one. */
const largestBytes = 64 * 1024 * 1024;

export type PreviewOptions = {
  /** Absolute path of the PDF; `previewName` beside the dossier when left out. */
  readonly file?: string;
  /** Replaces whatever file stands there; without it only an earlier preview is replaced. */
  readonly force: boolean;
  /** Absolute paths of fonts for characters that the summary's own lack. */
  readonly fonts: readonly string[];
};

export type PreviewWritten = {
  readonly path: string;
  readonly pages: number;
  readonly stamp: Stamp;
  readonly bytes: number;
  readonly sha256: string;
};

/** Writes previews one after the other, with the fonts read once. Throws a Stop when one cannot be written, or as the signal says. */
export function previewer({ file, force, fonts: spare }: PreviewOptions) {
  let opened: Promise<Fonts> | undefined;
  return async (assessment: Assessment, folder: string, signal?: AbortSignal): Promise<PreviewWritten> => {
    const path = file ?? resolve(folder, previewName);
    if (!force) await refuseOthers(path);
    opened ??= summaryFonts(spare);
    const fonts = await opened.catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    const stamp = stampOf(assessment.state, { draft: true, unsettled: true }) ?? 'draft';
    const made = await writeSummary(assessment, { fonts, stamp, version, preview: true }).catch(asStop);
    signal?.throwIfAborted();
    await writeWhole(path, made.bytes, { over: true, within: dirname(path) }).catch(unwritable(path));
    const sha256 = createHash('sha256').update(made.bytes).digest('hex');
    return { path, pages: made.pages, stamp, bytes: made.bytes.length, sha256 };
  };
}

const heldCodes: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES', 'EIO']);

/** Throws a Stop where something stands that is no preview of ours. */
async function refuseOthers(path: string): Promise<void> {
  if (!(await stands(path).catch(unwritable(path)))) return;
  const bytes = await readPlain(path, largestBytes, { plainName: true }).catch((error: unknown) =>
    // One that is open elsewhere may well be ours.
    heldCodes.has(codeOf(error)) ? unwritable(path)(error) : undefined,
  );
  if (bytes !== undefined && (await isPreview(bytes))) return;
  const [zh, en] = [previewWords('zh'), previewWords('en')];
  throw new Stop(
    'preview-no-preview',
    { message: zh.taken(path), hint: zh.takenFix },
    { message: en.taken(path), hint: en.takenFix },
  );
}

const unwritable =
  (path: string) =>
  (error: unknown): never => {
    throw cannotWrite(path, error);
  };
