// Fills a small form, written in YAML like a definition's, from a dossier written in YAML: one field of every type.
import { readList, readVocabulary } from '../../src/category/vocabulary.ts';
import { entryOf, type MapNode, toPlain } from '../../src/document/node.ts';
import { readDocument } from '../../src/document/read.ts';
import type { FactValue } from '../../src/expression/values.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { form as formSchema } from '../../src/form/definition.ts';
import type { FilledField, FilledTable } from '../../src/form/filled.ts';
import { openForm } from '../../src/form/open.ts';
import type { OpenedForm } from '../../src/form/opened.ts';
import { type FormResult, validateForm } from '../../src/form/validate.ts';

/** A YAML text as a tree; the texts of the tests themselves must be sound. */
export function tree(text: string): MapNode {
  const { node, findings } = readDocument(Buffer.from(text), 'dossier.yaml');
  if (node?.kind !== 'map') throw new Error(`the YAML of the test is wrong: ${JSON.stringify(findings)}`);
  return node;
}

const list = (name: string, text: string) => {
  const read = readList(name, tree(`title: ${name}\nsource: {title: 测试, standing: seed}\n${text}`), name);
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return [name, read.data] as const;
};

export const lists = new Map([
  list(
    'regions',
    `levels: [省, 市, 县(市、区)]
options:
  - name: 江苏省
    code: '320000'
    options:
      - {name: 南京市, code: '320100', options: [{name: 鼓楼区, code: '320106'}, {name: 江宁区, code: '320115'}]}
      - {name: 徐州市, code: '320300', options: [{name: 鼓楼区, code: '320302'}]}
  - {name: 广东省, code: '440000', partial: true, options: [{name: 深圳市, code: '440300'}]}
zones: [{name: 苏州工业园区, city: 苏州市, code: '320571'}, {name: 江北新区, city: 南京市}]
`,
  ),
  list(
    'industries',
    `levels: [门类, 大类, 中类, 小类]
options:
  - {name: 采矿业, code: B, options: [{name: 煤炭开采和洗选业, code: '06'}]}
  - {name: 制造业, code: C, options: [{name: 酒、饮料和精制茶制造业, code: '15'}, {name: 通用设备制造业, code: '34'}]}
`,
  ),
  list(
    'clusters',
    `options:
  - {name: 核心软件, standing: seed, options: [{name: 工业软件}, {name: 信息安全}]}
  - {name: 高端装备, standing: proposal, options: [{name: 工业机器人}]}
`,
  ),
  list('chains', 'options: [{name: 工业软件}, {name: 信息安全}, {name: 工业机器人}, {name: 液晶显示 (LCD)}]'),
  list('area-codes', `options: [{name: 南京市, code: '025', postcodes: ['210', '211']}]`),
]);

const facts = readVocabulary(
  tree(`format: 1
facts:
  address: {type: text, meaning: 注册通讯地址}
  profile: {type: long_text, meaning: 企业简介}
  motto: {type: long_text, meaning: 口号}
  uscc: {type: uscc, meaning: 统一社会信用代码}
  postcode: {type: postcode, meaning: 邮编}
  phone: {type: phone, meaning: 电话}
  mobile: {type: mobile, meaning: 手机}
  email: {type: email, meaning: 邮箱}
  contact: {type: person, meaning: 联系人}
  founded: {type: date, meaning: 成立时间}
  valid: {type: term, meaning: 营业期限}
  level: {type: choice, options: [省级, 市县], meaning: 认定级别}
  kind: {type: choice, meaning: 企业类型}
  cluster: {type: choice, meaning: 产业集群}
  chains: {type: choices, meaning: 产业链}
  listed: {type: yes_no, meaning: 是否上市}
  region: {type: region, meaning: 注册地区}
  industry: {type: industry, meaning: 所属行业}
  price: {type: amount, unit: 元, meaning: 单价}
  share: {type: percent, meaning: 占有率}
  assets: {type: amount, unit: 万元, yearly: true, meaning: 资产总额}
  profit: {type: amount, unit: 万元, yearly: true, negative: true, meaning: 利润总额}
  employees: {type: count, unit: 人, yearly: true, meaning: 职工人数}
  patents:
    type: table
    meaning: 专利
    unique: [number]
    fields:
      name: {type: text, meaning: 名称}
      number: {type: patent_number, meaning: 专利号, identifies: {as: patent, by: type, granted: granted_on}}
      type: {type: choice, options: [发明专利, 实用新型专利], meaning: 类型}
      granted_on: {type: date, meaning: 授权日}
      file: {type: file, meaning: 文件}
  pool: {type: record, meaning: 培育库, fields: {enrolled: {type: yes_no, meaning: 已入库}, on: {type: date, meaning: 日期}}}
  former_names: {type: texts, meaning: 曾用名}
  sales: {type: amount, unit: 万元, yearly: true, meaning: 产品销售收入}
  titles: {type: table, meaning: 称号, fields: {kind: {type: text, meaning: 种类}, file: {type: file, meaning: 证书}}}
`),
  'facts.yaml',
  lists,
);
if ('findings' in facts) throw new Error(JSON.stringify(facts.findings));
export const vocabulary = facts.data;

