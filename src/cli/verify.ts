// What zjtx verify does: proves each bundle, and prints it as whole, or as refused with each problem.
import { resolve } from 'node:path';
import type { Assessment } from '../assessment.ts';
import { bundles, expandFiles } from '../batch/paths.ts';
import { openPublicKey } from '../bundle/minisign/check.ts';
import type { BundleVerified } from '../bundle/verify.ts';
import { openCatalog } from '../category/catalog.ts';
import { uncompared } from '../findings/areas/proved.ts';
import { stoppedOf } from '../findings/fault.ts';
import { countOf } from '../findings/order.ts';
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
import { joined, sizeText } from '../reporters/summary-lines.ts';
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
  const { files, missing } = await expandFiles(args, cwd, bundles);
  const told: Result<'verify'>['bundles'][number][] = [];
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
      const verified = await verify(resolve(cwd, bundle), { catalog, final, fonts, signal, ...key, onAssessed });
      const redactor = terminal.masking?.redactor;
      const [path, shown] =
        redactor === undefined ? [bundle, verified] : [redactor.path(bundle), await masked(verified, inside, redactor)];
      told.push(verifiedData(path, shown));
      stdout.write(verifiedText(path, shown, displayOf(stdout, context)));
      if (verified.findings.some((finding) => finding.severity === 'error')) code = Math.max(code, exit.findings);
    } catch (error) {
      signal.throwIfAborted();
      // One that cannot be read keeps no other from being checked.
      const stop = stopFrom(error);
      if (stop === undefined) throw error;
      refuse(stop);
    }
  }
  tell({ bundles: told, unread });
  return code;
}

/** What may be shown of a bundle; of one that was not assessed every text of its own is masked. */
async function masked(verified: Verified, inside: readonly Assessment[], redactor: Redactor): Promise<Verified> {
  const { signed, status, category, derived, ...told } = verified;
  return {
    ...redactor.data(told, inside.flatMap(secretsOf), { foreign: true }),
    ...(signed === undefined ? {} : { signed: { key: signed.key, comment: redactor.whole(signed.comment) } }),
    ...(status === undefined ? {} : { status }),
    ...(category === undefined ? {} : { category: redactor.line(category) }),
    ...(derived === undefined ? {} : { derived }),
  };
}

/** What verifying found out, as far as it is shown. */
type Verified = Omit<BundleVerified, 'content'>;

const isRefused = ({ findings }: Verified): boolean =>
  findings.some(({ code, severity }) => severity === 'error' && !uncompared.has(code));

/** The same for other programs. */
function verifiedData(path: string, verified: Verified): Result<'verify'>['bundles'][number] {
  const { findings, name, files, bytes, status, category, signed, derived } = verified;
  const open = countOf(findings, 'error') > 0 ? 'not compared' : 'whole';
  const verdict = isRefused(verified) ? 'refused' : open;
  const data = { path, verdict, name, files, bytes, ...present({ status, category, signed, derived }) } as const;
  return { ...data, findings: findings.map(findingData) as Result<'verify'>['bundles'][number]['findings'] };
}

/** `path` is the bundle as the caller named it. */
function verifiedText(path: string, verified: Verified, view: View): string {
  const words = verifyWords(view.language);
  const { paint, marks } = penOf({ ...view, verbose: true });
  const { findings, files, bytes, status, category, signed, derived = [] } = verified;
  const errors = countOf(findings, 'error');
  const told = findings.length === 0 ? '' : `\n${findingsText(findings, new Map(), view)}`;
  if (isRefused(verified))
    return `${paint.error(`${marks.error} ${words.bad(errors)}`)}  ${paint.bold(cleanLine(path))}\n${told}`;
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
  const facts = [
    ...(signed === undefined ? [] : [words.signed(signed.key, cleanLine(signed.comment))]),
    ...(proved.length === 0 ? [] : [words.again(proved)]),
  ];
  const lines = facts.flatMap((text) => wrap(text, view.width - 2)).map((line) => `  ${line}\n`);
  return `${whole}${lines.map(paint.dim).join('')}${told}`;
}
