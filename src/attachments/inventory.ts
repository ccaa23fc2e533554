// Takes the inventory of a dossier: finds its files, looks at each once, and checks the slots.
import { codeOf } from '../files/fault.ts';
import { digestFile } from '../files/read.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { given } from '../given.ts';
import { locateSlot } from './convention.ts';
import { openRoom, type Room } from './disk.ts';
import { type AttachmentEntries, type AttachmentEntry, valueAt } from './entry.ts';
import { type Examined, examine } from './examine.ts';
import type { AttachedFile, FilledSlot, FoundFile, Held, Inventory, RowFile } from './inventory-types.ts';
import type { Kept } from './kept.ts';
import { locate } from './locate.ts';
import { coveredBy, nameKey } from './names.ts';
import type { LookFor } from './probes/probe.ts';
import type { FileRule, SlotRule } from './slot.ts';
import {
  checkBasis,
  checkFilled,
  checkIssuer,
  checkKinds,
  checkMisplaced,
  checkMonth,
  checkSeveral,
  checkTypes,
  checkYears,
  coveredIn,
  type Said,
} from './slots.ts';
import { tellAt, tellOfFile } from './tell.ts';

export type InventoryInput = {
  /** Absolute folder of the dossier; paths of its entries are relative to it. */
  readonly folder: string;
  /** Absolute folder below which files may be read: `folder` or one above it. */
  readonly root: string;
  /** Name of the dossier's own file in `folder`; no pattern takes it for an attachment. */
  readonly file: string;
  readonly slots: readonly SlotRule[];
  readonly files: FileRule;
  readonly entries: AttachmentEntries;
  /** Year of foundation; no slot asks for a year before it. */
  readonly foundedYear?: number;
  readonly lookFor?: LookFor;
  /** Digests that are known already. */
  readonly digests?: Digests;
  /** What was seen of files before. */
  readonly kept?: Kept;
};

/** A file before it is looked at. */
type Named = FoundFile & Pick<AttachedFile, 'evidence' | 'at' | 'keys'>;

/** One run over a dossier's files. */
type Run = {
  readonly input: InventoryInput;
  readonly room: Room;
  readonly findings: Finding[];
  /** By absolute path: a file that stands in several places is looked at, and spoken of, once. */
  readonly examined: Map<string, Examined>;
};

async function hold(run: Run, found: Named): Promise<Held> {
  const { files, lookFor, kept } = run.input;
  const { source, absolute, bytes, identity, ...said } = found;
  const known = run.examined.get(absolute);
  const examined = known ?? (await examine(found, files, tellOfFile(run.findings, found.at, files), lookFor, kept));
  run.examined.set(absolute, examined);
  const name = source.slice(source.lastIndexOf('/') + 1);
  return { source, absolute, ...given({ identity }), name, bytes, ...examined, ...said };
}

/** Whether two entries say that one paper is of other years: then one of the two papers is not there. */
const differ = (covers: readonly string[] = [], others: readonly string[] = []): boolean =>
  covers.length > 0 && others.length > 0 && covers.join() !== others.join();

/** The files of entries, each once; the entry that says most of a file wins. */
async function named(run: Run, slot: SlotRule, own: readonly AttachmentEntry[]): Promise<Named[]> {
  const files = new Map<string, Named>();
  for (const { slot: _, pattern, ...said } of own) {
    for (const found of await locate(run.room, pattern, run.input.file, tellAt(run.findings, said.at, []))) {
      const known = files.get(found.absolute);
      if (known !== undefined && differ(known.evidence.covers, said.evidence.covers)) {
        const about = { file: found.source, slot: slot.label, other: found.source, otherSlot: slot.label };
        tellAt(run.findings, said.at, [])('file-twice', about);
      }
      if (known !== undefined && Object.keys(known.evidence).length >= Object.keys(said.evidence).length) continue;
      files.set(found.absolute, { ...found, ...said });
    }
  }
  return [...files.values()];
}

/** The files in the folder of a slot that the dossier does not mention. */
async function unnamed(run: Run, slot: SlotRule, at: Place): Promise<Named[]> {
  if (run.input.entries.mentioned.has(slot.id)) return [];
  const files = await locateSlot(run.room, slot, tellAt(run.findings, at, []));
  return files.map((found) => ({ ...found, evidence: {}, at }));
}

type Taken = { readonly slot: SlotRule; readonly at: Place; readonly files: readonly Held[] };

