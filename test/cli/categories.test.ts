// zjtx categories: the list, and one in full, as text and as JSON.
import { expect, test } from 'vitest';
import { zjtx } from '../support/terminal.ts';

test('list has every category with its title and what it stands on', async () => {
  const ran = await zjtx(['categories', 'list']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toMatch(/^jiangsu\/2021\/product +专精特新产品认定 +来源原文/m);
  expect(ran.stdout).not.toContain('/base');
});

test('list --json is a list', async () => {
  const list = JSON.parse((await zjtx(['categories', 'list', '--json'])).stdout) as unknown[];
  expect(list).toContainEqual(expect.objectContaining({ id: 'jiangsu/2021/product', year: 2021 }));
});

test('show has fields, slots, metrics and criteria, each with its clause and where it is written', async () => {
  const ran = await zjtx(['categories', 'show', 'jiangsu/2021/product']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  for (const text of [
    '统一社会信用代码',
    '完税证明',
    'product_sales_share',
    'registered-in-province',
    '手册 2.1.2',
    '出自 schemas/jiangsu/2021/base.yaml',
  ])
    expect(ran.stdout).toContain(text);
  expect(Math.max(...ran.stdout.split('\n').map((line) => line.length))).toBeLessThan(200);
});

test('show --json is the frozen definition', async () => {
  const ran = await zjtx(['categories', 'show', 'jiangsu/2021/product', '--json']);
  expect(JSON.parse(ran.stdout)).toMatchObject({ id: 'jiangsu/2021/product' });
});

test('show speaks English around the printed labels', async () => {
  const ran = await zjtx(['categories', 'show', 'jiangsu/2021/product', '--lang', 'en']);
  expect(ran.stdout).toContain('统一社会信用代码');
  expect(ran.stdout).toContain('required');
});
