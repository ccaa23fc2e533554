// The checklist of a dossier as text: what is confirmed by whom, what is open, and the command that confirms it.
import type { Assessment, AttachedFile, ChecklistItem } from '../assessment.ts';
import { filesFor } from '../dossier/attest.ts';
import { penOf, type View } from '../reporters/block.ts';
import { cleanLine } from '../reporters/clean.ts';
import { wrap } from '../reporters/wrap.ts';
import { recordWords } from '../words/records.ts';

const hang = 4;

/** Every point with its id, its slot and files, and who has confirmed it when. `call` is the command to confirm. */
export function checklistText(
  { enterprise, category, checklist, inventory }: Assessment,
  call: string,
  view: View,
): string {
  const words = recordWords(view.language).attest;
  const { paint, marks } = penOf({ ...view, verbose: true });
  const open = checklist.filter(({ attested }) => attested === undefined);
  const below = (text: string): string[] =>
    wrap(cleanLine(text), view.width - hang).map((line) => ' '.repeat(hang) + line);
  const point = (item: ChecklistItem): string[] => {
    const { id, text, attested, voided, slot } = item;
    const mark = attested ? paint.ready(marks.ready) : paint.warning(voided ? marks.warning : marks.undecided);
    const [first = '', ...rest] = wrap(cleanLine(`${id}  ${text}`), view.width - 2);
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
  const next = open[0] === undefined ? [] : ['', words.next, `  ${call} --item ${open[0].id} --by ${words.name}`];
  return `${[
    `${paint.bold(cleanLine(enterprise))}  ${category.title}`,
    words.count(checklist.length, checklist.length - open.length),
    '',
    ...checklist.flatMap(point),
    ...next,
  ].join('\n')}\n`;
}

/** What was confirmed, with the files that the word is bound to. */
export function attestedText(
  items: readonly ChecklistItem[],
  filesOf: (item: ChecklistItem) => readonly AttachedFile[],
  view: View,
): string {
  const { paint, marks } = penOf({ ...view, verbose: true });
  const lines = items.flatMap((item) => [
    ...wrap(cleanLine(`${item.id}  ${item.text}`), view.width - 2).map((line, at) =>
      at === 0 ? `${paint.ready(marks.ready)} ${line}` : `  ${line}`,
    ),
    ...filesOf(item).map(({ source }) => `${' '.repeat(hang)}${cleanLine(source)}`),
  ]);
  return `${lines.join('\n')}\n`;
}
