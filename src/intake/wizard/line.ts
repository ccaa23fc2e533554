// What is written in one line: the parts of one thing, or a row of a list; and rows that are pasted from a table.
import { unspaced, withoutRemark } from '../../characters/folds.ts';
import { cleanLabel } from '../../form/keys.ts';
import { unbroken } from '../../form/types/identifiers.ts';
import type { WizardWords } from '../../words/wizard.ts';
import { messageOf, namesOf, type Question } from '../starter/question.ts';
import { type Asking, blank, commandOf, optionFor, type Reply } from './ask.ts';

/** Parts in one line, how they are called, and how many of them must be written; the others may be left out. */
export type RowLine = {
  readonly columns: readonly Question[];
  readonly names: readonly string[];
  readonly least: number;
};

/** The texts of the parts in their order; what stays open is empty. */
export type Cells = readonly string[];

/** What was made of a line: rows, or what is wrong with it. */
type Rows =
  | {
      readonly rows: readonly Cells[];
      /** Whether a person has to see it before it is written: it was not typed as it is taken. */
      readonly proposed: boolean;
      /** Columns of a table that are not asked for. */
      readonly left: readonly string[];
    }
  | { readonly wrong: string };

const open: ReadonlySet<string> = new Set([blank, '－', '—', '–', '/', '']);
/** The same as in the row above, as tables are written by hand. */
const same: ReadonlySet<string> = new Set(['"', '”', '“', '〃', '同上', '″']);

const clear = /[\t;；]/u;
const signs = [/\t/u, /[;；]/u, /\s+/u, /[,，、]/u];

/** The parts of a line: by the first sign that makes as many as are asked for, else by that which it has. */
function partsIn(text: string, least: number, most: number): readonly string[] {
  // A cell of a table may be empty, also the first.
  const line = text.includes('\t') ? text : text.trim();
  const ways = signs.filter((sign) => sign.test(line)).map((sign) => line.split(sign).map((one) => one.trim()));
  const [first = [line]] = ways;
  // A table and `;` say where a part ends; a text may hold the other signs.
  if (clear.test(line)) return first;
  return ways.find((parts) => parts.length >= least && parts.length <= most) ?? first;
}

/** A cell as it is meant: an option in full, nothing for what stays open. */
function meant(text: string, { choices, validate, taken }: Question): string {
  if (open.has(text)) return '';
  const option = optionFor(text, choices);
  if (option !== undefined || choices.length === 0) return option ?? text;
  const written = validate(text) === undefined ? taken(text) : text;
  return typeof written === 'string' ? written : text;
}

/** Of a person a single number is the mobile or the telephone by its shape; the name stands first. */
function fitted(given: Cells, { columns }: RowLine): Cells | undefined {
  const cells = columns.map(() => '');
  for (const one of given) {
    const type =
      !/\d/.test(one) || /\p{L}/u.test(one) ? 'text' : mobileShape.test(one.replaceAll('-', '')) ? 'mobile' : 'phone';
    const at = columns.findIndex(({ fact }) => fact?.type === type);
    if (at < 0 || cells[at] !== '') return undefined;
    cells[at] = one;
  }
  return cells;
}
const mobileShape = /^1\d{10}$/;

const wrongCell = (cells: Cells, { columns, names }: RowLine): string | undefined => {
  const wrong = cells.map((one, at) => (one === '' ? undefined : columns[at]?.validate(one)));
  const at = wrong.findIndex((one) => one !== undefined);
  return wrong[at]?.startsWith(columns[at]?.label ?? '') !== false ? wrong[at] : `${names[at]}：${wrong[at]}`;
};

/** In what is typed by hand; of a table that is pasted `validate` tells it. */
const slipIn = (cells: Cells, columns: readonly Question[]): string | undefined =>
  cells.map((cell, at) => columns[at]?.slip(cell)).find((one) => one !== undefined);

/** An amount that there is not. */
const none: ReadonlySet<string> = new Set(['无', '没有', '暂无', '未发生', 'none']);

/** Figures that name their years, `2023年无，2024年12`; one 无 for all where they may be left out. Nothing for another text. */
function byYears(text: string, columns: readonly Question[]): Cells | undefined {
  const written = text.normalize('NFKC').replaceAll('年度', '年').replaceAll('年:', '年').trim();
  const isFor = ({ year, fact }: Question): boolean => year !== undefined && fact?.type === 'amount';
  if (!columns.every(isFor)) return undefined;
  if (none.has(written)) return columns.some(({ required }) => required) ? undefined : columns.map(() => '0');
  const heads = columns.map(({ year }) => written.indexOf(`${year}年`));
  const starts = heads.filter((at) => at >= 0);
  if (!starts.includes(0)) return undefined;
  return heads.map((at, index) => {
    const end = starts.filter((start) => start > at).sort((a, b) => a - b)[0];
    let one = at < 0 ? '' : written.slice(at + '2024年'.length, end).trim();
    while (one !== '' && ',、;'.includes(one.slice(-1))) one = one.slice(0, -1).trim();
    return none.has(one) && columns[index]?.required !== true ? '0' : one;
  });
}

