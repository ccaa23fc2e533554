// Which slots this dossier must fill: those that the category always asks for, and those that its facts make necessary.
import type { Input } from '../expression/compile.ts';
import type { SlotRule } from './slot.ts';

/** Slots whose condition holds become required; one that cannot be decided yet is not asked for. */
export const askedSlots = (slots: readonly SlotRule[], input: Input): readonly SlotRule[] =>
  slots.map((slot) => {
    const outcome = slot.requiredWhen?.evaluate(input);
    return outcome?.is === 'value' && outcome.value ? { ...slot, required: true } : slot;
  });
