// What zjtx verify does: proves each bundle, and prints it as whole, or as refused with each problem.
import { basename, resolve } from 'node:path';
import type { Assessment } from '../assessment.ts';
import { expandFiles, parcels } from '../batch/paths.ts';
import { openPublicKey } from '../bundle/minisign/check.ts';
import type { BundleVerified } from '../bundle/verify.ts';
import { openCatalog } from '../category/catalog.ts';
import { uncompared } from '../findings/areas/proved.ts';
import { stoppedOf } from '../findings/fault.ts';
import { countOf } from '../findings/order.ts';
import { stamps } from '../findings/states.ts';
import type { Stop } from '../findings/stop.ts';
import { stopFrom } from '../findings/system-stop.ts';
import { given as present } from '../given.ts';
import { secretsOf } from '../redact/outcome.ts';
import type { Redactor } from '../redact/redactor.ts';
import { penOf, type View } from '../reporters/block.ts';
import { cleanLine } from '../reporters/clean.ts';
import { findingsText } from '../reporters/findings.ts';
import { findingData } from '../reporters/json.ts';
import type { Result } from '../reporters/results.ts';
import { flowing, joined, sizeText } from '../reporters/summary-lines.ts';
import { wrap } from '../reporters/wrap.ts';
import { verify } from '../verify/verify.ts';
import { verifyWords } from '../words/verify.ts';
import { type Context, exit } from './command.ts';
import { displayOf } from './display.ts';
import { isSet, listOption, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { printStop, unreadOf } from './stopped.ts';

export const run = (given: Context): Promise<number> => withResult(given, 'verify', verifyAll);

async function verifyAll(context: Context, tell: Tell<'verify'>): Promise<number> {
  const { terminal, language, args, options, signal } = context;
  const { stdout, cwd } = terminal;
  const catalog = await openCatalog(listOption(options, 'schemas').map((folder) => resolve(cwd, folder)));
  const final = isSet(options, 'final');
  const named = textOption(options, 'key');
  const key = named === undefined ? {} : { key: await openPublicKey(named, (file) => resolve(cwd, file)) };
  // Only from the command line: the bundle's folder, or the one it was unpacked in, may be the sender's, and a font of
  // theirs could draw a figure as another one.
  const fonts = listOption(options, 'fonts').map((file) => resolve(cwd, file));
  let code: number = exit.fine;
  const { files, missing, beside } = await expandFiles(args, cwd, parcels);
  const told: Told[] = [];
  const unread: Result<'verify'>['unread'][number][] = [];
  const refuse = (stop: Stop): void => {
    printStop(stoppedOf(stop), terminal, language);
    unread.push(unreadOf(stoppedOf(stop), terminal));
    code = exit.couldNot;
  };
  missing.forEach(refuse);
  for (const bundle of files) {
    signal.throwIfAborted();
    try {
      const inside: Assessment[] = [];
      const onAssessed = (assessment: Assessment): void => {
        inside.push(assessment);
      };
      const proved = await verify(resolve(cwd, bundle), { catalog, final, fonts, signal, ...key, onAssessed });
      const [again] = isRefused(proved) ? [] : inside;
      const verified = { ...proved, ...(again === undefined ? {} : ofDossier(again)) };
      const redactor = terminal.masking?.redactor;
      const [path, shown] =
        redactor === undefined ? [bundle, verified] : [redactor.path(bundle), await masked(verified, inside, redactor)];
      told.push(verifiedData(path, shown));
      stdout.write(verifiedText(path, shown, displayOf(stdout, context), basename(bundle) !== verified.name));
      if (verified.findings.some((finding) => finding.severity === 'error')) code = Math.max(code, exit.findings);
    } catch (error) {
      signal.throwIfAborted();
      // One that cannot be read keeps no other from being checked.
      const stop = stopFrom(error);
      if (stop === undefined) throw error;
      refuse(stop);
    }
  }
  const words = verifyWords(language);
  const { width } = displayOf(stdout, context);
  const lines = closing(told, words).flatMap((text) => wrap(text, width));
  const gap = (told.at(-1)?.findings.length ?? 0) > 0 ? '' : '\n';
  if (lines.length > 0) stdout.write(`${gap}${lines.map((line) => `${line}\n`).join('')}`);
  const others = beside.map((path) => terminal.masking?.redactor?.path(path) ?? cleanLine(path));
  if (others.length > 0) terminal.stderr.write(`${words.beside(others)}\n`);
  tell({ bundles: told, unread });
  return code;
}

/** What a receiver has to know of whoever applies. */
const ofDossier = ({ enterprise, category, asOf, state, counts }: Assessment) => ({
  enterprise,
  title: category.title,
  asOf,
  state,
  counts,
});

/** How many of several are what; and what none of it proves. */
function closing(told: readonly Told[], words: ReturnType<typeof verifyWords>): string[] {
  const whole = told.filter(({ verdict }) => verdict === 'whole');
  const refused = told.filter(({ verdict }) => verdict === 'refused').length;
  const tallies = stamps.flatMap((stamp) => {
    const count = whole.filter(({ status }) => status === stamp).length;
    return count === 0 ? [] : [`${words.stamp[stamp]} ${count}`];
  });
  const open = told.length - whole.length - refused;
  return [
    ...(told.length > 1 ? [words.all(told.length, whole.length, tallies, refused, open)] : []),
    ...(whole.length > 0 ? [words.unproved] : []),
  ];
}

/** What may be shown of a bundle; of one that was not assessed every text of its own is masked. */
async function masked(verified: Verified, inside: readonly Assessment[], redactor: Redactor): Promise<Verified> {
  const { signed, status, category, title, asOf, state, counts, derived, ...told } = verified;
  return {
    ...redactor.data(told, inside.flatMap(secretsOf), { foreign: true }),
    ...(signed === undefined ? {} : { signed: { key: signed.key, comment: redactor.whole(signed.comment) } }),
    ...(status === undefined ? {} : { status }),
    ...(category === undefined ? {} : { category: redactor.line(category) }),
    ...(title === undefined ? {} : { title: redactor.line(title) }),
    ...present({ asOf, state, counts }),
    ...(derived === undefined ? {} : { derived }),
  };
}

/** What verifying found out, as far as it is shown. */
type Verified = Omit<BundleVerified, 'content'> & Partial<ReturnType<typeof ofDossier>>;

type Told = Result<'verify'>['bundles'][number];

const isRefused = ({ findings }: Verified): boolean =>
  findings.some(({ code, severity }) => severity === 'error' && !uncompared.has(code));

/** The same for other programs. */
function verifiedData(path: string, verified: Verified): Told {
  const { findings, name, files, bytes, status, category, title, enterprise, asOf, state, signed, derived } = verified;
  const open = countOf(findings, 'error') > 0 ? 'not compared' : 'whole';
  const verdict = isRefused(verified) ? 'refused' : open;
  const known = present({ status, category, title, enterprise, asOf, state, signed, derived });
  const data = { path, verdict, name, files, bytes, ...known } as const;
  return { ...data, findings: findings.map(findingData) as Told['findings'] };
}

/** `path` is the bundle as the caller named it; `opened`: it has a name of its own inside. */
function verifiedText(path: string, verified: Verified, view: View, opened: boolean): string {
  const words = verifyWords(view.language);
  const { paint, marks, words: said } = penOf({ ...view, verbose: true });
  const { findings, name, files, bytes, status, category, title, enterprise, asOf, state, counts } = verified;
  const { signed, derived = [] } = verified;
  const errors = countOf(findings, 'error');
  const told = findings.length === 0 ? '' : `\n${findingsText(findings, new Map(), view)}`;
  const indented = (texts: readonly string[]): string =>
    texts
      .flatMap((text) => wrap(text, view.width - 2))
      .map((line) => paint.dim(`  ${line}\n`))
      .join('');
  if (isRefused(verified)) {
    const inside = opened ? [words.inside(cleanLine(name))] : [];
    return `${paint.error(`${marks.error} ${words.bad(errors)}`)}  ${paint.bold(cleanLine(path))}\n${indented(inside)}${told}`;
  }
  const about = [status === undefined ? '' : words.stamp[status], category ?? '']
    .filter((part) => part !== '')
    .join('  ');
  const verdict =
    errors > 0
      ? paint.error(`${marks.error} ${words.uncompared(errors)}`)
      : `${paint.ready(marks.ready)} ${words.whole(files, sizeText(bytes))}`;
  const parts = [verdict, ...(about === '' ? [] : [paint.dim(cleanLine(about))]), paint.bold(cleanLine(path))];
  const whole = joined(parts, view.width - 2, 2)
    .map((line, at) => `${at === 0 ? '' : '  '}${line}\n`)
    .join('');
  const proved = derived.map((part) => words.derived[part]);
  const open = (['errors', 'warnings', 'undecided', 'waived'] as const).flatMap((tally) =>
    (counts?.[tally] ?? 0) > 0 ? [said.count(tally, counts?.[tally] ?? 0)] : [],
  );
  const whose =
    state === undefined || asOf === undefined
      ? []
      : [enterprise, title, words.asOf(asOf), said.state[state], ...open].map((one) => cleanLine(one ?? ''));
  const dossier = whose.length === 0 ? [] : flowing(whose, view.width, 2, 2).map((line) => paint.dim(`${line}\n`));
  const facts = [
    ...(signed === undefined ? [] : [words.signed(signed.key, cleanLine(signed.comment))]),
    ...(proved.length === 0 ? [] : [words.again(proved)]),
  ];
  return `${whole}${dossier.join('')}${indented(facts)}${told}`;
}
