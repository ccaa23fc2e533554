// zjtx validate --watch checks again when a dossier, its files or the configuration change, and ends with Ctrl-C.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ready } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';

it('checks again after each change, and sees the configuration anew', async () => {
  const cwd = ready();
  const file = join(cwd, 'dossier.yaml');
  const text = readFileSync(file, 'utf8');
  const controller = new AbortController();
  const steps: readonly [RegExp, () => void][] = [
    [/就绪/, () => writeFileSync(file, text.replace('mobile: "13900000018"', 'mobile:'))],
    [/错误.*field-missing/s, () => writeFileSync(join(cwd, 'zjtx.config.yaml'), 'lang: en\n')],
    [/error.*field-missing/s, () => writeFileSync(file, text)],
    [/Ready/, () => controller.abort()],
  ];
  let done = 0;
  let shown = '';
  const ran = await zjtx(['validate', '--watch', '-f', 'text', '-f', 'json=报告.json'], {
    cwd,
    signal: controller.signal,
    onWrite: (said, to) => {
      if (to === 'stdout') shown += said;
      if (to === 'stdout' || !said.startsWith('等待改动')) return;
      // A late event of one change may start one run more, which shows the same.
      const [seen, step] = steps[done] ?? [];
      if (seen?.test(shown)) {
        done += 1;
        step?.();
      }
      shown = '';
    },
  });
  expect(ran.code).toBe(130);
  expect(done).toBe(steps.length);
  // The report that the run writes itself starts no further run.
  expect(ran.stderr).not.toContain('报告.json');
});

it('cannot watch standard input', async () => {
  expect(await zjtx(['validate', '-', '--watch'])).toMatchObject({ code: 2, stdout: '' });
});
