// What an argument of a command line names: a file, a folder, or what a glob matches; no shell of Windows expands any.
import { basename, resolve, sep } from 'node:path';
import { codeOf, isFileFault } from '../files/fault.ts';
import { isNothing, membersOf, type Seen, see, seen, seenFrom } from '../files/folder.ts';
import { Stop } from '../findings/stop.ts';

/** What stands where an argument points; a glob as the folder it starts from and the rest of it. */
export type Named =
  | { readonly is: 'file'; readonly absolute: string }
  | { readonly is: 'folder'; readonly absolute: string }
  | { readonly is: 'other'; readonly code: string }
  | { readonly is: 'nothing' }
  | { readonly is: 'glob'; readonly folder: string; readonly rest: string };

/** Only the way in from a disk: a name may hold each of them, and then is taken as it stands. */
const isGlob = (part: string): boolean => /[*?[\]{}]/.test(part);

/** What stands at a path, links followed; nothing when that cannot be told. */
export const kindAt = (path: string): Promise<Seen['kind'] | undefined> =>
  see(path).then(
    ({ kind }) => kind,
    () => undefined,
  );

/** What an argument names. What is there is taken by its name, whatever signs the name holds. */
export async function look(path: string, cwd: string): Promise<Named> {
  const absolute = resolve(cwd, path);
  let found: Seen | undefined;
  try {
    found = await seen(absolute);
  } catch (error) {
    // Windows has no name with such signs, and says so in more than one way.
    if (!isGlob(path)) return isFileFault(error) ? { is: 'other', code: codeOf(error) } : { is: 'nothing' };
  }
  if (found?.kind === 'file' || found?.kind === 'folder') return { is: found.kind, absolute };
  if (found !== undefined) return { is: 'other', code: 'not a regular file' };
  const parts = path.split(sep).join('/').split('/');
  const upTo = (count: number): string => resolve(cwd, `${parts.slice(0, count).join('/')}${count > 0 ? '/' : ''}`);
  for (const [index, part] of parts.entries())
    if (isGlob(part) && (await kindAt(upTo(index + 1))) === undefined)
      return { is: 'glob', folder: upTo(index), rest: parts.slice(index).join('/') };
  return { is: 'nothing' };
}

type Below = { readonly files: readonly string[]; readonly faults: ReadonlyMap<string, string> };

/**
 * Absolute paths of what matches a glob below a folder, sorted; `faults` are the folders that cannot be listed, with why:
 * what they hold was not looked for.
 */
export async function below(
  folder: string,
  pattern: string,
  { folders = false, anyCase = process.platform === 'win32' }: { folders?: boolean; anyCase?: boolean } = {},
): Promise<Below> {
  const { default: picomatch } = await import('picomatch');
  const depth = pattern.includes('**') ? Number.POSITIVE_INFINITY : pattern.split('/').length;
  // A name may hold a line end, which a dot means only with `s`; a folder that it does not fit would be left out silently.
  const fits = picomatch(pattern.replace(/^!|[()]/g, '\\$&'), { flags: anyCase ? 'is' : 's', windows: false });
  const faults = new Map<string, string>();
  const files: string[] = [];
  const open: { readonly way: string; readonly level: number }[] = [{ way: '', level: 1 }];
  const list = async ({ way, level }: (typeof open)[number]): Promise<void> => {
    const at = resolve(folder, way);
    const members = await membersOf(at).catch((error: unknown) => {
      if (at.includes('\ufffd')) faults.set(at, 'name not UTF-8');
      else if (!isNothing(error)) faults.set(at, codeOf(error));
      return [];
    });
    for (const { name, kind } of members) {
      const path = way === '' ? name : `${way}/${name}`;
      const isFolder = kind === 'folder';
      if (isFolder && (name.startsWith('.') || name === 'node_modules')) continue;
      if ((folders || !isFolder) && fits(path)) files.push(resolve(folder, path));
      if (isFolder && level < depth) open.push({ way: path, level: level + 1 });
    }
  };
  while (open.length > 0) await Promise.all(open.splice(0, mostListed).map(list));
  return { files: files.sort(), faults };
}

/** Folders that are listed at a time. */
const mostListed = 16;

type Both = { readonly zh: string; readonly en: string };

/** Files of a kind, by how their names end. */
export type Wanted = { readonly ends: RegExp; readonly what: Both };

const aBundle: Both = { zh: '材料包（.zip）', en: 'bundle (.zip)' };

