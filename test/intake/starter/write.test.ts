// The starter dossier: whatever is given is read back the same, and a fresh one is told of once for each thing that is missing.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import type { Category } from '../../../src/category/category.ts';
import { canonical } from '../../../src/characters/canonical.ts';
import { entryOf, type MapNode, toPlain } from '../../../src/document/node.ts';
import { readDocument } from '../../../src/document/read.ts';
import { byIds } from '../../../src/dossier/own-keys.ts';
import type { Fact } from '../../../src/expression/types.ts';
import { stepsIn } from '../../../src/form/keys.ts';
import type { FormResult } from '../../../src/form/validate.ts';
import { neededFacts } from '../../../src/intake/starter/carry.ts';
import type { Given, Value } from '../../../src/intake/starter/given.ts';
import { starterText } from '../../../src/intake/starter/write.ts';
import { formOf } from '../../form/fill.ts';

const opened = new Map<string, Category>();
let ids: readonly string[] = [];
beforeAll(async () => {
  const catalog = await openCatalog();
  ids = (await catalog.list()).map(({ id }) => id);
  for (const id of ids) opened.set(id, await catalog.open(id));
});
const category = (id = 'jiangsu/2021/giant-innovation'): Category => {
  const found = opened.get(id);
  if (found === undefined) throw new Error(id);
  return found;
};

function treeOf(text: string): MapNode {
  const { node, findings } = readDocument(Buffer.from(text), 'dossier.yaml');
  // What a text is made of is the business of who wrote it.
  expect(findings.filter(({ code }) => !code.startsWith('text-'))).toEqual([]);
  if (node?.kind !== 'map') throw new Error('no map');
  return byIds(node).node;
}

function filled(of: Category, text: string): FormResult & { root: MapNode } {
  const root = treeOf(text);
  return { root, ...formOf(of.form, of.vocabulary, root) };
}

/** Facts as plain data, figures as text. */
const plainFacts = ({ facts, stated }: FormResult): unknown =>
  JSON.parse(
    JSON.stringify([[...facts], [...stated].map(([id, { source }]) => [id, source])], (_, value) =>
      value instanceof Map ? [...value] : value,
    ),
  );

const awkward = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom(
    'a: b',
    'it\'s “so” "quoted"',
    '0512',
    '9132E43',
    '12e43',
    'null',
    '~',
    '- a',
    '# c',
    '是',
    'yes',
    '：，',
    '😀 表情',
    '一、概况\n  缩进\n\n二、主营 # 不是注释',
    '末尾换行\n',
    '  前导空格\n第二行',
    '\n首行空',
    '制表\t符\n第二行',
    'C:\\材料\\a.pdf',
    '2020-01-01',
    '1_000',
    '&a *b !c',
    '{a: 1}',
    '12.50',
    '-0.00',
  ),
);
const figure = fc.oneof(fc.constantFrom('0', '12.50', '-3', '8330.0000', '1,200', '15人', '007'), fc.nat().map(String));

/** A value that somebody may have written for a fact, fit or unfit. */
function valuesFor(fact: Fact | undefined, years: readonly number[]): fc.Arbitrary<Value> {
  const { type } = fact ?? {};
  if (years.length > 1)
    return fc.dictionary(fc.constantFrom(...years.map(String)), figure, { minKeys: 1 }) as fc.Arbitrary<Value>;
  if (type === 'amount' || type === 'count' || type === 'percent' || type === 'number') return figure;
  if (type === 'yes_no') return fc.oneof(fc.boolean(), fc.constantFrom('是', '否', '不知道'));
  if (type === 'person')
    return fc.dictionary(fc.constantFrom('name', 'phone', 'mobile'), awkward, { minKeys: 1 }) as fc.Arbitrary<Value>;
  if (type === 'choices' || type === 'texts' || type === 'region') return fc.array(awkward, { maxLength: 3 });
  if (type === 'table') return fc.array(rowOf(fact), { minLength: 1, maxLength: 3 });
  if (type === 'record') return rowOf(fact);
  return awkward;
}

const rowOf = (fact: Fact | undefined): fc.Arbitrary<Value> =>
  fc.record(Object.fromEntries([...(fact?.fields ?? [])].map(([id, field]) => [id, valuesFor(field, [])])), {
    requiredKeys: [],
  }) as fc.Arbitrary<Value>;

const some = (values: Record<string, fc.Arbitrary<Value>>): fc.Arbitrary<Record<string, Value>> =>
  fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<Record<string, Value>>;

