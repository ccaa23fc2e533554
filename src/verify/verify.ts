// Verifies a bundle as its receiver must: its bytes, and then everything that follows from the dossier inside.
import type { Assessment } from '../assessment.ts';
import { paths } from '../bundle/layout.ts';
import { recordFindings } from '../bundle/reassess-compare.ts';
import { findingFindings } from '../bundle/reassess-findings.ts';
import { listFindings } from '../bundle/reassess-list.ts';
import { type LaidOut, mostLaidOut, withLaidOut } from '../bundle/reassess-unpack.ts';
import { type BundleVerified, unread, verifyBundle } from '../bundle/verify.ts';
import type { Derived, Further, OpenBundle } from '../bundle/verify-open.ts';
import { placeIn, shown } from '../bundle/verify-zip.ts';
import type { Catalog } from '../category/catalog.ts';
import type { Category } from '../category/category.ts';
import { toPlain } from '../document/node.ts';
import { readDocument } from '../document/read.ts';
import type { Finding } from '../findings/finding.ts';
import { inOrder } from '../findings/order.ts';
import { report } from '../findings/report.ts';
import { checkSignature, uncheckedSignature } from '../minisign/check.ts';
import type { PublicKey } from '../minisign/format.ts';
import { reportedAssessment } from '../reported.ts';
import { assessmentDocument } from '../reporters/json.ts';
import { version as ownVersion } from '../version.ts';
import { assessAgain } from './again.ts';
import { bagFindings, countFindings, placeFindings, waiverFindings } from './around.ts';
import { compareCategory } from './category.ts';
import { withStatedDisk } from './disk.ts';
import { guideFindings } from './guide.ts';
import { ownNames } from './own-names.ts';
import { type BundleRecord, readRecord } from './record.ts';
import { summaryFindings } from './summary.ts';

export type VerifyOptions = {
  /** The categories that are known here. */
  readonly catalog: Catalog;
  /** Only a formal bundle is taken. */
  readonly final?: boolean;
  /** Who must have signed it. Nothing of a bundle without that signature is unpacked. */
  readonly key?: PublicKey;
  /** Called with what was assessed again, when the bundle came that far. */
  readonly onAssessed?: (assessment: Assessment) => void;
};

/**
 * Verifies a bundle: a sound zip, agreeing digests, and then category, form, metrics, decisions, findings, attachments
 * and summary as they follow from the dossier inside. The attachments are laid into one temporary folder, which is
 * removed. Throws a Stop when the bundle cannot be read, or the temporary folder not be written.
 */
export async function verify(path: string, options: VerifyOptions): Promise<BundleVerified> {
  const { key } = options;
  const checked = key && (await checkSignature(path, key));
  if (checked !== undefined && 'refused' in checked) return unread(path, checked.refused);
  const verified = await verifyBundle(path, (bundle) => read(bundle, options));
  if (key !== undefined && checked !== undefined) return { ...verified, signed: { key: key.id, ...checked } };
  return { ...verified, findings: inOrder([...verified.findings, ...(await uncheckedSignature(path))]) };
}

/** What they say of a file depends on the machine. */
const perMachine: ReadonlySet<string> = new Set(['not-inspected', 'rar-unchecked']);

const refuse = (...findings: Finding[]): Further => ({ findings, derived: [] });

