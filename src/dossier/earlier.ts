// What the enterprise filed before, as far as it can be held against a dossier of now: figures, days, titles, rights, texts.
import type { Category } from '../category/category.ts';
import { listed, unspaced } from '../characters/folds.ts';
import { Decimal } from '../expression/decimal.ts';
import type { Fact } from '../expression/types.ts';
import type { FactValue, RecordValue } from '../expression/values.ts';
import type { Citation, Finding, Place } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { FormResult } from '../form/validate.ts';
import { agree } from '../values/figure.ts';
import { openDossier, readForm } from './head.ts';

/** A title, or a row of a table of rights. */
type Held = { readonly name: string; readonly key: string; readonly until?: string };

/** An earlier filing, as plain data that a thread can be handed. */
export type Earlier = {
  /** As the caller named it. */
  readonly path: string;
  readonly enterprise: string;
  /** Empty where it has none. */
  readonly uscc: string;
  readonly title: string;
  readonly year: number;
  /** Of years that were over then. */
  readonly figures: readonly { readonly fact: string; readonly year: number; readonly value: string }[];
  readonly days: Readonly<Record<string, string>>;
  readonly titles: readonly Held[];
  /** By table. */
  readonly rights: Readonly<Record<string, readonly Held[]>>;
  readonly texts: Readonly<Record<string, string>>;
};

/** What is read of a dossier for this, whichever of the two it is. */
type Read = Omit<Earlier, 'path' | 'title'>;

/** Shorter texts are the same by chance. In characters. */
const longEnough = 50;

const textOf = (row: RecordValue, id: string): string => {
  const value = row.fields.get(id);
  return typeof value === 'string' ? value : Decimal.isDecimal(value) ? value.toFixed() : '';
};

const untilOf = (row: RecordValue): { until?: string } => {
  const until = textOf(row, 'valid_until');
  return /^\d{4}-/.test(until) ? { until } : {};
};

/** A number is one however it is written: `ZL 2018 1 0000001.1`, `201810000001.1`. */
const numberKey = (number: string): string => listed(number).replace(/^zl/, '').replace(/\./g, '');

function titleOf(row: RecordValue): Held {
  const [level, kind, year, product] = ['level', 'kind', 'year', 'product'].map((id) => textOf(row, id));
  const of = year || textOf(row, 'granted_on').slice(0, 4);
  const name = [level, kind, product, of].filter((part) => part !== '').join(' ');
  return { name, key: [kind, level, product, of].map((part) => listed(part ?? '')).join('\n'), ...untilOf(row) };
}

/** The column whose numbers are of rights, where a table has one. */
const numbered = (fact: Fact): string | undefined =>
  fact.type === 'table' ? [...fact.fields.values()].find(({ identifies }) => identifies !== undefined)?.id : undefined;

const rowsOf = (value: FactValue | undefined): readonly RecordValue[] =>
  typeof value === 'object' && 'kind' in value && value.kind === 'table' ? [...value.rows, ...(value.left ?? [])] : [];

function readFiling({ vocabulary, definition: { year } }: Category, enterprise: string, { facts }: FormResult): Read {
  const of = (types: readonly Fact['type'][]) =>
    [...facts].flatMap(([id, value]): [string, string][] => {
      const fact = vocabulary.get(id);
      return fact !== undefined && types.includes(fact.type) && typeof value === 'string' ? [[id, value]] : [];
    });
  const uscc = facts.get('uscc');
  return {
    enterprise,
    uscc: typeof uscc === 'string' ? uscc : '',
    year,
    figures: [...facts].flatMap(([fact, value]) =>
      typeof value === 'object' && 'kind' in value && value.kind === 'yearly'
        ? [...value.years].flatMap(([at, figure]) => (at < year ? [{ fact, year: at, value: figure.toFixed() }] : []))
        : [],
    ),
    days: Object.fromEntries(of(['date'])),
    titles: rowsOf(facts.get('titles')).map(titleOf),
    rights: Object.fromEntries(
      [...facts].flatMap(([id, value]) => {
        const fact = vocabulary.get(id);
        const column = fact && numbered(fact);
        if (column === undefined) return [];
        const rows = rowsOf(value).map((row) => ({ name: textOf(row, column), ...untilOf(row) }));
        const known = rows.filter(({ name }) => name !== '');
        return [[id, known.map((row) => ({ ...row, key: numberKey(row.name) }))]];
      }),
    ),
    texts: Object.fromEntries(of(['long_text']).filter(([, text]) => [...text].length >= longEnough)),
  };
}

/** What a dossier says by its category, with the form it was read from, for masks; nothing where it cannot be read. */
export function readEarlier(path: string, bytes: Uint8Array, file: string, category: Category) {
  const { head, text } = openDossier({ bytes, file });
  if (head === undefined) return undefined;
  const { title, year } = category.definition;
  const read = readForm(category, head, { asOf: head.asOf ?? `${year}-12-31` });
  const earlier: Earlier = { path, title, ...readFiling(category, head.enterprise, read) };
  return { earlier, form: read.form, text };
}

