// Reads the JSON of a report back, so that the reports of shards can be joined and shown in every format.

import type * as z from 'zod';
import type { Evidence, Traits } from '../attachments/inventory-types.ts';
import { type Bounds, type Checked, checkJson, parseJson } from '../files/json.ts';
import { version } from '../files/version.ts';
import { codes } from '../findings/areas/index.ts';
import type { Finding } from '../findings/finding.ts';
import { given, type Shape } from '../given.ts';
import { isSaid } from '../words/of-finding.ts';
import { textOf } from './json.ts';
import { type Categories, type DossierDocument, report, type ToldDocument, told } from './json-definition.ts';
import type { Reported } from './reported.ts';
import type { Report } from './reporter.ts';

/** A report as far as its JSON holds it. */
export type ReadReport = Pick<Report, 'program' | 'outcomes' | 'shard' | 'unread'>;

/** Why a text is not the report of a run: at which member, when its shape is wrong. */
export type NoReport = { readonly wrong: 'json' | 'shape' | 'code'; readonly at: string };

/** The schema has looked at the shape; which arguments belong to which code shows in what they say (`isSaid`). */
function findingOf({ message: _, hint: __, args, criterion, ...common }: DossierDocument['findings'][number]): Finding {
  return (criterion === undefined ? { ...common, args: args ?? {} } : { ...common, criterion }) as Finding;
}

/** Throws NotJson where neither the dossier nor its category says something. */
function whole<T>(value: T | undefined): T {
  if (value === undefined) throw new NotJson('shape');
  return value;
}

const of = <T>(all: Readonly<Record<string, T>> | undefined, id: string): T | undefined =>
  all !== undefined && Object.hasOwn(all, id) ? all[id] : undefined;

type Spoken = { readonly zh?: string; readonly en?: string };
/** Where only one language was asked for, it stands for both. */
const both = ({ zh, en }: Spoken) => ({ zh: zh ?? en ?? '', en: en ?? zh ?? '' });
const inBoth = <T extends { readonly message: Spoken; readonly hint?: Spoken }>({ message, hint, ...rest }: T) => ({
  ...rest,
  message: both(message),
  ...given({ hint: hint && both(hint) }),
});

type Common = Categories[string];
type Told = Extract<ToldDocument, { readonly readable: true }>;

function aboutOf({ labels: _, criteria: __, metrics: ___, checklist: ____, slots: _____, ...about }: Common) {
  return about;
}

function foundOf(
  { cite, criterion, ...finding }: Told['findings'][number],
  common: Common | undefined,
): DossierDocument['findings'][number] {
  const named = of(common?.criteria, finding.code);
  const titled =
    criterion &&
    ('title' in criterion ? criterion : { ...criterion, ...given({ title: whole(named).title, hint: named?.hint }) });
  return { ...inBoth(finding), cite: cite ?? named?.cite ?? [], ...given({ criterion: titled }) };
}

type Noted = { readonly traits?: Traits | undefined; readonly evidence?: Evidence | undefined };

function noted<File extends Noted>({ traits = {}, evidence = {}, ...file }: File) {
  const { paper } = traits;
  const seen = paper === undefined ? traits : { ...traits, paper: { ...paper, varies: paper.varies ?? false } };
  return { ...file, traits: seen, evidence };
}

/** The dossier with what is said of its category. */
function wholeOf(document: ToldDocument, categories: Categories): DossierDocument {
  if (!document.readable) return { ...document, findings: document.findings.map(inBoth) };
  const { category, findings, labels, criteria, metrics, register, checklist, attachments } = document;
  const common = of(categories, category.id);
  const named = { ...common?.labels, ...labels };
  // Members keep their order.
  const others: Omit<Told, 'register'> = document;
  return {
    ...others,
    category: 'sha256' in category ? category : { ...category, ...aboutOf(whole(common)) },
    labels: named,
    waiversUsed: document.waiversUsed ?? [],
    findings: findings.map((finding) => foundOf(finding, common)),
    criteria: criteria.map((item) => ('cite' in item ? item : { ...whole(of(common?.criteria, item.id)), ...item })),
    metrics: metrics.map((item) => ('cite' in item ? item : { ...whole(of(common?.metrics, item.id)), ...item })),
    ...given({
      register: register?.map(({ title, because, counted, ...row }) => ({
        ...row,
        title: whole(title ?? of(named, row.table)),
        counted: counted.map((one) => ({
          ...one,
          title: whole(one.title ?? of(common?.criteria, one.criterion)?.title),
          because: both(whole(one.because ?? because)),
        })),
      })),
    }),
    checklist: (checklist ?? Object.keys(whole(common).checklist).map((id) => ({ id }))).map((item) =>
      'cite' in item ? item : { ...whole(of(common?.checklist, item.id)), ...item },
    ),
    attachments: {
      slots: attachments.slots.map((item) => ({
        ...('cite' in item ? item : { ...whole(of(common?.slots, item.id)), ...item }),
        files: item.files.map(noted),
      })),
      rows: attachments.rows.map(noted),
    },
  };
}

