// zjtx attest: shows the checklist of a dossier, and writes a person's word on its points into the dossier.
import type { ChecklistItem } from '../../assessment.ts';
import type { Command, Context } from '../command.ts';
import { by, dossierPath, editing, isSet, listOption, textOption } from '../options.ts';

const command = 'zjtx attest';

async function run(given: Context): Promise<number> {
  const [
    { oneDossier, replaceFile },
    { attested, filesFor },
    { attestedText, checklistText },
    display,
    words,
    { usage },
  ] = await Promise.all([
    import('../one-dossier.ts'),
    import('../../dossier/attest.ts'),
    import('../attest-text.ts'),
    import('../display.ts'),
    import('../../words/records.ts'),
    import('../usage.ts'),
  ]);
  const named = listOption(given.options, 'item');
  const all = isSet(given.options, 'all');
  const by = textOption(given.options, 'by')?.trim() ?? '';
  const writes = named.length > 0 || all;
  if (writes && by === '') throw usage(command, (say) => say.missingOption('--by'));
  if (!writes && by !== '') throw usage(command, (say) => say.missingOption('--item'));
  const one = await oneDossier(given, command);
  const { assessment, dossier, shown, today } = one;
  const { context } = one.run;
  const { stdout, stderr } = context.terminal;
  const view = display.displayOf(stdout, context);
  if (!writes) {
    stdout.write(checklistText(assessment, [command, ...context.args].join(' '), view));
    return 0;
  }
  const on = await dayGiven(given, today);
  const say = words.recordWords(context.language).attest;
  const asked = all ? assessment.checklist : await itemsNamed(named, assessment.checklist);
  const open = asked.filter((item) => item.attested === undefined);
  const empty = open.filter((item) => item.slot !== undefined && filesFor(item, assessment.inventory).length === 0);
  for (const { id } of empty) stderr.write(`${say.noFiles(id)}\n`);
  if (empty.length > 0 && !all) return 1;
  for (const item of named.length > 0 ? asked : []) if (item.attested) stderr.write(`${say.already(item.id)}\n`);
  const items = open.filter((item) => !empty.includes(item));
  if (items.length === 0) {
    stderr.write(`${say.nothing}\n`);
    return 0;
  }
  const bytes = await attested(dossier.bytes, items, assessment.inventory, { by, on }, shown);
  const backup = await replaceFile(one, bytes);
  stdout.write(attestedText(items, (item) => filesFor(item, assessment.inventory), view));
  stdout.write(`${say.written(by, on, shown, backup)}\n`);
  return 0;
}

/** The day of the look: today, or an earlier one that is named. */
async function dayGiven({ options }: Context, today: string): Promise<string> {
  const [{ dayOf }, { usage }] = await Promise.all([import('../day-option.ts'), import('../usage.ts')]);
  const written = textOption(options, 'on') ?? today;
  const on = dayOf(written);
  if (on === undefined || on > today)
    throw usage(command, (say) => say.badValue('--on', written, `YYYY-MM-DD ≤ ${today}`));
  return on;
}

async function itemsNamed(
  ids: readonly string[],
  checklist: readonly ChecklistItem[],
): Promise<readonly ChecklistItem[]> {
  const [{ nearest }, { usage }] = await Promise.all([import('../../findings/nearest.ts'), import('../usage.ts')]);
  const known = checklist.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    throw usage(command, (say) => say.badValue('--item', unknown, near ?? known.join(', ')));
  }
  return checklist.filter(({ id }) => ids.includes(id));
}

export const attest: Command = {
  name: 'attest',
  about: {
    zh: '列出人工核对清单；把谁在哪天看过哪些文件写入材料',
    en: 'list the checklist; write who looked at which files on which day into the dossier',
  },
  argument: dossierPath,
  options: [
    {
      flags: '--item <id>',
      about: {
        zh: '看过的一项，写清单中的编号；可重复',
        en: 'a point that was looked at, by its id in the checklist; may be repeated',
      },
      repeatable: true,
    },
    {
      flags: '--all',
      about: { zh: '清单中待确认的各项都看过了', en: 'all open points of the checklist were looked at' },
    },
    by,
    {
      flags: '--on <date>',
      about: {
        zh: '看的日期，例如 2021-08-15（默认北京时间今天）',
        en: 'day of the look, such as 2021-08-15 (default: today in Shanghai)',
      },
    },
    ...editing,
  ],
  run,
};
