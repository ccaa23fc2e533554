// The library as a program uses it: the worked script runs as printed, and the package is sound for those who import it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../support/terminal.ts';

const root = resolve(import.meta.dirname, '../..');
const script = 'examples/scripts/check-clients.mjs';

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });

describe('the worked script', () => {
  it('prints a line a dossier and builds what is ready', () => {
    const output = emptyFolder();
    const { status, stdout, stderr } = run('examples/jiangsu-2021-product', output);
    const lines = stdout.trimEnd().split('\n');
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(lines[0]).toBe('"企业","类别","状态","错误","警告","第一个问题","材料包"');
    const ready = lines.find((line) => line.includes('"ready"')) ?? '';
    const bundle = /"([^"]+\.zip)"$/.exec(ready)?.[1] ?? '';
    expect(existsSync(bundle)).toBe(true);
    expect(lines.filter((line) => line.includes('"errors"')).length).toBeGreaterThan(2);
  });
  it('says what is not there', () => {
    expect(run('nichts')).toMatchObject({ status: 2, stderr: expect.stringContaining('找不到 nichts') });
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('usage') });
  });
});

it('exports what its documentation names', async () => {
  // By its name, as another package would; the compiler knows it only once it is built.
  const name = 'zjtx';
  const library = (await import(name)) as Record<string, unknown>;
  for (const member of [
    'assess',
    'build',
    'verify',
    'openCatalog',
    'bundler',
    'dossiersIn',
    'wordsOf',
    'reportedOf',
    'reporters',
    'Stop',
    'version',
  ])
    expect(library[member], member).toBeDefined();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(library.version).toBe(version);
});

describe('the package', () => {
  it('is sound for publint', async () => {
    const { publint } = await import('publint');
    const { formatMessage } = await import('publint/utils');
    const { messages, pkg } = await publint({ pkgDir: root, level: 'suggestion' });
    expect(messages.map((message) => formatMessage(message, pkg as Record<string, unknown>))).toEqual([]);
  });
  it('has types that resolve for every kind of import', () => {
    const folder = emptyFolder();
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as { filename: string }[];
    const attw = resolve(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const { stdout } = spawnSync(
      process.execPath,
      [attw, join(folder, packed?.filename ?? ''), '--format', 'json', '--profile', 'esm-only'],
      {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    const { analysis } = JSON.parse(stdout) as {
      analysis: { types: unknown; problems: { kind: string; resolutionKind?: string }[] };
    };
    expect(analysis.types).toBeTruthy();
    // A package of ES modules only: require() from CommonJS needs Node 22, which the engines field does not promise.
    expect(analysis.problems.filter(({ kind }) => kind !== 'CJSResolvesToESM' && kind !== 'NoResolution')).toEqual([]);
  });
});
