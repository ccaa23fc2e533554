// Asks one question in the way its kind wants, and gives the answer, or where the person wants to go instead; and what it needs of a terminal.
import { unspaced } from '../../characters/folds.ts';
import type { ListOption } from '../../form/opened.ts';
import { inside, isBegun, placesIn } from '../../form/types/region-ways.ts';
import type { WizardWords } from '../../words/wizard.ts';
import type { Value } from '../starter/given.ts';
import { messageOf, type Question } from '../starter/question.ts';

/** `key`: what is typed for it, instead of words of its name; `also`: words that find it and are not shown. */
export type Choice<V> = { readonly name: string; readonly value: V; readonly key?: string; readonly also?: string };

export type Asker = {
  /** A line of text; with `lines`, what is pasted may have several. `check` says what is wrong; Enter gives `fallback`, or an empty text. */
  text(
    message: string,
    more?: { fallback?: string; lines?: boolean; check?: (text: string) => string | undefined },
  ): Promise<string>;
  /** One of a short list. */
  pick<Value>(
    message: string,
    choices: readonly Choice<Value>[],
    fallback?: Value,
    more?: (typed: string) => readonly Choice<Value>[],
  ): Promise<Value>;
  /** One of a long list, narrowed down by typing; `more` gives those that are made of what is typed. */
  find<Value>(
    message: string,
    choices: readonly Choice<Value>[],
    more?: (typed: string) => readonly Choice<Value>[],
  ): Promise<Value>;
  /** Any number of them. */
  some<Value>(message: string, choices: readonly (Choice<Value> & { checked?: boolean })[]): Promise<readonly Value[]>;
};

/** Ctrl-C, or the end of the terminal. */
export class Interrupted extends Error {}

const nobody = (): Promise<never> => Promise.reject(new Interrupted());
/** For a run that asks nothing. */
export const silent: Asker = { text: nobody, pick: nobody, find: nobody, some: nobody };

export type Reply =
  | { readonly kind: 'skip' | 'back' | 'jump' | 'clear' }
  | { readonly kind: 'value'; readonly value: Value };

type Look = (path: string) => Promise<{ readonly there: boolean; readonly text?: string | undefined }>;

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
  /** By a path as a person gives it: the text of a file beside the dossier, and how the dossier names a paper that it may hold. */
  readonly readText: Look;
  readonly namePaper: Look;
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

const commands: ReadonlyMap<string, 'back' | 'jump' | 'clear' | 'skip'> = new Map([
  // Whoever does not know says so, and would have it written else.
  ...['不清楚', '不知道', '不详', '待定', '暂缺', '跳过'].map((word) => [word, 'skip'] as const),
  ['<', 'back'],
  ['>', 'jump'],
  ['-', 'clear'],
  ['》', 'jump'],
  ['《', 'back'],
  ['〈', 'back'],
]);
export const commandOf = (text: string) => commands.get(text.normalize('NFKC').trim());

/** What a person leaves open among several parts, and clears a single one with. */
export const blank = '-';

/** An option for its number or its beginning, where that is one alone. */
export function optionFor(text: string, choices: readonly string[]): string | undefined {
  const written = text.normalize('NFKC').trim();
  const folded = (name: string): string => name.normalize('NFKC');
  const whole = choices.find((name) => folded(name) === written);
  if (whole !== undefined || written === '') return whole;
  const begun = choices.filter((name) => folded(name).startsWith(written));
  if (begun.length > 0) return begun.length === 1 ? begun[0] : undefined;
  return /^\d{1,2}$/.test(written) ? choices[Number(written) - 1] : undefined;
}

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

/** The file that a text names instead of saying it: `@简介.docx`, also with the sign of a Chinese keyboard. */
const pathIn = (text: string): string | undefined =>
  text.startsWith('@') || text.startsWith('＠') ? text.slice(1).trim() : undefined;

