// An invented assessment for the tests of the summary: whole, and open to changes.
import type {
  Assessment,
  ChecklistItem,
  ClaimShown,
  CriterionResult,
  FilledField,
  FilledSection,
  FilledSlot,
  FilledTable,
  FilledValue,
  MetricResult,
  RowFile,
} from '../../src/assessment.ts';
import { Decimal } from '../../src/expression/decimal.ts';
import type { Citation, Place, Standing } from '../../src/findings/finding.ts';
import * as built from '../support/assessment.ts';

export const place = (path: string, line = 1): Place => built.at(line, 3, 9, path);

export const cite = (short: string, clause: string, standing: Standing = 'seed'): Citation =>
  built.cite({ source: short, short, title: short, clause, standing });

export const text = (value: string): FilledValue => ({ kind: 'text', text: value });
export const number = (source: string): FilledValue => ({ kind: 'number', value: new Decimal(source), source });
export const chosen = (...values: string[]): FilledValue => ({ kind: 'chosen', chosen: values });

export function years(from: number, ...sources: (string | undefined)[]): FilledValue {
  const cells = sources.map((source, index) => {
    const year = from + index + (index === 4 ? 2 : 0);
    const given = source === undefined ? {} : { source, value: new Decimal(source) };
    return { year, forecast: index === 4, ...given };
  });
  return { kind: 'years', cells };
}

export const field = (id: string, label: string, more: Partial<FilledField> = {}): FilledField =>
  built.field(id, label, { at: place(`form.basics.${id}`), ...more });

const amount = (id: string, label: string, source: string): FilledField =>
  field(id, label, { type: 'amount', unit: '万元', value: number(source) });
const heads = (id: string, label: string, source: string): FilledField =>
  field(id, label, { type: 'count', unit: '人', value: number(source) });
const yesNo = (id: string, label: string, value: string, beside = false): FilledField =>
  field(id, label, { type: 'yes_no', options: ['是', '否'], value: chosen(value), beside });
const person = (id: string, label: string, name: string, phone: string, mobile?: string): FilledField =>
  field(id, label, {
    type: 'person',
    parts: { phone: '电话', mobile: '手机' },
    value: { kind: 'person', name, phone, ...(mobile ? { mobile } : {}) },
  });

const FORECAST = [2017, 2018, 2019, 2020].map((year) => ({ year, forecast: false }));
const YEARS = [...FORECAST, { year: 2023, forecast: true }];
export const yearlyField = (id: string, label: string, value: FilledValue): FilledField =>
  field(id, label, { type: 'amount', unit: '万元', years: YEARS, value });

export const CHAINS = ['轨道交通装备', '航空发动机和燃气轮机', '工业机器人', '高档数控机床', '民用航空装备'];

export const basics = (): FilledSection => ({
  id: 'basics',
  title: '1、基本情况',
  open: false,
  items: [
    field('region', '注册地区', {
      type: 'region',
      value: { kind: 'levels', levels: [{ name: '江苏省' }, { name: '南京市' }, { name: '江宁区' }] },
    }),
    field('address', '注册通讯地址', { value: text('南京市江宁区示例路 18 号 3 幢') }),
    field('postcode', '邮编', { type: 'postcode', beside: true, value: text('211100') }),
    person('legal_rep', '法定代表人', '周明远', '025-50000018', '13900000018'),
    person('contact', '联系人', '林晓雯', '025-50000026', '13900000026'),
    field('fax', '传真', { type: 'phone', required: false }),
    field('email', 'E-mail', { type: 'email', beside: true, value: text('linxiaowen@example.com') }),
    field('enterprise_type', '企业类型', { type: 'choice', value: text('民营控股') }),
    field('founded', '成立时间', { type: 'date', value: text('2016-03-18') }),
    field('capital', '注册资本(万元)', { type: 'amount', unit: '万元', beside: true, value: number('2000') }),
    field('uscc', '统一社会信用代码', { type: 'uscc', value: text('91320115MADEM0011B') }),
    field('industry', '所属国民经济行业', {
      type: 'industry',
      value: {
        kind: 'levels',
        levels: [
          { name: '制造业', code: 'C' },
          { name: '通用设备制造业', code: '34' },
          { name: '轴承、齿轮和传动部件制造', code: '345' },
          { name: '齿轮及齿轮减、变速箱制造', code: '3453' },
        ],
      },
    }),
    field('key_field', '企业所属重点领域', { type: 'choice', required: false }),
    field('cluster', '所属重点产业集群', { type: 'choice', beside: true, value: text('高端装备') }),
    field('chains', '所属重点产业链', {
      type: 'choices',
      options: CHAINS,
      value: chosen('工业机器人', '高档数控机床'),
    }),
    yesNo('listed', '企业是否上市', '否'),
    yesNo('hi_tech', '是否高新技术产业', '是', true),
    amount('assets_total', '上年末资产总额(万元)', '9800'),
    amount('liabilities_total', '上年末负债总额(万元)', '3731.50'),
    field('debt_ratio', '资产负债比(%)', { type: 'percent', computed: 'debt_ratio' }),
    heads('employees', '上年末职工人数(人)', '136'),
    heads('rd_staff', '上年末研发技术人员人数(人)', '41'),
    field('rd_staff_ratio', '研发人员占比(%)', { type: 'percent', computed: 'rd_staff_ratio' }),
  ],
});

