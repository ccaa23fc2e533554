// Adds a client's papers to a dossier: shows the plan with its reasons, asks about what is doubtful, places what is decided.
import type { Reader } from '../../attachments/ocr/look.ts';
import type { SlotRule } from '../../attachments/slot.ts';
import { type AddWords, addWords } from '../../words/add.ts';
import { writable } from '../starter/given.ts';
import type { Question } from '../starter/question.ts';
import { questionGroups } from '../starter/questions.ts';
import { located, noticedFor, type Session, write as save } from '../wizard/session.ts';
import { type Placed, type Placement, place } from './place.ts';
import { type About, type PlanItem, type PlanReason, planFor, type Status } from './plan.ts';
import { recognise } from './recognise.ts';
import type { Said } from './says.ts';
import { type Collected, type Source, withPapers } from './sources.ts';

type Adding = {
  readonly sources: readonly Source[];
  readonly about: About;
  /** Whether the text of scans and photos is recognised. */
  readonly ocr?: boolean;
  /** The dossier's folder, absolute; `to` as the caller would write its file. */
  readonly folder: string;
  readonly to: string;
  /** Whether a person is asked; else only what is certain is placed. */
  readonly ask: boolean;
  /** Whether the person is also asked for what papers say of the form. */
  readonly fills?: boolean;
  /** Whether anything is written. */
  readonly write: boolean;
  /** Nothing is written once it is aborted. */
  readonly signal: AbortSignal;
};

export type Added = Pick<Collected, 'leftOut' | 'system'> & {
  readonly items: readonly PlanItem[];
  readonly placed: readonly Placed[];
};

/** Throws a Stop when the dossier cannot be changed, a FileFault when a source or a place cannot be read or written. */
export async function addPapers(session: Session, adding: Adding): Promise<Added> {
  // Only OCR needs what opens pictures.
  const reader = adding.ocr === true ? await (await import('../../attachments/ocr/look.ts')).openReader() : undefined;
  try {
    return await addWith(session, adding, reader);
  } finally {
    await reader?.close();
  }
}

function addWith(session: Session, adding: Adding, reader: Reader | undefined): Promise<Added> {
  const { sources, about, folder, ask, write, signal } = adding;
  const words = addWords(session.language);
  const isPaper = (name: string): boolean => recognise(name, undefined, about.kinds, about.slots).slot !== undefined;
  return withPapers(sources, isPaper, async ({ papers, leftOut, system }) => {
    const items = await planFor(papers, about, reader);
    session.say(planText(items, { leftOut, system }, adding, words));
    const { noticed } = session;
    for (const { paper, noticed: own = [] } of items) for (const one of own) noticed.push({ ...one, from: paper.name });
    const chosen: Decided = !write
      ? { placements: [], facts: [] }
      : ask
        ? await decide(session, items, adding, words)
        : { placements: items.flatMap(byItself), facts: [] };
    signal.throwIfAborted();
    const { placements, facts } = chosen;
    const placed = placements.length === 0 ? [] : await place(session, placements, folder);
    for (const { question, text } of facts)
      await save(session, located(session, question).path, writable(question.taken(text), question.fact));
    if (placed.length > 0) session.say(placedText(placed, words));
    return { items, leftOut, system, placed };
  });
}

const byItself = (item: PlanItem): readonly Placement[] =>
  item.status === 'certain' && item.slot !== undefined ? [{ item, slot: item.slot, confirmed: false }] : [];

const isOpen = ({ status }: PlanItem): boolean => status !== 'held' && status !== 'twin';

/** An answer that papers give to a question of the form. */
type Fact = { readonly question: Question; readonly text: string };
type Decided = { readonly placements: readonly Placement[]; readonly facts: readonly Fact[] };

