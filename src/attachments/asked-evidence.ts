// What a slot wants said of its files: who issued them, and figures of the enterprise alone beside consolidated ones (E-15).
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { Held } from './held.ts';
import { valueAt } from './said.ts';
import type { SlotRule } from './slot.ts';

const hinted = (hint: string | undefined): { readonly hint?: string } => (hint === undefined ? {} : { hint });

/** Files of which the dossier does not say who issued them. */
export function checkIssuer(slot: SlotRule, files: readonly Held[]): Finding[] {
  const { issuer: rule } = slot;
  if (rule === undefined) return [];
  const about = { slot: slot.label, ...hinted(rule.hint) };
  return files.flatMap(({ file }) =>
    file.evidence.issuer === undefined
      ? [report('evidence-issuer-unknown', { ...about, file: file.source }, file.at, { cite: rule.cite })]
      : [],
  );
}

const single: ReadonlySet<string> = new Set(['单体', 'single']);
const consolidated: ReadonlySet<string> = new Set(['合并', 'consolidated']);

/** Consolidated statements of a year without single ones of that year; a file that does not say is not judged. */
export function checkBasis(slot: SlotRule, files: readonly Held[]): Finding[] {
  const { basis: rule } = slot;
  if (rule === undefined) return [];
  const withBasis = (names: ReadonlySet<string>) => files.filter(({ file }) => names.has(file.evidence.basis ?? ''));
  const singles = withBasis(single).map(({ file }) => file.evidence.covers ?? []);
  return withBasis(consolidated).flatMap(({ file }): Finding[] => {
    const { covers = [] } = file.evidence;
    const years = covers.filter((year) => !singles.some((one) => one.length === 0 || one.includes(year)));
    if (covers.length === 0 ? singles.length > 0 : years.length === 0) return [];
    const about = { slot: slot.label, file: file.source, years, ...hinted(rule.hint) };
    return [report('evidence-basis-missing', about, valueAt(file, 'basis'), { cite: rule.cite })];
  });
}
