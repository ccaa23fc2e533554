// Opens a flattened definition: looks up every name, types every formula, or gathers all that is wrong with it.
import type { FileRule } from '../attachments/slot.ts';
import { type ItemDefinition, kindOf, type OpenedItem, type OpenedScorecard } from '../decide/scorecards/definition.ts';
import type { Node } from '../document/node.ts';
import { checkShape } from '../document/shape.ts';
import { yearsOf } from '../expression/day.ts';
import { openScope, reserved, type Scope } from '../expression/scope.ts';
import { type SizeTable, sizeClassOf } from '../expression/size-class.ts';
import type { Vocabulary } from '../expression/types.ts';
import type { CiteSpec } from '../findings/cite.ts';
import type { Citation, Finding } from '../findings/finding.ts';
import { openForm } from '../form/open.ts';
import type { List, OpenedForm } from '../form/opened.ts';
import type { Category } from './category.ts';
import { type Definition, definition as schema } from './definition.ts';
import { type Faults, faultsOf } from './faults.ts';
import { openCriteria, openMetrics } from './formulas.ts';
import { type Freezable, frozen } from './frozen.ts';
import { type Cite, checkFormClauses, checkNames, tellUnknown } from './names.ts';
import { withMetrics } from './readings.ts';
import { seasonOf } from './season.ts';
import { openSlots } from './slots.ts';

/** A clause before its source is looked up. */
type Clause = { readonly source: string; readonly clause: string; readonly quote?: string };

const clauseOf = (text: string): Clause => {
  const [source = '', ...clause] = text.trim().split(/\s+/u);
  return { source, clause: clause.join(' ') };
};

/** `faq 5`, `[manual 2.1.2, faq 5]`, `{faq 5: 完税证明至少提供…}`. */
export function clausesOf(spec: CiteSpec | undefined): readonly Clause[] {
  if (spec === undefined) return [];
  if (typeof spec === 'string') return [clauseOf(spec)];
  if (Array.isArray(spec)) return spec.map(clauseOf);
  return Object.entries(spec).map(([text, quote]) => ({ ...clauseOf(text), quote }));
}

/** Looks clauses up; `unknown` is told the sources that the definition does not have. */
export function citeWith(
  sources: Definition['sources'],
  spec: CiteSpec | undefined,
  unknown: (source: string) => void = () => {},
): readonly Citation[] {
  return clausesOf(spec).flatMap(({ source, clause, quote }) => {
    const found = Object.hasOwn(sources, source) ? sources[source] : undefined;
    if (found === undefined) {
      unknown(source);
      return [];
    }
    const { short, title, standing } = found;
    return [{ source, short, title, clause, standing, ...(quote === undefined ? {} : { quote }) }];
  });
}

export type Sources = {
  readonly id: string;
  /** The flattened definition. */
  readonly root: Node;
  /** The file that each node comes from. */
  readonly fileOf: (node: Node) => string;
  readonly origins: ReadonlyMap<string, string>;
  readonly vocabulary: Vocabulary;
  readonly lists: ReadonlyMap<string, List>;
  /** What `size_class` goes by; without it the function is unknown. */
  readonly sizes: SizeTable | undefined;
  readonly freezable?: Freezable;
  /** The definition, where it was checked before. */
  readonly definition?: Definition;
};

