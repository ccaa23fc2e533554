// zjtx verify: proves bundles offline, by their digests and by assessing what is inside again.
import type { Assessment } from '../../assessment.ts';
import type { Redactor } from '../../redact/redactor.ts';
import type { Verified } from '../../reporters/verified.ts';
import { type Command, type Context, exit } from '../command.ts';
import { common, isSet, listOption, redact, schemas, textOption } from '../options.ts';

async function run(context: Context): Promise<number> {
  const [
    { resolve },
    { verify },
    { openCatalog },
    { verifiedText },
    { displayOf },
    { stopFrom },
    { printStop },
    { stoppedOf },
    { openPublicKey },
    { bundles, expandFiles },
  ] = await Promise.all([
    import('node:path'),
    import('../../verify/verify.ts'),
    import('../../category/catalog.ts'),
    import('../../reporters/verified.ts'),
    import('../display.ts'),
    import('../../findings/system-stop.ts'),
    import('../stopped.ts'),
    import('../../findings/fault.ts'),
    import('../../bundle/minisign/check.ts'),
    import('../../batch/paths.ts'),
  ]);
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
  for (const stop of missing) {
    printStop(stoppedOf(stop), terminal, language);
    code = exit.couldNot;
  }
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
      stdout.write(verifiedText(path, shown, displayOf(stdout, context)));
      if (verified.findings.some((finding) => finding.severity === 'error')) code = Math.max(code, exit.findings);
    } catch (error) {
      signal.throwIfAborted();
      // One that cannot be read keeps no other from being checked.
      const stop = stopFrom(error);
      if (stop === undefined) throw error;
      printStop(stoppedOf(stop), terminal, language);
      code = exit.couldNot;
    }
  }
  return code;
}

/** What may be shown of a bundle; of one that was not assessed every text of its own is masked. */
async function masked(verified: Verified, inside: readonly Assessment[], redactor: Redactor): Promise<Verified> {
  const { secretsOf } = await import('../../redact/outcome.ts');
  const { signed, status, category, derived, ...told } = verified;
  return {
    ...redactor.data(told, inside.flatMap(secretsOf), { foreign: true }),
    ...(signed === undefined ? {} : { signed: { key: signed.key, comment: redactor.whole(signed.comment) } }),
    ...(status === undefined ? {} : { status }),
    ...(category === undefined ? {} : { category: redactor.line(category) }),
    ...(derived === undefined ? {} : { derived }),
  };
}

export const verify: Command = {
  name: 'verify',
  about: {
    zh: '核对材料包：结构、摘要，并按包内材料重新检查',
    en: 'check bundles: structure, digests, and the dossier inside once more',
  },
  argument: {
    syntax: '<bundle...>',
    about: { zh: '材料包（zip）、放材料包的文件夹、通配符', en: 'bundles (zip), folders that hold some, globs' },
  },
  options: [
    {
      flags: '--final',
      about: {
        zh: '只接受正式材料包，草稿和待核实的不予接受',
        en: 'accept formal bundles only: no drafts, nothing unsettled',
      },
    },
    {
      flags: '--key <key>',
      about: {
        zh: '只接受这把公钥签名的材料包：minisign 的公钥文件，或其中以 RW 开头的一行',
        en: 'accept only bundles signed by this public key of minisign: its file, or its line that starts with RW',
      },
    },
    schemas,
    {
      flags: '--fonts <file>',
      about: {
        zh: '核对生僻字用的字体文件（.ttf），要取自可靠的来源，不用对方给的；可重复。verify 不读 zjtx.config.yaml',
        en: 'font file (.ttf) to check rare characters with, from a source you trust, not from the sender; may be repeated. verify reads no zjtx.config.yaml',
      },
      repeatable: true,
    },
    redact,
    ...common,
  ],
  run,
};