async function takeSlot(run: Run, slot: SlotRule): Promise<Taken> {
  const { entries, foundedYear } = run.input;
  const at = entries.mentioned.get(slot.id) ?? { ...entries.at, path: `attachments.${slot.id}`, absent: true as const };
  const own = entries.entries.filter((entry) => entry.slot === slot.id);
  const before = run.findings.length;
  const files: Held[] = [];
  for (const one of own.length > 0 ? await named(run, slot, own) : await unnamed(run, slot, at)) {
    files.push(await hold(run, one));
  }
  const told = run.findings.slice(before).some(({ severity }) => severity === 'error');
  const said = own.map((one): Said => ({ file: one.pattern, covers: one.evidence.covers, at: valueAt(one, 'covers') }));
  // Where the dossier says nothing of them, the names of the files do: the note in the folder asks for years in names.
  const silent = files.map(({ source: file, name, at }): Said => ({ file, covers: coveredIn(name), at, byName: true }));
  const found = [
    ...checkFilled(slot, files.length, told, at),
    ...checkTypes(slot, files),
    ...checkKinds(slot, files),
    ...checkBasis(slot, files),
    ...checkIssuer(slot, files),
    ...(files.length > 0 ? checkYears(slot, own.length > 0 ? said : silent, foundedYear, at) : []),
    ...(files.length > 0 ? checkMonth(slot, own.length > 0 ? said : silent, at) : []),
    ...checkNames({ label: slot.label, files }),
  ];
  for (const one of found) run.findings.push(one);
  return { slot, at, files };
}

async function takeRows(run: Run) {
  const { entries, file } = run.input;
  const rows: (RowFile & { readonly file: Held })[] = [];
  for (const { table, row, column, pattern, at } of entries.rows) {
    for (const found of await locate(run.room, pattern, file, tellAt(run.findings, at, []))) {
      rows.push({ table, row, column, file: await hold(run, { ...found, evidence: {}, at }) });
    }
  }
  await checkShared(run, rows);
  return rows;
}

/** A page of paper that two rows of a table have: whether it shows two certificates, only a person sees. */
async function checkShared(run: Run, rows: readonly (RowFile & { readonly file: Held })[]): Promise<void> {
  const single = rows.filter(
    ({ file: { sound, traits } }) => sound && (traits.pages === 1 || traits.width !== undefined),
  );
  const titles = new Map(run.input.entries.rows.map(({ table, title }) => [table, title]));
  for (const sized of groupBy(single, ({ table, file }) => `${table} ${file.bytes}`)) {
    const first = new Map<string, number>();
    for (const { table, row, file } of sized.length > 1 ? sized : []) {
      const key = await digestOf(file).catch(() => file.absolute);
      const other = first.get(key) ?? row;
      first.set(key, other);
      if (other === row) continue;
      const about = { table: titles.get(table) ?? table, row, first: other, file: file.source };
      run.findings.push(report('row-file-twice', about, file.at));
    }
  }
}

/**
 * The files of a dossier by slot and by row, and what is wrong with them. Reads nothing outside `root`. Throws the
 * system's error when `folder` or `root` does not exist.
 */
export async function takeInventory(
  input: InventoryInput,
): Promise<{ readonly inventory: Inventory; readonly findings: Finding[] }> {
  const room = await openRoom(input.folder, input.root);
  const run: Run = { input, room, findings: [], examined: new Map() };
  const taken: Taken[] = [];
  for (const slot of input.slots) taken.push(await takeSlot(run, slot));
  for (const one of checkMisplaced(taken)) run.findings.push(one);
  const rows = await takeRows(run);
  for (const one of checkSources([...taken.flatMap(({ files }) => files), ...rows.map(({ file }) => file)]))
    run.findings.push(one);
  const { findings, digests } = await checkContents(
    taken.map(({ slot, files }) => ({ label: slot.label, files })),
    input.digests,
  );
  const digested = ({ sound: _, ...file }: Held): AttachedFile => ({
    ...file,
    ...given({ sha256: digests.get(file.absolute) }),
  });
  const slots = taken.map(({ slot: { id, order, label, required, cite }, at, files }): FilledSlot => {
    return { id, order, label, required, cite, files: files.map(digested), at };
  });
  return {
    inventory: { slots, rows: rows.map((row) => ({ ...row, file: digested(row.file) })) },
    findings: [...run.findings, ...checkSeveral(taken), ...findings],
  };
}

