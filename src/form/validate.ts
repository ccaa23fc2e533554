// Fills a form from a dossier: sections by id or printed title, fields, tables, and the facts that no form prints.
import type { RowEntry } from '../attachments/entry.ts';
import { unspaced } from '../characters/folds.ts';
import type { Entry, MapNode, Node } from '../document/node.ts';
import type { Fact, Vocabulary } from '../expression/types.ts';
import type { FactValue } from '../expression/values.ts';
import type { Citation, Finding, Place } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';
import { checkHeld, checkMisplaced, readFacts } from './facts.ts';
import { readField } from './field.ts';
import type { FilledField, FilledForm, FilledSection, FilledTable } from './filled.ts';
import { type Free, type Gather, reporter, type Stated } from './gather.ts';
import { colonSlip } from './keys.ts';
import {
  isItem,
  isSection,
  labelOf,
  openEntries,
  readFree,
  readTable,
  tellElsewhere,
  tellOpen,
} from './open-section.ts';
import type { OpenedField, OpenedForm, OpenedSection } from './opened.ts';
import { checkAcross } from './rows/twice.ts';
import { checkIssuers, checkOwners, checkRecognised } from './rows/whose.ts';
import { postcodeFits } from './types/identifiers.ts';
import { isEmpty } from './types/type.ts';

export type FormInput = {
  readonly file: string;
  /** The whole dossier. */
  readonly root: MapNode;
  /** `form:`, `facts:` and `titles:` of the dossier. */
  readonly form?: Node;
  readonly facts?: Node;
  readonly titles?: Node;
  readonly asOf: string;
  /** Whose the rights of a register must be; left out where nothing is judged. */
  readonly enterprise?: string;
  /** The clauses of the category about a known reason for rejection; none where it has no such source. */
  readonly reason?: (row: string) => readonly Citation[];
};

export type FormResult = {
  readonly form: FilledForm;
  readonly facts: ReadonlyMap<string, FactValue>;
  readonly places: ReadonlyMap<string, Place>;
  readonly rows: readonly RowEntry[];
  readonly stated: ReadonlyMap<string, Stated>;
  readonly findings: readonly Finding[];
  readonly free: readonly Free[];
};

/** Reads the form and the facts beside it; every value is checked by its type, every missing one is named. */
export function validateForm(opened: OpenedForm, vocabulary: Vocabulary, input: FormInput): FormResult {
  const gather: Gather = {
    file: input.file,
    asOf: input.asOf,
    lists: opened.lists,
    facts: new Map(),
    places: new Map(),
    findings: [],
    rows: [],
    stated: new Map(),
    tables: [],
    free: [],
    reason: input.reason ?? (() => []),
  };
  const map = mapOf(input.form, 'form', 'form', gather);
  checkSections(map, opened, gather);
  // What cannot be read has its one finding; its fields are not missing besides.
  const within = isUnread(input.form, map) ? quiet(gather) : gather;
  const sections = opened.sections.map((section) => fillSection(section, map, opened, input, within));
  const printed = printedFacts(opened);
  readFacts(input, vocabulary, printed, gather);
  checkGroups(opened, sections, gather);
  checkPostcode(sections, gather);
  checkRegistrar(sections, gather);
  checkAcross(gather);
  checkOwners(gather, input.enterprise ?? '');
  checkRecognised(gather);
  checkIssuers(gather, vocabulary, input.enterprise ?? '');
  checkMisplaced(gather, vocabulary, printed, input.enterprise ?? '');
  checkHeld(gather, vocabulary, printed);
  const { facts, places, rows, stated, findings, free } = gather;
  return { form: { sections, ...countFilled(sections) }, facts, places, rows, stated, findings, free };
}

function mapOf(node: Node | undefined, title: string, path: string, gather: Gather): MapNode | undefined {
  if (node === undefined || node.kind === 'map') return node;
  if (node.kind === 'scalar' && node.value === null) return undefined;
  const report = reporter(gather, path, []);
  const slip = colonSlip(node);
  if (slip) report(slip.code, slip.args, slip.range);
  else report('value-shape', { field: title, expected: 'map', found: node.kind }, node.range);
  return undefined;
}

/** A value that stands where fields are expected, but gave none. */
const isUnread = (node: Node | undefined, map: MapNode | undefined): boolean =>
  map === undefined && node !== undefined && !isEmpty(node);

