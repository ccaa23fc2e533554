// Names from before: each goes on working as it did, is told nowhere, and names its new spelling to a person only.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { ready } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const former = commands.flatMap(({ name, now }) => (now === undefined ? [] : [{ name, now }]));

describe('a name from before', () => {
  it('stands in no list, and its new spelling is a command', async () => {
    const { stdout } = await zjtx(['--help']);
    expect(former.map(({ name }) => name).sort()).toEqual(
      ['attachments', 'attest', 'completion', 'fill', 'preview', 'waive'].sort(),
    );
    for (const { name, now } of former) {
      expect(stdout).not.toMatch(new RegExp(`^  ${name} `, 'm'));
      const [, command = '', inner = ''] = now.split(' ');
      const found = commands.find((one) => one.name === command && one.hidden !== true);
      const known = [
        ...(found?.commands ?? []).map((one) => one.name),
        ...(found?.options ?? []).map(({ flags }) => flags),
      ];
      expect(inner === '' || known.includes(inner), now).toBe(true);
    }
  });
  it.each([
    [['attachments'], ['validate', '--attachments']],
    [['attest'], ['record', 'attest']],
    [
      ['completion', 'bash'],
      ['config', 'completion', 'bash'],
    ],
  ])('%j prints what %j prints', async (old, now) => {
    const cwd = ready();
    expect(await zjtx(old, { cwd })).toEqual(await zjtx(now, { cwd }));
    expect((await zjtx([...old, '-f', 'json'].slice(0, 4), { cwd })).code).toBe(
      (await zjtx([...now, '-f', 'json'].slice(0, 5), { cwd })).code,
    );
  });
  it('preview draws what build --preview draws, and nothing that a bundle is asked for', async () => {
    const [a, b] = [ready(), emptyFolder()];
    cpSync(a, b, { recursive: true });
    expect(await zjtx(['preview'], { cwd: a })).toEqual(await zjtx(['build', '--preview'], { cwd: b }));
    expect(readFileSync(join(a, '申请表-预览.pdf'))).toEqual(readFileSync(join(b, '申请表-预览.pdf')));
    expect(existsSync(join(b, 'out'))).toBe(false);
    expect(await zjtx(['build', '--preview', '--draft'], { cwd: b })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--preview 不能与 --draft 同用'),
    });
    expect((await zjtx(['build', '--watch'], { cwd: b })).code).toBe(2);
  });
  it('is said on a terminal, in one line', async () => {
    const cwd = ready();
    const seen = await zjtx(['attest'], { cwd, screen: true });
    expect(seen.stderr).toBe('zjtx attest 现在写作 zjtx record attest（旧名仍可用）\n');
    expect((await zjtx(['attest'], { cwd })).stderr).toBe('');
    expect((await zjtx(['record', 'attest'], { cwd, screen: true })).stderr).toBe('');
  });
});

it('zjtx init goes on with a dossier that stands there, and begins one anew only when asked to', async () => {
  const cwd = ready();
  expect((await zjtx(['init', '--category', 'jiangsu/2021/product', '--yes'], { cwd })).code).toBe(2);
  expect((await zjtx(['init', '--yes'], { cwd })).code).toBe(2);
  writeFileSync(join(cwd, 'answers.yaml'), 'form: {basics: {postcode: "211102"}}\n');
  const went = await zjtx(['init', 'dossier.yaml', '--answers', 'answers.yaml', '-f', 'json'], { cwd });
  expect(went).toMatchObject({ code: 0 });
  expect(readFileSync(join(cwd, 'dossier.yaml'), 'utf8')).toContain('postcode: "211102"');
  expect(readFileSync(join(cwd, 'dossier.yaml'), 'utf8')).toContain('uscc: "91320115MADEM0011B"');
});

it.each(['zh', 'en'])('the help in %s is one screen', async (language) => {
  const { stdout } = await zjtx(['--help'], { env: { ZJTX_LANG: language, COLUMNS: '80' } });
  expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
});
