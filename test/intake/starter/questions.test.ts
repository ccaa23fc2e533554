// The questions of a category: order, what they say, what they take and refuse; and where their answers stand.
import { beforeAll, expect, it } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import type { Category } from '../../../src/category/category.ts';
import { readDocument } from '../../../src/document/read.ts';
import { neededFacts } from '../../../src/intake/starter/carry.ts';
import { messageOf, type Question, remarksOf } from '../../../src/intake/starter/question.ts';
import { questionGroups } from '../../../src/intake/starter/questions.ts';
import { locate, shownText } from '../../../src/intake/wizard/session.ts';

let giant: Category;
let categories: readonly Category[] = [];
beforeAll(async () => {
  const catalog = await openCatalog();
  giant = await catalog.open('jiangsu/2021/giant-innovation');
  categories = await Promise.all((await catalog.list()).map(({ id }) => catalog.open(id)));
});
const all = (category: Category): readonly Question[] =>
  questionGroups(category, 'zh').flatMap(({ questions }) => questions);
const asked = (label: string): Question => {
  const found = all(giant).find((question) => question.label === label);
  if (found === undefined) throw new Error(label);
  return found;
};
const root = (text: string) => {
  const { node } = readDocument(Buffer.from(text), 'dossier.yaml');
  if (node?.kind !== 'map') throw new Error('no tree');
  return node;
};

it('says short help on the line of a question itself, and of rows above their lines', () => {
  const long =
    '按审计报告填写，没有审计的按完税证明；都没有的，附一份说明，写明数字从哪里来，由法定代表人签字并加盖公章。';
  const about = { ...asked('邮编'), help: ['六位数字', long], clauses: ['依据'] };
  expect(messageOf(about, { needed: '（必填）', gap: '，' })).toMatch(/^邮编(?:（必填）)?，六位数字$/);
  expect(remarksOf(about)).toEqual([long, '依据']);
  expect(remarksOf({ ...about, kind: 'rows' })).toEqual(['六位数字', long, '依据']);
});

it('asks for every field that a person fills in, in printed order, and for no other', () => {
  expect(questionGroups(giant, 'zh').map(({ title }) => title)).toEqual([
    '企业名称',
    '申请表',
    '1、基本情况',
    '经营指标',
    '企业创新研发情况',
    '主营产品情况',
    '获取投融资情况',
    '创始人和创始团队介绍',
    '企业简介',
    '企业申报理由及优势',
    '本次认定申报服务满意度评价',
    '申请表上没有、但申报条件要用的情况',
    '已有称号',
  ]);
  for (const category of categories) {
    const paths = all(category).map(({ path }) => path.map(({ id }) => id).join('.'));
    expect(new Set(paths).size).toBe(paths.length);
    for (const { id, items } of category.form.sections)
      for (const item of items) {
        const base = `form.${id}.${item.id}`;
        const people = item.kind === 'table' || (item.computed === undefined && item.shows === undefined);
        expect([base, paths.some((path) => path === base || path.startsWith(`${base}.`))]).toEqual([base, people]);
      }
    const isAsked = (id: string) => paths.some((path) => path === `facts.${id}` || path.startsWith(`facts.${id}.`));
    const needed = neededFacts(category).filter(({ fact, years }) => !fact.yearly || years.length > 0);
    expect(needed.flatMap(({ fact: { id } }) => (isAsked(id) ? [] : [id]))).toEqual([]);
  }
});

it('takes what stands in no list only where the form prints none', () => {
  const fields = categories.flatMap((category) => {
    const questions = new Map(all(category).map((question) => [question.path.map(({ id }) => id).join('.'), question]));
    return category.form.sections.flatMap(({ id, items }) =>
      items.flatMap((item) => {
        const question = questions.get(`form.${id}.${item.id}`);
        return item.kind === 'field' && item.fact?.type.startsWith('choice') && question !== undefined
          ? [{ isPrinted: item.options.length > 0, open: question.open }]
          : [];
      }),
    );
  });
  expect(fields.length).toBeGreaterThan(10);
  for (const { isPrinted, open } of fields) expect(open).toBe(!isPrinted);
});

it.each([
  ['注册资本(万元)', '单位：万元，只写数字'],
  ['统一社会信用代码', '18 位'],
  ['邮编', '6 位数字，如 211100'],
  ['法定代表人 电话', '加区号，如 025-50000018'],
  ['成立时间', '写成 2016-03-18'],
  ['曾用名', '几项之间用顿号“、”隔开；没有就写 无'],
])('%s says how it is written', (label, help) => {
  expect(asked(label).help).toContain(help);
});

