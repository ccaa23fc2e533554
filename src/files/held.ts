// What Windows does with a file that another program holds: waited for a moment, and told from one that may not be written.
import { open, rename, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { codeOf, faultOf } from './fault.ts';
import { allBelow, entryAt, stands } from './folder.ts';

/** What Windows says of a name that a virus scanner or an indexer looks at just now, and of one that a person has open. */
const holding: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES', 'ENOTEMPTY']);

/** How long is waited before each further try, in ms: one and a half seconds in all. */
const waits = [50, 100, 200, 400, 750];

const isWindows = (): boolean => process.platform === 'win32';

/** Whether a step on Windows fails for what another program does just now. */
export const isHolding = (error: unknown): boolean => isWindows() && holding.has(codeOf(error));

/** Takes a step that a scanner may keep from being taken just now. Throws a FileFault. */
async function patiently(step: () => Promise<void>): Promise<void> {
  for (const wait of isWindows() ? waits : []) {
    try {
      return await step();
    } catch (error) {
      if (!holding.has(codeOf(error))) throw error;
    }
    await setTimeout(wait);
  }
  return step();
}

/** Whether a plain file can be written now, is held by a program, or may not be written by this user. */
async function writingOf(path: string): Promise<'free' | 'held' | 'forbidden'> {
  try {
    await (await open(path, 'r+')).close();
    return 'free';
  } catch (error) {
    return codeOf(error) === 'EBUSY' ? 'held' : 'forbidden';
  }
}

const plainBelow = async (folder: string): Promise<readonly string[]> =>
  (await allBelow(folder).catch(() => [])).filter(({ plain }) => plain).map(({ path }) => `${folder}/${path}`);

/**
 * Throws a FileFault, `EBUSY`, when a program of Windows holds a file below a folder: Windows does not let such a folder
 * be moved, but shares on other systems do, and the program would go on writing into what has another name.
 */
export async function assertNotHeld(folder: string): Promise<void> {
  if (!isWindows()) return;
  await patiently(async () => {
    for (const file of await plainBelow(folder))
      if ((await writingOf(file)) === 'held') throw faultOf('EBUSY', 'rename', file);
  });
}

/** The file that another program holds at or below a path; the path itself when all of it may be written, and yet not moved. */
async function heldAt(path: string): Promise<string | undefined> {
  const found = await entryAt(path).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isDirectory()) return (await writingOf(path)) === 'forbidden' ? undefined : path;
  let all: string | undefined = path;
  for (const file of await plainBelow(path)) {
    const writing = await writingOf(file);
    if (writing === 'held') return file;
    if (writing === 'forbidden') all = undefined;
  }
  return all;
}

/**
 * Gives what stands at a path another name, over a plain file that has it. Throws a FileFault: `EBUSY` with the path of
 * the file that another program holds, where Windows only says that it forbids the step.
 */
export async function moveTo(path: string, target: string): Promise<void> {
  try {
    await patiently(() => rename(path, target));
  } catch (error) {
    if (!isHolding(error)) throw error;
    const held = await heldAt((await stands(target)) ? target : path);
    throw held === undefined ? error : faultOf('EBUSY', 'rename', held);
  }
}

/** Removes what stands at a path, if anything does. Throws a FileFault. */
export const removeAll = (path: string): Promise<void> => patiently(() => rm(path, { recursive: true, force: true }));
