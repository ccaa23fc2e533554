// Builds the commander program from the list of commands, with help in the language of the run.
import { Command as Commander, CommanderError, Help, Option } from 'commander';
import { version } from '../files/version.ts';
import type { Language } from '../findings/sentence.ts';
import { paintOf } from '../reporters/paint.ts';
import { cellsIn, indented, table } from '../reporters/table.ts';
import { wrap } from '../reporters/wrap.ts';
import { cliWords } from '../words/cli.ts';
import { type Command, exit, type OptionSpec, type OptionValues } from './command.ts';
import { commands } from './commands/index.ts';
import { widthOf } from './display.ts';
import { common } from './options.ts';
import type { Terminal } from './terminal.ts';
import { usageOf } from './usage.ts';

/** What a command line asks for: a command with its arguments, or a text that was printed already. */
export type Asked =
  | { readonly command: Command; readonly args: readonly string[]; readonly options: OptionValues }
  | { readonly printed: true; readonly code: number };

/** Thrown by commander after it has printed help or the version. */
const printed: ReadonlySet<string> = new Set(['commander.helpDisplayed', 'commander.help', 'commander.version']);

/** Parses a command line. Throws a Stop for a wrong one. */
export function parse(given: readonly string[], terminal: Terminal, language: Language): Asked {
  const argv = asHelp(given);
  const words = cliWords(language);
  let asked: Asked = { printed: true, code: exit.fine };
  const program = new Commander('zjtx').description(words.program).version(version, '-V, --version', words.version);
  configure(program);
  // They may stand before the command, too; main reads them itself.
  program.enablePositionalOptions();
  for (const option of common) program.addOption(optionOf(option));
  for (const command of commands) add(program, command);
  program.configureHelp({
    ...helpIn(language),
    formatHelp: () => overview(commands, language, widthOf(terminal.stdout, terminal.env)),
  });
  refuseUnknown(argv, program);
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    // Help or the version was printed; everything else was turned into a Stop on the way.
    if (!(error instanceof CommanderError)) throw error;
    // Without a command the help is a refusal, on standard error.
    if (error.exitCode !== 0) asked = { printed: true, code: exit.couldNot };
  }
  return asked;

  function configure(command: Commander): void {
    command
      .exitOverride((error) => {
        if (printed.has(error.code)) throw error;
        throw usageOf(error.code, error.message, pathOf(command), known(program));
      })
      .configureOutput({
        writeOut: (text) => terminal.stdout.write(text),
        writeErr: (text) => terminal.stderr.write(text),
        outputError: () => undefined,
        getOutHelpWidth: () => widthOf(terminal.stdout, terminal.env),
        getErrHelpWidth: () => widthOf(terminal.stderr, terminal.env),
      })
      .showSuggestionAfterError(false)
      .helpOption('-h, --help', words.help)
      .helpCommand(false)
      .configureHelp(helpIn(language));
  }

  function add(parent: Commander, spec: Command): void {
    const command = parent.command(spec.name, { hidden: spec.hidden ?? false }).description(spec.about[language]);
    configure(command);
    if (spec.argument) command.argument(spec.argument.syntax, spec.argument.about[language]);
    for (const option of spec.options) command.addOption(optionOf(option));
    for (const inner of spec.commands ?? []) add(command, inner);
    if (!spec.run) return;
    command.action(() => {
      asked = { command: spec, args: command.args, options: command.opts() };
    });
  }

  function optionOf(spec: OptionSpec): Option {
    const option = new Option(spec.flags, spec.about[language]);
    if (spec.fallback !== undefined) option.default(spec.fallback);
    if (spec.choices !== undefined) option.choices(spec.choices);
    if (spec.hidden) option.hideHelp();
    if (spec.repeatable) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
    return option;
  }
}

/** Where the name of a command stands, or would. */
const commandAt = (argv: readonly string[]): number =>
  argv.findIndex((word, index) => !word.startsWith('-') && argv[index - 1] !== '--lang');

