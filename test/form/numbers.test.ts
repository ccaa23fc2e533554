// The numbers of Ⅰ类知识产权 by the kind of each row (domain.md D.3), and what conditions count of the rows.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { openCatalog } from '../../src/category/catalog.ts';
import { decideCategory } from '../../src/category/decided.ts';
import { entryOf } from '../../src/document/node.ts';
import { validateForm } from '../../src/form/validate.ts';
import { tree } from './fill.ts';

const category = await (await openCatalog()).open('national/2026/little-giant');
const asOf = '2026-05-08';

/** A row of the table, with what a test changes in it. */
const row = (number: string, more: Record<string, string> = {}): string => {
  const cells = {
    name: `专利 ${number}`,
    kind: '发明专利',
    number,
    valid_until: '2030-01-01',
    owned: '是',
    applied: '是',
    obtained: '自主研发',
    ...more,
  };
  return `{${Object.entries(cells)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(', ')}}`;
};

function fill(rows: readonly string[], rest = '') {
  const text = `form:\n  innovation:\n    ip_among_first_three: 是\n    national_award_top3: 否\n    class_one_ip:\n${rows.map((one) => `      - ${one}\n`).join('')}${rest}`;
  const root = tree(rows.length === 0 ? text.replace('class_one_ip:', 'class_one_ip: []') : text);
  const part = (name: 'form' | 'facts' | 'titles') => {
    const node = entryOf(root, name)?.value;
    return node === undefined ? {} : { [name]: node };
  };
  const input = { file: 'dossier.yaml', root, asOf, ...part('form'), ...part('facts'), ...part('titles') };
  const { form, facts, findings } = validateForm(category.form, category.vocabulary, input);
  const told = findings.filter(({ at }) => /class_one_ip|titles|facts/.test(at.path));
  const table = facts.get('class_one_ip');
  const counted = typeof table === 'object' && 'kind' in table && table.kind === 'table' ? table.rows : undefined;
  const cells = form.sections
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.kind === 'table' && item.id === 'class_one_ip' ? item.rows : []))
    .map((one) => one.cells);
  const criterion = decideCategory(category, { facts, asOf }).criteria.find(({ id }) => id === 'class-one-ip');
  return { told, codes: told.map(({ code }) => code), counted, cells, criterion };
}
const at = (path: string) => `form.innovation.class_one_ip[0].${path}`;

