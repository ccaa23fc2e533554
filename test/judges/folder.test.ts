// The unpacked bundle of build --folder before sha256sum, and its PDF before qpdf.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { zjtx } from '../support/terminal.ts';
import { ask } from './judges.ts';

const work = mkdtempSync(join(tmpdir(), 'zjtx-folder-'));
let bag = '';
beforeAll(async () => {
  const example = resolve(import.meta.dirname, '../../examples/jiangsu-2021-product/ready');
  expect((await zjtx(['build', example, '--folder', '-q'], { cwd: work })).code).toBe(0);
  const [name] = readdirSync(join(work, 'out')).filter((entry) => !entry.endsWith('.zip'));
  bag = join(work, 'out', name ?? '');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

it('agrees with sha256sum', () => {
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    expect(ask('sha256sum', ['--strict', '--quiet', '-c', manifest], { cwd: bag })).toMatchObject({ code: 0, out: '' });
});

it('has a form whose links and page labels qpdf takes without a word', () => {
  const pdf = join(bag, 'data', '申请表.pdf');
  expect(ask('qpdf', ['--check', pdf])).toMatchObject({ code: 0, err: '' });
  const { out } = ask('qpdf', ['--json', '--json-key=qpdf', pdf]);
  expect(out).toContain('"/PageLabels"');
  expect(out.match(/"\/Subtype": "\/Link"/g)?.length ?? 0).toBeGreaterThan(0);
  expect(out).toMatch(/"\/Lang": "u:zh-CN"/);
});
