// What the figures of a paper can have wrong beside those of the form.
import { namedEn, subjectZh, withUnit } from '../several.ts';
import { lookUpEn, lookUpZh } from '../shapes.ts';
import type { File } from './evidence.ts';
import { each, error, file, files, hint, type InFiles, note, renamed, slot, warning } from './spec.ts';

/** `stated` is the figure of the file, `given` that of the dossier, both without unit. */
type Compared = File & {
  readonly fact: string;
  readonly year?: number;
  readonly stated: string;
  readonly given: string;
  readonly unit?: string;
};

type FactAt = { readonly fact: string; readonly year?: number };

type Figures = { readonly stated: string; readonly given: string; readonly unit?: string };

const factOfZh = ({ fact, year }: FactAt): string => (year === undefined ? fact : `${year} 年${fact}`);

const bothZh = ({ stated, given, unit }: Figures): string =>
  `${withUnit(stated, unit)}，材料填的是 ${withUnit(given, unit)}`;

const misplacedZh = {
  'no-year': (fact: string) => [
    `${fact}是分年度的，没有写明年度`,
    `写明年度，例如  数字: {${fact}: {2020: …}} ，或在该文件注明“所属年度”。`,
  ],
  year: (fact: string) => [`${fact}是分年度的，所写的不是年度`, '年度写四位数字，例如 2020。'],
  plain: (fact: string) => [`${fact}不分年度`, '去掉年度，直接写数字。'],
  kind: (fact: string) => [`${fact}不是数字`, '从“数字”中删去；这里只核对数字。'],
} as const;

const factOfEn = ({ fact, year }: FactAt): string => (year === undefined ? fact : `${fact} of ${year}`);

const bothEn = ({ stated, given, unit }: Figures): string =>
  `${withUnit(stated, unit)}, the dossier ${withUnit(given, unit)}`;

const misplacedEn = {
  'no-year': (fact: string, figure: string) => [
    `${fact} has a figure for each year, but no year is named`,
    `Name the year:  figures: {${figure}: {2020: …}} , or say with covers which year the file covers.`,
  ],
  year: (fact: string) => [
    `${fact} has a figure for each year, but this is not a year`,
    'Write the year with four digits, such as 2020.',
  ],
  plain: (fact: string) => [`${fact} does not go by years`, 'Leave out the year and write the figure itself.'],
  kind: (fact: string) => [`${fact} is not a figure`, 'Remove it from figures; only figures are compared.'],
} as const;

const revenue = { file, fact: '主营业务收入', stated: '8330', given: '8303', unit: '万元' };

