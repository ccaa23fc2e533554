// The metrics of a dossier, each with result, formula, figures put in, limits, clause and chart; its rights and what counts; its market share.
import { ofDefinition } from '../../findings/sentence.ts';
import { amountOf, comparedSaid, marketWords, sourceOf } from '../../words/market.ts';
import { countedBy, registerWords, totalOf } from '../../words/register.ts';
import { clauses } from '../citation.ts';
import { needsNames } from '../listed.ts';
import type { ReportedAssessment, ReportedChart, ReportedMetric } from '../reported.ts';
import { type Mark, mark, marked } from './marks.ts';
import { html, inChinese, type Markup, type Pen, unseen } from './markup.ts';

/** What a verdict on a metric is called; the mark alone says it to nobody. */
function verdictWord({ html: { criteria, metrics: words } }: Pen, verdict: Mark): string {
  const { is } = criteria;
  if (verdict === 'ready') return is.met;
  if (verdict === 'error') return is['not met'];
  if (verdict === 'warning') return words.statedDiffers;
  if (verdict === 'undecided') return is.undecided;
  return verdict === 'advice' ? words.metOtherwise : is.unknown;
}

/** The result as it is shown; 待定 or 不可算 where there is none. */
export function resultOf({ html: words }: Pen, { outcome, unit }: ReportedMetric, withUnit: boolean): string {
  if (outcome.is === 'undecided') return words.criteria.is.undecided;
  if (outcome.is === 'not computable') return words.metrics.notComputable;
  const tail = unit === '' || !withUnit ? '' : unit === '%' ? '%' : ` ${unit}`;
  return `${signed(outcome.shown)}${tail}`;
}

/** The mark of a metric with its word for those who cannot see it. */
export function verdict(pen: Pen, assessment: ReportedAssessment, metric: ReportedMetric): Markup | undefined {
  const found = verdictOf(assessment, metric);
  return found && html`${mark(found)}${unseen(verdictWord(pen, found))}`;
}

function substitution(pen: Pen, assessment: ReportedAssessment, metric: ReportedMetric): string {
  const { outcome, substitution: shown = '', precise } = metric;
  const { html: all } = pen;
  if (outcome.is === 'undecided')
    return all.panel.needs(needsNames(assessment, outcome.needs, pen.language).join(pen.words.comma));
  if (outcome.is === 'not computable')
    return [shown, all.metrics.why[outcome.why]].filter((each) => each !== '').join(pen.words.and);
  const exact = precise === undefined || precise === outcome.shown;
  return `${shown} = ${exact ? '' : `${signed(precise)} → `}${signed(outcome.shown)}`.trim();
}

function block(pen: Pen, assessment: ReportedAssessment, metric: ReportedMetric): Markup {
  const { metrics: words } = pen.html;
  const found = verdictOf(assessment, metric);
  const { label, id, limits, unit, readings = [], stated, cite, formula } = metric;
  const read = (one: (typeof readings)[number]): string =>
    `${ofDefinition(one.label, pen.language)} ${resultOf(pen, { ...metric, outcome: one.outcome }, true)}`;
  const limit = limits.map((each) => limitText(each, unit)).join(pen.words.and);
  const rows: (readonly [string, string])[] = [
    [words.formula, formula],
    [words.substitution, substitution(pen, assessment, metric)],
    [words.limit, limit === '' ? words.noLimit : limit],
    ...(readings.length === 0 ? [] : [[pen.words.readings.name, readings.map(read).join(pen.words.and)] as const]),
    ...(stated === undefined
      ? []
      : [[words.stated, (stated.agrees ? words.agrees : words.differs)(signed(stated.source))] as const]),
    [pen.html.panel.clause, clauses(cite, pen.language)],
  ];
  const is = found && html`<p class="verdict">${marked(found, verdictWord(pen, found))}</p>`;
  // A Chinese reader asks about a metric by its label.
  const named = pen.language === 'zh' ? undefined : html`<p class="small"><code>${id}</code></p>`;
  return html`<div class="metric"><div><h4>${inChinese(pen, label)}</h4>${named}<p class="result"><span class="unseen">${words.result} </span>${resultOf(pen, metric, true)}</p>${is}</div><dl>${rows.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${inChinese(pen, value)}</dd></div>`,
  )}</dl>${chart(pen, metric)}</div>
