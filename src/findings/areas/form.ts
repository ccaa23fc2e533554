// What a form can have wrong with its fields, sections and facts, and the shape of a value.
import { andMoreEn, nearOneEn, nearOneZh, ofManyZh, pluralEn, quotedEn, quotedZh, subjectsZh } from '../several.ts';
import { lookUpEn, lookUpZh, type Shape, shapeHintsEn, shapeHintsZh } from '../shapes.ts';
import { absent, each, error, note, type OfKeys, renamed } from './spec.ts';

/** `field` is always the printed label. */
export type Of = { field: string };

/** `[江苏省, 南京市]` for a list; `none` for an empty one. */
const takenText = (taken: string | readonly string[], none: string): string =>
  typeof taken === 'string' ? taken : taken.length === 0 ? none : `[${taken.join(', ')}]`;

/** `企业基本情况 缺少 邮编、成立时间；经营指标 缺少 …` */
function lackingZh(fields: readonly { readonly field: string; readonly section: string }[]): string {
  const sections = [...new Set(fields.map(({ section }) => section))];
  const of = (section: string) => fields.filter((one) => one.section === section).map(({ field }) => field);
  return sections.map((section) => `${section} 缺少 ${ofManyZh(of(section), '项')}`).join('；');
}

const shapesZh = {
  text: '文字',
  list: '列表',
  map: '“名称: 值”的各行',
  years: '按年度填写的各年数字，例如 {2019: 12, 2020: 13}',
  figure: '一个数字',
  person: '姓名、电话、手机三项',
  rows: '一行的各列',
  'yes or no': '是或否',
} as const;

const foundZh = { scalar: '单个值', list: '列表', map: '“名称: 值”的各行' } as const;

/** `企业基本情况 lacks 邮编, 成立时间; …` */
function lackingEn(fields: readonly { readonly field: string; readonly section: string }[]): string {
  const sections = [...new Set(fields.map(({ section }) => section))];
  const of = (section: string) => fields.filter((one) => one.section === section).map(({ field }) => field);
  return sections.map((section) => `${section} lacks ${andMoreEn(of(section))}`).join('; ');
}

const shapesEn = {
  text: 'a text',
  list: 'a list',
  map: 'lines of “name: value”',
  years: 'a figure for each year, such as {2019: 12, 2020: 13}',
  figure: 'one figure',
  person: 'name, phone and mobile',
  rows: 'the columns of a row',
  'yes or no': '是 or 否',
} as const;

const foundEn = { scalar: 'a single value', list: 'a list', map: 'lines of “name: value”' } as const;

export const of = { field: '统一社会信用代码' };