export const bundles: Wanted = { ends: /\.zip$/i, what: aBundle };
/** What is sent in place of one too: its reader says that it is none. */
export const parcels: Wanted = { ends: /\.(?:zip|rar|7z|tar|gz|tgz|z\d+|zip\.\d+)$/i, what: aBundle };
export const reports: Wanted = { ends: /\.json$/i, what: { zh: '报告（.json）', en: 'report (.json)' } };
export const workbooks: Wanted = { ends: /\.xlsx$/i, what: { zh: '工作簿（.xlsx）', en: 'workbook (.xlsx)' } };

/**
 * The files that arguments name, as the caller would write them: a folder stands for those of the kind that lie in it, a
 * glob for what it matches, and neither for a file that is there already. One that is named twice stays twice: whoever
 * wrote it meant another. What is not there, and a file of another kind, stays as given, for its reader to refuse;
 * `missing` says what holds none, `beside` what else lies right in a folder and was not taken.
 */
export async function expandFiles(
  paths: readonly string[],
  cwd: string,
  { ends, what }: Wanted,
): Promise<{
  readonly files: readonly string[];
  readonly missing: readonly Stop[];
  readonly beside: readonly string[];
}> {
  const files: string[] = [];
  const beside: string[] = [];
  const known = new Set<string>();
  const missing: Stop[] = [];
  const isWanted = (file: string): boolean => ends.test(file) && !basename(file).startsWith('~$');
  const inside = async (folder: string): Promise<readonly string[]> =>
    (await below(folder, '*')).files.filter(isWanted);
  const add = (absolute: string, shown: string): void => {
    files.push(shown);
    known.add(absolute);
  };
  for (const path of paths) {
    const named = await look(path, cwd);
    if (named.is !== 'folder' && named.is !== 'glob') {
      add(resolve(cwd, path), path);
      continue;
    }
    const matches = named.is === 'folder' ? [] : (await below(named.folder, named.rest, { folders: true })).files;
    const found = named.is === 'folder' ? [await inside(named.absolute)] : [];
    for (const match of matches)
      found.push((await kindAt(match)) === 'folder' ? await inside(match) : [match].filter(isWanted));
    const all = found.flat();
    // A folder under the name of such a file: its reader says so.
    if (all.length === 0 && named.is === 'folder' && ends.test(path)) add(named.absolute, path);
    else if (all.length === 0)
      missing.push(what === aBundle && (await isUnpacked(named)) ? unpacked(path) : noneIn(path, what));
    else if (named.is === 'folder') {
      const others = (await below(named.absolute, '*', { folders: true })).files.filter((one) => !all.includes(one));
      for (const one of others) if (!isCompanion(one, all)) beside.push(seenFrom(cwd, one));
    }
    for (const file of all) if (!known.has(file)) add(file, seenFrom(cwd, file));
  }
  return { files, missing, beside };
}

/** Whether it belongs to a bundle beside it: its signature, or its tree as `build --folder` writes it. */
const isCompanion = (path: string, bundles: readonly string[]): boolean =>
  bundles.includes(`${path}.zip`) || bundles.includes(path.replace(/\.minisig$/, ''));

/** Whether it is the tree of a bundle: what `build --folder` writes, and whoever unzips one has. */
const isUnpacked = async (named: Named): Promise<boolean> =>
  named.is === 'folder' &&
  (await kindAt(resolve(named.absolute, 'bagit.txt'))) === 'file' &&
  (await kindAt(resolve(named.absolute, 'data/assessment.json'))) === 'file';

const unpacked = (path: string): Stop =>
  new Stop(
    'nothing-in-folder',
    {
      message: `${path} 是解压后的材料包，没有核对：只有 zip 本身能核对`,
      hint: '写材料包的 zip；没有了的，用 zjtx build 由材料重新生成。只想知道文件有没有变，在这个文件夹里运行 sha256sum -c manifest-sha256.txt，那不说明结论成立。',
    },
    {
      message: `${path} is an unpacked bundle and was not verified: only the zip itself can be`,
      hint: 'Name the zip; where it is gone, zjtx build makes it again from the dossier. Whether files have changed, sha256sum -c manifest-sha256.txt tells in this folder; that the verdict holds it does not.',
    },
    { path },
  );

const noneIn = (path: string, what: Both): Stop =>
  new Stop(
    'nothing-in-folder',
    { message: `${path} 中没有${what.zh}`, hint: '核对路径；文件夹只看其中一层的文件。' },
    {
      message: `there is no ${what.en} in ${path}`,
      hint: 'Check the path; of a folder only the files right in it count.',
    },
    { path },
  );
