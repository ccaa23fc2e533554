// The files that a client has sent: from folders, zips and rars, each with its place there; and what is left out, and why.
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import { noteName } from '../../attachments/convention.ts';
import { extensionOf, isSystemFile } from '../../attachments/names.ts';
import { codeOf } from '../../files/fault.ts';
import { membersOf, realPath, see, seen } from '../../files/folder.ts';
import { piecesOf } from '../../files/pieces.ts';
import { blocksOf, unpackRar } from '../../files/rar/blocks.ts';
import { digestFile, withPlain } from '../../files/read.ts';
import { removeTemporary, temporaryFolder } from '../../files/temporary.ts';
import { fillNew } from '../../files/write.ts';
import { openZip, type Zip, type ZipEntry } from '../../files/zip/zip.ts';

/** A file as it was sent. */
export type Paper = {
  /** As the caller would write it; one in an archive below the archive's name. */
  readonly shown: string;
  /** Its name with the folders that it lay in, with `/`. */
  readonly inside: string;
  /** Where it can be read; for as long as `collect` lets it. */
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
};

/** `many`: the first of the files beyond those that are looked at; `deep`: a folder too far down; `large`: more than is unpacked; the rest as their names say. */
type LeftOut = {
  readonly shown: string;
  readonly why:
    | 'encrypted'
    | 'nested'
    | 'format'
    | 'broken'
    | 'volume'
    | 'unread'
    | 'link'
    | 'many'
    | 'deep'
    | 'large'
    | 'empty';
  /** Of the system, for what could not be read. */
  readonly code?: string;
};

export type Collected = {
  readonly papers: readonly Paper[];
  readonly leftOut: readonly LeftOut[];
  /** Files that a system or an office program puts everywhere. */
  readonly system: number;
};

/** Folders below which nothing is looked for; files in all; bytes that are unpacked in all, and of a rar at a time. */
const deepestFolders = 8;
const mostFiles = 2000;
const mostUnpacked = 2 * 1024 ** 3;
/** What a RAR may ask for beside it; packers ask for no more than their files are long. */
const mostDictionary = 256 * 1024 * 1024;

const archives: ReadonlySet<string> = new Set(['zip', 'rar']);
const unopened: ReadonlySet<string> = new Set(['7z', 'tar', 'gz', 'tgz', 'bz2', 'xz', 'iso', 'cab', 'arj', 'lzh']);
/** Parts of an archive that was split, all but the one that has its plain name: `.z01`, `.r00`, `.zip.001`. */
const isPart = (name: string): boolean => /\.(?:[rz]\d\d|(?:zip|7z|rar)\.\d{3})$/iu.test(name);

/** What this program itself has put beside papers. */
const isOurs = (name: string): boolean =>
  /^dossier\.yaml|\.(?:ya?ml|bak(?:-\d+)?|md)$/u.test(name) || name === noteName;
const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX') || isSystemFile(basename(path));

type Found = { papers: Paper[]; leftOut: LeftOut[]; system: number; unpacked: number; full: boolean };

/** A place to look at: `shown` as the caller wrote it. */
export type Source = { readonly path: string; readonly shown: string };

/**
 * Calls `use` with all files of the sources; what was unpacked is removed afterwards. `isPaper` tells of a rar in a
 * folder whether it is a paper by itself, which then stays whole.
 */
export async function withPapers<T>(
  sources: readonly Source[],
  isPaper: (name: string) => boolean,
  use: (collected: Collected) => Promise<T>,
): Promise<T> {
  const temporary = await temporaryFolder(tmpdir());
  const found: Found = { papers: [], leftOut: [], system: 0, unpacked: 0, full: false };
  try {
    for (const source of sources) await collect(source, found, temporary, isPaper);
    return await use(found);
  } finally {
    await removeTemporary(temporary);
  }
}

async function collect(
  source: Source,
  found: Found,
  temporary: string,
  isPaper: (name: string) => boolean,
): Promise<void> {
  const at = await seen(source.path);
  if (at?.kind === 'folder')
    return inFolder({ ...source, path: await realPath(source.path) }, '', found, temporary, isPaper, 0);
  if (at !== undefined) return one(source, basename(source.path), found, temporary, () => false);
  // A path into an archive: `资料.zip/审计报告.pdf`.
  const archive = await archiveAbove(source);
  if (archive === undefined) await see(source.path);
  else await unpack(archive, found, temporary, archive.inner);
}

