// Reads the JSON of a report back, so that the reports of shards can be joined and shown in every format.
import { codes } from '../findings/codes/index.ts';
import type { Finding } from '../findings/finding.ts';
import type { Reported } from '../reported.ts';
import { type DossierDocument, type ReportDocument, report } from './json-definition.ts';
import type { Report } from './reporter.ts';

/** A report as far as its JSON holds it. */
export type ReadReport = Pick<Report, 'program' | 'outcomes' | 'shard'>;

/** Why a text is not the report of a run: at which member, when its shape is wrong. */
export type NoReport = { readonly wrong: 'json' | 'shape' | 'code'; readonly at: string };

function findingOf({
  code,
  severity,
  at,
  also,
  more,
  cite,
  waived,
  args,
  criterion,
}: DossierDocument['findings'][number]): Finding {
  const common = {
    code,
    severity,
    at,
    ...(also === undefined ? {} : { also }),
    ...(more === undefined ? {} : { more }),
    cite,
    ...(waived === undefined ? {} : { waived }),
  };
  // The schema has looked at the shape; which arguments belong to which code is known only to the one who wrote it.
  return (criterion === undefined ? { ...common, args: args ?? {} } : { ...common, criterion }) as Finding;
}

function textOf(lines: Readonly<Record<string, string>>): string {
  const text: string[] = [];
  for (const [number, line] of Object.entries(lines)) text[Number(number) - 1] = line;
  return Array.from(text, (line) => line ?? '').join('\n');
}

function outcomeOf(document: DossierDocument, program: ReportDocument['program']): Reported {
  const { path, lines, readable, sha256, bytes, findings, ...rest } = document;
  const cut = path.lastIndexOf('/');
  const folder = cut < 0 ? '.' : cut === 0 ? '/' : path.slice(0, cut);
  const dossier = { file: path.slice(cut + 1), folder, sha256, bytes, text: textOf(lines) };
  const common = { program, dossier, findings: findings.map(findingOf) };
  if (!('attachments' in rest)) return { kind: 'unreadable', ...rest, ...common };
  const { attachments, ...assessed } = rest;
  const rows = attachments.rows.map(({ table, row, column, ...file }) => ({ table, row, column, file }));
  const inventory = { slots: attachments.slots, rows };
  // The schema leaves what probes and evidence say of a file open; the program that wrote it has typed it.
  return { kind: 'assessed', ...assessed, ...common, inventory } as unknown as Reported;
}

/** The report that a JSON text holds, or why it is none. */
export function readReport(text: string): ReadReport | NoReport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wrong: 'json', at: '' };
  }
  const parsed = report.safeParse(value);
  if (!parsed.success) return { wrong: 'shape', at: parsed.error.issues[0]?.path.join('.') ?? '' };
  // As it stands in the text, so that showing it again keeps the order of its members.
  const { program, shard, dossiers } = value as ReportDocument;
  for (const { findings } of dossiers) {
    const unknown = findings.find(({ code, criterion }) => criterion === undefined && !Object.hasOwn(codes, code));
    if (unknown !== undefined) return { wrong: 'code', at: unknown.code };
  }
  const outcomes = dossiers.map((document) => outcomeOf(document, program));
  return { program, outcomes, ...(shard === undefined ? {} : { shard }) };
}
