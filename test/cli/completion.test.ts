// What completion offers at each place of a command line, and the scripts that ask for it.
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { zjtx } from '../support/terminal.ts';

/** The candidates for the last word. */
async function offered(...words: readonly string[]): Promise<string[]> {
  const ran = await zjtx(['completion', 'words', '--', ...words]);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return ran.stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t')[0] ?? '');
}

describe('candidates', () => {
  it('are the commands first, without those no person types', async () => {
    expect(await offered('')).toEqual(commands.filter(({ hidden }) => hidden !== true).map(({ name }) => name));
    expect(commands.filter(({ hidden }) => hidden !== true).length).toBeLessThanOrEqual(14);
    expect(await offered('categories', '')).toEqual(['list', 'show', 'schema', 'diff', 'test', 'new-year']);
    expect(await offered('report', '')).toEqual(['merge']);
    expect(await offered('completion', '')).toEqual(['bash', 'zsh', 'fish', 'powershell']);
  });
  it('are the options of the command', async () => {
    const options = await offered('validate', 'a.yaml', '--f');
    expect(options).toEqual(expect.arrayContaining(['--format', '--fail-on', '--shard', '--no-color']));
    expect(options).not.toContain('--draft');
    expect(await offered('build', '-')).toContain('--draft');
  });
  it('are the values of an option, in either spelling', async () => {
    expect(await offered('validate', '--fail-on', '')).toEqual([
      'errors',
      'incomplete',
      'unsettled',
      'warning',
      'never',
    ]);
    expect(await offered('validate', '--lang=')).toEqual(['--lang=zh', '--lang=en']);
    expect(await offered('validate', '-f', '')).toEqual(expect.arrayContaining(['text', 'json', 'sarif']));
    expect(await offered('build', '--output', '')).toEqual([':files']);
    expect(await offered('build', '--config=')).toEqual([':files']);
    expect(await offered('validate', '--as-of', '')).toEqual([]);
  });
  it('are categories where an id stands, files where a path stands', async () => {
    expect(await offered('categories', 'show', '')).toContain('jiangsu/2021/product');
    expect(await offered('categories', 'show', 'jiangsu/2021/product', '')).toEqual([]);
    expect(await offered('categories', 'test', 'jiangsu/2021/product', '')).toContain('national/2023/little-giant');
    expect(await offered('validate', '')).toEqual([':files']);
    expect(await offered('validate', '--quiet', 'a', '')).toEqual([':files']);
  });
  it('are none after what is unknown', async () => {
    expect(await offered('validate', '--xyzzy=')).toEqual([]);
    expect(await offered('report', 'merge', '--fail-on', '')).toEqual([
      'errors',
      'incomplete',
      'unsettled',
      'warning',
      'never',
    ]);
  });
  it('speak the language of the run', async () => {
    const { stdout } = await zjtx(['completion', 'words', '--lang', 'en', '--', 'verif']);
    expect(stdout).toMatch(/^verify\tcheck /m);
  });
});

describe('scripts', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('%s', async (shell) => {
    expect(await zjtx(['completion', shell])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`zjtx config completion ${shell}`),
      stderr: '',
    });
  });
  it.each(['tcsh', 'constructor'])('of another shell are refused: %s', async (shell) => {
    expect(await zjtx(['completion', shell])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('bash, zsh, fish, powershell'),
    });
  });
});
