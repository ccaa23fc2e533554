// Ends a run of many dossiers: what only the whole run can show, the reports asked for, the exit code.
import { resolve } from 'node:path';
import { across } from '../batch/across.ts';
import { version } from '../files/version.ts';
import type { Reported } from '../reporters/reported.ts';
import { runWords } from '../words/run.ts';
import { failing, type Ran } from './assessing.ts';
import { exit } from './command.ts';
import type { Configured } from './configured.ts';
import { type Format, writeReports } from './formats.ts';

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
function tellUnused({ context, config }: Configured, reported: readonly Reported[]): void {
  const { terminal, language } = context;
  const used = new Set(
    reported
      .flatMap((one) => (one.kind === 'assessed' ? one.waiversUsed : []))
      .map(({ file, path }) => `${file} ${path}`),
  );
  const checked = reported.map(({ dossier: { folder, file } }) => resolve(terminal.cwd, folder, file));
  for (const { code, dossier, place } of config?.waivers ?? []) {
    const holds = dossier !== undefined && checked.some((file) => config?.covers(dossier, file));
    if (!holds || used.has(`${place.file} ${place.path}`)) continue;
    terminal.stderr.write(`${runWords(language).waiverUnused(code, `${place.file}:${place.line}`)}\n`);
  }
}

/** Writes the reports. Gives 1 for unwaived findings at or above `--fail-on`, else what the run gave already. */
export async function finish(run: Configured, ran: Ran, ending: Ending): Promise<number> {
  const { terminal, language, options } = run.context;
  if (options.quiet !== true) tellUnused(run, ending.reported);
  const outcomes = across(ending.reported);
  // A shard without dossiers still has its report, so that merging sees that none is missing.
  if (outcomes.length > 0 || ran.shard !== undefined) {
    const report = {
      program: { name: 'zjtx', version } as const,
      outcomes,
      language,
      verbose: ending.verbose,
      ...(ran.shard === undefined ? {} : { shard: ran.shard }),
    };
    await writeReports(ending.formats, report, terminal, options.color !== false);
  }
  // For a person only: whatever a program reads is the same on a slow machine.
  if (terminal.stderr.isTTY && options.quiet !== true) {
    const seconds = ((terminal.now().getTime() - ending.started) / 1000).toFixed(2);
    terminal.stderr.write(`${runWords(language).took(seconds)}\n`);
  }
  return Math.max(ran.code, outcomes.some((outcome) => failing(outcome, run.failOn)) ? exit.findings : exit.fine);
}
