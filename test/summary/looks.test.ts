// Small things that a reader sees: links are underlined, names stay whole, notes do not stand alone, the footer is not cut.
import { expect, test } from 'vitest';
import { Flow } from '../../src/summary/flow.ts';
import { DISC, numberDisc } from '../../src/summary/marks.ts';
import { anywhere } from '../../src/summary/text.ts';
import { COLOR, LINE } from '../../src/summary/tokens.ts';
import { lay } from '../../src/summary/write.ts';
import { final, fonts } from './faces.ts';
import { largeOf, readyOf } from './large.ts';
import { checklist, claims, sample } from './sample.ts';

test('links that lead somewhere are underlined, and nothing else is', () => {
  const underlined = (pages: ReturnType<typeof lay>['pages']): number =>
    pages.flatMap(({ shapes }) => shapes).filter(({ pen }) => pen?.width === LINE.link && pen.color === COLOR.accent)
      .length;
  const { pages } = lay(sample({ claims: claims() }), final);
  const page = pages.findIndex((each) => each.texts().some(({ text }) => text === '附三之二　佐证索引'));
  expect(underlined(pages.slice(page, page + 1))).toBeGreaterThanOrEqual(8);
  expect(underlined(lay(sample(), final).pages)).toBe(0);
});

test('a file name is broken anywhere but in its extension and before marks', () => {
  const parts = (name: string): string[] => {
    const free = anywhere([...name]);
    return [...name]
      .map((letter, index) => (free[index] ? `|${letter}` : letter))
      .join('')
      .split('|')
      .slice(1);
  };
  expect(parts('明细.xlsx')).toEqual(['明', '细', '.xlsx']);
  expect(parts('第1.2版')).toEqual(['第', '1.', '2', '版']);
});

test('who attested stands with the name whole', () => {
  const by = '示例行业协会 欧阳修远';
  const signed = checklist().map((item) => ({ ...item, attested: { by, on: '2021-08-15', files: [] } }));
  const texts = lay(sample({ checklist: signed }), final).pages.flatMap((page) => page.texts());
  expect(texts.filter(({ text }) => text === '欧阳修远' || text === by).length).toBeGreaterThanOrEqual(signed.length);
});

test('what the bars mean never stands alone on a page', async () => {
  for (const form of ['jiangsu-2021-giant-innovation', 'jiangsu-2021-product'] as const) {
    const ready = await readyOf(form);
    for (const assessment of [ready, largeOf(ready)]) {
      const page = lay(assessment, final).pages.find((each) =>
        each.texts().some(({ text }) => text.startsWith('实心柱：')),
      );
      expect(page?.texts().some(({ text }) => text === '依据')).toBe(true);
    }
  }
});

test('a title that takes two lines breaks before what stands in brackets, and amounts of a table are grouped', async () => {
  const texts = lay(await readyOf('national-2027-little-giant', 'expected'), final).pages.flatMap((page) =>
    page.texts().map(({ text }) => text),
  );
  expect(texts).toContain('国家级专精特新“小巨人”企业');
  expect(texts.filter((text) => /^\d{4,}\.\d+$/.test(text))).toEqual([]);
});

test('the white digits of a number stay on its disc', () => {
  const { page } = new Flow(fonts);
  for (const number of [8, 88, 888, 8888]) numberDisc(page, 100, 100, number);
  expect(page.texts().map(({ text }) => text)).toEqual(['8', '88', '888', '8888']);
  for (const { width } of page.texts()) expect(width).toBeLessThan(DISC - 0.2);
});
