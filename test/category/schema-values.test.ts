// The schema of a form against `validate`: it never marks what is taken, and marks what has a wrong name, type or shape.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factSchemas, formSchema } from '../../src/category/schema/form.ts';
import { type JsonSchema, keyed } from '../../src/category/schema/spelling.ts';
import { toPlain } from '../../src/document/node.ts';
import { names } from '../../src/form/keys.ts';
import { schemaWords } from '../../src/words/schema.ts';
import { formOf, opened, tree, vocabulary } from '../form/fill.ts';
import { fits } from '../support/ajv.ts';

test('a key is taken in just the spellings that validate takes', () => {
  const takes = (label: string): ((key: string) => boolean) => {
    const valid = fits(keyed([{ id: 'an_id', labels: [label], schema: {} }]));
    return (key) => valid({ [key]: 1 }) === true;
  };
  const labels = ['1、营业收入(万元)', '企业简介：', '产品 [甲] ^-\\/?', '资产负债比(%)', 'A.B*C'];
  for (const label of labels) {
    const takesKey = takes(label);
    const wide = (one: string): string =>
      one > ' ' && one <= '~' ? String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0) : one;
    const spelled = fc
      .array(fc.record({ wide: fc.boolean(), space: fc.constantFrom('', '', ' ', '\u3000') }), {
        minLength: label.length,
        maxLength: label.length,
      })
      .chain((changes) => {
        const text = [...label].map((one, at) => (changes[at]?.wide ? wide(one) : one) + (changes[at]?.space ?? ''));
        return fc.constantFrom(
          text.join(''),
          text.slice(2).join(''),
          text.slice(1).join(''),
          text.join('').slice(0, -1),
        );
      });
    fc.assert(fc.property(spelled, (key) => takesKey(key) === names(key, 'an_id', label)));
  }
});

const fields = {
  address: '{label: 注册通讯地址, required: false}',
  motto: '{label: 口号, required: false, max: 5}',
  uscc: '{label: 代码, required: false}',
  postcode: '{label: 邮编, required: false}',
  phone: '{label: 电话, required: false}',
  mobile: '{label: 手机, required: false}',
  email: '{label: 邮箱, required: false}',
  contact: '{label: 联系人, required: false, parts: {phone: 办公电话}}',
  founded: '{label: 成立时间, required: false}',
  valid: '{label: 期限, required: false}',
  level: '{label: 级别, required: false}',
  kind: '{label: 类型, required: false, open: true}',
  chains: '{label: 产业链, required: false, list: chains}',
  listed: '{label: 上市, required: false}',
  region: '{label: 地区, required: false}',
  industry: '{label: 行业, required: false}',
  price: '{label: 单价, required: false}',
  share: '{label: 占有率, required: false}',
  assets: '{label: 资产, required: false, years: [Y-1]}',
  profit: '{label: 利润, required: false, years: [Y-2..Y-1, Y+2]}',
  employees: '{label: 人数, required: false, years: [Y-1]}',
  ratio: '{label: 比率, computed: debt_ratio}',
} as const;

const form = `basics:
  title: 1、基本情况
  fields:
${Object.entries(fields)
  .map(([id, spec]) => `    ${id}: ${spec}`)
  .join('\n')}
  tables:
    patents:
      title: 专利(授权)
      columns:
        name: {label: 专利名称, required: false}
        number: {label: 专利授权号, required: false}
        type: {label: 专利类型, required: false}
        granted_on: {label: 授权日期, required: false}
rest: {title: 其他, open: true}
`;

const definitions: Record<string, JsonSchema> = {};
const define = (name: string, schema: JsonSchema): JsonSchema => {
  definitions[name] = schema;
  return { $ref: `#/definitions/${name}` };
};
const openedForm = opened(form);
const ofForm = formSchema(openedForm, define, schemaWords);
const beside = factSchemas(openedForm, vocabulary, define, schemaWords);
const takesDossier = fits({ properties: { form: ofForm, ...beside }, definitions });