/** The program is said once in a report. */
type Unsigned<One = Reported> = One extends Reported ? Omit<One, 'program'> : never;

function outcomeOf(document: DossierDocument): Unsigned {
  const { path, lines, sha256, bytes, findings, readable, ...rest } = document;
  const cut = path.lastIndexOf('/');
  const folder = cut < 0 ? '.' : cut === 0 ? '/' : path.slice(0, cut);
  const file = { file: path.slice(cut + 1), folder, sha256, bytes, text: whole(textOf(lines)) };
  const common = { dossier: file, findings: findings.map(findingOf) };
  if (!('attachments' in rest)) return { kind: 'unreadable', ...rest, ...common };
  const { attachments, ...assessed } = rest;
  const rows = attachments.rows.map(({ table, row, column, ...file }) => ({ table, row, column, file }));
  return { kind: 'assessed', ...assessed, ...common, inventory: { slots: attachments.slots, rows } };
}

/** Reads a report as its bytes come, a dossier at a time. */
export type ReportReader = {
  feed(bytes: Uint8Array): void;
  /** The report, or the first reason why it is none. */
  end(): ReadReport | NoReport;
};

/** Of one dossier: what the program writes has nine levels, and a few thousand values. */
const bounds: Bounds = { levels: 32, values: 1_000_000 };

/** As it stands in the text, so that showing it again keeps the order of its members. */
function checkedBy<Schema extends z.ZodType>(schema: Schema, text: string): Checked<Shape<Schema>> {
  const read = parseJson(text, bounds);
  if ('wrong' in read) throw new NotJson();
  const checked = checkJson(schema, read.json);
  return 'fault' in checked ? checked : { data: read.json as Shape<Schema> };
}

/** `keep` gives what is kept of a dossier: itself, or the same made of what others have too. */
export function reportReader(keep: (outcome: Unsigned) => Unsigned = (outcome) => outcome): ReportReader {
  const outcomes: Unsigned[] = [];
  let wrong: NoReport | undefined;
  let categories: Categories | undefined;
  /** Another version may say it in other words. */
  let isOurs = false;
  const parts = reportParts((text, before) => {
    if (categories === undefined) {
      const head = checkedBy(report, `${before()}]}`);
      if ('fault' in head) wrong = { wrong: 'shape', at: head.fault.at };
      categories = 'data' in head ? (head.data.categories ?? {}) : {};
      isOurs = 'data' in head && head.data.program.version === version;
    }
    const checked = checkedBy(told, text);
    if ('fault' in checked) wrong ??= { wrong: 'shape', at: `dossiers.${outcomes.length}.${checked.fault.at}` };
    if (wrong !== undefined || 'fault' in checked) return;
    const document = checked.data;
    const unknown = document.findings.find(
      ({ code, criterion }) => criterion === undefined && !Object.hasOwn(codes, code),
    );
    if (unknown !== undefined) wrong = { wrong: 'code', at: unknown.code };
    if (wrong !== undefined) return;
    const dossier = wholeOf(document, categories);
    const other = isOurs ? dossier.findings.findIndex((one) => !isSaid(findingOf(one), one.message)) : -1;
    if (other < 0) outcomes.push(keep(outcomeOf(dossier)));
    else wrong = { wrong: 'shape', at: `dossiers.${outcomes.length}.findings.${other}.args` };
  });
  const guarded = <T>(run: () => T): T | undefined => {
    if (wrong !== undefined) return undefined;
    try {
      return run();
    } catch (error) {
      if (!(error instanceof NotJson)) throw error;
      wrong = { wrong: error.wrong, at: '' };
      return undefined;
    }
  };
  return {
    feed: (bytes) => guarded(() => parts.feed(bytes)),
    end: () => {
      const head = guarded(() => checkedBy(report, parts.end()));
      if (head === undefined) return wrong ?? { wrong: 'json', at: '' };
      if ('fault' in head) return { wrong: 'shape', at: head.fault.at };
      // A second list of them would stand here: the first one is taken out.
      if (head.data.dossiers.length > 0) return { wrong: 'json', at: '' };
      const { program, shard, unread } = head.data;
      return {
        program,
        outcomes: outcomes.map((outcome) => ({ ...outcome, program })),
        ...given({ shard, unread: unread?.map(inBoth) }),
      };
    },
  };
}

