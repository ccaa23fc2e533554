// The pipeline: a dossier and its category in, one Assessment out.

import { createHash } from 'node:crypto';
import { type Assessment, type DossierInfo, infoOf, type Outcome, type Unreadable } from './assessment.ts';
import { type Applicant, checkEvidence, checkMentions, wantedOf } from './attachments/evidence/check.ts';
import { checkClaims } from './attachments/evidence/claims.ts';
import { type Digests, digestAll, digestOf, takeInventory } from './attachments/inventory.ts';
import { openKept } from './attachments/kept.ts';
import type { lookAtScans } from './attachments/ocr/look.ts';
import { askedSlots } from './attachments/slots.ts';
import type { Catalog } from './category/catalog.ts';
import type { Category } from './category/category.ts';
import { decideCategory } from './category/decided.ts';
import { citeWith } from './category/open.ts';
import { checkEnds, checkTerms } from './decide/criteria/rules/titles.ts';
import { marketOf } from './decide/market.ts';
import { statedFindings } from './decide/metrics/compute.ts';
import { type Right, registerOf } from './decide/register.ts';
import { countsOf, stateOf } from './decide/state.ts';
import { withFixes } from './document/fixes.ts';
import { absentAt, entryOf, type MapNode, placeAt } from './document/node.ts';
import { readAttachments } from './dossier/attachments.ts';
import { readAttestations, readClaims, readWaivers } from './dossier/beside.ts';
import { answerChecklist } from './dossier/checklist.ts';
import { checkProved, showClaims } from './dossier/claims.ts';
import { checkEarlier, type Earlier } from './dossier/earlier.ts';
import { spellingOf } from './dossier/edit.ts';
import { alteredFindings, type DossierHead, openDossier, readForm } from './dossier/head.ts';
import { inFileWords } from './dossier/own-keys.ts';
import { checkPrint } from './dossier/print.ts';
import { dayFor, seasonFindings } from './dossier/season.ts';
import { checkSuperlatives } from './dossier/superlatives.ts';
import type { Input } from './expression/compile.ts';
import { isBelow } from './files/folder.ts';
import { warmUp } from './files/pdf/inspect.ts';
import { version } from './files/version.ts';
import type { Finding } from './findings/finding.ts';
import { foldFindings } from './findings/fold.ts';
import { inOrder } from './findings/order.ts';
import { report } from './findings/report.ts';
import { applyWaivers, type WaiverAt } from './findings/waive.ts';
import { checkIdentity } from './form/facts.ts';
import { checkPlausible } from './form/plausible/plausible.ts';
import { given } from './given.ts';

/** Absolute paths of fonts for characters that the summary's own lack; `any`: whoever draws it has one for each. */
export type FontsKnown = readonly string[] | 'any';

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
  readonly catalog: Pick<Catalog, 'list' | 'open'>;
  /** Overrides the dossier's own `as_of`. */
  readonly asOf?: string;
  /** Pages of PDFs that are pictures are rendered, to find blank ones. */
  readonly deep?: boolean;
  /** Every attachment gets its digest, which otherwise only those have that a comparison needed; or those known already. */
  readonly digests?: boolean | Digests;
  /** Scans are read by tesseract.js, to look for the applicant. */
  readonly ocr?: { readonly signal?: AbortSignal };
  /** For a dossier without `as_of`. */
  readonly asOfHere?: string;
  /** For a dossier that names no category. */
  readonly category?: string;
  /** The last day to submit, `2021-08-31`: said when it is near or past. */
  readonly deadline?: string;
  /** The day when neither is given, in Asia/Shanghai. */
  readonly today: string;
  /** Where it stands what was seen of files before, and the digest of the program; none for a bundle that is made or verified. */
  readonly cache?: { readonly folder: string; readonly program: string };
  /** Further fonts that the summary is drawn with. */
  readonly fonts?: FontsKnown;
  /** Those of the configuration, which hold for other dossiers too. */
  readonly waivers?: readonly WaiverAt[];
  /** What was filed before by this enterprise, and by others. */
  readonly earlier?: readonly Earlier[];
  /** What only another machine, or a comparison, could tell of this dossier. */
  readonly told?: readonly Finding[];
};

const program = { name: 'zjtx', version } as const;

