// The points of a scorecard in the summary: every item once with its points and clause, over pages, nothing where there is none.
import { expect, test } from 'vitest';
import type { ScorecardResult } from '../../src/assessment.ts';
import { lay } from '../../src/summary/write.ts';
import { final } from './faces.ts';
import { expectSound } from './geometry.ts';
import { cite, sample } from './sample.ts';

const card = (count: number): ScorecardResult => ({
  label: '评价指标',
  max: 100,
  pass: 60,
  points: { least: 61, most: 70 },
  groups: [
    { id: 'a', label: '专业化', max: 50, pass: 20, points: { least: 30, most: 30 } },
    { id: 'b', label: '创新能力', max: 50, points: { least: 31, most: 40 } },
  ],
  items: Array.from({ length: count }, (_, index) => ({
    id: `item-${index}`,
    group: index % 2 === 0 ? 'a' : 'b',
    label: `第${index}项指标`,
    max: 10,
    points: index === 1 ? { least: 0, most: 9 } : { least: 7, most: 7 },
    ...(index === 1 ? {} : { shown: `8,000 ÷ 10,000 × 100 = 80 ≥ ${index}` }),
    needs: index === 1 ? ['revenue.2020'] : [],
    cite: [cite('63号', `评价指标 ${index}`, 'copy')],
  })),
  cite: [cite('63号', '附件2', 'copy')],
});
const pagesOf = (scorecard?: ScorecardResult) => lay(sample(scorecard === undefined ? {} : { scorecard }), final).pages;
const textsOf = (scorecard?: ScorecardResult): string[] =>
  pagesOf(scorecard).flatMap((page) => page.texts().map(({ text }) => text));

test('each item stands once with its points, a range while a fact is missing', () => {
  const texts = textsOf(card(6));
  expect(texts).toContain('附一之二　评分');
  expect(texts).toContain('评价指标：61–70 分（满分 100，合格 60）');
  expect(texts).toContain('专业化　30 分（满分 50，不低于 20）');
  expect(texts).toContain('创新能力　31–40 分（满分 50）');
  for (let index = 0; index < 6; index += 1)
    expect(texts.filter((text) => text === `第${index}项指标`)).toHaveLength(1);
  expect(texts).toContain('0–9');
  expect(texts.some((text) => text.startsWith('缺：'))).toBe(true);
});

test('a long one goes over pages and says so', () => {
  const pages = pagesOf(card(80));
  expectSound(pages);
  const texts = pages.flatMap((page) => page.texts().map(({ text }) => text));
  for (let index = 0; index < 80; index += 1)
    expect(texts.filter((text) => text === `第${index}项指标`)).toHaveLength(1);
  expect(texts).toContain('附一之二　评分（续）');
});

test('a category without one has no such part', () => {
  expect(textsOf().some((text) => text.includes('附一之二'))).toBe(false);
});
