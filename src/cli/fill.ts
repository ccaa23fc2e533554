// What zjtx init does with a dossier that is there: asks what is open in a dossier, or writes into it what a file of answers gives.
import { resolve } from 'node:path';
import { rootFinder } from '../batch/config.ts';
import { findDossiers, readDossier } from '../batch/find.ts';
import { openCatalog } from '../category/catalog.ts';
import { says } from '../document/edit-proof.ts';
import type { Writable } from '../document/edit-text.ts';
import type { Node } from '../document/node.ts';
import { openDossier } from '../dossier/head.ts';
import type { Fact } from '../expression/types.ts';
import { nearest } from '../findings/nearest.ts';
import { statedFact } from '../form/field.ts';
import { names } from '../form/keys.ts';
import { isBlank, isValues, type Step, type Value, writable, writableEvidence } from '../intake/starter/given.ts';
import { type Answer, helpOf, type Question, question, rowsQuestion, step } from '../intake/starter/question.ts';
import { questionGroups } from '../intake/starter/questions.ts';
import { silent } from '../intake/wizard/asker.ts';
import { located, type Session, write } from '../intake/wizard/session.ts';
import { type Context, exit } from './command.ts';
import { isSet, listOption, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { usage } from './usage.ts';
import { type Answers, askerOf, openSession, readAnswers, refusal, runWizard, stateOf, take } from './wizard-run.ts';

const command = 'zjtx init';

export const run = (given: Context): Promise<number> => withResult(given, 'fill', goOn);

async function goOn(context: Context, tell: Tell<'fill'>): Promise<number> {
  const { terminal, options, args } = context;
  const [answersPath, takePath] = ['answers', 'take'].map((name) => textOption(options, name));
  const quiet = isSet(options, 'yes') || answersPath !== undefined;
  const asker = quiet ? undefined : await askerOf(context);
  if (!quiet && asker === undefined)
    throw refusal('no-terminal', (say) => say.noScreen('zjtx init --answers answers.yaml'));
  const { found, missing } = await findDossiers(args, terminal.cwd);
  const [one, ...others] = found;
  if (one === undefined || others.length > 0)
    throw missing[0] ?? usage(command, (words) => words.oneDossier(found.length));
  const { bytes } = await readDossier(one, rootFinder());
  const shown = one.shown === '.' ? one.file : `${one.shown}/${one.file}`;
  const { head } = openDossier({ bytes, file: one.file });
  const id = textOption(options, 'category') ?? head?.category;
  if (head === undefined) throw refusal('dossier-unreadable', (say) => say.faulty(shown));
  if (id === undefined) throw refusal('no-category', (say) => say.noCategory);
  const catalog = await openCatalog(listOption(options, 'schemas').map((folder) => resolve(terminal.cwd, folder)));
  const place = { folder: one.folder, file: one.file, shown };
  const opened = await openSession(context, await catalog.open(id), place, asker ?? silent, true);
  let answered: Answered = { written: 0, left: [] };
  if (answersPath !== undefined) {
    answered = await answerFrom(opened.session, await readAnswers(answersPath, terminal.cwd));
    opened.session.say([opened.session.words.answered(answered.written), ...answered.left]);
  }
  if (takePath !== undefined) await take(context, opened.session, place, takePath, asker !== undefined);
  const code = asker === undefined ? exit.fine : await runWizard(context, opened);
  const { written, left } = answered;
  tell({ dossier: shown, answered: written, left: [...left], ...stateOf(opened.session) });
  return left.length > 0 ? exit.findings : code;
}

/** Names of a section that are all told. */
const mostNamed = 6;

/** What a file of answers came to: how many were written, and a line for each that was not. */
type Answered = { readonly written: number; readonly left: readonly string[] };

/** A step that a file of answers may take: to a question, or to further steps. */
type Known = { readonly step: Step; readonly question?: Question; readonly below: readonly Known[] };

/**
 * Every answer is read as the wizard reads it. Tables only where there are no rows yet; an attachment replaces what
 * stood at its slot; claims are added to those that are there.
 */
async function answerFrom(session: Session, { given, category, wrong }: Answers): Promise<Answered> {
  const { words } = session;
  const say = words.notWritten;
  const left: string[] = [];
  let written = 0;
  const known = knownIn(session);
  for (const [key, value] of Object.entries(given))
    if (key !== 'attachments' && key !== 'claims') await answer(key, value, known, []);
  const slots = session.category.slots.map(({ id, label }) => ({ step: step(id, label), below: [] }));
  for (const [key, value] of Object.entries(given.attachments ?? {})) {
    const slot = found(key, slots);
    if (slot === undefined) left.push(unknown(`attachments.${key}`, key, slots));
    else
      await put({ path: [step('attachments'), slot.step], label: slot.step.labels[0] ?? key }, writableEvidence(value));
  }
  for (const claim of given.claims ?? []) await addClaim(claim);
  if (category !== undefined && category !== session.category.id) left.push(say.category(session.category.id));
  for (const key of wrong) left.push(unknown(key, key, known));
  return { written, left };

  function unknown(path: string, key: string, among: readonly { readonly step: Step }[]): string {
    const called = among.map(({ step: { id, labels } }) => labels[0] ?? id);
    return say.unknown(path, nearestOf(key, among), called.length > mostNamed ? [] : called);
  }

  async function answer(key: string, value: Value, among: readonly Known[], above: readonly string[]): Promise<void> {
    const path = [...above, key].join('.');
    const one = found(key, among);
    if (isBlank(value)) return;
    if (key === 'waivers' || key === 'attestations') {
      left.push(say.byCommand(key, key === 'waivers' ? 'zjtx record waive' : 'zjtx record attest'));
    } else if (one === undefined) left.push(unknown(path, key, among));
    else if (one.question !== undefined) await answerOne(one.question, value, path);
    else if (isValues(value))
      for (const [inner, below] of Object.entries(value)) await answer(inner, below, one.below, [...above, key]);
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
      else await put(asked, writable(read.value, asked.fact));
    }
  }

  async function takeRows(asked: Question, value: Value, path: string): Promise<void> {
    const rows = Array.isArray(value) ? value : [];
    const before = left.length;
    if (!Array.isArray(value) || !rows.every(isValues)) left.push(say.shape(path));
    const columns = asked.columns.map(
      (column): Known => ({ step: column.path[0] ?? step(''), question: column, below: [] }),
    );
    const taken = rows.filter(isValues).map((row, index) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([key, cell]): [string, Value][] => {
          const column = found(key, columns)?.question;
          const at = `${path}[${index}].${key}`;
          const read = column && readAnswer(column, cell);
          if (isBlank(cell)) return [];
          if (column === undefined) left.push(unknown(at, key, columns));
          else if (read === undefined) left.push(say.shape(at));
          else if ('wrong' in read) left.push(say.refused(at, read.wrong));
          else return [[key, read.value]];
          return [];
        }),
      ),
    );
    // A table is taken whole or not at all: a row without one of its cells is another row.
    if (left.length > before) return;
    const { node } = located(session, asked);
    const fresh = writable(taken, asked.fact);
    const there = node?.kind === 'list' ? node.items.length : 1;
    if (node !== undefined && !says(node, fresh)) left.push(say.rows(asked.label, there));
    else await put(asked, fresh);
  }

  async function put(at: Pick<Question, 'path' | 'label'>, fresh: Writable): Promise<void> {
    const { path, node } = located(session, at);
    if (says(node, fresh)) return;
    if (await write(session, path, fresh)) written += 1;
    else left.push(say.fault(at.label));
  }

  async function addClaim(claim: Value): Promise<void> {
    const fresh = writableEvidence(claim);
    const { path, node } = located(session, { path: [step('claims')] });
    const there: readonly Node[] = node?.kind === 'list' ? node.items : [];
    if (there.some((item) => says(item, fresh))) return;
    if (await write(session, path, there.length > 0 ? fresh : [fresh], there.length > 0)) written += 1;
    else left.push(say.fault('claims'));
  }
}

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

