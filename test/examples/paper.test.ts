// The paper set of every form that is shipped: soundly laid out, margins that mirror, parts on odd pages, numbers that are right.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment.ts';
import { layPaper, type PaperPart, writePaper } from '../../src/summary/paper/paper.ts';
import { PAGE } from '../../src/summary/tokens.ts';
import { draft, final } from '../summary/faces.ts';
import { expectReadable, expectSound, idsOf, idsOn, smallFigures, wrongBreaks } from '../summary/geometry.ts';
import { largeOf, readyOf } from '../summary/large.ts';
import { elementsOf, listen, textOf } from '../summary/listened.ts';
import { sample } from '../summary/sample.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const forms = readdirSync(examples).flatMap((name) =>
  ['ready', 'expected'].flatMap((variant) =>
    existsSync(resolve(examples, name, variant, 'dossier.yaml')) ? [[name, variant] as const] : [],
  ),
);

const partsOf = ({ inventory }: Assessment): PaperPart[] =>
  inventory.slots.map(({ order, label, files }) => ({
    name: `附件 ${order}`,
    label,
    files: files.map(({ name, traits }) =>
      traits.pages === undefined ? { name, pages: 0, apart: '另附（不是 PDF 或图片）' } : { name, pages: traits.pages },
    ),
  }));

const both = { ...final, singleSided: false };
const single = { ...final, singleSided: true };

/** Texts of a page in a row, as they are read. */
const linesOf = (page: ReturnType<typeof layPaper>['pages'][number]): string =>
  page
    .texts()
    .map(({ text }) => text)
    .join('');

describe.each(forms)('%s/%s', async (form, variant) => {
  const ready = await readyOf(form, variant);
  const parts = partsOf(ready);
  const laying = layPaper(ready, both, parts);

  test('is laid out soundly, as a draft and on one side too', () => {
    expectSound(laying.pages);
    expectSound(layPaper(ready, { ...draft, singleSided: false }, parts).pages);
    const one = layPaper(ready, single, parts);
    expectSound(one.pages);
    for (const page of one.pages) expect(page.shifted).toBe(0);
  });

  test('keeps what stands in brackets on one line of its cover and of its dividers', () => {
    const [cover, ...others] = laying.pages;
    const dividers = others.filter((page) => page.body[0] !== undefined && /^附件 \d+$/.test(page.body[0].text));
    const parted = [cover, ...dividers].flatMap((page) => {
      const lines = new Map<number, string>();
      for (const { text, baseline } of page?.texts() ?? []) lines.set(baseline, (lines.get(baseline) ?? '') + text);
      expect(lines.size).toBeGreaterThan(4);
      // What a line has no room for is broken where it must be.
      return [...lines.values()].filter(
        (line) => line.split('(').length !== line.split(')').length && line.length < 20,
      );
    });
    expect(dividers).toHaveLength(parts.filter(({ files }) => files.length > 0).length);
    expect(parted).toEqual([]);
  });

  test('mirrors its margins, 24 inside and 16 outside, and numbers its pages outside', () => {
    laying.pages.forEach((page, index) => {
      expect(PAGE.left + page.shifted).toBe(index % 2 === 0 ? 24 : 16);
      const number = page.footer.find(({ text }) => text.startsWith('第 '));
      if (number === undefined) return;
      expect(number.text).toBe(`第 ${index + 1} 页　共 ${laying.pages.length} 页`);
      expect(number.x + number.width > PAGE.left + PAGE.body / 2).toBe(index % 2 === 0);
    });
  });

  test('begins every part on an odd page, and the contents name the pages where they are', () => {
    const contents = laying.pages.slice(2, 6).map(linesOf).join('');
    for (const { title, level, page } of laying.bookmarks) {
      if (level === 2) continue;
      const isPart = /^(?:封面|目录|真实性声明|推荐意见|十、初核推荐|附件 )/.test(title);
      if (isPart) expect(page % 2, title).toBe(0);
      if (isPart && !/^(?:封面|目录)/.test(title)) expect(contents).toContain(`${title}${page + 1}`);
    }
  });

  test('breaks no line at a wrong place, leaves no page nearly empty, and has no id of ours', () => {
    for (const { pages, bookmarks } of [laying, layPaper(ready, { ...draft, singleSided: true }, parts)]) {
      // The last page before the next part begins; the page between may be empty.
      const starts = [...bookmarks.filter(({ level }) => level === 1).map(({ page }) => page), pages.length];
      const lastOf = (start: number): number => {
        for (let page = start - 1; page > 0; page--) if ((pages[page]?.body.length ?? 0) > 0) return page;
        return 0;
      };
      expectReadable(pages, new Set([0, ...starts.map(lastOf)]));
      expect(idsOn(pages, idsOf(ready))).toEqual([]);
      expect(smallFigures(pages, ready)).toEqual([]);
    }
  });
});

