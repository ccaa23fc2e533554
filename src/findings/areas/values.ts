// What a text, a figure, a date or a choice of a form can have wrong.
import { nearEn, nearZh, some } from '../several.ts';
import type { Of } from './form.ts';
import { absent, error, hard, instead, note, warning } from './spec.ts';

/** Words by which a figure is no exact one. */
const rough = ['约', '大概', '左右', '上下', '余', '多', '近', '超过', '以上', '不到'];
/** Nothing, where a figure is asked for. */
const noneWords = ['无', '没有', '没'];
const isRough = (written: string): boolean => rough.some((word) => written.includes(word));

/** A figure as it may stand there: money with its cents, what is counted as a whole number. */
const figureLike = (unit: string): string => (unit.endsWith('元') ? '9800.00' : unit === '%' ? '12.50' : '12');

/** More are looked up on the form. */
const mostOptions = 20;

export const valueCodes = {
  'text-too-long': hard<Of & { count: number; max: number }>({
    zh: ({ field, count, max }) => ({
      message: `${field} 共 ${count} 字，超过 ${max} 字`,
      hint: `删去 ${count - max} 字以上。标点计入，换行不计。`,
    }),
    en: ({ field, count, max }) => ({
      message: `${field} has ${count} characters, more than ${max}`,
      hint: `Cut at least ${count - max}. Punctuation counts, line breaks do not.`,
    }),
    samples: [{ field: '企业简介', count: 3001, max: 3000 }],
  }),

  'text-length-doubtful': warning<Of & { count: number; max: number }>({
    zh: ({ field, count, max }) => ({
      message: `${field} 共 ${count} 字，超过同类表格的 ${max} 字`,
      hint: '本表未印字数上限；宜压缩到该字数以内。标点计入，换行不计。',
    }),
    en: ({ field, count, max }) => ({
      message: `${field} has ${count} characters; forms of this kind allow ${max}`,
      hint: 'This form prints no limit; better stay below it. Punctuation counts, line breaks do not.',
    }),
    samples: [{ field: '企业简介', count: 3001, max: 3000 }],
  }),

  'value-placeholder': absent(
    error<Of & { written: string; fields?: readonly string[] }>({
      zh: ({ field, written, fields = [field] }) => ({
        message: `${fields.join('、')} 写的是“${written}”，等于没有填`,
        hint: '写出实际内容；没有的，选填的留空。',
      }),
      en: ({ field, written, fields = [field] }) => ({
        message: `${fields.join(', ')}: “${written}” is not an answer`,
        hint: 'Write the actual content; if there is none and the field is optional, leave it empty.',
      }),
      samples: [
        { field: '注册通讯地址', written: '待补充' },
        { field: '注册通讯地址', written: '待补充', fields: ['注册通讯地址', '主导产品名称'] },
      ],
    }),
  ),

  /** In a section that keeps everything as text. */
  'field-elsewhere': warning<Of & { section: string; elsewhere: string }>({
    zh: ({ field, section, elsewhere }) => ({
      message: `${field} 写在 ${section} 里，只照文字保留，不参与判断`,
      hint: `它是 ${elsewhere} 的一栏，移到那里。`,
    }),
    en: ({ field, section, elsewhere }) => ({
      message: `${field} stands in ${section}, which keeps it as text only: it decides nothing there`,
      hint: `It is a field of ${elsewhere}: move it there.`,
    }),
    samples: [{ field: '营业收入(万元)', section: '评价指标', elsewhere: '经营数据' }],
  }),

  'figure-unreadable': error<Of & { written: string; unit: string }>({
    zh: ({ field, written, unit }) => ({
      message: `${field} 应填数字，现为“${written}”`,
      hint: noneWords.includes(written)
        ? '没有的写 0；还不知道的空着'
        : `${unit === '' ? '' : `按 ${unit} 填写，`}${isRough(written) ? '只写确切的数字，不写“约”“左右”' : `只写数字，例如 ${figureLike(unit)}`}`,
    }),
    en: ({ field, written, unit }) => ({
      message: `${field} takes a figure; this is “${written}”`,
      hint: noneWords.includes(written)
        ? 'Write 0 where there is none; leave open what is not known yet'
        : `Write the ${isRough(written) ? 'exact number' : 'number'} alone${unit === '' ? '' : `, in ${unit}`}${isRough(written) ? '' : `, such as ${figureLike(unit)}`}`,
    }),
    samples: [
      { field: '资产总额', written: '约一亿', unit: '万元' },
      { field: '排名', written: '前列', unit: '' },
      { field: '全职员工数量', written: '一百', unit: '人' },
      { field: '新增股权融资', written: '无', unit: '万元' },
    ],
  }),

  'figure-with-sign': error<Of & { written: string; sign: string; plain: string; unit: string }>({
    zh: ({ field, written, sign, plain, unit }) => ({
      message:
        unit === ''
          ? `${field} 只填数字，不带“${sign}”，现为“${written}”`
          : `${field} 的单位是 ${unit}，现为“${written}”，单位不同，无法换算`,
      hint: unit === '' ? `改为 ${plain}` : `按 ${unit} 填写，只写数字。`,
    }),
    en: ({ field, written, sign, plain, unit }) => ({
      message:
        unit === ''
          ? `${field} takes a number without “${sign}”; this is “${written}”`
          : `${field} is in ${unit}; “${written}” is in another unit and cannot be converted`,
      hint: unit === '' ? `Write ${plain}` : `Write the number alone, in ${unit}.`,
    }),
    mend: ({ sign, plain, unit }) =>
      unit !== '' || /[千百万亿%‰]/u.test(sign) ? undefined : { is: 'doubtful', value: plain, bare: true },
    samples: [
      { field: '职工人数', written: '15台', sign: '台', plain: '15', unit: '人' },
      { field: '排名', written: '3名', sign: '名', plain: '3', unit: '' },
    ],
  }),

  'figure-separated': error<Of & { written: string; plain: string }>({
    zh: ({ field, written, plain }) => ({
      message: `${field} 的“${written}”不是每三位一组，可能多写或漏写了数字`,
      hint: `与原件核对各位数字；无误的，改为 ${plain}`,
    }),
    en: ({ field, written, plain }) => ({
      message: `${field}: “${written}” is not in groups of three; a digit may be missing or one too many`,
      hint: `Compare every digit with the original; if it is right, write ${plain}`,
    }),
    mend: ({ plain }) => ({ is: 'doubtful', value: plain, bare: true }),
    samples: [{ field: '资产总额', written: '12,34,567', plain: '1234567' }],
  }),

  'figure-decimals': error<Of & { written: string; most: number }>({
    zh: ({ field, written, most }) => ({
      message: `${field} 最多 ${most} 位小数，现为 ${written}`,
      hint: `四舍五入到 ${most} 位以内。`,
    }),
    en: ({ field, written, most }) => ({
      message: `${field} takes at most ${some(most, 'decimal')}; this is ${written}`,
      hint: `Round to at most ${some(most, 'decimal')}.`,
    }),
    samples: [{ field: '资产总额', written: '1.23456', most: 4 }],
  }),

  'figure-whole': error<Of & { written: string }>({
    zh: ({ field, written }) => ({
      message: `${field} 应为整数，现为 ${written}`,
      hint: '按人数或件数填写整数。',
    }),
    en: ({ field, written }) => ({
      message: `${field} takes a whole number; this is ${written}`,
      hint: 'Write the number of persons or pieces as a whole number.',
    }),
    samples: [{ field: '职工人数', written: '15.5' }],
  }),

  'figure-negative': error<Of & { written: string }>({
    zh: ({ field, written }) => ({
      message: `${field} 不能为负数，现为 ${written}`,
      hint: '与审计报告核对后改正。',
    }),
    en: ({ field, written }) => ({
      message: `${field} cannot be negative; this is ${written}`,
      hint: 'Compare with the audit report and correct it.',
    }),
    samples: [{ field: '资产总额', written: '-3' }],
  }),

  'figure-differs': error<Of & { stated: string; computed: string; formula: string; slightly: boolean }>({
    zh: ({ field, stated, computed, formula, slightly }) => ({
      message: `${field} 填报 ${stated}，按公式计算为 ${computed}`,
      hint: `${formula}。${slightly ? '相差 0.01 以内，多为舍入所致；' : ''}本栏由平台计算，可删去填报数，或改为 ${computed}。`,
    }),
    en: ({ field, stated, computed, formula, slightly }) => ({
      message: `${field} is stated as ${stated}; the formula gives ${computed}`,
      hint: `${formula}. ${slightly ? 'A difference of at most 0.01 mostly comes from rounding. ' : ''}The portal computes this cell: delete the stated figure or write ${computed}.`,
    }),
    mend: ({ computed }) => ({ is: 'doubtful', value: computed, bare: true }),
    samples: [
      { field: '资产负债比(%)', stated: '38.09', computed: '38.08', formula: 'a ÷ b = 1 ÷ 2', slightly: true },
      { field: '资产负债比(%)', stated: '40', computed: '38.08', formula: 'a ÷ b = 1 ÷ 2', slightly: false },
    ],
  }),

  /** Growth from nothing, or a share of nothing: the portal cannot have shown the figure. */
  'figure-not-computable': warning<Of & { stated: string; formula: string }>({
    zh: ({ field, stated, formula }) => ({
      message: `${field} 填报 ${stated}，按公式不能计算`,
      hint: `${formula}。基数为零或负数时没有结果：核对所用的数字；数字无误的，删去填报数。`,
    }),
    en: ({ field, stated, formula }) => ({
      message: `${field} is stated as ${stated}, but the formula has no result`,
      hint: `${formula}. From a base of zero or below there is no result: check the figures it goes by; if they are right, delete the stated one.`,
    }),
    samples: [{ field: '利润总额平均增长率(%)', stated: '25.17', formula: 'a ÷ b = 1 ÷ 0' }],
  }),

  /** It agrees with another reading of the clause than the `preferred` one, which gives `computed`. */
  'figure-by-reading': note<Of & { stated: string; reading: string; preferred?: string; computed?: string }>({
    zh: ({ field, stated, reading, preferred, computed }) => ({
      message: `${field} 填报 ${stated}，与口径“${reading}”的计算结果一致${computed === undefined ? '' : `（按“${preferred}”为 ${computed}）`}`,
    }),
    en: ({ field, stated, reading, preferred, computed }) => ({
      message: `${field} is stated as ${stated}, which is the figure by the reading “${reading}”${computed === undefined ? '' : ` (by “${preferred}” it is ${computed})`}`,
    }),
    samples: [
      { field: '平均增长率%', stated: '25.15', reading: '复合增长率', preferred: '平均值', computed: '25.17' },
      { field: '平均增长率%', stated: '25.15', reading: '复合增长率' },
    ],
  }),

  'year-unknown': error<Of & { written: string; years: readonly string[] }>({
    zh: ({ field, written, years }) => ({
      message: `${field} 没有“${written}”这一年`,
      hint: years.length === 0 ? '年度写四位数字，例如 2020。' : `本栏的年度为 ${years.join('、')}。`,
    }),
    en: ({ field, written, years }) => ({
      message: `${field} has no year “${written}”`,
      hint:
        years.length === 0 ? 'Write the year with four digits, such as 2020.' : `Its years are ${years.join(', ')}.`,
    }),
    samples: [
      { field: '营业收入', written: '20166', years: ['2017', '2018'] },
      { field: '营业收入', written: '去年', years: [] },
    ],
  }),

  /** Years that the form does not print: read by nobody. */
  'years-beyond': note<Of & { beyond: readonly string[]; years: readonly string[] }>({
    zh: ({ field, beyond, years }) => ({
      message: `${field} 多填了 ${beyond.join('、')} 年，本栏的年度为 ${years.join('、')}，多填的不参与计算和核对`,
    }),
    en: ({ field, beyond, years }) => ({
      message: `${field} also has ${beyond.join(', ')}; its years are ${years.join(', ')}, and the others are neither used nor compared`,
    }),
    samples: [{ field: '营业收入', beyond: ['2015', '2016'], years: ['2017', '2018'] }],
  }),

  /** Earlier years of a row that may stay open, without the one that conditions go by. */
  'year-last-open': warning<Of & { year: string; given: readonly string[] }>({
    zh: ({ field, year, given }) => ({
      message: `${field} 填了 ${given.join('、')} 年，没有填 ${year} 年`,
      hint: '请核对年度是否错了一年；没有错的，补填这一年。',
    }),
    en: ({ field, year, given }) => ({
      message: `${field} has ${given.join(', ')} and not ${year}`,
      hint: 'Check whether the years are off by one; if not, add this year.',
    }),
    samples: [{ field: '资产总额(万元)', year: '2021', given: ['2019', '2020'] }],
  }),

  // `or`: the word that may stand for a day.
  'date-unreadable': error<Of & { written: string; or?: string }>({
    zh: ({ field, written, or }) => ({
      message: `${field} 不是日期：“${written}”`,
      hint: `日期写成 2020-09-04 的形式，年月日都要有，而且日历上有这一天${or === undefined ? '' : `；没有期限的写 ${or}`}。`,
    }),
    en: ({ field, written, or }) => ({
      message: `${field} is not a date: “${written}”`,
      hint: `Write dates as 2020-09-04: year, month and day, and a day that the calendar has${or === undefined ? '' : `; write ${or} where it never ends`}.`,
    }),
    samples: [
      { field: '成立时间', written: '不详' },
      { field: '有效期', written: '三年', or: '长期' },
    ],
  }),

  'choice-unknown': error<Of & { written: string; nearest?: string; options: readonly string[] }>({
    zh: ({ field, written, nearest, options }) => ({
      message: `${field} 没有“${written}”这一选项`,
      hint: `${nearZh(nearest)}${options.length > mostOptions ? '选项见申请表。' : `可选：${options.join('、')}`}`,
    }),
    en: ({ field, written, nearest, options }) => ({
      message: `${field} has no option “${written}”`,
      hint: `${nearEn(nearest)} ${options.length > mostOptions ? 'The form prints the options.' : `Options: ${options.join(', ')}`}`.trim(),
    }),
    mend: ({ written, nearest }, around) => instead(written, nearest, around),
    samples: [
      { field: '认定级别', written: '省', nearest: '省级', options: ['省级', '市县'] },
      { field: '认定级别', written: 'x', options: ['省级', '市县'] },
    ],
  }),

  'choice-twice': warning<Of & { written: string }>({
    zh: ({ field, written }) => ({ message: `${field} 重复选了“${written}”`, hint: '删去重复的一个。' }),
    en: ({ field, written }) => ({ message: `${field} has “${written}” twice`, hint: 'Delete one of them.' }),
    samples: [{ field: '所属重点产业链', written: '传感器' }],
  }),

  'choice-outside-group': hard<Of & { written: string; group: string; options: readonly string[] }>({
    zh: ({ field, written, group, options }) => ({
      message: `${field}“${written}”不属于所选的 ${group}`,
      hint: `${group} 之下可选：${options.join('、')}。改选产业链，或改选产业集群。`,
    }),
    en: ({ field, written, group, options }) => ({
      message: `${field}: “${written}” does not belong to ${group}`,
      hint: `Under ${group} the portal offers ${options.join(', ')}. Choose one of these or another cluster.`,
    }),
    samples: [{ field: '所属重点产业链', written: '传感器', group: '核心软件', options: ['工业软件'] }],
  }),
};
