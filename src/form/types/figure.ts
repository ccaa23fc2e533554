// Figures: amounts, head counts and percentages, read from the text as written into decimals, never through a float.
import type { Entry, Node, Range, ScalarNode } from '../../document/node.ts';
import { type Decimal, readDecimal } from '../../expression/decimal.ts';
import { colonSlip } from '../colon.ts';
import type { YearCell } from '../filled.ts';
import { type FieldType, isEmpty, type Read, type Reading } from './type.ts';

/** The portal's inputs show two or four decimals (manual 2.3.2). */
const mostDecimals = 4;

type Figure = { readonly value: Decimal; readonly source: string };

/** One figure: a plain number without unit, sign or separator. */
function readFigure(node: Node, reading: Reading): Figure | undefined {
  const field = reading.label;
  const { fact } = reading;
  if (node.kind !== 'scalar') {
    reading.report('value-shape', { field, expected: 'figure', found: node.kind }, node.range);
    return undefined;
  }
  const source = node.source.trim();
  const value = readDecimal(source);
  if (value === undefined) return unreadable(node, source, reading);
  if (fact.type === 'count' && !value.isInteger()) return refuse('figure-whole', node, source, reading);
  if (value.isNegative() && !fact.negative) return refuse('figure-negative', node, source, reading);
  if (value.decimalPlaces() > mostDecimals) {
    reading.report('figure-decimals', { field, written: source, most: mostDecimals }, node.range);
    return undefined;
  }
  return { value, source };
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

const signs = /^(?<number>[-+]?[\d.,]+)\s*(?<sign>%|‰|万元|亿元|元|人|件|项|个|家|台|名)$/u;

/** Says precisely what keeps a text from being a figure: `8.37%`, `1,200`, `15人`, full-width digits. */
function unreadable(node: ScalarNode, written: string, reading: Reading): undefined {
  const field = reading.label;
  const unit = reading.fact.unit ?? (reading.fact.type === 'percent' ? '%' : '');
  const text = written.normalize('NFKC').replace(/[\s_]/g, '');
  const { number, sign } = signs.exec(text)?.groups ?? {};
  const plain = (number ?? text).replaceAll(',', '');
  if (number !== undefined && sign !== undefined && readDecimal(plain)) {
    reading.report('figure-with-sign', { field, written, sign, plain, unit }, node.range);
  } else if (readDecimal(plain)) {
    reading.report('figure-separated', { field, written, plain }, node.range);
  } else {
    reading.report('figure-unreadable', { field, written, unit }, node.range);
  }
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

/** In `{2018: 1,200}` YAML takes the comma for the end of the figure, and 200 for a key without a value. */
function groupsAfter(entries: readonly Entry[], index: number): readonly Entry[] {
  const { value } = entries[index] ?? {};
  if (value?.kind !== 'scalar' || !/^-?\d{1,3}$/.test(value.source)) return [];
  const rest = entries.slice(index + 1);
  const end = rest.findIndex((entry) => !/^\d{3}(?:\.\d+)?$/.test(entry.key) || !isEmpty(entry.value));
  return end < 0 ? rest : rest.slice(0, end);
}

function splitByComma(node: ScalarNode, groups: readonly Entry[], reading: Reading): undefined {
  const parts = [node.source, ...groups.map((group) => group.key)];
  const { line, column } = node.range;
  const { endLine, endColumn } = groups.at(-1)?.keyRange ?? node.range;
  const args = { field: reading.label, written: parts.join(','), plain: parts.join('') };
  reading.report('figure-separated', args, { line, column, endLine, endColumn });
  return undefined;
}

function figureOf(node: Node, groups: readonly Entry[], reading: Reading): Figure | undefined {
  if (isEmpty(node)) return undefined;
  return groups.length > 0 && node.kind === 'scalar' ? splitByComma(node, groups, reading) : readFigure(node, reading);
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
  const figures = new Map<number, Figure>();
  const taken = new Map<number, string>();
  const split = new Set<Entry>();
  for (const [index, entry] of node.entries.entries()) {
    if (split.has(entry)) continue;
    const { key, keyRange, value } = entry;
    const year = yearOf(key);
    const first = year === undefined ? undefined : taken.get(year);
    if (year === undefined || (years.length > 0 && !years.some((printed) => printed.year === year))) {
      unknownYear(key, keyRange, reading);
    } else if (first !== undefined) {
      reading.report('field-twice', { field: `${field} ${year}年`, first, second: key }, keyRange);
    } else {
      taken.set(year, key);
      const groups = groupsAfter(node.entries, index);
      for (const group of groups) split.add(group);
      const figure = figureOf(value, groups, reading);
      if (figure) figures.set(year, figure);
    }
  }
  const printed = years.length > 0 ? years : [...figures.keys()].sort().map((year) => ({ year, forecast: false }));
  const cells = printed.map(({ year, forecast }): YearCell => ({ year, forecast, ...figures.get(year) }));
  const values = new Map([...figures].map(([year, figure]) => [year, figure.value]));
  return { value: { kind: 'years', cells }, fact: { kind: 'yearly', years: values } };
}

const yearOf = (key: string): number | undefined => {
  const found = /^(\d{4})年?$/.exec(key.normalize('NFKC').trim());
  return found ? Number(found[1]) : undefined;
};

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
