// A consultant's month in a shell with jq: clients found, sorted by state, built, verified and reported, by JSON alone.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readyIn } from '../support/ready.ts';
import { emptyFolder } from '../support/terminal.ts';
import { ask } from './judges.ts';

const root = resolve(import.meta.dirname, '../..');
const script = join(root, 'examples/scripts/month.sh');
const month = (cwd: string, ...args: string[]) =>
  ask('bash', [script, ...args], { cwd, env: { ZJTX: `node ${join(root, 'bin/zjtx.js')}` } });

it('is done with jq, and sound for shellcheck', () => {
  expect(ask('jq', ['--version']).code).toBe(0);
  expect(ask('shellcheck', [script])).toMatchObject({ code: 0, out: '' });
  const cwd = emptyFolder();
  mkdirSync(join(cwd, '客户 们'));
  readyIn(join(cwd, '客户 们'), '甲');
  cpSync(join(root, 'examples/guangdong-2021-srdi-sme/ready'), join(cwd, '客户 们/乙'), { recursive: true });
  const good = month(cwd, '客户 们', '输出');
  expect(good).toMatchObject({ code: 0 });
  const sent = /^whole\t([0-9a-f]{64})\t(.*示例精密.*\.zip)$/m.exec(good.out) ?? [];
  const [, digest = '', bundle = ''] = sent;
  expect(execFileSync('sha256sum', [join(cwd, bundle)], { encoding: 'utf8' })).toContain(digest);
  readyIn(join(cwd, '客户 们'), '丙', [
    ['mobile: "13900000018"', 'mobile:'],
    ['enterprise: 江苏', 'enterprise: 苏州'],
  ]);
  const bad = month(cwd, '客户 们', '输出');
  expect(bad.code).toBe(1);
  expect(bad.out).toMatch(/^客户 们\/丙\/dossier\.yaml\t/m);
  expect(JSON.parse(readFileSync(join(cwd, '输出/report.json'), 'utf8'))).toMatchObject({
    statistics: { categories: [{ count: 1 }, { count: 2 }] },
  });
  expect(month(cwd, '没有', '输出').code).toBe(2);
});
