// What the parts of a dossier, or of a definition, can have wrong with their shape: the sentences in Chinese.
import type { dossierCodes, Expected } from '../../findings/codes/dossier.ts';
import type { Messages } from '../message.ts';
import { near, nearOne, ofMany, quoted } from './several.ts';
import { lookUp, shapeHints } from './shapes.ts';

const expectedWords: Record<Expected, string> = {
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

const hintOf = (expected: Expected): string => (expected === 'option' ? '' : shapeHints[expected]);

export const dossier: Messages<typeof dossierCodes> = {
  'key-unknown': ({ key, keys, within, nearest }) => ({
    message: `${within === '' ? '' : `${within} 中`}没有${quoted(key, keys)}${keys === undefined ? '这一项' : '这几项'}`,
    hint: nearOne(keys, nearest) || '删去，或改用已知的名称。',
  }),
  'key-missing': ({ key, keys = [key], within }) => ({
    message: within === '' ? `缺少 ${ofMany(keys, '项')}` : `${within} 缺少 ${ofMany(keys, '项')}`,
    hint: `加上一行  ${key}: …`,
  }),
  'value-wrong': ({ key, expected, options }) => ({
    message: `${key} 应为${expectedWords[expected]}`,
    hint: options === undefined ? hintOf(expected) : `可用：${options.join('、')}`,
  }),
  'category-missing': ({ categories }) => ({
    message: '没有写明申报类别',
    hint: `在开头加一行，例如  category: ${categories[0] ?? 'jiangsu/2021/product'}`,
  }),
  'slot-unknown': ({ key, keys, nearest }) => ({
    message: `本类别没有${quoted(key, keys)}${keys === undefined ? '这一类' : '这几类'}附件`,
    hint: nearOne(keys, nearest) || '按附件栏目的名称或英文编号填写。',
  }),
  'slot-named-twice': ({ slot, first, second }) => ({
    message: `附件 ${slot} 写了两次：${first} 和 ${second}`,
    hint: '合为一处，几个文件用列表。',
  }),
  'covers-unreadable': ({ written }) => ({
    message: written === undefined ? 'covers 看不出是哪些年度或月份' : `covers 写的“${written}”看不出是哪些年度或月份`,
    hint: '年度写成 2020、2018-2020 或 [2018, 2019, 2020]，月份写成 2020-12。',
  }),
  'enterprise-missing': () => ({
    message: '没有写明申报单位',
    hint: '在开头加一行  enterprise: 企业全称（与营业执照一致）',
  }),
  'identity-missing': ({ missing }) => ({
    message: `没有填写${missing.join('、')}，不能确认申报单位`,
    hint: `在 form 中补填${missing.join('、')}；申请表没有这一栏的，写在 facts 中。`,
  }),
  'claim-about-unclear': ({ count }) => ({
    message: count === 0 ? '这一条 claims 没有写明证明什么' : '一条 claims 只证明一件事',
    hint: '数字写 fact，表格的一行写 table 和 row，称号写 title；三者写一个。',
  }),
  'claim-row-missing': ({ table, row, rows }) => ({
    message: `claims 所指的 ${table} 没有“${row}”这一行，一共 ${rows} 行`,
    hint: 'row 写第几行（从 1 数起），或写这一行里的名称。',
  }),
  'claim-value-missing': ({ what, year }) => ({
    message: `claims 写了 ${what}${year === undefined ? '' : `（${year} 年）`}的出处，材料里没有这个数`,
    hint: '补填这个数，或改正、删去这一条。',
  }),
  'claim-title-missing': ({ title, year }) => ({
    message: `claims 所指的称号“${title}”${year === undefined ? '' : `（${year} 年）`}不在 titles 中`,
    hint: '先在 titles 写明这个称号，名称一致。',
  }),
  'claims-missing': ({ missing, hint }) => ({
    message: `没有写明出处的数字：${missing.map(({ label, years }) => (years.length === 0 ? label : `${label}（${years.join('、')}）`)).join('；')}`,
    hint: hint ?? '在该年度审计报告的 figures 写明所载的数字，或在 claims 写明文件和页次。',
  }),
  'superlative-unproved': ({ field, words, hint }) => ({
    message: `${field}写有${words.map((word) => `“${word}”`).join('')}，没有佐证`,
    hint: hint ?? '附上写明这一说法的证明，或在 claims 写明文件和页次；没有的，改用具体的数据。',
  }),
  'claim-fact-unknown': ({ fact, nearest }) => ({
    message: `claims 中的“${fact}”不是已知的事实`,
    hint: near(nearest) || lookUp,
  }),
  'claim-file-missing': ({ file, files = [file] }) => ({
    message: `claims 所指的文件 ${ofMany(files, '个')} 不在附件之中`,
    hint: '写附件里已有文件的路径。',
  }),
  'attestation-unknown': ({ item, nearest }) => ({
    message: `人工核对清单中没有“${item}”`,
    hint: near(nearest) || '清单各项的编号见 zjtx categories show。',
  }),
  'attestation-open': ({ item, items }) => ({
    message: items === undefined ? `尚无人确认：${item}` : `${items.length} 项尚无人确认：${items.join('；')}`,
    hint: '由经办人查看后，用 zjtx attest 写明。',
  }),
  'attestation-void': ({ item, file }) => ({
    message: `确认已失效：${item}；文件 ${file} 在确认之后改动过`,
    hint: '重新查看文件，再用 zjtx attest 确认。',
  }),
  'attestation-unbound': ({ item }) => ({
    message: `确认“${item}”没有写明所看的文件`,
    hint: '用 zjtx attest 再确认一次，文件及其 SHA-256 由程序写入。',
  }),
  'waiver-hard': ({ code }) => ({
    message: `${code} 不能豁免`,
    hint: '申报平台自身的限制，或者没有检查完的文件，豁免无用，须改正材料。',
  }),
  'waiver-expired': ({ code, until }) => ({
    message: `对 ${code} 的豁免已于 ${until} 到期`,
    hint: '改正该问题，或重新说明理由并改期。',
  }),
  'waiver-ends-soon': ({ code, until, days }) => ({
    message: days === 0 ? `对 ${code} 的豁免今天（${until}）到期` : `对 ${code} 的豁免到 ${until}，只剩 ${days} 天`,
    hint: '到期前改正该问题；不能改正的，用 zjtx waive 重新说明理由并改期。',
  }),
  'waiver-unused': ({ code }) => ({ message: `对 ${code} 的豁免没有对应的问题`, hint: '删去这一条。' }),
  'waiver-overbroad': ({ code }) => ({
    message: `对 ${code} 的豁免范围过宽`,
    hint: 'at 写明一处，例如 attachments.tax_certificate，不用 *。',
  }),
  'applied-twice': ({ enterprise, first, title, hint }) => ({
    message: `${enterprise} 在同一批中已有一份：${title}（${first}）`,
    hint: hint ?? '同一企业只申报其中一项，保留一份。',
  }),
};
