// What a file's name says: its extension, the years it speaks of, whether a portal may refuse it, whether a system left the file there.
import { canonical } from '../characters/canonical.ts';
import { codeOf } from '../characters/shown.ts';

/** The extension without its dot, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The form in which two names are the same name for a portal: NFC, letters folded. */
export const nameKey = (name: string): string => name.normalize('NFC').toLowerCase();

/** The form in which a path of the dossier, which is read without unseen characters, is found on disk. */
export const pathKey = (name: string): string => canonical(name).text.normalize('NFC');

const systemNames = new Set(['thumbs.db', 'desktop.ini', '.ds_store', 'ehthumbs.db']);

/** Whether an office program, macOS or Windows left the file there by itself: `~$x.docx`, `.DS_Store`, `Thumbs.db`. */
export const isSystemFile = (name: string): boolean =>
  systemNames.has(name.toLowerCase()) || name.startsWith('~$') || name.startsWith('._') || /^~.*\.tmp$/i.test(name);

const longestSigns = 100;
/** Other controls are told of with all that no text may hold. */
const refusedCharacters = /[\\/:*?"<>|\t\n]/;
const reserved = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i;

export type NameFault = { readonly why: 'characters' | 'ending' | 'reserved' | 'length'; readonly bad: string };

/** Why Windows, or a portal that runs on it, refuses a file of this name; none when it is taken. */
export function nameFault(name: string): NameFault | undefined {
  const character = refusedCharacters.exec(name)?.[0];
  if (character !== undefined) return { why: 'characters', bad: /\s/.test(character) ? codeOf(character) : character };
  if (/[. ]$/.test(name)) return { why: 'ending', bad: name.endsWith('.') ? '.' : ' ' };
  const device = reserved.exec(name)?.[1];
  if (device !== undefined) return { why: 'reserved', bad: device };
  const length = [...name].length;
  return length > longestSigns ? { why: 'length', bad: String(length) } : undefined;
}

/** What Windows refuses in names, and their full-width twins. */
const wide = new Map(
  [...'\\/:*?"<>|'].map((char) => [char, String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0)]),
);
const device = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/i;
const longestStemSigns = 80;

