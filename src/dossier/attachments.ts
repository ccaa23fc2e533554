// Reads `attachments:` of a dossier: slots by id or printed label, each a path, a glob, or a list with evidence.
import type { AttachmentEntries, AttachmentEntry, RowEntry } from '../attachments/entry.ts';
import type { Evidence } from '../attachments/inventory-types.ts';
import type { SlotRule } from '../attachments/slot.ts';
import { typed } from '../characters/folds.ts';
import { type Entry, keyPlaces, type MapNode, type Node, placeAt } from '../document/node.ts';
import { checkShape } from '../document/shape.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';
import { ownLabel } from '../findings/shapes.ts';
import { colonSlip, names } from '../form/keys.ts';
import { isPlaceholder, noEntry } from '../form/rows/entries.ts';
import { isEmpty } from '../form/types/type.ts';
import { endless } from '../values/date.ts';
import { type AttachmentSpec, attachment } from './definition.ts';
import { canonicalMap } from './own-keys.ts';

export type AttachmentsRead = { readonly entries: AttachmentEntries; readonly findings: readonly Finding[] };

export function readAttachments(
  node: Node | undefined,
  root: MapNode,
  slots: readonly SlotRule[],
  rows: readonly RowEntry[],
  file: string,
): AttachmentsRead {
  const findings: Finding[] = [];
  const entries: AttachmentEntry[] = [];
  const mentioned = new Map<string, Place>();
  const keys = new Map<string, string>();
  const at = placeAt(file, 'attachments', keyOf(root) ?? endOf(root));
  if (node !== undefined && node.kind !== 'map' && !(node.kind === 'scalar' && node.value === null)) {
    const slip = colonSlip(node);
    findings.push(
      slip
        ? report(slip.code, slip.args, placeAt(file, 'attachments', slip.range))
        : report('value-wrong', { key: 'attachments', expected: 'map' }, placeAt(file, 'attachments', node.range)),
    );
  }
  for (const entry of node?.kind === 'map' ? node.entries : []) {
    const slot = slots.find((candidate) => names(entry.key, candidate.id, candidate.label));
    const before = slot && keys.get(slot.id);
    const place = placeAt(file, `attachments.${slot?.id ?? entry.key}`, entry.keyRange);
    if (slot === undefined) {
      const known = slots.flatMap((candidate) => [candidate.id, candidate.label]);
      const near = nearest(entry.key, known) ?? onlyWith(entry.key, slots);
      findings.push(
        report('slot-unknown', near === undefined ? { key: entry.key } : { key: entry.key, nearest: near }, place),
      );
    } else if (before !== undefined) {
      findings.push(report('slot-named-twice', { slot: slot.label, first: before, second: entry.key }, place));
    } else {
      keys.set(slot.id, entry.key);
      mentioned.set(slot.id, place);
      const read = readSlot(entry, slot.id, file);
      for (const one of read.entries) entries.push(one);
      for (const one of read.findings) findings.push(one);
    }
  }
  if (entries.length + rows.length > mostPaths)
    findings.push(report('yaml-too-many', { what: 'items', limit: mostPaths }, at));
  const held = entries.slice(0, mostPaths);
  return { entries: { entries: held, mentioned, rows: rows.slice(0, mostPaths - held.length), at }, findings };
}

/** The label that alone holds what is written, as people shorten it: 营业执照. */
function onlyWith(key: string, slots: readonly SlotRule[]): string | undefined {
  const part = typed(key);
  const [one, ...others] = slots.filter(({ label }) => [...part].length > 1 && typed(label).includes(part));
  return others.length === 0 ? one?.label : undefined;
}

/** Paths and patterns of one dossier, each of which is looked for on the disk; a form has some hundred files. */
const mostPaths = 2_000;

const keyOf = (root: MapNode) => root.entries.find((entry) => entry.key === 'attachments')?.keyRange;

/** Where a missing `attachments:` would stand: the last line that has a key. */
const endOf = (root: MapNode) => root.entries.at(-1)?.keyRange ?? root.range;

