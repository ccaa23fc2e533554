// Checks whether the figures and dates of a dossier can be true, by what the vocabulary says of each fact in any category.
import { Decimal } from '../../expression/decimal.ts';
import type { Facts, FactValue, RecordValue } from '../../expression/values.ts';
import { codes } from '../../findings/areas/index.ts';
import type { Also } from '../../findings/areas/plausible.ts';
import type { Citation, Finding } from '../../findings/finding.ts';
import { report } from '../../findings/report.ts';
import type { Free } from '../gather.ts';
import { checkFree } from '../open-section.ts';
import type { Ground, Suspicion } from './check.ts';
import { checks } from './index.ts';
import { type FigureItem, type Item, isFigure, itemsOf, type Read } from './item.ts';

type Asked = {
  readonly asOf: string;
  /** The clause of a row of domain knowledge, where the category has such a source. */
  readonly cite: (row: string) => readonly Citation[];
};

/**
 * What is impossible or hard to believe, and the facts without what is impossible: like a figure that cannot be read it is
 * no answer, so that what goes by it is undecided and adds no finding of its own.
 */
export function checkPlausible(
  read: Read & { readonly free: readonly Free[] },
  { asOf, cite }: Asked,
): { findings: readonly Finding[]; facts: Facts } {
  const ground = groundOf(read, asOf);
  const { findings, impossible } = fold(
    checks.flatMap((check) => check(ground)),
    cite,
  );
  const facts = without(read.facts, impossible);
  const twice = checkFree(read.free, { facts, vocabulary: read.vocabulary, cite: cite('E-05') });
  return { findings: [...findings, ...twice], facts };
}

function groundOf(read: Read, asOf: string): Ground {
  const items = itemsOf(read);
  const byId = new Map(items.map((item) => [item.id, item]));
  const years = new Map<string, FigureItem[]>();
  for (const item of items) {
    if (item.year === undefined || !isFigure(item)) continue;
    const known = years.get(item.series);
    if (known === undefined) years.set(item.series, [item]);
    else known.push(item);
  }
  for (const known of years.values()) known.sort((one, other) => (one.year ?? 0) - (other.year ?? 0));
  const series = (name: string): readonly FigureItem[] => years.get(name) ?? [];
  return {
    items,
    asOf,
    series,
    fact: (name) => read.vocabulary.get(name),
    beside: (item, name) => {
      const column = item.row?.get(name);
      if (column !== undefined || (item.row !== undefined && item.year === undefined)) return column;
      const same = item.year === undefined ? undefined : byId.get(`${name}.${item.year}`);
      if (same !== undefined || byId.has(name)) return same ?? byId.get(name);
      return item.year === undefined ? series(name).findLast(({ forecast }) => !forecast) : undefined;
    },
  };
}