/** The archive that a path leads into, and the way inside of it. */
async function archiveAbove({ path, shown }: Source): Promise<(Source & { readonly inner: string }) | undefined> {
  const parts = path.split(sep);
  for (let end = parts.length - 1; end > 0; end -= 1) {
    const above = parts.slice(0, end).join(sep);
    if (!archives.has(extensionOf(basename(above))) || (await seen(above).catch(() => undefined))?.kind !== 'file')
      continue;
    const inner = parts.slice(end).join('/');
    return { path: above, shown: shown.slice(0, Math.max(0, shown.length - inner.length - 1)), inner };
  }
  return undefined;
}

async function inFolder(
  source: Source,
  way: string,
  found: Found,
  temporary: string,
  isPaper: (name: string) => boolean,
  depth: number,
): Promise<void> {
  const members = await membersOf(join(source.path, way));
  for (const { name, kind } of [...members].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = way === '' ? name : `${way}/${name}`;
    const here = {
      path: join(source.path, inside),
      shown: source.shown === '.' ? inside : `${source.shown}/${inside}`,
    };
    if (name.startsWith('.') || isSystemFile(name)) {
      if (kind === 'file') found.system += 1;
    } else if (kind === 'folder') {
      if (depth >= deepestFolders) found.leftOut.push({ shown: here.shown, why: 'deep' });
      else await inFolder(source, inside, found, temporary, isPaper, depth + 1);
    } else if (kind === 'other') found.leftOut.push({ shown: here.shown, why: 'link' });
    else if (!isOurs(name)) await one(here, inside, found, temporary, isPaper);
  }
}

/** One file: a paper, or an archive of some. */
async function one(
  source: Source,
  inside: string,
  found: Found,
  temporary: string,
  isPaper: (name: string) => boolean,
): Promise<void> {
  const name = basename(source.path);
  const extension = extensionOf(name);
  if (archives.has(extension) && !isPaper(name)) return unpack(source, found, temporary);
  if (unopened.has(extension)) return void found.leftOut.push({ shown: source.shown, why: 'format' });
  if (isPart(name)) return void found.leftOut.push({ shown: source.shown, why: 'volume' });
  try {
    const { kind, bytes } = await see(source.path);
    if (kind === 'file') add(found, { ...source, inside, name, bytes });
    else found.leftOut.push({ shown: source.shown, why: 'link' });
  } catch (error) {
    found.leftOut.push({ shown: source.shown, why: 'unread', code: codeOf(error) });
  }
}

/** Whether no more files are taken: said once, at the first that is not. */
function isFull(found: Found, shown: string): boolean {
  if (found.papers.length < mostFiles) return false;
  if (!found.full) found.leftOut.push({ shown, why: 'many' });
  found.full = true;
  return true;
}

function add(found: Found, paper: Paper): void {
  if (isFull(found, paper.shown)) return;
  if (paper.bytes === 0) found.leftOut.push({ shown: paper.shown, why: 'empty' });
  else found.papers.push(paper);
}

/** How archives begin: many are called after another kind, which every program for them passes over. */
const [rarMark, sevenZipMark] = ['Rar!', '7z\u00bc\u00af'];

const unpack = async (source: Source, found: Found, temporary: string, inner?: string): Promise<void> => {
  try {
    const head = Buffer.alloc(rarMark.length);
    await withPlain(source.path, {}, (file) => file.read(head, 0));
    const mark = head.toString('latin1');
    if (mark === sevenZipMark) found.leftOut.push({ shown: source.shown, why: 'format' });
    else await (mark === rarMark ? fromRar : fromZip)(source, found, temporary, inner);
  } catch (error) {
    found.leftOut.push({ shown: source.shown, why: 'unread', code: codeOf(error) });
  }
};

/** Whether a path in an archive is a paper; counts and names what is none. */
function isTaken(path: string, shown: string, found: Found, inner: string | undefined): boolean {
  if (inner !== undefined && path !== inner && !path.startsWith(`${inner}/`)) return false;
  const extension = extensionOf(basename(path));
  if (isHidden(path)) found.system += 1;
  else if (archives.has(extension) || unopened.has(extension)) found.leftOut.push({ shown, why: 'nested' });
  else return !isOurs(basename(path));
  return false;
}

