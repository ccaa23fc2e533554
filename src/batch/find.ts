// Finds the dossiers that a command is given: files, folders searched for dossier.yaml, globs, or standard input.
import { basename, dirname, resolve, sep } from 'node:path';
import type { DossierFile } from '../assess.ts';
import { mostRead } from '../document/read.ts';
import { Refused } from '../files/fault.ts';
import { isBelow, realPath, seenFrom } from '../files/folder.ts';
import { readPlain } from '../files/read.ts';
import { Stop } from '../findings/stop.ts';
import { cannotRead } from '../findings/system-stop.ts';
import { configName, rootFinder } from './config.ts';
import { below, kindAt, look, type Named } from './paths.ts';

/** The name that folders are searched for. */
const dossierName = 'dossier.yaml';

/** Where a dossier stands; it is read when its turn comes, so that memory stays flat. */
export type Found = {
  readonly folder: string;
  /** The folder as the caller would write it, `.` for the working folder. */
  readonly shown: string;
  readonly file: string;
};

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
    if (files.length === 0 && missing.length === before) missing.push(await noneAt(path, cwd));
    for (const file of files) found.set(file, asFound(file, cwd));
  }
  return { found: [...found.values()], missing };
}

/** The folder that all the arguments stand in; what they match is not looked at. */
export async function commonFolder(paths: readonly string[], cwd: string): Promise<string> {
  const folders = await Promise.all(
    (paths.length > 0 ? paths : ['.']).map(async (path) => {
      const named = await look(path, cwd);
      if (named.is === 'glob') return named.folder;
      return named.is === 'folder' ? named.absolute : dirname(resolve(cwd, path));
    }),
  );
  return folders.reduce((common, folder) => {
    let at = common;
    while (!isBelow(folder, at) && dirname(at) !== at) at = dirname(at);
    return at;
  });
}

const shownFrom = (folder: string, cwd: string): string => seenFrom(cwd, folder).split(sep).join('/');

const asFound = (file: string, cwd: string): Found => {
  const folder = dirname(file);
  return { folder, shown: shownFrom(folder, cwd), file: basename(file) };
};

/** Absolute files for one argument; what of it cannot be looked at is added to `missing`. */
async function expand(path: string, cwd: string, missing: Stop[]): Promise<readonly string[]> {
  const named = await look(path, cwd);
  const none = (stop: Stop): readonly string[] => {
    missing.push(stop);
    return [];
  };
  if (named.is === 'file') {
    const { dossier, folder } = await owner(named.absolute);
    if (folder !== undefined) return expand(folder, cwd, missing);
    return dossier === undefined ? none(ownerless(path)) : [dossier];
  }
  if (named.is === 'other') return none(unreadable(path, named.code));
  if (named.is === 'nothing')
    return none(path.includes('\ufffd') ? unreadable(path, 'name not UTF-8') : notThere(path));
  const search = async (folder: string): Promise<readonly string[]> => {
    const { files, faults } = await below(folder, '**/*{dossier,ｄｏｓｓｉｅｒ}*', { anyCase: true });
    for (const [at, code] of faults) missing.push(unreadable(shownFrom(at, cwd), code));
    return inFolder(await withoutCopies(files, folder), cwd, missing);
  };
  const before = missing.length;
  const found = named.is === 'folder' ? await search(named.absolute) : await inGlob(named, cwd, search, missing);
  // Somebody may have given it a name of their own, which is no dossier's.
  if (found.length === 0 && missing.length === before && named.is === 'folder') {
    const { files } = await below(named.absolute, '**/*.{yaml,yml,yaml.txt,yml.txt}', { anyCase: true });
    const own = (await withoutCopies(files, named.absolute)).filter((file) => basename(file) !== configName);
    if (own.length > 0) missing.push(misnamed(own.map((file) => seenFrom(cwd, file))));
  }
  return found;
}

const packed = /\.(?:zip|rar|7z)$/i;

/** By which a file is no text, and so no dossier. */
const paper = /\.(?:pdf|ofd|jpe?g|png|bmp|tiff?|gif|webp|heic|zip|rar|7z|docx?|wps|xlsx?|et|pptx?|dps|mp4|dwg)$/i;

