// Facts of a definition's own test, given by id in plain YAML values, as expressions read them.
import { type Decimal, readDecimal } from '../expression/decimal.ts';
import { type Fact, type FactType, numeric, type Vocabulary } from '../expression/types.ts';
import type { Facts, FactValue, RecordValue } from '../expression/values.ts';

/** What a `given` has wrong: the id path of a value (`patents[1].type`), or of a fact nobody knows. */
export type Misgiven = { readonly path: string };

type Plain = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

const lists: ReadonlySet<FactType> = new Set(['texts', 'choices']);
const records: ReadonlySet<FactType> = new Set(['record', 'person', 'region', 'industry']);

/**
 * Yearly facts as maps (`{2020: 14}`), figures as numbers or their text, yes or no also as 是 / 否, records as maps
 * (or lists in the order of their parts: `[江苏省, 南京市, 江宁区]`), tables as lists of maps.
 * Values that do not fit, and unknown facts, are told and left out.
 */
export function givenFacts(given: Plain, vocabulary: Vocabulary): { facts: Facts; wrong: readonly Misgiven[] } {
  const wrong: Misgiven[] = [];
  const facts = new Map<string, FactValue>();
  const tell = (path: string): undefined => {
    wrong.push({ path });
  };
  for (const [id, value] of Object.entries(given)) {
    const fact = vocabulary.get(id);
    const found = fact === undefined ? tell(id) : read(fact, value, id, tell);
    if (found !== undefined) facts.set(id, found);
  }
  return { facts, wrong };
}

type Tell = (path: string) => undefined;

function read(fact: Fact, value: unknown, path: string, tell: Tell): FactValue | undefined {
  if (fact.yearly) return isMap(value) ? yearly(value, path, tell) : tell(path);
  if (numeric.has(fact.type)) return figure(value) ?? tell(path);
  if (fact.type === 'yes_no') return yesNo(value) ?? tell(path);
  if (lists.has(fact.type)) return Array.isArray(value) ? value.map(String) : tell(path);
  if (fact.type === 'table') return Array.isArray(value) ? table(fact, value, path, tell) : tell(path);
  if (records.has(fact.type)) return record(fact, value, path, tell);
  return typeof value === 'string' ? value : tell(path);
}

function figure(value: unknown): Decimal | undefined {
  return typeof value === 'number' || typeof value === 'string' ? readDecimal(String(value)) : undefined;
}

function yesNo(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === '是' ? true : value === '否' ? false : undefined;
}

function yearly(value: Plain, path: string, tell: Tell): FactValue {
  const years = new Map<number, Decimal>();
  for (const [year, written] of Object.entries(value)) {
    const found = figure(written);
    if (/^\d{4}$/.test(year) && found !== undefined) years.set(Number(year), found);
    else tell(`${path}.${year}`);
  }
  return { kind: 'yearly', years };
}

function record(fact: Fact, value: unknown, path: string, tell: Tell): RecordValue | undefined {
  const parts = Array.isArray(value)
    ? Object.fromEntries([...fact.fields.keys()].flatMap((id, index) => (index in value ? [[id, value[index]]] : [])))
    : value;
  if (!isMap(parts)) return tell(path);
  const fields = new Map<string, FactValue>();
  for (const [id, written] of Object.entries(parts)) {
    const field = fact.fields.get(id);
    const found = field === undefined ? tell(`${path}.${id}`) : read(field, written, `${path}.${id}`, tell);
    if (found !== undefined) fields.set(id, found);
  }
  return { kind: 'record', fields };
}

function table(fact: Fact, rows: readonly unknown[], path: string, tell: Tell): FactValue {
  return { kind: 'table', rows: rows.flatMap((row, index) => record(fact, row, `${path}[${index + 1}]`, tell) ?? []) };
}
