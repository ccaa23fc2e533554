// Finds the dossiers that a command is given: files, folders searched for dossier.yaml, globs, or standard input.

import { basename, dirname, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { DossierFile } from '../assess.ts';
import { mostRead } from '../document/read.ts';
import { codeOf, isFileFault, Refused } from '../files/fault.ts';
import { isNothing, listing, realPath, type Seen, see, seen } from '../files/folder.ts';
import { readPlain } from '../files/read.ts';
import { isBelow } from '../files/write.ts';
import { Stop } from '../findings/stop.ts';
import { readFault } from '../findings/system-stop.ts';
import { rootFinder } from './config.ts';

/** The name that folders are searched for. */
const dossierName = 'dossier.yaml';

/** Where a dossier stands; it is read when its turn comes, so that memory stays flat. */
export type Found = {
  readonly folder: string;
  /** The folder as the caller would write it, `.` for the working folder. */
  readonly shown: string;
  readonly file: string;
};

const withSlashes = (path: string): string => path.split(sep).join('/');

const isGlob = (path: string): boolean => /[*?[\]{}]/.test(path);

/** What the arguments name: dossiers, and what was not found. */
export type Search = { readonly found: readonly Found[]; readonly missing: readonly Stop[] };

/**
 * Dossiers in the order of the arguments, each once; inside a folder or a glob sorted by path. An argument that names
 * none keeps no other from being searched.
 */
export async function findDossiers(paths: readonly string[], cwd: string): Promise<Search> {
  const found = new Map<string, Found>();
  const missing: Stop[] = [];
  for (const path of paths.length > 0 ? paths : ['.']) {
    const before = missing.length;
    const files = await expand(path, cwd, missing);
    if (files.length === 0 && missing.length === before) missing.push(noneIn(path));
    for (const file of files) found.set(file, asFound(file, cwd));
  }
  return { found: [...found.values()], missing };
}

/** The folder that all the arguments stand in; what they match is not looked at. */
export async function commonFolder(paths: readonly string[], cwd: string): Promise<string> {
  const folders = await Promise.all(
    (paths.length > 0 ? paths : ['.']).map(async (path) => {
      const absolute = resolve(cwd, isGlob(path) ? picomatch.scan(withSlashes(path)).base : path);
      return (await isFolder(absolute)) ? absolute : dirname(absolute);
    }),
  );
  return folders.reduce((common, folder) => {
    let at = common;
    while (relative(at, folder).startsWith('..') && dirname(at) !== at) at = dirname(at);
    return at;
  });
}

const isFolder = async (path: string): Promise<boolean> =>
  see(path).then(
    ({ kind }) => kind === 'folder',
    () => false,
  );

const shownFrom = (folder: string, cwd: string): string => {
  const inside = relative(cwd, folder);
  const shown = inside.startsWith('..') ? folder : inside;
  return shown === '' ? '.' : withSlashes(shown);
};

const asFound = (file: string, cwd: string): Found => {
  const folder = dirname(file);
  return { folder, shown: shownFrom(folder, cwd), file: basename(file) };
};

/** Absolute files for one argument; what of it cannot be looked at is added to `missing`. */
async function expand(path: string, cwd: string, missing: Stop[]): Promise<readonly string[]> {
  const absolute = resolve(cwd, path);
  const none = (stop: Stop): readonly string[] => {
    missing.push(stop);
    return [];
  };
  const faults = new Map<string, string>();
  const search = (folder: string) => below(folder, [`**/${dossierName}`], faults);
  const told = (files: readonly string[]): readonly string[] => {
    for (const [folder, code] of faults) missing.push(unreadable(shownFrom(folder, cwd), code));
    return files;
  };
  let known: Seen | undefined;
  try {
    known = await seen(absolute);
  } catch (error) {
    return none(isFileFault(error) ? unreadable(path, codeOf(error)) : notThere(path));
  }
  if (known?.kind === 'file') return [absolute];
  if (known?.kind === 'folder') return told(await search(absolute));
  if (known !== undefined) return none(unreadable(path, 'not a regular file'));
  if (!isGlob(path)) return none(path.includes('\ufffd') ? unreadable(path, 'name not UTF-8') : notThere(path));
  const matched = await below(cwd, [withSlashes(path)], faults, false);
  const files: string[][] = [];
  for (const match of matched) files.push((await isFolder(match)) ? await search(match) : [match]);
  return told([...new Set(files.flat())].filter((file) => /\.ya?ml$/.test(file)).sort());
}

/** A folder that cannot be listed is noted in `faults`, with why: what it holds was not looked for. */
async function below(
  cwd: string,
  patterns: string[],
  faults: Map<string, string>,
  onlyFiles = true,
): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const fs = listing((folder, error) => {
    const path = resolve(folder);
    if (path.includes('\ufffd')) faults.set(path, 'name not UTF-8');
    else if (!isNothing(error)) faults.set(path, codeOf(error));
  });
  const ignore = ['**/node_modules/**', '**/.*/**'];
  const files = await glob(patterns, {
    cwd,
    absolute: true,
    onlyFiles,
    followSymbolicLinks: false,
    ignore,
    expandDirectories: false,
    fs,
  });
  const paths = files.map((file) => resolve(file)).sort();
  const copies = await Promise.all(paths.map((file) => dirname(file) !== cwd && isInBundle(file)));
  return paths.filter((_, index) => !copies[index]);
}

