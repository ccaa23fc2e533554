// The schemas for editors, kept in step with the definitions; and the commands that print them and run a definition's tests.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { definitionSchema } from '../../scripts/generate/definition-schema.ts';
import { meanings } from '../../scripts/generate/definition-words.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import type { JsonSchema } from '../../src/category/schema/spelling.ts';
import { toPlain } from '../../src/document/node.ts';
import { readDocument } from '../../src/document/read.ts';
import { dossierSchema } from '../../src/dossier/json-schema.ts';
import { schemaWords } from '../../src/words/schema.ts';
import { fits } from '../support/ajv.ts';
import { emptyFolder, zjtx } from '../support/terminal.ts';

const schemas = resolve(import.meta.dirname, '../../schemas');
const catalog = await openCatalog();
const entries = await catalog.list();
const ids = entries.map(({ id }) => id);

const plain = (path: string): unknown => {
  const { node } = readDocument(readFileSync(path), path);
  return node === undefined ? undefined : toPlain(node);
};
const written = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 1)}\n`;

describe('of dossiers', () => {
  // One is kept as a file for people to read; two hundred kilobytes a category would be read by nobody.
  test('is in step with its definition', async () => {
    const schema = dossierSchema(await catalog.open('jiangsu/2021/product'), schemaWords);
    await expect(written(schema)).toMatchFileSnapshot('schemas/jiangsu-2021-product.schema.json');
    fits(schema);
  });

  // Compiling takes a second each; what could fail there is a keyword written wrongly, or a definition that is not there.
  test.each(ids)('%s has one that is sound', async (id) => {
    const schema = dossierSchema(await catalog.open(id), schemaWords);
    const ajv = new Ajv({ strict: false });
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    const { definitions } = schema as { definitions: Record<string, unknown> };
    const named = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/((?:[^"\\]|\\.)*)"/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, name = ''] of named) {
      const plainName = decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
      expect(Object.hasOwn(definitions, plainName), plainName).toBe(true);
    }
  });

  test('zjtx categories schema prints it', async () => {
    const ran = await zjtx(['categories', 'schema', 'jiangsu/2021/product']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toBe(written(dossierSchema(await catalog.open('jiangsu/2021/product'), schemaWords)));
    expect(await zjtx(['categories', 'schema', 'jiangsu/2021/prodct'])).toMatchObject({ code: 2, stdout: '' });
  });

  test('every field stands under its id and its printed label, with label, need, unit and clause', async () => {
    const schema = dossierSchema(await catalog.open('jiangsu/2021/product'), schemaWords);
    const { definitions } = schema as { definitions: Record<string, { properties: Record<string, unknown> }> };
    const basics = definitions['form.basics']?.properties;
    expect(basics?.assets_total).toEqual({ $ref: '#/definitions/form.basics.assets_total' });
    expect(basics?.['上年末资产总额(万元)']).toEqual(basics?.assets_total);
    expect(definitions['form.basics.assets_total']).toMatchObject({
      title: '上年末资产总额(万元)',
      description: '必填\n单位：万元，只写数字\n年度：2020',
    });
    expect(definitions['form.head.level']).toMatchObject({
      description: expect.stringContaining('手册 2.1.2（来源原文）'),
    });
  });
});

describe('of definition files', () => {
  const schema = definitionSchema();
  const takes = fits(schema, { allErrors: true });
  const files = entries.map(({ id }) => `${id}.yaml`).concat('jiangsu/2021/base.yaml');

  test.each(files)('takes schemas/%s', (file) => {
    takes(plain(join(schemas, file)));
    expect(takes.errors ?? []).toEqual([]);
  });

  test('says what every key means, and says nothing of others', () => {
    type Said = { readonly description?: string; readonly anyOf?: readonly Said[] };
    const isSaid = ({ description, anyOf = [] }: Said): boolean => description !== undefined || anyOf.some(isSaid);
    const silent: string[] = [];
    const look = (one: unknown, path: string): void => {
      if (Array.isArray(one)) for (const inner of one) look(inner, path);
      if (typeof one !== 'object' || one === null || Array.isArray(one)) return;
      for (const [keyword, value] of Object.entries(one)) {
        if (keyword !== 'properties') look(value, path);
        else
          for (const [key, inside] of Object.entries(value as Record<string, Said>)) {
            if (!isSaid(inside)) silent.push(`${path}.${key}`);
            look(inside, `${path}.${key}`);
          }
      }
    };
    look(schema, '');
    expect(silent).toEqual([]);
    const text = JSON.stringify(schema);
    expect(Object.values(meanings).filter((words) => !text.includes(JSON.stringify(words.join('\n'))))).toEqual([]);
  });

  test.each([
    ['a partial member', { criteria: { a: { severity: 'warning' } } }, true],
    ['a member removed', { criteria: { a: null }, form: { basics: { fields: { fax: null } } } }, true],
    ['a key removed', { attachments: { a: { hint: null } }, season: null }, true],
    ['a place for a new member', { form: { basics: { fields: { fax: { label: '传真', after: 'contact' } } } } }, true],
    ['an unknown key', { criteria: { a: { severty: 'warning' } } }, false],
    ['an unknown severity', { criteria: { a: { severity: 'fatal' } } }, false],
    ['an unknown part', { attachment: {} }, false],
    ['an unknown column key', { form: { a: { tables: { b: { columns: { c: { lable: '名' } } } } } } }, false],
  ])('of a file that extends another: %s', (_, change, expected) => {
    expect(takes({ format: 1, extends: 'jiangsu/2021/base', title: '试', ...change })).toBe(expected);
  });

  test('a file that stands alone must be whole', () => {
    expect(takes({ format: 1, title: '试' })).toBe(false);
  });
});

describe('zjtx categories test', () => {
  test('runs the tests of every category', async () => {
    const ran = await zjtx(['categories', 'test']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.trim().split('\n')).toHaveLength(ids.length);
  });

  test('shows what was expected and what was found, and fails', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'x/2021'), { recursive: true });
    writeFileSync(
      join(folder, 'x/2021/y.yaml'),
      `format: 1
extends: jiangsu/2021/product
title: 试
tests:
  - {given: {asets: 3}, metrics: {debt_ratio: '10.00', nope: '1'}, criteria: {product-sales-share: met}}
  - {given: {assets_total: {2020: 10}, liabilities_total: {2020: 1}}, metrics: {debt_ratio: '10.00'}}
`,
    );
    const ran = await zjtx(['categories', 'test', 'x/2021/y', '--schemas', folder]);
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toBe(`✗ x/2021/y  2 项测试，1 项未通过
  第 1 项  given 中的 asets 不是已知的名称，或值不对
  第 1 项  指标 debt_ratio 应为 10.00，得到 undecided
  第 1 项  定义中没有 nope
  第 1 项  条件 product-sales-share 应为 met，得到 undecided
`);
  });
});
