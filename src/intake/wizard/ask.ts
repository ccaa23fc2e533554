// Asks one question in the way its kind wants, and gives the answer, or where the person wants to go instead.
import type { ListOption } from '../../form/opened.ts';
import type { WizardWords } from '../../words/wizard.ts';
import type { Value } from '../starter/given.ts';
import { messageOf, type Question } from '../starter/question.ts';
import type { Asker, Choice } from './asker.ts';

export type Reply =
  | { readonly kind: 'skip' | 'back' | 'jump' | 'clear' }
  | { readonly kind: 'value'; readonly value: Value };

/** What asking may look at beside the question. */
export type Asking = {
  readonly asker: Asker;
  readonly words: WizardWords;
  readonly lists: ReadonlyMap<
    string,
    { readonly options: readonly ListOption[]; readonly zones: readonly { name: string; city: string }[] }
  >;
  /** What is written now, as a person would type it; empty for nothing. */
  readonly current: string;
  /** What is written for the field that decides the choices. */
  readonly decides: string;
  /** Names of the province or the city that a place must lie in, where the category says so. */
  readonly within: readonly string[];
  /** The text of a file beside the dossier. */
  readonly readText: (path: string) => Promise<{ readonly there: boolean; readonly text?: string | undefined }>;
  /** What papers say of it, and where; `=` takes it. */
  readonly noticed?: { readonly text: string; readonly from: string; readonly page: number };
};

const value = (given: Value): Reply => ({ kind: 'value', value: given });
/** A list longer than this is searched by typing. */
const longList = 8;

export function askQuestion(question: Question, asking: Asking): Promise<Reply> {
  switch (question.kind) {
    case 'choice':
      return askChoice(question, question.choices, asking);
    case 'choices':
      return askSeveral(question, asking);
    case 'region':
      return askRegion(question, asking);
    case 'industry':
      return askIndustry(question, asking);
    default:
      return askText(question, asking);
  }
}

const commands: ReadonlyMap<string, 'back' | 'jump' | 'clear'> = new Map([
  ['<', 'back'],
  ['>', 'jump'],
  ['-', 'clear'],
  ['》', 'jump'],
  ['《', 'back'],
  ['〈', 'back'],
]);
const commandOf = (text: string) => commands.get(text.normalize('NFKC').trim());

/** Several texts are parted by `、`; 无 says that there is none. */
function parsed(question: Question, text: string): string | readonly string[] {
  if (question.fact?.type !== 'texts') return text;
  return /^(?:无|没有|none)$/iu.test(text)
    ? []
    : text
        .split(/[、;；]/u)
        .map((one) => one.trim())
        .filter(Boolean);
}

async function askText(question: Question, { asker, words, current, readText, noticed }: Asking): Promise<Reply> {
  const long = question.kind === 'long' || question.kind === 'free';
  const kept = current.includes('\n') || [...current].length > 60;
  const check = (text: string): string | undefined => {
    const written = text.trim();
    if (written === '' || written === current || commandOf(written) !== undefined || isTaken(written)) return undefined;
    return long && written.startsWith('@') ? undefined : question.validate(parsed(question, written));
  };
  const isTaken = (text: string): boolean => noticed !== undefined && text.normalize('NFKC') === '=';
  const said = noticed === undefined ? [] : [words.noticed(noticed.text, noticed.from, noticed.page)];
  const message = [messageOf(question, words.needed), ...(long ? [words.fromFile] : []), ...said].join('　');
  const shown = kept ? words.keep(`${[...current].slice(0, 20).join('').replace(/\n/g, ' ')}…`) : '';
  for (;;) {
    const line = `${message}${shown === '' ? '' : `　${shown}`}`;
    const text = (await asker.text(line, { ...(kept ? {} : { fallback: current }), lines: long, check })).trim();
    const command = commandOf(text);
    if (command !== undefined) return { kind: command };
    if (text === '' || text === current) return { kind: 'skip' };
    if (noticed !== undefined && isTaken(text)) return value(parsed(question, noticed.text));
    if (!long || !text.startsWith('@')) return value(parsed(question, text));
    const name = text.slice(1).trim();
    const { there, text: read } = await readText(name);
    const wrong = read === undefined ? words.noFile(name, there) : question.validate(read);
    if (read !== undefined && wrong === undefined) return value(read);
    await asker.pick(wrong ?? '', [{ name: words.again, value: true }]);
  }
}

/** What a person leaves open among several parts. */
const blank = '-';

const partsIn = (text: string): readonly string[] =>
  text
    .trim()
    .split(/[;；]/u.test(text) ? /[;；]/u : /\s+/u)
    .map((one) => one.trim());

