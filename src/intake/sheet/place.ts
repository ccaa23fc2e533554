// Finds in a workbook that people changed what each sheet, row and column is: by marks, ids and heads, wherever they are.
import { unspaced } from '../../characters/folds.ts';
import { unnumbered } from '../../form/keys.ts';
import { given } from '../../given.ts';
import { workbookWords as words } from '../../words/workbook.ts';
import { type GridSheet, type Layout, type Line, type LinesSheet, pathText } from './asked.ts';
import { plain } from './reader.ts';
import type { InSheet } from './workbook.ts';

/** Marks, heads and the lines of a cover are looked for this far down: rows may have been put in above them. */
export const mostHead = 200;

/** A label as heads and lines are known by: without the star of what must be filled in. */
export const headKey = (label: string): string => unspaced(label.replace(/(?<!\s)\s*\*$/u, ''));

/** Whether a head says a unit in brackets, and not the one that is asked for. */
export function saysOtherUnit(head: string, unit: string | undefined): boolean {
  const text = unspaced(head);
  return unit !== undefined && text.includes('(') && !text.includes(unspaced(`(${unit})`));
}

/** Whether something stands in a cell. */
export const isFilled = (sheet: InSheet, row: number, column: number): boolean => {
  const cell = sheet.at(row, column);
  return cell !== undefined && (cell.formula || cell.fault !== undefined || (cell.value ?? '') !== '');
};

/** The texts of a row by column, without those that are empty. */
export const textsIn = (sheet: InSheet, row: number): ReadonlyMap<number, string> => {
  const texts = new Map<number, string>();
  for (let column = 0; column < sheet.columns; column += 1) {
    const text = plain(sheet, row, column);
    if (text !== '') texts.set(column, text);
  }
  return texts;
};

/** The column in which a text of a row is one that is looked for. */
export const columnOf = (texts: ReadonlyMap<number, string>, is: (text: string) => boolean): number | undefined => {
  for (const [column, text] of texts) if (is(text)) return column;
  return undefined;
};

/** Known by a label, which may name the unit. */
type Labelled = { readonly label: string; readonly also?: readonly string[]; readonly unit?: string };

/**
 * The spellings of a label: its number and its own unit may be left out. Another unit is another label: what stands below
 * it would be read as something else.
 */
function keysOf({ label, also = [], unit }: Labelled): readonly string[] {
  const keys = [label, ...also].flatMap((name) => {
    const whole = headKey(name);
    const bare = unnumbered(whole);
    const own = unspaced(`(${unit ?? ''})`);
    const units = unit === undefined ? [] : ['', ...unitSigns.map((sign) => `${sign}${unspaced(unit)}`)];
    const told = units.map((as) => bare.replace(own, as));
    return [whole, bare, ...told]
      .flatMap((key) => [key, key.replace('(预计)', '')])
      .flatMap((key) => [key, looseKey(key)]);
  });
  return [...new Set(keys)];
}

/** Signs between a head and its unit where that is not in brackets. */
const unitSigns = ['', '/', '-', ',', ':'];

const yearIn = /(?<!\d)((?:19|20)\d{2})(?!\d)(?:年(?:度|末|底)?)?/u;

/** A head with its year behind it, wherever that stands; a star in front and a number say nothing, and words of one meaning are one. */
function looseKey(head: string): string {
  const [written = '', year] = yearIn.exec(head) ?? [];
  const bare = head.replace(written, '').replace('(,', '(').replace(',)', ')').replace('()', '');
  const text = unnumbered(bare.startsWith('*') ? bare.slice(1) : bare);
  const meant = words.alike.reduce((soFar, [name, ...others]) => {
    const other = others.find((one) => soFar === one || (soFar.startsWith(one) && soFar[one.length] === '('));
    return other === undefined ? soFar : `${name}${soFar.slice(other.length)}`;
  }, text);
  return year === undefined ? meant : `${meant}@${year}`;
}

/** Finds what a label names: nothing where that is nothing, or more than one. */
export function byLabel<K>(known: readonly K[], labelled: (one: K) => Labelled): (label: string) => K | undefined {
  const found = new Map<string, K | 'several'>();
  const exact = new Map<string, K | 'several'>();
  const add = (map: Map<string, K | 'several'>, key: string, one: K) =>
    map.set(key, map.has(key) && map.get(key) !== one ? 'several' : one);
  for (const one of known) {
    add(exact, headKey(labelled(one).label), one);
    for (const key of keysOf(labelled(one))) add(found, key, one);
  }
  return (label) => {
    const key = headKey(label);
    const one = exact.get(key) ?? found.get(key) ?? found.get(unnumbered(key)) ?? found.get(looseKey(key));
    return one === 'several' ? undefined : one;
  };
}

/** What stands under heads: columns by id, and by label. */
type Headed = Omit<Labelled, 'unit'> & { readonly id: string; readonly asked: { readonly unit?: string } };

