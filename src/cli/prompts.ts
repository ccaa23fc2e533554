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
  return {
    text: (message, { fallback, check } = {}) =>
      ask<string>({
        type: 'input',
        message: harmless(message),
        ...(fallback === undefined || fallback === '' ? {} : { default: fallback }),
        validate: (text: string) => check?.(text) ?? true,
      }),
    pick: (message, choices, fallback) =>
      ask({
        type: 'select',
        message: harmless(message),
        choices: named(choices),
        pageSize,
        loop: false,
        ...(fallback === undefined ? {} : { default: fallback }),
        theme: listTheme,
      }),
    find: (message, choices) =>
      ask({
        type: 'search',
        message: harmless(message),
        pageSize,
        theme: listTheme,
        source: (term: string | undefined) => matching(named(choices), term),
      }),
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

/** Every word of the term stands in the name. */
function matching<Item extends { readonly name: string }>(items: readonly Item[], term = ''): readonly Item[] {
  const words = term.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter(({ name }) => words.every((word) => name.normalize('NFKC').toLowerCase().includes(word)));
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
