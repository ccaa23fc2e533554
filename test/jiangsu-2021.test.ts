// The three forms of 2021 print their labels, their order and their slots exactly as the manual does.
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../src/category/catalog.ts';

const catalog = await openCatalog();
const product = await catalog.open('jiangsu/2021/product');
const manufacturing = await catalog.open('jiangsu/2021/giant-manufacturing');
const innovation = await catalog.open('jiangsu/2021/giant-innovation');

type Opened = typeof manufacturing;

/** Labels of a section in printed order; a field that shares its row with the one before opens with a bar. */
const labels = ({ form }: Opened, id: string) =>
  form.sections
    .find((section) => section.id === id)
    ?.items.map((item) => (item.kind === 'field' ? `${item.beside ? '| ' : ''}${item.label}` : item.title));
const titles = ({ form }: Opened) =>
  form.sections.flatMap(({ title, open }) => (title === undefined ? [] : [`${title}${open ? ' (open)' : ''}`]));
const optional = ({ form }: Opened) =>
  form.sections.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'field' && item.fact && !item.required ? [item.label] : [])),
  );

const figures = [
  '上年末资产总额(万元)',
  '| 上年末负债总额(万元)',
  '| 资产负债比(%)',
  '上年末职工人数(人)',
  '| 上年末研发技术人员人数(人)',
  '| 研发人员占比(%)',
];

describe('产品', () => {
  it('prints 1、企业基本情况 as 2.1.2 shows it', () => {
    expect(titles(product)).toEqual(['1、企业基本情况', '产品附证']);
    expect(labels(product, 'head')).toEqual(['当前状态', '| 认定级别']);
    expect(labels(product, 'basics')).toEqual([
      '所属市 (县、市、区)',
      '注册通讯地址',
      '| 邮编',
      '法定代表人',
      '联系人',
      '成立时间',
      '| 企业类型',
      '统一社会信用代码',
      '所属国民经济行业',
      '企业所属重点领域',
      '| 所属重点产业集群',
      '所属重点产业链',
      '企业是否上市',
      '| 是否高新技术产业',
      ...figures,
      '企业简介',
    ]);
  });

  it('has the three tables of 产品附证, column by column', () => {
    const tables = product.form.sections.flatMap(({ items }) => items.filter((item) => item.kind === 'table'));
    const printed = tables.map(({ title, columns }) => [
      title,
      columns.map(({ fact, label }) => `${fact.id} ${label}`),
    ]);
    expect(Object.fromEntries(printed)).toEqual({
      '产品采用相关授权专利技术情况(发明专利或实用新型专利)': [
        'name 专利名称',
        'number 专利授权号',
        'type 专利类型',
        'granted_on 授权日期',
        'file 授权专利证书影印件',
      ],
      产品附证资料: [
        'content 内容',
        'issuer 报告(证书)提供单位',
        'issued_on 报告(证书)提供时间',
        'file 附证文件影印件',
      ],
      其它附证资料: ['name 名称', 'issued_on 发放时间', 'valid_until 有效期', 'file 附证文件影印件'],
    });
    expect(tables[0]?.columns.find(({ fact }) => fact.id === 'type')?.options).toEqual(['发明专利', '实用新型专利']);
  });

  it('asks for ten attachments, the first five of them', () => {
    expect(product.slots.map(({ label, required }) => `${required ? '*' : ''}${label}`)).toEqual([
      '*企业营业执照原件扫描件',
      '*企业简介(盖章)',
      '*前三年财务审计报告',
      '*完税证明',
      '*企业主营产品市场占有率证明材料(由省级及以上机构提供)',
      '进入国内外龙头企业供应链证明(供货证明、供货合同、财务凭证等)',
      '研发机构、高新技术企业证明材料',
      '企业管理及信息化建设情况说明',
      '获得省以上表彰、认定等证明',
      '其他企业认为需提供的材料',
    ]);
  });
});

describe('制造类', () => {
  it('prints 1、企业基本情况 as 2.2.2 shows it', () => {
    expect(labels(manufacturing, 'head')).toEqual(['当前状态', '| 级别']);
    expect(labels(manufacturing, 'basics')).toEqual([
      '注册地区',
      '注册通讯地址',
      '| 邮编',
      '法定代表人',
      '联系人',
      '成立时间',
      '| 企业类型',
      '统一社会信用代码',
      '所属国民经济行业',
      '企业所属重点领域',
      '| 所属重点产业集群',
      '所属重点产业链',
      '是否高新技术企业',
      '| 是否科技型中小企业',
      '企业是否上市',
      ...figures,
      '企业简介',
    ]);
  });

  it('leaves open the sections that are named only', () => {
    expect(titles(manufacturing)).toEqual([
      '1、企业基本情况',
      '企业经营情况 (open)',
      '企业创新研发情况 (open)',
      '主营产品情况 (open)',
      '本次认定申报服务满意度评价 (open)',
    ]);
  });

  it('asks for eleven attachments, all of them', () => {
    expect(manufacturing.slots.map(({ label, required }) => `${required ? '*' : ''}${label}`)).toEqual([
      '*企业营业执照原件扫描件',
      '*企业简介(盖章)',
      '*前三年财务审计报告',
      '*完税证明',
      '*企业主营产品市场占有率证明材料',
      '*近3年获得的知识产权、质量认证、质量荣誉、品牌荣誉等相关证明材料',
      '*研发机构、高新技术企业或科技型中小企业证明材料',
      '*核心团队情况证明材料',
      '*企业管理及信息化建设情况说明',
      '*获得省以上表彰、认定等证明',
      '*其他企业认为需提供的材料',
    ]);
  });
});

