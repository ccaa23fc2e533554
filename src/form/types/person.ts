// A person: name, telephone and mobile, under their ids or as printed (姓名, 电话, 手机).
import type { FactValue } from '../../expression/values.ts';
import { nearest } from '../../findings/nearest.ts';
import { halfWidth } from '../../values/taken.ts';
import { colonSlip, names } from '../keys.ts';
import { mobile, phone } from './identifiers.ts';
import { answersNothing } from './text.ts';
import { type FieldType, isEmpty, type Read, scalarText, tellTaken } from './type.ts';

/** Digits enough for a telephone number, or the sign of an e-mail address. */
const noName = /(?:\d[^\p{L}\d]*){6}|[@＠]/u;

/** The spaces that make a name of two characters as wide as one of three. */
const spaced = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** A name, and nothing else with it. */
const name: FieldType = {
  read(node, reading) {
    const written = scalarText(node, reading);
    if (written === undefined) return {};
    // Told already, so that the part is not missing as well.
    if (answersNothing(written, node, reading)) return { value: { kind: 'text', text: '' } };
    const taken = written.replace(spaced, '');
    if (noName.test(halfWidth(taken)))
      reading.report('name-with-number', { field: reading.label, written }, node.range);
    else if (taken !== written) tellTaken(written, taken, node.range, reading);
    return { value: { kind: 'text', text: taken }, fact: taken };
  },
};

/** `asked`: the type of a fact that asks for the part alone. */
export const personParts = [
  { id: 'name', label: '姓名', type: name, asked: 'text' },
  { id: 'phone', label: '电话', type: phone, asked: 'phone' },
  { id: 'mobile', label: '手机', type: mobile, asked: 'mobile' },
] as const;

export const person: FieldType = {
  read(node, reading): Read {
    const { label } = reading;
    if (node.kind !== 'map') {
      const slip = colonSlip(node);
      if (slip) reading.report(slip.code, slip.args, slip.range);
      else reading.report('value-shape', { field: label, expected: 'person', found: node.kind }, node.range);
      return {};
    }
    const value: Record<string, string> = {};
    const fields = new Map<string, FactValue>();
    const labelOf = (part: (typeof personParts)[number]): string => reading.parts[part.id] ?? part.label;
    const taken = new Map<string, string>();
    for (const entry of node.entries) {
      const part = personParts.find((candidate) => names(entry.key, candidate.id, candidate.label, labelOf(candidate)));
      if (!part) {
        const near = nearest(
          entry.key,
          personParts.flatMap((candidate) => [candidate.id, candidate.label]),
        );
        const args = { key: entry.key, section: label };
        reading.report('field-unknown', near === undefined ? args : { ...args, nearest: near }, entry.keyRange);
        continue;
      }
      const first = taken.get(part.id);
      taken.set(part.id, first ?? entry.key);
      if (first !== undefined) {
        const args = { field: `${label} ${labelOf(part)}`, first, second: entry.key };
        reading.report('field-twice', args, entry.keyRange);
      } else if (!isEmpty(entry.value)) {
        const read = part.type.read(entry.value, { ...reading, label: `${label} ${labelOf(part)}` });
        if (read.value?.kind === 'text') value[part.id] = read.value.text;
        if (read.fact !== undefined) fields.set(part.id, read.fact);
      }
    }
    return { value: { kind: 'person', ...value }, fact: { kind: 'record', fields } };
  },
};

/** Parts of a person without a value, with their printed labels. */
export const missingParts = (
  value: Read['value'],
  labels: Readonly<Record<string, string>>,
): readonly { id: string; label: string }[] =>
  value?.kind === 'person'
    ? personParts
        .filter((part) => value[part.id] === undefined)
        .map((part) => ({ id: part.id, label: labels[part.id] ?? part.label }))
    : [];
