// The library as a program uses it: the worked script runs as printed, and the package is sound for those who import it.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
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

/** A program in TypeScript that uses every part of the library. */
const client = `import { assess, build, dossiersIn, openCatalog, reporters, reportedOf, Stop, verify, version, wordsOf } from 'zjtx';
import type { Assessment, Citation, Finding, Place, Reporter } from 'zjtx';
const catalog = await openCatalog();
for await (const dossier of dossiersIn(['.'], '/')) {
  const outcome = await assess(dossier, { catalog, today: '2021-08-16' });
  const reported = reportedOf(outcome);
  const json: Reporter | undefined = reporters.find(({ name }) => name === 'json');
  const program = { name: 'zjtx', version } as const;
  const shown = { language: 'zh', width: 80, colour: false, unicode: true, verbose: false } as const;
  const text: string | undefined = await json?.render({ program, outcomes: [reported], ...shown });
  for (const finding of outcome.findings as readonly Finding[]) {
    const { line }: Place = finding.at;
    const [cited]: readonly Citation[] = finding.cite;
    const said: string = wordsOf(finding, 'en').message;
    if ('args' in finding && finding.code === 'file-too-large') { const bytes: number = finding.args.bytes; }
  }
  if (outcome.kind !== 'assessed') continue;
  const assessment: Assessment = outcome;
  for (const { outcome: figure } of assessment.metrics) if (figure.is === 'value') figure.value.toFixed(2);
  const { path } = await build(assessment, { output: '/out', draft: false, unsettled: false, force: false });
  const { findings } = await verify(path, { catalog, final: true }).catch((error) => {
    throw error instanceof Stop ? new Error(error.message) : error;
  });
  // @ts-expect-error: what may change with any version is not there.
  catalog.known();
  // @ts-expect-error: nor is anything of any type.
  const none: number = assessment.enterprise;
}
`;

describe('the types', () => {
  const types = readFileSync(join(root, 'dist/index.d.ts'), 'utf8');
  it('are one file that names no package', () => {
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => /\.d\.[cm]?ts$/.test(name))).toEqual(['index.d.ts']);
    expect(types).not.toMatch(/\bfrom\s+['"]|import\s*\(|\bimport\s|\brequire\(|<reference|: any\b/);
  });
  it('suffice for a program that has none of our packages, nor those of Node', () => {
    const folder = emptyFolder();
    const installed = join(folder, 'node_modules/zjtx');
    mkdirSync(join(installed, 'dist'), { recursive: true });
    cpSync(join(root, 'package.json'), join(installed, 'package.json'));
    writeFileSync(join(installed, 'dist/index.d.ts'), types);
    writeFileSync(join(folder, 'client.mts'), client);
    const program = ts.createProgram([join(folder, 'client.mts')], {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    });
    const found = ts.getPreEmitDiagnostics(program);
    expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  });
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