/** What a person decides: which papers, where the doubtful ones go, and which readings are right. */
async function decide(
  session: Session,
  items: readonly PlanItem[],
  { about: { slots }, fills = false }: Adding,
  words: AddWords,
): Promise<Decided> {
  const { asker, say } = session;
  const open = items.filter(isOpen);
  const chosen =
    open.length === 0
      ? []
      : await asker.some(
          words.confirm,
          open.map((item) => ({ name: lineOf(item, words), value: item, checked: item.status === 'certain' })),
        );
  const decided: { readonly item: PlanItem; readonly slot: SlotRule }[] = [];
  for (const item of chosen) {
    const isSettled = item.slot !== undefined && item.also.length === 0;
    const slot = isSettled ? item.slot : await slotFor(asker, item, slots, words);
    if (slot !== undefined) decided.push({ item, slot });
  }
  const readings = decided.filter(({ item }) => item.proposed.length > 0);
  const facts = fills ? factsIn(session, words) : [];
  if (readings.length + facts.length === 0)
    return { placements: decided.map((one) => ({ ...one, confirmed: false })), facts: [] };
  say(['']);
  const right = await asker.some<{ item: PlanItem } | Fact>(words.compare, [
    ...readings.map((one) => ({
      name: words.proposed(one.item.paper.shown, readingsOf(one.item, words)),
      value: one,
      checked: false,
    })),
    ...facts.map((value) => ({ name: value.name, value, checked: false })),
  ]);
  const placements = decided.map((one) => ({ ...one, confirmed: right.includes(one) }));
  return { placements, facts: facts.filter((one) => right.includes(one)) };
}

/** Open questions of the form that papers answer in one way. */
const factsIn = (session: Session, words: AddWords): readonly (Fact & { readonly name: string })[] =>
  questionGroups(session.category, session.language)
    .flatMap(({ questions }) => questions)
    .flatMap((question) => {
      const noticed = located(session, question).node === undefined ? noticedFor(session, question) : undefined;
      if (noticed === undefined) return [];
      const said = words.rows.from(noticed.from, noticed.page);
      return [{ question, text: noticed.text, name: `${question.label} ${noticed.text}${said}` }];
    });

async function slotFor(
  asker: Session['asker'],
  item: PlanItem,
  slots: readonly SlotRule[],
  words: AddWords,
): Promise<SlotRule | undefined> {
  const near = [...(item.slot === undefined ? [] : [item.slot]), ...item.also];
  const leave = { name: words.leave, value: 'leave' } as const;
  const choices = [...new Set([...near, ...slots])].map((slot) => ({ name: slot.label, value: slot }));
  const chosen = await asker.pick<SlotRule | 'leave'>(
    words.whereTo(item.paper.shown),
    [...choices, leave],
    item.slot ?? 'leave',
  );
  return chosen === 'leave' ? undefined : chosen;
}

const lineOf = ({ paper, slot }: PlanItem, words: AddWords): string =>
  slot === undefined ? `${paper.shown}　${words.unknown}` : words.to(paper.shown, slot.label);

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

function planText(
  items: readonly PlanItem[],
  { leftOut, system }: Pick<Collected, 'leftOut' | 'system'>,
  { sources, about, to, ask, write }: Adding,
  words: AddWords,
): readonly string[] {
  // Whoever is asked next needs no command for it.
  const by = ask && write ? undefined : to;
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
  const isNameless = about.owner.enterprise === '' && about.owner.uscc === '';
  return [
    '',
    words.found(items.length, certain.length, doubtful.length, there.length),
    ...(isNameless ? [words.noOwner] : []),
    ...[certain, doubtful, there].flatMap((group) => {
      const [first] = group;
      return first === undefined
        ? []
        : ['', words.heads[heads[first.status]], ...group.flatMap((item) => itemLines(item, by, words))];
    }),
    ...more,
  ];
}

/** A file with its slot, below it the reasons, what was read, and what to do by hand. */
function itemLines(item: PlanItem, to: string | undefined, words: AddWords): readonly string[] {
  const { paper, slot, status, also, reasons } = item;
  const isSure = status === 'certain';
  const why = words.because(reasons.map((reason) => reasonText(reason, words)));
  const readings = readingsOf(item, words);
  const lines = [
    `  ${isSure ? words.to(paper.shown, slot?.label ?? '') : paper.shown}`,
    ...(why === '' ? [`      ${words.unknown}`] : [`      ${why}`]),
    ...(isSure && readings.length > 0 ? [`      ${words.read(readings)}`] : []),
  ];
  if (isSure || !isOpen(item)) return lines;
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

function placedText(placed: readonly Placed[], words: AddWords): readonly string[] {
  const copied = placed.filter((one) => one.copied);
  return [
    '',
    ...placed.map(({ item, path, slot, copied: isCopy }) =>
      isCopy ? words.copied(item.paper.shown, path) : words.inPlace(path, slot.label),
    ),
    words.done(copied.length, placed.length - copied.length),
  ];
}
