// A made-up category with an item of every kind, for the tests of this folder.
import { id as seedling, files as yunling } from '../../category/yunling.ts';

export const id = 'yunling/2021/graded';

/** On facts of the shipped vocabulary: figures of 2019 and 2020. */
export const graded = `format: 1
extends: ${seedling}
title: 评分
scorecard:
  label: 评价指标
  max: 30
  pass: 18
  cite: notice 评分
  groups:
    figures: {label: 经营, max: 20, pass: 6}
    strength: {label: 实力, max: 10}
  items:
    debt:
      group: figures
      label: 资产负债率
      max: 10
      bands: {of: debt_ratio, at_most: [[50, 10], [70, 5]]}
      cite: notice 评分 1
    research:
      group: figures
      label: 研发费用
      max: 10
      better_of:
        - {title: 金额, of: rd_expense.at(Y-1), at_least: [[500, 10], [200, 4]]}
        - {title: 占比, of: rd_expense.at(Y-1) / revenue.at(Y-1) * 100, at_least: [[8, 8], [3, 2]]}
      cite: notice 评分 2
    position:
      group: figures
      label: 地位
      max: 6
      choice:
        - {title: 全国前十, points: 6, when: share_rank_national <= 10}
        - {title: 供应链, points: 4, when: supply_chain}
        - {title: 其他, points: 1}
      cite: notice 评分 3
    honours:
      group: strength
      label: 荣誉
      max: 5
      each:
        points: 3
        of:
          - {title: 高企, when: hi_tech}
          - {title: 专有技术, when: proprietary_tech}
          - {title: 上市, when: listed}
      cite: notice 评分 4
    years:
      group: strength
      label: 年限
      max: 5
      per: {of: segment_years, every: 2, points: 1}
      cite: notice 评分 5
    local:
      group: strength
      label: 地方
      max: 4
      stated: local_points
      cite: notice 评分 6
criteria:
  graded:
    title: 评分达标，或研发费用 1000 万元以上
    rule: {scored: {or: [{title: 研发费用 1000 万元以上, assert: rd_expense.at(Y-1) >= 1000}]}}
    cite: notice 评分
`;

export const files = { ...yunling, [`${id}.yaml`]: graded };

/** Every fact that the items read. */
export const complete = {
  assets_total: { 2020: 1000 },
  liabilities_total: { 2020: 500 },
  rd_expense: { 2020: 150 },
  revenue: { 2020: 1875 },
  share_rank_national: 11,
  supply_chain: true,
  hi_tech: true,
  proprietary_tech: true,
  listed: false,
  segment_years: 5,
  local_points: 1.5,
} as const;