export const fieldCodes = {
  /**
   * `empty`: the key stands there without a value. `home` is the id path of the section or field that lacks it, `form`
   * where a whole section does not stand there; `fields` all that this lacks, when it is more than one.
   */
  'field-missing': absent(
    error<
      Of & {
        section: string;
        example: string;
        home: string;
        empty?: boolean;
        fields?: readonly { readonly field: string; readonly section: string }[];
      }
    >({
      zh: ({ field, section, example, empty, fields }) =>
        fields === undefined
          ? {
              message: `${section} 缺少 ${field}`,
              hint: empty ? `这一行还空着，填上，例如  ${example}` : `在 ${section} 下补上，例如  ${example}`,
            }
          : {
              message: lackingZh(fields),
              hint: `共 ${fields.length} 项，逐行补填，或运行 zjtx init 逐项回答。第一行例如  ${example}`,
            },
      en: ({ field, section, example, empty, fields }) =>
        fields === undefined
          ? {
              message: `${section}: ${field} is missing`,
              hint: empty
                ? `The line is empty: fill it in, such as  ${example}`
                : `Fill it in under ${section}, such as  ${example}`,
            }
          : {
              message: lackingEn(fields),
              hint: `Fill in all ${fields.length}, or answer them one by one with zjtx init. The first may read  ${example}`,
            },
      samples: [
        { field: '邮编', section: '企业基本情况', example: '邮编: "210000"', home: 'form.basics' },
        { field: '邮编', section: '企业基本情况', example: '邮编: "210000"', home: 'form.basics', empty: true },
        {
          field: '邮编',
          section: '企业基本情况',
          example: '邮编: "210000"',
          home: 'form',
          fields: [
            { field: '邮编', section: '企业基本情况' },
            { field: '成立时间', section: '企业基本情况' },
            { field: '认定级别', section: '表头' },
          ],
        },
      ],
    }),
  ),

  'field-unknown': error<OfKeys & { section: string; nearest?: string; elsewhere?: string }>({
    zh: ({ key, keys, section, nearest, elsewhere }) => ({
      message: `${section} 中没有${quotedZh(key, keys)}${keys === undefined ? '这一项' : '这几项'}`,
      hint:
        elsewhere === undefined || keys !== undefined
          ? nearOneZh(keys, nearest) || '按申请表的栏目名称或英文编号填写。'
          : `它属于 ${elsewhere}，请移到那里。`,
    }),
    en: ({ key, keys, section, nearest, elsewhere }) => ({
      message: `${section} has no field${pluralEn(keys)} ${quotedEn(key, keys)}`,
      hint:
        elsewhere === undefined || keys !== undefined
          ? nearOneEn(keys, nearest) || 'Use the printed label or the English id.'
          : `It belongs to ${elsewhere}: move it there.`,
    }),
    mend: ({ key, nearest, elsewhere }, around) => (elsewhere ? undefined : renamed(key, nearest, around)),
    samples: [
      { key: '邮编码', section: '企业基本情况', nearest: '邮编' },
      { key: 'revenue', section: '企业基本情况', elsewhere: '经营指标' },
      { key: 'x', section: '企业基本情况' },
      { key: 'x', keys: ['x', 'y'], section: '企业基本情况' },
    ],
  }),

  'field-twice': error<Of & { first: string; second: string }>({
    zh: ({ field, first, second }) => ({
      message: `${field} 填了两次：${first} 和 ${second}`,
      hint: '英文编号与中文名称指同一项，只留一处。',
    }),
    en: ({ field, first, second }) => ({
      message: `${field} is given twice: ${first} and ${second}`,
      hint: 'The English id and the printed label mean the same field: keep one.',
    }),
    samples: [{ field: '邮编', first: 'postcode', second: '邮编' }],
  }),

  'section-unknown': error<OfKeys & { nearest?: string }>({
    zh: ({ key, keys, nearest }) => ({
      message: `申请表没有${quotedZh(key, keys)}${keys === undefined ? '这一部分' : '这几部分'}`,
      hint: nearOneZh(keys, nearest) || '按申请表的标题或英文编号填写。',
    }),
    en: ({ key, keys, nearest }) => ({
      message: `the form has no section${pluralEn(keys)} ${quotedEn(key, keys)}`,
      hint: nearOneEn(keys, nearest) || 'Use the printed title or the English id.',
    }),
    mend: ({ key, nearest }, around) => renamed(key, nearest, around),
    samples: [{ key: 'basic', nearest: 'basics' }, { key: 'x' }, { key: 'x', keys: ['x', 'y'] }],
  }),

  'section-open': note<{ section: string; sections?: readonly string[] }>({
    zh: ({ section, sections = [section] }) => ({
      message: `${sections.join('、')} 未填；来源只列出${sections.length === 1 ? '这一部分' : '这几部分'}的名称，未印出其中的栏目，程序无法核对`,
      hint: `按申报平台的实际栏目填写；要留存在材料中，写在“申请表”的${sections.length === 1 ? ` ${section} ` : '各部分'}下，栏目名称照平台所示。`,
    }),
    en: ({ section, sections }) => ({
      message:
        sections === undefined
          ? `${section} is empty; the source names this section without showing its fields, so nothing can be checked`
          : `${sections.join(', ')} are empty; the source names these sections without showing their fields, so nothing can be checked`,
      hint: `Fill in what the portal shows; to keep it with the dossier, write it under ${sections === undefined ? section : 'each of them'} in form, with the portal's labels.`,
    }),
    samples: [
      { section: '企业创新研发情况' },
      { section: '企业创新研发情况', sections: ['企业创新研发情况', '企业经营情况'] },
    ],
  }),

  'fact-unknown': error<OfKeys & { nearest?: string }>({
    zh: ({ key, keys, nearest }) => ({
      message: `“其他情况”中的${quotedZh(key, keys)}不是已知的名称`,
      hint: nearOneZh(keys, nearest) || lookUpZh,
    }),
    en: ({ key, keys, nearest }) => ({
      message: `${quotedEn(key, keys)} in facts ${keys === undefined ? 'is not a known fact' : 'are not known facts'}`,
      hint: nearOneEn(keys, nearest) || lookUpEn,
    }),
    mend: ({ key, nearest }, around) => renamed(key, nearest, around),
    samples: [{ key: 'poll', nearest: 'pool' }, { key: 'x' }, { key: 'x', keys: ['x', 'y'] }],
  }),

  'fact-in-form': error<Of & { fact: string; section: string; fields?: readonly string[] }>({
    zh: ({ field, section, fields }) => ({
      message: `${subjectsZh(fields ?? [field], '项')}应填在申请表里，不应填在“其他情况”里`,
      hint: `把${fields === undefined ? ` ${field} ` : '这几项'}移到“申请表”的 ${section} 下。`,
    }),
    en: ({ field, section, fields }) => ({
      message: `${andMoreEn(fields ?? [field])} ${fields === undefined ? 'belongs' : 'belong'} in the form, not in facts`,
      hint: `Move ${fields === undefined ? field : 'them'} to ${section} under form.`,
    }),
    samples: [
      { field: '邮编', fact: 'postcode', section: '企业基本情况' },
      { field: '邮编', fact: 'postcode', section: '企业基本情况', fields: ['邮编', '成立时间'] },
    ],
  }),

  'cell-missing': absent(
    error<{ table: string; row: number; columns: readonly string[] }>({
      zh: ({ table, row, columns }) => ({
        message: `${table} 第 ${row} 行缺少 ${columns.join('、')}`,
        hint: '补填；不用的行整行删去。',
      }),
      en: ({ table, row, columns }) => ({
        message: `${table}: row ${row} lacks ${columns.join(', ')}`,
        hint: 'Fill it in, or delete the whole row.',
      }),
      samples: [
        { table: '产品附证资料', row: 2, columns: ['内容'] },
        { table: '产品附证资料', row: 2, columns: ['内容', '报告(证书)提供单位'] },
      ],
    }),
  ),

  'value-shape': error<Of & { expected: Shape; found: 'scalar' | 'list' | 'map' }>({
    zh: ({ field, expected, found: kind }) => ({
      message: `${field} 应填${shapesZh[expected]}，现为${foundZh[kind]}`,
      hint: shapeHintsZh[expected],
    }),
    en: ({ field, expected, found: kind }) => ({
      message: `${field} takes ${shapesEn[expected]}; this is ${foundEn[kind]}`,
      hint: shapeHintsEn[expected],
    }),
    samples: [
      ...each(['text', 'list', 'map', 'years', 'figure', 'person', 'rows', 'yes or no'], (expected) => ({
        ...of,
        expected,
        found: 'list' as const,
      })),
      { ...of, expected: 'list', found: 'map' },
      { ...of, expected: 'map', found: 'scalar' },
    ],
  }),

  /** Written otherwise, but with one reading only: `taken` is how a dossier writes it, `[]` where there is none; `bare` without quotes. */
  'value-taken': note<Of & { written: string; taken: string | readonly string[]; bare?: true }>({
    zh: ({ field, written, taken }) => ({
      message: `${field}：“${written}”按 ${takenText(taken, '无')} 采用`,
      hint: `不对的请改正；文件中可写成  ${takenText(taken, '[]')}`,
    }),
    en: ({ field, written, taken }) => ({
      message: `${field}: “${written}” is taken as ${takenText(taken, '无 (none)')}`,
      hint: `Correct it if that is wrong; the file may say  ${takenText(taken, '[]')}`,
    }),
    mend: ({ taken, bare = false }) => ({ is: 'safe', value: taken, bare }),
    samples: [
      { field: '联系人 手机', written: '139 0000 0018', taken: '13900000018' },
      { field: '资产总额', written: '9,800.00', taken: '9800.00', bare: true },
      { field: '注册地区', written: '江苏省南京市江宁区', taken: ['江苏省', '南京市', '江宁区'] },
      { field: '所持称号', written: '无', taken: [] },
    ],
  }),

  /** `readings` are how a dossier writes each of them. */
  'value-ambiguous': error<Of & { written: string; readings: readonly string[] }>({
    zh: ({ field, written, readings }) => ({
      message: `${field}：“${written}”可读作 ${readings.join('，或 ')}，无法确定`,
      hint: `改为 ${readings.join('，或改为 ')}`,
    }),
    en: ({ field, written, readings }) => ({
      message: `${field}: “${written}” can be read as ${readings.join(' or ')}`,
      hint: `Write ${readings.join(', or ')}`,
    }),
    samples: [{ field: '资产总额', written: '3,5', readings: ['3.5', '35'] }],
  }),

  /** A telephone number or a mail address stands where a name is asked for. */
  'name-with-number': error<Of & { written: string }>({
    zh: ({ field, written }) => ({
      message: `${field} 只写姓名，现为“${written}”`,
      hint: '电话、手机、邮箱各写在自己的一项里。',
    }),
    en: ({ field, written }) => ({
      message: `${field} takes a name only; this is “${written}”`,
      hint: 'Telephone, mobile and e-mail each have a field of their own.',
    }),
    samples: [{ field: '联系人 姓名', written: '周明远 025-50000018' }],
  }),

  'identifier-unquoted': error<Of & { written: string }>({
    zh: ({ field, written }) => ({
      message: `${field} 的号码 ${written} 没有加引号，会被当作数字而丢位`,
      hint: `加上引号："${written}"`,
    }),
    en: ({ field, written }) => ({
      message: `${field}: ${written} has no quotes, so it would be read as a number and lose digits`,
      hint: `Put it in quotes: "${written}"`,
    }),
    mend: ({ written }) => ({ is: 'safe', value: written }),
    samples: [{ field: '邮编', written: '0512' }],
  }),
};
