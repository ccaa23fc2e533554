// What the definition of a category can have wrong.
import { each, error } from './spec.ts';

/** Why a fact cannot have what `schemas/facts.yaml` says of it. */
export type Misfit = 'type' | 'itself' | 'figures' | 'dates' | 'years' | 'units';

/** What a definition can have too much of: `span` are the years of one run. */
export type TooMuch = 'members' | 'characters' | 'span' | 'years';

export const nearZh = (name: string | undefined): string => (name === undefined ? '核对名称。' : `是否指 ${name}？`);

export const nearEn = (name: string | undefined): string =>
  name === undefined ? 'Check the name.' : `Did you mean ${name}?`;

export const expression = { text: 'revenue.at(Y-1) / 2 > 3', part: 'Y / 2' };

export const namedCodes = {
  /** Its path below the folder of definitions. */
  'category-id-wrong': error<{ id: string }>({
    zh: ({ id }) => ({
      message: `类别编号 ${id} 只能用小写英文字母、数字和 -`,
      hint: '编号就是文件的路径：给文件夹和文件改名，例如 jiangsu/2021/product.yaml。',
    }),
    en: ({ id }) => ({
      message: `the category id ${id} may hold only lower-case letters, digits and -`,
      hint: 'The id is the path of the file: rename folders and file, for example jiangsu/2021/product.yaml.',
    }),
    samples: [{ id: 'Jiangsu/2021/product' }],
  }),

  'definition-too-much': error<{ what: TooMuch; limit: number }>({
    zh: ({ what, limit }) => ({
      message: {
        members: `这里超过 ${limit} 项`,
        characters: `这段文字或算式超过 ${limit} 个字符`,
        span: `这里的年度跨度超过 ${limit} 年`,
        years: `定义里的年度合计超过 ${limit} 个`,
      }[what],
      hint: '现有的定义每组至多一百来项，每段文字一百多字，年度不超过十年；核对是否写错。',
    }),
    en: ({ what, limit }) => ({
      message: {
        members: `there are more than ${limit} members here`,
        characters: `this text or expression has more than ${limit} characters`,
        span: `these years span more than ${limit}`,
        years: `the definition names more than ${limit} years in all`,
      }[what],
      hint: 'Definitions have at most about a hundred members in a group and characters in a text, and fewer than ten years: see whether this is a slip.',
    }),
    samples: each(['members', 'characters', 'span', 'years'], (what) => ({ what, limit: 1000 })),
  }),

  'extends-unknown': error<{ id: string; nearest?: string }>({
    zh: ({ id, nearest }) => ({ message: `extends 所指的 ${id} 不存在`, hint: nearZh(nearest) }),
    en: ({ id, nearest }) => ({
      message: `extends names ${id}, which does not exist`,
      hint: nearEn(nearest),
    }),
    samples: [{ id: 'a/2021/bass', nearest: 'a/2021/base' }, { id: 'x' }],
  }),

  'extends-deep': error<{ id: string }>({
    zh: ({ id }) => ({
      message: `extends 至多两级，${id} 是第三级`,
      hint: '改为直接扩展更上面的一份，缺的内容写在本文件里。',
    }),
    en: ({ id }) => ({
      message: `extends takes at most two steps; ${id} is the third`,
      hint: 'Extend one further up directly, and write here what is then missing.',
    }),
    samples: [{ id: 'a/2021/base' }],
  }),

  'season-ends-first': error<{ from: string; until: string }>({
    zh: ({ from, until }) => ({
      message: `适用日期的第一天 ${from} 在最后一天 ${until} 之后`,
      hint: 'from 写第一天，until 写最后一天；没有写的一头是 year 那一年的年初或年末。',
    }),
    en: ({ from, until }) => ({
      message: `the season begins on ${from}, after its end on ${until}`,
      hint: 'Write the first day as from and the last as until; an end left open is that of the calendar year of `year`.',
    }),
    samples: [{ from: '2026-05-25', until: '2026-04-25' }],
  }),

  'superseded-unknown': error<{ id: string; nearest?: string }>({
    zh: ({ id, nearest }) => ({
      message: `superseded.by 所指的 ${id} 不存在`,
      hint: nearZh(nearest),
    }),
    en: ({ id, nearest }) => ({
      message: `superseded.by names ${id}, which does not exist`,
      hint: nearEn(nearest),
    }),
    samples: [{ id: 'a/2022/gaint', nearest: 'a/2022/giant' }, { id: 'x' }],
  }),

  'fact-name-unknown': error<{ fact: string; nearest?: string }>({
    zh: ({ fact, nearest }) => ({ message: `没有名为 ${fact} 的数据项`, hint: nearZh(nearest) }),
    en: ({ fact, nearest }) => ({ message: `there is no fact ${fact}`, hint: nearEn(nearest) }),
    samples: [{ fact: 'revenu', nearest: 'revenue' }, { fact: 'x' }],
  }),

  /** `key: to` of a fact in the vocabulary. */
  'fact-plausible-misfit': error<{ fact: string; key: string; to?: string; why: Misfit }>({
    zh: ({ fact, key, to, why }) => ({
      message: `数据项 ${fact} 的 ${to === undefined ? key : `${key}: ${to}`} 不成立`,
      hint: {
        type: '该数据项的类型没有这样的范围：数字用数字，日期用日期；steady、in_year 只用于逐年的数字。',
        itself: '不能指向自己，也不能互为部分。',
        figures: '两项都应是数字。',
        dates: '应指向一项日期。',
        years: '两项应同为逐年的数字，或同为单个数字。',
        units: '两项的单位应相同。',
      }[why],
    }),
    en: ({ fact, key, to, why }) => ({
      message: `the fact ${fact} cannot have ${to === undefined ? key : `${key}: ${to}`}`,
      hint: {
        type: 'Its type has no such bounds: figures take figures, dates take days; steady and in_year are for figures of several years.',
        itself: 'A fact cannot name itself, nor can two be parts of each other.',
        figures: 'Both must be figures.',
        dates: 'It must name a date.',
        years: 'Both must be yearly, or neither.',
        units: 'Both must have the same unit.',
      }[why],
    }),
    samples: [
      { fact: 'founded', key: 'range', why: 'type' },
      ...each(['itself', 'figures', 'dates', 'years', 'units'], (why) => ({
        fact: 'rd_staff',
        key: 'part_of',
        to: 'employees',
        why,
      })),
    ],
  }),

  'list-unknown': error<{ list: string; nearest?: string }>({
    zh: ({ list, nearest }) => ({ message: `schemas/lists 中没有 ${list}`, hint: nearZh(nearest) }),
    en: ({ list, nearest }) => ({ message: `schemas/lists has no ${list}`, hint: nearEn(nearest) }),
    samples: [{ list: 'chain', nearest: 'chains' }, { list: 'x' }],
  }),

  'metric-unknown': error<{ metric: string; nearest?: string }>({
    zh: ({ metric, nearest }) => ({ message: `没有名为 ${metric} 的指标`, hint: nearZh(nearest) }),
    en: ({ metric, nearest }) => ({ message: `there is no metric ${metric}`, hint: nearEn(nearest) }),
    samples: [{ metric: 'dept_ratio', nearest: 'debt_ratio' }, { metric: 'x' }],
  }),

  'metric-cycle': error<{ metrics: readonly string[] }>({
    zh: ({ metrics }) => ({
      message: `指标互相引用，无法计算：${metrics.join(' → ')}`,
      hint: '改写其中一个公式，只用数据项。',
    }),
    en: ({ metrics }) => ({
      message: `metrics refer to each other and cannot be computed: ${metrics.join(' → ')}`,
      hint: 'Rewrite one of the formulas to use facts only.',
    }),
    samples: [{ metrics: ['a', 'b', 'a'] }],
  }),

  'readings-too-many': error<{ criterion: string; count: number; most: number }>({
    zh: ({ criterion, count, most }) => ({
      message: `条件“${criterion}”有 ${count} 种口径，最多 ${most} 种`,
      hint: '减少条件的口径，或减少它所用指标的口径。',
    }),
    en: ({ criterion, count, most }) => ({
      message: `the criterion “${criterion}” is read in ${count} ways; at most ${most} are allowed`,
      hint: 'Give the criterion fewer readings, or the metrics that it names.',
    }),
    samples: [{ criterion: '甲', count: 9, most: 8 }],
  }),

  'metric-named-as-fact': error<{ metric: string }>({
    zh: ({ metric }) => ({ message: `指标 ${metric} 与数据项同名`, hint: '给指标另起一个编号。' }),
    en: ({ metric }) => ({
      message: `the metric ${metric} has the name of a fact`,
      hint: 'Give the metric another id.',
    }),
    samples: [{ metric: 'revenue' }],
  }),

  'fact-printed-twice': error<{ fact: string; first: string; second: string }>({
    zh: ({ fact, first, second }) => ({
      message: `数据项 ${fact} 在申请表中出现两次：${first} 和 ${second}`,
      hint: '一个数据项只留一栏。',
    }),
    en: ({ fact, first, second }) => ({
      message: `the fact ${fact} stands twice in the form: ${first} and ${second}`,
      hint: 'Keep one field per fact.',
    }),
    samples: [{ fact: 'revenue', first: 'a.revenue', second: 'b.revenue' }],
  }),

  'slot-name-unknown': error<{ slot: string; nearest?: string }>({
    zh: ({ slot, nearest }) => ({ message: `没有名为 ${slot} 的附件栏目`, hint: nearZh(nearest) }),
    en: ({ slot, nearest }) => ({ message: `there is no slot ${slot}`, hint: nearEn(nearest) }),
    samples: [{ slot: 'tax', nearest: 'tax_certificate' }, { slot: 'x' }],
  }),

  'source-unknown': error<{ source: string; nearest?: string }>({
    zh: ({ source, nearest }) => ({
      message: `依据 ${source} 不在 sources 之列`,
      hint: nearZh(nearest),
    }),
    en: ({ source, nearest }) => ({
      message: `${source} is cited but not among the sources`,
      hint: nearEn(nearest),
    }),
    samples: [{ source: 'faqs', nearest: 'faq' }, { source: 'x' }],
  }),

  'code-taken': error<{ code: string }>({
    zh: ({ code }) => ({ message: `${code} 是程序自身的代码，不能作条件的编号`, hint: '另起一个编号。' }),
    en: ({ code }) => ({
      message: `${code} is a code of the program and cannot be the id of a criterion`,
      hint: 'Choose another id.',
    }),
    samples: [{ code: 'file-empty' }],
  }),

  'severity-above-standing': error<{ criterion: string; standing: string }>({
    zh: ({ criterion, standing }) => ({
      message: `条件 ${criterion} 的依据都只是 ${standing}，不能定为错误`,
      hint: '改为 severity: warning，或补上更可靠的依据。',
    }),
    en: ({ criterion, standing }) => ({
      message: `all clauses of the criterion ${criterion} are ${standing}: it cannot be an error`,
      hint: 'Write severity: warning, or cite a source that is better known.',
    }),
    samples: [{ criterion: 'growth', standing: 'secondary' }],
  }),
};