describe('a number of an invention', () => {
  test.each([
    'ZL201710601862.3',
    'ZL202010000001.1',
    'ZL202111000007.X',
    'ZL201819900016.3',
    'CN109876543B',
    'CN100987654C',
  ])('%s is taken', (number) => {
    const filled = fill([row(number)]);
    expect(filled.codes).toEqual([]);
    expect(filled.counted).toHaveLength(1);
    expect(filled.cells[0]?.number).toBe(number);
  });

  test.each([
    ['ZL201819900016.4', 'patent-check', 1],
    ['ZL201819900016', 'patent-check-missing', 1],
    ['CN108765432A', 'patent-not-granted', 0],
    ['WO2019123456A1', 'patent-not-granted', 0],
    ['PCT/CN2019/123456', 'patent-not-granted', 0],
    ['US10123456B2', 'patent-foreign', 1],
    ['ZL202021000002.8', 'patent-type', 0],
    ['CN209876543U', 'patent-type', 0],
    ['ZL202230000003.0', 'patent-type', 0],
    ['ZL97101765.4', 'patent-expired', 0],
    ['ZL95115608.X', 'patent-expired', 0],
    ['ZL202040000001.8', 'patent-type-reserved', 1],
    ['一种减速器', 'patent-unreadable', 1],
    ['BS.235000001', 'patent-unreadable', 1],
    ['待授权', 'patent-unreadable', 1],
    ['无', 'cell-missing', 1],
  ])('%s: %s', (number, code, counted) => {
    const filled = fill([row(number)]);
    expect(filled.codes).toEqual([code]);
    expect(filled.told[0]?.at.path).toBe(at('number'));
    expect(filled.counted).toHaveLength(counted);
  });

  test.each([
    ['ZL 2018 1 9900016.3', []],
    ['ｚｌ２０１８１９９０００１６．３', []],
    ['ZL2018199000163', ['value-taken']],
    ['2018199000163', ['patent-grant-unsaid']],
    ['CN 201819900016.3', ['patent-grant-unsaid']],
    ['ZL:201819900016.3', ['value-taken']],
  ])('%j is shown as patents are written', (number, codes) => {
    const filled = fill([row(number)]);
    expect(filled.codes).toEqual(codes);
    expect(filled.cells[0]?.number).toBe('ZL201819900016.3');
    expect(filled.counted?.[0]?.fields.get('number')).toBe('ZL201819900016.3');
  });

  it('without ZL is one of a grant where the day of grant stands beside it', () => {
    expect(fill([row('201819900016.3', { granted_on: '2020-05-12' })]).codes).toEqual(['value-taken']);
  });

  it('must be quoted', () => {
    expect(fill([row('X').replace('"X"', '201819900016.3')]).codes).toEqual(['identifier-unquoted']);
  });

  it('ends its term by the year of filing', () => {
    const filled = fill([row('ZL201819900016.3', { valid_until: '2039-01-01' })]);
    expect(filled.codes).toEqual(['patent-term']);
    expect(filled.told[0]?.at.path).toBe(at('valid_until'));
    expect(fill([row('ZL201819900016.3', { valid_until: '2038-12-31' })]).codes).toEqual([]);
    const over = fill([row('ZL201819900016.3', { valid_until: '2026-05-07' })]);
    expect(over.told).toMatchObject([{ code: 'row-expired', severity: 'warning', at: { path: at('valid_until') } }]);
  });
});

describe('a number of another kind', () => {
  const layout = { kind: '集成电路布图设计专有权' };
  test.each([
    ['BS.235000001', layout, []],
    ['bs 23500000', layout, []],
    ['ｂｓ．２３５０００００１', layout, []],
    ['12345', layout, ['layout-number-shape']],
    ['ZL201819900016.3', layout, ['number-of-another']],
    ['CNA20170001.1', { kind: '植物新品种' }, []],
    ['国药准字H20050001', { kind: '国家新药' }, []],
    ['ZL201819900016.3', { kind: '植物新品种' }, ['patent-type']],
  ])('%s of %o: %o', (number, more, codes) => expect(fill([row(number, more)]).codes).toEqual(codes));
});

