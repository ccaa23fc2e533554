// What `init` and `fill` say and ask.
import { argument } from '../characters/shown.ts';
import { systemFault } from '../findings/system-fault.ts';
import { type Said, some, speak } from './speak.ts';

const zh = {
  category: '申报哪一类？（输入文字可查找）',
  /** Refusals, each with what to do. */
  noScreen: (command: string) => ({
    message: '这里不是终端，不能逐项提问',
    hint: `加上 --yes（只写出空白材料），或 --answers 文件（照文件填写），例如：${command}`,
  }),
  stale: (message: string) => `注意：${message}`,
  noCategory: { message: '没有写申报类别', hint: '加上 --category 类别编号；已知类别见 zjtx categories list。' },
  exists: (path: string) => ({
    message: `${path} 已经存在，没有改动`,
    hint: '接着填写：zjtx init 加这个文件夹，不写 --category；要重新开始，换一个文件夹，或加 --force（原文件改名为 .bak）。',
  }),
  /** `code` is that of the system, when it would not give the file. */
  unreadable: (path: string, code?: string) => ({
    message: `${path} 不能读${code === undefined ? '' : `（${systemFault(code).zh}）`}`,
    hint: '核对路径；文件应为 UTF-8 编码的 YAML，写法同 dossier.yaml。',
  }),
  faulty: (path: string) => ({
    message: `${path} 还不能读，没有改动`,
    hint: `先改正 zjtx validate ${argument(path)} 指出的问题。`,
  }),
  notTaken: (path: string, code: string) => ({
    message: `不能从 ${path} 取文件（${systemFault(code).zh}）`,
    hint: '写出附件所在的文件夹。',
  }),
  sameCategory: (path: string, id: string) => `申报类别照 ${path}：${id}；另报一类的，加 --category`,
  written: (path: string, files: number, slots: number) =>
    `已写好 ${path}，${slots} 个附件文件夹，另有 ${files} 个编辑器用的文件`,
  backup: (path: string) => `原来的材料留在 ${path}`,
  ignored: (keys: readonly string[]) => `没有用上：${keys.join('、')}（不是材料的项目）`,
  answered: (count: number) => `已写入 ${count} 项`,
  /** What of a file of answers was not written, and why. */
  notWritten: {
    unknown: (path: string, near: string | undefined, known: readonly string[]) =>
      `没有写入：${path}，这一类没有这一项${near === undefined ? (known.length === 0 ? '' : `；这里可写：${known.join('、')}`) : `；是否指“${near}”？`}`,
    elsewhere: (path: string, place: string) => `没有写入：${path}，要写在“${place}”下`,
    refused: (path: string, why: string) => `没有写入：${path}；${why}`,
    parted: (label: string, parts: readonly string[]) => `没有写入：${label}，要分项写：${parts.join('、')}`,
    shape: (label: string) => `没有写入：${label}，写法不对，照 dossier.yaml 的写法`,
    rows: (label: string, rows: number) => `没有写入：${label}，材料里已有 ${rows} 项，没有改动`,
    category: (id: string) => `没有写入：category，这份材料申报的是 ${id}`,
    byCommand: (key: string, command: string) => `没有写入：${key}，用 ${command}`,
    fault: (label: string) => `没有写入：${label}`,
    claims: '数字出处',
  },
  /** An answer that was written otherwise, as it stands in the dossier now. */
  taken: (written: string, taken: string) => `${written} 按 ${taken} 写入`,
  carried: (labels: readonly string[]) => `已带过来 ${labels.length} 项：${labels.join('、')}`,
  left: (label: string, why: 'years' | 'unasked' | 'fit', detail: string | undefined) =>
    ({
      years: `没有带：${label}，原材料里没有${detail === undefined ? '所要年度' : ` ${detail} 年`}的数字`,
      unasked: `没有带：${label}，这一类不问`,
      fit: `没有带：${label}，${detail ?? '不合要求'}`,
    })[why],
  notCarried: '附件、数字出处、豁免、人工确认不带过来：都要按新的材料重新准备。带过来的内容请逐项核对。',
  next: (shown: string, isFinal = false) => [
    isFinal ? `生成材料：zjtx build ${argument(shown)} -o 输出` : `接着填写：zjtx init ${argument(shown)}`,
    `检查：    zjtx validate ${argument(shown)}`,
    '也可以直接在编辑器（如 VS Code）里填写，每一项上面都有说明。',
  ],
  /** How to move about, said once. */
  guide: [
    '直接回车：跳过，以后再填；< 回车：上一项；> 回车：换一个部分或退出；- 回车：清空这一项。',
    '每答一项就存盘，随时可以按 Ctrl-C 退出。',
  ],
  section: (title: string, at: number, all: number) => `【${title}】第 ${at}/${all} 部分`,
  progress: (filled: number, all: number, required: number) =>
    `已填 ${filled}/${all} 项${required === 0 ? '，必填的都填了' : `，必填的还有 ${required} 项`}`,
  /** After a label, and between the parts of a question. */
  needed: '（必填）',
  gap: '　',
  skip: '跳过，以后再填',
  /** What papers say behind the label. */
  noticed: (text: string, from: string, page: number) => `${from} 第 ${page} 页写的是 ${text}，输入 = 采用`,
  keep: (shown: string) => `不改：${shown}`,
  back: '上一项',
  jump: '换一个部分或退出',
  clear: '清空',
  other: '都不是，自己填写',
  quit: '存盘退出',
  where: '到哪一部分？',
  takeFiles: '附件：从文件夹取文件',
  sectionChoice: (title: string, filled: number, all: number) => `${title}　${filled}/${all}`,
  fromFile: '可以直接粘贴几段；也可以写 @文件名，读入材料文件夹里的文件，如 @简介.docx',
  /** Stands in the line for what was pasted. */
  pasted: (lines: number, signs: number, number: number) => `［粘贴${number}：${lines} 行 ${signs} 字］`,
  pastedPart: '粘贴的内容不能只删一部分：整个删去再粘贴一次',
  /** Parts of one thing, asked in one line. */
  parts: (names: readonly string[]) => `依次写 ${names.join(' ')}，中间空一格，空着的写 -`,
  alike: (options: readonly string[]) => `；全都相同的可以写 ${options.map((one) => `都${one}`).join(' 或 ')}`,
  partsWanted: (names: readonly string[], given: number, least: number) =>
    `要写 ${least < names.length ? `${least}—${names.length}` : least} 个（${names.join('、')}），现在是 ${given} 个；空着的写 -`,
  again: '重填',
  filledIn: (label: string, text: string, file: string) => `已填 ${label}：${text}（${file}）`,
  places: '依次写省 市 县(市、区)，中间空一格',
  industrySearch: '输入代码或名称查找；名录到大类为止，小类写代码，如 3453',
  /** How a row is written in one line. */
  rowLine: (names: readonly string[], least: number) => [
    `一行写一项，中间空一格（内容里有空格的用；隔开）；也可以从 Excel 里复制几行，一次粘贴：`,
    ...names.slice(0, least).map((name, at) => `${at + 1}. ${name}`),
    ...(least < names.length ? [`后面可以接着写：${names.slice(least).join('　')}`] : []),
    `选项可以只写号码或开头的字；空着的写 -，同上一项的写 "；逐格填写 +；一项也没有写 无；写完了直接回车`,
  ],
  inRow: (number: number, wrong: string) => `第 ${number} 行：${wrong}`,
  /** What was made of several rows, or of one that goes on as the row above. */
  rowsRight: (rows: number) => (rows === 1 ? '这样写入吗？' : `这 ${rows} 项，这样写入吗？`),
  rowsTake: '写入',
  columnsLeft: (heads: readonly string[]) => `没有取的列：${heads.join('、')}`,
  classOf: (code: string, division: string) => `${code}（${division}；名录只到大类，小类代码照写）`,
  noMatch: '没有相符的，按退格改一改',
  several: (isFilled: boolean) => `按空格选中或取消，回车确定；一项不选就是${isFilled ? '清空' : '跳过'}`,
  industryCode: (division: string) =>
    `小类代码，四位数字，如 ${division}11（见营业执照或 GB/T 4754；不清楚就直接回车）`,
  notUnder: (division: string) => `代码要以所选大类 ${division} 开头，三位或四位数字`,
  rows: (label: string, rows: number) => `${label}：现有 ${rows} 项`,
  addRow: '添加一项',
  noRows: '没有',
  rowsDone: '没有了，往下填',
  row: (label: string, number: number) => `${label} 第 ${number} 项`,
  noPaper: (path: string) => `材料文件夹里没有 ${path}：先把文件放进去，再写路径，如 附件/证书.pdf`,
  noFile: (path: string, there: boolean) =>
    there
      ? `${path} 里读不出文字：能读 .txt、.docx 和有文字的 .pdf；.doc、.wps 先另存为 .docx，扫描件请照着填`
      : `没有找到 ${path}：写材料文件夹里的文件名`,
  saved: (shown: string, resume: string) => [`已存盘：${shown}`, `接着填写：${resume}`],
  finished: (filled: number, all: number) => `问完了：已填 ${filled}/${all} 项`,
  open: (labels: readonly string[], more: number) =>
    `还没有填的必填项：${labels.join('、')}${more > 0 ? ` 等 ${labels.length + more} 项` : ''}`,
  state: (errors: number, warnings: number, undecided: number) =>
    `检查结果：错误 ${errors} 项，警告 ${warnings} 项，待定 ${undecided} 项`,
  take: {
    first: '收到的材料在哪个文件夹、zip 或 rar 里？先放好，能读出的就不用填（直接回车：以后再说）',
    ask: (missing: number) =>
      `附件还缺 ${missing} 类。从哪个文件夹取？写出文件夹，会先显示分得对不对（直接回车：以后再说）`,
  },
  /** Figures of a year whose paper nobody has named. */
  source: (year: number, labels: readonly string[]) => `${year} 年的${labels.join('、')} 写在哪个文件里？`,
  page: '在第几页？（如 3 或 3-5；直接回车：不写）',
  asOf: (from: string, until: string) =>
    `今天不在这一类的适用日期（${from} 至 ${until}）之内：按哪一天判断？写申报日，如 ${from}（直接回车：今天）`,
  asOfWrong: (from: string) => `这不是日期；写成 ${from} 这样，或清空后直接回车`,
  /** Of keys and of what they do. */
  keys: {
    space: '空格',
    navigate: '移动',
    select: '选定',
    'select all': '全选',
    invert: '反选',
    submit: '确定',
    all: '全选',
    search: '查找',
  } as Readonly<Record<string, string>>,
};

