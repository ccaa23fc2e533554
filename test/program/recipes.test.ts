// Every recipe of CONTRIBUTING, done on a copy of the sources: the files that it names are all it takes, and what is added works.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { edited } from '../support/ready.ts';

/** One recipe, done once: files that are new, and places of others that read otherwise then. */
type Recipe = {
  /** The heading in CONTRIBUTING. */
  readonly recipe: string;
  /** How many files it takes by hand. */
  readonly sources: number;
  readonly tests: number;
  /** What stands here for `<name>` in the recipe. */
  readonly names?: Readonly<Record<string, string>>;
  readonly new?: Readonly<Record<string, string>>;
  readonly edits: Readonly<Record<string, readonly { readonly from: string; readonly to: string }[]>>;
};

const root = resolve(import.meta.dirname, '../..');
const folder = join(import.meta.dirname, 'recipes');
const recipes = readdirSync(folder).map((name): Recipe => parse(readFileSync(join(folder, name), 'utf8')));
const sections = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').split(/^## /m);

const touchedBy = (one: Recipe): readonly string[] => [...Object.keys(one.new ?? {}), ...Object.keys(one.edits)].sort();
const isTest = (path: string): boolean => path.startsWith('test/');

/** The files in bold of a section. */
function namedIn(section: string, names: Recipe['names'] = {}): readonly string[] {
  const paths = [...section.matchAll(/\*\*`([^`]+)`\*\*/g)].map(([, path = '']) => path);
  const filled = paths.map((path) => Object.entries(names).reduce((all, [name, is]) => all.replace(name, is), path));
  return [...new Set(filled)].sort();
}

describe.each(recipes)('$recipe', (one) => {
  it('touches the files that it names, and no other', () => {
    const section = sections.find((text) => text.startsWith(`${one.recipe}\n`));
    expect(touchedBy(one)).toEqual(namedIn(section ?? '', one.names));
  });
  it('takes as few as it says', () => {
    const [tests, sources] = [touchedBy(one).filter(isTest), touchedBy(one).filter((path) => !isTest(path))];
    expect({ sources: sources.length, tests: tests.length }).toEqual({ sources: one.sources, tests: one.tests });
  });
});

it('finds every recipe', () => {
  const bold = sections.filter((section) => namedIn(section).length > 0).map((section) => section.split('\n')[0]);
  expect(bold.sort()).toEqual(recipes.map(({ recipe }) => recipe).sort());
});

describe('all of them together', () => {
  const copy = mkdtempSync(join(tmpdir(), 'zjtx-recipes-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  for (const name of ['src', 'test', 'schemas', 'templates', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const name of ['node_modules', 'examples']) symlinkSync(join(root, name), join(copy, name), 'junction');
  for (const one of recipes) {
    for (const [path, text] of Object.entries(one.new ?? {})) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text, { flag: 'wx' });
    }
    for (const [path, edits] of Object.entries(one.edits)) {
      const before = readFileSync(join(copy, path), 'utf8');
      const after = edits.reduce((text, { from, to }) => edited(text, from, to), before);
      writeFileSync(join(copy, path), after);
    }
  }
  const touched = [...new Set(recipes.flatMap(touchedBy))];
  const tests = touched.filter((path) => path.endsWith('.test.ts'));

  it('satisfy the compiler, in what they touch and in all that imports it', () => {
    expect(faultsIn(copy, touched)).toEqual([]);
  });

  it('work', () => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    // semantics.yaml is read by the test of the language.
    const files = [...tests, 'test/expression/expression.test.ts'];
    execFileSync(process.execPath, [vitest, 'run', '--maxWorkers=1', ...files], { cwd: copy, stdio: 'pipe' });
    const report = JSON.parse(readFileSync(join(copy, 'out/tests.json'), 'utf8')) as {
      readonly success: boolean;
      readonly testResults: readonly unknown[];
    };
    expect(report.success).toBe(true);
    expect(report.testResults).toHaveLength(files.length);
  });
});

/** What the compiler says of files, of those that import them, and of those that import their lists. */
function faultsIn(base: string, paths: readonly string[]): readonly string[] {
  const config = ts.readConfigFile(join(base, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, base);
  const sources = readdirSync(join(base, 'src'), { recursive: true, encoding: 'utf8' }).map((name) =>
    join('src', name),
  );
  const files = [...sources, ...paths].filter((path) => /\.[jt]s$/.test(path));
  const program = ts.createProgram(
    files.map((path) => join(base, path)),
    options,
  );
  const importers = new Map<string, string[]>();
  for (const { fileName, text } of program.getSourceFiles())
    for (const { fileName: name } of ts.preProcessFile(text).importedFiles) {
      const imported = name.startsWith('.') ? resolve(dirname(fileName), name) : name;
      importers.set(imported, [...(importers.get(imported) ?? []), fileName]);
    }
  const checked = new Set(paths.map((path) => join(base, path)));
  for (const path of [...checked]) for (const one of importers.get(path) ?? []) checked.add(one);
  for (const path of [...checked])
    if (path.endsWith('index.ts')) for (const one of importers.get(path) ?? []) checked.add(one);
  return [...checked].flatMap((path) => {
    const source = program.getSourceFile(path);
    const found = source === undefined ? [] : program.getSemanticDiagnostics(source);
    return found.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
}
