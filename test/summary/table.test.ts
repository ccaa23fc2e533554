// Tables over page breaks.
import { expect, test } from 'vitest';
import { text } from '../../src/summary/content.ts';
import { Flow } from '../../src/summary/flow.ts';
import type { Group, Part, Table } from '../../src/summary/table.ts';
import { beginning, placeTable } from '../../src/summary/table-break.ts';
import { PAGE, TYPE } from '../../src/summary/tokens.ts';
import { fonts } from './faces.ts';

const ROW = 10;
const row = (name: string, keep = false) => ({ least: ROW, keep, cells: [{ content: text(name, TYPE.label) }] });
const rows = (count: number): Group[] =>
  Array.from({ length: count }, (_, index) => ({ rows: [row(`行${index + 1}`)] }));
const head = ({ first, from, to, total }: Part) => [row(first ? '表' : `表（续表）${from}—${to}/${total}`)];
const table = (groups: Group[], more: Partial<Table> = {}): Table => ({
  columns: [PAGE.body],
  pad: { x: 1, y: 1 },
  groups,
  ...more,
});

/** Places a table with `room` mm left on the first page; the texts of each page. */
function placed(spec: Table, room: number): string[][] {
  const flow = new Flow(fonts);
  flow.y = PAGE.bottom - room;
  placeTable(flow, spec);
  return flow.pages.map((page) => page.texts().map((drawn) => drawn.text));
}

test('what fits stays on one page', () => {
  expect(placed(table(rows(5)), 50)).toEqual([['行1', '行2', '行3', '行4', '行5']]);
});

test('a part says that it goes on, and the next repeats the heads with the rows it holds', () => {
  expect(placed(table(rows(8), { heads: head }), 58)).toEqual([
    ['表', '行1', '行2', '行3', '行4', '（接下页）'],
    ['表（续表）5—8/8', '行5', '行6', '行7', '行8'],
  ]);
});

test('at least two rows stand on each side', () => {
  expect(placed(table(rows(5)), 48).map((page) => page.length)).toEqual([4, 2]);
  expect(placed(table(rows(5)), 18)).toEqual([[], ['行1', '行2', '行3', '行4', '行5']]);
});

test('a section row is never the last of a page', () => {
  const groups = [...rows(3), { rows: [row('节', true)] }, ...rows(3)];
  expect(placed(table(groups), 48)[0]).toEqual(['行1', '行2', '行3', '（接下页）']);
});

const group = (name: string, count: number): Group => ({
  lead: (again) => [{ content: text(again ? `${name}（续）` : name, TYPE.label) }],
  rows: Array.from({ length: count }, (_, index) => row(`${name}${index + 1}`)),
});

test('up to five files stay together', () => {
  const spec = table([...rows(3), group('组', 5)], { columns: [40, 130] });
  expect(placed(spec, 70)[0]).toEqual(['行1', '行2', '行3', '（接下页）']);
});

test('a longer group is parted and names itself again', () => {
  const spec = table([group('组', 30)], { columns: [40, 130] });
  const pages = placed(spec, 66);
  expect(pages[0]).toEqual(['组', '组1', '组2', '组3', '组4', '组5', '组6', '（接下页）']);
  expect(pages[1]?.slice(0, 2)).toEqual(['组（续）', '组7']);
  expect(pages.flat().filter((words) => /^组\d/.test(words))).toHaveLength(30);
});

test('the rows of a group of many pages are laid once', () => {
  let times = 0;
  const counted = (name: string) => {
    const plain = text(name, TYPE.label);
    const content: typeof plain = (...given) => {
      times += 1;
      return plain(...given);
    };
    return { least: ROW, cells: [{ content }] };
  };
  const long = { ...group('组', 0), rows: Array.from({ length: 300 }, (_, at) => counted(`行${at}`)) };
  expect(placed(table([long], { columns: [40, 130] }), 100).length).toBeGreaterThan(10);
  expect(times).toBe(300);
});

test('a row higher than a page is parted between lines, and no line is lost', () => {
  const words = Array.from({ length: 120 }, (_, index) => `第${index}行`).join('\n');
  const spec = table([{ rows: [{ least: ROW, cells: [{ content: text(words, TYPE.value) }] }] }]);
  const pages = placed(spec, 200);
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.flat().filter((drawn) => drawn.startsWith('第'))).toEqual(words.split('\n'));
});

test('the rest of a row that was split has the number of its row once more', () => {
  const long = Array.from({ length: 60 }, (_, at) => `第${at + 1}句。`).join('');
  const spec = table(
    [{ rows: [{ least: ROW, cells: [{ content: text('10', TYPE.label) }, { content: text(long, TYPE.label) }] }] }],
    { columns: [10, 12] },
  );
  const pages = placed(spec, 100);
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page).toContain('10');
});

test('a table says how much room it needs to begin', () => {
  const flow = new Flow(fonts);
  // Two rows and what says that it goes on; all of it where one more would stand alone.
  expect(beginning(flow, table(rows(8)))).toBe(2 * ROW + 6);
  expect(beginning(flow, table(rows(3)))).toBe(3 * ROW);
  expect(beginning(flow, table([{ rows: [row('节', true), row('行')] }, ...rows(4)], { heads: head }))).toBe(
    3 * ROW + 6,
  );
});
