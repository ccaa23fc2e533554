// What a slot asks of its files together: that there are some, of the expected types, for the years or the month it names.
import type { Finding, Place } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { isWeak } from '../findings/weak.ts';
import { folderFor } from './convention.ts';
import type { Held } from './held.ts';
import { extensionOf } from './names.ts';
import type { SlotRule } from './slot.ts';
import { tellAt, tellByStanding } from './tell.ts';

const hinted = (hint: string | undefined): { readonly hint?: string } => (hint === undefined ? {} : { hint });

/** A required slot without files; `told` when something was already said of what the dossier names for it. */
export function checkFilled(slot: SlotRule, count: number, told: boolean, at: Place): Finding[] {
  const findings: Finding[] = [];
  if (count === 0 && slot.required && !told) {
    const args = { slot: slot.label, folder: folderFor(slot), ...hinted(slot.hint) };
    tellAt(findings, at, slot.cite)(isWeak(slot.cite) ? 'slot-empty-doubtful' : 'slot-empty', args);
  }
  return findings;
}

/**
 * Once a dossier: the slots with several files, of which no source says whether a portal takes them. One that asks for
 * several years has a file for each.
 */
export function checkSeveral(
  slots: readonly { readonly slot: SlotRule; readonly at: Place; readonly files: readonly unknown[] }[],
): Finding[] {
  const several = slots.filter(({ slot, files }) => files.length > 1 && (slot.covers?.years.length ?? 0) < 2);
  const [first] = several;
  if (first === undefined) return [];
  const args = { slots: several.map(({ slot, files }) => ({ slot: slot.label, count: files.length })) };
  return [report('slot-several', args, first.at)];
}

/** Files of another type than the slot expects. Those with an error are passed over: they must be replaced anyway. */
export function checkTypes(slot: SlotRule, files: readonly Held[]): Finding[] {
  const findings: Finding[] = [];
  const { expect } = slot;
  if (expect === undefined) return findings;
  for (const { file, sound } of files) {
    const extension = extensionOf(file.name);
    if (!sound || expect.types.includes(extension)) continue;
    const about = { file: file.source, extension, slot: slot.label, types: expect.types };
    tellAt(findings, file.at, expect.cite)('slot-type-unexpected', { ...about, ...hinted(expect.hint) });
  }
  return findings;
}

/** What an entry of the dossier says of the years of its files; `at` is where it says so, else the file. */
export type Said = { readonly file: string; readonly covers: readonly string[]; readonly at: Place };

/** Where a single entry says what it covers; of several no one can say which is wrong. */
const sole = ([entry, another]: readonly Said[]): Place | undefined => (another === undefined ? entry?.at : undefined);

/**
 * Years that no entry covers: an error when every entry says what it covers, a warning while one does not say so.
 * Years before `foundedYear` are not asked for. Entries count, not files: one that is missing is a finding already.
 */
export function checkYears(
  slot: SlotRule,
  entries: readonly Said[],
  foundedYear: number | undefined,
  at: Place,
): Finding[] {
  const findings: Finding[] = [];
  const { covers } = slot;
  if (covers === undefined) return findings;
  const covered = entries.flatMap((entry) => entry.covers);
  const known = new Set(covered.map((one) => Number(one.slice(0, 4))));
  const years = covers.years.filter((year) => year >= (foundedYear ?? year) && !known.has(year));
  if (years.length === 0) return findings;
  const silent = entries.filter((entry) => entry.covers.length === 0);
  const about = { slot: slot.label, years, ...hinted(covers.hint) };
  if (silent.length === 0) {
    tellByStanding(findings, sole(entries) ?? at, covers.cite)('slot-years-missing', { ...about, covered });
  }
  for (const { file, at: place } of silent)
    tellAt(findings, place, covers.cite)('slot-years-unknown', { ...about, file });
  return findings;
}

/** The month that some entry must cover: another month is an error, a year or nothing leaves it unknown. */
export function checkMonth(slot: SlotRule, entries: readonly Said[], at: Place): Finding[] {
  const findings: Finding[] = [];
  const { coversMonth: rule } = slot;
  if (rule === undefined) return findings;
  const covered = entries.flatMap((entry) => entry.covers);
  if (covered.includes(rule.month)) return findings;
  const silent = entries.filter((entry) => !entry.covers.some((one) => one.length > 4));
  const about = { slot: slot.label, month: rule.month, ...hinted(rule.hint) };
  if (silent.length === 0) {
    tellByStanding(findings, sole(entries) ?? at, rule.cite)('slot-month-missing', { ...about, covered });
  }
  for (const { file, at: place } of silent)
    tellAt(findings, place, rule.cite)('slot-month-unknown', { ...about, file });
  return findings;
}
