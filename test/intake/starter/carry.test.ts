// Facts of one dossier for another category: calendar years stay, attachments do, and everything left behind is named.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { readDocument } from '../../../src/document/read.ts';
import { carryOver, givenOf } from '../../../src/intake/starter/carry.ts';

const catalog = await openCatalog();
const examples = resolve(import.meta.dirname, '../../../examples');

async function carried(from: string, to: string) {
  const text = readFileSync(join(examples, `${from}/ready/dossier.yaml`), 'utf8');
  const { node } = readDocument(Buffer.from(text), 'dossier.yaml');
  if (node?.kind !== 'map') throw new Error(from);
  const { given, category = '' } = givenOf(node);
  return carryOver(given, await catalog.open(category), await catalog.open(to), 'zh');
}

it('carries what both categories ask for, in calendar years', async () => {
  const { given, taken, left } = await carried('jiangsu-2021-giant-innovation', 'national/2022/little-giant');
  expect(given.enterprise).toBe('江苏示例精密机械有限公司');
  expect(taken).toContain('统一社会信用代码');
  const revenue = JSON.stringify(given.form).match(/"revenue":(\{[^}]*\}|"[^"]*")/)?.[1];
  expect(revenue).toContain('8600.00');
  expect(revenue).not.toContain('11500.00');
  expect(left.map(({ why }) => why)).toContain('unasked');
  for (const part of ['attachments', 'claims', 'waivers', 'attestations', 'as_of'])
    expect(given).not.toHaveProperty(part);
});

it('takes a year’s plain figure for that year, and no other', async () => {
  const { given, left } = await carried('jiangsu-2021-product', 'national/2025/little-giant');
  expect(left).toContainEqual(expect.objectContaining({ why: 'years' }));
  expect(JSON.stringify(given.form)).not.toContain('"employees"');
});

it('carries what an open section holds, and not again what it asks for by itself', async () => {
  const innovation = await catalog.open('jiangsu/2021/giant-innovation');
  const manufacturing = await catalog.open('jiangsu/2021/giant-manufacturing');
  const profile = { profile: '公司成立于二〇一六年', 荣誉: '省级示范' };
  const form = { main_product: { 产品: '减速器' }, profile, reasons: '技术领先' };
  const same = carryOver({ form }, innovation, innovation, 'zh').given.form;
  expect(same).toMatchObject({
    main_product: { 产品: '减速器' },
    profile,
    reasons: { 企业申报理由及优势: '技术领先' },
  });
  const other = carryOver({ form }, innovation, manufacturing, 'zh').given.form;
  expect(other?.main_product).toEqual({ 产品: '减速器' });
  // The other form asks for the profile in another section, which is not open, and has no reasons.
  expect(JSON.stringify(other).split('公司成立于')).toHaveLength(2);
  expect(other).not.toHaveProperty('reasons');
});

it('carries rows without their files, and all of itself into the same category', async () => {
  const { given, taken, left } = await carried('jiangsu-2021-product', 'jiangsu/2021/product');
  expect(left).toEqual([]);
  expect(taken).toContain('统一社会信用代码');
  expect(JSON.stringify(given)).toContain('"patents":[{');
  expect(JSON.stringify(given)).not.toContain('"file"');
});
