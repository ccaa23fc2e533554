// Writes what a file of answers gives into a dossier: fields first, then attachments with what is said of them, then claims.
import { says } from '../document/edit-proof.ts';
import type { Node } from '../document/node.ts';
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
import { located, type Session, write } from '../intake/wizard/session.ts';
import type { Answers } from './wizard-begin.ts';

/**
 * Gives how many answers were written. Tables only where there are no rows yet; an attachment replaces what stood at
 * its slot; claims are added to those that are there.
 */
export async function answerFrom(session: Session, { given }: Answers): Promise<number> {
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
