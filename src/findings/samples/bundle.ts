// Plausible arguments for the codes of `bundle`.
import type { bundleCodes } from '../codes/bundle.ts';
import { each, type Samples } from './samples.ts';

export const bundleSamples: Samples<typeof bundleCodes> = {
  'bundle-not-zip': [{ detail: 'end of central directory not found' }],
  'bundle-too-large': each(['entries', 'bytes'], (what) => ({ what, limit: 10_000 })),
  'bundle-stray-bytes': [{}],
  'bundle-entry-unsafe': each(
    [
      'traversal',
      'absolute',
      'backslash',
      'name',
      'link',
      'encrypted',
      'encoding',
      'header',
      'method',
      'ratio',
      'alias',
      'mode',
      'comment',
      'overlap',
    ],
    (why) => ({ file: 'data/a.pdf', why }),
  ),
  'bundle-entry-twice': [{ file: 'data/a.pdf', other: 'data/A.pdf' }],
  'bundle-folder-broken': [{ folders: ['a', 'b'] }, { folders: [] }],
  'bundle-entry-broken': each(['data', 'size', 'crc'], (why) => ({ file: 'data/a.pdf', why })),
  'bundle-bag-broken': [{ file: 'bagit.txt', label: 'BagIt-Version' }],
  'bundle-manifest-broken': [{ file: 'manifest-sha256.txt', line: 3 }],
  'bundle-file-missing': [{ file: 'data/a.pdf', manifest: 'manifest-sha256.txt' }, { file: 'data/申请表.pdf' }],
  'bundle-file-extra': [{ file: 'data/a.pdf', manifest: 'manifest-sha256.txt' }],
  'bundle-digest-differs': [{ file: 'data/a.pdf', expected: 'a'.repeat(64), found: 'b'.repeat(64) }],
  'bundle-size-differs': [{ expected: '100.3', found: '101.3' }],

  'bundle-name-differs': [{ expected: '江苏示例-jiangsu-2021-product', found: '江苏示例-jiangsu-2021-product-草稿' }],
  'bundle-record-broken': [
    { file: 'data/assessment.json', detail: 'findings.0.code' },
    { file: 'data/assessment.json', detail: '' },
  ],
  'bundle-list-broken': each(['missing', 'digest', 'twice', 'source', 'place'], (why) => ({
    file: 'data/附件/01-营业执照/执照.pdf',
    why,
  })),
  'bundle-dossier-broken': [{ detail: 'jiangsu/2021/produkt' }],
  'bundle-metric-differs': [{ metric: '复合增长率%', stated: '28.37', found: '8.37' }],
  'bundle-points-differ': [{ item: '研发费用', stated: '10', found: '6' }],
  'bundle-decision-differs': each(['met', 'not met', 'undecided', 'advice', 'unknown', 'none'], (stated) => ({
    criterion: '必须有认定的市级以上研发机构',
    stated,
    found: stated === 'met' ? 'not met' : 'met',
  })),
  'bundle-finding-left-out': [{ said: { zh: '法定代表人 缺少 手机', en: 'no mobile' } }],
  'bundle-finding-invented': [{ said: { zh: '法定代表人 缺少 手机', en: 'no mobile' } }],
  'bundle-finding-changed': each(['version', 'disk'], (why) => ({ said: { zh: '找不到 a.pdf', en: 'no a.pdf' }, why })),
  'bundle-waiver-outside': [{ said: { zh: '图片太小', en: 'small' }, by: '张某', reason: '原件如此' }],
  'bundle-record-differs': each(
    ['head', 'counts', 'category', 'scorecard', 'criteria', 'metrics', 'checklist', 'claims', 'attachments'],
    (part) => ({ part, what: part === 'head' ? 'asOf' : '' }),
  ),
  'bundle-summary-differs': each(['unreadable', 'pages', 'text', 'drawing', 'figure'], (why) => ({
    why,
    page: 2,
    text: '8330.00',
  })),
  'bundle-guide-differs': [{}],
  'bundle-version-other': [{ version: '0.9.0', own: '1.0.0' }],
  'bundle-not-derived': [{ files: 3, limit: 4_294_967_296 }],
  'bundle-unproved': [
    { file: 'data/申请表.pdf', why: 'version' },
    { file: 'data/申请表.pdf', why: 'font', text: '𠮷' },
  ],
  'bundle-not-inspected': [{ file: '附件/a.pdf' }],
  'bundle-not-final': each(['unsettled', 'draft'], (status) => ({ status })),
  'bundle-stamp-flatters': [
    ...each(
      ['errors', 'incomplete', 'unsettled', 'submittable', 'ready'],
      (state) => ({ status: 'final', state }) as const,
    ),
    ...each(['errors', 'incomplete'], (state) => ({ status: 'unsettled', state }) as const),
    { status: 'draft', state: 'errors' },
  ],
  'category-broken': [
    { category: 'jiangsu/2021/product', detail: 'key-missing format' },
    { category: 'jiangsu/2021/product', detail: '' },
  ],
  'category-altered': each(['bundle', 'schemas'], (where) => ({
    category: 'jiangsu/2021/product',
    known: 'a'.repeat(64),
    found: 'b'.repeat(64),
    where,
  })),
  'category-unproved': [{ category: 'yunling/2021/seedling' }],
};
