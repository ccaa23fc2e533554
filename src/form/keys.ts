// The spellings by which a dossier may name a part of the form, its id or its label as printed.
import { unspaced } from '../characters/folds.ts';

/** A printed label without its trailing colon: 注册地区： → 注册地区. */
export const cleanLabel = (label: string): string => label.replace(/[：:]\s*$/u, '');

/** Whether `key` names the part with this id and label; the number before a heading may be left out. */
export function names(key: string, id: string, ...labels: (string | undefined)[]): boolean {
  if (key === id) return true;
  const wanted = unspaced(key);
  return labels.some((label) => {
    if (label === undefined) return false;
    const printed = unspaced(cleanLabel(label));
    return wanted === printed || wanted === printed.replace(/^\d+、/u, '');
  });
}
