// The options and arguments that several commands share, each written once with what the help says of it.
import { failOn } from '../findings/states.ts';
import { reporters } from '../reporters/index.ts';
import type { ArgumentSpec, OptionSpec, OptionValues } from './command.ts';

const lang: OptionSpec = {
  flags: '--lang <zh|en>',
  about: {
    zh: '语言：zh 或 en（默认按 ZJTX_LANG，再按系统语言）',
    en: 'language: zh or en (default: ZJTX_LANG, then the locale)',
  },
  choices: ['zh', 'en'],
};

export const asOf: OptionSpec = {
  flags: '--as-of <date>',
  about: {
    zh: '按这一天判断有效期，例如 2021-08-16（默认取材料的判断日期，再取北京时间今天）',
    en: "day that decides validity periods, such as 2021-08-16 (default: the dossier's as_of, then today in Shanghai)",
  },
};

/** What a dossier is held against. */
export const compared: readonly OptionSpec[] = [
  {
    flags: '--against <path>',
    about: {
      zh: '与以往的申报对照：写材料包、材料，或放它们的文件夹，可重复；同年数字、称号、知识产权应当一致',
      en: 'compare with what was filed before (bundles, dossiers or folders of them; may be repeated): figures of the same years, titles and rights should agree',
    },
    repeatable: true,
  },
  {
    flags: '--returned <file>',
    about: {
      zh: '退回修改的意见（文本一行一条，或 YAML）：逐条看与送出的（--against）相比改了没有',
      en: 'what the office sent back (a text, one point per line, or YAML): checks whether each was changed since --against was sent',
    },
  },
];

export const schemas: OptionSpec = {
  flags: '--schemas <folder>',
  about: { zh: '另一处类别定义的文件夹，可重复', en: 'another folder of definitions; may be repeated' },
  repeatable: true,
};

export const quiet: OptionSpec = {
  flags: '-q, --quiet',
  about: { zh: '不显示进度和提示', en: 'no progress, no notes' },
};

const noColor: OptionSpec = { flags: '--no-color', about: { zh: '不用颜色', en: 'no colours' } };

export const config: OptionSpec = {
  flags: '--config <file>',
  about: {
    zh: '配置文件（默认取材料所在或其上级文件夹中的 zjtx.config.yaml）',
    en: 'configuration file (default: the zjtx.config.yaml in the folder of the dossiers or above it)',
  },
};

export const redact: OptionSpec = {
  flags: '--redact',
  about: {
    zh: '输出中隐去企业、产品、人员、文件的名称和电话、地址、号码，代以编号',
    en: 'replace the names of enterprises, products, persons and files, and phones, addresses and codes, by numbers',
  },
};

const deep: OptionSpec = {
  flags: '--deep',
  about: {
    zh: '把只有图片的 PDF 页面画出来，查出扫描成白纸的页；较慢',
    en: 'render pages of PDFs that are pictures, to find scans of blank paper; slower',
  },
};

const changedSince: OptionSpec = {
  flags: '--changed-since <revision>',
  about: {
    zh: '只处理自这个 git 版本以来，自身、附件或配置有改动的材料',
    en: 'only dossiers that have changed since this git revision, or whose attachments or configuration have',
  },
};

const jobs: OptionSpec = {
  flags: '--jobs <number>',
  about: { zh: '同时检查几份（默认按处理器核数）', en: 'how many dossiers to check at a time (default: one per core)' },
};

/** Of commands whose result is a text or its JSON; `--json` is how it was written before. */
export const result: readonly OptionSpec[] = [
  {
    flags: '-f, --format <name[=file]>',
    about: {
      zh: '格式：text、json；写成 json=文件 则写入文件，可重复',
      en: 'format: text, json; json=FILE writes to a file; may be repeated',
    },
    repeatable: true,
  },
  { flags: '--json', about: { zh: '同 -f json', en: 'the same as -f json' }, hidden: true },
];

export const yes: OptionSpec = { flags: '-y, --yes', about: { zh: '不提问', en: 'ask no questions' } };

export const answers: OptionSpec = {
  flags: '--answers <file>',
  about: {
    zh: '照这个文件填写，不提问：YAML，写法同 dossier.yaml，可以只写一部分',
    en: 'fill in from this file and ask no questions: YAML written like dossier.yaml, or a part of it',
  },
};

/** Of received papers. */
export const ocrPapers: OptionSpec = {
  flags: '--ocr',
  about: {
    zh: '识别扫描件和照片上的文字来辨认，较慢（要安装 tesseract.js）',
    en: 'read the text of scans and photos to recognise them; slower (needs tesseract.js)',
  },
};

export const take: OptionSpec = {
  flags: '--take <folder>',
  about: {
    zh: '从这个文件夹（或 zip、rar）取附件，做法同 zjtx add；只复制，不移动，不覆盖',
    en: 'take attachments from this folder (or zip, rar) as zjtx add does; copies, never moves or overwrites',
  },
};

