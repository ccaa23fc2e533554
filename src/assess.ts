// The pipeline: a dossier and its category in, one Assessment out.
import { createHash } from 'node:crypto';
import type { Assessment, DossierInfo, Outcome, Unreadable } from './assessment.ts';
import { askedSlots } from './attachments/asked.ts';
import { digestFile } from './attachments/digest.ts';
import { checkEvidence } from './attachments/evidence/check.ts';
import { checkClaims } from './attachments/evidence/claims.ts';
import { takeInventory } from './attachments/inventory.ts';
import type { Catalog } from './category/catalog.ts';
import type { Category } from './category/category.ts';
import { citeWith } from './category/clauses.ts';
import { countsOf, stateOf } from './counts.ts';
import { decideCriteria } from './criteria/decide.ts';
import { type MapNode, placeAt } from './document/node.ts';
import { readDocument } from './document/read.ts';
import { readAttachments } from './dossier/attachments.ts';
import { readAttestations, readClaims, readWaivers } from './dossier/beside.ts';
import { answerChecklist } from './dossier/checklist.ts';
import { type DossierHead, readHead } from './dossier/head.ts';
import { seasonFindings } from './dossier/season.ts';
import type { Finding } from './findings/finding.ts';
import { inOrder } from './findings/order.ts';
import { report } from './findings/report.ts';
import { applyWaivers } from './findings/waive.ts';
import { validateForm } from './form/validate.ts';
import { infoOf } from './info.ts';
import { computeMetrics } from './metrics/compute.ts';
import { statedFindings } from './metrics/stated.ts';
import { warmUp } from './pdf/inspect.ts';
import { version } from './version.ts';

/** A dossier as found on disk. */
export type DossierFile = {
  /** Absolute folder; paths in the dossier are relative to it. */
  readonly folder: string;
  /** The folder as the caller named it, for reports. */
  readonly shown: string;
  /** Name of the file inside the folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Absolute folder below which attachments may be read: `folder` or one above it. */
  readonly root: string;
};

export type AssessOptions = {
  readonly catalog: Catalog;
  /** Overrides the dossier's own `as_of`. */
  readonly asOf?: string;
  /** The day when neither is given, in Asia/Shanghai. */
  readonly today: string;
};

const program = { name: 'zjtx', version } as const;

/** Assesses one dossier. Throws a Stop for an unknown category or a definition with errors; all else are findings. */
export async function assess(dossier: DossierFile, options: AssessOptions): Promise<Outcome> {
  const read = readDocument(dossier.bytes, dossier.file);
  const info: DossierInfo = {
    file: dossier.file,
    folder: dossier.shown,
    text: read.text,
    bytes: dossier.bytes,
    sha256: createHash('sha256').update(dossier.bytes).digest('hex'),
  };
  const head = read.node?.kind === 'map' ? readHead(read.node, dossier.file) : undefined;
  const asOf = options.asOf ?? head?.asOf ?? options.today;
  const soFar = [...read.findings, ...(head?.findings ?? [])];
  if (read.node?.kind !== 'map' || head === undefined) return unreadable(info, asOf, '', soFar);
  if (head.category === undefined) {
    const categories = (await options.catalog.list()).map((entry) => entry.id);
    const at = placeAt(dossier.file, 'category', read.node.entries[0]?.keyRange ?? read.node.range);
    return unreadable(info, asOf, head.enterprise, [...soFar, report('category-missing', { categories }, at)]);
  }
  // The definition is read meanwhile.
  if (/\.pdf\b|[*?]/i.test(read.text)) warmUp();
  const category = await options.catalog.open(head.category);
  return assessAs(category, dossier, info, read.node, head, asOf, soFar);
}

async function assessAs(
  category: Category,
  dossier: DossierFile,
  info: DossierInfo,
  root: MapNode,
  head: DossierHead,
  asOf: string,
  soFar: readonly Finding[],
): Promise<Assessment> {
  const { folder, file } = dossier;
  const part = (name: 'form' | 'facts' | 'titles') => {
    const node = head.part(name);
    return node === undefined ? {} : { [name]: node };
  };
  const form = validateForm(category.form, category.vocabulary, {
    file,
    root,
    asOf,
    ...part('form'),
    ...part('facts'),
    ...part('titles'),
  });
  const attachments = readAttachments(head.part('attachments'), root, category.slots, form.rows, file);
  const computed = computeMetrics(category.metrics, category.scope, form.facts, asOf, form.stated);
  const input = { facts: form.facts, metrics: computed.values, asOf };
  const founded = form.facts.get('founded');
  const taken = await takeInventory({
    folder,
    root: dossier.root,
    file,
    slots: askedSlots(category.slots, input),
    files: category.files,
    entries: attachments.entries,
    ...(typeof founded === 'string' ? { foundedYear: Number(founded.slice(0, 4)) } : {}),
  });
  const evidence = checkEvidence(taken.inventory, {
    enterprise: head.enterprise,
    facts: form.facts,
    vocabulary: category.vocabulary,
    asOf,
    reason: (row) => citeWith(category.definition.sources, `practice ${row}`),
  });
  const top = placeAt(file, '', root.entries[0]?.keyRange ?? root.range);
  const decided = decideCriteria(category.criteria, input, form.places, top);
  const claims = readClaims(head.part('claims'), file, category.vocabulary.keys());
  const words = readAttestations(head.part('attestations'), file);
  const digest = async (attached: { absolute: string; sha256?: string }) =>
    attached.sha256 ?? digestFile(attached.absolute);
  const checklist = await answerChecklist(category.checklist, words.items, taken.inventory, digest, top);
  const waivers = readWaivers(head.part('waivers'), file);
  const found: Finding[] = [
    ...soFar,
    ...seasonFindings(category, root, file, asOf),
    ...form.findings,
    ...attachments.findings,
    ...taken.findings,
    ...evidence,
    ...statedFindings(computed.results),
    ...decided.findings,
    ...claims.findings,
    ...checkClaims(claims.items, taken.inventory, attachments.entries),
    ...words.findings,
    ...checklist.findings,
    ...waivers.findings,
  ];
  const findings = inOrder(applyWaivers(found, waivers.items, asOf));
  const counts = countsOf(findings, decided.results);
  const uscc = form.facts.get('uscc');
  return {
    kind: 'assessed',
    program,
    asOf,
    dossier: info,
    enterprise: head.enterprise,
    uscc: typeof uscc === 'string' ? uscc : '',
    category: infoOf(category),
    form: form.form,
    inventory: taken.inventory,
    metrics: computed.results,
    criteria: decided.results,
    checklist: checklist.items,
    findings,
    counts,
    state: stateOf(counts),
  };
}

function unreadable(dossier: DossierInfo, asOf: string, enterprise: string, found: readonly Finding[]): Unreadable {
  const findings = inOrder(found);
  return {
    kind: 'unreadable',
    program,
    asOf,
    dossier,
    enterprise,
    findings,
    counts: countsOf(findings, []),
    state: 'errors',
  };
}
