// What the wizard needs of a terminal: four ways to ask. The real one is in prompts.ts, tests bring their own.

/** `key`: what is typed for it, instead of words of its name. */
export type Choice<Value> = { readonly name: string; readonly value: Value; readonly key?: string };

export type Asker = {
  /** A line of text; with `lines`, what is pasted may have several. `check` says what is wrong; Enter gives `fallback`, or an empty text. */
  text(
    message: string,
    more?: { fallback?: string; lines?: boolean; check?: (text: string) => string | undefined },
  ): Promise<string>;
  /** One of a short list. */
  pick<Value>(message: string, choices: readonly Choice<Value>[], fallback?: Value): Promise<Value>;
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
