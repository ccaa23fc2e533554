// --redact on the command line: folders, several dossiers, shards, what it refuses.
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Node } from '../../src/document/node.ts';
import { readDocument } from '../../src/document/read.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const root = resolve(import.meta.dirname, '../../examples');
/** Names, phones, codes and persons as the dossier's text holds them, found by what they look like. */
function secretsIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: Node, key: string): void => {
    if (node.kind === 'map') for (const entry of node.entries) visit(entry.value, entry.key);
    else if (node.kind === 'list') for (const item of node.items) visit(item, key);
    else {
      const { source } = node;
      if (/公司$/.test(source) && !/^.{0,3}公司$/.test(source)) found.push(source);
      if (/^(姓名|name)$/.test(key) && /^\p{Script=Han}{2,4}$/u.test(source)) found.push(source);
      if (/^[\dA-Z]{18}$/.test(source) || /^(?=.*\d{4})[\d -]{8,}$/.test(source)) found.push(source);
    }
  };
  const { node } = readDocument(Buffer.from(text), 'dossier.yaml');
  if (node !== undefined) visit(node, '');
  return [...new Set(found)].filter((secret) => !/^\d{4}-\d{2}-\d{2}$/.test(secret));
}

describe('folders', () => {
  it('are masked, the same folder in the same way', async () => {
    const cwd = emptyFolder();
    for (const name of ['示例精密', '样本传感'])
      cpSync(join(root, 'jiangsu-2021-product/ready'), join(cwd, '客户', name), { recursive: true });
    const { stdout, stderr } = await zjtx(['validate', '--redact', '-f', 'json'], { cwd });
    expect(stdout + stderr).not.toMatch(/客户|示例精密|样本传感/);
    const { dossiers } = JSON.parse(stdout) as { dossiers: { path: string; enterprise: string; uscc: string }[] };
    const [first, second] = dossiers;
    expect(first?.path).toMatch(/^文件夹\d+\/文件夹\d+\/dossier\.yaml$/);
    expect(first?.path.split('/')[0]).toBe(second?.path.split('/')[0]);
    expect(first?.path.split('/')[1]).not.toBe(second?.path.split('/')[1]);
    // One enterprise has one mask.
    expect([second?.enterprise, second?.uscc]).toEqual([first?.enterprise, first?.uscc]);
    const again = await zjtx(['validate', '--redact', '-f', 'json'], { cwd });
    expect(again.stdout).toBe(stdout);
  });
});

it('a bundle holds the dossier itself: build refuses', async () => {
  const cwd = join(root, 'jiangsu-2021-product/ready');
  const ran = await zjtx(['build', '--redact'], { cwd });
  expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--redact 不能用于生成材料包') });
});

it('what is said of one client says nothing of another', async () => {
  const cwd = emptyFolder();
  const names = ['guangdong-2021-srdi-sme/faulty-conditions', 'shenzhen-2021-srdi-sme/faulty-conditions'];
  for (const name of names) cpSync(join(root, name), join(cwd, name.replace('/', '-')), { recursive: true });
  const { stdout } = await zjtx(['validate', '-f', 'json'], { cwd });
  const { dossiers: told } = JSON.parse(stdout) as { dossiers: object[] };
  const [first, second] = names.map((name) => secretsIn(readFileSync(join(root, name, 'dossier.yaml'), 'utf8')));
  const own = new Set(first);
  for (const secret of (second ?? []).filter((one) => !own.has(one)))
    expect(JSON.stringify(told[0])).not.toContain(secret);
  const other = new Set(second);
  for (const secret of (first ?? []).filter((one) => !other.has(one)))
    expect(JSON.stringify(told[1])).not.toContain(secret);
  expect(first?.some((secret) => JSON.stringify(told[0]).includes(secret))).toBe(true);
});
