// Walks through the questions of a dossier: section by section, with skip, back and jump; each answer is saved at once.
import { Figure, type Writable } from '../../document/edit-text.ts';
import type { Node } from '../../document/node.ts';
import { type Value, writable } from '../starter/given.ts';
import type { Answer, Question, QuestionGroup } from '../starter/question.ts';
import { questionGroups } from '../starter/questions.ts';
import { askQuestion, type Reply, remarksOf } from './ask.ts';
import { asking, locate, located, progressOf, type Session, shownText, treeOf, write } from './session.ts';

type At = { readonly group: QuestionGroup; readonly question: Question };

/** Gives `quit` when the person left before the end, `take` when attachments are wanted next. Throws Interrupted. */
export async function walk(session: Session): Promise<'done' | 'quit' | 'take'> {
  const groups = questionGroups(session.category, session.language);
  const all: readonly At[] = groups.flatMap((group) => group.questions.map((question) => ({ group, question })));
  const past: number[] = [];
  /** A section that was asked for is gone through whole; else only what is open. */
  let whole: QuestionGroup | undefined;
  let shownGroup: QuestionGroup | undefined;
  let cursor = next(session, all, 0, whole);
  session.say(session.words.guide);
  while (cursor < all.length) {
    const at = all[cursor];
    if (at === undefined) break;
    const { group, question } = at;
    if (group !== shownGroup) {
      shownGroup = group;
      const {
        filled,
        all: count,
        open,
      } = progressOf(
        session,
        all.map((one) => one.question),
      );
      const title = session.words.section(group.title, groups.indexOf(group) + 1, groups.length);
      session.say([
        '',
        `${title}　${session.words.progress(filled, count, open.filter(({ required }) => required).length)}`,
      ]);
    }
    const reply = await put(session, question);
    if (reply.kind === 'back') cursor = past.pop() ?? cursor;
    else if (reply.kind === 'jump') {
      const chosen = await whereTo(session, groups);
      if (chosen === 'quit' || chosen === 'take') return chosen;
      whole = chosen;
      past.push(cursor);
      cursor = all.findIndex((one) => one.group === chosen);
      shownGroup = undefined;
    } else {
      past.push(cursor);
      cursor = next(session, all, cursor + 1, whole);
    }
  }
  return 'done';
}

/** The next question that is open, or any of the section that is gone through whole. */
function next(session: Session, all: readonly At[], from: number, whole: QuestionGroup | undefined): number {
  const root = treeOf(session.bytes());
  for (let at = from; at < all.length; at += 1) {
    const one = all[at];
    if (one && (one.group === whole || locate(root, one.question.path).node === undefined)) return at;
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

/** Puts a question and writes what is answered. */
async function put(session: Session, question: Question): Promise<Reply> {
  await session.refresh();
  session.say(remarksOf(question).map((line) => `  ${line}`));
  if (question.kind === 'rows') return askRows(session, question);
  const { path, node } = located(session, question);
  const decides = question.by === undefined ? '' : shownText(located(session, question.by).node);
  const reply = await askQuestion(question, asking(session, shownText(node), decides));
  if (reply.kind === 'value') await write(session, path, answerOf(session, question, reply.value));
  if (reply.kind === 'clear' && node !== undefined) await write(session, path, new Figure(''));
  return reply;
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

/** Offers to add rows until there are no more. */
async function askRows(session: Session, question: Question): Promise<Reply> {
  const { asker, words } = session;
  for (;;) {
    const { path, node } = located(session, question);
    const rows = rowsIn(node);
    const empty = node?.kind === 'list' && rows === 0;
    type Way = 'add' | 'none' | 'done' | 'back' | 'jump';
    const ways = [
      { name: words.addRow, value: 'add' },
      ...(rows > 0 || empty ? [] : [{ name: words.noRows, value: 'none' as const }]),
      { name: rows > 0 || empty ? words.rowsDone : words.skip, value: 'done' },
      { name: words.back, value: 'back' },
      { name: words.jump, value: 'jump' },
    ] as const;
    const way = await asker.pick<Way>(words.rows(question.label, rows), ways, 'done');
    if (way === 'back' || way === 'jump') return { kind: way };
    if (way === 'none') await write(session, path, []);
    if (way !== 'add') return { kind: 'skip' };
    const left = await askRow(session, question, rows);
    if (left !== undefined) return left;
  }
}

/** The cells of a new row, the row's place from 0. A way out ends the row where it is. */
async function askRow(session: Session, question: Question, row: number): Promise<Reply | undefined> {
  let begun = false;
  const { words } = session;
  for (const column of question.columns) {
    const named = { ...column, label: `${words.row(question.label, row + 1)} ${column.label}` };
    const reply = await askQuestion(named, asking(session, ''));
    if (reply.kind === 'jump') return reply;
    if (reply.kind === 'back') return undefined;
    if (reply.kind !== 'value') continue;
    const { path } = located(session, question);
    const cell = column.path[0]?.id ?? '';
    const value = answerOf(session, column, reply.value);
    const saved = begun
      ? await write(session, [...path, row, cell], value)
      : await write(session, path, { [cell]: value }, true);
    if (!saved) return undefined;
    begun = true;
  }
  return undefined;
}
