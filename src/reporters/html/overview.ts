// How a batch stands at a glance: a bar of states, the totals and who is urgent, and what is found most often.
import { states } from '../../decide/state.ts';
import { type Finding, isCriterion } from '../../findings/finding.ts';
import { ofDefinition } from '../../findings/sentence.ts';
import { wordsOf } from '../../words/of-finding.ts';
import type { Reported } from '../reported.ts';
import { deadlineOf, type Row, type Shown } from './enterprises.ts';
import { type Mark, marked } from './marks.ts';
import { html, inChinese, type Markup, type Pen } from './markup.ts';

/** From best to worst. */
export const shownStates: readonly Shown[] = [...states.toReversed(), 'unreadable'];

export const stateMark: Readonly<Record<Shown, Mark>> = {
  ready: 'ready',
  submittable: 'warning',
  unsettled: 'undecided',
  incomplete: 'incomplete',
  errors: 'error',
  unreadable: 'unknown',
};

const most = { codes: 5, names: 6, days: 7 };
/** Width of the longest bar of the frequent codes, px. */
const longestPx = 84;

const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(3)}%`;

/** A stacked bar; every part has a pattern and its number. */
function bar(parts: readonly { readonly state: Shown; readonly count: number }[], all: number): Markup {
  let from = 0;
  const drawn = parts.map(({ state, count }) => {
    const x = percent(from, all);
    const middle = percent(from + count / 2, all);
    from += count;
    const digits = String(count).length;
    const box = 8 + 8 * digits;
    return html`<rect class="part ${state}" x="${x}" y="0" width="${percent(count, all)}" height="100%"/><svg x="${middle}" overflow="visible"><rect class="plate ${state}" x="${-box / 2}" y="4" width="${box}" height="16"/><text class="${state}" y="17" text-anchor="middle">${count}</text></svg>`;
  });
  return html`<svg class="states" width="100%" height="24" aria-hidden="true">${drawn}<rect class="frame" x="0" y="0" width="100%" height="100%"/></svg>`;
}

/** `**25** 项错误`. */
const strongDigits = (text: string): readonly Markup[] =>
  text.split(/(\d+)/).map((part, index) => (index % 2 === 1 ? html`<b>${part}</b>` : html`${part}`));

function urgent({ html: words }: Pen, rows: readonly Row[]): Markup | undefined {
  const names = rows
    .filter((row) => {
      const left = deadlineOf(row)?.left;
      const near = left !== undefined && left >= 0 && left <= most.days;
      return near && row.entries.some(({ outcome }) => outcome.state === 'errors');
    })
    .map(({ name }) => name);
  if (names.length === 0) return undefined;
  return html`<strong>${words.totals.urgent(names.slice(0, most.names), Math.max(0, names.length - most.names))}</strong>`;
}

/** Signs of a name of a problem that its findings must have in common. */
const enough = 5;
/** Signs of a sentence that is a name as it is; of a longer one what stands before its colon is. */
const longest = 36;

/** What is left of a mark that stood between what is alike and what is not. */
const loose = { begin: /^[^\p{L}]+/u, end: /(?<![\s：:（(“"、，,；;])[\s：:（(“"、，,；;]+$/u };

/** What findings of one code say alike, `附件 … 没有文件`; where that is too little, the first of them and that there are more. */
function problemOf({ html: words }: Pen, messages: readonly string[]): string {
  const [first = '', ...others] = [...new Set(messages)];
  const [named = ''] = /^[^：:]*/u.exec(first) ?? [];
  if (others.length === 0) return [...first].length > longest ? named : first;
  const signs = [...first];
  const common = (text: string, at: (list: readonly string[], index: number) => string | undefined): number => {
    const own = [...text];
    let length = 0;
    while (length < Math.min(signs.length, own.length) && at(signs, length) === at(own, length)) length += 1;
    return length;
  };
  const head = Math.min(...others.map((text) => common(text, (list, index) => list[index])));
  const tail = Math.min(
    signs.length - head,
    ...others.map((text) => common(text, (list, index) => list.at(-1 - index))),
  );
  const begins = signs.slice(0, head).join('').replace(loose.end, '');
  const ends = signs
    .slice(signs.length - tail)
    .join('')
    .replace(loose.begin, '');
  const said = `${begins}${ends}`.replace(/[\s\p{P}\d]/gu, '');
  if ([...said].length < enough) return words.alike(named);
  const [before, after] = [begins, ends].map((part) => (/[\p{L}]/u.test(part) ? part : ''));
  // What stands at the end alone is a sentence of its own: 没有文件.
  return before === '' ? (after ?? '') : `${before} … ${after}`.trimEnd();
}

/** The problems found most often: what the findings of a code say. */
function frequent(pen: Pen, outcomes: readonly Reported[]): Markup {
  const found = new Map<string, Finding[]>();
  for (const finding of outcomes.flatMap((outcome) => outcome.findings)) {
    if (finding.waived !== undefined || finding.severity === 'note') continue;
    // Two definitions may give one name to conditions of their own.
    const key = isCriterion(finding) ? `${finding.code} ${finding.criterion.title}` : finding.code;
    const same = found.get(key);
    if (same === undefined) found.set(key, [finding]);
    else same.push(finding);
  }
  const top = [...found]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .slice(0, most.codes);
  const highest = top[0]?.[1].length ?? 1;
  const rows = top.map(([, findings]) => {
    const width = Math.max(2, Math.round((longestPx * findings.length) / highest));
    const name = problemOf(
      pen,
      findings.map((finding) =>
        isCriterion(finding)
          ? ofDefinition(finding.criterion.title, pen.language)
          : wordsOf(finding, pen.language).message,
      ),
    );
    return html`<tr><th scope="row">${inChinese(pen, name)}</th><td class="count"><svg class="bar" aria-hidden="true" width="${width}" height="8"><rect class="solid" width="100%" height="100%"/></svg> ${findings.length}</td></tr>`;
  });
  if (rows.length === 0) return html``;
  return html`<section aria-labelledby="frequent"><h2 id="frequent">${pen.html.frequent}</h2><table class="frequent" aria-labelledby="frequent"><tbody>${rows}</tbody></table></section>`;
}

/** Two columns: states with totals, frequent codes. */
export function overview(pen: Pen, rows: readonly Row[], outcomes: readonly Reported[]): Markup {
  const { html: words } = pen;
  const entries = rows.flatMap((row) => row.entries);
  const parts = shownStates
    .map((state) => ({ state, count: entries.filter((entry) => entry.state === state).length }))
    .filter(({ count }) => count > 0);
  const sum = (of: 'errors' | 'warnings' | 'undecided'): number =>
    outcomes.reduce((total, { counts }) => total + counts[of], 0);
  const totals = (['errors', 'warnings', 'undecided'] as const).map(
    (of) => html`<span>${strongDigits(words.totals[of](sum(of)))}</span> `,
  );
  const legend = parts.map(
    ({ state, count }) => html`<li>${marked(stateMark[state], `${pen.words.state[state]} ${count}`)}</li>`,
  );
  return html`<div class="overview">
<section aria-labelledby="states"><h2 id="states">${words.states(outcomes.length)}</h2>
${bar(parts, entries.length)}
<ul class="legend">${legend}</ul>
<p class="totals"><span class="head">${words.totals.inAll}</span> ${totals}${urgent(pen, rows)}</p></section>
${frequent(pen, outcomes)}
</div>
`;
}