`;
}

/** `id` names the panel. Nothing where a category has no metric. */
export function metrics(pen: Pen, assessment: ReportedAssessment): Markup | undefined {
  if (assessment.metrics.length === 0) return undefined;
  return html`<div class="part"><h3>${pen.html.metrics.title}</h3>
${assessment.metrics.map((metric) => block(pen, assessment, metric))}</div>
`;
}

type Limit = ReportedMetric['limits'][number];

/** `-3.5` as `−3.5`. */
const signed = (text: string): string => text.replace(/^-/, '−');

const signs: Readonly<Record<Limit['operator'], string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };

/** `≥ 8%`. */
const limitText = ({ operator, limit }: Limit, unit: string): string =>
  `${signs[operator]} ${signed(limit)}${unit === '%' ? '%' : unit === '' ? '' : ` ${unit}`}`;

/** A plain decimal text as an integer of 10^-places, so that no digit is lost. */
function scaled(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(places, '0')}`);
}

const placesIn = (text: string): number => text.split('.')[1]?.length ?? 0;

/** Whether a figure keeps a limit; both plain decimal texts. */
function keeps(value: string, { operator, limit }: Limit): boolean {
  const places = Math.max(placesIn(value), placesIn(limit));
  const [a, b] = [scaled(value, places), scaled(limit, places)];
  return { '>=': a >= b, '<=': a <= b, '>': a > b, '<': a < b }[operator];
}

/** How a metric stands to its limits; nothing where there is none. A limit missed by a criterion that is met otherwise is advice. */
function verdictOf({ criteria }: ReportedAssessment, { limits, outcome, stated }: ReportedMetric): Mark | undefined {
  if (outcome.is === 'undecided') return 'undecided';
  const differs = stated !== undefined && !stated.agrees ? 'warning' : undefined;
  if (outcome.is !== 'value') return differs ?? (limits.length > 0 ? 'unknown' : undefined);
  if (limits.length === 0) return differs;
  const missed = limits.filter((limit) => !keeps(outcome.value, limit));
  if (missed.length === 0) return differs ?? 'ready';
  const met = (id: string): boolean => criteria.some((each) => each.id === id && each.decision.is === 'met');
  return missed.every(({ criterion }) => met(criterion)) ? 'advice' : 'error';
}

/** Units of the drawings: millimetres of the printed form. */
const wideMm = 49;
const bars = { height: 29, base: 24.4, plot: 20.4, withLines: 22, gutter: 12, hanging: 3, widest: 7 } as const;
const part = { height: 17, top: 4.8, bar: 6.4 } as const;
/** Labels at the right stand at least so far apart. */
const apartMm = 3;

const at = (number: number): string => String(Math.round(number * 100) / 100);
const rounded = (value: string): string => signed(Number(value).toFixed(Number.isInteger(Number(value)) ? 0 : 2));

type Bars = Extract<ReportedChart, { kind: 'bars' }>;
type Level = { readonly kind: 'limit' | 'mean'; readonly value: number; readonly label: string };

function levelsOf({ html: words }: Pen, { limits, outcome, unit }: ReportedMetric, chart: Bars): readonly Level[] {
  // Limits belong over the bars only where the bars are yearly values of the metric itself.
  if (chart.unit !== unit || unit !== '%') return [];
  const drawn = limits.map(({ limit }): Level => {
    return { kind: 'limit', value: Number(limit), label: `${words.metrics.limit} ${rounded(limit)}` };
  });
  if (outcome.is !== 'value') return drawn;
  return [
    ...drawn,
    { kind: 'mean', value: Number(outcome.value), label: `${words.metrics.mean} ${signed(outcome.shown)}` },
  ];
}

