// A person's word on the checklist, written into the dossier and void as soon as a file changes.
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { rewrite } from '../../src/batch/rewrite.ts';
import { digestFile } from '../../src/files/read.ts';
import { edited, ready, readyIn, readyText } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const profile = '附件/企业简介/企业简介(盖章).pdf';
const textOf = (cwd: string): string => readFileSync(join(cwd, 'dossier.yaml'), 'utf8');
const byLin = ['--by', '林晓雯'];

it('lists every point with its id, its files and the command that confirms it, and writes nothing', async () => {
  const cwd = ready();
  const { code, stdout, stderr } = await zjtx(['attest'], { cwd });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('人工核对清单 7 项：已确认 0，待确认 7');
  expect(stdout).toContain(
    `? profile-sealed  企业简介已加盖企业公章，章面清晰、与申报单位一致\n    企业简介(盖章)：${profile}\n`,
  );
  expect(stdout).toContain('zjtx record attest --item profile-sealed --by 姓名');
  expect(textOf(cwd)).toBe(readyText);
  expect(existsSync(join(cwd, 'dossier.yaml.bak'))).toBe(false);
});

it('binds the word to the files of the slot, and keeps everything else and a backup', async () => {
  const cwd = ready();
  const args = ['attest', '--item', 'profile-sealed', '--item', 'copies-match', ...byLin, '--on', '2021-08-15'];
  const { code, stdout, stderr } = await zjtx(args, { cwd });
  expect([code, stderr]).toEqual([0, '']);
  const sha256 = await digestFile(join(cwd, profile));
  const word = `attestations:
  - item: profile-sealed
    by: 林晓雯
    on: 2021-08-15
    files:
      - {file: ${profile}, sha256: ${sha256}}
  - item: copies-match
    by: 林晓雯
    on: 2021-08-15
`;
  expect(textOf(cwd)).toBe(edited(readyText, 'attestations: []\n', word));
  expect(readFileSync(join(cwd, 'dossier.yaml.bak'), 'utf8')).toBe(readyText);
  expect(stdout).toContain('林晓雯 于 2021-08-15 确认，已写入 dossier.yaml；原文件备份为 dossier.yaml.bak');
  const listed = await zjtx(['attest'], { cwd });
  expect(listed.stdout).toContain('已确认 2，待确认 5');
  expect(listed.stdout).toContain('林晓雯 于 2021-08-15 确认');
});

it('a changed file voids the word, which is renewed in its place', async () => {
  const cwd = ready();
  const args = ['attest', '--item', 'profile-sealed', ...byLin, '--on', '2021-08-15'];
  await zjtx(args, { cwd });
  appendFileSync(join(cwd, profile), '\n');
  const { stdout } = await zjtx(['validate', '-f', 'json'], { cwd });
  expect(stdout).toContain('attestation-void');
  const listed = await zjtx(['attest'], { cwd });
  expect(listed.stdout).toContain(`已失效：林晓雯 于 2021-08-15 确认，此后 ${profile} 改`);
  const before = textOf(cwd);
  expect((await zjtx(['attest', '--item', 'profile-sealed', '--by', '周明远'], { cwd })).code).toBe(0);
  const after = textOf(cwd);
  expect(after.split('\n').length).toBe(before.split('\n').length);
  expect(after).toContain('    by: 周明远\n    on: 2021-08-16\n');
  expect(after).toContain(await digestFile(join(cwd, profile)));
  expect((await zjtx(['validate', '-f', 'json'], { cwd })).stdout).not.toContain('attestation-void');
});

it('confirms all open points at once, and then has nothing left to do', async () => {
  const cwd = ready();
  expect((await zjtx(['attest', '--all', ...byLin], { cwd })).code).toBe(0);
  const text = textOf(cwd);
  expect(text.match(/ {2}- item: /g)?.length).toBe(7);
  const again = await zjtx(['attest', '--all', ...byLin], { cwd });
  expect(again).toMatchObject({ code: 0, stdout: '' });
  expect(again.stderr).toContain('没有可确认的');
  expect(textOf(cwd)).toBe(text);
  const named = await zjtx(['attest', '--item', 'profile-sealed', ...byLin], { cwd });
  expect(named.stderr).toContain('profile-sealed 已经确认过');
});

it('keeps line ends, the BOM, and a list in brackets', async () => {
  const cwd = ready();
  const text = `\ufeff${readyText.replace('attestations: []', 'attestations: [{item: copies-match, by: 甲, on: 2021-08-01}]')}`;
  writeFileSync(join(cwd, 'dossier.yaml'), text.replaceAll('\n', '\r\n'));
  expect((await zjtx(['attest', '--item', 'representative-signed', ...byLin], { cwd })).code).toBe(0);
  const added =
    '{item: copies-match, by: 甲, on: 2021-08-01}, {item: representative-signed, by: 林晓雯, on: 2021-08-16}]';
  expect(textOf(cwd)).toBe(
    edited(text, '{item: copies-match, by: 甲, on: 2021-08-01}]', added).replaceAll('\n', '\r\n'),
  );
});

it.each([
  ['an unknown point', ['--item', 'profile-seald', ...byLin], 2, 'profile-sealed'],
  ['nobody', ['--item', 'profile-sealed'], 2, '--by'],
  ['a name that is none', ['--item', 'profile-sealed', '--by', '待定'], 2, '--by'],
  ['no point', byLin, 2, '--item'],
  ['a day to come', ['--item', 'copies-match', ...byLin, '--on', '2021-08-17'], 2, '2021-08-16'],
  ['no day', ['--item', 'copies-match', ...byLin, '--on', '2021-02-30'], 2, '--on'],
  ['standard input', ['-', '--all', ...byLin], 2, '标准输入'],
])('refuses %s and writes nothing', async (_, args, exit, says) => {
  const cwd = ready();
  const { code, stdout, stderr } = await zjtx(['attest', ...args], { cwd });
  expect([code, stdout]).toEqual([exit, '']);
  expect(stderr).toContain(says);
  expect(textOf(cwd)).toBe(readyText);
});

it('refuses a point whose slot has no file', async () => {
  const cwd = ready([`    - file: ${profile}\n      issued_to: 江苏示例精密机械有限公司\n      stamped: true\n`, '']);
  const before = textOf(cwd);
  const { code, stderr } = await zjtx(['attest', '--item', 'profile-sealed', ...byLin], { cwd });
  expect([code, textOf(cwd)]).toEqual([1, before]);
  expect(stderr).toContain('profile-sealed 所看的附件还没有文件');
});

it('takes one dossier only, and none that cannot be read', async () => {
  const parent = emptyFolder();
  readyIn(parent, '甲');
  const broken = readyIn(parent, '乙');
  writeFileSync(join(broken, 'dossier.yaml'), 'a: [1\n');
  const several = await zjtx(['attest'], { cwd: parent });
  expect([several.code, several.stderr.includes('有 2 份')]).toEqual([2, true]);
  const unread = await zjtx(['attest', '乙'], { cwd: parent });
  expect([unread.code, unread.stderr.includes('zjtx validate 乙/dossier.yaml')]).toEqual([2, true]);
});

it('does not write over what was saved meanwhile', async () => {
  const file = join(ready(), 'dossier.yaml');
  writeFileSync(file, 'a: 2\n');
  const before = Buffer.from(readyText);
  await expect(rewrite(file, before, Buffer.from('a: 1\n'), 'dossier.yaml')).rejects.toThrow('was changed');
  expect(readFileSync(file, 'utf8')).toBe('a: 2\n');
  expect(readdirSync(dirname(file)).sort()).toEqual(['dossier.yaml', '附件']);
});
