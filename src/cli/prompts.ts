// The one door to inquirer: asks on the terminal of this process, and says Interrupted for Ctrl-C.
import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import inquirer from 'inquirer';
import { named as harmless } from '../characters/shown.ts';
import { type Asker, type Choice, Interrupted } from '../intake/wizard/ask.ts';
import type { WizardWords } from '../words/wizard.ts';

/** Lines of a list at a time. */
const pageSize = 12;

/** An asker that speaks `words`; `colour` false leaves out colours by the environment, as chalk does. */
export function asker(words: WizardWords): Asker {
  const keysHelpTip = (keys: [key: string, action: string][]): string =>
    keys.map(([key, action]) => `${words.keys[key] ?? key} ${words.keys[action] ?? action}`).join(' · ');
  const listTheme = { style: { keysHelpTip } };
  const named = <Value>(choices: readonly Choice<Value>[]) =>
    choices.map(({ name, value }) => ({ name: harmless(name), value, short: harmless(name) }));
  const find = <Value>(
    message: string,
    choices: readonly Choice<Value>[],
    {
      fallback,
      more,
    }: { fallback?: Value | undefined; more?: ((typed: string) => readonly Choice<Value>[]) | undefined },
  ): Promise<Value> =>
    ask({
      type: 'search',
      message: harmless(message),
      pageSize,
      theme: listTheme,
      ...(fallback === undefined ? {} : { default: fallback }),
      source: (term = '') => {
        const listed = matching(choices, term);
        const made = (more?.(term.trim()) ?? []).filter(({ name }) => listed.every((one) => one.name !== name));
        const found = [...listed, ...made];
        return found.length === 0 ? [new inquirer.Separator(words.noMatch)] : named(found);
      },
    });
  return {
    text: async (message, { fallback, check, lines = false } = {}) => {
      const keys = lines ? new Keys(words.pasted) : undefined;
      const meant = (text: string): string => keys?.meant(text) ?? text;
      try {
        const question = {
          type: 'input',
          message: harmless(message),
          ...(fallback === undefined || fallback === '' ? {} : { default: fallback }),
          validate: (text: string) => (keys?.isBroken(text) ? words.pastedPart : (check?.(meant(text)) ?? true)),
        };
        return meant(await ask<string>(question, keys));
      } finally {
        keys?.release();
      }
    },
    // A short list is searched like a long one: what is typed is an answer in both.
    pick: (message, choices, fallback, more) => find(message, choices, { fallback, more }),
    find: (message, choices, more) => find(message, choices, { more }),
    some: (message, choices) =>
      ask({
        type: 'checkbox',
        message: harmless(message),
        choices: named(choices).map((choice, at) => ({ ...choice, checked: choices[at]?.checked ?? false })),
        pageSize,
        loop: false,
        theme: listTheme,
      }),
  };
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** Those in whose words every word of the term stands, first those that begin with it; a key that is typed is one alone. */
export function matching<Item extends Choice<unknown>>(items: readonly Item[], term: string): readonly Item[] {
  const typed = plain(term);
  const keyed = items.filter(({ key }) => key !== undefined && key === typed);
  if (keyed.length > 0) return keyed;
  const words = typed.split(/\s+/).filter(Boolean);
  const within = (isSaid: (text: string, word: string) => boolean) =>
    items.filter(({ name, also = '' }) => words.every((word) => isSaid(plain(`${name} ${also}`), word)));
  const whole = within((text, word) => text.includes(word));
  // Nobody puts blanks between Chinese words: 江苏产品.
  const found = whole.length > 0 ? whole : within(isRunTogether);
  const first = found.filter(({ name }) => typed !== '' && plain(name).startsWith(typed));
  return [...first, ...found.filter((one) => !first.includes(one))];
}

/** Whether a word is made of parts of a text, each of two signs or more. */
function isRunTogether(text: string, word: string): boolean {
  if (word === '') return true;
  for (let length = Math.min(word.length, text.length); length > 1; length -= 1)
    if (text.includes(word.slice(0, length)) && isRunTogether(text, word.slice(length))) return true;
  return false;
}

/** What a terminal puts around a paste once it is asked to, and how it is asked. */
const [begins, ends, wantMarks, noMarks] = ['\x1b[200~', '\x1b[201~', '\x1b[?2004h', '\x1b[?2004l'];
/** A terminal without marks sends a paste as if it were typed: what comes within this time is one, in milliseconds. */
const together = 80;
/** As much at once is no typing, in characters. */
const typed = 80;

/**
 * The keys of the terminal for a question of several lines. A paste of several lines stands in the line as a token of a few
 * characters: its line ends are no Enter then, and nobody waits until thousands of characters are drawn one by one.
 */
class Keys extends PassThrough {
  readonly isTTY = true;
  readonly #pastes = new Map<string, string>();
  readonly #token: WizardWords['pasted'];
  #held = '';
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Immediate | undefined;
  readonly #decoder = new StringDecoder('utf8');
  readonly #take = (data: Buffer): void => this.#taken(this.#decoder.write(data));

  constructor(token: WizardWords['pasted']) {
    super();
    this.#token = token;
    // The question before has paused it.
    process.stdin.on('data', this.#take).resume();
    process.stdout.write(wantMarks);
  }

  setRawMode(mode: boolean): void {
    process.stdin.setRawMode(mode);
  }

  /** Gives the terminal back. */
  release(): void {
    this.#wait();
    process.stdin.off('data', this.#take);
    process.stdin.pause();
    process.stdout.write(noMarks);
  }

  /** A line with the pastes in place of their tokens. */
  meant(line: string): string {
    return [...this.#pastes].reduce((text, [token, paste]) => text.replaceAll(token, () => paste), line);
  }

  /** Whether a part of a token is left. */
  isBroken(line: string): boolean {
    const rest = [...this.#pastes.keys()].reduce((text, token) => text.replaceAll(token, ''), line);
    return [...this.#pastes.keys()].some((token) => rest.includes(token.slice(0, 3)) || rest.includes(token.slice(-3)));
  }

  #wait(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#soon);
  }

  #taken(data: string): void {
    this.#wait();
    this.#held += data;
    const from = this.#held.indexOf(begins);
    if (from >= 0) {
      const to = this.#held.indexOf(ends, from);
      if (to < 0) return;
      const [before, paste, after] = [
        this.#held.slice(0, from),
        this.#held.slice(from + begins.length, to),
        this.#held.slice(to + ends.length),
      ];
      this.#held = '';
      this.push(before);
      this.#paste(paste);
      if (after !== '') this.#taken(after);
    } else if (isSeveral(this.#held) || this.#held.length > typed)
      // On a busy machine the time can be over while more lies there unread: that is taken first.
      this.#timer = setTimeout(() => {
        this.#soon = setImmediate(() => this.#end());
      }, together);
    else {
      this.push(this.#held);
      this.#held = '';
    }
  }

  #end(): void {
    const held = this.#held;
    this.#held = '';
    if (isSeveral(held)) this.#paste(held);
    else this.push(held);
  }

  #paste(text: string): void {
    const lines = plainLines(text).split('\n');
    const isFilled = (line: string): boolean => line.trim() !== '';
    const paste = lines.slice(lines.findIndex(isFilled), lines.findLastIndex(isFilled) + 1).join('\n');
    if (!paste.includes('\n')) {
      this.push(paste);
      return;
    }
    const token = this.#token(paste.split('\n').length, [...paste].length, this.#pastes.size + 1);
    this.#pastes.set(token, paste);
    this.push(token);
  }
}

const isControl = (sign: string): boolean => sign < ' ' && sign !== '\n' && sign !== '\t';

/** Line ends as we write them; signs that steer a terminal go. Cells of a table are parted by tabs. */
const plainLines = (text: string): string =>
  [...text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')].filter((sign) => !isControl(sign)).join('');

const isSeveral = (text: string): boolean => plainLines(text).trim().includes('\n');

async function ask<Answer>(question: object, input?: Keys): Promise<Answer> {
  const prompt = input === undefined ? inquirer.prompt : inquirer.createPromptModule({ input: input as never });
  try {
    const { answer } = (await prompt([{ ...question, name: 'answer' }] as never)) as { answer: Answer };
    return answer;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'ExitPromptError' || name === 'AbortPromptError') throw new Interrupted();
    throw error;
  }
}