function readSlot(entry: Entry, slot: string, file: string): { entries: AttachmentEntry[]; findings: Finding[] } {
  const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  const entries: AttachmentEntry[] = [];
  const findings: Finding[] = [];
  for (const [index, item] of items.entries()) {
    const path = `attachments.${slot}[${index}]`;
    if (item.kind === 'scalar' && item.value === null) continue;
    if (item.kind === 'scalar') {
      entries.push({ slot, pattern: item.source, evidence: {}, at: placeAt(file, path, item.range) });
    } else if (item.kind === 'map') {
      const said = coversOf(item, path, file);
      const canonical = canonicalMap(said.rest, file, path);
      const checked = checkEvidence(canonical.node, path, file);
      for (const one of said.findings) findings.push(one);
      for (const one of canonical.findings) findings.push(one);
      for (const one of checked.findings) findings.push(one);
      for (const one of placeholders(item, path, file)) findings.push(one);
      const named = item.entries.find((one) => one.key === 'file')?.value;
      if (named?.kind !== 'scalar') continue;
      const evidence = checked.data === undefined ? {} : { ...said.evidence, ...evidenceOf(checked.data, item) };
      entries.push({
        slot,
        pattern: named.source,
        evidence,
        at: placeAt(file, path, named.range),
        keys: keyPlaces(item, path, file),
      });
    } else {
      findings.push(report('value-wrong', { key: entry.key, expected: 'path' }, placeAt(file, path, item.range)));
    }
  }
  return { entries, findings };
}

const spoken = ['issuer', 'kind', 'basis'] as const;

/** Who issued a paper, what kind it is and whose figures it shows, said by a word that only holds the place; other keys are compared. */
function placeholders(item: MapNode, path: string, file: string): Finding[] {
  return item.entries.flatMap(({ key, value }): Finding[] => {
    if (value.kind !== 'scalar' || !(spoken as readonly string[]).includes(key)) return [];
    if (value.value === null || value.source === '') return [];
    const written = value.source.trim();
    if (written !== '' && !isPlaceholder(written) && noEntry(written) !== 'none') return [];
    const about = { field: ownLabel('evidence', key as (typeof spoken)[number]), written };
    return [report('value-placeholder', about, placeAt(file, `${path}.${key}`, value.range), { severity: 'warning' })];
  });
}

/** Stands for what `covers` says, which is read by itself, when the shape of the rest is checked. */
const taken: Node = {
  kind: 'scalar',
  source: '',
  value: '',
  quoted: true,
  range: { line: 1, column: 1, endLine: 1, endColumn: 1 },
};

/** What a file covers, and the evidence without it. In `{covers: 2018,2019}` YAML takes the comma for the end of the value. */
function coversOf(
  item: MapNode,
  path: string,
  file: string,
): { evidence: Pick<Evidence, 'covers'>; rest: MapNode; findings: readonly Finding[] } {
  const index = item.entries.findIndex(({ key }) => key === 'covers');
  const entry = item.entries[index];
  if (entry === undefined) return { evidence: {}, rest: item, findings: [] };
  const after = item.entries.slice(index + 1);
  const end = after.findIndex(({ key, value }) => !/^\d{4}年?$/u.test(key) || !isEmpty(value));
  const split = end < 0 ? after : after.slice(0, end);
  const rest = {
    ...item,
    entries: item.entries.flatMap((one) => (one === entry ? { ...one, value: taken } : split.includes(one) ? [] : one)),
  };
  if (isEmpty(entry.value)) return { evidence: {}, rest, findings: [] };
  const keys = split.map(({ key, keyRange }): Node => {
    return { kind: 'scalar', source: key, value: key, quoted: false, range: keyRange };
  });
  const covers = readCovers(
    split.length === 0 ? entry.value : { kind: 'list', items: [entry.value, ...keys], range: entry.value.range },
  );
  if (covers !== undefined) return { evidence: { covers }, rest, findings: [] };
  const written = entry.value.kind === 'scalar' ? { written: entry.value.source } : {};
  const at = placeAt(file, `${path}.covers`, entry.value.range);
  return { evidence: { covers: [] }, rest, findings: [report('covers-unreadable', written, at)] };
}

/** What is wrong with the evidence of a file, and the rest of it: the file itself is there all the same. */
function checkEvidence(
  item: MapNode,
  path: string,
  file: string,
): { data?: AttachmentSpec; findings: readonly Finding[] } {
  const checked = checkShape(attachment, item, () => file, path);
  if ('data' in checked) return { data: checked.data, findings: [] };
  const { findings } = checked;
  const isWrong = ({ key }: Entry): boolean =>
    findings.some(
      ({ at }) =>
        at.path === `${path}.${key}` || at.path.startsWith(`${path}.${key}.`) || at.path.startsWith(`${path}.${key}[`),
    );
  const rest = checkShape(
    attachment,
    { ...item, entries: item.entries.filter((entry) => !isWrong(entry)) },
    () => file,
    path,
  );
  return 'data' in rest ? { data: rest.data, findings } : { findings };
}

