// One fixed assessment with something of everything that the reports show, close to the design's own example.
import { Decimal } from '../../src/expression/decimal.ts';
import { assessment, at, attached, cite, criterion, field, notMet, slot } from './assessment.ts';

const text = `category: jiangsu/2021/giant-innovation
enterprise: 江苏示例精密机械有限公司
form:
  企业基本情况:
    邮编: "211100"
    联系人:
      姓名: 林晓雯
      电话: 025-50000026
    成立时间: 2016-03-18
    统一社会信用代码: 91320115MADEM00118
  经营指标:
    1、营业收入(万元): {2017: 5200, 2018: 6100, 2019: 7350, 2020: 8600}
attachments:
  企业简介(盖章): 附件/企业简介.docx
  前三年财务审计报告: 附件/审计/*.pdf
  完税证明: []
  质量认证: [附件/质量/一.pdf, 附件/质量/二.pdf, 附件/质量/三.pdf, 附件/质量/四.pdf, 附件/质量/五.pdf, 附件/质量/六.pdf]
`;

const faq = cite({ source: 'faq', short: '答疑', clause: '5', quote: '完税证明至少提供 2020 年一年的。' });

export const sample = assessment({
  text,
  fields: [field('revenue', '1、营业收入(万元)'), field('share_rank_national', '全国排名')],
  slots: [
    slot('profile', '企业简介(盖章)', [attached('附件/企业简介.docx', { format: 'docx', traits: {}, bytes: 74_000 })]),
    slot('audits', '前三年财务审计报告', [
      attached('附件/审计/2018审计报告.pdf', { bytes: 24_700_000, evidence: { covers: ['2018'], kind: 'audit' } }),
      attached('附件/审计/2019审计报告.pdf', { bytes: 50_026_000, sha256: 'a'.repeat(64) }),
    ]),
    slot('tax_certificate', '完税证明', []),
  ],
  findings: [
    notMet('contact-mobile', '联系人 缺少 手机', at(6, 5, 8, 'form.basics.contact'), {
      cite: [cite({ quote: '如实详细填写' })],
      hint: '在 联系人 下加一行，号码加引号：  手机: "13900000000"',
    }),
    notMet('uscc-check', '统一社会信用代码 的校验位不符：末位为 8，应为 B', at(10, 15, 33, 'form.basics.uscc'), {
      cite: [cite({ source: 'gb32100', short: 'GB 32100-2015', clause: '', standing: 'standard' })],
      hint: '与营业执照核对后改为 91320115MADEM0011B；8 与 B 易混。',
    }),
    notMet('slot-empty', '附件 完税证明 没有文件', at(16, 3, 7, 'attachments.tax_certificate'), {
      cite: [cite(), faq],
      hint: '把 2020 年完税证明放入 附件/完税证明/ 并删去这一行；或在此写明路径，例如  完税证明: 附件/2020完税证明.pdf',
    }),
    notMet('quality-scan', '第六份质量认证打不开', at(17, 78, 88, 'attachments.quality[5]'), {
      severity: 'warning',
      cite: [],
      hint: '重新扫描后替换。逐条说明：zjtx explain quality-scan',
    }),
    notMet(
      'audit-name',
      '2018审计报告.pdf 的文字层里没有企业名称，也没有信用代码',
      at(15, 14, 25, 'attachments.audits[0]'),
      {
        severity: 'warning',
        cite: [],
        hint: '打开文件看是否放错；曾用名请填入 former_names。',
      },
    ),
    notMet('profile-seal', '企业简介 看不出盖章', at(14, 13, 25, 'attachments.profile[0]'), {
      severity: 'warning',
      waived: { reason: '原件已盖章', by: '张某', until: '2021-08-31' },
    }),
  ],
  criteria: [
    criterion('rd-ratio', { decision: { is: 'met', shown: '5.79 >= 3' } }),
    criterion('rd-two-years', {
      title: '研发投入 3000 万元以上',
      decision: { is: 'met', shown: '3,000.00 + 3,100.00 = 6,100 ≥ 3000' },
      readings: [
        { label: '两年合计', decision: { is: 'met', shown: '3,000.00 + 3,100.00 = 6,100 ≥ 3000' } },
        { label: '每年', decision: { is: 'met', shown: '3,000 ≥ 3000；3,100 ≥ 3000' } },
      ],
      cite: [cite({ source: 'rules63', short: '63号', clause: '附件3', standing: 'copy' })],
    }),
    criterion('no-manufacturing-title', {
      title: '不持有有效期内的小巨人企业(制造类)称号',
      decision: { is: 'undecided', needs: ['revenue.2016', 'titles'] },
      cite: [cite({ source: 'faq', short: '答疑', clause: '10' })],
    }),
    criterion('other-conditions', {
      title: '创新类其余申报条件',
      decision: { is: 'unknown' },
      cite: [cite({ source: 'notice', short: '2021 通知', clause: '创新类', standing: 'copy' })],
    }),
  ],
  metrics: [
    {
      id: 'revenue_cagr',
      label: '复合增长率%',
      unit: '%',
      decimals: 2,
      outcome: { is: 'value', value: new Decimal('18.258312345678901234567890'), shown: '18.26' },
      formula: '((营业收入 2020 ÷ 营业收入 2017)^(1/3) − 1) × 100',
      substitution: '((8600 ÷ 5200)^(1/3) − 1) × 100',
      precise: '18.2583…',
      limits: [{ criterion: 'growth', operator: '>=', limit: '8' }],
      stated: { value: new Decimal('18.25'), source: '18.25', agrees: false, at: at(12, 5, 9) },
      cite: [cite({ source: 'faq', short: '答疑', clause: '12' })],
    },
    {
      id: 'market_share',
      label: '市场占有率',
      unit: '%',
      decimals: 2,
      outcome: { is: 'undecided', needs: ['share_rank_national'] },
      formula: '市场占有率',
      limits: [],
      cite: [],
    },
  ],
  scorecard: {
    label: '评价指标',
    max: 30,
    pass: 18,
    points: { least: 12, most: 22 },
    groups: [
      { id: 'figures', label: '经营', max: 20, pass: 6, points: { least: 10, most: 10 } },
      { id: 'strength', label: '实力', max: 10, points: { least: 2, most: 10 } },
    ],
    items: [
      {
        id: 'debt',
        group: 'figures',
        label: '上年度资产负债率',
        max: 10,
        points: { least: 10, most: 10 },
        shown: '3,731.50 ÷ 9,800.00 × 100 = 38.0765… ≤ 50',
        needs: [],
        cite: [cite({ clause: '评分 1' })],
      },
      {
        id: 'growth',
        group: 'figures',
        label: '主营业务收入增长率',
        max: 10,
        points: { least: 0, most: 0 },
        shown: '不能计算',
        needs: [],
        cite: [cite({ clause: '评分 2' })],
      },
      {
        id: 'honours',
        group: 'strength',
        label: '质量管理水平',
        max: 10,
        points: { least: 2, most: 10 },
        shown: '自主品牌',
        needs: ['share_rank_national'],
        cite: [cite({ clause: '评分 3' })],
      },
    ],
    cite: [cite({ clause: '评分' })],
  },
  checklist: [
    {
      id: 'profile-stamped',
      text: '企业简介已盖章',
      asked: true,
      attested: { by: '张某', on: '2021-08-15' },
      cite: [],
    },
  ],
});
