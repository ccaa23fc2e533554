// The completion scripts in the shells themselves: bash and fish complete, zsh reads.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scripts } from '../../src/cli/completion/candidates.ts';
import { ask } from './judges.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'zjtx-shells-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = join(folder, 'zjtx');
writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/zjtx.js')}" "$@"\n`);
chmodSync(program, 0o755);
const env = { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`, HOME: folder };
const file = (shell: string): string => {
  const path = join(folder, `zjtx.${shell}`);
  writeFileSync(path, scripts.get(shell) ?? '');
  return path;
};

const cases = [
  ['zjtx val', ['validate']],
  ['zjtx validate --fail-on ', ['errors', 'incomplete', 'never', 'unsettled', 'warning']],
  ['zjtx report ', ['merge']],
  ['zjtx categories show jiangsu/2021/p', ['jiangsu/2021/product']],
] as const;

describe('bash', () => {
  const complete = (line: string): string[] => {
    const body = `source "$1"; COMP_LINE="$2"; COMP_POINT=\${#2}; read -ra COMP_WORDS <<< "$2"
      [[ "$2" == *" " ]] && COMP_WORDS+=(""); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _zjtx; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, status } = spawnSync('bash', ['-c', body, 'bash', file('bash'), line], {
      cwd: root,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    return stdout.trimEnd().split('\n').sort();
  };
  it.each(cases)('%s', (line, expected) => expect(complete(line)).toEqual(expected));
  it('offers files where a path stands', () =>
    expect(complete('zjtx validate packa')).toEqual(['package-lock.json', 'package.json']));
});

describe('fish', () => {
  const complete = (line: string): string[] => {
    const { code, out } = ask('fish', ['--no-config', '-c', `source ${file('fish')}; complete -C "${line}"`], {
      cwd: root,
      env,
    });
    expect(code).toBe(0);
    return out
      .trimEnd()
      .split('\n')
      .map((found) => found.split('\t')[0] ?? '')
      .sort();
  };
  it.each(cases)('%s', (line, expected) => expect(complete(line)).toEqual(expected));
});

it('zsh reads its script', () => {
  expect(ask('zsh', ['-n', file('zsh')])).toMatchObject({ code: 0, err: '' });
});
