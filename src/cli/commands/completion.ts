// zjtx completion: the script that a shell loads, and the words that it then asks for.
import { type Command, type Context, exit } from '../command.ts';
import { common } from '../options.ts';

async function script({ args, terminal }: Context): Promise<number> {
  const [{ scripts }, { usage }] = await Promise.all([import('../completion/candidates.ts'), import('../usage.ts')]);
  const [shell = ''] = args;
  const text = scripts[shell];
  if (text === undefined) {
    throw usage('zjtx completion', (words) => words.badValue('SHELL', shell, Object.keys(scripts).join(', ')));
  }
  terminal.stdout.write(text);
  return exit.fine;
}

/** Never fails: a shell would print the reason into the line being typed. */
async function words({ args, commands, language, terminal }: Context): Promise<number> {
  const [{ candidates }, { reporters }] = await Promise.all([
    import('../completion/candidates.ts'),
    import('../../reporters/index.ts'),
  ]);
  const categories = async () => {
    const { openCatalog } = await import('../../category/catalog.ts');
    const list = await openCatalog().then((catalog) => catalog.list());
    return list.map(({ id, title }) => ({ text: id, about: title }));
  };
  const { all, files } = await candidates(commands, args, {
    language,
    formats: reporters.map(({ name }) => name),
    categories,
  });
  if (files) terminal.stdout.write(':files\n');
  for (const { text, about: said } of all) terminal.stdout.write(`${text}\t${said.replace(/\s+/g, ' ')}\n`);
  return exit.fine;
}

export const completion: Command = {
  name: 'completion',
  about: { zh: '输出命令行补全脚本：bash、zsh、fish、powershell', en: 'print a script for command line completion' },
  argument: {
    syntax: '<shell>',
    about: { zh: 'bash、zsh、fish 或 powershell', en: 'bash, zsh, fish or powershell' },
    completes: 'shells',
  },
  options: common,
  commands: [
    {
      name: 'words',
      about: { zh: '给补全脚本用', en: 'for the scripts of completion' },
      argument: { syntax: '[word...]', about: { zh: '命令行上已有的词', en: 'the words of the line so far' } },
      options: common,
      hidden: true,
      run: words,
    },
  ],
  run: script,
};
