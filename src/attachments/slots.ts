// What a slot asks of its files together: that there are some, of the expected types, for the years or the month it names.
import { unspaced } from '../characters/folds.ts';
import type { Input } from '../expression/compile.ts';
import type { Scope } from '../expression/scope.ts';
import { type Finding, isWeak, type Place } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { folderFor } from './convention.ts';
import { valueAt } from './entry.ts';
import type { Held } from './inventory-types.ts';
import { coveredBy, extensionOf, wholeYears } from './names.ts';
import type { SlotRule } from './slot.ts';
import { tellAt, tellByStanding } from './tell.ts';

const hinted = (hint: string | undefined): { readonly hint?: string } => (hint === undefined ? {} : { hint });

/**
 * A slot without files that is required, or may be, as what decides it is not answered; `told` when something was
 * already said of what the dossier names for it.
 */
export function checkFilled(slot: SlotRule, count: number, told: boolean, at: Place): Finding[] {
  const findings: Finding[] = [];
  if (count === 0 && slot.required && !told) {
    const args = { slot: slot.label, folder: folderFor(slot), ...hinted(slot.hint) };
    tellAt(findings, at, slot.cite)(isWeak(slot.cite) ? 'slot-empty-doubtful' : 'slot-empty', args);
  } else if (count === 0 && slot.waitsFor !== undefined)
    findings.push(report('slot-need-open', { slot: slot.label, fields: slot.waitsFor }, at, { cite: slot.cite }));
  return findings;
}

/**
 * Once a dossier: the slots with several files, of which no source says whether a portal takes them. One that asks for
 * several years has a file for each.
 */
export function checkSeveral(
  slots: readonly { readonly slot: SlotRule; readonly at: Place; readonly files: readonly unknown[] }[],
): Finding[] {
  const several = slots.filter(({ slot, files }) => files.length > 1 && (slot.covers?.years.length ?? 0) < 2);
  const [first] = several;
  if (first === undefined) return [];
  const args = { slots: several.map(({ slot, files }) => ({ slot: slot.label, count: files.length })) };
  return [report('slot-several', args, first.at)];
}

/** Files of another type than the slot expects. Those with an error are passed over: they must be replaced anyway. */
export function checkTypes(slot: SlotRule, files: readonly Held[]): Finding[] {
  const findings: Finding[] = [];
  const { expect } = slot;
  if (expect === undefined) return findings;
  for (const file of files) {
    const extension = extensionOf(file.name);
    if (!file.sound || expect.types.includes(extension)) continue;
    const about = { file: file.source, extension, slot: slot.label, types: expect.types };
    tellAt(findings, file.at, expect.cite)('slot-type-unexpected', { ...about, ...hinted(expect.hint) });
  }
  return findings;
}

/** What an entry of the dossier says of the years of its files; `at` is where it says so, else the file. */
export type Said = {
  readonly file: string;
  /** Nothing where it is not said, none where what is said cannot be read, which is told already. */
  readonly covers: readonly string[] | undefined;
  readonly at: Place;
  /** Only the name of the file says it; a month there may be the one in which it was made. */
  readonly byName?: true;
};

/** What the name of a file says that it covers. */
export function coveredIn(name: string): readonly string[] | undefined {
  const covers = coveredBy(name);
  return covers.length === 0 ? undefined : covers;
}

/** What the name of a file says that it covers, where that is one of the periods asked for and no other. */
function namedIn(file: string, asked: readonly string[]): { readonly named?: string } {
  const [named, another] = coveredBy(file.slice(file.lastIndexOf('/') + 1));
  return named !== undefined && another === undefined && asked.includes(named) ? { named } : {};
}

const isUnread = ({ covers }: Said): boolean => covers?.length === 0;

/** Where a single entry says what it covers; of several no one can say which is wrong. */
const sole = ([entry, another]: readonly Said[]): Place | undefined => (another === undefined ? entry?.at : undefined);

/**
 * Years that no entry covers: an error when every entry says what it covers, a warning while one does not say so. Of the
 * year of the foundation any month will do, and of a report December, the month of its balance sheet.
 * Years before `foundedYear` are not asked for. Entries count, not files: one that is missing is a finding already.
 */
