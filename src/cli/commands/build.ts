// zjtx build: assesses dossiers and writes the bundle of each that is settled.
import type { Reported } from '../../reporters/reported.ts';
import { type Command, type Context, exit } from '../command.ts';
import { assessing, isSet, listOption, paths, textOption } from '../options.ts';

async function run(given: Context): Promise<number> {
  const [
    { resolve },
    { assessAll },
    { configured },
    { reportFormats },
    { finish },
    { builtText },
    { displayOf },
    { usage },
    { buildWords },
    { pathOf },
    { fitNotes, mergedNotes },
    { seenFrom },
    { isSettled, stampOf },
  ] = await Promise.all([
    import('node:path'),
    import('../assessing.ts'),
    import('../configured.ts'),
    import('../formats.ts'),
    import('../reporting.ts'),
    import('../../reporters/built.ts'),
    import('../display.ts'),
    import('../usage.ts'),
    import('../../words/build.ts'),
    import('../../reporters/reporter.ts'),
    import('../../reporters/built.ts'),
    import('../../files/folder.ts'),
    import('../../decide/state.ts'),
  ]);
  const { terminal, options } = given;
  const started = terminal.now().getTime();
  const accepted = { draft: isSet(options, 'draft'), unsettled: isSet(options, 'unsettled') };
  const asked = listOption(options, 'format');
  const formats = reportFormats(asked, 'zjtx build');
  const run = await configured(given);
  // A bundle holds the dossier itself.
  if (run.redactor !== undefined) throw usage('zjtx build', (words) => words.noRedact);
  const output = textOption(options, 'output') ?? 'out';
  const sign = textOption(options, 'sign');
  const bundle = {
    output: resolve(terminal.cwd, output),
    ...accepted,
    force: isSet(options, 'force'),
    mergeSlots: isSet(options, 'mergeSlots'),
    folder: isSet(options, 'folder'),
    fonts: run.config?.fonts ?? [],
    fit: isSet(options, 'fit'),
    ...(sign === undefined ? {} : { sign: await signingKey(run.context, sign) }),
  };
  const reported: Reported[] = [];
  let refused = false;
  let replaced = false;
  const writers = new Map<string, string>();
  const ran = await assessAll(run, 'zjtx build', { bundle }, ({ reported: one, built }) => {
    if (one === undefined) return;
    reported.push(one);
    const before = built && writers.get(built.path);
    if (built !== undefined) writers.set(built.path, pathOf(one));
    if (built !== undefined && before !== undefined && !built.skipped) {
      replaced = true;
      terminal.stderr.write(`${buildWords(run.context.language).replaced(before, pathOf(one))}\n`);
    }
    const { language } = run.context;
    const notes = isSet(options, 'quiet')
      ? []
      : [...fitNotes(one, language), ...mergedNotes(built?.merged ?? [], language)];
    const signature = built?.signature;
    if (signature !== undefined && !isSet(options, 'quiet'))
      notes.push(buildWords(language).signed(seenFrom(terminal.cwd, signature.path), signature.key, signature.skipped));
    const unfolded = built?.unpacked;
    if (unfolded !== undefined && !isSet(options, 'quiet'))
      notes.push(buildWords(language).unfolded(seenFrom(terminal.cwd, unfolded.path), unfolded.skipped));
    for (const note of notes) terminal.stderr.write(`${note}\n`);
    if (built !== undefined && one.kind === 'assessed' && asked.length === 0)
      terminal.stdout.write(builtText(one, built, output, displayOf(terminal.stdout, run.context)));
    refused ||= one.kind === 'unreadable' || stampOf(one.state, accepted) === undefined;
  });
  if (run.context.signal.aborted) return ran.code;
  // Without --format the bundles speak for themselves; only what is not formal is reported.
  const told = asked.length > 0 ? reported : reported.filter((one) => !isSettled(one.state));
  const verbose = isSet(options, 'verbose');
  const code = await finish(run, ran, { formats, reported: told, started, verbose });
  return Math.max(code, refused ? exit.findings : exit.fine, replaced ? exit.couldNot : exit.fine);
}

/** Opened once a run, before anything is assessed: a wrong password is told at once. */
async function signingKey(context: Context, file: string) {
  const [{ resolve }, { openSecretKey }, { keyPassword }] = await Promise.all([
    import('node:path'),
    import('../../bundle/minisign/secret-key.ts'),
    import('../password.ts'),
  ]);
  return openSecretKey(resolve(context.terminal.cwd, file), () => keyPassword(context, file));
}

export const build: Command = {
  name: 'build',
  about: {
    zh: '检查申报材料，没有错误时生成材料包',
    en: 'check dossiers and write the bundle of each that has no error',
  },
  argument: paths,
  options: [
    {
      flags: '-o, --output <folder>',
      about: { zh: '材料包写入的文件夹', en: 'folder for the bundles' },
      fallback: 'out',
    },
    {
      flags: '--draft',
      about: {
        zh: '任何状态都生成，标明“草稿”；与 --unsettled 同用时，能正式的仍为正式',
        en: 'build in any state, marked as a draft; with --unsettled, what can be formal stays formal',
      },
    },
    {
      flags: '--unsettled',
      about: {
        zh: '待核实的也生成，首页盖“待核实”并列出待核实的各项',
        en: 'build what is unsettled too, stamped so, with what is open on page 1',
      },
    },
    { flags: '--force', about: { zh: '覆盖内容不同的旧材料包', en: 'replace an older bundle of other content' } },
    {
      flags: '--merge-slots',
      about: {
        zh: '每类附件另生成一份合并的 PDF，放在 data/合并（一类只能传一个文件时用）',
        en: 'also write one PDF a slot, made of its files, into data/合并, where a portal takes one file a slot',
      },
    },
    {
      flags: '--folder',
      about: {
        zh: '另把材料包展开成同名的文件夹，供逐个上传',
        en: 'also unpack the bundle into a folder of its name, to upload file by file',
      },
    },
    {
      flags: '--sign <file>',
      about: {
        zh: '用 minisign 的私钥文件签名，签名写在材料包旁边（.minisig）',
        en: 'sign with the secret key of minisign in this file; the signature stands beside the bundle (.minisig)',
      },
    },
    {
      flags: '--fit',
      about: {
        zh: '超过大小上限的 JPG、PNG 和扫描 PDF，压缩后放入材料包，原文件不动（要安装 sharp）',
        en: 'make JPGs, PNGs and scanned PDFs above the limit smaller for the bundle; the files stay as they are (needs sharp)',
      },
    },
    ...assessing,
  ],
  run,
};
