// zjtx attest: shows the checklist of a dossier, and writes a person's word on its points into the dossier.
import type { ChecklistItem } from '../../assessment.ts';
import type { Command, Context } from '../command.ts';
import { editing, isSet, listOption, textOption } from '../options.ts';

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
    import('../../messages/cli.ts'),
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
  const say = words.cliWordsOf(context.language).attest;
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
  argument: { name: 'dossier', syntax: '[path]' },
  options: [
    { name: 'item', flags: '--item <id>', repeatable: true },
    { name: 'all', flags: '--all' },
    { name: 'by', flags: '--by <name>' },
    { name: 'on', flags: '--on <date>' },
    ...editing,
  ],
  run,
};