export type Heads<K> = {
  readonly columns: ReadonlyMap<number, K>;
  /** The row of the heads; what is read begins below it. */
  readonly row: number;
  /** Whether the heads of groups stand in the row above: a year, or what the years below are of. */
  readonly grouped: boolean;
  /** Columns whose head says something else than their hidden id. */
  readonly renamed: ReadonlySet<number>;
};

export const labelOf = ({ label, also = [], asked: { unit } }: Omit<Headed, 'id'>): Labelled =>
  given({ label, also, unit });

type CoverLine = { readonly sheet: InSheet; readonly row: number; readonly column: number };

/** Lines of a cover, by id or label, that make a sheet one: two of them stand in the heads of a wide table as well. */
const leastOfCover = 3;

/** Whether a sheet is a cover, whatever it is called and whether its hidden ids are left. */
function isCover(sheet: InSheet): boolean {
  const [ids, labels] = [Object.keys(words.head), Object.values<string>(words.head)];
  let lines = 0;
  for (let row = 0; row < Math.min(sheet.rows, mostHead); row += 1) {
    const texts = [...textsIn(sheet, row).values()];
    if (texts.includes('#cover')) return true;
    if (texts.some((text) => ids.includes(text) || labels.includes(headKey(text)))) lines += 1;
  }
  return lines >= leastOfCover;
}

/** Where a workbook says what of itself on its cover, by id: `category`, `enterprise`, `as_of`. */
export function coverOf(sheets: readonly InSheet[]): ReadonlyMap<string, CoverLine> {
  const found = new Map<string, CoverLine>();
  const hints: readonly string[] = [words.enterpriseHint, words.asOfHint, words.keep];
  for (const sheet of sheets.filter((one) => one.name === words.cover || isCover(one)))
    for (let row = 0; row < Math.min(sheet.rows, mostHead); row += 1) {
      const texts = textsIn(sheet, row);
      for (const [id, label] of Object.entries(words.head)) {
        const at = columnOf(texts, (text) => text === id);
        const labelled = columnOf(texts, (text) => headKey(text) === label);
        if (found.has(id) || (at === undefined && labelled === undefined)) continue;
        const after = labelled ?? (at ?? 0) + 1;
        const value = [...texts].find(([column, text]) => column > after && !hints.includes(text))?.[0];
        found.set(id, { sheet, row, column: value ?? after + 1 });
      }
    }
  return found;
}

/** A head may stand in the first of merged rows. */
export function headAt(sheet: InSheet, row: number, column: number): string {
  let at = row;
  while (at > 0 && sheet.isCovered(at, column) && plain(sheet, at, column) === '') at -= 1;
  return plain(sheet, at, column);
}

/** The columns of a sheet: the row in which most heads are known, and the hidden ids for heads that were written anew. */
export function headsOf<K extends Headed>(
  sheet: InSheet,
  known: readonly K[],
  find = byLabel(known, labelOf),
): Heads<K> | undefined {
  const byId = new Map(known.map((one) => [one.id, one]));
  const least = Math.min(2, known.length);
  let ids: number | undefined;
  let [row, most] = [-1, 0];
  let under = { columns: new Map<number, K>(), grouped: false };
  for (let at = 0; at < Math.min(sheet.rows, mostHead); at += 1) {
    const texts = [...textsIn(sheet, at).values()];
    const isIds = texts.includes('#ids') || texts.filter((text) => byId.has(text)).length >= Math.max(2, least);
    if (isIds) ids ??= at;
    const heads = isIds ? { columns: new Map<number, K>(), grouped: false } : knownIn(at);
    const fitting = new Set(heads.columns.values()).size;
    if (fitting > most) [row, most, under] = [at, fitting, heads];
  }
  if (most < least) {
    if (ids === undefined) return undefined;
    row = ids + 1;
    under = knownIn(row);
  }
  const columns = new Map<number, K>();
  const renamed = new Set<number>();
  const taken = new Set<K>();
  const add = (column: number, one: K | undefined): void => {
    if (one === undefined || taken.has(one) || columns.has(column)) return;
    columns.set(column, one);
    taken.add(one);
  };
  for (const [column, one] of under.columns) add(column, one);
  for (let column = 0; ids !== undefined && column < sheet.columns; column += 1) {
    const before = columns.size;
    add(column, byId.get(plain(sheet, ids, column)));
    if (columns.size > before) renamed.add(column);
  }
  return { columns, row: Math.max(row, ids ?? 0), renamed, grouped: under.grouped };

  /** The columns whose head in a row is known, by itself or with the head of its group in the row above. */
  function knownIn(at: number): { columns: Map<number, K>; grouped: boolean } {
    const [own, whole] = [new Map<number, K>(), new Map<number, K>()];
    let [grouped, group] = [false, ''];
    for (let column = 0; column < sheet.columns; column += 1) {
      const head = headAt(sheet, at, column);
      const above = at === 0 ? '' : plain(sheet, at - 1, column);
      if (above !== '') group = above;
      const alone = find(head);
      if (alone !== undefined) own.set(column, alone);
      const beside = head === '' || group === '' ? undefined : (find(`${group}${head}`) ?? find(`${head}${group}`));
      const together = beside ?? datedBy(group, head);
      grouped ||= together !== undefined && alone === undefined;
      const one = alone ?? together ?? (head === '' ? find(above) : undefined);
      if (one !== undefined) whole.set(column, one);
    }
    return grouped ? { columns: whole, grouped } : { columns: own, grouped };
  }

  /** `2020年财务数据（万元）` over 资产总额 says its year; not where it says another unit, or several years. */
  function datedBy(group: string, head: string): K | undefined {
    const text = unspaced(group);
    const [year, another] = text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];
    const one = year === undefined || another !== undefined || head === '' ? undefined : find(`${head}${year}年`);
    return text.includes('(') && !text.includes(one?.asked.unit ?? '') ? undefined : one;
  }
}

