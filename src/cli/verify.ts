// What zjtx verify does: proves each bundle, and prints what was found.
import { resolve } from 'node:path';
import type { Assessment } from '../assessment.ts';
import { bundles, expandFiles } from '../batch/paths.ts';
import { openPublicKey } from '../bundle/minisign/check.ts';
import { openCatalog } from '../category/catalog.ts';
import { stoppedOf } from '../findings/fault.ts';
import type { Stop } from '../findings/stop.ts';
import { stopFrom } from '../findings/system-stop.ts';
import { secretsOf } from '../redact/outcome.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { Result } from '../reporters/results.ts';
import { type Verified, verifiedData, verifiedText } from '../reporters/verified.ts';
import { verify } from '../verify/verify.ts';
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
