// The one dossier that a command goes on with, assessed; what its papers are told by; and its file written anew in place.
import { join, resolve } from 'node:path';
import { weigh } from '../advise/match/weigh.ts';
import { type AssessOptions, assess, type DossierFile } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import { rootFinder } from '../batch/config.ts';
import { findDossiers, readDossier } from '../batch/find.ts';
import { rewrite } from '../batch/rewrite.ts';
import { type Catalog, openCatalog } from '../category/catalog.ts';
import type { Category } from '../category/category.ts';
import { argument } from '../characters/shown.ts';
import { openDossier, readForm } from '../dossier/head.ts';
import type { Facts } from '../expression/values.ts';
import { codeOf, isFileFault } from '../files/fault.ts';
import { isBelow, realPath } from '../files/folder.ts';
import type { Language } from '../findings/sentence.ts';
import { Stop } from '../findings/stop.ts';
import { given } from '../given.ts';
import { type Added, addPapers } from '../intake/add/add.ts';
import type { About } from '../intake/add/plan.ts';
import { paperKinds } from '../intake/add/recognise.ts';
import { wayTo } from '../intake/add/sources.ts';
import type { Session } from '../intake/wizard/session.ts';
import { conditionTeller } from '../reporters/match-words.ts';
import { addWords } from '../words/add.ts';
import { todayInShanghai } from './assessing.ts';
import type { Context } from './command.ts';
import { asOfOption, type Configured, configured, mask } from './configured.ts';
import { isSet, listOption } from './options.ts';
import { usage } from './usage.ts';

type OneDossier = {
  readonly run: Configured;
  readonly dossier: DossierFile;
  readonly assessment: Assessment;
  /** As the caller would write its file. */
  readonly shown: string;
  /** In Asia/Shanghai. */
  readonly today: string;
};

/** Reads and assesses it. Throws a Stop for none, for several, and for one that cannot be read. */
export async function oneDossier(
  given: Context,
  command: string,
  more: Pick<AssessOptions, 'digests'> = {},
): Promise<OneDossier> {
  const run = await configured(given);
  const { args, options, terminal } = run.context;
  const asOf = asOfOption(options, command);
  if (args.includes('-')) throw usage(command, (words) => words.noStdin);
  const { found, missing } = await findDossiers(args, terminal.cwd);
  const [one, ...others] = found;
  if (one === undefined) throw missing[0] ?? usage(command, (words) => words.oneDossier(0));
  if (others.length > 0) throw usage(command, (words) => words.oneDossier(found.length));
  const shown = one.shown === '.' ? one.file : `${one.shown}/${one.file}`;
  const today = todayInShanghai(terminal.now());
  const dossier = await readDossier(one, rootFinder());
  const file = resolve(one.folder, one.file);
  const { config, schemas } = await run.at(one.folder);
  if (config?.redact === true) await mask(terminal, args);
  const { category, asOf: asOfHere } = config?.defaultsOf(file) ?? {};
  const outcome = await assess(dossier, {
    catalog: await openCatalog(schemas),
    today,
    waivers: config?.waiversOf(file) ?? [],
    fonts: config?.fonts ?? [],
    ...more,
    ...(asOf === undefined ? {} : { asOf }),
    ...(asOfHere === undefined ? {} : { asOfHere }),
    ...(category === undefined ? {} : { category }),
  });
  if (outcome.kind !== 'assessed') throw unreadable(shown);
  return { run, dossier, assessment: outcome, shown, today };
}

/** Writes the file of a dossier in place; gives the path of the backup. Throws a Stop when that cannot be done. */
export const replaceFile = ({ dossier, shown }: OneDossier, bytes: Uint8Array): Promise<string> =>
  rewrite(resolve(dossier.folder, dossier.file), dossier.bytes, bytes, shown);

const unreadable = (shown: string): Stop =>
  new Stop(
    'dossier-unreadable',
    { message: `${shown} 还不能读`, hint: `先改正 zjtx validate ${argument(shown)} 指出的问题。` },
    {
      message: `${shown} cannot be read yet`,
      hint: `First correct what zjtx validate ${argument(shown)} finds.`,
    },
  );

export type DossierFacts = { readonly one: OneDossier; readonly own: Category; readonly facts: Facts };

/** Throws a Stop for none, for several, and for one that cannot be read. */
export async function dossierFacts(
  path: string,
  context: Context,
  command: string,
  catalog: Catalog,
): Promise<DossierFacts> {
  const one = await oneDossier({ ...context, args: [path] }, command);
  const { assessment, dossier } = one;
  const own = await catalog.open(assessment.category.id);
  const { head } = openDossier(dossier);
  // What could not be read has not been assessed either.
  return { one, own, facts: head === undefined ? new Map() : readForm(own, head, { asOf: assessment.asOf }).facts };
}

