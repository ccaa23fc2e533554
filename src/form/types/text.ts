// Texts: free text as written, and identifiers, which YAML must not have turned into numbers.
import { listed } from '../../characters/folds.ts';
import type { Node } from '../../document/node.ts';
import { isPending, isPlaceholder, noEntry } from '../rows/entries.ts';
import { type FieldType, type Read, type Reading, saysNone, scalarText, tellNone, tellTaken } from './type.ts';

const read = (text: string): Read => ({ value: { kind: 'text', text }, fact: text });

/** Words that may answer a text as well: there are enterprises without a 实际控制人, but no person is called so. */
const mayAnswer = /^(?:无|没有|不适用|不涉及|n\/?a)$/iu;

/**
 * Whether a text answers nothing, which is told: it holds the place of an answer, as 办理中 does of a number, or is a sign for
 * none where one is required.
 */
export function answersNothing(written: string, node: Node, reading: Reading): boolean {
  const { label, fact, required, inRow, report } = reading;
  const isAnswer = mayAnswer.test(written) && fact.type !== 'person';
  const none = required !== undefined && !isAnswer && noEntry(written) === 'none';
  const toCome = fact.id === 'number' && isPending(written);
  if (!none && !toCome && !isPlaceholder(written, inRow)) return false;
  report('value-placeholder', { field: label, written }, node.range, required ?? { severity: 'warning' });
  return true;
}

export const text: FieldType = {
  read(node, reading) {
    const found = scalarText(node, reading);
    if (found === undefined || answersNothing(found, node, reading)) return {};
    // Printed as written where it may stay open or answers, but it names nothing by which a condition could be met.
    return noEntry(found) === 'none' ? { value: { kind: 'text', text: found } } : read(found);
  },
};

/**
 * Several texts; one may stand without a list. Conditions count them: a word for “none”, a remark or a total is told
 * and left out, and so is a text that stands there already.
 */
export const texts: FieldType = {
  read(node, reading) {
    const found = new Map<string, { readonly text: string; readonly row: number }>();
    const items = node.kind === 'list' ? node.items : [node];
    let isOpen = false;
    const [only = node, another] = items;
    const none = another === undefined && saysNone(only);
    if (none) tellNone(node, reading.label, reading.report);
    for (const [index, item] of none ? [] : items.entries()) {
      const written = scalarText(item, reading);
      if (written === undefined) continue;
      const about = { table: reading.label, row: index + 1 };
      const first = found.get(listed(written));
      const is = noEntry(written);
      if (isPlaceholder(written) || isPending(written)) {
        isOpen = true;
        reading.report('value-placeholder', { field: reading.label, written }, item.range, { severity: 'warning' });
      } else if (is === 'none') reading.report('row-none', { ...about, written }, item.range);
      else if (is !== undefined) reading.report('row-no-entry', { ...about, written, is }, item.range);
      else if (first !== undefined)
        reading.report('row-twice', { ...about, first: first.row }, item.range, { severity: 'warning' });
      else found.set(listed(written), { text: written, row: index + 1 });
    }
    const texts = [...found.values()].map(({ text }) => text);
    // Who only says that some are to come has not said that there are none.
    if (isOpen && texts.length === 0) return {};
    return { value: { kind: 'text', text: texts.length === 0 ? '无' : texts.join('、') }, fact: texts };
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
