// zjtx categories diff: what changed between two categories as text and as JSON, for a dossier too; exit codes.
import { expect, it } from 'vitest';
import { readyIn } from '../support/ready.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const [older, newer] = ['national/2022/little-giant', 'national/2026/little-giant'] as const;
const diff = (...argv: string[]) => zjtx(['categories', 'diff', ...argv]);

it('says in words what changed', async () => {
  const ran = await diff(older, newer);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toContain('要求：资产负债率 ≤ 70% → ≤ 75%');
  const { stdout } = await diff(older, newer, '--lang', 'en');
  expect(stdout.replace(/\s+/g, ' ')).toContain('requirement: 资产负债率 ≤ 70% → ≤ 75%');
});

it('exits with 1 on --exit-code when they differ, and with 0 when not', async () => {
  expect((await diff(older, newer, '--exit-code')).code).toBe(1);
  const same = await diff(older, older, '--exit-code');
  expect(same.code).toBe(0);
  expect(same.stdout).toContain('没有不同');
});

it('is plain data as JSON', async () => {
  const document = JSON.parse((await diff(older, newer, '--json')).stdout);
  expect(document).toMatchObject({ format: 1, a: { id: older, year: 2022 }, b: { id: newer, year: 2026 } });
  expect(document.members).toContainEqual(expect.objectContaining({ id: 'lg2-debt-ratio', now: 'debt-ratio' }));
  expect(document.changes).toBeGreaterThan(100);
});

it('tells what it means for a dossier', async () => {
  const cwd = emptyFolder();
  readyIn(cwd, '甲');
  const argv = ['categories', 'diff', 'jiangsu/2021/product', 'jiangsu/2021/giant-innovation', '--dossier', '甲'];
  const { stdout, code } = await zjtx(argv, { cwd });
  expect(code).toBe(0);
  expect(stdout.replace(/\s/g, '')).toContain('省级专精特新产品称号：符合（申报单位填写：没有称号）→无此条件');
  expect(stdout).toContain('必须有认定的市级以上研发机构：无此条件 → 待定，缺 研发机构');
  const { dossier } = JSON.parse((await zjtx([...argv, '--json'], { cwd })).stdout);
  expect(dossier).toMatchObject({ path: '甲/dossier.yaml', asOf: '2021-08-16' });
  expect(dossier.decisions).toContainEqual(
    expect.objectContaining({ id: 'research-body', b: { is: 'undecided', needs: ['研发机构'] } }),
  );
});

it('wants two, and names the nearest of one that is unknown', async () => {
  expect(await diff(older)).toMatchObject({ code: 2, stdout: '' });
  const ran = await diff(older, 'national/2026/little-gian');
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain(newer);
});
