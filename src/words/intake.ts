// What `zjtx sheet` says around its workbooks, and a starter dossier in its comments.
import { argument } from '../characters/shown.ts';
import { standingName } from './readings.ts';
import { schemaWords } from './schema.ts';
import { type Said, some, speak } from './speak.ts';

/** A value as it was, empty where there was none, and as it is to be. */
type Change = { readonly label: string; readonly before: string; readonly after: string };

const isWorkbook = (file: string): boolean => file.toLowerCase().endsWith('.xlsx');

const zh = {
  written: (file: string, sheets: number) => `已写入 ${file}：${sheets} 个工作表`,
  unchanged: (file: string) => `${file} 与原来相同，没有改动`,
  /** After an empty workbook was written. */
  fill: (file: string) => `填好后运行：zjtx sheet import ${file} -o 材料`,
  taken: (file: string) => `${file} 已经存在，没有覆盖`,
  takenFix: '换一个位置，或加 --force 覆盖；覆盖材料时，原来的内容另存为 .bak。',
  otherThere: (file: string, category: string) => `${file} 是另一类别 ${category} 的材料，没有改动`,
  otherFix: '换一个文件夹（-o）：一个类别的材料放一个文件夹。',
  unread: {
    old: (file: string) => `${file} 是旧格式的 Excel 文件（.xls 或 .et）`,
    encrypted: (file: string) => `${file} 有打开密码`,
    broken: (file: string) =>
      isWorkbook(file) ? `${file} 不是完好的 .xlsx 工作簿` : `${file} 不是 .xlsx 工作簿，读不了这种格式`,
    large: (file: string) => `${file} 太大，不像一份填写用的工作簿`,
    foreign: (file: string) => `${file} 不是 zjtx 导出的工作簿，看不出属于哪个类别`,
    newer: (file: string) => `${file} 由更新版本的 zjtx 导出，这个版本读不了`,
    answers: (file: string) => `${file} 不是写法完好的 YAML 或 JSON`,
  },
  unreadFix: {
    old: '用 Excel 或 WPS 打开，另存为 .xlsx，再导入。',
    encrypted: '用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx，再导入。',
    broken: '用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx（Numbers 导出为 Excel），再导入。',
    large: '删去与申报无关的工作表、图片和空行（上限 20 MB），再导入。',
    foreign: '用 --category 写明类别；或用 zjtx sheet export 导出空表，把内容填进去。',
    newer: '更新 zjtx，再导入。',
    answers: '写法同 dossier.yaml，可以只写一部分。',
  },
  notYet: (file: string) => `${file} 还不能读，没有导出`,
  notYetFix: (file: string) => `先改正 zjtx validate ${argument(file)} 指出的问题。`,
  manyToOne: (count: number) => `${count} 份材料不能写进一个工作簿`,
  manyToOneFix: '-o 写一个文件夹，每份材料一个工作簿；或加 --wide，一行一家企业。',
  mixed: (categories: readonly string[]) => `一张宽表只能放一个类别，这里有 ${categories.join('、')}`,
  mixedFix: '按类别分别导出，或加 --category 只取一个类别。',
  /** What a wide table leaves out. */
  leftOut: (count: number) => `子表、附件等 ${count} 项不在宽表中；要全部内容，不加 --wide 导出。`,
  dossier: (file: string, enterprise: string) => `已写入 ${file}${enterprise === '' ? '' : `：${enterprise}`}`,
  replaced: (file: string, backup: string) => `已更新 ${file}，原来的内容在 ${backup}`,
  would: (file: string, enterprise: string) => `会写入 ${file}${enterprise === '' ? '' : `：${enterprise}`}`,
  /** Before a dossier that is there is changed. */
  changes: (file: string, count: number) => `${file}：有 ${count} 处不同`,
  change: ({ label, before, after }: Change) => `  ${label}：${before === '' ? '（空）' : before} → ${after}`,
  agree: (file: string) => `写入 ${file} 吗？`,
  yes: '写入',
  no: '不写',
  dry: '只是显示，没有写入',
  unasked: '没有写入；同意的，加 --yes',
  twoRows: (code: string, places: readonly string[]) => `统一社会信用代码 ${code} 出现两次：${places.join('，')}`,
  twoCodes: (name: string, codes: readonly string[], places: readonly string[]) =>
    `“${name}”出现两次，代码是 ${codes.map((code) => (code === '' ? '（空）' : code)).join(' 和 ')}：${places.join('，')}`,
  twoThere: (code: string, paths: readonly string[]) =>
    `统一社会信用代码 ${code} 已有 ${paths.length} 份材料：${paths.join('、')}`,
  otherCode: (file: string, there: string, code: string) => `${file} 的统一社会信用代码是 ${there}，要读入的是 ${code}`,
  twinsFix: '没有写入。核对代码和名称，每家企业每个类别只留一份，再导入一次。',
  noName: '没有填企业名称，文件夹按工作簿命名',
  nothing: (file: string) => `${file} 是空表，没有写出材料`,
  next: (path: string) => `下一步：zjtx validate ${argument(path)}`,
  found: (errors: number, warnings: number, notes: number) =>
    `表格中有 ${errors} 处错误、${warnings} 处警告、${notes} 处说明`,
  results: {
    matrix: '总表',
    findings: '问题',
    metrics: '指标',
    enterprise: '企业',
    uscc: '统一社会信用代码',
    category: '类别编号',
    title: '类别',
    severity: '级别',
    code: '代码',
    message: '问题',
    fix: '修正',
    place: '位置',
    waived: '豁免',
    metric: '指标',
    value: '结果',
    unit: '单位',
    substitution: '代入',
    counts: (errors: number, warnings: number, undecided: number) =>
      `错误 ${errors}，警告 ${warnings}，待定 ${undecided}`,
    heading: (count: number) => `检查结果：${count} 份材料`,
  },
};

