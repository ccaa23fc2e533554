// The sheets of every category: names that spreadsheets take, each value once, dropdowns, formulas, the same bytes.
import { expect, it } from 'vitest';
import { openCatalog } from '../../../src/category/catalog.ts';
import { sheetsOf, workbookOf } from '../../../src/intake/sheet/book.ts';
import { addressesOf, firstLine, layoutOf, valueColumn } from '../../../src/intake/sheet/layout.ts';
import { type OutSheet, pagesOf, readWorkbook } from '../../../src/intake/sheet/workbook.ts';
import { catalog, category, readBack } from './books.ts';
import { example, mapOf } from './examples.ts';

const ids = (await (await openCatalog([])).list()).map(({ id }) => id);

it.each(ids)('%s has sheets that spreadsheets take, and asks for each value once', async (id) => {
  const opened = await (await catalog).open(id);
  const layout = layoutOf(opened);
  const names = sheetsOf(opened, '1.0.0').map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/u);
  const cells = [...addressesOf(layout).values()].map(({ sheet, row, column }) => `${sheet} ${row} ${column}`);
  expect(new Set(cells).size).toBe(cells.length);
  const asked = layout.sheets.flatMap((sheet) =>
    sheet.kind === 'grid'
      ? [sheet.path.join('.')]
      : sheet.lines.flatMap((line) => ('asked' in line ? [line.asked.path.join('.')] : [])),
  );
  expect(new Set(asked).size).toBe(asked.length);
  const hints = layout.sheets.flatMap((sheet) =>
    sheet.kind === 'lines' ? sheet.lines.flatMap((line) => ('hint' in line ? [line.hint] : [])) : [],
  );
  expect(hints.filter((hint) => /^；|；$|；；|undefined/.test(hint))).toEqual([]);
  // Every field that is to be filled in has its place.
  for (const section of opened.form.sections)
    for (const item of section.items) {
      if (item.kind === 'field' && item.shows !== undefined) continue;
      const path = `form.${section.id}.${item.id}`;
      expect(
        asked.some((one) => one === path || one.startsWith(`${path}.`)),
        path,
      ).toBe(true);
    }
});

it('offers places level by level, and of an industry the first two, each below the one before', async () => {
  const lines = layoutOf(await category()).sheets.flatMap((sheet) => (sheet.kind === 'grid' ? [] : sheet.lines));
  const levels = (id: string) =>
    lines.flatMap((line) =>
      'asked' in line && line.asked.path.join('.').startsWith(`form.basics.${id}`)
        ? [[line.asked.path.at(-1), line.asked.cascade?.level]]
        : [],
    );
  expect(levels('region')).toEqual([
    ['#0', 0],
    ['#1', 1],
    ['#2', 2],
  ]);
  expect(levels('industry')).toEqual([
    ['industry', undefined],
    ['#0', 0],
    ['#1', 1],
    ['#2', undefined],
    ['#3', undefined],
  ]);
});

it('asks whether there is anything only in tables that may be empty', async () => {
  const sheets = sheetsOf(await category(), '1.0.0');
  const asking = sheets.filter(({ rows }) => rows.some(([id]) => id?.value === '#state')).map(({ name }) => name);
  expect(asking).toContain('所持称号');
  const offered = sheets.filter(({ choices = [] }) => choices.some(({ range }) => range === 'C3'));
  expect(offered.map(({ name }) => name)).toEqual(asking);
});

