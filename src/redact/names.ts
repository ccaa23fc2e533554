// How an enterprise is called besides its full name: without its legal form, its place, its trade, in either order.
import { fold } from './fold.ts';

/** What the legal form is made of, in any order, as `fold` leaves it. */
const forms =
  /(?:股份|集团|有限|责任|公司|总厂|分厂|厂|\([^()]{0,20}\)|\(|\)|[.,]|co|ltd|inc|llc|limited|company|corp|corporation|group|gmbh)$/u;

/** Ends what is a name of an enterprise or of another body. */
const bodies =
  /(?:公司|集团|厂|企业|合作社|中心|事务所|银行|支行|分行|协会|学会|商会|研究院|研究所|大学|学院|医院|商行|经营部|工作室)(?:\([^()]{0,20}\))?$|(?:\bco\.?,?\s?ltd|\blimited|\binc|\bllc|\bgmbh|\bcorp(?:oration)?)\.?$/iu;

/** Ends those of which the short name is known by everybody in the trade. */
const firms = /(?:公司|集团|厂|企业|合作社)(?:\([^()]{0,20}\))?$|(?:ltd|limited|inc|llc|gmbh|corp(?:oration)?)\.?$/iu;

const provinces =
  '北京天津河北山西内蒙古辽宁吉林黑龙江上海江苏浙江安徽福建江西山东河南湖北湖南广东广西海南重庆四川贵州云南西藏陕西甘肃青海宁夏新疆台湾香港澳门'.match(
    /内蒙古|黑龙江|../g,
  ) ?? [];

/** Of the length of a name, in UTF-16 units. */
const isName = ({ length }: string): boolean => length > 3 && length <= 200;
export const isBody = (text: string): boolean => isName(text) && bodies.test(text.normalize('NFKC').trim());
export const isFirm = (text: string): boolean => isName(text) && firms.test(text.normalize('NFKC').trim());

/** `江苏省` → `江苏省`, `江苏`. */
const withoutRank = (place: string): string[] => [place, place.replace(/(?:省|市|区|县|自治区|自治州)$/u, '')];

/** The place that a folded name begins with, and what comes after. */
function parted(name: string, places: readonly string[]): { readonly place: string; readonly rest: string } {
  let rest = name;
  // The longest first, and again: 江苏省南京市.
  const known = places
    .flatMap(withoutRank)
    .concat(provinces)
    .map(fold)
    .sort((a, b) => b.length - a.length);
  for (let found: string | undefined = ''; found !== undefined; ) {
    found = known.find((place) => place.length > 1 && rest.startsWith(place) && rest.length - place.length > 1);
    if (found !== undefined) rest = rest.slice(found.length).replace(/^(?:省|市|区|县)(?=..)/u, '');
  }
  return { place: name.slice(0, name.length - rest.length), rest };
}

/** Every beginning of a name that is long enough to be one: two signs and more. */
function beginnings(before: string, name: string): string[] {
  const found: string[] = [];
  for (let length = name.length; length >= 2; length -= 1) found.push(before + name.slice(0, length));
  return found;
}

/** Of a name in letters whole words only, with the first, which is often a place, and without it. */
function wordsOf(name: string): string[] {
  const words = name.split(/[\s.,()]+/u).map(fold);
  while (words.length > 1 && forms.test(words.at(-1) ?? '')) words.pop();
  const runs = [words, words.slice(1)].flatMap((own) => own.map((_, at) => own.slice(0, at + 1).join('')));
  return runs.filter((run) => run.length > 3);
}

/**
 * The folded names under which a firm may stand in a text, the full one first: 江苏示例精密机械有限公司 is also 江苏示例精密机械,
 * 示例精密, 江苏示例 and 示例. `places` are the names of its region.
 */
export function namesOf(name: string, places: readonly string[]): readonly string[] {
  // Longer texts are no names, and their beginnings too many.
  const whole = fold(name);
  if (whole.length > 64) return [whole];
  if (/^\p{Script=Latin}/u.test(name)) return [...new Set([whole, ...wordsOf(name.normalize('NFKC').trim())])];
  let core = whole;
  for (let end = forms.exec(core); end !== null && end.index > 1; end = forms.exec(core))
    core = core.slice(0, end.index);
  const { place, rest } = parted(core, places);
  // Where no place is known, the first two signs are one more often than not.
  const guessed = place === '' && /^\p{Script=Han}{6,}$/u.test(rest) ? beginnings('', rest.slice(2)) : [];
  const inside = rest.replace(/\([^()]{0,20}\)/gu, '');
  const all = [
    whole,
    ...withoutRank(place).flatMap((one) => beginnings(one, rest)),
    ...beginnings('', rest),
    ...(inside === rest ? [] : [...beginnings(place, inside), ...beginnings('', inside)]),
    ...guessed,
  ];
  return [...new Set(all)];
}
