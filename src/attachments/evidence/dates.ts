// Whether a certificate is still valid on the as-of day, and for how long (E-10).
import { dayNumber } from '../../expression/day.ts';
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { AttachedFile } from '../inventory-types.ts';
import { valueAt } from '../said.ts';
import type { Applicant } from './applicant.ts';

/** Days. */
const soon = 30;

/** The last day itself still counts; fewer than 30 days after the as-of day are a warning. */
export function checkValidity(file: AttachedFile, { asOf, reason }: Applicant): Finding[] {
  const { valid_until: until } = file.evidence;
  if (until === undefined) return [];
  const cite = { cite: reason('E-10') };
  const at = valueAt(file, 'valid_until');
  const last = dayNumber(until);
  const today = dayNumber(asOf);
  if (last === undefined) return [report('evidence-date-unknown', { file: file.source, until }, at, cite)];
  if (today === undefined) return [];
  const days = last - today;
  if (days < 0) return [report('evidence-expired', { file: file.source, until, asOf }, at, cite)];
  return days < soon ? [report('evidence-expires-soon', { file: file.source, until, days }, at, cite)] : [];
}
