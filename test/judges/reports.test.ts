// The reports for other programs before an outside judge: xmllint reads the JUnit of every faulty example.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
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
    expect(asked(`/testsuites/@${key}`), key).toBe(asked(`count(//${element})`));
});
