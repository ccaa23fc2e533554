// Plausible arguments for the codes of `form`.
import type { formCodes } from '../codes/form.ts';
import { each, type Samples } from './samples.ts';

const of = { field: '统一社会信用代码' };

export const formSamples: Samples<typeof formCodes> = {
  'field-missing': [
    { field: '邮编', section: '企业基本情况', example: '邮编: "210000"', home: 'form.basics' },
    { field: '邮编', section: '企业基本情况', example: '邮编: "210000"', home: 'form.basics', empty: true },
    {
      field: '邮编',
      section: '企业基本情况',
      example: '邮编: "210000"',
      home: 'form',
      fields: [
        { field: '邮编', section: '企业基本情况' },
        { field: '成立时间', section: '企业基本情况' },
        { field: '认定级别', section: '表头' },
      ],
    },
  ],
  'field-unknown': [
    { key: '邮编码', section: '企业基本情况', nearest: '邮编' },
    { key: 'revenue', section: '企业基本情况', elsewhere: '经营指标' },
    { key: 'x', section: '企业基本情况' },
    { key: 'x', keys: ['x', 'y'], section: '企业基本情况' },
  ],
  'field-twice': [{ field: '邮编', first: 'postcode', second: '邮编' }],
  'section-unknown': [{ key: 'basic', nearest: 'basics' }, { key: 'x' }, { key: 'x', keys: ['x', 'y'] }],
  'section-open': [
    { section: '企业创新研发情况' },
    { section: '企业创新研发情况', sections: ['企业创新研发情况', '企业经营情况'] },
  ],
  'fact-unknown': [{ key: 'poll', nearest: 'pool' }, { key: 'x' }, { key: 'x', keys: ['x', 'y'] }],
  'fact-in-form': [
    { field: '邮编', fact: 'postcode', section: '企业基本情况' },
    { field: '邮编', fact: 'postcode', section: '企业基本情况', fields: ['邮编', '成立时间'] },
  ],
  'cell-missing': [
    { table: '产品附证资料', row: 2, columns: ['内容'] },
    { table: '产品附证资料', row: 2, columns: ['内容', '报告(证书)提供单位'] },
  ],
  'value-shape': [
    ...each(['text', 'list', 'map', 'years', 'figure', 'person', 'rows', 'yes or no'], (expected) => ({
      ...of,
      expected,
      found: 'list' as const,
    })),
    { ...of, expected: 'list', found: 'map' },
    { ...of, expected: 'map', found: 'scalar' },
  ],
  'value-taken': [
    { field: '联系人 手机', written: '139 0000 0018', taken: '13900000018' },
    { field: '注册地区', written: '江苏省南京市江宁区', taken: ['江苏省', '南京市', '江宁区'] },
    { field: '所持称号', written: '无', taken: [] },
  ],
  'value-ambiguous': [{ field: '资产总额', written: '3,5', readings: ['3.5', '35'] }],
  'name-with-number': [{ field: '联系人 姓名', written: '周明远 025-50000018' }],
  'identifier-unquoted': [{ field: '邮编', written: '0512' }],
  'text-too-long': [{ field: '企业简介', count: 3001, max: 3000 }],
  'text-length-doubtful': [{ field: '企业简介', count: 3001, max: 3000 }],
  'figure-unreadable': [
    { field: '资产总额', written: '约一亿', unit: '万元' },
    { field: '排名', written: '前列', unit: '' },
  ],
  'figure-with-sign': [
    { field: '职工人数', written: '15台', sign: '台', plain: '15', unit: '人' },
    { field: '排名', written: '3名', sign: '名', plain: '3', unit: '' },
  ],
  'figure-separated': [{ field: '资产总额', written: '12,34,567', plain: '1234567' }],
  'figure-decimals': [{ field: '资产总额', written: '1.23456', most: 4 }],
  'figure-whole': [{ field: '职工人数', written: '15.5' }],
  'figure-negative': [{ field: '资产总额', written: '-3' }],
  'figure-differs': [
    { field: '资产负债比(%)', stated: '38.09', computed: '38.08', formula: 'a ÷ b = 1 ÷ 2', slightly: true },
    { field: '资产负债比(%)', stated: '40', computed: '38.08', formula: 'a ÷ b = 1 ÷ 2', slightly: false },
  ],
  'figure-by-reading': [
    { field: '平均增长率%', stated: '25.15', reading: '复合增长率', preferred: '平均值', computed: '25.17' },
    { field: '平均增长率%', stated: '25.15', reading: '复合增长率' },
  ],
  'years-beyond': [{ field: '营业收入', beyond: ['2015', '2016'], years: ['2017', '2018'] }],
  'year-unknown': [
    { field: '营业收入', written: '20166', years: ['2017', '2018'] },
    { field: '营业收入', written: '去年', years: [] },
  ],
  'date-unreadable': [{ field: '成立时间', written: '不详' }],
  'choice-unknown': [
    { field: '认定级别', written: '省', nearest: '省级', options: ['省级', '市县'] },
    { field: '认定级别', written: 'x', options: ['省级', '市县'] },
  ],
  'choice-twice': [{ field: '所属重点产业链', written: '传感器' }],
  'choice-outside-group': [{ field: '所属重点产业链', written: '传感器', group: '核心软件', options: ['工业软件'] }],
  'region-unknown': [
    { field: '注册地区', written: '江宁县', within: '南京市', nearest: '江宁区' },
    { field: '注册地区', written: 'x', within: '江苏省' },
  ],
  'region-incomplete': [
    { field: '注册地区', written: '江苏省 南京市', within: '南京市' },
    { field: '注册地区', written: '江宁区', within: '', nearest: '[江苏省, 南京市, 江宁区]' },
  ],
  'region-zone': [{ field: '注册地区', written: '江北新区' }],
  'region-as-written': [{ field: '注册地区', written: '云岭省' }],
  'industry-unknown': [
    { field: '所属国民经济行业', written: '152', nearest: '1522' },
    { field: '所属国民经济行业', written: 'x' },
  ],
  'industry-as-written': [{ field: '所属国民经济行业', written: '瓶(罐)装饮用水制造' }],
  'uscc-length': [{ ...of, written: '91', length: 2 }],
  'uscc-character': [{ ...of, written: '9132011I', character: 'I', position: 8 }],
  'uscc-check': [{ ...of, written: '91320115MADEM00118', found: '8', expected: 'B', corrected: '91320115MADEM0011B' }],
  'uscc-kind': [{ ...of, kind: '社会团体' }],
  'postcode-shape': [{ field: '邮编', written: '21000' }],
  'postcode-place': [{ field: '邮编', written: '100000', city: '南京市', expected: ['210', '211'] }],
  'phone-shape': [{ field: '电话', written: '8888' }],
  'phone-area-code': [{ field: '电话', written: '50000026' }],
  'mobile-shape': [{ field: '手机', written: '1390000000' }],
  'email-shape': [{ field: 'E-mail', written: 'a@' }],
};
