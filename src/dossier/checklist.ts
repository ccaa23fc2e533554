// Answers the checklist of a category with the attestations of a dossier; a changed file voids the word given for it.
import type { AttachedFile, Inventory } from '../attachments/inventory-types.ts';
import { pathKey } from '../attachments/names.ts';
import type { ChecklistPoint } from '../category/category.ts';
import type { ChecklistItem } from '../decide/criteria/result.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';
import { type At, placeOf } from './beside.ts';
import type { Attestation } from './definition.ts';

export type ChecklistRead = { readonly items: readonly ChecklistItem[]; readonly findings: readonly Finding[] };

/** `digest` gives the SHA-256 of a file of the inventory. */
export async function answerChecklist(
  points: readonly ChecklistPoint[],
  words: readonly At<Attestation>[],
  inventory: Inventory,
  digest: (file: AttachedFile) => Promise<string>,
  otherwise: Place,
): Promise<ChecklistRead> {
  const findings: Finding[] = words
    .filter((word) => !points.some((point) => point.id === word.item))
    .map((word) => {
      const near = nearest(
        word.item,
        points.map((point) => point.id),
      );
      return report(
        'attestation-unknown',
        near === undefined ? { item: word.item } : { item: word.item, nearest: near },
        placeOf(word, 'item'),
      );
    });
  const items: ChecklistItem[] = [];
  for (const point of points) {
    const word = words.findLast((candidate) => candidate.item === point.id);
    const changed = word && (await changedFile(word, inventory, digest));
    const { id, text, asked, cite, slot } = point;
    const given = word && { by: word.by, on: word.on };
    items.push({
      id,
      text,
      asked,
      cite,
      ...(slot === undefined ? {} : { slot }),
      ...(given && changed === undefined ? { attested: given } : {}),
      ...(given && changed !== undefined ? { voided: { ...given, file: changed.file } } : {}),
    });
    if (word && changed !== undefined)
      findings.push(report('attestation-void', { item: text, file: changed.file }, changed.at));
    else if (word && word.files.length === 0 && point.slot !== undefined)
      findings.push(
        report('attestation-unbound', { item: text }, placeOf(word, word.keys.has('files') ? 'files' : 'item')),
      );
    else if (!word && asked)
      findings.push(report('attestation-open', { item: text }, { ...otherwise, path: `attestations.${id}` }, { cite }));
  }
  return { items, findings };
}

/** The first file of an attestation that is gone or has other bytes now: at its name, or at the digest that differs. */
async function changedFile(
  word: At<Attestation>,
  inventory: Inventory,
  digest: (file: AttachedFile) => Promise<string>,
): Promise<{ readonly file: string; readonly at: Place } | undefined> {
  const attached = [...inventory.slots.flatMap((slot) => slot.files), ...inventory.rows.map((row) => row.file)];
  for (const [index, { file, sha256 }] of word.files.entries()) {
    const found = attached.find((candidate) => pathKey(candidate.source) === pathKey(file));
    if (found === undefined) return { file, at: placeOf(word, `files[${index}].file`) };
    if ((await digest(found)) !== sha256) return { file, at: placeOf(word, `files[${index}].sha256`) };
  }
  return undefined;
}
