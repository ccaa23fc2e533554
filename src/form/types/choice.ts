// Choices by their printed text: one, several, or 是 / 否.
import type { Node } from '../../document/node.ts';
import { nearest } from '../../findings/nearest.ts';
import { folded } from '../keys.ts';
import { type FieldType, type Reading, scalarText } from './type.ts';

/** The option as printed; an open choice takes any text. */
function choose(node: Node, reading: Reading): string | undefined {
  const written = scalarText(node, reading);
  if (written === undefined || reading.options.length === 0) return written;
  const option = reading.options.find((candidate) => folded(candidate) === folded(written));
  if (option !== undefined) return option;
  const near = nearest(written, reading.options);
  const args = { field: reading.label, written, options: reading.options };
  reading.report('choice-unknown', near === undefined ? args : { ...args, nearest: near }, node.range);
  return undefined;
}

export const choice: FieldType = {
  read(node, reading) {
    const chosen = choose(node, reading);
    if (chosen === undefined) return {};
    const open = reading.options.length === 0;
    return { value: open ? { kind: 'text', text: chosen } : { kind: 'chosen', chosen: [chosen] }, fact: chosen };
  },
};

export const choices: FieldType = {
  read(node, reading) {
    const chosen: string[] = [];
    for (const item of node.kind === 'list' ? node.items : [node]) {
      const option = choose(item, reading);
      if (option === undefined) continue;
      if (chosen.includes(option)) {
        reading.report('choice-twice', { field: reading.label, written: option }, item.range);
      } else chosen.push(option);
    }
    return { value: { kind: 'chosen', chosen }, fact: chosen };
  },
};

/** 是 and 否 as printed; YAML's own true and false are the same. */
export const yesNo: FieldType = {
  read(node, reading) {
    const said = node.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined;
    const chosen = said === undefined ? choose(node, { ...reading, options: ['是', '否'] }) : said ? '是' : '否';
    return chosen === undefined ? {} : { value: { kind: 'chosen', chosen: [chosen] }, fact: chosen === '是' };
  },
};
