// The plan for a client's papers in words: what was found, where it goes and why, what it says, what to do by hand.
import type { AddWords } from '../../words/add.ts';
import type { StatedRow } from '../wizard/session.ts';
import type { Placed } from './place.ts';
import type { PlanItem, PlanReason, Status } from './plan.ts';
import type { Said } from './says.ts';
import type { Collected, Source } from './sources.ts';

/** Rows of tables that each paper states. */
export type Rows = ReadonlyMap<PlanItem, readonly StatedRow[]>;

/** What is shown of a plan, and for whom. */
type Shown = Pick<Collected, 'leftOut' | 'system'> & {
  readonly sources: readonly Source[];
  /** Nobody has said yet who applies. */
  readonly isNameless: boolean;
  /** The dossier in a command by hand; none for whoever is asked next. */
  readonly by: string | undefined;
};

export const isOpen = ({ status }: PlanItem): boolean => status !== 'held' && status !== 'twin';

/** A paper where one is chosen. */
export function lineOf({ paper, slot, reasons }: PlanItem, [row]: readonly StatedRow[], words: AddWords): string {
  if (slot !== undefined) return words.to(paper.shown, slot.label);
  const known = reasons.find((reason) => reason.is === 'barred' || reason.is === 'no-slot');
  const what = row !== undefined ? words.rows.only(row.question.label) : known && words.like(known.kind);
  return `${paper.shown}　${what ?? words.unknown}`;
}

/** A reason in words. */
export function reasonText(reason: PlanReason, { reasons }: AddWords): string {
  switch (reason.is) {
    case 'text':
      return reasons.text(reason.words, reason.page, reason.ocr);
    case 'kinds':
      return reasons.kinds(reason.kinds);
    case 'slots':
      return reasons.slots(reason.kind, reason.slots);
    case 'no-slot':
      return reasons['no-slot'](reason.kind);
    case 'barred':
      return reasons.barred(reason.kind, reason.slots);
    case 'year':
      return reasons.year(reason.years, reason.by);
    case 'years-wrong':
      return reasons['years-wrong'](reason.years, reason.asked, reason.slot);
    case 'years-unknown':
      return reasons['years-unknown'](reason.asked);
    case 'years-differ':
      return reasons['years-differ'](reason.name, reason.text);
    case 'foreign':
      return reasons.foreign(reason.whom, reason.by);
    case 'unlike':
      return reasons.unlike(reason.whom, reason.others);
    case 'nobody':
    case 'forced':
      return reasons[reason.is];
    case 'held':
      return reasons.held(reason.file, reason.slot);
    case 'twin':
    case 'rival':
      return reasons[reason.is](reason.file);
    default:
      return reasons[reason.is](reason.word);
  }
}

/** Evidence keys in words; all of them, or those that a program has read. */
export const readingsOf = (
  { evidence, proposed }: Pick<PlanItem, 'evidence' | 'proposed'>,
  words: AddWords,
): readonly string[] =>
  proposed.flatMap((key) => {
    const said: Said[keyof Said] = evidence[key];
    if (said === undefined) return [];
    const text =
      typeof said === 'string'
        ? said
        : words.listed(Array.isArray(said) ? said : Object.entries(said).map((figure) => figure.join(' ')));
    return [words.reading[key]?.(key === 'kind' ? (words.kinds[text] ?? text) : text) ?? text];
  });

const heads: Readonly<Record<Status, keyof AddWords['heads']>> = {
  certain: 'certain',
  likely: 'doubtful',
  unknown: 'doubtful',
  refused: 'doubtful',
  foreign: 'doubtful',
  held: 'there',
  twin: 'there',
};

export function planText(
  items: readonly PlanItem[],
  rows: Rows,
  { leftOut, system, sources, isNameless, by }: Shown,
  words: AddWords,
): readonly string[] {
  const of = (head: keyof AddWords['heads']) => items.filter(({ status }) => heads[status] === head);
  const left = leftOut.map(
    ({ shown, why, code }) => `  ${shown}　${words.why[why]}${code === undefined ? '' : `（${code}）`}`,
  );
  const more = [
    ...(left.length === 0 ? [] : ['', words.heads.leftOut, ...left]),
    ...(system === 0 ? [] : ['', words.system(system)]),
  ];
  if (items.length === 0) return [words.nothing(sources.map(({ shown }) => shown)), ...more];
  const [certain, doubtful, there] = [of('certain'), of('doubtful'), of('there')];
  return [
    '',
    words.found(items.length, certain.length, doubtful.length, there.length),
    ...(isNameless ? [words.noOwner] : []),
    ...[certain, doubtful, there].flatMap((group) => {
      const [first] = group;
      return first === undefined
        ? []
        : [
            '',
            words.heads[heads[first.status]],
            ...group.flatMap((item) => itemLines(item, rows.get(item) ?? [], by, words)),
          ];
    }),
    ...more,
    ...(by !== undefined && [...rows.values()].some((stated) => stated.length > 0) ? ['', words.rows.how] : []),
  ];
}

/** A file with its slot, below it the reasons, what was read, and what to do by hand. */
function itemLines(
  item: PlanItem,
  rows: readonly StatedRow[],
  to: string | undefined,
  words: AddWords,
): readonly string[] {
  const { paper, slot, status, also, reasons } = item;
  const isSure = status === 'certain';
  const why = words.because(reasons.map((reason) => reasonText(reason, words)));
  const readings = readingsOf(item, words);
  const lines = [
    `  ${isSure ? words.to(paper.shown, slot?.label ?? '') : paper.shown}`,
    ...(why === '' ? [`      ${words.unknown}`] : [`      ${why}`]),
    ...(isSure && readings.length > 0 ? [`      ${words.read(readings)}`] : []),
    ...rows.map(({ question, page, cells }) => {
      const said = question.columns.flatMap(({ path: [column] }) => cells[column?.id ?? ''] ?? []);
      return `      ${words.rows.stated(question.label, words.listed(said), page)}`;
    }),
  ];
  const isBarred = reasons.some(({ is }) => is === 'barred');
  // What only fills in a row belongs to no slot, and none is named that refuses it.
  if (isSure || !isOpen(item) || (slot === undefined && (rows.length > 0 || isBarred))) return lines;
  const near = [...(slot === undefined ? [] : [slot]), ...also].map(({ label }) => label);
  return [
    ...lines,
    ...(slot === undefined
      ? near.length === 0
        ? []
        : [`      ${words.near(near)}`]
      : [`      ${words.perhaps(near)}`]),
    ...(to === undefined ? [] : [`      ${words.byHand(paper.shown, near[0] ?? words.anySlot, to)}`]),
  ];
}

export function placedText(placed: readonly Placed[], words: AddWords): readonly string[] {
  const copied = placed.filter((one) => one.copied);
  return [
    '',
    ...placed.map(({ item, path, slot, copied: isCopy }) =>
      isCopy ? words.copied(item.paper.shown, path) : words.inPlace(path, slot.label),
    ),
    words.done(copied.length, placed.length - copied.length),
  ];
}