export function checkYears(
  slot: SlotRule,
  entries: readonly Said[],
  foundedYear: number | undefined,
  at: Place,
): Finding[] {
  const findings: Finding[] = [];
  const { covers } = slot;
  if (covers === undefined) return findings;
  const covered = [...new Set(entries.flatMap((entry) => entry.covers ?? []))];
  const known = wholeYears(covered);
  const isThere = (year: number): boolean =>
    known.has(year) ||
    (slot.kinds !== undefined && covered.includes(`${year}-12`)) ||
    (year === foundedYear && covered.some((one) => one.startsWith(`${year}-`)));
  const years = covers.years.filter((year) => year >= (foundedYear ?? year) && !isThere(year));
  if (years.length === 0) return findings;
  const isOpen = (one: string): boolean => one.length > 4 && years.includes(Number(one.slice(0, 4)));
  const silent = entries.filter((entry) => entry.covers === undefined || (entry.byName && entry.covers.some(isOpen)));
  const about = { slot: slot.label, years, ...hinted(covers.hint) };
  if (silent.length === 0 && !entries.some(isUnread)) {
    tellByStanding(findings, sole(entries) ?? at, covers.cite)('slot-years-missing', { ...about, covered });
  }
  for (const { file, at: place } of silent)
    tellAt(findings, place, covers.cite)('slot-years-unknown', { ...about, file, ...namedIn(file, years.map(String)) });
  return findings;
}

/** The month that some entry must cover: another month is an error, a year or nothing leaves it unknown. */
export function checkMonth(slot: SlotRule, entries: readonly Said[], at: Place): Finding[] {
  const findings: Finding[] = [];
  const { coversMonth: rule } = slot;
  if (rule === undefined) return findings;
  const covered = entries.flatMap((entry) => entry.covers ?? []);
  if (covered.includes(rule.month)) return findings;
  const silent = entries.filter((entry) => !isUnread(entry) && entry.covers?.some((one) => one.length > 4) !== true);
  const about = { slot: slot.label, month: rule.month, ...hinted(rule.hint) };
  if (silent.length === 0 && !entries.some(isUnread)) {
    tellByStanding(findings, sole(entries) ?? at, rule.cite)('slot-month-missing', { ...about, covered });
  }
  for (const { file, at: place } of silent)
    tellAt(findings, place, rule.cite)('slot-month-unknown', { ...about, file, ...namedIn(file, [rule.month]) });
  return findings;
}

/**
 * Slots whose condition holds become required; one that cannot be decided yet says what for. It holds when it does by any
 * of the `inputs`: what contradicts itself, or does not count, still has its paper.
 */
export const askedSlots = (
  slots: readonly SlotRule[],
  inputs: readonly Input[],
  scope: Pick<Scope, 'label' | 'vocabulary'>,
): readonly SlotRule[] =>
  slots.map((slot) => {
    const { requiredWhen } = slot;
    if (slot.required || requiredWhen === undefined) return slot;
    const outcomes = inputs.map((input) => requiredWhen.evaluate(input));
    if (outcomes.some((one) => one.is === 'value' && one.value)) return { ...slot, required: true };
    const needs = outcomes.flatMap((one) => (one.is === 'undecided' ? one.needs : []));
    return needs.length === 0 ? slot : { ...slot, waitsFor: [...new Set(needs.map((need) => nameOf(need, scope)))] };
  });

