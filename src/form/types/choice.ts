// Choices by their printed text: one, several, or 是 / 否.
import type { Node } from '../../document/node.ts';
import { nearestOption } from '../../findings/nearest.ts';
import { takeChoice, takeChoices, takeYesNo } from '../../values/choice.ts';
import { answersNothing } from './text.ts';
import {
  type FieldType,
  type Reading,
  saysNone,
  scalarText,
  settle,
  tellNone,
  tellTaken,
  writtenText,
} from './type.ts';

/** The option as printed; an open choice takes any text. */
function choose(node: Node, reading: Reading): string | undefined {
  const written = scalarText(node, reading);
  if (written === undefined) return undefined;
  if (reading.options.length === 0) return answersNothing(written, node, reading) ? undefined : written;
  const settled = settle(takeChoice(written, reading.options), written, node.range, reading);
  if (settled === 'none') unknown(written, node, reading);
  return typeof settled === 'string' ? undefined : settled.text;
}

function unknown(written: string, node: Node, { label, options, report }: Reading): void {
  const near = nearestOption(written, options);
  const args = { field: label, written, options };
  report('choice-unknown', near === undefined ? args : { ...args, nearest: near }, node.range);
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
    const { options } = reading;
    const isOption = (text: string): boolean => takeChoice(text, options).is !== 'none';
    if (saysNone(node) && !isOption(writtenText(node))) {
      tellNone(node, reading.label, reading.report);
      return { value: { kind: 'chosen', chosen: [] }, fact: [] };
    }
    const joined = node.kind === 'scalar' ? takeChoices(node.source, options) : undefined;
    if (joined !== undefined) {
      tellTaken(writtenText(node), joined, node.range, reading);
      return { value: { kind: 'chosen', chosen: joined }, fact: joined };
    }
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
    const chosen = said === undefined ? yesOrNo(node, { ...reading, options: ['是', '否'] }) : said ? '是' : '否';
    return chosen === undefined ? {} : { value: { kind: 'chosen', chosen: [chosen] }, fact: chosen === '是' };
  },
};

function yesOrNo(node: Node, reading: Reading): string | undefined {
  const written = scalarText(node, reading);
  if (written === undefined) return undefined;
  const settled = settle(takeYesNo(written, reading.fact.meaning), written, node.range, reading);
  if (settled === 'none') unknown(written, node, reading);
  return typeof settled === 'string' ? undefined : settled.text;
}
