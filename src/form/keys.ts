// The spellings by which a dossier may name a part of the form: its id, or its label as printed.

/** NFKC and no white space: `液晶显示(LCD)` and `液晶显示 （LCD）` are one. */
export const folded = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');

/** A printed label without its trailing colon: 注册地区： → 注册地区. */
export const cleanLabel = (label: string): string => label.replace(/[：:]\s*$/u, '');

/** Whether `key` names the part with this id and label; the number before a heading may be left out. */
export function names(key: string, id: string, ...labels: (string | undefined)[]): boolean {
  if (key === id) return true;
  const wanted = folded(key);
  return labels.some((label) => {
    if (label === undefined) return false;
    const printed = folded(cleanLabel(label));
    return wanted === printed || wanted === printed.replace(/^\d+、/u, '');
  });
}
