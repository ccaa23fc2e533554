// Takes files into the slots of a dossier: what each probably is, where it goes, and what the dossier then says of it.
import { basename, extname, join, relative, sep } from 'node:path';
import { folderFor, noteName } from '../../attachments/convention.ts';
import { isSystemFile } from '../../attachments/names.ts';
import type { SlotRule } from '../../attachments/slot.ts';
import { unspaced } from '../../characters/folds.ts';
import type { Writable, WritableMap } from '../../document/edit-text.ts';
import { codeOf } from '../../files/fault.ts';
import { isBelow, membersOf } from '../../files/folder.ts';
import { inspectPdf } from '../../files/pdf/inspect.ts';
import { digestFile, piecesIn, readPlain } from '../../files/read.ts';
import { writeWhole } from '../../files/write.ts';

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

/** Folders below which nothing is looked for, and how many files are looked at. */
const deepestFolders = 6;
const mostFiles = 1000;

/** Paths below a folder with `/`, sorted; what a system or this program put there is left out. */
async function filesIn(folder: string, depth = 0): Promise<readonly string[]> {
  const members = [...(await membersOf(folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
  const paths: string[] = [];
  for (const { name, kind } of members) {
    if (name.startsWith('.') || isSystemFile(name) || paths.length >= mostFiles) continue;
    if (kind === 'folder' && depth < deepestFolders)
      for (const one of (await filesIn(join(folder, name), depth + 1)).map((one) => `${name}/${one}`)) paths.push(one);
    else if (kind === 'file') paths.push(name);
  }
  return paths.slice(0, mostFiles);
}

/**
 * Copies a file into a folder of a dossier under its own name; a name that is taken by other bytes gets `-2`. Gives the
 * name. No link leads out of the dossier's folder. Throws a FileFault.
 */
async function copyInto(file: string, folder: string, dossier: string): Promise<string> {
  const end = extname(file);
  const stem = basename(file, end);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${stem}${end}` : `${stem}-${number}${end}`;
    const target = join(folder, name);
    try {
      await writeWhole(target, piecesIn(file), { over: false, within: dossier });
      return name;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      const theirs = await digestFile(target).catch(() => undefined);
      if (theirs === (await digestFile(file))) return name;
    }
  }
}

/** Larger ones are not searched for words. */
const searchedBytes = 20_000_000;

/** Whether the text of a PDF has a word; of any other file nothing is known. */
async function mentions(file: string, word: string): Promise<boolean> {
  if (extname(file).toLowerCase() !== '.pdf') return false;
  const bytes = await readPlain(file, searchedBytes).catch((error: unknown) => {
    if (codeOf(error) === 'too large') return undefined;
    throw error;
  });
  if (bytes === undefined) return false;
  const report = await inspectPdf(new Uint8Array(bytes), { wanted: { name: word }, leastSide: 0, deep: false });
  return report.is === 'opened' && report.mentions === 'name';
}

export type Guess = {
  readonly path: string;
  readonly slot?: SlotRule;
  /** The word that gave the slot away, and where it stood. */
  readonly word?: string;
  readonly by?: 'name' | 'text';
};

/** Words that say nothing of one paper rather than another. */
const common =
  /证明|材料|相关|情况|说明|文件|扫描件|原件|复印件|企业|提供|其他|有关|年度|资料|以上|获得|认为|需的|等/gu;

/** Words that speak of a slot, the most telling first: its own, then the parts of its label. */
export function wordsOfSlot({ words, label }: SlotRule): readonly string[] {
  const parts = unspaced(label)
    .split(/[、,，()（）/和或的及与]/u)
    .map((part) => part.replace(common, ' ').trim())
    .flatMap((part) => part.split(/\s+/u))
    .filter((part) => [...part].length >= 2);
  return [...new Set([...(words?.any ?? []).map(unspaced), ...parts])];
}

/** The slot whose word the path holds; the file's own name counts before its folders, the longest word before others. */
export function guessByName(path: string, slots: readonly SlotRule[]): Guess {
  const [name = '', ...folders] = path.split('/').reverse().map(unspaced);
  for (const text of [name, ...folders]) {
    const hits = slots.flatMap((slot) => {
      const word = wordsOfSlot(slot).find((one) => text.includes(one));
      const exact = text.includes(unspaced(slot.label));
      return word === undefined && !exact ? [] : [{ slot, word: exact ? slot.label : (word ?? ''), exact }];
    });
    const [best] = hits.sort((a, b) => Number(b.exact) - Number(a.exact) || b.word.length - a.word.length);
    if (best) return { path, slot: best.slot, word: best.word, by: 'name' };
  }
  return { path };
}

/** Finds the slot of a file whose name says nothing; `mentions` tells whether its text has a word. Only own words are asked for. */
export async function guessByText(
  path: string,
  slots: readonly SlotRule[],
  mentions: (word: string) => Promise<boolean>,
): Promise<Guess> {
  for (const slot of slots)
    for (const word of slot.words?.any ?? []) if (await mentions(word)) return { path, slot, word, by: 'text' };
  return { path };
}