const en: Said<typeof zh> = {
  written: (file, sheets) => `wrote ${file}: ${some(sheets, 'sheet')}`,
  unchanged: (file) => `${file} has not changed and was left alone`,
  fill: (file) => `When it is filled in: zjtx sheet import ${file} -o dossiers`,
  taken: (file) => `${file} exists and was not overwritten`,
  takenFix: 'Name another place, or overwrite with --force; a dossier that is overwritten is kept as .bak.',
  otherThere: (file, category) => `${file} is for another category, ${category}; it was not changed`,
  otherFix: 'Name another folder (-o): one for the dossiers of each category.',
  unread: {
    old: (file) => `${file} is a workbook of the old kind (.xls or .et)`,
    encrypted: (file) => `${file} has a password`,
    broken: (file) =>
      isWorkbook(file)
        ? `${file} is not a sound .xlsx workbook`
        : `${file} is not an .xlsx workbook; this kind cannot be read`,
    large: (file) => `${file} is too large for an intake workbook`,
    foreign: (file) => `${file} was not exported by zjtx and does not say its category`,
    newer: (file) => `${file} was exported by a newer zjtx and cannot be read by this one`,
    answers: (file) => `${file} is not sound YAML or JSON`,
  },
  unreadFix: {
    old: 'Open it in Excel or WPS, save it as .xlsx, and import again.',
    encrypted: 'Open it in Excel or WPS, take the password off, save it as .xlsx, and import again.',
    broken: 'Open it in Excel, WPS or LibreOffice, save it as .xlsx (Numbers: export to Excel), and import again.',
    large: 'Delete sheets, pictures and empty rows that have nothing to do with it (at most 20 MB), and import again.',
    foreign: 'Name the category with --category; or export an empty workbook with zjtx sheet export and fill it in.',
    newer: 'Update zjtx and import again.',
    answers: 'Write it like a dossier.yaml, or a part of one.',
  },
  notYet: (file) => `${file} cannot be read yet and was not exported`,
  notYetFix: (file) => `First correct what zjtx validate ${argument(file)} finds.`,
  manyToOne: (count) => `${count} dossiers do not fit into one workbook`,
  manyToOneFix: 'Give -o a folder, for a workbook per dossier; or add --wide, for one enterprise per row.',
  mixed: (categories) => `a wide table holds one category; here are ${categories.join(', ')}`,
  mixedFix: 'Export each category by itself, or choose one with --category.',
  leftOut: (count) =>
    `${count} tables, attachments and the like are not in the wide table; for everything, export without --wide.`,
  dossier: (file, enterprise) => `wrote ${file}${enterprise === '' ? '' : `: ${enterprise}`}`,
  replaced: (file, backup) => `updated ${file}; what was there is in ${backup}`,
  would: (file, enterprise) => `would write ${file}${enterprise === '' ? '' : `: ${enterprise}`}`,
  changes: (file, count) => `${file}: differs in ${some(count, 'place')}`,
  change: ({ label, before, after }) => `  ${label}: ${before === '' ? '(empty)' : before} → ${after}`,
  agree: (file) => `Write ${file}?`,
  yes: 'write',
  no: 'leave it',
  dry: 'shown only; nothing was written',
  unasked: 'nothing was written; if you agree, add --yes',
  twoRows: (code, places) => `the credit code ${code} stands twice: ${places.join(', ')}`,
  twoCodes: (name, codes, places) =>
    `“${name}” stands twice, with the codes ${codes.map((code) => (code === '' ? '(empty)' : code)).join(' and ')}: ${places.join(', ')}`,
  twoThere: (code, paths) => `there are ${paths.length} dossiers of the credit code ${code}: ${paths.join(', ')}`,
  otherCode: (file, there, code) => `${file} has the credit code ${there}; what is to be read has ${code}`,
  twinsFix:
    'Nothing was written. Check codes and names, keep one dossier per enterprise and category, and import again.',
  noName: 'the enterprise has no name; the folder is named after the workbook',
  nothing: (file) => `${file} is empty; no dossier was written`,
  next: (path) => `Next: zjtx validate ${argument(path)}`,
  found: (errors, warnings, notes) =>
    `in the workbooks: ${some(errors, 'error')}, ${some(warnings, 'warning')}, ${some(notes, 'note')}`,
  results: {
    matrix: 'Matrix',
    findings: 'Findings',
    metrics: 'Metrics',
    enterprise: 'Enterprise',
    uscc: 'Credit code',
    category: 'Category id',
    title: 'Category',
    severity: 'Severity',
    code: 'Code',
    message: 'Finding',
    fix: 'Fix',
    place: 'Place',
    waived: 'Waived',
    metric: 'Metric',
    value: 'Result',
    unit: 'Unit',
    substitution: 'Substitution',
    counts: (errors, warnings, undecided) => `errors ${errors}, warnings ${warnings}, undecided ${undecided}`,
    heading: (count) => `Results: ${some(count, 'dossier')}`,
  },
};

