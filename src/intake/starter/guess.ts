// Guesses which slot a file belongs to: by words of its name, then by words in its text. A guess is shown, never trusted.
import { labelKey } from '../../attachments/names.ts';
import type { SlotRule } from '../../attachments/slot.ts';

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
  const parts = labelKey(label)
    .split(/[、,，()（）/和或的及与]/u)
    .map((part) => part.replace(common, ' ').trim())
    .flatMap((part) => part.split(/\s+/u))
    .filter((part) => [...part].length >= 2);
  return [...new Set([...(words?.any ?? []).map(labelKey), ...parts])];
}

/** The slot whose word the path holds; the file's own name counts before its folders, the longest word before others. */
export function guessByName(path: string, slots: readonly SlotRule[]): Guess {
  const [name = '', ...folders] = path.split('/').reverse().map(labelKey);
  for (const text of [name, ...folders]) {
    const hits = slots.flatMap((slot) => {
      const word = wordsOfSlot(slot).find((one) => text.includes(one));
      const exact = text.includes(labelKey(slot.label));
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
