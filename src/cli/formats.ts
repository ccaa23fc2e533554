// What --format asks for: reports to standard output and to files, in the order given.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Stop } from '../findings/stop.ts';
import { reporters } from '../reporters/index.ts';
import type { Report, Reporter } from '../reporters/reporter.ts';
import { colourOf, unicodeOf, widthOf } from './display.ts';
import type { Terminal } from './terminal.ts';
import { usage } from './usage.ts';

export type Format = { readonly reporter: Reporter; readonly file?: string };

/** Reads `text`, `json`, `json=report.json`; without any, text to standard output. Throws a Stop for a wrong one. */
export function reportFormats(values: readonly string[], command: string): readonly Format[] {
  const formats = (values.length > 0 ? values : ['text']).map((value): Format => {
    const [name = '', ...rest] = value.split('=');
    const reporter = reporters.find((candidate) => candidate.name === name);
    if (reporter === undefined) {
      const allowed = reporters.map((candidate) => candidate.name).join(', ');
      throw usage(command, (words) => words.badValue('--format', name, allowed));
    }
    return rest.length > 0 ? { reporter, file: rest.join('=') } : { reporter };
  });
  if (formats.filter((format) => format.file === undefined).length > 1)
    throw usage(command, (words) => words.twoToStdout);
  return formats;
}

type Shown = Omit<Report, 'width' | 'colour' | 'unicode'>;

/** Writes every report asked for. A file gets plain text of 100 columns. */
export async function writeReports(
  formats: readonly Format[],
  report: Shown,
  terminal: Terminal,
  colours: boolean,
): Promise<void> {
  const { stdout, env, cwd } = terminal;
  for (const { reporter, file } of formats) {
    if (file === undefined) {
      const width = widthOf(stdout, env);
      const shown = { ...report, width, colour: colourOf(stdout, env, colours), unicode: unicodeOf(env) };
      for (const piece of await piecesOf(reporter, shown)) stdout.write(piece);
    } else {
      const pieces = await piecesOf(reporter, { ...report, width: 100, colour: false, unicode: true });
      await writeFile(resolve(cwd, file), pieces).catch((error: NodeJS.ErrnoException) => {
        throw unwritable(file, error.code ?? '');
      });
    }
  }
}

const piecesOf = async (reporter: Reporter, report: Report): Promise<Iterable<string>> =>
  reporter.pieces?.(report) ?? [await reporter.render(report)];

const unwritable = (file: string, code: string): Stop =>
  new Stop(
    { message: `不能写入 ${file}（${code}）`, hint: '核对文件夹是否存在、是否可写。' },
    { message: `cannot write ${file} (${code})`, hint: 'Check that the folder exists and can be written.' },
  );
