// Writes answers of a file or of a workbook into a dossier, each read as the wizard reads it; names what it does not write.
import type { EditPath } from '../document/edit.ts';
import { says } from '../document/edit-proof.ts';
import { Figure, isMapping, type Writable } from '../document/edit-text.ts';
import type { Node } from '../document/node.ts';
import { spellingOf, speltIn } from '../dossier/edit.ts';
import { nearest } from '../findings/nearest.ts';
import { ownLabel } from '../findings/shapes.ts';
import { keyOf, names, type Spelling, type Step } from '../form/keys.ts';
import { takeValue } from '../form/take-value.ts';
import {
  isBlank,
  isOneText,
  isValues,
  slotSteps,
  type Value,
  type Values,
  writable,
  writableEvidence,
} from '../intake/starter/given.ts';
import { type Answer, type Question, step } from '../intake/starter/question.ts';
import { type Answerable, answerable } from '../intake/starter/questions.ts';
import { located, type Session, shownText, treeOf as treeIn, write } from '../intake/wizard/session.ts';
import type { Answers } from './wizard-run.ts';

/** Columns by which a row is known again, and names of a section that are told, at most. */
const [mostKeys, mostNamed] = [3, 6];

/** A value as a person reads it. */
function shownValue(value: Writable): string {
  if (value instanceof Figure) return value.source;
  if (typeof value !== 'object') return String(value);
  return (isMapping(value) ? Object.values(value) : value).map(shownValue).join('、');
}

/** What a file of answers came to: how many were written, and a line for each that was not. */
export type Answered = {
  readonly written: number;
  readonly left: readonly string[];
  readonly changes: readonly Changed[];
};

/** A value as it was, empty where there was none, and as it is now. */
type Changed = { readonly label: string; readonly before: string; readonly after: string };

/**
 * Every answer is read as the wizard reads it. Tables only where there are no rows yet; an attachment replaces what
 * stood at its slot; claims are added to those that are there. With `merge` rows are known again by their first columns:
 * their cells are changed, others are added, and none goes.
 */
