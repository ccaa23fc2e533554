// What was filed before, from dossiers and bundles that the command line names: whole for a comparison, or only what it says.
import { resolve } from 'node:path';
import { checkReturned, readReturned } from '../advise/returned.ts';
import type { Assessment } from '../assessment.ts';
import { rootFinder } from '../batch/config.ts';
import { findDossiers, readDossier } from '../batch/find.ts';
import { bundles, expandFiles, kindAt } from '../batch/paths.ts';
import { paths } from '../bundle/layout.ts';
import { verifyBundle } from '../bundle/verify.ts';
import { type Catalog, openCatalog } from '../category/catalog.ts';
import { argument } from '../characters/shown.ts';
import { type Earlier, readEarlier } from '../dossier/earlier.ts';
import { openDossier } from '../dossier/head.ts';
import { readPlain, withPlain } from '../files/read.ts';
import type { Finding } from '../findings/finding.ts';
import { Stop } from '../findings/stop.ts';
import { cannotRead } from '../findings/system-stop.ts';
import { secretsOf, secretsOfFacts } from '../redact/outcome.ts';
import type { Secret } from '../redact/secrets.ts';
import { verify } from '../verify/verify.ts';
import { diffWords } from '../words/diff.ts';
import type { Context } from './command.ts';
import type { Configured } from './configured.ts';
import { oneDossier } from './one-dossier.ts';
import { listOption, textOption } from './options.ts';
import { usage } from './usage.ts';

/** One side of a comparison, assessed with the digests of its attachments. */
export type Side = {
  readonly path: string;
  readonly is: 'dossier' | 'bundle';
  readonly assessment: Assessment;
};

/** A portal or a mail program may have called it otherwise: a file that begins as zips do is one. */
async function isBundle(path: string, cwd: string): Promise<boolean> {
  if (/\.zip$/i.test(path)) return true;
  const file = resolve(cwd, path);
  if ((await kindAt(file)) !== 'file') return false;
  const head = new Uint8Array(4);
  await withPlain(file, {}, (open) => open.read(head, 0)).catch(() => 0);
  return Buffer.from(head).toString('latin1') === 'PK\u0003\u0004';
}

function refused(path: string): Stop {
  const [zh, en] = [diffWords('zh'), diffWords('en')];
  return new Stop(
    'bundle-refused',
    { message: zh.refused(path), hint: zh.refusedFix(path) },
    { message: en.refused(path), hint: en.refusedFix(path) },
  );
}

/** A bundle is assessed again from what is inside, as `verify` does; one that is refused is not compared. */
async function bundleAt(path: string, { terminal, options, signal }: Context): Promise<Side> {
  const schemas = listOption(options, 'schemas').map((folder) => resolve(terminal.cwd, folder));
  const held: { assessment?: Assessment } = {};
  const { findings } = await verify(resolve(terminal.cwd, path), {
    catalog: await openCatalog(schemas),
    signal,
    onAssessed: (assessment) => {
      held.assessment = assessment;
    },
  });
  const { assessment } = held;
  if (assessment === undefined || findings.some(({ severity }) => severity === 'error')) throw refused(path);
  return { path, is: 'bundle', assessment };
}

export async function sideAt(path: string, context: Context, command: string): Promise<Side> {
  if (await isBundle(path, context.terminal.cwd)) return bundleAt(path, context);
  const { assessment } = await oneDossier({ ...context, args: [path] }, command, { digests: true });
  return { path, is: 'dossier', assessment };
}

/** The dossiers of what `--against` names, each with the category that it was for where its own text does not say. */
type Filed = { readonly path: string; readonly file: string; readonly bytes: Uint8Array; readonly category?: string };

/** The dossier inside a bundle whose digests agree. Whether its verdict holds is not asked: only what was filed counts. */
async function inBundle(path: string, { terminal, signal }: Context): Promise<Filed> {
  let bytes: Uint8Array | undefined;
  const { findings, category } = await verifyBundle(resolve(terminal.cwd, path), {
    reader: async (bundle) => {
      bytes = await bundle.read(paths.dossier);
      return { findings: [], derived: [] };
    },
    signal,
  });
  if (bytes === undefined || findings.some(({ severity }) => severity === 'error')) throw refused(path);
  return { path, file: paths.dossier, bytes, ...(category === undefined ? {} : { category }) };
}

