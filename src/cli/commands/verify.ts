// zjtx verify: checks bundles against their own manifests, offline.
import type { Command, Context } from '../command.ts';
import { exit } from '../exit.ts';
import { common } from '../options.ts';

async function run(context: Context): Promise<number> {
  const [
    { resolve },
    { verifyBundle },
    { verifiedText },
    { colourOf, unicodeOf, widthOf },
    { Stop },
    { printStop },
    { stoppedOf },
  ] = await Promise.all([
    import('node:path'),
    import('../../bundle/verify.ts'),
    import('../../reporters/verified.ts'),
    import('../display.ts'),
    import('../../findings/stop.ts'),
    import('../stopped.ts'),
    import('../../findings/fault.ts'),
  ]);
  const { terminal, language, args, options } = context;
  const { stdout, env, cwd } = terminal;
  const view = {
    language,
    width: widthOf(stdout, env),
    colour: colourOf(stdout, env, options.color !== false),
    unicode: unicodeOf(env),
  };
  let code: number = exit.fine;
  for (const bundle of args) {
    if (context.signal.aborted) return exit.interrupted;
    try {
      const verified = await verifyBundle(resolve(cwd, bundle));
      stdout.write(verifiedText(bundle, verified, view));
      if (verified.findings.some((finding) => finding.severity === 'error')) code = Math.max(code, exit.findings);
    } catch (error) {
      // One that cannot be read keeps no other from being checked.
      if (!(error instanceof Stop)) throw error;
      printStop(stoppedOf(error), terminal, language);
      code = exit.couldNot;
    }
  }
  return code;
}

export const verify: Command = {
  name: 'verify',
  argument: { name: 'bundle', syntax: '<bundle...>' },
  options: common,
  run,
};
