// Twelve enterprises as the design shows them, for the tests of the HTML report: every state, a deadline, a second try.
import type { Assessment, FilledSlot } from '../../src/assessment.ts';
import { Decimal } from '../../src/expression/decimal.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { report } from '../../src/findings/report.ts';
import { type Reported, reportedOf } from '../../src/reporters/reported.ts';
import type { Report } from '../../src/reporters/reporter.ts';
import {
  assessment,
  at,
  attached,
  category,
  cite,
  criterion,
  field,
  notMet,
  program,
  slot,
  unreadable,
} from '../support/assessment.ts';
import { sample } from '../support/sample.ts';

export const reportOf = (outcomes: readonly Reported[], language: 'zh' | 'en' = 'zh'): Report => ({
  program,
  outcomes,
  language,
  width: 100,
  colour: false,
  unicode: true,
  verbose: false,
});

/** The one dossier with something of everything, with its charts. */
export const one: Reported = reportedOf({
  ...sample,
  metrics: [
    ...sample.metrics.map((metric) =>
      metric.id === 'revenue_cagr'
        ? ({
            ...metric,
            chart: {
              kind: 'bars',
              label: '营业收入',
              unit: '万元',
              bars: [5200, 6100, 7350, 8600, undefined].map((value, index) => ({
                year: 2017 + index,
                forecast: index === 4,
                ...(value === undefined ? {} : { value: new Decimal(value) }),
              })),
            },
          } as const)
        : metric,
    ),
    {
      id: 'debt_ratio',
      label: '资产负债比(%)',
      unit: '%',
      decimals: 2,
      outcome: { is: 'value', value: new Decimal('38.076530612'), shown: '38.08' },
      formula: '上年末负债总额 ÷ 上年末资产总额 × 100',
      substitution: '3,731.50 ÷ 9,800.00 × 100',
      precise: '38.0765…',
      limits: [],
      stated: { value: new Decimal('38.08'), source: '38.08', agrees: true, at: at(12, 5, 9) },
      chart: {
        kind: 'part',
        part: { label: '上年末负债总额', unit: '万元', value: new Decimal('3731.5') },
        whole: { label: '上年末资产总额', unit: '万元', value: new Decimal('9800') },
      },
      cite: [cite({ clause: '2.1.2' })],
    },
    {
      id: 'profit_growth',
      label: '平均增长率%（利润总额）',
      unit: '%',
      decimals: 2,
      outcome: { is: 'value', value: new Decimal('-3.5'), shown: '-3.50' },
      formula: '平均增长率(利润总额, 2018 至 2020)',
      substitution: '(26.42 − 47.19 + 10.27) ÷ 3',
      limits: [{ criterion: 'profit-growth', operator: '>=', limit: '0' }],
      chart: {
        kind: 'bars',
        label: '利润增长率',
        unit: '%',
        bars: [
          { year: 2018, forecast: false, value: new Decimal('26.42') },
          { year: 2019, forecast: false, value: new Decimal('-47.19') },
          { year: 2020, forecast: false, value: new Decimal('10.27') },
        ],
      },
      cite: [cite({ clause: '2.1.3' })],
    },
  ],
  category: {
    ...sample.category,
    sources: [{ key: 'manual', short: '手册', title: '用户使用手册', standing: 'seed' }],
  },
});

type Stand = readonly [errors: number, warnings: number, undecided: number, slots: number];
const kinds = {
  product: '专精特新产品认定',
  'giant-manufacturing': '小巨人企业认定(制造类)',
  'giant-innovation': '小巨人企业认定(创新类)',
  review: '复核认定',
} as const;

const codes = ['slot-empty', 'field-missing', 'audit-name', 'part-exceeds-whole', 'uscc-check'];

function findings([errors, warnings]: Stand, file: string): readonly Finding[] {
  const all = [...Array(errors).fill('error'), ...Array(warnings).fill('warning')];
  return all.map((severity: 'error' | 'warning', index) =>
    index % 3 === 2
      ? report('file-empty', { file }, at(3, 3, 9, 'attachments.profile[0]'), { severity })
      : notMet(codes[index % codes.length] ?? '', '附件 完税证明 没有文件', at(index + 2, 3, 7), {
          severity,
          hint: '补上。',
        }),
  );
}

