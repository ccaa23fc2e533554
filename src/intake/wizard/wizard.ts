// Walks through the questions of a dossier: section by section, with skip, back and jump; each answer is saved at once.

import { aimOf } from '../../attachments/evidence/aim.ts';
import type { Inventory } from '../../attachments/inventory-types.ts';
import { Figure } from '../../document/edit-text.ts';
import { given } from '../../given.ts';
import { writable } from '../starter/given.ts';
import { type Question, type QuestionGroup, remarksOf } from '../starter/question.ts';
import { questionGroups } from '../starter/questions.ts';
import { askQuestion, type Reply } from './ask.ts';
import { askParts } from './line.ts';
import { askRows } from './rows.ts';
import {
  answerOf,
  asking,
  locate,
  located,
  noticedFor,
  progressOf,
  type Session,
  shownText,
  treeOf,
  write,
} from './session.ts';

/** What is asked at once: a question, or all parts of one thing. */
type At = { readonly group: QuestionGroup; readonly asked: readonly Question[] };

/** Most questions of yes or no in a line. */
const mostTogether = 6;
const isYesNo = ({ part, fact }: Question): boolean => part === undefined && fact?.type === 'yes_no';

/** The parts of one thing are asked in one line, and so are questions of yes or no that follow one another. */
function inLines({ questions }: QuestionGroup): readonly (readonly Question[])[] {
  const lines: Question[][] = [];
  for (const question of questions) {
    const line = lines.at(-1) ?? [];
    const [before] = line;
    const isPart = question.part !== undefined && before?.part?.of === question.part.of;
    const isAlike = before !== undefined && isYesNo(before) && isYesNo(question) && line.length < mostTogether;
    if (isPart || isAlike) line.push(question);
    else lines.push([question]);
  }
  return lines;
}

/** How a walk ended: at its end, because the person left, wants attachments next, or another group than those asked. */
export type End = 'done' | 'quit' | 'take' | { readonly to: string };

/**
 * Asks what is open: with `only` in the group of this id alone, else in all, first through the whole group `from`.
 * Throws Interrupted.
 */
export async function walk(
  session: Session,
  { only, from }: { readonly only?: string; readonly from?: string } = {},
): Promise<End> {
  const groups = questionGroups(session.category, session.language);
  const all: readonly At[] = groups
    .filter(({ id }) => only === undefined || id === only)
    .flatMap((group) => inLines(group).map((asked) => ({ group, asked })));
  const past: number[] = [];
  /** A section that was asked for is gone through whole; else only what is open. */
  let whole = groups.find(({ id }) => id === from);
  let shownGroup: QuestionGroup | undefined;
  /** What was said at the question before; in a section most rest on the same clause. */
  let said: readonly string[] = [];
  const begins = (group: QuestionGroup): number => all.findIndex((one) => one.group === group);
  let cursor = whole === undefined ? next(session, all, 0, whole) : begins(whole);
  if (cursor < all.length) session.say(session.words.guide);
  while (cursor < all.length) {
    const at = all[cursor];
    if (at === undefined) break;
    const { group, asked } = at;
    if (group !== shownGroup) {
      if (shownGroup !== undefined) tellConditions(session, false, all.slice(cursor));
      shownGroup = group;
      said = [];
      const {
        filled,
        all: count,
        open,
      } = progressOf(
        session,
        groups.flatMap(({ questions }) => questions),
      );
      const title = session.words.section(group.title, groups.indexOf(group) + 1, groups.length);
      session.say([
        '',
        `${title}${session.words.gap}${session.words.progress(filled, count, open.filter(({ required }) => required).length)}`,
      ]);
    }
    const root = treeOf(session.bytes());
    const open = asked.filter(({ path }) => locate(root, path).node === undefined);
    const these = open.length === 0 || group === whole ? asked : open;
    const remarks = these.slice(0, these.some(isYesNo) ? these.length : 1).flatMap(remarksOf);
    session.say([...new Set(remarks)].filter((line) => !said.includes(line)).map((line) => `  ${line}`));
    said = remarks;
    const reply = await ask(session, these);
    // Before the first of this walk stands what was answered in an earlier one.
    if (reply.kind === 'back') cursor = past.pop() ?? Math.max(0, cursor - 1);
    else if (reply.kind === 'jump') {
      const chosen = await whereTo(session, groups);
      if (chosen === 'quit' || chosen === 'take') return chosen;
      if (begins(chosen) < 0) return { to: chosen.id };
      whole = chosen;
      past.push(cursor);
      cursor = begins(chosen);
      shownGroup = undefined;
    } else {
      past.push(cursor);
      cursor = next(session, all, cursor + 1, whole);
    }
  }
  if (only === undefined && shownGroup !== undefined) tellConditions(session, true, []);
  return 'done';
}

