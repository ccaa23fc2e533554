// A dossier while it is filled in: what is written where, saved at once, and how much of it is there.
import type { Category } from '../../category/category.ts';
import type { EditPath } from '../../document/edit.ts';
import type { Writable } from '../../document/edit-text.ts';
import type { MapNode, Node } from '../../document/node.ts';
import { readDocument } from '../../document/read.ts';
import { editedDossier, spellingOf } from '../../dossier/edit.ts';
import { printed } from '../../files/pdf/fold.js';
import type { Language } from '../../findings/sentence.ts';
import { Stop } from '../../findings/stop.ts';
import { keyOf, names, type Step } from '../../form/keys.ts';
import type { WizardWords } from '../../words/wizard.ts';
import { type Certificate, certificatesIn, isSame, type Row, whoseOf } from '../add/certificates.ts';
import { paperKinds } from '../add/recognise.ts';
import { type Noticed, textOf } from '../add/says.ts';
import { type Value, writable } from '../starter/given.ts';
import { type Answer, type Question, step } from '../starter/question.ts';
import { questionGroups } from '../starter/questions.ts';
import { type Asker, type Asking, silent } from './ask.ts';

/** A certificate with the paper that it stands in; `path` is where the dossier can name that. */
export type FoundCertificate = Certificate & { readonly from: string; readonly path?: string };

/** Certificates among the papers that were looked into, and the files of the dossier that may hold others. */
export type Certificates = {
  readonly found: FoundCertificate[];
  readonly looked: Set<string>;
  files: readonly { readonly absolute: string; readonly source: string }[];
};

/** A dossier while it is filled in. */
export type Session = {
  readonly category: Category;
  readonly language: Language;
  readonly words: WizardWords;
  readonly asker: Asker;
  /** The name of the file, for what cannot be written. */
  readonly shown: string;
  readonly bytes: () => Uint8Array;
  /** Takes in what another program has written meanwhile. */
  readonly refresh: () => Promise<void>;
  readonly save: (bytes: Uint8Array) => Promise<void>;
  readonly say: (lines: readonly string[]) => void;
  readonly readText: Asking['readText'];
  readonly namePaper: Asking['namePaper'];
  /**
   * What the conditions of the category come to by what is written now, as far as it is news; `last`: nothing is left to
   * ask. Tables that are `ahead` have not been asked for yet: that they have no rows says nothing.
   */
  readonly conditions?: (bytes: Uint8Array, last: boolean, ahead: ReadonlySet<string>) => readonly string[];
  /** What papers that were just added say behind labels of the form; `from` names the paper. */
  readonly noticed: (Noticed & { readonly from: string })[];
  /** Certificates among papers, for rows of tables. */
  readonly certificates?: Certificates;
};

export type Progress = { readonly filled: number; readonly all: number; readonly open: readonly Question[] };

const empty: MapNode = { kind: 'map', entries: [], range: { line: 1, column: 1, endLine: 1, endColumn: 1 } };
/** Each answer looks at the same bytes several times; an edit makes new ones. */
const trees = new WeakMap<Uint8Array, MapNode>();

/** The dossier as a tree; an empty one while its file has a fault. */
export function treeOf(bytes: Uint8Array): MapNode {
  const known = trees.get(bytes);
  if (known !== undefined) return known;
  const { node } = readDocument(bytes, '');
  const tree = node?.kind === 'map' ? node : empty;
  trees.set(bytes, tree);
  return tree;
}

export const located = (session: Session, question: Pick<Question, 'path'>) =>
  locate(treeOf(session.bytes()), question.path);

/**
 * Writes a value; what cannot be edited in place is told, and the walk goes on. A file that cannot be written is told to
 * the person who is asked, and thrown where nobody is.
 */
export async function write(session: Session, path: EditPath, value: Writable, append = false): Promise<boolean> {
  let saving = false;
  try {
    await session.refresh();
    const edit = { path, value, ...(append ? { append } : {}) };
    const bytes = editedDossier(session.bytes(), edit, session.shown);
    saving = true;
    await session.save(bytes);
    return true;
  } catch (error) {
    if (!(error instanceof Stop) || (saving && session.asker === silent)) throw error;
    const { message, hint } = error[session.language];
    session.say([message, ...(hint === undefined ? [] : [hint])]);
    return false;
  }
}

export function progressOf(session: Session, questions: readonly Question[]): Progress {
  const root = treeOf(session.bytes());
  const open = questions.filter(({ path }) => locate(root, path).node === undefined);
  return { filled: questions.length - open.length, all: questions.length, open };
}

/** What papers answer a question with, where all that can stand is the same. */
export function noticedFor({ noticed }: Session, { fact, part, validate }: Question): Asking['noticed'] {
  const fits = noticed.filter((one) => part === undefined && one.fact === fact?.id && validate(one.text) === undefined);
  return new Set(fits.map(({ text }) => text)).size === 1 ? fits[0] : undefined;
}

export const asking = (
  { asker, words, category, readText, namePaper }: Session,
  current: string,
  decides = '',
): Asking => ({
  asker,
  words,
  lists: category.form.lists,
  current,
  decides,
  within: placesOf(category),
  readText,
  namePaper,
});

/** The province, or the city, that a criterion asks for: `region.province == "江苏省"`. */
const placesOf = ({ definition }: Category): readonly string[] =>
  Object.values(definition.criteria).flatMap(({ rule }) => {
    const written = typeof rule === 'object' && rule !== null && 'assert' in rule ? String(rule.assert) : '';
    const [, name] = /^region\.(?:province|city) == "([^"]+)"$/.exec(written) ?? [];
    return name === undefined ? [] : [name];
  });