/** The dossier of now. `top` is where stands what has no place of its own. */
export type Now = {
  readonly category: Category;
  readonly enterprise: string;
  readonly form: FormResult;
  readonly asOf: string;
  readonly top: Place;
  /** The clauses of the category about a known reason for rejection. */
  readonly reason: (row: string) => readonly Citation[];
};

/** Holds a dossier against each earlier filing of the same enterprise; one warning where none of them is of it. */
export function checkEarlier(now: Now, filings: readonly Earlier[]): Finding[] {
  const read = readFiling(now.category, now.enterprise, now.form);
  const own = filings.filter((one) =>
    one.uscc !== '' && read.uscc !== '' ? one.uscc === read.uscc : listed(one.enterprise) === listed(read.enterprise),
  );
  if (own.length === 0) return [report('earlier-none', { filings: filings.length }, now.top)];
  return own.flatMap((earlier) => against(now, read, earlier));
}

function against(now: Now, read: Read, earlier: Earlier): Finding[] {
  const { category, form, reason, top } = now;
  const { scope, vocabulary } = category;
  const filed = { title: earlier.title, year: earlier.year };
  const at = (...ids: readonly string[]): Place =>
    ids.map((id) => form.places.get(id)).find((place) => place !== undefined) ?? top;
  const own = new Map(read.figures.map(({ fact, year, value }) => [`${fact}.${year}`, value]));
  const figures = earlier.figures.flatMap(({ fact: id, year, value }) => {
    const [fact, same] = [vocabulary.get(id), own.get(`${id}.${year}`)];
    return fact === undefined || same === undefined
      ? []
      : [{ fact, year, is: new Decimal(same), was: new Decimal(value) }];
  });
  const differing = figures.filter(({ is, was }) => !is.eq(was));
  const days = Object.entries(earlier.days).filter(([id, was]) => (read.days[id] ?? was) !== was);
  const rights = comparedRights(now, earlier);
  // Within one year the same text is what is expected.
  const texts = Object.entries(earlier.texts).filter(
    ([id]) => earlier.year < read.year && Object.hasOwn(read.texts, id),
  );
  const copied = texts.filter(([id, text]) => unspaced(read.texts[id] ?? '') === unspaced(text)).map(([id]) => id);
  const compared = {
    path: earlier.path,
    figures: figures.length,
    differing: differing.length,
    titles: earlier.titles.length,
    rights: rights.flatMap(([, before]) => before).length,
    texts: texts.length,
  };
  return [
    report('earlier-compared', { ...compared, filed }, top),
    ...differing.map(({ fact, year, is, was }) =>
      report(
        'earlier-figure',
        { field: scope.label(fact.id), year, now: is.toFixed(), before: was.toFixed(), filed },
        at(`${fact.id}.${year}`, fact.id),
        { cite: reason('E-05'), ...(agree(is, was, fact) ? { severity: 'warning' } : {}) },
      ),
    ),
    ...days.map(([id, was]) =>
      report('earlier-value', { field: scope.label(id), now: read.days[id] ?? '', before: was, filed }, at(id)),
    ),
    ...nameChanged(now, earlier, filed),
    ...gone(earlier.titles, read.titles, now.asOf).map(({ name }) =>
      report('earlier-title', { title: name, filed }, at('titles')),
    ),
    ...rights.flatMap(([table, before]) => {
      const numbers = gone(before, read.rights[table] ?? [], now.asOf).map(({ name }) => name);
      return numbers.length === 0
        ? []
        : [report('earlier-right', { table: scope.label(table), numbers, filed }, at(table))];
    }),
    ...(copied.length === 0
      ? []
      : [
          report('earlier-text', { fields: copied.map((id) => scope.label(id)), filed }, at(...copied), {
            cite: reason('E-31'),
          }),
        ]),
  ];
}

/** Those that are not there now, but for what has ended by the day. */
const gone = (before: readonly Held[], now: readonly Held[], asOf: string): readonly Held[] => {
  const there = new Set(now.map(({ key }) => key));
  return before.filter(({ key, until }) => !there.has(key) && !(until !== undefined && until < asOf));
};

/** By table; of those that the dossier of now has too, because another category may ask for other rights. */
function comparedRights({ category: { form: asked }, form }: Now, { rights }: Earlier) {
  const printed = asked.sections.flatMap(({ items }) => items.map((item) => item.fact?.id));
  return Object.entries(rights).filter(([table]) => printed.includes(table) || form.facts.has(table));
}

function nameChanged(
  { enterprise, form, top, reason }: Now,
  earlier: Earlier,
  filed: { readonly title: string; readonly year: number },
): Finding[] {
  const former = form.facts.get('former_names');
  const known = [enterprise, ...(Array.isArray(former) ? former.map(String) : [])].map(listed);
  if (earlier.enterprise === '' || enterprise === '' || known.includes(listed(earlier.enterprise))) return [];
  const said = { now: enterprise, before: earlier.enterprise, filed };
  return [report('earlier-name', said, { ...top, path: 'enterprise' }, { cite: reason('E-08') })];
}
