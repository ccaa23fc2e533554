// What the parts of a dossier, or of a definition, can have wrong with their shape.
import { unspaced } from '../../characters/folds.ts';
import { andMoreEn, nearOneEn, nearOneZh, ofManyZh, pluralEn, quotedEn, quotedZh } from '../several.ts';
import { type Expected, shapeHintsEn, shapeHintsZh } from '../shapes.ts';
import { absent, each, error, hard, hint, type OfKeys, renamed, slot, warning } from './spec.ts';

const expectedWordsZh: Record<Expected, string> = {
  text: '文字',
  'whole number': '整数',
  number: '数字',
  list: '列表',
  map: '“名称: 值”的各行',
  'yes or no': '是或否',
  date: '日期，例如 2021-08-31',
  id: '小写英文编号，例如 tax_certificate',
  year: '年度，例如 2020（定义文件中为 Y-1）',
  path: '文件路径',
  bounds: '范围，例如 0..100、1..、..as_of',
  option: '规定的选项之一',
  rule: '一条规则，且只有一条，例如 {assert: …}',
  value: '规定格式的内容',
};

const hintOfZh = (expected: Expected): string => (expected === 'option' ? '' : shapeHintsZh[expected]);

const expectedWordsEn: Record<Expected, string> = {
  text: 'a text',
  'whole number': 'a whole number',
  number: 'a number',
  list: 'a list',
  map: 'lines of “name: value”',
  'yes or no': '是 or 否',
  date: 'a date, such as 2021-08-31',
  id: 'an id in small letters, such as tax_certificate',
  year: 'a year, such as 2020 (in a definition Y-1)',
  path: 'the path of a file',
  bounds: 'bounds, such as 0..100, 1.. or ..as_of',
  option: 'one of the options',
  rule: 'one rule and only one, such as {assert: …}',
  value: 'written as the format says',
};

const hintOfEn = (expected: Expected): string => (expected === 'option' ? '' : shapeHintsEn[expected]);

/** Items of lists as people count them: `waivers[0]` is 第 1 项. */
const placeZh = (within: string): string =>
  within.replace(
    /\[(\d+)\]/g,
    (_, at, from: number) => `${within.charCodeAt(from - 1) < 0x80 ? ' ' : ''}第 ${Number(at) + 1} 项`,
  );
const placeEn = (within: string): string => within.replace(/\[(\d+)\]/g, (_, at) => ` (item ${Number(at) + 1})`);