export const operations = (): FilledSection => ({
  id: 'operations',
  title: '经营指标',
  open: false,
  items: [
    yearlyField('revenue', '1、营业收入(万元)', years(2017, '5200', '6100', '7350', '8600', '11500')),
    field('revenue_cagr', '复合增长率%', { type: 'percent', computed: 'revenue_cagr' }),
    yearlyField('main_revenue', '2、主营业务收入(万元)', years(2017, '5010', '5890', '7105', '8330', '11150')),
    yearlyField('profit', '3、利润总额(万元)', years(2017, '352', '445', '566', '690', '1020')),
    field('profit_growth', '平均增长率%', { type: 'percent', computed: 'profit_growth' }),
    yearlyField('tax', '4、实缴税金(万元)', years(2017, '268.40', '310.55', '371.20', '428.90', '560')),
    yearlyField('rd_total', '5、研发和技术改造投入总额(万元)', years(2017, '420', '505', '640', '780', '1100')),
    yearlyField('rd', '其中：研发费用(万元)', years(2017, '268', '322', '410', '512', '720')),
  ],
});

export const PROFILE = [
  '一、企业经营管理概况　公司成立于 2016 年 3 月，专注精密减速器细分领域五年，主要从事工业机器人关节用行星减速器与数控机床回转台减速机构的研发、制造和销售。2020 年主营业务收入 8,330 万元，占营业收入的 96.86%。公司法人治理结构健全，管理团队平均从业十二年以上，坚持“单品做深、客户做精”的经营战略。',
  '二、企业主营产品情况　主营产品为 JX 系列高精度行星减速器，位于高端装备产业链的核心基础零部件环节。近三年累计销售 4.2 万台，主要客户分布于长三角与珠三角。产品回程间隙≤1 弧分，额定寿命 20,000 小时，噪声较国内同类产品低 4 dB(A)；齿面磨削采用自主研制的修形工艺。公司拥有有效专利 17 件，其中发明专利 3 件，参与制定行业标准 1 项。',
  '三、企业研发创新基本情况　公司建有南京市工程技术研究中心（2019 年认定），研发技术人员 41 人，占职工总数的 30.15%。近三年研发费用占主营业务收入的比重分别为 5.47%、5.77%、6.15%，实行研发项目负责制与成果奖励办法。',
  '四、企业制度建设基本情况　公司通过质量管理体系与知识产权管理体系认证，制定了品牌培育、质量追溯、安全生产和风险应对制度，连续三年无安全与质量责任事故。',
].join('\n');

export const profile = (value: string): FilledSection => ({
  id: 'profile',
  open: false,
  items: [
    field('profile', '企业简介', {
      type: 'long_text',
      max: 3000,
      count: Array.from(value.replaceAll('\n', '')).length,
      prompt: '不超过3000字，需加盖企业公章扫描PDF版，上传至附件材料栏',
      value: text(value),
    }),
  ],
});

