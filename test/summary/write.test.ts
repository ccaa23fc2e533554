// The whole summary: bytes, properties, bookmarks, draft.
import { PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { afterEach, expect, test } from 'vitest';
import { pageTexts } from '../../src/files/pdf/library.ts';
import { isPreview } from '../../src/summary/properties.ts';
import { lay, writeSummary } from '../../src/summary/write.ts';
import { draft, final } from './faces.ts';
import { cite, place, sample } from './sample.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const faulty = (path: string, title: string) => ({
  code: 'some-criterion',
  severity: 'error' as const,
  at: place(path, 16),
  cite: [cite('手册', '2.3.2')],
  criterion: { title },
});

test('the same input gives the same bytes under another time zone', async () => {
  process.env.TZ = 'America/Los_Angeles';
  const first = await writeSummary(sample(), draft);
  process.env.TZ = 'Asia/Shanghai';
  const second = await writeSummary(sample(), draft);
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
});

test('properties say what the document is and carry the as-of date', async () => {
  const { bytes, pages } = await writeSummary(sample(), final);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(document.getPageCount()).toBe(pages);
  expect(document.getTitle()).toBe('小巨人企业认定(创新类)申请表 – 江苏示例精密机械有限公司');
  expect(document.getSubject()).toBe('jiangsu/2021/giant-innovation');
  expect(document.getKeywords()).toBe('专精特新, 2021, 正式');
  expect(document.getCreationDate()?.toISOString()).toBe('2021-08-15T16:00:00.000Z');
  expect(document.catalog.get(PDFName.of('Lang'))?.toString()).toBe('(zh-CN)');
});

test('a form to look at says so of itself, the form of a bundle does not', async () => {
  const [own, bundled] = [
    await writeSummary(sample(), { ...final, preview: true }),
    await writeSummary(sample(), final),
  ];
  expect(await isPreview(own.bytes)).toBe(true);
  expect(await isPreview(bundled.bytes)).toBe(false);
  expect(await isPreview(Buffer.from('%PDF-1.7 broken'))).toBe(false);
});

test('bookmarks lead to sections, texts, tables, appendices and metrics', async () => {
  const { bytes } = await writeSummary(sample(), final);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const titles: string[] = [];
  const walk = (node: PDFDict | undefined): void => {
    for (let item = node?.lookupMaybe(PDFName.of('First'), PDFDict); item; ) {
      titles.push(item.lookup(PDFName.of('Title'), PDFHexString).decodeText());
      walk(item);
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
    }
  };
  walk(document.catalog.lookup(PDFName.of('Outlines'), PDFDict));
  expect(titles).toEqual(lay(sample(), final).bookmarks.map((mark) => mark.title));
  expect(titles.slice(0, 3)).toEqual(['1、基本情况', '经营指标', '企业简介']);
  expect(titles).toContain('附一　指标测算');
  expect(titles).toContain('营业收入复合增长率');
});

test('a draft says so on every page, numbers its errors and marks the cells', async () => {
  const findings = [faulty('form.basics.uscc', '校验位不符'), faulty('form.basics.contact.mobile', '缺少 手机')];
  const counts = { ...sample().counts, errors: 2 };
  const { bytes } = await writeSummary(sample({ findings, counts }), draft);
  const pages = await pageTexts(bytes);
  for (const page of pages) expect(page).toContain('草稿 第');
  const [first = ''] = pages.map((page) => page.replace(/\s/g, ''));
  expect(first).toContain('错误2项，改正前不能生成正式材料');
  expect(first).toContain('1不符合：校验位不符手册2.3.2dossier.yaml:16:3');
  expect(first).toContain('当前状态草稿');
  expect(first).toContain('91320115MADEM0011B1所属国民经济行业');
  expect(first).toContain('139000000262');
});

test('a draft lists every error', async () => {
  const findings = Array.from({ length: 11 }, (_, index) => faulty(`form.basics.x${index}`, `问题${index}`));
  const { bytes } = await writeSummary(sample({ findings }), draft);
  const text = (await pageTexts(bytes)).join('').replace(/\s/g, '');
  for (const { at } of findings) expect(text).toContain(`问题${at.path?.slice('form.basics.x'.length)}手册`);
});

test('a waived error is no error, and stands in appendix five', async () => {
  const waived = { reason: '已另行说明', by: '张某', until: '2021-08-31' };
  const finding = { ...faulty('form.basics.uscc', '某问题'), waived };
  const { bytes } = await writeSummary(sample({ findings: [finding] }), final);
  const last = (await pageTexts(bytes)).at(-1) ?? '';
  expect(last).toContain('附五　豁免与确认');
  expect(last).toContain('已另行说明');
  // An office reads what was wrong; the code is for programs.
  expect(last).not.toContain(finding.code);
});

test('blocks without content are left out', async () => {
  const empty = sample({ metrics: [], criteria: [], checklist: [], inventory: { slots: [], rows: [] } });
  const { bytes } = await writeSummary(empty, final);
  const words = (await pageTexts(bytes)).join('');
  for (const title of ['附一', '附二', '附三', '附五']) expect(words).not.toContain(title);
});

test('a form that is not settled lists on its first page what is open, a final one has no such list', async () => {
  const assessment = sample();
  const criteria = assessment.criteria.map((one, at) =>
    at === 0 ? { ...one, binding: true, decision: { is: 'undecided' as const, needs: ['revenue.2020'] } } : one,
  );
  const title = criteria[0]?.title.replace(/\s/g, '') ?? '';
  const firstOf = async (options: Parameters<typeof writeSummary>[1]): Promise<string> => {
    const { bytes } = await writeSummary({ ...assessment, criteria }, options);
    return (await pageTexts(bytes))[0]?.replace(/\s/g, '') ?? '';
  };
  const open = await firstOf({ ...final, stamp: 'unsettled' });
  expect(open).toMatch(/待核实\d+项，核实前不作为正式材料/);
  expect(open.split(/待核实\d+项，/)[1]).toContain(title);
  expect(await firstOf(final)).not.toContain('核实前不作为正式材料');
});
