// The facts of --set: `rd_expense.2025=620`, read as a dossier reads them, and laid over those that it gives.
import type { Category } from '../../category/category.ts';
import { readDocument } from '../../document/read.ts';
import { Decimal } from '../../expression/decimal.ts';
import { factAt } from '../../expression/reader.ts';
import { type Fact, numeric } from '../../expression/types.ts';
import type { Facts, FactValue } from '../../expression/values.ts';
import type { Finding } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import { Stop, type StopCode } from '../../findings/stop.ts';
import { names } from '../../form/keys.ts';
import { validateForm } from '../../form/validate.ts';
import { given } from '../../given.ts';
import type { MatchedDossier } from '../../reporters/match-definition.ts';
import { matchWords } from '../../words/match.ts';
import { wordsOf } from '../../words/of-finding.ts';
import { named } from './figures.ts';

export type Laid = { readonly facts: Facts; readonly set: MatchedDossier['set'] };

type Aim = { readonly fact: Fact; readonly part?: string };

/**
 * `written` are `fact=value`: the fact by its id, its meaning or a label that one of the forms prints, a yearly one with
 * its year, a field of a record after a point. Throws a Stop for what cannot be taken.
 */
export function layOver(facts: Facts, written: readonly string[], categories: readonly Category[]): Laid {
  const labels = labelsOf(categories);
  const [first] = categories;
  if (first === undefined) return { facts, set: [] };
  let laid = facts;
  const set: MatchedDossier['set'][number][] = [];
  for (const one of written) {
    const at = one.indexOf('=');
    if (at < 1) throw noValue(one);
    const aim = aimOf(one.slice(0, at).trim(), one, labels, first);
    const value = read(aim, one.slice(at + 1).trim(), one, first);
    const id = aim.part === undefined ? aim.fact.id : `${aim.fact.id}.${aim.part}`;
    const before = textOf(factAt(laid, id));
    laid = new Map(laid).set(aim.fact.id, merged(laid.get(aim.fact.id), value));
    const about = named(id, first.scope);
    set.push(given({ ...about, before, after: textOf(factAt(laid, id)) ?? '' }));
  }
  return { facts: laid, set };
}

/** All that the facts are called: their meaning, and what the forms print. */
function labelsOf(categories: readonly Category[]): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, string[]>();
  for (const { vocabulary, form, scope } of categories) {
    for (const { id, meaning } of vocabulary.values())
      labels.set(id, [...(labels.get(id) ?? [meaning]), scope.label(id)]);
    for (const item of form.sections.flatMap(({ items }) => items))
      if (item.fact !== undefined) labels.get(item.fact.id)?.push(item.kind === 'field' ? item.label : item.title);
  }
  return new Map([...labels].map(([id, all]) => [id, [...new Set(all)]]));
}

function aimOf(
  key: string,
  written: string,
  labels: ReadonlyMap<string, readonly string[]>,
  { vocabulary }: Category,
): Aim {
  const find = (name: string): Fact | undefined => {
    const exact = vocabulary.get(name);
    return exact ?? [...vocabulary.values()].find(({ id }) => names(name, id, ...(labels.get(id) ?? [])));
  };
  const whole = find(key);
  const [, head = key, tail] = /^(.+?)[.．]([^.．]+)$/.exec(key) ?? [];
  const fact = whole ?? find(head);
  if (fact === undefined)
    throw unknownFact(
      written,
      nearest(
        head,
        [...labels].flatMap(([id, all]) => [id, ...all]),
      ),
    );
  const part = whole === undefined ? tail : undefined;
  if (fact.yearly) {
    const [, year] = /^(\d{4})年?$/.exec(part ?? '') ?? [];
    if (year === undefined) throw noYear(written, fact.id, fact.meaning);
    return { fact, part: year };
  }
  if (part === undefined) return { fact };
  const fields = fact.type === 'record' ? [...fact.fields.values()] : [];
  const field = fields.find(({ id, meaning }) => names(part, id, meaning));
  if (field === undefined)
    throw unknownPart(
      written,
      fact.meaning,
      fields.map(({ id }) => id),
    );
  return { fact, part: field.id };
}

