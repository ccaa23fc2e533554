// What a bundle states otherwise than its dossier does when it is assessed again.
import { type DecisionName, decisionWords } from '../states.ts';
import type { File } from './bundle.ts';
import { originalEn, originalZh } from './received.ts';
import { each, hard, note, warning } from './spec.ts';

/** What is wrong with the file list of `assessment.json`: beside a file in the bundle, or in itself. */
export type ListFault = 'missing' | 'digest' | 'twice' | 'source' | 'place';

/** A part of `assessment.json` that is told of as a whole. */
export type RecordPart =
  | 'head'
  | 'counts'
  | 'category'
  | 'scorecard'
  | 'criteria'
  | 'metrics'
  | 'checklist'
  | 'claims'
  | 'attachments';

/** A decision; `none` where the criterion is not even listed. */
export type Decided = DecisionName | 'none';

/** Something that was read from a bundle, beside what follows from its dossier; both as shown. */
type Compared = { readonly stated: string; readonly found: string };

/** The sentence of a finding in both languages. */
type Said = { readonly said: { readonly zh: string; readonly en: string } };

export const forgedZh = '材料包内部互相矛盾，不要采信。请提供方用原来的材料重新生成。';

const listedZh: Record<ListFault, string> = {
  missing: '在 data/assessment.json 的文件清单里，包里却没有',
  digest: '与 data/assessment.json 文件清单里的大小或摘要不符',
  twice: '在 data/assessment.json 的文件清单里出现两次',
  source: '原来的路径不安全，或与另一个文件冲突',
  place: '放的位置或名字与材料的附件清单不符',
};

const partZh: Record<RecordPart, string> = {
  head: '基本信息',
  counts: '问题和条件的数目',
  category: '类别信息',
  scorecard: '评分',
  criteria: '申报条件',
  metrics: '指标',
  checklist: '人工核对清单',
  claims: '数字出处',
  attachments: '附件信息',
};

const decidedZh: Record<Decided, string> = { ...decisionWords.zh, none: '没有列出' };

export const forgedEn =
  'The bundle contradicts itself: do not trust it. Ask its sender to build it again from the dossier.';

const listedEn: Record<ListFault, string> = {
  missing: 'is in the file list of data/assessment.json and not in the bundle',
  digest: 'has another size or digest than the file list of data/assessment.json says',
  twice: 'is in the file list of data/assessment.json twice',
  source: 'has an unsafe original path, or one that collides with another file',
  place: 'does not stand where the attachments of the dossier put it',
};

const partEn: Record<RecordPart, string> = {
  head: 'the head',
  counts: 'the counts',
  category: 'what is said of the category',
  scorecard: 'the scorecard',
  criteria: 'the criteria',
  metrics: 'the metrics',
  checklist: 'the checklist',
  claims: 'the claims',
  attachments: 'the attachments',
};

const decidedEn: Record<Decided, string> = { ...decisionWords.en, none: 'not listed' };

