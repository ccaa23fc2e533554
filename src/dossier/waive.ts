// A waiver as it is written into a dossier; one for the same code and place before is renewed.
import { editList } from '../document/edit.ts';
import type { WaiverAt } from '../findings/waive.ts';
import { editOf, textAt } from './attest.ts';

/** The dossier with the waiver in it. Throws a Stop where the file cannot be edited. */
export function waived(dossier: Uint8Array, waiver: Omit<WaiverAt, 'place' | 'keys'>, file: string): Uint8Array {
  const { code, at, reason, by, until } = waiver;
  const isSame = (one: Parameters<typeof textAt>[0]) => textAt(one, 'code') === code && textAt(one, 'at') === at;
  return editList(dossier, editOf(dossier, 'waivers', { code, at, reason, by, until }, isSame), file);
}
