// What --format asks for: reports to standard output and to files, in the order given.
import { resolve } from 'node:path';
import { isFileFault } from '../files/fault.ts';
import { writeOutput } from '../files/write.ts';
import { cannotWrite } from '../findings/system-stop.ts';
import { github } from '../reporters/github.ts';
import { reporters } from '../reporters/index.ts';
import type { Report, Reporter } from '../reporters/reporter.ts';
import { colourOf, unicodeOf, widthOf } from './display.ts';
import type { Terminal } from './terminal.ts';
import { usage } from './usage.ts';

export type Format = { readonly reporter: Reporter; readonly file?: string };

/** A format by its name, and the file that it goes to; standard output without one. */
export type Named = { readonly name: string; readonly file?: string };

/** Reads `text`, `json`, `json=report.json`; without any, text to standard output. Throws a Stop for a wrong one. */
export function readFormats(known: readonly string[], values: readonly string[], command: string): readonly Named[] {
  const formats = (values.length > 0 ? values : ['text']).map((value): Named => {
    const [name = '', ...rest] = value.split('=');
    if (!known.includes(name)) throw usage(command, (words) => words.badValue('--format', name, known.join(', ')));
    return rest.length > 0 ? { name, file: rest.join('=') } : { name };
  });
  if (formats.filter((format) => format.file === undefined).length > 1)
    throw usage(command, (words) => words.twoToStdout);
  return formats;
}

/** The reports that --format names. Throws a Stop for a wrong one. */
export function reportFormats(values: readonly string[], command: string): readonly Format[] {
  const named = readFormats(
    reporters.map((candidate) => candidate.name),
    values,
    command,
  );
  return named.flatMap(({ name, ...file }) => {
    const reporter = reporters.find((candidate) => candidate.name === name);
    return reporter === undefined ? [] : [{ reporter, ...file }];
  });
}

/** How text is laid out where it goes. */
type Display = Pick<Report, 'width' | 'colour' | 'unicode'>;

type Shown = Omit<Report, keyof Display>;

/** Writes every report asked for. */
export const writeReports = (
  formats: readonly Format[],
  report: Shown,
  terminal: Terminal,
  colours: boolean,
): Promise<void> =>
  writeDocuments(formats, ({ reporter }, display) => piecesOf(reporter, { ...report, ...display }), terminal, colours);

const isCommands = (format: object): boolean => 'reporter' in format && format.reporter === github;

/** Writes every document asked for. A file gets plain text of 100 columns. */
export async function writeDocuments<F extends { readonly file?: string }>(
  formats: readonly F[],
  render: (format: F, display: Display) => Promise<Iterable<string>>,
  { stdout, env, cwd }: Terminal,
  colours: boolean,
): Promise<void> {
  for (const format of formats) {
    const { file } = format;
    if (file === undefined) {
      const width = widthOf(stdout, env);
      const display = { width, colour: colourOf(stdout, env, colours), unicode: unicodeOf(env) };
      const commands = isCommands(format) ? 'commands' : undefined;
      for (const piece of await render(format, display)) stdout.write(piece, commands);
    } else {
      const pieces = await render(format, { width: 100, colour: false, unicode: true });
      await writeOutput(resolve(cwd, file), pieces).catch((error: unknown) => {
        throw isFileFault(error) ? cannotWrite(file, error) : error;
      });
    }
  }
}

const piecesOf = async (reporter: Reporter, report: Report): Promise<Iterable<string>> =>
  (await reporter.pieces?.(report)) ?? [await reporter.render(report)];
