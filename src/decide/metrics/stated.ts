// Compares figures that a dossier states for computed cells with the computed ones (JS-MET-01 to 04).
import type { Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import { differsSlightly } from './compute.ts';
import type { MetricResult } from './result.ts';

/**
 * Off by at most 0.01 is a warning, by more an error; a metric without a value has nothing to compare. A figure by
 * another reading of the clause is right as well, which a note says.
 */
export function statedFindings(metrics: readonly MetricResult[]): Finding[] {
  return metrics.flatMap((metric) => {
    const { stated, outcome } = metric;
    if (stated?.reading !== undefined) {
      const [preferred] = metric.readings ?? [];
      const own =
        preferred?.outcome.is === 'value' ? { preferred: preferred.label, computed: preferred.outcome.shown } : {};
      const args = { field: metric.label, stated: stated.source, reading: stated.reading, ...own };
      return [report('figure-by-reading', args, stated.at, { cite: metric.cite })];
    }
    if (stated === undefined || stated.agrees || outcome.is !== 'value') return [];
    const slightly = differsSlightly(outcome.value, stated.value, metric.decimals);
    const formula = `${metric.label} = ${metric.formula}${metric.substitution === undefined ? '' : ` = ${metric.substitution}`}`;
    const args = { field: metric.label, stated: stated.source, computed: outcome.shown, formula, slightly };
    return [
      report('figure-differs', args, stated.at, { cite: metric.cite, ...(slightly ? { severity: 'warning' } : {}) }),
    ];
  });
}