/** Whether it is the copy of a dossier in an unpacked bundle: no dossier to work on. */
const isInBundle = async (file: string): Promise<boolean> =>
  basename(dirname(file)) === 'data' &&
  basename(file) === dossierName &&
  (await see(resolve(file, '../../bagit.txt')).then(
    ({ kind }) => kind === 'file',
    () => false,
  ));

const notThere = (path: string): Stop =>
  new Stop(
    { message: `找不到 ${path}`, hint: '核对路径；文件夹中的材料应名为 dossier.yaml。' },
    { message: `cannot find ${path}`, hint: 'Check the path; in a folder the dossier is named dossier.yaml.' },
  );

const noneIn = (path: string): Stop =>
  new Stop(
    {
      message: `${path} 中没有申报材料，什么也没有检查`,
      hint: '材料文件应名为 dossier.yaml；也可以直接写出文件路径。',
    },
    {
      message: `no dossier in ${path}: nothing was checked`,
      hint: 'A dossier is named dossier.yaml; or give the path of the file itself.',
    },
  );

/** Reads a dossier. Throws a Stop when it cannot be read. */
export async function readDossier(found: Found, findRoot: FindRoot): Promise<DossierFile> {
  const { folder, shown, file } = found;
  const root = await findRoot(folder);
  const name = shown === '.' ? file : `${shown}/${file}`;
  const bytes = await readInside(resolve(folder, file), root).catch((error: unknown) => {
    throw unreadable(name, codeOf(error));
  });
  return { folder, shown, file, bytes, root };
}

/** A link that leads out of the root is not followed: a bundle holds the dossier to the letter. */
async function readInside(path: string, root: string): Promise<Uint8Array> {
  const file = await realPath(path);
  if (!isBelow(file, await realPath(root))) throw new Refused('link', path);
  return readPlain(file, mostRead, { plainName: true });
}

/** Gives the folder below which the dossiers of a folder may name files. */
type FindRoot = (folder: string) => Promise<string>;

const unreadable = (path: string, code: string): Stop =>
  new Stop(
    ...readFault(
      path,
      code,
      { zh: '', en: '' },
      {
        zh: '核对路径；材料应是普通文件。',
        en: 'Check the path; a dossier is a plain file.',
      },
    ),
  );

/** A dossier from standard input; its files are looked for below the working folder. */
export async function stdinDossier(bytes: Uint8Array, cwd: string, findRoot: FindRoot): Promise<DossierFile> {
  return { folder: cwd, shown: '.', file: '-', bytes, root: await findRoot(cwd) };
}

/**
 * The dossiers that paths name: files, folders searched for `dossier.yaml`, globs; relative ones start from `cwd`.
 * Throws a Stop for a path that names none, and for a dossier that cannot be read.
 */
export async function* dossiersIn(paths: readonly string[], cwd: string): AsyncGenerator<DossierFile> {
  const { found, missing } = await findDossiers(paths, cwd);
  for (const stop of missing) throw stop;
  const findRoot = rootFinder();
  for (const one of found) yield await readDossier(one, findRoot);
}
