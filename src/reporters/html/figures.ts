// Figures of metrics as the page shows them: a true minus, and limits compared with all their digits.
import type { ReportedAssessment, ReportedMetric } from '../reported.ts';
import type { Mark } from './marks.ts';

type Limit = ReportedMetric['limits'][number];

/** `-3.5` as `−3.5`. */
export const signed = (text: string): string => text.replace(/^-/, '−');

const signs: Readonly<Record<Limit['operator'], string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };

/** `≥ 8%`. */
export const limitText = ({ operator, limit }: Limit, unit: string): string =>
  `${signs[operator]} ${signed(limit)}${unit === '%' ? '%' : unit === '' ? '' : ` ${unit}`}`;

/** A plain decimal text as an integer of 10^-places, so that no digit is lost. */
function scaled(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(places, '0')}`);
}

const placesIn = (text: string): number => text.split('.')[1]?.length ?? 0;

/** Whether a figure keeps a limit; both plain decimal texts. */
export function keeps(value: string, { operator, limit }: Limit): boolean {
  const places = Math.max(placesIn(value), placesIn(limit));
  const [a, b] = [scaled(value, places), scaled(limit, places)];
  return { '>=': a >= b, '<=': a <= b, '>': a > b, '<': a < b }[operator];
}

/** How a metric stands to its limits; nothing where there is none. A limit missed by a criterion that is met otherwise is advice. */
export function verdictOf(
  { criteria }: ReportedAssessment,
  { limits, outcome, stated }: ReportedMetric,
): Mark | undefined {
  if (outcome.is === 'undecided') return 'undecided';
  const differs = stated !== undefined && !stated.agrees ? 'warning' : undefined;
  if (outcome.is !== 'value') return differs ?? (limits.length > 0 ? 'unknown' : undefined);
  if (limits.length === 0) return differs;
  const missed = limits.filter((limit) => !keeps(outcome.value, limit));
  if (missed.length === 0) return differs ?? 'ready';
  const met = (id: string): boolean => criteria.some((each) => each.id === id && each.decision.is === 'met');
  return missed.every(({ criterion }) => met(criterion)) ? 'advice' : 'error';
}