it.each([
  ['注册资本(万元)', 'in 万元, a number only'],
  ['邮编', '6 digits, such as 211100'],
  ['法定代表人 电话', 'with area code, such as 025-50000018'],
  ['曾用名', 'with 、 between several; 无 if there are none'],
  ['Name of the enterprise', 'as on the business licence'],
])('%s says in English how it is written', (label, help) => {
  const found = questionGroups(giant, 'en')
    .flatMap(({ questions }) => questions)
    .find((question) => question.label === label);
  expect(found?.help).toContain(help);
});

it('has no Chinese sentence of its own in English: what is Chinese is printed by the form, or quoted', () => {
  const printed = new Set<string>();
  for (const category of categories) {
    for (const { prompt } of category.form.sections
      .flatMap(({ items }) => items)
      .filter((item) => item.kind === 'field'))
      for (const line of prompt?.split('\n') ?? []) printed.add(line);
    for (const { help } of questionGroups(category, 'en').flatMap(({ questions }) => questions))
      for (const line of help.filter((one) => !printed.has(one))) expect(line).toMatch(/[a-z]{3}/);
  }
});

it.each([
  ['注册资本(万元)', '3,0', '3.0'],
  ['注册资本(万元)', '3000台', '3000台'],
  ['统一社会信用代码', '91320115MADEM0011C', '91320115MADEM0011B'],
  ['邮编', '21110', '21110'],
  ['成立时间', '2016.3', '2016.3'],
  ['1、营业收入(万元) 2020年', '-1', '-1'],
  ['上年末职工人数(人)', '13.5', '13.5'],
  ['E-mail', 'nobody', 'nobody'],
  ['法定代表人 手机', '1390000', '1390000'],
])('%s refuses %s in the words of validate', (label, answer, said) => {
  expect(asked(label).validate(answer)).toContain(said);
});

it.each([
  ['注册资本(万元)', '3000.00'],
  ['统一社会信用代码', '91320115MADEM0011B'],
  ['法定代表人 电话', '025-50000018'],
  ['3、利润总额(万元) 2020年', '-12.50'],
  ['企业是否上市', '否'],
  ['注册地区', ['江苏省', '南京市', '江宁区']],
  ['所属国民经济行业', '3453'],
  ['所属重点产业链', ['工业机器人', '高档数控机床']],
] as const)('%s takes %s', (label, answer) => {
  expect(asked(label).validate(answer)).toBeUndefined();
});

it('counts the characters of a long text', () => {
  expect(asked('企业简介').validate('字'.repeat(3000))).toBeUndefined();
  expect(asked('企业简介').validate('字'.repeat(3001))).toContain('3001');
});

it('speaks English where it is told to', () => {
  const [question] = questionGroups(giant, 'en').flatMap(({ questions }) =>
    questions.filter(({ label }) => label === '邮编'),
  );
  expect(question?.validate('1')).toMatch(/[a-z]{3}/);
});

it.each([
  ['basics: {uscc: "91"}', '统一社会信用代码', 'form.basics.uscc', '91'],
  ['1、基本情况: {统一社会信用代码: "91"}', '统一社会信用代码', 'form.1、基本情况.统一社会信用代码', '91'],
  ['基本情况: {uscc: }', '统一社会信用代码', 'form.基本情况.uscc', ''],
  ['operations: {revenue: {2020年: 12.50}}', '1、营业收入(万元) 2020年', 'form.operations.revenue.2020年', '12.50'],
  ['operations: {revenue: {2019: 1}}', '1、营业收入(万元) 2020年', 'form.operations.revenue.2020', ''],
  ['basics: {法定代表人: {姓名: 甲}}', '法定代表人 姓名', 'form.basics.法定代表人.姓名', '甲'],
  ['innovation: {研发机构: 有}', '企业创新研发情况', 'form.innovation', '研发机构: 有'],
  ['basics: {chains: [甲, 乙]}', '所属重点产业链', 'form.basics.chains', '甲、乙'],
  ['profile: 一段文字', '企业简介', 'form.profile.profile', '一段文字'],
  ['{}', '邮编', 'form.基本情况.邮编', ''],
  ['basics: {uscc: }', '邮编', 'form.basics.postcode', ''],
])('finds in %s the answer to %s', (form, label, path, shown) => {
  const found = locate(root(`form:\n  ${form}\n`), asked(label).path);
  expect([found.path.join('.'), shownText(found.node)]).toEqual([path, shown]);
});

it('takes figures of several years for no figure where one year is asked for', () => {
  const question = all(giant).find(
    ({ year, part, fact }) => part !== undefined && year !== undefined && fact?.type === 'amount',
  );
  for (const written of ['512 640', '512　640', '7 350 086']) expect(question?.slip(written)).toContain('应填数字');
  for (const written of ['512640', '512,640', '512']) expect(question?.slip(written)).toBeUndefined();
  expect(asked('上年末资产总额(万元)').slip('9 800')).toBeUndefined();
});