/** Whether a row says the heads again, as pages of long tables do. */
export const repeatsHeads = <K extends Headed>(sheet: InSheet, row: number, columns: ReadonlyMap<number, K>): boolean =>
  [...columns].filter(([column, { label }]) => headKey(plain(sheet, row, column)) === headKey(label)).length >=
  Math.min(2, columns.size);

/** The columns of a sheet of lines, as its last row of heads says. */
export type LineHeads = {
  readonly item: number;
  readonly unit: number | undefined;
  readonly remark: number | undefined;
  readonly value: number | undefined;
  readonly years: ReadonlyMap<number, string>;
  /** Columns under heads of somebody's own. */
  readonly own: ReadonlyMap<number, string>;
};

const yearOf = (text: string): string | undefined =>
  /^(\d{4})(?:年(?:度|末)?)?(?:\(预计\))?$/u.exec(unspaced(text))?.[1];

/** The heads that a row of a sheet of lines is; nothing when it is none. */
export function lineHeads(sheet: InSheet, row: number): LineHeads | undefined {
  const texts = textsIn(sheet, row);
  const at = (word: string): number | undefined => columnOf(texts, (text) => unspaced(text) === word);
  const [mark, item, unit, remark] = [at('#heads'), at(words.item), at(words.unit), at(words.remark)];
  let value = at(words.value);
  const years = new Map<number, string>();
  const own = new Map<number, string>();
  for (const [column, text] of texts) {
    const year = yearOf(text);
    if ([mark, item, unit, remark, value].includes(column)) continue;
    if (year === undefined || [...years.values()].includes(year)) own.set(column, text);
    else years.set(column, year);
  }
  if (mark === undefined && (item === undefined || (unit ?? remark ?? value ?? [...years.keys()][0]) === undefined))
    return undefined;
  // Where the head of the values is gone and one that nobody knows is there, it was written anew.
  const [only, another] = [...own.keys()];
  if (value === undefined && years.size === 0 && only !== undefined && another === undefined && item !== undefined) {
    value = only;
    own.delete(only);
  }
  return { item: item ?? (mark ?? 0) + 1, unit, remark, value, years, own };
}

export type Asks = Extract<Line, { kind: 'value' | 'series' }>;
export const asksIn = ({ lines }: LinesSheet): readonly Asks[] =>
  lines.filter((line): line is Asks => line.kind === 'value' || line.kind === 'series');

/** The sheet of the layout that a sheet is: by its mark, by its name, and else by what stands in it. */
export function sheetFor(sheet: InSheet, { sheets }: Layout): Layout['sheets'][number] | undefined {
  for (let row = 0; row < Math.min(sheet.rows, mostHead); row += 1)
    for (const text of textsIn(sheet, row).values()) {
      const [, kind, path] = /^#(table|lines) (.*)$/u.exec(text) ?? [];
      const known = sheets.find((one) =>
        kind === 'table' ? one.kind === 'grid' && pathText(one.path) === path : kind === 'lines' && one.name === path,
      );
      if (known !== undefined) return known;
    }
  return sheets.find(({ name }) => unspaced(name) === unspaced(sheet.name)) ?? byContent(sheet, sheets);
}

/** The only sheet of which most heads, or lines, are there: a half at least. */
function byContent(sheet: InSheet, sheets: Layout['sheets']): Layout['sheets'][number] | undefined {
  const texts = new Set<string>();
  for (let row = 0; row < Math.min(sheet.rows, mostHead); row += 1)
    for (const text of textsIn(sheet, row).values()) texts.add(headKey(text));
  const share = (one: GridSheet | LinesSheet): number => {
    const labels = (one.kind === 'grid' ? one.columns : asksIn(one)).map(({ label }) => headKey(label));
    const there = labels.filter((label) => texts.has(label)).length;
    return there < Math.min(2, labels.length) ? 0 : there / labels.length;
  };
  const [first, second] = sheets.map((one) => ({ one, share: share(one) })).sort((a, b) => b.share - a.share);
  return first !== undefined && first.share >= 0.5 && first.share > (second?.share ?? 0) ? first.one : undefined;
}
