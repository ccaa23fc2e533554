// What zjtx record attest does: shows the checklist of a dossier, or writes the word of a person on its points into it.

import type { Assessment, AttachedFile, ChecklistItem } from '../assessment.ts';
import { attested, filesFor } from '../dossier/edit.ts';
import { nearest } from '../findings/nearest.ts';
import { ofDefinition } from '../findings/sentence.ts';
import { holdsNothing } from '../form/rows/entries.ts';
import { given as present } from '../given.ts';
import { penOf, type View } from '../reporters/block.ts';
import { cleanLine } from '../reporters/clean.ts';
import { named } from '../reporters/summary-lines.ts';
import { wrap } from '../reporters/wrap.ts';
import * as words from '../words/records.ts';
import { recordWords } from '../words/records.ts';
import type { Context } from './command.ts';
import { dayOf } from './configured.ts';
import * as display from './display.ts';
import { oneDossier, replaceFile } from './one-dossier.ts';
import { isSet, listOption, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { missingOptions, usage } from './usage.ts';

const command = 'zjtx record attest';

export const run = (given: Context): Promise<number> => withResult(given, 'attest', attest);

async function attest(given: Context, tell: Tell<'attest'>): Promise<number> {
  const named = listOption(given.options, 'item');
  const all = isSet(given.options, 'all');
  const said = textOption(given.options, 'by')?.trim() ?? '';
  // Whoever writes “待定” names nobody.
  const by = holdsNothing(said) ? '' : said;
  const writes = named.length > 0 || all;
  if (writes ? by === '' : said !== '') {
    const item = all ? {} : { item: 'figures-match' };
    const call = all ? `${command} --all` : command;
    throw missingOptions(call, { item: named[0], by }, { ...item, by: { zh: '姓名', en: 'NAME' } }, given.args);
  }
  const one = await oneDossier(given, command);
  const { assessment, dossier, shown, today } = one;
  const { context } = one.run;
  const { stdout, stderr } = context.terminal;
  const view = display.displayOf(stdout, context);
  const checklist = assessment.checklist.map(({ id, text, slot, attested, voided, ...rest }) => ({
    id,
    text,
    files: filesFor({ id, text, ...present({ slot, attested, voided }), ...rest }, assessment.inventory).map(
      ({ source }) => source,
    ),
    ...present({
      slot,
      label: assessment.inventory.slots.find((one) => one.id === slot)?.label,
      attested: attested && { by: attested.by, on: attested.on },
      voided: voided && { ...voided },
    }),
  }));
  tell({ dossier: shown, checklist });
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
  tell({ dossier: shown, checklist, written: { items: items.map(({ id }) => id), by, on, backup } });
  stdout.write(attestedText(items, (item) => filesFor(item, assessment.inventory), view));
  stdout.write(`${say.written(by, on, shown, backup)}\n`);
  return 0;
}

/** The day of the look: today, or an earlier one that is named. */
async function dayGiven({ options }: Context, today: string): Promise<string> {
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
  const known = checklist.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    throw usage(command, (say) => say.badValue('--item', unknown, near ?? known.join(', ')));
  }
  return checklist.filter(({ id }) => ids.includes(id));
}

const hangCells = 4;

/** Every point with its id, its slot and files, and who has confirmed it when. `call` is the command to confirm. */
function checklistText({ enterprise, category, checklist, inventory }: Assessment, call: string, view: View): string {
  const words = recordWords(view.language).attest;
  const { paint, marks } = penOf({ ...view, verbose: true });
  const open = checklist.filter(({ attested }) => attested === undefined);
  const below = (text: string): string[] =>
    wrap(cleanLine(text), view.width - hangCells).map((line) => ' '.repeat(hangCells) + line);
  const point = (item: ChecklistItem): string[] => {
    const { id, text, attested, voided, slot } = item;
    const mark = attested ? paint.ready(marks.ready) : paint.warning(voided ? marks.warning : marks.undecided);
    const [first = '', ...rest] = wrap(cleanLine(`${id}  ${ofDefinition(text, view.language)}`), view.width - 2);
    const files = filesFor(item, inventory).map(({ source }) => source);
    const label = inventory.slots.find((one) => one.id === slot)?.label;
    return [
      `${mark} ${first.replace(id, paint.bold(id))}`,
      ...rest.map((line) => `  ${line}`),
      ...(label === undefined ? [] : below(words.slot(label, files))),
      ...(attested ? below(words.given(attested.by, attested.on)) : []),
      ...(voided ? below(words.voided(voided.by, voided.on, voided.file)) : []),
    ];
  };
  const next =
    open[0] === undefined
      ? []
      : ['', ...wrap(words.next, view.width), `  ${call} --item ${open[0].id} --by ${words.name}`];
  return `${[
    ...named({ paint, width: view.width }, enterprise, [cleanLine(category.title)]),
    words.count(checklist.length, checklist.length - open.length),
    '',
    ...checklist.flatMap(point),
    ...next,
  ].join('\n')}\n`;
}

/** What was confirmed, with the files that the word is bound to. */
function attestedText(
  items: readonly ChecklistItem[],
  filesOf: (item: ChecklistItem) => readonly AttachedFile[],
  view: View,
): string {
  const { paint, marks } = penOf({ ...view, verbose: true });
  const lines = items.flatMap((item) => [
    ...wrap(cleanLine(`${item.id}  ${ofDefinition(item.text, view.language)}`), view.width - 2).map((line, at) =>
      at === 0 ? `${paint.ready(marks.ready)} ${line}` : `  ${line}`,
    ),
    ...filesOf(item).map(({ source }) => `${' '.repeat(hangCells)}${cleanLine(source)}`),
  ]);
  return `${lines.join('\n')}\n`;
}
