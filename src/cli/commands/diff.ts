// zjtx diff: what lies between two dossiers or bundles.
import { jsonText } from '../../characters/shown.ts';
import { type Command, type Context, exit } from '../command.ts';
import { asOf, common, config, exitCode, isSet, json, listOption, redact, schemas } from '../options.ts';

type Side = {
  readonly path: string;
  readonly is: 'dossier' | 'bundle';
  readonly assessment: import('../../assessment.ts').Assessment;
};

type Shown = Pick<Side, 'path' | 'is'>;

/** A bundle is assessed again from what is inside, as `verify` does; one that is refused is not compared. */
async function bundleAt(path: string, { terminal, options, signal }: Context): Promise<Side> {
  const [{ resolve }, { verify }, { openCatalog }, { Stop }, { diffWords }] = await Promise.all([
    import('node:path'),
    import('../../verify/verify.ts'),
    import('../../category/catalog.ts'),
    import('../../findings/stop.ts'),
    import('../../words/diff.ts'),
  ]);
  const schemas = listOption(options, 'schemas').map((folder) => resolve(terminal.cwd, folder));
  const held: { assessment?: Side['assessment'] } = {};
  const { findings } = await verify(resolve(terminal.cwd, path), {
    catalog: await openCatalog(schemas),
    signal,
    onAssessed: (assessment) => {
      held.assessment = assessment;
    },
  });
  const { assessment } = held;
  if (assessment !== undefined && !findings.some(({ severity }) => severity === 'error'))
    return { path, is: 'bundle', assessment };
  const [zh, en] = [diffWords('zh'), diffWords('en')];
  throw new Stop(
    { message: zh.refused(path), hint: zh.refusedFix(path) },
    { message: en.refused(path), hint: en.refusedFix(path) },
  );
}

async function sideAt(path: string, context: Context): Promise<Side> {
  if (/\.zip$/i.test(path)) return bundleAt(path, context);
  const { oneDossier } = await import('../one-dossier.ts');
  const { assessment } = await oneDossier({ ...context, args: [path] }, 'zjtx diff', { digests: true });
  return { path, is: 'dossier', assessment };
}

async function run(context: Context): Promise<number> {
  const [{ compare, changesIn }, { diffText }, { difference }, { displayOf }, { usage }, { version }] =
    await Promise.all([
      import('../../advise/diff/compare.ts'),
      import('../../reporters/diff.ts'),
      import('../../reporters/diff-definition.ts'),
      import('../display.ts'),
      import('../usage.ts'),
      import('../../files/version.ts'),
    ]);
  const { options, terminal, signal } = context;
  const args = await sides(context);
  const [first, second] = args;
  if (first === undefined || second === undefined || args.length !== 2)
    throw usage('zjtx diff', (words) => words.twoSides(args.length));
  const a = await sideAt(first, context);
  signal.throwIfAborted();
  const b = await sideAt(second, context);
  signal.throwIfAborted();
  const found = compare(a.assessment, b.assessment);
  const changes = changesIn(found);
  const shown = ({ path, is, assessment }: Side) => {
    const { enterprise, category, asOf } = assessment;
    return { path, is, enterprise, category: category.id, asOf };
  };
  const program = { name: 'zjtx', version } as const;
  const compared = { format: 1, program, a: shown(a), b: shown(b), changes, ...found };
  const document = difference.parse(await masked(compared, a.assessment, b.assessment, terminal));
  terminal.stdout.write(
    isSet(options, 'json') ? `${jsonText(document, 2)}\n` : diffText(document, displayOf(terminal.stdout, context)),
  );
  return changes > 0 && isSet(options, 'exitCode') ? exit.findings : exit.fine;
}

/** The sides as named; a glob of bundles stands for what it matches. */
async function sides({ args, terminal }: Context): Promise<readonly string[]> {
  const { bundles, expandFiles } = await import('../../batch/paths.ts');
  const named: string[] = [];
  for (const side of args) {
    const { files, missing } = /\.zip$/i.test(side)
      ? await expandFiles([side], terminal.cwd, bundles)
      : { files: [side], missing: [] };
    for (const stop of missing) throw stop;
    named.push(...files);
  }
  return named;
}

/** The same, without what tells who applies, where that is asked for. */
async function masked<Compared extends { readonly a: Shown; readonly b: Shown }>(
  compared: Compared,
  a: Side['assessment'],
  b: Side['assessment'],
  { masking }: Context['terminal'],
): Promise<Compared> {
  const redactor = masking?.redactor;
  if (redactor === undefined) return compared;
  const { secretsOf } = await import('../../redact/outcome.ts');
  const secrets = [...secretsOf(a), ...secretsOf(b)];
  redactor.learn(secrets);
  const side = (one: Shown) => ({ ...one, path: redactor.path(one.path) });
  return redactor.data({ ...compared, a: side(compared.a), b: side(compared.b) }, secrets);
}

export const diff: Command = {
  name: 'diff',
  about: {
    zh: '逐项比较两份材料或材料包；在 categories 之下比较两个类别',
    en: 'compare two dossiers or bundles item by item; under categories: two categories',
  },
  argument: {
    syntax: '<sides...>',
    about: { zh: '两份材料（文件或文件夹）或材料包（.zip）', en: 'two dossiers (files or folders) or bundles (.zip)' },
  },
  options: [json, exitCode, redact, asOf, config, schemas, ...common],
  run,
};
