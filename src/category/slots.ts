// Opens the attachment slots of a definition: years and months resolved, conditions compiled, clauses looked up.
import type { KindsRule, SlotRule } from '../attachments/slot.ts';
import { compile } from '../expression/compile.ts';
import { monthOf, yearsOf } from '../expression/day.ts';
import type { Scope } from '../expression/scope.ts';
import type { Citation } from '../findings/finding.ts';
import type { Definition } from './definition.ts';
import type { Faults } from './faults.ts';
import type { Cite } from './names.ts';

type Slot = Definition['attachments'][string];
type Hint = { readonly hint?: string };

const hinted = (hint: string | undefined): Hint => (hint === undefined ? {} : { hint });

export const openSlots = (definition: Definition, scope: Scope, cite: Cite, faults: Faults): readonly SlotRule[] =>
  Object.entries(definition.attachments).map(([id, slot], index) => {
    const path = ['attachments', id];
    const { expect } = slot;
    const expected = expect && { types: expect.types, cite: cite(expect.cite, [...path, 'expect', 'cite']) };
    return {
      id,
      order: index + 1,
      label: slot.label,
      required: slot.required,
      ...conditionOf(slot, path, scope, faults),
      cite: cite(slot.cite, [...path, 'cite']),
      ...hinted(slot.hint),
      ...(expected === undefined ? {} : { expect: { ...expected, ...hinted(expect?.hint) } }),
      ...coversOf(slot, definition.year, (spec) => cite(spec, [...path, 'covers', 'cite'])),
      ...kindsOf(slot, (spec) => cite(spec, [...path, 'kinds', 'cite'])),
      ...(slot.words && { words: { any: slot.words.any, cite: cite(slot.words.cite, [...path, 'words', 'cite']) } }),
      ...(slot.basis && { basis: askedOf(slot.basis, cite, [...path, 'basis', 'cite']) }),
      ...(slot.issuer && { issuer: askedOf(slot.issuer, cite, [...path, 'issuer', 'cite']) }),
    };
  });

const askedOf = (
  asked: { readonly cite: Slot['cite']; readonly hint?: string | undefined },
  cite: Cite,
  path: readonly string[],
) => ({ cite: cite(asked.cite, path), ...hinted(asked.hint) });

function conditionOf(
  slot: Slot,
  path: readonly string[],
  scope: Scope,
  faults: Faults,
): Pick<SlotRule, 'requiredWhen'> {
  const { required_when: text } = slot;
  if (text === undefined) return {};
  const compiled = compile(text, scope, 'bool');
  if ('ok' in compiled) return { requiredWhen: compiled.ok };
  faults.problem(compiled.problem, text, [...path, 'required_when'], scope, 'bool');
  return {};
}

type Clauses = (spec: Slot['cite']) => readonly Citation[];

function coversOf(slot: Slot, year: number, cite: Clauses): Pick<SlotRule, 'covers' | 'coversMonth'> {
  const { covers } = slot;
  if (covers === undefined) return {};
  const more = { cite: cite(covers.cite), ...hinted(covers.hint) };
  if ('month' in covers) return { coversMonth: { month: monthOf(covers.month, year), ...more } };
  return { covers: { years: yearsOf(covers.years, year), ...more } };
}

function kindsOf(slot: Slot, cite: Clauses): { readonly kinds?: KindsRule } {
  const { kinds } = slot;
  if (kinds === undefined) return {};
  const oneOf = kinds.one_of === undefined ? {} : { oneOf: kinds.one_of };
  const { severity, none_of: noneOf = [] } = kinds;
  return { kinds: { ...oneOf, noneOf, severity, cite: cite(kinds.cite), ...hinted(kinds.hint) } };
}
