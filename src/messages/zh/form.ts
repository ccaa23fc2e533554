// What the values of a form can have wrong: the sentences in Chinese.
import type { formCodes } from '../../findings/codes/form.ts';
import type { Messages } from '../message.ts';
import { near, nearOne, ofMany, quoted } from './several.ts';
import { lookUp, shapeHints } from './shapes.ts';

/** `[江苏省, 南京市]` for a list; `none` for an empty one. */
const takenText = (taken: string | readonly string[], none: string): string =>
  typeof taken === 'string' ? taken : taken.length === 0 ? none : `[${taken.join(', ')}]`;

/** `企业基本情况 缺少 邮编、成立时间；经营指标 缺少 …` */
function lacking(fields: readonly { readonly field: string; readonly section: string }[]): string {
  const sections = [...new Set(fields.map(({ section }) => section))];
  const of = (section: string) => fields.filter((one) => one.section === section).map(({ field }) => field);
  return sections.map((section) => `${section} 缺少 ${ofMany(of(section), '项')}`).join('；');
}

const shapes = {
  text: '文字',
  list: '列表',
  map: '“名称: 值”的各行',
  years: '按年度填写的各年数字，例如 {2019: 12, 2020: 13}',
  figure: '一个数字',
  person: '姓名、电话、手机三项',
  rows: '一行的各列',
  'yes or no': '是或否',
} as const;
const found = { scalar: '单个值', list: '列表', map: '“名称: 值”的各行' } as const;

