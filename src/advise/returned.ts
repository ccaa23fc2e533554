// What an office has sent back, point by point: what of the dossier each is about, and whether that has changed since.
import type { Assessment } from '../assessment.ts';
import { unspaced, withoutRemark } from '../characters/folds.ts';
import { entryOf, type MapNode, type Node } from '../document/node.ts';
import { readDocument } from '../document/read.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import { cleanLabel, names } from '../form/keys.ts';
import { compare, keyedFields } from './diff/compare.ts';

/**
 * A point of the office: its number from 1, its text, and what it is about where somebody has written that; `shown`
 * stands in findings instead of the text.
 */
export type ReturnedPoint = {
  readonly number: number;
  readonly text: string;
  readonly at?: string;
  readonly shown?: string;
};

/** `1、`, `（2）`, `3.`, `- ` before a point. */
const numbering = /^(?:[-*•·]|[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．：:])/u;

/** A point without its number, or a list's sign before a number. */
const unnumbered = (text: string): string => text.trim().replace(numbering, '').trim().replace(numbering, '').trim();

const pointOf = (text: string, number: number): ReturnedPoint => ({ number, text: unnumbered(text) });

/** One line is one point. */
function linesOf(text: string): readonly ReturnedPoint[] {
  const lines = text.split(/\r?\n/).filter((line) => unnumbered(line) !== '');
  return lines.map((line, index) => pointOf(line, index + 1));
}

const plainText = (node: Node | undefined): string | undefined =>
  node?.kind === 'scalar' && node.value !== null ? node.source.trim() : undefined;

/** The keys of a point in YAML, each with its Chinese name. */
const pointKeys = { text: ['text', '意见'], at: ['at', '所指'] } as const;
const written = (node: MapNode, key: keyof typeof pointKeys): string | undefined =>
  plainText(entryOf(node, ...pointKeys[key])?.value);

function itemOf(node: Node, number: number): ReturnedPoint | undefined {
  const own = plainText(node);
  if (own !== undefined) return pointOf(own, number);
  if (node.kind !== 'map') return undefined;
  const [text, at] = [written(node, 'text'), written(node, 'at')];
  const known: readonly string[] = Object.values(pointKeys).flat();
  const isKnown = node.entries.every(({ key }) => known.includes(key));
  return text === undefined || !isKnown ? undefined : { ...pointOf(text, number), ...(at === undefined ? {} : { at }) };
}

/**
 * The points of a file: a list in YAML, of texts or of `{text, at}`, also under `points:`, all in Chinese too; else a
 * text with a point on each line. Nothing where it has none, or one that cannot be read: a point passed over would look
 * settled.
 */
export function readReturned(bytes: Uint8Array, file: string): readonly ReturnedPoint[] | undefined {
  const isYaml = /\.ya?ml$/i.test(file);
  const { node, text, findings } = readDocument(bytes, file);
  if (!isYaml) {
    const points = linesOf(text);
    return points.length === 0 ? undefined : points;
  }
  const list = node?.kind === 'map' && node.entries.length === 1 ? entryOf(node, 'points', '意见')?.value : node;
  if (list?.kind !== 'list' || findings.some(({ severity }) => severity === 'error')) return undefined;
  const points = list.items.flatMap((item, index) => itemOf(item, index + 1) ?? []);
  return points.length === 0 || points.length < list.items.length ? undefined : points;
}

/** A part of a dossier that a point may be about. `key` is as a difference names it. */
type Part = {
  readonly id: string;
  readonly label: string;
  readonly path: string;
  readonly at: Place;
  readonly key: { readonly of: 'fields' | 'tables' | 'slots'; readonly id: string };
};

function partsOf({ form, inventory }: Assessment): readonly Part[] {
  const keys = new Map(keyedFields(form).map(({ key, field }) => [field, key]));
  const items = form.sections.flatMap(({ id: section, items }) =>
    items.map((item): Part => {
      const { id, at } = item;
      const path = `form.${section}.${id}`;
      return item.kind === 'table'
        ? { id, label: item.title, path, at, key: { of: 'tables', id } }
        : { id, label: item.label, path, at, key: { of: 'fields', id: keys.get(item) ?? id } };
    }),
  );
  const slots = inventory.slots.map(
    ({ id, label, at }): Part => ({ id, label, path: `attachments.${id}`, at, key: { of: 'slots', id } }),
  );
  return [...items, ...slots];
}

/** A label as somebody would speak of it: without its number, and what stands in brackets behind it. */
const spoken = (label: string): string => unspaced(withoutRemark(cleanLabel(label.replace(/^[\d.、（）()]+/u, ''))));

/** Shorter labels stand in every sentence by chance. In characters. */
const shortestSigns = 2;

/** What a point names: as written under `at`, else by the printed labels in its text, the longest ones. */
function aboutWhat({ text, at }: ReturnedPoint, parts: readonly Part[]): readonly Part[] {
  if (at !== undefined)
    return parts.filter(({ id, label, path }) => path === at || names(at, id, label) || spoken(label) === unspaced(at));
  const said = unspaced(text);
  const named = parts.filter(({ label }) => spoken(label).length >= shortestSigns && said.includes(spoken(label)));
  return named.filter((one) => {
    const own = spoken(one.label);
    return !named.some(({ label }) => spoken(label) !== own && spoken(label).includes(own));
  });
}

/**
 * What has changed since it was sent (`path`), then a finding for each point: unchanged, changed and still wrong, changed
 * and clean as far as can be seen, or not known.
 */
export function checkReturned(
  points: readonly ReturnedPoint[],
  { path: sentPath, assessment: sent }: { readonly path: string; readonly assessment: Assessment },
  now: Assessment,
  top: Place,
): Finding[] {
  const parts = partsOf(now);
  const changes = compare(sent, now);
  const hasChanged = ({ key }: Part): boolean =>
    changes[key.of].some(({ id }) => id === key.id) || changes.slots.some(({ id }) => id === `form.${key.id}`);
  const isWithin = (at: Place, path: string): boolean => at.path === path || /^[.[]/.test(at.path.slice(path.length));
  const wrongAt = ({ path }: Part): readonly Finding[] =>
    now.findings.filter(
      ({ at, severity, waived }) =>
        severity !== 'note' && waived === undefined && at.path.startsWith(path) && isWithin(at, path),
    );
  const changed = [...changes.fields, ...changes.slots].map(({ label }) => label);
  const what = [...new Set([...changed, ...changes.tables.map(({ title }) => title)])];
  const answers = points.map((point) => {
    const about = aboutWhat(point, parts);
    const [first] = about;
    const said = { number: point.number, text: point.shown ?? point.text };
    if (first === undefined) return report('returned-unplaced', said, top);
    const what = about.map(({ label }) => label);
    const findings = new Set(about.flatMap(wrongAt)).size;
    if (!about.some(hasChanged)) return report('returned-unchanged', { ...said, what }, first.at);
    if (findings > 0) return report('returned-open', { ...said, what, findings }, first.at);
    return report('returned-changed', { ...said, what }, first.at);
  });
  return [report('returned-compared', { path: sentPath, what }, top), ...answers];
}
