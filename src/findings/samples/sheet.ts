// Arguments for the sentences about workbooks that are read back.
import type { sheetCodes } from '../codes/sheet.ts';
import type { Samples } from './samples.ts';

const cell = '企业基本情况!D7';
const at = { cell, label: '统一社会信用代码' };
const amount = { cell: '经营指标!E4', label: '1、营业收入(万元)' };

export const sheetSamples: Samples<typeof sheetCodes> = {
  'sheet-unknown': [{ sheet: '备注' }, { sheet: '企业基本情况表', nearest: '企业基本情况' }],
  'sheet-missing': [{ sheet: '附件清单' }],
  'sheet-head-unknown': [
    { cell, head: '企业口号' },
    { cell, head: '邮政编码', nearest: '邮编' },
  ],
  'sheet-formula-empty': [amount],
  'sheet-cell-fault': [{ ...amount, fault: '#REF!' }],
  'sheet-identifier-lost': [{ ...at, written: '913201151234567900' }],
  'sheet-identifier-number': [{ cell, label: '邮编', written: '10001' }],
  'sheet-value-read': [{ ...amount, written: '8,330.00', read: '8330.00' }],
  'sheet-value-ambiguous': [{ ...amount, written: '3,5', readings: ['3.5', '35'] }],
  'sheet-figure-unit': [{ ...amount, written: '12台', said: '台', unit: '万元' }],
  'sheet-figure-unreadable': [{ ...amount, written: '约八千' }],
  'sheet-figure-places': [{ ...amount, shown: '8330.12', held: '8330.1234' }],
  'sheet-date-unreadable': [{ cell, label: '成立时间', written: '去年三月' }],
  'sheet-merged': [{ cell }],
  'sheet-row-hidden': [{ cell }],
  'sheet-file-missing': [{ cell: '附件清单!B9', label: '完税证明' }],
  'sheet-two-answers': [{ cell, label: '所属国民经济行业' }],
  'sheet-none-with-rows': [{ cell: '所持称号!C3', sheet: '所持称号' }],
};
