// What cannot be, or is hard to believe, of a figure beside another, of a number beside its row, and of an answer beside a paper.
import {
  type Also,
  alsoEn,
  alsoZh,
  type Figure,
  meantEn,
  meantZh,
  rank,
  revenue,
  value,
  withinEn,
  withinZh,
} from './plausible.ts';
import { error, warning } from './spec.ts';

const auditedZh = '请与审计报告核对。';

const auditedEn = 'Compare with the audit report.';

const kindsZh = {
  patent: '专利号',
  layout_design: '集成电路布图设计登记号',
  software_copyright: '软件著作权登记号',
  hi_tech: '高新技术企业证书编号',
} as const;

const kindsEn: Readonly<Record<keyof typeof kindsZh, string>> = {
  patent: 'the number of a patent',
  layout_design: 'the number of a layout design',
  software_copyright: 'the number of a software copyright',
  hi_tech: 'the number of a high-tech enterprise certificate (高新技术企业)',
};

/** `until` the last day of what row `row` of `table` lists; or `file` that is attached. */
type Paper = { table: string; row: number; name: string; until: string } | { file: string };

export const comparedCodes = {
  /** `of` what the shape of the number says, `said` what the row says that it is, where it says so. */
  'number-of-another': warning<{ field: string; written: string; of: keyof typeof kindsZh; said?: string }>({
    zh: ({ field, written, of, said }) => ({
      message: `${field}“${written}”是${kindsZh[of]}${said === undefined ? '，不是这张表所列的' : `，不是“${said}”的号码`}`,
      hint: '与证书核对：号码填错的改正号码，类别填错的改正类别。',
    }),
    en: ({ field, written, of, said }) => ({
      message: `${field}: “${written}” is ${kindsEn[of]}, ${said === undefined ? 'not of what this table lists' : `not of “${said}”`}`,
      hint: 'Compare with the certificate, and correct the number or what the row is said to be.',
    }),
    samples: [
      { field: '授权号或登记号', written: 'GR202032000018', of: 'hi_tech', said: '国家新药' },
      { field: '授权号或登记号', written: 'BS.235000001', of: 'layout_design', said: '植物新品种' },
      { field: '授权号或登记号', written: '2021SR0000001', of: 'software_copyright', said: '国家新药' },
      { field: '证书编号', written: 'ZL201810000016.0', of: 'patent', said: '质量管理体系认证' },
      { field: '授权号或登记号', written: 'GR202032000018', of: 'hi_tech' },
    ],
  }),

  'answer-against-paper': warning<{ field: string; answer: '是' | '否' } & Paper>({
    zh: ({ field, answer, ...paper }) => ({
      message: `${field}填的是“${answer}”，而${'file' in paper ? `附件里有 ${paper.file}` : `${paper.table} 第 ${paper.row} 行“${paper.name}”的有效期${answer === '是' ? '只' : ''}到 ${paper.until}`}`,
      hint:
        answer === '是'
          ? '已换证的，补上新证书；没有有效证书的，改填“否”。'
          : '证书有效的，改填“是”；已失效的，写明它的有效期，或不放这份材料。',
    }),
    en: ({ field, answer, ...paper }) => ({
      message: `${field} is answered “${answer}”, but ${'file' in paper ? `${paper.file} is attached` : `“${paper.name}” in row ${paper.row} of ${paper.table} is valid ${answer === '是' ? 'only ' : ''}until ${paper.until}`}`,
      hint:
        answer === '是'
          ? 'Add the new certificate if there is one; without a valid one, answer 否.'
          : 'Answer 是 if the certificate is valid; if it no longer is, state until when it was, or leave it out.',
    }),
    samples: [
      { field: '是否高新技术企业', answer: '否', table: '所持称号', row: 1, name: '高新技术企业', until: '2026-12-12' },
      { field: '是否高新技术企业', answer: '是', table: '所持称号', row: 1, name: '高新技术企业', until: '2023-12-12' },
      { field: '是否高新技术企业', answer: '否', file: '附件/高新技术企业证书.pdf' },
    ],
  }),

  /** A file of one page, the paper of two rows. */
  'row-file-twice': warning<{ table: string; row: number; first: number; file: string }>({
    zh: ({ table, row, first, file }) => ({
      message: `${table} 第 ${row} 行与第 ${first} 行放的是同一个文件 ${file}，而它只有一页`,
      hint: '看是否放错了文件，或是同一项写了两行；两份证书确在同一页的，可加豁免并写明理由。',
    }),
    en: ({ table, row, first, file }) => ({
      message: `rows ${first} and ${row} of ${table} have the same file, ${file}, which is one page`,
      hint: 'See whether the wrong file was put there, or one thing takes two rows; if the page does show both, waive this with a reason.',
    }),
    samples: [{ table: 'Ⅰ类知识产权', row: 2, first: 1, file: '附件/证书.pdf' }],
  }),

  /** A part is never more than its whole. */
  'part-above-whole': error<Figure & Also & { whole: string; wholeFigure: string; percent?: string }>({
    zh: ({ whole, wholeFigure, percent, ...args }) => ({
      message: `${args.field} ${value(args)}，大于 ${whole} ${value({ ...args, figure: wholeFigure })}${percent === undefined ? '' : `（占 ${percent}%）`}；部分不会大于全部${alsoZh(args)}`,
      hint: meantZh(args, auditedZh),
    }),
    en: ({ whole, wholeFigure, percent, ...args }) => ({
      message: `${args.field} is ${value(args)}, more than ${whole}, ${value({ ...args, figure: wholeFigure })}${percent === undefined ? '' : ` (${percent}%)`}: a part is never more than its whole${alsoEn(args)}`,
      hint: meantEn(args, auditedEn),
    }),
    samples: [
      {
        field: '主营业务收入(万元)',
        figure: '177400',
        unit: '万元',
        whole: '营业收入(万元) 2025年',
        wholeFigure: '18250',
        percent: '972',
        digitLess: '17740',
      },
      { field: '研发人员(人)', figure: '41', unit: '人', whole: '职工人数(人)', wholeFigure: '0' },
    ],
  }),

  /** Debts may exceed assets, a profit from elsewhere the revenue: rare, so look again. */
  'figure-above': warning<Figure & Also & { other: string; otherFigure: string }>({
    zh: ({ other, otherFigure, ...args }) => ({
      message: `${args.field} ${value(args)}，大于 ${other} ${value({ ...args, figure: otherFigure })}，少见${alsoZh(args)}`,
      hint: meantZh(args, '请与审计报告核对；确实如此的，如实填写。'),
    }),
    en: ({ other, otherFigure, ...args }) => ({
      message: `${args.field} is ${value(args)}, more than ${other}, ${value({ ...args, figure: otherFigure })}, which is rare${alsoEn(args)}`,
      hint: meantEn(args, 'Compare with the audit report; if it is really so, leave it.'),
    }),
    samples: [
      {
        field: '研发费用(万元) 2024年',
        figure: '10500000',
        unit: '万元',
        other: '营业收入(万元) 2024年',
        otherFigure: '16180',
        fromYuan: '1050',
        likewise: ['研发费用(万元) 2025年'],
      },
      { field: '负债总额(万元)', figure: '9900', unit: '万元', other: '资产总额(万元)', otherFigure: '9800' },
    ],
  }),

  /** `ratio` is missing where the other figure is zero; `perHead` when that one counts people. */
  'figure-ratio': warning<
    Figure &
      Also & {
        other: string;
        otherFigure: string;
        otherUnit: string;
        ratio?: string;
        least?: string;
        most?: string;
        perHead: boolean;
      }
  >({
    zh: ({ other, otherFigure, otherUnit, ratio, least, most, perHead, ...args }) => {
      const both = `${args.field} ${value(args)}，${other} ${value({ figure: otherFigure, unit: otherUnit })}`;
      const usual = perHead ? withinZh(least, most, args.unit) : withinZh(least, most, '倍');
      const found = ratio === undefined ? '' : perHead ? `，人均 ${ratio} ${args.unit}` : `，为其 ${ratio} 倍`;
      return {
        message: `${both}${found}；通常${perHead && ratio === undefined ? '人均' : ''}${usual}${alsoZh(args)}`,
        hint: meantZh(args, '请核对两项数字和单位。'),
      };
    },
    en: ({ other, otherFigure, otherUnit, ratio, least, most, perHead, ...args }) => {
      const both = `${args.field} is ${value(args)}, ${other} ${value({ figure: otherFigure, unit: otherUnit })}`;
      const usual = perHead ? `${withinEn(least, most, args.unit)} per head` : withinEn(least, most, 'times as much');
      const found =
        ratio === undefined ? '' : perHead ? `, ${ratio} ${args.unit} per head` : `, ${ratio} times as much`;
      return {
        message: `${both}${found}; usually it is ${usual}${alsoEn(args)}`,
        hint: meantEn(args, 'Check both figures and their units.'),
      };
    },
    samples: [
      {
        ...revenue,
        other: '职工人数(人)',
        otherFigure: '136',
        otherUnit: '人',
        ratio: '632352.9412',
        least: '0.1',
        most: '5000',
        perHead: true,
        fromYuan: '8600',
      },
      {
        ...revenue,
        other: '职工人数(人)',
        otherFigure: '0',
        otherUnit: '人',
        least: '0.1',
        most: '5000',
        perHead: true,
      },
      {
        field: '注册资本(万元)',
        figure: '30000000',
        unit: '万元',
        other: '资产总额(万元)',
        otherFigure: '9800',
        otherUnit: '万元',
        ratio: '3061.2245',
        most: '100',
        perHead: false,
        against: ['利润总额(万元) 2020年', '甲', '乙', '丙', '丁'],
      },
    ],
  }),

  /**
   * Hundreds of times the figure of another year is a slip of the unit more often than a success; without `times` it is
   * nothing after a year of something.
   */
  'figure-jump': warning<Figure & Also & { other: string; otherFigure: string; times?: string }>({
    zh: ({ other, otherFigure, times, ...args }) => ({
      message:
        times === undefined
          ? `${args.field} ${value(args)}，而 ${other} ${value({ ...args, figure: otherFigure })}${alsoZh(args)}`
          : `${args.field} ${value(args)}，是 ${other} ${value({ ...args, figure: otherFigure })}的 ${times} 倍${alsoZh(args)}`,
      hint: meantZh(args, '请核对两年的数字和单位。'),
    }),
    en: ({ other, otherFigure, times, ...args }) => ({
      message:
        times === undefined
          ? `${args.field} is ${value(args)}, after ${other}, ${value({ ...args, figure: otherFigure })}${alsoEn(args)}`
          : `${args.field} is ${value(args)}, ${times} times ${other}, ${value({ ...args, figure: otherFigure })}${alsoEn(args)}`,
      hint: meantEn(args, 'Check the figures of both years and their units.'),
    }),
    samples: [
      { ...revenue, other: '营业收入(万元) 2019年', otherFigure: '7350', times: '11701', fromYuan: '8600' },
      { ...revenue, figure: '0', other: '营业收入(万元) 2019年', otherFigure: '7350' },
    ],
  }),

  /** Figures of many digits do not meet by chance: one was typed into the place of the other. */
  'figure-same': warning<Figure & Also & { other: string }>({
    zh: ({ other, ...args }) => ({
      message: `${args.field} ${value(args)}，与 ${other} 完全相同${alsoZh(args)}`,
      hint: meantZh(args, '是否填错了位置？请与审计报告核对两处；确实如此的，如实填写。'),
    }),
    en: ({ other, ...args }) => ({
      message: `${args.field} is ${value(args)}, exactly the same figure as ${other}${alsoEn(args)}`,
      hint: meantEn(
        args,
        'Was it typed into the wrong place? Compare both with the audit report; if it is really so, leave it.',
      ),
    }),
    samples: [
      { field: '全职员工数量(人) 2025年', figure: '18250', unit: '人', other: '营业收入(万元) 2025年' },
      { field: '研发费用(万元) 2025年', figure: '1190.5', unit: '万元', other: '研发费用(万元) 2024年' },
    ],
  }),

  /** Consolidated statements may show the owners' share only, so it warns. */
  'figure-difference': warning<
    Figure & Also & { first: string; firstFigure: string; second: string; secondFigure: string; difference: string }
  >({
    zh: ({ first, firstFigure, second, secondFigure, difference, ...args }) => ({
      message: `${args.field} ${value(args)}，而 ${first} ${firstFigure} 减 ${second} ${secondFigure} 为 ${value({ ...args, figure: difference })}${alsoZh(args)}`,
      hint: meantZh(args, '请与审计报告核对三项；取自合并报表、口径不同的，如实填写。'),
    }),
    en: ({ first, firstFigure, second, secondFigure, difference, ...args }) => ({
      message: `${args.field} is ${value(args)}, but ${first} ${firstFigure} less ${second} ${secondFigure} is ${value({ ...args, figure: difference })}${alsoEn(args)}`,
      hint: meantEn(
        args,
        'Compare all three with the audit report; if they come from statements of another scope, leave them.',
      ),
    }),
    samples: [
      {
        field: '期末净资产(万元) 2024年',
        figure: '11640',
        unit: '万元',
        first: '资产总额(万元) 2024年',
        firstFigure: '17800',
        second: '负债总额(万元) 2024年',
        secondFigure: '6340',
        difference: '11460',
      },
    ],
  }),

  /** Whoever stands at rank n has n − 1 before him with no less than his share, and all together have at most 100 %. */
  'rank-beyond-share': error<Figure & Also & { share: string; shareFigure: string; most: string }>({
    zh: ({ share, shareFigure, most, ...args }) => ({
      message: `${args.field} 第 ${args.figure} 位，而 ${share} ${shareFigure}%：排在前面的都不低于此数，至多排第 ${most} 位${alsoZh(args)}`,
      hint: '请核对占有率和排名是否为同一市场、同一口径。',
    }),
    en: ({ share, shareFigure, most, ...args }) => ({
      message: `${args.field} is ${args.figure}, but with ${share} ${shareFigure}%, and no less for all who rank before it, it cannot be lower than ${most}${alsoEn(args)}`,
      hint: 'Check whether share and rank are of the same market and measured the same way.',
    }),
    samples: [{ ...rank, figure: '11', share: '市场占有率', shareFigure: '11.2', most: '8' }],
  }),
};