export const patents = (count: number): FilledTable => ({
  kind: 'table',
  id: 'patents',
  title: '产品采用相关授权专利技术情况(发明专利或实用新型专利)',
  columns: [
    { id: 'name', label: '专利名称', type: 'text' },
    { id: 'number', label: '专利授权号', type: 'patent_number' },
    { id: 'type', label: '专利类型', type: 'choice' },
    { id: 'granted_on', label: '授权日期', type: 'date' },
    { id: 'file', label: '授权专利证书影印件', type: 'file' },
  ],
  rows: Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    cells: {
      name: ['一种行星减速器齿轮磨削方法', '低回程间隙行星减速器', '减速器输出法兰端跳检测装置'][index % 3] ?? '',
      number: `ZL2018100000${10 + index}.${index % 10}`,
      type: index % 3 === 0 ? '发明专利' : '实用新型专利',
      granted_on: `2020-0${1 + (index % 9)}-12`,
      file: `附件/专利证书-${index + 1}.pdf`,
    },
    at: place(`form.evidence.patents[${index}]`),
  })),
  at: place('form.evidence.patents'),
});

const others: FilledTable = {
  kind: 'table',
  id: 'others',
  title: '其它附证资料',
  columns: [
    { id: 'name', label: '名称', type: 'text' },
    { id: 'issued_on', label: '发放时间', type: 'date' },
    { id: 'valid_until', label: '有效期', type: 'term' },
    { id: 'file', label: '附证文件影印件', type: 'file' },
  ],
  rows: [],
  at: place('form.evidence.others'),
};

export const evidence = (count: number): FilledSection => ({
  id: 'evidence',
  title: '产品附证',
  open: false,
  items: [patents(count), others],
});

export const file = (name: string, bytes: number, pages?: number) => ({
  source: `附件/${name}`,
  absolute: `/nowhere/${name}`,
  name,
  bytes,
  traits: pages === undefined ? {} : { pages },
  evidence: {},
  sha256: 'a3f19c07e2b4'.padEnd(64, '0'),
  at: place('attachments'),
});

export const rowFiles = (count: number): RowFile[] =>
  Array.from({ length: count }, (_, index) => ({
    table: 'patents',
    row: index + 1,
    column: 'file',
    file: file(`专利证书-${String(index + 1).padStart(2, '0')}.pdf`, 400_000, 2),
  }));

export const slot = (order: number, label: string, files: FilledSlot['files'], required = true): FilledSlot => ({
  id: `slot_${order}`,
  order,
  label,
  required,
  cite: [],
  files,
  at: place(`attachments.slot_${order}`),
});

