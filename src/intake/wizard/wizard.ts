// Walks through the questions of a dossier: section by section, with skip, back and jump; each answer is saved at once.

import { aimOf } from '../../attachments/evidence/aim.ts';
import type { Inventory } from '../../attachments/inventory-types.ts';
import { Figure, type Writable } from '../../document/edit-text.ts';
import type { Node } from '../../document/node.ts';
import { spellingOf } from '../../dossier/edit.ts';
import { keyOf } from '../../form/keys.ts';
import { given } from '../../given.ts';
import { type Value, writable } from '../starter/given.ts';
import { type Answer, type Question, type QuestionGroup, remarksOf } from '../starter/question.ts';
import { questionGroups } from '../starter/questions.ts';
import { askQuestion, type Reply } from './ask.ts';
import { askParts, askRowLine, type Cells, type RowLine, type RowReply } from './line.ts';
import { asking, locate, located, noticedFor, progressOf, type Session, shownText, treeOf, write } from './session.ts';

/** What is asked at once: a question, or all parts of one thing. */
type At = { readonly group: QuestionGroup; readonly asked: readonly Question[] };

/** The parts of one thing are asked in one line. */
function inLines({ questions }: QuestionGroup): readonly (readonly Question[])[] {
  const lines: Question[][] = [];
  for (const question of questions) {
    const [before] = lines.at(-1) ?? [];
    if (question.part !== undefined && before?.part?.of === question.part.of) lines.at(-1)?.push(question);
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
      if (shownGroup !== undefined) tellConditions(session, false);
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
    const remarks = these.slice(0, 1).flatMap(remarksOf);
    session.say(remarks.filter((line) => !said.includes(line)).map((line) => `  ${line}`));
    said = remarks;
    const reply = await ask(session, these);
    if (reply.kind === 'back') cursor = past.pop() ?? cursor;
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
  if (only === undefined && shownGroup !== undefined) tellConditions(session, true);
  return 'done';
}

/** Below a section that is through: what its answers have decided. */
function tellConditions({ conditions, bytes, say }: Session, last: boolean): void {
  const lines = conditions?.(bytes(), last) ?? [];
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

/** The answer as a dossier writes it; what was made of it is shown. */
function answerOf({ say, words }: Session, question: Question, value: Value): Writable {
  const isAnswer = typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
  const taken = isAnswer ? question.taken(value as Answer) : value;
  const shown = (one: Value): string => (Array.isArray(one) ? one.map(String).join('、') : String(one));
  if (shown(taken) !== shown(value)) say([`  ${words.taken(shown(value), shown(taken))}`]);
  return writable(taken, question.fact);
}

const rowsIn = (node: Node | undefined): number =>
  node === undefined ? 0 : node.kind === 'list' ? node.items.length : 1;

const listed: ReadonlySet<string> = new Set(['choices', 'long', 'region', 'industry', 'rows']);

/** Options of a cell that are all named. */
const mostNamed = 6;

/** What the cells of a row are called, with their options. */
const namesOf = (columns: readonly Question[]): readonly string[] =>
  columns.map(({ label, choices }) =>
    choices.length === 0 || choices.length > mostNamed ? label : `${label}（${choices.join('／')}）`,
  );

/** What must be filled in comes first. */
function lineOf(cells: readonly Question[]): RowLine {
  const needed = cells.filter(({ required }) => required);
  const columns = [...needed, ...cells.filter(({ required }) => !required)];
  return { columns, names: namesOf(columns), least: needed.length === 0 ? columns.length : needed.length };
}

/** Asks for rows until there are no more: a line each, where all cells fit into one, else cell by cell. */
async function askRows(session: Session, question: Question): Promise<Reply> {
  const { words } = session;
  const isFile = ({ fact }: Question): boolean => fact?.type === 'file';
  const inLine = lineOf(question.columns.filter((column) => !isFile(column)));
  const isLine = !inLine.columns.some(({ kind }) => listed.has(kind));
  let before: Cells | undefined;
  if (isLine) session.say(words.rowLine(inLine.names, inLine.least).map((line) => `  ${line}`));
  for (;;) {
    const { path, node } = located(session, question);
    const rows = rowsIn(node);
    const reply = isLine
      ? await askRowLine(question, inLine, rows, before, session)
      : await askWay(session, question, rows, node !== undefined);
    if (reply.kind === 'none') await write(session, path, []);
    if (reply.kind === 'lines') {
      for (const row of reply.rows) {
        const cells = inLine.columns.flatMap((column, at) => {
          const text = row[at] ?? '';
          return text === '' ? [] : [[cellKey(session, column), answerOf(session, column, text)] as const];
        });
        if (!(await write(session, path, Object.fromEntries(cells), true))) return { kind: 'skip' };
      }
      before = reply.rows.at(-1);
      // Of a table that was pasted the papers are not asked one by one.
      if (reply.rows.length > 1) continue;
      const files = { ...question, columns: question.columns.filter(isFile) };
      const left = await askRow(session, files, rows, true);
      if (left !== undefined) return left;
    } else if (reply.kind === 'add') {
      const left = await askRow(session, question, rows, false);
      if (left !== undefined) return left;
    } else return { kind: reply.kind === 'none' ? 'skip' : reply.kind };
  }
}

/** How the dossier names a column. */
const cellKey = ({ bytes }: Session, { path: [column] }: Question): string =>
  column === undefined ? '' : keyOf(column, spellingOf(treeOf(bytes())));

/** Offers to add a row, cell by cell. */
async function askWay({ asker, words }: Session, question: Question, rows: number, said: boolean): Promise<RowReply> {
  type Way = 'add' | 'none' | 'skip' | 'back' | 'jump';
  const ways = [
    { name: words.addRow, value: 'add' },
    ...(said ? [] : [{ name: words.noRows, value: 'none' as const }]),
    { name: said ? words.rowsDone : words.skip, value: 'skip' },
    { name: words.back, value: 'back', key: '<' },
    { name: words.jump, value: 'jump', key: '>' },
  ] as const;
  return { kind: await asker.pick<Way>(words.rows(question.label, rows), ways, 'skip') };
}

/** The cells of a new row, the row's place from 0. A way out ends the row where it is. */
async function askRow(session: Session, question: Question, row: number, isThere: boolean): Promise<Reply | undefined> {
  let begun = isThere;
  const { words } = session;
  for (const column of question.columns) {
    const named = { ...column, label: `${words.row(question.label, row + 1)} ${column.label}` };
    const reply = await askQuestion(named, asking(session, ''));
    if (reply.kind === 'jump') return reply;
    if (reply.kind === 'back') return undefined;
    if (reply.kind !== 'value') continue;
    const { path } = located(session, question);
    const cell = cellKey(session, column);
    const value = answerOf(session, column, reply.value);
    const saved = begun
      ? await write(session, [...path, row, cell], value)
      : await write(session, path, { [cell]: value }, true);
    if (!saved) return undefined;
    begun = true;
  }
  return undefined;
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
