// Reads what a file covers as people write it: years, months, lists and spans of them.
import type { Node } from '../document/node.ts';

/** A span of more years, or months, is a slip. */
const longest = 30;

const year = '(?:19|20)\\d{2}';
const to = '(?:-+|[\u2010-\u2015]+|~+|至|到)';
const month = `(${year})(?:[-./年](1[0-2]|0?[1-9])(?:月份?)?|(1[0-2]|0[1-9]))`;
const day = '(?:[-./月]?(?:3[01]|[12]\\d|0?[1-9])日?)?';

const oneYear = new RegExp(`^(${year})年?$`, 'u');
const years = new RegExp(`^(${year})年?${to}(${year})年?$`, 'u');
const oneMonth = new RegExp(`^${month}$`, 'u');
const monthsOfYear = new RegExp(`^(${year})年(1[0-2]|0?[1-9])月?${to}(1[0-2]|0?[1-9])月份?$`, 'u');
const months = new RegExp(`^${month}${day}${to}${month}${day}$`, 'u');

/**
 * `2020`, `2018-2020`, `2018至2020年`, `2018、2019`, `2020年12月`, `[2018, 2019]` as years (`2020`) and months
 * (`2020-12`); nothing when a part of it cannot be read.
 */
export function readCovers(node: Node): readonly string[] | undefined {
  if (node.kind === 'map') return undefined;
  const parts = node.kind === 'list' ? node.items.map(readCovers) : partsOf(node.source).map(readPart);
  if (parts.length === 0) return undefined;
  const read = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) ? undefined : [...new Set(read)];
}

const partsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .replace(/\s|度/gu, '')
    .split(/[,、;和及与]/u);

function readPart(text: string): readonly string[] | undefined {
  const [, plain] = oneYear.exec(text) ?? [];
  if (plain !== undefined) return [plain];
  const [, firstYear, lastYear] = years.exec(text) ?? [];
  if (firstYear !== undefined) return span(Number(firstYear), Number(lastYear), String);
  const single = oneMonth.exec(text);
  if (single) return [monthText(monthNumber(single, 1))];
  const [, within, from, until] = monthsOfYear.exec(text) ?? [];
  if (within !== undefined) {
    const january = Number(within) * 12 - 1;
    return span(january + Number(from), january + Number(until), monthText);
  }
  const both = months.exec(text);
  return both === null ? undefined : span(monthNumber(both, 1), monthNumber(both, 4), monthText);
}

/** Months since the year 0, of the groups of `month` from `at`. */
const monthNumber = (found: RegExpExecArray, at: number): number =>
  Number(found[at]) * 12 + Number(found[at + 1] ?? found[at + 2]) - 1;

const monthText = (number: number): string =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;

function span(first: number, last: number, name: (at: number) => string): readonly string[] | undefined {
  if (last < first || last - first > longest) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => name(first + index));
}