export const partCodes = {
  'key-unknown': error<OfKeys & { within: string; nearest?: string }>({
    zh: ({ key, keys, within, nearest }) => ({
      message: `${within === '' ? '' : `${placeZh(within)}中`}没有${quotedZh(key, keys)}${keys === undefined ? '这一项' : '这几项'}`,
      hint: nearOneZh(keys, nearest) || '删去，或改用已知的名称。',
    }),
    en: ({ key, keys, within, nearest }) => ({
      message: `${within === '' ? 'the file' : placeEn(within)} has no key${pluralEn(keys)} ${quotedEn(key, keys)}`,
      hint: nearOneEn(keys, nearest) || 'Delete the line, or use a known name.',
    }),
    mend: ({ key, nearest }, around) => renamed(key, nearest, around),
    samples: [
      { key: 'enterprize', within: '', nearest: 'enterprise' },
      { key: 'x', within: 'claims[0]' },
      { key: 'x', keys: ['x', 'y'], within: 'claims[0]' },
    ],
  }),

  'key-missing': error<OfKeys & { within: string }>({
    zh: ({ key, keys = [key], within }) => ({
      message: within === '' ? `缺少 ${ofManyZh(keys, '项')}` : `${placeZh(within)}缺少 ${ofManyZh(keys, '项')}`,
      hint: `加上一行  ${key}: …`,
    }),
    en: ({ key, keys = [key], within }) => ({
      message: `${within === '' ? 'the file' : placeEn(within)} lacks ${andMoreEn(keys)}`,
      hint: `Add a line  ${key}: …`,
    }),
    samples: [
      { key: 'reason', within: 'waivers[0]' },
      { key: 'category', within: '' },
      { key: 'reason', keys: ['reason', 'by'], within: 'waivers[0]' },
    ],
  }),

  'value-wrong': error<{ key: string; expected: Expected; options?: readonly string[] }>({
    zh: ({ key, expected, options }) => ({
      message: `${key} 应为${expectedWordsZh[expected]}`,
      hint: options === undefined ? hintOfZh(expected) : `可用：${options.join('、')}`,
    }),
    en: ({ key, expected, options }) => ({
      message: `${key} should be ${expectedWordsEn[expected]}`,
      hint: options === undefined ? hintOfEn(expected) : `Possible: ${options.join(', ')}`,
    }),
    mend: ({ options = [] }, { stands }) => {
      const [only, another] = options.filter((option) => unspaced(option) === unspaced(stands.replace(/["']/g, '')));
      return only === undefined || another !== undefined ? undefined : { is: 'safe', value: only, bare: true };
    },
    samples: [
      ...each(
        ['text', 'whole number', 'number', 'list', 'map', 'yes or no', 'date', 'id', 'year', 'path', 'rule', 'value'],
        (expected) => ({ key: 'until', expected }),
      ),
      { key: 'severity', expected: 'option', options: ['error', 'warning', 'note'] },
    ],
  }),

  /** The first of the categories is the example: best one of the year for the whole country. */
  'category-missing': error<{ categories: readonly string[] }>({
    zh: ({ categories }) => ({
      message: '没有写明申报类别',
      hint: `在开头写明，例如  申报类别: ${categories[0] ?? 'jiangsu/2021/product'} ；全部类别：zjtx categories list`,
    }),
    en: ({ categories }) => ({
      message: 'the dossier names no category',
      hint: `Name it at the top, such as  category: ${categories[0] ?? 'jiangsu/2021/product'} ; all of them: zjtx categories list`,
    }),
    samples: [{ categories: ['jiangsu/2021/product'] }],
  }),

  'slot-unknown': error<OfKeys & { nearest?: string }>({
    zh: ({ key, keys, nearest }) => ({
      message: `本类别没有${quotedZh(key, keys)}${keys === undefined ? '这一类' : '这几类'}附件`,
      hint: nearOneZh(keys, nearest) || '按附件栏目的名称或英文编号填写。',
    }),
    en: ({ key, keys, nearest }) => ({
      message: `this category has no slot${pluralEn(keys)} ${quotedEn(key, keys)}`,
      hint: nearOneEn(keys, nearest) || 'Use the printed label or the English id of a slot.',
    }),
    mend: ({ key, nearest }, around) => renamed(key, nearest, around),
    samples: [{ key: 'tax', nearest: 'tax_certificate' }, { key: 'x' }, { key: 'x', keys: ['x', 'y'] }],
  }),

  'slot-named-twice': error<{ slot: string; first: string; second: string }>({
    zh: ({ slot, first, second }) => ({
      message: `附件 ${slot} 写了两次：${first} 和 ${second}`,
      hint: '合为一处，几个文件用列表。',
    }),
    en: ({ slot, first, second }) => ({
      message: `the slot ${slot} stands twice: ${first} and ${second}`,
      hint: 'Join them; several files make a list.',
    }),
    samples: [{ slot, first: 'tax_certificate', second: slot }],
  }),

  'slot-need-open': warning<{ slot: string; fields: readonly string[] }>({
    zh: ({ slot, fields }) => ({
      message: `附件 ${slot} 要不要交，取决于${fields.map((field) => `“${field}”`).join('、')}，${fields.length === 1 ? '这一项' : '这几项'}还没有填好`,
      hint: '填好后就能知道；需要交的，把文件放入。',
    }),
    en: ({ slot, fields }) => ({
      message: `whether slot ${slot} is required depends on ${fields.map((field) => `“${field}”`).join(', ')}, which ${fields.length === 1 ? 'has' : 'have'} no usable answer yet`,
      hint: 'Answer it; if a file is required, add it.',
    }),
    samples: [
      { slot: '各子公司社保人数证明', fields: ['财务数据采用合并报表'] },
      { slot: '佐证材料', fields: ['科技奖励', '研发机构'] },
    ],
  }),

  'enterprise-missing': absent(
    hard({
      zh: () => ({
        message: '没有写明申报单位',
        hint: '在开头写明  企业名称: 企业全称（与营业执照一致）',
      }),
      en: () => ({
        message: 'the dossier does not name the applicant',
        hint: 'Write at the top  enterprise: the full name, as on the business licence',
      }),
      samples: [{}],
    }),
  ),

  /** What identifies the applicant, by its meaning, and no required field of the form asks for, or a waiver speaks of. */
  'identity-missing': absent({
    ...warning<{ missing: readonly string[] }>({
      zh: ({ missing }) => ({
        message: `没有填写${missing.join('、')}，不能确认申报单位`,
        hint: `在“申请表”中补填${missing.join('、')}；申请表没有这一栏的，写在“其他情况”中。`,
      }),
      en: ({ missing }) => ({
        message: `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not given: the applicant cannot be identified`,
        hint: `Add ${missing.join(', ')} under form; what the form does not print, under facts.`,
      }),
      samples: [{ missing: ['统一社会信用代码'] }, { missing: ['统一社会信用代码', '企业注册地', '注册时间'] }],
    }),
    hard: true,
  }),

  /** `first` is the dossier of the same enterprise that came before in the run. */
  'uscc-shared': warning<{ uscc: string; others: readonly { name: string; path: string }[]; more: number }>({
    zh: ({ uscc, others, more }) => ({
      message: `统一社会信用代码 ${uscc} 与同一批中${others.map(({ name, path }) => `${name}（${path}）`).join('、')}${more > 0 ? `等 ${others.length + more} 家` : ''}的相同`,
      hint: '一个代码只属于一家企业：照营业执照核对各份的代码；同一企业改了名的，各份的企业名称写成一致。',
    }),
    en: ({ uscc, others, more }) => ({
      message: `the credit code ${uscc} is also that of ${others.map(({ name, path }) => `${name} (${path})`).join(', ')}${more > 0 ? ` and ${more} more` : ''} in this run`,
      hint: 'A code belongs to one enterprise: compare each with the business licence; if one enterprise has a new name, write the same name in both.',
    }),
    samples: [
      { uscc: '91320115MADEM0011B', others: [{ name: '江苏示例光电有限公司', path: '乙/dossier.yaml' }], more: 0 },
      { uscc: '91320115MADEM0011B', others: [{ name: '江苏示例光电有限公司', path: '乙/dossier.yaml' }], more: 8 },
    ],
  }),
  'applied-twice': warning<{ enterprise: string; first: string; title: string; hint?: string }>({
    zh: ({ enterprise, first, title, hint }) => ({
      message: `${enterprise} 在同一批中已有一份：${title}（${first}）`,
      hint: hint ?? '同一企业只申报其中一项，保留一份。',
    }),
    en: ({ enterprise, first, title, hint }) => ({
      message: `${enterprise} has a dossier in this run already: ${title} (${first})`,
      hint: hint ?? 'An enterprise applies for one of these only: keep one dossier.',
    }),
    samples: [
      { enterprise: '江苏示例精密机械有限公司', first: '甲/产品', title: '专精特新产品认定' },
      { enterprise: '江苏示例精密机械有限公司', first: '甲/产品', title: '专精特新产品认定', hint },
    ],
  }),
};
