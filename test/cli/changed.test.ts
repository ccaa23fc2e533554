// What changed since a revision of git, a file that stands for its dossier, and configurations one inside the other.
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const paper = '附件/营业执照.pdf';

/** Two small dossiers, which need not be sound: what is asked is which of them are looked at. */
function clients(): string {
  const cwd = emptyFolder();
  for (const name of ['甲 公司', '乙']) {
    mkdirSync(join(cwd, name, '附件'), { recursive: true });
    writeFileSync(join(cwd, name, 'dossier.yaml'), 'category: jiangsu/2021/product\nenterprise: 某\n');
    writeFileSync(join(cwd, name, paper), 'a');
  }
  return cwd;
}

const paths = (stdout: string): string[] =>
  (JSON.parse(stdout) as { dossiers: { path: string }[] }).dossiers.map(({ path }) => path.split('/')[0] ?? '');

describe('--changed-since', () => {
  const git = (cwd: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd, encoding: 'utf8' });
  const repository = (): string => {
    const cwd = clients();
    writeFileSync(join(cwd, '.gitignore'), '*.jpg\n');
    mkdirSync(join(cwd, '共用'));
    writeFileSync(join(cwd, '共用/承诺.pdf'), 'a');
    appendFileSync(join(cwd, '乙/dossier.yaml'), 'attachments: {business_license: [../共用/*.pdf]}\n');
    git(cwd, 'init', '-q');
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-qm', '起');
    return cwd;
  };
  const seen = async (cwd: string, revision = 'HEAD') => {
    const ran = await zjtx(['validate', '--changed-since', revision, '--fail-on', 'never', '-f', 'json'], { cwd });
    return { ...ran, paths: ran.stdout === '' ? [] : paths(ran.stdout) };
  };

  it('says that nothing changed, and ends with 0 and an empty report', async () => {
    const { code, stderr, paths } = await seen(repository());
    expect({ code, paths }).toEqual({ code: 0, paths: [] });
    expect(stderr).toContain('自 HEAD 以来，2 份材料及其附件、配置都没有改动，没有检查');
  });
  it.each<[string, (cwd: string) => void, string[]]>([
    ['a dossier', (cwd) => appendFileSync(join(cwd, '甲 公司/dossier.yaml'), '# 改\n'), ['甲 公司']],
    ['an attachment', (cwd) => writeFileSync(join(cwd, '乙', paper), 'b'), ['乙']],
    ['one that is deleted', (cwd) => rmSync(join(cwd, '甲 公司', paper)), ['甲 公司']],
    [
      'one that moved',
      (cwd) => renameSync(join(cwd, '甲 公司', paper), join(cwd, '乙/附件/新.pdf')),
      ['乙', '甲 公司'],
    ],
    ['one that is new', (cwd) => writeFileSync(join(cwd, '乙/附件/新 的.pdf'), 'n'), ['乙']],
    ['one that git ignores', (cwd) => writeFileSync(join(cwd, '乙/附件/照.jpg'), 'n'), ['乙']],
    ['what lies elsewhere', (cwd) => writeFileSync(join(cwd, '共用/承诺.pdf'), 'b'), ['乙']],
    ['a configuration', (cwd) => writeFileSync(join(cwd, '甲 公司/zjtx.config.yaml'), 'lang: zh\n'), ['甲 公司']],
    ['one above', (cwd) => writeFileSync(join(cwd, 'zjtx.config.yaml'), 'lang: zh\n'), ['乙', '甲 公司']],
    ['nothing of them', (cwd) => writeFileSync(join(cwd, '说明.md'), 'n'), []],
  ])('sees %s', async (_, change, expected) => {
    const cwd = repository();
    change(cwd);
    expect((await seen(cwd)).paths.sort()).toEqual(expected);
    git(cwd, 'add', '-A');
    expect((await seen(cwd)).paths.sort()).toEqual(expected);
  });
  it('takes all for new where nothing was committed yet, as the first run of a hook does', async () => {
    const cwd = clients();
    git(cwd, 'init', '-q');
    git(cwd, 'add', '甲 公司');
    expect((await seen(cwd)).paths.sort()).toEqual(['乙', '甲 公司']);
  });
  it('refuses a revision that is not there, what looks like an option, and a folder without git', async () => {
    const cwd = repository();
    for (const revision of ['v9', '--help', 'HEAD:乙'])
      expect(await seen(cwd, revision)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('没有') });
    expect(await seen(clients())).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('不认') });
  });
  it('says how a checkout of another user is read, as it is in a container', async () => {
    const cwd = repository();
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    const { code, stderr } = await seen(cwd).finally(() => vi.unstubAllEnvs());
    expect(code).toBe(2);
    expect(stderr).toContain('属于另一个用户，git 不读');
    expect(stderr.replace(/\s+/g, ' ')).toContain(`git config --global --add safe.directory "${realpathSync(cwd)}"`);
  });
});