export type IntakeWords = typeof en;

export const intakeWords = speak({ zh, en });

export const starterWords = {
  head: (title: string, scheme: string, year: number): readonly string[] => [
    `${title}（${scheme}，${year} 年度）申报材料`,
    '“#” 后面是说明，不算内容。没有填的项目保留空白即可；用 zjtx init 逐项填写，用 zjtx validate 检查。',
    '金额、人数、百分比只写数字，不带单位；号码（信用代码、电话、邮编等）要加引号。',
  ],
  enterprise: '企业名称　必填；与营业执照一致',
  asOf: '按这一天判断证书是否在有效期内；不写则取当天',
  form: '申请表',
  computed: '平台计算，不必填；要核对平台的数字时去掉 # 填上',
  options: (options: readonly string[]): string =>
    options.length <= 20
      ? `可选：${options.join('、')}`
      : `可选：${options.slice(0, 20).join('、')} 等 ${options.length} 项`,
  open: '来源没有公布这一栏的内容：照平台上的栏目写“名称: 内容”，一项一行；也可以只写一段文字',
  /** Before a row that shows how rows are written. */
  rows: '一项一行，写法如下；没有则写 []',
  tableRows: '一项一行，写法如下；没有则空着',
  facts: '申请表上没有、但申报条件要用的情况',
  years: (years: readonly number[]): string => `要用的年度：${years.join('、')}`,
  texts: '写成 [甲, 乙]；没有则写 []',
  titles: '已有的专精特新称号　没有则写 []；空着时有关条件待定',
  attachments: '附件　把文件放进各项所写的文件夹；也可以去掉 # 写出路径，或带说明的清单',
  slot: (folder: string): string => `文件夹：${folder}`,
  claims: '数字出处',
  waivers: '豁免',
  attestations: '人工确认',
  /** The text file in the folder of a slot. */
  note: (label: string, lines: readonly string[]): string =>
    `${[label, ...lines, '', '文件放在这个文件夹里就可以，文件名写明年度和材料名称，例如：2020年度审计报告.pdf。这个说明文件不会进入材料包。'].join('\n')}\n`,
} as const;

