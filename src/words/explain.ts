// What is said of a category in words, of codes, and of what differs between two categories.
import { decisionWords, notComputable } from '../findings/states.ts';
import { askedWords } from './asked.ts';
import { memberNames } from './member-names.ts';
import { type Said, some, speak } from './speak.ts';

/** How expressions are said in prose, and their years: absolute ones, or counted from that of the category. */
const names = ['当年', '上年', '前年', '大前年'];

const yearNameZh = (offset: number): string =>
  names[-offset] ?? (offset < 0 ? `${-offset} 年前` : offset === 1 ? '下一年' : `${offset} 年后`);

const phrasesZh = {
  and: ' 且 ',
  or: ' 或 ',
  not: (condition: string) => `不是（${condition}）`,
  /** A yes-or-no fact. */
  holds: (label: string) => `${label} = 是`,
  fails: (label: string) => `${label} = 否`,
  equals: (label: string, value: string) => `${label} = ${value}`,
  differs: (label: string, value: string) => `${label} ≠ ${value}`,
  oneOf: (label: string, options: readonly string[]) => `${label}为 ${options.join('、')} 之一`,
  includes: (label: string, option: string) => `${label}包括 ${option}`,
  filled: (label: string) => `${label}已填写`,
  empty: (label: string) => `${label}未填写`,
  /** Entries of a table or a list. */
  count: (label: string) => `${label}的数量`,
  /** Characters of a text. */
  length: (label: string) => `${label}的字数`,
  some: (label: string, condition: string) => `${label}中至少一项：${condition}`,
  none: (label: string, condition: string) => `${label}中没有一项：${condition}`,
  every: (label: string, condition: string) => `${label}每一项：${condition}`,
  where: (label: string, condition: string) => `${label}（${condition}）`,
  /** A field of a record. */
  part: (label: string, part: string) => (label === '' ? part : `${label}的${part}`),
  quote: (text: string) => `“${text}”`,
  asOf: '判断日期',
  /** What `size_class` gives for an industry that no standard covers. */
  noSize: '划型标准之外',
  unit: (figure: string, unit: string) => (unit === '%' ? `${figure}%` : `${figure} ${unit}`),
  /** `2025年营业收入`. */
  inYear: (label: string, year: number) => `${year}年${label}`,
  /** `上年营业收入`: `offset` is −1 for the year before that of the category. */
  offset: (label: string, offset: number) => `${yearNameZh(offset)}${label}`,
  /** A year of a form, by how far it is from that of the category. */
  yearName: yearNameZh,
};

const listEn = (texts: readonly string[]): string => texts.join(', ');

const yearNameEn = (offset: number): string => (offset === 0 ? 'Y' : offset < 0 ? `Y−${-offset}` : `Y+${offset}`);

const phrasesEn: Said<typeof phrasesZh> = {
  and: ' and ',
  or: ' or ',
  not: (condition) => `not (${condition})`,
  holds: (label) => `${label} = 是`,
  fails: (label) => `${label} = 否`,
  equals: (label, value) => `${label} = ${value}`,
  differs: (label, value) => `${label} ≠ ${value}`,
  oneOf: (label, options) => `${label} is one of ${listEn(options)}`,
  includes: (label, option) => `${label} includes ${option}`,
  filled: (label) => `${label} is given`,
  empty: (label) => `${label} is not given`,
  count: (label) => `number of ${label}`,
  length: (label) => `characters of ${label}`,
  some: (label, condition) => `at least one of ${label}: ${condition}`,
  none: (label, condition) => `none of ${label}: ${condition}`,
  every: (label, condition) => `each of ${label}: ${condition}`,
  where: (label, condition) => `${label} (${condition})`,
  part: (label, part) => (label === '' ? part : `${label}/${part}`),
  quote: (text) => `“${text}”`,
  asOf: 'as-of date',
  noSize: 'outside the size standard',
  unit: (figure, unit) => (unit === '%' ? `${figure}%` : `${figure} ${unit}`),
  inYear: (label, year) => `${label} of ${year}`,
  offset: (label, offset) => `${label} of ${yearNameEn(offset)}`,
  yearName: yearNameEn,
};

const phraseWords = speak({ zh: phrasesZh, en: phrasesEn });