const quiet = (gather: Gather): Gather => ({ ...gather, findings: [], facts: new Map() });

function checkSections(map: MapNode | undefined, opened: OpenedForm, gather: Gather): void {
  const taken = new Map<OpenedSection, string>();
  for (const entry of map?.entries ?? []) {
    const section = opened.sections.find((candidate) => isSection(entry, candidate));
    const first = section && taken.get(section);
    if (section === undefined) unknownSection(entry, opened, gather);
    else if (first === undefined) taken.set(section, entry.key);
    else {
      const args = { field: section.called, first, second: entry.key };
      reporter(gather, `form.${section.id}`, [])('field-twice', args, entry.keyRange);
    }
  }
}

function unknownSection(entry: Entry, opened: OpenedForm, gather: Gather): void {
  const known = opened.sections.flatMap((section) => [section.id, section.called]);
  const near = nearest(entry.key, known);
  reporter(gather, `form.${entry.key}`, [])(
    'section-unknown',
    near === undefined ? { key: entry.key } : { key: entry.key, nearest: near },
    entry.keyRange,
  );
}

function fillSection(
  section: OpenedSection,
  form: MapNode | undefined,
  opened: OpenedForm,
  input: FormInput,
  gather: Gather,
): FilledSection {
  const entry = form?.entries.find((candidate) => isSection(candidate, section));
  const title = section.called;
  const map = section.open ? openEntries(section, entry) : mapOf(entry?.value, title, `form.${section.id}`, gather);
  if (section.open && map === undefined) {
    tellOpen(section, (entry ?? form?.entries[0] ?? input.root.entries[0])?.keyRange ?? input.root.range, gather);
  }
  const taken = new Map<string, Entry>();
  const free: FilledField[] = [];
  for (const one of map?.entries ?? []) {
    const item = section.items.find((candidate) => isItem(one, candidate));
    const before = item && taken.get(item.id);
    if (item === undefined && section.open) {
      tellElsewhere(one, section, form, opened, gather);
      free.push(readFree(section, one, gather));
      gather.free.push({ file: gather.file, path: `form.${section.id}.${one.key}`, entry: one });
    } else if (item === undefined) unknownField(one, section, opened, gather);
    else if (before !== undefined) {
      const args = { field: labelOf(item), first: before.key, second: one.key };
      reporter(gather, `form.${section.id}.${item.id}`, [])('field-twice', args, one.keyRange);
    } else taken.set(item.id, one);
  }
  // What a missing section lacks stands where the section would stand.
  const home = map ?? (entry ? keyAsMap(entry) : (form ?? input.root));
  const path = map || entry ? `form.${section.id}` : 'form';
  const within = isUnread(entry?.value, map) ? quiet(gather) : gather;
  const items = section.items.map((item): FilledField | FilledTable =>
    item.kind === 'field'
      ? readField(item, taken.get(item.id), { map: home, path, title }, within)
      : readTable(item, taken.get(item.id)?.value, `form.${section.id}.${item.id}`, within, home),
  );
  return {
    id: section.id,
    ...(section.title === undefined ? {} : { title: section.title }),
    open: section.open,
    items: [...items, ...free],
  };
}

const keyAsMap = (entry: Entry): MapNode => ({ kind: 'map', entries: [], range: entry.keyRange });

function unknownField(entry: Entry, section: OpenedSection, opened: OpenedForm, gather: Gather): void {
  const title = section.called;
  const elsewhere = opened.sections.find(
    (other) => other !== section && other.items.some((item) => isItem(entry, item)),
  );
  const near = nearest(
    entry.key,
    section.items.flatMap((item) => [item.id, labelOf(item)]),
  );
  const args = {
    key: entry.key,
    section: title,
    ...(near === undefined ? {} : { nearest: near }),
    ...(elsewhere === undefined ? {} : { elsewhere: elsewhere.called }),
  };
  reporter(gather, `form.${section.id}.${entry.key}`, [])('field-unknown', args, entry.keyRange);
}

/** Facts that this form prints, with the section they belong to. */
function printedFacts(opened: OpenedForm): ReadonlyMap<string, { section: string; label: string }> {
  const found = new Map<string, { section: string; label: string }>();
  for (const section of opened.sections) {
    for (const item of section.items) {
      const fact: Fact | undefined = item.fact;
      if (fact) found.set(fact.id, { section: section.called, label: labelOf(item) });
    }
  }
  return found;
}