/** What is wrong with the text as JSON; a dossier is parsed by whoever takes it. */
class NotJson extends Error {
  readonly wrong: 'json' | 'shape';
  constructor(wrong: 'json' | 'shape' = 'json') {
    super();
    this.wrong = wrong;
  }
}

/** `feed` takes the next bytes; `end` gives the text without its dossiers. */
type ReportParts = { feed(bytes: Uint8Array): void; end(): string };

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openMap, closeMap] = [0x5b, 0x5d, 0x7b, 0x7d];
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
/** Bytes of the rest: program, shard, statistics, and what is said of categories. */
const mostRest = 10_000_000;

/** `onDossier` gets the text of each member of the list `dossiers`, in order, and what stands before all. Throws NotJson. */
function reportParts(onDossier: (text: string, before: () => string) => void): ReportParts {
  let depth = 0;
  let inText = false;
  let escaped = false;
  /** In the list of dossiers, which stands at depth 2; once it ended there is no other. */
  let list: 'before' | 'inside' | 'after' = 'before';
  let afterItem = false;
  let afterComma = false;
  const item: Uint8Array[] = [];
  let rest = '';

  const before = (): string => Buffer.from(rest, 'latin1').toString('utf8');
  const keep = (byte: number): void => {
    rest += String.fromCharCode(byte);
    if (rest.length > mostRest) throw new NotJson();
  };

  const betweenItems = (byte: number): void => {
    if (isSpace(byte)) return;
    if (byte === comma && afterItem) {
      afterItem = false;
      afterComma = true;
    } else if (byte === closeList && !afterComma) {
      list = 'after';
      depth -= 1;
      keep(byte);
    } else throw new NotJson();
  };

  const finish = (): void => {
    onDossier(Buffer.concat(item).toString('utf8'), before);
    item.length = 0;
    afterItem = true;
    afterComma = false;
  };

  return {
    feed: (bytes) => {
      let from = 0;
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (inText) {
          if (escaped) escaped = false;
          else if (byte === backslash) escaped = true;
          else if (byte === quote) inText = false;
        } else if (list === 'inside' && depth === 2 && byte !== openMap) {
          betweenItems(byte);
          continue;
        } else if (byte === quote) inText = true;
        else if (byte === openList || byte === openMap) {
          if (list === 'inside' && depth === 2) {
            if (afterItem) throw new NotJson();
            from = at;
          }
          depth += 1;
          if (list === 'before' && depth === 2 && byte === openList && /"dossiers"\s*:\s*$/.test(rest.slice(-40))) {
            list = 'inside';
            keep(byte);
            continue;
          }
        } else if (byte === closeList || byte === closeMap) {
          depth -= 1;
          if (list === 'inside' && depth === 2) {
            item.push(bytes.subarray(from, at + 1));
            finish();
            continue;
          }
        }
        if (list !== 'inside') keep(byte);
      }
      // A copy: whoever reads fills the same bytes anew.
      if (list === 'inside' && depth > 2) item.push(Buffer.from(bytes.subarray(from)));
    },
    end: () => {
      if (depth !== 0 || inText || list === 'inside') throw new NotJson();
      return before();
    },
  };
}
