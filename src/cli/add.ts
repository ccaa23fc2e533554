// What zjtx add does: plans a client's papers for the slots of a dossier, asks about the doubtful, places what is decided.
import { resolve } from 'node:path';
import { openCatalog } from '../category/catalog.ts';
import { editedDossier } from '../dossier/edit.ts';
import { codeOf, isFileFault } from '../files/fault.ts';
import { isBelow, realPath } from '../files/folder.ts';
import { Stop, type StopCode } from '../findings/stop.ts';
import { cannotWrite } from '../findings/system-stop.ts';
import { given } from '../given.ts';
import { type Added, addPapers } from '../intake/add/add.ts';
import type { PlanItem } from '../intake/add/plan.ts';
import { slotNamed } from '../intake/add/recognise.ts';
import { readingsOf, reasonText } from '../intake/add/shown.ts';
import { slotSteps } from '../intake/starter/given.ts';
import { step } from '../intake/starter/question.ts';
import { silent } from '../intake/wizard/ask.ts';
import { offerRows } from '../intake/wizard/rows.ts';
import { locate, treeOf } from '../intake/wizard/session.ts';
import type { Result } from '../reporters/results.ts';
import { type AddWords, addWords } from '../words/add.ts';
import { type Context, exit } from './command.ts';
import { configured } from './configured.ts';
import { aboutPapers, type DossierFacts, dossierFacts, learnFrom } from './one-dossier.ts';
import { isSet, textOption } from './options.ts';
import { askedFormats, type Tell, withResult } from './result.ts';
import { usage } from './usage.ts';
import { askerOf, type Opened, openSession } from './wizard-run.ts';

const command = 'zjtx add';

/** A refusal in both languages. */
const refusal = (code: StopCode, say: (words: AddWords) => { message: string; hint: string }): Stop =>
  new Stop(code, say(addWords('zh')), say(addWords('en')));

export const run = (given: Context): Promise<number> => withResult(given, 'add', place);

async function place(context: Context, tell: Tell<'add'>): Promise<number> {
  const { args, options, terminal } = context;
  // The plan alone, for whoever reads it.
  const isJson = askedFormats(options).includes('json');
  const isQuiet = isSet(options, 'yes') || isSet(options, 'dryRun') || isJson;
  const confirms = isSet(options, 'confirm');
  if (confirms && args.length > 1) throw usage(command, (words) => words.oneDossier(args.length));
  if (args.length === 0 && !confirms) throw refusal('usage', (words) => words.noSources);
  const asker = isQuiet ? undefined : await askerOf(context);
  if (!isQuiet && asker === undefined) throw refusal('no-terminal', (words) => words.noScreen(confirms));
  const { schemas } = await configured({ ...context, args: [] });
  // Papers are taken from what is named; what was read of them is confirmed in a dossier.
  const to = textOption(options, 'to') ?? (confirms ? args[0] : undefined) ?? '.';
  const facts = await dossierFacts(to, context, command, await openCatalog(schemas));
  const { shown, dossier } = facts.one;
  const at = { folder: dossier.folder, file: dossier.file, shown };
  const opened = await openSession(context, facts.own, at, asker ?? silent, true);
  if (confirms) return confirm(opened, facts, isSet(options, 'yes'));
  const written = textOption(options, 'slot');
  const forced = written === undefined ? undefined : slotNamed(written, facts.own.slots);
  if (written !== undefined && forced === undefined)
    throw refusal('usage', (words) =>
      words.noSlot(
        written,
        facts.own.slots.map(({ label }) => label),
      ),
    );
  const write = !isSet(options, 'dryRun') && (!isJson || isSet(options, 'yes'));
  try {
    const folder = await realPath(dossier.folder);
    const done = await addPapers(opened.session, {
      sources: args.map((path) => ({
        path: resolve(terminal.cwd, path),
        shown: path.replace(/(?<=[^\\/])[\\/]+$/u, ''),
      })),
      about: { ...aboutPapers(facts), forced },
      ocr: isSet(options, 'ocr'),
      folder,
      to: shown.replace(/\/dossier\.yaml$/u, ''),
      ask: asker !== undefined,
      write,
      signal: context.signal,
    });
    if (asker !== undefined && write) {
      learnFrom(opened.session, done, folder);
      const rows = [...done.rows.values()].flat();
      const tables = new Map(rows.map(({ question }) => [question.fact?.id, question]));
      for (const table of tables.values()) if ((await offerRows(opened.session, table, true))?.kind === 'jump') break;
    }
    tellEnd(opened, done, write, opened.backup());
    tell(resultOf(done, facts, write));
    return isAllPlaced(done, write) ? exit.fine : exit.findings;
  } catch (error) {
    if (!isFileFault(error)) throw error;
    const path = error.path ?? to;
    const isSource = args.some((one) => isBelow(path, resolve(terminal.cwd, one)));
    throw isSource ? refusal('cannot-read', (words) => words.noSource(path, codeOf(error))) : cannotWrite(path, error);
  }
}

