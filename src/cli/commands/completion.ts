// zjtx completion: the script that a shell loads, and the words that it then asks for.
import type { Command, Context } from '../command.ts';
import { exit } from '../exit.ts';
import { common } from '../options.ts';

async function script({ args, terminal }: Context): Promise<number> {
  const [{ scripts }, { usage }] = await Promise.all([import('../completion/scripts.ts'), import('../usage.ts')]);
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
  const [{ candidates }, { cliWordsOf }, { reporters }] = await Promise.all([
    import('../completion/candidates.ts'),
    import('../../messages/cli.ts'),
    import('../../reporters/index.ts'),
  ]);
  const about = cliWordsOf(language);
  const categories = async () => {
    const { openCatalog } = await import('../../category/catalog.ts');
    const list = await openCatalog().then((catalog) => catalog.list());
    return list.map(({ id, title }) => ({ text: id, about: title }));
  };
  const { all, files } = await candidates(commands, args, {
    about: {
      command: (name) => about.commands[name as keyof typeof about.commands] ?? '',
      option: (name) => about.options[name as keyof typeof about.options] ?? '',
    },
    formats: reporters.map(({ name }) => name),
    categories,
  });
  if (files) terminal.stdout.write(':files\n');
  for (const { text, about: said } of all) terminal.stdout.write(`${text}\t${said.replace(/\s+/g, ' ')}\n`);
  return exit.fine;
}

export const completion: Command = {
  name: 'completion',
  argument: { name: 'shell', syntax: '<shell>' },
  options: common,
  commands: [
    { name: 'words', argument: { name: 'word', syntax: '[word...]' }, options: common, hidden: true, run: words },
  ],
  run: script,
};
