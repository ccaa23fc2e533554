// Reads `facts:` and `titles:` of a dossier: what conditions need and no form of the category prints.
import { listed } from '../characters/folds.ts';
import { type Entry, type Node, placeAt } from '../document/node.ts';
import { isDay } from '../expression/day.ts';
import type { Fact, Vocabulary } from '../expression/types.ts';
import type { Finding, Place } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { report } from '../findings/report.ts';
import { covers, type WaiverAt } from '../findings/waive.ts';
import { isUntouched } from './field.ts';
import { type Gather, headOf, placeYears, reporter, teller } from './gather.ts';
import { colonSlip, names } from './keys.ts';
import { type OpenedForm, ownColumns } from './opened.ts';
import { readRecord } from './record.ts';
import { readRows } from './rows/read.ts';
import { namingOf } from './rows/twice.ts';
import { fieldTypes } from './types/index.ts';
import { isEmpty } from './types/type.ts';
import type { FormResult } from './validate.ts';

type Beside = { readonly facts?: Node; readonly titles?: Node };

/** `printed` are the facts that the form asks for, which must not stand here. */
export function readFacts(
  input: Beside,
  vocabulary: Vocabulary,
  printed: ReadonlyMap<string, { section: string; label: string }>,
  gather: Gather,
): void {
  const titles = vocabulary.get('titles');
  if (titles && input.titles !== undefined) readTableFact(titles, input.titles, 'titles', gather);
  if (input.facts === undefined || isEmpty(input.facts)) return;
  if (input.facts.kind !== 'map') {
    wrongShape('facts', 'map', input.facts, 'facts', gather);
    return;
  }
  const taken = new Map<string, Entry>();
  for (const entry of input.facts.entries) {
    const fact = factOf(entry.key, vocabulary);
    const path = `facts.${fact?.id ?? entry.key}`;
    const report = reporter(gather, path, []);
    if (fact === undefined || fact.id === 'titles') unknownFact(entry, vocabulary, gather);
    else if (printed.has(fact.id)) {
      const { section, label } = printed.get(fact.id) ?? { section: '', label: fact.meaning };
      report('fact-in-form', { field: label, fact: fact.id, section }, entry.keyRange);
    } else if (taken.has(fact.id)) {
      report(
        'field-twice',
        { field: fact.meaning, first: taken.get(fact.id)?.key ?? '', second: entry.key },
        entry.keyRange,
      );
    } else {
      taken.set(fact.id, entry);
      readFact(fact, entry, path, gather);
    }
  }
}

function wrongShape(field: string, expected: 'map' | 'rows', node: Node, path: string, gather: Gather): void {
  const report = reporter(gather, path, []);
  const slip = colonSlip(node);
  if (slip) report(slip.code, slip.args, slip.range);
  else report('value-shape', { field, expected, found: node.kind }, node.range);
}

function factOf(key: string, vocabulary: Vocabulary): Fact | undefined {
  const exact = vocabulary.get(key);
  if (exact) return exact;
  for (const fact of vocabulary.values()) if (names(key, fact.id, fact.meaning)) return fact;
  return undefined;
}

function unknownFact(entry: Entry, vocabulary: Vocabulary, gather: Gather): void {
  const near = nearest(
    entry.key,
    [...vocabulary.values()].flatMap((fact) => [fact.id, fact.meaning]),
  );
  const args = near === undefined ? { key: entry.key } : { key: entry.key, nearest: near };
  reporter(gather, `facts.${entry.key}`, [])('fact-unknown', args, entry.keyRange);
}

function readFact(fact: Fact, entry: Entry, path: string, gather: Gather): void {
  gather.places.set(fact.id, placeAt(gather.file, path, isEmpty(entry.value) ? entry.keyRange : entry.value.range));
  if (isEmpty(entry.value) || isUntouched(entry.value, fact)) return;
  if (fact.type === 'table') {
    readTableFact(fact, entry.value, path, gather);
    return;
  }
  const report = reporter(gather, path, []);
  if (fact.type === 'record') {
    if (entry.value.kind !== 'map') {
      wrongShape(fact.meaning, 'map', entry.value, path, gather);
      return;
    }
    gather.facts.set(fact.id, readRecord(entry.value, ownColumns(fact), fact.meaning, path, gather).value);
    return;
  }
  const options = fact.type === 'yes_no' ? ['是', '否'] : (fact.options ?? []);
  const reading = { label: fact.meaning, fact, options, lists: gather.lists, cite: [], years: [], parts: {}, report };
  const read = fieldTypes[fact.type].read(entry.value, reading);
  if (read.fact !== undefined) gather.facts.set(fact.id, read.fact);
  placeYears(gather, fact.id, path, read.years ?? new Map());
}

/** A table fact: a list of records, `[]` for none; absent stays missing. */
function readTableFact(fact: Fact, node: Node, path: string, gather: Gather): void {
  gather.places.set(fact.id, placeAt(gather.file, path, node.range));
  if (isEmpty(node)) return;
  readRows({ fact, title: fact.meaning, columns: ownColumns(fact), cite: [] }, node, path, gather);
}

/** How certificates of a title are called in a table of papers. */
const certificate = /^(?:国家)?(.+企业)(?:认定)?证书$/u;

/** Answers that say whether one of these titles is held and in force. */
const held = {
  hi_tech: ['高新技术企业'],
  tech_sme: ['科技型中小企业'],
  innovation_honour: ['高新技术企业', '技术创新示范企业', '知识产权优势企业', '知识产权示范企业'],
} as const;

/**
 * A no beside a certificate in force, and a yes beside titles that have all ended (E-01, E-10): what is contradicted is no
 * answer. A row that says no last day contradicts nothing, and a certificate that has ended is told of where it stands.
 */