test('many files and long names fit, and every file has its line', async () => {
  const ready = largeOf(await readyOf('jiangsu-2021-product'));
  const name = '很长的文件名称'.repeat(12);
  const parts = [
    ...partsOf(ready),
    {
      name: '附件 99',
      label: '企业主营产品市场占有率证明材料（由省级及以上机构提供）'.repeat(2),
      files: Array.from({ length: 70 }, (_, index) => ({ name: `${name}${index}.pdf`, pages: 1 + (index % 3) })),
    },
  ];
  const laying = layPaper(ready, both, parts);
  expectSound(laying.pages);
  expect(wrongBreaks(laying.pages)).toEqual([]);
  expect(laying.files.filter((at) => at !== undefined).length).toBe(
    parts.flatMap(({ files }) => files.filter((file) => !('apart' in file))).length,
  );
});

test('what a source prints is used, and only that: the little giant of 2023 has its cover and its tenth item', async () => {
  const [front, note] = layPaper(await readyOf('national-2023-little-giant'), both, []).pages.map(linesOf);
  expect(front).toContain('专精特新“小巨人”企业申请书企业名称(盖章)');
  expect(front).toContain('推荐单位(盖章)推荐时间年　　月　　日');
  expect(note).toContain('名称依“申请书”（封面和第十项）');
  const provincial = layPaper(await readyOf('national-2022-srdi-sme'), both, []);
  expect(linesOf(provincial.pages[0] as never)).not.toContain('推荐');
  expect(provincial.bookmarks.map(({ title }) => title)).not.toContain('推荐意见');
});

test('a seal of 50 mm has its place beside the declaration and in the recommendation', async () => {
  const { pages, bookmarks } = layPaper(await readyOf('jiangsu-2021-product'), both, []);
  for (const heading of ['真实性声明', '推荐意见']) {
    const { shapes } = pages[bookmarks.find(({ title }) => title === heading)?.page ?? 0] ?? { shapes: [] };
    const sides = shapes
      .filter(({ pen }) => pen?.dash !== undefined)
      .map(({ path }) => path.flatMap((step) => (step.to === 'close' || step.to === 'curve' ? [] : [step.x])));
    expect(Math.max(...sides.map((xs) => Math.max(...xs) - Math.min(...xs)))).toBeGreaterThanOrEqual(50);
  }
});

test('without attachments it is made to the rules of PDF/A-2u, tagged from cover to cover', async () => {
  const nothing = { at: new Map(), finish: () => {} };
  const { bytes, laying } = await writePaper(sample(), both, [], () => nothing);
  const { root, pages, document } = await listen(bytes);
  expect(String(document.catalog.lookup((await import('pdf-lib')).PDFName.of('Metadata')))).toContain('<pdfaid:part>2');
  const said = laying.pages.flatMap((page) => page.body.filter(({ of }) => of !== undefined)).map(({ text }) => text);
  expect(textOf(root)).toBe(said.join(''));
  for (const { texts, taken } of pages) expect([...taken].sort((a, b) => a - b)).toEqual([...texts.keys()]);
  expect(elementsOf(root).filter(({ role }) => role === 'TOCI').length).toBeGreaterThan(4);
});
