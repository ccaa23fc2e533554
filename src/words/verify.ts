// What `zjtx verify` says of a bundle.
import { andMoreEn, ofManyZh } from '../findings/several.ts';
import { stampWords } from '../findings/states.ts';
import { type Said, some, speak } from './speak.ts';

const zh = {
  whole: (files: number, size: string) => `完整：${files} 个文件，${size}，摘要全部一致`,
  stamp: stampWords.zh,
  bad: (count: number) => `不予接受：${count} 处问题`,
  /** Nothing is wrong, but not all of it could be compared. */
  uncompared: (count: number) => `没有全部核对，不能接受：${count} 处没有比较`,
  /** The signature is that of the key; the comment was signed with it. */
  signed: (key: string, comment: string) => `签名有效，密钥 ${key}${comment === '' ? '' : `：${comment}`}`,
  derived: {
    category: '类别定义',
    form: '申请表',
    metrics: '指标',
    points: '评分',
    decisions: '条件',
    findings: '问题',
    attachments: '附件',
    checklist: '人工核对清单',
    merged: '合并 PDF',
    paper: '报送件',
    summary: '申请表 PDF',
    guide: '填报指引',
  },
  /** What was derived again from the dossier inside, and agrees. */
  again: (parts: readonly string[]) => `已按包内材料重新得出并比较：${parts.join('、')}`,
  asOf: (day: string) => `截至 ${day}`,
  /** The folder inside, which nothing else was believed of. */
  inside: (name: string) => `包里的文件夹：${name}`,
  /** After a bundle that is whole. */
  unproved:
    '完整只说明摘要一致、结论由包内材料得出。是谁生成的（没有签名时），材料、印章、签字的真假，程序看不出；判断日期以提供方所写为准。',
  /** How many of several are what; `stamps` in words. */
  all: (count: number, whole: number, stamps: readonly string[], refused: number, open: number) =>
    `核对 ${count} 个：${[
      `完整 ${whole}${stamps.length === 0 ? '' : `（${stamps.join('、')}）`}`,
      `不予接受 ${refused}`,
      ...(open === 0 ? [] : [`没有核对完 ${open}`]),
    ].join('，')}`,
  /** What lies in a folder beside bundles. */
  beside: (paths: readonly string[]) => `没有核对，不是 .zip：${ofManyZh(paths, '项')}`,
};

const en: Said<typeof zh> = {
  whole: (files, size) => `complete: ${some(files, 'file')}, ${size}, all digests agree`,
  stamp: stampWords.en,
  bad: (count) => `refused: ${some(count, 'problem')}`,
  uncompared: (count) => `not accepted: ${some(count, 'part')} could not be compared`,
  signed: (key, comment) => `the signature is valid, key ${key}${comment === '' ? '' : `: ${comment}`}`,
  derived: {
    category: 'definition',
    form: 'form',
    metrics: 'metrics',
    points: 'points',
    decisions: 'criteria',
    findings: 'findings',
    attachments: 'attachments',
    checklist: 'checklist',
    merged: 'merged PDFs',
    paper: 'paper set',
    summary: 'summary PDF',
    guide: 'portal guide',
  },
  again: (parts) => `derived again from the dossier inside, and equal: ${parts.join(', ')}`,
  asOf: (day) => `as of ${day}`,
  inside: (name) => `the folder in it: ${name}`,
  unproved:
    'Complete says that all digests agree and that the verdict follows from the dossier inside. Who built it, unless it is signed, and whether papers, seals and signatures are true, no program sees; the as-of date is what the sender wrote.',
  all: (count, whole, stamps, refused, open) =>
    `${some(count, 'bundle')} verified: ${[
      `${whole} complete${stamps.length === 0 ? '' : ` (${stamps.join(', ')})`}`,
      `${refused} refused`,
      ...(open === 0 ? [] : [`${open} not verified to the end`]),
    ].join(', ')}`,
  beside: (paths) => `not a .zip, so not verified: ${andMoreEn(paths)}`,
};

export const verifyWords = speak({ zh, en });
