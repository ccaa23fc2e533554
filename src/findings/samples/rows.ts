// Plausible arguments for the codes of `rows`.
import type { rowCodes } from '../codes/rows.ts';
import { each, type Samples } from './samples.ts';

const row = { table: '产品附证资料', row: 3 };

export const rowSamples: Samples<typeof rowCodes> = {
  'patent-unreadable': [{ field: '专利授权号', written: '某号' }],
  'patent-check': [{ field: '专利授权号', written: 'ZL201810000016.1', expected: '0' }],
  'patent-check-missing': [{ field: '专利授权号', written: 'ZL201810000016', expected: '0' }],
  'patent-type': [
    { field: '专利授权号', written: 'ZL201810000016.0', type: '发明专利', stated: '实用新型专利', taken: true },
    { field: '专利授权号', written: 'ZL201830000003.2', type: '外观设计专利', stated: '发明专利', taken: false },
  ],
  'patent-not-granted': [{ field: '专利授权号', written: 'CN108000001A' }],
  'patent-expired': [{ field: '专利授权号', written: 'ZL00200001.6', last: '2010-01-01' }],
  'patent-dates': each(['before filing', 'after as-of'], (reason) => ({
    field: '专利授权号',
    written: 'ZL201810000016.0',
    granted: '2017-01-01',
    reason,
  })),
  'patent-foreign': [{ field: '授权号或登记号', written: 'US10123456B2' }],
  'patent-type-reserved': [{ field: '专利授权号', written: 'ZL201840000016.7' }],
  'patent-term': [{ field: '有效期至', written: 'ZL201810000016.0', until: '2048-03-11', last: '2038-12-31' }],
  'layout-number-shape': [{ field: '授权号或登记号', written: 'BS12' }],
  'row-expired': [
    { table: '其它附证资料', row: 1, name: '高新技术企业证书', until: '2021-08-15', asOf: '2021-08-16' },
    { table: '其它附证资料', row: 1, name: '', until: '2021-08-15', asOf: '2021-08-16' },
  ],
  'row-twice': [
    { ...row, first: 1 },
    { ...row, first: 1, by: { column: '专利授权号', written: 'ZL201810000016.0' } },
  ],
  'row-twice-likely': [{ ...row, first: 1 }],
  'row-none': [
    { ...row, written: '无' },
    { ...row, written: '' },
  ],
  'row-no-entry': each(['total', 'remark', 'signature', 'heading', 'nameless'], (is) => ({
    ...row,
    written: '合计',
    is,
  })),
  'paper-in-two-tables': [{ ...row, written: 'ZL201810000016.0', otherTable: '授权专利', otherRow: 1 }],
};
