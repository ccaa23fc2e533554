// The findings of a dossier as rows: level, what is wrong and where, what asks for it, how to mend it; then what is open.
import type { Finding } from '../../findings/finding.ts';
import { ofDefinition } from '../../findings/sentence.ts';
import { wordsOf } from '../../words/of-finding.ts';
import { clauses, furtherText, hintOf, positionOf } from '../citation.ts';
import { entriesOf, placesOf, type Source, sourceOf } from '../findings.ts';
import { aroundCaret, frame } from '../frame.ts';
import { needsNames, pathIn, waiverText } from '../listed.ts';
import type { Reported, ReportedAssessment } from '../reported.ts';
import { type Mark, marked } from './marks.ts';
import { html, inChinese, type Markup, type Pen } from './markup.ts';

/** Cells of a line of a dossier before it is cut around its target. */
const frameWidth = 120;

/** Level as the filter knows it, and the cells of a row. */
type Line = {
  readonly level: Mark;
  readonly word: string;
  readonly problem: Markup;
  readonly clause: string;
  readonly fix: Markup | string;
};

const row = ({ level, word, problem, clause, fix }: Line, { html: { panel } }: Pen): Markup =>
  html`<tr data-l="${level}"><td>${marked(level, word)}</td><td>${problem}</td><td><span class="label">${panel.clause}</span>${clause}</td><td><span class="label">${panel.fix}</span>${fix}</td></tr>
`;

/** Prose; after two spaces stands what one pastes. */
function pasted(text: string): Markup {
  const lines = text.split('\n').map((line) => {
    const at = line.indexOf('  ');
    return at < 0 ? html`${line}` : html`${line.slice(0, at)} <code>${line.slice(at + 2)}</code>`;
  });
  return html`${lines.map((line, index) => (index === 0 ? line : html`<br>${line}`))}`;
}

/** The lines around a finding; the target marked, in place of a caret that no font keeps below Chinese text. */
function codeFrame({ outcome, lines, targets }: Source, { at, severity }: Finding): Markup | undefined {
  if (at.file !== outcome.dossier.file || at.absent) return undefined;
  const rows = frame(lines, at, targets, frameWidth);
  if (rows.length === 0) return undefined;
  const caret = rows.find(({ kind }) => kind === 'caret')?.text ?? '';
  const shown = rows.flatMap(({ kind, gutter, text }) => {
    if (kind === 'caret') return [];
    const number = html`<span class="line">${gutter.replace(/[>|]/g, '').trim()}</span>`;
    if (kind === 'context') return [html`<span class="row">${number}<span>${text.trimEnd()}</span></span>`];
    const [before, target, after] = aroundCaret(text, caret);
    return [html`<span class="row">${number}<span>${before}<mark>${target}</mark>${after.trimEnd()}</span></span>`];
  });
  return html`<code class="frame ${severity}" lang="zh-CN">${shown}</code>`;
}

function findingRow(pen: Pen, source: Source, outcome: Reported, finding: Finding): Markup {
  const { message } = wordsOf(finding, pen.language);
  const hint = hintOf(finding, pen.language);
  const { severity, waived, code, cite, at } = finding;
  const place = html`<span class="place">${pathIn(outcome, at.file)}${positionOf(at)}</span> <code>${code}</code>`;
  const further = furtherText(finding, pen.language, ({ file }) => pathIn(outcome, file));
  const framed = waived === undefined ? codeFrame(source, finding) : undefined;
  return row(
    {
      level: waived === undefined ? severity : 'waived',
      word: waived === undefined ? pen.words.severity[severity] : pen.words.waived,
      problem: html`<span class="message">${message}</span>${framed}<span class="small">${place}</span>${further === undefined ? '' : html`<span class="small place">${further}</span>`}`,
      clause: clauses(cite, pen.language),
      fix: waived === undefined ? pasted(hint ?? '—') : waiverText(finding, pen.language),
    },
    pen,
  );
}

/** Where else a code is found that is found too often to be shown in full. */
function othersRow(pen: Pen, source: Source, findings: readonly Finding[]): Markup | undefined {
  const [first] = findings;
  if (first === undefined) return undefined;
  const places = placesOf(source, findings).join(' ');
  return row(
    {
      level: first.severity,
      word: pen.words.severity[first.severity],
      problem: html`<span class="message">${pen.words.morePlaces(findings.length)}</span><span class="place">${places}</span> <code>${first.code}</code>`,
      clause: clauses(first.cite, pen.language),
      fix: '—',
    },
    pen,
  );
}

/** What nobody could decide, then what is not checked. */
function openRows(pen: Pen, assessment: ReportedAssessment): readonly Markup[] {
  const { words, html: all, language } = pen;
  const kinds: readonly ('undecided' | 'unknown')[] = ['undecided', 'unknown'];
  return kinds.flatMap((is) =>
    assessment.criteria
      .filter(({ decision }) => decision.is === is)
      .map(({ id, title, decision, cite }) => {
        const needs =
          decision.is === 'undecided' ? needsNames(assessment, decision.needs, pen.language).join(pen.words.comma) : '';
        return row(
          {
            level: is,
            word: words[is],
            problem: html`<span class="message">${inChinese(pen, ofDefinition(title, language))}</span><span class="small">— <code>${id}</code></span>`,
            clause: clauses(cite, language),
            fix: needs === '' ? all.panel.unknownFix : pasted(all.panel.needs(needs)),
          },
          pen,
        );
      }),
  );
}

/** The table of findings, or the sentence that there are none. `id` names the panel. */
export function findingsTable(pen: Pen, id: string, outcome: Reported): Markup {
  const { panel } = pen.html;
  const source = sourceOf(outcome);
  const rows = entriesOf(outcome.findings).map((entry) =>
    'others' in entry ? othersRow(pen, source, entry.others) : findingRow(pen, source, outcome, entry.finding),
  );
  const all = [...rows, ...(outcome.kind === 'assessed' ? openRows(pen, outcome) : [])];
  const head = html`<h3 class="unseen" id="${id}-f">${panel.findings}</h3>`;
  if (all.length === 0) return html`${head}<p class="nothing">${panel.noFindings}</p>`;
  return html`${head}<table class="findings" aria-labelledby="${id}-f"><thead><tr><th scope="col">${panel.level}</th><th scope="col">${panel.problem}</th><th scope="col">${panel.clause}</th><th scope="col">${panel.fix}</th></tr></thead><tbody>
${all}</tbody></table>`;
}