/** `help fix`, as other programs take it, is `fix --help`. */
function asHelp(argv: readonly string[]): readonly string[] {
  const at = commandAt(argv);
  return argv[at] === 'help' ? [...argv.toSpliced(at, 1), '--help'] : argv;
}

/** Without this `zjtx validat --help` would print the help of zjtx as if nothing were wrong. */
function refuseUnknown(argv: readonly string[], program: Commander): void {
  const first = argv[commandAt(argv)];
  if (first === undefined || program.commands.some((command) => command.name() === first)) return;
  throw usageOf('commander.unknownCommand', `'${first}'`, 'zjtx', known(program));
}

const pathOf = (command: Commander): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();

/** Names for "did you mean". */
function known(program: Commander): { commands: readonly string[]; options: readonly string[] } {
  const help = new Help();
  const all = [program, ...program.commands, ...program.commands.flatMap((command) => command.commands)];
  return {
    commands: all.flatMap((command) => command.commands.map((inner) => inner.name())),
    options: all.flatMap((command) => help.visibleOptions(command).map((option) => option.long ?? '')),
  };
}

/** The page without a command: one screen. */
function overview(all: readonly Command[], language: Language, width: number): string {
  const { program, headings, examples, exits } = cliWords(language);
  const shown = all.filter(({ hidden }) => hidden !== true);
  const rows = shown.map(({ name, about, brief = about }) => ({ cells: [{ text: name }, { text: brief[language] }] }));
  const lines = indented(table({ paint: paintOf(false), width: width - 2 }, [{}, {}], rows), 2);
  const usage = `${headings.usage} zjtx ${language === 'zh' ? '<命令> [选项]' : '<command> [options]'}`;
  const told = (text: string): string[] =>
    text.split('\n').flatMap((line) => (cellsIn(line) <= width ? line : wrap(line.trim(), width)));
  return `${[usage, '', ...told(program), '', headings.commands, ...lines, '', ...told(examples), ...told(exits)].join('\n')}\n`;
}

/** The part of commander's option that is described. */
type Described = { readonly description: string; readonly defaultValue?: unknown; readonly negate: boolean };

/** Cells of what is said of an option, beside it. */
const leastHelpCells = 30;

/** Settings for commander's `configureHelp`. */
function helpIn(language: Language) {
  const { headings } = cliWords(language);
  const titles: Readonly<Record<string, string>> = {
    'Usage:': headings.usage,
    'Arguments:': headings.arguments,
    'Options:': headings.options,
    'Commands:': headings.commands,
  };
  const placeholders = (text: string): string =>
    language === 'zh' ? text.replace('[options]', '[选项]').replace('[command]', '<命令>') : text;
  return {
    styleTitle: (title: string): string => titles[title] ?? title,
    // A command that may stand alone needs no word for those inside that nobody types.
    commandUsage: (command: Commander): string =>
      new Help().visibleCommands(command).length > 0
        ? new Help().commandUsage(command)
        : new Help().commandUsage(command).replace(' [command]', ''),
    styleUsage: placeholders,
    styleSubcommandTerm: placeholders,
    optionDescription: (option: Described): string => option.description + fallbackOf(option, language),
    minWidthToWrap: 20,
    formatItem: (
      term: string,
      cells: number,
      text: string,
      { helpWidth = 80 }: { readonly helpWidth?: number },
    ): string =>
      indented(
        table(
          { paint: paintOf(false), width: helpWidth - 2 },
          [{ cells }, { least: leastHelpCells }],
          [{ cells: [{ text: term }, { text }] }],
        ),
        2,
      ).join('\n'),
    displayWidth: cellsIn,
    boxWrap: (text: string, width: number): string =>
      text
        .split('\n')
        .flatMap((line) => wrap(line, width))
        .join('\n'),
  };
}

/** The description names the choices; only the default is added. */
function fallbackOf({ defaultValue, negate }: Described, language: Language): string {
  if (typeof defaultValue !== 'string' || negate) return '';
  return language === 'zh' ? `（默认 ${defaultValue}）` : ` (default: ${defaultValue})`;
}