/** A folder stands for the bundles that lie in it and the dossiers below it. */
async function filedAt(path: string, context: Context): Promise<readonly Filed[]> {
  const { cwd } = context.terminal;
  const isFolder = (await kindAt(resolve(cwd, path))) === 'folder';
  const isZip = await isBundle(path, cwd);
  const zips = isFolder || isZip ? await expandFiles([path], cwd, bundles) : { files: [], missing: [] };
  const dossiers = isZip ? { found: [], missing: [] } : await findDossiers([path], cwd);
  const [none = zips.missing[0]] = dossiers.missing;
  if (none !== undefined && zips.files.length + dossiers.found.length === 0) throw none;
  const filed: Filed[] = [];
  for (const zip of zips.files) filed.push(await inBundle(zip, context));
  const findRoot = rootFinder();
  for (const found of dossiers.found) {
    context.signal.throwIfAborted();
    const { file, bytes } = await readDossier(found, findRoot);
    filed.push({ path: found.shown === '.' ? file : `${found.shown}/${file}`, file, bytes });
  }
  return filed;
}

const unread = (path: string): Stop =>
  new Stop(
    'dossier-unreadable',
    {
      message: `${path} 读不出是哪个类别的什么材料，没有对照`,
      hint: `先看问题：zjtx validate ${argument(path)}`,
    },
    {
      message: `${path} cannot be read as a dossier of a category; nothing was compared`,
      hint: `See why: zjtx validate ${argument(path)}`,
    },
  );

async function readFiled({ path, file, bytes, category: known }: Filed, catalog: Catalog) {
  const id = openDossier({ bytes, file }).head?.category ?? known;
  const category = id === undefined ? undefined : await catalog.open(id);
  const read = category && readEarlier(path, bytes, file, category);
  if (read === undefined || category === undefined) throw unread(path);
  return { ...read, category };
}

/** What `--against` names, and what of it reports must not show when they are masked. */
type Filings = { readonly earlier: readonly Earlier[]; readonly secrets?: readonly Secret[] };

/** Nothing without `--against`, nor where it names what the office sent back: that may be mended. Throws a Stop for what cannot be read: silence would look like agreement. */
export async function earlierFilings({ context, schemas, redactor }: Configured): Promise<Filings | undefined> {
  const given = listOption(context.options, 'against');
  if (given.length === 0 || textOption(context.options, 'returned') !== undefined) return undefined;
  const catalog = await openCatalog(schemas);
  const earlier: Earlier[] = [];
  const secrets: Secret[] = [];
  for (const path of given) {
    for (const filed of await filedAt(path, context)) {
      const { earlier: one, form, text, category } = await readFiled(filed, catalog);
      if (redactor === undefined) earlier.push(one);
      else {
        const own = secretsOfFacts({ text, enterprise: one.enterprise, form }, category, {});
        redactor.learnPath(filed.path);
        redactor.learn(own);
        for (const secret of own) secrets.push(secret);
        earlier.push({ ...one, path: redactor.path(filed.path) });
      }
    }
  }
  return redactor === undefined ? { earlier } : { earlier, secrets };
}

/** Whether each point that an office sent back was dealt with since the one filing of `--against` was sent; nothing without `--returned`. */
export async function returnedFindings({ context, redactor }: Configured): Promise<readonly Finding[] | undefined> {
  const command = 'zjtx validate';
  const { options, terminal } = context;
  const name = textOption(options, 'returned');
  if (name === undefined) return undefined;
  const [sentPath, ...others] = listOption(options, 'against');
  if (sentPath === undefined || others.length > 0) throw usage(command, (words) => words.returnedAgainst);
  const points = readReturned(await returnedBytes(name, terminal.cwd), name);
  if (points === undefined) throw pointsUnread(name);
  const sent = await sideAt(sentPath, context, command);
  const { assessment } = await oneDossier(context, command, { digests: true });
  if (sent.assessment.category.id !== assessment.category.id)
    throw usage(command, (words) => words.returnedCategory(sent.assessment.category.id, assessment.category.id));
  redactor?.learn(secretsOf(sent.assessment));
  const top = {
    file: assessment.dossier.file,
    path: '',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    absent: true,
  } as const;
  context.signal.throwIfAborted();
  // Nobody can tell which words of an office's sentence name somebody.
  const shown = redactor === undefined ? points : points.map((point) => ({ ...point, shown: '…' }));
  const path = redactor?.path(sentPath) ?? sentPath;
  return checkReturned(shown, { path, assessment: sent.assessment }, assessment, top);
}

/** Bytes; a longer text is no list of points. */
const longestReturned = 1024 ** 2;

const returnedBytes = (name: string, cwd: string): Promise<Uint8Array> =>
  readPlain(resolve(cwd, name), longestReturned).catch((error: unknown) => {
    throw cannotRead(name, error, { zh: '退回意见', en: 'what the office sent back, ' });
  });

const pointsUnread = (name: string): Stop =>
  new Stop(
    'returned-unreadable',
    {
      message: `${name} 读不出退回意见`,
      hint: '文本一行写一条；YAML 写成列表，每条是一句话，或 {意见: 原文, 所指: 栏目或附件的名称}。',
    },
    {
      message: `${name} holds no points of the office that can be read`,
      hint: 'A text has one point per line; YAML is a list of sentences, or of {text: the point, at: the field or slot that it is about}.',
    },
  );
