// Texts: free text as written, and identifiers, which YAML must not have turned into numbers.
import type { Node } from '../../document/node.ts';
import { type FieldType, type Read, type Reading, saysNone, scalarText, tellNone, tellTaken } from './type.ts';

const read = (text: string): Read => ({ value: { kind: 'text', text }, fact: text });

export const text: FieldType = {
  read(node, reading) {
    const found = scalarText(node, reading);
    return found === undefined ? {} : read(found);
  },
};

/** Several texts; one may stand without a list. */
export const texts: FieldType = {
  read(node, reading) {
    const [only = node, another] = node.kind === 'list' ? node.items : [node];
    const none = another === undefined && saysNone(only);
    if (none) tellNone(node, reading.label, reading.report);
    const items = none ? [] : node.kind === 'list' ? node.items : [node];
    const found = items.map((item) => scalarText(item, reading)).filter((item) => item !== undefined);
    return { value: { kind: 'text', text: found.length === 0 ? '无' : found.join('、') }, fact: found };
  },
};

/**
 * An identifier: `0512`, an all-digit credit code or `9132…E43` lose characters when YAML reads them as numbers,
 * so a bare number is a finding that shows the text as written. `take` gives the canonical form, or reports what is
 * wrong with the text and gives nothing.
 */
export const identifier = (take: (text: string, reading: Reading, node: Node) => string | undefined): FieldType => ({
  read(node, reading) {
    const written = scalarText(node, reading);
    if (written === undefined) return {};
    if (node.kind === 'scalar' && typeof node.value === 'number') {
      reading.report('identifier-unquoted', { field: reading.label, written }, node.range);
      return read(written);
    }
    const taken = take(written, reading, node);
    if (taken !== undefined && taken !== written) tellTaken(written, taken, node.range, reading);
    return read(taken ?? written);
  },
});
