// The spellings by which a dossier may name a part of the form, or a key beside it: its id, its label as printed, what people call it.
import { unspaced } from '../characters/folds.ts';
import { type Edit, edited } from '../document/edit.ts';
import { isMapping, type Writable } from '../document/edit-text.ts';
import { type Entry, type MapNode, type Node, placeAt, type Range } from '../document/node.ts';
import { readDocument } from '../document/read.ts';
import { colonMeant } from '../document/slips.ts';
import type { Vocabulary } from '../expression/types.ts';
import { type Finding, isCriterion } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';
import { type OwnMap, ownLabel, ownLabels } from '../findings/shapes.ts';
import { given } from '../given.ts';

/** A printed label without its trailing colon: 注册地区： → 注册地区. */
export const cleanLabel = (label: string): string => label.replace(/[：:]\s*$/u, '');

/** Without the number before a heading: 1、企业基本情况 → 企业基本情况. */
export const unnumbered = (label: string): string => label.replace(/^\d+、/u, '');

/** Whether `key` names the part with this id and label; the number before a heading may be left out. */
export function names(key: string, id: string, ...labels: (string | undefined)[]): boolean {
  if (key === id) return true;
  const wanted = unspaced(key);
  return labels.some((label) => {
    if (label === undefined) return false;
    const printed = unspaced(cleanLabel(label));
    return wanted === printed || wanted === unnumbered(printed);
  });
}

/** A part of a dossier, and the labels by which a file may name it. */
export type Labelled = { readonly id: string; readonly labels: readonly (string | undefined)[] };

/** One of several parts beside each other: the labels that name it and none before it, and how a file in labels names it. */
export type Step = Labelled & { readonly key: string };

/** Whether a file names its parts as printed or by id. */
export type Spelling = 'labels' | 'ids';

export const keyOf = ({ id, key }: Step, spelling: Spelling): string => (spelling === 'labels' ? key : id);

export type Steps = { of(id: string): Step; named(key: string): Step | undefined };

/** The parts that stand beside each other. One whose label is also the name of another is written by its id. */
export function stepsIn(parts: readonly Labelled[]): Steps {
  const owners = new Map<string, string[]>();
  const spellings = (label: string): readonly string[] => {
    const printed = unspaced(cleanLabel(label));
    return [printed, unnumbered(printed)];
  };
  for (const { id, labels } of parts)
    for (const one of new Set([id, ...labels.flatMap((label) => (label === undefined ? [] : spellings(label)))]))
      owners.set(one, [...(owners.get(one) ?? []), id]);
  const steps = new Map(
    parts.map(({ id, labels }): [string, Step] => {
      const [first] = labels;
      const own = labels.filter(
        (label) => label !== undefined && spellings(label).every((one) => owners.get(one)?.[0] === id),
      );
      const isOnly = first !== undefined && spellings(first).every((one) => owners.get(one)?.length === 1);
      return [id, { id, labels: own, key: isOnly ? unnumbered(cleanLabel(first)).trim() : id }];
    }),
  );
  return {
    of: (id) => steps.get(id) ?? { id, labels: [], key: id },
    named: (key) => steps.get(key) ?? [...steps.values()].find(({ id, labels }) => names(key, id, ...labels)),
  };
}

/** Facts, or the fields of one, by what they mean. */
export const factSteps = (facts: Vocabulary): Steps =>
  stepsIn([...facts.values()].map(({ id, meaning }) => ({ id, labels: [meaning] })));

export type ColonSlip = {
  readonly code: 'yaml-wide-colon' | 'yaml-colon-space';
  readonly args: { readonly mended: string };
  readonly range: Range;
};

/** The slip in a value that should have been `name: value` lines; nothing when it has no such colon. */
export function colonSlip(node: Node): ColonSlip | undefined {
  const meant = node.kind === 'scalar' ? colonMeant(node) : undefined;
  if (node.kind !== 'scalar' || meant === undefined) return undefined;
  const { line, column } = node.range;
  const at = column + [...node.source.slice(0, meant.offset)].length;
  return {
    code: node.source[meant.offset] === '：' ? 'yaml-wide-colon' : 'yaml-colon-space',
    args: { mended: firstLine(meant.mended) },
    range: { line, column: at, endLine: line, endColumn: at + 1 },
  };
}

/** YAML folds the lines that follow into the same text; they begin where the next name does. */
function firstLine(mended: string): string {
  const value = mended.indexOf(': ') + 2;
  if (value < 2) return mended;
  const next = mended.slice(value).search(/(?<!\s)\s+[^\s:：]+[:：]/u);
  return next < 0 ? mended : mended.slice(0, value + next);
}

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
const below: Readonly<Record<string, OwnMap>> = {
  claims: 'claims',
  waivers: 'waivers',
  attestations: 'attestations',
  files: 'files',
};

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
    if (kind === 'evidence') return key === 'proposed' ? keysIn(node) : node;
    if (kind === 'dossier' && key === 'attachments' && node.kind === 'map') {
      const entries = node.entries.map((one) => ({ ...one, value: each(one.value, 'evidence', `${path}.${one.key}`) }));
      return { ...node, entries };
    }
    const kindBelow = kind === 'dossier' || key === 'files' ? below[key] : undefined;
    return kindBelow === undefined ? node : each(node, kindBelow, path);
  };
  return { node: map(root, 'dossier', ''), findings };
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

