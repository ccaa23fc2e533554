// What zjtx fix and validate --fix do: mend each dossier, write it with a backup, or show what would change; then report.
import { resolve } from 'node:path';
import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import { type Mended, mendDossier, type Offer } from '../batch/mend.ts';
import { rewrite } from '../batch/rewrite.ts';
import { assessOptions, dossierOf, type Task } from '../batch/task.ts';
import { decode } from '../document/decode.ts';
import { stoppedOf } from '../findings/fault.ts';
import type { Fix } from '../findings/finding.ts';
import { Stop } from '../findings/stop.ts';
import { stopFrom } from '../findings/system-stop.ts';
import { secretsOf } from '../redact/outcome.ts';
import type { Redactor } from '../redact/redactor.ts';
import { cleanLine } from '../reporters/clean.ts';
import { messageOf } from '../reporters/listed.ts';
import { type Reported, reportedOf } from '../reporters/reported.ts';
import { pathOf } from '../reporters/reporter.ts';
import { fixWords } from '../words/fix.ts';
import { runWords } from '../words/run.ts';
import { failing, type Ran, settingOf, shardOption } from './assessing.ts';
import { type Context, exit } from './command.ts';
import { configured } from './configured.ts';
import { findJobs } from './jobs.ts';
import { isSet, listOption } from './options.ts';
import { finish, reportFormats } from './reporting.ts';
import { printStop, unreadOf } from './stopped.ts';
import { usage } from './usage.ts';
import { moreFor } from './validate.ts';
import { askerOf } from './wizard-run.ts';

const command = 'zjtx fix';
/** Mends of a dossier that are listed. */
const mostListed = 40;

/** `all`: with what a person must agree to, and what is understood as it is written. */
export async function run(given: Context, all: boolean): Promise<number> {
  const formats = reportFormats(listOption(given.options, 'format'), command);
  const started = given.terminal.now().getTime();
  if (given.args.includes('-')) throw usage(command, (words) => words.noStdin);
  const run = await configured(given);
  const { context } = run;
  const isDry = isSet(context.options, 'dryRun');
  if (isSet(context.options, 'watch')) throw new Stop('usage', fixWords('zh').noWatch, fixWords('en').noWatch);
  const setting = settingOf(run, command, await moreFor(run));
  const shard = shardOption(context, command);
  const { tasks, all: found, missing, partial, configs } = await findJobs(run, setting, command, shard);
  // A configuration of some of the dossiers may ask for it.
  const redactor = context.terminal.masking?.redactor;
  if (isDry && redactor !== undefined) throw new Stop('usage', fixWords('zh').noDry, fixWords('en').noDry);
  for (const stop of missing) printStop(stoppedOf(stop), context.terminal, context.language);
  const { tell, tellRest } = tellerOf(
    context,
    redactor,
    tasks.length > 1,
    formats.some(({ reporter, file }) => file === undefined && reporter.name === 'text'),
    isDry,
  );
  for (const { found: one } of tasks) redactor?.learnPath(one.shown);
  if (shard !== undefined) redactor?.part(shard.index);
  const choose = await chooser(context, redactor, all);
  const reported: Reported[] = [];
  const failOns = new Map<string, Task['failOn']>();
  const unread = missing.map((stop) => unreadOf(stoppedOf(stop), context.terminal));
  for (const task of tasks) {
    if (context.signal.aborted) break;
    try {
      const done = await mend(task, context, choose(shownOf(task)), isDry);
      const one = masked(done, redactor);
      reported.push(one);
      failOns.set(pathOf(one), task.failOn);
      tell(shownOf(task), done, all);
      if (!isSet(context.options, 'failFast') || !failing(done.outcome, task.failOn)) continue;
      const rest = tasks.length - reported.length;
      if (rest > 0) context.terminal.stderr.write(`${runWords(context.language).failedFast(rest)}\n`);
      break;
    } catch (error) {
      const stop = context.signal.aborted ? undefined : stopFrom(error);
      if (stop === undefined) throw error;
      unread.push(unreadOf(stoppedOf(stop), context.terminal, shownOf(task)));
      printStop(stoppedOf(stop), context.terminal, context.language);
    }
  }
  if (context.signal.aborted) return exit.interrupted;
  tellRest();
  const failOnOf = (one: Reported) => failOns.get(pathOf(one)) ?? run.failOn;
  const code = unread.length > 0 ? exit.couldNot : exit.fine;
  const ran: Ran = { code, unread, all: found, partial, configs, failOnOf, ...(shard === undefined ? {} : { shard }) };
  const shown = isDry
    ? formats.filter(({ reporter, file }) => file !== undefined || reporter.name !== 'text')
    : formats;
  return finish(run, ran, { formats: shown, reported, started, verbose: isSet(context.options, 'verbose') });
}

/** `agreed`: the edits that were to be made, in words. */
type Done = Mended & { readonly before: Uint8Array; readonly agreed: ReadonlySet<string>; readonly backup?: string };

const inWords = ({ at, stands, put }: Fix): string => JSON.stringify([at.path, stands, put]);