describe('a file that is no dossier', () => {
  it('stands for the one that it belongs to, once; a configuration for all below it', async () => {
    const cwd = clients();
    writeFileSync(join(cwd, 'zjtx.config.yaml'), 'fail-on: never\n');
    const run = async (...args: string[]) => paths((await zjtx(['validate', '-f', 'json', ...args], { cwd })).stdout);
    expect(await run(`甲 公司/${paper}`, '甲 公司/dossier.yaml')).toEqual(['甲 公司']);
    expect(await run('zjtx.config.yaml')).toEqual(['乙', '甲 公司']);
    writeFileSync(join(cwd, '独.pdf'), 'a');
    const alone = await zjtx(['validate', '独.pdf'], { cwd });
    expect(alone).toMatchObject({ code: 2, stderr: expect.stringContaining('独.pdf 不是申报材料') });
  });
});

describe('configurations one inside the other', () => {
  it('give a dossier the same result from every folder', async () => {
    const cwd = emptyFolder();
    const folder = readyIn(cwd, 'packages/a', [['mobile: "13900000018"', 'mobile:']]);
    readyIn(cwd, 'packages/b', [['mobile: "13900000018"', 'mobile:']]);
    writeFileSync(join(cwd, 'zjtx.config.yaml'), 'lang: en\nfail-on: errors\n');
    writeFileSync(join(folder, 'zjtx.config.yaml'), 'fail-on: never\n');
    const code = async (path: string, from = cwd) => (await zjtx(['validate', path], { cwd: from })).code;
    const codes = [await code('packages/a'), await code('.', folder), await code('packages')];
    expect(codes).toEqual([0, 0, await code('packages/b')]);
    // What the nearer one does not set holds as the farther one has it.
    expect((await zjtx(['validate'], { cwd: folder })).stdout).toContain('as of');
    const shown = await zjtx(['config', 'show', '-f', 'json'], { cwd: folder });
    expect(JSON.parse(shown.stdout)).toMatchObject({
      format: 1,
      files: [join(cwd, 'zjtx.config.yaml'), 'zjtx.config.yaml'],
      settings: expect.arrayContaining([
        { key: 'fail-on', value: 'never', from: { file: 'zjtx.config.yaml', line: 1 } },
        { key: 'lang', value: 'en', from: { file: join(cwd, 'zjtx.config.yaml'), line: 1 } },
      ]),
    });
  });
  it('hide names where one of them asks for it, and refuse to build then', async () => {
    const cwd = emptyFolder();
    const folder = readyIn(cwd, 'a');
    writeFileSync(join(folder, 'zjtx.config.yaml'), 'redact: true\n');
    const ran = await zjtx(['validate'], { cwd });
    expect(ran.stdout + ran.stderr).not.toContain(
      /^enterprise: (.*)$/m.exec(readFileSync(join(folder, 'dossier.yaml'), 'utf8'))?.[1],
    );
    expect(await zjtx(['build'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('--redact') });
  });
});