const steps = /^(?<fact>[^.[]+)(?:\[(?<row>\d+)\])?(?:\.(?<part>.+))?$/;

function without(facts: Facts, impossible: readonly Item[]): Facts {
  if (impossible.length === 0) return facts;
  const left = new Map(facts);
  for (const { id } of impossible) {
    const { fact = id, row, part } = steps.exec(id)?.groups ?? {};
    const value = left.get(fact);
    const rest = value === undefined || part === undefined ? undefined : lacking(value, Number(row ?? 0), part);
    if (rest === undefined) left.delete(fact);
    else left.set(fact, rest);
  }
  return left;
}

/** A value without a year, or without a column of its record or row. */
function lacking(value: FactValue, row: number, part: string): FactValue | undefined {
  if (typeof value !== 'object' || !('kind' in value)) return undefined;
  if (value.kind === 'yearly')
    return { ...value, years: new Map([...value.years].filter(([year]) => `${year}` !== part)) };
  const cut = (record: RecordValue): RecordValue => ({
    ...record,
    fields: new Map([...record.fields].filter(([name]) => name !== part)),
  });
  if (value.kind === 'record') return cut(value);
  return {
    ...value,
    rows: value.rows.map((record, index) => ((record.row ?? index + 1) - 1 === row ? cut(record) : record)),
  };
}

/** A value taken for the wrong one, with all that is then explained. */
type Blamed = { readonly item: Item; readonly lead: Suspicion; readonly covered: readonly Suspicion[] };

/** Above it each value answers for itself: no dossier of a person is that wrong, and time must stay bounded. */
const mostCompared = 400;

/** Amounts in 元 are this many times too large; with one digit too many, this many. */
const yuan = 10_000;
const digit = 10;
/** From here on a unit is likelier than a digit. */
const leastOfUnit = 20;

const isImpossible = ({ code, severity }: Suspicion): boolean => (severity ?? codes[code].severity) === 'error';

/** Which values to doubt: again and again the one that explains most of what is left. */
function blame(suspicions: readonly Suspicion[]): Blamed[] {
  const blamed: Blamed[] = [];
  let open = suspicions;
  while (open.length > 0) {
    const item = open.length > mostCompared ? open[0]?.about : mostSuspect(open);
    if (item === undefined) return blamed;
    const isOf = ({ about, instead }: Suspicion): boolean => about === item || instead.includes(item);
    const covered = open.filter(isOf);
    const own = covered.filter(({ about }) => about === item);
    const lead = own.find(isImpossible) ?? covered.find(isImpossible) ?? own[0] ?? covered[0];
    if (lead === undefined) return blamed;
    blamed.push({ item, lead, covered });
    open = open.filter((one) => !isOf(one));
  }
  return blamed;
}

/** Of those that explain as much, the one that is suspect alone, else the one that is spoken of first. */
function mostSuspect(open: readonly Suspicion[]): Item | undefined {
  const weights = new Map<Item, number>();
  const add = (item: Item, weight: number) => weights.set(item, (weights.get(item) ?? 0) + weight);
  for (const { about, instead } of open) {
    add(about, instead.length === 0 ? 1.5 : 1);
    for (const other of instead) add(other, 1);
  }
  let best: Item | undefined;
  for (const [item, weight] of weights) if (best === undefined || weight > (weights.get(best) ?? 0)) best = item;
  return best;
}

/** The figure as it was perhaps meant. */
function meant({ item, covered }: Blamed): Pick<Also, 'fromYuan' | 'digitLess'> {
  if (!isFigure(item)) return {};
  const times = covered.flatMap((one) => (one.about === item && one.times ? [one.times] : []));
  const most = Decimal.max(0, ...times);
  if (item.fact.unit === '万元' && most.gte(leastOfUnit))
    return { fromYuan: item.value.div(yuan).toDecimalPlaces(4).toFixed() };
  return most.gte(2) && most.lte(digit) ? { digitLess: item.value.div(digit).toFixed() } : {};
}

/** Values of one cause: all that are in 元, else those of one fact and fault, else (for time) of one fault. */
function causeOf(blamed: Blamed): string {
  if (meant(blamed).fromYuan !== undefined) return 'yuan';
  const { item, lead } = blamed;
  if (lead.code === 'figure-before-foundation' || lead.code === 'year-not-over') return lead.code;
  return `${item.id.replace(/\.\d{4}$/, '')} ${lead.code}`;
}

const unique = (labels: readonly string[]): string[] => [...new Set(labels)];

function findingOf(causes: readonly [Blamed, ...Blamed[]], cite: (row: string) => readonly Citation[]): Finding {
  const worst = causes.find(({ lead }) => isImpossible(lead)) ?? causes[0];
  const { item, lead, covered } = worst;
  const likewise = unique(causes.filter((one) => one !== worst).map((one) => one.item.label));
  const against = unique(
    covered.map(({ about }) => about).flatMap((about) => (about === item || about === lead.about ? [] : [about.label])),
  );
  const also: Also = {
    ...meant(worst),
    ...(likewise.length === 0 ? {} : { likewise }),
    ...(against.length === 0 ? {} : { against }),
  };
  return report(lead.code, { ...lead.args, ...also } as never, item.at, {
    cite: lead.reason === undefined ? [] : cite(lead.reason),
    ...(lead.severity === undefined ? {} : { severity: lead.severity }),
  });
}

type Folded = {
  readonly findings: readonly Finding[];
  /** The values that cannot be, by their ids. */
  readonly impossible: readonly Item[];
};

/** `cite` gives the clause of a row of domain knowledge, where the category has such a source. */
function fold(suspicions: readonly Suspicion[], cite: (row: string) => readonly Citation[]): Folded {
  const blamed = blame(suspicions);
  const causes = new Map<string, [Blamed, ...Blamed[]]>();
  for (const one of blamed) {
    const same = causes.get(causeOf(one));
    if (same === undefined) causes.set(causeOf(one), [one]);
    else same.push(one);
  }
  return {
    findings: [...causes.values()].map((cause) => findingOf(cause, cite)),
    impossible: blamed.filter(({ covered }) => covered.some(isImpossible)).map(({ item }) => item),
  };
}