const zh = {
  ...memberNames('zh'),
  ...askedWords('zh'),
  phrases: phraseWords('zh'),
  /** What a code is about, and why it is looked at. */
  areas: {
    document: { name: 'YAML 写法', why: '写法不对，程序就读不出或读错材料；与申报条款无关。' },
    dossier: { name: '材料结构', why: '材料文件各部分的写法；写错的部分不起作用。' },
    season: { name: '申报时间', why: '类别有申报时间和效力，过期的材料不能用。依据见报告的“依据”一行。' },
    earlier: {
      name: '以往申报',
      why: '同一年度的数字前后不一、称号和知识产权无故减少，审核时会被问到；退回的意见要逐条改正。',
    },
    form: { name: '申请表', why: '申请表要如实、完整、按格式填写。各栏的条款见报告的“依据”一行。' },
    attachments: { name: '附件', why: '附件不齐、放错或不合平台要求会被退回。各项附件的条款见报告的“依据”一行。' },
    pdf: { name: 'PDF 附件', why: '审核的人要能打开、看清每一页。' },
    contents: { name: '附件内容', why: '文件损坏、加密或看不清，审核的人就看不到材料。' },
    evidence: { name: '佐证一致', why: '附件与申请表不一致、出具给别人、已过期，是常见的退回原因。' },
    scans: { name: '扫描件', why: '扫描件里应当有本企业的名称或信用代码，放错文件时这里会发现。' },
    definition: { name: '类别定义', why: '类别的定义文件有错，就不能用它检查材料；改的是定义文件，不是材料。' },
    bundle: { name: '材料包', why: '收到材料包的人要能核对：文件齐全，摘要一致，结论能重新得出。' },
    signatures: { name: '签名', why: '签名说明材料包由谁签发、签发后有没有改动。' },
    sheet: { name: '工作簿', why: '从工作簿读回材料时，读不准的格子不能照搬。' },
  },
  difference: {
    same: '两个类别没有不同',
    more: '逐项写全：--verbose',
    count: (changes: number) => `共 ${changes} 处不同`,
    added: '新增',
    removed: '取消',
    renamed: (from: string, to: string) => `编号 ${from} → ${to}`,
    became: (aspect: string, from: string, to: string) => `${aspect}：${from} → ${to}`,
    came: (aspect: string, text: string) => `${aspect}：新增 ${text}`,
    went: (aspect: string, text: string) => `${aspect}：取消 ${text}`,
    shift: (aspect: string, shift: string) => `${aspect}：${shift}`,
    decisions: (dossier: string) => `对 ${dossier} 的影响`,
    noDecisionChanges: '各项条件的结论不变',
    none: '无此条件',
    undecided: (needs: readonly string[], more: number) =>
      `待定，缺 ${needs.join('、')}${more === 0 ? '' : ` 等 ${needs.length + more} 项`}`,
    points: (label: string, points: string, max: number, pass: number) =>
      `${label} ${points} 分（满分 ${max}，达标 ${pass}）`,
  },
  explain: {
    fact: '数据',
    labels: {
      why: '依据',
      says: '说明',
      fix: '修正',
      example: '例',
      value: '数值',
      decision: '判定',
      waiver: '豁免',
      where: '出现',
      file: '出自',
      write: '写法',
      also: '相同',
    },
    waivable: (code: string) =>
      `确有原因可以豁免：zjtx record waive --code ${code} --at 位置 --reason 原因 --by 姓名 --until 日期`,
    hard: '不能豁免，须改正材料',
    noteOnly: '提示不影响提交，不用豁免',
    among: (what: string, count: number) => `${what} 见于 ${count} 个类别，内容各不相同：`,
    tellApart: (what: string, category: string) => `看其中一个：zjtx explain ${what} --category ${category}`,
    unknown: (what: string) => `没有“${what}”这个代码、条件、指标、附件、栏目或数据`,
    nearest: (near: string | undefined) =>
      near === undefined ? '代码写在报告每一项末尾的括号里。' : `是不是 ${near}？`,
    inOne: (what: string, category: string) => `类别 ${category} 里没有“${what}”`,
    elsewhere: (what: string, category: string) => `另一类别里有：zjtx explain ${what} --category ${category}`,
    noValue: '未填写',
    decided: { ...decisionWords.zh, advice: `${decisionWords.zh.advice}，由人判断` },
    notComputable: notComputable.zh,
  },
};