export function openCategory(sources: Sources): { data: Category } | { findings: readonly Finding[] } {
  const { id, root, fileOf, origins, vocabulary, lists, sizes, freezable } = sources;
  const checked = sources.definition ? { data: sources.definition } : checkShape(schema, root, fileOf);
  if ('findings' in checked) return checked;
  const definition = checked.data;
  const faults = faultsOf(root, fileOf);
  const cite: Cite = (spec, path) => {
    if (spec !== undefined && clausesOf(spec).length === 0)
      faults.tell('key-missing', { key: 'cite', within: path.slice(0, -1).join('.') }, path);
    return citeWith(definition.sources, spec, (source) =>
      tellUnknown(faults, 'source-unknown', 'source', source, Object.keys(definition.sources), path),
    );
  };
  checkFormClauses(definition, cite);
  const superseded = definition.superseded && {
    text: definition.superseded.text,
    ...(definition.superseded.by === undefined ? {} : { by: definition.superseded.by }),
    cite: cite(definition.superseded.cite, ['superseded', 'cite']),
  };
  const expected = definition.expected && {
    text: definition.expected.text,
    compare: definition.expected.compare,
    cite: cite(definition.expected.cite, ['expected', 'cite']),
  };
  const paper = definition.paper && { ...definition.paper, cite: cite(definition.paper.cite, ['paper', 'cite']) };
  const season = { ...seasonOf(definition), cite: cite(definition.season?.cite, ['season', 'cite']) };
  if (season.from > season.until)
    faults.tell('season-ends-first', { from: season.from, until: season.until }, ['season']);
  const once = definition.once && {
    group: definition.once.group,
    hint: definition.once.hint,
    cite: cite(definition.once.cite, ['once', 'cite']),
  };
  /** Facts; for a column the fields of its table's fact. */
  const known = (what: 'fact' | 'column', path: readonly string[]): Iterable<string> => {
    const [, section = '', , table = ''] = path;
    const fact = definition.form[section]?.tables[table]?.fact ?? table;
    return what === 'fact' ? vocabulary.keys() : (vocabulary.get(fact)?.fields.keys() ?? []);
  };
  const form = openForm(definition.form, {
    vocabulary,
    lists,
    year: definition.year,
    cite: (spec) => citeWith(definition.sources, spec),
    missing: (what, name, path) => {
      if (what === 'list') tellUnknown(faults, 'list-unknown', 'list', name, lists.keys(), path);
      else tellUnknown(faults, 'fact-name-unknown', 'fact', name, known(what, path), path);
    },
  });
  const scope = openScope(
    vocabulary,
    definition.year,
    new Map(
      Object.entries(definition.metrics).flatMap(([name, { unit }]) =>
        vocabulary.has(name) || reserved.has(name) ? [] : [[name, unit]],
      ),
    ),
    labels(form, definition, vocabulary),
    sizes === undefined ? [] : [sizeClassOf(sizes)],
    new Map(
      (lists.get('titles')?.options ?? []).flatMap(({ name, term }) => (term === undefined ? [] : [[name, term]])),
    ),
  );
  checkNames(definition, form, vocabulary, faults);
  const scorecard = openScorecard(definition, scope, cite, faults);
  const ruled = openCriteria(definition, scope, cite, faults, scorecard);
  const metrics = openMetrics(definition, scope, cite, faults, ruled);
  const criteria = withMetrics(ruled, metrics, faults);
  const slots = openSlots(definition, scope, cite, faults);
  const checklist = Object.entries(definition.checklist).map(([key, point]) => {
    if (point.slot !== undefined && !Object.hasOwn(definition.attachments, point.slot)) {
      tellUnknown(faults, 'slot-name-unknown', 'slot', point.slot, Object.keys(definition.attachments), [
        'checklist',
        key,
        'slot',
      ]);
    }
    const slot = point.slot === undefined ? {} : { slot: point.slot };
    return {
      id: key,
      text: point.text,
      asked: point.asked,
      cite: cite(point.cite, ['checklist', key, 'cite']),
      ...slot,
    };
  });
  const proof = openProof(definition, vocabulary, cite, faults);
  const filesCite = cite(definition.files.cite, ['files', 'cite']);
  if (faults.findings.length > 0) return { findings: faults.findings };
  const { types, max_mib: maxMib } = definition.files;
  const files = { types, ...(maxMib === undefined ? {} : { maxMib }), cite: filesCite };
  const opened = {
    id,
    definition,
    vocabulary,
    scope,
    form,
    slots,
    files,
    filesNotice: noticeOf(files),
    metrics,
    ...(scorecard === undefined ? {} : { scorecard }),
    criteria,
    checklist,
    ...proof,
    ...(once === undefined ? {} : { once }),
    season,
    ...(paper === undefined ? {} : { paper }),
    ...(expected === undefined ? {} : { expected }),
    ...(superseded === undefined ? {} : { superseded }),
    origins,
  };
  return { data: { ...opened, ...frozen(id, definition, opened, { vocabulary, lists, sizes, freezable }) } };
}