function levelLines(levels: readonly Level[], width: number, y: (value: number) => number): readonly Markup[] {
  const sorted = levels.map((level) => ({ level, top: y(level.value) })).sort((a, b) => a.top - b.top);
  let last = Number.NEGATIVE_INFINITY;
  return sorted.map(({ level, top }) => {
    last = Math.max(top, last + apartMm);
    return html`<path class="${level.kind}" d="M0 ${at(top)}H${at(width)}L${at(width + 1.2)} ${at(last)}"/><text x="${wideMm}" y="${at(last + 0.9)}" text-anchor="end">${level.label}</text>`;
  });
}

function barChart(pen: Pen, metric: ReportedMetric, chart: Bars): Markup {
  const levels = levelsOf(pen, metric, chart);
  const numbers = chart.bars.map(({ value }) => (value === undefined ? undefined : Number(value)));
  const all = [0, ...numbers.filter((value) => value !== undefined), ...levels.map(({ value }) => value)];
  const least = Math.min(...all);
  const most = Math.max(...all) * (levels.length > 0 ? 1.1 : 1);
  const hanging = least < 0 ? bars.hanging : 0;
  const scale = ((levels.length > 0 ? bars.withLines : bars.plot) - hanging) / (most - least || 1);
  const zero = bars.base - hanging + least * scale;
  const width = wideMm - (levels.length > 0 ? bars.gutter : 0);
  const step = width / Math.max(1, chart.bars.length);
  const side = Math.min(bars.widest, 0.64 * step);
  const drawn = chart.bars.map(({ year, forecast, value }, index) => {
    const number = numbers[index];
    const middle = at(step * (index + 0.5));
    const name = html`<text x="${middle}" y="${at(bars.base + 3.3)}" text-anchor="middle">${forecast ? pen.html.metrics.forecast(year) : year}</text>`;
    if (number === undefined || value === undefined) {
      return html`<text x="${middle}" y="${at(zero - 0.9)}" text-anchor="middle">—</text>${name}`;
    }
    const height = Math.abs(number) * scale;
    const top = number < 0 ? zero : zero - height;
    const label = number < 0 ? zero + height + 2.4 : zero - height - 0.9;
    return html`<rect class="${forecast ? 'forecast' : 'solid'}" x="${at(step * (index + 0.5) - side / 2)}" y="${at(top)}" width="${at(side)}" height="${at(height)}"/><text x="${middle}" y="${at(label)}" text-anchor="middle">${rounded(value)}</text>${name}`;
  });
  const lines = levelLines(levels, width, (value) => zero - value * scale);
  return html`<svg class="chart" viewBox="0 -3 ${wideMm} ${bars.height + 3}" aria-hidden="true">${drawn}<path class="axis" d="M0 ${at(zero)}H${at(width)}"/>${lines}</svg>`;
}

function shareChart(metric: ReportedMetric, chart: Extract<ReportedChart, { kind: 'part' }>): Markup {
  const whole = Number(chart.whole.value);
  const share = whole === 0 ? 0 : Number(chart.part.value) / whole;
  const filled = wideMm * Math.max(0, Math.min(1, share));
  const percent = metric.outcome.is === 'value' ? `${signed(metric.outcome.shown)}${metric.unit}` : '—';
  const inside = filled >= 12;
  const end = part.top + part.bar;
  return html`<svg class="chart" viewBox="0 0 ${wideMm} ${part.height}" aria-hidden="true"><text x="0" y="${at(part.top - 1)}">${chart.part.label} ${rounded(chart.part.value)}</text><rect class="solid" x="0" y="${part.top}" width="${at(filled)}" height="${part.bar}"/><rect class="whole${share > 1 ? ' over' : ''}" x=".15" y="${part.top}" width="${wideMm - 0.3}" height="${part.bar}"/><text x="${at(inside ? filled / 2 : filled + 1)}" y="${at(end - 2.3)}"${inside ? html` text-anchor="middle"` : ''}>${percent}</text><text x="${wideMm}" y="${at(end + 3.2)}" text-anchor="end">${chart.whole.label} ${rounded(chart.whole.value)} ${chart.whole.unit}</text></svg>`;
}