/** Parts in one line, how they are called, and how many of them must be written; the others may be left out. */
export type RowLine = {
  readonly columns: readonly Question[];
  readonly names: readonly string[];
  readonly least: number;
};

/** What is wrong with the parts of a line. */
function wrongIn(text: string, { columns: parts, names, least }: RowLine, words: WizardWords): string | undefined {
  const given = partsIn(text);
  if (given.length < least || given.length > parts.length) return words.partsWanted(names, given.length, least);
  const wrong = given.map((one, at) => (one === blank ? undefined : parts[at]?.validate(one)));
  const at = wrong.findIndex((one) => one !== undefined);
  return at < 0 ? undefined : `${names[at]}：${wrong[at]}`;
}

const filledParts = (text: string): readonly string[] => partsIn(text).map((one) => (one === blank ? '' : one));

/** Asks the parts of one thing in one line, parted by spaces; a part that stays open is `-`. */
export async function askParts(
  parts: readonly Question[],
  current: readonly string[],
  { asker, words }: Asking,
): Promise<
  { readonly kind: 'skip' | 'back' | 'jump' | 'clear' } | { readonly kind: 'value'; readonly value: readonly string[] }
> {
  const names = parts.map(({ part }) => part?.name ?? '');
  const before = current.every((text) => text === '') ? '' : current.map((text) => text || blank).join(' ');
  const check = (text: string): string | undefined => {
    if (text.trim() === '' || text === before || commandOf(text) !== undefined) return undefined;
    return wrongIn(text, { columns: parts, names, least: parts.length }, words);
  };
  const [first] = parts;
  const whole = first && { ...first, label: first.part?.of ?? '', help: first.part === undefined ? [] : first.help };
  const message = `${whole === undefined ? '' : messageOf(whole, words.needed)}　${words.parts(names)}`;
  const text = (await asker.text(message, { fallback: before, check })).trim();
  const command = commandOf(text);
  if (command !== undefined) return { kind: command };
  if (text === '' || text === before) return { kind: 'skip' };
  return { kind: 'value', value: filledParts(text) };
}

/** What may be said of the next row: its cells, each on its own (`add`), that there is none, or no more. */
export type RowReply = Exclude<Reply, { kind: 'value' }> | { readonly kind: 'add' | 'none' } | Line;
type Line = { readonly kind: 'line'; readonly cells: readonly string[] };

/** Asks for a row in one line. `rows` is how many there are. */
export async function askRowLine(
  { label }: Question,
  line: RowLine,
  rows: number,
  { asker, words }: Pick<Asking, 'asker' | 'words'>,
): Promise<RowReply> {
  const kindOf = (text: string): Exclude<RowReply, Line>['kind'] | undefined => rowSigns.get(text) ?? commandOf(text);
  const check = (text: string): string | undefined => {
    const kind = kindOf(text.trim());
    if (kind === 'none' && rows > 0) return words.rows(label, rows);
    return kind === undefined ? wrongIn(text, line, words) : undefined;
  };
  const text = (await asker.text(words.rows(label, rows), { check })).trim();
  const kind = kindOf(text);
  return kind === undefined ? { kind: 'line', cells: filledParts(text) } : { kind };
}

const rowSigns: ReadonlyMap<string, 'skip' | 'add' | 'none'> = new Map([
  ['', 'skip'],
  ['+', 'add'],
  ['无', 'none'],
  ['none', 'none'],
]);

/** The ways out of a list, below its choices. */
function ways({ words, current }: Pick<Asking, 'words' | 'current'>): readonly Choice<Reply>[] {
  const kept = current === '' ? words.skip : words.keep(current);
  return [
    { name: `— ${kept}`, value: { kind: 'skip' } },
    { name: `— ${words.back}`, value: { kind: 'back' }, key: '<' },
    { name: `— ${words.jump}`, value: { kind: 'jump' }, key: '>' },
    ...(current === '' ? [] : [{ name: `— ${words.clear}`, value: { kind: 'clear' }, key: blank } as const]),
  ];
}

/** Puts a list; nothing comes back for "none of these". */
async function choose(
  message: string,
  names: readonly string[],
  other: boolean,
  asking: Asking,
  more?: (typed: string) => readonly Choice<Reply>[],
): Promise<Reply | undefined> {
  const { asker, words } = asking;
  const [stay, ...others] = ways(asking);
  const none = { kind: 'other' } as const;
  const options: readonly Choice<Reply | typeof none>[] = [
    ...names.map((name) => ({ name, value: value(name) })),
    ...(other ? [{ name: words.other, value: none }] : []),
  ];
  // Enter alone must never answer: the cursor begins on the way that changes nothing.
  const first = stay === undefined ? [] : [stay];
  const chosen =
    names.length > longList || more !== undefined
      ? await asker.find(message, [...first, ...options, ...others], more)
      : await asker.pick(message, [...options, ...first, ...others], stay?.value);
  return chosen.kind === 'other' ? undefined : chosen;
}