const en: Said<typeof zh> = {
  category: 'Which category? (type to search)',
  noScreen: (command) => ({
    message: 'this is not a terminal, so nothing can be asked',
    hint: `Add --yes (writes a blank dossier) or --answers FILE (fills it from a file), for example: ${command}`,
  }),
  stale: (message) => `note: ${message}`,
  sameCategory: (path, id) => `category as in ${path}: ${id}; give --category for another one`,
  noCategory: {
    message: 'no category is named',
    hint: 'Add --category ID; zjtx categories list shows the known ones.',
  },
  exists: (path) => ({
    message: `${path} is there already; nothing was changed`,
    hint: 'Go on with zjtx init and this folder, without --category; to begin anew use another folder, or --force (the old file becomes .bak).',
  }),
  unreadable: (path, code) => ({
    message: `${path} cannot be read${code === undefined ? '' : ` (${systemFault(code).en})`}`,
    hint: 'Check the path; it must be YAML in UTF-8, written like a dossier.yaml.',
  }),
  faulty: (path) => ({
    message: `${path} cannot be read yet; nothing was changed`,
    hint: `First correct what zjtx validate ${argument(path)} finds.`,
  }),
  notTaken: (path, code) => ({
    message: `cannot take files from ${path} (${systemFault(code).en})`,
    hint: 'Name the folder that holds the attachments.',
  }),
  written: (path, files, slots) =>
    `wrote ${path}, ${some(slots, 'folder')} for attachments and ${some(files, 'file')} for the editor`,
  backup: (path) => `the dossier as it was is in ${path}`,
  ignored: (keys) => `not used: ${keys.join(', ')} (not part of a dossier)`,
  answered: (count) => `${some(count, 'answer')} written`,
  notWritten: {
    unknown: (path, near, known) =>
      `not written: ${path}, which this category does not have${near === undefined ? (known.length === 0 ? '' : `; known here: ${known.join(', ')}`) : `; did you mean “${near}”?`}`,
    elsewhere: (path, place) => `not written: ${path}, which belongs under “${place}”`,
    refused: (path, why) => `not written: ${path}: ${why}`,
    parted: (label, parts) => `not written: ${label}, which has parts: ${parts.join(', ')}`,
    shape: (label) => `not written: ${label}; write it as a dossier.yaml does`,
    rows: (label, rows) => `not written: ${label}; the dossier has ${rows} already, which stay`,
    category: (id) => `not written: category; this dossier is for ${id}`,
    byCommand: (key, command) => `not written: ${key}; use ${command}`,
    fault: (label) => `not written: ${label}`,
    claims: 'sources of figures',
  },
  taken: (written, taken) => `${written} is written as ${taken}`,
  carried: (labels) => `carried over ${labels.length}: ${labels.join(', ')}`,
  left: (label, why, detail) =>
    ({
      years: `not carried: ${label}, the old dossier has no figure for ${detail ?? 'the years asked for'}`,
      unasked: `not carried: ${label}, this category does not ask for it`,
      fit: `not carried: ${label}, ${detail ?? 'it does not fit'}`,
    })[why],
  notCarried:
    'Attachments, claims, waivers and attestations are not carried over: they must be prepared anew. Check what was carried over, one by one.',
  next: (shown, isFinal) => [
    isFinal ? `build:  zjtx build ${argument(shown)} -o out` : `go on:  zjtx init ${argument(shown)}`,
    `check:  zjtx validate ${argument(shown)}`,
    'Or fill it in with an editor such as VS Code: every key is explained above it.',
  ],
  guide: [
    'Enter: skip for now; < Enter: back; > Enter: another section, or leave; - Enter: clear the answer.',
    'Every answer is saved at once; Ctrl-C leaves at any time.',
  ],
  section: (title, at, all) => `[${title}] section ${at} of ${all}`,
  progress: (filled, all, required) =>
    `${filled} of ${all} filled in${required === 0 ? ', all that are required' : `, ${required} required ones left`}`,
  needed: ' (required)',
  gap: '  ',
  skip: 'skip for now',
  noticed: (text, from, page) => `${from}, page ${page}, says ${text}: = takes it`,
  keep: (shown) => `keep: ${shown}`,
  back: 'back',
  jump: 'another section, or leave',
  clear: 'clear',
  other: 'none of these, let me type',
  quit: 'save and leave',
  where: 'Which section?',
  takeFiles: 'Attachments: take files from a folder',
  sectionChoice: (title, filled, all) => `${title}  ${filled}/${all}`,
  fromFile: 'Paste several lines, or write @FILE to read a file in the folder of the dossier, such as @profile.docx',
  pasted: (lines, signs, number) => `[paste ${number}: ${some(lines, 'line')}, ${some(signs, 'character')}]`,
  pastedPart: 'pasted text cannot be deleted in part: delete all of it and paste again',
  parts: (names) => `write ${names.join(', ')} in this order, with a space between them; - for none`,
  alike: (options) => `; where all are the same, ${options.map((one) => `all ${one}`).join(' or ')}`,
  partsWanted: (names, given, least) =>
    `${least < names.length ? `${least} to ${names.length}` : least} are wanted (${names.join(', ')}), ${given} ${given === 1 ? 'is' : 'are'} given; write - for none`,
  again: 'answer again',
  filledIn: (label, text, file) => `filled in ${label}: ${text} (${file})`,
  places: 'write province, city and county with a space between them',
  industrySearch: 'type a code or a name; the list ends at divisions: for a class write its code, such as 3453',
  rowLine: (names, least) => [
    'one entry per line, with a space between its parts (or ; where a text has spaces); or paste several rows copied from Excel:',
    ...names.slice(0, least).map((name, at) => `${at + 1}. ${name}`),
    ...(least < names.length ? [`you may go on with: ${names.slice(least).join(', ')}`] : []),
    'of an option its number or beginning will do; - for none, " for the same as above; + asks cell by cell; “none” if there is none at all; Enter when there are no more',
  ],
  inRow: (number, wrong) => `row ${number}: ${wrong}`,
  rowsRight: (rows) => (rows === 1 ? 'Write it like this?' : `Write these ${rows} like this?`),
  rowsTake: 'write',
  columnsLeft: (heads) => `columns not taken: ${heads.join(', ')}`,
  classOf: (code, division) => `${code} (${division}; the list ends there, the code is taken as it is)`,
  noMatch: 'no match: delete some of it and try again',
  several: (isFilled) => `space selects, Enter confirms; none selected ${isFilled ? 'clears the answer' : 'skips'}`,
  industryCode: (division) => `Code of the class, four digits, such as ${division}11 (GB/T 4754; Enter when unknown)`,
  notUnder: (division) => `The code must begin with the division ${division} and have three or four digits`,
  rows: (label, rows) => `${label}: ${rows} so far`,
  addRow: 'add one',
  noRows: 'there is none',
  rowsDone: 'no more, go on',
  row: (label, number) => `${label} no. ${number}`,
  noPaper: (path) => `${path} is not in the dossier’s folder: put it there and write its path, such as 附件/证书.pdf`,
  noFile: (path, there) =>
    there
      ? `no text can be read in ${path}: .txt, .docx and a .pdf with text can be read; save .doc and .wps as .docx first, and type what a scan says`
      : `${path} not found: write the name of a file in the folder of the dossier`,
  saved: (shown, resume) => [`saved: ${shown}`, `go on: ${resume}`],
  finished: (filled, all) => `that was all: ${filled} of ${all} filled in`,
  open: (labels, more) => `required and still open: ${labels.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  state: (errors, warnings, undecided) =>
    `check: ${some(errors, 'error')}, ${some(warnings, 'warning')}, ${undecided} undecided`,
  take: {
    first:
      'Which folder, zip or rar holds the papers received? Place them first: what can be read from them need not be typed (Enter: later)',
    ask: (missing) =>
      `${some(missing, 'slot')} without a file. Take the files from which folder? You will see first where each would go (Enter: later)`,
  },
  source: (year, labels) => `Which paper states ${labels.join(', ')} of ${year}?`,
  page: 'On which page? (3, or 3-5; Enter: none)',
  asOf: (from, until) =>
    `Today is outside the days that this category applies to (${from} to ${until}): as of which day is it checked? Write the day of the application, such as ${from} (Enter: today)`,
  asOfWrong: (from) => `This is not a date: write it like ${from}, or clear the line and press Enter`,
  keys: {},
};

export type WizardWords = typeof en;

export const wizardWords = speak({ zh, en });