/** The files of a slot, for comparing them with those of others. */
type SlotFiles = { readonly label: string; readonly files: readonly Held[] };

/** Names that a folder of Windows or macOS takes for one. */
function checkNames({ label, files }: SlotFiles): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, string>();
  for (const file of files) {
    const key = nameKey(file.name);
    const other = first.get(key);
    if (other === undefined) first.set(key, file.source);
    else if (other !== file.source)
      tellAt(findings, file.at, [])('name-twice', { file: file.source, slot: label, other });
  }
  return findings;
}

/** Files whose names in the dossier are one, since the disk alone tells their spellings apart. */
function checkSources(files: readonly Held[]): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, string>();
  for (const { source, absolute, at } of files) {
    const known = first.get(source) ?? absolute;
    first.set(source, known);
    if (known !== absolute) tellAt(findings, at, [])('name-same', { file: source });
  }
  return findings;
}

type Member = { readonly file: Held; readonly slot: number; readonly label: string };

function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): T[][] {
  const groups = new Map<K, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

/**
 * One content in two slots, or in one for other years. Only files of equal size are read for it, unless their digests are
 * `known`; digests come back by absolute path.
 */
async function checkContents(
  slots: readonly SlotFiles[],
  known: Digests = new Map(),
): Promise<{ readonly findings: Finding[]; readonly digests: ReadonlyMap<string, string> }> {
  const findings: Finding[] = [];
  const digests = new Map<string, string>();
  const members = slots.flatMap(({ label, files }, slot) =>
    files.filter(({ sound }) => sound).map((file): Member => ({ file, slot, label })),
  );
  const covers = ({ evidence, name }: Held) => evidence.covers ?? coveredBy(name);
  const isShared = (group: readonly Member[]): boolean =>
    new Set(group.map(({ slot }) => slot)).size > 1 ||
    new Set(group.map(({ file }) => covers(file).join()).filter((years) => years !== '')).size > 1;
  for (const sized of groupBy(members, ({ file }) => file.bytes).filter(isShared)) {
    const files = new Map(sized.map(({ file }) => [file.absolute, file]));
    if (files.size > 1) {
      for (const [path, file] of files) {
        const sha256 =
          known.get(path) ??
          (await digestOf(file).catch((error: unknown) => {
            tellAt(findings, file.at, [])('file-unreadable', { file: file.source, reason: codeOf(error) });
          }));
        if (typeof sha256 === 'string') digests.set(path, sha256);
      }
    }
    const keyOf = ({ file }: Member): string => digests.get(file.absolute) ?? file.absolute;
    for (const group of groupBy(sized, keyOf).filter(isShared))
      for (const [at, one] of group.entries()) {
        const [first] = group;
        const isOther = ({ file }: Member, index: number) => index < at && differ(covers(file), covers(one.file));
        const other = first?.slot === one.slot ? group.find(isOther) : first;
        if (other === undefined) continue;
        const about = { other: other.file.source, otherSlot: other.label };
        tellAt(findings, one.file.at, [])('file-twice', { file: one.file.source, slot: one.label, ...about });
      }
  }
  return { findings, digests };
}

/** SHA-256 of an attachment, in hex, as long as it is the file that was found. Throws a FileFault. */
export const digestOf = ({ absolute, identity }: Pick<AttachedFile, 'absolute' | 'identity'>): Promise<string> =>
  digestFile(absolute, { plainName: true, as: identity });

/** Digests of files that somebody has read already, by absolute path. */
export type Digests = ReadonlyMap<string, string>;

/** The inventory with the digest of every file; one that cannot be read has none, which is a finding already. */
export async function digestAll({ slots, rows }: Inventory, before: Digests = new Map()): Promise<Inventory> {
  const known = new Map(before);
  const digested = async (file: AttachedFile): Promise<AttachedFile> => {
    const sha256 = file.sha256 ?? known.get(file.absolute) ?? (await digestOf(file).catch(() => undefined));
    if (sha256 === undefined) return file;
    known.set(file.absolute, sha256);
    return { ...file, sha256 };
  };
  const filled: FilledSlot[] = [];
  for (const slot of slots) {
    const files: AttachedFile[] = [];
    for (const file of slot.files) files.push(await digested(file));
    filled.push({ ...slot, files });
  }
  const ofRows: RowFile[] = [];
  for (const row of rows) ofRows.push({ ...row, file: await digested(row.file) });
  return { slots: filled, rows: ofRows };
}