/** Tells how the conditions of a category stand by what a dossier says, its attachments left out. */
export function conditionsOf(
  category: Category,
  language: Language,
  today: string,
): NonNullable<Session['conditions']> {
  const tell = conditionTeller(language);
  const reads = new Map(category.criteria.map(({ id, rule }) => [id, rule.names]));
  return (bytes, last, ahead) => {
    const { head } = openDossier({ bytes, file: '' });
    if (head === undefined) return [];
    const asOf = head.asOf ?? today;
    const isAhead = (id: string): boolean => [...(reads.get(id) ?? [])].some((name) => ahead.has(name));
    const { criteria } = weigh(category, readForm(category, head, { asOf }).facts, asOf);
    const known = criteria.map((one) =>
      one.is === 'not met' && isAhead(one.id) ? { ...one, is: 'undecided' as const, needs: [] } : one,
    );
    return tell(known, last);
  };
}

/** What a client's papers are compared with: the slots, whose they must be, and what the dossier has already. */
export function aboutPapers({ one: { assessment }, own, facts }: DossierFacts): About {
  const { enterprise, uscc, inventory } = assessment;
  const former = facts.get('former_names');
  const rows = inventory.rows.map(({ table, file }) => ({ slot: table, ...file }));
  const held = [
    ...inventory.slots.flatMap(({ label, files }) => files.map((file) => ({ slot: label, ...file }))),
    ...rows,
  ];
  return {
    slots: own.slots,
    kinds: paperKinds(own.form.lists),
    owner: { enterprise, uscc, former: Array.isArray(former) ? former.map(String) : [] },
    ...labelsOf(own),
    held: held.map(({ slot, source, absolute, bytes, evidence: { covers = [] } }) => {
      return { slot, source, absolute, bytes, covers };
    }),
  };
}

/** The fields of a form that a person fills in: names of amounts, and the other facts by their labels here and on papers. */
function labelsOf({ form }: Category): Required<Pick<About, 'amounts' | 'labels'>> {
  const fields = form.sections
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.kind === 'field' && item.fact ? [{ ...item, fact: item.fact }] : []));
  const others = fields.filter(({ fact }) => fact.type !== 'amount');
  const printed = paperKinds(form.lists).flatMap(({ states }) => Object.entries(states));
  const labels = others.flatMap(({ label, fact }) => {
    const known = printed.flatMap(([id, words]) => (id === fact.id ? words : []));
    return [label, fact.meaning, ...known].map((one) => [one, fact.id] as const);
  });
  const amounts = fields.flatMap(({ fact }) => (fact.type === 'amount' ? [fact.meaning] : []));
  return { amounts, labels: new Map(labels) };
}

/** A path without what a terminal puts around one that is dragged into it: quotes, signs that ward off a blank, an end. */
export function dragged(path: string): string {
  const bare = /^(?:'(.*)'|"(.*)")$/su.exec(path);
  const plain =
    bare?.[1] ??
    bare?.[2] ??
    (process.platform === 'win32' ? path : path.replace(/\\(?=[\s()[\]{}'"&;!$#*?<>|~`])/gu, ''));
  return plain.replace(/(?<=[^\\/])[\\/]+$/u, '');
}

/** Takes files of a folder, a zip or a rar, as `add` does; says, and gives false, when there is none. */
export async function take(
  context: Context,
  session: Session,
  place: { readonly folder: string; readonly file: string; readonly shown: string },
  source: string,
  ask: boolean,
): Promise<boolean> {
  const plain = dragged(source);
  const { words, say } = session;
  const { terminal, options } = context;
  const schemas = listOption(options, 'schemas').map((one) => resolve(terminal.cwd, one));
  const dossier = await dossierFacts(join(place.folder, place.file), context, 'zjtx fill', await openCatalog(schemas));
  const folder = await realPath(place.folder);
  const added = await addPapers(session, {
    sources: [{ path: resolve(terminal.cwd, plain), shown: plain }],
    about: aboutPapers(dossier),
    ocr: isSet(options, 'ocr'),
    folder,
    to: place.shown.replace(/\/dossier\.yaml$/u, ''),
    ask,
    fills: true,
    write: true,
    signal: context.signal,
  }).catch((error: unknown) => {
    if (!isFileFault(error)) throw error;
    const { message, hint } = words.notTaken(error.path ?? plain, codeOf(error));
    say([message, hint]);
  });
  if (added !== undefined) learnFrom(session, added, folder);
  return added !== undefined;
}

/** What papers that were added certify, for the rows of tables. */
export function learnFrom(session: Session, { items, placed, rows }: Added, folder: string): void {
  const apart: string[] = [];
  for (const item of items) {
    const { paper, certificates = [] } = item;
    const path =
      placed.find((one) => one.item === item)?.path ??
      (isBelow(paper.path, folder) ? wayTo(folder, paper.path) : undefined);
    if (path !== undefined) session.certificates?.looked.add(join(folder, path));
    for (const one of certificates) session.certificates?.found.push({ ...one, from: paper.shown, ...given({ path }) });
    const asked = (rows.get(item) ?? []).flatMap(({ question }) => question.columns);
    if (path === undefined && asked.some(({ fact, required }) => fact?.type === 'file' && required))
      apart.push(paper.shown);
  }
  if (apart.length > 0) session.say([addWords(session.language).rows.notCopied(apart)]);
}
