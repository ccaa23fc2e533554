// Figures: amounts, head counts and percentages, read from the text as written into decimals, never through a float.
import { unspaced } from '../../characters/folds.ts';
import type { Entry, Node, Range, ScalarNode } from '../../document/node.ts';
import { type Decimal, readDecimal } from '../../expression/decimal.ts';
import { type TakenFigure, takeFigure } from '../../values/figure.ts';
import { textTaken } from '../../values/taken.ts';
import { unitOf } from '../../values/units.ts';
import type { YearCell } from '../filled.ts';
import { colonSlip } from '../keys.ts';
import { type FieldType, isEmpty, type Read, type Reading, tellTaken } from './type.ts';

/** The portal's inputs show two or four decimals (manual 2.3.2). */
const mostDecimals = 4;

type Figure = { readonly value: Decimal; readonly source: string };
type Placed = Figure & { readonly range: Range };

/** One figure: a plain number, or what has one reading as a number in the unit of the fact. */
function readFigure(node: Node, reading: Reading): Figure | undefined {
  const { fact, label: field, report } = reading;
  if (node.kind !== 'scalar') {
    report('value-shape', { field, expected: 'figure', found: node.kind }, node.range);
    return undefined;
  }
  const written = node.source.trim();
  const bare = counted(written, fact);
  const taken = takeFigure(bare, unitOf(fact));
  const source = textTaken(taken);
  const value = source === undefined ? undefined : readDecimal(source);
  if (source === undefined || value === undefined) return unreadable(taken, node.range, written, reading);
  if (fact.type === 'count' && !value.isInteger()) return refuse('figure-whole', node, written, reading);
  if (value.isNegative() && !fact.negative) return refuse('figure-negative', node, written, reading);
  if (value.decimalPlaces() > mostDecimals) {
    report('figure-decimals', { field, written: source, most: mostDecimals }, node.range);
    return undefined;
  }
  if (taken.is === 'taken' || bare !== written) tellTaken(written, source, node.range, reading, true);
  return { value, source };
}

/**
 * A year and a place in a ranking have no unit, and people write what they are: 2020年, 第3名. Whatever counts without a
 * unit is one of the two.
 */
function counted(written: string, { type, unit, plausible }: Reading['fact']): string {
  if (type !== 'count' || unit !== undefined) return written;
  const isYear = plausible?.range?.endsWith('as_of') === true;
  const shape = isYear ? /^((?:19|20)\d{2}) ?年度?$/u : /^第? ?(\d{1,4}) ?[名位]?$/u;
  return shape.exec(written.normalize('NFKC'))?.[1] ?? written;
}

function refuse(
  code: 'figure-whole' | 'figure-negative',
  node: ScalarNode,
  written: string,
  reading: Reading,
): undefined {
  reading.report(code, { field: reading.label, written }, node.range);
  return undefined;
}

/** Says precisely what keeps a text from being one figure: another unit, separators in odd places, two readings. */
function unreadable(taken: TakenFigure, at: Range, written: string, reading: Reading): undefined {
  const { label: field, fact, report } = reading;
  const unit = unitOf(fact) ?? '';
  if (taken.is === 'unit')
    report('figure-with-sign', { field, written, sign: taken.unit, plain: taken.text, unit }, at);
  else if (taken.is === 'groups') report('figure-separated', { field, written, plain: taken.text }, at);
  else if (taken.is === 'several') report('value-ambiguous', { field, written, readings: taken.readings }, at);
  else report('figure-unreadable', { field, written, unit }, at);
  return undefined;
}

/** A figure without a year. */
const single = (node: Node, reading: Reading): Read => {
  const figure = readFigure(node, reading);
  return figure ? { value: { kind: 'number', ...figure }, fact: figure.value } : {};
};

/** The plain value of a field that prints one year. */
function oneYear(node: Node, year: number, reading: Reading): Read {
  const figure = readFigure(node, reading);
  if (!figure) return {};
  return { value: { kind: 'number', ...figure }, fact: { kind: 'yearly', years: new Map([[year, figure.value]]) } };
}

/** `{2017: 11, 2018: 12}`: plain years as keys; any year where the form prints none (facts). */
function series(node: Node, reading: Reading): Read {
  const { label: field, years } = reading;
  if (node.kind !== 'map') {
    const slip = colonSlip(node);
    if (slip) reading.report(slip.code, slip.args, slip.range);
    else reading.report('value-shape', { field, expected: 'years', found: node.kind }, node.range);
    return {};
  }
  const figures = new Map<number, Placed>();
  const taken = new Map<number, string>();
  const beyond: Pick<Entry, 'key' | 'keyRange'>[] = [];
  const isPrinted = (year: number): boolean => years.length === 0 || years.some((printed) => printed.year === year);
  for (const { key, keyRange, value } of node.entries) {
    const year = yearOf(key, years);
    const first = year === undefined ? undefined : taken.get(year);
    if (year === undefined) {
      unknownYear(key, keyRange, reading);
    } else if (first !== undefined) {
      reading.report('field-twice', { field: `${field} ${year}年`, first, second: key }, keyRange);
    } else {
      taken.set(year, key);
      const figure = isEmpty(value) ? undefined : readFigure(value, { ...reading, label: `${field} ${year}年` });
      if (figure === undefined) continue;
      if (isPrinted(year)) figures.set(year, { ...figure, range: value.range });
      else beyond.push({ key, keyRange });
    }
  }
  tellBeyond(beyond, reading);
  const printed = years.length > 0 ? years : [...figures.keys()].sort().map((year) => ({ year, forecast: false }));
  const cells = printed.map(({ year, forecast }): YearCell => {
    const { value, source } = figures.get(year) ?? {};
    return value === undefined || source === undefined ? { year, forecast } : { year, forecast, value, source };
  });
  const values = new Map([...figures].map(([year, figure]) => [year, figure.value]));
  const ranges = new Map([...figures].map(([year, { range }]) => [year, range]));
  return { value: { kind: 'years', cells }, fact: { kind: 'yearly', years: values }, years: ranges };
}

/** `2020`, `2020年度`, and as the form heads a forecast: `2023年(预计)`. No enterprise has figures of another century. */
const yearOf = (key: string, years: Reading['years']): number | undefined => {
  const found = /^((?:19|20)\d{2})(?:年度?)?(\(?预计\)?)?$/.exec(unspaced(key));
  if (found === null) return undefined;
  const number = Number(found[1]);
  const isForecast = found[2] === undefined || years.some((printed) => printed.year === number && printed.forecast);
  return isForecast ? number : undefined;
};

/** Years that the form does not print are kept out of the facts, so that no condition reads them; one note names them. */
function tellBeyond(beyond: readonly Pick<Entry, 'key' | 'keyRange'>[], reading: Reading): void {
  const [first] = beyond;
  if (first === undefined) return;
  const years = reading.years.map((printed) => String(printed.year));
  const keys = beyond.map(({ key }) => String(yearOf(key, reading.years) ?? key));
  reading.report('years-beyond', { field: reading.label, beyond: keys, years }, first.keyRange);
}

function unknownYear(written: string, at: Range, reading: Reading): void {
  const years = reading.years.map((printed) => String(printed.year));
  reading.report('year-unknown', { field: reading.label, written, years }, at);
}

export const figure: FieldType = {
  read(node, reading) {
    if (!reading.fact.yearly) return single(node, reading);
    const [only, another] = reading.years;
    if (only !== undefined && another === undefined && node.kind !== 'map') return oneYear(node, only.year, reading);
    return series(node, reading);
  },
};
