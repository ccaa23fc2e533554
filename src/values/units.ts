// Units as people write them behind a figure, and by which power of ten they differ from the one that is asked for.
import type { Fact } from '../expression/types.ts';

/** The unit that a figure is in where none is written; a percentage is in %. */
export const unitOf = ({ type, unit }: Pick<Fact, 'type' | 'unit'>): string | undefined =>
  unit ?? (type === 'percent' ? '%' : undefined);

/** Powers of ten of 元; `万` and `亿` alone mean the unit of the field. */
const money: ReadonlyMap<string, number> = new Map([
  ['元', 0],
  ['千元', 3],
  ['万元', 4],
  ['万', 4],
  ['百万元', 6],
  ['百万', 6],
  ['千万元', 7],
  ['千万', 7],
  ['亿元', 8],
  ['亿', 8],
]);

/** Each row says one thing in several words, with its power of ten. */
const counts: readonly ReadonlyMap<string, number>[] = [
  new Map([
    ['人', 0],
    ['名', 0],
    ['位', 0],
    ['千人', 3],
    ['万人', 4],
    ['万', 4],
  ]),
  new Map([
    ['件', 0],
    ['项', 0],
    ['个', 0],
    ['万件', 4],
  ]),
  new Map([
    ['%', 0],
    ['‰', -1],
  ]),
];

/** Other words behind a figure that are no part of it. */
const others = ['家', '台', '篇', '套', '分', '年', '月', '个月', '天', '岁', '美元', '万美元', '亿美元'];

/** Longest first, so that 万元 is not read as 元. */
const words = [...new Set([money, ...counts].flatMap((row) => [...row.keys()]).concat(others))].sort(
  (a, b) => b.length - a.length,
);

/** A pattern for any unit. */
export const anyUnit = words.map((word) => [...word].join('\\s*')).join('|');

export const isMoney = (unit: string | undefined): boolean => unit !== undefined && money.has(unit);

/** The power of ten that makes a figure in `said` one in `asked`; nothing where the two are about different things. */
export function powerBetween(said: string, asked: string | undefined): number | undefined {
  if (asked === undefined) return undefined;
  if (said === asked) return 0;
  const row = [money, ...counts].find((one) => one.has(asked));
  const [from, to] = [row?.get(said), row?.get(asked)];
  return from === undefined || to === undefined ? undefined : from - to;
}

/** Every word that may stand behind a figure in this unit. */
export const unitsLike = (asked: string | undefined): readonly string[] =>
  words.filter((word) => powerBetween(word, asked) !== undefined);