/** Whether one answer may be meant for all parts. */
const areAlike = (columns: readonly Question[]): boolean =>
  columns.every(({ choices }) => choices.length > 0 && choices.join() === columns[0]?.choices.join());

/** What stands before an answer that is meant for all parts. */
const forAll = ['全部', '全都', '都', '全', '均', 'all '];

/** The parts of one thing; an answer for all of them where they have the same options. */
export function readParts(typed: string, line: RowLine, words: WizardWords): { cells: Cells } | { wrong: string } {
  const { columns, names, least } = line;
  const isDialled = columns.some(({ fact }) => fact?.type === 'mobile' || fact?.type === 'phone');
  const text = isDialled ? unbroken(typed) : typed;
  const given = partsIn(text, least, columns.length);
  const all = forAll.find((word) => text.trim().startsWith(word));
  const one = all === undefined ? undefined : text.trim().slice(all.length).trim();
  const dated = byYears(text, columns);
  const isSame = areAlike(columns);
  const written =
    one !== undefined && isSame
      ? columns.map(() => one)
      : (dated ?? (given.length > 1 && given.length < least && fitted(given, line))) || given;
  if (written.length < least || written.length > columns.length)
    return { wrong: words.partsWanted(names, given.length, least) };
  const cells = written.map((cell, at) => (columns[at] === undefined ? cell : meant(cell, columns[at])));
  const wrong = wrongCell(cells, line);
  return wrong === undefined ? { cells } : { wrong };
}

/** Rows of a line, or of a table that was pasted; `before` is the row above. What is left out at the end is as there. */
function readRows(text: string, line: RowLine, before: Cells | undefined, words: WizardWords): Rows {
  if (text.trim().includes('\n')) return readTable(text, line, words);
  const { columns, names, least } = line;
  const given = partsIn(text, before === undefined ? least : 1, columns.length);
  const rest = before === undefined ? [] : before.slice(given.length, least);
  // A name or a number is never the same again.
  const isLeft = rest.every((_, at) => (columns[given.length + at]?.choices.length ?? 0) > 0);
  if (!isLeft || given.length + rest.length < least || given.length > columns.length)
    return { wrong: words.partsWanted(names, given.length, least) };
  const own = given.map((cell, at) => (same.has(cell) && before !== undefined ? (before[at] ?? '') : cell));
  const cells = [...own, ...rest].map((cell, at) => (columns[at] === undefined ? cell : meant(cell, columns[at])));
  const wrong = wrongCell(cells, line) ?? slipIn(cells, columns);
  const proposed = rest.some((cell) => cell !== '');
  return wrong === undefined ? { rows: [cells], proposed, left: [] } : { wrong };
}

