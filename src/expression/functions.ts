// The functions that a formula may call, one row each: signature, years it reads, how it computes, prints and is said.
import { dayNumber } from './day.ts';
import { Decimal } from './decimal.ts';
import type { YearlyReader } from './reader.ts';
import { Undefined } from './values.ts';

/** A row of the table. Arguments of `apply` come as CEL gives them: ints as bigint. */
export type FunctionRow = {
  readonly name: string;
  readonly signature: string;
  readonly meaning: { readonly zh: string; readonly en: string };
  /** Years of the yearly argument that are read, given its int arguments. */
  readonly years?: (from: number, to: number) => readonly number[];
  /** Fewest steps between the two years it takes. */
  readonly least?: number;
  readonly apply: (...args: never[]) => unknown;
  /** Of what it gives: that of its fact, or a percentage. */
  readonly unit?: 'own' | '%';
  /** The formula in words of arithmetic. */
  readonly print?: OverYears;
  /** The formula of a spreadsheet. */
  readonly cell?: OverYears;
  /** It holds or does not: in prose no operand. */
  readonly isCondition?: true;
  /** In prose, of operands that are said already, where it is no arithmetic. */
  readonly words?: Readonly<Record<'zh' | 'en', (...operands: string[]) => string>>;
};

/** `at` prints the fact, or names its cell, in a year. */
type OverYears = (at: (year: number) => string, from: number, to: number) => string;

const hundred = new Decimal(100);
const run = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, step) => from + step);

/** Most steps between two years: a stranger's definition must not ask for a million. */
export const mostSteps = 100;

/** Refuses years that run backwards, or for ever. */
function checkSpan(from: bigint, to: bigint, least: number): void {
  if (to - from < least || to - from > mostSteps) throw new Undefined('no-value');
}

/** Growth in percent from one year to the next; a base of zero or below has none. */
function growthOf(series: YearlyReader, year: number): Decimal {
  const base = series.at(year - 1);
  const value = series.at(year);
  if (base.lte(0)) throw new Undefined('base-not-positive');
  return value.minus(base).div(base).times(hundred);
}

/** Compound yearly growth in percent (domain.md B.4 `cagr3`, FAQ 12: the root is taken of the quotient). */
function cagr(series: YearlyReader, from: bigint, to: bigint): Decimal {
  checkSpan(from, to, 1);
  const base = series.at(Number(from));
  const end = series.at(Number(to));
  if (base.lte(0)) throw new Undefined('base-not-positive');
  if (end.lt(0)) throw new Undefined('end-negative');
  const steps = new Decimal(1).div((to - from).toString());
  return end.div(base).pow(steps).minus(1).times(hundred);
}

/** Mean of the yearly growth rates in percent (domain.md B.4 `meanYoY3`). */
function meanGrowth(series: YearlyReader, from: bigint, to: bigint): Decimal {
  checkSpan(from, to, 1);
  const rates = run(Number(from) + 1, Number(to)).map((year) => growthOf(series, year));
  return total(rates).div(rates.length);
}

/** A base of zero or below has no growth: an error in the cell, which shows as a dash. */
const growthCell = (base: string, value: string): string => `IF(${base}>0,(${value}-${base})/${base},NA())`;

const total = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), new Decimal(0));
function figures(series: YearlyReader, from: bigint, to: bigint): Decimal[] {
  checkSpan(from, to, 0);
  return run(Number(from), Number(to)).map((year) => series.at(year));
}

/** A term may be 长期 and a text anything: only a day can be counted with. */
function dayOf(text: string): number {
  const day = dayNumber(text);
  if (day === undefined) throw new Undefined('no-value');
  return day;
}

function yearOf(text: string): number {
  dayOf(text);
  return Number(text.slice(0, 4));
}

/** Whole years between two dates: the anniversary itself counts. */
function yearsBetween(from: string, to: string): bigint {
  const years = yearOf(to) - yearOf(from);
  return BigInt(to.slice(5) >= from.slice(5) ? years : years - 1);
}

