// What stands around the results in a bundle: its name, bag-info, the places of attachments, counts and waivers.
import type { Assessment } from '../assessment.ts';
import { infoText, manifestText, readInfo } from '../bundle/bag.ts';
import { type PlacedFile, paths } from '../bundle/layout.ts';
import { bundleName } from '../bundle/names.ts';
import type { OpenBundle } from '../bundle/verify-open.ts';
import { placeIn, shown } from '../bundle/verify-zip.ts';
import { countsOf, isHonest, type Stamp, type State, stateOf } from '../decide/state.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { outside } from './again.ts';
import { textOf } from './compare.ts';
import type { BundleRecord } from './record.ts';

const inRecord = placeIn(paths.assessment);

/** The folder has the name that `build` gives it, and every byte of the tag files follows from what is inside. */
export function bagFindings({ name, status, bag }: OpenBundle, assessment: Assessment): Finding[] {
  const expected = bundleName(assessment.enterprise, assessment.category.id, status);
  const found: Finding[] =
    name === expected ? [] : [report('bundle-name-differs', { expected, found: shown(name) }, placeIn(paths.info))];
  const payload = [...bag].flatMap(([path, { sha256, bytes }]) =>
    path.startsWith('data/') ? [{ path, sha256, bytes }] : [],
  );
  const due = readInfo(infoText(assessment, status, payload)) ?? new Map<string, string>();
  const stated = readInfo(bag.get(paths.info)?.text ?? '') ?? new Map<string, string>();
  const labels = new Set([...due.keys(), ...stated.keys()]);
  for (const label of labels) {
    if (due.get(label) === stated.get(label)) continue;
    found.push(report('bundle-bag-broken', { file: paths.info, label: shown(label) }, placeIn(paths.info)));
  }
  // Nothing else may stand in them: a comment, a folded line, an order that says something to whoever knows it.
  const files = [...bag].map(([path, { sha256, bytes }]) => ({ path, sha256, bytes }));
  const tags = files.filter(({ path }) => !path.startsWith('data/') && path !== paths.tagManifest);
  const texts = [
    [paths.info, infoText(assessment, status, payload), 'Label: value'],
    [paths.manifest, manifestText(payload), 'SHA-256  path'],
    [paths.tagManifest, manifestText(tags), 'SHA-256  path'],
  ] as const;
  for (const [file, text, label] of texts) {
    if (bag.get(file)?.text === text || found.some(({ at }) => at.file === file)) continue;
    found.push(report('bundle-bag-broken', { file, label }, placeIn(file)));
  }
  return found;
}

/** Every attachment of the dossier stands in the list, at the place that its slot or row gives it. */
export function placeFindings(placed: readonly PlacedFile[], { files }: BundleRecord): Finding[] {
  const key = (purpose: object, source: string, path: string): string => textOf([purpose, source, path]);
  const due = new Map(placed.map(({ purpose, file, path }) => [key(purpose, file.source, path), path]));
  const wrong: string[] = [];
  for (const { slot, row, source, path } of files) {
    const own = key(row === undefined ? { slot } : { row }, source, path);
    if (!due.delete(own)) wrong.push(path);
  }
  return [...wrong, ...due.values()].map((path) =>
    report('bundle-list-broken', { file: shown(path), why: 'place' }, placeIn(shown(path))),
  );
}

/**
 * The record counts its own findings and decisions, and the stamp promises no more than its state, nor than the one that
 * the dossier has here: what this version would not call final is not final, whichever wrote it.
 */
export function countFindings(record: BundleRecord, status: Stamp, here: State): Finding[] {
  const found: Finding[] = [];
  const counts = countsOf(record.findings, record.criteria);
  const state = stateOf(record);
  if (textOf(counts) !== textOf(record.counts))
    found.push(report('bundle-record-differs', { part: 'counts', what: '' }, inRecord));
  else if (state !== record.state)
    found.push(report('bundle-record-differs', { part: 'counts', what: 'state' }, inRecord));
  const flattered = [state, here].find((one) => !isHonest(status, one));
  if (flattered !== undefined)
    found.push(report('bundle-stamp-flatters', { status, state: flattered }, placeIn(paths.info)));
  return found;
}

/** Waivers that hold although the dossier has none of them. */
export function waiverFindings(assessment: Assessment, { findings, criteria }: BundleRecord): Finding[] {
  const used = assessment.waiversUsed.filter(({ file }) => file === outside);
  const settled = criteria.flatMap(({ title, waived }, index): Finding[] => {
    if (waived === undefined || !used.some(({ path, line }) => path === '' && line === index + 1)) return [];
    const { by, reason } = waived;
    const said = { zh: shown(title), en: shown(title) };
    return [report('bundle-waiver-outside', { said, by: shown(by), reason: shown(reason) }, inRecord)];
  });
  const accepted = findings.flatMap(({ message, at, also = [], waived }): Finding[] => {
    const own = [at, ...also].some((place) =>
      used.some(({ path, line, column }) => path === place.path && line === place.line && column === place.column),
    );
    if (waived === undefined || !own) return [];
    const { by, reason } = waived;
    return [report('bundle-waiver-outside', { said: message, by: shown(by), reason: shown(reason) }, inRecord)];
  });
  return [...accepted, ...settled];
}
