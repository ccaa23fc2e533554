// An industry from 门类 to 小类: by its code, which says all its levels, or by the chain of printed names.
import { unspaced } from '../../characters/folds.ts';
import type { Node } from '../../document/node.ts';
import { nearestOption } from '../../findings/nearest.ts';
import { halfWidth } from '../../values/taken.ts';
import type { Level } from '../filled.ts';
import type { ListOption } from '../opened.ts';
import {
  type FieldType,
  type Item,
  itemsOf,
  levelOf,
  type Read,
  type Reading,
  readLevels,
  tellTaken,
  writtenText,
} from './type.ts';

const ids = ['section', 'division', 'group', 'class'] as const;

/** `3451`, `C3451`, `C`; a chain is parted by what no name has in it. */
const codeShape = /^(?<letter>[A-T])?(?<digits>\d{0,4})$/;
const coded = /^(?<code>[A-Ta-t]?\d{2,4}|[A-Ta-t](?=\s))[\s.:：-]*(?<name>\p{Script=Han}.*)$/u;
const codeLast = /^(?<name>\p{Script=Han}(?:.*?\S)?)\s*[(（](?<code>[A-Ta-t]?\d{2,4})[)）]$/u;
const signs = /(?:(?<!\s)\s+)?(?:[›>»→|/\\;；\n]|-+)\s*/u;

/** `"3453"`, or the chain of printed names; below 大类 names are taken as written, with a note. */
export const industry: FieldType = {
  read(node, reading) {
    const items = itemsOf(node, reading);
    const [first, another] = items;
    if (first === undefined) return {};
    if (another !== undefined) return byNames(items, node, reading);
    const code = halfWidth(first.text).replace(/\s/g, '').toUpperCase();
    if (codeShape.test(code)) return byCode(code, first, node, reading);
    const parts = partsOf(halfWidth(first.text));
    const [only, more] = parts;
    const single = only !== undefined && more === undefined ? splitCode(only) : undefined;
    if (single?.code !== undefined && single.name !== '') return byCodeAndName(single, first, node, reading);
    return byNames(
      parts.map((text) => ({ text, range: first.range })),
      node,
      reading,
    );
  },
};

/** `制造业 > 通用设备制造业`, also with spaces only: a code belongs to the name behind it. */
function partsOf(text: string): string[] {
  const parts = text.split(signs).filter((part) => part !== '');
  if (parts.length > 1) return parts;
  const words = text.trim().split(/\s+/);
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && /^[A-Ta-t]?\d{0,4}$/.test(before)) joined[joined.length - 1] = `${before} ${word}`;
    else joined.push(word);
  }
  return joined;
}

/** `3451 轴承制造`, `轴承制造(3451)` in their two parts; a code without its letter. */
function splitCode(text: string): { code?: string; name: string } {
  const { code, name } = (coded.exec(text) ?? codeLast.exec(text))?.groups ?? {};
  if (code !== undefined && name !== undefined) return { code: code.toUpperCase(), name };
  return /^\d{2,4}$/.test(text.trim()) ? { code: text.trim(), name: '' } : { name: text };
}

const digitsOf = (code: string): string => (/\d/.test(code) ? code.replace(/^[A-T]/, '') : code);

const sectionsOf = ({ lists }: Reading): readonly ListOption[] => lists.get('industries')?.options ?? [];

function unknown({ text: written, range }: Item, options: readonly ListOption[], reading: Reading): Read {
  const near = nearestOption(
    written,
    options.map((option) => option.name),
  );
  const args = { field: reading.label, written };
  reading.report('industry-unknown', near === undefined ? args : { ...args, nearest: near }, range);
  return {};
}

/** 小类 1522 lies in 中类 152, 大类 15, 门类 C; nothing for a code that no 大类 has. */
function levelsOfCode(code: string, sections: readonly ListOption[]): Level[] | undefined {
  const digits = digitsOf(code).replace(/^[A-T]$/, '');
  const section = sections.find((option) =>
    digits === '' ? option.code === code : (option.options ?? []).some((one) => one.code === digits.slice(0, 2)),
  );
  if (!section || (/^[A-T]/.test(code) && section.code !== code[0])) return undefined;
  const levels: Level[] = [levelOf(section)];
  const division = section.options?.find((option) => option.code === digits.slice(0, 2));
  if (division) levels.push(levelOf(division));
  for (const length of [3, 4]) if (digits.length >= length) levels.push({ name: '', code: digits.slice(0, length) });
  return levels;
}

function byCode(code: string, item: Item, node: Node, reading: Reading): Read {
  const levels = levelsOfCode(code, sectionsOf(reading));
  if (levels === undefined) return unknown(item, sectionsOf(reading), reading);
  const canonical = digitsOf(code);
  const [written] = node.kind === 'list' ? node.items : [node];
  if (written?.kind === 'scalar' && typeof written.value === 'number')
    reading.report('identifier-unquoted', { field: reading.label, written: item.text }, item.range);
  else if (item.text !== canonical) tellTaken(item.text, canonical, item.range, reading);
  return readLevels(levels, ids, { code: canonical });
}

/** The code says where it belongs; the name beside it stands at its level. */
function byCodeAndName(
  { code = '', name }: { code?: string; name: string },
  item: Item,
  node: Node,
  reading: Reading,
): Read {
  const levels = levelsOfCode(code, sectionsOf(reading));
  const last = levels?.at(-1);
  if (levels === undefined || last === undefined) return unknown(item, sectionsOf(reading), reading);
  if (last.name !== '' && unspaced(last.name) !== unspaced(name)) return unknown(item, sectionsOf(reading), reading);
  const named = [...levels.slice(0, -1), { ...last, name: last.name === '' ? name : last.name }];
  tellTaken(writtenText(node), named.map(levelText), item.range, reading);
  return readLevels(named, ids, { code: digitsOf(code) });
}

/** A level as a dossier writes it in a chain. */
const levelText = ({ name, code = '' }: Level, index: number): string =>
  index < 2 ? name : [code, name].filter(Boolean).join(' ');

function byNames(items: readonly Item[], node: Node, reading: Reading): Read {
  const levels: Level[] = [];
  let options = sectionsOf(reading);
  for (const [index, item] of items.entries()) {
    const { code, name } = splitCode(halfWidth(item.text).trim());
    const option = options.find(
      (one) =>
        (name === '' ? one.code === code : unspaced(one.name) === unspaced(name)) ||
        one.code === halfWidth(item.text).trim(),
    );
    const above = levels.at(-1)?.code ?? '';
    if (index < 2) {
      if (option === undefined || (code !== undefined && digitsOf(code) !== option.code))
        return unknown(item, options, reading);
      levels.push(levelOf(option));
    } else {
      const fits = code !== undefined && digitsOf(code).startsWith(above) && digitsOf(code) !== above;
      // A code of another branch than the names above it: nobody can tell which is right.
      if (code !== undefined && above !== '' && !fits) return unknown(item, [], reading);
      if (index === 2 && code === undefined)
        reading.report('industry-as-written', { field: reading.label, written: item.text }, item.range);
      levels.push(code === undefined ? { name } : { name, code: digitsOf(code) });
    }
    options = option?.options ?? [];
  }
  const texts = levels.map(levelText);
  if ((node.kind !== 'list' && texts.length > 1) || texts.join('\n') !== items.map(({ text }) => text).join('\n'))
    tellTaken(writtenText(node), texts, node.range, reading);
  return readLevels(levels, ids, { code: levels.findLast((one) => one.code !== undefined)?.code ?? '' });
}