/** The cells of a table as programs copy it: a cell with a line end or a quote stands in quotes. */
function cellsIn(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const hasTabs = text.includes('\t');
  let [cell, quoted]: [string, boolean] = ['', false];
  let row: string[] = [];
  const end = (isRow: boolean): void => {
    row.push(cell.trim());
    cell = '';
    if (!isRow) return;
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  for (const sign of text) {
    if (hasTabs && sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (sign === '\n' && !quoted) end(true);
    else if (sign === '\t' && !quoted) end(false);
    else cell += sign === '\n' ? ' ' : sign;
  }
  end(true);
  return rows;
}

const headOf = (text: string): string => withoutRemark(unspaced(cleanLabel(text)).replaceAll('*', ''));

/** Which column each cell of a first row is the head of; nothing where it is no row of heads. */
function headsIn(row: readonly string[], columns: readonly Question[]): readonly number[] | undefined {
  const known = columns.map(({ label, fact }) => [
    headOf(label),
    ...(fact === undefined ? [] : [headOf(fact.meaning)]),
  ]);
  const at = row.map((cell) => (cell === '' ? -1 : known.findIndex((labels) => labels.includes(headOf(cell)))));
  const found = at.filter((one) => one >= 0);
  return found.length >= 2 && new Set(found).size === found.length ? at : undefined;
}

/** Whether the first cells only count the rows. */
const isCounted = (rows: readonly (readonly string[])[]): boolean =>
  rows.length > 1 && rows.every(([first], at) => first?.normalize('NFKC') === String(at + 1));

function readTable(text: string, line: RowLine, words: WizardWords): Rows {
  const { columns, names, least } = line;
  const table = cellsIn(text);
  const hasTabs = text.includes('\t');
  const [top = []] = table;
  const at = hasTabs ? headsIn(top, columns) : undefined;
  const left = at === undefined ? [] : top.filter((cell, column) => cell !== '' && (at[column] ?? -1) < 0);
  const below = (at === undefined ? table : table.slice(1)).map((row) =>
    hasTabs ? row : partsIn(row.join(' '), least, columns.length),
  );
  const rows: Cells[] = [];
  for (const [number, row] of below.entries()) {
    const told = at === undefined && isCounted(below) ? row.slice(1) : row;
    const given = at === undefined ? told : columns.map((_, column) => row[at.indexOf(column)] ?? '');
    if (given.length < least || given.slice(columns.length).some((cell) => cell !== ''))
      return { wrong: words.inRow(number + 1, words.partsWanted(names, given.length, least)) };
    const cells = given
      .slice(0, columns.length)
      .map((cell, column) => (columns[column] === undefined ? cell : meant(cell, columns[column])));
    const wrong = wrongCell(cells, line);
    if (wrong !== undefined) return { wrong: words.inRow(number + 1, wrong) };
    rows.push(cells);
  }
  return { rows, proposed: true, left };
}

/** Asks the parts of one thing in one line, parted by spaces; a part that stays open is `-`. */
export async function askParts(
  parts: readonly Question[],
  current: readonly string[],
  { asker, words }: Asking,
): Promise<
  { readonly kind: 'skip' | 'back' | 'jump' | 'clear' } | { readonly kind: 'value'; readonly value: readonly string[] }
> {
  const [first] = parts;
  const isAlike = areAlike(parts);
  const names = parts.map(({ part, label, required }, at) => {
    const name = part?.name ?? `${label}${required ? words.needed : ''}`;
    return part === undefined || isAlike ? `${at + 1}. ${name}` : name;
  });
  const line: RowLine = { columns: parts, names, least: parts.length };
  const before = current.every((text) => text === '') ? '' : current.map((text) => text || blank).join(' ');
  const check = (text: string): string | undefined => {
    if (text.trim() === '' || text === before || commandOf(text) !== undefined) return undefined;
    const read = readParts(text, line, words);
    return 'wrong' in read ? read.wrong : undefined;
  };
  const options = isAlike ? (first?.choices ?? []) : [];
  // Questions of their own have no name in common, only their answers.
  const named = first?.part === undefined ? [] : [messageOf({ ...first, label: first.part.of }, words)];
  const whole = [...named, ...(isAlike ? [options.join('／')] : [])].join(words.gap);
  const message = `${whole}${words.gap}${words.parts(names)}${isAlike ? words.alike(options) : ''}`;
  const text = (await asker.text(message, { fallback: before, check })).trim();
  const command = commandOf(text);
  if (command !== undefined) return { kind: command };
  if (text === '' || text === before) return { kind: 'skip' };
  const read = readParts(text, line, words);
  return 'cells' in read ? { kind: 'value', value: read.cells } : { kind: 'skip' };
}

/** What may be said of the next rows: their cells, that each is asked on its own (`add`), that there is none, or no more. */
export type RowReply = Exclude<Reply, { kind: 'value' }> | { readonly kind: 'add' | 'none' } | Lines;
type Lines = { readonly kind: 'lines'; readonly rows: readonly Cells[] };

/** Asks for a row in one line, or for several that are pasted; `rows` is how many there are, `before` the last of them. */
export async function askRowLine(
  { label }: Question,
  line: RowLine,
  rows: number,
  before: Cells | undefined,
  { asker, words, say }: Pick<Asking, 'asker' | 'words'> & { readonly say: (lines: readonly string[]) => void },
): Promise<RowReply> {
  const kindOf = (text: string): Exclude<RowReply, Lines>['kind'] | undefined => rowSigns.get(text) ?? commandOf(text);
  const check = (text: string): string | undefined => {
    const kind = kindOf(text.trim());
    if (kind === 'none' && rows > 0) return words.rows(label, rows);
    if (kind !== undefined) return undefined;
    const read = readRows(text, line, before, words);
    return 'wrong' in read ? read.wrong : undefined;
  };
  for (;;) {
    const text = await asker.text(words.rows(label, rows), { lines: true, check });
    const kind = kindOf(text.trim());
    if (kind !== undefined) return { kind };
    const read = readRows(text, line, before, words);
    if ('wrong' in read) return { kind: 'skip' };
    if (!read.proposed) return { kind: 'lines', rows: read.rows };
    const shown = read.rows.map((cells) =>
      line.columns.flatMap((column, at) => (cells[at] ? [`${column.label} ${cells[at]}`] : [])),
    );
    say(shown.map((cells, at) => `  ${words.row(label, rows + at + 1)}：${cells.join('，')}`));
    if (read.left.length > 0) say([`  ${words.columnsLeft(read.left)}`]);
    const isRight = await asker.pick(words.rowsRight(read.rows.length), [
      { name: words.rowsTake, value: true },
      { name: words.again, value: false },
    ]);
    if (isRight) return { kind: 'lines', rows: read.rows };
  }
}

const rowSigns: ReadonlyMap<string, 'skip' | 'add' | 'none'> = new Map([
  ['', 'skip'],
  ['+', 'add'],
  ...['无', '没有', '暂无', 'none'].map((word) => [word, 'none'] as const),
]);

/** What must be filled in comes first. */
export function lineOf(cells: readonly Question[]): RowLine {
  const needed = cells.filter(({ required }) => required);
  const columns = [...needed, ...cells.filter(({ required }) => !required)];
  return { columns, names: namesOf(columns), least: needed.length === 0 ? columns.length : needed.length };
}