/** Opens the sections of a form written as YAML; the category's year is 2021. */
export function opened(definition: string): OpenedForm {
  return openForm(formSchema.parse(toPlain(tree(definition))), {
    vocabulary,
    lists,
    year: 2021,
    cite: () => [],
    missing: (what, name) => {
      throw new Error(`the form of the test names an unknown ${what} ${name}`);
    },
  });
}

export type Filled = FormResult & {
  readonly codes: readonly string[];
  /** The one finding with this code. */
  finding(code: string): Finding;
  field(id: string): FilledField;
  table(id: string): FilledTable;
  fact(id: string): FactValue | undefined;
};

/** What `validate` makes of the parts `form`, `facts` and `titles` of a dossier, as of 2021-08-16. */
export function formOf(form: OpenedForm, known: Parameters<typeof validateForm>[1], root: MapNode): FormResult {
  const part = (name: 'form' | 'facts' | 'titles') => {
    const node = entryOf(root, name)?.value;
    return node === undefined ? {} : { [name]: node };
  };
  const input = {
    file: 'dossier.yaml',
    root,
    asOf: '2021-08-16',
    ...part('form'),
    ...part('facts'),
    ...part('titles'),
  };
  return validateForm(form, known, input);
}

/** Fills `definition` from `dossier`, which holds `form:`, `facts:` and `titles:`. */
export function fill(definition: string, dossier: string): Filled {
  const root = tree(dossier);
  const result = formOf(opened(definition), vocabulary, root);
  const items = result.form.sections.flatMap((section) => section.items);
  return {
    ...result,
    codes: result.findings.map((finding) => finding.code),
    finding: (code) =>
      one(
        result.findings.filter((finding) => finding.code === code),
        code,
      ),
    field: (id) =>
      one(
        items.filter((item) => item.kind === 'field').filter((item) => item.id === id),
        id,
      ),
    table: (id) =>
      one(
        items.filter((item) => item.kind === 'table').filter((item) => item.id === id),
        id,
      ),
    fact: (id) => result.facts.get(id),
  };
}

/** A form of the one section `basics` with one required field. */
export const only = (id: string, spec: string, value: string): Filled =>
  fill(`basics: {title: 基本情况, fields: {${id}: ${spec}}}`, `form:\n  basics:\n    ${id}: ${value}\n`);

function one<T>(found: readonly T[], name: string): T {
  const [first, another] = found;
  if (first === undefined || another !== undefined) throw new Error(`${found.length} of ${name}, wanted one`);
  return first;
}

/** Line and column of a finding, as an editor shows them. */
export const spot = ({ at }: Finding): string => `${at.line}:${at.column}`;

/** The arguments that the sentence of a finding is made from. */
export const argsOf = (finding: Finding): unknown => ('args' in finding ? finding.args : undefined);