/** Whether nothing is left for a person: what is in the dossier already, or was sent twice, is not; nor is a plan by itself. */
const isAllPlaced = ({ items, leftOut, placed }: Added, write: boolean): boolean =>
  leftOut.length === 0 &&
  items.every(
    (item) =>
      item.status === 'held' ||
      item.status === 'twin' ||
      (write ? placed.some((one) => one.item === item) : item.status === 'certain'),
  );

function tellEnd({ session }: Opened, { placed }: Added, write: boolean, backup: string | undefined): void {
  const words = addWords(session.language);
  if (!write) session.say(['', words.dry]);
  else if (placed.length === 0 && backup === undefined) session.say(['', words.noneWritten]);
  else session.say([backup === undefined ? words.undoFiles : words.undo(backup, placed.length > 0)]);
}

const both = (say: (words: AddWords) => string) => ({ zh: say(addWords('zh')), en: say(addWords('en')) });
const named = ({ id, label }: { readonly id: string; readonly label: string }) => ({ id, label });

function resultOf(
  { items, leftOut, system, placed, rows }: Added,
  { one, own }: DossierFacts,
  written: boolean,
): Result<'add'> {
  const fileOf = (item: PlanItem): Result<'add'>['files'][number] => ({
    file: item.paper.shown,
    bytes: item.paper.bytes,
    status: item.status,
    ...given({ kind: item.kind?.id, slot: item.slot && named(item.slot) }),
    also: item.also.map(named),
    reasons: item.reasons.map((reason) => both((words) => reasonText(reason, words))),
    evidence: { ...item.evidence },
    proposed: [...item.proposed],
    rows: (rows.get(item) ?? []).map(({ question, page, cells }) => {
      const { label, fact } = question;
      return { table: named({ id: fact?.id ?? '', label }), page, cells };
    }),
    ...given({ path: placed.find((other) => other.item === item)?.path }),
  });
  return {
    dossier: one.shown,
    category: own.id,
    written,
    files: items.map(fileOf),
    leftOut: leftOut.map(({ shown, why }) => ({ file: shown, why, message: both((words) => words.why[why]) })),
    system,
  };
}

/** Shows what was read and nobody has checked; removes the mark from what a person finds right. */
async function confirm({ session }: Opened, { one }: DossierFacts, all: boolean): Promise<number> {
  const words = addWords(session.language);
  const open = one.assessment.inventory.slots.flatMap((slot) =>
    slot.files.flatMap((file) => {
      const { proposed = [], covers, kind, issued_to, issuer, valid_until, basis, figures, pages } = file.evidence;
      const evidence = given({ covers, kind, issued_to, issuer, valid_until, basis, figures, pages });
      return proposed.length === 0
        ? []
        : [{ file, slot, readings: { evidence, proposed: proposed as PlanItem['proposed'] } }];
    }),
  );
  if (open.length === 0) {
    session.say([words.nothingProposed]);
    return exit.fine;
  }
  const line = ({ file, readings }: (typeof open)[number]) => words.proposed(file.source, readingsOf(readings, words));
  const right = all
    ? open
    : await session.asker.some(
        words.whichConfirm,
        open.map((each) => ({ name: line(each), value: each, checked: false })),
      );
  if (all) session.say(right.map(line));
  let bytes = session.bytes();
  for (const { file, slot } of right) {
    const index = Number(/\[(\d+)\]$/u.exec(file.at.path)?.[1] ?? 0);
    const entries = locate(treeOf(bytes), [step('attachments'), slotSteps(session.category.slots).of(slot.id)]);
    const item = entries.node?.kind === 'list' ? [index] : [];
    bytes = editedDossier(bytes, { path: [...entries.path, ...item, 'proposed'], value: [] }, session.shown);
  }
  if (bytes !== session.bytes()) await session.save(bytes);
  session.say([words.confirmed(right.length)]);
  return right.length === open.length ? exit.fine : exit.findings;
}
