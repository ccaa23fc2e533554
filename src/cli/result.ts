// What a command has done or knows, in every format that --format asks for: its text, or the JSON that its schema describes.
import { resolve } from 'node:path';
import { jsonText } from '../characters/shown.ts';
import { isFileFault } from '../files/fault.ts';
import { version } from '../files/version.ts';
import { writeOutput } from '../files/write.ts';
import { cannotWrite } from '../findings/system-stop.ts';
import type { Result, ResultName } from '../reporters/results.ts';
import type { Context } from './command.ts';
import { onlyLanguage } from './language.ts';
import { isSet, listOption } from './options.ts';
import { readFormats } from './reporting.ts';

/** Hands over what is to be told, without what every document begins with. */
export type Tell<Name extends ResultName> = (result: Result<Name>) => void;

/** What `-f` asks for; `--json` is the older spelling of `-f json`. */
export const askedFormats = (options: Context['options']): readonly string[] => [
  ...listOption(options, 'format'),
  ...(isSet(options, 'json') ? ['json'] : []),
];

/**
 * Runs a command that prints text as it goes and tells its result at the end. With `-f json` standard output holds the
 * document and nothing else; a run that tells nothing has none. Throws a Stop for a wrong format.
 */
export async function withResult<Name extends ResultName>(
  given: Context,
  name: Name,
  run: (context: Context, tell: Tell<Name>) => Promise<number>,
): Promise<number> {
  const { terminal, options } = given;
  const formats = readFormats(['text', 'json'], askedFormats(options), `zjtx ${name}`);
  const onScreen = formats.find(({ file }) => file === undefined)?.name ?? 'none';
  const text: string[] = [];
  const stdout: typeof terminal.stdout = {
    ...terminal.stdout,
    write: (piece, kind) => {
      if (formats.some((one) => one.name === 'text' && one.file !== undefined)) text.push(piece);
      if (onScreen === 'text') terminal.stdout.write(piece, kind);
    },
  };
  let told: object | undefined;
  const context = { ...given, terminal: { ...terminal, stdout } };
  const code = await run(context, (result) => {
    told = result;
  });
  const data = async (): Promise<string> => {
    const { results } = await import('../reporters/results.ts');
    const only = onlyLanguage(options);
    const spoken = only && (await import('../reporters/json.ts')).spokenIn(only);
    const document = { format: 1, program: { name: 'zjtx', version }, ...told };
    return `${jsonText(results[name].parse(JSON.parse(JSON.stringify(document))), 2, spoken)}\n`;
  };
  for (const format of formats) {
    const { file } = format;
    if (format.name === 'json' && told === undefined) continue;
    const whole = format.name === 'json' ? await data() : text.join('');
    if (file !== undefined)
      await writeOutput(resolve(terminal.cwd, file), [whole]).catch((error: unknown) => {
        throw isFileFault(error) ? cannotWrite(file, error) : error;
      });
    else if (format.name === 'json') terminal.stdout.write(whole);
  }
  return code;
}
