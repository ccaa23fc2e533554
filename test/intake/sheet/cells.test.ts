// Cells as people leave them: what is read, what is told, and what is never guessed.
import { expect, it } from 'vitest';
import { cellName, type OutCell } from '../../../src/intake/sheet/workbook.ts';
import { wordsOf } from '../../../src/words/of-finding.ts';
import { answer, readBack, sheetsWith } from './books.ts';

const basics = (given: { form?: unknown }): Record<string, unknown> =>
  ((given.form ?? {}) as Record<string, Record<string, unknown>>).basics ?? {};

/** A cell of the sheet of basics, what is read of it, and the code that is told. */
const cases: readonly (readonly [string, string, OutCell, unknown, string | undefined])[] = [
  ['a figure with the places its cell shows', 'assets_total', answer(9800, '#,##0.00'), '9800.00', undefined],
  ['a figure that is a sum of floats', 'assets_total', answer(0.1 + 0.2, '0.00'), '0.30', undefined],
  [
    'a figure that holds more than it shows',
    'assets_total',
    answer(98.765432, '0.00'),
    '98.765432',
    'sheet-figure-places',
  ],
  ['a figure typed as text', 'assets_total', answer('12.50'), '12.50', undefined],
  ['a figure with separators', 'assets_total', answer('1,200.50'), '1200.50', 'sheet-value-read'],
  ['full-width digits', 'assets_total', answer('１２００．５'), '1200.5', 'sheet-value-read'],
  ['the unit that is asked for', 'assets_total', answer('8330万元'), '8330', 'sheet-value-read'],
  ['a unit that can be converted', 'assets_total', answer('1.2亿元'), '12000', 'sheet-value-read'],
  ['another unit', 'assets_total', answer('12台'), '12台', 'sheet-figure-unit'],
  ['a figure in words', 'assets_total', answer('约八千'), '约八千', 'sheet-figure-unreadable'],
  ['a decimal comma, or a group of digits', 'assets_total', answer('1,2'), '1,2', 'sheet-value-ambiguous'],
  ['a percentage by its format', 'debt_ratio', answer(0.3808, '0.00%'), '38.08', 'sheet-value-read'],
  ['a code as text', 'postcode', answer('010001'), '010001', undefined],
  ['a code as a number', 'postcode', answer(10001, '0'), '10001', 'sheet-identifier-number'],
  ['a whole code as a number', 'postcode', answer(211100, '0'), '211100', undefined],
  ['a code whose digits are gone', 'uscc', answer(913201151234567900, '0'), undefined, 'sheet-identifier-lost'],
  ['a day as text', 'founded', answer('2016-03-18'), '2016-03-18', undefined],
  ['a day as a day', 'founded', answer(42447, 'yyyy-mm-dd'), '2016-03-18', undefined],
  ['a day as a bare number', 'founded', answer(42447, '0'), '2016-03-18', 'sheet-value-read'],
  ['a day written otherwise', 'founded', answer('2016年3月18日'), '2016-03-18', 'sheet-value-read'],
  ['a day without signs', 'founded', answer('20160318'), '2016-03-18', 'sheet-value-read'],
  ['a day that may be two', 'founded', answer('03/04/2016'), '03/04/2016', 'sheet-value-ambiguous'],
  ['a tick', 'listed', answer('√'), '是', 'sheet-value-read'],
  ['a code in other widths', 'postcode', answer('２１１１００'), '211100', 'sheet-value-read'],
  ['a credit code in small letters', 'uscc', answer('91320115madem0011b'), '91320115MADEM0011B', 'sheet-value-read'],
  ['no day', 'founded', answer('去年三月'), '去年三月', 'sheet-date-unreadable'],
  [
    'several options with other signs',
    'chains',
    answer('工业机器人、高档数控机床'),
    ['工业机器人', '高档数控机床'],
    undefined,
  ],
  ['none of several', 'chains', answer('无'), [], undefined],
  ['text that looks like a formula', 'address', answer('=1+1'), '=1+1', undefined],
  [
    'what a formula came to',
    'assets_total',
    { look: 'answer', formula: '4900*2', value: 9800, format: '0' },
    '9800',
    undefined,
  ],
  ['a formula without a result', 'assets_total', { look: 'answer', formula: 'A1*2' }, undefined, 'sheet-formula-empty'],
  [
    'a formula that fails',
    'assets_total',
    { look: 'answer', formula: '#REF!*2', value: '#REF!' },
    undefined,
    'sheet-cell-fault',
  ],
];

