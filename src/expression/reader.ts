// Hands facts to an expression one read at a time, and throws Missing for what the dossier does not give.
import { Decimal } from './decimal.ts';
import type { Fact, Vocabulary } from './types.ts';
import { type Facts, type FactValue, Missing, type RecordValue, type YearlyValue } from './values.ts';

/** `&&`, `||` and macros swallow all but one of what is thrown, so each miss is written down as well. */
function missed(fact: string, lacking: Set<string>): Missing {
  lacking.add(fact);
  return new Missing(fact);
}

/** A yearly fact as an expression sees it. */
export class YearlyReader {
  readonly #id: string;
  readonly #value: YearlyValue | undefined;
  readonly #lacking: Set<string>;
  constructor(id: string, value: YearlyValue | undefined, lacking: Set<string>) {
    this.#id = id;
    this.#value = value;
    this.#lacking = lacking;
  }
  /** Whether the dossier gives the figure of a year. */
  has(year: number): boolean {
    return this.#value?.years.has(year) ?? false;
  }
  /** The figure of a year; throws Missing naming `revenue.2017`. */
  at(year: number): Decimal {
    const figure = this.#value?.years.get(year);
    if (figure === undefined) throw missed(`${this.#id}.${year}`, this.#lacking);
    return figure;
  }
}

/** A class for records of one shape: a getter a field, so that CEL reads them lazily. */
export type RecordClass = new (path: string, value: RecordValue, lacking: Set<string>) => object;

/** Makes the class of a record or table fact. Its own properties are private: a field may be called `value` or `path`. */
export function recordClass(fact: Fact): RecordClass {
  class Row {
    readonly #path: string;
    readonly #value: RecordValue;
    readonly #lacking: Set<string>;
    constructor(path: string, value: RecordValue, lacking: Set<string>) {
      this.#path = path;
      this.#value = value;
      this.#lacking = lacking;
    }
    static cell(row: Row, field: Fact): unknown {
      return read(field, `${row.#path}.${field.id}`, row.#value.fields.get(field.id), undefined, row.#lacking);
    }
  }
  for (const field of fact.fields.values()) {
    Object.defineProperty(Row.prototype, field.id, {
      enumerable: true,
      get(this: Row) {
        return Row.cell(this, field);
      },
    });
  }
  return Row;
}

/** The value of a fact for CEL: decimals, strings, booleans, lists, or readers that throw later. */
function read(
  fact: Fact,
  path: string,
  value: FactValue | undefined,
  shape: RecordClass | undefined,
  lacking: Set<string>,
): unknown {
  if (fact.yearly) return new YearlyReader(path, isKind(value, 'yearly') ? value : undefined, lacking);
  if (value === undefined) throw missed(path, lacking);
  if (isKind(value, 'table') && shape !== undefined) {
    return value.rows.map((row, index) => new shape(`${path}[${row.row ?? index + 1}]`, row, lacking));
  }
  if (isKind(value, 'record') && shape !== undefined) return new shape(path, value, lacking);
  return value;
}

type Kinded = Extract<FactValue, { kind: string }>;
const isKind = <K extends Kinded['kind']>(
  value: FactValue | undefined,
  kind: K,
): value is Extract<Kinded, { kind: K }> =>
  typeof value === 'object' && !(value instanceof Decimal) && 'kind' in value && value.kind === kind;

/** A context for CEL in which every fact is read, and missed, lazily; `lacking` is told every miss. */
export function factReaders(
  vocabulary: Vocabulary,
  shapes: ReadonlyMap<string, RecordClass>,
  facts: Facts,
  lacking: Set<string>,
): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const fact of vocabulary.values()) {
    Object.defineProperty(context, fact.id, {
      enumerable: true,
      get: () => read(fact, fact.id, facts.get(fact.id), shapes.get(fact.id), lacking),
    });
  }
  return context;
}

/** The value of `revenue`, `revenue.2017` (its figure of a year) or `pool.enrolled` (a field of a record). */
export function factAt(facts: Facts, id: string): FactValue | undefined {
  const [name = id, part] = id.split('.');
  const value = facts.get(name);
  if (part === undefined || value === undefined) return value;
  if (isKind(value, 'yearly')) return value.years.get(Number(part));
  return isKind(value, 'record') ? value.fields.get(part) : undefined;
}
