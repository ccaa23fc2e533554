// Plausible arguments for the codes of `dossier`.
import type { dossierCodes } from '../codes/dossier.ts';
import { each, file, files, hint, type Samples, slot } from './samples.ts';

export const dossierSamples: Samples<typeof dossierCodes> = {
  'key-unknown': [
    { key: 'enterprize', within: '', nearest: 'enterprise' },
    { key: 'x', within: 'claims[0]' },
    { key: 'x', keys: ['x', 'y'], within: 'claims[0]' },
  ],
  'identity-missing': [{ missing: ['统一社会信用代码'] }, { missing: ['统一社会信用代码', '企业注册地', '注册时间'] }],
  'key-missing': [
    { key: 'reason', within: 'waivers[0]' },
    { key: 'category', within: '' },
    { key: 'reason', keys: ['reason', 'by'], within: 'waivers[0]' },
  ],
  'value-wrong': [
    ...each(
      ['text', 'whole number', 'number', 'list', 'map', 'yes or no', 'date', 'id', 'year', 'path', 'rule', 'value'],
      (expected) => ({ key: 'until', expected }),
    ),
    { key: 'severity', expected: 'option', options: ['error', 'warning', 'note'] },
  ],
  'category-missing': [{ categories: ['jiangsu/2021/product'] }],
  'slot-unknown': [{ key: 'tax', nearest: 'tax_certificate' }, { key: 'x' }, { key: 'x', keys: ['x', 'y'] }],
  'slot-named-twice': [{ slot, first: 'tax_certificate', second: slot }],
  'covers-unreadable': [{ written: '去年' }, {}],
  'enterprise-missing': [{}],
  'claim-about-unclear': [{ count: 0 }, { count: 2 }],
  'claim-row-missing': [{ table: '授权专利', row: '4', rows: 3 }],
  'claim-value-missing': [{ what: '主营业务收入(万元)', year: 2012 }, { what: '邮编' }],
  'claim-title-missing': [{ title: '专精特新产品', year: 2018 }, { title: '专精特新产品' }],
  'claims-missing': [
    {
      missing: [
        { label: '营业收入', years: [2019, 2020] },
        { label: '股东人数', years: [] },
      ],
    },
    { missing: [{ label: '营业收入', years: [2020] }], hint },
  ],
  'superlative-unproved': [
    { field: '企业简介', words: ['国际领先'] },
    { field: '企业简介', words: ['国际领先', '填补空白'], hint },
  ],
  'claim-fact-unknown': [{ fact: 'revenu', nearest: 'revenue' }, { fact: 'x' }],
  'claim-file-missing': [{ file }, { file, files }],
  'attestation-unknown': [{ item: 'profile-seald', nearest: 'profile-sealed' }, { item: 'x' }],
  'attestation-open': [
    { item: '企业简介已加盖企业公章' },
    { item: '企业简介已加盖企业公章', items: ['企业简介已加盖企业公章', '法定代表人已签字或盖章'] },
  ],
  'attestation-void': [{ item: '企业简介已加盖企业公章', file }],
  'attestation-unbound': [{ item: '企业简介已加盖企业公章' }],
  'waiver-hard': [{ code: 'file-too-large' }],
  'waiver-expired': [{ code: 'image-small', until: '2021-08-15' }],
  'waiver-ends-soon': [
    { code: 'image-small', until: '2021-08-16', days: 0 },
    { code: 'image-small', until: '2021-08-17', days: 1 },
    { code: 'image-small', until: '2021-08-29', days: 13 },
  ],
  'waiver-unused': [{ code: 'image-small' }],
  'waiver-overbroad': [{ code: 'image-small' }],
  'applied-twice': [
    { enterprise: '江苏示例精密机械有限公司', first: '甲/产品', title: '专精特新产品认定' },
    { enterprise: '江苏示例精密机械有限公司', first: '甲/产品', title: '专精特新产品认定', hint },
  ],
};
