// What a bag must be: complete, with every file as its manifests say, and a bag-info that agrees.
import { type Stamp, stamps } from '../decide/state.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { declaration, oxumOf, readInfo, readManifest } from './bag.ts';
import type { Inspected } from './inspect.ts';
import { paths } from './layout.ts';
import { pathFault, placeIn, shown } from './verify-zip.ts';

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
