// Papers in a table that have run out by the day of application.
import { expect, it } from 'vitest';
import type { FilledForm } from '../../src/assessment.ts';
import { openCatalog } from '../../src/category/catalog.ts';
import { checkTerms } from '../../src/dossier/terms.ts';
import { at } from '../support/assessment.ts';

const category = await (await openCatalog()).open('jiangsu/2021/product');

const formOf = (id: string, ...terms: readonly (string | undefined)[]): FilledForm => {
  const columns = [
    { id: 'name', label: '名称', type: 'text' as const },
    { id: 'valid_until', label: '有效期', type: 'term' as const },
  ];
  const rows = terms.map((term, index) => ({
    number: index + 1,
    cells: { name: `证书${index + 1}`, ...(term === undefined ? {} : { valid_until: term }) },
    at: at(10 + index, 9, 20),
  }));
  const table = { kind: 'table' as const, id, title: '其它附证资料', columns, rows, at: at(9, 5, 19) };
  return { sections: [{ id: 'annex', open: false, items: [table] }], required: 0, filled: 0 };
};
const rows = (form: FilledForm, one = category) =>
  checkTerms(one, form, '2021-08-16').map((finding) => [
    finding.severity,
    finding.at.line,
    'args' in finding && finding.args,
  ]);

it('tells of each row whose term is over, and of no other', () => {
  const expired = (row: number, until: string) => ({
    table: '其它附证资料',
    row,
    name: `证书${row}`,
    until,
    asOf: '2021-08-16',
  });
  expect(rows(formOf('other_evidence', '2021-08-16', '2021-08-15', undefined, '长期', '2020-12-31'))).toEqual([
    ['warning', 11, expired(2, '2021-08-15')],
    ['warning', 14, expired(5, '2020-12-31')],
  ]);
});

it('looks only at the tables that the category names', () => {
  const { inTerm: _, ...without } = category;
  expect(rows(formOf('product_evidence', '2020-01-01'))).toEqual([]);
  expect(rows(formOf('other_evidence', '2020-01-01'), without)).toEqual([]);
});
