// Writes intake workbooks: an empty one, one for each dossier, a wide table of several, or the results of a batch.
import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { rootFinder } from '../batch/config.ts';
import { findDossiers, readDossier } from '../batch/find.ts';
import { catalogFor } from '../batch/task.ts';
import type { Category } from '../category/category.ts';
import type { MapNode } from '../document/node.ts';
import { openDossier } from '../dossier/head.ts';
import { stands } from '../files/folder.ts';
import { version } from '../files/version.ts';
import { stoppedOf } from '../findings/fault.ts';
import { Stop } from '../findings/stop.ts';
import { stopFrom } from '../findings/system-stop.ts';
import { answered, type noAnswers, sheetsOf } from '../intake/sheet/book.ts';
import { fileName, intakeStop, writeBytes } from '../intake/sheet/files.ts';
import { layoutOf, type Room } from '../intake/sheet/layout.ts';
import { resultsWorkbook } from '../intake/sheet/results.ts';
import { wideWorkbook } from '../intake/sheet/wide.ts';
import { writeWorkbook } from '../intake/sheet/workbook.ts';
import type { Reported } from '../reporters/reported.ts';
import type { Result } from '../reporters/results.ts';
import { intakeWords } from '../words/intake.ts';
import { assessAll } from './assessing.ts';
import { type Context, exit } from './command.ts';
import { type Configured, configured } from './configured.ts';
import { said } from './display.ts';
import { isSet, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { printStop } from './stopped.ts';
import { missingOptions, usage } from './usage.ts';

const command = 'zjtx sheet export';

type Filled = { readonly shown: string; readonly name: string; readonly root: MapNode; readonly category: Category };

type Wrote = Result<'sheet-export'>['written'][number];
type Run = Configured & { readonly wrote: Wrote[] };

export const exportSheets = (given: Context): Promise<number> => withResult(given, 'sheet-export', exportAll);

/** Gives the exit code. Throws a Stop for what cannot be done at all. */
async function exportAll(given: Context, tell: Tell<'sheet-export'>): Promise<number> {
  const wrote: Wrote[] = [];
  const code = await exportEach({ ...(await configured(given)), wrote });
  tell({ written: wrote });
  return code;
}

async function exportEach(run: Run): Promise<number> {
  const { args, options } = run.context;
  const output = textOption(options, 'output');
  if (output === undefined) throw missingOptions(command, {}, { output: { zh: '客户.xlsx', en: 'client.xlsx' } }, args);
  // A workbook holds what --redact hides.
  if (run.redactor !== undefined) throw usage(command, (words) => words.noRedactSheet);
  if (isSet(options, 'results')) return results(run, output);
  const named = textOption(options, 'category');
  if (named !== undefined && args.length === 0)
    return empty(run, await (await catalogFor(run.schemas)).open(named), output);
  const { filled, code } = await readAll(run, named);
  const wide = isSet(options, 'wide');
  const wrote = wide ? await writeWide(run, filled, output) : await writeEach(run, filled, output);
  return Math.max(code, wrote);
}

/** Writes a workbook and says so. */
async function put(run: Run, path: string, bytes: Uint8Array, sheets: number, next?: string): Promise<void> {
  const { terminal, language, options } = run.context;
  const words = intakeWords(language);
  const at = resolve(terminal.cwd, path);
  const stood = await stands(at).catch(() => false);
  const fresh = await writeBytes(at, bytes, path, isSet(options, 'force'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const is = fresh ? (stood ? 'replaced' : 'new') : 'unchanged';
  run.wrote.push({ path, bytes: bytes.length, sha256, is });
  terminal.stdout.write(`${fresh ? words.written(path, sheets) : words.unchanged(path)}\n`);
  if (fresh && next !== undefined) terminal.stderr.write(said(next, terminal.stderr, terminal.env));
}

const isFile = (output: string): boolean => /\.xlsx$/i.test(output);

async function empty(run: Run, category: Category, output: string): Promise<number> {
  const file = isFile(output) ? output : join(output, `${category.id.replaceAll('/', '-')}.xlsx`);
  const next = intakeWords(run.context.language).fill(file);
  if (isSet(run.context.options, 'wide')) {
    await put(run, file, await wideWorkbook(category, layoutOf(category), []), 1, next);
    return exit.fine;
  }
  const sheets = sheetsOf(category, version);
  await put(run, file, await writeWorkbook(category.definition.title, sheets), sheets.length - 1, next);
  return exit.fine;
}

/** The dossiers that the arguments name; one that cannot be read stops no other. */
async function readAll(run: Run, named: string | undefined) {
  const { terminal, language, args, signal } = run.context;
  if (args.includes('-')) throw usage(command, (words) => words.noStdin);
  const { found, missing } = await findDossiers(args, terminal.cwd);
  if (found.length === 0 && missing[0] !== undefined) throw missing[0];
  for (const stop of missing) printStop(stoppedOf(stop), terminal, language);
  let code: number = missing.length > 0 ? exit.couldNot : exit.fine;
  const findRoot = rootFinder();
  const filled: Filled[] = [];
  for (const one of found) {
    signal.throwIfAborted();
    const shown = one.shown === '.' ? one.file : `${one.shown}/${one.file}`;
    const read = await readDossier(one, findRoot).catch(asStop);
    if (read instanceof Stop) {
      printStop(stoppedOf(read), terminal, language);
      code = exit.couldNot;
      continue;
    }
    const { head } = openDossier(read);
    const { config, schemas } = await run.at(one.folder);
    if (config?.redact === true) throw usage(command, (words) => words.noRedactSheet);
    const id = head?.category ?? config?.defaultsOf(resolve(one.folder, one.file)).category ?? named;
    if (head === undefined || id === undefined) {
      const stop = intakeStop('dossier-unreadable', (words) => ({
        message: words.notYet(shown),
        hint: words.notYetFix(shown),
      }));
      printStop(stoppedOf(stop), terminal, language);
      code = Math.max(code, exit.findings);
    } else if (named === undefined || named === id) {
      const name = head.enterprise === '' ? basename(one.folder) : head.enterprise;
      filled.push({ shown, name, root: head.root, category: await (await catalogFor(schemas)).open(id) });
    }
  }
  return { filled, code };
}

function asStop(error: unknown): Stop {
  const stop = stopFrom(error);
  if (stop === undefined) throw error;
  return stop;
}

async function writeEach(run: Run, filled: readonly Filled[], output: string): Promise<number> {
  if (isFile(output) && filled.length > 1)
    throw intakeStop('one-output', (words) => ({ message: words.manyToOne(filled.length), hint: words.manyToOneFix }));
  const taken = new Set<string>();
  for (const { name, root, category } of filled) {
    const file = isFile(output) ? output : join(output, `${fileName(name, taken)}.xlsx`);
    run.context.signal.throwIfAborted();
    const sheets = sheetsOf(category, version, root);
    await put(run, file, await writeWorkbook(category.definition.title, sheets), sheets.length - 1);
  }
  return exit.fine;
}

async function writeWide(run: Run, filled: readonly Filled[], output: string): Promise<number> {
  const [first] = filled;
  if (first === undefined) return exit.fine;
  const ids = [...new Set(filled.map(({ category }) => category.id))];
  if (ids.length > 1)
    throw intakeStop('categories-mixed', (words) => ({ message: words.mixed(ids), hint: words.mixedFix }));
  const answers = filled.map(({ root, category }) => answered(root, category));
  const facts = new Map<string, readonly number[]>();
  for (const { room } of answers)
    for (const [id, years] of room.facts) facts.set(id, [...new Set([...(facts.get(id) ?? []), ...years])].sort());
  const room: Room = { facts };
  const layout = layoutOf(first.category, room);
  const file = isFile(output) ? output : join(output, `${first.category.id.replaceAll('/', '-')}.xlsx`);
  const bytes = await wideWorkbook(
    first.category,
    layout,
    answers.map((one) => one.answers),
  );
  await put(run, file, bytes, 1);
  const left = answers.reduce((sum, one) => sum + leftOut(one.answers), 0);
  if (left > 0) run.context.terminal.stderr.write(`${intakeWords(run.context.language).leftOut(left)}\n`);
  return exit.fine;
}

/** Tables, files and entries of open sections, which no column of a wide table holds. */
const leftOut = ({ rows, free }: typeof noAnswers): number =>
  [...rows.values()].reduce((sum, own) => sum + (own === 'none' ? 1 : own.length), 0) +
  [...free.values()].reduce((sum, own) => sum + own.length, 0);

async function results(run: Run, output: string): Promise<number> {
  const outcomes: Reported[] = [];
  const ran = await assessAll(run, command, {}, ({ reported }) => {
    if (reported !== undefined) outcomes.push(reported);
  });
  if (run.context.signal.aborted || (outcomes.length === 0 && ran.unread.length === 0)) return ran.code;
  const file = isFile(output) ? output : join(output, `${intakeWords(run.context.language).results.matrix}.xlsx`);
  await put(run, file, await resultsWorkbook(outcomes, ran.unread, run.context.language), 3);
  return ran.code;
}