function dossier(
  folder: string,
  enterprise: string,
  uscc: string,
  region: readonly string[],
  kind: keyof typeof kinds,
  stand: Stand,
  until: string,
): Assessment {
  const [, , undecided, filled] = stand;
  const labels = ['企业营业执照原件扫描件', '企业简介(盖章)', '前三年财务审计报告', '完税证明'];
  const slots = Array.from({ length: 10 }, (_, index): FilledSlot => {
    const files = index < filled ? [attached(`附件/${index}.pdf`)] : [];
    return slot(`slot${index}`, labels[index] ?? `其他材料 ${index + 1}`, files, {
      order: index + 1,
      required: index < 4,
    });
  });
  return assessment({
    folder: `${folder}/${kind}`,
    enterprise,
    uscc,
    text: Array.from({ length: 20 }, (_, line) => `  第${line}行: 值`).join('\n'),
    category: category({ id: `jiangsu/2021/${kind}`, title: kinds[kind], until }),
    fields: [
      field('region', '注册地区', {
        type: 'region',
        value: { kind: 'levels', levels: region.map((name) => ({ name })) },
      }),
    ],
    slots,
    findings: findings(stand, '附件/空.pdf'),
    criteria: Array.from({ length: undecided }, (_, index) =>
      criterion(`open-${index}`, { title: '不持有有效期内的称号', decision: { is: 'undecided', needs: ['titles'] } }),
    ),
  });
}

type Line = readonly [
  name: string,
  uscc: string,
  place: string,
  until: string,
  stands: Partial<Record<keyof typeof kinds, Stand>>,
];
const lines: readonly Line[] = [
  [
    '南京样本传感科技有限公司',
    '91320111MADEM02146',
    '南京市 浦口区',
    '08-31',
    { product: [0, 0, 0, 10], 'giant-innovation': [0, 2, 1, 10] },
  ],
  [
    '苏州演示新材料有限公司',
    '91320505MADEM02220',
    '苏州市 虎丘区',
    '08-25',
    { product: [0, 3, 0, 8], 'giant-manufacturing': [1, 2, 0, 10] },
  ],
  ['无锡范例电子有限公司', '91320214MADEM0230C', '无锡市 新吴区', '08-25', { 'giant-innovation': [0, 0, 1, 10] }],
  [
    '常州试样智能装备有限公司',
    '91320412MADEM0249N',
    '常州市 武进区',
    '08-20',
    { product: [2, 1, 1, 5], 'giant-manufacturing': [6, 3, 2, 4] },
  ],
  [
    '南通示范海工设备有限公司',
    '91320612MADEM0257U',
    '南通市 通州区',
    '08-31',
    { product: [0, 1, 0, 6], 'giant-manufacturing': [0, 2, 0, 10], review: [0, 0, 1, 10] },
  ],
  [
    '徐州样例工程机械部件有限公司',
    '91320312MADEM02657',
    '徐州市 铜山区',
    '08-27',
    { product: [0, 0, 0, 9], 'giant-manufacturing': [2, 0, 1, 9] },
  ],
  [
    '扬州示意环保设备有限公司',
    '91321012MADEM0273Y',
    '扬州市 江都区',
    '08-31',
    { product: [0, 2, 0, 6], review: [1, 1, 0, 7] },
  ],
  ['泰州例样生物医药有限公司', '91321202MADEM0281L', '泰州市 海陵区', '08-31', { 'giant-innovation': [9, 0, 4, 1] }],
  [
    '镇江模拟特钢有限公司',
    '91321112MADEM029XN',
    '镇江市 丹徒区',
    '08-27',
    { product: [0, 0, 0, 8], 'giant-manufacturing': [0, 1, 0, 10] },
  ],
  [
    '盐城样稿风电部件有限公司',
    '91320904MADEM0302R',
    '盐城市 大丰区',
    '08-20',
    { 'giant-manufacturing': [1, 4, 1, 10] },
  ],
  [
    '淮安示例食品机械有限公司',
    '91320804MADEM0310F',
    '淮安市 淮阴区',
    '08-31',
    { product: [0, 1, 1, 7], review: [0, 0, 0, 10] },
  ],
];