export async function answerFrom(
  session: Session,
  { given, category, wrong }: Answers,
  merge = false,
): Promise<Answered> {
  const { words } = session;
  const say = words.notWritten;
  const left: string[] = [];
  const changes: Changed[] = [];
  let written = 0;
  const known = answerable(session.category, session.language);
  for (const [key, value] of Object.entries(given))
    if (key !== 'attachments' && key !== 'claims') await answer(key, value, known, []);
  const slotStep = slotSteps(session.category.slots);
  const slots = session.category.slots.map(({ id }) => ({ step: slotStep.of(id), below: [] }));
  for (const [key, value] of Object.entries(given.attachments ?? {})) {
    const slot = found(key, slots);
    if (slot === undefined) left.push(unknown(pathOf('attachments', key), key, slots));
    else
      await put(
        { path: [step('attachments'), slot.step], label: slot.step.labels[0] ?? key },
        writableEvidence(value, about()),
      );
  }
  for (const claim of given.claims ?? []) await addClaim(claim);
  if (category !== undefined && category !== session.category.id) left.push(say.category(session.category.id));
  for (const key of wrong) left.push(unknown(key, key, known));
  return { written, left, changes };

  function spelling() {
    return spellingOf(treeIn(session.bytes()));
  }

  function about(by: Spelling = spelling()) {
    return { vocabulary: session.category.vocabulary, spelling: by };
  }

  /** A key as the dossier spells it: ours by its printed name where those are written. */
  function spelt(key: string, one: { readonly step: Step } | undefined): string {
    return key === one?.step.id ? keyOf(one.step, spelling()) : key;
  }

  /** Our own key stands first; it is said as the dossier spells it. */
  function pathOf(part = '', ...below: readonly string[]): string {
    return [spelling() === 'ids' ? part : ownLabel('dossier', part), ...below].join('.');
  }

  function unknown(path: string, key: string, among: readonly { readonly step: Step }[]): string {
    const places = placesOf(key, known, []);
    const [place] = places;
    if (place !== undefined && places.length === 1) return say.elsewhere(path, place);
    const called = among.map(({ step: { id, labels } }) => labels[0] ?? id);
    return say.unknown(path, nearestOf(key, among), called.length > mostNamed ? [] : called);
  }

  async function answer(
    key: string,
    value: Value,
    among: readonly Answerable[],
    above: readonly string[],
  ): Promise<void> {
    const one = found(key, among);
    const path = pathOf(...above, spelt(key, one));
    if (isBlank(value)) return;
    if (key === 'waivers' || key === 'attestations') {
      left.push(say.byCommand(key, key === 'waivers' ? 'zjtx record waive' : 'zjtx record attest'));
    } else if (one === undefined) left.push(unknown(path, key, among));
    else if (one.question !== undefined) await answerOne(one.question, value, path);
    else if (isValues(value))
      for (const [inner, below] of Object.entries(value))
        await answer(inner, below, one.below, [...above, spelt(key, one)]);
    else
      left.push(
        say.parted(
          path,
          one.below.map(({ step: { id, labels } }) => labels[0] ?? id),
        ),
      );
  }

  async function answerOne(asked: Question, value: Value, path: string): Promise<void> {
    if (asked.kind === 'rows') await takeRows(asked, value, path);
    else {
      const read = readAnswer(asked, value);
      if (read === undefined) left.push(say.shape(path));
      else if ('wrong' in read) left.push(say.refused(path, read.wrong));
      else await put(asked, writable(read.value, asked.fact, { spelling: spelling() }));
    }
  }

  async function takeRows(asked: Question, value: Value, path: string): Promise<void> {
    const rows = Array.isArray(value) ? value : [];
    const before = left.length;
    if (!Array.isArray(value) || !rows.every(isValues)) left.push(say.shape(path));
    const columns = asked.columns.map(
      (column): Answerable => ({ step: column.path[0] ?? step(''), question: column, below: [] }),
    );
    const taken = rows.filter(isValues).map((row, index) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([key, cell]): [string, Value][] => {
          const one = found(key, columns);
          const column = one?.question;
          const at = `${words.row(path, index + 1)} ${spelt(key, one)}`;
          const read = column && readAnswer(column, cell);
          if (isBlank(cell)) return [];
          if (column === undefined) left.push(unknown(at, key, columns));
          else if (read === undefined) left.push(say.shape(at));
          else if ('wrong' in read) left.push(say.refused(at, read.wrong));
          else return [[column.path[0]?.id ?? key, read.value]];
          return [];
        }),
      ),
    );
    // A table is taken whole or not at all: a row without one of its cells is another row.
    if (left.length > before) return;
    const { node } = located(session, asked);
    const fresh = inStyle(taken, asked);
    const there = node?.kind === 'list' ? node.items.length : 1;
    if (node === undefined || says(node, fresh)) await put(asked, fresh);
    else if (!merge || node.kind !== 'list' || !(await mergeRows(asked, node.items, taken)))
      left.push(say.rows(asked.label, there));
  }

  /** Gives false where it cannot be told which row is which. */
  async function mergeRows(asked: Question, items: readonly Node[], rows: readonly Values[]): Promise<boolean> {
    const cell = (item: Node | undefined, { path }: Question) =>
      item?.kind === 'map'
        ? item.entries.find(({ key }) => path.every(({ id, labels }) => names(key, id, ...labels)))
        : undefined;
    const textOf = (node: Node | undefined, { fact }: Question): string => {
      const taken = fact === undefined || node === undefined ? undefined : takeValue(node, { fact }).taken;
      return taken === undefined ? shownText(node) : [taken].flat().join('、');
    };
    const said = (row: Values, { path, fact }: Question): string => {
      const value = row[path[0]?.id ?? ''];
      return isBlank(value) || value === undefined ? '' : shownValue(writable(value, fact));
    };
    for (let count = 1; count <= Math.min(mostKeys, asked.columns.length); count += 1) {
      const own = asked.columns.slice(0, count);
      const before = items.map((item) => own.map((column) => textOf(cell(item, column)?.value, column)).join(' '));
      const now = rows.map((row) => own.map((column) => said(row, column)).join(' '));
      if (new Set(before).size < before.length || new Set(now).size < now.length) continue;
      for (const [index, row] of rows.entries()) await putRow(now[index] ?? '', before.indexOf(now[index] ?? ''), row);
      return true;
    }
    return false;

    async function putRow(name: string, index: number, row: Values): Promise<void> {
      const { path } = located(session, asked);
      const label = `${asked.label} ${name}`;
      if (index < 0) return record(label, '', inStyle(row, asked), path, true);
      for (const column of asked.columns) {
        const there = cell(items[index], column);
        const text = said(row, column);
        if (text === '' || text === textOf(there?.value, column)) continue;
        const value = writable(row[column.path[0]?.id ?? ''] ?? '', column.fact);
        const key = there?.key ?? keyOf(column.path[0] ?? step(''), spelling());
        await record(`${label} ${column.label}`, shownText(there?.value), value, [...path, index, key]);
      }
    }
  }

  /** Rows, with the columns named as the dossier names its parts. */
  function inStyle(rows: Value, { fact, columns }: Question): Writable {
    const steps = columns.flatMap(({ path }) => path);
    const named = (key: string): Step | undefined => steps.find(({ id }) => id === key);
    return writable(rows, fact, { spelling: spelling(), steps: { named, of: (id) => named(id) ?? step(id) } });
  }

  async function record(label: string, before: string, value: Writable, path: EditPath, append = false): Promise<void> {
    if (await write(session, path, value, append)) {
      written += 1;
      changes.push({ label, before, after: shownValue(value) });
    } else left.push(say.fault(label));
  }

  async function put(at: Pick<Question, 'path' | 'label'>, fresh: Writable): Promise<void> {
    const { path, node } = located(session, at);
    if (node?.kind === 'scalar' && isOneText(node.source, fresh)) return;
    if (!says(node, speltIn(at.path[0]?.id, fresh, treeIn(session.bytes()))))
      await record(at.label, shownText(node), fresh, path);
  }

  async function addClaim(claim: Value): Promise<void> {
    const by = (spelling?: Spelling) =>
      speltIn('claims', writableEvidence(claim, about(spelling)), treeIn(session.bytes()));
    const fresh = by();
    const { path, node } = located(session, { path: [step('claims')] });
    const there: readonly Node[] = node?.kind === 'list' ? node.items : [];
    // The fact may be named there in the other way.
    if (there.some((item) => [by('ids'), by('labels')].some((one) => says(item, one)))) return;
    await record(words.notWritten.claims, '', there.length > 0 ? fresh : [fresh], path, there.length > 0);
  }
}

