// Takes files of a folder into the slots of a dossier: shows the guesses, takes what is confirmed.
import { basename, join } from 'node:path';
import type { Category } from '../../category/category.ts';
import { entriesFor, entryFor, type Guess, guesses, settle } from '../starter/take.ts';
import { located, type Session, write } from './session.ts';

type Slot = Category['slots'][number];
type Placed = { readonly path: string; readonly slot: Slot };

/** Takes what is confirmed, or with `ask` false whatever was guessed. Gives how many files were taken. */
export async function takeFrom(session: Session, folder: string, dossier: string, ask: boolean): Promise<number> {
  const { words, asker, category, say } = session;
  const found = await guesses(folder, dossier, category.slots);
  const known = found.filter(({ slot }) => slot !== undefined);
  if (found.length === 0) say([words.take.nothing(folder)]);
  if (found.length === 0) return 0;
  const told = ({ path, slot, word = '', by = 'name' }: Guess): string =>
    slot === undefined ? words.take.unknown(path) : words.take.guess(path, slot.label, word, by);
  say(['', words.take.found(found.length, known.length)]);
  if (!ask) say(found.map((guess) => `  ${told(guess)}`));
  const chosen = ask
    ? await asker.some(
        words.take.confirm,
        found.map((guess) => ({ name: told(guess), value: guess, checked: guess.slot !== undefined })),
      )
    : known;
  const placed: Placed[] = [];
  for (const { path, slot } of chosen) {
    const home = slot ?? (await slotFor(session, path));
    if (home !== undefined) placed.push({ path, slot: home });
  }
  for (const slot of category.slots) {
    const paths = placed.filter((one) => one.slot.id === slot.id).map(({ path }) => join(folder, path));
    if (paths.length > 0) await place(session, slot, paths, dossier);
  }
  return placed.length;
}

async function slotFor({ asker, words, category }: Session, path: string): Promise<Slot | undefined> {
  const choices = category.slots.map((slot) => ({ name: slot.label, value: slot }));
  const leave = { name: words.take.leave, value: 'leave' } as const;
  const chosen = await asker.pick<Slot | 'leave'>(words.take.whereTo(path), [...choices, leave], 'leave');
  return chosen === 'leave' ? undefined : chosen;
}

/** Files below the dossier stay and are named; others are copied into the folder of the slot. */
async function place(session: Session, slot: Slot, files: readonly string[], dossier: string): Promise<void> {
  const { words, say } = session;
  const settled = await settle(slot, files, dossier);
  for (const { from, path, copied } of settled)
    say([copied ? words.take.copied(basename(from), path) : words.take.inPlace(path, slot.label)]);
  const paths = settled.map((one) => one.path);
  const steps = [
    { id: 'attachments', labels: [] },
    { id: slot.id, labels: [slot.label] },
  ];
  const { path, node } = located(session, { path: steps });
  if (node !== undefined) {
    for (const one of paths) await write(session, path, entryFor(one, slot), true);
    return;
  }
  const entries = await entriesFor(slot, paths, dossier);
  if (entries.length > 0) await write(session, path, entries);
}
