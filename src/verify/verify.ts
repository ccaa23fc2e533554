// Verifies a bundle as its receiver must: its bytes, and then everything that follows from the dossier inside.
import type { Assessment } from '../assessment.ts';
import { paths, placeFiles } from '../bundle/layout.ts';
import { checkSignature, uncheckedSignature } from '../bundle/minisign/check.ts';
import type { PublicKey } from '../bundle/minisign/format.ts';
import { type BundleVerified, unread, verifyBundle } from '../bundle/verify.ts';
import type { Derived, Further, OpenBundle } from '../bundle/verify-open.ts';
import { placeIn, shown } from '../bundle/verify-zip.ts';
import type { Catalog } from '../category/catalog.ts';
import type { Category } from '../category/category.ts';
import { UnknownCategory } from '../category/fault-stop.ts';
import { wasShipped } from '../category/prebuilt.ts';
import { thaw } from '../category/thaw.ts';
import { toPlain } from '../document/node.ts';
import { readDocument } from '../document/read.ts';
import { version as ownVersion } from '../files/version.ts';
import { uncompared } from '../findings/areas/proved.ts';
import type { Finding } from '../findings/finding.ts';
import { inOrder } from '../findings/order.ts';
import { report } from '../findings/report.ts';
import { given } from '../given.ts';
import { assessAgain, findingFindings } from './again.ts';
import { bagFindings, countFindings, placeFindings, waiverFindings } from './around.ts';
import { recordFindings, wordFindings } from './compare.ts';
import { guideFindings, mergedAgain, paperFindings } from './guide.ts';
import { listFindings, ownNames } from './list.ts';
import { type BundleRecord, bySender, documentOf, readRecord } from './record.ts';
import { asStated, tellStated, unseenFiles } from './stated.ts';
import { foreignFindings, summaryFindings } from './summary.ts';
import { type LaidOut, mostLaidOut, withLaidOut } from './unpack.ts';

export type CategoryCompared = {
  readonly category?: Category;
  readonly findings: readonly Finding[];
  /** The one of today, where that of the bundle is an earlier one that came with the program. */
  readonly today?: Category;
};

const at = placeIn(paths.category);

async function knownAs(catalog: Catalog, id: string): Promise<Category | undefined> {
  try {
    return await catalog.open(id);
  } catch (error) {
    if (error instanceof UnknownCategory) return undefined;
    throw error;
  }
}

/**
 * The category to assess by: the known one when both are the same to the byte, else the one of the bundle, if it opens
 * and freezes to the same text again. `own`: this program version wrote it. `stated`: its sender was told that it is
 * another than the shipped one, so that the assessment is told again.
 */
export async function compareCategory(
  catalog: Catalog,
  frozen: { readonly id: string; readonly text: string; readonly sha256: string },
  { own, stated }: { readonly own: boolean; readonly stated: boolean },
): Promise<CategoryCompared> {
  const { id, text, sha256 } = frozen;
  const known = await knownAs(catalog, id);
  if (known?.sha256 === sha256) return { category: known, findings: [] };
  const told: Finding =
    known === undefined
      ? report('category-unproved', { category: id }, at)
      : report('category-altered', { category: id, known: known.sha256, found: sha256, where: 'bundle' }, at);
  const thawed = thaw(text, await catalog.known());
  const broken = (detail: string): CategoryCompared => ({
    findings: [...(known === undefined ? [] : [told]), report('category-broken', { category: id, detail }, at)],
  });
  if ('detail' in thawed) return broken(thawed.detail);
  if (thawed.id !== id) return broken('id');
  if (own && thawed.sha256 !== sha256) return broken('');
  if (known === undefined) return { category: thawed, findings: [told] };
  if (!stated) {
    // One that other definitions redefine here is not the program's.
    const isOwn = known.shipped === undefined && (await wasShipped(id, sha256));
    return { category: thawed, findings: [told], ...(isOwn ? { today: known } : {}) };
  }
  return { category: { ...thawed, shipped: known.shipped ?? known.sha256 }, findings: [told] };
}

export type VerifyOptions = {
  /** The categories that are known here. */
  readonly catalog: Catalog;
  /** Only a formal bundle is taken. */
  readonly final?: boolean;
  /** Who must have signed it. Nothing of a bundle without that signature is unpacked. */
  readonly key?: PublicKey;
  /** Absolute paths of fonts for characters that the summary's own lack. */
  readonly fonts?: readonly string[];
  /** Ends it early: its reason is thrown once what was laid out is removed. */
  readonly signal?: AbortSignal;
  /** Called with what was assessed again, when the bundle came that far. */
  readonly onAssessed?: (assessment: Assessment) => void;
};