/** Below which keys one that stands in the wrong place belongs, as they are printed. */
const placesOf = (key: string, among: readonly Answerable[], above: readonly string[]): readonly string[] =>
  among.flatMap(({ step: { id, labels }, below }) => {
    if (above.length > 0 && names(key, id, ...labels)) return [above.join(' → ')];
    return placesOf(key, below, [...above, labels[0] ?? id]);
  });

const found = <K extends { readonly step: Step }>(key: string, among: readonly K[]): K | undefined =>
  among.find(({ step: { id, labels } }) => names(key, id, ...labels));

const nearestOf = (key: string, among: readonly { readonly step: Step }[]): string | undefined =>
  nearest(
    key,
    among.flatMap(({ step: { id, labels } }) => [id, ...labels.filter((label) => label !== undefined)]),
  );

/** The answer as a dossier writes it, or why it cannot stand; nothing where it has the shape of no answer. */
function readAnswer(asked: Question, value: Value): { readonly value: Value } | { readonly wrong: string } | undefined {
  if (asked.fact === undefined || asked.kind === 'free') return { value };
  const answer = typeof value === 'boolean' ? (value ? '是' : '否') : value;
  if (typeof answer !== 'string' && !(Array.isArray(answer) && answer.every((one) => typeof one === 'string')))
    return undefined;
  const wrong = asked.validate(answer as Answer);
  return wrong === undefined ? { value: asked.taken(answer as Answer) } : { wrong };
}
