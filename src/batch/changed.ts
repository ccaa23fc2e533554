// Which dossiers have changed since a revision of git: they themselves, what they name, and what is set for them.
import { spawn } from 'node:child_process';
import { dirname, join, resolve, sep } from 'node:path';
import type { Node } from '../document/node.ts';
import { mostRead, readDocument } from '../document/read.ts';
import { isBelow, realPath } from '../files/folder.ts';
import { readPlain } from '../files/read.ts';
import { Stop } from '../findings/stop.ts';
import { type Config, configName } from './config.ts';
import type { Found } from './find.ts';

type Setting = { readonly config?: Config; readonly schemas: readonly string[] };

/**
 * Those of which anything changed. A change is what git sees between the revision and the disk, what it does not track
 * included; of what it was told to ignore it cannot know, so that whoever uses that counts as changed. Throws a Stop where
 * git cannot tell.
 */
export async function changedSince(
  revision: string,
  found: readonly Found[],
  settingOf: (one: Found) => Setting,
): Promise<readonly Found[]> {
  const repositories = new Map<string, Promise<Changes>>();
  const changed: Found[] = [];
  for (const one of found) {
    const top = await topOf(one.folder);
    const changes = repositories.get(top) ?? changesIn(top, revision);
    repositories.set(top, changes);
    if (await hasChanged(one, await changes, settingOf(one))) changed.push(one);
  }
  return changed;
}

/** Absolute paths; a folder that git does not look into stands for all that it holds. */
type Changes = { readonly changed: readonly string[]; readonly ignored: readonly string[] };

async function changesIn(top: string, revision: string): Promise<Changes> {
  const lines = async (...args: string[]): Promise<readonly string[]> =>
    (await git(args, top))
      .split('\0')
      .filter((path) => path !== '')
      .map((path) => resolve(top, path));
  const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], top).catch(
    (error: unknown) => {
      if (!(error instanceof Failed)) throw error;
      // Before the first commit all of a repository is new; a hook is asked then, too.
      if (revision === 'HEAD') return undefined;
      throw unknownRevision(revision);
    },
  );
  // Both names of what was renamed; what is staged, and what is not.
  const diff = [
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--no-ext-diff',
    '--no-relative',
    '--ignore-submodules=none',
  ];
  const others = ['ls-files', '-z', '--others', '--exclude-standard'];
  const [tracked, untracked, ignored] = await Promise.all([
    commit === undefined ? lines('ls-files', '-z') : lines(...diff, commit.trim(), '--'),
    lines(...others),
    lines(...others, '--ignored', '--directory'),
  ]);
  return { changed: [...tracked, ...untracked], ignored };
}

const isWithin = (path: string, of: string): boolean => isBelow(path, of) || isBelow(of, path);

async function hasChanged(one: Found, { changed, ignored }: Changes, { config, schemas }: Setting): Promise<boolean> {
  const folder = await realPath(one.folder);
  const own = [...schemas, ...(config?.fonts ?? [])];
  const isSetAbove = (path: string): boolean => path.endsWith(sep + configName) && isBelow(folder, dirname(path));
  if (changed.some((path) => isWithin(path, folder) || isSetAbove(path) || own.some((place) => isWithin(path, place))))
    return true;
  // One that was named by --config stands anywhere.
  const files = [...(config?.origins.values() ?? [])].map(({ file }) => resolve(file));
  if (changed.some((path) => files.includes(path))) return true;
  const outside = changed.length === 0 && ignored.length === 0 ? [] : await namedBy(one, folder);
  const attached = ['attachments', '附件', one.file].map((name) => join(folder, name));
  return (
    outside.some((place) => changed.some((path) => isWithin(path, place))) ||
    [...outside, ...attached].some((place) => ignored.some((path) => isWithin(path, place)))
  );
}