/** `typed` stands there already: nobody types twice what no list has. */
async function askText(question: Question, asking: Asking, typed = ''): Promise<Reply> {
  const { asker, words, current, noticed } = asking;
  const long = question.kind === 'long' || question.kind === 'free';
  const kept = current.includes('\n') || [...current].length > 60;
  const check = (text: string): string | undefined => {
    const written = text.trim();
    if (written === '' || written === current || commandOf(written) !== undefined || isTaken(written)) return undefined;
    return long && pathIn(written) !== undefined
      ? undefined
      : (question.validate(parsed(question, written)) ?? question.slip(written));
  };
  const isTaken = (text: string): boolean => noticed !== undefined && text.normalize('NFKC') === '=';
  const said = noticed === undefined ? [] : [words.noticed(noticed.text, noticed.from, noticed.page)];
  const message = [messageOf(question, words), ...(long ? [words.fromFile] : []), ...said].join(words.gap);
  const shown = kept ? words.keep(`${[...current].slice(0, 20).join('').replace(/\n/g, ' ')}…`) : '';
  for (let wrong = ''; ; ) {
    const line = [message, shown, wrong].filter(Boolean).join(words.gap);
    const given = await asker.text(line, { fallback: kept ? '' : current || typed, lines: long, check });
    const text = given.replaceAll('\t', ' ').trim();
    const command = commandOf(text);
    if (command !== undefined) return { kind: command };
    if (text === '' || text === current) return { kind: 'skip' };
    if (noticed !== undefined && isTaken(text)) return value(parsed(question, noticed.text));
    const isPaper = question.fact?.type === 'file';
    const path = pathIn(text);
    if (!isPaper && (!long || path === undefined)) return value(parsed(question, text));
    const name = path ?? text;
    const { there, text: read } = await (isPaper ? asking.namePaper : asking.readText)(name);
    const none = isPaper ? words.noPaper(name) : words.noFile(name, there);
    wrong = (read === undefined ? none : question.validate(read)) ?? '';
    if (read !== undefined && wrong === '') return value(read);
  }
}

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

/** None of a list, and what was typed to find it. */
type Other = { readonly kind: 'other'; readonly typed: string };

/** Puts a list. With `other` it may be none of it, which is offered for whatever is typed. */
async function choose(
  message: string,
  names: readonly string[],
  other: boolean,
  { validate, taken: asWritten }: Pick<Question, 'validate' | 'taken'>,
  asking: Asking,
  more?: (typed: string) => readonly Choice<Reply>[],
): Promise<Reply | Other> {
  const { asker, words } = asking;
  const [stay, ...others] = ways(asking);
  const none = (typed: string): readonly Choice<Other>[] =>
    other && commandOf(typed) === undefined ? [{ name: words.other, value: { kind: 'other', typed } }] : [];
  const options = [...names.map((name) => ({ name, value: value(name) })), ...none('')];
  // Its number, or another word for it.
  const meant = (typed: string): readonly Choice<Reply>[] => {
    if (typed === '' || names.some((name) => name.includes(typed))) return [];
    const option =
      optionFor(typed, names) ?? names.find((name) => validate(typed) === undefined && name === asWritten(typed));
    return option === undefined ? [] : [{ name: option, value: value(option) }];
  };
  // Enter alone must never answer: the cursor begins on the way that changes nothing.
  const first = stay === undefined ? [] : [stay];
  const way = (typed: string) => ways(asking).filter(({ value: to }) => to.kind === commandOf(typed));
  const made = (typed: string) => [...(more ?? meant)(typed), ...way(typed), ...(typed === '' ? [] : none(typed))];
  return names.length > longList || more !== undefined
    ? asker.find<Reply | Other>(message, [...first, ...options, ...others], made)
    : asker.pick<Reply | Other>(message, [...options, ...first, ...others], stay?.value, made);
}

async function askChoice(question: Question, names: readonly string[], asking: Asking): Promise<Reply> {
  const chosen = await choose(messageOf(question, asking.words), names, question.open, question, asking);
  return chosen.kind === 'other' ? askText(question, { ...asking, current: '' }, chosen.typed) : chosen;
}

