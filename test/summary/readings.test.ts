// Readings in the summary: a criterion says under which it is met, a metric shows its figure under each.
import { expect, test } from 'vitest';
import { lay } from '../../src/summary/write.ts';
import { final } from './faces.ts';
import { expectSound } from './geometry.ts';
import { cite, criteria, metrics, sample } from './sample.ts';

const { pages } = lay(
  sample({
    metrics: metrics(),
    criteria: [
      ...criteria(),
      {
        id: 'rd',
        title: '研发投入三千万元以上',
        severity: 'warning',
        binding: false,
        decision: { is: 'met', shown: '3,000 ≥ 3000' },
        readings: [
          { label: '合计', decision: { is: 'met', shown: '3,000 ≥ 3000' } },
          { label: '每年', decision: { is: 'not met', shown: '1,400 < 3000' } },
        ],
        cite: [cite('63号', '附件3', 'copy')],
      },
    ],
  }),
  final,
);
const text = pages.flatMap((page) => page.texts().map((one) => one.text)).join('');

test('a criterion says under which readings it is met, with the figures of each, as a warning', () => {
  expectSound(pages);
  expect(text).toContain('仅按“合计”口径符合，按“每年”口径不符合');
  expect(text).toContain('合计：3,000 ≥ 3000；每年：1,400 < 3000');
  expect(text).toMatch(/研发投入三千万元以上.{0,3}警告/);
});

test('a metric shows its figure under each reading', () => {
  expect(text).toContain('口径');
  expect(text).toContain('平均 25.17%；复合 25.15%');
});
