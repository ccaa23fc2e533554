// Adds a client's papers to a dossier: shows the plan with its reasons, asks about what is doubtful, places what is decided.
import type { Reader } from '../../attachments/ocr/look.ts';
import type { SlotRule } from '../../attachments/slot.ts';
import { type AddWords, addWords } from '../../words/add.ts';
import { writable } from '../starter/given.ts';
import type { Question } from '../starter/question.ts';
import { questionGroups } from '../starter/questions.ts';
import { located, noticedFor, type Session, write as save, statedRows } from '../wizard/session.ts';
import { type Placed, type Placement, place } from './place.ts';
import { type About, type PlanItem, planFor } from './plan.ts';
import { recognise } from './recognise.ts';
import { isOpen, lineOf, placedText, planText, type Rows, readingsOf } from './shown.ts';
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
  /** Rows of tables that a paper states. */
  readonly rows: Rows;
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
    const rows: Rows = statedRows(session, new Map(items.map((item) => [item, item.certificates ?? []])));
    const isNameless = about.owner.enterprise === '' && about.owner.uscc === '';
    // Whoever is asked next needs no command for it.
    const by = ask && write ? undefined : adding.to;
    session.say(planText(items, rows, { leftOut, system, sources, isNameless, by }, words));
    const { noticed } = session;
    for (const { paper, noticed: own = [] } of items) for (const one of own) noticed.push({ ...one, from: paper.name });
    const chosen: Decided = !write
      ? { placements: [], facts: [] }
      : ask
        ? await decide(session, items, rows, adding, words)
        : { placements: items.flatMap(byItself), facts: [] };
    signal.throwIfAborted();
    const { placements, facts } = chosen;
    const placed = placements.length === 0 ? [] : await place(session, placements, folder);
    for (const { question, text } of facts)
      await save(session, located(session, question).path, writable(question.taken(text), question.fact));
    if (placed.length > 0) session.say(placedText(placed, words));
    return { items, leftOut, system, placed, rows };
  });
}

const byItself = (item: PlanItem): readonly Placement[] =>
  item.status === 'certain' && item.slot !== undefined ? [{ item, slot: item.slot, confirmed: false }] : [];

/** An answer that papers give to a question of the form. */
type Fact = { readonly question: Question; readonly text: string };
type Decided = { readonly placements: readonly Placement[]; readonly facts: readonly Fact[] };

/** What a person decides: which papers, where the doubtful ones go, and which readings are right. */
async function decide(
  session: Session,
  items: readonly PlanItem[],
  rows: Rows,
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
          open.map((item) => ({
            name: lineOf(item, rows.get(item) ?? [], words),
            value: item,
            checked: item.status === 'certain',
          })),
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
