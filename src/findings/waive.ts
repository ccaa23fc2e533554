// Applies waivers: a finding accepted on purpose, by code and place, until a day; and tells of waivers that do not hold.
import { codes } from './codes/index.ts';
import { type Finding, isCriterion, type Place } from './finding.ts';
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
};

const isHard = (code: string): boolean => Object.hasOwn(codes, code) && codes[code as keyof typeof codes].hard;

/** A place and everything below it. */
const covers = (waiver: WaiverAt, finding: Finding): boolean => {
  const { path, file } = finding.at;
  if (finding.code !== waiver.code) return false;
  // An attachment's finding stands in the dossier and is about a file.
  const about = !isCriterion(finding) && 'file' in finding.args ? finding.args.file : undefined;
  if ([path, file, about].includes(waiver.at)) return true;
  return path.startsWith(`${waiver.at}.`) || path.startsWith(`${waiver.at}[`);
};

/** `asOf` decides whether a waiver has lapsed. Gives all findings, the waived ones marked, with those on waivers. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly WaiverAt[], asOf: string): Finding[] {
  const used = new Set<WaiverAt>();
  const own: Finding[] = [];
  const valid = waivers.filter((waiver) => {
    const { code, until, place } = waiver;
    if (waiver.at.includes('*')) own.push(report('waiver-overbroad', { code }, place));
    else if (isHard(code)) own.push(report('waiver-hard', { code }, place));
    else if (until < asOf) own.push(report('waiver-expired', { code, until }, place));
    else return true;
    return false;
  });
  const marked = findings.map((finding): Finding => {
    const waiver = valid.find((candidate) => covers(candidate, finding));
    if (waiver === undefined) return finding;
    used.add(waiver);
    const { reason, by, until } = waiver;
    return { ...finding, waived: { reason, by, until } };
  });
  for (const waiver of valid)
    if (!used.has(waiver)) own.push(report('waiver-unused', { code: waiver.code }, waiver.place));
  return [...marked, ...own];
}
