// A made-up province: a base and a category that extends it, on facts of the shipped vocabulary only.
export const base = `# What the categories of Yunling share.
format: 1
title: 云岭省认定(2021)
scheme: 云岭省专精特新认定
procedure: 新认定申报
authority: 云岭省工业和信息化厅
year: 2021

sources:
  notice: {title: 关于认定工作的通知, short: 通知, standing: official}
  rumour: {title: 转述, short: 转述, standing: secondary}

files:
  types: [pdf, jpg]
  max_mib: 10
  cite: notice 附件

form:
  basics:
    title: 1、企业基本情况
    fields:
      uscc: {label: 统一社会信用代码, cite: notice 一}
      founded: {label: 成立时间}
      assets_total: {label: 上年末资产总额(万元), years: [Y-1]}
      liabilities_total: {label: 上年末负债总额(万元), years: [Y-1], beside: true}
      debt_ratio: {label: 资产负债率(%), computed: debt_ratio}

attachments:
  business_license: {label: 营业执照, required: true, cite: notice 附件}

metrics:
  debt_ratio:
    label: 资产负债率(%)
    formula: liabilities_total.at(Y-1) / assets_total.at(Y-1) * 100
    if_zero_divisor: 0
    cite: notice 二

criteria:
  low-debt:
    title: 资产负债率不高于 70%
    rule: {assert: debt_ratio <= 70}
    cite: notice 二
    hint: 与审计报告核对。
    at: liabilities_total
`;

export const seedling = `# 种子企业 of Yunling.
format: 1
extends: yunling/2021/base
title: 种子企业认定

form:
  operations:
    title: 2、经营指标
    fields:
      revenue: {label: 1、营业收入(万元), years: [Y-4..Y-1]}

metrics:
  revenue_cagr:
    label: 复合增长率(%)
    formula: cagr(revenue, Y-4, Y-1)
    cite: notice 三

criteria:
  growth:
    title: 复合增长率 8% 以上
    rule: {assert: revenue_cagr >= 8}
    cite: notice 三
    at: revenue
  no-other-title:
    title: 不持有有效期内的小巨人称号
    rule: {no_title: {kinds: [小巨人企业(制造类)]}}
    cite: notice 四
    at: titles

tests:
  - {given: {revenue: {2017: 11, 2018: 12, 2019: 13, 2020: 14}}, metrics: {revenue_cagr: '8.37'}, criteria: {growth: met}}
`;

export const files = { 'yunling/2021/base.yaml': base, 'yunling/2021/seedling.yaml': seedling };
export const id = 'yunling/2021/seedling';

/** A dossier that meets its conditions. */
export const dossier = `category: ${id}
enterprise: 云岭示例科技有限公司
form:
  企业基本情况:
    统一社会信用代码: "91320115MADEM0011B"
    成立时间: 2016-03-18
    上年末资产总额(万元): 9800
    上年末负债总额(万元): 3731.50
    资产负债率(%): 38.08
  2、经营指标:
    营业收入(万元): {2017: 5200, 2018: 6100, 2019: 7350, 2020: 8600}
facts:
  region: [云岭省, 无名市]
titles: []
`;
