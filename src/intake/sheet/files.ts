// The files that `zjtx sheet` reads and writes: a workbook never replaces another file unless that is asked for.
import { dirname } from 'node:path';
import { safeStem } from '../../attachments/names.ts';
import { codeOf } from '../../files/fault.ts';
import { isNothing } from '../../files/folder.ts';
import { readPlain } from '../../files/read.ts';
import { finish, makeFolder } from '../../files/temporary.ts';
import { writeWhole } from '../../files/write.ts';
import { Stop, type StopCode } from '../../findings/stop.ts';
import { cannotRead, cannotWrite } from '../../findings/system-stop.ts';
import { type IntakeWords, intakeWords } from '../../words/intake.ts';
import { largestFile } from './workbook.ts';

/** A Stop of this folder in both languages. */
export function intakeStop(
  code: StopCode,
  say: (words: IntakeWords, language: 'zh' | 'en') => { message: string; hint: string },
): Stop {
  return new Stop(code, say(intakeWords('zh'), 'zh'), say(intakeWords('en'), 'en'));
}

/** What is read is a workbook, or what stands in the place of one. */
const unreadable = (shown: string, error: unknown): Stop => cannotRead(shown, error, { zh: '', en: '' });

/** The bytes of a workbook; as many, all empty, of one that is too large, which its reader then refuses. */
export async function readBytes(path: string, shown: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readPlain(path, largestFile));
  } catch (error) {
    if (codeOf(error) === 'too large') return new Uint8Array(largestFile + 1);
    throw unreadable(shown, error);
  }
}

/** Of what is larger nothing of ours is the like, in bytes. */
const mostStandingBytes = 64 * 1024 * 1024;

/** What stands at a path, empty when it is too large; nothing when there is none. */
export const standing = (path: string): Promise<Uint8Array | undefined> =>
  readPlain(path, mostStandingBytes).then(
    (bytes) => new Uint8Array(bytes),
    (error: unknown) => {
      if (isNothing(error)) return undefined;
      if (codeOf(error) === 'too large') return new Uint8Array();
      throw unreadable(path, error);
    },
  );

/**
 * Writes a file; false when the same bytes stand there. Folders as far as `within` are made, and no link below it leads
 * out. Throws a Stop for another file, unless `force`.
 */
export async function writeBytes(
  path: string,
  bytes: Uint8Array | string,
  shown: string,
  force: boolean,
  within: string = dirname(path),
): Promise<boolean> {
  const before = await standing(path);
  if (before !== undefined && Buffer.compare(before, Buffer.from(bytes)) === 0) return false;
  if (before !== undefined && !force) throw taken(shown);
  await writeWhole(path, bytes, { over: force, within }).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') throw taken(shown);
    throw cannotWrite(shown, error);
  });
  return true;
}

/** Makes a folder below another, into which no link leads out of it. Throws a Stop. */
export async function makeInside(folder: string, within: string, shown: string): Promise<void> {
  const made = await makeFolder(folder, within).catch((error: unknown) => {
    throw cannotWrite(shown, error);
  });
  finish(made);
}

export const taken = (shown: string): Stop =>
  intakeStop('sheet-exists', (words) => ({ message: words.taken(shown), hint: words.takenFix }));

/** The name as a file may have it; one that is taken gets `-2`. */
export function fileName(name: string, taken: Set<string>): string {
  const safe = safeStem(name);
  let made = safe;
  for (let count = 2; taken.has(made.toLowerCase()); count += 1) made = `${safe}-${count}`;
  taken.add(made.toLowerCase());
  return made;
}