async function mend(task: Task, { signal }: Context, choose: Choose, isDry: boolean): Promise<Done> {
  const dossier = await dossierOf(task);
  const agreed = new Set<string>();
  const mended = await mendDossier(dossier, await assessOptions(task, { signal }), async (offers) => {
    const chosen = await choose(offers);
    for (const { fix } of chosen) agreed.add(inWords(fix));
    return chosen;
  });
  const before = dossier.bytes;
  signal.throwIfAborted();
  if (isDry || mended.made.length === 0) return { ...mended, before, agreed };
  const backup = await rewrite(resolve(dossier.folder, dossier.file), before, mended.bytes, shownOf(task));
  return { ...mended, before, agreed, backup };
}

const shownOf = ({ found: { shown, file } }: Task): string => (shown === '.' ? file : `${shown}/${file}`);

type Choose = (offers: readonly Offer[]) => Promise<readonly Offer[]>;

/** Certain mends of errors and warnings; with `all` the others too, doubtful ones as a person says, or --yes does. */
async function chooser(
  context: Context,
  redactor: Redactor | undefined,
  all: boolean,
): Promise<(shown: string) => Choose> {
  const certain = ({ finding, fix }: Offer): boolean => fix.is === 'safe' && (all || finding.severity !== 'note');
  const isAgreed = isSet(context.options, 'yes');
  // A question shows what stands in the file.
  const asker = all && !isAgreed && redactor === undefined ? await askerOf(context) : undefined;
  const words = fixWords(context.language);
  return (shown) => async (offers) => {
    const doubtful = all ? offers.filter(({ fix }) => fix.is === 'doubtful') : [];
    const agreed =
      isAgreed || doubtful.length === 0 ? doubtful : await asker?.some(words.choose(shown), named(doubtful));
    return [...offers.filter(certain), ...(agreed ?? [])];
  };

  function named(offers: readonly Offer[]) {
    return offers.map((offer) => ({
      name: `${lineOf(offer)}　${messageOf(offer.finding, context.language)}`,
      value: offer,
    }));
  }

  function lineOf({ fix: { at, stands, put } }: Offer): string {
    return words.line(at.line, cleanLine(stands), cleanLine(put));
  }
}

/** What was mended stands in the report as well. */
function masked({ outcome, made }: Done, redactor: Redactor | undefined): Reported {
  const mended = made.map(({ finding: { code }, fix }) => ({ ...fix, code }));
  const reported = { ...reportedOf(outcome), mended };
  return redactor === undefined ? reported : redactor.redact(reported, secretsOf(outcome));
}

/** Says what was mended and what waits for a person: in the text report before the rest, beside any other as a note. */
function tellerOf(context: Context, redactor: Redactor | undefined, several: boolean, inText: boolean, isDry: boolean) {
  const { terminal, language, options } = context;
  const words = fixWords(language);
  const quiet = isSet(options, 'quiet');
  const isAgreed = isSet(options, 'yes');
  const output = inText && !isDry ? terminal.stdout : terminal.stderr;
  const say = (line: string): void => {
    if (output === terminal.stdout || !quiet) output.write(`${line}\n`);
  };
  let untouched = 0;
  const tellRest = (): void => {
    if (untouched === 0) return;
    say(words.rest(untouched));
    if (inText && !isDry) say('');
  };
  const tell = (path: string, { outcome, made, before, agreed, bytes, backup }: Done, all: boolean): void => {
    const open = outcome.findings.flatMap(({ severity, waived, fix = [] }) =>
      waived === undefined && severity !== 'note' ? fix.filter(({ is }) => is === 'doubtful') : [],
    );
    if (several && made.length === 0 && open.length === 0) {
      untouched += 1;
      return;
    }
    const shown = redactor?.path(path) ?? path;
    const patch = isDry ? unified(path, decode(before).text, decode(bytes).text) : '';
    if (inText) terminal.stdout.write(patch);
    if (made.length === 0) say(words.nothing(shown));
    else
      say(
        backup === undefined
          ? words.would(shown, made.length)
          : words.mended(shown, made.length, redactor?.path(backup) ?? backup),
      );
    // Another encoding is the same text.
    if (redactor === undefined && patch === '') {
      for (const { fix } of made.slice(0, mostListed))
        say(`  ${words.line(fix.at.line, cleanLine(fix.stands), cleanLine(fix.put))}`);
      if (made.length > mostListed) say(`  ${words.more(made.length - mostListed)}`);
    }
    if (open.length > 0 && !all) say(words.open(shown, open.length));
    const vain = open.filter((fix) => agreed.has(inWords(fix))).length;
    if (vain > 0) say(words.vain(vain));
    else if (open.length > 0 && !isAgreed && all && !terminal.stdout.isTTY && terminal.asker === undefined)
      say(words.unasked(open.length));
    if (inText && !isDry) say('');
  };
  return { tell, tellRest };
}

/** Nothing for equal texts. `file` stands in both heads as it is: the library would write Chinese in octal numbers. */
function unified(file: string, before: string, after: string): string {
  if (before === after) return '';
  const hunks = formatPatch(structuredPatch(file, file, before, after, '', '', { context: 3 }), OMIT_HEADERS);
  return `--- a/${file}\n+++ b/${file}\n${hunks}`;
}
