// The man pages, made of the commands, their options and words.
import type { Command } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands/index.ts';
import type { Language } from '../../src/findings/sentence.ts';
import { cliWords } from '../../src/words/cli.ts';

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(['.])/gm, '\\&$1');

const heads = {
  zh: {
    name: '名称',
    synopsis: '用法',
    description: '说明',
    commands: '命令',
    about: '专精特新、小巨人申报材料的检查与打包',
    exit: '退出码',
    environment: '环境变量',
  },
  en: {
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    commands: 'COMMANDS',
    about: 'check and bundle application dossiers for 专精特新 and 小巨人',
    exit: 'EXIT STATUS',
    environment: 'ENVIRONMENT',
  },
} as const;

const environment = {
  zh: {
    ZJTX_LANG: '语言，zh 或 en；--lang 优先',
    NO_COLOR: '不为空时不用颜色',
    FORCE_COLOR: '不为 0 时输出到管道也用颜色',
    COLUMNS: '输出不是终端时一行的宽度',
  },
  en: {
    ZJTX_LANG: 'language, zh or en; --lang comes first',
    NO_COLOR: 'no colours when it is not empty',
    FORCE_COLOR: 'colours in a pipe too, unless it is 0',
    COLUMNS: 'width of a line where the output is no terminal',
  },
} as const;

function section(command: Command, language: Language, path: string): string[] {
  const name = `${path} ${command.name}`;
  const argument = command.argument === undefined ? '' : ` ${command.argument.syntax}`;
  const inner = (command.commands ?? []).filter(({ hidden }) => hidden !== true);
  const own = command.run === undefined ? [] : command.options.filter(({ hidden }) => hidden !== true);
  return [
    ...(command.run === undefined
      ? []
      : [
          `.SS ${escaped(`${name}${argument}`)}`,
          escaped(command.about[language]),
          ...own.flatMap((option) => ['.TP', `.B ${escaped(option.flags)}`, escaped(option.about[language])]),
        ]),
    ...inner.flatMap((one) => section(one, language, name)),
  ];
}

export function manPage(language: Language): string {
  const words = cliWords(language);
  const head = heads[language];
  return `${[
    `.\\" ${language === 'zh' ? '由程序生成' : 'Generated from the program'}: npm run update`,
    '.TH ZJTX 1 "" zjtx',
    `.SH ${head.name}`,
    `zjtx \\- ${escaped(head.about)}`,
    `.SH ${head.synopsis}`,
    '.B zjtx',
    language === 'zh' ? '<命令> [选项]' : '<command> [options]',
    `.SH ${head.description}`,
    escaped(words.program),
    '.PP',
    '.nf',
    escaped(words.examples),
    '.fi',
    `.SH ${head.commands}`,
    ...commands.filter(({ hidden }) => hidden !== true).flatMap((command) => section(command, language, 'zjtx')),
    `.SH ${head.exit}`,
    '.nf',
    escaped(words.exits),
    '.fi',
    `.SH ${head.environment}`,
    ...Object.entries(environment[language]).flatMap(([name, about]) => ['.TP', `.B ${name}`, escaped(about)]),
  ].join('\n')}\n`;
}
