// Reads the wide table: columns by their hidden ids, else by their heads; a row an enterprise.
import type { Finding } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import { folded } from '../../form/keys.ts';
import type { Answers } from './answers.ts';
import type { Layout } from './asked.ts';
import { plain, readerFor } from './reader.ts';
import { type WideColumn, wideColumns, wideMark, wideRows } from './wide.ts';
import type { InSheet } from './workbook.ts';

/** The category that a sheet says it is the wide table of. */
export function wideCategory(sheet: InSheet): string | undefined {
  const mark = plain(sheet, 0, 0);
  return mark.startsWith(`${wideMark} `) ? mark.slice(wideMark.length + 1) : undefined;
}

const bare = (label: string): string => folded(label.replace(/(?<!\s)\s*\*$/u, ''));

export type WideRead = { readonly rows: readonly Answers[]; readonly findings: readonly Finding[] };

/** One enterprise a row; a row without any value ends nothing and counts for nothing. */
export function readWide(sheet: InSheet, layout: Layout, file: string): WideRead {
  const known = wideColumns(layout);
  const reader = readerFor(file);
  const hasIds = plain(sheet, wideRows.ids, 0) === '#ids';
  const columns = new Map<number, WideColumn>();
  for (let column = 1; column < sheet.columns; column += 1) {
    const id = hasIds ? plain(sheet, wideRows.ids, column) : '';
    const head = plain(sheet, wideRows.heads, column);
    const found = known.find((one) => one.id === id) ?? known.find(({ label }) => bare(label) === bare(head));
    if (found !== undefined) columns.set(column, found);
    else if (head !== '') {
      const near = nearest(
        head,
        known.map(({ label }) => label),
      );
      reader.tell('sheet-head-unknown', { head, ...(near === undefined ? {} : { nearest: near }) }, sheet, 0, column);
    }
  }
  const rows: Answers[] = [];
  for (let row = hasIds ? wideRows.first : wideRows.ids; row < sheet.rows; row += 1) {
    const values = new Map<string, string>();
    for (const [column, { id, asked, label }] of columns) {
      const text = reader.text(sheet, row, column, asked, label);
      if (text !== '') values.set(id, text);
    }
    if (values.size === 0) continue;
    const [enterprise = '', asOf = ''] = [values.get('enterprise'), values.get('as_of')];
    values.delete('enterprise');
    values.delete('as_of');
    rows.push({ enterprise, asOf, values, free: new Map(), rows: new Map() });
  }
  return { rows, findings: reader.findings };
}
