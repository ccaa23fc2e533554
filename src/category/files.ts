// Finds the files of definitions below the program's own folder and further ones.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mostRead } from '../document/read.ts';
import { allBelow } from '../files/folder.ts';
import { readPlain } from '../files/read.ts';
import { schemasUnreadable } from './fault-stop.ts';
import { digest } from './prebuilt.ts';

/** The definitions that come with the program. */
const shipped = fileURLToPath(new URL('../../schemas/', import.meta.url));

/** `shown`: its name in findings; `schemas/…` of the program's own. */
export type File = { readonly path: string; readonly shown: string };

/** By what a definition, or what it extends, is named: `jiangsu/2021/product`. */
export type Files = {
  readonly files: ReadonlyMap<string, File>;
  readonly lists: ReadonlyMap<string, File>;
  readonly facts: readonly File[];
};

/** Those of the program, then those of the folders: the same name in a later one replaces the earlier. Throws a Stop. */
export async function filesIn(folders: readonly string[]): Promise<Files> {
  const files = new Map<string, File>();
  const lists = new Map<string, File>();
  const facts: File[] = [];
  for (const folder of [shipped, ...folders]) {
    for (const path of await yamlFilesBelow(folder)) {
      const file = { path: join(folder, path), shown: folder === shipped ? `schemas/${path}` : join(folder, path) };
      if (path === 'facts.yaml') facts.push(file);
      else if (path.startsWith('lists/')) lists.set(path.slice('lists/'.length, -'.yaml'.length), file);
      else files.set(path.slice(0, -'.yaml'.length), file);
    }
  }
  return { files, lists, facts };
}

/** Paths with `/`, sorted, so that no run depends on the order of the disk. Throws a Stop. */
async function yamlFilesBelow(folder: string): Promise<string[]> {
  const all = await allBelow(folder).catch((error: unknown) => {
    throw schemasUnreadable(folder, error);
  });
  return all.flatMap(({ path, plain }) => (plain && path.endsWith('.yaml') ? [path] : []));
}

/** Whether the files with these names are among them, with the content of these digests. */
export async function areOwn(
  { files, lists, facts }: Files,
  sources: Readonly<Record<string, string>>,
): Promise<boolean> {
  const byName = new Map([...files.values(), ...lists.values(), ...facts].map((file) => [file.shown, file.path]));
  for (const [name, sha256] of Object.entries(sources)) {
    const path = byName.get(name);
    // One that cannot be read is told of where it is opened.
    const bytes = path === undefined ? undefined : await readPlain(path, mostRead).catch(() => undefined);
    if (bytes === undefined || digest(bytes) !== sha256) return false;
  }
  return true;
}