/**
 * Verifies a bundle: a sound zip, agreeing digests, and then category, form, metrics, decisions, findings, attachments,
 * summary and guide as they follow from the dossier inside. Nothing switches that off: what cannot be compared here is an
 * error that says so. The attachments are laid into one temporary folder, which is removed. Throws a Stop when the bundle
 * cannot be read, or the temporary folder not be written.
 */
export async function verify(path: string, options: VerifyOptions): Promise<BundleVerified> {
  const { key } = options;
  const checked = key && (await checkSignature(path, key));
  if (checked !== undefined && 'refused' in checked) return unread(path, checked.refused);
  // What is unpacked is the file that was signed, whoever exchanges it meanwhile.
  const verified = await verifyBundle(path, {
    reader: (bundle) => read(bundle, options),
    as: checked?.identity,
    signal: options.signal,
  });
  if (key !== undefined && checked !== undefined)
    return { ...verified, signed: { key: key.id, comment: checked.comment } };
  return { ...verified, findings: inOrder([...verified.findings, ...(await uncheckedSignature(path))]) };
}

/** What keeps the rest from being derived. The summary is looked at all the same: it is what a reader opens. */
async function refuse(bundle: OpenBundle, findings: readonly Finding[]): Promise<Further> {
  return { findings: [...findings, ...(await foreignFindings(await summaryOf(bundle)))], derived: [] };
}

const summaryOf = async (bundle: OpenBundle): Promise<Buffer> => (await bundle.read(paths.summary)) ?? Buffer.alloc(0);

async function read(bundle: OpenBundle, options: VerifyOptions): Promise<Further> {
  const { status } = bundle;
  const { signal } = options;
  const soFar: Finding[] = [];
  if (options.final && status !== 'final') soFar.push(report('bundle-not-final', { status }, placeIn(paths.info)));
  const text = (await bundle.read(paths.assessment))?.toString('utf8') ?? '';
  const record = readRecord(text);
  if ('detail' in record) {
    const args = { file: paths.assessment, detail: shown(record.detail) };
    return refuse(bundle, [...soFar, report('bundle-record-broken', args, placeIn(paths.assessment))]);
  }
  const listed = listFindings(bundle, record.files, [
    ...(record.merged ?? []),
    ...(record.paper === undefined ? [] : [record.paper]),
  ]);
  if (listed.length > 0) return refuse(bundle, [...soFar, ...listed]);
  const { version } = record.program;
  if (version !== ownVersion) {
    const args = { version: shown(version), own: ownVersion };
    soFar.push(report('bundle-version-other', args, placeIn(paths.assessment)));
  }
  const frozen = (await bundle.read(paths.category))?.toString('utf8') ?? '';
  const sha256 = bundle.bag.get(paths.category)?.sha256 ?? '';
  const { category, findings, today } = await compareCategory(
    options.catalog,
    { id: record.category.id, text: frozen, sha256 },
    { own: version === ownVersion, stated: record.findings.some(({ code }) => code === 'category-altered') },
  );
  if (category === undefined) return refuse(bundle, [...soFar, ...findings]);
  const isUnknown = findings.some(({ code }) => code === 'category-unproved');
  const sources = record.files.map(({ source }) => source);
  const names = ownNames(await textsOf(bundle), sources);
  const largest = (category.files.maxMib ?? Number.POSITIVE_INFINITY) * mebibyte;
  const derived = await withLaidOut(bundle, record.files, { names, largest, signal }, async (laid) => ({
    ...(await derive(bundle, record, category, laid, {
      ...options,
      isUnknown,
      own: version === ownVersion && today === undefined,
    })),
    told: today === undefined ? findings : await toldToday(bundle, record, today, laid, findings),
  }));
  if ('refused' in derived) return refuse(bundle, [...soFar, ...findings, derived.refused]);
  // A definition that nobody knows here was not compared with another.
  const isKnown = findings.length === 0;
  return {
    findings: [...soFar, ...derived.told, ...derived.findings],
    derived: derived.derived.filter((part) => part !== 'category' || isKnown),
  };
}

/** What is said of an earlier definition: it may stand where that of today gives the dossier the same state. */
async function toldToday(
  bundle: OpenBundle,
  record: BundleRecord,
  today: Category,
  laid: LaidOut,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  const again = await assessAgain(bundle, record, today, laid);
  if ('detail' in again || again.kind === 'unreadable') return findings;
  const found = bundle.bag.get(paths.category)?.sha256 ?? '';
  const args = { category: today.id, known: today.sha256, found };
  return [
    again.state === record.state
      ? report('category-renewed', args, at)
      : report('category-altered', { ...args, where: 'earlier', was: record.state, is: again.state }, at),
  ];
}

/** Bytes. */
const mebibyte = 1024 ** 2;

