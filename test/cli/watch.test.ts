// zjtx validate --watch checks again when a dossier, its files or the configuration change, and ends with Ctrl-C.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ready } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';

it('checks again after each change, and sees the configuration anew', { timeout: 30_000 }, async () => {
  const cwd = ready();
  const file = join(cwd, 'dossier.yaml');
  const text = readFileSync(file, 'utf8');
  const controller = new AbortController();
  const steps = [
    () => writeFileSync(file, text.replace('mobile: "13900000018"', 'mobile:')),
    () => writeFileSync(join(cwd, 'zjtx.config.yaml'), 'lang: en\n'),
    () => writeFileSync(file, text),
    () => controller.abort(),
  ];
  let waiting = 0;
  const ran = await zjtx(['validate', '--watch', '-f', 'text', '-f', 'json=报告.json'], {
    cwd,
    signal: controller.signal,
    onWrite: (said, to) => {
      if (to === 'stderr' && said.startsWith('等待改动')) {
        const step = steps[waiting];
        waiting += 1;
        setTimeout(() => step?.(), 100);
      }
    },
  });
  expect(ran.code).toBe(130);
  // The report that the run writes itself starts no further run.
  expect(waiting).toBe(steps.length);
  const [first, second, third, fourth] = ran.stdout.split(/(?=^江苏示例精密机械有限公司)/m);
  expect(first).toContain('就绪');
  expect(second).toContain('field-missing');
  expect(third).toContain('error');
  expect(third).toContain('field-missing');
  expect(fourth).toContain('Ready');
});

it('cannot watch standard input', async () => {
  expect(await zjtx(['validate', '-', '--watch'])).toMatchObject({ code: 2, stdout: '' });
});