/** A hint on YAML without what only YAML needs: nobody types quotes into a question. */
const unquoted = (hint: string): string =>
  hint.replace(/加引号，|（加引号）|，加引号|和引号/gu, '').replace(/"([^"]*)"/gu, '$1');

const { hints, unit, limit, basis, clause, standing } = schemaWords;

const questionsZh = {
  form: starterWords.form as string,
  enterpriseTitle: '企业名称',
  sameAsLicence: '与营业执照一致',
  facts: starterWords.facts as string,
  titlesTitle: '已有称号',
  rowsOrNone: '一行写一项；一项也没有就写“无”',
  tableRows: starterWords.tableRows as string,
  /** How a figure without a unit is written. */
  figure: '只写数字',
  several: '几项之间用顿号“、”隔开；没有就写 无',
  free: '来源没有公布这一栏的内容：可以写一段文字，也可以先跳过，在 dossier.yaml 里分项填写',
  year: (year: number, forecast: boolean) => `${year}年${forecast ? '（预计）' : ''}`,
  unit,
  limit,
  /** How a value of a type is written. */
  written: {
    date: hints.date as string,
    term: hints.term as string,
    uscc: unquoted(hints.uscc),
    postcode: unquoted(hints.postcode),
    phone: unquoted(hints.phone),
    mobile: unquoted(hints.mobile),
    patent_number: hints.patent_number as string,
    file: hints.file as string,
  },
  basis: basis as string,
  clause,
  standing,
};

const questionsEn: Said<typeof questionsZh> = {
  form: 'The form',
  enterpriseTitle: 'Name of the enterprise',
  sameAsLicence: 'as on the business licence',
  facts: 'What the criteria need and the form has no field for',
  titlesTitle: 'Titles held',
  rowsOrNone: 'one entry per line; if there are none, write “none”',
  tableRows: 'one by one; leave it empty if there are none',
  figure: 'a number only',
  several: 'with 、 between several; 无 if there are none',
  free: 'No source prints what this part asks: write a text, or skip it and fill it in later in dossier.yaml',
  year: (year, forecast) => `${year}${forecast ? ' (forecast)' : ''}`,
  unit: (name) => `in ${name}, a number only`,
  limit: (max) => `at most ${some(max, 'character')}`,
  written: {
    date: 'such as 2016-03-18',
    term: 'such as 2023-12-01, or 长期 where it never ends',
    uscc: '18 characters',
    postcode: '6 digits, such as 211100',
    phone: 'with area code, such as 025-50000018',
    mobile: '11 digits, such as 13900000018',
    patent_number: 'such as ZL201819900016.3',
    file: 'path of a file, from the folder of the dossier',
  },
  basis: 'clause',
  clause: (name, stands, quote) => `${name} (${stands})${quote === undefined ? '' : `: “${quote}”`}`,
  standing: (name) => standingName(name, 'en'),
};

/** What the questions of a category say beside its own labels, prompts and clauses, which are quoted as they are printed. */
export const questionWords = speak({ zh: questionsZh, en: questionsEn });