/** The batch: the sample and a second dossier of its enterprise, eleven others, one that cannot be read. */
export const batch: readonly Reported[] = [
  one,
  reportedOf(
    dossier(
      '示例精密',
      '江苏示例精密机械有限公司',
      '91320115MADEM0011B',
      ['江苏省', '南京市', '江宁区'],
      'product',
      [0, 1, 2, 7],
      '2021-08-31',
    ),
  ),
  ...lines.flatMap(([name, uscc, place, until, stands]) =>
    Object.entries(stands).map(([kind, stand]) =>
      reportedOf(
        dossier(
          name.slice(0, 4),
          name,
          uscc,
          ['江苏省', ...place.split(' ')],
          kind as keyof typeof kinds,
          stand,
          `2021-${until}`,
        ),
      ),
    ),
  ),
  reportedOf(unreadable('盐城样稿/产品', 'a: [', [report('file-empty', { file: 'dossier.yaml' }, at(1, 4, 5))])),
];

/** One code at thirty places. */
export const many: Reported = reportedOf(
  assessment({
    text: Array.from({ length: 40 }, (_, line) => `  第${line}行: 值`).join('\n'),
    findings: Array.from({ length: 30 }, (_, index) =>
      report('file-empty', { file: '附件/空.pdf' }, at(index + 2, 3, 7), { cite: [cite()] }),
    ),
  }),
);

const evil = `"'><b onmouseover=alert(1)>&amp;</script><script>alert(1)</script>\u202e\u0000\u001b[2J\ud800\u2066]]>-->`;

/** Two dossiers whose every text tries to become markup. */
export const hostile: readonly Reported[] = [0, 1].map((index) =>
  reportedOf(
    assessment({
      folder: `夹${index}${evil}`,
      text: `甲: ${evil}\n乙: ${evil}`,
      enterprise: `企业${index}${evil}`,
      uscc: `${index}${evil}`,
      category: category({
        id: `jiangsu/2021/${evil}`,
        title: evil,
        sources: [{ key: evil, short: evil, title: evil, issuer: evil, date: evil, standing: 'proposal' }],
      }),
      fields: [
        field('region', evil, { type: 'region', value: { kind: 'levels', levels: [{ name: `省${index}${evil}` }] } }),
      ],
      slots: [slot(evil, evil, [attached(`${index}${evil}`, { sha256: evil })]), slot('b', evil, [])],
      findings: [
        notMet(evil, evil, at(1, 4, 9, evil), {
          hint: `${evil}\n  ${evil}`,
          cite: [cite({ short: evil, clause: evil, quote: evil })],
        }),
        notMet('waived', evil, at(2, 1, 5), { waived: { reason: evil, by: evil, until: evil } }),
        report('file-empty', { file: evil }, { ...at(3, 1, 2), file: evil }),
      ],
      criteria: [
        criterion('met', { title: evil, decision: { is: 'met', shown: evil } }),
        criterion('open', { title: evil, decision: { is: 'undecided', needs: [evil, 'titles'] } }),
        criterion('read', {
          title: evil,
          decision: { is: 'met', shown: evil },
          readings: [
            { label: evil, decision: { is: 'met', shown: evil } },
            { label: `${evil}2`, decision: { is: 'not met', shown: `${evil}2` } },
          ],
        }),
      ],
      scorecard: {
        label: evil,
        max: 10,
        pass: 5,
        points: { least: 0, most: 10 },
        groups: [{ id: evil, label: evil, max: 10, pass: 2, points: { least: 0, most: 10 } }],
        items: [
          {
            id: evil,
            group: evil,
            label: evil,
            max: 10,
            points: { least: 0, most: 10 },
            shown: evil,
            needs: [evil],
            cite: [cite({ short: evil, clause: evil })],
          },
        ],
        cite: [],
      },
      metrics: [
        {
          id: evil,
          label: evil,
          unit: evil,
          decimals: 2,
          outcome: { is: 'value', value: new Decimal(1), shown: evil },
          formula: evil,
          substitution: evil,
          precise: evil,
          limits: [{ criterion: evil, operator: '>=', limit: '1' }],
          readings: [
            { label: evil, outcome: { is: 'value', value: new Decimal(1), shown: evil } },
            { label: evil, outcome: { is: 'value', value: new Decimal(2), shown: evil } },
          ],
          chart: {
            kind: 'part',
            part: { label: evil, unit: evil, value: new Decimal(1) },
            whole: { label: evil, unit: evil, value: new Decimal(2) },
          },
          cite: [],
        },
      ],
      checklist: [{ id: evil, text: evil, asked: true, attested: { by: evil, on: evil }, cite: [] }],
    }),
  ),
);