describe('rows', () => {
  const numbers = ['ZL201819900016.3', 'ZL202019900041.9', 'ZL202010000001.1', 'ZL201710601862.3'];
  const four = numbers.map((number) => row(number));

  it('count once, whatever their kind, name and spelling', () => {
    expect(fill(four).criterion?.decision.is).toBe('met');
    for (const again of ['ZL201819900016.3', '2018 1 9900016.3', 'zl201819900016.3', 'ZL201819900016.4'])
      for (const more of [{}, { name: '另一个名称' }, { obtained: '受让满一年' }]) {
        const filled = fill([...four.slice(0, 3), row(again, more)]);
        expect(filled.codes).toContain('row-twice');
        expect(filled.counted).toHaveLength(3);
        expect(filled.criterion?.decision.is).toBe('not met');
      }
    const two = [row('CNA20170001.1', { kind: '植物新品种' }), row('cna 20170001.1', { kind: '国家新药', name: '乙' })];
    expect(fill(two).codes).toEqual(['row-twice']);
  });

  it('may be one when one gives the application and one the publication', () => {
    const same = { name: '一种减速器' };
    expect(fill([row('ZL201819900016.3', same), row('CN109876543B', same)]).codes).toEqual(['row-twice-likely']);
    expect(fill([row('ZL201819900016.3', same), row('ZL202019900041.9', same)]).codes).toEqual([]);
  });

  it('keep their numbers when one before them does not count', () => {
    const filled = fill(['{name: 合计, number: "4"}', row('ZL201819900016.3', { applied: '' }), ...four.slice(1)]);
    expect(filled.codes).toEqual(['row-no-entry', 'cell-missing']);
    expect(filled.criterion?.decision).toMatchObject({ is: 'undecided', needs: ['class_one_ip[2].applied'] });
  });

  test.each(['owned', 'applied', 'obtained', 'valid_until'])('without %s are undecided', (cell) => {
    const filled = fill([...four.slice(0, 3), row('ZL201710601862.3', { [cell]: '' })]);
    expect(filled.criterion?.decision).toMatchObject({ is: 'undecided', needs: [`class_one_ip[4].${cell}`] });
  });

  it('without a cell are not met when another cell decides', () => {
    const last = row('ZL201710601862.3', { owned: '否', applied: '' });
    expect(fill([...four.slice(0, 3), last]).criterion?.decision.is).toBe('not met');
  });

  it('of heads, of nothing, and without a name', () => {
    const heads =
      '{name: 名称, kind: 类别, number: 授权号或登记号, valid_until: 有效期至, owned: 本企业为权利人, obtained: 取得方式}';
    expect(fill([heads]).told).toMatchObject([{ code: 'row-no-entry', args: { is: 'heading' } }]);
    expect(fill(['{name: , kind: , number: }', '{}']).codes).toEqual(['row-none', 'row-none']);
    expect(fill([row('ZL201819900016.3', { name: '—' })]).told).toMatchObject([
      { code: 'row-no-entry', args: { is: 'nameless' }, at: { path: at('name') } },
    ]);
  });

  it('never hide behind a name that begins like a remark or a total', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('无', '合计', '备注', '注', '说明', '总计', '小计', '填表', '审核'),
        fc.constantFrom('刷电机', '算法', '塑机', '书写装置', '射成型机', '系统', '器'),
        (head, tail) => {
          expect(fill([row('ZL201819900016.3', { name: head + tail })]).counted).toHaveLength(1);
        },
      ),
    ));
});

describe('a paper', () => {
  it('that stands in two tables is said once, with both places', () => {
    const patents = (...rows: readonly string[]) =>
      `facts:\n  patents:\n${rows.map((one) => `    - ${one}\n`).join('')}`;
    const patent = '{name: 甲, number: 2018199000163, type: 发明专利, granted_on: 2020-05-12}'.replace(
      '2018199000163',
      '"ZL 201819900016.3"',
    );
    const both = fill([row('ZL201819900016.3')], patents(patent));
    expect(both.told).toMatchObject([
      {
        code: 'paper-in-two-tables',
        severity: 'note',
        args: { row: 1, otherTable: 'Ⅰ类知识产权', otherRow: 1 },
        at: { path: 'facts.patents[0].number' },
      },
    ]);
    const named = `facts:\n  other_evidence:\n    - {name: 发明专利证书 ZL 2018 1 9900016.3, issued_on: 2020-05-12}\n`;
    expect(fill([row('ZL201819900016.3')], named).codes).toEqual(['paper-in-two-tables']);
    // The third table names the first.
    const thrice = fill([row('ZL201819900016.3')], `${patents(patent)}${named.replace('facts:\n', '')}`);
    expect(thrice.told).toMatchObject([
      { args: { otherTable: 'Ⅰ类知识产权' }, at: { path: 'facts.patents[0].number' } },
      { args: { otherTable: 'Ⅰ类知识产权' }, at: { path: 'facts.other_evidence[0].name' } },
    ]);
    const evidence = `facts:\n  product_evidence: [{content: 检测报告, issued_on: 2021-03-02}]\n  other_evidence: [{name: 《检测报告》, issued_on: 2021-03-02}]\n`;
    expect(fill([], evidence).codes).toEqual(['paper-in-two-tables']);
  });
});