export function checkHeld(
  gather: Gather,
  vocabulary: Vocabulary,
  printed: ReadonlyMap<string, { readonly label: string }>,
): void {
  for (const [id, kinds] of Object.entries(held)) {
    const [answer, at] = [gather.facts.get(id), gather.places.get(id)];
    if (typeof answer !== 'boolean' || at === undefined) continue;
    const papers = gather.tables.flatMap(({ asked, rows }) =>
      rows.flatMap(({ cells, fields, number }) => {
        const name = cells.get(namingOf(asked))?.text ?? '';
        const isTitle = asked.fact.id === 'titles';
        const until = fields.get('valid_until');
        const about = { table: asked.title, row: number, name, until: typeof until === 'string' ? until : '' };
        const kind = listed(name).replace(certificate, '$1');
        return kinds.some((one) => (isTitle ? name : kind) === one) ? [{ about, isTitle }] : [];
      }),
    );
    const [valid] = papers.filter(({ about: { until } }) => isDay(until) && until >= gather.asOf);
    const [title] = papers.filter(({ isTitle }) => isTitle);
    const allEnded = papers.every(({ about: { until } }) => isDay(until) && until < gather.asOf);
    const paper = answer ? (allEnded ? title : undefined) : valid;
    if (paper === undefined) continue;
    const field = printed.get(id)?.label ?? vocabulary.get(id)?.meaning ?? id;
    const args = { field, answer: answer ? '是' : '否', ...paper.about } as const;
    gather.findings.push(report('answer-against-paper', args, at, { cite: gather.reason(answer ? 'E-10' : 'E-01') }));
    gather.facts.delete(id);
  }
}

/** Columns that hold a number or a name of somebody, whatever else is a text. */
const numbers: ReadonlySet<string> = new Set(['number', 'stock_code', 'main_product_code']);
const somebody: ReadonlySet<string> = new Set(['owners', 'issuer', 'recognised_by', 'source', 'rank_source']);

const companies = ['公司', '集团', '工厂', '中心', '研究院'];

/** Texts that belong into another field (E-01): the applicant's own name, or figures alone. */
export function checkMisplaced(
  gather: Gather,
  vocabulary: Vocabulary,
  printed: ReadonlyMap<string, { readonly label: string }>,
  enterprise: string,
): void {
  const own = listed(enterprise);
  const more = { cite: gather.reason('E-01') };
  const oddIn = ({ id, type, identifies }: Fact, value: unknown): 'applicant' | 'company' | 'figures' | undefined => {
    if (typeof value !== 'string' || !(type === 'text' || type === 'texts' || type === 'person')) return undefined;
    if (own !== '' && listed(value) === own && !somebody.has(id)) return 'applicant';
    if (type === 'person' && companies.some((end) => value.endsWith(end))) return 'company';
    return identifies === undefined && !numbers.has(id) && /^\d+$/.test(listed(value)) ? 'figures' : undefined;
  };
  for (const [id, value] of gather.facts) {
    const [fact, at] = [vocabulary.get(id), gather.places.get(id)];
    if (fact === undefined || at === undefined || fact.type === 'table') continue;
    const field = printed.get(id)?.label ?? fact.meaning;
    const name = typeof value === 'object' && 'kind' in value && value.kind === 'record' ? value.fields : new Map();
    for (const [column, written] of fact.type === 'record'
      ? name
      : [['', fact.type === 'person' ? name.get('name') : value]]) {
      const part = fact.fields.get(column) ?? fact;
      for (const one of Array.isArray(written) ? written : [written]) {
        const is = oddIn(part, one);
        const told = { field: column === '' ? field : part.meaning, written: String(one) };
        const place = gather.places.get(`${at.path}.${column}`) ?? at;
        if (is !== undefined) gather.findings.push(report('text-misplaced', { ...told, is }, place, more));
      }
    }
  }
  for (const { asked, rows } of gather.tables)
    for (const row of rows)
      for (const { fact } of asked.columns) {
        const [cell, is] = [row.cells.get(fact.id), oddIn(fact, row.fields.get(fact.id))];
        if (cell === undefined || is === undefined || (asked.fact.unique ?? []).includes(fact.id)) continue;
        const told = { field: headOf(asked, fact.id), written: cell.text, is } as const;
        teller(asked, row, gather, fact.id)('text-misplaced', told, cell.node.range, more);
      }
}

/** Facts without which nobody knows who applies; the name stands at the head of every dossier. */
export const identifying = ['uscc', 'region', 'founded'] as const;

/** One finding for all that is missing and that no required field has asked for already. */
export function checkIdentity(
  opened: OpenedForm,
  vocabulary: Vocabulary,
  { facts, findings }: Pick<FormResult, 'facts' | 'findings'>,
  waivers: readonly Pick<WaiverAt, 'code' | 'at'>[],
  at: Place,
): Finding[] {
  const items = opened.sections.flatMap((section) => section.items);
  const missing = identifying.flatMap((id) => {
    const fact = vocabulary.get(id);
    if (fact === undefined || facts.has(id)) return [];
    const field = items.find((item) => item.kind === 'field' && item.fact?.id === id);
    const path = field === undefined ? `facts.${id}` : `form.${field.section}.${field.id}`;
    // Asked for as missing, or written and unreadable: the one finding is there. A waiver makes nobody known.
    const told = findings.some(
      (finding) =>
        (finding.at.path === path || finding.at.path.startsWith(`${path}.`)) &&
        !waivers.some((waiver) => covers(waiver, finding)),
    );
    return told ? [] : [field?.kind === 'field' ? field.label : fact.meaning];
  });
  return missing.length === 0 ? [] : [report('identity-missing', { missing }, at)];
}