/** The printed label of a fact in this form, else its meaning; metrics by their own label. Units in brackets are dropped. */
function labels(form: OpenedForm, definition: Definition, vocabulary: Vocabulary): Scope['label'] {
  const printed = new Map<string, string>();
  for (const section of form.sections)
    for (const item of section.items) if (item.kind === 'field' && item.fact) printed.set(item.fact.id, item.label);
  return (id) => {
    const label = printed.get(id) ?? definition.metrics[id]?.label ?? vocabulary.get(id)?.meaning ?? id;
    return label.replace(/^(?:\d+、|其中：)/u, '').replace(/(?<!\s)\s*[(（](?:万元|%|人|年|项|件|台)[)）]$/u, '');
  };
}

/** What is printed about files: the portal's own sentence where it is quoted. */
function noticeOf({ types, maxMib, cite }: FileRule): string {
  const quote = cite.find((clause) => clause.quote !== undefined)?.quote;
  const limits = [...(types.length === 0 ? [] : [types.join(',')]), ...(maxMib === undefined ? [] : [`${maxMib}M`])];
  return quote ?? (limits.length === 0 ? '平台的附件类型和大小限制不明' : limits.join('，'));
}

/** `proved` and `superlatives`, with their years and clauses; facts that nobody knows are told. */
function openProof(
  { proved, superlatives, year }: Definition,
  vocabulary: Vocabulary,
  cite: Cite,
  faults: Faults,
): Pick<Category, 'proved' | 'superlatives'> {
  const known = (names: readonly string[], path: readonly string[]): void => {
    for (const [index, name] of names.entries()) {
      if (vocabulary.has(name)) continue;
      tellUnknown(faults, 'fact-name-unknown', 'fact', name, vocabulary.keys(), [...path, String(index)]);
    }
  };
  known(proved?.facts ?? [], ['proved', 'facts']);
  known(superlatives?.tables ?? [], ['superlatives', 'tables']);
  return {
    ...(proved && {
      proved: {
        facts: proved.facts,
        ...(proved.years === undefined ? {} : { years: yearsOf(proved.years, year) }),
        cite: cite(proved.cite, ['proved', 'cite']),
        ...(proved.hint === undefined ? {} : { hint: proved.hint }),
      },
    }),
    ...(superlatives && {
      superlatives: {
        words: superlatives.words,
        tables: superlatives.tables,
        cite: cite(superlatives.cite, ['superlatives', 'cite']),
        ...(superlatives.hint === undefined ? {} : { hint: superlatives.hint }),
      },
    }),
  };
}

/** Nothing where the definition gives no points; items with a fault are left out and told. */
function openScorecard(
  { scorecard }: Definition,
  scope: Scope,
  cite: Cite,
  faults: Faults,
): OpenedScorecard | undefined {
  if (scorecard === undefined) return undefined;
  const { label, max, pass, groups } = scorecard;
  const items = Object.entries(scorecard.items).flatMap(([id, item]) =>
    openItem(id, item as ItemDefinition, scope, cite, faults),
  );
  return {
    label,
    max,
    pass,
    groups: Object.entries(groups).map(([id, { pass: mark, ...group }]) => ({
      id,
      ...group,
      ...(mark === undefined ? {} : { pass: mark }),
    })),
    items,
    names: new Set(items.flatMap(({ kind }) => [...kind.names])),
    cite: cite(scorecard.cite, ['scorecard', 'cite']),
  };
}

function openItem(id: string, item: ItemDefinition, scope: Scope, cite: Cite, faults: Faults): readonly OpenedItem[] {
  const path = ['scorecard', 'items', id];
  const { label, group, max } = item;
  const clauses = cite(item.cite, [...path, 'cite']);
  const found = kindOf(item);
  if (found === undefined) return [];
  const kind = found.kind.open(found.options, scope, max);
  if (!('problem' in kind)) {
    return [{ id, label, group, max, kind, cite: clauses }];
  }
  const { problem, text, inside, expected } = kind;
  faults.problem(problem, text, [...path, found.kind.name, ...inside], scope, expected);
  return [];
}