export const metrics = (): MetricResult[] => [
  {
    id: 'debt_ratio',
    label: '资产负债比(%)',
    unit: '%',
    decimals: 2,
    outcome: { is: 'value', value: new Decimal('3731.5').div(9800).mul(100), shown: '38.08' },
    formula: '上年末负债总额 ÷ 上年末资产总额 × 100',
    substitution: '3,731.50 ÷ 9,800.00 × 100',
    precise: '38.0765…',
    limits: [],
    stated: { value: new Decimal('38.08'), source: '38.08', agrees: true, at: place('form.basics.debt_ratio') },
    chart: {
      kind: 'part',
      part: { label: '上年末负债总额(万元)', unit: '万元', value: new Decimal('3731.5') },
      whole: { label: '上年末资产总额(万元)', unit: '万元', value: new Decimal('9800') },
    },
    cite: [cite('手册', '2.2.2')],
  },
  {
    id: 'rd_staff_ratio',
    label: '研发人员占比(%)',
    unit: '%',
    decimals: 2,
    outcome: { is: 'value', value: new Decimal(41).div(136).mul(100), shown: '30.15' },
    formula: '上年末研发技术人员人数 ÷ 上年末职工人数 × 100',
    substitution: '41 ÷ 136 × 100',
    precise: '30.1470…',
    limits: [],
    chart: {
      kind: 'part',
      part: { label: '研发', unit: '人', value: new Decimal(41) },
      whole: { label: '职工', unit: '人', value: new Decimal(136) },
    },
    cite: [cite('手册', '2.2.2')],
  },
  {
    id: 'revenue_cagr',
    label: '营业收入复合增长率',
    unit: '%',
    decimals: 2,
    outcome: { is: 'value', value: new Decimal('18.2583'), shown: '18.26' },
    formula: '((2020年营业收入 ÷ 2017年营业收入)^(1/3) − 1) × 100',
    substitution: '((8,600.00 ÷ 5,200.00)^(1/3) − 1) × 100',
    precise: '18.2583…',
    limits: [{ criterion: 'growth', operator: '>=', limit: '8' }],
    chart: {
      kind: 'bars',
      label: '营业收入',
      unit: '万元',
      bars: [5200, 6100, 7350, 8600, 11500].map((value, index) => ({
        year: index === 4 ? 2023 : 2017 + index,
        forecast: index === 4,
        value: new Decimal(value),
      })),
    },
    cite: [cite('答疑', '12'), cite('2021 通知', '制造类', 'copy')],
  },
  {
    id: 'avg_profit_margin',
    label: '近3年平均营业利润率',
    unit: '%',
    decimals: 2,
    outcome: { is: 'value', value: new Decimal('7.6730'), shown: '7.67' },
    formula: '各年(利润总额 ÷ 营业收入)之和 ÷ 3 × 100',
    substitution: '(445.00 ÷ 6,100.00 + 566.00 ÷ 7,350.00 + 690.00 ÷ 8,600.00) ÷ 3 × 100',
    precise: '7.6730…',
    limits: [{ criterion: 'margin', operator: '>=', limit: '8.00' }],
    chart: {
      kind: 'bars',
      label: '利润率',
      unit: '%',
      bars: ['7.2951', '7.7007', '8.0233'].map((value, index) => ({
        year: 2018 + index,
        forecast: false,
        value: new Decimal(value),
      })),
    },
    cite: [cite('2021 通知', '制造类', 'copy')],
  },
  {
    id: 'profit_growth',
    label: '利润总额平均增长率',
    unit: '%',
    decimals: 2,
    outcome: { is: 'value', value: new Decimal('25.1731'), shown: '25.17' },
    formula: '各年((当年 − 上年) ÷ 上年)之和 ÷ 3 × 100',
    substitution: '((445.00 − 352.00) ÷ 352.00 + (566.00 − 445.00) ÷ 445.00 + (690.00 − 566.00) ÷ 566.00) ÷ 3 × 100',
    precise: '25.1731…',
    limits: [],
    readings: [
      { label: '平均', outcome: { is: 'value', value: new Decimal('25.1731'), shown: '25.17' } },
      { label: '复合', outcome: { is: 'value', value: new Decimal('25.15'), shown: '25.15' } },
    ],
    chart: {
      kind: 'bars',
      label: '利润总额',
      unit: '万元',
      bars: [352, -445, undefined, 690, 1020].map((value, index) => ({
        year: index === 4 ? 2023 : 2017 + index,
        forecast: index === 4,
        ...(value === undefined ? {} : { value: new Decimal(value) }),
      })),
    },
    cite: [cite('手册', '2.3.2')],
  },
  {
    id: 'share',
    label: '主导产品市场占有率',
    unit: '%',
    decimals: 2,
    outcome: { is: 'undecided', needs: ['main_revenue.2020', 'product_sales.2020'] },
    formula: '主导产品销售收入 ÷ 主营业务收入 × 100',
    limits: [],
    cite: [cite('建议', '', 'proposal')],
  },
];

export const criteria = (): CriterionResult[] => [
  {
    id: 'registered',
    title: '在江苏省注册、具有独立法人资格',
    severity: 'error',
    binding: true,
    decision: { is: 'met', shown: '注册地区 江苏省 南京市 江宁区' },
    cite: [cite('2021 通知', '范围', 'copy')],
  },
  {
    id: 'growth',
    title: '近三年营业收入复合增长率 8%以上',
    severity: 'error',
    binding: true,
    decision: { is: 'met', shown: '18.26 ≥ 8' },
    cite: [cite('答疑', '12')],
  },
  {
    id: 'margin',
    title: '已进入“千企升级”培育库，并通过县(市、区)工信部门审核',
    severity: 'error',
    binding: true,
    decision: { is: 'not met', shown: '7.67 < 8' },
    cite: [cite('手册', '1 注')],
  },
  {
    id: 'stamped',
    title: '企业简介须为加盖公章的扫描 PDF 版',
    severity: 'warning',
    binding: false,
    decision: { is: 'not met', shown: '所附为 企业简介.docx' },
    cite: [cite('手册', '2.2.2')],
  },
  {
    id: 'titles',
    title: '不持有有效期内的小巨人企业(制造类)称号',
    severity: 'error',
    binding: true,
    decision: { is: 'undecided', needs: ['titles'] },
    cite: [cite('答疑', '10')],
  },
  {
    id: 'new',
    title: '属于新技术、新产业、新业态、新模式',
    severity: 'note',
    binding: false,
    decision: { is: 'advice' },
    cite: [cite('答疑', '14')],
  },
  {
    id: 'rest',
    title: '创新类其余申报条件',
    severity: 'error',
    binding: true,
    decision: { is: 'unknown' },
    cite: [cite('2021 通知', '创新类', 'copy')],
  },
];