/** Types whose values are no texts in YAML. */
const structured: ReadonlySet<string> = new Set([
  ...numeric,
  'table',
  'record',
  'texts',
  'choices',
  'region',
  'person',
]);

/** Reads the value as if it stood under `facts:` of a dossier. */
function read({ fact, part }: Aim, value: string, written: string, { form, vocabulary }: Category): FactValue {
  const type = (part === undefined || fact.yearly ? fact : fact.fields.get(part))?.type ?? fact.type;
  const plain = structured.has(type) || value.startsWith('[') ? value : JSON.stringify(value);
  const node = part === undefined ? plain : `{${part}: ${plain}}`;
  const key = fact.id === 'titles' ? 'titles' : 'facts';
  const text = key === 'titles' ? `titles: ${node}\n` : `facts:\n  ${fact.id}: ${node}\n`;
  const document = readDocument(Buffer.from(text), '--set');
  const [broken] = document.findings;
  if (broken !== undefined) throw wrongValue(written, broken);
  if (document.node?.kind !== 'map') throw noValue(written);
  const { node: root } = document;
  const entry = root.entries.find((one) => one.key === key)?.value;
  const { facts, findings } = validateForm({ sections: [], lists: form.lists }, vocabulary, {
    file: '--set',
    root,
    asOf: '',
    ...given({ [key]: entry }),
  });
  const wrong = findings.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw wrongValue(written, wrong);
  const found = facts.get(fact.id);
  if (found === undefined) throw noValue(written);
  return found;
}

/** Years and fields are laid over those that the dossier gives; everything else takes its place. */
function merged(before: FactValue | undefined, value: FactValue): FactValue {
  if (!isParted(before) || !isParted(value)) return value;
  if (before.kind === 'yearly' && value.kind === 'yearly')
    return { kind: 'yearly', years: new Map([...before.years, ...value.years]) };
  if (before.kind === 'record' && value.kind === 'record')
    return { kind: 'record', fields: new Map([...before.fields, ...value.fields]) };
  return value;
}

const isParted = (value: FactValue | undefined): value is Extract<FactValue, { kind: string }> =>
  typeof value === 'object' && 'kind' in value;

/** A value in a few words. */
function textOf(value: FactValue | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Decimal) return value.toFixed();
  if (!isParted(value)) return value.join('、');
  if (value.kind === 'table') return `${value.rows.length} 项`;
  const parts = value.kind === 'yearly' ? [...value.years.values()] : [...value.fields.values()];
  return parts.map(textOf).join(' ');
}

type Refusals = ReturnType<typeof matchWords>['refusals'];

const stop = (code: StopCode, say: (words: Refusals) => { readonly message: string; readonly hint: string }): Stop =>
  new Stop(code, say(matchWords('zh').refusals), say(matchWords('en').refusals));

export const unreadable = (path: string): Stop => stop('dossier-unreadable', (words) => words.unreadable(path));
export const noCategory = (path: string): Stop => stop('no-category', (words) => words.noCategory(path));
const noValue = (written: string): Stop => stop('set-no-value', (words) => words.noValue(written));
const unknownFact = (written: string, near: string | undefined): Stop =>
  stop('set-fact-unknown', (words) => words.unknownFact(written, near));
const unknownPart = (written: string, label: string, parts: readonly string[]): Stop =>
  stop('set-part-unknown', (words) => words.unknownPart(written, label, parts));
const noYear = (written: string, id: string, label: string): Stop =>
  stop('set-no-year', (words) => words.noYear(written, id, label));

/** What reading the value found, in the words that it has in a dossier. */
function wrongValue(written: string, finding: Finding): Stop {
  const [zh, en] = [wordsOf(finding, 'zh'), wordsOf(finding, 'en')];
  return new Stop(
    'set-value-wrong',
    { ...zh, message: matchWords('zh').refusals.wrongValue(written, zh.message) },
    { ...en, message: matchWords('en').refusals.wrongValue(written, en.message) },
  );
}
