// Writes a dossier anew in place: whole or not at all, with the file as it was beside it, under a name that nothing has.
import { dirname, join, relative, sep } from 'node:path';
import { mostRead } from '../document/read.ts';
import { codeOf } from '../files/fault.ts';
import { isBelow, realPath } from '../files/folder.ts';
import { readPlain } from '../files/read.ts';
import { assertWritable, modeOf, writeWhole } from '../files/write.ts';
import { Stop } from '../findings/stop.ts';
import { cannotWrite } from '../findings/system-stop.ts';

/** The name of the first, second, third backup: `dossier.yaml.bak`, `dossier.yaml.bak-2`, `dossier.yaml.bak-3`. */
const backupOf = (path: string, number: number): string => `${path}.bak${number === 1 ? '' : `-${number}`}`;

/**
 * Keeps the content of a file beside it. A backup that is there stays, whoever made it, and is used again when it holds
 * the same; a link is never followed. Gives the path. Throws a FileFault.
 */
export async function keepBeside(path: string, bytes: Uint8Array, mode?: number): Promise<string> {
  for (let number = 1; ; number += 1) {
    const backup = backupOf(path, number);
    try {
      await writeWhole(backup, bytes, { over: false, ...(mode === undefined ? {} : { mode }) });
      return backup;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      const before = await readPlain(backup, bytes.length, { plainName: true }).catch(() => undefined);
      if (before?.equals(bytes) === true) return backup;
    }
  }
}

/**
 * Replaces the content of a file that was read as `before`; gives the path of the backup. Throws a Stop when the file
 * has changed since, cannot be written, or is a link out of its folder; then it is as it was.
 */
export const rewrite = (path: string, before: Uint8Array, after: Uint8Array, shown: string): Promise<string> =>
  replace({ path, before, after, shown }, async (file, folder, mode) => {
    const kept = await keepBeside(file, before, mode);
    return join(dirname(shown), relative(folder, kept)).split(sep).join('/');
  });

/** The same without a backup, for what has one already. */
export const rewriteAgain = (path: string, before: Uint8Array, after: Uint8Array, shown: string): Promise<void> =>
  replace({ path, before, after, shown }, async () => undefined);

type Replacing = {
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly shown: string;
};

async function replace<T>(
  { path, before, after, shown }: Replacing,
  first: (file: string, folder: string, mode: number) => Promise<T>,
): Promise<T> {
  try {
    const folder = await realPath(dirname(path));
    // A link stays a link.
    const file = await realPath(path);
    if (!isBelow(file, folder)) throw elsewhere(shown, file);
    const mode = await modeOf(file);
    // A rename would replace a file that may not be written all the same.
    await assertWritable(file);
    const unchanged = async (): Promise<void> => {
      if (!(await readPlain(file, mostRead, { plainName: true })).equals(before)) throw changed(shown);
    };
    await unchanged();
    const done = await first(file, folder, mode);
    await unchanged();
    await writeWhole(file, after, { over: true, mode });
    return done;
  } catch (error) {
    throw cannotWrite(shown, error);
  }
}

const elsewhere = (path: string, target: string): Stop =>
  new Stop(
    'link-elsewhere',
    {
      message: `${path} 是指向别处的链接，没有改动`,
      hint: `要改的是 ${target}：对它运行，或用普通文件替换链接。`,
    },
    {
      message: `${path} is a link that leads elsewhere; nothing was changed`,
      hint: `Run it on ${target}, or put a plain file in the place of the link.`,
    },
  );

const changed = (path: string): Stop =>
  new Stop(
    'changed-meanwhile',
    { message: `${path} 在运行期间被改动过，没有写入`, hint: '在编辑器中保存后，再运行一次。' },
    {
      message: `${path} was changed during the run; nothing was written`,
      hint: 'Save it in the editor and run again.',
    },
  );