/** Fields that the category lists as required, whatever its source; where it lists none, all that it prints. */
function countFilled(sections: readonly FilledSection[]): { required: number; filled: number } {
  const inputs = sections
    .flatMap((section) => section.items)
    .filter((item) => item.kind === 'field')
    .filter((field) => field.fact !== '');
  const listed = inputs.some(({ required }) => required) ? inputs.filter(({ required }) => required) : inputs;
  return { required: listed.length, filled: listed.filter(({ value }) => value !== undefined).length };
}

const fieldsOf = (sections: readonly FilledSection[]): FilledField[] =>
  sections.flatMap((section) => section.items).filter((item) => item.kind === 'field');

const chosenText = (field: FilledField | undefined): string | undefined =>
  field?.value?.kind === 'text'
    ? field.value.text
    : field?.value?.kind === 'chosen'
      ? field.value.chosen[0]
      : undefined;

/** JS-CHAIN-02: the options shown depend on the cluster; proven for some, inferred (a warning) for the others. */
function checkGroups(opened: OpenedForm, sections: readonly FilledSection[], gather: Gather): void {
  const filled = fieldsOf(sections);
  const dependent = opened.sections
    .flatMap((section) => section.items)
    .filter((item): item is OpenedField => item.kind === 'field' && item.optionsBy !== undefined);
  for (const field of dependent) {
    const by = field.optionsBy;
    const own = filled.find((one) => one.id === field.id);
    const group = chosenText(filled.find((one) => one.id === by?.field));
    if (by === undefined || own?.value?.kind !== 'chosen' || group === undefined) continue;
    const option = by.list.options.find((one) => unspaced(one.name) === unspaced(group));
    if (option?.options === undefined) continue;
    const options = option.options.map((one) => one.name);
    const severity = (option.standing ?? by.list.standing) === 'proposal' ? { severity: 'warning' as const } : {};
    for (const written of own.value.chosen.filter((chosen) => !options.includes(chosen))) {
      const args = { field: own.label, written, group: option.name, options };
      gather.findings.push(report('choice-outside-group', args, own.at, { cite: by.cite, ...severity }));
    }
  }
}

/** D.2: a postcode outside its city's range is worth a look, never an error (the table is from memory). */
function checkPostcode(sections: readonly FilledSection[], gather: Gather): void {
  const fields = fieldsOf(sections);
  const region = fields.find((field) => field.type === 'region')?.value;
  const postcode = fields.find((field) => field.type === 'postcode');
  const city = region?.kind === 'levels' ? region.levels[1]?.name : undefined;
  const written = chosenText(postcode);
  if (postcode === undefined || city === undefined || written === undefined) return;
  const areas = (gather.lists.get('area-codes')?.options ?? []).map((area) => ({
    name: area.name,
    code: area.code ?? '',
    postcodes: area.postcodes ?? [],
  }));
  const expected = areas.find((area) => area.name === city)?.postcodes ?? [];
  if (postcodeFits(city, written, areas) === false) {
    gather.findings.push(report('postcode-place', { field: postcode.label, written, city, expected }, postcode.at));
  }
}

/** Registered with the ministry, not in a province. */
const national = '10';

/**
 * D.1: the code names the authority of the registration, which need not be that of today's county; another province is
 * worth a look, as an enterprise hardly moves that far and the code may be another's.
 */
function checkRegistrar(sections: readonly FilledSection[], gather: Gather): void {
  const fields = fieldsOf(sections);
  const region = fields.find((field) => field.type === 'region')?.value;
  const field = fields.find((one) => one.type === 'uscc');
  const province = region?.kind === 'levels' ? region.levels[0] : undefined;
  const written = chosenText(field);
  const registrar = /^[0-9A-Z]{2}(\d{2})\d{4}[0-9A-Z]{10}$/.exec(written ?? '')?.[1];
  if (field === undefined || written === undefined || registrar === undefined || province?.code === undefined) return;
  if (registrar === national || province.code.startsWith(registrar)) return;
  const args = {
    field: field.label,
    written,
    registrar: written.slice(2, 8),
    province: province.name,
    expected: province.code.slice(0, 2),
  };
  gather.findings.push(report('uscc-place', args, field.at));
}
