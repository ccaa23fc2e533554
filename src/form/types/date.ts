// Dates (`2020-09-04`) and terms (a date, or 长期).

import type { Node } from '../../document/node.ts';
import { isDay } from '../../expression/day.ts';
import { type FieldType, type Read, type Reading, scalarText } from './type.ts';

/** `2020.9.4`, `2020/09/04`, `2020年9月4日` as it should be written; nothing when it is no date. */
export function suggestion(text: string): string | undefined {
  const parts = /^(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?$/.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (!parts) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? date : undefined;
}

const endless = '长期';

function readDate(node: Node, reading: Reading, others: readonly string[]): Read {
  const text = scalarText(node, reading);
  if (text === undefined) return {};
  if (isDay(text) || others.includes(text)) return { value: { kind: 'text', text }, fact: text };
  const better = suggestion(text);
  const args = { field: reading.label, written: text };
  reading.report('date-unreadable', better === undefined ? args : { ...args, suggestion: better }, node.range);
  return {};
}

export const date: FieldType = { read: (node, reading) => readDate(node, reading, []) };

export const term: FieldType = { read: (node, reading) => readDate(node, reading, [endless]) };
