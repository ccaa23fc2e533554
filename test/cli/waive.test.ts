// A finding accepted on purpose, written into the dossier; what may not be waived is refused.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ready } from '../support/ready.ts';
import { zjtx } from '../support/terminal.ts';

const textOf = (cwd: string): string => readFileSync(join(cwd, 'dossier.yaml'), 'utf8');
const stamped = [
  '企业简介(盖章).pdf\n      issued_to: 江苏示例精密机械有限公司\n      stamped: true',
  '企业简介(盖章).pdf\n      stamped: false',
] as const;
const place = 'attachments.profile_stamped';

const args = (more: Readonly<Record<string, string>> = {}): string[] => {
  const given = {
    code: 'evidence-unstamped',
    at: place,
    reason: '公章在工商变更: 下周补',
    by: '林晓雯',
    until: '2021-08-31',
    ...more,
  };
  return ['waive', ...Object.entries(given).flatMap(([key, value]) => (value === '' ? [] : [`--${key}`, value]))];
};

it('writes the waiver below all else, and the finding counts no more', async () => {
  const cwd = ready(stamped);
  const before = textOf(cwd);
  expect((await zjtx(['validate', '--fail-on', 'warning'], { cwd })).code).toBe(1);
  const { code, stdout, stderr } = await zjtx(args(), { cwd });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`已豁免 evidence-unstamped（${place}），到 2021-08-31 为止`);
  expect(stdout).toContain('附件/企业简介/企业简介(盖章).pdf 写明没有盖章');
  expect(textOf(cwd)).toBe(
    `${before.trimEnd()}\nwaivers:\n  - code: evidence-unstamped\n    at: ${place}\n    reason: "公章在工商变更: 下周补"\n    by: 林晓雯\n    until: 2021-08-31\n`,
  );
  expect(readFileSync(join(cwd, 'dossier.yaml.bak'), 'utf8')).toBe(before);
  expect((await zjtx(['validate', '--fail-on', 'warning'], { cwd })).code).toBe(0);
});

it('tells in JSON what is printed at the place', async () => {
  const { stdout } = await zjtx([...args(), '-f', 'json'], { cwd: ready(stamped) });
  expect(JSON.parse(stdout).waiver).toMatchObject({ at: place, label: '企业简介(盖章)' });
});

it('renews a waiver of the same finding, and leaves others alone', async () => {
  const cwd = ready(stamped);
  const old = `waivers:\n  - {code: evidence-unstamped, at: ${place}, reason: 旧, by: 甲, until: 2021-08-01}  # 第一次\n`;
  writeFileSync(join(cwd, 'dossier.yaml'), `${textOf(cwd)}${old}`);
  expect((await zjtx(args({ reason: '新' }), { cwd })).code).toBe(0);
  expect(textOf(cwd)).toContain(
    `waivers:\n  - {code: evidence-unstamped, at: ${place}, reason: 新, by: 林晓雯, until: 2021-08-31}  # 第一次\n`,
  );
});

it('may name the file that the finding is about', async () => {
  const cwd = ready(stamped);
  expect((await zjtx(args({ at: '附件/企业简介/企业简介(盖章).pdf' }), { cwd })).code).toBe(0);
  expect((await zjtx(['validate', '--fail-on', 'warning'], { cwd })).code).toBe(0);
});

it.each([
  ['a rule of the portal', { code: 'file-too-large' }, 1, ['不能豁免']],
  ['a code that nobody knows', { code: 'evidence-unstampd' }, 2, ['是否指 evidence-unstamped']],
  ['a finding that is elsewhere', { at: 'attachments.tax_certificate' }, 1, ['它在：attachments.profile_stamped[0]']],
  ['a finding that is not there', { code: 'image-small' }, 1, ['没有 image-small 的问题']],
  ['a day that is over', { until: '2021-08-15' }, 2, ['--until', '2021-08-16']],
  ['no day', { until: '2021-02-30' }, 2, ['--until']],
  ['a place that is too broad', { at: 'attachments.*' }, 2, ['--at']],
  ['no reason', { reason: '' }, 2, ['缺少选项 --reason']],
  ['nobody', { by: '' }, 2, ['缺少选项 --by']],
  ['a reason that is none, of nobody', { reason: '无', by: '待定' }, 2, ['缺少选项 --reason、--by']],
] as const)('refuses %s and writes nothing', async (_, more, exit, says) => {
  const cwd = ready(stamped);
  const before = textOf(cwd);
  const { code, stdout, stderr } = await zjtx(args(more), { cwd });
  expect([code, stdout]).toEqual([exit, '']);
  for (const said of says) expect(stderr).toContain(said);
  expect(textOf(cwd)).toBe(before);
});

it('names all that is missing at once, with a whole call', async () => {
  const { code, stderr } = await zjtx(['record', 'waive', '客户 甲', '--code', 'image-small'], { cwd: ready(stamped) });
  expect([code, stderr]).toEqual([
    2,
    'zjtx 错误：缺少选项 --at、--reason、--by、--until\n修正：完整的写法，例如：zjtx record waive "客户 甲" --code image-small --at attachments.business_license --reason 理由 --by 姓名 --until 2021-08-31\n',
  ]);
});

it('says what to write by hand where the file cannot be edited, in either language', async () => {
  const cwd = ready(stamped);
  writeFileSync(join(cwd, 'dossier.yaml'), `${textOf(cwd)}...\n`);
  const { code, stderr } = await zjtx([...args(), '--lang', 'en'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('dossier.yaml is written in a way that cannot be edited in place');
  expect(stderr).toContain('- code: evidence-unstamped');
});

it('a waiver of the configuration covers too, and its findings point into that file', async () => {
  const cwd = ready(stamped);
  const config = (until: string) =>
    writeFileSync(
      join(cwd, 'zjtx.config.yaml'),
      `root: true\nwaivers:\n  - {code: evidence-unstamped, at: ${place}, reason: 统一补章, by: 林晓雯, until: ${until}}\n`,
    );
  config('2021-08-31');
  expect((await zjtx(['validate', '--fail-on', 'warning'], { cwd })).code).toBe(0);
  config('2021-08-01');
  const { code, stdout } = await zjtx(['validate', '--fail-on', 'warning', '-f', 'json'], { cwd });
  expect(code).toBe(1);
  const [{ findings }] = (JSON.parse(stdout) as { dossiers: [{ findings: { code: string; at: { file: string } }[] }] })
    .dossiers;
  expect(findings.filter((one) => one.code === 'waiver-expired').map(({ at }) => at.file)).toEqual([
    'zjtx.config.yaml',
  ]);
  expect(stdout).not.toContain('waiver-unused');
});
