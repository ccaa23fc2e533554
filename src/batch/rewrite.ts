// Writes a dossier anew in place: whole or not at all, with the file as it was beside it.
import { copyFile, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Stop } from '../findings/stop.ts';
import { systemFault } from '../findings/system-fault.ts';

/** What is put behind the name of a file for its backup. */
const backup = '.bak';

/**
 * Replaces the content of a file that was read as `before`; gives the path of the backup. Throws a Stop when the file
 * has changed since, or cannot be written; then it is as it was.
 */
export async function rewrite(path: string, before: Uint8Array, after: Uint8Array, shown: string): Promise<string> {
  const failed = (error: NodeJS.ErrnoException): never => {
    throw unwritable(shown, error.code ?? '');
  };
  // A link stays a link.
  const file = await realpath(path).catch(failed);
  const { mode } = await stat(file).catch(failed);
  // A rename would replace a file that may not be written all the same.
  await (await open(file, 'r+').catch(failed)).close();
  if (Buffer.compare(await readFile(file).catch(failed), before) !== 0) throw changed(shown);
  const fresh = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    const handle = await open(fresh, 'wx', mode).catch(failed);
    try {
      await handle.writeFile(after);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await copyFile(file, `${file}${backup}`);
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    if (error instanceof Stop) throw error;
    return failed(error as NodeJS.ErrnoException);
  }
  return `${shown}${backup}`;
}

const unwritable = (path: string, code: string): Stop =>
  new Stop(
    {
      message: `不能写入 ${path}（${systemFault(code).zh}），没有改动`,
      hint: '核对文件和文件夹的权限，或是否被其他程序占用。',
    },
    {
      message: `cannot write ${path} (${systemFault(code).en}); nothing was changed`,
      hint: 'Check permissions, and whether another program holds it.',
    },
  );

const changed = (path: string): Stop =>
  new Stop(
    { message: `${path} 在运行期间被改动过，没有写入`, hint: '在编辑器中保存后，再运行一次。' },
    {
      message: `${path} was changed during the run; nothing was written`,
      hint: 'Save it in the editor and run again.',
    },
  );
