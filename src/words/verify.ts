// What `zjtx verify` says of a bundle.
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
};

export const verifyWords = speak({ zh, en });
