// A person at the terminal of a test: answers by what is asked, and keeps what was asked and offered.
import { type Asker, Interrupted } from '../../src/intake/wizard/ask.ts';

/** An answer to a text, the beginning of an option, several of them, or Ctrl-C. */
export type Said = string | readonly string[] | 'Ctrl-C';

export type Person = { readonly asker: Asker; readonly asked: string[]; readonly refused: string[] };

/**
 * `says` are tried in order: the first whose question begins so is answered, and used up. What nobody answers is
 * skipped; a text that is refused is kept with the reason, and skipped then.
 */
export function person(says: readonly (readonly [question: string, said: Said])[]): Person {
  const left = [...says];
  const asked: string[] = [];
  const refused: string[] = [];
  const answer = (message: string): Said | undefined => {
    asked.push(message);
    const at = left.findIndex(([question]) => message.startsWith(question));
    const said = at < 0 ? undefined : left.splice(at, 1)[0]?.[1];
    if (said === 'Ctrl-C') throw new Interrupted();
    return said;
  };
  type Choices<Value> = readonly { name: string; value: Value }[];
  const named = <Value>(choices: Choices<Value>, said: Said | undefined, more?: (typed: string) => Choices<Value>) => {
    const wanted = typeof said === 'string' ? said : '— ';
    const all = typeof said === 'string' ? (more?.(said) ?? []) : [];
    const made = all.find((one) => choices.every(({ name }) => name !== one.name));
    if (made !== undefined) return made.value;
    const listed =
      choices.find(({ name }) => name.startsWith(wanted)) ?? choices.find(({ name }) => name.includes(wanted));
    if (listed === undefined && all[0] !== undefined) return all[0].value;
    const found = listed ?? choices.at(-1);
    if (found === undefined) throw new Error('nothing to choose');
    if (said !== undefined && listed === undefined)
      throw new Error(`no ${wanted} among ${choices.map(({ name }) => name)}`);
    return found.value;
  };
  return {
    asked,
    refused,
    asker: {
      async text(message, { fallback = '', check } = {}) {
        const said = answer(message);
        const text = typeof said === 'string' ? said : fallback;
        const wrong = check?.(text);
        if (wrong === undefined) return text;
        refused.push(wrong);
        return '';
      },
      pick: async (message, choices, fallback, more) => {
        const said = answer(message);
        const stay = choices.find(({ value }) => value === fallback);
        return said === undefined && stay ? stay.value : named(choices, said, more);
      },
      find: async (message, choices, more) => named(choices, answer(message), more),
      some: async (message, choices) => {
        const said = answer(message);
        const wanted = Array.isArray(said) ? said : undefined;
        return choices.filter(({ name, checked }) => wanted?.includes(name) ?? checked).map(({ value }) => value);
      },
    },
  };
}