async function askSeveral(question: Question, asking: Asking): Promise<Reply> {
  const { asker, words, current, decides } = asking;
  const group = question.by?.list.options.find(({ name }) => name === decides)?.options?.map(({ name }) => name) ?? [];
  const names = group.length > 0 ? group : question.choices;
  if (names.length === 0) return askText(question, asking);
  const before = current.split('、');
  // Enter alone must never answer, nor drop what is written and stands in no list.
  const held = names.filter((name) => before.includes(name));
  const message = `${messageOf(question, words)}${words.gap}${words.several(held.length > 0)}`;
  const back = `— ${words.back}`;
  const chosen = await asker.some(
    message,
    [...names, back].map((name) => ({ name, value: name, checked: held.includes(name) })),
  );
  // The key that selects all of them selects the way back, too.
  if (chosen.includes(back) && chosen.length <= names.length) return { kind: 'back' };
  const named = chosen.filter((name) => name !== back);
  if (named.length === held.length && named.every((name) => held.includes(name))) return { kind: 'skip' };
  return named.length === 0 ? { kind: 'clear' } : value(named);
}

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
  // An address holds its place, and its parts are often typed without what stands between them.
  const inAddress = (address: string): readonly Choice<Reply>[] => {
    const typedPlace = unspaced(address);
    const fits = (name: string): boolean => {
      const [province = '', ...below] = name.split(' ');
      return below.every((part) => typedPlace.includes(part)) || isBegun(typedPlace, [province, ...below]);
    };
    if (typedPlace.length < 2 || names.some((name) => name.includes(address))) return [];
    return names.filter(fits).map((name) => ({ name, value: value(name) }));
  };
  const chosen = await choose(messageOf(question, words), names, true, question, asking, inAddress);
  if (chosen.kind === 'other') return askText(typed, { ...asking, current: '' }, inside(within, chosen.typed));
  return chosen.kind === 'value' ? value(String(chosen.value).split(' ')) : chosen;
}

/** 门类 and 大类 by name or code; a code of a 中类 or 小类 says it all. */
async function askIndustry(question: Question, asking: Asking): Promise<Reply> {
  const { words, asker, lists } = asking;
  const sections = lists.get('industries')?.options ?? [];
  if (sections.length === 0) return askText(question, asking);
  const named = ({ name, code = '' }: ListOption): string => `${code} ${name}`;
  const divisions = sections.flatMap((section) =>
    (section.options ?? []).map((division) => ({ section, division, name: `${named(division)}（${named(section)}）` })),
  );
  // Below 大类 the list has no names: a code is taken as it is written.
  const byCode = (typed: string): readonly Choice<Reply>[] => {
    // Papers write the name of the class behind its code.
    const [, letter = '', digits = ''] =
      /^([A-T]?)(\d{3,4})(?:\s*\p{Script=Han}.*)?$/u.exec(typed.normalize('NFKC').toUpperCase()) ?? [];
    const above = divisions.find(({ division }) => division.code === digits.slice(0, 2));
    const isCode = above !== undefined && question.validate(`${letter}${digits}`) === undefined;
    return isCode ? [{ name: words.classOf(digits, named(above.division)), value: value(digits) }] : [];
  };
  const chosen = await choose(
    [messageOf(question, words), words.industrySearch].join(words.gap),
    divisions.map(({ name }) => name),
    false,
    question,
    asking,
    byCode,
  );
  const division = divisions.find(({ name }) => chosen.kind === 'value' && name === chosen.value);
  if (division === undefined) return chosen.kind === 'other' ? { kind: 'skip' } : chosen;
  const { code: under = '', name } = division.division;
  const check = (text: string): string | undefined =>
    text.trim() === '' || commandOf(text) !== undefined || new RegExp(`^${under}\\d{1,2}$`).test(text.trim())
      ? undefined
      : words.notUnder(under);
  const code = (await asker.text(words.industryCode(under), { check })).trim();
  if (commandOf(code) === 'back') return askIndustry(question, asking);
  return value(code === '' || commandOf(code) !== undefined ? [division.section.name, name] : code);
}
