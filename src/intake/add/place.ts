// Carries a plan out: copies papers into the folders of their slots and says so in the dossier, all of it or nothing.
import { basename, extname, join } from 'node:path';
import { folderFor, noteName } from '../../attachments/convention.ts';
import { datedIn, isSystemFile, nameKey, safeStem } from '../../attachments/names.ts';
import type { SlotRule } from '../../attachments/slot.ts';
import { Figure, type Writable, type WritableMap } from '../../document/edit-text.ts';
import type { Node } from '../../document/node.ts';
import { editedDossier, spellingOf } from '../../dossier/edit.ts';
import { ownKeyOf } from '../../dossier/own-keys.ts';
import { isBelow, isNothing, membersOf } from '../../files/folder.ts';
import { alternatives, isGlob, matcher } from '../../files/glob.ts';
import { digestFile, piecesIn } from '../../files/read.ts';
import { unmake } from '../../files/temporary.ts';
import { writeWhole } from '../../files/write.ts';
import { factSteps, keyOf } from '../../form/keys.ts';
import { slotSteps } from '../starter/given.ts';
import { step } from '../starter/question.ts';
import { locate, type Session, treeOf } from '../wizard/session.ts';
import type { PlanItem } from './plan.ts';
import { wayTo } from './sources.ts';

/** A paper and the slot that was decided for it; `confirmed` when a person has compared what was read of it. */
export type Placement = { readonly item: PlanItem; readonly slot: SlotRule; readonly confirmed: boolean };

/** Where a paper has come to, relative to the dossier's folder; `copied` false for one that lay there. */
export type Placed = Placement & { readonly path: string; readonly copied: boolean };

/**
 * Copies and writes. Throws a Stop, or a FileFault with the paper or the place it speaks of; then the dossier is as it was
 * and nothing that was copied is left.
 */
export async function place(
  session: Session,
  placements: readonly Placement[],
  folder: string,
): Promise<readonly Placed[]> {
  await session.refresh();
  const placed = await named(placements, folder);
  let bytes = session.bytes();
  for (const slot of new Set(placed.map((one) => one.slot))) {
    const own = placed.filter((one) => one.slot === slot);
    bytes = await written(bytes, slot, own, folder, session);
  }
  const made: string[] = [];
  try {
    for (const { item, path, copied } of placed) {
      if (!copied) continue;
      const target = join(folder, path);
      await writeWhole(target, piecesIn(item.paper.path), { over: false, within: folder, made });
    }
    if (bytes !== session.bytes()) await session.save(bytes);
  } catch (error) {
    await unmake(made);
    throw error;
  }
  return placed;
}

/** Gives each paper its name in the folder of its slot: its own, made safe; `-2` where other bytes have it. */
async function named(placements: readonly Placement[], folder: string): Promise<readonly Placed[]> {
  const placed: Placed[] = [];
  for (const one of placements) {
    const { path: from, name } = one.item.paper;
    if (isBelow(from, folder)) {
      placed.push({ ...one, path: wayTo(folder, from), copied: false });
      continue;
    }
    const home = folderFor(one.slot);
    const there = await namesIn(join(folder, home));
    const end = extname(name);
    const stem = safeStem(basename(name, end));
    for (let number = 1; ; number += 1) {
      const fit = `${number === 1 ? stem : `${stem}-${number}`}${end}`;
      const path = `${home}${fit}`;
      const before = there.find((other) => nameKey(other) === nameKey(fit));
      const isHere = before !== undefined && (await isSame(join(folder, home, before), from));
      if (isHere) placed.push({ ...one, path: `${home}${before}`, copied: false });
      else if (before === undefined && !placed.some((other) => nameKey(other.path) === nameKey(path)))
        placed.push({ ...one, path, copied: true });
      else continue;
      break;
    }
  }
  return placed;
}

const isSame = async (a: string, b: string): Promise<boolean> =>
  (await digestFile(a).catch(() => undefined)) === (await digestFile(b));

const namesIn = async (folder: string): Promise<readonly string[]> =>
  (
    await membersOf(folder).catch((error: unknown) => {
      if (isNothing(error)) return [];
      throw error;
    })
  ).map(({ name }) => name);