/** Below a section that is through: what its answers have decided. */
function tellConditions({ conditions, bytes, say }: Session, last: boolean, ahead: readonly At[]): void {
  const root = treeOf(bytes());
  const tables = ahead
    .flatMap(({ asked }) => asked)
    .filter(({ kind, path }) => kind === 'rows' && locate(root, path).node === undefined);
  const lines = conditions?.(bytes(), last, new Set(tables.map(({ fact }) => fact?.id ?? ''))) ?? [];
  if (lines.length > 0) say(['', ...lines]);
}

/** The next question that is open, or any of the section that is gone through whole. */
function next(session: Session, all: readonly At[], from: number, whole: QuestionGroup | undefined): number {
  const root = treeOf(session.bytes());
  for (let at = from; at < all.length; at += 1) {
    const one = all[at];
    const isOpen = one?.asked.some(({ path }) => locate(root, path).node === undefined);
    if (one && (one.group === whole || isOpen)) return at;
  }
  return all.length;
}

async function whereTo(
  { asker, words, ...session }: Session,
  groups: readonly QuestionGroup[],
): Promise<QuestionGroup | 'quit' | 'take'> {
  const sections = groups.map((group) => {
    const { filled, all } = progressOf({ asker, words, ...session }, group.questions);
    return { name: words.sectionChoice(group.title, filled, all), value: group };
  });
  return asker.pick<QuestionGroup | 'quit' | 'take'>(words.where, [
    ...sections,
    { name: words.takeFiles, value: 'take' },
    { name: words.quit, value: 'quit' },
  ]);
}

/** Puts what is asked at once and writes what is answered. */
async function ask(session: Session, asked: readonly Question[]): Promise<Reply> {
  await session.refresh();
  const [question, ...parts] = asked;
  if (question === undefined) return { kind: 'skip' };
  if (parts.length > 0) return putParts(session, asked);
  if (question.kind === 'rows') return askRows(session, question);
  const { path, node } = located(session, question);
  const decides = question.by === undefined ? '' : shownText(located(session, question.by).node);
  const noticed = node === undefined ? noticedFor(session, question) : undefined;
  const reply = await askQuestion(question, { ...asking(session, shownText(node), decides), ...given({ noticed }) });
  if (reply.kind === 'value') await write(session, path, answerOf(session, question, reply.value));
  if (reply.kind === 'clear' && node !== undefined) await write(session, path, new Figure(''));
  return reply;
}

/** Asks all parts in one line and writes those that are answered otherwise than before. */
async function putParts(session: Session, parts: readonly Question[]): Promise<Reply> {
  const current = parts.map((part) => shownText(located(session, part).node));
  const answers = await askParts(parts, current, asking(session, ''));
  if (answers.kind === 'clear')
    for (const part of parts) {
      const { path, node } = located(session, part);
      if (node !== undefined) await write(session, path, new Figure(''));
    }
  if (answers.kind !== 'value') return answers;
  for (const [at, part] of parts.entries()) {
    const text = answers.value[at] ?? '';
    if (text !== '' && text !== current[at])
      await write(session, located(session, part).path, answerOf(session, part, text));
  }
  return { kind: 'value', value: answers.value };
}

/** Fills what is open with the figures of papers that a person has compared; says of each from which. */
export async function fillIn(session: Session, slots: Inventory['slots']): Promise<void> {
  const { category, language, words, say } = session;
  const questions = questionGroups(category, language).flatMap((group) => group.questions);
  for (const { source, evidence } of slots.flatMap(({ files }) => files)) {
    const { figures = {}, covers = [], proposed = [] } = evidence;
    for (const [key, text] of proposed.includes('figures') ? [] : Object.entries(figures)) {
      const aim = aimOf(key, covers, new Map(), category.vocabulary);
      const question = 'id' in aim && questions.find(({ fact, year }) => fact?.id === aim.id && year === aim.year);
      if (!question) continue;
      const { path, node } = located(session, question);
      if (node !== undefined || question.validate(text) !== undefined) continue;
      if (await write(session, path, writable(text, question.fact)))
        say([words.filledIn(question.label, text, source)]);
    }
  }
}
