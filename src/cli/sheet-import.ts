// Reads workbooks that were filled in and writes a dossier for each enterprise; what is wrong with a cell is told.
import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { expandFiles, workbooks } from '../batch/paths.ts';
import { rewrite } from '../batch/rewrite.ts';
import { openCatalog } from '../category/catalog.ts';
import { dossierSchema } from '../dossier/json-schema.ts';
import type { sheetCodes } from '../findings/areas/sheet.ts';
import { stoppedOf } from '../findings/fault.ts';
import type { Finding } from '../findings/finding.ts';
import { stopFrom } from '../findings/system-stop.ts';
import { given as present } from '../given.ts';
import { fileName, intakeStop, makeInside, readBytes, standing, taken, writeBytes } from '../intake/sheet/files.ts';
import { type Imported, openWorkbook } from '../intake/sheet/open.ts';
import { schemaPathFor, starterText } from '../intake/starter/write.ts';
import { findingsText } from '../reporters/findings.ts';
import { findingData } from '../reporters/json.ts';
import type { Result } from '../reporters/results.ts';
import { intakeWords } from '../words/intake.ts';
import { schemaWords } from '../words/schema.ts';
import { type Context, exit } from './command.ts';
import { type Configured, configured } from './configured.ts';
import { displayOf } from './display.ts';
import { isSet, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { printStop } from './stopped.ts';
import { usage } from './usage.ts';

const command = 'zjtx sheet import';

/** Warnings that something was left over. */
const left: ReadonlySet<string> = new Set<keyof typeof sheetCodes>([
  'sheet-unknown',
  'sheet-head-unknown',
  'sheet-left',
  'sheet-merged',
  'sheet-file-missing',
]);

type Wrote = Result<'sheet-import'>['dossiers'][number];

export const importSheets = (given: Context): Promise<number> => withResult(given, 'sheet-import', importAll);

/** Gives the exit code: 1 when a cell could not be read, or was left over, 2 when a workbook or a dossier could not. */
async function importAll(given: Context, say: Tell<'sheet-import'>): Promise<number> {
  // The configuration is that of the working folder: workbooks may lie anywhere.
  const run = await configured({ ...given, args: [] });
  const { options, terminal, language, signal } = run.context;
  const { args } = given;
  const output = textOption(options, 'output');
  if (output === undefined) throw usage(command, (words) => words.missingOption('--output'));
  if (run.redactor !== undefined) throw usage(command, (words) => words.noRedactSheet);
  const catalog = await openCatalog(run.schemas);
  const named = textOption(options, 'category');
  const findings: Finding[] = [];
  const names = new Set<string>();
  const written: Wrote[] = [];
  let code: number = exit.fine;
  const { files, missing } = await expandFiles(args, terminal.cwd, workbooks);
  for (const stop of missing) {
    printStop(stoppedOf(stop), terminal, language);
    code = exit.couldNot;
  }
  for (const shown of files) {
    signal.throwIfAborted();
    try {
      const bytes = await readBytes(resolve(terminal.cwd, shown), shown);
      const opened = await openWorkbook(bytes, shown, catalog, named);
      if (opened.is === 'unread') {
        const { why } = opened;
        throw intakeStop('sheet-unread', (words) => ({
          message: words.unread[why](shown),
          hint: words.unreadFix[why],
        }));
      }
      for (const one of opened.findings) findings.push(one);
      const filled = opened.dossiers.filter(({ given }) => Object.keys(given).length > 0);
      if (filled.length === 0) terminal.stderr.write(`${intakeWords(language).nothing(shown)}\n`);
      for (const one of filled) {
        signal.throwIfAborted();
        const { enterprise = '' } = one.given;
        const name = fileName(enterprise.trim() === '' ? basename(shown).replace(/\.xlsx$/i, '') : enterprise, names);
        written.push({ from: shown, ...(await write(run, one, join(output, name), resolve(terminal.cwd, output))) });
      }
    } catch (error) {
      const stop = stopFrom(error);
      if (stop === undefined) throw error;
      printStop(stoppedOf(stop), terminal, language);
      code = exit.couldNot;
    }
  }
  say({ dossiers: written, findings: findings.map(findingData) as Result<'sheet-import'>['findings'] });
  tell(run, findings);
  if (written.length > 0)
    terminal.stderr.write(`${intakeWords(language).next(written.length === 1 ? (written[0]?.path ?? '') : output)}\n`);
  return findings.some(({ severity, code }) => severity === 'error' || left.has(code))
    ? Math.max(code, exit.findings)
    : code;
}

/** Writes a dossier into a folder below `home`, and the schema that its first line names; gives the path of the dossier. */
async function write(
  run: Configured,
  { category, given, at }: Imported,
  folder: string,
  home: string,
): Promise<Omit<Wrote, 'from'>> {
  const { terminal, language, options } = run.context;
  const words = intakeWords(language);
  const shown = join(folder, 'dossier.yaml');
  const path = resolve(terminal.cwd, shown);
  const text = Buffer.from(starterText(category, given));
  const { enterprise = '' } = given;
  const before = await standing(path);
  let backup: string | undefined;
  const same = before !== undefined && Buffer.compare(before, text) === 0;
  if (same) terminal.stdout.write(`${words.unchanged(shown)}\n`);
  else if (before !== undefined) {
    if (at !== undefined)
      throw intakeStop('sheet-partial', (say) => ({ message: say.partial(shown), hint: say.partialFix }));
    if (!isSet(options, 'force')) throw taken(shown);
    await makeInside(dirname(path), home, folder);
    backup = await rewrite(path, before, text, shown);
    terminal.stdout.write(`${words.replaced(shown, backup)}\n`);
  } else {
    await writeBytes(path, text, shown, false, home);
    terminal.stdout.write(`${words.dossier(shown, enterprise)}\n`);
  }
  if (enterprise.trim() === '') terminal.stderr.write(`${words.noName}\n`);
  const schema = `${JSON.stringify(dossierSchema(category, schemaWords), null, 1)}\n`;
  const schemaAt = schemaPathFor(category.id);
  await writeBytes(join(dirname(path), schemaAt), schema, join(folder, schemaAt), true, home);
  const is = same ? 'unchanged' : before === undefined ? 'new' : 'replaced';
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { path: shown, bytes: text.length, sha256, is, enterprise, category: category.id, ...present({ backup }) };
}

function tell(run: Configured, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const { terminal, language } = run.context;
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  terminal.stderr.write(findingsText(findings, new Map(), displayOf(terminal.stderr, run.context)));
  terminal.stderr.write(`${intakeWords(language).found(count('error'), count('warning'), count('note'))}\n`);
}
