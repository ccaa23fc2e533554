// The one door to inquirer: asks on the terminal of this process, and says Interrupted for Ctrl-C.
import inquirer from 'inquirer';
import { named as harmless } from '../characters/shown.ts';
import { type Asker, type Choice, Interrupted } from '../intake/wizard/asker.ts';
import type { WizardWords } from '../words/wizard.ts';

/** Lines of a list at a time. */
const pageSize = 12;

/** An asker that speaks `words`; `colour` false leaves out colours by the environment, as chalk does. */
export function asker(words: WizardWords): Asker {
  const keysHelpTip = (keys: [key: string, action: string][]): string =>
    keys.map(([key, action]) => `${key} ${words.keys[action] ?? action}`).join(' · ');
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
        const found = [...matching(choices, term), ...(more?.(term.trim()) ?? [])];
        return found.length === 0 ? [new inquirer.Separator(words.noMatch)] : named(found);
      },
    });
  return {
    text: (message, { fallback, check } = {}) =>
      ask<string>({
        type: 'input',
        message: harmless(message),
        ...(fallback === undefined || fallback === '' ? {} : { default: fallback }),
        validate: (text: string) => check?.(text) ?? true,
      }),
    // A short list is searched like a long one: what is typed is an answer in both.
    pick: (message, choices, fallback) => find(message, choices, { fallback }),
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

/** Those in whose name every word of the term stands, first those that begin with it; a key that is typed is one alone. */
function matching<Item extends Choice<unknown>>(items: readonly Item[], term: string): readonly Item[] {
  const typed = plain(term);
  const keyed = items.filter(({ key }) => key !== undefined && key === typed);
  if (keyed.length > 0) return keyed;
  const words = typed.split(/\s+/).filter(Boolean);
  const found = items.filter(({ name }) => words.every((word) => plain(name).includes(word)));
  const first = found.filter(({ name }) => typed !== '' && plain(name).startsWith(typed));
  return [...first, ...found.filter((one) => !first.includes(one))];
}

async function ask<Answer>(question: object): Promise<Answer> {
  try {
    const { answer } = (await inquirer.prompt([{ ...question, name: 'answer' }] as never)) as { answer: Answer };
    return answer;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'ExitPromptError' || name === 'AbortPromptError') throw new Interrupted();
    throw error;
  }
}
