// Our own keys beside the form: by their ids however a file spells them, with days and ticks in their canonical form.
import { unspaced } from '../characters/folds.ts';
import { type Entry, type MapNode, type Node, placeAt } from '../document/node.ts';
import { type Finding, isCriterion } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';
import { kindLabels, type OwnMap, ownLabel, ownLabels } from '../findings/shapes.ts';
import { cleanLabel, type Spelling } from '../form/keys.ts';
import { given } from '../given.ts';
import { takeYesNo } from '../values/choice.ts';
import { takeDay, takeTerm } from '../values/date.ts';
import type { Taken } from '../values/taken.ts';

/** Our own keys by what they are called; asked for every key of every file of a dossier. */
const called = new Map(
  Object.entries(ownLabels).map(([map, keys]) => {
    const names = Object.entries(keys).flatMap(([id, labels]) => labels.map((one) => [unspaced(one), id] as const));
    return [map, new Map(names)] as const;
  }),
);

/** The id of one of our own keys, by itself or by what it is called. */
export const ownKeyOf = (written: string, map: OwnMap): string | undefined =>
  Object.hasOwn(ownLabels[map], written) ? written : called.get(map)?.get(unspaced(cleanLabel(written)));

/** The maps of our own below a key of the dossier, or below one of their keys. */
export const below: ReadonlyMap<string, OwnMap> = new Map(
  (['claims', 'waivers', 'attestations', 'files'] as const).map((key) => [key, key]),
);

/**
 * A dossier, or answers, with our own keys by their ids, wherever they stand and however the file spells them. Of two
 * spellings of one key the first counts, and the other is told of.
 */
export function byIds(root: MapNode, file = ''): { readonly node: MapNode; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const map = (node: MapNode, kind: OwnMap, path: string): MapNode => {
    const seen = new Map<string, Entry>();
    const entries = node.entries.flatMap((entry) => {
      const key = ownKeyOf(entry.key, kind) ?? entry.key;
      const way = path === '' ? key : `${path}.${key}`;
      const before = seen.get(key);
      if (before !== undefined) {
        const args = { field: ownLabel(kind, key), first: before.key, second: entry.key };
        findings.push(report('field-twice', args, placeAt(file, way, entry.keyRange)));
        return [];
      }
      seen.set(key, entry);
      return [{ ...entry, key, value: inside(entry.value, kind, key, way) }];
    });
    return { ...node, entries };
  };
  const each = (node: Node, kind: OwnMap, path: string): Node => {
    if (node.kind === 'map') return map(node, kind, path);
    if (node.kind !== 'list') return node;
    return {
      ...node,
      items: node.items.map((one, at) => (one.kind === 'map' ? map(one, kind, `${path}[${at}]`) : one)),
    };
  };
  const inside = (node: Node, kind: OwnMap, key: string, path: string): Node => {
    if (kind === 'evidence' && key === 'kind') return kindIn(node);
    if (kind === 'evidence') return key === 'proposed' ? keysIn(node) : node;
    if (kind === 'dossier' && key === 'attachments' && node.kind === 'map') {
      const entries = node.entries.map((one) => ({ ...one, value: each(one.value, 'evidence', `${path}.${one.key}`) }));
      return { ...node, entries };
    }
    const kindBelow = kind === 'dossier' || key === 'files' ? below.get(key) : undefined;
    return kindBelow === undefined ? node : each(node, kindBelow, path);
  };
  return { node: map(root, 'dossier', ''), findings };
}

/** A kind of paper by its id; another word stays. */
function kindIn(node: Node): Node {
  const [id] = node.kind === 'scalar' ? ([...kindLabels].find(([, one]) => one === node.source.trim()) ?? []) : [];
  return node.kind === 'scalar' && id !== undefined ? { ...node, source: id, value: id } : node;
}

/** The keys that `proposed` names, by their ids. */
function keysIn(node: Node): Node {
  if (node.kind === 'list') return { ...node, items: node.items.map(keysIn) };
  const id = node.kind === 'scalar' ? ownKeyOf(node.source, 'evidence') : undefined;
  return node.kind === 'scalar' && id !== undefined ? { ...node, source: id, value: id } : node;
}

/** Whether a file names our own keys as people call them or by id, by most of those at its top. */
export function ownSpellingOf(root: MapNode | undefined): Spelling {
  const known = (root?.entries ?? []).filter(({ key }) => ownKeyOf(key, 'dossier') !== undefined);
  const ids = known.filter(({ key }) => Object.hasOwn(ownLabels.dossier, key)).length;
  return ids * 2 > known.length ? 'ids' : 'labels';
}

