// zjtx waive: writes into a dossier that a finding is accepted on purpose, why, by whom and until when.
import type { Command, Context } from '../command.ts';
import { by, dossierPath, editing, textOption } from '../options.ts';

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
    import('../../dossier/attest.ts'),
    import('../waive-refusal.ts'),
    import('../day-option.ts'),
    import('../../words/records.ts'),
    import('../../words/of-finding.ts'),
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
  const say = words.recordWords(context.language).waive;
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
  about: {
    zh: '把有意接受的一个问题写入材料：理由、经手人、期限',
    en: 'write into the dossier that a finding is accepted on purpose: why, by whom, until when',
  },
  argument: dossierPath,
  options: [
    {
      flags: '--code <code>',
      about: {
        zh: '问题的代码，在报告中写在问题后的括号里',
        en: 'code of the finding, which the report prints behind it in brackets',
      },
    },
    {
      flags: '--at <place>',
      about: {
        zh: '问题所在，例如 attachments.business_license，或一个文件；不用 *',
        en: 'place of the finding, such as attachments.business_license, or a file; no *',
      },
    },
    { flags: '--reason <text>', about: { zh: '为什么接受', en: 'why it is accepted' } },
    by,
    {
      flags: '--until <date>',
      about: { zh: '豁免到哪一天（含），例如 2021-08-31', en: 'last day of the waiver, such as 2021-08-31' },
    },
    ...editing,
  ],
  run,
};