async function askChoice(question: Question, names: readonly string[], asking: Asking): Promise<Reply> {
  const chosen = await choose(messageOf(question, asking.words.needed), names, question.open, asking);
  return chosen ?? askText(question, { ...asking, current: '' });
}

async function askSeveral(question: Question, asking: Asking): Promise<Reply> {
  const { asker, words, current, decides } = asking;
  const group = question.by?.list.options.find(({ name }) => name === decides)?.options?.map(({ name }) => name) ?? [];
  const names = group.length > 0 ? group : question.choices;
  if (names.length === 0) return askText(question, asking);
  const before = current.split('、');
  const message = `${messageOf(question, words.needed)}　${words.several}`;
  const back = `— ${words.back}`;
  const chosen = await asker.some(
    message,
    [...names, back].map((name) => ({ name, value: name, checked: before.includes(name) })),
  );
  if (chosen.includes(back)) return { kind: 'back' };
  const same = chosen.length === before.length && chosen.every((name) => before.includes(name));
  return chosen.length === 0 || same ? { kind: 'skip' } : value(chosen);
}

/** The places of a list, each with those that it lies in. */
const placesIn = (options: readonly ListOption[], above: readonly string[] = []): readonly (readonly string[])[] =>
  options.flatMap(({ name, options: below = [] }) =>
    below.length === 0 ? [[...above, name]] : placesIn(below, [...above, name]),
  );

/** 省, 市 and 县(市、区) at once; a place that the list lacks is typed. */
async function askRegion(question: Question, asking: Asking): Promise<Reply> {
  const { words, lists, within } = asking;
  const { options = [], zones = [] } = lists.get('regions') ?? {};
  const places = placesIn(options);
  const zoned = zones.map(({ name, city }) => {
    const [province = ''] = places.find(([, one]) => one === city) ?? [];
    return [province, city, name];
  });
  const names = [...places, ...zoned]
    .filter((place) => within.every((name) => place.includes(name)))
    .map((place) => place.join(' '));
  const typed = { ...question, help: [...question.help, words.places] };
  if (names.length === 0) return askText(typed, asking);
  const chosen = await choose(messageOf(question, words.needed), names, true, asking);
  if (chosen?.kind === 'value') return value(String(chosen.value).split(' '));
  return chosen ?? askText(typed, { ...asking, current: '' });
}

/** 门类 and 大类 by name or code; a code of a 中类 or 小类 says it all. */
async function askIndustry(question: Question, asking: Asking): Promise<Reply> {
  const { words, asker, lists } = asking;
  const message = [messageOf(question, words.needed), words.industrySearch].join('　');
  const sections = lists.get('industries')?.options ?? [];
  if (sections.length === 0) return askText(question, asking);
  const named = ({ name, code = '' }: ListOption): string => `${code} ${name}`;
  const divisions = sections.flatMap((section) =>
    (section.options ?? []).map((division) => ({ section, division, name: `${named(division)}（${named(section)}）` })),
  );
  // Below 大类 the list has no names: a code is taken as it is written.
  const byCode = (typed: string): readonly Choice<Reply>[] => {
    const digits = typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/^[A-T]/, '');
    const above = divisions.find(({ division }) => division.code === digits.slice(0, 2));
    const isCode = /^\d{3,4}$/.test(digits) && above !== undefined && question.validate(typed) === undefined;
    return isCode ? [{ name: words.classOf(digits, named(above.division)), value: value(digits) }] : [];
  };
  const chosen = await choose(
    message,
    divisions.map(({ name }) => name),
    false,
    asking,
    byCode,
  );
  const division = divisions.find(({ name }) => chosen?.kind === 'value' && name === chosen.value);
  if (division === undefined) return chosen ?? { kind: 'skip' };
  const { code: under = '', name } = division.division;
  const check = (text: string): string | undefined =>
    text.trim() === '' || commandOf(text) !== undefined || new RegExp(`^${under}\\d{1,2}$`).test(text.trim())
      ? undefined
      : words.notUnder(under);
  const code = (await asker.text(words.industryCode(under), { check })).trim();
  if (commandOf(code) === 'back') return askIndustry(question, asking);
  return value(code === '' || commandOf(code) !== undefined ? [division.section.name, name] : code);
}
