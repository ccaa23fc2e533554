// Asks one question in the way its kind wants, and gives the answer, or where the person wants to go instead.
import type { ListOption } from '../../form/opened.ts';
import type { WizardWords } from '../../words/wizard.ts';
import type { Value } from '../starter/given.ts';
import type { Question } from '../starter/question.ts';
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
  /** The text of a file beside the dossier. */
  readonly readText: (path: string) => Promise<string | undefined>;
};

const value = (given: Value): Reply => ({ kind: 'value', value: given });
/** A list longer than this is searched by typing. */
const longList = 8;

const isShort = (line: string): boolean => [...line].length <= 40;

/** `注册资本(万元)（必填）单位：万元，只写数字`: what one needs in order to answer, on the line itself. */
export const messageOf = ({ label, required, help }: Question, words: WizardWords): string => {
  return [`${label}${required ? `（${words.needed}）` : ''}`, ...help.filter(isShort)].join('　');
};

/** The rest of the help: prompts and clauses. */
export const remarksOf = ({ help, clauses, kind }: Question): readonly string[] => [
  ...help.filter((line) => kind === 'rows' || !isShort(line)),
  ...clauses,
];

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

const commands: Readonly<Record<string, 'back' | 'jump' | 'clear'>> = {
  '<': 'back',
  '>': 'jump',
  '-': 'clear',
  '》': 'jump',
  '《': 'back',
};
const commandOf = (text: string) => commands[text.normalize('NFKC').trim()];

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

async function askText(question: Question, { asker, words, current, readText }: Asking): Promise<Reply> {
  const long = question.kind === 'long' || question.kind === 'free';
  const kept = current.includes('\n') || [...current].length > 60;
  const check = (text: string): string | undefined => {
    const written = text.trim();
    if (written === '' || written === current || commandOf(written) !== undefined) return undefined;
    return long && written.startsWith('@') ? undefined : question.validate(parsed(question, written));
  };
  const message = [messageOf(question, words), ...(long ? [words.fromFile] : [])].join('　');
  const shown = kept ? words.keep(`${[...current].slice(0, 20).join('').replace(/\n/g, ' ')}…`) : '';
  for (;;) {
    const fallback = kept ? {} : { fallback: current };
    const text = (await asker.text(`${message}${shown === '' ? '' : `　${shown}`}`, { ...fallback, check })).trim();
    const command = commandOf(text);
    if (command !== undefined) return { kind: command };
    if (text === '' || text === current) return { kind: 'skip' };
    if (!long || !text.startsWith('@')) return value(parsed(question, text));
    const read = await readText(text.slice(1).trim());
    const wrong = read === undefined ? words.noFile(text.slice(1)) : question.validate(read);
    if (read !== undefined && wrong === undefined) return value(read);
    await asker.pick(wrong ?? '', [{ name: 'OK', value: true }]);
  }
}

/** The ways out of a list, below its choices. */
function ways({ words, current }: Pick<Asking, 'words' | 'current'>): readonly Choice<Reply>[] {
  const kept = current === '' ? words.skip : words.keep(current);
  return [
    { name: `— ${kept}`, value: { kind: 'skip' } },
    { name: `— ${words.back}`, value: { kind: 'back' } },
    { name: `— ${words.jump}`, value: { kind: 'jump' } },
    ...(current === '' ? [] : [{ name: `— ${words.clear}`, value: { kind: 'clear' } } as const]),
  ];
}

/** Puts a list; nothing comes back for "none of these". */
async function choose(
  message: string,
  names: readonly string[],
  other: boolean,
  asking: Asking,
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
    names.length > longList
      ? await asker.find(message, [...first, ...options, ...others])
      : await asker.pick(message, [...options, ...first, ...others], stay?.value);
  return chosen.kind === 'other' ? undefined : chosen;
}

async function askChoice(question: Question, names: readonly string[], asking: Asking): Promise<Reply> {
  const chosen = await choose(messageOf(question, asking.words), names, question.open, asking);
  return chosen ?? askText(question, { ...asking, current: '' });
}

async function askSeveral(question: Question, asking: Asking): Promise<Reply> {
  const { asker, words, current, decides } = asking;
  const group = question.by?.list.options.find(({ name }) => name === decides)?.options?.map(({ name }) => name) ?? [];
  const names = group.length > 0 ? group : question.choices;
  if (names.length === 0) return askText(question, asking);
  const before = current.split('、');
  const message = `${messageOf(question, words)}　${words.several}`;
  const chosen = await asker.some(
    message,
    names.map((name) => ({ name, value: name, checked: before.includes(name) })),
  );
  const same = chosen.length === before.length && chosen.every((name) => before.includes(name));
  return chosen.length === 0 || same ? { kind: 'skip' } : value(chosen);
}

/** 省, then 市, then 县(市、区); a place that the list lacks is typed. */
async function askRegion(question: Question, asking: Asking): Promise<Reply> {
  const { words, asker, lists } = asking;
  const regions = lists.get('regions');
  const levels: string[] = [];
  let options = regions?.options ?? [];
  while (levels.length < 3) {
    const city = levels[1] ?? '';
    const zones = levels.length === 2 ? (regions?.zones ?? []).filter((zone) => zone.city === city) : [];
    const names = [...options, ...zones].map(({ name }) => name);
    if (names.length === 0 && levels.length === 0) return askText(question, asking);
    const message = [messageOf(question, words), ...levels].join(' ');
    const reply = names.length === 0 ? undefined : await choose(message, names, levels.length > 0, asking);
    if (reply !== undefined && reply.kind !== 'value')
      return levels.length > 0 && reply.kind === 'back' ? askRegion(question, asking) : reply;
    const name = reply === undefined ? (await asker.text(`${message} ${words.type}`)).trim() : String(reply.value);
    if (name === '') return { kind: 'skip' };
    levels.push(name);
    options = options.find((option) => option.name === name)?.options ?? [];
  }
  return value(levels);
}

/** 门类, then 大类; the code of the 小类 says it all, and is typed when it is known. */
async function askIndustry(question: Question, asking: Asking): Promise<Reply> {
  const { words, asker, lists } = asking;
  const message = messageOf(question, words);
  const sections = lists.get('industries')?.options ?? [];
  if (sections.length === 0) return askText(question, asking);
  const named = ({ name, code }: ListOption): string => (code === undefined ? name : `${code} ${name}`);
  const first = await choose(message, sections.map(named), false, asking);
  if (first?.kind !== 'value') return first ?? { kind: 'skip' };
  const section = sections.find((option) => named(option) === first.value);
  const divisions = section?.options ?? [];
  const second = await choose(`${message} ${section?.name}`, divisions.map(named), false, { ...asking, current: '' });
  if (second?.kind !== 'value')
    return second?.kind === 'back' ? askIndustry(question, asking) : (second ?? { kind: 'skip' });
  const division = divisions.find((option) => named(option) === second.value);
  if (section === undefined || division?.code === undefined) return value([section?.name ?? '', division?.name ?? '']);
  const under = division.code;
  const check = (text: string): string | undefined =>
    text.trim() === '' || new RegExp(`^${under}\\d{1,2}$`).test(text.trim()) ? undefined : words.notUnder(under);
  const code = (await asker.text(words.industryCode(under), { check })).trim();
  return value(code === '' ? [section.name, division.name] : code);
}
