// Making the zip that needs no installed Node fails: nothing half-made is left, and what was made before stays.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { version } from '../../src/files/version.ts';
import { emptyFolder } from '../support/terminal.ts';

const root = resolve(import.meta.dirname, '../..');

it('leaves what was there as it was', () => {
  const output = emptyFolder();
  const before = join(output, `zjtx-${version}-windows`);
  mkdirSync(before);
  writeFileSync(join(before, 'zjtx.cmd'), 'of before');
  const node = join(output, 'absent', 'node.exe');
  const args = [join(root, 'scripts/portable.mjs'), '--node', node, '-o', output];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, expect.stringContaining('absent')]);
  expect(readdirSync(output)).toEqual([`zjtx-${version}-windows`]);
  expect(readFileSync(join(before, 'zjtx.cmd'), 'utf8')).toBe('of before');
});