/** What the form calls a fact, `revenue.2025`, or a column of a row, `class_one_ip[5].kind`. */
function nameOf(need: string, { label, vocabulary }: Pick<Scope, 'label' | 'vocabulary'>): string {
  const [id = need] = need.split(/[.[]/u);
  const part = vocabulary.get(id)?.fields.get(need.slice(need.lastIndexOf('.') + 1));
  return part === undefined ? label(id) : `${label(id)} ${part.meaning}`;
}

/** Files of which the dossier does not say who issued them. */
export function checkIssuer(slot: SlotRule, files: readonly Held[]): Finding[] {
  const { issuer: rule } = slot;
  if (rule === undefined) return [];
  const about = { slot: slot.label, ...hinted(rule.hint) };
  return files.flatMap((file) =>
    file.evidence.issuer === undefined
      ? [report('evidence-issuer-unknown', { ...about, file: file.source }, file.at, { cite: rule.cite })]
      : [],
  );
}

/** Whose figures a report shows, as people write it. */
const single = /单体|母公司|本部|个别|^single$/u;
const consolidated = /合并|^consolidated$/u;

/** Consolidated statements of a year without single ones of that year; a file that does not say is not judged. */
export function checkBasis(slot: SlotRule, files: readonly Held[]): Finding[] {
  const { basis: rule } = slot;
  if (rule === undefined) return [];
  const withBasis = (shape: RegExp) => files.filter(({ evidence }) => shape.test(evidence.basis ?? ''));
  const singles = withBasis(single).map(({ evidence }) => evidence.covers ?? []);
  return withBasis(consolidated).flatMap((file): Finding[] => {
    if (single.test(file.evidence.basis ?? '')) return [];
    const { covers = [] } = file.evidence;
    const years = covers.filter((year) => !singles.some((one) => one.length === 0 || one.includes(year)));
    if (covers.length === 0 ? singles.length > 0 : years.length === 0) return [];
    const about = { slot: slot.label, file: file.source, years, ...hinted(rule.hint) };
    return [report('evidence-basis-missing', about, valueAt(file, 'basis'), { cite: rule.cite })];
  });
}

/** What people call the kinds that rules name, in the order of what says most. */
const called: readonly (readonly [RegExp, string])[] = [
  [/[未非没无]经?审计/u, 'statements'],
  // Not of something else than the accounts of a year, and not what is written before or after such a report.
  [
    /^audit$|(?<!专项|内部|税务|离任|责任|清算|决算|费用|投入|收入|扣除)审计(?!业务约定|约定|合同|整改|方案|计划|通知|底稿|调整|报告.?(?:初稿|草稿|草案|征求意见))/u,
    'audit',
  ],
  [/^statements$|报表|资产负债表|利润表|损益表|现金流量表/u, 'statements'],
  [/^summary$|汇总/u, 'summary'],
];

const known = new Set(called.map(([, kind]) => kind));

/** `audit`, `statements` or `summary` for what people call so; other words as written. */
export const kindOf = (written: string): string =>
  called.find(([shape]) => shape.test(unspaced(written)))?.[1] ?? written.trim();

/**
 * A wrong kind has the severity of the rule. A file of which nothing is said is a warning where the rule asks for a kind;
 * where it only refuses one, silence refuses nothing, but a word that nobody knows may mean what is refused.
 */
export function checkKinds(slot: SlotRule, files: readonly Held[]): Finding[] {
  const findings: Finding[] = [];
  const { kinds: rule } = slot;
  if (rule === undefined) return findings;
  for (const file of files) {
    const kind = file.evidence.kind === undefined ? undefined : kindOf(file.evidence.kind);
    const hint = rule.hint === undefined ? {} : { hint: rule.hint };
    const about = { slot: slot.label, file: file.source, expected: rule.oneOf ?? [], refused: rule.noneOf, ...hint };
    const cite = { cite: rule.cite };
    if (kind === undefined) {
      if (rule.oneOf !== undefined) findings.push(report('slot-kind-unknown', about, file.at, cite));
    } else if (rule.oneOf === undefined && !known.has(kind) && rule.noneOf.some((one) => known.has(one))) {
      findings.push(report('slot-kind-unknown', { ...about, written: kind }, valueAt(file, 'kind'), cite));
    } else if (rule.noneOf.includes(kind) || rule.oneOf?.includes(kind) === false) {
      findings.push(
        report('slot-kind-wrong', { ...about, kind }, valueAt(file, 'kind'), {
          ...cite,
          severity: isWeak(rule.cite) ? 'warning' : rule.severity,
        }),
      );
    }
  }
  return findings;
}

const wordIn = (file: Held, { words }: SlotRule): string | undefined =>
  words?.any.find((word) => unspaced(file.name).includes(unspaced(word)));

/**
 * Files whose names speak of another slot than theirs. Where a slot has no words of its own, much belongs into it, and
 * the other one must be in want of such a file.
 */
export function checkMisplaced(
  taken: readonly { readonly slot: SlotRule; readonly files: readonly Held[] }[],
): Finding[] {
  return taken.flatMap(({ slot, files }) =>
    files.flatMap((file): Finding[] => {
      if (wordIn(file, slot) !== undefined) return [];
      const other = taken.find(
        (one) =>
          one.slot.id !== slot.id &&
          wordIn(file, one.slot) !== undefined &&
          (slot.words !== undefined ||
            (one.files.length > 0 && one.files.every((own) => wordIn(own, one.slot) === undefined))),
      );
      const word = other && wordIn(file, other.slot);
      if (other === undefined || word === undefined) return [];
      const about = { file: file.source, slot: slot.label, word, other: other.slot.label };
      const { cite } = slot.words ?? other.slot.words ?? { cite: [] };
      return [report('slot-misplaced-name', about, file.at, { cite })];
    }),
  );
}
