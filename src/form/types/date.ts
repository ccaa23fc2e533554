// Dates (`2020-09-04`) and terms (a date, or 长期).
import type { Node } from '../../document/node.ts';
import { given } from '../../given.ts';
import { endless, takeDay, takeTerm } from '../../values/date.ts';
import type { Taken } from '../../values/taken.ts';
import { type FieldType, type Read, type Reading, scalarText, settle } from './type.ts';

function readDate(node: Node, reading: Reading, take: (written: string) => Taken, or?: string): Read {
  const written = scalarText(node, reading);
  if (written === undefined) return {};
  const settled = settle(take(written), written, node.range, reading);
  if (settled === 'none') reading.report('date-unreadable', given({ field: reading.label, written, or }), node.range);
  return typeof settled === 'string' ? {} : { value: { kind: 'text', text: settled.text }, fact: settled.text };
}

export const date: FieldType = { read: (node, reading) => readDate(node, reading, takeDay) };

export const term: FieldType = { read: (node, reading) => readDate(node, reading, takeTerm, endless) };
