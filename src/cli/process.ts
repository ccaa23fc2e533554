// Runs main over this process: exit code, signals, a reader that closes the pipe early, an output that cannot be written.
import type { Language } from '../findings/sentence.ts';
import { systemFault } from '../findings/system-fault.ts';
import { faultHint } from '../findings/system-stop.ts';
import { exit, interruptedText } from './command.ts';
import { languageOf, readLanguage } from './language.ts';
import { main, spokenIn } from './main.ts';
import { terminalOf } from './terminal.ts';

/** Signals that end a run, with their numbers; nothing is left behind after any of them. */
const ending = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** How long a run may take to end by itself once it is told to, in ms; what it has not removed then is removed for it. */
const graceMs = 1000;

/** Sets the exit code of the process when the run ends. */
export async function runProcess(process: NodeJS.Process): Promise<void> {
  const argv = withoutQuotes(process.argv.slice(2), process.platform);
  const controller = new AbortController();
  let signalled: number | undefined;
  let forced: NodeJS.Timeout | undefined;
  for (const [name, number] of Object.entries(ending)) {
    process.on(name, () => {
      // A second one ends the process at once.
      if (signalled !== undefined) process.exit(signalled);
      signalled = exit.signalled + number;
      forced = setTimeout(() => {
        process.stderr.write(`${interruptedText[languageIn(argv, process.env)]}\n`);
        process.exit(signalled);
      }, graceMs);
      controller.abort();
    });
  }
  const fail = (error: unknown, what: Said): void => {
    process.stderr.write(lastWords(error, what, argv, process.env));
    process.exit(exit.couldNot);
  };
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // `zjtx … | head` is no fault of anybody, but what nobody has read to its end has not passed either.
    if (error.code === 'EPIPE') process.exit(exit.unread);
    fail(error, output);
  });
  // Nobody reads the notes any more; the document may still be wanted.
  process.stderr.on('error', () => undefined);
  process.on('uncaughtException', (error) => fail(error, itself));
  // pdf-lib says there, in English, what it thinks of the numbers and references of a PDF: findings tell what matters.
  console.warn = () => undefined;
  try {
    const code = await main(argv, terminalOf(process), controller.signal);
    process.exitCode = signalled ?? code;
  } catch (error) {
    // Even the modules that explain what is wrong could not be read.
    fail(error, itself);
  } finally {
    clearTimeout(forced);
  }
}

/**
 * The arguments as they were meant. In `"D:\\材料\\"` Windows takes the last two signs for a quote within the argument, and
 * then all up to the next one belongs to it: no path there holds one. The signs of print are no quotes to it at all.
 */
export function withoutQuotes(argv: readonly string[], platform: string): readonly string[] {
  if (platform !== 'win32') return argv;
  return argv.flatMap((argument) => {
    if (/^[“‘']/.test(argument) && /[”’']$/.test(argument) && /[\\/]/.test(argument)) return [argument.slice(1, -1)];
    const [path = '', ...rest] = argument.split('"');
    const [next] = rest;
    if (next === undefined || (next !== '' && !(/[\\/:]/.test(path) && next.startsWith(' ')))) return [argument];
    return [path, ...withoutQuotes(rest.join('"').split(' ').filter(Boolean), platform)];
  });
}

type Said = { readonly zh: string; readonly en: string };
const output: Said = { zh: '不能写到标准输出', en: 'cannot write to standard output' };
const itself: Said = { zh: '程序不能继续', en: 'the program cannot go on' };

const languageIn = (argv: readonly string[], env: NodeJS.ProcessEnv): Language =>
  languageOf(readLanguage(spokenIn(argv) ?? ''), env);

/** Why it ends, said without any further module: a fault of the system in words, another one with its stack. */
function lastWords(error: unknown, what: Said, argv: readonly string[], env: NodeJS.ProcessEnv): string {
  const language = languageIn(argv, env);
  const code = error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : undefined;
  // Modules that could not be opened are told of as modules that are not there.
  const known = code ?? (error instanceof Error && /\bE[MN]FILE\b/.test(String(error)) ? 'EMFILE' : undefined);
  if (known === undefined) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `zjtx: ${what[language]}\n${stack}\n`;
  }
  const [why, hint] = [systemFault(known)[language], faultHint(known)[language]];
  return language === 'zh'
    ? `zjtx 错误：${what.zh}（${why}）\n修正：${hint}\n`
    : `zjtx error: ${what.en} (${why})\nFix: ${hint}\n`;
}
