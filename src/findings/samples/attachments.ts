// Plausible arguments for the codes of `attachment`.
import type { attachmentCodes } from '../codes/attachments.ts';
import { each, file, files, hint, type Samples, slot, slots } from './samples.ts';

export const attachmentSamples: Samples<typeof attachmentCodes> = {
  'slot-empty': [
    { slot, folder: '附件/完税证明/' },
    { slot, folder: '附件/完税证明/', hint },
    { slot, slots, folder: '附件/完税证明/' },
  ],
  'slot-empty-doubtful': [
    { slot, folder: '附件/完税证明/' },
    { slot, folder: '附件/完税证明/', hint },
    { slot, slots, folder: '附件/完税证明/' },
  ],
  'slot-several': [
    { slots: [{ slot, count: 2 }] },
    {
      slots: [
        { slot, count: 2 },
        { slot: '质量认证', count: 3 },
      ],
    },
  ],
  'slot-type-unexpected': [
    { file, extension: 'docx', slot, types: ['pdf'] },
    { file, extension: 'docx', slot, types: ['pdf', 'jpg'], hint },
    { file, files, extension: 'docx', slot, types: ['pdf'] },
  ],
  'slot-years-missing': [
    { slot, years: [2018, 2020], covered: ['2019'] },
    { slot, years: [2020], covered: ['2018', '2019'], hint },
  ],
  'slot-years-unknown': [
    { slot, years: [2020], file },
    { slot, years: [2018, 2019], file, hint },
    { slot, slots, years: [2020], file, files },
  ],
  'slot-month-missing': [
    { slot: '社保清单', month: '2022-12', covered: ['2022-11'] },
    { slot: '社保清单', month: '2022-12', covered: ['2022'], hint },
  ],
  'slot-month-unknown': [
    { slot: '社保清单', month: '2022-12', file },
    { slot: '社保清单', month: '2022-12', file, hint },
    { slot, slots, month: '2022-12', file, files },
  ],
  'slot-kind-wrong': [
    { file, slot: '审计报告', expected: ['audit'], refused: [], kind: 'statements' },
    { file, slot: '审计报告', expected: [], refused: ['statements'], kind: 'statements', hint },
    { file, files, slot: '审计报告', expected: ['audit'], refused: [], kind: 'statements' },
  ],
  'slot-kind-unknown': [
    { file, slot: '审计报告', expected: ['audit'], refused: [] },
    { file, slot: '审计报告', expected: [], refused: ['statements'], hint },
    { file, files, slot, slots, expected: ['audit'], refused: [] },
  ],
  'file-missing': [
    { file, glob: false, near: '附件/执照.pdf' },
    { file, glob: false },
    { file: '附件/*.pdf', glob: true },
    { file, glob: false, folder: '附件' },
    { file, files, glob: false, folder: '附件' },
  ],
  'patterns-too-many': [{ pattern: '附件/**/*.pdf', limit: 2_000_000 }],
  'path-too-long': [{ length: 5000, limit: 1024 }],
  'file-outside': [...each(['absolute', 'above', 'link'], (why) => ({ file, why })), { file, files, why: 'above' }],
  'file-is-folder': [{ file }],
  'file-unreadable': [
    { file, reason: 'EACCES' },
    { file, files, reason: 'EACCES' },
  ],
  'file-empty': [{ file }],
  'file-too-large': [{ file, extension: 'pdf', bytes: 52_428_801, mib: 50 }],
  'file-size-doubtful': [{ file, extension: 'pdf', bytes: 50_000_001, mib: 50 }],
  'file-type-refused': [
    { file: '附件/a.zip', extension: 'zip', types: ['pdf', 'rar'] },
    { file: '附件/a', extension: '', types: ['pdf'] },
    { file, files, extension: 'zip', types: ['pdf'] },
  ],
  'file-content-differs': [
    { file, extension: 'pdf', found: 'html' },
    { file, extension: 'pdf' },
    { file, files, extension: 'pdf' },
  ],
  'file-broken': [{ file, extension: 'docx' }],
  'file-password': [{ file }],
  'file-encrypted': [{ file }],
  'file-macros': [{ file, extension: 'docx', found: 'docm' }],
  'file-macros-inside': [{ file }],
  'file-system': [{ file: '附件/.DS_Store' }, { file, files }],
  'file-twice': [
    { file, slot, other: '附件/b.pdf', otherSlot: '其他' },
    { file, slot, other: file, otherSlot: '其他' },
    { file, slot, slots, other: file, otherSlot: '其他' },
    { file, files, slot, slots, other: '附件/x.pdf', otherSlot: '其他' },
  ],
  'name-twice': [{ file, slot, other: '附件/营业执照.PDF' }],
  'name-refused': [
    ...each(['characters', 'ending', 'reserved', 'length'], (why) => ({ file, why, bad: '120' })),
    { file, files, why: 'characters', bad: ':' },
  ],
  'not-inspected': [{ file }, { file: '附件/a.rar' }, { file: '附件/执照.jpg' }],
  'probe-skipped': [{ file, bytes: 300_000_000, limit: 200_000_000 }],
};
