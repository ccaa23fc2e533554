// The inventory for a terminal, compared with files that a person can read, in both languages and widths.
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import type { AttachedFile } from '../../src/assessment.ts';
import { report } from '../../src/findings/report.ts';
import { inventoryText } from '../../src/reporters/inventory.ts';
import { reportedAssessment } from '../../src/reporters/reported.ts';
import { assessment, at, attached, slot } from '../support/assessment.ts';

const sha256 = 'a1b2c3d4e5f6'.padEnd(64, '0');
const scan = (source: string, traits: AttachedFile['traits']) =>
  attached(source, { format: 'jpg', bytes: 71_000, sha256, traits });

const { format: _, ...empty } = attached('附件/空.pdf', { bytes: 0, traits: {} });

const one = reportedAssessment(
  assessment({
    slots: [
      slot('business_license', '企业营业执照原件扫描件', [
        scan('附件/执照.jpg', { width: 1579, height: 1117, orientation: 6, cmyk: true }),
        scan('附件/执照背面.jpg', { width: 1579, height: 1117, orientation: 5 }),
      ]),
      slot('audits', '企业主营产品市场占有率证明材料(由省级及以上机构提供，含附表、附注和签字页)', [
        attached('附件/一份名称特别特别特别特别特别特别长的前三年财务审计报告/2018年度审计报告（含附注、签字页）.pdf', {
          sha256,
          traits: {
            pages: 132,
            restricted: true,
            paper: { width: 210, height: 297, varies: true },
            text: true,
            unread: 3,
            mentions: 'none',
          },
        }),
        attached('附件/2019.pdf', { sha256, traits: { pages: 4, rotation: 90, text: false } }),
        attached('附件/\u001b[31m红.rar', { format: 'rar', sha256, traits: { files: 7 }, bytes: 123_456_789 }),
      ]),
      slot('tax', '完税证明', [], { order: 3 }),
      slot('other', '其他企业认为需提供的材料', [empty], {
        order: 10,
        required: false,
      }),
      slot('honours', '获得省以上表彰、认定等证明', [], { order: 11, required: false }),
    ],
  }),
);
const withFaults = {
  ...one,
  labels: { ...one.labels, patents: '专利' },
  inventory: {
    ...one.inventory,
    rows: [
      {
        table: 'patents',
        row: 2,
        column: 'file',
        file: { source: '附件/专利.pdf', bytes: 5000, traits: {}, evidence: {}, format: 'pdf' },
      },
    ],
  },
  findings: [
    report('file-empty', { file: '附件/空.pdf' }, at(1, 1, 2)),
    report('image-small', { file: '附件/执照.jpg', width: 1579, height: 900, least: 1000 }, at(1, 1, 2)),
  ],
};

for (const language of ['zh', 'en'] as const) {
  for (const width of [60, 100]) {
    test(`in ${language} at ${width} cells`, async () => {
      const text = inventoryText([withFaults], { language, width, colour: false, unicode: true }, true);
      for (const line of text.split('\n').filter((each) => !each.includes('特别特别'))) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      }
      expect(text).not.toContain('\u001b');
      await expect(text).toMatchFileSnapshot(`inventory.${language}.${width}.txt`);
    });
  }
}

test('several end with the totals of all', () => {
  const text = inventoryText([one, one], { language: 'zh', width: 100, colour: false, unicode: false }, true);
  expect(text.trimEnd().split('\n').at(-1)).toBe('合计 2 份材料，12 件，251.2 MB');
  expect(text).toContain('x  缺少：没有文件');
});
