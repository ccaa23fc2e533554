// What is said of a market share and what it rests on: a line a year and a region, and the statement that an enterprise checks and signs.
import { Decimal, thousands } from '../expression/decimal.ts';
import { some, speak } from './speak.ts';

const zh = {
  /** The kind of block in the text report. */
  name: '市场占有率',
  title: '市场占有率测算',
  heads: {
    scope: '范围',
    year: '年度',
    size: '细分市场规模(万元)',
    sales: '本企业销售额(万元)',
    share: '占有率(%)',
    rank: '排名',
    source: '来源或推导',
    area: '境内或境外',
    region: '地区',
    part: '占本企业当年销售额(%)',
  },
  /** `测算 3 项，主导产品收入占营业收入比重 81.51%`. */
  total: (rows: number, main: string) => `测算 ${rows} 项${main === '' ? '' : `，主导产品收入占营业收入比重 ${main}%`}`,
  of: (year: string, scope: string) => `${year} 年${scope}`,
  worked: (sum: string, share: string) => `${sum} = ${share}%`,
  line: (of: string, said: string) => `${of}：${said}`,
  open: '不能算出占有率',
  ranked: (rank: string) => `排名第 ${rank}`,
  stated: (share: string, apart: string) => `申请表所填 ${share}%，相差 ${apart} 个百分点`,
  statedRank: (rank: string) => `申请表所填排名第 ${rank}`,
  inRegion: (year: string, area: string, region: string, sales: string, part: string) =>
    `${year} 年${area}${region} ${sales} 万元${part === '' ? '' : `（${part}%）`}`,
  rankBy: (source: string) => `排名：${source}`,
  between: '，',
};

const en: typeof zh = {
  name: 'market share',
  title: 'Market share, worked out',
  heads: {
    scope: 'Market',
    year: 'Year',
    size: 'Size of the segment (万元)',
    sales: 'Own sales (万元)',
    share: 'Share (%)',
    rank: 'Rank',
    source: 'Source or derivation',
    area: 'Home or abroad',
    region: 'Region',
    part: 'Of the own sales of the year (%)',
  },
  total: (rows, main) =>
    `${some(rows, 'row')} worked out${main === '' ? '' : `, the main product brings ${main}% of the revenue`}`,
  of: (year, scope) => `${year} ${scope}`,
  worked: (sum, share) => `${sum} = ${share}%`,
  line: (of, said) => `${of}: ${said}`,
  open: 'no share can be worked out',
  ranked: (rank) => `rank ${rank}`,
  stated: (share, apart) => `the form states ${share}%, ${apart} points apart`,
  statedRank: (rank) => `the form states rank ${rank}`,
  inRegion: (year, area, region, sales, part) =>
    `${year} ${area} ${region} ${sales} 万元${part === '' ? '' : ` (${part}%)`}`,
  rankBy: (source) => `rank: ${source}`,
  between: ', ',
};

export const marketWords = speak({ zh, en });

type Row = {
  readonly scope: string;
  readonly year: string;
  readonly size?: string | undefined;
  readonly sales?: string | undefined;
  readonly share?: string | undefined;
  readonly rank?: string | undefined;
  readonly source?: string | undefined;
  readonly rank_source?: string | undefined;
  readonly compared?: true | undefined;
};

type Region = {
  readonly year: string;
  readonly area: string;
  readonly place: string;
  readonly sales?: string | undefined;
  readonly part?: string | undefined;
};

type Market = {
  readonly product?: string | undefined;
  readonly code?: string | undefined;
  readonly segment?: string | undefined;
  readonly main?: string | undefined;
  readonly stated: { readonly share?: string | undefined; readonly rank?: string | undefined };
  readonly rows: readonly Row[];
  readonly regions: readonly Region[];
};

type Words = typeof zh;

/** What stands where nothing is said. */
const none = '—';

/** `14,500.00`: two places at least; a dash where nothing stands. */
export function amountOf(written: string | undefined): string {
  if (written === undefined) return none;
  const places = written.split('.')[1]?.length ?? 0;
  return thousands(places === 0 ? `${written}.00` : places === 1 ? `${written}0` : written);
}

/** The source of the size, and of the rank where it has one of its own. */
export const sourceOf = ({ source, rank_source }: Row, { rankBy }: Words): string =>
  [source, rank_source && rankBy(rank_source)].filter(Boolean).join('；');

/** How far apart two shares are, to two places. */
const apart = (a: string, b: string): string => new Decimal(a).minus(b).abs().toFixed(2);

/** `2026 年国内：14,500.00 ÷ 100,000.00 × 100 = 14.50%，排名第 4，申请表所填 14.6%，相差 0.10 个百分点`. */
export function rowSaid(row: Row, { stated }: Market, words: Words): string {
  const { size, sales, share, rank } = row;
  const parts = [
    share === undefined ? words.open : words.worked(`${amountOf(sales)} ÷ ${amountOf(size)} × 100`, share),
    rank === undefined ? '' : words.ranked(rank),
    ...comparedSaid(row, stated, words),
  ];
  const said = parts.filter((part) => part !== '').join(words.between);
  return words.line(words.of(row.year || none, row.scope), said);
}

/** What the form states of the row, where it is of this one. */
export function comparedSaid(
  { scope, compared, share, rank }: Row,
  stated: Market['stated'],
  words: Words,
): readonly string[] {
  if (!compared) return [];
  return [
    stated.share === undefined || share === undefined ? '' : words.stated(stated.share, apart(stated.share, share)),
    scope !== '国内' || stated.rank === undefined || stated.rank === rank ? '' : words.statedRank(stated.rank),
  ].filter((part) => part !== '');
}

export const regionSaid = ({ year, area, place, sales, part }: Region, words: Words): string =>
  words.inRegion(year || none, area, place, amountOf(sales), part ?? '');

/** Plain facts in a row, in Chinese: what the product is, a sentence a year with its regions, the main product, what the form states. */
export function statementOf(enterprise: string, market: Market): readonly string[] {
  const { product, code, segment, main, stated, rows, regions } = market;
  const named = product && code ? `${product}（产品类别代码 ${code}）` : product;
  const years = rows.map((row) => {
    const { year, scope, size, sales, share, rank, source, rank_source } = row;
    const figures = `${year || none} 年${scope}细分市场规模 ${amountOf(size)} 万元（来源或推导：${source ?? '未填'}），本企业销售额 ${amountOf(sales)} 万元`;
    const result =
      share === undefined ? '，不能算出占有率' : `，占有率 ${amountOf(sales)} ÷ ${amountOf(size)} × 100 = ${share}%`;
    return `${figures}${result}${rank === undefined ? '' : `，排名第 ${rank}（依据：${rank_source ?? '未填'}）`}。`;
  });
  const told = [stated.share && `占有率 ${stated.share}%`, stated.rank && `国内排名第 ${stated.rank}`].filter(Boolean);
  return [
    '市场占有率说明（由本程序生成，待企业核对）',
    `${enterprise}的主导产品为${named ?? '（未填）'}，所属细分市场为${segment ?? '（未填）'}。`,
    ...years,
    ...(regions.length === 0 ? [] : [`本企业销售额分地区：${regions.map((one) => regionSaid(one, zh)).join('；')}。`]),
    ...(main === undefined ? [] : [`主导产品收入占营业收入比重 ${main}%。`]),
    ...(told.length === 0 ? [] : [`申请表所填：${told.join('，')}。`]),
  ];
}
