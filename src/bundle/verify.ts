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
import { type Stamp, stamps } from '../findings/states.ts';
import { declaration, oxumOf, readInfo, readManifest } from './bag.ts';
import { type Inspected, inspect, longestText } from './inspect.ts';
import { paths } from './layout.ts';
import { bundleUnreadable } from './stops.ts';
import { type Derived, openBundle, type Reader } from './verify-open.ts';
import { pathFault, placeIn, shown, structureFindings } from './verify-zip.ts';

/** The files of a bag by their path below its folder. */
type Bag = ReadonlyMap<string, Inspected>;

/** What was found, and what the bag says of itself. */
type BagReport = { readonly findings: readonly Finding[]; readonly status?: Stamp; readonly category?: string };

const isPayload = (path: string): boolean => path.startsWith('data/');

function missingParts(bag: Bag): Finding[] {
  const missing = Object.values(paths).filter((path) => !bag.has(path));
  return missing.map((file) => report('bundle-file-missing', { file }, placeIn(file)));
}

/** Compares the files a manifest is about with what it says; those that could not be unpacked have their finding. */
function compare(bag: Bag, manifest: string, concerns: (path: string) => boolean): Finding[] {
  const text = bag.get(manifest)?.text;
  if (text === undefined) return [];
  const listed = readManifest(text);
  if ('line' in listed)
    return [report('bundle-manifest-broken', { file: manifest, line: listed.line }, placeIn(manifest))];
  const found: Finding[] = [];
  for (const [index, [path, expected]] of [...listed].entries()) {
    const file = bag.get(path);
    if (!concerns(path) || pathFault(path) !== undefined) {
      found.push(report('bundle-manifest-broken', { file: manifest, line: index + 1 }, placeIn(manifest)));
    } else if (file === undefined) {
      if (isRequired(path)) continue;
      found.push(report('bundle-file-missing', { file: shown(path), manifest }, placeIn(shown(path))));
    } else if (file.broken === undefined && file.sha256 !== expected) {
      found.push(report('bundle-digest-differs', { file: path, expected, found: file.sha256 }, placeIn(path)));
    }
  }
  const extra = [...bag.keys()].filter((path) => concerns(path) && !listed.has(path));
  return [...found, ...extra.map((path) => report('bundle-file-extra', { file: path, manifest }, placeIn(path)))];
}

const stampIn = (info: ReadonlyMap<string, string>): Stamp | undefined =>
  stamps.find((stamp) => stamp === info.get('Zjtx-Status'));

const isRequired = (path: string): boolean => Object.values<string>(paths).includes(path);

function infoFindings(bag: Bag, info: ReadonlyMap<string, string>, whole: boolean): Finding[] {
  const payload = [...bag].filter(([path]) => isPayload(path)).map(([, file]) => file);
  const wrong: string[] = [];
  if (stampIn(info) === undefined) wrong.push('Zjtx-Status');
  if ((info.get('Zjtx-Category') ?? '') === '') wrong.push('Zjtx-Category');
  const oxum = info.get('Payload-Oxum');
  if (oxum === undefined) wrong.push('Payload-Oxum');
  if (whole && info.get('Zjtx-Category-Sha256') !== bag.get(paths.category)?.sha256) wrong.push('Zjtx-Category-Sha256');
  if (whole && info.get('Zjtx-Dossier-Sha256') !== bag.get(paths.dossier)?.sha256) wrong.push('Zjtx-Dossier-Sha256');
  const found: Finding[] = wrong.map((label) =>
    report('bundle-bag-broken', { file: paths.info, label }, placeIn(paths.info)),
  );
  if (whole && oxum !== undefined && oxum !== oxumOf(payload)) {
    found.push(report('bundle-size-differs', { expected: shown(oxum), found: oxumOf(payload) }, placeIn(paths.info)));
  }
  return found;
}

/**
 * Checks a bag whose files have been read. A file that fails its own check is believed in nothing else: one cause, one
 * finding.
 */
export function bagFindings(bag: Bag): BagReport {
  const found = missingParts(bag);
  const declared = bag.get(paths.declaration);
  if (declared?.text !== undefined && declared.text !== declaration) {
    found.push(
      report('bundle-bag-broken', { file: paths.declaration, label: 'BagIt-Version' }, placeIn(paths.declaration)),
    );
  }
  const isTag = (path: string): boolean => !isPayload(path) && path !== paths.tagManifest;
  const tags = compare(bag, paths.tagManifest, isTag);
  const suspect = new Set(tags.map((finding) => finding.at.file));
  const sound = (path: string): boolean => !suspect.has(path) && bag.get(path)?.broken === undefined;
  const payload = sound(paths.manifest) ? compare(bag, paths.manifest, isPayload) : [];
  for (const one of tags) found.push(one);
  for (const one of payload) found.push(one);
  const text = bag.get(paths.info)?.text;
  if (text === undefined || !sound(paths.info)) return { findings: found };
  const info = readInfo(text);
  if (info === undefined) {
    found.push(report('bundle-bag-broken', { file: paths.info, label: 'Label: value' }, placeIn(paths.info)));
    return { findings: found };
  }
  const broken = [...bag.values()].some((file) => file.broken !== undefined);
  for (const one of infoFindings(bag, info, found.length === 0 && !broken)) found.push(one);
  const status = stampIn(info);
  const category = info.get('Zjtx-Category');
  return {
    findings: found,
    ...(status === undefined ? {} : { status }),
    ...(category === undefined ? {} : { category: shown(category) }),
  };
}

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
const longestShownSigns = 500;

const clipped = (value: unknown): unknown => {
  if (typeof value === 'string')
    return value.length > longestShownSigns
      ? `${value.slice(0, longestShownSigns).replace(/[\ud800-\udbff]$/, '')}…`
      : value;
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

/** Folders below `top` that hold no file: no bundle has one, and its name may say anything. */
function idleFolders(zip: Zip, top: string, bag: Bag): readonly string[] {
  const held = new Set(['']);
  for (const path of bag.keys())
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) held.add(path.slice(0, at + 1));
  return zip.entries.flatMap(({ folder, name }) =>
    folder && !held.has(name.slice(top.length)) ? [name.slice(top.length)] : [],
  );
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
  for (const path of idleFolders(zip, folder, bag)) {
    const manifest = isPayload(path) ? paths.manifest : paths.tagManifest;
    broken.push(report('bundle-file-extra', { file: path, manifest }, placeIn(path)));
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
      const { why, detail } = zip;
      const finding =
        why === 'too many'
          ? report('bundle-too-large', { what: 'entries', limit: mostEntries }, placeIn(file))
          : report('bundle-not-zip', { why, detail }, placeIn(file));
      return refused(file, size, 0, [finding]);
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