/** What `validate` finds in a value below a path, and what the schema says to it. */
function judged(path: string, value: string): { codes: readonly string[]; taken: boolean } {
  const lines = path.split('.').map((key, depth) => `${'  '.repeat(depth)}${key}:`);
  const root = tree(`${lines.join('\n')} ${value}\n`);
  const { findings } = formOf(openedForm, vocabulary, root);
  const told = findings.filter(({ severity, code }) => severity !== 'note' && code !== 'section-open');
  return { codes: told.map(({ code }) => code), taken: takesDossier(toPlain(root)) === true };
}

/** Values as a dossier writes them, right and wrong, between bars. */
const pool = `
0 | -0.5 | 136 | 136.0 | 1.5 | .5 | 5. | "9800.00" | " 12 " | 1.50000 | 1.00001 | "-3"
"1,200"
"1,200.50" | "１，２００" | "400万" | "1.2 亿元" | "15人" | "8.37％" | "+5" | "-0" | "1 200" | "3,5" | "12元" | "¥12元"
√ | 有 | × | "x" | "□是 ☑否" | yes | 无 | 暂无 | "液晶显示【lcd】" | "工业软件、信息安全" | "２０１６年３月１８日"
20200512 | 43963 | "43963" | "03/04/2021" | "18/3/2016" | "2016 3 18" | "2016-03-18T00:00:00Z" | 长期有效 | 12345
江苏省南京市江宁区 | [江苏, 南京, 江宁] | [江苏省, 江宁区] | [江苏省, 南京市江宁区] | [江苏省, 南京, 江宁] | 江苏/南京/江宁
"３４５３" | c3453 | 3451 轴承制造 | "轴承制造(C3451)" | 制造业>通用设备制造业 | [制造业, 34 通用设备制造业] | "c 34"
"9132 0115 madem0011b" | "９１３２０１１５ＭＡＤＥＭ００１１Ｂ" | {2020: 1,200} | {2019: 1,200.50, 2020: 2,200.50}
甲 | "0512" | 1e3 | true | 是 | 否 | " 是 " | 没有 | 省级 | "省 级" | 国家级 | 长期 | "" | null | ~
"91320115MADEM0011B" | "91320115madem0011b" | 91320115 | "211100" | "２１１１００" | "2111 00"
211100
"025-50000018" | "（025）5000 0018转801" | "+86 25 50000018" | "400-123-4567" | "13900000018"
"+86-139 0000 0018" | 13900000018 | "50000018" | "139"
2016-03-18 | "2016-03-18 " | 2016-3-18 | 2016/03/18 | 2016年3月18日 | 2016 | 2016-13-01
a@b.cn | "a.b@例.公司" | a@b | a b@c.cn | "ａ＠ｂ．ｃｎ"
工业软件 | [工业软件] | [信息安全, "液晶显示(LCD)"] | ["液晶显示 （LCD）"] | [无] | [] | [[工业软件]]
[江苏省, 南京市, 江宁区] | [江苏省, 南京市, 江宁县] | [江苏省, 苏州工业园区] | ["江苏 省", 南京市] | [海南省, 海口市]
[320000, 320100] | 江苏省 | [江苏省, 苏州市, 苏州工业园区] | [江苏省, 徐州市, 苏州工业园区]
"3453" | C | "C34" | "99" | "C06" | 34 | [制造业, 通用设备制造业, 甲] | [制造业, 无] | ["制造 业"] | ["C", "34"]
制造业
{2020: 1} | {2019: 1, 2020: "2.5", 2023: 3} | {2020年: 1} | {2018: 1} | {2020: 甲} | {}
{"2020": ~}
{name: 周, phone: "025-50000018", mobile: "13900000018"} | {姓名: 周, 办公电话: "025-50000018"}
{电话: 02550000018} | {名: 周} | {mobile: "139"}
[{name: 甲, number: ZL201819900016.3, type: 发明专利}] | {专利名称: 甲} | [{type: 外观}] | [{编号: 1}] | [甲]
[{专利授权号: 201819900016.3}] | [{number: "CN 109876543 B", granted_on: 2019-05-12}]
`
  .trim()
  .split(/ \| |\n/);