const en: Said<typeof zh> = {
  ...memberNames('en'),
  ...askedWords('en'),
  phrases: phraseWords('en'),
  areas: {
    document: {
      name: 'YAML syntax',
      why: 'What is written wrongly cannot be read, or is misread; no clause is behind it.',
    },
    dossier: { name: 'structure of the dossier', why: 'A part that is written wrongly has no effect.' },
    earlier: {
      name: 'earlier filings',
      why: 'Figures of one year that differ, titles and rights that are gone: the office will ask about them; what it sent back must be corrected point by point.',
    },
    season: {
      name: 'season',
      why: 'A category is for certain days, and papers that have expired do not count; a report shows the clause.',
    },
    form: {
      name: 'the form',
      why: 'The form must be true, complete and filled in as it asks; a report shows the clause of the field.',
    },
    attachments: {
      name: 'attachments',
      why: 'Attachments that are missing, misplaced or not as the portal asks are sent back; a report shows the clause of the slot.',
    },
    pdf: { name: 'PDF attachments', why: 'The reviewers must be able to open and read every page.' },
    contents: {
      name: 'content of attachments',
      why: 'A damaged, encrypted or unreadable file shows the reviewers nothing.',
    },
    evidence: {
      name: 'evidence',
      why: 'Papers that disagree with the form, are issued to somebody else or have expired are a usual reason for being sent back.',
    },
    scans: {
      name: 'scans',
      why: 'A scan should have the name or the credit code of the enterprise; a misplaced file shows here.',
    },
    definition: {
      name: 'definition of a category',
      why: 'With errors in its definition no dossier can be checked by it; correct the definition, not the dossier.',
    },
    bundle: {
      name: 'bundle',
      why: 'Its receiver must be able to check it: all files there, digests equal, results derived again.',
    },
    signatures: {
      name: 'signatures',
      why: 'A signature says who issued a bundle, and whether anything has changed since.',
    },
    sheet: {
      name: 'intake workbook',
      why: 'When a dossier is read from a workbook, a cell that cannot be read for certain is not taken over.',
    },
  },
  difference: {
    same: 'the two categories do not differ',
    more: 'in full: --verbose',
    count: (changes) => some(changes, 'difference'),
    added: 'new',
    removed: 'removed',
    renamed: (from, to) => `id ${from} → ${to}`,
    became: (aspect, from, to) => `${aspect}: ${from} → ${to}`,
    came: (aspect, text) => `${aspect}: new ${text}`,
    went: (aspect, text) => `${aspect}: removed ${text}`,
    shift: (aspect, shift) => `${aspect}: ${shift}`,
    decisions: (dossier) => `what this changes for ${dossier}`,
    noDecisionChanges: 'no decision changes',
    none: 'no such criterion',
    undecided: (needs, more) => `undecided, missing ${needs.join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
    points: (label, points, max, pass) => `${label} ${points} points (of ${max}, ${pass} to pass)`,
  },
  explain: {
    fact: 'fact',
    labels: {
      why: 'why',
      says: 'message',
      fix: 'fix',
      example: 'e.g.',
      value: 'value',
      decision: 'decision',
      waiver: 'waiver',
      where: 'found in',
      file: 'from',
      write: 'write',
      also: 'same in',
    },
    waivable: (code) =>
      `with good reason: zjtx record waive --code ${code} --at PLACE --reason WHY --by NAME --until DATE`,
    hard: 'it cannot be waived; the dossier must be corrected',
    noteOnly: 'a note never blocks; there is nothing to waive',
    among: (what, count) => `${what} stands in ${count} categories and differs:`,
    tellApart: (what, category) => `One of them: zjtx explain ${what} --category ${category}`,
    unknown: (what) => `no code, criterion, metric, slot, field or fact is called “${what}”`,
    nearest: (near) =>
      near === undefined ? 'A report shows the code of each entry in brackets.' : `Did you mean ${near}?`,
    inOne: (what, category) => `the category ${category} has no “${what}”`,
    elsewhere: (what, category) => `Another category has it: zjtx explain ${what} --category ${category}`,
    noValue: 'not given',
    decided: { ...decisionWords.en, advice: `${decisionWords.en.advice}, for a person to judge` },
    notComputable: notComputable.en,
  },
};

export type ExplainWords = typeof en;

/** Parts of a definition whose members have a name. */
export type Part = keyof ExplainWords['parts'];

/** What a definition says of a member. */
export type AspectKey = keyof ExplainWords['aspects'];

export const explainWords = speak({ zh, en });
