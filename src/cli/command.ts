// What a command is: its arguments and options for the help, and what it does; heavy modules load when it runs.
import type { Language } from '../findings/sentence.ts';
import type { Both } from '../words/speak.ts';
import type { Terminal } from './terminal.ts';

/** An option of a command, as commander writes it: `-o, --output <folder>`. */
export type OptionSpec = {
  readonly flags: string;
  /** What the help says of it. */
  readonly about: Both;
  readonly fallback?: string;
  readonly choices?: readonly string[];
  readonly repeatable?: boolean;
  /** An older spelling, which goes on working and is told nowhere. */
  readonly hidden?: true;
  /** Its values, where a shell may offer them and they are known elsewhere. */
  readonly completes?: 'formats';
};

/** An argument, as commander writes it: `[path...]`, `<bundle...>`. */
export type ArgumentSpec = {
  readonly syntax: string;
  /** What the help says of it. */
  readonly about: Both;
  /** What a shell may offer for it, if not files. */
  readonly completes?: 'categories' | 'shells';
};

/** Values by the option's name in camel case. */
export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export type Context = {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly args: readonly string[];
  readonly options: OptionValues;
  /** All commands, for what speaks of the command line itself. */
  readonly commands: readonly Command[];
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
};

export type Command = {
  readonly name: string;
  /** What the help says of it. */
  readonly about: Both;
  readonly argument?: ArgumentSpec;
  readonly options: readonly OptionSpec[];
  readonly commands?: readonly Command[];
  /** The same in the list of all commands, which is one screen. */
  readonly brief?: Both;
  /** Not shown in the help: no person types it. */
  readonly hidden?: boolean;
  /** A name from before, which goes on working as it did: what is written instead now. */
  readonly now?: string;
  /** Gives the exit code. */
  readonly run?: (context: Context) => Promise<number>;
};

export const exit = { fine: 0, findings: 1, couldNot: 2, signalled: 128, interrupted: 130, unread: 141 } as const;

/** Said where no count of dossiers tells how far a run came; here, so that it can be said without any further module. */
export const interruptedText = {
  zh: '已中断，没有留下写了一半的文件',
  en: 'Interrupted, nothing half-written left behind',
} as const;