describe('against validate', () => {
  const anything = fc.oneof(
    fc.constantFrom(...pool),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => JSON.stringify(text)),
    fc
      .array(fc.constantFrom(...pool.filter((one) => !/^[[{]/.test(one))), { maxLength: 3 })
      .map((items) => `[${items.join(', ')}]`),
  );
  const paths = [...Object.keys(fields), 'patents']
    .map((id) => `form.basics.${id}`)
    .concat(
      'form.rest',
      'facts.sales',
      'facts.former_names',
      'facts.pool',
      'facts.pool.enrolled',
      'titles',
      'facts.price',
    );

  test('what validate takes is never marked', () => {
    for (const path of paths) {
      const never = ({ codes: found, taken }: ReturnType<typeof judged>): boolean => found.length > 0 || taken;
      for (const value of pool) expect([path, value, never(judged(path, value))]).toEqual([path, value, true]);
      fc.assert(
        fc.property(anything, (value) => never(judged(path, value))),
        { numRuns: 60 },
      );
    }
  });

  test.each([
    ['level', '国家级', 'choice-unknown'],
    ['chains', '[工业软件, 无]', 'choice-unknown'],
    ['listed', '未上市', 'choice-unknown'],
    ['region', '[江苏省, 南京市, 江宁县]', 'region-unknown'],
    ['region', '[江苏省, 徐州市, 苏州工业园区]', 'region-unknown'],
    ['industry', '"9953"', 'industry-unknown'],
    ['industry', '3453', 'identifier-unquoted'],
    ['postcode', '0512', 'identifier-unquoted'],
    ['postcode', '"2111"', 'postcode-shape'],
    ['phone', '"123"', 'phone-shape'],
    ['mobile', '"1390000"', 'mobile-shape'],
    ['email', 'a@b', 'email-shape'],
    ['uscc', '"9132"', 'uscc-length'],
    ['uscc', '"9132011OMADEM0011B"', 'uscc-character'],
    ['founded', '2016年3月', 'date-unreadable'],
    ['founded', '12345', 'date-unreadable'],
    ['valid', '永久', 'date-unreadable'],
    ['motto', '一二三四五六', 'text-too-long'],
    ['address', '[甲]', 'value-shape'],
    ['contact', '周明远', 'value-shape'],
    ['contact', '{邮编: "1"}', 'field-unknown'],
    ['assets', '12,34,567', 'figure-separated'],
    ['assets', '3731.50台', 'figure-with-sign'],
    ['assets', '"3,5"', 'value-ambiguous'],
    ['assets', '约三千', 'figure-unreadable'],
    ['assets', '"1.00001"', 'figure-decimals'],
    ['employees', '136.5', 'figure-whole'],
    ['price', '-1', 'figure-negative'],
    ['ratio', '8.37人', 'figure-with-sign'],
    ['profit', '{20166: 1}', 'year-unknown'],
    ['patents', '[{type: 外观}]', 'choice-unknown'],
    ['patents', '[{编号: 1}]', 'field-unknown'],
    ['patents', '[甲]', 'value-shape'],
    ['patents', '[{number: 甲}]', 'patent-unreadable'],
    ['website', 'www.example.com', 'field-unknown'],
    ['form.rset', '{}', 'section-unknown'],
    ['facts.profitt', '1', 'fact-unknown'],
    ['facts.uscc', '"91320115MADEM0011B"', 'fact-in-form'],
    ['facts.sales', '6200', 'value-shape'],
    ['facts.pool', '{enroled: 是}', 'field-unknown'],
    ['facts.pool', '是', 'value-shape'],
    ['titles', '[{kidn: 甲}]', 'field-unknown'],
  ])('marks %s: %s as validate does (%s)', (key, value, code) => {
    const { codes: found, taken } = judged(key.includes('.') ? key : `form.basics.${key}`, value);
    expect(found).toContain(code);
    expect(taken).toBe(false);
  });
});
