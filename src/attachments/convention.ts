// The folders that stand for a slot which the dossier does not mention: attachments/<slot id>/ and 附件/<label>/.
import { join } from 'node:path';
import { unspaced } from '../characters/folds.ts';
import { codeOf } from '../files/fault.ts';
import { isNothing, membersOf } from '../files/folder.ts';
import { isInside, type Room, real, sourceOf, spelled } from './disk.ts';
import type { FoundFile } from './inventory-types.ts';
import { locateBelow } from './locate.ts';
import type { SlotRule } from './slot.ts';
import type { Tell } from './tell.ts';

const parents = ['attachments', '附件'];

/** The file that says what belongs into the folder of a slot; it is no attachment. */
export const noteName = '说明.txt';

/** The folder of a slot as hints name it; characters that no folder may have become full-width ones. */
export const folderFor = (slot: SlotRule): string => {
  const name = slot.label.replace(/[\\/:*?"<>|]/g, (character) =>
    String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
  );
  return `附件/${name}/`;
};

/** What stands in a folder; nothing for one that is not there, is no folder, or stands outside. Says so when it cannot be listed. */
async function namesIn(room: Room, folder: string, tell: Tell): Promise<readonly string[]> {
  try {
    const inside = await real(folder);
    if (inside === undefined || !isInside(room, inside)) return [];
    return (await membersOf(inside)).map(({ name }) => name);
  } catch (error) {
    if (!isNothing(error)) tell('file-unreadable', { file: sourceOf(room, folder), reason: codeOf(error) });
    return [];
  }
}

/** The files in the folders of a slot. */
export async function locateSlot(room: Room, slot: SlotRule, tell: Tell): Promise<FoundFile[]> {
  const keys = new Set([unspaced(slot.id), unspaced(slot.label)]);
  const files: FoundFile[] = [];
  for (const parent of parents) {
    const above = (await spelled(room, join(room.folder, parent)).catch(() => undefined)) ?? join(room.folder, parent);
    const names = await namesIn(room, above, tell);
    for (const name of names.filter((one) => keys.has(unspaced(one))).sort()) {
      for (const one of await locateBelow(room, join(above, name), tell)) files.push(one);
    }
  }
  return files.filter(({ source }) => !source.endsWith(`/${noteName}`));
}
