// Sub-tables: every cell of a row, the files they name, and the patents that may stand in them.
import { describe, expect, it, test } from 'vitest';
import { argsOf, fill, spot } from './fill.ts';

const definition = `
annex:
  title: 产品附证
  tables:
    patents:
      title: 授权专利(发明专利或实用新型专利)
      columns:
        name: {label: 专利名称}
        number: {label: 专利授权号}
        type: {label: 专利类型}
        granted_on: {label: 授权日期}
        file: {label: 影印件, required: false}
`;
const patents = (...rows: string[]) =>
  fill(definition, `form:\n  annex:\n    patents:\n${rows.map((row) => `      - ${row}\n`).join('')}`);
const invention = '{name: 甲, number: ZL201819900016.3, type: 发明专利, granted_on: 2020-05-12}';

describe('rows', () => {
  it('come in the order written, with their files', () => {
    const filled = patents(
      invention,
      '{name: 乙, number: ZL201929900027.1, type: 实用新型专利, granted_on: 2020-08-07, file: 附件/乙.pdf}',
    );
    expect(filled.codes).toEqual([]);
    expect(filled.table('patents').rows.map((row) => [row.number, row.cells.name])).toEqual([
      [1, '甲'],
      [2, '乙'],
    ]);
    expect(filled.rows).toMatchObject([
      {
        table: 'patents',
        row: 2,
        column: 'file',
        pattern: '附件/乙.pdf',
        at: { line: 5, path: 'form.annex.patents[1].file' },
      },
    ]);
  });
  it('may be none', () => {
    for (const none of ['form:\n  annex:\n    patents: []\n', 'form:\n  annex:\n', 'form: {}\n']) {
      const filled = fill(definition, none);
      expect(filled.codes).toEqual([]);
      expect(filled.fact('patents')).toEqual({ kind: 'table', rows: [] });
    }
  });
  it('lack a cell', () => {
    const filled = patents('{name: 甲, number: ZL201819900016.3, type: 发明专利}');
    expect(argsOf(filled.finding('cell-missing'))).toEqual({ table: '授权专利', row: 1, columns: ['授权日期'] });
    expect(spot(filled.finding('cell-missing'))).toBe('4:9');
  });
  it('lack cells, each told at its row until they are folded, or the cell whose key stands empty', () => {
    const several = patents('{name: 甲, type: 发明专利}');
    expect(several.codes).toEqual(['cell-missing', 'cell-missing']);
    expect(several.findings.map(({ at }) => at.path)).toEqual([
      'form.annex.patents[0].number',
      'form.annex.patents[0].granted_on',
    ]);
    const empty = patents('{name: 甲, number: ZL201819900016.3, type: 发明专利, granted_on: }');
    expect(empty.finding('cell-missing')?.at.path).toBe('form.annex.patents[0].granted_on');
    expect(empty.finding('cell-missing')?.at.absent).toBeUndefined();
  });
  it('that are blank are told of and spoil no other', () => {
    for (const blank of ['', '~', '{}', '{name: , number: "", type: , granted_on: }']) {
      const filled = patents(invention, blank);
      expect(filled.findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['note row-none']);
      expect(argsOf(filled.finding('row-none'))).toMatchObject({ table: '授权专利', row: 2 });
      expect(filled.fact('patents')).toMatchObject({ kind: 'table', rows: [{ kind: 'record' }] });
    }
  });
  it('do not lack what is there but wrong', () => {
    expect(patents('{name: 甲, number: ZL201819900016.3, type: 外观设计专利, granted_on: 去年五月}').codes).toEqual([
      'choice-unknown',
      'date-unreadable',
    ]);
  });
  it('are maps', () => {
    const filled = patents('一种减速器');
    expect(argsOf(filled.finding('value-shape'))).toEqual({ field: '授权专利', expected: 'rows', found: 'scalar' });
    expect(filled.facts.has('patents')).toBe(false);
  });
  it('one may stand without a list', () => {
    expect(fill(definition, `form:\n  annex:\n    patents: ${invention}\n`).table('patents').rows).toHaveLength(1);
  });
});

describe('a patent', () => {
  const row = (number: string, type = '发明专利', granted = '2020-05-12') =>
    patents(`{name: 甲, number: ${number}, type: ${type}, granted_on: ${granted}}`);
  test.each([
    ['ZL201819900016.4', 'patent-check', { expected: '3' }],
    ['ZL201819900016', 'patent-check-missing', { expected: '3' }],
    ['一种减速器', 'patent-unreadable', {}],
    ['CN109876543A', 'patent-not-granted', {}],
  ])('%s: %s', (number, code, args) => {
    const filled = row(number);
    expect(filled.codes).toEqual([code]);
    expect(argsOf(filled.finding(code))).toMatchObject({ field: '授权专利 专利授权号', written: number, ...args });
    expect(spot(filled.finding(code))).toBe('4:27');
  });
  it('as a bare number is told once', () => {
    expect(row('201819900016.3').codes).toEqual(['identifier-unquoted']);
  });
  it('of another type than said', () => {
    expect(argsOf(row('ZL201819900016.3', '实用新型专利').finding('patent-type'))).toMatchObject({
      type: '发明专利',
      stated: '实用新型专利',
    });
  });
  it('granted before it was filed, or after the day of the run', () => {
    expect(argsOf(row('ZL201819900016.3', '发明专利', '2017-12-31').finding('patent-dates'))).toMatchObject({
      reason: 'before filing',
    });
    expect(argsOf(row('ZL201819900016.3', '发明专利', '2021-08-17').finding('patent-dates'))).toMatchObject({
      reason: 'after as-of',
    });
    expect(row('ZL201819900016.3', '发明专利', '2021-08-16').codes).toEqual([]);
  });
});
