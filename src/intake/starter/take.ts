// Takes files into the slots of a dossier: what each probably is, where it goes, and what the dossier then says of it.
import { basename, join, relative, sep } from 'node:path';
import { folderFor, noteName } from '../../attachments/convention.ts';
import type { SlotRule } from '../../attachments/slot.ts';
import type { Writable, WritableMap } from '../../document/edit-text.ts';
import { isBelow } from '../../files/write.ts';
import { copyInto, filesIn, mentions } from './disk.ts';
import { type Guess, guessByName, guessByText } from './guess.ts';

const isPaper = (path: string): boolean =>
  !/^dossier\.yaml|\.(?:ya?ml|bak|md)$/u.test(basename(path)) && basename(path) !== noteName;

/** Files of a folder with the slot that each probably belongs to; those that lie in a slot's folder already are left out. */
export async function guesses(folder: string, dossier: string, slots: readonly SlotRule[]): Promise<readonly Guess[]> {
  const homes = slots.map((slot) => join(dossier, folderFor(slot)));
  const papers = (await filesIn(folder)).filter(
    (path) => isPaper(path) && !homes.some((home) => isBelow(join(folder, path), home)),
  );
  const found: Guess[] = [];
  for (const path of papers) {
    const named = guessByName(path, slots);
    const has = (word: string) => mentions(join(folder, path), word).catch(() => false);
    found.push(named.slot ? named : await guessByText(path, slots, has));
  }
  return found;
}

/** Where a file has come to: it stays below the dossier, or is copied into the folder of its slot. */
export type Settled = { readonly from: string; readonly path: string; readonly copied: boolean };

export async function settle(slot: SlotRule, files: readonly string[], dossier: string): Promise<readonly Settled[]> {
  const home = folderFor(slot);
  const settled: Settled[] = [];
  for (const from of files) {
    const inside = isBelow(from, dossier);
    const path = inside
      ? relative(dossier, from).split(sep).join('/')
      : `${home}${await copyInto(from, join(dossier, home), dossier)}`;
    settled.push({ from, path, copied: !inside });
  }
  return settled;
}

/**
 * What the dossier must say of a slot it has not mentioned: nothing while all lies in the folder of the slot and no year
 * is to be told, else all its files, for once it is mentioned only what is named counts.
 */
export async function entriesFor(
  slot: SlotRule,
  paths: readonly string[],
  dossier: string,
): Promise<readonly Writable[]> {
  const home = folderFor(slot);
  const there = await filesIn(join(dossier, home)).catch(() => []);
  const before = there.filter((one) => basename(one) !== noteName).map((one) => `${home}${one}`);
  const all = [...new Set([...before, ...paths])];
  const dated = all.some((one) => yearIn(one, slot) !== undefined);
  if (!dated && all.every((one) => one.startsWith(home))) return [];
  return dated ? all.map((one) => entryFor(one, slot)) : all;
}

/** The one year of its name that the slot asks for: 2019年度审计报告 covers 2019. */
function yearIn(path: string, { covers }: SlotRule): number | undefined {
  const years = (covers?.years ?? []).filter((year) => basename(path).includes(String(year)));
  return years.length === 1 ? years[0] : undefined;
}

export function entryFor(path: string, slot: SlotRule): WritableMap {
  const year = yearIn(path, slot);
  return year === undefined ? { file: path } : { file: path, covers: year };
}
