// The reports for other programs before outside judges: xmllint, junitparser, the SARIF multitool, python3-jsonschema.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { zjtx } from '../support/terminal.ts';
import { ask } from './judges.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'zjtx-judges-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const faulty = readdirSync(join(root, 'examples'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === 'dossier.yaml' && entry.parentPath.includes('faulty'))
  .map((entry) => entry.parentPath.slice(root.length + 1))
  .sort();

test('there are faulty examples', () => expect(faulty.length).toBeGreaterThan(5));

test.each(faulty)('the JUnit of %s is XML that counts right', async (example) => {
  const { stdout } = await zjtx(['validate', example, '-f', 'junit'], { cwd: root });
  const file = join(folder, 'junit.xml');
  writeFileSync(file, stdout);
  const verdict = ask('xmllint', ['--noout', '--nonet', file]);
  expect(verdict).toEqual({ code: 0, out: '', err: '' });
  const asked = (path: string): number => Number(ask('xmllint', ['--xpath', `number(${path})`, file]).out);
  expect(asked('/testsuites/@failures')).toBeGreaterThan(0);
  for (const [key, element] of Object.entries({ tests: 'testcase', failures: 'failure', skipped: 'skipped' }))
    expect(asked(`sum(//testsuite/@${key})`), key).toBe(asked(`count(//${element})`));
});

/** Runs a program of Debian's Python, whose modules are judges too. */
const python = (program: string, ...args: readonly string[]) => ask('/usr/bin/python3', ['-c', program, ...args]);

const written = async (format: string, ...paths: readonly string[]): Promise<string> => {
  const file = join(folder, `report.${format}`);
  await zjtx(['validate', ...paths, '-q', '-f', `${format}=${file}`], { cwd: root });
  return file;
};
const sets = [
  ['of none', ['examples/jiangsu-2021-product/ready']],
  ['of many', faulty],
] as const;

describe.each(sets)('%s', (_, paths) => {
  test('the SARIF has no error and no warning for the multitool', async () => {
    const file = await written('sarif', ...paths);
    const out = join(folder, 'validated.sarif');
    const tool = join(root, 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');
    chmodSync(tool, 0o755);
    // Its exit code is always 0: what counts is what it writes.
    execFileSync(tool, ['validate', file, '--output', out, '--log', 'ForceOverwrite', '--level', 'Error;Warning;Note']);
    type Result = { readonly ruleId: string; readonly level?: string };
    const { runs } = JSON.parse(readFileSync(out, 'utf8')) as { runs: { results: Result[]; invocations: object[] }[] };
    const results = runs.flatMap((run) => run.results);
    // Opinions (shorter messages, rule ids with numbers …) show that it has read the file.
    expect(results.filter(({ level }) => level === 'note').length).toBeGreaterThan(0);
    expect(results.filter(({ level }) => level !== 'note')).toEqual([]);
  });
  test('the JUnit is read by junitparser with the same counts', async () => {
    const file = await written('junit', ...paths);
    const { code, out, err } = python(
      'import junitparser,sys;x=junitparser.JUnitXml.fromfile(sys.argv[1]);print(x.tests,sum(1 for s in x for c in s),sum(1 for s in x for c in s if any(isinstance(r,junitparser.Failure) for r in c.result)))',
      file,
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [tests, cases, failures] = out.trim().split(' ').map(Number);
    expect(tests).toBe(cases);
    expect((failures ?? 0) > 0).toBe(paths === faulty);
  });
  test('the JSON fits its schema for python3-jsonschema', async () => {
    const file = await written('json', ...paths);
    const check =
      'import json,jsonschema,sys;jsonschema.validate(json.load(open(sys.argv[1])),json.load(open(sys.argv[2])))';
    expect(python(check, file, join(root, 'schemas/report.schema.json'))).toEqual({ code: 0, out: '', err: '' });
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, readFileSync(file, 'utf8').replace('"state":', '"stage":'));
    expect(python(check, broken, join(root, 'schemas/report.schema.json')).code).toBe(1);
  });
});

test('every GitHub annotation has file, line and column', async () => {
  const lines = readFileSync(await written('github', ...faulty), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines.length).toBeGreaterThan(50);
  for (const line of lines)
    expect(line).toMatch(/^::(?:error|warning|notice) file=[^,:]+,line=\d+,(?:col=\d+,)?endLine=\d+,/);
});

test('GitLab finds what its documentation asks for, each fingerprint once', async () => {
  const issues = JSON.parse(readFileSync(await written('gitlab', ...faulty), 'utf8')) as Record<string, unknown>[];
  expect(issues.length).toBeGreaterThan(50);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  for (const issue of issues)
    expect(issue).toEqual({
      description: expect.any(String),
      check_name: expect.any(String),
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
      location: { path: expect.stringMatching(/^[^/]/), lines: { begin: expect.any(Number) } },
    });
});
