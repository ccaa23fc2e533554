// Proves a bundle: a sound zip, a complete bag, every file as its manifests say, and then what a reader makes of its content.
import { basename } from 'node:path';
import { isFileFault } from '../files/fault.ts';
import { see } from '../files/folder.ts';
import type { Identity } from '../files/read.ts';
import { mostEntries, openZip, type Zip } from '../files/zip/zip.ts';
import { type Finding, isCriterion } from '../findings/finding.ts';
import { foldFindings } from '../findings/fold.ts';
import { inOrder } from '../findings/order.ts';
import { report } from '../findings/report.ts';
import type { Stamp } from '../findings/states.ts';
import { type Inspected, inspect, longestText } from './inspect.ts';
import { paths } from './layout.ts';
import { bundleUnreadable } from './stops.ts';
import { bagFindings } from './verify-bag.ts';
import { type Derived, openBundle, type Reader } from './verify-open.ts';
import { placeIn, shown, structureFindings } from './verify-zip.ts';

/** What `verify` found out. Places are paths below the bundle's folder, or inside the zip when that is unsound. */
export type BundleVerified = {
  /** None: the bundle is whole. In the order they are shown. */
  readonly findings: readonly Finding[];
  /** The folder inside, which is the bundle's name; else the name of the file. */
  readonly name: string;
  /** Files inside, tag files included. */
  readonly files: number;
  /** Size of the zip. */
  readonly bytes: number;
  /** Unknown when the bag does not say or is not to be believed. */
  readonly status?: Stamp;
  readonly category?: string;
  /** SHA-256 of the tag manifest: equal for bundles of equal content, on every platform. */
  readonly content?: string;
  /** Whose signature stands beside it, when one was asked for: the number of the key, the comment signed with it. */
  readonly signed?: { readonly key: string; readonly comment: string };
  /** What a reader derived again; absent when nobody read it, or the bundle was refused before. */
  readonly derived?: readonly Derived[];
};

const tagFiles = new Set<string>([paths.declaration, paths.info, paths.manifest, paths.tagManifest]);

/** Characters of a text from the bundle that are shown; a path has two hundred, and a sentence not many more. */
const longestShown = 500;

const clipped = (value: unknown): unknown => {
  if (typeof value === 'string')
    return value.length > longestShown ? `${value.slice(0, longestShown).replace(/[\ud800-\udbff]$/, '')}…` : value;
  if (Array.isArray(value)) return value.map(clipped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, clipped(part)]));
};

/** A stranger's texts are shown as far as anybody reads them. */
const brief = (finding: Finding): Finding =>
  isCriterion(finding)
    ? finding
    : ({
        ...finding,
        args: clipped(finding.args),
        at: { ...finding.at, file: String(clipped(finding.at.file)) },
      } as Finding);

const refused = (name: string, bytes: number, files: number, findings: readonly Finding[]): BundleVerified => ({
  findings: foldFindings(inOrder(findings).map(brief)),
  name,
  files,
  bytes,
});

/** A bundle that is refused before it is opened. */
export const unread = (path: string, finding: Finding): BundleVerified =>
  refused(shown(basename(path)), 0, 0, [finding]);

/** What stands at the top of a zip: `name/` for a folder, `name` for a file. */
function topsOf(zip: Zip): readonly string[] {
  return [...new Set(zip.entries.map((entry) => /^[^/]*\/?/.exec(entry.name)?.[0] ?? ''))];
}

type How = {
  /** What reads the content, once the bytes are proved. */
  readonly reader?: Reader;
  /** The file that was seen before. */
  readonly as?: Identity | undefined;
  /** Ends it early. */
  readonly signal?: AbortSignal | undefined;
};

async function verify(zip: Zip, file: string, bytes: number, { reader, signal }: How): Promise<BundleVerified> {
  const files = zip.entries.filter((entry) => !entry.folder);
  const structure = structureFindings(zip, file);
  if (structure.length > 0) return refused(file, bytes, files.length, structure);
  const tops = topsOf(zip);
  const [folder] = tops;
  if (tops.length !== 1 || folder?.endsWith('/') !== true) {
    const args = { folders: tops.slice(0, 5).map(shown) };
    return refused(file, bytes, files.length, [report('bundle-folder-broken', args, placeIn(file))]);
  }
  const bag = new Map<string, Inspected>();
  const broken: Finding[] = [];
  for (const entry of files) {
    signal?.throwIfAborted();
    const path = entry.name.slice(folder.length);
    const kept = tagFiles.has(path);
    const inspected = await inspect(zip, entry, kept);
    bag.set(path, inspected);
    const why = inspected.broken;
    if (why !== undefined) broken.push(report('bundle-entry-broken', { file: path, why }, placeIn(path)));
    else if (kept && inspected.text === undefined) {
      broken.push(report('bundle-too-large', { what: 'bytes', limit: longestText }, placeIn(path)));
    }
  }
  const { findings, ...said } = bagFindings(bag);
  const content = bag.get(paths.tagManifest)?.sha256;
  const { status } = said;
  const isRead = reader !== undefined && status !== undefined && broken.length + findings.length === 0;
  const further = isRead ? await reader(openBundle(zip, folder, bag, status)) : undefined;
  return {
    ...refused(folder.slice(0, -1), bytes, files.length, [...broken, ...findings, ...(further?.findings ?? [])]),
    ...said,
    ...(content === undefined ? {} : { content }),
    ...(further === undefined ? {} : { derived: further.derived }),
  };
}

/**
 * Verifies a bundle. Memory does not grow with its files, and nothing of it is run. Without a `reader` only its bytes
 * are proved, and nothing is written; findings then are errors that no waiver lifts. A Stop when it cannot be read, or is
 * not the file that was seen before.
 */
export async function verifyBundle(path: string, how: How = {}): Promise<BundleVerified> {
  const file = shown(basename(path));
  try {
    const { bytes: size } = await see(path);
    const zip = await openZip(path, how.as);
    if (zip.kind === 'no zip') {
      const many = report('bundle-too-large', { what: 'entries', limit: mostEntries }, placeIn(file));
      const none = report('bundle-not-zip', { detail: zip.detail }, placeIn(file));
      return refused(file, size, 0, [zip.why === 'too many' ? many : none]);
    }
    try {
      const verified = await verify(zip, file, size, how);
      await zip.assertSame();
      return verified;
    } finally {
      await zip.close();
    }
  } catch (error) {
    const own = isFileFault(error) && (error.path === undefined || error.path === path);
    throw own ? bundleUnreadable(path, error) : error;
  }
}