it('shows a client what a client fills in: no id of ours, no sheet of ours, and which papers to collect', async () => {
  const opened = await category();
  const sheets = sheetsOf(opened, '1.0.0');
  const seen = sheets.filter(({ hidden }) => hidden !== true).map(({ name }) => name);
  for (const name of ['数字出处', '豁免', '人工确认', '其他内容', '平台显示的数', '字典'])
    expect(seen).not.toContain(name);
  const [cover] = sheets;
  const lines = (cover?.rows ?? []).flatMap((row, at) =>
    cover?.hiddenRows?.includes(at)
      ? []
      : [
          row
            .slice(1)
            .map((cell) => String(cell?.value ?? ''))
            .join(' '),
        ],
  );
  expect(lines.join('\n')).not.toMatch(/zjtx|jiangsu\//);
  for (const { label } of opened.slots) expect(lines.join('\n')).toContain(label);
  expect(lines.join('\n')).toContain('填好后发给');
});

it.each(ids)(
  '%s has one row of heads a sheet, asks no figure twice, and prints sheets of a page where they fit',
  async (id) => {
    const opened = await (await catalog).open(id);
    for (const sheet of sheetsOf(opened, '1.0.0').filter(({ hidden }) => hidden !== true)) {
      const texts = sheet.rows.flatMap((row) => row.flatMap((cell) => (cell?.value === '#heads' ? ['#heads'] : [])));
      expect(texts.length, sheet.name).toBeLessThanOrEqual(1);
      const labels = sheet.rows.flatMap((row) => (row[0]?.value === undefined ? [] : [String(row[1]?.value ?? '')]));
      expect(labels.filter((label) => label.includes('平台显示的数'))).toEqual([]);
      // No sheet of an empty workbook spills a few rows to a page of their own, and none is set too small to be read.
      const { across, down } = pagesOf(sheet);
      expect([sheet.name, across === 1 ? down : 1]).toEqual([sheet.name, 1]);
    }
  },
);

it('has a figure of one year below the head of that year, and none below another', async () => {
  const opened = await (await catalog).open('national/2026/little-giant');
  const layout = layoutOf(opened);
  const at = addressesOf(layout);
  const found = layout.sheets.find(({ name }) => name === '经营数据');
  expect(found?.kind === 'lines' && found.years.map(({ year }) => year)).toEqual([2023, 2024, 2025]);
  const first = at.get('form.figures.revenue.2023');
  expect(at.get('form.figures.assets_total')).toMatchObject({ column: (first?.column ?? 0) + 2 });
  const sheets = sheetsOf(opened, '1.0.0').map((sheet) => {
    if (sheet.name !== '经营数据') return sheet;
    const rows = sheet.rows.map((row) => {
      if (row[0]?.value !== 'form.figures.assets_total') return row;
      return row.map((cell, column) => (column === first?.column ? { look: 'answer' as const, value: 100 } : cell));
    });
    return { ...sheet, rows };
  });
  const { given, said } = await readBack(sheets);
  expect(given.form).toBeUndefined();
  expect(said).toEqual([expect.stringMatching(/^sheet-left 经营数据!D/)]);
});

it('shows figures and codes whole, and calls the figures of papers by their printed names', async () => {
  const { category: opened, text, root } = await example('jiangsu-2021-product/ready');
  const wide = mapOf(text.replace('product_sales: {2020: 6200.00}', 'product_sales: {2020: 12345678901.2345}'));
  const sheets = sheetsOf(opened, '1.0.0', wide);
  const facts = sheets.find(({ name }) => name === '表外情况');
  const at = facts?.rows.flatMap((row) =>
    row.flatMap((cell, column) => (cell?.value === 12345678901.2345 ? [column] : [])),
  );
  expect(at).toHaveLength(1);
  expect(facts?.widths[at?.[0] ?? 0]).toBeGreaterThan('12,345,678,901.2345'.length);
  const patents = sheets.find(({ rows }) => rows.flat().some((cell) => cell?.value === 'ZL201819900016.3'));
  const number = patents?.rows
    .flatMap((row) => row.findIndex((cell) => cell?.value === 'ZL201819900016.3'))
    .find((one) => one > 0);
  expect(patents?.widths[number ?? 0]).toBeGreaterThan('ZL201819900016.3'.length + 2);
  const files = sheets.find(({ name }) => name === '附件清单');
  const figures = files?.rows.flat().flatMap((cell) => (/=\d/.test(String(cell?.value)) ? [String(cell?.value)] : []));
  expect(figures?.some((one) => one.startsWith('主营业务收入.2018='))).toBe(true);
  expect(figures?.filter((one) => /[a-z]/.test(one))).toEqual([]);
  const { given } = await readBack(sheetsOf(opened, '1.0.0', root));
  expect(JSON.stringify(given.attachments)).toContain('"main_revenue":{"2018":');
});

it('shows what is read from a paper only where something was read', async () => {
  const { root, category: opened } = await example('national-2026-little-giant/ready');
  const hidden = (sheets: readonly OutSheet[]) =>
    sheets.find(({ name }) => name === '附件清单')?.hiddenColumns?.length ?? 0;
  expect(hidden(sheetsOf(opened, '1.0.0'))).toBe(8);
  expect(hidden(sheetsOf(opened, '1.0.0', root))).toBeLessThan(8);
});

it('leaves room for all that a dossier says in a section whose fields nobody knows', async () => {
  const opened = await (await catalog).open('jiangsu/2021/giant-innovation');
  const many = Array.from({ length: 15 }, (_, at) => `    栏目${at}: 内容${at}`);
  const root = mapOf(['format: 1', 'form:', '  innovation:', ...many].join('\n'));
  const shown = sheetsOf(opened, '1.0.0', root).flatMap(({ rows }) => rows.flat().map((cell) => String(cell?.value)));
  for (let at = 0; at < 15; at += 1) expect(shown).toContain(`内容${at}`);
});

it('writes the same bytes twice', async () => {
  const opened = await category();
  expect(Buffer.compare(await workbookOf(opened, '1.0.0'), await workbookOf(opened, '1.0.0'))).toBe(0);
});

it('writes what a value stands in where the layout says, with ids, notes and formulas', async () => {
  const opened = await category();
  const layout = layoutOf(opened);
  const book = await readWorkbook(await workbookOf(opened, '1.0.0'));
  if (typeof book === 'string') throw new Error(book);
  for (const [path, { sheet, row, column }] of addressesOf(layout)) {
    const found = book.sheets.find(({ name }) => name === sheet);
    const id = found?.at(row, 0)?.value;
    // Figures over years share the id of their line.
    expect([path, path.replace(/\.\d{4}$/, '')]).toContain(id);
    expect(column).toBeGreaterThanOrEqual(valueColumn);
  }
  const basics = sheetsOf(opened, '1.0.0').find(({ name }) => name === '企业基本情况');
  const line = basics?.rows.find((row) => row[1]?.value === '资产负债比(%)');
  expect(line?.[valueColumn]?.formula).toMatch(/^IF\(OR\(NOT\(ISNUMBER\('企业基本情况'!D\d+\)\)/);
  const postcode = basics?.rows.find((row) => row[0]?.value === 'form.basics.postcode');
  expect(postcode?.[valueColumn]).toMatchObject({ look: 'answer', note: expect.stringContaining('必填') });
  expect(basics?.choices?.find(({ range }) => range === `D${firstLine + 2}`)?.source).toMatch(
    /^'字典'!\$B\$1:\$B\$\d+$/,
  );
  expect(basics?.choices?.find(({ range }) => range === `D${firstLine + 3}`)?.source).toContain('OFFSET');
});