/**
 * What a file stands for: itself, if it is a dossier by its ending; a configuration for the dossiers below it; another the
 * dossier that it lies beside or below. One that may be a dossier under a name of its own, and lies beside none, is it.
 */
async function owner(file: string): Promise<{ readonly dossier?: string; readonly folder?: string }> {
  if (basename(file) === configName) return { folder: dirname(file) };
  if (/\.ya?ml(?:\.txt)?$/i.test(file) || isMeant(basename(file))) return { dossier: file };
  for (let at = dirname(file); ; at = dirname(at)) {
    const dossier = resolve(at, dossierName);
    if ((await kindAt(dossier)) === 'file' && !(await isInBundle(dossier))) return { dossier };
    // Above the repository of the file nothing is its own.
    if (dirname(at) === at || (await kindAt(resolve(at, '.git'))) !== undefined)
      return paper.test(file) ? {} : { dossier: file };
  }
}

async function inGlob(
  glob: Extract<Named, { is: 'glob' }>,
  cwd: string,
  search: (folder: string) => Promise<readonly string[]>,
  missing: Stop[],
): Promise<readonly string[]> {
  const { files: matched, faults } = await below(glob.folder, glob.rest, { folders: true });
  for (const [at, code] of faults) missing.push(unreadable(shownFrom(at, cwd), code));
  const files: (readonly string[])[] = [];
  for (const match of await withoutCopies(matched, cwd))
    files.push((await kindAt(match)) === 'folder' ? await search(match) : [match]);
  return [...new Set(files.flat())].filter((file) => /\.ya?ml$/i.test(file)).sort();
}

/** The dossiers among files of which each has a dossier in its name; one whose name is only meant so is added to `missing`. */
function inFolder(files: readonly string[], cwd: string, missing: Stop[]): readonly string[] {
  const right = files.filter((file) => basename(file) === dossierName);
  const folders = new Set(right.map((file) => dirname(file)));
  for (const file of files)
    if (!folders.has(dirname(file)) && isMeant(basename(file))) missing.push(misnamed([seenFrom(cwd, file)]));
  return right;
}

/** Whether a file name is that of a dossier but for its case, its width, or what an editor has put behind it. */
const isMeant = (name: string): boolean =>
  /^dossier(?:\.ya?ml)+(?:\.txt)?$/.test(name.normalize('NFKC').replace(/。/g, '.').replace(/\s/g, '').toLowerCase());

/** Files that are no copies in a bundle, but for one right in the folder that was named. */
async function withoutCopies(files: readonly string[], named: string): Promise<readonly string[]> {
  const copies = await Promise.all(files.map((file) => dirname(file) !== named && isInBundle(file)));
  return files.filter((_, index) => !copies[index]);
}

/** Whether it is the copy of a dossier in an unpacked bundle: no dossier to work on. */
const isInBundle = async (file: string): Promise<boolean> =>
  basename(dirname(file)) === 'data' &&
  basename(file) === dossierName &&
  (await kindAt(resolve(file, '../../bagit.txt'))) === 'file';

const notThere = (path: string): Stop =>
  new Stop(
    'path-missing',
    { message: `找不到 ${path}`, hint: '核对路径；文件夹中的材料应名为 dossier.yaml。' },
    { message: `cannot find ${path}`, hint: 'Check the path; in a folder the dossier is named dossier.yaml.' },
    { path },
  );

const ownerless = (path: string): Stop =>
  packed.test(path)
    ? noneIn(path, 'packed')
    : new Stop(
        'no-dossier',
        {
          message: `${path} 不是申报材料，它所在的和上级的文件夹里也没有 dossier.yaml`,
          hint: '写材料文件或文件夹；写附件的，附件要在材料的文件夹里。',
        },
        {
          message: `${path} is not a dossier, and there is no dossier.yaml beside it or above it`,
          hint: 'Name a dossier or a folder; an attachment has to lie below the folder of its dossier.',
        },
        { path },
      );

