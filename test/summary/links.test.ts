// The index of claims: what it prints, and links that lead from entry to index and back.
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFPage } from 'pdf-lib';
import { expect, test } from 'vitest';
import { pageTexts } from '../../src/files/pdf/library.ts';
import { targetsOf } from '../../src/summary/links.ts';
import { lay, writeSummary } from '../../src/summary/write.ts';
import { final } from './faces.ts';
import { claims, sample } from './sample.ts';

const assessment = sample({ claims: claims() });

/** The links of a document: on which page they stand, and to which they lead. */
async function linksIn(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages();
  const linksOf = (page: PDFPage): PDFDict[] => {
    const all = page.node.Annots();
    return all === undefined ? [] : Array.from({ length: all.size() }, (_, index) => all.lookup(index, PDFDict));
  };
  return pages.flatMap((page, from) =>
    linksOf(page).map((link) => {
      const dest = link.lookup(PDFName.of('Dest'), PDFArray);
      const to = pages.findIndex((each) => each.ref === dest.get(0));
      const rect = link.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
      return { from, to, top: dest.lookup(3, PDFNumber).asNumber(), rect };
    }),
  );
}

test('every claim stands with value, attachment, file and pages', async () => {
  const { bytes } = await writeSummary(assessment, final);
  const words = (await pageTexts(bytes)).join('').replace(/\s/g, '');
  expect(words).toContain('附三之二佐证索引');
  expect(words).toContain('1营业收入20208,600.00万元32020审计报告.pdf3-5');
  expect(words).toContain('2上年末资产总额—9,800.00万元32020审计报告.pdf7');
  expect(words).toContain('低回程间隙行星减速器附证1-2专利证书-02.pdf—');
  expect(words).toContain('4专精特新产品2019行星减速器—称号.pdf1');
});

test('without claims there is no heading and no link', async () => {
  const { bytes } = await writeSummary(sample(), final);
  expect((await pageTexts(bytes)).join('')).not.toContain('佐证索引');
  expect(await linksIn(bytes)).toEqual([]);
});

test('entries lead to the form and to the files, files lead back to the first claim on them', async () => {
  const { pages } = lay(assessment, final);
  const targets = targetsOf(pages);
  const found = pages.flatMap((page, from) =>
    page.links.flatMap(({ to }) => (targets.has(to) ? [{ from, to, page: targets.get(to)?.page }] : [])),
  );
  const pageOf = (words: string): number => pages.findIndex((page) => page.texts().some(({ text }) => text === words));
  const [list, index, form] = [pageOf('2018审计报告.pdf'), pageOf('附三之二　佐证索引'), pageOf('1、营业收入(万元)')];
  const file = 'file 附件/2020审计报告.pdf';
  expect(found).toContainEqual({ from: index, to: 'field 营业收入', page: form });
  expect(found.filter(({ to }) => to === file)).toEqual(Array(4).fill({ from: index, to: file, page: list }));
  expect(found).toContainEqual({ from: list, to: 'claim 附件/2020审计报告.pdf', page: index });
  expect(found).toContainEqual({ from: pageOf('专利证书-02.pdf'), to: 'claim 附件/专利证书-02.pdf', page: index });
  // What the document does not show has no link.
  expect(found.some(({ to }) => to.includes('称号'))).toBe(false);
});

test('the finished document has these links, each inside its page', async () => {
  const { pages } = lay(assessment, final);
  const targets = targetsOf(pages);
  const laid = pages.flatMap((page, from) =>
    page.links.flatMap(({ to }) => (targets.has(to) ? [{ from, to: targets.get(to)?.page }] : [])),
  );
  const { bytes } = await writeSummary(assessment, final);
  const found = await linksIn(bytes);
  expect(found.map(({ from, to }) => ({ from, to }))).toEqual(laid);
  for (const { rect, top } of found) {
    expect(rect.x).toBeGreaterThan(60);
    expect(rect.x + rect.width).toBeLessThan(560);
    expect(rect.height).toBeGreaterThan(10);
    expect(top).toBeGreaterThan(60);
    expect(top).toBeLessThan(842);
  }
});

test('pages are numbered for a reader as at their feet', async () => {
  const { bytes } = await writeSummary(sample(), final);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const labels = document.catalog.lookup(PDFName.of('PageLabels'), PDFDict);
  expect(labels.toString().replace(/\s+/g, ' ')).toBe('<< /Nums [ 0 << /S /D /St 1 >> ] >>');
});
