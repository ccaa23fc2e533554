// Finds a region in the lists from what people write: one text or several, names cut short, a level left out, or a code.
import { unspaced } from '../../characters/folds.ts';
import { unbracketed } from '../../values/choice.ts';
import { halfWidth, plainDashes } from '../../values/taken.ts';
import type { List, ListOption } from '../opened.ts';

/** The levels of one reading; a functional zone stands where a county would. */
export type Chain = readonly (Pick<ListOption, 'name' | 'code'> & { readonly zone?: boolean })[];

/** `direct`: every level is named. `implied`: those left out follow from the others. `guessed`: a county alone. */
export type Ways = { readonly is: 'direct' | 'implied' | 'guessed'; readonly chains: readonly Chain[] };

const separators = /[\s/\\、,，;；。|›>»→·-]+/u;

/** The country, before the province. */
const country = /^(?:中华人民共和国|中国)(?=.)/u;

/** `江苏省 / 南京市` → 江苏省, 南京市. */
export const partsOf = (text: string): string[] =>
  plainDashes(halfWidth(unbracketed(text)).normalize('NFKC').replace(country, ''))
    .split(separators)
    .filter((part) => part !== '');

/** 江宁区 without 区, where more than one character is left. */
export const cut = (name: string): string => (name.length > 2 ? name.replace(/(?:省|市|区|县)$/u, '') : name);

/** Options that a text begins with, each with what follows: by full name, else cut short where no sibling is cut alike. */
export function beginning(text: string, options: readonly ListOption[]): { option: ListOption; rest: string }[] {
  return options.flatMap((option) => {
    const full = unspaced(option.name);
    if (text.startsWith(full)) return [{ option, rest: text.slice(full.length) }];
    if (option.code !== undefined && text === option.code) return [{ option, rest: '' }];
    const short = cut(full);
    const alone = short !== full && options.every((other) => other === option || cut(unspaced(other.name)) !== short);
    // 江宁县 is not 江宁区 cut short.
    const rest = text.slice(short.length);
    return alone && text.startsWith(short) && !/^[省市区县]/u.test(rest) ? [{ option, rest }] : [];
  });
}

/** Every way to read the parts below some options, level by level. */
function below(parts: readonly string[], options: readonly ListOption[], above: Chain, list: List): Chain[] {
  const [first, ...others] = parts;
  if (first === undefined) return [above];
  const city = above.at(-1)?.name;
  const zone = others.length === 0 && list.zones.find((one) => one.city === city && unspaced(one.name) === first);
  if (zone)
    return [[...above, { name: zone.name, ...(zone.code === undefined ? {} : { code: zone.code }), zone: true }]];
  return beginning(first, options).flatMap(({ option, rest }) =>
    below(rest === '' ? others : [rest, ...others], option.options ?? [], [...above, option], list),
  );
}

/** The same with one level left out. */
const skipping = (parts: readonly string[], options: readonly ListOption[], above: Chain, list: List): Chain[] =>
  options.flatMap((option) => below(parts, option.options ?? [], [...above, option], list));

/** Readings of a region, those that name most first; none when a part is in no list. */
export function waysOf(parts: readonly string[], list: List): Ways | undefined {
  const { options } = list;
  const [only, another] = parts;
  const code = another === undefined && only !== undefined && /^\d{6}$/.test(only) ? byCode(only, options) : undefined;
  if (code !== undefined) return { is: 'implied', chains: [code] };
  const direct = below(parts, options, [], list);
  if (direct.length > 0) return { is: 'direct', chains: direct };
  const withoutCity = options.flatMap((province) => {
    const [first = '', ...others] = parts;
    return beginning(first, [province]).flatMap(({ rest }) =>
      skipping(rest === '' ? others : [rest, ...others], province.options ?? [], [province], list),
    );
  });
  const implied = [...withoutCity, ...skipping(parts, options, [], list)].filter((chain) => chain.length > 1);
  if (implied.length > 0) return { is: 'implied', chains: implied };
  const guessed = options.flatMap((province) => skipping(parts, province.options ?? [], [province], list));
  return guessed.length > 0 ? { is: 'guessed', chains: guessed } : undefined;
}

function byCode(code: string, options: readonly ListOption[]): Chain | undefined {
  for (const option of options) {
    if (option.code === code) return [option];
    const found = byCode(code, option.options ?? []);
    if (found !== undefined) return [option, ...found];
  }
  return undefined;
}

/** No address of a place is longer. */
const longestSigns = 60;

/** Where one level ends in a text that no list knows: 杭州市西湖区 → 杭州市, 西湖区. */
export function levelsIn(text: string): string[] {
  if (text.length > longestSigns) return [text];
  const [, first, rest] = /^(.+?(?:省|自治区|自治州|地区|市|盟|区|县|旗))(..+)$/u.exec(text) ?? [];
  return first === undefined || rest === undefined ? [text] : [first, ...levelsIn(rest)];
}

/** The places of a list, each with those that it lies in. */
export const placesIn = (
  options: readonly ListOption[],
  above: readonly string[] = [],
): readonly (readonly string[])[] =>
  options.flatMap(({ name, options: below = [] }) =>
    below.length === 0 ? [[...above, name]] : placesIn(below, [...above, name]),
  );

/** Whether a text is made of the beginnings of some of the parts, in their order: 南京江宁. */
export function isBegun(text: string, [part, ...parts]: readonly string[]): boolean {
  if (text === '') return true;
  if (part === undefined) return false;
  for (let length = [...part].length; length > 1; length -= 1)
    if (text.startsWith(part.slice(0, length)) && isBegun(text.slice(length), parts)) return true;
  return isBegun(text, parts);
}

/** What is typed of a place, behind the names that it lies in and leaves out: 广东省 before 东莞市松山湖. */
export const inside = (names: readonly string[], typed: string): string =>
  typed === '' ? '' : [...names.filter((name) => !typed.includes(cut(name))), typed].join(' ');
