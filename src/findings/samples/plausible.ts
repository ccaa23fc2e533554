// Plausible arguments for the codes of `plausible`.
import type { plausibleCodes } from '../codes/plausible.ts';
import type { Samples } from './samples.ts';

const revenue = { field: '营业收入(万元) 2020年', figure: '86000000', unit: '万元' };
const rank = { field: '全国排名', figure: '0', unit: '' };
const founded = { since: '成立时间', date: '2019-03-18' };

export const plausibleSamples: Samples<typeof plausibleCodes> = {
  'figure-impossible': [
    { field: '主导产品全国细分市场占有率(%)', figure: '141', unit: '%', least: '0', most: '100' },
    { field: '主导产品全国细分市场占有率(%)', figure: '141', unit: '%', least: '0', most: '100', digitLess: '14.1' },
    { ...rank, least: '1' },
    { ...rank, figure: '101', most: '100' },
  ],
  'figure-unusual': [
    { ...revenue, most: '4000000', fromYuan: '8600' },
    { ...revenue, most: '4000000', fromYuan: '8600', likewise: ['营业收入(万元) 2019年', '主营业务收入(万元) 2020年'] },
    { ...rank, figure: '60000', least: '1', most: '1000' },
  ],
  'date-impossible': [
    { field: '成立时间', date: '2061-03-18', most: '2021-08-16' },
    { field: '成立时间', date: '1216-03-18', least: '1900-01-01' },
  ],
  'date-unusual': [
    { field: '成立时间', date: '1916-03-18', least: '1949-10-01' },
    { field: '成立时间', date: '2061-03-18', most: '2049-10-01' },
  ],
  'dates-reversed': [
    { field: '所持称号 有效期至', date: '2012-12-25', before: '所持称号 认定日期', beforeDate: '2022-12-26' },
  ],
  'year-of-other-date': [
    { field: '所持称号 认定年度', figure: '2019', unit: '', other: '所持称号 认定日期', date: '2025-12-20' },
  ],
  'part-above-whole': [
    {
      field: '主营业务收入(万元)',
      figure: '177400',
      unit: '万元',
      whole: '营业收入(万元) 2025年',
      wholeFigure: '18250',
      percent: '972',
      digitLess: '17740',
    },
    { field: '研发人员(人)', figure: '41', unit: '人', whole: '职工人数(人)', wholeFigure: '0' },
  ],
  'figure-above': [
    {
      field: '研发费用(万元) 2024年',
      figure: '10500000',
      unit: '万元',
      other: '营业收入(万元) 2024年',
      otherFigure: '16180',
      fromYuan: '1050',
      likewise: ['研发费用(万元) 2025年'],
    },
    { field: '负债总额(万元)', figure: '9900', unit: '万元', other: '资产总额(万元)', otherFigure: '9800' },
  ],
  'figure-ratio': [
    {
      ...revenue,
      other: '职工人数(人)',
      otherFigure: '136',
      otherUnit: '人',
      ratio: '632352.9412',
      least: '0.1',
      most: '5000',
      perHead: true,
      fromYuan: '8600',
    },
    { ...revenue, other: '职工人数(人)', otherFigure: '0', otherUnit: '人', least: '0.1', most: '5000', perHead: true },
    {
      field: '注册资本(万元)',
      figure: '30000000',
      unit: '万元',
      other: '资产总额(万元)',
      otherFigure: '9800',
      otherUnit: '万元',
      ratio: '3061.2245',
      most: '100',
      perHead: false,
      against: ['利润总额(万元) 2020年', '甲', '乙', '丙', '丁'],
    },
  ],
  'figure-jump': [
    { ...revenue, other: '营业收入(万元) 2019年', otherFigure: '7350', times: '11701', fromYuan: '8600' },
  ],
  'figure-difference': [
    {
      field: '期末净资产(万元) 2024年',
      figure: '11640',
      unit: '万元',
      first: '资产总额(万元) 2024年',
      firstFigure: '17800',
      second: '负债总额(万元) 2024年',
      secondFigure: '6340',
      difference: '11460',
    },
  ],
  'rank-beyond-share': [{ ...rank, figure: '11', share: '市场占有率', shareFigure: '11.2', most: '8' }],
  'years-beyond-age': [{ field: '从事特定细分市场时间', figure: '9', unit: '年', ...founded, most: '3' }],
  'figure-before-foundation': [
    { ...revenue, figure: '5200', ...founded },
    { ...revenue, figure: '5200', ...founded, against: ['主营业务收入(万元) 2017年'] },
  ],
  'year-not-over': [{ ...revenue, figure: '8600', asOf: '2020-08-16' }],
};