const CHECKS = [
  '企业简介已加盖企业公章，章面清晰、与申报单位一致',
  '审计报告有事务所及注册会计师签章，非报表代替',
  '复印件与原件一致，扫描件无裁切、无倒置、可辨认',
  '表中 2018—2020 年数据与审计报告逐项一致',
  '完税证明由税务机关出具，印章完整',
  '研发机构认定文件为批文或证书，非铭牌照片',
  '法定代表人已签字或盖章',
  '已确认“待定”“未核对”各项',
];
export const checklist = (): ChecklistItem[] =>
  CHECKS.map((words, index) => ({
    id: `check-${index}`,
    text: words,
    asked: index === 0,
    cite: [],
    ...(index === 1 ? { attested: { by: '张某', on: '2021-08-15' } } : {}),
  }));

export const slots = (): FilledSlot[] => [
  slot(1, '企业营业执照原件扫描件', [file('营业执照.pdf', 812_000, 1)]),
  slot(2, '企业简介(盖章)', [file('企业简介.docx', 2_400_000)]),
  slot(3, '前三年财务审计报告', [
    file('2018审计报告.pdf', 11_200_000, 46),
    file('2019审计报告.pdf', 12_700_000, 48),
    file('2020审计报告.pdf', 13_100_000, 52),
  ]),
  slot(4, '完税证明', []),
  slot(5, '近三年获得的知识产权、质量认证、质量荣誉、品牌荣誉等相关证明材料', [
    file('知识产权与认证.pdf', 21_500_000, 38),
  ]),
  slot(6, '其他企业认为需提供的材料', [], false),
];

/** A figure, a row, a title, and one whose file stands in no slot. */
export const claims = (): ClaimShown[] => [
  { what: '营业收入', year: 2020, value: '8,600.00 万元', file: '附件/2020审计报告.pdf', pages: '3-5' },
  { what: '上年末资产总额', value: '9,800.00 万元', file: '附件/2020审计报告.pdf', pages: '7' },
  {
    what: '产品采用相关授权专利技术情况(发明专利或实用新型专利)',
    value: '低回程间隙行星减速器',
    file: '附件/专利证书-02.pdf',
  },
  { what: '专精特新产品', year: 2019, value: '行星减速器', file: '附件/称号.pdf', pages: '1' },
];

const status: FilledSection = {
  id: 'head',
  open: false,
  items: [
    field('status', '当前状态', { required: false, shows: 'status' }),
    field('level', '级别', { type: 'choice', options: ['省级', '市县'], value: chosen('省级'), beside: true }),
  ],
};

/** A dossier of the kind 创新类; `more` replaces parts of it. */
export const sample = (more: Partial<Assessment> = {}): Assessment => ({
  ...built.assessment({
    program: { name: 'zjtx', version: '1.0.0' },
    folder: '.',
    sha256: '5f1c0a9e7b32'.padEnd(64, '0'),
    category: built.category({
      files: {
        types: ['pdf'],
        maxMib: 50,
        notice: '上传附件类型 jpg,jpeg,png,pdf,doc,docx,xls,xlsx,rar，文件最大为50M',
      },
      sha256: '7be1c04d9a10'.padEnd(64, '0'),
    }),
    form: { sections: [status, basics(), operations(), profile(PROFILE), evidence(3)], required: 58, filled: 58 },
    inventory: { slots: slots(), rows: rowFiles(3) },
    metrics: metrics(),
    criteria: criteria(),
    checklist: checklist(),
    counts: { errors: 0, warnings: 1, notes: 0, waived: 0, met: 2, notMet: 2, undecided: 1, advice: 1, unknown: 1 },
    state: 'submittable',
  }),
  ...more,
});
