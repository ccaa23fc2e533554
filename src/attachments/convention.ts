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

/** One of the parents as the disk spells it, with what stands in it; nothing in one that is not there, is no folder, or stands outside. */
type Parent = { readonly path: string; readonly names: readonly string[] | { readonly unlisted: string } };

/** What the parents hold, looked at once a run: every slot without an entry asks for them. */
const looked = new WeakMap<Room, Promise<readonly Parent[]>>();

function parentsIn(room: Room): Promise<readonly Parent[]> {
  const known = looked.get(room) ?? Promise.all(parents.map((name) => parentIn(room, join(room.folder, name))));
  looked.set(room, known);
  return known;
}

async function parentIn(room: Room, named: string): Promise<Parent> {
  const path = (await spelled(room, named).catch(() => undefined)) ?? named;
  try {
    const inside = await real(path);
    if (inside === undefined || !isInside(room, inside)) return { path, names: [] };
    return { path, names: (await membersOf(inside)).map(({ name }) => name) };
  } catch (error) {
    return { path, names: isNothing(error) ? [] : { unlisted: codeOf(error) } };
  }
}

/** The files in the folders of a slot. Says so when they cannot be listed. */
export async function locateSlot(room: Room, slot: SlotRule, tell: Tell): Promise<FoundFile[]> {
  const keys = new Set([unspaced(slot.id), unspaced(slot.label)]);
  const files: FoundFile[] = [];
  for (const { path, names } of await parentsIn(room)) {
    if ('unlisted' in names) {
      tell('file-unreadable', { file: sourceOf(room, path), reason: names.unlisted });
      continue;
    }
    for (const name of names.filter((one) => keys.has(unspaced(one))).sort()) {
      for (const one of await locateBelow(room, join(path, name), tell)) files.push(one);
    }
  }
  return files.filter(({ source }) => !source.endsWith(`/${noteName}`));
}
