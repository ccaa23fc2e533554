// What is known of dossiers as plain data: for other programs, for shards to be merged, and for the bundle.
import { jsonText } from '../characters/shown.ts';
import { type Finding, isCriterion } from '../findings/finding.ts';
import { wordsOf } from '../words/of-finding.ts';
import type { Reported, ReportedAssessment } from './reported.ts';
import { pathOf, type Renderer, type Report } from './reporter.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

export function findingData(finding: Finding) {
  const zh = wordsOf(finding, 'zh');
  const en = wordsOf(finding, 'en');
  const { code, severity, at, also, more, cite, waived, fix } = finding;
  return {
    code,
    severity,
    message: { zh: zh.message, en: en.message },
    hint: zh.hint === undefined ? undefined : { zh: zh.hint, en: en.hint ?? zh.hint },
    at,
    also,
    more,
    cite,
    waived,
    fix,
    ...(isCriterion(finding) ? { criterion: finding.criterion } : { args: finding.args }),
  };
}

/** What both documents hold; what is new in a report of dossiers comes along by itself. */
function body(outcome: Reported) {
  const { kind, program: _, dossier, findings, ...rest } = outcome;
  const { sha256, bytes } = dossier;
  const found = findings.map(findingData);
  const common = { sha256, bytes, readable: kind === 'assessed', findings: found };
  if (!('inventory' in rest)) return { ...rest, ...common };
  const { inventory, ...assessed } = rest;
  const rows = inventory.rows.map(({ file, ...row }) => ({ ...row, ...file }));
  return { ...assessed, ...common, attachments: { slots: inventory.slots, rows } };
}

/** Without members that have no value, and sharing nothing with what it was made of. */
const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

/** What only a report of several dossiers needs. */
const ofReports: ReadonlySet<string> = new Set(['built', 'usccAt', 'labels', 'region', 'waiversUsed']);

/** Everything about one dossier, for its bundle: no folder, no absolute path, nothing of this machine or moment. */
export function assessmentDocument(assessment: ReportedAssessment): JsonObject {
  const { program, dossier } = assessment;
  const members = Object.entries(body(assessment)).filter(([name]) => !ofReports.has(name));
  // Edits are for the dossier that somebody works on.
  const findings = assessment.findings.map(({ fix: _, ...finding }) => findingData(finding as Finding));
  return plain({ format: 1, program, dossier: dossier.file, ...Object.fromEntries(members), findings });
}

/** The lines that code frames show, by number. */
const linesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line, index) => [String(index + 1), line] as const)
      .filter(([, line]) => line !== ''),
  );

const dossierData = (outcome: Reported): object => ({
  path: pathOf(outcome),
  ...body(outcome),
  lines: linesOf(outcome.dossier.text),
});

/** The report of a run; shards of a run are merged by joining their `dossiers`. */
export const reportDocument = ({
  program,
  shard,
  statistics,
  outcomes,
}: Pick<Report, 'program' | 'shard' | 'statistics' | 'outcomes'>): JsonObject =>
  plain({ format: 1, program, shard, statistics, dossiers: outcomes.map(dossierData) });

/** The text of `reportDocument`, a dossier at a time, so that a report of a thousand is never held as a whole. */
export function* jsonPieces(report: Report): Generator<string> {
  const indent = report.compact === true ? 0 : 2;
  const [inner, end] = indent === 0 ? ['\n', '\n]}\n'] : ['\n    ', '\n  ]\n}\n'];
  const head = jsonText(reportDocument({ ...report, outcomes: [] }), indent);
  if (report.outcomes.length === 0) {
    yield `${head}\n`;
    return;
  }
  yield head.slice(0, head.lastIndexOf('[') + 1);
  for (const [index, outcome] of report.outcomes.entries()) {
    const text = jsonText(plain(dossierData(outcome)), indent);
    yield `${index === 0 ? '' : ','}${inner}${text.replaceAll('\n', inner)}`;
  }
  yield end;
}

export const json: Renderer<string> = {
  render: (report) => [...jsonPieces(report)].join(''),
  pieces: jsonPieces,
};
