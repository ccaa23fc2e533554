// A command line that cannot be run: an unknown option, a missing argument, a wrong value (exit 2).
import { argument } from '../characters/shown.ts';
import { nearest } from '../findings/nearest.ts';
import { Stop } from '../findings/stop.ts';
import { type CliWords, cliWords } from '../words/cli.ts';

/** A usage error in both languages, with the command whose help tells more. */
export function usage(
  command: string,
  say: (words: CliWords['usage']) => string,
  hint: (words: CliWords['usage']) => string = (words) => words.seeHelp(command),
): Stop {
  const [zh, en] = (['zh', 'en'] as const).map((language) => {
    const words = cliWords(language).usage;
    return { message: say(words), hint: hint(words) };
  });
  return new Stop('usage', zh ?? { message: '' }, en ?? { message: '' });
}

/** What an option may hold, for an example: as it is typed. */
type Sample = string | { readonly zh: string; readonly en: string };

/**
 * Refuses a call for all options that it lacks, at once, and shows a whole one: with the values that were given, and samples
 * of the others.
 */
export function missingOptions(
  command: string,
  given: Readonly<Record<string, string | undefined>>,
  samples: Readonly<Record<string, Sample>>,
  paths: readonly string[] = [],
): Stop {
  const names = Object.keys(samples);
  const absent = names.filter((name) => (given[name] ?? '') === '');
  const call = (language: 'zh' | 'en'): string => {
    const values = names.map((name) => {
      const sample = samples[name] ?? '';
      const value = absent.includes(name) ? (typeof sample === 'string' ? sample : sample[language]) : given[name];
      return `--${name} ${argument(value ?? '')}`;
    });
    return [command, ...paths.map((path) => argument(path)), ...values].join(' ');
  };
  const [zh, en] = (['zh', 'en'] as const).map((language) => {
    const words = cliWords(language).usage;
    const message = words.missingOptions(absent.map((name) => `--${name}`));
    return { message, hint: words.whole(call(language)) };
  });
  return new Stop('usage', zh ?? { message: '' }, en ?? { message: '' });
}

/** `-o, --output <folder>` → `--output`. */
const longOf = (flags: string): string => /--[\w-]+/.exec(flags)?.[0] ?? flags;

/** Words commander's refusal anew: it names what is wrong in quotes, and tells its kind in a code. */
export function usageOf(
  code: string,
  message: string,
  command: string,
  known: { commands: readonly string[]; options: readonly string[] },
): Stop {
  const [, name = ''] = /'([^']*)'/.exec(message) ?? [];
  switch (code) {
    case 'commander.unknownOption':
      // Other programs write their report by -o; here -o is the folder of `build`.
      if ((name === '-o' || name.startsWith('--out')) && known.options.includes('--format'))
        return usage(
          command,
          (words) => words.unknownOption(name, undefined),
          (words) => words.toFile,
        );
      // One that another command has is named exactly; its nearest would be itself.
      return usage(command, (words) =>
        words.unknownOption(name, known.options.includes(name) ? undefined : nearest(name, known.options)),
      );
    case 'commander.unknownCommand':
      return usage(command, (words) => words.unknownCommand(name, nearest(name, known.commands)));
    case 'commander.missingArgument':
      return usage(command, (words) => words.missingArgument(name));
    case 'commander.optionMissingArgument':
      return usage(command, (words) => words.missingValue(longOf(name)));
    case 'commander.invalidArgument': {
      const [, given = ''] = message.trim().split("' argument '");
      const [value = '', allowed = ''] = given.split("' is invalid. Allowed choices are ");
      return usage(command, (words) => words.badValue(longOf(name), value, allowed.slice(0, -1)));
    }
    default:
      return usage(command, (words) => words.tooMany);
  }
}