/** Assesses one dossier. Throws a Stop for an unknown category or a definition with errors; all else are findings. */
export async function assess(dossier: DossierFile, options: AssessOptions): Promise<Outcome> {
  const { bytes, file, shown: folder } = dossier;
  const { text, head, findings: soFar } = openDossier(dossier);
  const info = { file, folder, text, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  const asOf = options.asOf ?? head?.asOf ?? options.asOfHere ?? options.today;
  if (head === undefined) return unreadable(info, asOf, '', soFar);
  const id = head.category ?? options.category;
  if (id === undefined) {
    const ids = (await options.catalog.list()).map((entry) => entry.id);
    const ofYear = ids.filter((one) => one.startsWith(`national/${asOf.slice(0, 4)}/`));
    const categories = [...new Set([...ofYear, ...ids])];
    const at = placeAt(file, 'category', absentAt(head.root.entries[0]?.keyRange ?? head.root.range));
    return unreadable(info, asOf, head.enterprise, [...soFar, report('category-missing', { categories }, at)]);
  }
  // The definition is read meanwhile. Where files were looked into before, there may be nothing to do for it.
  if (options.cache === undefined && /\.pdf\b|[*?]/i.test(text)) warmUp();
  const category = await options.catalog.open(id);
  return assessAs(category, dossier, info, head, options.asOf ?? dayFor(category, head, asOf), soFar, options);
}

async function assessAs(
  category: Category,
  dossier: DossierFile,
  dossierInfo: DossierInfo,
  head: DossierHead,
  asOf: string,
  soFar: readonly Finding[],
  options: AssessOptions,
): Promise<Assessment> {
  const { folder, file } = dossier;
  const { root } = head;
  const reason = (row: string) => citeWith(category.definition.sources, `practice ${row}`);
  const form = readForm(category, head, { asOf, reason });
  const { scope, vocabulary } = category;
  const plausible = checkPlausible({ ...form, vocabulary }, { asOf, cite: reason });
  const attachments = readAttachments(head.part('attachments'), root, category.slots, form.rows, file);
  const first = root.entries[0]?.keyRange ?? root.range;
  const top = placeAt(file, '', absentAt(first));
  const formAt = placeAt(file, 'form', entryOf(root, 'form')?.keyRange ?? absentAt(first));
  const decided = decideCategory(
    category,
    { facts: plausible.facts, asOf, stated: form.stated },
    { places: form.places, otherwise: top },
  );
  const founded = form.facts.get('founded');
  const wanted = wantedOf({ enterprise: head.enterprise, facts: form.facts });
  const known = typeof options.digests === 'object' ? options.digests : undefined;
  const taken = await takeInventory({
    folder,
    root: dossier.root,
    file,
    slots: askedSlots(category.slots, [decided.written, decided.input], scope),
    files: category.files,
    entries: attachments.entries,
    ...(typeof founded === 'string' ? { foundedYear: Number(founded.slice(0, 4)) } : {}),
    lookFor: { deep: options.deep ?? false, ...(wanted ? { wanted } : {}) },
    ...given({ digests: known, kept: keptFor(dossier, options) }),
  });
  const applicant: Applicant = { enterprise: head.enterprise, facts: plausible.facts, scope, vocabulary, asOf, reason };
  const scans = options.ocr && wanted ? await readScans(taken.inventory, wanted, options.ocr) : [];
  const evidence = [...checkEvidence(taken.inventory, applicant), ...checkMentions(taken.inventory, applicant)];
  const claims = readClaims(head.part('claims'), file, category.vocabulary);
  const shown = showClaims(claims.items, {
    facts: form.facts,
    scope,
    inventory: taken.inventory,
  });
  const proved = checkProved(category, {
    facts: form.facts,
    claims: claims.items,
    inventory: taken.inventory,
    at: placeAt(
      file,
      'claims',
      entryOf(root, 'claims')?.keyRange ?? absentAt(root.entries.at(-1)?.keyRange ?? root.range),
    ),
  });
  const words = readAttestations(head.part('attestations'), file);
  const digest = async (attached: Parameters<typeof digestOf>[0] & { sha256?: string }) =>
    attached.sha256 ?? known?.get(attached.absolute) ?? digestOf(attached);
  const checklist = await answerChecklist(category.checklist, words.items, taken.inventory, digest, top);
  const waivers = readWaivers(head.part('waivers'), file);
  const calendar = { asOf, deadline: options.deadline, editions: () => options.catalog.list() };
  const told: Finding[] = [
    ...soFar,
    ...alteredFindings(category, root, file),
    ...(await seasonFindings(category, root, file, calendar)),
    ...form.findings,
    ...checkIdentity(category.form, vocabulary, form, [...waivers.items, ...(options.waivers ?? [])], formAt),
    ...plausible.findings,
    ...attachments.findings,
    ...taken.findings,
    ...evidence,
    ...scans,
    ...statedFindings(decided.metrics),
    ...decided.findings,
    ...checkTerms(category, form.facts, form.places),
    ...checkEnds(category, form.facts, asOf, form.places),
    ...claims.findings,
    ...shown.findings,
    ...proved,
    ...checkSuperlatives(category, form.form, form.facts, form.places, claims.items),
    ...checkClaims(claims.items, taken.inventory, attachments.entries),
    ...words.findings,
    ...checklist.findings,
    ...waivers.findings,
    ...(options.earlier === undefined
      ? []
      : checkEarlier({ category, enterprise: head.enterprise, form, asOf, top, reason }, options.earlier)),
    ...(options.told ?? []),
  ];
  const slotKeys = spellingOf(root);
  const slotLabels = new Map(category.slots.map(({ id, label }) => [id, label]));
  const found = told.map((one) => inFileWords(one, head.spelling, slotKeys, slotLabels));
  const waived = applyWaivers(found, waivers.items, asOf, options.waivers, decided.undecided);
  const criteria = decided.criteria.map((criterion) => {
    const accepted = waived.settled.get(criterion.id);
    return accepted === undefined ? criterion : { ...criterion, waived: accepted };
  });
  const uscc = form.facts.get('uscc');
  const gathered = {
    dossier: dossierInfo,
    enterprise: head.enterprise,
    uscc: typeof uscc === 'string' ? uscc : '',
    category: infoOf(category),
    form: form.form,
    inventory: options.digests ? await digestAll(taken.inventory, known) : taken.inventory,
    metrics: decided.metrics,
    ...given({ scorecard: decided.scorecard }),
    criteria,
    ...given({
      register: rightsOf(category, decided.input),
      market: marketOf(decided.input, category.definition.year),
    }),
    checklist: checklist.items,
    claims: shown.claims,
  };
  const print = await drawableFindings({ ...gathered, findings: waived.findings }, root, options.fonts ?? []);
  const findings = foldFindings(withFixes(inOrder([...waived.findings, ...print]), dossierInfo.text, file));
  return {
    kind: 'assessed',
    program,
    asOf,
    ...gathered,
    waiversUsed: waived.used.map(({ place }) => place),
    findings,
    counts: countsOf(findings, criteria),
    state: stateOf({ findings, criteria }),
  };
}

/** The register of rights as this form prints its tables; nothing where no right is listed. */
function rightsOf(category: Category, input: Input): readonly Right[] | undefined {
  const items = category.form.sections.flatMap((section) => section.items);
  const rights = registerOf(category, input, (fact) => {
    const table = items.find((item) => item.kind === 'table' && item.fact.id === fact.id);
    if (table?.kind !== 'table') return undefined;
    const { title, section, id, columns } = table;
    return {
      title,
      path: `form.${section}.${id}`,
      head: (column) => columns.find((one) => one.fact.id === column)?.label,
    };
  });
  return rights.length === 0 ? undefined : rights;
}

/** What comes with a dossier is never believed of it. */
const keptFor = ({ root }: DossierFile, { cache }: AssessOptions) =>
  cache === undefined || isBelow(cache.folder, root) ? undefined : openKept(cache.folder, cache.program);

/** Loads what reads scans only when that is asked for. */
const readScans: typeof lookAtScans = async (...args) =>
  (await import('./attachments/ocr/look.ts')).lookAtScans(...args);

function unreadable(dossier: DossierInfo, asOf: string, enterprise: string, found: readonly Finding[]): Unreadable {
  const findings = foldFindings(withFixes(inOrder(found), dossier.text, dossier.file));
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

type Drawn = Omit<Assessment, 'kind' | 'program' | 'asOf' | 'waiversUsed' | 'counts' | 'state'>;

/** Of all that is printed, whatever no font has; `root` is the dossier, for the places. */
function drawableFindings(assessment: Drawn, root: MapNode, fonts: FontsKnown): Promise<Finding[]> {
  const { dossier, category, form, inventory, findings, ...others } = assessment;
  const { file, text } = dossier;
  const { flattened: _, ...named } = category;
  const waived = findings.filter((finding) => finding.waived !== undefined);
  const otherwise = placeAt(file, 'category', (entryOf(root, 'category')?.value ?? root).range);
  const printed = [named, form, inventory, waived, others];
  return checkPrint({ file, text, root, form, inventory, printed, otherwise }, async (characters) => {
    if (fonts === 'any') return new Set(characters);
    // Fonts are large: they are read only when a character is missing.
    return fonts.length === 0 ? new Set() : (await import('./summary/spare.ts')).charactersIn(fonts, characters);
  });
}
