// The spellings by which a dossier may name a part of the form, its id or its label as printed; how spellings compare.

/** NFKC and no white space: `液晶显示(LCD)` and `液晶显示 （LCD）` are one. */
export const folded = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');

/** The form in which what is listed is compared: no width, space, case, bracket or quotation mark, nothing unseen. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}()[\]{}<>《》【】〔〕「」“”"'‘’、，,。；;:]/gu, '');

/** A printed label without its trailing colon: 注册地区： → 注册地区. */
export const cleanLabel = (label: string): string => label.replace(/[：:]\s*$/u, '');

/** A table's title without the remark in brackets at its end, for sentences. */
export const shortTitle = (title: string): string => title.replace(/[(（][^()（）]*[)）]$/u, '');

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