/** A name without its extension as a file may have it on any system; never empty. */
export function safeStem(name: string): string {
  const plain = [
    ...name
      .normalize('NFC')
      .replace(/[\\/:*?"<>|]/g, (char) => wide.get(char) ?? '_')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
      .trim(),
  ]
    .slice(0, longestStemSigns)
    .join('')
    .replace(/^\.+|(?<![. ])[. ]+$/g, '');
  return plain === '' || device.test(plain.split('.')[0] ?? '') ? `_${plain}` : plain;
}

const fullYear = '(?:199\\d|20[0-4]\\d)';
const monthOf = '(?:1[0-2]|0?[1-9])';
const twoDigits = '(?:1[0-2]|0[1-9])';
const dayOf = '(?:3[01]|[12]\\d|0?[1-9])';
const to = '(?:-+|[\u2010-\u2015]+|~+|至|到)';

/** The number of a camera, a scanner or a chat program, which is no year: IMG_2034. */
const counter =
  /(?:mvimg|img|image|dscn|dscf|dsc|pxl|scan(?:ner)?|photo|screenshot|wechat|wx_camera|cam(?:era)?scanner|dji|document|扫描全能王|扫描件?|微信图片|qq图片|图片|照片|截图|未命名|新建)[\s_-]*(?:\(?\d+\)?[\s_-]*)+/giu;
/** A standard and the year of its edition: ISO9001-2015, GB/T 19001—2016. */
const norm =
  /(?:iso|iec|iatf|ohsas|gb|qb|jb|yy|hg|t\/[a-z]+)(?:\/[tz])?[\s_-]*\d+(?:\.\d+)?(?:\s*[-:\u2010-\u2015]\s*\d{4})?/giu;
const day = new RegExp(
  `(?<!\\d)${fullYear}(?:${twoDigits}(?:[0-2]\\d|3[01])|[-./_]${monthOf}[-./_](?:3[01]|[12]\\d|0?[1-9])|年${monthOf}月(?:3[01]|[12]\\d|0?[1-9])日?)(?!\\d)`,
  'gu',
);
const inMonth = new RegExp(
  `(?<!\\d)(${fullYear})(?:年度?(${monthOf})月?(?!\\d)|[-./_]?(${twoDigits})(?!\\d)月?|[-./_](${monthOf})月)`,
  'gu',
);
/** From a month to a month: 2020年1-12月, 2020年1月1日至12月31日, 202001-202012, 2020.01.01-2020.12.31. */
const monthSpans = [
  new RegExp(
    `(?<!\\d)(${fullYear})年度?(${monthOf})月?(?:${dayOf}日)?${to}(?:(${fullYear})年)?(${monthOf})月(?:份|${dayOf}日?)?`,
    'gu',
  ),
  new RegExp(
    `(?<!\\d)(${fullYear})[-./]?(${twoDigits}|(?<=[-./])[1-9])(?:[-./]?${dayOf})?${to}(${fullYear})[-./]?(${twoDigits}|(?<=[-./])[1-9])(?:[-./]?${dayOf})?(?!\\d)`,
    'gu',
  ),
];
const span = new RegExp(`(?<!\\d)(${fullYear})年?度?${to}(${fullYear}|\\d{2}(?=年))(?!\\d)`, 'gu');
const single = new RegExp(`(?<![\\d.])(${fullYear})(?!\\d|\\.\\d)`, 'gu');
const short = /(?<![\d近前满超第去续立])((?:[1-4]\d[、,和及])*[1-4]\d)年(?!来|以上|前|内)/gu;
const written = /[一二三四五六七八九〇零○]{4}(?=年)/gu;
const figures = '〇一二三四五六七八九';
const longestSpanYears = 10;

/** Years and months (`2020-12`) that a name speaks of, ascending; `month` one that it names without a year. */
type Dated = { readonly years: readonly number[]; readonly months: readonly string[]; readonly month?: number };

/** The years and months in a name: 2019年度, 18、19年, ２０２０, 2018-2020, 二〇一九年, 202012. Days and numbers are none. */
export function datedIn(name: string): Dated {
  const years = new Set<number>();
  const months = new Set<string>();
  let text = name
    .replace(/\.[A-Za-z0-9]{1,5}$/u, '')
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(written, (digits) => [...digits].map((one) => Math.max(0, figures.indexOf(one))).join(''))
    .replace(counter, ' ')
    .replace(norm, ' ');
  const take = (pattern: RegExp, use: (found: readonly (string | undefined)[]) => void): void => {
    text = text.replace(pattern, (...found: (string | undefined)[]) => {
      use(found);
      return ' ';
    });
  };
  for (const pattern of monthSpans)
    take(pattern, ([, from = '', first, until = from, last]) => {
      const [start, end] = [Number(from) * 12 + Number(first) - 1, Number(until) * 12 + Number(last) - 1];
      if (end < start || end - start > longestSpanYears * 12) return;
      for (let at = start; at <= end; at += 1) {
        const year = Math.floor(at / 12);
        years.add(year);
        months.add(`${year}-${String((at % 12) + 1).padStart(2, '0')}`);
      }
    });
  take(day, () => {});
  take(inMonth, ([, year = '', a, b, c]) => {
    months.add(`${year}-${(a ?? b ?? c ?? '').padStart(2, '0')}`);
    years.add(Number(year));
  });
  take(span, ([, from = '', until = '']) => {
    const [first, last] = [Number(from), Number(until.length === 2 ? `${from.slice(0, 2)}${until}` : until)];
    if (last < first || last - first > longestSpanYears) return;
    for (let year = first; year <= last; year += 1) years.add(year);
  });
  take(single, ([, year]) => years.add(Number(year)));
  take(short, ([, list = '']) => {
    for (const two of list.split(/[、,和及]/u)) years.add(2000 + Number(two));
  });
  const month = /(?<!\d)(1[0-2]|[1-9])月(?!\d)/u.exec(text)?.[1];
  return {
    years: [...years].sort((a, b) => a - b),
    months: [...months].sort(),
    ...(month === undefined || months.size > 0 ? {} : { month: Number(month) }),
  };
}

/** Years and months in the name of a file, as `covers` has them. */
export function coveredBy(name: string): readonly string[] {
  const { years, months } = datedIn(name);
  return [...months, ...years.map(String).filter((year) => !months.some((month) => month.startsWith(year)))];
}

/** Years that are covered as a whole: by name, or by each of their months. */
export function wholeYears(covered: readonly string[]): ReadonlySet<number> {
  const plain = covered.filter((one) => one.length === 4);
  const monthly = covered.map((one) => one.slice(0, 4)).filter((one) => !plain.includes(one));
  const full = monthly.filter((one) => monthly.filter((other) => other === one).length === 12);
  return new Set([...plain, ...full].map(Number));
}

/** The same as `coveredBy`, the months of a year that is there as a whole told as the year. */
export function periodsIn(name: string): readonly string[] {
  const covered = coveredBy(name);
  const whole = wholeYears(covered);
  return [...[...whole].map(String), ...covered.filter((one) => !whole.has(Number(one.slice(0, 4))))];
}