it.each(cases)('%s', async (_, field, cell, expected, code) => {
  const { given, said, findings } = await readBack(await sheetsWith([{ id: `form.basics.${field}`, cell }]));
  expect(basics(given)[field]).toEqual(expected);
  expect(said.map((one) => one.split(' ')[0])).toEqual(code === undefined ? [] : [code]);
  for (const finding of findings) {
    const [, name = ''] = finding.at.path.split('!');
    expect(name).toBe(cellName(finding.at.line - 1, finding.at.column - 1));
    expect(finding.at.file).toBe('book.xlsx');
    const sheet = field === 'debt_ratio' ? '平台显示的数' : '企业基本情况';
    expect(wordsOf(finding, 'zh').message).toContain(`${sheet}!${name}`);
  }
});

it('reads what stands alone in its line beside where it belongs, and nothing of two', async () => {
  const [beside, farther] = [6, 7].map((column) => ({
    id: 'form.basics.postcode',
    column,
    cell: answer(`21110${column}`),
  }));
  if (beside === undefined || farther === undefined) throw new Error('no changes');
  expect(basics((await readBack(await sheetsWith([beside]))).given).postcode).toBe('211106');
  const two = await readBack(await sheetsWith([beside, farther]));
  expect(basics(two.given).postcode).toBeUndefined();
  expect(two.said).toEqual(['sheet-left 企业基本情况!G8:H8']);
});

it('takes a code for the industry and says that names beside it were not used', async () => {
  const changes = [
    { id: 'form.basics.industry', cell: answer('3453') },
    { id: 'form.basics.industry.#0', cell: answer('制造业') },
  ];
  const { given, said } = await readBack(await sheetsWith(changes));
  expect(basics(given).industry).toBe('3453');
  expect(said.map((one) => one.split(' ')[0])).toEqual(['sheet-two-answers']);
  expect(basics((await readBack(await sheetsWith(changes.slice(1)))).given).industry).toEqual(['制造业']);
});

it('knows a line by its label when its hidden id is gone, and tells of one that nobody knows', async () => {
  const sheets = await sheetsWith([{ id: 'form.basics.postcode', cell: answer('211100') }]);
  const at = sheets.findIndex(({ name }) => name === '企业基本情况');
  const sheet = sheets[at];
  if (sheet === undefined) throw new Error('no sheet');
  const own: OutCell[] = [answer(''), answer('邮政编马'), answer(''), answer('211101')];
  const rows = [...sheet.rows.map((row) => (row[0]?.value === '#heads' ? row : [undefined, ...row.slice(1)])), own];
  sheets[at] = { ...sheet, rows };
  const { given, said } = await readBack(sheets);
  expect(basics(given).postcode).toBe('211100');
  expect(said).toEqual([`sheet-left 企业基本情况!B${rows.length}:D${rows.length}`]);
});

it('tells of sheets that are not there, and of sheets that nobody asked for', async () => {
  const sheets = (await sheetsWith([])).filter(({ name }) => name !== '附件清单');
  const own = { name: '附件清单2', rows: [[answer('x')]], widths: [10] };
  const { said, findings } = await readBack([...sheets, own]);
  expect(said).toEqual(['sheet-unknown 附件清单2!A1', 'sheet-missing 填写说明!A1']);
  expect(findings[0] && wordsOf(findings[0], 'zh').message).toContain('附件清单');
});