/** Every text of the dossier inside; none when it cannot be read. */
async function textsOf(bundle: OpenBundle): Promise<readonly string[]> {
  const { node } = readDocument((await bundle.read(paths.dossier)) ?? new Uint8Array(), paths.dossier);
  const within = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(Object(value)).flatMap(within);
  return node === undefined ? [] : within(toPlain(node));
}

/** Attachments that were not looked into here, and what is said of them. */
function unseenFindings(again: Assessment, record: BundleRecord, { hollow }: LaidOut) {
  const inspected = [...new Set(unseenFiles(again.findings, record))].filter((file) => !hollow.has(file));
  const at = placeIn(paths.assessment);
  const findings: Finding[] = inspected.map((file) => report('bundle-not-inspected', { file: shown(file) }, at));
  if (hollow.size > 0) findings.push(report('bundle-not-derived', { files: hollow.size, limit: mostLaidOut }, at));
  return { findings, files: new Set([...hollow, ...inspected]) };
}

async function derive(
  bundle: OpenBundle,
  record: BundleRecord,
  category: Category,
  laid: LaidOut,
  {
    onAssessed,
    fonts = [],
    signal,
    isUnknown,
    own,
  }: VerifyOptions & { readonly isUnknown: boolean; readonly own: boolean },
): Promise<Further> {
  const again = await assessAgain(bundle, record, category, laid);
  if ('detail' in again || again.kind === 'unreadable') {
    const detail = 'detail' in again ? again.detail : (again.findings[0]?.code ?? '');
    return refuse(bundle, [report('bundle-dossier-broken', { detail }, placeIn(paths.dossier))]);
  }
  signal?.throwIfAborted();
  const { version } = record.program;
  const unseen = unseenFindings(again, record, laid);
  // As the version that wrote it would call itself, in its texts and in the footer of every page.
  const { register, market, ...rest } = again;
  // An earlier version kept neither register of rights nor sheet of the market share; they decide nothing by themselves.
  const kept = {
    ...(own || record.register !== undefined ? given({ register }) : {}),
    ...(own || record.market !== undefined ? given({ market }) : {}),
  };
  const named: Assessment = { ...rest, ...kept, program: { ...again.program, version } };
  const assessment = asStated(named, record, { unseen: unseen.files, isUnknown });
  onAssessed?.(assessment);
  const placed = placeFiles(assessment, bundle.name);
  const merged = unseen.files.size === 0 ? await mergedAgain(assessment, record) : record.merged;
  const document = documentOf(assessment, placed, { merged, paper: record.paper });
  const how = { words: own, dossier: record.dossier };
  const misplaced = placeFindings(placed, record);
  // One cause, one finding: counts follow from what is counted, and a file that is elsewhere is told of already.
  const apart = ['findings', 'counts', 'state', ...bySender, ...(misplaced.length > 0 ? ['files'] : [])];
  const findings: Finding[] = [
    ...unseen.findings,
    ...bagFindings(bundle, assessment),
    ...misplaced,
    ...countFindings(record, bundle.status, assessment.state),
    ...recordFindings(record, document, { words: own, apart }),
    ...tellStated(again.findings, record, { isUnknown }),
    ...findingFindings(record.findings, document.findings, how),
    ...waiverFindings(assessment, document),
  ];
  const derived: Derived[] = ['category', 'form', 'metrics', 'decisions', 'findings', 'attachments', 'checklist'];
  if (document.scorecard !== undefined) derived.push('points');
  if (merged !== undefined) derived.push('merged');
  const pdf = await summaryOf(bundle);
  const made = { stamp: bundle.status, version, own, spare: fonts };
  // A summary of wrong figures is not wrong once more, whatever else it may hold.
  if (findings.some(({ severity, code }) => severity === 'error' && !uncompared.has(code)))
    return { findings: [...findings, ...(await foreignFindings(pdf))], derived };
  signal?.throwIfAborted();
  const guide = await guideFindings(bundle, assessment, record, own);
  const summary = await summaryFindings(assessment, pdf, made);
  // A paper set of attachments that were not looked into is not compared, and not said to be.
  const isWhole = unseen.files.size === 0;
  const paper = isWhole ? await paperFindings(assessment, record, made) : [];
  if (record.paper !== undefined && isWhole && paper.length === 0) derived.push('paper');
  if (summary.length === 0) derived.push('summary');
  if (guide.length === 0) derived.push('guide');
  const parts =
    unseen.files.size === 0 ? derived : derived.filter((part) => part !== 'attachments' && part !== 'merged');
  const words = own ? [] : wordFindings(record, document, apart);
  return { findings: [...findings, ...words, ...guide, ...paper, ...summary], derived: parts };
}
