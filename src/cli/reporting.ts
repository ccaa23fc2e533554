// Ends a run of many dossiers: the reports that --format asks for, what only the whole run can show, the exit code.
import { resolve } from 'node:path';
import { countsOf, stateOf } from '../decide/state.ts';
import { isFileFault } from '../files/fault.ts';
import { isFolderWritten } from '../files/folder.ts';
import { version } from '../files/version.ts';
import { writeOutput } from '../files/write.ts';
import type { Finding } from '../findings/finding.ts';
import { inOrder } from '../findings/order.ts';
import { report } from '../findings/report.ts';
import { cannotWrite } from '../findings/system-stop.ts';
import { reporters } from '../reporters/index.ts';
import type { Reported, ReportedAssessment } from '../reporters/reported.ts';
import { pathOf, type Report, type Reporter } from '../reporters/reporter.ts';
import { statisticsOf } from '../reporters/statistics.ts';
import { runWords } from '../words/run.ts';
import { failing, type Ran } from './assessing.ts';
import { exit } from './command.ts';
import type { Configured } from './configured.ts';
import { colourOf, unicodeOf, widthOf } from './display.ts';
import { onlyLanguage } from './language.ts';
import { isSet } from './options.ts';
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
  const files = formats.flatMap(({ file }) => file ?? []);
  // An empty name would be the working folder; one that ends as that of a folder does is no file's.
  if (files.some((file) => file === '' || isFolderWritten(file)))
    throw usage(command, (words) => words.badValue('--format', values.join(' '), 'json=FILE'));
  const twice = files.find((file, at) => files.slice(0, at).some((other) => resolve(other) === resolve(file)));
  if (twice !== undefined) throw usage(command, (words) => words.twoToFile(twice));
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
type Display = Pick<Report, 'width' | 'colour' | 'unicode' | 'compact'>;

type Shown = Omit<Report, keyof Display>;

/** Writes every report asked for. */
export const writeReports = (
  formats: readonly Format[],
  report: Shown,
  terminal: Terminal,
  colours: boolean,
): Promise<void> =>
  writeDocuments(formats, ({ reporter }, display) => reporter.pieces({ ...report, ...display }), terminal, colours);

/** What GitHub takes for commands must reach it as it is. */
const isCommands = (format: object): boolean =>
  'reporter' in format && format.reporter === reporters.find(({ name }) => name === 'github');

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
      const colour = colourOf(stdout, env, colours);
      const display = { width, colour, unicode: unicodeOf(env), compact: !stdout.isTTY };
      const commands = isCommands(format) ? 'commands' : undefined;
      for (const piece of await render(format, display)) stdout.write(piece, commands);
    } else {
      const pieces = await render(format, { width: 100, colour: false, unicode: true, compact: true });
      await writeOutput(resolve(cwd, file), pieces).catch((error: unknown) => {
        throw isFileFault(error) ? cannotWrite(file, error) : error;
      });
    }
  }
}

export type Ending = {
  readonly formats: readonly Format[];
  readonly reported: readonly Reported[];
  /** When the run began, in ms. */
  readonly started: number;
  readonly verbose: boolean;
};

/**
 * Says which waivers of the configuration found nothing to lift. Only those for certain dossiers that were checked: one
 * that holds for all may be used by a dossier of another run.
 */
function tellUnused({ context }: Configured, configs: Ran['configs'], reported: readonly Reported[]): void {
  const { terminal, language } = context;
  const used = new Set(
    reported
      .flatMap((one) => (one.kind === 'assessed' ? one.waiversUsed : []))
      .map(({ file, path }) => `${file} ${path}`),
  );
  const checked = reported.map(({ dossier: { folder, file } }) => resolve(terminal.cwd, folder, file));
  const told = new Set<string>();
  for (const { waivers, covers } of configs)
    for (const { code, dossier, place } of waivers) {
      const at = `${place.file} ${place.path}`;
      const holds = dossier !== undefined && checked.some((file) => covers(dossier, file));
      if (!holds || used.has(at) || told.has(at)) continue;
      told.add(at);
      terminal.stderr.write(`${runWords(language).waiverUnused(code, `${place.file}:${place.line}`)}\n`);
    }
}

