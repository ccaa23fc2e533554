// What is known of dossiers as plain data: for other programs, for shards to be merged, and for the bundle.
import type { Assessment, AttachedFile, CriterionResult, MetricResult, Outcome } from '../assessment.ts';
import { type Citation, type Finding, isCriterion } from '../findings/finding.ts';
import { inOrder } from '../findings/order.ts';
import { wordsOf } from '../messages/words.ts';
import { pathOf, type Report, type Reporter } from './reporter.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** The members that have a value. */
const given = (members: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined));

const citation = ({ source, short, title, clause, standing, quote }: Citation): Json =>
  given({ source, short, title, clause, standing, quote });

function findingData(finding: Finding): Json {
  const zh = wordsOf(finding, 'zh');
  const en = wordsOf(finding, 'en');
  return given({
    code: finding.code,
    severity: finding.severity,
    message: { zh: zh.message, en: en.message },
    hint: zh.hint === undefined ? undefined : { zh: zh.hint, en: en.hint ?? zh.hint },
    at: { ...finding.at },
    cite: finding.cite.map(citation),
    waived: finding.waived && { ...finding.waived },
    criterion: isCriterion(finding) ? given({ ...finding.criterion }) : undefined,
  });
}

function criterionData({ id, title, severity, decision, hint, cite }: CriterionResult): Json {
  const shown = 'shown' in decision ? decision.shown : undefined;
  const needs = decision.is === 'undecided' ? [...decision.needs] : undefined;
  return given({
    id,
    title,
    severity,
    decision: given({ is: decision.is, shown, needs }),
    hint,
    cite: cite.map(citation),
  });
}

function outcomeData(outcome: MetricResult['outcome']): Json {
  if (outcome.is === 'value') return { is: outcome.is, value: outcome.value.toString(), shown: outcome.shown };
  return outcome.is === 'undecided'
    ? { is: outcome.is, needs: [...outcome.needs] }
    : { is: outcome.is, why: outcome.why };
}

function metricData(metric: MetricResult): Json {
  const { id, label, unit, decimals, formula, substitution, precise, stated, reading } = metric;
  return given({
    id,
    label,
    unit,
    decimals,
    outcome: outcomeData(metric.outcome),
    formula,
    substitution,
    precise,
    limits: metric.limits.map((limit) => ({ ...limit })),
    reading: reading && { ...reading },
    stated: stated && {
      value: stated.value.toString(),
      source: stated.source,
      agrees: stated.agrees,
      at: { ...stated.at },
    },
    cite: metric.cite.map(citation),
  });
}

function fileData({ source, bytes, sha256, format, traits, evidence }: AttachedFile): JsonObject {
  const { covers, figures, ...rest } = evidence;
  return given({
    source,
    bytes,
    sha256,
    format,
    traits: given({ ...traits }),
    evidence: given({ ...rest, covers: covers && [...covers], figures: figures && { ...figures } }),
  });
}

function assessedData(assessment: Assessment): Readonly<Record<string, Json>> {
  const { category, inventory } = assessment;
  return {
    uscc: assessment.uscc,
    category: { id: category.id, title: category.title, year: category.year, sha256: category.sha256 },
    criteria: assessment.criteria.map(criterionData),
    metrics: assessment.metrics.map(metricData),
    checklist: assessment.checklist.map(({ id, text, asked, attested, cite }) =>
      given({ id, text, asked, attested: attested && { ...attested }, cite: cite.map(citation) }),
    ),
    attachments: {
      slots: inventory.slots.map(({ id, order, label, required, cite, files }) => ({
        id,
        order,
        label,
        required,
        cite: cite.map(citation),
        files: files.map(fileData),
      })),
      rows: inventory.rows.map(({ table, row, column, file }) => ({ table, row, column, ...fileData(file) })),
    },
  };
}

function outcomeBody(outcome: Outcome): Readonly<Record<string, Json>> {
  return {
    asOf: outcome.asOf,
    enterprise: outcome.enterprise,
    sha256: outcome.dossier.sha256,
    state: outcome.state,
    readable: outcome.kind === 'assessed',
    counts: { ...outcome.counts },
    findings: inOrder(outcome.findings).map(findingData),
    ...(outcome.kind === 'assessed' ? assessedData(outcome) : {}),
  };
}

/** Everything about one dossier, for its bundle: no folder, no absolute path, nothing of this machine or moment. */
export const assessmentDocument = (assessment: Assessment): JsonObject => ({
  format: 1,
  program: { ...assessment.program },
  dossier: assessment.dossier.file,
  ...outcomeBody(assessment),
});

/** The report of a run; shards of a run are merged by joining their `dossiers`. */
export const reportDocument = (report: Pick<Report, 'program' | 'outcomes'>): JsonObject => ({
  format: 1,
  program: { ...report.program },
  dossiers: report.outcomes.map((outcome) => ({ path: pathOf(outcome), ...outcomeBody(outcome) })),
});

export const json: Reporter = {
  name: 'json',
  render: (report) => `${JSON.stringify(reportDocument(report), null, 2)}\n`,
};
