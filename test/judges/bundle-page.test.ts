// docs/bundle.md: its commands accept a true bundle and refuse a changed one.
import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ready } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';
import { ask } from './judges.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/bundle.md'), 'utf8');
const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, script = '']) => script);

/** Runs a script of the page in a folder; `unzip` is there for its first line. */
const run = (script: string, cwd: string): number =>
  ask('sha256sum', ['--version']).code || ask('bash', ['-euo', 'pipefail', '-c', script], { cwd }).code;

it('its commands accept a true bundle, and each refuses a changed one', async () => {
  const dossier = ready();
  await zjtx(['build'], { cwd: dossier });
  const [name = ''] = readdirSync(join(dossier, 'out'));
  const cwd = emptyFolder();
  cpSync(join(dossier, 'out', name), join(cwd, 'bundle.zip'));
  expect(commands.length).toBe(3);
  expect(commands.map((script) => run(script, cwd))).toEqual([0, 0, 0]);
  const [, ...unpacked] = commands;
  const top = join(cwd, name.replace(/\.zip$/, ''));
  writeFileSync(join(top, 'data/more.txt'), 'x');
  appendFileSync(join(top, 'data/dossier.yaml'), '\n');
  const digests = (commands[0] ?? '').split('\n').slice(1).join('\n');
  expect([digests, ...unpacked].map((script) => run(script, cwd))).toEqual([1, 1, 1]);
});