/** What an honest packer of another system does, and what no reader needs to trust. */
const harmless: ReadonlySet<string> = new Set(['encoding', 'alias', 'header']);
/** What an entry, or a file that is no zip here, is left out for; anything else makes it broken. */
const whys: Readonly<Record<string, LeftOut['why']>> = {
  encrypted: 'encrypted',
  link: 'link',
  method: 'format',
  split: 'volume',
  'too many': 'many',
};

async function fromZip({ path, shown }: Source, found: Found, temporary: string, inner?: string): Promise<void> {
  const zip = await openZip(path);
  if (zip.kind === 'no zip') return void found.leftOut.push({ shown, why: whys[zip.why] ?? 'broken' });
  try {
    const files = zip.entries.filter(({ folder }) => !folder);
    const ofAll = (['encrypted', 'method'] as const).find((one) => files.every(({ faults }) => faults.includes(one)));
    if (ofAll !== undefined && files.length > 0)
      return void found.leftOut.push({ shown, why: whys[ofAll] ?? 'broken' });
    for (const entry of files) await fromEntry(zip, entry, shown, found, temporary, inner);
  } finally {
    await zip.close();
  }
}

/** Names stand in archives with whatever separators their packer had. */
const plainPath = (name: string): string =>
  name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');

async function fromEntry(
  zip: Zip,
  entry: ZipEntry,
  above: string,
  found: Found,
  temporary: string,
  inner?: string,
): Promise<void> {
  const inside = plainPath(entry.foreign ?? entry.name);
  const shown = `${above}/${inside}`;
  if (!isTaken(inside, shown, found, inner) || isFull(found, shown)) return;
  const fault = entry.faults.find((one) => !harmless.has(one));
  if (fault !== undefined) return void found.leftOut.push({ shown, why: whys[fault] ?? 'broken' });
  if (found.unpacked + entry.bytes > mostUnpacked) return void found.leftOut.push({ shown, why: 'large' });
  found.unpacked += entry.bytes;
  const path = join(temporary, `${found.papers.length}-${found.leftOut.length}`);
  const { is } = await fillNew(path, 0o600, (write) => zip.unpack(entry, write));
  if (is === 'whole') add(found, { shown, inside, path, name: basename(inside), bytes: entry.bytes });
  else found.leftOut.push({ shown, why: 'broken' });
}

async function fromRar({ path, shown: above }: Source, found: Found, temporary: string, inner?: string): Promise<void> {
  const { report, names } = await withPlain(path, {}, async ({ fd, bytes }) => {
    const blocks = blocksOf(piecesOf(fd, bytes));
    if (!blocks.whole || blocks.memory > mostDictionary)
      return { report: { is: blocks.whole ? 'large' : 'broken' } as const, names: blocks };
    return { report: await unpackRar({ fd, bytes }), names: blocks };
  });
  const reasons = { password: 'encrypted', broken: 'broken', volume: 'volume', large: 'large' } as const;
  if (report.is === 'unchecked' || report.is === 'not inspected')
    return void found.leftOut.push({ shown: above, why: 'unread', code: report.is });
  if (report.is !== 'unpacked') return void found.leftOut.push({ shown: above, why: reasons[report.is] });
  for (const [index, { name, content }] of report.files.entries()) {
    const own = names.names[index] ?? '';
    const inside = plainPath(names.names.length >= report.files.length && names.foreign.includes(own) ? own : name);
    const shown = `${above}/${inside}`;
    if (!isTaken(inside, shown, found, inner) || isFull(found, shown)) continue;
    const to = join(temporary, `${found.papers.length}-${found.leftOut.length}`);
    await fillNew(to, 0o600, async (write) => write(content));
    add(found, { shown, inside, path: to, name: basename(inside), bytes: content.length });
  }
}

/** The way from a folder to a file in it, with `/`. */
export const wayTo = (folder: string, path: string): string => relative(folder, path).split(sep).join('/');

/** Digests of the files whose size another one has, by path. */
export async function digestsOf(files: readonly Pick<Paper, 'path' | 'bytes'>[]): Promise<ReadonlyMap<string, string>> {
  const sizes = new Map<number, Set<string>>();
  for (const { path, bytes } of files) sizes.set(bytes, (sizes.get(bytes) ?? new Set()).add(path));
  const digests = new Map<string, string>();
  for (const paths of sizes.values())
    if (paths.size > 1) for (const path of paths) digests.set(path, await digestFile(path));
  return digests;
}
