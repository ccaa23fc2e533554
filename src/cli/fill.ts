// What zjtx fill does: asks what is open in a dossier, or writes into it what a file of answers gives.
import { resolve } from 'node:path';
import { rootFinder } from '../batch/config.ts';
import { findDossiers, readDossier } from '../batch/find.ts';
import { openCatalog } from '../category/catalog.ts';
import { says } from '../document/edit-proof.ts';
import type { Node } from '../document/node.ts';
import { openDossier } from '../dossier/head.ts';
import {
  type Given,
  type Step,
  type Value,
  type Values,
  valueIn,
  writable,
  writableEvidence,
} from '../intake/starter/given.ts';
import { questionGroups } from '../intake/starter/questions.ts';
import { silent } from '../intake/wizard/asker.ts';
import { located, type Session, write } from '../intake/wizard/session.ts';
import type { Context } from './command.ts';
import { type Answers, readAnswers, refusal } from './init.ts';
import { isSet, listOption, textOption } from './options.ts';
import { type Tell, withResult } from './result.ts';
import { usage } from './usage.ts';
import { askerOf, openSession, runWizard, stateOf, take } from './wizard-run.ts';

const command = 'zjtx fill';

export const run = (given: Context): Promise<number> => withResult(given, 'fill', goOn);

async function goOn(context: Context, tell: Tell<'fill'>): Promise<number> {
  const { terminal, options, args } = context;
  const [answersPath, takePath] = ['answers', 'take'].map((name) => textOption(options, name));
  const quiet = isSet(options, 'yes') || answersPath !== undefined;
  const asker = quiet ? undefined : await askerOf(context);
  if (!quiet && asker === undefined)
    throw refusal('no-terminal', (say) => say.noScreen('zjtx fill --answers answers.yaml'));
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
  let answered = 0;
  if (answersPath !== undefined) {
    const written = await answerFrom(opened.session, await readAnswers(answersPath, terminal.cwd));
    answered = written;
    opened.session.say([opened.session.words.answered(written)]);
  }
  if (takePath !== undefined) await take(context, opened.session, place, takePath, asker !== undefined);
  const code = asker === undefined ? 0 : await runWizard(context, opened);
  tell({ dossier: shown, answered, ...stateOf(opened.session) });
  return code;
}

/**
 * Gives how many answers were written. Tables only where there are no rows yet; an attachment replaces what stood at
 * its slot; claims are added to those that are there.
 */
async function answerFrom(session: Session, { given }: Answers): Promise<number> {
  let written = 0;
  for (const question of questionGroups(session.category, session.language).flatMap(({ questions }) => questions)) {
    const value = valueIn(given as Values, question.path);
    const { path, node } = located(session, question);
    if (value === undefined || (question.kind === 'rows' && node !== undefined)) continue;
    const fresh = writable(value, question.fact);
    if (!says(node, fresh) && (await write(session, path, fresh))) written += 1;
  }
  return written + (await attachmentsFrom(session, given)) + (await claimsFrom(session, given.claims ?? []));
}

async function attachmentsFrom(session: Session, given: Given): Promise<number> {
  let written = 0;
  for (const { id, label } of session.category.slots) {
    const steps: readonly Step[] = [
      { id: 'attachments', labels: [] },
      { id, labels: [label] },
    ];
    const value = valueIn(given as Values, steps);
    if (value === undefined) continue;
    const { path, node } = located(session, { path: steps });
    const fresh = writableEvidence(value);
    if (!says(node, fresh) && (await write(session, path, fresh))) written += 1;
  }
  return written;
}

async function claimsFrom(session: Session, claims: readonly Value[]): Promise<number> {
  let written = 0;
  const steps: readonly Step[] = [{ id: 'claims', labels: [] }];
  for (const claim of claims) {
    const fresh = writableEvidence(claim);
    const { path, node } = located(session, { path: steps });
    const there: readonly Node[] = node?.kind === 'list' ? node.items : [];
    if (there.some((item) => says(item, fresh))) continue;
    if (await write(session, path, there.length > 0 ? fresh : [fresh], there.length > 0)) written += 1;
  }
  return written;
}