type Located = {
  /** Keys as the file spells them, also those that are not there yet. */
  readonly path: readonly (string | number)[];
  /** None when nothing is written there. */
  readonly node?: Node;
};

/** Follows the steps as far as the file goes. A value in place of a map counts as the answer to all below it. */
export function locate(root: MapNode, steps: readonly Step[]): Located {
  const path: (string | number)[] = [];
  const spelling = spellingOf(root);
  let node: Node | undefined = root;
  for (const step of steps) {
    if (node !== undefined && !isNothing(node) && node.kind !== 'map')
      return { path: [...path, keyOf(step, spelling)], node };
    const entry: { key: string; value: Node } | undefined =
      node?.kind === 'map' ? node.entries.find(({ key }) => names(key, step.id, ...step.labels)) : undefined;
    path.push(entry?.key ?? keyOf(step, spelling));
    node = entry?.value;
  }
  return node === undefined || isNothing(node) ? { path } : { path, node };
}

/** Nothing is written: no text, no map with a value in it. `[]` is an answer. */
const isNothing = (node: Node): boolean =>
  (node.kind === 'scalar' && (node.source.trim() === '' || (node.value === null && !node.quoted))) ||
  (node.kind === 'map' && node.entries.every(({ value }) => isNothing(value)));

/** What a person wrote, as the wizard shows it again. */
export function shownText(node: Node | undefined): string {
  if (node === undefined) return '';
  if (node.kind === 'scalar') return node.source.trim();
  if (node.kind === 'list') return node.items.map(shownText).join('、');
  return node.entries.map(({ key, value }) => `${key}: ${shownText(value)}`).join('、');
}

/** Looks into files of the dossier once. */
export async function certificatesOf({ certificates, category }: Session): Promise<readonly FoundCertificate[]> {
  if (certificates === undefined) return [];
  const { found, looked, files } = certificates;
  const kinds = paperKinds(category.form.lists);
  for (const { absolute, source } of files) {
    if (looked.has(absolute)) continue;
    looked.add(absolute);
    const text = await textOf(absolute, source);
    for (const one of text === undefined ? [] : certificatesIn(text, kinds))
      found.push({ ...one, from: source, path: source });
  }
  return found;
}

/** The id of a column. */
export const idOf = ({ path: [column] }: Question): string => column?.id ?? '';

/** Whether the table has such rows, and an option for what it is. */
export const isFor = (certificate: Certificate, { fact, columns }: Question): boolean =>
  fact !== undefined &&
  certificate.in.includes(fact.id) &&
  columns.every((column) => {
    const said = certificate.cells[idOf(column)];
    return said === undefined || column.choices.length === 0 || column.choices.includes(said);
  });

/** A row that a certificate states and its table has not. */
export type StatedRow = { readonly question: Question; readonly page: number; readonly cells: Row };

/** Rows of all certificates, by what they belong to; nothing of what another enterprise owns. */
export function statedRows<T>(
  session: Session,
  certificates: ReadonlyMap<T, readonly Certificate[]>,
): ReadonlyMap<T, readonly StatedRow[]> {
  const own = ownNames(session);
  const tables = questionsOf(session)
    .filter(({ kind }) => kind === 'rows')
    .map((question) => ({ question, there: rowsOf(located(session, question).node, question) }));
  const rowsIn = (certificate: Certificate): readonly StatedRow[] =>
    tables
      .filter(
        ({ question, there }) => isFor(certificate, question) && !there.some((row) => isSame(row, certificate.cells)),
      )
      .map(({ question }) => {
        const columns = new Set(question.columns.map(idOf));
        const cells = Object.entries(certificate.cells).filter(([column]) => columns.has(column));
        return { question, page: certificate.page, cells: Object.fromEntries(cells) };
      });
  return new Map(
    [...certificates].map(([of, all]) => [of, all.filter((one) => whoseOf(one, own).is !== 'foreign').flatMap(rowsIn)]),
  );
}

const questionsOf = ({ category, language }: Session): readonly Question[] =>
  questionGroups(category, language).flatMap((group) => group.questions);

/** The applicant, as it is called now and was. */
export function ownNames(session: Session): readonly string[] {
  const former = questionsOf(session).find(({ fact }) => fact?.id === 'former_names');
  const node = former && located(session, former).node;
  const before = node?.kind === 'list' ? node.items.map(shownText) : [shownText(node)];
  const now = shownText(located(session, { path: [step('enterprise')] }).node);
  return [now, ...before].map(printed).filter((one) => one !== '');
}

/** The rows that are written, by the ids of their columns. */
export const rowsOf = (node: Node | undefined, { columns }: Question): readonly Row[] =>
  (node?.kind === 'list' ? node.items : node === undefined ? [] : [node]).map((item) =>
    Object.fromEntries(
      (item.kind === 'map' ? item.entries : []).flatMap(({ key, value }) => {
        const column = columns.map(({ path }) => path[0]).find((one) => one && names(key, one.id, ...one.labels));
        const text = shownText(value);
        return column === undefined || text === '' ? [] : [[column.id, text]];
      }),
    ),
  );

/** The answer as a dossier writes it; what was made of it is shown. */
export function answerOf({ say, words }: Session, question: Question, value: Value): Writable {
  const isAnswer = typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
  const taken = isAnswer ? question.taken(value as Answer) : value;
  const shown = (one: Value): string => (Array.isArray(one) ? one.map(String).join('、') : String(one));
  if (shown(taken) !== shown(value)) say([`  ${words.taken(shown(value), shown(taken))}`]);
  return writable(taken, question.fact);
}
