// zjtx waive: writes into a dossier that a finding is accepted on purpose, why, by whom and until when.
import type { Command, Context } from '../command.ts';
import { editing, textOption } from '../options.ts';

const command = 'zjtx waive';
const needed = ['code', 'at', 'reason', 'by', 'until'] as const;

/** What the command line says; throws a Stop for what is missing. */
async function asked({ options }: Context): Promise<Readonly<Record<(typeof needed)[number], string>>> {
  const { usage } = await import('../usage.ts');
  const [code, at, reason, by, until] = needed.map((name) => {
    const value = textOption(options, name)?.trim() ?? '';
    if (value === '') throw usage(command, (say) => say.missingOption(`--${name}`));
    return value;
  });
  return { code: code ?? '', at: at ?? '', reason: reason ?? '', by: by ?? '', until: until ?? '' };
}

async function run(given: Context): Promise<number> {
  const [
    { oneDossier, replaceFile },
    { waived },
    { refusalOf },
    { dayOf },
    words,
    { wordsOf },
    { usage },
    { printStop },
  ] = await Promise.all([
    import('../one-dossier.ts'),
    import('../../dossier/waive.ts'),
    import('../waive-refusal.ts'),
    import('../day-option.ts'),
    import('../../messages/cli.ts'),
    import('../../messages/words.ts'),
    import('../usage.ts'),
    import('../stopped.ts'),
  ]);
  const typed = await asked(given);
  const waiver = { ...typed, until: dayOf(typed.until) ?? '' };
  if (waiver.at.includes('*'))
    throw usage(command, (say) => say.badValue('--at', waiver.at, 'attachments.tax_certificate'));
  const one = await oneDossier(given, command);
  const { assessment, dossier, shown } = one;
  const { context } = one.run;
  if (waiver.until < assessment.asOf)
    throw usage(command, (say) => say.badValue('--until', typed.until, `YYYY-MM-DD ≥ ${assessment.asOf}`));
  const judged = refusalOf(waiver, assessment);
  if ('refusal' in judged) {
    printStop(judged.refusal, context.terminal, context.language);
    return judged.code;
  }
  const say = words.cliWordsOf(context.language).waive;
  const bytes = waived(dossier.bytes, waiver, shown);
  const backup = await replaceFile(one, bytes);
  const { cleanLine } = await import('../../reporters/clean.ts');
  const lines = judged.covered.map((finding) => `    ${cleanLine(wordsOf(finding, context.language).message)}`);
  context.terminal.stdout.write(
    `${[say.done(waiver.code, waiver.at, waiver.until), ...lines, say.written(shown, backup)].join('\n')}\n`,
  );
  return 0;
}

export const waive: Command = {
  name: 'waive',
  argument: { name: 'dossier', syntax: '[path]' },
  options: [
    { name: 'code', flags: '--code <code>' },
    { name: 'at', flags: '--at <place>' },
    { name: 'reason', flags: '--reason <text>' },
    { name: 'by', flags: '--by <name>' },
    { name: 'until', flags: '--until <date>' },
    ...editing,
  ],
  run,
};
