// One enterprise through the years 2021 to 2027: what is open to it then, and which of its titles falls due when.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { match } from '../../../src/advise/match/match.ts';
import { rootFinder } from '../../../src/batch/config.ts';
import { readDossier } from '../../../src/batch/find.ts';
import { openCatalog } from '../../../src/category/catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'zjtx-story-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const catalog = await openCatalog();

/** The enterprise of the story on a day, with the titles that it holds by then. */
async function on(asOf: string, titles: readonly string[]) {
  const figures = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year, index) => [
    year,
    6000 + 800 * index,
  ]);
  const yearly = (share: number): string =>
    `{${figures.flatMap(([year = 0, revenue = 0]) => (year < Number(asOf.slice(0, 4)) ? [`${year}: ${revenue * share}`] : [])).join(', ')}}`;
  const text = `enterprise: 江苏示例精密机械有限公司
as_of: ${asOf}
facts:
  region: [江苏省, 南京市, 江宁区]
  founded: 2012-03-18
  segment_years: ${Number(asOf.slice(0, 4)) - 2013}
  revenue: ${yearly(1)}
  main_revenue: ${yearly(0.95)}
  rd_expense: ${yearly(0.1)}
titles: [${titles.join(', ')}]
`;
  writeFileSync(join(folder, 'dossier.yaml'), text);
  const dossier = await readDossier({ folder, shown: '.', file: 'dossier.yaml' }, rootFinder());
  const { matched } = await match(dossier, { catalog, today: asOf });
  return {
    categories: new Map(matched.categories.map((one) => [one.id, one])),
    nearest: matched.nearest,
    due: (matched.due ?? []).map(({ year, review }) => [year, review?.id]),
  };
}

const provincial = '{kind: 专精特新中小企业, level: 省级, granted_on: 2022-12-20}';
const giant = '{kind: 专精特新“小巨人”企业, level: 国家级, granted_on: 2024-09-02}';

const decided = (category: { criteria: readonly { id: string; is: string }[] } | undefined, id: string) =>
  category?.criteria.find((criterion) => criterion.id === id)?.is;

it('is told truly, year by year', async () => {
  // 2021: the scheme of the province, no title yet.
  const first = await on('2021-08-16', []);
  expect([...first.categories.keys()].filter((id) => id.startsWith('jiangsu/2021'))).toContain('jiangsu/2021/product');
  expect([...first.categories.keys()].some((id) => id.startsWith('national/2026'))).toBe(false);
  expect(first.due).toEqual([]);
  // 2022: the ladder of 63号 begins; it becomes 专精特新中小企业 for three years.
  const second = await on('2022-12-21', [provincial]);
  expect(second.due).toEqual([[2025, undefined]]);
  // 2023: the title of the province is there, that of the nation is not.
  const third = await on('2023-04-20', [provincial]);
  expect([...third.categories.keys()]).toContain('national/2023/little-giant');
  // 2024: no edition of that year is known: those of the nearest years are weighed, and it is said.
  const fourth = await on('2024-05-10', [provincial]);
  expect(fourth.nearest?.year).toBe(2024);
  // 2025: the title of the province holds for the last year, and falls due with it; that of the nation holds until 2027.
  const between = await on('2025-05-10', [provincial, giant]);
  expect(between.due).toEqual([
    [2025, undefined],
    [2027, 'national/2027/review'],
  ]);
  const seventh = between.categories.get('national/2025/little-giant');
  expect(decided(seventh, 'provincial-title')).toBe('met');
  expect(decided(seventh, 'lg8-revenue')).toBe('met');
  expect([...between.categories.keys()].some((id) => id.startsWith('national/2026'))).toBe(false);
  // 2026: the title of 2022 has ended in 2025, the one of the nation holds until 2027; its review is that of 2027.
  const fifth = await on('2026-05-08', [provincial, giant]);
  expect(fifth.due).toEqual([
    [2025, undefined],
    [2027, 'national/2027/review'],
  ]);
  expect(decided(fifth.categories.get('national/2026/little-giant'), 'provincial-title')).toBe('not met');
  expect(decided(fifth.categories.get('national/2026/review'), 'reviewed-title')).toBe('not met');
  // 2027: it is due, by what is expected of that year.
  const sixth = await on('2027-05-10', [provincial, giant]);
  const review = sixth.categories.get('national/2027/review');
  expect(decided(review, 'reviewed-title')).toBe('met');
  expect(review?.criteria.some(({ id }) => id === 'revenue-growth')).toBe(false);
  expect(decided(sixth.categories.get('national/2027/little-giant'), 'revenue-growth')).toBe('met');
  // A title of 2023 was due in 2026, by the last round of 63号.
  const other = await on('2026-05-08', ['{kind: 专精特新“小巨人”企业, level: 国家级, granted_on: 2023-07-14}']);
  expect(other.due).toEqual([[2026, 'national/2026/review']]);
  expect(decided(other.categories.get('national/2026/review'), 'reviewed-title')).toBe('met');
});

it('says nothing of titles that the dossier does not state, and leaves out an end that is only usual', async () => {
  expect((await on('2021-08-16', ['{kind: 专精特新产品, level: 省级, year: 2018}'])).due).toEqual([]);
  expect((await on('2021-08-16', ['{kind: 专精特新产品, level: 省级, valid_until: 2021-11-30}'])).due).toEqual([
    [2021, undefined],
  ]);
});