/** Figures keep their text as written, so that 8330.00 is not compared as a float. */
function evidenceOf(data: AttachmentSpec, node: MapNode): Evidence {
  const { kind, issued_to, issuer, valid_until, stamped, basis, pages, proposed = [] } = data;
  const figures = node.entries.find((entry) => entry.key === 'figures')?.value;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(issued_to === undefined ? {} : { issued_to }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(valid_until === undefined || valid_until === endless ? {} : { valid_until }),
    ...(stamped === undefined ? {} : { stamped: stamped === true || stamped === '是' }),
    ...(basis === undefined ? {} : { basis }),
    ...(pages === undefined ? {} : { pages: String(pages) }),
    ...(proposed.length === 0 ? {} : { proposed }),
    ...(figures?.kind === 'map' ? { figures: flat(figures) } : {}),
  };
}

/** `{main_revenue: {2020: 8330.00}}` → `main_revenue.2020: '8330.00'`. */
function flat(map: MapNode, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    map.entries.flatMap((entry) => {
      if (entry.value.kind === 'map') return Object.entries(flat(entry.value, `${prefix}${entry.key}.`));
      return entry.value.kind === 'scalar' ? [[`${prefix}${entry.key}`, entry.value.source]] : [];
    }),
  );
}

/** A span of more years, or months, is a slip. */
const longestSpanYears = 30;

const year = '(?:19|20)\\d{2}';
const to = '(?:-+|[\u2010-\u2015]+|~+|至|到)';
const month = `(${year})(?:[-./年](1[0-2]|0?[1-9])(?:月份?)?|(1[0-2]|0[1-9]))`;
const day = '(?:[-./月]?(?:3[01]|[12]\\d|0?[1-9])日?)?';

const oneYear = new RegExp(`^(${year})年?$`, 'u');
const years = new RegExp(`^(${year})年?${to}(${year})年?$`, 'u');
const oneMonth = new RegExp(`^${month}$`, 'u');
const monthsOfYear = new RegExp(`^(${year})年(1[0-2]|0?[1-9])月?${to}(1[0-2]|0?[1-9])月份?$`, 'u');
const months = new RegExp(`^${month}${day}${to}${month}${day}$`, 'u');

/**
 * `2020`, `2018-2020`, `2018至2020年`, `2018、2019`, `2020年12月`, `[2018, 2019]` as years (`2020`) and months
 * (`2020-12`); nothing when a part of it cannot be read.
 */
export function readCovers(node: Node): readonly string[] | undefined {
  if (node.kind === 'map') return undefined;
  const parts = node.kind === 'list' ? node.items.map(readCovers) : partsOf(node.source).map(readPart);
  if (parts.length === 0) return undefined;
  const read = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) ? undefined : [...new Set(read)];
}

const partsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .replace(/\s|度/gu, '')
    .split(/[,、;和及与]|\/(?=(?:19|20)\d{2}(?!\d))/u);

function readPart(text: string): readonly string[] | undefined {
  const [, plain] = oneYear.exec(text) ?? [];
  if (plain !== undefined) return [plain];
  const [, firstYear, lastYear] = years.exec(text) ?? [];
  if (firstYear !== undefined) return span(Number(firstYear), Number(lastYear), String);
  const single = oneMonth.exec(text);
  if (single) return [monthText(monthNumber(single, 1))];
  const [, within, from, until] = monthsOfYear.exec(text) ?? [];
  if (within !== undefined) {
    const january = Number(within) * 12 - 1;
    return span(january + Number(from), january + Number(until), monthText);
  }
  const both = months.exec(text);
  return both === null ? undefined : span(monthNumber(both, 1), monthNumber(both, 4), monthText);
}

/** Months since the year 0, of the groups of `month` from `at`. */
const monthNumber = (found: RegExpExecArray, at: number): number =>
  Number(found[at]) * 12 + Number(found[at + 1] ?? found[at + 2]) - 1;

const monthText = (number: number): string =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;

function span(first: number, last: number, name: (at: number) => string): readonly string[] | undefined {
  if (last < first || last - first > longestSpanYears) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => name(first + index));
}
