// Takes persons, phones, codes and enterprise names out of what reports show, the same mask for the same text in a run.
import { createHmac } from 'node:crypto';
import type { Assessment, FilledField, FilledForm, Outcome } from '../assessment.ts';
import type { Fact, FactType, Vocabulary } from '../expression/types.ts';
import type { Facts, FactValue } from '../expression/values.ts';
import type { Place } from '../findings/finding.ts';
import type { Reported } from './reported.ts';

type Kind = 'enterprise' | 'person' | 'phone' | 'code' | 'text' | 'folder';

const names: Readonly<Record<Kind, string>> = {
  enterprise: '企业',
  person: '人员',
  phone: '电话',
  code: '号码',
  text: '文字',
  folder: '文件夹',
};

/** What fields of a type hold; figures, dates and choices say nothing of who applies. */
const kinds: Readonly<Partial<Record<FactType, Kind>>> = {
  person: 'person',
  phone: 'phone',
  email: 'phone',
  uscc: 'code',
  postcode: 'code',
  patent_number: 'code',
  text: 'text',
  texts: 'text',
};

/** Found wherever they stand, also in what could not be read: credit codes, phones, mail addresses, identity numbers. */
const patterns: readonly (readonly [Kind, RegExp])[] = [
  ['phone', /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['code', /(?<![0-9A-Z])[0-9]{17}[0-9Xx](?![0-9A-Z])/g],
  ['code', /(?<![0-9A-Z])[0-9A-Z]{2}[0-9]{6}[0-9A-Z]{10}(?![0-9A-Z])/g],
  ['phone', /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g],
  ['phone', /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g],
];

/** Shorter texts are words that any dossier may hold. */
const shortest: Readonly<Record<Kind, number>> = { enterprise: 4, person: 2, phone: 5, code: 5, text: 4, folder: 1 };

/** The words at a place, as the dossier writes them, so that also a value that could not be read is known. */
function written(text: string, at: Place): string[] {
  const lines = text.split(/\r?\n/).slice(at.line - 1, at.endLine);
  const last = lines.length - 1;
  const part = lines.map((line, index) => {
    const points = [...line];
    return points.slice(index === 0 ? at.column - 1 : 0, index === last ? at.endColumn - 1 : undefined).join('');
  });
  // Keys and words of one script that tells nothing (`name:`) are left out.
  return [...part.join('\n').matchAll(/[^\s"'“”{}[\],，:：]+(?!\s*[:：])/gu)]
    .map(([word]) => word)
    .filter((word) => /[\p{Script=Han}\d]/u.test(word));
}

function textsOf({ value, type, at }: FilledField, text: string): readonly (readonly [Kind, string])[] {
  const kind = kinds[type];
  if (kind === undefined) return [];
  // A word without a Chinese sign is a number, however it is written.
  const raw = written(text, at).map((word) => [/\p{Script=Han}/u.test(word) ? kind : 'phone', word] as const);
  if (value?.kind === 'person') return [['person', value.name ?? ''], ...raw];
  if (value?.kind === 'text') return [[kind, value.text]];
  if (value?.kind === 'chosen') return value.chosen.map((one) => [kind, one]);
  return raw;
}

/** What the legal form of an enterprise is made of, in any order. */
const endings = ['股份', '集团', '有限', '责任', '公司', '(', ')', '（', '）'];

/** 江苏示例精密机械有限公司 is also known as 示例精密机械; `places` are the names of its region. */
function enterpriseNames(name: string, places: readonly string[]): string[] {
  let short = name;
  for (let end = endings.find((one) => short.endsWith(one)); end; end = endings.find((one) => short.endsWith(one)))
    short = short.slice(0, -end.length);
  const local = places
    .flatMap((place) => [place, place.replace(/[省市区县]$/u, '')])
    .reduce((rest, place) => (rest.startsWith(place) ? rest.slice(place.length) : rest), short);
  return [name, short, local];
}

function secretsOf(outcome: Outcome, reported: Reported): ReadonlyMap<string, Kind> {
  const found: (readonly [Kind, string])[] = enterpriseNames(
    outcome.enterprise,
    reported.kind === 'assessed' ? reported.region : [],
  ).map((name) => ['enterprise', name]);
  if (outcome.kind === 'assessed') found.push(...ofAssessment(outcome));
  for (const { waived } of outcome.findings) if (waived !== undefined) found.push(['person', waived.by]);
  // A finding shows a value also as it was written: `138 0000 1111`.
  const kindOf = new Map(found.map(([kind, text]) => [text, kind]));
  for (const finding of outcome.findings) {
    if (!('args' in finding) || finding.code !== 'value-taken') continue;
    const { written: text, taken } = finding.args;
    const kind = typeof taken === 'string' ? kindOf.get(taken) : undefined;
    if (kind !== undefined) found.push([kind, text]);
  }
  return longEnough(found);
}

function longEnough(found: readonly (readonly [Kind, string])[]): ReadonlyMap<string, Kind> {
  const secrets = new Map<string, Kind>();
  for (const [kind, text] of found) {
    const trimmed = text.trim();
    if (trimmed.length >= shortest[kind] && !secrets.has(trimmed)) secrets.set(trimmed, kind);
  }
  return secrets;
}

/** A dossier of which only the form and the facts were read. */
export type FactsKnown = {
  readonly enterprise: string;
  readonly form: FilledForm;
  readonly facts: Facts;
  readonly vocabulary: Vocabulary;
  /** Of the dossier. */
  readonly text: string;
};

function secretsOfFacts({ enterprise, form, facts, vocabulary, text }: FactsKnown): ReadonlyMap<string, Kind> {
  const region = facts.get('region');
  const places = region === undefined ? [] : textsIn(region);
  const items = form.sections.flatMap((section) => section.items);
  return longEnough([
    ...enterpriseNames(enterprise, places).map((name) => ['enterprise', name] as const),
    ...items.flatMap((item) => (item.kind === 'field' ? textsOf(item, text) : [])),
    ...[...facts].flatMap(([id, value]) => secretsIn(vocabulary.get(id), value)),
  ]);
}

/** The texts of a value, of whatever type. */
function textsIn(value: FactValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || !('kind' in value)) return [];
  return value.kind === 'record' ? [...value.fields.values()].flatMap(textsIn) : [];
}

/** What a fact holds, by its type and those of its fields. */
function secretsIn(fact: Fact | undefined, value: FactValue): readonly (readonly [Kind, string])[] {
  if (fact === undefined) return [];
  const kind = kinds[fact.type];
  if (kind !== undefined) return textsIn(value).map((text) => [kind, text] as const);
  if (typeof value !== 'object' || !('kind' in value)) return [];
  if (value.kind === 'table') return value.rows.flatMap((row) => secretsIn({ ...fact, type: 'record' }, row));
  if (value.kind !== 'record' || fact.type !== 'record') return [];
  return [...value.fields].flatMap(([id, inner]) => secretsIn(fact.fields.get(id), inner));
}

function* ofAssessment({ uscc, form, dossier, inventory, checklist }: Assessment): Generator<readonly [Kind, string]> {
  yield ['code', uscc];
  for (const item of form.sections.flatMap((section) => section.items)) {
    if (item.kind === 'field') yield* textsOf(item, dossier.text);
    else
      for (const { cells } of item.rows)
        for (const { id, type } of item.columns) {
          const kind = kinds[type];
          if (kind !== undefined) yield [kind, cells[id] ?? ''];
        }
  }
  for (const { evidence } of inventory.slots.flatMap((slot) => slot.files)) {
    for (const name of enterpriseNames(evidence.issued_to ?? '', [])) yield ['enterprise', name];
    yield ['enterprise', evidence.issuer ?? ''];
  }
  for (const { attested } of checklist) yield ['person', attested?.by ?? ''];
}

/** Replaces texts by masks; made for one run with a key of its own, so that no mask can be looked up. */
export class Redactor {
  readonly #key: string;
  constructor(key: string) {
    this.#key = key;
  }

  #mask(kind: Kind, text: string): string {
    return `${names[kind]}${createHmac('sha256', this.#key).update(text.normalize('NFC')).digest('hex').slice(0, 8)}`;
  }

  /** A folder as it may be shown: its shape, not its names. */
  folder(path: string): string {
    return path
      .split('/')
      .map((part) => (part === '' || part === '.' || part === '..' ? part : this.#mask('folder', part)))
      .join('/');
  }

  #text(secrets: ReadonlyMap<string, Kind>, longest: readonly string[], text: string): string {
    let masked = text.normalize('NFC');
    // The longest first: a name may hold another one.
    const figures = /^[\d\s.,%…+×÷=≥≤<>()−-]*$/.test(masked);
    for (const secret of longest) {
      // A year or an amount may hold the digits of a house number; it tells nothing.
      if (figures && !numbers.has(secrets.get(secret) ?? 'text')) continue;
      if (masked.includes(secret))
        masked = masked.replaceAll(secret, this.#mask(secrets.get(secret) ?? 'text', secret));
    }
    for (const [kind, pattern] of patterns) masked = masked.replace(pattern, (found) => this.#mask(kind, found));
    return masked;
  }

  /** What reports may show of an outcome: no lines of the dossier, no folder's name, no text that tells who applies. */
  redact(outcome: Outcome, reported: Reported): Reported {
    const { dossier } = reported;
    const open = { ...reported, dossier: { ...dossier, text: '', folder: this.folder(dossier.folder) } };
    return this.#masked(secretsOf(outcome, reported), open) as Reported;
  }

  /** Plain data that was made of the facts of a dossier, its path excepted, without what tells who applies. */
  facts<Data extends object>(data: Data, known: FactsKnown): Data {
    return this.#masked(secretsOfFacts(known), data) as Data;
  }

  #masked(secrets: ReadonlyMap<string, Kind>, data: object): unknown {
    const longest = [...secrets.keys()].toSorted((a, b) => b.length - a.length);
    const masked = (value: unknown): unknown => {
      if (typeof value === 'string') return this.#text(secrets, longest, value);
      if (Array.isArray(value)) return value.map(masked);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, kept.has(key) ? inner : masked(inner)]),
      );
    };
    return masked(data);
  }
}

/** What is written in digits. */
const numbers: ReadonlySet<Kind> = new Set(['phone', 'code']);

/** Members that come from the program and the definition, or are digests. */
const kept: ReadonlySet<string> = new Set(['sha256', 'cite', 'category', 'labels', 'program', 'asOf', 'region']);
