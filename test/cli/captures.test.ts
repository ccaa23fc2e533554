// What a person sees at three widths of a terminal, as files to be read; no line of a table is wider than its terminal.
import { join, resolve } from 'node:path';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const product = ['jiangsu-2021-product/faulty-small', 'jiangsu-2021-product/ready'];

const captures: Readonly<Record<string, readonly string[]>> = {
  list: ['categories', 'list'],
  'categories-diff': ['categories', 'diff', 'national/2022/little-giant', 'national/2023/little-giant'],
  explain: ['explain', 'slot-empty'],
  attachments: ['attachments', 'jiangsu-2021-product/ready'],
  match: ['match', 'jiangsu-2021-product/ready'],
  validate: ['validate', ...product],
};

/** Nobody breaks what is copied: a path, an id, a command. */
const copied = /\S[/.]\S|zjtx /;

describe.each([50, 80, 120])('at %i cells', (width) => {
  it.each(Object.keys(captures))('%s', async (name) => {
    const { stdout } = await zjtx(captures[name] ?? [], { cwd: examples, env: { COLUMNS: String(width) } });
    for (const line of stdout.split('\n'))
      if (!copied.test(line)) expect(stringWidth(line), line).toBeLessThanOrEqual(Math.min(width, 100));
    expect(stdout).not.toMatch(/^ *[。，；、：）]+ *$/m);
    await expect(stdout).toMatchFileSnapshot(join(import.meta.dirname, 'captures', `${name}.${width}.txt`));
  });
});

it('build tells of several bundles in two lines each, and of all', async () => {
  const argv = ['build', 'jiangsu-2021-product/ready', 'jiangsu-2021-giant-innovation/ready', '-o', emptyFolder()];
  const { code, stdout } = await zjtx(argv, { cwd: examples });
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^✓ 已生成 {2}\S+\.zip\n {2}\S+ MB {2}sha256:[0-9a-f]{12}\n✓ 已生成 {2}\S+\.zip\n {2}\S+ MB {2}sha256:[0-9a-f]{12}\n\n共 2 个材料包，\S+ MB\n$/,
  );
});