/** All that a dossier of the category may say: what the wizard asks, the cells that the portal computes, other facts. */
function knownIn({ category, language }: Session): readonly Known[] {
  const asking = { lists: category.form.lists, language };
  const computed = category.form.sections.flatMap((section) =>
    section.items.flatMap((item) =>
      item.kind === 'field' && item.computed !== undefined
        ? [
            question(
              {
                path: [step('form'), step(section.id, section.title), step(item.id, item.label, item.printed)],
                label: item.label,
                help: [],
                required: false,
                fact: statedFact,
              },
              asking,
            ),
          ]
        : [],
    ),
  );
  const asOf = question({ path: [step('as_of')], label: 'as_of', help: [], required: false, fact: day }, asking);
  const asked = questionGroups(category, language).flatMap(({ questions }) => questions);
  const printed = new Set(category.form.sections.flatMap(({ items }) => items.map(({ fact }) => fact?.id)));
  const others = [...category.vocabulary.values()].flatMap((fact): Question[] => {
    const path = [step('facts'), step(fact.id, fact.meaning)];
    if (
      fact.id === 'titles' ||
      printed.has(fact.id) ||
      asked.some((one) => one.path[1]?.id === fact.id && one.path[0]?.id === 'facts')
    )
      return [];
    if (fact.type === 'table') return [rowsQuestion(path, fact.meaning, fact, '', asking)];
    const whole = fact.yearly || fact.type === 'record' ? { kind: 'free' as const } : {};
    return [question({ path, label: fact.meaning, help: helpOf(fact), required: false, fact, ...whole }, asking)];
  });
  return treeOf([asOf, ...asked, ...computed, ...others], 0);
}

const day: Fact = { ...statedFact, id: 'as_of', type: 'date' };

/** Questions by the steps that lead to them. */
function treeOf(questions: readonly Question[], depth: number): readonly Known[] {
  const by = new Map<string, Question[]>();
  for (const one of questions) {
    const id = one.path[depth]?.id;
    if (id !== undefined) by.set(id, [...(by.get(id) ?? []), one]);
  }
  return [...by.values()].map((all): Known => {
    const own = all.find(({ path }) => path.length === depth + 1);
    const labels = all.flatMap(({ path }) => path[depth]?.labels ?? []);
    const one = { step: { id: all[0]?.path[depth]?.id ?? '', labels: [...new Set(labels)] } };
    return own === undefined ? { ...one, below: treeOf(all, depth + 1) } : { ...one, question: own, below: [] };
  });
}