export const derivedCodes = {
  'bundle-name-differs': hard<{ readonly expected: string; readonly found: string }>({
    zh: ({ expected, found }) => ({
      message: `最外层文件夹应当叫 ${expected}，现在叫 ${found}：改过名字`,
      hint: originalZh,
    }),
    en: ({ expected, found }) => ({
      message: `the top folder should be named ${expected} and is named ${found}: it was renamed`,
      hint: originalEn,
    }),
    samples: [{ expected: '江苏示例-jiangsu-2021-product', found: '江苏示例-jiangsu-2021-product-草稿' }],
  }),

  /** `detail` is the place of the first thing that is not as the published schema has it. */
  'bundle-record-broken': hard<File & { readonly detail: string }>({
    zh: ({ file, detail }) => ({
      message: `${file} 不是 zjtx 写的格式${detail === '' ? '' : `（${detail}）`}`,
      hint: '如果材料包由更新的 zjtx 生成，先升级再核对；否则请提供方重新生成。',
    }),
    en: ({ file, detail }) => ({
      message: `${file} is not what zjtx writes${detail === '' ? '' : ` (${detail})`}`,
      hint: 'If a newer zjtx built it, update first; otherwise ask its sender to build it again.',
    }),
    samples: [
      { file: 'data/assessment.json', detail: 'findings.0.code' },
      { file: 'data/assessment.json', detail: '' },
    ],
  }),

  'bundle-list-broken': hard<File & { readonly why: ListFault }>({
    zh: ({ file, why }) => ({ message: `${file} ${listedZh[why]}`, hint: forgedZh }),
    en: ({ file, why }) => ({ message: `${file} ${listedEn[why]}`, hint: forgedEn }),
    samples: each(['missing', 'digest', 'twice', 'source', 'place'], (why) => ({
      file: 'data/附件/01-营业执照/执照.pdf',
      why,
    })),
  }),

  'bundle-dossier-broken': hard<{ readonly detail: string }>({
    zh: ({ detail }) => ({ message: `包里的材料不能重新检查：${detail}`, hint: forgedZh }),
    en: ({ detail }) => ({
      message: `the dossier inside cannot be assessed again: ${detail}`,
      hint: forgedEn,
    }),
    samples: [{ detail: 'jiangsu/2021/produkt' }],
  }),

  'bundle-metric-differs': hard<Compared & { readonly metric: string }>({
    zh: ({ metric, stated, found }) => ({
      message: `指标 ${metric}：包里写 ${stated}，按材料重算是 ${found}`,
      hint: forgedZh,
    }),
    en: ({ metric, stated, found }) => ({
      message: `metric ${metric}: the bundle says ${stated}, the dossier gives ${found}`,
      hint: forgedEn,
    }),
    samples: [{ metric: '复合增长率%', stated: '28.37', found: '8.37' }],
  }),

  'bundle-points-differ': hard<Compared & { readonly item: string }>({
    zh: ({ item, stated, found }) => ({
      message: `得分 ${item}：包里写 ${stated}，按材料重算是 ${found}`,
      hint: forgedZh,
    }),
    en: ({ item, stated, found }) => ({
      message: `points of ${item}: the bundle says ${stated}, the dossier gives ${found}`,
      hint: forgedEn,
    }),
    samples: [{ item: '研发费用', stated: '10', found: '6' }],
  }),

  'bundle-decision-differs': hard<{ readonly criterion: string; readonly stated: Decided; readonly found: Decided }>({
    zh: ({ criterion, stated, found }) => ({
      message: `条件 ${criterion}：包里写“${decidedZh[stated]}”，按材料重新判断是“${decidedZh[found]}”`,
      hint: forgedZh,
    }),
    en: ({ criterion, stated, found }) => ({
      message: `criterion ${criterion}: the bundle says “${decidedEn[stated]}”, the dossier gives “${decidedEn[found]}”`,
      hint: forgedEn,
    }),
    samples: each(['met', 'not met', 'undecided', 'advice', 'unknown', 'none'], (stated) => ({
      criterion: '必须有认定的市级以上研发机构',
      stated,
      found: stated === 'met' ? 'not met' : 'met',
    })),
  }),

  'bundle-finding-left-out': hard<Said>({
    zh: ({ said }) => ({ message: `包里漏了这个问题：${said.zh}`, hint: forgedZh }),
    en: ({ said }) => ({ message: `the bundle leaves out a finding: ${said.en}`, hint: forgedEn }),
    samples: [{ said: { zh: '法定代表人 缺少 手机', en: 'no mobile' } }],
  }),

  'bundle-finding-invented': hard<Said>({
    zh: ({ said }) => ({ message: `包里的这个问题与材料对不上：${said.zh}`, hint: forgedZh }),
    en: ({ said }) => ({
      message: `the bundle has a finding that the dossier does not give: ${said.en}`,
      hint: forgedEn,
    }),
    samples: [{ said: { zh: '法定代表人 缺少 手机', en: 'no mobile' } }],
  }),

  /** Under another version, or about what only the sender's disk could tell. */
  'bundle-finding-changed': note<Said & { readonly why: 'version' | 'disk' }>({
    zh: ({ said, why }) => ({
      message: `${why === 'version' ? '换了程序版本，这个问题的有无或说法不同' : '这个问题只有在提供方的电脑上才能核对'}：${said.zh}`,
    }),
    en: ({ said, why }) => ({
      message: `${why === 'version' ? 'this version says otherwise' : "only the sender's computer could tell"}: ${said.en}`,
    }),
    samples: each(['version', 'disk'], (why) => ({ said: { zh: '找不到 a.pdf', en: 'no a.pdf' }, why })),
  }),

  'bundle-waiver-outside': warning<Said & { readonly by: string; readonly reason: string }>({
    zh: ({ said, by, reason }) => ({
      message: `${by} 以“${reason}”豁免了一个问题，但材料里没有这条豁免：${said.zh}`,
      hint: '豁免可能写在提供方的 zjtx.config.yaml 里。向提供方核实。',
    }),
    en: ({ said, by, reason }) => ({
      message: `${by} waived a finding (“${reason}”), and the dossier has no such waiver: ${said.en}`,
      hint: "It may stand in the sender's zjtx.config.yaml. Ask the sender.",
    }),
    samples: [{ said: { zh: '图片太小', en: 'small' }, by: '张某', reason: '原件如此' }],
  }),

  'bundle-record-differs': hard<{ readonly part: RecordPart; readonly what: string }>({
    zh: ({ part: which, what }) => ({
      message: `data/assessment.json 里的${partZh[which]}${what === '' ? '' : `（${what}）`}与按材料重新得出的不同`,
      hint: forgedZh,
    }),
    en: ({ part: which, what }) => ({
      message: `${partEn[which]} in data/assessment.json${what === '' ? '' : ` (${what})`} ${which === 'head' || which === 'category' || which === 'scorecard' || which === 'checklist' ? 'is' : 'are'} not what the dossier gives`,
      hint: forgedEn,
    }),
    samples: each(
      ['head', 'counts', 'category', 'scorecard', 'criteria', 'metrics', 'checklist', 'claims', 'attachments'],
      (part) => ({ part, what: part === 'head' ? 'asOf' : '' }),
    ),
  }),
};
