// What zjtx diff does: assesses two dossiers or bundles and prints what lies between them.
import { changesIn, compare } from '../advise/diff/compare.ts';
import { bundles, expandFiles } from '../batch/paths.ts';
import { version } from '../files/version.ts';
import { secretsOf } from '../redact/outcome.ts';
import { diffText } from '../reporters/diff.ts';
import { difference } from '../reporters/diff-definition.ts';
import { type Context, exit } from './command.ts';
import { displayOf } from './display.ts';
import { type Side, sideAt } from './earlier.ts';
import { isSet } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { usage } from './usage.ts';

type Shown = Pick<Side, 'path' | 'is'>;

export const run = (given: Context): Promise<number> => withResult(given, 'diff', compareBoth);

async function compareBoth(context: Context, tell: Tell<'diff'>): Promise<number> {
  const { options, terminal, signal } = context;
  const args = await sides(context);
  const [first, second] = args;
  if (first === undefined || second === undefined || args.length !== 2)
    throw usage('zjtx diff', (words) => words.twoSides(args.length));
  const a = await sideAt(first, context, 'zjtx diff');
  signal.throwIfAborted();
  const b = await sideAt(second, context, 'zjtx diff');
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
  tell(document);
  terminal.stdout.write(diffText(document, displayOf(terminal.stdout, context)));
  return changes > 0 && isSet(options, 'exitCode') ? exit.findings : exit.fine;
}

/** The sides as named; a glob of bundles stands for what it matches. */
async function sides({ args, terminal }: Context): Promise<readonly string[]> {
  const named: (readonly string[])[] = [];
  for (const side of args) {
    const { files, missing } = /\.zip$/i.test(side)
      ? await expandFiles([side], terminal.cwd, bundles)
      : { files: [side], missing: [] };
    for (const stop of missing) throw stop;
    named.push(files);
  }
  return named.flat();
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
  const secrets = [...secretsOf(a), ...secretsOf(b)];
  redactor.learn(secrets);
  const side = (one: Shown) => ({ ...one, path: redactor.path(one.path) });
  return redactor.data({ ...compared, a: side(compared.a), b: side(compared.b) }, secrets);
}
