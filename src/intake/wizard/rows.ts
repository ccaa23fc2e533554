// Asks for the rows of a table: proposes those that certificates state, then takes a line each, or a cell at a time.
import type { Node } from '../../document/node.ts';
import { spellingOf } from '../../dossier/edit.ts';
import { keyOf } from '../../form/keys.ts';
import { addWords } from '../../words/add.ts';
import { doubtsOf, isSame, type Row, whoseOf } from '../add/certificates.ts';
import { writable } from '../starter/given.ts';
import { namesOf, type Question } from '../starter/question.ts';
import { askQuestion, commandOf, type Reply } from './ask.ts';
import { askRowLine, type Cells, lineOf, type RowLine, type RowReply, readParts } from './line.ts';
import {
  answerOf,
  asking,
  certificatesOf,
  type FoundCertificate,
  idOf,
  isFor,
  locate,
  located,
  ownNames,
  rowsOf,
  type Session,
  treeOf,
  write,
} from './session.ts';

/** A row as it would be written, by the ids of its columns. */
type FoundRow = {
  readonly cells: Row;
  /** As it is called where one is chosen. */
  readonly name: string;
  readonly isSure: boolean;
};

/** The rows to propose, and the lines that show them. */
async function certifiedRows(
  session: Session,
  question: Question,
): Promise<{ readonly rows: readonly FoundRow[]; readonly told: readonly string[] }> {
  const { words } = session;
  const rowWords = addWords(session.language).rows;
  const own = ownNames(session);
  const there = rowsOf(located(session, question).node, question);
  const rows: FoundRow[] = [];
  const [shown, left]: [string[], string[]] = [[], []];
  const found = (await certificatesOf(session)).flatMap((certificate) => {
    const whose = whoseOf(certificate, own);
    return isFor(certificate, question) ? [{ certificate, whose, wrong: doubtsOf(certificate, whose.is) }] : [];
  });
  // Of two that have one number the one without a doubt stands.
  for (const { certificate, whose, wrong } of found.sort((a, b) => a.wrong.length - b.wrong.length)) {
    const { from, page, owners } = certificate;
    const cells = cellsFor(certificate, whose.rank, question);
    const twin = rows.find((row) => isSame(row.cells, cells));
    if (whose.is === 'foreign') left.push(`  ${rowWords.foreign(from, page, owners.join('、'))}`);
    else if (twin !== undefined && (wrong.length > 0 || twin.cells.name !== cells.name))
      left.push(`  ${rowWords.twin(from, page, twin.name)}`);
    if (whose.is === 'foreign' || twin !== undefined || there.some((row) => isSame(row, cells))) continue;
    const doubts = wrong.map((one) => rowWords.doubts[one]);
    const called = [cells.name ?? cells.kind, cells.number].filter((one) => one !== undefined);
    rows.push({ cells, name: [...called, ...doubts].join(words.gap), isSure: wrong.length === 0 });
    const parts = question.columns.flatMap((column) => {
      const text = cells[idOf(column)];
      return text === undefined || isFile(column) ? [] : [`${column.label} ${text}`];
    });
    shown.push(
      `  ${words.row(question.label, there.length + rows.length)}：${parts.join('，')}${rowWords.from(from, page)}`,
    );
    for (const doubt of doubts) shown.push(`      ${doubt}`);
  }
  const head = rows.length === 0 ? [] : [`  ${rowWords.read(question.label, rows.length)}`];
  return { rows, told: [...head, ...shown, ...left] };
}

/** What the columns can take of a certificate. */
function cellsFor({ cells, owners, path }: FoundCertificate, rank: number | undefined, { columns }: Question): Row {
  const all: Row = {
    ...cells,
    ...(rank === undefined ? {} : { owned: '是', owners: owners.join('、'), rank: String(rank) }),
    ...(path === undefined ? {} : { file: path }),
  };
  return Object.fromEntries(
    columns.flatMap((column) => {
      const id = idOf(column);
      const text = all[id];
      // A paper that is attached anyhow is named where the table wants it, so that it is not attached twice.
      const isLeft = column.fact?.type === 'file' && !column.required;
      return text === undefined || isLeft || column.validate(text) !== undefined ? [] : [[id, text]];
    }),
  );
}

const rowsIn = (node: Node | undefined): number =>
  node === undefined ? 0 : node.kind === 'list' ? node.items.length : 1;

const listed: ReadonlySet<string> = new Set(['choices', 'long', 'region', 'industry', 'rows']);

const isFile = ({ fact }: Question): boolean => fact?.type === 'file';

/** Offers the rows that certificates state, then asks for more until there are none. */
export const askRows = async (session: Session, question: Question): Promise<Reply> =>
  (await offerRows(session, question)) ?? askMoreRows(session, question);

/** Offers the rows that certificates state; nothing where there may be others. `isAlone`: no other question is around. */
export async function offerRows(session: Session, question: Question, isAlone = false): Promise<Reply | undefined> {
  for (;;) {
    const { rows, told } = await certifiedRows(session, question);
    if (told.length > 0) session.say(told);
    if (rows.length === 0) return undefined;
    const chosen = await chooseRows(session, question, rows, isAlone);
    if (chosen.rows.length === 0 && chosen.back) return { kind: 'back' };
    if (chosen.rows.length === 0) return undefined;
    const left = await completed(session, question, chosen.rows);
    if (left.kind === 'back') continue;
    if (!(await writeRows(session, question, left.rows))) return { kind: 'skip' };
    return left.kind === 'jump' || !chosen.more ? { kind: left.kind } : undefined;
  }
}