const topOf = (path: string): string => path.split('[')[0]?.split('.')[0] ?? '';

/** The map in which a place of the dossier stands: `attachments.x[0].covers` → `evidence`. */
const mapAt = (path: string): OwnMap => {
  if (!path.includes('[')) return 'dossier';
  const top = topOf(path);
  return path.includes('.files[') ? 'files' : top === 'attachments' ? 'evidence' : (below.get(top) ?? 'dossier');
};

/**
 * A finding about one of our own keys, which names it, and what it stands in, as the file does; and the line that names a
 * slot, in a file that names its `slots` by ids.
 */
export function inFileWords(
  finding: Finding,
  spelling: Spelling,
  slots: Spelling = 'labels',
  slotLabels: ReadonlyMap<string, string> = new Map(),
): Finding {
  if (isCriterion(finding)) return finding;
  if (finding.code === 'slot-empty') {
    const [, id] = finding.at.path.split('attachments.');
    return slots === 'ids' && id ? { ...finding, args: { ...finding.args, key: id } } : finding;
  }
  if (spelling === 'ids') return finding;
  const map = mapAt(finding.at.path);
  const place = (within: string): string => {
    const top = topOf(within);
    const [slot = '', ...rest] = within.slice(top.length + 1).split('[');
    const label = top === 'attachments' ? slotLabels.get(slot) : undefined;
    if (label !== undefined) return `${ownLabel('dossier', top)}“${label}”${rest.map((one) => `[${one}`).join('')}`;
    return `${ownLabel('dossier', top)}${within.slice(top.length)}`;
  };
  if (finding.code === 'value-wrong')
    return { ...finding, args: { ...finding.args, key: ownLabel(map, finding.args.key) } };
  if (finding.code === 'key-missing') {
    const { key, within } = finding.args;
    return { ...finding, args: { ...finding.args, key: ownLabel(map, key), within: place(within) } };
  }
  if (finding.code !== 'key-unknown') return finding;
  const { key, within } = finding.args;
  const near = nearest(
    key,
    Object.entries(ownLabels[map]).flatMap(([id, labels]) => [id, ...labels]),
  );
  const meant = near && ownLabel(map, ownKeyOf(near, map) ?? near);
  return { ...finding, args: { ...finding.args, within: place(within), ...given({ nearest: meant }) } };
}

type Key = { readonly map: OwnMap; readonly take: (written: string) => Taken };

/** Keys of attachments, waivers and attestations, and `as_of`, whose values have one way to be written. */
const keys: Readonly<Record<string, Key>> = {
  as_of: { map: 'dossier', take: takeDay },
  valid_until: { map: 'evidence', take: takeTerm },
  stamped: { map: 'evidence', take: takeYesNo },
  until: { map: 'waivers', take: takeDay },
  on: { map: 'attestations', take: takeDay },
};

export type Canonical<N extends Node = Node> = { readonly node: N; readonly findings: readonly Finding[] };

/** One value; what has no reading, or more than one, stays as it is. */
export function canonicalValue(key: string, node: Node, file: string, path: string): Canonical {
  const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (known === undefined || node.kind !== 'scalar' || typeof node.value === 'boolean') return { node, findings: [] };
  const written = node.source.trim();
  const taken = known.take(written);
  const at = placeAt(file, path, node.range);
  const field = ownLabel(known.map, key);
  if (taken.is === 'several')
    return { node, findings: [report('value-ambiguous', { field, written, readings: taken.readings }, at)] };
  if (taken.is !== 'taken') return { node, findings: [] };
  const { text } = taken;
  return {
    node: { ...node, source: text, value: text },
    findings: [report('value-taken', { field, written, taken: text }, at)],
  };
}

/** All values of a map; a key whose value has two readings is left out, since it has its finding. */
export function canonicalMap(map: MapNode, file: string, path: string): Canonical<MapNode> {
  const findings: Finding[] = [];
  const entries = map.entries.flatMap((entry) => {
    const { node, findings: told } = canonicalValue(entry.key, entry.value, file, `${path}.${entry.key}`);
    for (const one of told) findings.push(one);
    return told.some(({ severity }) => severity === 'error') ? [] : [{ ...entry, value: node }];
  });
  return { node: { ...map, entries }, findings };
}
