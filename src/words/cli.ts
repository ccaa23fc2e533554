// What the command line says around its documents: help and refusals.
import { type Said, speak } from './speak.ts';

const nearZh = (name: string | undefined): string => (name === undefined ? '' : `；是否指 ${name}`);

const zh = {
  program: '检查专精特新、小巨人申报材料，并生成报送材料包。全程离线。',
  /** Of a name from before. */
  renamed: (old: string, now: string) => `${old} 现在写作 ${now}（旧名仍可用）`,
  /** Below the list of commands. */
  examples: `选项：-h 帮助，-V 版本，--lang zh|en 语言，--no-color；详见 zjtx <命令> --help
例如：zjtx validate 材料；zjtx build 材料/示例精密 -o 输出；zjtx verify 输出`,
  exits: `退出码：0 状态都好于 --fail-on；1 有的不好于它；130 被中断（129、143 同）；
        2 不能运行（用法、找不到材料、定义有误、不能写入）`,
  headings: { usage: '用法：', arguments: '参数：', options: '选项：', commands: '命令：' },
  help: '显示帮助',
  version: '显示版本',
  /** Begins every refusal. */
  error: '错误',
  fix: '修正',
  usage: {
    unknownOption: (name: string, close: string | undefined) => `没有选项 ${name}${nearZh(close)}`,
    unknownCommand: (name: string, close: string | undefined) => `没有命令 ${name}${nearZh(close)}`,
    missingArgument: (name: string) => `缺少参数 ${name}`,
    missingValue: (option: string) => `选项 ${option} 缺少值`,
    missingOptions: (options: readonly string[]) => `缺少选项 ${options.join('、')}`,
    /** A command line as it could be. */
    whole: (call: string) => `完整的写法，例如：${call}`,
    /** `count` dossiers where one is wanted. */
    oneDossier: (count: number) => `这里要写一份材料，所写的路径下有 ${count} 份`,
    noStdin: '材料要改写，不能从标准输入读',
    badValue: (option: string, value: string, allowed: string) => `选项 ${option} 的值 ${value} 不对，可用：${allowed}`,
    tooMany: '参数过多',
    /** `count` paths where two are compared. */
    twoSides: (count: number) => `要比较的材料或材料包应当是两份，现在是 ${count} 份`,
    /** `count` ids where two are compared. */
    twoCategories: (count: number) => `要比较的类别应当是两个，现在是 ${count} 个`,
    /** The office has sent back one filing of one dossier. */
    returnedAgainst: '--returned 要同时用 --against 写出送出的那一份，只写一份',
    returnedCategory: (sent: string, now: string) => `送出的是 ${sent}，这份材料是 ${now}，不能逐条核对退回意见`,
    editionKnown: (id: string) => `已有类别 ${id}`,
    twoToStdout: '两种格式不能都写到标准输出；其中一种写成 格式=文件',
    twoToFile: (file: string) => `两种格式不能写进同一个文件 ${file}；各写各的文件`,
    namedBundle: (path: string) => `-o 写文件夹，${path} 是文件的写法；材料包按企业和类别命名`,
    notWith: (one: string, other: string) => `${one} 不能与 ${other} 同用`,
    withPreview: (one: string) => `这里 ${one} 与 --preview 同用`,
    noWatch: '--watch 不能用于标准输入',
    noRedactSheet: '--redact 不能用于 sheet：工作簿里就是材料本身',
    noRedact: '--redact 不能用于生成材料包和申请表：里面就是材料本身',
    needsPaper: '--single-sided 与 --paper 同用',
    seeHelp: (command: string) => `用法见 ${command} --help`,
    toFile: '报告写入文件：-f 格式=文件，例如 -f html=报告.html',
  },
  internal: '程序内部错误，这不是材料的问题。请把下面的文字连同所用命令报告给维护者：',
};

const nearEn = (name: string | undefined): string => (name === undefined ? '' : `; did you mean ${name}?`);

const en: Said<typeof zh> = {
  program: 'Checks 专精特新 / 小巨人 application dossiers and builds their bundles, offline.',
  renamed: (old, now) => `${old} is now written ${now} (the old name still works)`,
  examples: `Options: -h help, -V version, --lang zh|en, --no-color; zjtx <command> --help
Examples: zjtx validate dossiers; zjtx build dossiers/acme; zjtx verify out`,
  exits: `Exit codes: 0 all better than --fail-on; 1 some not; 128+N by signal N;
            2 could not run (usage, no dossier, definition, unwritable output)`,
  headings: { usage: 'Usage:', arguments: 'Arguments:', options: 'Options:', commands: 'Commands:' },
  help: 'show help',
  version: 'show the version',
  error: 'error',
  fix: 'fix',
  usage: {
    unknownOption: (name, close) => `there is no option ${name}${nearEn(close)}`,
    unknownCommand: (name, close) => `there is no command ${name}${nearEn(close)}`,
    missingArgument: (name) => `the argument ${name} is missing`,
    missingValue: (option) => `the option ${option} lacks a value`,
    missingOptions: (options) =>
      options.length === 1
        ? `the option ${options.join('')} is missing`
        : `the options ${options.join(', ')} are missing`,
    whole: (call) => `A whole call, for example: ${call}`,
    oneDossier: (count) => `this takes one dossier; there are ${count} at the path`,
    noStdin: 'the dossier is written to, so it cannot come from standard input',
    badValue: (option, value, allowed) => `the option ${option} does not take ${value}; possible: ${allowed}`,
    tooMany: 'too many arguments',
    twoSides: (count) => `two dossiers or bundles are compared; ${count} given`,
    twoCategories: (count) => `two categories are compared; ${count} given`,
    returnedAgainst: '--returned needs --against with what was sent, one filing only',
    returnedCategory: (sent, now) =>
      `what was sent is for ${sent} and this dossier for ${now}: the office’s points cannot be checked one by one`,
    editionKnown: (id) => `there is a category ${id} already`,
    twoToStdout: 'only one format can go to standard output; give the other as format=FILE',
    twoToFile: (file) => `two formats cannot go to one file, ${file}; give each its own`,
    namedBundle: (path) =>
      `-o takes a folder, ${path} is written as a file; a bundle is named by enterprise and category`,
    notWith: (one, other) => `${one} cannot be used with ${other}`,
    withPreview: (one) => `${one} is used with --preview here`,
    noWatch: '--watch cannot be used with standard input',
    noRedactSheet: '--redact cannot be used with sheet: workbooks hold the dossier itself',
    noRedact: '--redact cannot be used to build bundles or forms: they hold the dossier itself',
    needsPaper: '--single-sided is used with --paper',
    seeHelp: (command) => `See ${command} --help`,
    toFile: 'Write a report to a file with -f FORMAT=FILE, such as -f html=report.html',
  },
  internal: 'Internal error, not a fault of the dossier. Please report the text below with the command you ran:',
};

export type CliWords = typeof en;

export const cliWords = speak({ zh, en });