function givenFor(of: Category): fc.Arbitrary<Given> {
  const sections = of.form.sections.map((section) => {
    const items = section.items.map((item) => {
      const years = item.kind === 'field' ? item.years.map(({ year }) => year) : [];
      const free = item.kind === 'field' && item.computed !== undefined ? figure : valuesFor(item.fact, years);
      return [item.id, free] as const;
    });
    const more = section.open ? [['平台上的栏目: 一', awkward] as const] : [];
    return [section.id, some(Object.fromEntries([...items, ...more]))] as const;
  });
  const titles = of.vocabulary.get('titles');
  return fc.record(
    {
      enterprise: awkward,
      form: some(Object.fromEntries(sections) as Record<string, fc.Arbitrary<Value>>),
      facts: some(Object.fromEntries(neededFacts(of).map(({ fact, years }) => [fact.id, valuesFor(fact, years)]))),
      titles: fc.array(rowOf(titles), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Given>;
}

/** The same dossier as JSON, in which every figure is a text in quotes: what the starter must not read differently from. */
const asJson = (given: Given): string =>
  JSON.stringify(given).replace(
    /[\u007f-\u009f\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

describe('what is given is read back the same', () => {
  it.each([
    'jiangsu/2021/giant-innovation',
    'jiangsu/2021/product',
    'national/2022/srdi-sme',
    'national/2025/little-giant',
  ])('for %s', (id) => {
    const of = category(id);
    fc.assert(
      fc.property(givenFor(of), (given) => {
        const meant = plainFacts(filled(of, asJson(given)));
        for (const spelling of ['labels', 'ids'] as const) {
          const now = filled(of, starterText(of, given, { spelling }));
          expect(plainFacts(now)).toEqual(meant);
          const enterprise = entryOf(now.root, 'enterprise')?.value;
          expect(enterprise?.kind === 'scalar' ? enterprise.source.trim() : '').toBe(
            canonical((given.enterprise ?? '').trim()).text,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('leaves nothing out that the category does not know', () => {
  const text = starterText(category(), {
    form: { 别栏: { 甲: '乙' }, basics: { nobody: ['a', 'b'] } },
    facts: { unheard: 'x' },
    attachments: {
      别项: ['a.pdf', { file: 'b.pdf', covers: ['2019', '2020'], figures: { revenue: { '2020': '8600.00' } } }],
    },
    claims: [{ fact: 'revenue', year: '2020', file: 'a.pdf', pages: '3-5' }],
    waivers: [{ code: 'x', at: 'a', reason: 'r', by: 'b', until: '2021-08-31' }],
  });
  expect(toPlain(treeOf(text))).toMatchObject({
    form: { 别栏: { 甲: '乙' }, 基本情况: { nobody: ['a', 'b'] } },
    facts: { unheard: 'x' },
    attachments: { 别项: ['a.pdf', { file: 'b.pdf', covers: [2019, 2020], figures: { 营业收入: { 2020: 8600 } } }] },
    claims: [{ fact: '营业收入', year: 2020, file: 'a.pdf', pages: '3-5' }],
    waivers: [{ code: 'x', at: 'a', reason: 'r', by: 'b', until: '2021-08-31' }],
  });
  expect(text).toContain('数字: {营业收入: {2020: 8600.00}}');
});

it('says of a fresh dossier each missing field once, and nothing else', () => {
  for (const id of ids) {
    const of = category(id);
    const { findings, form } = filled(of, starterText(of, {}));
    const missing = findings.filter(({ code }) => code === 'field-missing');
    expect([id, missing.length, form.filled]).toEqual([id, form.required, 0]);
    const others = findings.filter(({ code }) => code !== 'field-missing' && code !== 'section-open');
    expect([id, others]).toEqual([id, []]);
  }
});

it('takes keys as printed or ids, and writes labels, or ids where they are wanted', () => {
  const rows = [{ number: 'ZL201819900016.3', 专利名称: '甲' }];
  for (const form of [
    { 企业基本情况: { 统一社会信用代码: '91320115MADEM0011B' }, 产品附证: { patents: rows } },
    { basics: { uscc: '91320115MADEM0011B' }, annex: { patents: rows } },
  ]) {
    const of = category('jiangsu/2021/product');
    const [labels, ids] = (['labels', 'ids'] as const).map((spelling) => starterText(of, { form }, { spelling }));
    expect(labels).toContain('    统一社会信用代码: "91320115MADEM0011B"\n');
    expect(labels).toContain('- {专利授权号: ZL201819900016.3, 专利名称: 甲}\n');
    expect(ids).toContain('    uscc: "91320115MADEM0011B"\n');
    expect(ids).toContain('- {number: ZL201819900016.3, name: 甲}\n');
  }
});

it('writes ids where two parts beside each other have one label', () => {
  const steps = stepsIn([
    { id: 'a', labels: ['1、名称：'] },
    { id: 'b', labels: ['名 称'] },
    { id: 'c', labels: ['二、其他(项)'] },
    { id: 'd', labels: ['2、数量', 'c'] },
  ]);
  expect(['a', 'b', 'c', 'd'].map((id) => steps.of(id).key)).toEqual(['a', 'b', '二、其他(项)', '数量']);
  expect(['名称', 'b', '其他', 'c', '2、数量'].map((key) => steps.named(key)?.id)).toEqual([
    'a',
    'b',
    undefined,
    'c',
    'd',
  ]);
});

it('leaves no id to be typed but where two facts have one name', () => {
  const twins = ['product_families', 'product_standing'];
  for (const id of ids) {
    const text = starterText(category(id), {});
    const latin = [...text.matchAll(/^ *(?:# )?([a-z_]+):(?: |$)/gmu)].map(([, key = '']) => key);
    expect([id, latin.filter((key) => !twins.includes(key))]).toEqual([id, []]);
  }
});

it('explains every key: label, need, unit, years, choices, clause', async () => {
  const given: Given = {
    enterprise: '江苏示例精密机械有限公司',
    form: {
      operations: { revenue: { '2017': '5200.00', '2020': '8600.00' } },
      profile: { profile: '一、概况\n二、主营' },
    },
  };
  await expect(starterText(category(), given)).toMatchFileSnapshot('giant-innovation.yaml');
});