async function read(bundle: OpenBundle, options: VerifyOptions): Promise<Further> {
  const { status } = bundle;
  const draft: Finding[] =
    options.final && status !== 'final' ? [report('bundle-not-final', { status }, placeIn(paths.info))] : [];
  const text = (await bundle.read(paths.assessment))?.toString('utf8') ?? '';
  const record = readRecord(text);
  if ('detail' in record) {
    const args = { file: paths.assessment, detail: shown(record.detail) };
    return refuse(...draft, report('bundle-record-broken', args, placeIn(paths.assessment)));
  }
  const listed = listFindings(bundle, record.files, record.merged);
  if (listed.length > 0) return refuse(...draft, ...listed);
  const { version } = record.program;
  const own = version === ownVersion;
  const other: Finding[] = own
    ? []
    : [report('bundle-version-other', { version: shown(version), own: ownVersion }, placeIn(paths.assessment))];
  const frozen = (await bundle.read(paths.category))?.toString('utf8') ?? '';
  const sha256 = bundle.bag.get(paths.category)?.sha256 ?? '';
  const { category, findings } = await compareCategory(
    options.catalog,
    { id: record.category.id, text: frozen, sha256 },
    { own, stated: record.findings.some(({ code }) => code === 'category-altered') },
  );
  const soFar = [...draft, ...other, ...findings];
  if (category === undefined) return refuse(...soFar);
  const bytes = record.files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > mostLaidOut) {
    const args = { bytes, limit: mostLaidOut };
    return refuse(...soFar, report('bundle-not-derived', args, placeIn(paths.assessment)));
  }
  const sources = record.files.map(({ source }) => source);
  const names = ownNames(await textsOf(bundle), sources);
  const derived = await withLaidOut(bundle, record.files, names, (laid) =>
    derive(bundle, record, category, laid, options),
  );
  if ('refused' in derived) return refuse(...soFar, derived.refused);
  return { findings: [...soFar, ...derived.findings], derived: derived.derived };
}

/** Every text of the dossier inside; none when it cannot be read. */
async function textsOf(bundle: OpenBundle): Promise<readonly string[]> {
  const { node } = readDocument((await bundle.read(paths.dossier)) ?? new Uint8Array(), paths.dossier);
  const within = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(Object(value)).flatMap(within);
  return node === undefined ? [] : within(toPlain(node));
}

async function derive(
  bundle: OpenBundle,
  record: BundleRecord,
  category: Category,
  laid: LaidOut,
  { onAssessed }: VerifyOptions,
): Promise<Further> {
  const again = await assessAgain(bundle, record, category, laid);
  if ('detail' in again || again.kind === 'unreadable') {
    const detail = 'detail' in again ? again.detail : (again.findings[0]?.code ?? '');
    return refuse(report('bundle-dossier-broken', { detail }, placeIn(paths.dossier)));
  }
  const { version } = record.program;
  const own = version === ownVersion;
  // As the version that wrote it would call itself, in its texts and in the footer of every page.
  const assessment: Assessment = { ...again, program: { ...again.program, version } };
  onAssessed?.(assessment);
  const document = readRecord(
    JSON.stringify({ ...assessmentDocument(reportedAssessment(assessment)), files: record.files }),
  );
  if ('detail' in document) throw new Error(`the assessment does not follow its own schema: ${document.detail}`);
  // What could not be looked into, there or here, cannot be compared, nor what hangs on it.
  const uninspected = [...record.findings, ...document.findings].find(({ code }) => perMachine.has(code));
  if (uninspected !== undefined) {
    const file = shown(String(uninspected.args?.file ?? ''));
    return refuse(report('bundle-not-inspected', { file }, placeIn(paths.assessment)));
  }
  const findings: Finding[] = [
    ...bagFindings(bundle, withStatedDisk(assessment, record)),
    ...placeFindings(bundle, assessment, record),
    ...countFindings(record, bundle.status),
    ...recordFindings(record, document, { words: own }),
    ...findingFindings(record.findings, document.findings, { words: own, dossier: record.dossier }),
    ...waiverFindings(assessment, document),
  ];
  const derived: Derived[] = ['category', 'form', 'metrics', 'decisions', 'findings', 'attachments', 'checklist'];
  if (document.scorecard !== undefined) derived.push('points');
  // A summary of wrong figures is not wrong once more.
  if (findings.some(({ severity }) => severity === 'error')) return { findings, derived };
  const pdf = (await bundle.read(paths.summary)) ?? Buffer.alloc(0);
  const made = { stamp: bundle.status, version, own };
  if (own) findings.push(...(await guideFindings(bundle, assessment, record)));
  return {
    findings: [...findings, ...(await summaryFindings(withStatedDisk(assessment, record), pdf, made))],
    derived: [...derived, 'summary'],
  };
}
