// zjtx preview: writes only the summary PDF of a dossier, and again whenever a file changes.
import type { PreviewOptions } from '../../bundle/preview.ts';
import { type Command, type Context, exit } from '../command.ts';
import { drawing, isSet, paths, textOption, watch } from '../options.ts';

/** One run; gives also what to watch for the next. */
async function once(given: Context) {
  const [
    { resolve },
    { assessAll, failing },
    { configured },
    { usage },
    { previewWords },
    { reportWords },
    { seenFrom },
  ] = await Promise.all([
    import('node:path'),
    import('../assessing.ts'),
    import('../configured.ts'),
    import('../usage.ts'),
    import('../../words/build.ts'),
    import('../../words/report.ts'),
    import('../../files/folder.ts'),
  ]);
  const run = await configured(given);
  const { terminal, language, options, signal } = run.context;
  // The form holds what --redact hides.
  if (run.redactor !== undefined) throw usage('zjtx preview', (words) => words.noRedact);
  const words = previewWords(language);
  const file = textOption(options, 'output');
  const preview: PreviewOptions = {
    ...(file === undefined ? {} : { file: resolve(terminal.cwd, file) }),
    force: isSet(options, 'force'),
    fonts: run.config?.fonts ?? [],
  };
  const folders = new Set([...run.schemas, ...(run.config === undefined ? [] : [run.config.folder])]);
  const ignored: string[] = file === undefined ? [] : [resolve(terminal.cwd, file)];
  let code: number = exit.fine;
  const ran = await assessAll(run, 'zjtx preview', { digests: true, preview }, ({ folder, reported, previewed }) => {
    folders.add(folder);
    if (reported === undefined) return;
    if (failing(reported, run.failOn)) code = exit.findings;
    if (reported.kind === 'unreadable') terminal.stderr.write(`${words.unreadable(reported.dossier.file)}\n`);
    if (previewed === undefined) return;
    ignored.push(previewed.path);
    terminal.stdout.write(`${words.written(file ?? seenFrom(terminal.cwd, previewed.path), previewed.pages)}\n`);
    if (previewed.stamp === 'final') return;
    const { errors, warnings } = reported.counts;
    const state = reportWords(language).state[reported.state];
    terminal.stderr.write(`${words.state(state, errors, warnings)}\n`);
  });
  if (signal.aborted) return { code: ran.code, folders: [], ignored };
  return { code: Math.max(ran.code, code), folders: [...folders], ignored };
}

async function run(given: Context): Promise<number> {
  const { usage } = await import('../usage.ts');
  if (textOption(given.options, 'output') !== undefined) await refuseMany(given);
  if (!isSet(given.options, 'watch')) return (await once(given)).code;
  const [{ untilInterrupted }, { runWords }, { forget }] = await Promise.all([
    import('../watching.ts'),
    import('../../words/run.ts'),
    import('../../batch/task.ts'),
  ]);
  if (given.args.includes('-')) throw usage('zjtx preview', (words) => words.noWatch);
  const again = async () => {
    forget();
    return once(given);
  };
  return untilInterrupted(given, again, runWords(given.language).watching);
}

/** One file cannot hold the summaries of several dossiers. */
async function refuseMany({ args, terminal }: Context): Promise<void> {
  const [{ findDossiers }, { usage }] = await Promise.all([import('../../batch/find.ts'), import('../usage.ts')]);
  if (args.includes('-')) return;
  const { found } = await findDossiers(args, terminal.cwd);
  if (found.length > 1) throw usage('zjtx preview', (words) => words.oneDossier(found.length));
}

export const preview: Command = {
  name: 'preview',
  about: {
    zh: '只生成申请表 PDF，供查看；有错误时标明“草稿”',
    en: 'write only the PDF of the form, to look at; a marked draft while there are errors',
  },
  argument: paths,
  options: [
    {
      flags: '-o, --output <file>',
      about: {
        zh: '写到哪个文件（默认 申请表-预览.pdf，在材料的文件夹里）',
        en: 'the file to write (default 申请表-预览.pdf in the folder of the dossier)',
      },
    },
    {
      flags: '--force',
      about: {
        zh: '覆盖已有的文件；不加时只替换以前的预览',
        en: 'replace the file that stands there; without it only an earlier preview is replaced',
      },
    },
    watch,
    ...drawing,
  ],
  run,
};
