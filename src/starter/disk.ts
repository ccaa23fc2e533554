// Lists, copies and writes the files of a starter: nothing that exists is ever written over.
import { constants, copyFile, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { isSystemFile } from '../attachments/names.ts';
import { inspectPdf } from '../pdf/inspect.ts';

/** Folders below which nothing is looked for, and how many files are looked at. */
const deepest = 6;
const most = 1000;

/** Paths below a folder with `/`, sorted; what a system or this program put there is left out. */
export async function filesIn(folder: string, depth = 0): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || isSystemFile(entry.name) || paths.length >= most) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < deepest)
      paths.push(...(await filesIn(path, depth + 1)).map((one) => `${entry.name}/${one}`));
    else if (entry.isFile()) paths.push(entry.name);
  }
  return paths.slice(0, most);
}

/** The bytes of a file. */
export const bytesOf = (path: string): Promise<Uint8Array> => readFile(path);

/** Keeps a file as it is under another name. */
export const keepAs = (path: string, copy: string): Promise<void> => copyFile(path, copy);

/** Whether something stands there. */
export const exists = async (path: string): Promise<boolean> =>
  open(path).then(
    async (handle) => {
      await handle.close();
      return true;
    },
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );

/** Writes a file that is not there yet; false when it is. */
export async function writeFresh(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Writes a file whole or not at all, also over an older one. */
export async function writeWhole(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const fresh = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const handle = await open(fresh, 'w');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

/** Copies a file into a folder under its own name; a name that is taken by other bytes gets `-2`. Gives the name. */
export async function copyInto(file: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const end = extname(file);
  const stem = basename(file, end);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${stem}${end}` : `${stem}-${number}${end}`;
    try {
      await copyFile(file, join(folder, name), constants.COPYFILE_EXCL);
      return name;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const [ours, theirs] = await Promise.all([readFile(file), readFile(join(folder, name))]);
      if (ours.equals(theirs)) return name;
    }
  }
}

/** Larger ones are not searched for words. */
const searchedBytes = 20_000_000;

/** Whether the text of a PDF has a word; of any other file nothing is known. */
export async function mentions(file: string, word: string): Promise<boolean> {
  if (extname(file).toLowerCase() !== '.pdf') return false;
  const bytes = await readFile(file);
  if (bytes.length > searchedBytes) return false;
  const report = await inspectPdf(new Uint8Array(bytes), { wanted: { name: word }, leastSide: 0, deep: false });
  return report.is === 'opened' && report.mentions === 'name';
}

/** Whether a path lies below a folder. */
export const isBelow = (path: string, folder: string): boolean => {
  const inside = relative(folder, path);
  return inside !== '' && !inside.startsWith('..') && !/^[A-Za-z]:|^\//.test(inside);
};
