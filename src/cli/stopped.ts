// Says why a run cannot go on: a Stop with what to do, a definition's errors in full, or a fault of the program itself.
import { named } from '../characters/shown.ts';
import { type Stopped, stoppedOf } from '../findings/fault.ts';
import type { Language } from '../findings/sentence.ts';
import { stopFrom } from '../findings/system-stop.ts';
import { given } from '../given.ts';
import { Interrupted } from '../intake/wizard/ask.ts';
import { secretsOfText } from '../redact/outcome.ts';
import { cleanLine } from '../reporters/clean.ts';
import { findingsText } from '../reporters/findings.ts';
import type { Unread } from '../reporters/reporter.ts';
import { cliWords } from '../words/cli.ts';
import { exit, interruptedText } from './command.ts';
import { colourOf, said, unicodeOf, widthOf } from './display.ts';
import type { Terminal } from './terminal.ts';

/** Prints to standard error; gives the exit code. */
export async function explainStop(
  error: unknown,
  terminal: Terminal,
  language: Language,
  signal: AbortSignal,
): Promise<number> {
  // Ctrl-C at a question is no signal: the terminal is read key by key there.
  if (signal.aborted || error instanceof Interrupted) {
    terminal.stderr.write(`${interruptedText[language]}\n`);
    return exit.interrupted;
  }
  const stop = stopFrom(error);
  if (stop !== undefined) {
    printStop(stoppedOf(stop), terminal, language);
    return exit.couldNot;
  }
  const words = cliWords(language);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.stderr.write(`${words.internal}\n${stack}\n`);
  return exit.couldNot;
}

/** A Stop as a report lists it, masked as all else is. */
export function unreadOf({ path: named = '', code, zh, en }: Stopped, { masking }: Terminal, path = named): Unread {
  const redactor = masking?.redactor;
  const shown = (text: string): string => redactor?.lines(text) ?? text;
  const hint = zh.hint === undefined ? undefined : { zh: shown(zh.hint), en: shown(en.hint ?? zh.hint) };
  return {
    path: redactor?.path(path) ?? path,
    code,
    message: { zh: shown(zh.message), en: shown(en.message) },
    ...given({ hint }),
  };
}

/** `at` is where it is written, `file:line:column`; `again` leaves out the lines of a definition that were shown. */
type StopShown = { readonly at?: string | undefined; readonly again?: boolean };

/** A Stop as text: the sentence, what to do, and for a definition each fault with its lines. */
export function printStop(stop: Stopped, terminal: Terminal, language: Language, shown: StopShown = {}): void {
  const words = cliWords(language);
  const spoken = language === 'zh' ? stop.zh : stop.en;
  const { findings, texts = new Map() } = terminal.masking?.redactor?.stop(stop, secretsOfText) ?? stop;
  // On one line: a name of several lines could look like what we say.
  const [message, hint] = [cleanLine(named(spoken.message)), spoken.hint];
  const { stderr, env } = terminal;
  if (findings !== undefined && !shown.again) {
    const view = {
      language,
      width: widthOf(stderr, env),
      colour: colourOf(stderr, env, true),
      unicode: unicodeOf(env),
    };
    stderr.write(findingsText(findings, texts, view));
  }
  const colon = language === 'zh' ? '：' : ': ';
  stderr.write(said(`zjtx ${words.error}${colon}${message}`, stderr, env));
  if (shown.at !== undefined) stderr.write(`  ${cleanLine(named(shown.at))}\n`);
  if (hint !== undefined) stderr.write(said(`${words.fix}${colon}${hint}`, stderr, env));
}