export const form: Messages<typeof formCodes> = {
  'field-missing': ({ field, section, example, empty, fields }) =>
    fields === undefined
      ? {
          message: `${section} 缺少 ${field}`,
          hint: empty ? `这一行还空着，填上，例如  ${example}` : `在 ${section} 下加一行，例如  ${example}`,
        }
      : {
          message: lacking(fields),
          hint: `共 ${fields.length} 项，逐行补填，或运行 zjtx fill 逐项回答。第一行例如  ${example}`,
        },
  'field-unknown': ({ key, keys, section, nearest, elsewhere }) => ({
    message: `${section} 中没有${quoted(key, keys)}${keys === undefined ? '这一项' : '这几项'}`,
    hint:
      elsewhere === undefined || keys !== undefined
        ? nearOne(keys, nearest) || '按申请表的栏目名称或英文编号填写。'
        : `它属于 ${elsewhere}，请移到那里。`,
  }),
  'field-twice': ({ field, first, second }) => ({
    message: `${field} 填了两次：${first} 和 ${second}`,
    hint: '英文编号与中文名称指同一项，只留一处。',
  }),
  'section-unknown': ({ key, keys, nearest }) => ({
    message: `申请表没有${quoted(key, keys)}${keys === undefined ? '这一部分' : '这几部分'}`,
    hint: nearOne(keys, nearest) || '按申请表的标题或英文编号填写。',
  }),
  'section-open': ({ section, sections = [section] }) => ({
    message: `${sections.join('、')} 未填；来源只列出${sections.length === 1 ? '这一部分' : '这几部分'}的名称，未印出其中的栏目，程序无法核对`,
    hint: `按申报平台的实际栏目填写；要留存在材料中，写在 form 的 ${sections.length === 1 ? section : '各部分'} 下，栏目名称照平台所示。`,
  }),
  'fact-unknown': ({ key, keys, nearest }) => ({
    message: `facts 中的${quoted(key, keys)}不是已知的事实`,
    hint: nearOne(keys, nearest) || lookUp,
  }),
  'fact-in-form': ({ field, fact, section, fields }) => ({
    message: `${ofMany(fields ?? [field], '项')} 应填在申请表里，不应填在 facts 里`,
    hint: `把${fields === undefined ? ` ${fact} ` : '这几项'}移到 form 的 ${section} 下。`,
  }),
  'cell-missing': ({ table, row, columns }) => ({
    message: `${table} 第 ${row} 行缺少 ${columns.join('、')}`,
    hint: '补填；不用的行整行删去。',
  }),
  'value-shape': ({ field, expected, found: kind }) => ({
    message: `${field} 应填${shapes[expected]}，现为${found[kind]}`,
    hint: shapeHints[expected],
  }),
  'value-taken': ({ field, written, taken }) => ({
    message: `${field}：“${written}”按 ${takenText(taken, '无')} 采用`,
    hint: `不对的请改正；文件中可写成  ${takenText(taken, '[]')}`,
  }),
  'value-ambiguous': ({ field, written, readings }) => ({
    message: `${field}：“${written}”可读作 ${readings.join('，或 ')}，无法确定`,
    hint: `改为 ${readings.join('，或改为 ')}`,
  }),
  'name-with-number': ({ field, written }) => ({
    message: `${field} 只写姓名，现为“${written}”`,
    hint: '电话、手机、邮箱各写在自己的一项里。',
  }),
  'identifier-unquoted': ({ field, written }) => ({
    message: `${field} 的号码 ${written} 没有加引号，会被当作数字而丢位`,
    hint: `加上引号："${written}"`,
  }),
  'text-too-long': ({ field, count, max }) => ({
    message: `${field} 共 ${count} 字，超过 ${max} 字`,
    hint: `删去 ${count - max} 字以上。标点计入，换行不计。`,
  }),
  'text-length-doubtful': ({ field, count, max }) => ({
    message: `${field} 共 ${count} 字，超过同类表格的 ${max} 字`,
    hint: '本表未印字数上限；宜压缩到该字数以内。标点计入，换行不计。',
  }),
  'figure-unreadable': ({ field, written, unit }) => ({
    message: `${field} 应填数字，现为“${written}”`,
    hint: `只写数字${unit === '' ? '' : `，单位为 ${unit}，不写单位`}，例如 9800.00`,
  }),
  'figure-with-sign': ({ field, written, sign, plain, unit }) => ({
    message:
      unit === ''
        ? `${field} 只填数字，不带“${sign}”，现为“${written}”`
        : `${field} 的单位是 ${unit}，现为“${written}”，单位不同，无法换算`,
    hint: unit === '' ? `改为 ${plain}` : `按 ${unit} 填写，只写数字。`,
  }),
  'figure-separated': ({ field, written, plain }) => ({
    message: `${field} 的“${written}”不是每三位一组，可能多写或漏写了数字`,
    hint: `与原件核对各位数字；无误的，改为 ${plain}`,
  }),
  'figure-decimals': ({ field, written, most }) => ({
    message: `${field} 最多 ${most} 位小数，现为 ${written}`,
    hint: `四舍五入到 ${most} 位以内。`,
  }),
  'figure-whole': ({ field, written }) => ({
    message: `${field} 应为整数，现为 ${written}`,
    hint: '按人数或件数填写整数。',
  }),
  'figure-negative': ({ field, written }) => ({
    message: `${field} 不能为负数，现为 ${written}`,
    hint: '与审计报告核对后改正。',
  }),
  'figure-differs': ({ field, stated, computed, formula, slightly }) => ({
    message: `${field} 填报 ${stated}，按公式计算为 ${computed}`,
    hint: `${formula}。${slightly ? '相差 0.01 以内，多为舍入所致；' : ''}本栏由系统计算，可删去填报数，或改为 ${computed}。`,
  }),
  'figure-by-reading': ({ field, stated, reading, preferred, computed }) => ({
    message: `${field} 填报 ${stated}，与口径“${reading}”的计算结果一致${computed === undefined ? '' : `（按“${preferred}”为 ${computed}）`}`,
  }),
  'years-beyond': ({ field, beyond, years }) => ({
    message: `${field} 多填了 ${beyond.join('、')} 年，本栏的年度为 ${years.join('、')}，多填的不参与计算和核对`,
  }),
  'year-unknown': ({ field, written, years }) => ({
    message: `${field} 没有“${written}”这一年`,
    hint: years.length === 0 ? '年度写四位数字，例如 2020。' : `本栏的年度为 ${years.join('、')}。`,
  }),
  'date-unreadable': ({ field, written }) => ({
    message: `${field} 不是日期：“${written}”`,
    hint: '日期写成 2020-09-04 的形式，年月日都要有。',
  }),
  'choice-unknown': ({ field, written, nearest, options }) => ({
    message: `${field} 没有“${written}”这一选项`,
    hint: `${near(nearest)}${options.length > 12 ? '选项见申请表。' : `可选：${options.join('、')}`}`,
  }),
  'choice-twice': ({ field, written }) => ({ message: `${field} 重复选了“${written}”`, hint: '删去重复的一个。' }),
  'choice-outside-group': ({ field, written, group, options }) => ({
    message: `${field}“${written}”不属于所选的 ${group}`,
    hint: `${group} 之下可选：${options.join('、')}。改选产业链，或改选产业集群。`,
  }),
  'region-unknown': ({ field, written, within, nearest }) => ({
    message: `${field}：${within} 之下没有“${written}”`,
    hint: near(nearest) || '按省、市、县(市、区)的顺序写全称，例如 [江苏省, 南京市, 江宁区]',
  }),
  'region-incomplete': ({ field, written, within, nearest }) => ({
    message:
      within === '' ? `${field} 只写了“${written}”，没有省、市` : `${field} 只写到 ${written}，${within} 之下还要再选`,
    hint: `按省、市、县(市、区)的顺序写全，例如  ${nearest ?? '[江苏省, 南京市, 江宁区]'}`,
  }),
  'region-zone': ({ field, written }) => ({
    message: `${field}：“${written}”是功能区，不在行政区划代码之列`,
    hint: '按注册地所在的县(市、区)填写，或向当地工信部门确认。',
  }),
  'region-as-written': ({ field, written }) => ({
    message: `${field}：“${written}”不在区划表内，按所写采用`,
    hint: '请核对全称。',
  }),
  'industry-unknown': ({ field, written, nearest }) => ({
    message: `${field} 没有“${written}”这一行业`,
    hint: `${near(nearest)}可写四位代码，例如 "3453"；或从门类起逐级写名称。`,
  }),
  'industry-as-written': ({ field, written }) => ({
    message: `${field}：中类“${written}”按所写采用，未与分类标准核对`,
    hint: '写四位代码可以核对门类与大类。',
  }),
  'uscc-length': ({ field, length }) => ({
    message: `${field} 应为 18 位，现为 ${length} 位`,
    hint: '与营业执照核对。',
  }),
  'uscc-character': ({ field, character, position }) => ({
    message: `${field} 第 ${position} 位不能是“${character}”`,
    hint: '代码不用字母 I、O、S、V、Z，第 3 至 8 位为数字；与营业执照核对。',
  }),
  'uscc-check': ({ field, found: last, expected, corrected }) => ({
    message: `${field} 的校验位不符：末位为 ${last}，应为 ${expected}`,
    hint: `与营业执照核对；若只是末位写错，改为 ${corrected}`,
  }),
  'uscc-kind': ({ field, kind }) => ({
    message: `${field} 属于${kind}，不是企业`,
    hint: '申报单位应为企业法人，代码以 91 开头；与营业执照核对。',
  }),
  'postcode-shape': ({ field, written }) => ({
    message: `${field} 应为 6 位数字，现为“${written}”`,
    hint: '例如 "211100"',
  }),
  'postcode-place': ({ field, written, city, expected }) => ({
    message: `${field} ${written} 与 ${city} 不符`,
    hint: `${city} 的邮编多以 ${expected.join('、')} 开头；请核对。`,
  }),
  'phone-shape': ({ field, written }) => ({
    message: `${field}“${written}”不像电话号码`,
    hint: '写成 "025-50000000" 或手机号码。',
  }),
  'phone-area-code': ({ field, written }) => ({
    message: `${field}“${written}”没有区号`,
    hint: '加上区号，例如 "025-50000000"',
  }),
  'mobile-shape': ({ field, written }) => ({
    message: `${field}“${written}”不是手机号码`,
    hint: '11 位数字，例如 "13900000000"',
  }),
  'email-shape': ({ field, written }) => ({
    message: `${field}“${written}”不是电子邮箱`,
    hint: '例如 name@example.com',
  }),
};