describe('创新类', () => {
  it('prints 1、基本情况 and 经营指标 as 2.3.2 shows them', () => {
    expect(labels(innovation, 'head')).toEqual(['当前状态', '| 级别']);
    expect(labels(innovation, 'basics')).toEqual([
      '注册地区',
      '注册通讯地址',
      '| 邮编',
      '法定代表人',
      '联系人',
      '传真',
      '| E-mail',
      '企业类型',
      '成立时间',
      '| 注册资本(万元)',
      '统一社会信用代码',
      '所属国民经济行业',
      '企业所属重点领域',
      '| 所属重点产业集群',
      '所属重点产业链',
      '企业是否上市',
      '| 是否高新技术产业',
      ...figures,
    ]);
    expect(labels(innovation, 'operations')).toEqual([
      '1、营业收入(万元)',
      '| 复合增长率%',
      '2、主营业务收入(万元)',
      '3、利润总额(万元)',
      '| 平均增长率%',
      '4、实缴税金(万元)',
      '5、研发和技术改造投入总额(万元)',
      '其中：研发费用(万元)',
    ]);
  });

  it('has five columns of years, the last a forecast', () => {
    const operations = innovation.form.sections.find(({ id }) => id === 'operations');
    const years = [2017, 2018, 2019, 2020, 2023].map((year) => ({ year, forecast: year === 2023 }));
    for (const item of operations?.items ?? [])
      if (item.kind === 'field' && item.fact) expect([item.id, item.years]).toEqual([item.id, years]);
    expect.assertions(6);
  });

  it('leaves open the sections that are named only', () => {
    expect(titles(innovation)).toEqual([
      '1、基本情况',
      '经营指标',
      '企业创新研发情况 (open)',
      '主营产品情况 (open)',
      '获取投融资情况 (open)',
      '创始人和创始团队介绍 (open)',
      '企业简介 (open)',
      '企业申报理由及优势 (open)',
      '本次认定申报服务满意度评价 (open)',
    ]);
  });

  it('asks for ten attachments, all of them', () => {
    expect(innovation.slots.map(({ label, required }) => `${required ? '*' : ''}${label}`)).toEqual([
      '*企业营业执照原件扫描件',
      '*企业简介(盖章)',
      '*前三年财务审计报告',
      '*完税证明',
      '*近三年获得的知识产权、质量认证、质量荣誉、品牌荣誉等相关证明材料',
      '*研发机构、高新技术企业或科技型中小企业证明材料',
      '*核心团队情况证明材料',
      '*企业管理及信息化建设情况说明',
      '*获得省以上表彰、认定等证明材料',
      '*其他企业认为需提供的材料',
    ]);
  });
});

it('what may be left empty', () => {
  const inNone = ['企业所属重点领域', '所属重点产业集群', '所属重点产业链'];
  expect(optional(product)).toEqual(inNone);
  expect(optional(manufacturing)).toEqual(inNone);
  // Of 其中：研发费用 the manual shows that there is such a row, and none of its cells.
  expect(optional(innovation)).toEqual(['传真', 'E-mail', ...inNone, '其中：研发费用(万元)', '企业简介']);
});

it('the telephones of 法定代表人 and 联系人 are printed in each form, and the prompt of 企业简介 where the manual shows it', () => {
  for (const one of [product, manufacturing, innovation]) {
    const fields = one.form.sections.flatMap(({ items }) => items.filter((item) => item.kind === 'field'));
    expect(fields.flatMap(({ id, parts }) => (/^(legal_rep|contact)$/.test(id) ? [parts] : []))).toEqual(
      Array(2).fill({ phone: '电话', mobile: '手机' }),
    );
    const prompt = one === innovation ? undefined : '不超过3000字,需加盖企业公章扫描PDF版,上传至附件材料栏';
    expect(fields.find(({ id }) => id === 'profile')).toMatchObject({ max: 3000, maxInferred: one === innovation });
    expect(fields.find(({ id }) => id === 'profile')?.prompt).toBe(prompt);
  }
});

describe.each([
  ['review-product', 'product'],
  ['review-manufacturing', 'giant-manufacturing'],
  ['review-innovation', 'giant-innovation'],
])('%s', (review, base) => {
  it(`has the form and the attachments of ${base}`, async () => {
    const [reviewed, newly] = await Promise.all([review, base].map((name) => catalog.open(`jiangsu/2021/${name}`)));
    expect(reviewed?.form.sections).toEqual(newly?.form.sections);
    expect(reviewed?.slots).toEqual(newly?.slots);
    expect(reviewed?.definition.procedure).toBe('复核认定');
  });
});
