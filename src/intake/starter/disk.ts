// Lists and copies the files that a starter takes up: nothing that exists is ever written over.
import { basename, extname, join } from 'node:path';
import { isSystemFile } from '../../attachments/names.ts';
import { codeOf } from '../../files/fault.ts';
import { membersOf } from '../../files/folder.ts';
import { inspectPdf } from '../../files/pdf/inspect.ts';
import { digestFile, piecesIn, readPlain } from '../../files/read.ts';
import { writeWhole } from '../../files/write.ts';

/** Folders below which nothing is looked for, and how many files are looked at. */
const deepest = 6;
const most = 1000;

/** Paths below a folder with `/`, sorted; what a system or this program put there is left out. */
export async function filesIn(folder: string, depth = 0): Promise<readonly string[]> {
  const members = [...(await membersOf(folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
  const paths: string[] = [];
  for (const { name, kind } of members) {
    if (name.startsWith('.') || isSystemFile(name) || paths.length >= most) continue;
    if (kind === 'folder' && depth < deepest)
      for (const one of (await filesIn(join(folder, name), depth + 1)).map((one) => `${name}/${one}`)) paths.push(one);
    else if (kind === 'file') paths.push(name);
  }
  return paths.slice(0, most);
}

/**
 * Copies a file into a folder of a dossier under its own name; a name that is taken by other bytes gets `-2`. Gives the
 * name. No link leads out of the dossier's folder. Throws a FileFault.
 */
export async function copyInto(file: string, folder: string, dossier: string): Promise<string> {
  const end = extname(file);
  const stem = basename(file, end);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${stem}${end}` : `${stem}-${number}${end}`;
    const target = join(folder, name);
    try {
      await writeWhole(target, piecesIn(file), { over: false, within: dossier });
      return name;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      const theirs = await digestFile(target).catch(() => undefined);
      if (theirs === (await digestFile(file))) return name;
    }
  }
}

/** Larger ones are not searched for words. */
const searchedBytes = 20_000_000;

/** Whether the text of a PDF has a word; of any other file nothing is known. */
export async function mentions(file: string, word: string): Promise<boolean> {
  if (extname(file).toLowerCase() !== '.pdf') return false;
  const bytes = await readPlain(file, searchedBytes).catch((error: unknown) => {
    if (codeOf(error) === 'too large') return undefined;
    throw error;
  });
  if (bytes === undefined) return false;
  const report = await inspectPdf(new Uint8Array(bytes), { wanted: { name: word }, leastSide: 0, deep: false });
  return report.is === 'opened' && report.mentions === 'name';
}