/** Writes the reports. Gives 1 for unwaived findings at or above `--fail-on`, else what the run gave already. */
export async function finish(run: Configured, ran: Ran, ending: Ending): Promise<number> {
  const { terminal, language, options } = run.context;
  if (options.quiet !== true) tellUnused(run, ran.configs, ending.reported);
  const outcomes = across(ending.reported);
  // A shard without dossiers still has its report, so that merging sees that none is missing; and what did not change, too.
  const { unread } = ran;
  // Of what could not be read alone a person has been told.
  const isPlain = ({ reporter, file }: Format): boolean => reporter.name === 'text' && file === undefined;
  const formats =
    outcomes.length > 0 || ran.partial
      ? ending.formats
      : ending.formats.filter((one) => unread.length > 0 && !isPlain(one));
  if (formats.length > 0) {
    const report = {
      program: { name: 'zjtx', version } as const,
      outcomes,
      language,
      only: onlyLanguage(options),
      verbose: ending.verbose,
      ...(isSet(options, 'statistics') ? { statistics: statisticsOf(outcomes) } : {}),
      ...(ran.shard === undefined ? {} : { shard: ran.shard }),
      ...(unread.length === 0 ? {} : { unread }),
    };
    await writeReports(formats, report, terminal, options.color !== false);
    if (unread.length > 0) terminal.stderr.write(`${runWords(language).unread(unread.length)}\n`);
  }
  // For a person only: whatever a program reads is the same on a slow machine.
  if (terminal.stderr.isTTY && options.quiet !== true) {
    const seconds = ((terminal.now().getTime() - ending.started) / 1000).toFixed(2);
    terminal.stderr.write(`${runWords(language).took(seconds)}\n`);
  }
  return Math.max(
    ran.code,
    outcomes.some((outcome) => failing(outcome, ran.failOnOf(outcome))) ? exit.findings : exit.fine,
  );
}

/**
 * The outcomes of a run, in its order, with what only all of them can show: a second dossier of an enterprise in the same
 * group, and a credit code that stands under several names.
 */
export function across(outcomes: readonly Reported[]): readonly Reported[] {
  return withShared(withTwice(outcomes));
}

/** Others that are named, the rest are counted. */
const mostOthers = 3;

function withShared(outcomes: readonly Reported[]): readonly Reported[] {
  const byCode = new Map<string, ReportedAssessment[]>();
  for (const one of outcomes)
    if (one.kind === 'assessed' && one.uscc !== '' && one.enterprise !== '')
      byCode.set(one.uscc, [...(byCode.get(one.uscc) ?? []), one]);
  return outcomes.map((one) => {
    if (one.kind !== 'assessed') return one;
    const named = new Map(
      (byCode.get(one.uscc) ?? []).flatMap((other) =>
        other.enterprise === one.enterprise ? [] : [[other.enterprise, pathOf(other)] as const],
      ),
    );
    if (named.size === 0) return one;
    const all = [...named].map(([name, path]) => ({ name, path }));
    const args = { uscc: one.uscc, others: all.slice(0, mostOthers), more: Math.max(0, all.length - mostOthers) };
    return warned(one, report('uscc-shared', args, one.usccAt));
  });
}

function warned(outcome: ReportedAssessment, finding: Finding): ReportedAssessment {
  const findings = inOrder([...outcome.findings, finding]);
  const counts = countsOf(findings, outcome.criteria);
  return { ...outcome, findings, counts, state: stateOf({ ...outcome, findings }) };
}

function withTwice(outcomes: readonly Reported[]): readonly Reported[] {
  const firsts = new Map<string, ReportedAssessment>();
  return outcomes.map((outcome) => {
    if (outcome.kind !== 'assessed' || outcome.category.once === undefined || outcome.uscc === '') return outcome;
    const key = `${outcome.category.once.group} ${outcome.uscc}`;
    const first = firsts.get(key);
    if (first !== undefined) return appliedTwice(outcome, first, outcome.category.once);
    firsts.set(key, outcome);
    return outcome;
  });
}

type Once = NonNullable<ReportedAssessment['category']['once']>;

function appliedTwice(
  outcome: ReportedAssessment,
  first: ReportedAssessment,
  { cite, hint }: Once,
): ReportedAssessment {
  const args = {
    enterprise: outcome.enterprise,
    first: pathOf(first),
    title: first.category.title,
    ...(hint === undefined ? {} : { hint }),
  };
  return warned(outcome, report('applied-twice', args, outcome.usccAt, { cite }));
}
