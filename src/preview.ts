// Writes only the summary PDF of an assessment, to look at: stamped as its dossier stands, never over another file.
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Assessment } from './assessment.ts';
import { asStop, openSetting } from './build.ts';
import { Stop } from './findings/stop.ts';
import { cliWordsOf } from './messages/cli.ts';
import { type Stamp, stampOf } from './state.ts';
import { isPreview } from './summary/properties.ts';
import { writeSummary } from './summary/write.ts';
import { version } from './version.ts';

/** The file beside the dossier, when no other is named. */
export const previewName = '申请表-预览.pdf';

/** A previous preview is read to be known; nothing of this size is one. */
const largest = 64 * 1024 * 1024;

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
};

/** Writes previews one after the other, with fonts and template read once. Throws a Stop when one cannot be written. */
export function previewer({ file, force, fonts: spare }: PreviewOptions) {
  let opened: ReturnType<typeof openSetting> | undefined;
  return async (assessment: Assessment, folder: string): Promise<PreviewWritten> => {
    const path = file ?? resolve(folder, previewName);
    if (!force) await refuseOthers(path);
    opened ??= openSetting(spare);
    const { fonts, layout } = await opened;
    const stamp = stampOf(assessment.state, { draft: true, unsettled: true }) ?? 'draft';
    const made = await writeSummary(assessment, { fonts, stamp, version, template: layout, preview: true }).catch(
      asStop,
    );
    await replace(path, made.bytes);
    return { path, pages: made.pages, stamp };
  };
}

/** Throws a Stop where something stands that is no preview of ours. */
async function refuseOthers(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return;
  const bytes = found.isFile() && found.size <= largest ? await readFile(path).catch(() => undefined) : undefined;
  if (bytes !== undefined && (await isPreview(bytes))) return;
  throw stopped(({ taken }) => taken(path), 'takenFix');
}

/** Writes beside the file first, so that a reader never sees half of it. */
async function replace(path: string, bytes: Uint8Array): Promise<void> {
  const fresh = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const handle = await open(fresh, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    const { code = '' } = error as NodeJS.ErrnoException;
    throw stopped(({ unwritable }) => unwritable(path, code), 'unwritableFix');
  }
}

type Words = ReturnType<typeof cliWordsOf>['preview'];

function stopped(say: (words: Words) => string, fix: 'takenFix' | 'unwritableFix'): Stop {
  const [zh, en] = [cliWordsOf('zh').preview, cliWordsOf('en').preview];
  return new Stop({ message: say(zh), hint: zh[fix] }, { message: say(en), hint: en[fix] });
}
