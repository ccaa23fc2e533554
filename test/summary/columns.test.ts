// Codes and dates keep their line in a table of many columns; the widths fill the page.
import { expect, it } from 'vitest';
import { columnWidths } from '../../src/summary/blocks/sub-table.ts';
import { widthOf } from '../../src/summary/fonts.ts';
import { DISC, DISC_GAP } from '../../src/summary/marks.ts';
import { PAGE, TYPE } from '../../src/summary/tokens.ts';
import { fonts } from './faces.ts';

const at = { file: 'dossier.yaml', path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
const columns = [
  { id: 'name', label: '名称', type: 'text' },
  { id: 'kind', label: '类别', type: 'choice' },
  { id: 'number', label: '授权号或登记号', type: 'text' },
  { id: 'until', label: '有效期至', type: 'date' },
  { id: 'owned', label: '本企业为权利人', type: 'yes_no' },
  { id: 'applied', label: '与主导产品相关并已应用、有效益', type: 'yes_no' },
  { id: 'obtained', label: '取得方式', type: 'choice' },
  { id: 'file', label: '证书', type: 'file' },
] as const;
const cells = {
  name: '一种行星减速器齿轮磨削方法及其专用的在线检测装置',
  kind: '发明专利',
  number: 'ZL201819900016.3',
  until: '2038-03-11',
  owned: '是',
  applied: '是',
  obtained: '自主研发',
};

it('never narrows a code below its own width', () => {
  const table = {
    kind: 'table',
    id: 'ip',
    title: 'Ⅰ类知识产权',
    columns,
    rows: [{ number: 1, cells, at }],
    at,
  } as const;
  const [, ...widths] = columnWidths(fonts, table);
  expect(widths[2]).toBeGreaterThan(widthOf(fonts, cells.number, TYPE.tableCode));
  expect(widths[3]).toBeGreaterThan(widthOf(fonts, cells.until, TYPE.tableCode));
  const total = widths.reduce((sum, width) => sum + width, 0);
  expect(total).toBeCloseTo(PAGE.body - 9, 6);
});

it('leaves room for the numbers of errors beside a code, a date and a choice', () => {
  const three = columns.filter(({ id }) => ['name', 'number', 'until', 'kind'].includes(id));
  const table = {
    kind: 'table',
    id: 'ip',
    title: '专利',
    columns: three,
    rows: [{ number: 1, cells, at }],
    at,
  } as const;
  const [, , kind = 0, number = 0, until = 0] = columnWidths(fonts, table, [0, 1, 2, 1]);
  const beside = DISC + DISC_GAP;
  const room = (value: string): number => widthOf(fonts, value, TYPE.tableCode) + 3.2;
  expect(kind).toBeGreaterThanOrEqual(room(cells.kind) + beside);
  expect(number).toBeGreaterThanOrEqual(room(cells.number) + 2 * beside);
  expect(until).toBeGreaterThanOrEqual(room(cells.until) + beside);
});
