// Reads what clients filled in, writes a dossier for each enterprise that has none, and shows and makes the changes of the others.
import { createHash } from 'node:crypto';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { rootFinder } from '../batch/config.ts';
import { findDossiers, readDossier } from '../batch/find.ts';
import { expandFiles, workbooks } from '../batch/paths.ts';
import { rewrite } from '../batch/rewrite.ts';
import { type Catalog, openCatalog } from '../category/catalog.ts';
import { readDocument } from '../document/read.ts';
import { openDossier } from '../dossier/head.ts';
import { dossierSchema } from '../dossier/json-schema.ts';
import type { sheetCodes } from '../findings/areas/sheet.ts';
import { stoppedOf } from '../findings/fault.ts';
import type { Finding } from '../findings/finding.ts';
import { foldFindings } from '../findings/fold.ts';
import type { Stop } from '../findings/stop.ts';
import { stopFrom } from '../findings/system-stop.ts';
import { given as present } from '../given.ts';
import { valuesOf } from '../intake/sheet/book.ts';
import { fileName, intakeStop, makeInside, readBytes, standing, taken, writeBytes } from '../intake/sheet/files.ts';
import { type Imported, openWorkbook } from '../intake/sheet/open.ts';
import type { Given } from '../intake/starter/given.ts';
import { schemaPathFor, starterText } from '../intake/starter/write.ts';
import { findingsText } from '../reporters/findings.ts';
import { findingData } from '../reporters/json.ts';
import type { Result } from '../reporters/results.ts';
import { intakeWords } from '../words/intake.ts';
import { schemaWords } from '../words/schema.ts';
import { type Context, exit } from './command.ts';
import { type Configured, configured } from './configured.ts';
import { displayOf, said } from './display.ts';
import { isSet, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { codeIn, type Incoming, refusals, type Standing, updated } from './sheet-update.ts';
import { printStop } from './stopped.ts';
import { missingOptions, usage } from './usage.ts';
import { askerOf } from './wizard-run.ts';

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

/** Gives the exit code: 1 when something could not be read, or was left over, 2 when a file or a dossier could not. */
async function importAll(given: Context, say: Tell<'sheet-import'>): Promise<number> {
  // The configuration is that of the working folder: workbooks may lie anywhere.
  const run = await configured({ ...given, args: [] });
  const { options, terminal, language, signal } = run.context;
  const output = textOption(options, 'output');
  if (output === undefined) throw missingOptions(command, {}, { output: { zh: '客户', en: 'clients' } }, given.args);
  if (run.redactor !== undefined) throw usage(command, (words) => words.noRedactSheet);
  const catalog = await openCatalog(run.schemas);
  const findings: Finding[] = [];
  const incoming: Incoming[] = [];
  const written: Wrote[] = [];
  let code: number = exit.fine;
  const refuse = (stop: Stop): void => {
    printStop(stoppedOf(stop), terminal, language);
    code = exit.couldNot;
  };
  const trying = async (work: () => Promise<void>): Promise<void> => {
    signal.throwIfAborted();
    try {
      await work();
    } catch (error) {
      const stop = stopFrom(error);
      if (stop === undefined) throw error;
      refuse(stop);
    }
  };
  const { files, missing } = await expandFiles(given.args, terminal.cwd, workbooks);
  for (const stop of missing) refuse(stop);
  for (const shown of files)
    await trying(async () => {
      const opened = await open(shown, catalog, run);
      for (const one of opened.findings) findings.push(one);
      const filled = opened.dossiers.filter((one) => Object.keys(one.given).length > 0);
      if (filled.length === 0) terminal.stderr.write(`${intakeWords(language).nothing(shown)}\n`);
      for (const one of filled) incoming.push({ ...one, from: shown });
    });
  const refused = refusals(incoming);
  for (const stop of new Set(refused.values())) refuse(stop);
  const there = await standingIn(resolve(terminal.cwd, output), output, catalog);
  const names = new Set<string>();
  for (const one of incoming.filter((each) => !refused.has(each)))
    await trying(async () => {
      const { enterprise = '' } = one.given;
      const stem = enterprise.trim() === '' ? basename(one.from, extname(one.from)) : enterprise;
      const made = await write(run, one, output, fileName(stem, names), there);
      written.push(made);
      const isOpen = made.changes !== undefined && made.is === 'unchanged' && !isSet(options, 'dryRun');
      if (isOpen || (made.left ?? []).length > 0) code = Math.max(code, exit.findings);
    });
  const told = foldFindings(findings);
  say({ dossiers: written, findings: told.map(findingData) as Result<'sheet-import'>['findings'] });
  const isQuiet = isSet(options, 'quiet');
  tell(run, isQuiet ? told.filter(({ severity }) => severity !== 'note') : told);
  if (written.length > 0 && !isQuiet)
    terminal.stderr.write(
      said(
        intakeWords(language).next(written.length === 1 ? (written[0]?.path ?? '') : output),
        terminal.stderr,
        terminal.env,
      ),
    );
  const isLeft = findings.some((one) => one.severity === 'error' || left.has(one.code));
  return isLeft ? Math.max(code, exit.findings) : code;
}

type Read = { readonly dossiers: readonly Imported[]; readonly findings: readonly Finding[] };

/** A workbook, a table, or answers in YAML or JSON. */
async function open(shown: string, catalog: Catalog, { context: { terminal, options } }: Configured): Promise<Read> {
  const bytes = await readBytes(resolve(terminal.cwd, shown), shown);
  const named = textOption(options, 'category');
  if (answers.has(extname(shown).toLowerCase())) {
    const { node } = readDocument(bytes, shown);
    const said = openDossier({ bytes, file: shown }).head?.category ?? named;
    if (node?.kind !== 'map' || said === undefined) throw unread(node?.kind === 'map' ? 'foreign' : 'answers', shown);
    const category = await catalog.open(said);
    const entries = node.entries.filter(({ key }) => key !== 'category' && key !== 'format');
    return { dossiers: [{ category, given: valuesOf(entries, category) as Given, byName: true }], findings: [] };
  }
  const opened = await openWorkbook(bytes, shown, catalog, named);
  if (opened.is === 'unread') throw unread(opened.why, shown);
  return opened;
}

const answers: ReadonlySet<string> = new Set(['.yaml', '.yml', '.json']);

const unread = (why: keyof ReturnType<typeof intakeWords>['unread'], shown: string): Stop =>
  intakeStop('sheet-unread', (words) => ({ message: words.unread[why](shown), hint: words.unreadFix[why] }));

/** The dossiers below the output folder, with whose they are: the folder of a client may have another name by now. */
async function standingIn(folder: string, shown: string, catalog: Catalog): Promise<readonly Standing[]> {
  const { found } = await findDossiers([folder], dirname(folder)).catch(() => ({ found: [] }));
  const findRoot = rootFinder();
  const all = await Promise.all(
    found.map(async (one): Promise<Standing | undefined> => {
      const read = await readDossier(one, findRoot).catch(() => undefined);
      const head = read && openDossier(read).head;
      const category =
        head?.category === undefined ? undefined : await catalog.open(head.category).catch(() => undefined);
      if (read === undefined || head === undefined || category === undefined) return undefined;
      const values = valuesOf(head.root.entries, category);
      const path = join(shown, one.folder.slice(folder.length), one.file);
      return { path, bytes: read.bytes, category: category.id, code: codeIn(values as Given, category), values };
    }),
  );
  return all.filter((one) => one !== undefined);
}

/** Writes a new dossier below `output`, or what has changed into the one that is there; then the schema that it names. */
async function write(
  run: Configured,
  one: Incoming,
  output: string,
  name: string,
  all: readonly Standing[],
): Promise<Wrote> {
  const { terminal, language, options } = run.context;
  const words = intakeWords(language);
  const home = resolve(terminal.cwd, output);
  const { category, given, from } = one;
  const { enterprise = '' } = given;
  const own = join(output, name, 'dossier.yaml');
  const there = theirs(one, own, all);
  const shown = there?.path ?? own;
  const path = resolve(terminal.cwd, shown);
  const isDry = isSet(options, 'dryRun');
  const before = there?.bytes ?? (await standing(path));
  const whole = before !== undefined && isSet(options, 'force') && one.at === undefined && !one.byName;
  if (before !== undefined && there === undefined && !whole) {
    const other = all.find((each) => each.path === own);
    if (other === undefined) throw taken(shown);
    throw intakeStop('sheet-exists', (said) => ({
      message: said.otherThere(shown, other.category),
      hint: said.otherFix,
    }));
  }
  const blank = Buffer.from(
    starterText(category, one.byName ? { ...present({ enterprise: given.enterprise }) } : given, {
      spelling: isSet(options, 'ids') ? 'ids' : 'labels',
    }),
  );
  const made =
    before === undefined || whole
      ? await updated(run.context, one, { bytes: blank, values: one.byName ? {} : undefined }, shown)
      : await updated(run.context, one, { bytes: before, values: there?.values }, shown);
  const text = made.bytes;
  const isSame = before !== undefined && Buffer.compare(before, text) === 0;
  let backup: string | undefined;
  let is: Wrote['is'] = 'unchanged';
  if (isSame) terminal.stdout.write(`${words.unchanged(shown)}\n`);
  else if (before === undefined) {
    is = 'new';
    if (!isDry) await writeBytes(path, text, shown, false, home);
    terminal.stdout.write(`${isDry ? words.would(shown, enterprise) : words.dossier(shown, enterprise)}\n`);
  } else {
    if (!whole)
      terminal.stdout.write(
        `${[words.changes(shown, made.changes.length), ...made.changes.map(words.change)].join('\n')}\n`,
      );
    if (!isDry && (whole || (await isAgreed(run.context, shown)))) {
      // No link below the output folder leads out of it.
      await makeInside(dirname(path), home, dirname(shown));
      backup = await rewrite(path, before, text, shown);
      is = 'replaced';
      terminal.stdout.write(`${words.replaced(shown, backup)}\n`);
    } else terminal.stderr.write(`${isDry ? words.dry : words.unasked}\n`);
  }
  if (made.left.length > 0) terminal.stdout.write(`${made.left.join('\n')}\n`);
  if (enterprise.trim() === '' && before === undefined) terminal.stderr.write(`${words.noName}\n`);
  if (!isDry && is !== 'unchanged') {
    const schema = `${JSON.stringify(dossierSchema(category, schemaWords), null, 1)}\n`;
    const schemaAt = schemaPathFor(category.id);
    await writeBytes(join(dirname(path), schemaAt), schema, join(dirname(shown), schemaAt), true, home);
  }
  const stands = is === 'unchanged' && before !== undefined ? before : text;
  const sha256 = createHash('sha256').update(stands).digest('hex');
  return {
    ...{ from, path: shown, bytes: stands.length, sha256, is, enterprise, category: category.id },
    ...present({ backup }),
    ...(before === undefined || isSame || whole ? {} : { changes: [...made.changes] }),
    ...(made.left.length === 0 ? {} : { left: [...made.left] }),
  };
}

/** The dossier of the same code and category, wherever it lies; else the one of that name, if it has no other code. */
function theirs({ given, category }: Incoming, own: string, all: readonly Standing[]): Standing | undefined {
  const code = codeIn(given, category);
  const same = all.filter((one) => one.category === category.id && code !== '' && one.code === code);
  if (same.length > 1) {
    const paths = same.map(({ path }) => path);
    throw intakeStop('sheet-twins', (words) => ({ message: words.twoThere(code, paths), hint: words.twinsFix }));
  }
  const named = all.find(({ path, category: id }) => path === own && id === category.id);
  if (same[0] === undefined && named !== undefined && code !== '' && named.code !== '')
    throw intakeStop('sheet-twins', (words) => ({
      message: words.otherCode(own, named.code, code),
      hint: words.twinsFix,
    }));
  return same[0] ?? named;
}

/** Asks on a terminal whether to write; --yes and --force have said so. */
async function isAgreed(context: Context, shown: string): Promise<boolean> {
  if (isSet(context.options, 'yes') || isSet(context.options, 'force')) return true;
  const asker = await askerOf(context);
  const { agree, yes, no } = intakeWords(context.language);
  const choices = [
    { name: yes, value: true },
    { name: no, value: false },
  ];
  return asker === undefined ? false : asker.pick(agree(shown), choices, true);
}

function tell(run: Configured, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const { terminal, language } = run.context;
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  terminal.stderr.write(findingsText(findings, new Map(), displayOf(terminal.stderr, run.context)));
  terminal.stderr.write(`${intakeWords(language).found(count('error'), count('warning'), count('note'))}\n`);
}