/** Most rows that are taken unless a person takes one out. */
const mostTaken = 20;

/** Which rows are written, and whether there are others. */
async function chooseRows(
  { asker, words, language, bytes }: Session,
  { label, path }: Question,
  rows: readonly FoundRow[],
  isAlone: boolean,
) {
  const rowWords = addWords(language).rows;
  const isFirst = locate(treeOf(bytes()), path).node === undefined && rows.length <= mostTaken;
  type Way = FoundRow | 'more' | 'back';
  const ways: readonly { name: string; value: Way; checked: boolean }[] = [
    ...rows.map((row) => ({ name: row.name, value: row, checked: isFirst && row.isSure })),
    { name: `— ${rowWords.more}`, value: 'more', checked: false },
    { name: `— ${words.back}`, value: 'back', checked: false },
  ];
  const chosen = await asker.some<Way>(rowWords.choose(label), isAlone ? ways.slice(0, rows.length) : ways);
  // With rows beside it the way back was selected with all of them.
  const isSaid = (way: Way): boolean => chosen.includes(way);
  return { rows: chosen.filter((one) => typeof one !== 'string'), more: isSaid('more'), back: isSaid('back') };
}

/** Asks what the certificates do not say: options once for all rows, the rest row by row. */
async function completed(
  session: Session,
  question: Question,
  chosen: readonly FoundRow[],
): Promise<{ kind: 'skip' | 'back' | 'jump'; rows: readonly Row[] }> {
  const { words } = session;
  const rows: Row[] = chosen.map(({ cells }) => cells);
  const cells = question.columns.filter((column) => !isFile(column));
  const isAsked = (column: Question): boolean =>
    cells.some(({ required }) => required) ? column.required : column.choices.length > 0;
  const lacking = (row: Row | undefined): readonly Question[] =>
    cells.filter((column) => isAsked(column) && row?.[idOf(column)] === undefined);
  const common = cells
    .filter(({ choices }) => choices.length > 0)
    .filter((one) => rows.some((row) => lacking(row).includes(one)));
  const put = async (columns: readonly Question[], about: string, at: readonly number[], single: boolean) => {
    if (columns.length === 0) return { kind: 'skip' } as const;
    const reply = await askCells(session, columns, about, single);
    if (reply.kind !== 'value') return reply;
    for (const each of at) {
      const open = lacking(rows[each]);
      const given = columns.flatMap((one, cell) =>
        open.includes(one) && reply.value[cell] ? [[idOf(one), reply.value[cell]]] : [],
      );
      rows[each] = { ...rows[each], ...Object.fromEntries(given) };
    }
    return reply;
  };
  const every = rows.map((_, at) => at);
  const [only, another] = chosen;
  const single = another === undefined;
  const said = await put(
    common,
    single ? (only?.name ?? '') : addWords(session.language).rows.all(rows.length),
    every,
    single,
  );
  if (said.kind === 'back' || said.kind === 'jump') return { kind: said.kind, rows };
  for (const at of every) {
    const open = lacking(rows[at]).filter((column) => said.kind === 'each' || !common.includes(column));
    const reply = await put(open, `${words.row(question.label, at + 1)} ${chosen[at]?.name ?? ''}`, [at], true);
    if (reply.kind === 'back' || reply.kind === 'jump') return { kind: reply.kind, rows };
  }
  return { kind: 'skip', rows };
}

/** Asks for some cells in one line; with several rows at once, `+` asks for each on its own. */
async function askCells(
  { asker, words, language }: Session,
  columns: readonly Question[],
  about: string,
  single: boolean,
): Promise<{ kind: 'skip' | 'back' | 'jump' | 'each' } | { kind: 'value'; value: Cells }> {
  const line: RowLine = { columns, names: namesOf(columns), least: columns.length };
  const wayOf = (text: string): 'skip' | 'back' | 'jump' | 'each' | undefined => {
    if (text === '+' && !single) return 'each';
    const command = text === '' ? 'skip' : commandOf(text);
    return command === 'clear' ? 'skip' : command;
  };
  const check = (text: string): string | undefined => {
    const read = wayOf(text.trim()) === undefined ? readParts(text, line, words) : undefined;
    return read !== undefined && 'wrong' in read ? read.wrong : undefined;
  };
  const hint = single ? [] : [addWords(language).rows.each];
  const text = (await asker.text([about, words.parts(line.names), ...hint].join(words.gap), { check })).trim();
  const kind = wayOf(text);
  if (kind !== undefined) return { kind };
  const read = readParts(text, line, words);
  return 'cells' in read ? { kind: 'value', value: read.cells } : { kind: 'skip' };
}

async function writeRows(session: Session, question: Question, rows: readonly Row[]): Promise<boolean> {
  for (const row of rows) {
    const cells = question.columns.flatMap((column) => {
      const text = row[idOf(column)];
      return text === undefined ? [] : [[cellKey(session, column), writable(column.taken(text), column.fact)] as const];
    });
    if (!(await write(session, located(session, question).path, Object.fromEntries(cells), true))) return false;
  }
  return true;
}

/** A line each, where all cells fit into one, else cell by cell. */
async function askMoreRows(session: Session, question: Question): Promise<Reply> {
  const { words } = session;
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