export const functions: readonly FunctionRow[] = [
  {
    name: 'cagr',
    signature: 'cagr(Yearly, int, int): Decimal',
    meaning: { zh: '两年之间的复合增长率，%', en: 'compound yearly growth between two years, %' },
    years: (from, to) => [from, to],
    least: 1,
    apply: cagr,
    unit: '%',
    cell: (at, from, to) => `(IF(${at(from)}>0,(${at(to)}/${at(from)})^(1/${to - from}),NA())-1)*100`,
    print: (at, from, to) => `((${at(to)} ÷ ${at(from)})^(1/${to - from}) − 1) × 100`,
  },
  {
    name: 'mean_growth',
    signature: 'mean_growth(Yearly, int, int): Decimal',
    meaning: { zh: '两年之间各年增长率的平均值，%', en: 'mean of the yearly growth rates between two years, %' },
    years: run,
    least: 1,
    apply: meanGrowth,
    unit: '%',
    cell: (at, from, to) =>
      `(${run(from + 1, to)
        .map((year) => growthCell(at(year - 1), at(year)))
        .join('+')})/${to - from}*100`,
    print: (at, from, to) =>
      `(${run(from + 1, to)
        .map((year) => `(${at(year)} − ${at(year - 1)}) ÷ ${at(year - 1)}`)
        .join(' + ')}) ÷ ${to - from} × 100`,
  },
  {
    name: 'growth',
    signature: 'growth(Yearly, int): Decimal',
    meaning: { zh: '某年比上年的增长率，%', en: 'growth of a year over the year before, %' },
    years: (year) => [year - 1, year],
    apply: (series: YearlyReader, year: bigint) => growthOf(series, Number(year)),
    unit: '%',
    cell: (at, year) => `${growthCell(at(year - 1), at(year))}*100`,
    print: (at, year) => `(${at(year)} − ${at(year - 1)}) ÷ ${at(year - 1)} × 100`,
  },
  {
    name: 'mean',
    signature: 'mean(Yearly, int, int): Decimal',
    meaning: { zh: '各年的平均数', en: 'mean over the years' },
    years: run,
    least: 0,
    apply: (series: YearlyReader, from: bigint, to: bigint) =>
      total(figures(series, from, to)).div((to - from + 1n).toString()),
    unit: 'own',
    cell: (at, from, to) => `(${run(from, to).map(at).join('+')})/${to - from + 1}`,
    print: (at, from, to) => `(${run(from, to).map(at).join(' + ')}) ÷ ${to - from + 1}`,
  },
  {
    name: 'sum',
    signature: 'sum(Yearly, int, int): Decimal',
    meaning: { zh: '各年之和', en: 'sum over the years' },
    years: run,
    least: 0,
    apply: (series: YearlyReader, from: bigint, to: bigint) => total(figures(series, from, to)),
    unit: 'own',
    cell: (at, from, to) => `(${run(from, to).map(at).join('+')})`,
    print: (at, from, to) => run(from, to).map(at).join(' + '),
  },
  {
    name: 'given',
    signature: 'given(Yearly, int, int): bool',
    meaning: { zh: '各年数字是否都已填写', en: 'whether the figures of all the years are given' },
    years: run,
    least: 0,
    apply: (series: YearlyReader, from: bigint, to: bigint) => {
      checkSpan(from, to, 0);
      return run(Number(from), Number(to)).every((year) => series.has(year));
    },
    isCondition: true,
    words: {
      zh: (from, to) => (from === to ? `${from}已填写` : `${from}至${to}都已填写`),
      en: (from, to) => (from === to ? `${from} is given` : `${from} to ${to} are given`),
    },
  },
  {
    name: 'years_between',
    signature: 'years_between(string, string): int',
    meaning: { zh: '两个日期之间的整年数', en: 'whole years between two dates' },
    apply: yearsBetween,
    words: {
      zh: (from, to) => `${from}至${to}的整年数`,
      en: (from, to) => `whole years from ${from} to ${to}`,
    },
  },
  {
    name: 'days_between',
    signature: 'days_between(string, string): int',
    meaning: { zh: '两个日期之间的天数', en: 'days between two dates' },
    apply: (from: string, to: string) => BigInt(dayOf(to) - dayOf(from)),
    words: { zh: (from, to) => `${from}至${to}的天数`, en: (from, to) => `days from ${from} to ${to}` },
  },
  {
    name: 'more_than_years',
    signature: 'more_than_years(string, string, int): bool',
    meaning: {
      zh: '两个日期之间是否超过若干年(满年当日不算超过)',
      en: 'whether more than so many years lie between two dates (the anniversary itself is not more)',
    },
    // Counted backwards, a year is whole only from the day after its anniversary on.
    apply: (from: string, to: string, years: bigint) => yearsBetween(to, from) < -years,
    isCondition: true,
    words: {
      zh: (from, to, years) => `${from}至${to}超过${years}年`,
      en: (from, to, years) => `more than ${years} years from ${from} to ${to}`,
    },
  },
  {
    name: 'year_of',
    signature: 'year_of(string): int',
    meaning: { zh: '日期的年份', en: 'the year of a date' },
    apply: (date: string) => BigInt(yearOf(date)),
    words: { zh: (date) => `${date}的年份`, en: (date) => `year of ${date}` },
  },
  {
    name: 'total',
    signature: 'total(list<Decimal>): Decimal',
    meaning: { zh: '若干数字之和', en: 'sum of several figures' },
    apply: total,
    words: { zh: (figures) => `${figures}之和`, en: (figures) => `the sum of ${figures}` },
  },
];