it('tells of cells below a merge, of hidden rows, of rows without a file', async () => {
  const sheets = await sheetsWith([{ id: 'form.basics.postcode', cell: answer('211100') }]);
  const hidden = sheets.map((sheet) => {
    const row = sheet.rows.findIndex((cells) => cells[0]?.value === 'form.basics.postcode');
    return row < 0 ? sheet : { ...sheet, hiddenRows: [row] };
  });
  expect((await readBack(hidden)).said.map((one) => one.split(' ')[0])).toEqual(['sheet-row-hidden']);
  const all = sheets.map((sheet) => ({ ...sheet, hiddenRows: sheet.rows.map((_, row) => row).slice(3) }));
  const told = (await readBack(all)).said.filter((one) => one.startsWith('sheet-row-hidden'));
  // Once for rows that follow each other.
  expect(new Set(told.map((one) => one.split('!')[0])).size).toBe(told.length);
  const merged = (await sheetsWith([])).map((sheet) =>
    sheet.name === '表外情况' ? { ...sheet, merges: [[3, 3, 4] as const] } : sheet,
  );
  expect((await readBack(merged)).said).toEqual(['sheet-merged 表外情况!E4']);
  const files = (await sheetsWith([])).map((sheet) =>
    sheet.name === '附件清单'
      ? {
          ...sheet,
          rows: sheet.rows.map((row, at) =>
            at === 5 ? row.map((cell, column) => (column === 5 ? answer('甲公司') : cell)) : row,
          ),
        }
      : sheet,
  );
  expect((await readBack(files)).said).toEqual(['sheet-file-missing 附件清单!B6:M6']);
});

it('takes nothing written for nothing, and none for none', async () => {
  expect((await readBack(await sheetsWith([]))).given).toEqual({});
  const titled = async (state: string) => {
    const sheets = (await sheetsWith([])).map((sheet) =>
      sheet.name === '所持称号'
        ? {
            ...sheet,
            rows: sheet.rows.map((row) => (row[0]?.value === '#state' ? [row[0], row[1], answer(state)] : row)),
          }
        : sheet,
    );
    const { given, said } = await readBack(sheets);
    return [given, said];
  };
  expect(await titled('没有')).toEqual([{ titles: [] }, []]);
  expect(await titled('有')).toEqual([{}, []]);
  expect(await titled('大概有')).toEqual([{}, ['sheet-left 所持称号!C3']]);
});

it('knows the cover by what stands on it, without its name and its hidden ids', async () => {
  const sheets = (await sheetsWith([])).map((sheet, at) =>
    at > 0
      ? sheet
      : {
          ...sheet,
          name: 'Sheet1',
          rows: sheet.rows.map(([, ...row], line) => (line === 2 ? [row[0], answer('江苏示例有限公司')] : row)),
          hiddenColumns: [],
          merges: [],
        },
  );
  // 数字出处 has a column of the same id as a line of the cover.
  const { given, said } = await readBack([...sheets].reverse());
  expect(given.enterprise).toBe('江苏示例有限公司');
  expect(said).toEqual([]);
});

it('knows a line of the cover by its hidden id alone, when somebody has written over its label', async () => {
  const [cover, ...rest] = await sheetsWith([]);
  if (cover === undefined) throw new Error('no sheets');
  const rows = cover.rows.map((row, line) =>
    line === 2 ? [row[0], answer('公司全称'), answer('江苏示例有限公司')] : row,
  );
  const { given } = await readBack([{ ...cover, rows }, ...rest]);
  expect(given.enterprise).toBe('江苏示例有限公司');
});

it('names what stands far beyond a form', async () => {
  const [cover, second, ...rest] = await sheetsWith([]);
  if (cover === undefined || second === undefined) throw new Error('no sheets');
  const blank = Array.from({ length: 2_500 - second.rows.length }, () => []);
  const rows = [...second.rows, ...blank, [undefined, undefined, answer('远处'), answer('更远')]];
  const { said } = await readBack([cover, { ...second, rows }, ...rest]);
  expect(said).toEqual([`sheet-left ${second.name}!C2501:D2501`]);
});