/** The options of what mends dossiers. */
export const mending: readonly OptionSpec[] = [
  {
    flags: '--dry-run',
    about: {
      zh: '只显示会怎样改，不写入：文本格式为 unified diff',
      en: 'write nothing and show what would change, as a unified diff in the text format',
    },
  },
  yes,
];

export const watch: OptionSpec = {
  flags: '-w, --watch',
  about: { zh: '文件一有改动就重新检查，按 Ctrl-C 结束', en: 'check again whenever a file changes, until Ctrl-C' },
};

export const noCache: OptionSpec = {
  flags: '--no-cache',
  about: {
    zh: '每个附件都重新查看，不用缓存（缓存文件夹可用环境变量 ZJTX_CACHE_DIR 指定）',
    en: 'look at every attachment anew, without the cache (the environment variable ZJTX_CACHE_DIR names its folder)',
  },
};

export const exitCode: OptionSpec = {
  flags: '--exit-code',
  about: { zh: '有不同时退出码为 1', en: 'exit with 1 when they differ' },
};

/** Where commands look for dossiers. */
export const paths: ArgumentSpec = {
  syntax: '[path...]',
  about: {
    zh: '材料文件、文件夹（查找 dossier.yaml）、通配符；- 为标准输入；不写为当前文件夹',
    en: 'dossier files, folders (searched for dossier.yaml), globs; - for standard input; default: the current folder',
  },
};

/** Where a command takes one dossier. */
export const dossierPath: ArgumentSpec = {
  syntax: '[path]',
  about: {
    zh: '一份材料：文件，或它所在的文件夹；不写为当前文件夹',
    en: 'one dossier: its file or its folder; default: the current folder',
  },
};

/** Every command speaks a language and may colour. */
export const common: readonly OptionSpec[] = [lang, noColor];

const formats = reporters.map(({ name }) => name);

/** The options of commands that report on dossiers. */
export const reporting: readonly OptionSpec[] = [
  {
    flags: '-f, --format <name[=file]>',
    about: {
      zh: `报告格式：${formats.join('、')}；写成 json=文件 则写入文件，可重复；json 有中英文两种，写明 --lang 的只有一种`,
      en: `format of the report: ${formats.join(', ')}; json=FILE writes to a file; may be repeated; json is in both languages, or in that of --lang`,
    },
    completes: 'formats',
    repeatable: true,
  },
  {
    flags: '--fail-on <state>',
    about: {
      zh: '哪种状态或更差就以 1 退出：errors、incomplete、unsettled、warning、never（默认 incomplete）',
      en: 'exit with 1 at this state or a worse one: errors, incomplete, unsettled, warning, never (default: incomplete)',
    },
    choices: failOn,
  },
  config,
  {
    flags: '--statistics',
    about: {
      zh: '另给出一批的统计：各类别、各状态的份数，各代码的次数（text、json）',
      en: 'figures over the batch as well: dossiers by category and state, findings by code (text, json)',
    },
  },
  {
    flags: '-v, --verbose',
    about: { zh: '列出全部待定和未核对的条件', en: 'list all criteria that are undecided or not checked' },
  },
];

/** The options of commands that assess dossiers. */
export const assessing: readonly OptionSpec[] = [
  ...reporting,
  redact,
  {
    flags: '--fail-fast',
    about: { zh: '第一份达到 --fail-on 的材料就停止', en: 'stop at the first dossier that reaches --fail-on' },
  },
  asOf,
  deep,
  {
    flags: '--ocr',
    about: {
      zh: '识别扫描件的文字，看有没有企业名称和信用代码；只作提示，较慢（要安装 tesseract.js）',
      en: 'read the text of scans and look for the name or credit code of the enterprise; notes only, slower (needs tesseract.js)',
    },
  },
  schemas,
  jobs,
  changedSince,
  {
    flags: '--shard <i/n>',
    about: {
      zh: '把材料分成 N 组，只检查第 I 组，例如 2/4；报告用 zjtx report merge 合并',
      en: 'split the dossiers into N shards and check only shard I, such as 2/4; join the reports with zjtx report merge',
    },
  },
  quiet,
  ...common,
];

/** The options of commands that assess dossiers and print a list of their own. */
export const listing: readonly OptionSpec[] = [
  ...result,
  redact,
  config,
  asOf,
  deep,
  schemas,
  jobs,
  changedSince,
  quiet,
  ...common,
];

/** The options of commands that draw the form of dossiers. */
export const drawing: readonly OptionSpec[] = [
  ...result,
  redact,
  config,
  asOf,
  deep,
  schemas,
  jobs,
  changedSince,
  quiet,
  ...common,
];

export const more: OptionSpec = {
  flags: '-v, --verbose',
  about: { zh: '逐项写全', en: 'write each in full' },
};

/** The options of commands that write into a dossier. */
export const editing: readonly OptionSpec[] = [...result, asOf, config, schemas, ...common];

export const withSchemas: readonly OptionSpec[] = [schemas, ...result, ...common];

export const textOption = (options: OptionValues, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

export const listOption = (options: OptionValues, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

export const isSet = (options: OptionValues, name: string): boolean => options[name] === true;