/** How a dossier names its parts, by most of its keys; one that has none yet will be in labels. */
export function spellingOf(root: MapNode): Spelling {
  const maps = root.entries.flatMap(({ key, value }) =>
    named.includes(ownKeyOf(key, 'dossier') ?? '') && value.kind === 'map' ? [value] : [],
  );
  const below = maps.flatMap(({ entries }) => entries.flatMap(({ value }) => (value.kind === 'map' ? [value] : [])));
  const keys = [...maps, ...below].flatMap(({ entries }) => entries.map(({ key }) => key));
  const ids = keys.filter((key) => key >= 'a' && key < '{').length;
  return ids * 2 > keys.length ? 'ids' : 'labels';
}

const named = ['form', 'facts', 'attachments'];

/** What is said of files, claims, waivers and attestations, with its keys as a file spells them. */
export function spelt(value: Writable, map: OwnMap, spelling: Spelling): Writable {
  if (spelling === 'ids') return value;
  if (Array.isArray(value)) return value.map((one: Writable) => spelt(one, map, spelling));
  if (!isMapping(value)) return value;
  const pairs = Object.entries(value).map(([key, one]): [string, Writable] => {
    const named = (each: Writable): Writable => (typeof each === 'string' ? ownLabel('evidence', each) : each);
    const inner =
      map === 'evidence' && key === 'proposed' && Array.isArray(one)
        ? one.map(named)
        : map === 'attestations' && key === 'files'
          ? spelt(one, 'files', spelling)
          : one;
    return [ownLabel(map, key), inner];
  });
  return Object.fromEntries(pairs);
}

/** What is said in a part of a dossier, with its keys as the file spells them. */
export function speltIn(part: string | undefined, value: Writable, root: MapNode | undefined): Writable {
  const map = part === 'attachments' ? 'evidence' : below[part ?? ''];
  return map === undefined ? value : spelt(value, map, ownSpellingOf(root));
}

/** Edits a dossier as `edited` does; our own keys of the path, by their ids, and of the value are written in the file's way. */
export function editedDossier(bytes: Uint8Array, { path, value, append }: Edit, file: string): Uint8Array {
  const { node } = readDocument(bytes, '');
  const root = node?.kind === 'map' ? node : undefined;
  const spelling = ownSpellingOf(root);
  const part = ownKeyOf(String(path[0]), 'dossier') ?? '';
  const map = part === 'attachments' ? 'evidence' : below[part];
  let at: Node | undefined = root;
  const way = path.map((step, depth) => {
    const kind = depth === 0 ? 'dossier' : depth >= 2 ? map : undefined;
    const id = typeof step === 'string' && kind !== undefined ? ownKeyOf(step, kind) : undefined;
    const there: Entry | undefined =
      at?.kind === 'map'
        ? at.entries.find(({ key }) => key === step || (id !== undefined && kind && ownKeyOf(key, kind) === id))
        : undefined;
    at = at?.kind === 'list' && typeof step === 'number' ? at.items[step] : there?.value;
    return there?.key ?? (id === undefined || kind === undefined || spelling === 'ids' ? step : ownLabel(kind, id));
  });
  return edited(
    bytes,
    { path: way, value: speltIn(part, value, root), ...(append === undefined ? {} : { append }) },
    file,
  );
}

const topOf = (path: string): string => path.split('[')[0]?.split('.')[0] ?? '';

/** The map in which a place of the dossier stands: `attachments.x[0].covers` → `evidence`. */
const mapAt = (path: string): OwnMap => {
  if (!path.includes('[')) return 'dossier';
  const top = topOf(path);
  return path.includes('.files[') ? 'files' : top === 'attachments' ? 'evidence' : (below[top] ?? 'dossier');
};

/**
 * A finding about one of our own keys, which names it, and what it stands in, as the file does; and the line that names a
 * slot, in a file that names its `slots` by ids.
 */
export function inFileWords(finding: Finding, spelling: Spelling, slots: Spelling = 'labels'): Finding {
  if (isCriterion(finding)) return finding;
  if (finding.code === 'slot-empty') {
    const [, id] = finding.at.path.split('attachments.');
    return slots === 'ids' && id ? { ...finding, args: { ...finding.args, key: id } } : finding;
  }
  if (spelling === 'ids') return finding;
  const map = mapAt(finding.at.path);
  const place = (within: string): string => {
    const top = topOf(within);
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
