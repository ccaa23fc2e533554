// The sentences for attachments: every code, both languages, with the values and a way to mend it.

import { expect, test } from 'vitest';
import { report } from '../../src/findings/report.ts';
import { contentSamples } from '../../src/findings/samples/contents.ts';
import { pdfSamples } from '../../src/findings/samples/pdf.ts';
import { wordsOf } from '../../src/messages/words.ts';
import { zipOf } from './build.ts';
import { folderOf, placeOf, slotOf, take } from './dossier.ts';

const at = placeOf('attachments.other', 10);
const file = '附件/a.pdf';
const typed = { file, extension: 'pdf' };
const sized = { ...typed, bytes: 52_428_801, mib: 50 };
const years = { slot: '完税证明', years: [2020] };
const month = { slot: '社保清单', month: '2022-12' };
const kinds = { slot: '审计报告', file, expected: ['audit'], refused: ['statements'] };

const findings = [
  report('slot-empty', { slot: '完税证明', folder: '附件/完税证明/' }, at),
  report('slot-empty-doubtful', { slot: '完税证明', folder: '附件/完税证明/' }, at),
  report('slot-several', { slots: [{ slot: '完税证明', count: 2 }] }, at),
  report('slot-type-unexpected', { file: 'a.docx', extension: 'docx', slot: '完税证明', types: ['pdf'] }, at),
  report('slot-years-missing', { ...years, covered: ['2019'] }, at),
  report('slot-years-unknown', { ...years, file }, at),
  report('slot-month-missing', { ...month, covered: ['2022-11'] }, at),
  report('slot-month-unknown', { ...month, file }, at),
  report('slot-kind-wrong', { ...kinds, kind: 'statements' }, at),
  report('slot-kind-wrong', { ...kinds, expected: [], kind: 'statements' }, at),
  report('slot-kind-unknown', kinds, at),
  report('slot-kind-unknown', { ...kinds, expected: [] }, at),
  report('file-missing', { file, glob: false, near: '附件/b.pdf' }, at),
  report('file-missing', { file: '附件/*.pdf', glob: true }, at),
  report('patterns-too-many', { pattern: '附件/**/*.pdf', limit: 2_000_000 }, at),
  report('path-too-long', { length: 5000, limit: 1024 }, at),
  report('file-outside', { file, why: 'absolute' }, at),
  report('file-outside', { file, why: 'above' }, at),
  report('file-outside', { file, why: 'link' }, at),
  report('file-is-folder', { file }, at),
  report('file-unreadable', { file, reason: 'EACCES' }, at),
  report('file-empty', { file }, at),
  report('file-too-large', sized, at),
  report('file-size-doubtful', { ...sized, bytes: 50_000_001 }, at),
  report('file-type-refused', { file: 'a.zip', extension: 'zip', types: ['pdf', 'rar'] }, at),
  report('file-type-refused', { file: 'a', extension: '', types: ['pdf', 'rar'] }, at),
  report('file-content-differs', { ...typed, found: 'html' }, at),
  report('file-content-differs', typed, at),
  report('file-broken', { file: 'a.docx', extension: 'docx' }, at),
  report('file-password', { file }, at),
  report('file-encrypted', { file }, at),
  report('file-macros', { file: 'a.docx', extension: 'docx', found: 'docm' }, at),
  report('file-macros-inside', { file }, at),
  report('file-system', { file: '~$a.docx' }, at),
  report('file-twice', { file, slot: '甲', other: '附件/b.pdf', otherSlot: '乙' }, at),
  report('file-twice', { file, slot: '甲', other: file, otherSlot: '乙' }, at),
  report('name-twice', { file, slot: '甲', other: '附件/A.pdf' }, at),
  report('name-refused', { file: 'a:b.pdf', why: 'characters', bad: ':' }, at),
  report('name-refused', { file: 'b.pdf.', why: 'ending', bad: '.' }, at),
  report('name-refused', { file: 'con.pdf', why: 'reserved', bad: 'con' }, at),
  report('name-refused', { file, why: 'length', bad: '120' }, at),
  ...Object.entries(pdfSamples).flatMap(([code, all]) =>
    all.map((args) => report(code as keyof typeof pdfSamples, args, at)),
  ),
  ...Object.entries(contentSamples).flatMap(([code, all]) =>
    all.map((args) => report(code as keyof typeof contentSamples, args, at)),
  ),
  report('not-inspected', { file }, at),
  report('not-inspected', { file: 'a.rar' }, at),
  report('not-inspected', { file: 'a.jpg' }, at),
  report('probe-skipped', { file, bytes: 200_000_001, limit: 200_000_000 }, at),
];

test('every sentence', async () => {
  const lines = findings.flatMap((finding) => {
    const zh = wordsOf(finding, 'zh');
    const en = wordsOf(finding, 'en');
    return [`${finding.code}  ${finding.severity}`, zh.message, zh.hint, en.message, en.hint, ''];
  });
  expect(lines.every((line) => line !== undefined && !/undefined|NaN|\[object/.test(line))).toBe(true);
  await expect(lines.join('\n')).toMatchFileSnapshot('messages.snap.txt');
});

test('the list above has every code', async () => {
  const { fileCodes } = await import('../../src/findings/codes/index.ts');
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(Object.keys(fileCodes)));
});

test('how to mend a refused type depends on the type', async () => {
  const folder = folderOf(
    Object.fromEntries(['zip', 'wps', 'et', 'heic', 'exe'].map((type) => [`a.${type}`, zipOf()])),
  );
  const { findings: found } = await take(folder, { slots: [slotOf()], entries: { other: ['*'] } });
  const hints = found.map((one) => wordsOf(one, 'zh').hint);
  expect(new Set(hints).size).toBe(hints.length);
  expect(hints.join()).toContain('WinRAR');
});
