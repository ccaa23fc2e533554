// Whether a file's name speaks of another slot than the one it is in (E-02): 审计 among the tax certificates.
import type { Finding } from '../findings/finding.ts';
import { report } from '../findings/report.ts';
import type { Held } from './held.ts';
import { labelKey } from './names.ts';
import type { SlotRule } from './slot.ts';

/** Only slots that have words of their own are judged: what belongs into the others, no name tells. */
export function checkMisplaced(slot: SlotRule, files: readonly Held[], slots: readonly SlotRule[]): Finding[] {
  const { words } = slot;
  if (words === undefined) return [];
  return files.flatMap(({ file }): Finding[] => {
    const name = labelKey(file.name);
    const wordIn = ({ words: own }: SlotRule) => own?.any.find((word) => name.includes(labelKey(word)));
    if (wordIn(slot) !== undefined) return [];
    const other = slots.find((one) => one.id !== slot.id && wordIn(one) !== undefined);
    const word = other && wordIn(other);
    if (other === undefined || word === undefined) return [];
    const about = { file: file.source, slot: slot.label, word, other: other.label };
    return [report('slot-misplaced-name', about, file.at, { cite: words.cite })];
  });
}