/** Every text of a dossier that may name files, as a path without what follows a sign of a glob. */
async function namedBy(one: Found, folder: string): Promise<readonly string[]> {
  // One that cannot be read is told of when its turn comes, which it gets.
  const bytes = await readPlain(resolve(one.folder, one.file), mostRead).catch(() => undefined);
  if (bytes === undefined) return [folder];
  const { node } = readDocument(bytes, one.file);
  if (node === undefined) return [folder];
  return textsIn(node)
    .map((text) => text.replaceAll('\\', '/'))
    .filter((text) => /[./]/.test(text) && !/[\n\0]/.test(text))
    .map((text) => resolve(folder, /[*?[{]/.test(text) ? dirname(text.replace(/[*?[{].*$/s, '_')) : text));
}

function textsIn(node: Node): readonly string[] {
  if (node.kind === 'scalar') return typeof node.value === 'string' ? [node.value] : [];
  if (node.kind === 'list') return node.items.flatMap(textsIn);
  return node.entries.flatMap(({ value }) => textsIn(value));
}

/** What git says when it refuses. */
class Failed extends Error {}

const topOf = async (folder: string): Promise<string> => {
  const said = await git(['rev-parse', '--show-toplevel'], folder).catch((error: unknown) => {
    throw error instanceof Failed ? noRepository(folder, error.message) : error;
  });
  const top = said.replace(/\r?\n$/, '');
  if (top === '') throw noRepository(folder, '');
  return realPath(resolve(top));
};

/** Runs git, without a shell and without anything that it would write. */
const git = (args: readonly string[], cwd: string): Promise<string> =>
  new Promise((done, fail) => {
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
    const child = spawn('git', ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => err.push(piece));
    child.on('error', () => fail(noGit));
    child.on('close', (code) => {
      if (code === 0) done(Buffer.concat(out).toString('utf8'));
      else fail(new Failed(Buffer.concat(err).toString('utf8').trim().split('\n')[0] ?? ''));
    });
  });

const noGit = new Stop(
  'changes-unknown',
  { message: '要用 --changed-since，本机得有 git', hint: '安装 git，或不加 --changed-since，检查全部材料。' },
  { message: '--changed-since needs git, which is not here', hint: 'Install git, or check all dossiers without it.' },
);

/** Git reads no repository of another user, as a checkout in a container often is, and says which. */
const ofAnother = (said: string): Stop => {
  const [, folder = '.'] = said.split("'");
  const command = `git config --global --add safe.directory "${folder}"`;
  return new Stop(
    'changes-unknown',
    { message: `看不出改动：仓库 ${folder} 属于另一个用户，git 不读`, hint: `是自己的检出，先运行：${command}` },
    {
      message: `what changed cannot be told: the repository ${folder} belongs to another user, and git does not read it`,
      hint: `Where it is your checkout, first run: ${command}`,
    },
  );
};

const noRepository = (folder: string, said: string): Stop => {
  if (said.includes('dubious ownership')) return ofAnother(said);
  const because = said === '' ? '' : said.replace(/^fatal: /, '');
  return new Stop(
    'changes-unknown',
    {
      message: `看不出改动：git 不认 ${folder} 是仓库${because === '' ? '' : `（${because}）`}`,
      hint: '--changed-since 用于 git 仓库中的材料；不加则检查全部。',
    },
    {
      message: `what changed cannot be told: ${folder} is in no repository of git${because === '' ? '' : ` (${because})`}`,
      hint: '--changed-since is for dossiers in a repository; without it all are checked.',
    },
  );
};

const unknownRevision = (revision: string): Stop =>
  new Stop(
    'changes-unknown',
    {
      message: `仓库里没有 ${revision} 这个版本，看不出改动`,
      hint: '核对名称；流水线里检出时要带上历史（fetch-depth: 0）。',
    },
    {
      message: `the repository has no revision ${revision}: what changed cannot be told`,
      hint: 'Check its name; a pipeline has to check out the history, too (fetch-depth: 0).',
    },
  );
