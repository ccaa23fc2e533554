// Fills in a table of the dossier row by row; each cell is saved as it is answered.
import type { Node } from '../../document/node.ts';
import { writable } from '../starter/given.ts';
import type { Question } from '../starter/question.ts';
import { askQuestion, type Reply } from './ask.ts';
import { asking, located, type Session, write } from './session.ts';

const rowsIn = (node: Node | undefined): number =>
  node === undefined ? 0 : node.kind === 'list' ? node.items.length : 1;

/** Offers to add rows until there are no more. */
export async function askRows(session: Session, question: Question): Promise<Reply> {
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
    const value = writable(reply.value, column.fact);
    const saved = begun
      ? await write(session, [...path, row, cell], value)
      : await write(session, path, { [cell]: value }, true);
    if (!saved) return undefined;
    begun = true;
  }
  return undefined;
}