/** The dossier with the papers of a slot in it. */
async function written(
  bytes: Uint8Array,
  slot: SlotRule,
  placed: readonly Placed[],
  folder: string,
  { category, shown }: Pick<Session, 'category' | 'shown'>,
): Promise<Uint8Array> {
  const root = treeOf(bytes);
  const spelling = spellingOf(root);
  const facts = factSteps(category.vocabulary);
  const entryFor = (one: Placed): WritableMap => evidenceOf(one, (fact) => keyOf(facts.of(fact), spelling));
  const { path, node } = locate(root, [step('attachments'), slotSteps(category.slots).of(slot.id)]);
  if (node === undefined) {
    const entries = await firstEntries(slot, placed, folder, entryFor);
    return entries.length === 0 ? bytes : editedDossier(bytes, { path, value: entries }, shown);
  }
  const fresh = placed.filter((one) => !isNamed(node, one.path)).map(entryFor);
  if (fresh.length === 0) return bytes;
  if (node.kind === 'list') {
    let after = bytes;
    for (const value of fresh) after = editedDossier(after, { path, value, append: true }, shown);
    return after;
  }
  // A single path becomes a list with the path in front.
  const before = node.kind === 'scalar' ? [{ file: node.source }] : [];
  return editedDossier(bytes, { path, value: [...before, ...fresh] }, shown);
}

/** Whether the entries of a slot name a path already, or take it with a pattern. */
function isNamed(node: Node, path: string): boolean {
  const items = node.kind === 'list' ? node.items : [node];
  return items.some((item) => {
    const file =
      item.kind === 'map' ? item.entries.find(({ key }) => ownKeyOf(key, 'evidence') === 'file')?.value : item;
    if (file?.kind !== 'scalar') return false;
    const pattern = file.source.replace(/^\.\//, '').replaceAll('\\', '/');
    return pattern === path || (isGlob(pattern) && alternatives(pattern).some((one) => matcher(one)(path)));
  });
}

/**
 * What the dossier must say of a slot that it has not mentioned: nothing while all lies in the folder of the slot and
 * nothing is to be said of it, else all its files, for once it is mentioned only what is named counts.
 */
async function firstEntries(
  slot: SlotRule,
  placed: readonly Placed[],
  folder: string,
  entryFor: (one: Placed) => WritableMap,
): Promise<readonly Writable[]> {
  const home = folderFor(slot);
  const isPlain = placed.every((one) => one.path.startsWith(home) && Object.keys(one.item.evidence).length === 0);
  if (isPlain) return [];
  const there = (await namesIn(join(folder, home))).filter(
    (name) => name !== noteName && !name.startsWith('.') && !isSystemFile(name),
  );
  const before = there.map((name) => `${home}${name}`).filter((path) => !placed.some((one) => one.path === path));
  return [...before.map((path) => bare(path, slot)), ...placed.map(entryFor)];
}

/** A file that lay in the folder of its slot, with the years that its name tells. */
function bare(path: string, slot: SlotRule): WritableMap {
  const years = datedIn(basename(path)).years.filter((year) => slot.covers?.years.includes(year) === true);
  return years.length === 0 ? { file: path } : { file: path, covers: years.length === 1 ? (years[0] ?? 0) : years };
}

const isWhole = (text: string): boolean => /^\d+$/.test(text);

/** Years are written as numbers. */
const year = (covered: string): Writable => (/^\d{4}$/.test(covered) ? Number(covered) : covered);

function evidenceOf(
  { item: { evidence, proposed }, path, confirmed }: Placed,
  nameOf: (fact: string) => string,
): WritableMap {
  const { covers = [], figures, pages, ...said } = evidence;
  const stated = Object.entries(figures ?? {}).map(([name, text]) => [nameOf(name), new Figure(text)]);
  const [only, ...more] = covers;
  return {
    file: path,
    ...(only === undefined ? {} : { covers: more.length === 0 ? year(only) : covers.map(year) }),
    ...(said as WritableMap),
    ...(figures === undefined ? {} : { figures: Object.fromEntries(stated) }),
    ...(pages === undefined ? {} : { pages: isWhole(pages) ? Number(pages) : pages }),
    ...(confirmed || proposed.length === 0 ? {} : { proposed: [...proposed] }),
  };
}
