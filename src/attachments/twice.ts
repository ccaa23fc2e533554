// Finds files that stand twice: one name twice in a slot, one content in two slots.
import { codeOf } from '../files/fault.ts';
import type { Finding } from '../findings/finding.ts';
import { type Digests, digestOf } from './digest.ts';
import type { Held } from './held.ts';
import { nameKey } from './names.ts';
import { tellAt } from './tell.ts';

/** The files of a slot, for comparing them with those of others. */
export type SlotFiles = { readonly label: string; readonly files: readonly Held[] };

/** Names that a folder of Windows or macOS takes for one. */
export function checkNames({ label, files }: SlotFiles): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, string>();
  for (const { file } of files) {
    const key = nameKey(file.name);
    const other = first.get(key);
    if (other === undefined) first.set(key, file.source);
    else tellAt(findings, file.at, [])('name-twice', { file: file.source, slot: label, other });
  }
  return findings;
}

type Member = { readonly held: Held; readonly slot: number; readonly label: string };

function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): T[][] {
  const groups = new Map<K, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}

/**
 * One content in two slots. Only files of equal size are read for it, unless their digests are `known`; digests come back
 * by absolute path.
 */
export async function checkContents(
  slots: readonly SlotFiles[],
  known: Digests = new Map(),
): Promise<{ readonly findings: Finding[]; readonly digests: ReadonlyMap<string, string> }> {
  const findings: Finding[] = [];
  const digests = new Map<string, string>();
  const members = slots.flatMap(({ label, files }, slot) =>
    files.filter(({ sound }) => sound).map((held): Member => ({ held, slot, label })),
  );
  const isShared = (group: readonly Member[]): boolean => new Set(group.map(({ slot }) => slot)).size > 1;
  for (const sized of groupBy(members, ({ held }) => held.file.bytes).filter(isShared)) {
    const files = new Map(sized.map(({ held: { file } }) => [file.absolute, file]));
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
    const keyOf = ({ held: { file } }: Member): string => digests.get(file.absolute) ?? file.absolute;
    for (const [first, ...others] of groupBy(sized, keyOf).filter(isShared)) {
      if (first === undefined) continue;
      const about = { other: first.held.file.source, otherSlot: first.label };
      for (const { held, label } of others.filter(({ slot }) => slot !== first.slot)) {
        tellAt(findings, held.file.at, [])('file-twice', { file: held.file.source, slot: label, ...about });
      }
    }
  }
  return { findings, digests };
}