export const statedCodes = {
  'evidence-figure-differs': error<Compared>({
    zh: ({ file, ...about }) => ({
      message: `${factOfZh(about)}不一致：${file} 载明 ${bothZh(about)}`,
      hint: '打开文件核对，改正填错的一处；口径不同（如合并、单体）的，用同一口径。',
    }),
    en: ({ file, ...about }) => ({
      message: `${factOfEn(about)} differs: ${file} says ${bothEn(about)}`,
      hint: 'Look into the file and correct the wrong one; take both on the same basis (consolidated or single).',
    }),
    samples: [
      { ...revenue, year: 2020 },
      revenue,
      { file, fact: '占有率', stated: '11.2', given: '12.2', unit: '%' },
      { file, fact: '有效专利', stated: '3', given: '4' },
    ],
  }),

  /** Within the tolerance of rounding, and not the same. */
  'evidence-figure-near': note<Compared>({
    zh: ({ file, ...about }) => ({
      message: `${factOfZh(about)}略有出入：${file} 载明 ${bothZh(about)}，按四舍五入的误差不算不一致`,
      hint: '申请表宜照抄审计报告上的数，一位不差。',
    }),
    en: ({ file, ...about }) => ({
      message: `${factOfEn(about)} is not quite the same: ${file} says ${bothEn(about)}; within rounding, so not counted as a difference`,
      hint: 'The form should copy the figure of the audit report to the last digit.',
    }),
    samples: [{ ...revenue, year: 2020, stated: '12451', given: '12450' }, revenue],
  }),

  /** `larger` is the side that is ten thousand times the other. */
  'evidence-unit': error<Compared & { readonly larger: 'file' | 'dossier' }>({
    zh: ({ file, larger, ...about }) => ({
      message: `${factOfZh(about)}相差约一万倍：${file} 载明 ${bothZh(about)}，是否混用了元和万元`,
      hint:
        larger === 'file'
          ? '文件上的金额若以元为单位，除以 10000 后写入“数字”；并核对申请表。'
          : '申请表的金额若以元填写，除以 10000 改为万元；并核对“数字”的单位。',
    }),
    en: ({ file, larger, ...about }) => ({
      message: `${factOfEn(about)} differs about ten-thousandfold: ${file} says ${bothEn(about)}; is one in yuan, the other in 万元?`,
      hint:
        larger === 'file'
          ? 'If the file counts in yuan, divide by 10000 before writing it into figures; check the form too.'
          : 'If the form was filled in yuan, divide by 10000 to get 万元; check the unit in figures too.',
    }),
    samples: each(['file', 'dossier'], (larger) => ({ ...revenue, year: 2020, larger })),
  }),

  'evidence-fact-unknown': error<InFiles & { readonly fact: string; readonly nearest?: string }>({
    zh: ({ fact, nearest, ...about }) => ({
      message: `${subjectZh(about)}的“数字”中的“${fact}”不是已知的名称`,
      hint: nearest === undefined ? lookUpZh : `是否指“${nearest}”？`,
    }),
    en: ({ fact, nearest, ...about }) => ({
      message: `“${fact}” in the figures of ${namedEn(about)} is not a known fact`,
      hint: nearest === undefined ? lookUpEn : `Did you mean “${nearest}”?`,
    }),
    mend: ({ fact, nearest }, around) => renamed(fact, nearest, around),
    samples: [
      { file, fact: 'main_revenu', nearest: 'main_revenue' },
      { file, fact: 'x' },
      { file, files, fact: 'x' },
    ],
  }),

  'evidence-figure-unreadable': error<File & FactAt & { readonly written: string }>({
    zh: ({ file, written, ...about }) => ({
      message: `${file} 的“数字”中，${factOfZh(about)} 写作“${written}”，不是数字`,
      hint: '只写数字，不写单位、百分号和千分位逗号，例如 8330.00；金额以万元为单位。',
    }),
    en: ({ file, written, ...about }) => ({
      message: `${factOfEn(about)} in the figures of ${file} is written “${written}”, which is not a figure`,
      hint: 'Write the plain number, without unit, % or thousands separators, such as 8330.00; amounts are in 万元.',
    }),
    samples: [
      { file, fact: '主营业务收入', year: 2020, written: '八千' },
      { file, fact: '占有率', written: '一成' },
    ],
  }),

  /** The fact needs a year, has another key than one, has none, or is no figure at all. */
  'evidence-figure-misplaced': error<
    File & { readonly figure: string; readonly fact: string; readonly why: 'no-year' | 'year' | 'plain' | 'kind' }
  >({
    zh: ({ file, fact, why }) => {
      const [what, hint] = misplacedZh[why](fact);
      return { message: `${file} 的“数字”中，${what}`, hint: hint ?? '' };
    },
    en: ({ file, figure, fact, why }) => {
      const [what, hint] = misplacedEn[why](fact, figure);
      return { message: `${figure} in the figures of ${file}: ${what}`, hint: hint ?? '' };
    },
    samples: each(['no-year', 'year', 'plain', 'kind'], (why) => ({
      file,
      figure: 'main_revenue',
      fact: '主营业务收入',
      why,
    })),
  }),

  /** Consolidated figures only, of `years` where the files say which. */
  'evidence-basis-missing': warning<
    File & { readonly slot: string; readonly years: readonly string[]; readonly hint?: string }
  >({
    zh: ({ file, slot, years, hint }) => ({
      message: `${slot}${years.length === 0 ? '' : ` ${years.join('、')} 年`}只有合并报表（${file}），没有单体报表`,
      hint: hint ?? '补上单体报表的审计报告，并写明“口径: 单体”。',
    }),
    en: ({ file, slot, years, hint }) => ({
      message: `${slot}${years.length === 0 ? '' : ` of ${years.join(', ')}`} has consolidated statements only (${file}), no single ones`,
      hint: hint ?? 'Add the audit report on the single statements and write basis: 单体.',
    }),
    samples: [
      { file, slot, years: ['2024', '2025'] },
      { file, slot, years: [], hint },
    ],
  }),

  /** `field` is a key of the dossier's own, with its year where there are several. */
  'free-figure-differs': warning<{
    readonly field: string;
    readonly stated: string;
    readonly given: string;
    readonly unit: string;
  }>({
    zh: ({ field, ...both }) => ({
      message: `${field} 写的是 ${withUnit(both.stated, both.unit)}，条件所用的同一项数据是 ${withUnit(both.given, both.unit)}`,
      hint: '申请表印的是这一处，条件按另一处判断：与审计报告核对，写成一致。',
    }),
    en: ({ field, ...both }) => ({
      message: `${field} is ${withUnit(both.stated, both.unit)}; the same figure, by which the conditions go, is ${withUnit(both.given, both.unit)}`,
      hint: 'The form prints this one, the conditions go by the other: compare with the audit report and write the same.',
    }),
    samples: [{ field: '主营业务收入(万元) 2018', stated: '58900', given: '5890', unit: '万元' }],
  }),
};
