// Applies waivers: a finding accepted on purpose, by code and place, until a day; and tells of waivers that do not hold.
import { canonical } from '../characters/canonical.ts';
import { codes } from './areas/index.ts';
import { allPlaces, type Finding, filesAbout, type Place, type Waived } from './finding.ts';
import { report } from './report.ts';

export type WaiverAt = {
  readonly code: string;
  /** An id path (`attachments.tax_certificate`) or a file. */
  readonly at: string;
  readonly reason: string;
  readonly by: string;
  /** Inclusive. */
  readonly until: string;
  readonly place: Place;
  /** Where its keys stand, by name. */
  readonly keys?: ReadonlyMap<string, { readonly value: Place }>;
};

/** Whether the portal itself enforces what a code says. */
export const isHard = (code: string): boolean => Object.hasOwn(codes, code) && codes[code as keyof typeof codes].hard;

/** A criterion that has no finding because it could not be decided; `at` is where its finding would stand. */
export type Undecided = { readonly code: string; readonly at: Place };

/** A place and everything below it. */
export const covers = (waiver: Pick<WaiverAt, 'code' | 'at'>, about: Finding | Undecided): boolean => {
  if (about.code !== waiver.code) return false;
  if (!('severity' in about)) return isAt(waiver, about.at);
  // An attachment's finding stands in the dossier and is about a file.
  return (
    filesAbout(about).some((file) => canonical(file).text === waiver.at) ||
    allPlaces(about).some((place) => isAt(waiver, place))
  );
};

/** Whether a waiver speaks of a place, or of something around it. */
export const isAt = ({ at }: Pick<WaiverAt, 'at'>, { path, file }: Place): boolean =>
  path === at || file === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`);

/** Where the value of a key of a waiver stands; without one the waiver. */
const keyOf = ({ place, keys }: WaiverAt, key: 'code' | 'at' | 'until'): Place => keys?.get(key)?.value ?? place;

/** Days before its end from which a waiver is told of: fewer than two weeks. */
const soonDays = 14;
const dayMs = 24 * 60 * 60 * 1000;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** All findings, the waived ones marked, with those on waivers; and the waivers that cover one. */
export type WaiversApplied = {
  readonly findings: readonly Finding[];
  readonly used: readonly WaiverAt[];
  /** Criteria, by id, of which it was accepted that they are not met or undecided. */
  readonly settled: ReadonlyMap<string, Waived>;
};

/**
 * `asOf` decides whether a waiver has lapsed. `further` are those of a configuration, which holds for other dossiers
 * too: one that covers nothing here is not told of. `undecided` are criteria that a waiver may settle as well.
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly WaiverAt[],
  asOf: string,
  further: readonly WaiverAt[] = [],
  undecided: readonly Undecided[] = [],
): WaiversApplied {
  const used = new Set<WaiverAt>();
  const own: Finding[] = [];
  const valid = [...waivers, ...further].filter((waiver) => {
    const { code, until } = waiver;
    if (waiver.at.includes('*')) own.push(report('waiver-overbroad', { code }, keyOf(waiver, 'at')));
    else if (isHard(code)) own.push(report('waiver-hard', { code }, keyOf(waiver, 'code')));
    else if (until < asOf) own.push(report('waiver-expired', { code, until }, keyOf(waiver, 'until')));
    else return true;
    return false;
  });
  const settled = new Map<string, Waived>();
  const waivedBy = (about: Finding | Undecided): Waived | undefined => {
    const waiver = valid.find((candidate) => covers(candidate, about));
    if (waiver === undefined) return undefined;
    used.add(waiver);
    const { reason, by, until } = waiver;
    if (!('args' in about)) settled.set(about.code, { reason, by, until });
    return { reason, by, until };
  };
  const marked = findings.map((finding): Finding => {
    const waived = waivedBy(finding);
    return waived === undefined ? finding : { ...finding, waived };
  });
  for (const one of undecided) waivedBy(one);
  for (const waiver of used) {
    const { code, until } = waiver;
    const days = daysBetween(asOf, until);
    if (days < soonDays) own.push(report('waiver-ends-soon', { code, until, days }, keyOf(waiver, 'until')));
  }
  const codesFound = new Set([...findings, ...undecided].map(({ code }) => code));
  for (const waiver of valid) {
    const { code } = waiver;
    if (used.has(waiver) || further.includes(waiver)) continue;
    // The code is found, but elsewhere: then the place is what is wrong.
    own.push(report('waiver-unused', { code }, keyOf(waiver, codesFound.has(code) ? 'at' : 'code')));
  }
  return { findings: [...marked, ...own], used: [...used], settled };
}