/** What lies in place of dossiers: nothing, a zip and the like, which is named, or what somebody has unpacked of a bundle. */
type Instead = 'nothing' | 'packed' | 'unpacked';

const insteadZh = {
  nothing: ['中没有申报材料，什么也没有检查', '材料文件应名为 dossier.yaml；也可以直接写出文件路径。'],
  packed: [
    '是压缩包，不是申报材料，什么也没有检查',
    '收到的材料包用 zjtx verify 核对，两份用 zjtx diff 比较；别的先解压，再写其中的材料文件夹。',
  ],
  unpacked: [
    '是解压后的材料包，不是申报材料，什么也没有检查',
    '用 zjtx verify 核对它的 zip，或用 zjtx diff 比较两份；要改的，改原来的材料。',
  ],
} as const;

const insteadEn = {
  nothing: [
    'has no dossier in it: nothing was checked',
    'A dossier is named dossier.yaml; or give the path of the file itself.',
  ],
  packed: [
    'is packed and no dossier: nothing was checked',
    'Verify a bundle with zjtx verify, compare two with zjtx diff; unpack anything else, and name the folder of the dossier in it.',
  ],
  unpacked: [
    'is an unpacked bundle and no dossier: nothing was checked',
    'Verify its zip with zjtx verify, or compare two with zjtx diff; what is to be changed is the dossier that it was built from.',
  ],
} as const;

function noneIn(path: string, instead: Instead): Stop {
  const [[zh, hintZh], [en, hintEn]] = [insteadZh[instead], insteadEn[instead]];
  return new Stop(
    'no-dossier',
    { message: `${path} ${zh}`, hint: hintZh },
    { message: `${path} ${en}`, hint: hintEn },
    { path },
  );
}

/** Of a folder without dossiers, or of anything else that names none. */
async function noneAt(path: string, cwd: string): Promise<Stop> {
  const named = await look(path, cwd);
  if (named.is !== 'folder') return noneIn(path, 'nothing');
  const { files } = await below(named.absolute, '**/*');
  const bag = files.find((file) => basename(file) === 'bagit.txt');
  if (bag !== undefined) return noneIn(shownFrom(dirname(bag), cwd), 'unpacked');
  const [first] = files.filter((file) => packed.test(file));
  // Beside other papers a rar is one of these, and what lacks is the dossier.
  const isOnly = files.every((file) => packed.test(file) || /\.(?:minisig|txt)$/i.test(file));
  return first === undefined || !isOnly ? noneIn(path, 'nothing') : noneIn(seenFrom(cwd, first), 'packed');
}

const mostNamed = 3;

const misnamed = (files: readonly string[]): Stop => {
  const shown = files.slice(0, mostNamed);
  const more = files.length - shown.length;
  return new Stop(
    'dossier-misnamed',
    {
      message: `找到 ${shown.join('、')}${more > 0 ? ` 等 ${files.length} 个文件` : ''}：是申报材料的，请改名为 ${dossierName}`,
      hint: 'Windows 默认不显示扩展名：先在资源管理器的“查看”中勾选“文件扩展名”，再改名；也可以直接写出文件路径。',
    },
    {
      message: `found ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}: rename what is a dossier to ${dossierName}`,
      hint: 'Windows hides extensions: have the Explorer show them first (View, File name extensions); or give the path of the file itself.',
    },
    { path: files[0] ?? '' },
  );
};

/** Reads a dossier. Throws a Stop when it cannot be read. */
export async function readDossier(found: Found, findRoot: FindRoot): Promise<DossierFile> {
  const { folder, shown, file } = found;
  const root = await findRoot(folder);
  const name = shown === '.' ? file : `${shown}/${file}`;
  const bytes = await readInside(resolve(folder, file), root).catch((error: unknown) => {
    throw unreadable(name, error);
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

const unreadable = (path: string, error: unknown): Stop =>
  cannotRead(
    path,
    error,
    { zh: '', en: '' },
    { zh: '核对路径；材料应是普通文件。', en: 'Check the path; a dossier is a plain file.' },
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