/** Drawn figures; the same figures stand in the substitution, so that the drawing is hidden from screen readers. */
function chart(pen: Pen, metric: ReportedMetric): Markup | undefined {
  if (metric.chart === undefined) return undefined;
  return metric.chart.kind === 'bars' ? barChart(pen, metric, metric.chart) : shareChart(metric, metric.chart);
}

const countMarks = { counted: 'ready', 'not counted': 'advice', undecided: 'undecided' } as const;

/** `id` names the panel. Nothing where no right is listed. */
export function register(pen: Pen, id: string, { register: rights, findings }: ReportedAssessment): Markup | undefined {
  if (rights === undefined) return undefined;
  const words = registerWords(pen.language);
  const { right, number, is, because } = words.heads;
  const conditions = countedBy(rights, findings, pen.language).map((condition) => {
    const rows = condition.rights.map(
      (one) =>
        html`<tr><th scope="row">${inChinese(pen, `${words.row(one.title, one.row)} ${one.name}`)}</th><td><code>${one.number ?? '—'}</code></td><td>${marked(countMarks[one.is], words.is[one.is])}</td><td>${inChinese(pen, one.because)}</td></tr>
`,
    );
    return html`<tbody><tr><th scope="rowgroup" colspan="4">${inChinese(pen, totalOf(condition, pen.language))}</th></tr>
${rows}</tbody>
`;
  });
  return html`<div class="part"><h3 id="${id}-r">${words.title}</h3><section class="scroller" tabindex="0" aria-labelledby="${id}-h ${id}-p ${id}-r"><table class="plain points" aria-labelledby="${id}-r"><thead><tr>${[right, number, is, because].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
${conditions}</table></section></div>
`;
}

/** `id` names the panel. Nothing where the dossier does not say what its market share rests on. */
export function market(pen: Pen, id: string, { market: sheet }: ReportedAssessment): Markup | undefined {
  if (sheet === undefined) return undefined;
  const words = marketWords(pen.language);
  const { heads } = words;
  const count = (text: string): Markup => html`<td class="count">${text}</td>`;
  const rows = sheet.rows.map(
    (row) =>
      html`<tr><th scope="row">${inChinese(pen, words.of(row.year, row.scope))}</th>${[amountOf(row.size), amountOf(row.sales), row.share ?? '—', row.rank ?? '—'].map(count)}<td>${inChinese(pen, [sourceOf(row, words), ...comparedSaid(row, sheet.stated, words)].filter((part) => part !== '').join(pen.words.and))}</td></tr>
`,
  );
  const regions = sheet.regions.map(
    ({ year, area, place, sales, part }) =>
      html`<tr><th scope="row">${inChinese(pen, words.of(year, `${area} ${place}`))}</th>${[amountOf(undefined), amountOf(sales), part ?? '—', '—'].map(count)}<td>${heads.part}</td></tr>
`,
  );
  const first = [heads.scope, heads.size, heads.sales, heads.share, heads.rank, heads.source];
  return html`<div class="part"><h3 id="${id}-k">${words.title}</h3><section class="scroller" tabindex="0" aria-labelledby="${id}-h ${id}-p ${id}-k"><table class="plain points" aria-labelledby="${id}-k"><thead><tr>${first.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${rows}${regions}</tbody><tfoot><tr><th scope="row" colspan="6">${inChinese(pen, words.total(sheet.rows.length, sheet.main ?? ''))}</th></tr></tfoot></table></section></div>
`;
}
