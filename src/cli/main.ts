// main(argv, terminal) → exit code: parses the command line, runs the command, and prints why it could not go on.
import { type Context, exit } from './command.ts';
import { languageOf, readLanguage } from './language.ts';
import { guarded, type Terminal } from './terminal.ts';

/** Runs a command line. Everything it needs of the world comes with `given`; nothing else is touched. */
export async function main(
  argv: readonly string[],
  given: Terminal,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  // Also for what is said before, or without, the options of a command.
  const plain = argv.includes('--no-color');
  const terminal = guarded(plain ? { ...given, env: { ...given.env, NO_COLOR: '1' } } : given);
  const language = languageOf(readLanguage(spokenIn(argv) ?? ''), terminal.env);
  try {
    if (argv.includes('--redact')) await (await import('./configured.ts')).mask(terminal, argv);
    const [{ parse }, { commands }] = await Promise.all([import('./program.ts'), import('./commands/index.ts')]);
    const asked = parse(argv, terminal, language);
    if ('printed' in asked) return asked.code;
    const { args, options } = asked;
    const { now, name } = asked.command;
    // For a person only: a script that goes on as it did need not hear of it.
    if (now !== undefined && terminal.stderr.isTTY)
      terminal.stderr.write(`${(await import('../words/cli.ts')).cliWords(language).renamed(`zjtx ${name}`, now)}\n`);
    const context: Context = { terminal, language, args, options, commands, signal };
    return (await asked.command.run?.(context)) ?? exit.couldNot;
  } catch (error) {
    const { explainStop } = await import('./stopped.ts');
    return await explainStop(error, terminal, language, signal);
  }
}

/** `--lang en` or `--lang=en`, read before parsing so that refusals speak it too. */
export function spokenIn(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const found = argv[at];
  if (found === undefined) return undefined;
  return found.includes('=') ? found.slice('--lang='.length) : argv[at + 1];
}
