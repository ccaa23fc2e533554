// Reads the JSON of a report back, so that the reports of shards can be joined and shown in every format.
import { type Bounds, checkJson, parseJson } from '../files/json.ts';
import { codes } from '../findings/areas/index.ts';
import type { Finding } from '../findings/finding.ts';
import { type DossierDocument, dossier, report } from './json-definition.ts';
import { NotJson, reportParts } from './json-parts.ts';
import type { Reported } from './reported.ts';
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

/** All but the program, which the report says once. */
function outcomeOf(document: DossierDocument): Reported {
  const { path, lines, readable, sha256, bytes, findings, ...rest } = document;
  const cut = path.lastIndexOf('/');
  const folder = cut < 0 ? '.' : cut === 0 ? '/' : path.slice(0, cut);
  const file = { file: path.slice(cut + 1), folder, sha256, bytes, text: textOf(lines) };
  const common = { dossier: file, findings: findings.map(findingOf) };
  if (!('attachments' in rest)) return { kind: 'unreadable', ...rest, ...common } as unknown as Reported;
  const { attachments, ...assessed } = rest;
  const rows = attachments.rows.map(({ table, row, column, ...file }) => ({ table, row, column, file }));
  const inventory = { slots: attachments.slots, rows };
  // The schema leaves what probes and evidence say of a file open; the program that wrote it has typed it.
  return { kind: 'assessed', ...assessed, ...common, inventory } as unknown as Reported;
}

/** Reads a report as its bytes come, a dossier at a time. */
export type ReportReader = {
  feed(bytes: Uint8Array): void;
  /** The report, or the first reason why it is none. */
  end(): ReadReport | NoReport;
};

/** Of one dossier: what the program writes has nine levels, and a few thousand values. */
const bounds: Bounds = { levels: 32, values: 1_000_000 };

function parsed(text: string): unknown {
  const read = parseJson(text, bounds);
  if ('wrong' in read) throw new NotJson();
  return read.json;
}

/** `keep` gives what is kept of a dossier: itself, or the same made of what others have too. */
export function reportReader(keep: (outcome: Reported) => Reported = (outcome) => outcome): ReportReader {
  const outcomes: Reported[] = [];
  let wrong: NoReport | undefined;
  const parts = reportParts((text) => {
    // As it stands in the text, so that showing it again keeps the order of its members.
    const document = parsed(text) as DossierDocument;
    const checked = checkJson(dossier, document);
    if ('fault' in checked) wrong ??= { wrong: 'shape', at: `dossiers.${outcomes.length}.${checked.fault.at}` };
    if (wrong !== undefined) return;
    const unknown = document.findings.find(
      ({ code, criterion }) => criterion === undefined && !Object.hasOwn(codes, code),
    );
    if (unknown !== undefined) wrong = { wrong: 'code', at: unknown.code };
    else outcomes.push(keep(outcomeOf(document)));
  });
  const guarded = <T>(run: () => T): T | undefined => {
    if (wrong !== undefined) return undefined;
    try {
      return run();
    } catch (error) {
      if (!(error instanceof NotJson)) throw error;
      wrong = { wrong: 'json', at: '' };
      return undefined;
    }
  };
  return {
    feed: (bytes) => guarded(() => parts.feed(bytes)),
    end: () => {
      const head = report.safeParse(guarded(() => parsed(parts.end())));
      if (wrong !== undefined) return wrong;
      if (!head.success) return { wrong: 'shape', at: head.error.issues[0]?.path.join('.') ?? '' };
      const { program, shard } = head.data;
      return {
        program,
        outcomes: outcomes.map((outcome) => ({ ...outcome, program })),
        ...(shard === undefined ? {} : { shard }),
      };
    },
  };
}
