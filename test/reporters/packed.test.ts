// What is said of merged PDFs: a line for each slot that grew too large and each file left out, singles in one.
import { expect, it } from 'vitest';
import { type MergeShown, mergedNotes } from '../../src/reporters/built.ts';

const merged: readonly MergeShown[] = [
  { label: '甲', is: 'single', apart: [], signed: [] },
  { label: '乙', is: 'single', apart: [], signed: [] },
  { label: '丙', is: 'over', bytes: 61_200_000, limit: 50_000_000, apart: [], signed: [] },
  { label: '丁', is: 'merged', bytes: 3, apart: [{ source: '限.pdf', why: 'protected' }], signed: ['照\u001b.pdf'] },
  { label: '戊', is: 'unproved', apart: [], signed: [] },
  { label: '己', is: 'none', apart: [{ source: '表.xls', why: 'type' }], signed: [] },
];

it('in Chinese', () => {
  expect(mergedNotes(merged, 'zh')).toEqual([
    '2 类只有一个 PDF，不另合并：上传 data/附件 里的原文件',
    '丙：合并后 61.20 MB，超过 50.00 MB 的上限 11.20 MB，没有放入 data/合并。用较低的分辨率重新扫描，再生成',
    '丁：限.pdf 没有并入，它设有密码或限制。请出具单位提供没有限制的 PDF，或打印后重新扫描',
    '丁：照?.pdf 带电子签名，在合并件里签名不再有效；要验签的，上传原文件',
    '戊：合并后的 PDF 读回时不对，没有放入 data/合并。请用其他软件合并',
    '己：表.xls 没有并入，它不是 PDF、JPG 或 PNG。在 Office 或 WPS 里另存为 PDF，再生成',
  ]);
});

it('in English', () => {
  const notes = mergedNotes(merged, 'en');
  expect(notes.length).toBe(6);
  expect(notes[1]).toContain('11.20 MB above the limit of 50.00 MB');
});
