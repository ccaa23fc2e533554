// The help texts, as files to read: every command in both languages, no line wider than the terminal.
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { zjtx } from '../support/terminal.ts';

const paths = [
  [],
  ...commands.flatMap(({ name, commands: inner = [] }) => [[name], ...inner.map((one) => [name, one.name])]),
];

test.each(['zh', 'en'])('help in %s', async (language) => {
  const env = { ZJTX_LANG: language };
  const texts = await Promise.all(
    paths.map(
      async (path) => `$ zjtx ${[...path, '--help'].join(' ')}\n${(await zjtx([...path, '--help'], { env })).stdout}`,
    ),
  );
  await expect(texts.join('\n')).toMatchFileSnapshot(`help.${language}.txt`);
});

test.each([60, 80])('no line is wider than %i cells', async (columns) => {
  for (const language of ['zh', 'en'])
    for (const path of columns < 80 ? paths.slice(1) : paths) {
      const { stdout } = await zjtx([...path, '--help'], { env: { ZJTX_LANG: language, COLUMNS: String(columns) } });
      const widest = Math.max(...stdout.split('\n').map((line) => stringWidth(line)));
      expect(widest, `${path.join(' ')} ${language}`).toBeLessThanOrEqual(columns);
    }
});

test.each([
  [['help'], ['--help']],
  [
    ['help', 'fix'],
    ['fix', '--help'],
  ],
  [
    ['--lang', 'en', 'help', 'sheet', 'export'],
    ['sheet', 'export', '--help', '--lang', 'en'],
  ],
  [
    ['help', 'validate', '--lang', 'en'],
    ['validate', '--help', '--lang', 'en'],
  ],
])('%j is %j', async (asked, same) => {
  const ran = await zjtx(asked);
  expect(ran).toEqual(await zjtx(same));
  expect(ran).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/用法|Usage/) });
});

test('help of a command that is not there is refused', async () => {
  expect(await zjtx(['help', 'validat'])).toEqual(await zjtx(['validat']));
  // A folder of this name is an argument like any other.
  expect((await zjtx(['verify', 'help'])).code).toBe(2);
});
