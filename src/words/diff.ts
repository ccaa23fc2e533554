// What `zjtx diff` says of two dossiers or bundles.
import { argument } from '../characters/shown.ts';
import type { Language } from '../findings/sentence.ts';
import { decisionWords, notComputable } from '../findings/states.ts';
import { type Said, some, speak } from './speak.ts';

const decided = (language: Language): ReadonlyMap<string, string> =>
  new Map(Object.entries({ ...decisionWords[language], 'not computable': notComputable[language] }));
const [decidedZh, decidedEn] = [decided('zh'), decided('en')];

const zh = {
  same: '没有不同',
  count: (changes: number) => `共 ${changes} 处不同`,
  headings: {
    head: '基本',
    fields: '申请表',
    slots: '附件',
    metrics: '指标',
    points: '评分',
    decisions: '条件',
    findings: '问题',
  },
  head: { enterprise: '企业', category: '类别', title: '类别名称', definition: '类别定义的摘要', asOf: '判断日期' },
  is: { added: '新增', removed: '删去', changed: '内容不同', renamed: '改名' },
  /** A decision, or why a metric has no figure; a figure as it is. */
  decisions: (is: string) => decidedZh.get(is) ?? is,
  waived: '（已豁免）',
  refused: (path: string) => `${path} 不予接受，没有比较`,
  refusedFix: (path: string) => `先看问题：zjtx verify ${argument(path)}`,
};

const en: Said<typeof zh> = {
  same: 'nothing differs',
  count: (changes) => some(changes, 'difference'),
  headings: {
    head: 'Head',
    fields: 'Form',
    slots: 'Attachments',
    metrics: 'Metrics',
    points: 'Points',
    decisions: 'Criteria',
    findings: 'Findings',
  },
  head: {
    enterprise: 'enterprise',
    category: 'category',
    title: 'title of the category',
    definition: 'digest of the definition',
    asOf: 'as-of date',
  },
  is: { added: 'added', removed: 'removed', changed: 'different content', renamed: 'renamed' },
  decisions: (is) => decidedEn.get(is) ?? is,
  waived: '(waived)',
  refused: (path) => `${path} is refused and was not compared`,
  refusedFix: (path) => `See why: zjtx verify ${argument(path)}`,
};

export const diffWords = speak({ zh, en });
