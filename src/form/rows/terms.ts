// Whether the papers of a row are still valid on the as-of day (E-10); what is impossible of its days is said elsewhere.
import { isDay } from '../../expression/day.ts';
import type { Gather } from '../gather.ts';
import type { Asked, Row } from './looked.ts';
import { teller } from './row.ts';

export function checkTerms(asked: Asked, row: Row, gather: Gather): void {
  for (const { fact } of asked.columns) {
    const cell = row.cells.get(fact.id);
    if (cell === undefined || fact.type !== 'term' || !isDay(cell.text) || cell.text >= gather.asOf) continue;
    const name = asked.columns.find(({ fact: { type } }) => type === 'text')?.fact.id;
    const about = { table: asked.title, row: row.number, name: row.cells.get(name ?? '')?.text ?? '' };
    const more = { cite: [...asked.cite, ...gather.reason('E-10')] };
    teller(asked, row, gather, fact.id)(
      'row-expired',
      { ...about, until: cell.text, asOf: gather.asOf },
      cell.node.range,
      more,
    );
  }
}
