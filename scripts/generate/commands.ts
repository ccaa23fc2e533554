// The reference of the command line: each command with its arguments and options, then who takes which option.
import type { Command } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands/index.ts';
import type { Language } from '../../src/findings/sentence.ts';
import { cell, code, made, table } from './markdown.ts';

const heads = {
  zh: {
    title: '命令参考',
    option: '选项',
    argument: '参数',
    meaning: '说明',
    shared: '各选项用于哪些命令',
    commands: '命令',
    codes: '退出码',
    code: '码',
    when: '何时',
    also: '另有适用于所有命令的 `--lang`、`--no-color`、`-h`。问题代码见 [codes.md](codes.md)。',
  },
  en: {
    title: 'Commands',
    option: 'option',
    argument: 'argument',
    meaning: 'meaning',
    shared: 'Which command takes which option',
    commands: 'commands',
    codes: 'Exit codes',
    code: 'code',
    when: 'when',
    also: 'Every command also takes `--lang`, `--no-color` and `-h`. Finding codes: [codes.md](codes.md).',
  },
} as const;

const exits = {
  zh: [
    ['0', '至少检查了一份材料，状态都好于 `--fail-on`；`match`；材料不为空时分到空的一组'],
    ['1', '有状态达到 `--fail-on`；`build`、`verify` 拒绝；`categories test` 有失败；`diff --exit-code` 有不同'],
    ['2', '不能运行：用法有误、找不到材料、类别未知、定义或配置有误、不能读取或写入、程序自身出错'],
    ['129、130、143', '被信号中断（终端关闭、Ctrl-C、终止），不留下任何文件'],
    ['141', '读取方提前关闭输出，如 `zjtx validate \\| head`：没有读完，不算通过'],
  ],
  en: [
    [
      '0',
      'at least one dossier was checked and every state is better than `--fail-on`; `match`; an empty shard of a set that is not empty',
    ],
    [
      '1',
      'a state that `--fail-on` names, or a worse one; `build` or `verify` refuse; `categories test` fails; `diff --exit-code` found a difference',
    ],
    [
      '2',
      'could not: usage, no dossier, unknown category, a definition or configuration with errors, unreadable input, unwritable output, an internal error',
    ],
    ['129, 130, 143', 'ended by a signal (hang-up, Ctrl-C, termination); nothing is left behind'],
    [
      '141',
      'the reader closed the pipe early, as `zjtx validate \\| head` does: what was not read to its end has not passed',
    ],
  ],
} as const;

type Row = { readonly path: string; readonly command: Command };

const flat = (list: readonly Command[], before: string): Row[] =>
  list.flatMap((command) => {
    if (command.hidden) return [];
    const path = `${before} ${command.name}`;
    return [...(command.run ? [{ path, command }] : []), ...flat(command.commands ?? [], path)];
  });

export function commandsPage(language: Language): string {
  const head = heads[language];
  const rows = flat(commands, 'zjtx');
  const sections = rows.flatMap(({ path, command: { about, argument, options } }) => [
    `## ${path.replace('zjtx ', '')}`,
    code(`${path}${argument ? ` ${argument.syntax}` : ''}`),
    `${cell(about[language])}${language === 'zh' ? '。' : '.'}`,
    ...(argument
      ? [`${head.argument} ${code(argument.syntax)}${language === 'zh' ? '：' : ': '}${cell(argument.about[language])}`]
      : []),
    ...(options.length === 0
      ? []
      : [
          table(
            [head.option, head.meaning],
            options
              .filter(({ hidden }) => hidden !== true)
              .map((option) => [code(option.flags), cell(option.about[language])]),
          ),
        ]),
  ]);
  const users = new Map<string, string[]>();
  for (const { path, command } of rows)
    for (const { flags } of command.options.filter(({ hidden }) => hidden !== true))
      users.set(flags, [...(users.get(flags) ?? []), path.replace('zjtx ', '')]);
  const shared = [...users]
    .filter(([, paths]) => paths.length > 1)
    .map(([flags, paths]) => [code(flags), paths.join(', ')]);
  return `${[
    made,
    `# ${head.title}`,
    head.also,
    ...sections,
    `## ${head.shared}`,
    table([head.option, head.commands], shared),
    `## ${head.codes}`,
    table([head.code, head.when], exits[language]),
  ].join('\n\n')}\n`;
}
