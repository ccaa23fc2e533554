// The files that `zjtx sheet` reads and writes: a workbook never replaces another file unless that is asked for.
import { readFile, stat } from 'node:fs/promises';
import { Stop } from '../findings/stop.ts';
import { systemFault } from '../findings/system-fault.ts';
import { type IntakeWords, intakeWordsOf } from '../messages/intake.ts';
import { writeWhole } from '../starter/disk.ts';
import { largestFile } from './workbook.ts';

/** A Stop of this folder in both languages. */
export function intakeStop(
  say: (words: IntakeWords, language: 'zh' | 'en') => { message: string; hint: string },
): Stop {
  return new Stop(say(intakeWordsOf('zh'), 'zh'), say(intakeWordsOf('en'), 'en'));
}

const unreadable = (shown: string, code: string): Stop =>
  intakeStop((words, language) => ({
    message: words.unreadable(shown, systemFault(code)[language]),
    hint: words.unreadableFix,
  }));

/** The bytes of a workbook; only the first of one that is too large, which its reader then refuses. */
export async function readBytes(path: string, shown: string): Promise<Uint8Array> {
  const failed = (error: NodeJS.ErrnoException): never => {
    throw unreadable(shown, error.code ?? '');
  };
  const known = await stat(path).catch(failed);
  if (!known.isFile()) throw unreadable(shown, known.isDirectory() ? 'EISDIR' : 'not a regular file');
  if (known.size > largestFile) return new Uint8Array(largestFile + 1);
  return new Uint8Array(await readFile(path).catch(failed));
}

/** What stands at a path; nothing when there is none. */
export const standing = (path: string): Promise<Uint8Array | undefined> =>
  readFile(path).then(
    (bytes) => new Uint8Array(bytes),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw unreadable(path, error.code ?? '');
    },
  );

/** Writes a file; false when the same bytes stand there. Throws a Stop for another file, unless `force`. */
export async function writeBytes(
  path: string,
  bytes: Uint8Array | string,
  shown: string,
  force: boolean,
): Promise<boolean> {
  const before = await standing(path);
  if (before !== undefined && Buffer.compare(before, Buffer.from(bytes)) === 0) return false;
  if (before !== undefined && !force) throw taken(shown);
  await writeWhole(path, bytes).catch((error: NodeJS.ErrnoException) => {
    throw intakeStop((words, language) => ({
      message: words.unwritable(shown, systemFault(error.code ?? '')[language]),
      hint: words.unwritableFix,
    }));
  });
  return true;
}

export const taken = (shown: string): Stop =>
  intakeStop((words) => ({ message: words.taken(shown), hint: words.takenFix }));
