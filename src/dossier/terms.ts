// Whether the papers that the rows of a table list are still valid on the as-of day (E-10).
import type { Category } from '../category/category.ts';
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { FilledForm, FilledTable } from '../form/filled.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Rows whose term is over, each at its place; a row without a term, or with 长期, is not judged. */
export function checkTerms({ inTerm }: Category, form: FilledForm, asOf: string): Finding[] {
  if (inTerm === undefined) return [];
  const tables = form.sections
    .flatMap(({ items }) => items)
    .filter((item): item is FilledTable => item.kind === 'table' && inTerm.tables.includes(item.id));
  return tables.flatMap(({ title, columns, rows }) => {
    const terms = columns.filter(({ type }) => type === 'term').map(({ id }) => id);
    return rows.flatMap(({ number, cells, at }) => {
      const until = terms.map((id) => cells[id] ?? '').find((text) => day.test(text) && text < asOf);
      if (until === undefined) return [];
      const name = columns.find(({ type }) => type === 'text')?.id;
      const about = { table: title, row: number, name: cells[name ?? ''] ?? '', until, asOf };
      const hint = inTerm.hint === undefined ? {} : { hint: inTerm.hint };
      return [report('row-expired', { ...about, ...hint }, at, { cite: inTerm.cite })];
    });
  });
}
